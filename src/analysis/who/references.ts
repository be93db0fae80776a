import type { DayRange } from '../../base/edtf';
import { houseForm } from './house-names';
import { touches } from '../records/offices';
import { possiblePeriod } from '../../base/edtf';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Person, Post } from '../../gazetteer/model';
import type { Profile } from '../../gazetteer/profile';
import { officesOf } from '../records/offices';

/** A person's name as the house writes it on the day; the record's own `name` where the house has no form (spec 2.2). */
export function houseName(person: Person, profile: Profile, on: DayRange | undefined): string {
  for (const dated of profile.names[person.id] ?? []) {
    if (!on || touches(possiblePeriod(dated.from, dated.to), on)) return dated.form;
  }
  const noted = person.names.find(n => n.houses?.includes(profile.id));
  if (noted) return noted.name;
  const system = houseForm(person, profile, on, {}, { ru: profile.systemRu, uk: profile.systemUk });
  if (system?.given === undefined || system.family === undefined) return person.name;
  return person.family_first ? `${system.family} ${system.given}` : `${system.given} ${system.family}`;
}

/** The title of a post as the house writes it. */
export function houseTitle(post: Post, profile: Profile): string {
  const styled = profile.secretaryGeneral ? post.titles.styled[profile.secretaryGeneral] : undefined;
  return styled ?? post.titles.preferred;
}

/** What stands before a title to say whose it is: “Russian”, “NATO”; nothing where the title says it. */
export function belonging(post: Post, title: string, gazetteer: Gazetteer, profile: Profile): string {
  const lineage = gazetteer.lineage(post.organization);
  const has = (word: string | undefined): boolean => word !== undefined && word !== '' && new RegExp(`\\b${escape(word)}\\b`).test(title);
  const state = gazetteer.state(gazetteer.stateOfPost(post.id) ?? '');
  if (state) {
    const seats = gazetteer.data.records.metonyms.filter(m => m.state === state.id).flatMap(m => m.labels.map(l => l.replace(/^the /i, '')));
    if ([state.name, ...state.adjectives, ...state.other_names.map(n => n.name), ...seats].some(has)) return '';
    if (state.id === 'US') return profile.usForm ?? 'US';
    if (state.id === 'GB') return 'UK';
    return state.adjectives[0] ?? `${state.name}’s`;
  }
  const body = lineage[0];
  if (!body || has(body.name) || has(body.acronym)) return '';
  return body.acronym ?? body.name;
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** “Russian Deputy Foreign Minister”: the office with its state or body. */
export function officeWords(post: Post, gazetteer: Gazetteer, profile: Profile): string {
  const title = houseTitle(post, profile);
  return `${belonging(post, title, gazetteer, profile)} ${title}`.trim();
}

/** The office that introduces a person on the days: the last taken up of those held, heads of bodies first. */
export function mainOffice(person: Person, gazetteer: Gazetteer, on: DayRange | undefined): ReturnType<typeof officesOf>[number] | undefined {
  const offices = officesOf(person, gazetteer, on).filter(o => o.occupancy.status !== 'designate');
  const heads = offices.filter(o => o.post.head || o.post.kind !== undefined);
  const pool = heads.length > 0 ? heads : offices;
  return pool.reduce<typeof pool[number] | undefined>((best, o) => {
    if (!best) return o;
    return (o.occupancy.start_date?.earliest ?? -Infinity) > (best.occupancy.start_date?.earliest ?? -Infinity) ? o : best;
  }, undefined);
}

/** The full first reference in the house style: “Russian Deputy Foreign Minister Sergei Ryabkov” (spec 1.2, `firstref`). */
export function firstReference(person: Person, gazetteer: Gazetteer, profile: Profile, on: DayRange | undefined): string {
  const office = mainOffice(person, gazetteer, on);
  const name = houseName(person, profile, on);
  return office ? `${officeWords(office.post, gazetteer, profile)} ${name}` : name;
}
