/**
 * Popolo JSON (popoloproject.com/specs): people, organizations, posts, memberships, areas and events in Popolo's own
 * terms. What Popolo has no term for stands beside them under the name it has in the gazetteer, and sections that it
 * does not know stand beside its own; so `popolo-import.ts` brings back the whole (spec 3.2).
 */
import type { Compiled } from '../gazetteer/compile';
import type { Id, Post, Section } from '../gazetteer/model';
import { SCHEMA } from '../gazetteer/read';
import { defined, isoPart, plainRecord, textOf } from './plain';
import type { Draftable, Plain } from './plain';

/** Popolo’s names for fields of the gazetteer that mean the same. */
export const RENAMED: Readonly<Partial<Record<Section, Readonly<Record<string, string>>>>> = {
  posts: { organization: 'organization_id' },
  organizations: { parent: 'parent_id', state: 'area_id' },
  places: { state: 'parent_id' },
  events: { date: 'start_date', organization: 'organization_id', sources: 'source_ids' },
};
/** Dates that Popolo has a term for: ISO 8601 there; the EDTF text beside them where that says more. */
export const DATES: Readonly<Partial<Record<Section | 'memberships', readonly string[]>>> = {
  people: ['birth_date', 'death_date'],
  organizations: ['founding_date', 'dissolution_date'],
  memberships: ['start_date', 'end_date'],
  events: ['start_date', 'end_date'],
};
/** Sections that Popolo has no class for: plain lists of the gazetteer’s own records. */
export const BESIDE = ['metonyms', 'figure_scopes', 'formations', 'instruments', 'estimates'] as const;
export const MISSPELLING = 'misspelling';
const COUNTRY = 'country';
const PLACE = 'place';

