import { DATASET, PREFIX } from './ftm';
import { Gathering, MAX_NAMES, readJson } from './incoming';
import type { Hints, Incoming, Unreadable } from './incoming';
import { append, edtfOf, isPlain, listOf, textOf, tidy } from './plain';
import type { Draftable, Plain } from './plain';
import { sourceOf } from './sources';

const BODIES = new Set(['Organization', 'PublicBody', 'LegalEntity', 'Company']);
const MAX_ENTITIES = 500_000;
const MAX_NESTED = 20;

/** Reads FollowTheMoney entities, one JSON object a line; nested entities (`targets.nested.json`) are taken apart. */
export function readFtm(text: string, hints: Hints): Incoming | Unreadable {
  const entities = new Map<string, Entity>();
  const lines = text.split(/\r?\n/);
  const broken: string[] = [];
  lines.forEach((line, i) => {
    if (line.trim() === '' || broken.length >= 20) return;
    const json = readJson(line, i + 1);
    if ('problem' in json) return void broken.push(json.problem);
    const problem = register(json.value, `line ${i + 1}`, entities, undefined, 0);
    if (problem !== undefined) broken.push(`Line ${i + 1}: ${problem}`);
    if (entities.size > MAX_ENTITIES) broken.push(`There are more than ${MAX_ENTITIES} entities.`);
  });
  if (broken.length > 0) return { unreadable: broken };
  if (entities.size === 0) return { unreadable: ['There is no entity in it.'] };
  return new FtmReader(entities, hints).read();
}

interface Entity {
  readonly id: string;
  readonly schema: string;
  readonly where: string;
  readonly entity: Plain;
  readonly properties: Record<string, readonly unknown[]>;
}

/** Keeps an entity and those nested in it, which become references. */
function register(value: unknown, where: string, into: Map<string, Entity>, holder: string | undefined, depth: number): string | undefined {
  if (depth > MAX_NESTED) return 'Entities are nested too deep.';
  if (!isPlain(value)) return 'An entity is an object with id, schema and properties.';
  const id = textOf(value['id']);
  const schema = textOf(value['schema']);
  if (id === undefined || schema === undefined || !isPlain(value['properties'])) return 'An entity has an id, a schema and properties.';
  const properties: Record<string, readonly unknown[]> = Object.create(null) as Record<string, readonly unknown[]>;
  for (const [key, list] of Object.entries(value['properties'])) {
    if (!Array.isArray(list)) return `‘${key}’ is a list in FollowTheMoney.`;
    const values: unknown[] = [];
    for (const item of list as unknown[]) {
      if (isPlain(item)) {
        const problem = register(item, where, into, key === 'positionOccupancies' ? id : undefined, depth + 1);
        if (problem !== undefined) return problem;
        values.push(item['id']);
      } else {
        values.push(item);
      }
    }
    properties[key] = values;
  }
  if (holder !== undefined && schema === 'Occupancy') properties['holder'] ??= [holder];
  if (!into.has(id)) into.set(id, { id, schema, where, entity: value, properties });
  return undefined;
}

class FtmReader {
  private readonly found = new Gathering();
  private readonly held = new Map<string, Draftable[]>();
  private readonly own: boolean;

  constructor(private readonly entities: ReadonlyMap<string, Entity>, private readonly hints: Hints) {
    this.own = [...entities.values()].every(one => listOf(one.entity['datasets']).includes(DATASET));
  }

  read(): Incoming | Unreadable {
    const order = ['Position', 'Occupancy'];
    for (const schema of order) for (const one of this.entities.values()) if (one.schema === schema) this.add(one);
    for (const one of this.entities.values()) if (!order.includes(one.schema)) this.add(one);
    return this.found.done(this.own);
  }

  private add(one: Entity): void {
    if (one.schema === 'Person') this.person(one);
    else if (BODIES.has(one.schema)) this.organization(one);
    else if (one.schema === 'Position') this.position(one);
    else if (one.schema === 'Occupancy') this.occupancy(one);
    else this.found.ignore(`schema ${one.schema}`);
  }

  private key(id: string, section: 'people' | 'organizations' | 'posts'): string {
    const prefix = PREFIX[section];
    return this.own && id.startsWith(prefix) ? id.slice(prefix.length) : id;
  }

