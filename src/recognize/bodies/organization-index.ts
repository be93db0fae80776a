import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Organization } from '../../gazetteer/model';
import {
  BEGINNINGS, BODIES, BODY_NAMES, BODY_PAIRS, type BodyFormEntry, type BodyFormKind, bodyWords, CAPITALS, GEOGRAPHIC, isOrdinary, PAIR_PLACES, SWAPPED,
} from '../../gazetteer/tables/bodies';
import { View } from '../../gazetteer/tables/table';
import { perGazetteer } from '../../english/phrases';
import { REGIONS } from '../../english/lexicon';
import { phraseUnits } from '../../english/units';
import { nameIndexOf } from '../names/name-index';

/** One recorded way to write a body. */
export interface BodyForm {
  readonly body: Organization;
  readonly form: BodyFormKind;
  readonly text: string;
  /** Which words are capitalised as recorded. */
  readonly capitals: readonly boolean[];
  /** The case as recorded is part of the form (NATO and Nato are two; WHO is no who). */
  readonly exactCase: boolean;
  /** Foreign Ministry, foreign ministry. */
  readonly looseCase: boolean;
}

export interface BodyIndex {
  readonly forms: View<BodyFormEntry, BodyForm>;
  /** Names of three words or more that have two of the three words from `from` on where these stand (`pairKeys`). */
  oneWordOff(ids: ArrayLike<number>, from: number): Iterable<readonly NearCandidate[]>;
  /** The body whose acronym of four letters or more it is, with two neighbouring letters exchanged. */
  swapped(acronym: string): Organization | undefined;
  /** Acronyms and other words in capitals that are known, folded. */
  knownCapital(word: string): boolean;
  /** Words that name a state, a region or a direction: they tell bodies apart. */
  geographic(word: string): boolean;
  /** Words that begin a known name of a state, body, place or person. */
  begins(word: string): boolean;
  isName(words: readonly string[]): boolean;
}

export interface NearCandidate {
  readonly body: Organization;
  readonly words: readonly string[];
  readonly capitals: readonly boolean[];
  /** The body belongs to no state. */
  readonly international: boolean;
  /** Part of a state that every state has: only a word of the very sense can be a slip for one of its name. */
  readonly ordinary: boolean;
}

export const bodyIndexOf = perGazetteer((gazetteer: Gazetteer): BodyIndex => {
  const capitalsOf = (text: string): boolean[] => phraseUnits(text).map(unit => unit.capital);
  const swapped = gazetteer.table(SWAPPED);
  const capitals = gazetteer.table(CAPITALS);
  const geographic = gazetteer.table(GEOGRAPHIC);
  const beginnings = gazetteer.table(BEGINNINGS);
  const names = gazetteer.table(BODY_NAMES);
  const people = nameIndexOf(gazetteer);
  const byPair = new View(gazetteer.table(BODY_PAIRS), ({ id, value }): NearCandidate => {
    const body = gazetteer.organization(id)!;
    return { body, words: bodyWords(value), capitals: capitalsOf(value), international: gazetteer.stateOf(id) === undefined, ordinary: isOrdinary(body) };
  });
  const places = PAIR_PLACES.map(([name, first, second]) => [gazetteer.vocabulary.lasting(name), first, second] as const);
  return {
    forms: new View(gazetteer.table(BODIES), ({ id, value: { text, form, how } }) => (
      { body: gazetteer.organization(id)!, form, text, capitals: capitalsOf(text), exactCase: how === 'exact', looseCase: how === 'loose' }
    )),
    *oneWordOff(ids, from) {
      if (from + 2 >= ids.length) return;
      for (const [name, first, second] of places) {
        const hit = byPair.follow([name, ids[from + first]!, ids[from + second]!], 0);
        if (hit?.end === 3) yield hit.values;
      }
    },
    swapped: acronym => {
      const first = swapped.exact([acronym.toLowerCase()])[0];
      return first && gazetteer.organization(first.id);
    },
    knownCapital: word => capitals.has([word]),
    geographic: word => REGIONS.has(word) || geographic.has([word]),
    begins: word => beginnings.has([word]) || people.known(word),
    isName: words => names.has(words),
  };
});
