import { SCHEMA } from '../gazetteer/read';
import { SECTIONS } from '../gazetteer/fields';
import type { Section } from '../gazetteer/model';
import { Gathering, MAX_NAMES, readJson } from './incoming';
import type { Hints, Incoming, Unreadable } from './incoming';
import { append, defined, edtfOf, isoPart, isPlain, listOf, textOf, tidy } from './plain';
import type { Draftable, Plain } from './plain';
import { BESIDE, DATES, MISSPELLING, RENAMED } from './popolo';
import { sourceOf } from './sources';

/** Reads Popolo JSON: an object of lists (`persons`, `memberships` …), a list of persons, or one person. */
export function readPopolo(text: string, hints: Hints): Incoming | Unreadable {
  const json = readJson(text);
  if ('problem' in json) return { unreadable: [json.problem] };
  const top = Array.isArray(json.value) ? { persons: json.value } : json.value;
  if (!isPlain(top)) return { unreadable: ['This is no Popolo JSON: an object with persons, organizations, posts and memberships is expected.'] };
  const known = CLASSES.filter(key => key in top);
  if (known.length === 0 && typeof top['name'] === 'string') return new ForeignReader({ persons: [top] }, hints).read();
  if (known.length === 0) return { unreadable: [`This is no Popolo JSON: none of ${CLASSES.join(', ')} is in it.`] };
  const wrong = known.filter(key => !Array.isArray(top[key]) || !(top[key] as unknown[]).every(isPlain));
  if (wrong.length > 0) return { unreadable: wrong.map(key => `‘${key}’ is a list of objects in Popolo.`) };
  const meta = isPlain(top['meta']) ? top['meta'] : {};
  return meta['schema'] === SCHEMA ? readOwn(top) : new ForeignReader(top, hints).read();
}

const CLASSES = ['persons', 'organizations', 'posts', 'memberships', 'areas', 'events'] as const;

/** The way back from `exportPopolo`. */
function readOwn(top: Plain): Incoming | Unreadable {
  const found = new Gathering();
  const held = new Map<string, Draftable[]>();
  const persons = new Set(listOf(top['persons']).map(person => String((person as Plain)['id'])));
  listOf(top['memberships']).forEach((item, i) => {
    const membership = item as Plain;
    const person = String(membership['person_id']);
    if (!persons.has(person)) found.broken.push(`memberships[${i}]: there is no person ‘${person}’ in this file.`);
    const occupancy = fieldsOf('memberships', membership, OCCUPANCY, {});
    occupancy['post'] = membership['post_id'];
    if (Array.isArray(membership['source_ids'])) occupancy['sources'] = membership['source_ids'];
    append(held, person, defined(occupancy));
  });
  const add = (section: Section, list: string, item: unknown, index: number, extra: (record: Plain) => Plain): void => {
    const record = item as Plain;
    const where = `${list}[${index}]`;
    const key = textOf(record['id']);
    if (key === undefined) return void found.broken.push(`${where} has no id.`);
    const fields = fieldsOf(section, record, Object.keys(SECTIONS[section].fields), RENAMED[section] ?? {});
    found.records.push({ section, key, where, fields: defined({ ...fields, ...extra(record) }) });
  };
  listOf(top['persons']).forEach((item, i) => add('people', 'persons', item, i, record => {
    const { names, misspellings } = ownNames(record['other_names']);
    return { names, misspellings, occupancies: held.get(String(record['id'])) };
  }));
  listOf(top['organizations']).forEach((item, i) => add('organizations', 'organizations', item, i, record => ({ other_names: ownNames(record['other_names']).names })));
  listOf(top['posts']).forEach((item, i) => add('posts', 'posts', item, i, () => ({})));
  listOf(top['areas']).forEach((item, i) => {
    const place = (item as Plain)['classification'] === 'place';
    if (place) add('places', 'areas', item, i, record => ({ variants: ownNames(record['other_names']).names }));
    else add('states', 'areas', item, i, record => ({ other_names: ownNames(record['other_names']).names }));
  });
  listOf(top['events']).forEach((item, i) => add('events', 'events', item, i, () => ({})));
  for (const section of BESIDE) listOf(top[section]).forEach((item, i) => add(section, section, item, i, () => ({})));
  for (const [id, source] of Object.entries(isPlain(top['sources']) ? top['sources'] : {})) {
    if (isPlain(source)) found.records.push({ section: 'sources', key: id, where: `sources.${id}`, fields: { ...source } });
  }
  listOf(top['house_styles']).forEach((item, i) => {
    if (!isPlain(item)) return;
    const { id, ...fields } = item;
    found.records.push({ section: 'profiles', key: String(id), where: `house_styles[${i}]`, fields });
  });
  return found.done(true);
}

