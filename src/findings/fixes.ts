import type { Span } from '../base/span';
import type { Edit, Fix, FixAction } from './finding';

/** How a fix may be offered: reviewed one by one unless said otherwise. */
interface Standing {
  readonly safe?: boolean;
  readonly preferred?: boolean;
}

export function replace(title: string, span: Span, text: string, standing: Standing = {}): Fix {
  return edits(title, [{ span, text }], standing);
}

export function edits(title: string, changes: readonly Edit[], standing: Standing = {}): Fix {
  return { title, edits: changes, safe: standing.safe ?? false, preferred: standing.preferred ?? false };
}

/** So many places are changed at once from each of them; of more, from the first only: every such fix lists all its places. */
const MOST_PLACES = 100;

/** The places that a fix beside one of them changes. */
export function atOnce<T>(here: T, places: readonly T[]): readonly T[] {
  return places.length > MOST_PLACES && here !== places[0] ? [here] : places;
}

export function action(title: string, what: FixAction): Fix {
  return { title, edits: [], safe: false, preferred: false, action: what };
}
