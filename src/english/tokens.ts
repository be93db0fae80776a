import { fold } from '../base/fold';
import type { Span } from '../base/span';
import { ALL_CAPS, CAPITAL, FIRST, IS_MARK, lex, POSSESSIVE, textOf } from './lexer';
import { Vocabulary } from './vocabulary';

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

/** For words of phrases and of texts that no gazetteer is asked about; forgotten when it has grown. */
let scratch = new Vocabulary();

/** Words with their ids in a vocabulary, which hold until it forgets words of running text. */
export interface Words {
  readonly tokens: readonly Token[];
  /** By token. */
  readonly ids: Int32Array;
}

/** The words of a prose: `lex` without its marks, as objects. */
export function tokenize(prose: string, sentences: readonly Span[]): readonly Token[] {
  if (scratch.size > 400_000) scratch = new Vocabulary();
  return wordsIn(prose, sentences, scratch).tokens;
}

export function wordsIn(prose: string, sentences: readonly Span[], vocabulary: Vocabulary): Words {
  const t = lex(prose, sentences, vocabulary);
  const tokens: Token[] = [];
  const ids = new Int32Array(t.count);
  for (let i = 0; i < t.count; i++) {
    const flags = t.flags[i]!;
    if ((flags & IS_MARK) !== 0) continue;
    ids[tokens.length] = t.id[i]!;
    tokens.push({
      start: t.start[i]!,
      end: t.end[i]!,
      text: textOf(prose, t, i),
      folded: vocabulary.word(t.id[i]!),
      capital: (flags & CAPITAL) !== 0,
      allCaps: (flags & ALL_CAPS) !== 0,
      possessive: (flags & POSSESSIVE) !== 0,
      sentence: t.sentence[i]!,
      sentenceStart: (flags & FIRST) !== 0,
    });
  }
  return { tokens, ids: ids.subarray(0, tokens.length) };
}

/** A token, or one hyphenated part of it: titles and compounds are matched part by part. */
export interface Atom extends Span {
  readonly folded: string;
  /** Index of the token it belongs to. */
  readonly token: number;
}

export function atomsOf(tokens: readonly Token[]): Atom[] {
  const atoms: Atom[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (!token.folded.includes('-') || token.end - token.start !== token.text.length) {
      atoms.push({ start: token.start, end: token.end, folded: token.folded, token: index });
      continue;
    }
    let offset = 0;
    for (const part of token.text.split(/[-‐‑]/)) {
      atoms.push({ start: token.start + offset, end: token.start + offset + part.length, folded: fold(part), token: index });
      offset += part.length + 1;
    }
  }
  return atoms;
}

/** Index of the first part that starts at an offset or after it. */
export function startingFrom(parts: readonly Span[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the part that starts at an offset. */
export function startingAt(parts: readonly Span[], offset: number): number | undefined {
  const i = startingFrom(parts, offset);
  return parts[i]?.start === offset ? i : undefined;
}

/** Ids of atoms, or of other parts of tokens. */
export function idsOf(parts: readonly Atom[], { tokens, ids }: Words, vocabulary: Vocabulary): Int32Array {
  const own = new Int32Array(parts.length);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const token = part.token < 0 ? undefined : tokens[part.token]!;
    own[i] = token && token.start === part.start && token.end === part.end ? ids[part.token]! : vocabulary.of(part.folded);
  }
  return own;
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
