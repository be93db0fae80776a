import { fold, INVISIBLE } from '../base/fold';
import type { Span } from '../base/span';

/** A word of the prose: letters and digits with inner apostrophes and hyphens. Span relative to the block. */
export interface Token extends Span {
  /** As written, without invisible characters and without a possessive ending. */
  readonly text: string;
  /** Folded for comparison (`base/fold`). */
  readonly folded: string;
  readonly capital: boolean;
  readonly allCaps: boolean;
  /** A possessive `'s` or `'` follows; text and span end before it. */
  readonly possessive: boolean;
  /** Index of the sentence it stands in. */
  readonly sentence: number;
  readonly sentenceStart: boolean;
}

/**
 * Words of the prose (spec 4.1.1): letters and digits with inner apostrophes and hyphens, invisible characters inside
 * them skipped; points are kept in initialisms only (U.S.). A possessive ending is cut off and noted.
 */
const HIDDEN = '[\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]*';
const LETTER = '[\\p{L}\\p{N}]';
const WORD = new RegExp(`(?:\\p{Lu}\\.){2,}(?!\\p{L})|${LETTER}(?:${HIDDEN}[\\p{L}\\p{N}\\p{M}])*(?:${HIDDEN}['’ʼ‐-]${HIDDEN}${LETTER}(?:${HIDDEN}[\\p{L}\\p{N}\\p{M}])*)*`, 'gu');
/** A capital, or an Arabic or French article joined to one: al-Assad, el-Sisi, d’Estaing. */
const CAPITAL = /^(?:(?:a[lnrstdz]|ash|ath|e[lsn]|ul|d|l)[-‐'’ʼ])?\p{Lu}/u;
const HAS_LETTER = /\p{L}/u;
const POSSESSIVE = /['’ʼ][sS]$/;

export function tokenize(prose: string, sentences: readonly Span[]): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let started = -1;
  for (const match of prose.matchAll(WORD)) {
    const start = match.index;
    let raw = match[0];
    let possessive = false;
    const ending = POSSESSIVE.exec(raw);
    if (ending) {
      raw = raw.slice(0, ending.index);
      possessive = true;
    } else if (/[sS]$/.test(raw) && /^['’](?!\p{L})/u.test(prose.slice(start + raw.length, start + raw.length + 2))) {
      possessive = true;
    }
    const text = raw.replace(INVISIBLE, '');
    if (text === '') continue;
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= start) sentence++;
    const upper = HAS_LETTER.test(text) && text.length > 1 && text === text.toUpperCase();
    tokens.push({
      start,
      end: start + raw.length,
      text,
      folded: fold(text),
      capital: CAPITAL.test(text),
      allCaps: upper,
      possessive,
      sentence,
      sentenceStart: started !== sentence,
    });
    started = sentence;
  }
  return tokens;
}

/** A token, or one hyphenated part of it: titles and compounds are matched part by part. */
export interface Atom extends Span {
  readonly folded: string;
  /** Index of the token it belongs to. */
  readonly token: number;
}

export function atomsOf(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  tokens.forEach((token, index) => {
    const width = token.end - token.start;
    if (!token.folded.includes('-') || width !== token.text.length) {
      atoms.push({ start: token.start, end: token.end, folded: token.folded, token: index });
      return;
    }
    let offset = 0;
    for (const part of token.text.split(/[-‐‑]/)) {
      atoms.push({ start: token.start + offset, end: token.start + offset + part.length, folded: fold(part), token: index });
      offset += part.length + 1;
    }
  });
  return atoms;
}

/** Whether only spaces (and, after an initial, a point) stand between two words. */
export function adjacent(prose: string, left: Span, right: Span): boolean {
  const between = prose.slice(left.end, right.start);
  return between.length > 0 ? /^(?:\.? +|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff ]+)$/.test(between) && (!between.startsWith('.') || isInitial(prose, left)) : false;
}

const ABBREVIATED = /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Maj|Col|Capt|Adm|Sgt|Brig|Cmdr|Sen|Rep|Gov|Amb|Rev|Hon|St|Sec|Messrs|H\.E)$/i;

/** A single capital before a point, or an abbreviated honorific or rank. */
function isInitial(prose: string, at: Span): boolean {
  const word = prose.slice(at.start, at.end);
  return /^\p{Lu}$/u.test(word) || ABBREVIATED.test(word);
}
