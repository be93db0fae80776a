import { fold, INVISIBLE } from '../../base/fold';

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
/** Most words of a text: they fold to themselves and have no capital. */
const LOWER = /^[a-z]+$/;
const POSSESSIVE = /['’ʼ][sS]$/;

/** Lexemes of `text` between two offsets. */
export function lex(text: string, from = 0, to = text.length): Lexeme[] {
  const found: Lexeme[] = [];
  LEXEME.lastIndex = from;
  for (let match = LEXEME.exec(text); match && match.index < to; match = LEXEME.exec(text)) {
    const start = match.index;
    const raw = match[0];
    const end = start + raw.length;
    if (match[3] !== undefined) {
      found.push({ start, end, kind: 'number', word: raw, capital: false, possessive: false });
    } else if (match[5] !== undefined) {
      found.push({ start, end, kind: 'mark', word: raw, capital: false, possessive: false });
    } else if (LOWER.test(raw) && !/['’]/.test(text[end] ?? '')) {
      found.push({ start, end, kind: 'word', word: raw, capital: false, possessive: false });
    } else {
      const plain = raw.replace(INVISIBLE, '');
      const ending = POSSESSIVE.test(plain);
      const plural = !ending && /s$/i.test(plain) && /^['’] ?\p{L}/u.test(text.slice(end, end + 3)) && text[end + 1] === ' ';
      found.push({
        start,
        end,
        kind: 'word',
        word: fold(ending ? plain.slice(0, -2) : plain),
        capital: /^(?:\p{Lu}|(?:al|el|as|ash)[-‐‑]\p{Lu})/u.test(plain),
        possessive: ending || plural,
      });
    }
  }
  return found;
}
