/** Characters that stand inside words without being seen: soft hyphen, zero-width marks, joiners, bidi controls, BOM. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Letters, digits and marks of ASCII that fold to themselves in lower case. */
const PLAIN_ASCII = /^[ -_a-~]*$/;

/** Letters that NFD does not take apart but writers leave out or replace (Łukasz/Lukasz, Erdoğan is handled by NFD). */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l', đ: 'd', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i', þ: 'th', ð: 'd', ħ: 'h', ə: 'e',
};

/**
 * Folds a word for comparison only: lower case, no diacritics, one apostrophe, no invisible characters.
 * Offsets of the source are never computed from the result.
 */
export function fold(word: string): string {
  if (PLAIN_ASCII.test(word)) return word.toLowerCase();
  return word
    .replace(INVISIBLE, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łđøæœßıþðħə]/g, c => PLAIN[c] ?? c)
    .replace(/[ʼ’‘ʹ`´]/g, "'")
    .replace(/[‐‑–]/g, '-');
}
