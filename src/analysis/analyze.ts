import { resolveClaims } from './claims';
import { resolveDates } from './when/dates';
import { resolveFigures } from './figures/figures';
import type { Analysis, FactKind, Ground, Placed, ResolvedKind } from './model';
import { resolveNames } from './who/people';

/** What the document as a whole says of its facts: who is meant, when, which figures are of one thing. Linear in facts, never in text. */
export function understand(ground: Ground): Pick<Analysis, ResolvedKind> {
  const dates = resolveDates(ground);
  const names = resolveNames(ground, dates);
  const { figures, pairs } = resolveFigures(ground, dates);
  return { names, dates, figures, figurePairs: pairs, claims: resolveClaims(ground, names, dates) };
}

/** The analysis as a host of checks sees it: facts are placed when they are asked for. */
export function analysisOf(ground: Ground, resolved: Pick<Analysis, ResolvedKind>, lists: (kind: FactKind) => readonly Placed<unknown>[]): Analysis {
  const placed = lists as Analysis['placed'];
  return {
    ...ground, ...resolved, placed, blockOf: ({ block }) => block,
    get organizations() { return placed('organizations'); },
    get metonyms() { return placed('metonyms'); },
    get states() { return placed('states'); },
    get places() { return placed('places'); },
    get acronyms() { return placed('acronyms'); },
    get counts() { return placed('counts'); },
    get attributions() { return placed('attributions'); },
  };
}
