/** Closed word classes of English briefings. Folded forms (`base/fold`). */

export const HONORIFICS: ReadonlySet<string> = new Set([
  'mr', 'mrs', 'ms', 'miss', 'mx', 'messrs', 'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'baroness', 'baron',
  'h.e.', 'he', 'excellency', 'hon', 'honorable', 'honourable', 'madam', 'madame', 'reverend', 'rev', 'sheikh', 'shaikh',
]);

/** Honorifics that stand beside a title rightly (spec `title-stacked`). */
export const TITLE_COMPATIBLE: ReadonlySet<string> = new Set([
  'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'baroness', 'baron', 'h.e.', 'he', 'excellency', 'sheikh', 'shaikh',
]);

export const FEMALE_HONORIFICS: ReadonlySet<string> = new Set(['mrs', 'ms', 'miss', 'dame', 'lady', 'baroness', 'madam', 'madame']);
export const MALE_HONORIFICS: ReadonlySet<string> = new Set(['mr', 'sir', 'lord', 'baron']);

/** Ranks and how they are abbreviated; the value is the full rank. */
export const RANKS: ReadonlyMap<string, string> = new Map([
  ['general', 'general'], ['gen', 'general'], ['lt gen', 'lieutenant general'], ['lieutenant general', 'lieutenant general'],
  ['maj gen', 'major general'], ['major general', 'major general'], ['brig gen', 'brigadier general'], ['brigadier general', 'brigadier general'],
  ['colonel general', 'colonel general'], ['col gen', 'colonel general'], ['army general', 'army general'],
  ['brigadier', 'brigadier'], ['brig', 'brigadier'], ['colonel', 'colonel'], ['col', 'colonel'], ['lieutenant colonel', 'lieutenant colonel'],
  ['lt col', 'lieutenant colonel'], ['major', 'major'], ['maj', 'major'], ['captain', 'captain'], ['capt', 'captain'],
  ['lieutenant', 'lieutenant'], ['lt', 'lieutenant'], ['sergeant', 'sergeant'], ['sgt', 'sergeant'], ['admiral', 'admiral'], ['adm', 'admiral'],
  ['vice admiral', 'vice admiral'], ['rear admiral', 'rear admiral'], ['commodore', 'commodore'], ['commander', 'commander'], ['cmdr', 'commander'],
  ['marshal', 'marshal'], ['field marshal', 'field marshal'], ['air marshal', 'air marshal'], ['air chief marshal', 'air chief marshal'],
  ['air vice marshal', 'air vice marshal'], ['air commodore', 'air commodore'],
]);

/** Lower-case parts of surnames and given names (von der Leyen, bin Salman, da Silva). */
export const PARTICLES: ReadonlySet<string> = new Set([
  'von', 'van', 'der', 'den', 'de', 'da', 'do', 'dos', 'das', 'di', 'del', 'della', 'du', 'la', 'le', 'al', 'el', 'bin', 'bint', 'ibn', 'ben',
  'zu', 'zum', 'af', 'av', 'ter', 'ten', 'ul', 'ur', 'abu', 'y', 'e', 'st', 'san', 'santa', 'mac', 'o',
]);

/** A surname without the Arabic article joined to it: Assad for al-Assad, as English writers have it after the full name. */
export function withoutArticle(family: string): string {
  return family.replace(/^(?:(?:al|el)[-‐‑ ]|(?:as|ash|ad|an|ar|at|az)[-‐‑])(?=\p{L}{3})/iu, '');
}

/** Nouns that head a title, known post or not. */
export const TITLE_HEADS: ReadonlySet<string> = new Set([
  'president', 'minister', 'secretary', 'chancellor', 'premier', 'ambassador', 'envoy', 'representative', 'spokesperson', 'commissioner',
  'director', 'commander', 'chair', 'speaker', 'governor', 'senator', 'congressman', 'congresswoman', 'mayor', 'attorney', 'administrator',
  'adviser', 'deputy', 'chief', 'head', 'leader', 'king', 'queen', 'prince', 'princess', 'emir', 'sultan', 'pope', 'crown prince', 'negotiator',
  'coordinator', 'counsellor', 'counselor', 'consul', 'attache', 'inspector', 'judge', 'justice', 'delegate', 'undersecretary', 'comptroller',
  'general', 'treasurer', 'prosecutor', 'vice', 'lady', 'gentleman', 'councillor',
]);

