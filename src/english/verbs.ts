/**
 * Verb forms by which the tense of a clause is known. Closed classes of English grammar: auxiliaries and modals, and the
 * irregular verbs of the usual school tables (past, and participle where it differs); regular forms are told by their
 * endings and the list of ordinary words.
 */
import { classOf } from './word-set';

export const BE_PRESENT = classOf('is are am isn’t aren’t');
export const BE_PAST = classOf('was were wasn’t weren’t');
export const HAVE = classOf('has have haven’t hasn’t');
export const HAD = classOf('had hadn’t');
export const DO_PRESENT = classOf('do does don’t doesn’t');
export const DO_PAST = classOf('did didn’t');
export const WILL = classOf('will shall won’t shan’t');
export const MAY = classOf('can may must cannot can’t mustn’t');
export const WOULD = classOf('would could should might ought wouldn’t couldn’t shouldn’t');

/** Past forms that are no participles as well, and what is their participle. */
const PARTED =
  'arose/arisen awoke/awoken bore/borne bore/born beat/beaten became/become began/begun bit/bitten blew/blown broke/broken came/come chose/chosen did/done drew/drawn drank/drunk drove/driven ' +
  'ate/eaten fell/fallen flew/flown forbade/forbidden foresaw/foreseen forgot/forgotten forgave/forgiven froze/frozen gave/given went/gone grew/grown hid/hidden knew/known lay/lain ' +
  'overcame/overcome oversaw/overseen overtook/overtaken overthrew/overthrown partook/partaken proved/proven ran/run rode/ridden rang/rung rose/risen saw/seen shook/shaken showed/shown shrank/shrunk sang/sung sank/sunk spoke/spoken sprang/sprung ' +
  'stole/stolen strove/striven swore/sworn swam/swum took/taken tore/torn threw/thrown trod/trodden undertook/undertaken underwent/undergone withdrew/withdrawn woke/woken wore/worn wrote/written withstood/withstood';
/** Past forms that are their own participles. */
const SHARED =
  'bent bled bred brought built burnt bought caught clung crept dealt dug fed felt fought found fled flung forewent ground held heard kept knelt laid led leant leapt learnt left lent lit lost made meant met misled ' +
  'paid pled rebuilt repaid said sold sent shone shot slept slid sought spent spun stood stuck struck strung swept swung taught told thought understood upheld withheld won wound misunderstood outsold overheard';
/** Past forms that are like the plain form: the third person of the present has an s. */
const UNCHANGED = 'beset bid broadcast burst cast cost cut forecast hit hurt let offset put quit reset rid set shed shut split spread thrust undercut upset';

export const PAST_ONLY = new Set(PARTED.split(' ').map(pair => pair.split('/')[0]!));
export const PARTICIPLE_ONLY = new Set(PARTED.split(' ').map(pair => pair.split('/')[1]!));
export const PAST_AND_PARTICIPLE = new Set([...SHARED.split(' '), ...UNCHANGED.split(' ')]);
/** Words in -ed that are no form of a verb. */
export const NO_PAST = classOf(
  'aforementioned beloved hatred hundred kindred naked rugged sacred wicked wretched indeed need speed seed weed breed bleed feed heed greed creed deed reed steed proceed exceed succeed embed bed red shed sled ' +
  'biased so-called one-sided two-sided left-handed long-term talented gifted unprecedented unified advanced limited united');
/** Plain forms of irregular verbs whose third person is told by the s (“says”, “wins”). */
const PLAIN_IRREGULAR = new Set(
  ('arise bear beat become begin bend bind bite bleed blow break bring build buy catch choose cling come creep deal dig draw drink drive eat fall feel fight find flee fly forbid forget forgive freeze get give go grow hear hide hold keep know ' +
  'lay lead leave lend lie lose make mean meet overcome oversee owe pay put read ride ring rise run say see seek sell send shake shoot show shrink shut sing sink sit sleep slide speak spend stand steal stick strike strive swear sweep swing ' +
  'take teach tear tell think throw undergo understand undertake wake wear win withdraw withhold write').split(' '));

/** Verbs of saying and of meeting, in the past: what a note reports of its own days. */
export const SAID = classOf(
  'said told added asked warned noted stated stressed argued announced declared insisted explained replied claimed called urged suggested denied confirmed described estimated remarked observed concluded reported tweeted wrote vowed pledged promised ' +
  'condemned welcomed thanked praised criticised criticized rejected dismissed reiterated reaffirmed underscored underlined emphasised emphasized discussed outlined acknowledged commented complained demanded expressed spoke answered proposed ' +
  'met visited hosted received greeted addressed briefed attended joined travelled traveled arrived phoned consulted convened chaired');
/** The present of saying and thinking: what follows it has its own time. */
export const SAYS = classOf('say says tell tells add adds argue argues claim claims note notes believe believes think thinks recall recalls remember remembers suggest suggests write writes hold holds insist insists report reports maintain maintains likes like');

/** Whether a folded word is the plain form of a verb: irregular, or one whose -ed and -ing forms are ordinary words. */
export function isVerb(word: string, isWord: (word: string) => boolean): boolean {
  if (PLAIN_IRREGULAR.has(word)) return true;
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const past = word.endsWith('e') ? `${word}d` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
  const doubled = word + word.slice(-1);
  return (isWord(past) && isWord(`${stem}ing`)) || (isWord(`${doubled}ed`) && isWord(`${doubled}ing`));
}

/** The plain form of a word in -s that may be the third person of a verb. */
export function plainOf(word: string): string | undefined {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word) || word.length < 4) return undefined;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|zz|ss|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
