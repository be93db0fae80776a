import { CROWDS, DAYS_AROUND, MONTHS, NUMBERS, ORDINALS, PERIODS, SINCE_THEN, SPANS_OF_TIME, TAKING_PART, WEEKDAYS } from '../english/lexicon';
import { WordBits } from '../english/per-word';
import { perGazetteer } from '../english/phrases';
import type { Words } from '../english/tokens';
import type { WordClass } from '../english/word-class';
import type { Gazetteer } from '../gazetteer/gazetteer';

/**
 * Words without which a recognizer finds nothing, as bits of a block (`BlockText.has`): it looks at a block only where
 * one of its words stands there. A bit says that there is such a word somewhere, never that something was found.
 */
export const Has = {
  DIGIT: 1 << 0,
  /** Four digits together. */
  YEAR: 1 << 1,
  /** A number in words. */
  NUMBER: 1 << 2,
  ORDINAL: 1 << 3,
  MONTH: 1 << 4,
  WEEKDAY: 1 << 5,
  DAY_AROUND: 1 << 6,
  PERIOD: 1 << 7,
  SPAN_OF_TIME: 1 << 8,
  SINCE_THEN: 1 << 9,
  TAKING_PART: 1 << 10,
  /** hundreds, a few: about how many. */
  CROWD: 1 << 11,
  DAY_OF_MONTH: 1 << 12,
} as const;

const BY_CLASS: readonly (readonly [bit: number, words: WordClass<unknown>])[] = [
  [Has.NUMBER, NUMBERS], [Has.CROWD, CROWDS], [Has.ORDINAL, ORDINALS], [Has.MONTH, MONTHS], [Has.WEEKDAY, WEEKDAYS], [Has.DAY_AROUND, DAYS_AROUND], [Has.PERIOD, PERIODS],
  [Has.SPAN_OF_TIME, SPANS_OF_TIME], [Has.SINCE_THEN, SINCE_THEN], [Has.TAKING_PART, TAKING_PART],
];

/** A day of a month stands beside it, or “of” between them. */
const BESIDE = 3;

/** Bits by sentence; a text without sentences is one. */
export function hasIn(text: Words, sentences: number, starts: WordBits): Int32Array {
  const bits = new Int32Array(Math.max(1, sentences));
  let day = -BESIDE;
  let month = -BESIDE;
  text.tokens.forEach((token, i) => {
    const own = starts.of(text.ids[i]!);
    if ((own & Has.DIGIT) !== 0) day = i;
    if ((own & Has.MONTH) !== 0) month = i;
    const dated = (day === i || month === i) && Math.abs(day - month) < BESIDE;
    bits[token.sentence]! |= own | (dated ? Has.DAY_OF_MONTH : 0);
  });
  return bits;
}

/** Bits of a word, or of any part of one that has a mark inside. */
export const startsOf = perGazetteer(({ vocabulary }: Gazetteer) => new WordBits(vocabulary, word => {
  let bits = (/\d/.test(word) ? Has.DIGIT : 0) | (/\d{4}/.test(word) ? Has.YEAR : 0);
  for (const part of word.split(/[^\p{L}\p{N}]+/u)) for (const [bit, words] of BY_CLASS) if (words.has(part)) bits |= bit;
  return bits;
}));
