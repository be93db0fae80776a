import { fold, INVISIBLE } from '../base/fold';
import type { Span } from '../base/span';
import { COMPLEX, DIGIT, foldedUnit, JOINER, kindOf, LOWER, MARK, SPACE, UPPER } from './characters';
import { HASH_SEED, hashed, type Vocabulary } from './vocabulary';

/**
 * The tokens of one block, as columns; made once, by one pass. A token is a word, a number or one mark:
 *
 *   const t = lex(block.prose, block.sentences, vocabulary);
 *   for (let i = 0; i < t.count; i++) if (vocabulary.is(t.id[i], MONTHS) && t.flags[i + 1] & DIGITS) …
 *
 * A word is letters and digits with inner apostrophes and hyphens, or an initialism with its points (U.S.); invisible
 * characters inside it are stepped over and a possessive ending is cut off and noted (spec 4.1.1). Digits are words of
 * their own (`DIGITS`): “1,500.5” is five tokens, of which the last four have no `SPACED`. All else that is seen is a
 * mark, one token for each UTF-16 unit.
 */
export interface Tokens {
  readonly count: number;
  /** Offsets in the block, half-open. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The id of the folded word; of a mark the negative of its UTF-16 unit: `markId(',')`. */
  readonly id: Int32Array;
  readonly flags: Uint16Array;
  /** Index of the sentence it stands in. */
  readonly sentence: Int32Array;
}

/** Begins with a capital, or with an Arabic or French article joined to one (al-Assad, d’Estaing). */
export const CAPITAL = 1;
/** Letters, all of them capitals, and more than one character. */
export const ALL_CAPS = 2;
/** A possessive `'s` or `'` follows; the token ends before it. */
export const POSSESSIVE = 4;
/** Has a hyphen inside: `parts` tells them. */
export const HYPHENATED = 8;
/** Has a digit. */
export const DIGITS = 16;
/** Is a mark and no word. */
export const IS_MARK = 32;
/** The first word of its sentence. */
export const FIRST = 64;
/** White space stands before it, or the block begins with it. */
export const SPACED = 128;
/** Has characters that are not seen, or that fold to more or fewer: its text is not the slice of the prose. */
export const IRREGULAR = 256;
/** Nothing but digits. */
export const NUMERAL = 512;

export function markId(char: string): number {
  return -char.charCodeAt(0);
}

const HIDDEN = '[\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]*';
const LETTER = '[\\p{L}\\p{N}]';
/** What a word is; the loop below reads the usual ones faster. */
const WORD = new RegExp(
  `(?:\\p{Lu}\\.){2,}(?!\\p{L})|${LETTER}(?:${HIDDEN}[\\p{L}\\p{N}\\p{M}])*`
  + `(?:${HIDDEN}['’ʼ‐-]${HIDDEN}${LETTER}(?:${HIDDEN}[\\p{L}\\p{N}\\p{M}])*)*`, 'uy');
