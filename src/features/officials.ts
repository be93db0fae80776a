import type { DayRange } from '../base/edtf';
import { firstReference } from '../analysis/who/introductions';
import { mainOffice, officeWords } from '../analysis/who/references';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id } from '../gazetteer/model';
import type { Profile } from '../gazetteer/profile';

/** Somebody in office, as a list to choose from has it. */
export interface Official {
  readonly id: Id;
  readonly name: string;
  readonly office: string;
  /** The first reference in the house style. */
  readonly text: string;
}

/** Who is in office on the days, by name; people without a recorded office on them are left out. */
export function officialsOn(gazetteer: Gazetteer, profile: Profile, on: DayRange): readonly Official[] {
  const found: Official[] = [];
  for (const person of gazetteer.data.records.people) {
    const office = mainOffice(person, gazetteer, on);
    if (office) found.push({ id: person.id, name: person.name, office: officeWords(office.post, gazetteer, profile), text: firstReference(person, gazetteer, profile, on) });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