/** Words that describe a person and claim no post (spec `office-wrong`, descriptiveRoles). */
export const DESCRIPTIVE: ReadonlySet<string> = new Set([
  'negotiator', 'envoy', 'chief', 'aide', 'official', 'diplomat', 'leader', 'counterpart', 'colleague', 'analyst', 'journalist', 'reporter',
  'correspondent', 'professor', 'lawyer', 'author', 'economist', 'politician', 'lawmaker', 'legislator', 'oligarch', 'businessman', 'candidate',
  'critic', 'activist', 'photographer', 'expert', 'researcher', 'veteran', 'guest', 'host', 'head', 'deputy', 'ambassador', 'minister', 'secretary',
  'representative', 'spokesperson', 'adviser', 'commander', 'director', 'senator', 'governor', 'commissioner', 'member', 'officer', 'strongman',
]);

/** Titles of one word that are forms of address: American usage keeps them after the office. */
export const ADDRESS: ReadonlySet<string> = new Set([
  'ambassador', 'secretary', 'minister', 'senator', 'governor', 'representative', 'congressman', 'congresswoman', 'director', 'commissioner', 'chair',
  'deputy', 'administrator', 'commander', 'speaker', 'leader', 'mayor', 'envoy', 'spokesperson', 'chief', 'head', 'justice', 'judge', 'delegate', 'general',
]);

/** Words before a title head that belong to the title. */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set([
  'deputy', 'vice', 'first', 'second', 'senior', 'assistant', 'associate', 'under', 'junior', 'chief', 'prime', 'foreign', 'defence', 'interior',
  'finance', 'trade', 'energy', 'justice', 'health', 'economy', 'home', 'internal', 'external', 'state', 'special', 'permanent', 'presidential',
  'national', 'security', 'press', 'military', 'general', 'principal', 'high', 'executive', 'secretary', 'parliamentary', 'political', 'crown',
  'supreme', 'allied', 'regional', 'federal', 'private', 'personal', 'top', 'lead', 'cabinet', 'embassy', 'government', 'ministry', 'environment',
  'culture', 'education', 'transport', 'agriculture', 'labour', 'labor', 'intelligence', 'opposition', 'party', 'spokesperson', 'attorney',
]);

export const QUALIFIERS: ReadonlyMap<string, 'former' | 'acting' | 'interim' | 'then' | 'incoming' | 'outgoing' | 'designate' | 'elect'> = new Map([
  ['former', 'former'], ['ex', 'former'], ['onetime', 'former'], ['past', 'former'], ['late', 'former'], ['previous', 'former'], ['retired', 'former'],
  ['acting', 'acting'], ['interim', 'interim'], ['then', 'then'], ['incoming', 'incoming'], ['outgoing', 'outgoing'], ['departing', 'outgoing'],
  ['designate', 'designate'], ['elect', 'elect'], ['newly', 'incoming'], ['future', 'incoming'], ['caretaker', 'interim'],
]);

/** Verbs of saying, all usual forms. */
export const SAYING: ReadonlySet<string> = new Set(
  ('said says say told tells tell added adds asked asks warned warns noted notes stated states stressed argued argues announced announces ' +
   'declared declares insisted insists explained explains replied replies claimed claims called calls urged urges suggested suggests ' +
   'believes believed denied denies confirmed confirms described describes estimated estimates remarked observed concluded reported reports ' +
   'tweeted wrote writes vowed pledged promised').split(' '),
);

/** Spellings of one title word that count as one when titles are recognised. */
export const TITLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'], ['advisor', 'adviser'], ['spokesman', 'spokesperson'], ['spokeswoman', 'spokesperson'], ['for', 'of'],
  ['chairman', 'chair'], ['chairwoman', 'chair'], ['chairperson', 'chair'], ['sec', 'secretary'], ['pm', 'prime minister'], ['fm', 'foreign minister'],
  ['min', 'minister'], ['amb', 'ambassador'], ['gen', 'general'], ['dep', 'deputy'], ['organisation', 'organization'], ['labor', 'labour'],
  ['pres', 'president'], ['rep', 'representative'], ['gov', 'governor'], ['sen', 'senator'], ['vp', 'vice president'], ['sg', 'secretary general'],
]);