/** The whole gazetteer as the text of one JSON object. */
export function exportPopolo(data: Compiled): string {
  const { records } = data;
  const posts = new Map(records.posts.map(post => [post.id, post]));
  const states = new Map(records.states.map(state => [state.id, state]));
  const placeNames = new Map(records.places.map(place => [place.id, place.name]));
  const sources = Object.fromEntries(Object.entries(data.sources).map(([id, source]) => [id, plainRecord('sources', source)]));
  const people = records.people.map(person => ({ id: person.id, fields: plainRecord('people', person) }));
  const whole = {
    meta: { schema: SCHEMA, version: data.version, checked: data.checked.text },
    persons: people.map(({ id, fields }) => personOf(id, fields, states.get(String(fields['nationality']))?.adjectives[0])),
    organizations: records.organizations.map(body => organizationOf(body.id, plainRecord('organizations', body))),
    posts: records.posts.map(post => postOf(post.id, plainRecord('posts', post))),
    memberships: people.flatMap(({ id, fields }) => membershipsOf(id, fields, posts, sources)),
    areas: [
      ...records.states.map(state => stateOf(state.id, plainRecord('states', state))),
      ...records.places.map(place => placeOf(place.id, plainRecord('places', place))),
    ],
    events: records.events.map(event => eventOf(event.id, plainRecord('events', event), placeNames, sources)),
    ...Object.fromEntries(BESIDE.map(section => [section, records[section].map(record => ({ id: record.id, ...plainRecord(section, record) }))])),
    sources,
    house_styles: data.profiles.map(profile => ({ id: profile.id, ...plainRecord('profiles', profile) })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** Popolo’s names, ISO dates, and `checked` as Popolo’s time of the last update. */
function terms(section: Section | 'memberships', fields: Plain): Draftable {
  const renamed = section === 'memberships' ? {} : RENAMED[section] ?? {};
  const result: Draftable = {};
  for (const key of Object.keys(fields)) {
    if (key !== 'checked') result[renamed[key] ?? key] = fields[key];
  }
  for (const key of DATES[section] ?? []) {
    const edtf = result[key];
    const iso = isoPart(edtf);
    if (edtf === undefined || iso === edtf) continue;
    delete result[key];
    if (iso !== undefined) result[key] = iso;
    result[`${key}_edtf`] = edtf;
  }
  if (fields['checked'] !== undefined) {
    const iso = isoPart(fields['checked']);
    if (iso !== undefined) result['updated_at'] = iso;
    if (iso !== fields['checked']) result['checked'] = fields['checked'];
  }
  return result;
}

/** Kinds go into the note, for readers that know only Popolo, and beside it, for our own. */
function otherName(form: Plain): Draftable {
  const { given, family, kind = 'variant', note, ...rest } = form;
  return defined({
    ...rest, given_name: given, family_name: family, kind,
    note: note === undefined ? kind : `${String(kind)}: ${String(note)}`,
  });
}

function otherNames(names: unknown): Draftable[] {
  return ((names ?? []) as Plain[]).map(otherName);
}

/** A list that says something. */
function listed(list: readonly Plain[]): readonly Plain[] | undefined {
  return list.length === 0 ? undefined : list;
}

function personOf(id: Id, fields: Plain, nationalIdentity: string | undefined): Plain {
  const { occupancies: _held, names, misspellings, ...rest } = fields;
  const wrong = ((misspellings ?? []) as Plain[]).map(form => ({ ...form, note: MISSPELLING }));
  return defined({ id, ...terms('people', rest), national_identity: nationalIdentity, other_names: listed([...otherNames(names), ...wrong]) });
}

function organizationOf(id: Id, fields: Plain): Plain {
  const { other_names: names, ...rest } = fields;
  const acronym = textOf(rest['acronym']);
  // Popolo has no term for an acronym: readers that know only Popolo find it among the names.
  const told = acronym === undefined ? [] : [{ name: acronym, note: 'acronym', of: 'acronym' }];
  return defined({ id, ...terms('organizations', rest), other_names: listed([...told, ...otherNames(names)]) });
}

function postOf(id: Id, fields: Plain): Plain {
  return defined({ id, role: (fields['titles'] as Plain)['preferred'], ...terms('posts', fields) });
}

function membershipsOf(person: Id, fields: Plain, posts: ReadonlyMap<Id, Post>, sources: Plain): Plain[] {
  return ((fields['occupancies'] ?? []) as Plain[]).map((held, i) => {
    const { post, sources: ids, ...rest } = held;
    const record = posts.get(String(post));
    return defined({
      id: `${person}-${i + 1}`, person_id: person, organization_id: record?.organization, post_id: post,
      role: record?.titles.preferred, ...terms('memberships', rest), ...cited(ids, sources),
    });
  });
}

/** Popolo’s sources are links; ours are records, some without an address: their ids stand beside. */
function cited(ids: unknown, sources: Plain): Plain {
  if (!Array.isArray(ids)) return {};
  const links = ids.flatMap(id => {
    const source = sources[String(id)] as Plain | undefined;
    if (source?.['url'] === undefined) return [];
    const note = [source['title'], source['publisher'], source['date']].filter(part => part !== undefined).join(', ');
    return [{ url: source['url'], note }];
  });
  return defined({ sources: listed(links), source_ids: ids });
}

function stateOf(id: Id, fields: Plain): Plain {
  const { other_names: names, ...rest } = fields;
  return defined({ id, identifier: id, classification: COUNTRY, ...terms('states', rest), other_names: listed(otherNames(names)) });
}

function placeOf(id: Id, fields: Plain): Plain {
  const { variants, ...rest } = fields;
  return defined({ id, classification: PLACE, ...terms('places', rest), other_names: listed(otherNames(variants)) });
}

function eventOf(id: Id, fields: Plain, placeNames: ReadonlyMap<Id, string>, sources: Plain): Plain {
  const people = new Set<string>();
  if (fields['chair'] !== undefined) people.add(String(fields['chair']));
  for (const delegation of (fields['delegations'] ?? []) as Plain[]) {
    for (const person of [delegation['head'], ...((delegation['co_heads'] ?? []) as unknown[]), ...((delegation['members'] ?? []) as unknown[])]) {
      if (person !== undefined) people.add(String(person));
    }
  }
  return defined({
    id, classification: 'meeting', location: placeNames.get(String(fields['place'])), ...terms('events', fields),
    ...cited(fields['sources'], sources), attendees: listed([...people].map(person => ({ id: person }))),
  });
}