  /** The caption is the best of the names, where it is one. */
  private nameOf(one: Entity): string | undefined {
    const names = texts(one, 'name');
    const caption = textOf(one.entity['caption']);
    return caption !== undefined && names.includes(caption) ? caption : names[0] ?? caption;
  }

  private person(one: Entity): void {
    const name = this.nameOf(one);
    if (name === undefined) return this.found.leave(one.where, one.id, 'It has no name.');
    const former = new Set(texts(one, 'previousName'));
    const names = [...texts(one, 'name'), ...texts(one, 'alias'), ...former].filter((form, i, all) => form !== name && all.indexOf(form) === i);
    // A word alone is nobody’s full name, and “MALKOV, Teodor” is an entry of a list.
    const usable = names.filter(form => this.own || (!form.includes(',') && (form.includes(' ') || !/\p{sc=Latin}/u.test(form))));
    for (let n = names.length - usable.length; n > 0; n--) this.found.ignore('names of one word or with a comma');
    if (!this.own) for (const _ of texts(one, 'weakAlias')) this.found.ignore('weakAlias');
    const gender = texts(one, 'gender')[0];
    this.found.records.push({
      section: 'people', key: this.key(one.id, 'people'), where: one.where,
      fields: tidy({
        name, family_name: texts(one, 'lastName')[0], given_name: texts(one, 'firstName')[0], additional_name: texts(one, 'middleName')[0],
        patronymic_name: texts(one, 'fatherName')[0], honorific_prefix: texts(one, 'title')[0],
        gender: gender === 'male' || gender === 'female' ? gender : undefined,
        nationality: this.country(one, 'nationality') ?? this.country(one, 'citizenship'),
        birth_date: this.date(one, 'birthDate'), death_date: this.date(one, 'deathDate'),
        names: usable.map(form => tidy({ name: form, kind: former.has(form) ? 'historical' : kindOf(form) })),
        misspellings: this.own ? texts(one, 'weakAlias').map(form => ({ name: form })) : [],
        identifiers: identifiers(one), occupancies: this.held.get(one.id),
        summary: this.own ? texts(one, 'summary')[0] : undefined, note: this.own ? texts(one, 'notes')[0] : undefined, checked: checkedOf(one),
      }),
    });
  }

  private organization(one: Entity): void {
    const name = this.nameOf(one);
    if (name === undefined) return this.found.leave(one.where, one.id, 'It has no name.');
    const others = [...texts(one, 'name'), ...texts(one, 'alias'), ...texts(one, 'previousName')].filter((form, i, all) => form !== name && all.indexOf(form) === i);
    const parent = this.reference(one, 'parent');
    this.found.records.push({
      section: 'organizations', key: this.key(one.id, 'organizations'), where: one.where,
      fields: tidy({
        name, classification: texts(one, 'classification')[0], parent: parent === undefined ? undefined : this.key(parent, 'organizations'),
        // A part has the state of the whole: ours say it once.
        state: this.own && parent !== undefined ? undefined : this.country(one, 'country') ?? this.country(one, 'jurisdiction'),
        founding_date: this.date(one, 'incorporationDate'), dissolution_date: this.date(one, 'dissolutionDate'),
        other_names: others.map(form => tidy({ name: form, kind: kindOf(form) })), misnomers: this.own ? texts(one, 'weakAlias') : [],
        identifiers: identifiers(one), note: this.own ? texts(one, 'notes')[0] : undefined, checked: checkedOf(one),
      }),
    });
  }

  private position(one: Entity): void {
    const name = this.nameOf(one);
    if (name === undefined) return this.found.leave(one.where, one.id, 'It has no name.');
    const body = this.reference(one, 'organization');
    const state = this.country(one, 'country');
    const aliases = texts(one, 'alias').filter(alias => alias !== name || this.own);
    const preferred = this.own ? aliases[0] ?? name : name;
    const seats = Number(texts(one, 'numberOfSeats')[0]);
    this.found.records.push({
      section: 'posts', key: this.key(one.id, 'posts'), where: one.where, ...(state === undefined ? {} : { state }),
      fields: tidy({
        label: name, organization: body === undefined ? undefined : this.key(body, 'organizations'),
        seats: Number.isInteger(seats) && seats > 0 ? seats : undefined,
        titles: tidy({ preferred, permitted: aliases.filter(alias => alias !== preferred) }),
        note: this.own ? texts(one, 'notes')[0] : undefined, checked: checkedOf(one),
      }),
    });
  }

