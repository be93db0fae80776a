import type { Analysis } from '../../analysis/model';
import { type Day, parseDate } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { BlockFacts } from '../../recognize/model';
import { sightOfText } from './check';

type Kind = 'markings' | 'grades' | 'likelihoods' | 'confidences' | 'placeholders' | 'dateClaims' | 'events' | 'quotations' | 'listCounts' | 'dialects';

/** A fact of one block at its address; the mention's own spans stay relative to `block`. */
export interface Fact<M> {
  readonly mention: M;
  readonly span: Span;
  readonly block: Block;
}

/** All facts of a kind, in document order. */
export function factsOf<K extends Kind>(analysis: Analysis, kind: K): readonly Fact<BlockFacts[K][number]>[] {
  return analysis.placed(kind);
}

/** The days on which the note was written and its information was cut off: first and last, equal where only one is given. */
export function noteDays(analysis: Analysis): { readonly first: Day; readonly last: Day } | undefined {
  if (!analysis.judging) return undefined;
  const issued = parseDate(analysis.document.frontMatter?.entries.get('date')?.value);
  const last = issued && issued.precision !== 'open' ? issued.latest : analysis.judging.last;
  return { first: Math.min(analysis.judging.first, last), last: Math.max(analysis.judging.last, last) };
}

/** Whether the block stands in a section of sources or abbreviations. */
export function isReference(_analysis: Analysis, block: Block): boolean {
  const kind = block.section.kind;
  return kind === 'sources' || kind === 'abbreviations';
}

/** Where somebody’s turn in a transcript begins. */
export const speakers = sightOfText(function* ({ speaker, span }) {
  if (speaker) yield span.start;
});
