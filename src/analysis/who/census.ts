import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import type { BlockFacts, FormMatch } from '../../recognize/model';
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

/** What one block adds to the census. */
interface Share {
  readonly introduced: readonly Id[];
  readonly spelt: readonly Id[];
  readonly strangers: readonly string[];
  readonly states: readonly Id[];
}

/** The same census for as long as the blocks say the same of names, whatever else they say. */
export function takeCensus(ground: Ground): Census {
  const { derivations, choices } = ground;
  const shares = ground.document.blocks.flatMap(block => {
    const facts = ground.factsOf(block);
    const { names, states, metonyms, places } = facts;
    return names.length + states.length + metonyms.length + places.length === 0 ? [] : derivations.keep('share of census', facts, undefined, () => shareOf(ground, facts));
  });
  return derivations.keep('census', derivations, [choices.participants, shares], () => {
    const introduced = new Set<Id>([...choices.participants, ...shares.flatMap(s => s.introduced)]);
    const spelt = new Set<Id>(shares.flatMap(s => s.spelt));
    const strangers = new Set<string>(shares.flatMap(s => s.strangers));
    const states = new Set<Id>(shares.flatMap(s => s.states));
    for (const id of introduced) addTo(states, ground.gazetteer.person(id)?.nationality);
    return { introduced: id => introduced.has(id), spelt: id => spelt.has(id), strangers: name => strangers.has(name), states: id => states.has(id) };
  });
}

function shareOf(ground: Ground, facts: BlockFacts): Share {
  const introduced = new Set<Id>();
  const spelt = new Set<Id>();
  const strangers = new Set<string>();
  for (const mention of facts.names) {
    for (const match of mention.exact) {
      spelt.add(match.person);
      if (mention.exact.length === 1 && isFull(ground, match)) introduced.add(match.person);
    }
    if (mention.exact.length > 0 || !mention.given) continue;
    const stranger = mention.near.length === 0 || mention.near.every(n => n.given === 'other');
    if (stranger) strangers.add(mention.familyFolded);
  }
  return { introduced: [...introduced], spelt: [...spelt], strangers: [...strangers], states: [...statesIn(facts, ground.gazetteer)] };
}

function addTo(states: Set<Id>, state: Id | undefined): void {
  if (state !== undefined) states.add(state);
}

/** States that a block names, or through whose capitals, governments or places it speaks. */
function statesIn(facts: BlockFacts, gazetteer: Gazetteer): ReadonlySet<Id> {
  const states = new Set<Id>();
  for (const { state } of facts.states) addTo(states, state);
  for (const { metonym } of facts.metonyms) addTo(states, gazetteer.metonym(metonym)?.state);
  for (const { place } of facts.places) addTo(states, gazetteer.place(place)?.state);
  return states;
}

/** States that the text names, or through whose capitals, governments or places it speaks. */
export function statesNamed(ground: Pick<Ground, 'document' | 'factsOf' | 'gazetteer'>): ReadonlySet<Id> {
  return new Set(ground.document.blocks.flatMap(block => [...statesIn(ground.factsOf(block), ground.gazetteer)]));
}

/** A name of several words, or the one name of somebody who has no other (Lula, Mya Tun Oo); a familiar one (Anwar) is like a surname. */
export function isFull(ground: Pick<Ground, 'gazetteer'>, match: FormMatch): boolean {
  const person = ground.gazetteer.person(match.person);
  return match.part === 'full' || (match.part === 'single' && person?.family_name === undefined)
    || (match.part === 'family' && person?.given_name === undefined && match.form === person?.name);
}
