/**
 * FollowTheMoney entities (followthemoney.tech), one JSON object a line, in the shape that OpenSanctions publishes:
 * `id`, `caption`, `schema`, `properties` (lists of texts), `referents`, `datasets`.
 */
import type { Compiled } from '../gazetteer/compile';
import type { Id, Identifier, Name, Occupancy, Organization, Person, Post, Source } from '../gazetteer/model';
import { stateOf } from './csv-export';
import { isoPart } from './plain';

export const DATASET = 'chancery';
/** Ids are of one space there: ours are of one space for each section. */
export const PREFIX = { people: 'person-', organizations: 'org-', posts: 'post-', occupancies: 'occ-' } as const;

/** Classifications of bodies of a state that are no part of it (press, parties, companies). */
const NOT_PUBLIC = /^(?:news-agency|newspaper|broadcaster|party|party-office|private-military-company|opposition|city|region|monarchy)$/;

type Properties = Readonly<Record<string, readonly (string | undefined)[]>>;

/**
 * Person, Organization or PublicBody, Position and Occupancy. Lost, for want of a property: confidence, marks of doubt on
 * dates, kinds and languages of names, titles by kind, ranks and honours, member counts, chairs, distinct_from, notes of
 * occupancies, and all sections but people, posts and organizations.
 */
export function exportFtm(data: Compiled): string {
  const { records, sources } = data;
  const bodies = new Map(records.organizations.map(body => [body.id, body]));
  const posts = new Map(records.posts.map(post => [post.id, post]));
  const lines: string[] = [];
  for (const body of records.organizations) lines.push(organization(body, bodies));
  for (const post of records.posts) lines.push(position(post, bodies));
  for (const person of records.people) {
    lines.push(personOf(person, posts));
    person.occupancies.forEach((held, i) => lines.push(occupancy(person, held, i, sources)));
  }
  return lines.join('');
}

function entity(id: string, schema: string, caption: string, properties: Properties): string {
  const kept: Record<string, readonly string[]> = {};
  for (const key of Object.keys(properties)) {
    const values = [...new Set(properties[key]!.filter(value => value !== undefined))];
    if (values.length > 0) kept[key] = values;
  }
  return `${JSON.stringify({ id, caption, schema, properties: kept, referents: [], datasets: [DATASET] })}\n`;
}

function personOf(person: Person, posts: ReadonlyMap<Id, Post>): string {
  const former = (form: Name): boolean => form.kind === 'historical';
  return entity(PREFIX.people + person.id, 'Person', person.name, {
    name: [person.name],
    alias: person.names.filter(form => !former(form)).map(form => form.name),
    previousName: person.names.filter(former).map(form => form.name),
    weakAlias: person.misspellings.map(form => form.name),
    firstName: [person.given_name], lastName: [person.family_name], middleName: [person.additional_name],
    fatherName: [person.patronymic_name], title: [person.honorific_prefix],
    gender: [person.gender], nationality: [person.nationality?.toLowerCase()],
    birthDate: [isoPart(person.birth_date?.text)], deathDate: [isoPart(person.death_date?.text)],
    position: person.occupancies.map(held => posts.get(held.post)?.label),
    summary: [person.summary], notes: [person.note],
    wikidataId: wikidata(person.identifiers), modifiedAt: [isoPart(person.checked.text)],
  });
}

function organization(body: Organization, bodies: ReadonlyMap<Id, Organization>): string {
  const state = stateOf(body, bodies);
  const isPublic = state !== undefined && !NOT_PUBLIC.test(body.classification ?? '');
  return entity(PREFIX.organizations + body.id, isPublic ? 'PublicBody' : 'Organization', body.name, {
    name: [body.name], alias: [body.acronym, ...body.other_names.map(form => form.name)], weakAlias: body.misnomers,
    classification: [body.classification], country: [state?.toLowerCase()],
    parent: [body.parent === undefined ? undefined : PREFIX.organizations + body.parent],
    incorporationDate: [isoPart(body.founding_date?.text)], dissolutionDate: [isoPart(body.dissolution_date?.text)],
    notes: [body.note], wikidataId: wikidata(body.identifiers), modifiedAt: [isoPart(body.checked.text)],
  });
}

function position(post: Post, bodies: ReadonlyMap<Id, Organization>): string {
  const body = bodies.get(post.organization);
  const { preferred, formal, permitted } = post.titles;
  return entity(PREFIX.posts + post.id, 'Position', post.label, {
    name: [post.label], alias: [preferred, formal, ...permitted], organization: [PREFIX.organizations + post.organization],
    country: [body && stateOf(body, bodies)?.toLowerCase()],
    numberOfSeats: [post.seats === undefined ? undefined : String(post.seats)],
    notes: [post.note], modifiedAt: [isoPart(post.checked.text)],
  });
}

function occupancy(person: Person, held: Occupancy, index: number, sources: Readonly<Record<Id, Source>>): string {
  const cited = (held.sources ?? []).map(id => sources[id]).filter(source => source !== undefined);
  const end = held.end_date;
  return entity(`${PREFIX.occupancies}${person.id}-${index + 1}`, 'Occupancy', 'Occupancy', {
    holder: [PREFIX.people + person.id], post: [PREFIX.posts + held.post],
    startDate: [isoPart(held.start_date?.text)], endDate: [isoPart(end?.text)],
    // `..` is open on the day of the check; no end at all says nothing.
    status: [end === undefined ? 'unknown' : end.precision === 'open' ? 'current' : 'ended'],
    summary: [held.status === 'held' ? undefined : held.status], description: [held.portfolio],
    sourceUrl: cited.map(source => source.url), publisher: cited.map(source => source.publisher),
    modifiedAt: [isoPart(person.checked.text)],
  });
}

function wikidata(identifiers: readonly Identifier[]): (string | undefined)[] {
  return [identifiers.find(id => id.scheme === 'wikidata')?.identifier];
}
