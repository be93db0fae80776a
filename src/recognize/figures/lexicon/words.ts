/** Closed classes of words around a number. English; folded forms. */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(word => word !== ''));

/** Prepositions, conjunctions, pronouns, auxiliaries. */
const CLOSED_WORDS = `
  of to in into on onto at for from with without by near against after before as than but or and nor that which who whom whose while when where because since until till
  despite during between among amid over under above below across along around inside outside within behind beyond toward towards via per through throughout though although if whether
  the a an this these those his her its their our my your he she it they we you i there here what how why
  is are was were be been being am has have had having do does did will would could can may might should must shall cannot
  not also then later only even still already including excluding plus minus versus vs etc each both all some any no if
  said says say told tells according now today yesterday tomorrow ago apart alone again instead nearby abroad together altogether
  ahead away back down up out off about because so too very just once twice`;

/** Past forms that do not end in -ed: a noun phrase ends before one. */
const PAST_FORMS = `
  left went came fell rose grew took gave made won lost held kept led met got sent saw began became brought bought built cost hit shot struck sank fled paid spent told sold drew
  flew ran sat stood lay wrote spoke swept broke chose drove fought found forgot froze hid knew rode set shook shut slept swore taught threw wore let put cut`;
export const PAST: ReadonlySet<string> = set(PAST_FORMS);
/** A noun phrase after a number ends before one of these. */
export const ENDS: ReadonlySet<string> = set(CLOSED_WORDS + PAST_FORMS);
export const FUNCTION_WORDS: ReadonlySet<string> = set(CLOSED_WORDS);

/** Determiners that take up what was said before. */
export const DEFINITE: ReadonlySet<string> = set('the those these its his her their our all both such said same');
export const INCREMENTS: ReadonlySet<string> = set('another additional further more extra fresh other others');
/** Words by which a number is one for each of several. */
export const EACH: ReadonlySet<string> = set('each every per apiece respectively');

/** Statuses of its own: a limit is never held against an actual number. */
export const LIMITS: ReadonlySet<string> = set(`
  limit limits limited limiting ceiling ceilings cap caps capped quota quotas target targets requirement requirements threshold maximum minimum allowed permitted allows allow permits
  authorised authorized allotted entitled goal benchmark`);

/** Words that make one of several possibilities of a number. */
export const OPTIONS: ReadonlySet<string> = set('option options scenario scenarios alternative alternatively variant hypothetical if worst-case best-case low-end high-end');

/** Time words that tell two numbers apart. */
export const TIMES: ReadonlySet<string> = set(`
  today now currently presently then later earlier initially originally eventually previously formerly first last next finally subsequently meanwhile afterwards
  prewar pre-war postwar wartime before after since until by yesterday tomorrow overnight
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
  year years month months week weeks decade quarter day days morning evening night end start beginning peak height`);

/** Verbs that deal a whole out: shares of them add up to one. */
export const DEALING: ReadonlySet<string> = set('went goes go going came comes come voted belong belongs belonged held holds took takes sent shipped flowed');

/** Nouns that stand for things of any kind. */
export const COVERS: ReadonlySet<string> = set('name target item entry entity listing person people body vessel vehicle incident attack casualty weapon system unit seat vote case file');

/** Words after a bare number that are no noun of its own: where, of what sex or service, of which side. */
export const AFTER_BARE: ReadonlySet<string> = set(`
  men women military civilian north south east west ashore afloat aboard abroad inside outside there elsewhere northern southern others now then later today already so more`);

/** Words of time and manner that may stand between a total and its parts (“186 tanks so far, 120 in …”). */
export const STANDING: ReadonlySet<string> = set('so far today yesterday overnight alone now already altogether in all total this week month year');

/** What a share may be said to be of without another whole being meant than the one just given. */
export const WHOLES: ReadonlySet<string> = set('total whole house chamber sum amount request appeal target membership');

/** Words of a column's header that only say that it holds shares. */
export const SHARE_WORDS: ReadonlySet<string> = set('share shares vote votes percentage proportion result results support rate turnout level per cent percent');

/** Words by which a list is no full one. */
export const AMONG: ReadonlySet<string> = set('including among example examples notably such mostly mainly largest biggest main first top least');
