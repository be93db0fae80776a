import { shift, type Span } from '../base/span';
import { resolveClaims } from './claims';
import { resolveDates } from './when/dates';
import { resolveFigures } from './figures/figures';
import type { Analysis, Ground, Placed } from './model';
import type { BlockFacts } from '../recognize/model';
import { resolveNames } from './who/people';

type Kind = 'organizations' | 'metonyms' | 'states' | 'places' | 'acronyms' | 'counts' | 'attributions';
type Mention = { readonly span: Span; readonly quoted?: boolean };

/** Folds the facts of all blocks into one understanding of the document: linear in facts, never in text. */
export function analyze(ground: Ground): Analysis {
  const dates = resolveDates(ground);
  const names = resolveNames(ground, dates);
  const { figures, pairs } = resolveFigures(ground, dates);
  const place = <K extends Kind>(kind: K): Placed<BlockFacts[K][number]>[] => {
    const placed: Placed<BlockFacts[K][number]>[] = [];
    for (const block of ground.document.blocks) {
      for (const mention of ground.factsOf(block)[kind] as readonly (BlockFacts[K][number] & Mention)[]) placed.push({ mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted ?? block.quoted });
    }
    return placed;
  };
  return {
    ...ground,
    names,
    dates,
    figures,
    figurePairs: pairs,
    organizations: place('organizations'),
    metonyms: place('metonyms'),
    states: place('states'),
    places: place('places'),
    acronyms: place('acronyms'),
    counts: place('counts'),
    attributions: place('attributions'),
    claims: resolveClaims(ground, names, dates),
    blockOf: placed => placed.block,
  };
}