const CAPITAL_FORM = /^(?:(?:a[lnrstdz]|ash|ath|e[lsn]|ul|d|l)[-‐'’ʼ])?\p{Lu}/u;
const HAS_LETTER = /\p{L}/u;
const POSSESSIVE_END = /['’ʼ][sS]$/;
const POINT = 46;
const HYPHEN = 45;
const APOSTROPHE = 39;

/** Columns that grow while a block is read, shared by all blocks: what is kept is cut to size. */
class Buffers {
  start = new Int32Array(1024);
  end = new Int32Array(1024);
  id = new Int32Array(1024);
  flags = new Uint16Array(1024);
  sentence = new Int32Array(1024);
  count = 0;

  push(start: number, end: number, id: number, flags: number): void {
    if (this.count === this.start.length) this.grow();
    const i = this.count++;
    this.start[i] = start;
    this.end[i] = end;
    this.id[i] = id;
    this.flags[i] = flags;
  }

  private grow(): void {
    const larger = <A extends Int32Array | Uint16Array>(column: A): A => {
      const made = new (column.constructor as new (length: number) => A)(column.length * 2);
      made.set(column);
      return made;
    };
    this.start = larger(this.start);
    this.end = larger(this.end);
    this.id = larger(this.id);
    this.flags = larger(this.flags);
    this.sentence = larger(this.sentence);
  }
}

const out = new Buffers();
let units = new Uint16Array(256);

/** Reads the tokens of a block's prose. `sentences` are spans in it, in order. */
export function lex(prose: string, sentences: readonly Span[], vocabulary: Vocabulary): Tokens {
  out.count = 0;
  scan(prose, vocabulary);
  placeInSentences(sentences);
  const { count } = out;
  return {
    count,
    start: out.start.slice(0, count), end: out.end.slice(0, count), id: out.id.slice(0, count),
    flags: out.flags.slice(0, count), sentence: out.sentence.slice(0, count),
  };
}

function placeInSentences(sentences: readonly Span[]): void {
  let sentence = 0;
  let started = -1;
  for (let i = 0; i < out.count; i++) {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= out.start[i]!) sentence++;
    out.sentence[i] = sentence;
    if ((out.flags[i]! & IS_MARK) !== 0 || started === sentence) continue;
    out.flags[i]! |= FIRST;
    started = sentence;
  }
}

function scan(prose: string, vocabulary: Vocabulary): void {
  let spaced = SPACED;
  for (let i = 0; i < prose.length;) {
    const unit = prose.charCodeAt(i);
    const kind = kindOf(unit);
    if (kind === SPACE) {
      spaced = SPACED;
      i++;
      continue;
    }
    const before = out.count;
    if (kind === MARK || kind === JOINER) {
      out.push(i, i + 1, -unit, IS_MARK | spaced);
      i++;
    } else {
      const next = kind === COMPLEX ? -1 : plainWord(prose, i, vocabulary, spaced);
      i = next > i ? next : definedWord(prose, i, vocabulary, spaced);
    }
    if (out.count > before) spaced = 0;
  }
}

/** Reads a word of usual characters from `from`; the offset after it and its possessive ending, or -1 where it is of another kind. */
function plainWord(prose: string, from: number, vocabulary: Vocabulary, spaced: number): number {
  if (prose.charCodeAt(from + 1) === POINT && kindOf(prose.charCodeAt(from)) === UPPER) {
    const third = kindOf(prose.charCodeAt(from + 2) || 32);
    if (third === UPPER || third === COMPLEX) return -1;
  }
  let hash = HASH_SEED;
  let length = 0;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  let flags = spaced;
  let i = from;
  for (; i < prose.length; i++) {
    const unit = prose.charCodeAt(i);
    const kind = kindOf(unit);
    if (kind === LOWER) lowers++;
    else if (kind === UPPER) uppers++;
    else if (kind === DIGIT) digits++;
    else if (kind === COMPLEX) return -1;
    else if (kind === JOINER) {
      const next = kindOf(prose.charCodeAt(i + 1) || 32);
      if (next === COMPLEX) return -1;
      if (next !== LOWER && next !== UPPER && next !== DIGIT) break;
      const folded = foldedUnit(unit);
      if (folded === APOSTROPHE && (prose.charCodeAt(i + 1) | 32) === 115) {
        const ends = endsWord(prose, i + 2);
        if (ends < 0) return -1;
        if (ends > 0) {
          flags |= POSSESSIVE;
          break;
        }
      }
      if (folded === HYPHEN) flags |= HYPHENATED;
    } else break;
    if (length === units.length) enlarge();
    const folded = foldedUnit(unit);
    units[length++] = folded;
    hash = hashed(hash, folded);
  }
  if (digits > 0) flags |= DIGITS | (digits === length ? NUMERAL : 0);
  if (uppers > 0 && lowers === 0 && length > 1) flags |= ALL_CAPS;
  if (kindOf(prose.charCodeAt(from)) === UPPER || (uppers > 0 && CAPITAL_FORM.test(prose.slice(from, i)))) flags |= CAPITAL;
  const owns = (flags & POSSESSIVE) !== 0;
  if (!owns && (prose.charCodeAt(i - 1) | 32) === 115 && isApostrophe(prose.charCodeAt(i))) flags |= POSSESSIVE;
  out.push(from, i, vocabulary.intern(units, length, hash), flags);
  return owns ? i + 2 : i;
}

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === 0x2019;
}

/** Whether a word ends before `i`: 1 it does, 0 it goes on, -1 only its definition tells. */
function endsWord(prose: string, i: number): number {
  const kind = kindOf(prose.charCodeAt(i) || 32);
  if (kind === COMPLEX) return -1;
  if (kind === LOWER || kind === UPPER || kind === DIGIT) return 0;
  if (kind !== JOINER) return 1;
  const next = kindOf(prose.charCodeAt(i + 1) || 32);
  return next === COMPLEX ? -1 : next === LOWER || next === UPPER || next === DIGIT ? 0 : 1;
}

/** Reads a word by its definition, or steps over one character that begins none; the offset after it. */
function definedWord(prose: string, from: number, vocabulary: Vocabulary, spaced: number): number {
  WORD.lastIndex = from;
  const match = WORD.exec(prose);
  if (!match) {
    const unit = prose.charCodeAt(from);
    if (unit >= 0xd800 && unit < 0xe000) out.push(from, from + 1, -unit, IS_MARK | spaced);
    return from + 1;
  }
  let raw = match[0];
  const after = from + raw.length;
  let flags = spaced;
  const ending = POSSESSIVE_END.exec(raw);
  if (ending) {
    raw = raw.slice(0, ending.index);
    flags |= POSSESSIVE;
  } else if (/[sS]$/.test(raw) && /^['’](?!\p{L})/u.test(prose.slice(after, after + 2))) flags |= POSSESSIVE;
  const text = raw.replace(INVISIBLE, '');
  if (text === '') return after;
  const folded = fold(text);
  if (text !== raw || folded.length !== text.length) flags |= IRREGULAR;
  if (CAPITAL_FORM.test(text)) flags |= CAPITAL;
  if (HAS_LETTER.test(text) && text.length > 1 && text === text.toUpperCase()) flags |= ALL_CAPS;
  if (folded.includes('-')) flags |= HYPHENATED;
  if (/\p{N}/u.test(text)) flags |= DIGITS | (/^\p{N}+$/u.test(text) ? NUMERAL : 0);
  out.push(from, from + raw.length, vocabulary.of(folded), flags);
  return after;
}

function enlarge(): void {
  const larger = new Uint16Array(units.length * 2);
  larger.set(units);
  units = larger;
}

/** The text of a word as written, without characters that are not seen. */
export function textOf(prose: string, t: Tokens, i: number): string {
  const text = prose.slice(t.start[i]!, t.end[i]!);
  return (t.flags[i]! & IRREGULAR) !== 0 ? text.replace(INVISIBLE, '') : text;
}