const OCCUPANCY = ['start_date', 'end_date', 'status', 'portfolio', 'note', 'confidence', 'end_sources', 'held_sources', 'end_confidence', 'checked', 'due', 'recognition', 'in_power', 'recognised_by'] as const;

/** Fields of one record under the gazetteer’s names, dates as EDTF text. */
function fieldsOf(section: Section | 'memberships', record: Plain, keys: readonly string[], renamed: Readonly<Record<string, string>>): Draftable {
  const fields: Draftable = {};
  for (const key of keys) {
    const theirs = renamed[key] ?? key;
    const value = DATES[section]?.includes(theirs) ? ownDate(record, theirs) : record[theirs];
    if (value !== undefined) fields[key] = value;
  }
  fields['checked'] ??= record['updated_at'];
  return fields;
}

/** The EDTF text beside an ISO date counts as long as the two agree: somebody may have changed the ISO date since. */
function ownDate(record: Plain, key: string): unknown {
  const edtf = record[`${key}_edtf`];
  return edtf !== undefined && isoPart(edtf) === record[key] ? edtf : record[key];
}

function ownNames(list: unknown): { names: Draftable[]; misspellings: Draftable[] } {
  const names: Draftable[] = [];
  const misspellings: Draftable[] = [];
  for (const item of listOf(list)) {
    if (!isPlain(item) || item['of'] !== undefined) continue;
    if (item['kind'] === undefined && item['note'] === MISSPELLING) {
      misspellings.push(defined({ name: item['name'], needs_context: item['needs_context'] }));
      continue;
    }
    const { given_name: given, family_name: family, note, kind, ...rest } = item;
    const lead = `${String(kind)}: `;
    const own = note === kind ? undefined : typeof note === 'string' && note.startsWith(lead) ? note.slice(lead.length) : note;
    names.push(defined({ ...rest, given, family, kind: kind === 'variant' ? undefined : kind, note: own }));
  }
  return { names, misspellings };
}

const PERSON_TEXTS = ['name', 'family_name', 'given_name', 'additional_name', 'patronymic_name', 'honorific_prefix', 'summary'] as const;
const UNUSED = ['email', 'image', 'images', 'biography', 'contact_details', 'links', 'sort_name', 'honorific_suffix', 'ethnicity'] as const;
const FORMER = /\b(?:former|previous|birth|maiden|née|nee|old)\b/i;

/** Popolo as others write it. */
class ForeignReader {
  private readonly found = new Gathering();
  private readonly organizations = new Map<string, Plain>();
  private readonly posts = new Map<string, Plain>();
  private readonly persons = new Map<string, Plain>();
  private readonly held = new Map<string, Draftable[]>();
  private readonly areas = new Map<string, Plain>();

  constructor(private readonly top: Plain, private readonly hints: Hints) {}

  read(): Incoming | Unreadable {
    this.index('areas', this.areas);
    this.index('organizations', this.organizations);
    this.index('posts', this.posts);
    this.index('persons', this.persons);
    listOf(this.top['organizations']).forEach((item, i) => this.organization(item as Plain, `organizations[${i}]`));
    listOf(this.top['posts']).forEach((item, i) => this.post(item as Plain, `posts[${i}]`));
    listOf(this.top['memberships']).forEach((item, i) => this.membership(item as Plain, undefined, `memberships[${i}]`));
    listOf(this.top['persons']).forEach((item, i) => {
      const person = item as Plain;
      listOf(person['memberships']).forEach((m, j) => {
        if (isPlain(m)) this.membership(m, keyOf(person), `persons[${i}].memberships[${j}]`);
      });
    });
    listOf(this.top['persons']).forEach((item, i) => this.person(item as Plain, `persons[${i}]`));
    for (const key of ['events', 'motions', 'vote_events', 'speeches']) {
      for (let n = listOf(this.top[key]).length; n > 0; n--) this.found.ignore(key);
    }
    return this.found.done(false);
  }

