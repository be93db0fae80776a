import { type DayRange, possiblePeriod } from '../../base/edtf';
import type { Name, Person } from '../../gazetteer/model';
import type { Profile } from '../../gazetteer/profile';
import { touches } from '../records/offices';

/** How a house spells a name, in parts; a part that the house leaves open is absent. */
export interface HouseForm {
  readonly given?: string;
  readonly family?: string;
  /** The house's own list, the record's note of the house, or the transliteration that the house uses. `self`: also the person's own spelling. */
  readonly why: 'override' | 'house' | 'system' | 'self';
}

export interface Systems {
  readonly ru?: string | undefined;
  readonly uk?: string | undefined;
}

/**
 * The form that the house asks for on the day, or `undefined` where it asks for none (spec 2.2, 2.4): an override beats
 * the record's note of the house, and that the person's own spelling, and that a system of transliteration.
 */
export function houseForm(person: Person, profile: Profile, on: DayRange | undefined, overrides: Readonly<Record<string, string>>, systems: Systems): HouseForm | undefined {
  const set = overrides[person.id] ?? datedForm(person, profile, on);
  if (set !== undefined) return parts(person, set, 'override');
  const noted = person.names.find(n => n.houses?.includes(profile.id));
  if (noted) return ofName(person, noted, 'house');
  const system = systemFor(person, systems);
  if (system === undefined) return undefined;
  const own = person.names.find(n => n.kind === 'self');
  const written = own ?? person.names.find(n => n.kind === 'transliteration' && n.system === system);
  return written && ofName(person, written, own ? 'self' : 'system');
}

function datedForm(person: Person, profile: Profile, on: DayRange | undefined): string | undefined {
  return (profile.names[person.id] ?? []).find(dated => !on || touches(possiblePeriod(dated.from, dated.to), on))?.form;
}

/** Systems are for names whose original is written in that language. */
function systemFor(person: Person, systems: Systems): string | undefined {
  const native = person.names.find(n => n.kind === 'native')?.lang;
  return native === 'ru' ? systems.ru : native === 'uk' ? systems.uk : undefined;
}

function ofName(person: Person, name: Name, why: HouseForm['why']): HouseForm | undefined {
  if (name.family === undefined && name.given === undefined) return parts(person, name.name, why);
  return { ...(name.given !== undefined ? { given: name.given } : {}), ...(name.family !== undefined ? { family: name.family } : {}), why };
}

/** A form given as one string, taken apart like the recorded name that it is a form of. */
function parts(person: Person, form: string, why: HouseForm['why']): HouseForm {
  const self = person.names.some(n => n.kind === 'self' && n.name === form);
  const reason = self ? 'self' : why;
  const recorded = person.names.find(n => n.name === form && n.family !== undefined);
  if (recorded) return { ...(recorded.given !== undefined ? { given: recorded.given } : {}), family: recorded.family!, why: reason };
  if (person.family_name === undefined) return { family: form, why: reason };
  const words = form.split(/\s+/);
  const count = person.family_name.split(/\s+/).length;
  if (words.length <= count) return { family: form, why: reason };
  const family = person.family_first ? words.slice(0, count) : words.slice(-count);
  const given = person.family_first ? words.slice(count) : words.slice(0, -count);
  return { given: given.join(' '), family: family.join(' '), why: reason };
}
