import type { Gazetteer } from '../../gazetteer/gazetteer';
import { isAcronym } from './organization-index';
import { perGazetteer } from '../../english/phrases';

/** The words that an acronym stands for. */
export interface Expansion {
  readonly singular: string;
  readonly plural?: string;
}

const indexOf = perGazetteer((gazetteer: Gazetteer): ReadonlyMap<string, readonly Expansion[]> => {
  const index = new Map<string, Expansion[]>();
  const add = (acronym: string, expansion: Expansion): void => {
    const list = index.get(acronym);
    if (!list) index.set(acronym, [expansion]);
    else if (!list.some(other => other.singular === expansion.singular)) list.push(expansion);
  };
  const { organizations, formations, posts, states } = gazetteer.data.records;
  for (const body of organizations) {
    if (body.acronym !== undefined) add(body.acronym, { singular: body.name });
    for (const name of body.other_names) if (name.kind === 'acronym' && isAcronym(name.name)) add(name.name, { singular: body.name });
  }
  for (const formation of formations) {
    const words = formation.names.find(name => !isAcronym(name));
    const plural = formation.plural.find(name => !/^[A-Z]{2,}s?$/.test(name));
    if (words === undefined) continue;
    for (const name of formation.names) if (isAcronym(name)) add(name, { singular: words, ...(plural !== undefined ? { plural } : {}) });
  }
  for (const post of posts) {
    const { preferred, formal, permitted } = post.titles;
    for (const title of permitted) {
      const words = [preferred, formal].find(name => name !== undefined && initials(name) === title);
      if (isAcronym(title) && words !== undefined) add(title, { singular: words });
    }
  }
  for (const state of states) {
    const formal = state.other_names.find(name => name.kind === 'formal')?.name;
    for (const name of state.other_names) {
      if (name.kind === 'acronym' && isAcronym(name.name)) add(name.name, { singular: formal !== undefined && initials(formal) === name.name ? formal : state.name });
    }
  }
  return index;
});

/** What the records know an acronym to stand for; more than one where several bodies have it. */
export function expansionsOf(gazetteer: Gazetteer, acronym: string): readonly Expansion[] {
  return indexOf(gazetteer).get(acronym) ?? [];
}

/** Initials of the words that are not small; words made of the first letters of syllables (SACEUR) keep two. */
function initials(name: string): string {
  return name.split(/[\s-]+/).filter(word => /^\p{Lu}/u.test(word)).map(word => (word === 'Europe' ? 'EUR' : word[0]!)).join('');
}
