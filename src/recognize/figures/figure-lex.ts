import { fold, INVISIBLE } from '../../base/fold';
import { startingFrom, type Token } from '../../english/tokens';
import type { BlockText } from '../model';

/**
 * A piece of a sentence as figures need it: numbers whole with their separators, hyphenated words whole,
 * every other character that shows on its own. Offsets are those of the text given.
 */
export interface Lexeme {
  readonly start: number;
  readonly end: number;
  readonly kind: 'number' | 'word' | 'mark';
  /** Folded, without a possessive ending; digits as written for numbers. */
  readonly word: string;
  readonly capital: boolean;
  readonly possessive: boolean;
}

const SEEN = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
const GROUPED = `\\d{1,3}(?:[,'’]\\d{3})+(?!\\d)(?:\\.\\d+)?`;
/** Lakhs and crores (1,50,000), and a decimal comma (3,2): numbers, whether or not they suit the text. */
const LAKHS = `\\d{1,2}(?:,\\d{2})+,\\d{3}(?![\\d,])`;
const COMMA = `\\d{1,3},\\d{1,2}(?![\\d,.]\\d|\\d)`;
const SPACED = `\\d{1,3}(?:[ \\u00a0\\u2009\\u202f]\\d{3})+(?!\\d|[,.]\\d)`;
const NUMBER = `(?:${LAKHS}|${GROUPED}|${SPACED}|${COMMA}|\\d+(?:\\.\\d+)*)`;
/** Letters that may stand glued to a number and are its unit, not a part of its name (300km). */
const GLUED = '(?=(?:km|kms|kg|kgs|lb|lbs|ft|mi|nm|nmi|mm|cm|ha|mw|gw|kw|mwh|gwh|twh|kt|mt|hrs)(?![\\p{L}\\p{N}]))';
const LEXEME = new RegExp(
  `((?:\\p{Lu}\\.){2,}(?!\\p{L}))` +
  `|(\\d[\\d,]*(?:st|nd|rd|th|s)(?![\\p{L}\\p{N}]))` +
  `|(${NUMBER}(?:\\s?(?:k|mn|mln|bn|bln|tn|trn|m)(?![\\p{L}\\p{N}'’]|\\.\\p{L}))?(?:(?![\\p{L}])|${GLUED}))` +
  `|([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${SEEN}]*(?:[-‐‑'’ʼ][\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}${SEEN}]*)*)` +
  `|([^\\s${SEEN}])`,
  'giu',
);
const POSSESSIVE = /['’ʼ][sS]$/;

/** Lexemes of `text` between two offsets, by their definition. */
export function lex(text: string, from = 0, to = text.length): Lexeme[] {
  const found: Lexeme[] = [];
  LEXEME.lastIndex = from;
  for (let match = LEXEME.exec(text); match && match.index < to; match = LEXEME.exec(text)) found.push(lexemeOf(match, text));
  return found;
}

function lexemeOf(match: RegExpExecArray, text: string): Lexeme {
  const start = match.index;
  const raw = match[0];
  const end = start + raw.length;
  if (match[3] !== undefined) return { start, end, kind: 'number', word: raw, capital: false, possessive: false };
  if (match[5] !== undefined) return { start, end, kind: 'mark', word: raw, capital: false, possessive: false };
  const plain = raw.replace(INVISIBLE, '');
  const ending = POSSESSIVE.test(plain);
  const plural = !ending && /s$/i.test(plain) && /^['’] ?\p{L}/u.test(text.slice(end, end + 3)) && text[end + 1] === ' ';
  return {
    start, end, kind: 'word', word: fold(ending ? plain.slice(0, -2) : plain),
    capital: /^(?:\p{Lu}|(?:al|el|as|ash)[-‐‑]\p{Lu})/u.test(plain), possessive: ending || plural,
  };
}

/** The same for a block whose words are read: only numbers and words of other than plain letters are read by the definition. */
export function lexemesIn(text: BlockText, from: number, to: number): Lexeme[] {
  const { prose, tokens } = text;
  const found: Lexeme[] = [];
  let at = from;
  for (let i = startingFrom(tokens, from); i < tokens.length && tokens[i]!.start < to; i++) {
    const token = tokens[i]!;
    if (token.start < at || !isPlain(token, prose)) continue;
    // what stands before it, and words that are not plain
    const gap = prose.slice(at, token.start);
    if (gap !== ' ' && gap !== '') found.push(...lex(prose, at, token.start));
    // a number has taken the word: 5 bn
    at = Math.max(at, found.at(-1)?.end ?? 0);
    if (at > token.start) continue;
    found.push({ start: token.start, end: token.end, kind: 'word', word: token.folded, capital: token.capital, possessive: false });
    at = token.end;
  }
  found.push(...lex(prose, at, to));
  return found;
}

/** Letters of ASCII with a space after them. */
function isPlain(token: Token, prose: string): boolean {
  return prose.charCodeAt(token.end) === SPACE && PLAIN.test(token.text) && token.end - token.start === token.text.length;
}

const SPACE = 32;
const PLAIN = /^[A-Za-z][a-z]+$/;
