import type { Analysis, ResolvedName } from '../../analysis/model';
import type { Block } from '../../document/model';
import type { BlockFacts } from '../../recognize/model';

type Kind = 'tenures' | 'ages' | 'acts';

/** A fact about a name, with the person whom the name means. */
export interface NameFact<M> {
  readonly mention: M;
  readonly name: ResolvedName;
  readonly block: Block;
}

/** All facts of a kind whose name is resolved to a recorded person, spelt rightly: for checks that look at a block. */
export function* nameFacts<K extends Kind>(analysis: Analysis, kind: K): Iterable<NameFact<BlockFacts[K][number]>> {
  for (const { mention, block } of analysis.placed(kind)) {
    const name = analysis.names.find(n => n.mention === mention.name);
    if (name?.person && !name.near && !name.mention.sic) yield { mention, name, block };
  }
}
