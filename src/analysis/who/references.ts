import type { DayRange } from '../../base/edtf';
import { houseForm } from './house-names';
import { touches } from '../records/offices';
import { possiblePeriod } from '../../base/edtf';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Organization, Person, Post } from '../../gazetteer/model';
import type { Profile } from '../../gazetteer/profile';
import { perGazetteer } from '../../english/phrases';
import { METONYMS_OF } from '../../gazetteer/tables/places';
import { POSTS_WITHIN, TITLED } from '../../gazetteer/tables/titles';
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
  const has = (word: string | undefined): boolean => word !== undefined && word !== '' && new RegExp(`(?<![\\p{L}])${escape(word)}(?![\\p{L}])`, 'u').test(title);
  const state = gazetteer.state(gazetteer.stateOfPost(post.id) ?? '');
  if (state) {
    const seats = gazetteer.table(METONYMS_OF).exact([state.id]).flatMap(({ id }) => gazetteer.metonym(id)!.labels.map(l => l.replace(/^the /i, '')));
    if ([state.name, ...state.adjectives, ...state.other_names.map(n => n.name), ...seats].some(has)) return '';
    if (state.id === 'US') return profile.usForm ?? 'US';
    if (state.id === 'GB') return 'UK';
    return state.adjectives[0] ?? `${state.name}’s`;
  }
  const body = lineage[0];
  if (!body || has(body.name) || has(body.acronym)) return '';
  // EU High Representative, UN Special Representative for Libya: a title that nobody else there has is known by the larger body
  const larger = lineage.slice(1).find(o => known(o, profile)) ?? (body.name.includes(title) ? lineage[1] : undefined);
  if (larger && (body.name.includes(title) || telling(post, larger, gazetteer))) return has(larger.name) || has(larger.acronym) ? '' : larger.acronym ?? larger.name;
  return body.acronym ?? body.name;
}

/** Whether a house uses the acronym without its words. */
function known(body: Organization, profile: Profile): boolean {
  return body.acronym !== undefined && (body.acronym.length < 3 || profile.noExpand.includes(body.acronym));
}

const NARROWED = /\s(?:for|of|on|to|in)\s/;

/** Whether a title says by itself which office of the larger body it is: it names a field that no other there has, or is like no other. */
function telling(post: Post, larger: Organization, gazetteer: Gazetteer): boolean {
  const title = post.titles.preferred;
  if (!NARROWED.test(title) && gazetteer.table(TITLED).exact([title]).length !== 1) return false;
  return !gazetteer.table(POSTS_WITHIN).exact([larger.id]).some(({ id, value }) => id !== post.id && ` ${value} `.includes(` ${title} `));
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** “Russian Deputy Foreign Minister”: the office with its state or body. */
export function officeWords(post: Post, gazetteer: Gazetteer, profile: Profile): string {
  const kept = called(gazetteer);
  const key = `${profile.id} ${post.id}`;
  let words = kept.get(key);
  if (words === undefined) {
    const title = houseTitle(post, profile);
    kept.set(key, (words = `${belonging(post, title, gazetteer, profile)} ${title}`.trim()));
  }
  return words;
}

/** By house style and post: cards, lists and completions ask for the same ones. */
const called = perGazetteer(() => new Map<string, string>());

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
