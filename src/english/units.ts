import type { Span } from '../base/span';
import { type Atom, atomsOf, tokenize } from './tokens';

/** A word of running text, or what stands between two words where it is more than a space or a hyphen. */
export interface Unit extends Span {
  readonly folded: string;
  /** Index of its token; -1 for what stands between words. */
  readonly token: number;
  readonly capital: boolean;
}

const COMMA = /^(?:['’]s)?\s*,\s*$/;
/** A possessive ending, then spaces, or one dash without spaces. */
const SOFT_GAP = /^(?:['’]s)?(?:[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*|[‐‑–-])$/;
const CAPITAL = /^\p{Lu}/u;
const SPACE = 32;

/** The units of a phrase. */
export function phraseUnits(phrase: string): readonly Unit[] {
  return unitsOf(phrase, atomsOf(tokenize(phrase, [])));
}

/** Words with hyphens taken apart; a comma or any other stop between two words is a unit of its own. */
export function unitsOf(prose: string, atoms: readonly Atom[]): readonly Unit[] {
  const units: Unit[] = [];
  let end = -1;
  for (const atom of atoms) {
    const { start, folded, token } = atom;
    if (end >= 0 && !(start === end + 1 && prose.charCodeAt(end) === SPACE)) {
      const gap = prose.slice(end, start);
      if (!SOFT_GAP.test(gap)) {
        units.push({ start: end, end: start, folded: COMMA.test(gap) ? ',' : '\n', token: -1, capital: false });
      }
    }
    const code = prose.charCodeAt(start);
    const capital = code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(prose.slice(start, start + 2));
    units.push({ start, end: atom.end, folded, token, capital });
    end = atom.end;
  }
  return units;
}
