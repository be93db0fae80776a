import type { Gazetteer } from '../../gazetteer/gazetteer';
import { EXPANSIONS } from '../../gazetteer/tables/bodies';

/** The words that an acronym stands for. */
export interface Expansion {
  readonly singular: string;
  readonly plural?: string;
}

/** What the records know an acronym to stand for; more than one where several bodies have it. */
export function expansionsOf(gazetteer: Gazetteer, acronym: string): readonly Expansion[] {
  const all = gazetteer.table(EXPANSIONS).exact([acronym]).map(entry => entry.value);
  return all.filter((expansion, i) => all.findIndex(other => other.singular === expansion.singular) === i);
}
