import type { Analysis } from '../analysis/model';
import { statesOf } from '../analysis/records/offices';
import type { DayRange } from '../base/edtf';
import { firstReference, laterReference } from '../analysis/who/introductions';
import { houseName, mainOffice, officeWords } from '../analysis/who/references';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id } from '../gazetteer/model';
import type { Profile } from '../gazetteer/profile';

/** Somebody in office, as a list to choose from has it. */
export interface Official {
  readonly id: Id;
  readonly name: string;
  readonly office: string;
  /** The state or body that the office belongs to, by its name. */
  readonly whose: string;
  /** The note names that state or body. */
  readonly near: boolean;
  /** The first reference in the house style. */
  readonly text: string;
}

/**
 * Who is in office on the days: those of the states and bodies in `named` first, then by name; people without a recorded
 * office on the days are left out.
 */
export function officialsOn(gazetteer: Gazetteer, profile: Profile, on: DayRange, named: ReadonlySet<Id>): readonly Official[] {
  const found: Official[] = [];
  for (const person of gazetteer.data.records.people) {
    const office = mainOffice(person, gazetteer, on);
    if (!office) continue;
    const state = gazetteer.stateOfPost(office.post.id);
    const lineage = gazetteer.lineage(office.post.organization);
    found.push({
      id: person.id, name: person.name, office: officeWords(office.post, gazetteer, profile), text: firstReference(person, gazetteer, profile, on),
      whose: (state === undefined ? lineage[lineage.length - 1]?.name : gazetteer.state(state)?.name) ?? '',
      near: state === undefined ? lineage.some(body => named.has(body.id)) : named.has(state),
    });
  }
  return found.sort((a, b) => (a.near !== b.near ? (a.near ? -1 : 1) : a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The first reference of the note's day, with the office, and the later one. */
export function referencesTo({ gazetteer, profile, judging }: Analysis, id: Id): { first: string; later: string } | undefined {
  const person = gazetteer.person(id);
  // without a date no office is known to be held
  return person && { first: judging ? firstReference(person, gazetteer, profile, judging) : houseName(person, profile, undefined), later: laterReference(person, profile, judging) };
}

/** States and bodies that a note speaks of, also by the people it names. */
export function namedIn(analysis: Analysis): ReadonlySet<Id> {
  const before = namedBefore.get(analysis);
  if (before) return before;
  const named = new Set<Id>();
  for (const { mention } of analysis.states) named.add(mention.state);
  for (const { mention } of analysis.organizations) named.add(mention.organization);
  for (const { person } of analysis.names) if (person) for (const state of statesOf(person, analysis.gazetteer)) named.add(state);
  namedBefore.set(analysis, named);
  return named;
}

/** By analysis: asked for at each letter of a completion. */
const namedBefore = new WeakMap<Analysis, ReadonlySet<Id>>();
