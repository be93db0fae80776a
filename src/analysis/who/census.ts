import type { Id } from '../../gazetteer/model';
import type { FormMatch } from '../../recognize/model';
import type { Ground } from '../model';

/** What the whole document says of names, before any single one is decided. */
export type Census = {
  /** People written in full somewhere. */
  readonly introduced: (person: Id) => boolean;
  /** People whose surname stands somewhere, spelt rightly. */
  readonly spelt: (person: Id) => boolean;
  /** Folded surnames of full names that no record knows (Nikolai Peskov): the bare surname may mean them. */
  readonly strangers: (surname: string) => boolean;
  /** States that the text names, by themselves or through those who serve them. */
  readonly states: (state: Id) => boolean;
};

export function takeCensus(ground: Ground): Census {
  const introduced = new Set<Id>(ground.choices.participants);
  const spelt = new Set<Id>();
  const strangers = new Set<string>();
  for (const block of ground.document.blocks) {
    for (const mention of ground.factsOf(block).names) {
      for (const match of mention.exact) {
        spelt.add(match.person);
        if (mention.exact.length === 1 && isFull(ground, match)) introduced.add(match.person);
      }
      if (mention.exact.length > 0 || !mention.given) continue;
      const stranger = mention.near.length === 0 || mention.near.every(n => n.given === 'other');
      if (stranger) strangers.add(mention.familyFolded);
    }
  }
  const states = statesNamed(ground, introduced);
  return { introduced: id => introduced.has(id), spelt: id => spelt.has(id), strangers: name => strangers.has(name), states: id => states.has(id) };
}

/** States that the text names, or through whose capitals, governments or people it speaks. */
export function statesNamed(ground: Pick<Ground, 'document' | 'factsOf' | 'gazetteer'>, people: Iterable<Id> = []): ReadonlySet<Id> {
  const states = new Set<Id>();
  const add = (state: Id | undefined): void => { if (state !== undefined) states.add(state); };
  for (const block of ground.document.blocks) {
    const facts = ground.factsOf(block);
    for (const { state } of facts.states) add(state);
    for (const { metonym } of facts.metonyms) add(ground.gazetteer.metonym(metonym)?.state);
    for (const { place } of facts.places) add(ground.gazetteer.place(place)?.state);
  }
  for (const id of people) add(ground.gazetteer.person(id)?.nationality);
  return states;
}

/** A name of several words, or the one name of somebody who has no other (Lula); a familiar one (Anwar) is like a surname. */
export function isFull(ground: Ground, match: FormMatch): boolean {
  return match.part === 'full' || (match.part === 'single' && ground.gazetteer.person(match.person)?.family_name === undefined);
}
