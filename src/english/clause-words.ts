import {
  BE_PAST, BE_PRESENT, DO_PAST, DO_PRESENT, HAD, HAVE, isVerb, MAY, NO_PAST, PARTICIPLE_ONLY, PAST_AND_PARTICIPLE, PAST_ONLY, plainOf, WILL, WOULD,
} from './verbs';
import { classOf } from './word-set';

/**
 * What a word may be in a clause, as bits: asked of every word of a text, often more than once, so found out once for
 * each word (`WordBits`). A word may be several.
 */
export const Is = {
  WILL: 1 << 0, WOULD: 1 << 1, MAY: 1 << 2, BE_PRESENT: 1 << 3, BE_PAST: 1 << 4, HAVE: 1 << 5, HAD: 1 << 6, DO_PRESENT: 1 << 7, DO_PAST: 1 << 8,
  /** he’ll, they’ve */
  CONTRACTED: 1 << 9,
  /** All forms of be and get. */
  BE: 1 << 10,
  PARTICIPLE: 1 << 11,
  /** Past and no participle: went. */
  PAST_ONLY: 1 << 12,
  /** Past or participle: said, signed. */
  PAST: 1 << 13,
  /** Third person of a verb, or a noun: wants. */
  THIRD: 1 << 14,
  /** Plain form of a verb, or a noun: argue. */
  PLAIN: 1 << 15,
  /** Stands between an auxiliary and its verb, or between subject and verb. */
  ADVERB: 1 << 16,
  DETERMINER: 1 << 17,
  PREPOSITION: 1 << 18,
  PRONOUN: 1 << 19,
  /** A subject of one. */
  ONE: 1 << 20,
  /** A subject of many. */
  MANY: 1 << 21,
  /** Begins an object. */
  OBJECT: 1 << 22,
  /** if, when, as: a participle after it is no past. */
  SHORTENED: 1 << 23,
  COORDINATOR: 1 << 24,
  SUBORDINATOR: 1 << 25,
  /** Opens a clause without a comma before it. */
  BARE: 1 << 26,
} as const;

/** Any word that may be an auxiliary. */
export const AUXILIARY = Is.WILL | Is.WOULD | Is.MAY | Is.BE_PRESENT | Is.BE_PAST | Is.HAVE | Is.HAD | Is.DO_PRESENT | Is.DO_PAST | Is.CONTRACTED;

const CLASSES: readonly (readonly [bit: number, words: ReadonlySet<string>])[] = [
  [Is.WILL, WILL], [Is.WOULD, WOULD], [Is.MAY, MAY], [Is.BE_PRESENT, BE_PRESENT], [Is.BE_PAST, BE_PAST], [Is.HAVE, HAVE], [Is.HAD, HAD],
  [Is.DO_PRESENT, DO_PRESENT], [Is.DO_PAST, DO_PAST], [Is.PAST_ONLY, PAST_ONLY],
  [Is.BE, classOf('is are am was were be been being isn\'t aren\'t wasn\'t weren\'t get got gets getting')],
  [Is.ADVERB, classOf('not also never always still now then once again already just ever long soon first only even later often twice yet both all duly too')],
  [Is.DETERMINER, classOf('a an the this that these those his her its their our my your no any every each some another which whose what')],
  [Is.PREPOSITION, classOf(
    'of in on at by for with from to into over under between among against about after before during through within without per as than upon toward towards across near via like despite')],
  [Is.PRONOUN, classOf('he she it they we i you who which that this there')],
  [Is.ONE, classOf('he she it who which that this there one everybody everyone nobody no-one somebody someone')],
  [Is.MANY, classOf('they we i you who which that these those many most some few others both all several')],
  [Is.OBJECT, classOf(
    'a an the this that these those his her its their our my your no how what why whether not only more less as if to him them us it itself himself herself themselves two three four five six')],
  [Is.SHORTENED, classOf('if when as once though although unless until where')],
  [Is.COORDINATOR, classOf('and but or nor yet so while whereas')],
  [Is.SUBORDINATOR, classOf('who whom whose which where when after before because although though as if unless until once since that whether')],
  [Is.BARE, classOf('who whom whose which where when because although though unless whether if while before after until once that since')],
];

const NOT_ADVERBS = classOf(
  'only family reply supply assembly ally italy july early daily monthly weekly yearly friendly likely costly deadly anomaly monopoly homily');

export function clauseBits(word: string, isWord: (word: string) => boolean): number {
  let bits = 0;
  for (const [bit, words] of CLASSES) if (words.has(word)) bits |= bit;
  const regular = word.endsWith('ed') && !NO_PAST.has(word);
  if (word.endsWith('ly') && !NOT_ADVERBS.has(word)) bits |= Is.ADVERB;
  if (/^[a-z]+'(?:ll|re|ve|d|m)$/.test(word)) bits |= Is.CONTRACTED;
  if (regular || PARTICIPLE_ONLY.has(word) || PAST_AND_PARTICIPLE.has(word) || word === 'been' || word === 'had') bits |= Is.PARTICIPLE;
  if (PAST_AND_PARTICIPLE.has(word) || (regular && word.length > 3 && !word.endsWith('eed') && !word.includes('-'))) bits |= Is.PAST;
  const plain = plainOf(word);
  if (plain !== undefined && isVerb(plain, isWord)) bits |= Is.THIRD;
  else if (!word.endsWith('ed') && !word.endsWith('ing') && isVerb(word, isWord)) bits |= Is.PLAIN;
  return bits;
}
