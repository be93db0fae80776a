import type { Analysis, ResolvedName } from '../../analysis/model';
import type { Block } from '../../document/model';
import type { BlockFacts, NameMention } from '../../recognize/model';

type Kind = 'tenures' | 'ages' | 'acts';

/** A fact about a name, with the person whom the name means. */
export interface NameFact<M> {
  readonly mention: M;
  readonly name: ResolvedName;
  readonly block: Block;
}

/** Resolved names by the mention that they were read from: built once per analysis, and only where a check asks. */
const resolved = new WeakMap<readonly ResolvedName[], ReadonlyMap<NameMention, ResolvedName>>();

/** All facts of a kind whose name is resolved to a recorded person, spelt rightly, in document order. */
export function* nameFacts<K extends Kind>(analysis: Analysis, kind: K): Iterable<NameFact<BlockFacts[K][number]>> {
  for (const block of analysis.document.blocks) {
    for (const mention of analysis.factsOf(block)[kind] as readonly BlockFacts[K][number][]) {
      const name = nameOf(analysis, mention.name);
      if (name?.person && !name.near && !name.mention.sic) yield { mention, name, block };
    }
  }
}

function nameOf(analysis: Analysis, mention: NameMention): ResolvedName | undefined {
  let names = resolved.get(analysis.names);
  if (!names) resolved.set(analysis.names, (names = new Map(analysis.names.map(name => [name.mention, name]))));
  return names.get(mention);
}
