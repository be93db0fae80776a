import { fold } from '../base/fold';

/**
 * What each UTF-16 unit is to the lexer, decided once per unit and kept: `kindOf(unit)` is one of the constants below,
 * `foldedUnit(unit)` the unit that it is compared by. Units whose case or folding depends on their neighbours, that fold
 * to none or to several units, or that are seen only together with others, are `COMPLEX`: the lexer reads such a word by
 * its definition (`tokens.ts`) instead.
 */
export const SPACE = 1;
/** A small letter with a capital of its own. */
export const LOWER = 2;
export const UPPER = 3;
export const DIGIT = 4;
/** Apostrophes and hyphens: they join two parts of a word. */
export const JOINER = 5;
/** Any other visible character: punctuation, symbols. */
export const MARK = 6;
export const COMPLEX = 7;

/** 0: not asked for yet. */
const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

export function kindOf(unit: number): number {
  return kinds[unit]! || decide(unit);
}

/** Only for units that are `LOWER`, `UPPER`, `DIGIT` or `JOINER`, after `kindOf`. */
export function foldedUnit(unit: number): number {
  return folds[unit]!;
}

const INSIDE = /[\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;

function decide(unit: number): number {
  const kind = classify(unit);
  kinds[unit] = kind;
  return kind;
}

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (unit >= 0xd800 && unit < 0xe000) return COMPLEX;
  if (INSIDE.test(char)) return COMPLEX;
  if (/\s/.test(char)) return SPACE;
  if ("'’‐-".includes(char)) {
    folds[unit] = fold(char).charCodeAt(0);
    return JOINER;
  }
  if (!/[\p{L}\p{N}]/u.test(char)) return MARK;
  const folded = fold(char);
  // “Σ” is folded by what follows it
  if (folded.length !== 1 || fold(`a${char}`) !== `a${folded}` || fold(`a${char}b`) !== `a${folded}b`) return COMPLEX;
  folds[unit] = folded.charCodeAt(0);
  if (/\p{N}/u.test(char)) return char.toUpperCase() === char ? DIGIT : COMPLEX;
  if (/\p{Lu}/u.test(char)) return char.toUpperCase() === char ? UPPER : COMPLEX;
  return char.toUpperCase() !== char ? LOWER : COMPLEX;
}