  private occupancy(one: Entity): void {
    const holder = this.reference(one, 'holder');
    const post = this.reference(one, 'post');
    if (holder === undefined || post === undefined) {
      return this.found.broken.length > 0 ? undefined : this.found.leave(one.where, one.id, 'It has no holder or no post.');
    }
    const status = texts(one, 'status');
    const end = this.date(one, 'endDate');
    if (end === undefined && status.includes('ended')) {
      return this.found.leave(one.where, `${holder} ${post}`, 'The holding has ended, but its end is not told.');
    }
    const how = this.own ? texts(one, 'summary')[0] : undefined;
    const sources = this.sources(one);
    append(this.held, holder, tidy({
      post: this.key(post, 'posts'), start_date: this.date(one, 'startDate'), end_date: end ?? (status.includes('current') ? '..' : undefined),
      status: how === 'acting' || how === 'designate' ? how : undefined, portfolio: this.own ? texts(one, 'description')[0] : undefined,
      confidence: this.own ? undefined : sources.length > 0 ? 'medium' : 'low', sources,
    }));
  }

  /** Links that an occupancy names, else the data set that it is from. */
  private sources(one: Entity): string[] {
    if (this.own) return [];
    const publisher = texts(one, 'publisher')[0];
    const links = texts(one, 'sourceUrl').map(url => sourceOf(url, undefined, publisher)).filter(source => source !== undefined);
    const sets = links.length > 0 ? [] : listOf(one.entity['datasets']).map(textOf).filter(name => name !== undefined).map(name => ({
      key: `data set ${name}`, wanted: `ftm-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')}`,
      fields: { title: `FollowTheMoney data set ${name}`, publisher: name },
    }));
    const all = [...links, ...sets];
    for (const source of all) this.found.records.push({ section: 'sources', where: one.where, ...source });
    return all.map(source => source.key);
  }

  /** A reference that leads to an entity of the input; one that leads nowhere refuses the whole. */
  private reference(one: Entity, property: string): string | undefined {
    const id = texts(one, property)[0];
    if (id === undefined || this.entities.has(id)) return id;
    this.found.broken.push(`${one.where}: ${one.id} refers to ‘${id}’ (${property}), which is not in this file.`);
    return undefined;
  }

  private country(one: Entity, property: string): string | undefined {
    const states = [...new Set(texts(one, property).map(code => this.hints.stateOf(code)).filter(state => state !== undefined))];
    // Two countries do not tell which one a post is of; of a person’s nationalities the first is taken.
    return one.schema === 'Position' && states.length > 1 ? undefined : states[0];
  }

  private date(one: Entity, property: string): string | undefined {
    const values = texts(one, property);
    if (values.length === 0) return undefined;
    const dates = values.map(edtfOf).filter(date => date !== undefined);
    if (dates.length === 0) this.found.leave(one.where, `${property}: ${values[0]!.slice(0, 40)}`, 'This is no date.');
    // Of several, the most exact; where those differ, none.
    const longest = dates.filter(date => date.length === Math.max(...dates.map(d => d.length)));
    if (new Set(longest).size > 1) {
      this.found.leave(one.where, `${property}: ${longest.join(', ')}`, 'These differ.');
      return undefined;
    }
    return longest[0];
  }
}

function texts(one: Entity, property: string): string[] {
  return (one.properties[property] ?? []).slice(0, MAX_NAMES).map(textOf).filter(text => text !== undefined);
}

function identifiers(one: Entity): Draftable[] {
  const qid = texts(one, 'wikidataId')[0] ?? (/^Q\d+$/.test(one.id) ? one.id : undefined);
  return qid === undefined ? [] : [{ scheme: 'wikidata', identifier: qid }];
}

function checkedOf(one: Entity): string | undefined {
  return edtfOf(one.entity['last_seen']) ?? edtfOf(texts(one, 'modifiedAt')[0]) ?? edtfOf(texts(one, 'retrievedAt')[0]);
}

function kindOf(form: string): string | undefined {
  return /\p{L}/u.test(form) && !/\p{sc=Latin}/u.test(form) ? 'native' : undefined;
}
