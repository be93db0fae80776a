import { resolveClaims } from './claims';
import { shift } from '../base/span';
import { aboutAt } from './when/about';
import { readTimes, type Times } from './when/times';
import { resolveFigures } from './figures/figures';
import type { Analysis, FactKind, Ground, Placed, ResolvedCount, ResolvedKind } from './model';
import { resolveNames } from './who/people';

/** What the document as a whole says of its facts: who is meant, when, which figures are of one thing. Linear in facts, never in text. */
export function understand(ground: Ground): Pick<Analysis, ResolvedKind> {
  const times = readTimes(ground);
  const { dates } = times;
  const names = resolveNames(ground, times);
  const { figures, pairs } = resolveFigures(ground, times);
  return { names, dates, figures, figurePairs: pairs, claims: resolveClaims(ground, names, dates), counts: resolveCounts(ground, times) };
}

/** Numbers of members with the time that each is about. */
function resolveCounts(ground: Ground, times: Times): ResolvedCount[] {
  return ground.document.blocks.flatMap(block => {
    const facts = ground.factsOf(block);
    const when = times.of(block);
    return facts.counts.length === 0 ? [] : ground.derivations.keep('counts', block, [when], () => facts.counts.map(mention => {
      const about = aboutAt(facts, when, mention.span.start);
      return { mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted, ...(about ? { about } : {}) };
    }));
  });
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
    get attributions() { return placed('attributions'); },
  };
}