  private index(list: string, into: Map<string, Plain>): void {
    listOf(this.top[list]).forEach((item, i) => {
      const key = keyOf(item as Plain);
      if (key === undefined) {
        // A person alone in its file may have no id: nothing refers to it.
        if (list === 'persons') into.set(`persons[${i}]`, item as Plain);
      } else if (into.has(key)) {
        this.found.broken.push(`${list}[${i}]: the id ‘${key}’ is given twice.`);
      } else {
        into.set(key, item as Plain);
      }
    });
  }

  private person(person: Plain, where: string): void {
    const key = keyOf(person) ?? where;
    const name = textOf(person['name']) ?? joined(person['given_name'], person['family_name']);
    if (name === undefined) return this.found.leave(where, key, 'It has no name.');
    const gender = textOf(person['gender'])?.toLowerCase();
    const { names, misspellings } = this.names(person['other_names'], name);
    for (const unused of UNUSED) if (person[unused] !== undefined) this.found.ignore(`persons.${unused}`);
    const identity = textOf(person['national_identity']);
    this.found.records.push({
      section: 'people', key, where,
      fields: tidy({
        ...Object.fromEntries(PERSON_TEXTS.map(field => [field, textOf(person[field])])), name,
        gender: gender === 'male' || gender === 'female' ? gender : undefined,
        nationality: identity === undefined ? undefined : this.hints.stateOf(identity),
        birth_date: this.date(person, 'birth_date', where), death_date: this.date(person, 'death_date', where),
        names, misspellings, identifiers: identifiers(person['identifiers']),
        occupancies: this.held.get(key), checked: edtfOf(person['updated_at']),
      }),
    });
  }

  private names(list: unknown, name: string): { names: Draftable[]; misspellings: Draftable[] } {
    const names: Draftable[] = [];
    const misspellings: Draftable[] = [];
    const seen = new Set([name]);
    for (const item of listOf(list).slice(0, MAX_NAMES)) {
      const form = isPlain(item) ? textOf(item['name']) : undefined;
      if (form === undefined || seen.has(form)) continue;
      seen.add(form);
      const { note, lang, end_date: end } = item as Plain;
      const remark = textOf(note);
      if (remark?.toLowerCase() === MISSPELLING) misspellings.push({ name: form });
      else names.push(tidy({ name: form, kind: kindOf(form, remark, end), lang: textOf(lang), note: remark === 'multilingual' ? undefined : remark }));
    }
    return { names, misspellings };
  }

  private organization(body: Plain, where: string): void {
    const key = keyOf(body);
    const name = textOf(body['name']);
    if (key === undefined || name === undefined) return this.found.leave(where, key ?? name ?? 'an organization', 'It has no id or no name.');
    const parent = textOf(body['parent_id']);
    if (parent !== undefined && !this.organizations.has(parent)) this.found.broken.push(`${where}: there is no organization ‘${parent}’ in this file (parent_id).`);
    for (const unused of UNUSED) if (body[unused] !== undefined) this.found.ignore(`organizations.${unused}`);
    this.found.records.push({
      section: 'organizations', key, where,
      fields: tidy({
        name, classification: textOf(body['classification']), parent, state: this.stateOf(body),
        founding_date: this.date(body, 'founding_date', where), dissolution_date: this.date(body, 'dissolution_date', where),
        other_names: this.names(body['other_names'], name).names, identifiers: identifiers(body['identifiers']),
        checked: edtfOf(body['updated_at']),
      }),
    });
    listOf(body['memberships']).forEach((m, i) => {
      if (isPlain(m)) this.membership({ organization_id: key, ...m }, undefined, `${where}.memberships[${i}]`);
    });
  }

  /** The state of an area, where the area is one: by its id, identifier or name. */
  private stateOf(record: Plain): string | undefined {
    const area = textOf(record['area_id']);
    if (area === undefined) return undefined;
    const found = this.areas.get(area);
    const division = /country:([a-z]{2})$/.exec(textOf(found?.['identifier']) ?? area)?.[1];
    for (const text of [division, textOf(found?.['identifier']), textOf(found?.['name']), area]) {
      const state = text === undefined ? undefined : this.hints.stateOf(text);
      if (state !== undefined) return state;
    }
    return undefined;
  }

  private post(post: Plain, where: string): void {
    const key = keyOf(post);
    const title = textOf(post['role']) ?? textOf(post['label']);
    if (key === undefined || title === undefined) return this.found.leave(where, key ?? 'a post', 'It has no id, or neither label nor role.');
    const body = textOf(post['organization_id']);
    if (body !== undefined && !this.organizations.has(body)) this.found.broken.push(`${where}: there is no organization ‘${body}’ in this file (organization_id).`);
    const other = [...listOf(post['other_label']), ...listOf(post['other_labels']), post['other_label']];
    const permitted = [...new Set(other.map(item => textOf(isPlain(item) ? item['name'] : item)).filter(item => item !== undefined && item !== title))];
    const state = this.stateOf(post);
    this.found.records.push({
      section: 'posts', key, where, ...(state === undefined ? {} : { state }),
      fields: tidy({ label: textOf(post['label']) ?? title, organization: body, titles: tidy({ preferred: title, permitted }), checked: edtfOf(post['updated_at']) }),
    });
  }

  private membership(membership: Plain, of: string | undefined, where: string): void {
    const person = textOf(membership['person_id']) ?? of;
    if (person === undefined) return this.found.leave(where, 'a membership', 'Its member is no person.');
    if (!this.persons.has(person)) return void this.found.broken.push(`${where}: there is no person ‘${person}’ in this file (person_id).`);
    const post = textOf(membership['post_id']) ?? this.postOfRole(membership, where);
    if (post === undefined) return;
    if (!this.posts.has(post)) return void this.found.broken.push(`${where}: there is no post ‘${post}’ in this file (post_id).`);
    const sources = listOf(membership['sources']).flatMap(link => {
      const source = isPlain(link) ? sourceOf(textOf(link['url']), textOf(link['note'])) : undefined;
      if (source) this.found.records.push({ section: 'sources', where, ...source });
      return source ? [source.key] : [];
    });
    append(this.held, person, tidy({
      post, start_date: this.date(membership, 'start_date', where), end_date: this.date(membership, 'end_date', where),
      confidence: sources.length > 0 ? 'medium' : 'low', sources,
    }));
  }

  /** A membership without a post holds the post of its role in its organization. */
  private postOfRole(membership: Plain, where: string): string | undefined {
    const body = textOf(membership['organization_id']);
    const role = textOf(membership['role']) ?? textOf(membership['label']);
    if (body !== undefined && !this.organizations.has(body)) {
      this.found.broken.push(`${where}: there is no organization ‘${body}’ in this file (organization_id).`);
      return undefined;
    }
    if (body === undefined || role === undefined) {
      this.found.leave(where, 'a membership', 'It names neither a post nor a role in an organization: that is no office.');
      return undefined;
    }
    const key = `${body} ${role}`;
    if (!this.posts.has(key)) {
      const title = role[0]!.toUpperCase() + role.slice(1);
      const label = `${title}, ${textOf(this.organizations.get(body)!['name']) ?? body}`;
      this.posts.set(key, { id: key });
      this.found.records.push({ section: 'posts', key, where, fields: { label, organization: body, titles: { preferred: title } } });
    }
    return key;
  }

  private date(record: Plain, key: string, where: string): string | undefined {
    if (record[key] === undefined || record[key] === null || record[key] === '') return undefined;
    const date = edtfOf(record[key]);
    if (date === undefined) this.found.leave(where, `${key}: ${String(record[key]).slice(0, 40)}`, 'This is no date.');
    return date;
  }
}

function keyOf(record: Plain): string | undefined {
  return textOf(record['id']) ?? textOf(record['_id']);
}

function joined(...parts: readonly unknown[]): string | undefined {
  const words = parts.map(textOf).filter(part => part !== undefined);
  return words.length === 0 ? undefined : words.join(' ');
}

function identifiers(list: unknown): Draftable[] {
  return listOf(list).flatMap(item => {
    if (!isPlain(item)) return [];
    const scheme = textOf(item['scheme'])?.toLowerCase();
    const identifier = textOf(item['identifier']);
    return scheme === undefined || identifier === undefined ? [] : [{ scheme, identifier }];
  });
}

function kindOf(form: string, note: string | undefined, end: unknown): string | undefined {
  if (textOf(end) !== undefined || (note !== undefined && FORMER.test(note))) return 'historical';
  return /\p{L}/u.test(form) && !/\p{sc=Latin}/u.test(form) ? 'native' : undefined;
}
