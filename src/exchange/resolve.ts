import type { Target } from '../gazetteer/fields';
import { SECTION_NAMES } from '../gazetteer/fields';
import type { Id, Section } from '../gazetteer/model';
import { foldName } from '../gazetteer/forms';
import { Minter, slug } from './ids';
import type { Incoming, IncomingRecord, LeftOut } from './incoming';
import { apart } from './known';
import type { Identity, Known } from './known';
import { isPlain, listOf, mapReferences, textOf, tidy } from './plain';
import type { Draftable, Plain } from './plain';

/** An incoming record that is known to be somebody: its id, why it is that, its fields with references by our ids. */
export interface Resolved {
  readonly record: IncomingRecord;
  readonly id: Id;
  readonly why?: string;
  readonly fields: Draftable;
}

export interface Resolution {
  readonly resolved: readonly Resolved[];
  readonly left: readonly LeftOut[];
  /** References to what is neither in the input nor recorded. */
  readonly dangling: readonly string[];
}

/** People or bodies of one name that an input may tell apart. */
const MAX_NAMESAKES = 50;

/** Records are identified in this order: each needs those before it. */
const ORDER: readonly Target[] = ['sources', 'states', 'organizations', 'posts', 'people', ...SECTION_NAMES.filter(s => !['states', 'organizations', 'posts', 'people'].includes(s)), 'profiles'];

/** Finds out who the records of an input are, and gives ids to those that are new. */
export class Resolver {
  private readonly ids = new Map<string, Id>();
  private readonly gone = new Set<string>();
  private readonly left: LeftOut[] = [];
  private readonly dangling: string[] = [];
  private readonly resolved: Resolved[] = [];
  /** Bodies that posts without one are put into. */
  private readonly governments = new Map<Id, Id>();
  private readonly minter: Minter;
  /** Recorded sources by their address. */
  private addresses: ReadonlyMap<string | undefined, Id> | undefined;
  /** States of posts and bodies of the input that are new, by section and id or key. */
  private readonly states = new Map<string, Id>();
  /** Names that new records of the input took, by section: two of one name are not told apart. */
  private readonly claimed = new Map<string, IncomingRecord[]>();

  constructor(private readonly known: Known, private readonly incoming: Incoming) {
    this.minter = new Minter((section, id) => this.known.find(section as Target, id) !== undefined);
  }

  resolve(): Resolution {
    const keys = new Set(this.incoming.records.map(record => `${record.section} ${record.key}`));
    const seen = new Set<string>();
    const found: { record: IncomingRecord; id: Id; why?: string; distinct: readonly Id[] }[] = [];
    for (const section of ORDER) {
      for (const record of this.incoming.records) {
        const key = `${section} ${record.key}`;
        if (record.section !== section || seen.has(key)) continue;
        seen.add(key);
        const identity = this.unlessTwice(record, this.identify(record, keys));
        if ('unclear' in identity) {
          this.gone.add(key);
          this.left.push({ where: record.where, what: `${section} ${String(record.fields['name'] ?? record.fields['label'] ?? record.key)}`, why: identity.unclear });
          continue;
        }
        const id = 'id' in identity ? identity.id : this.mint(record);
        this.ids.set(key, id);
        const state = this.stateOf(record);
        if (state !== undefined) this.states.set(`${section} ${id}`, state);
        found.push({ record, id, ...('id' in identity ? { why: identity.why } : {}), distinct: 'id' in identity ? [] : identity.distinct });
      }
    }
    for (const { record, id, why, distinct } of found) {
      const fields = this.fieldsOf(record, keys, why === undefined);
      if (why === undefined && !this.incoming.own) this.dropTaken(record, fields, [id, ...distinct]);
      if (distinct.length > 0) fields['distinct_from'] = [...listOf(fields['distinct_from']), ...distinct.map(other => ({ id: other }))];
      this.resolved.push({ record, id, ...(why === undefined ? {} : { why }), fields: tidy(fields) });
    }
    return { resolved: this.resolved, left: this.left, dangling: this.dangling.slice(0, 20) };
  }

  private identify(record: IncomingRecord, keys: ReadonlySet<string>): Identity {
    const { section, key, fields } = record;
    if (this.incoming.own && this.known.find(section, key)) return { id: key, why: 'same id' };
    switch (section) {
      case 'sources':
        return this.source(fields);
      case 'organizations':
        return this.known.identifyOrganization(fields);
      case 'posts':
        return this.post(record, keys);
      case 'people': {
        const posts = listOf(fields['occupancies']).flatMap(held => (isPlain(held) ? [this.idOf(['posts'], String(held['post']))] : []));
        return this.known.identifyPerson(fields, new Set(posts.filter(id => id !== undefined)));
      }
      default:
        return { isNew: true, distinct: [] };
    }
  }

  private source(fields: Plain): Identity {
    const url = textOf(fields['url']);
    this.addresses ??= new Map(Object.entries(this.known.gazetteer.data.sources).map(([id, source]) => [source.url, id]));
    const same = url === undefined ? undefined : this.addresses.get(url);
    return same === undefined ? { isNew: true, distinct: [] } : { id: same, why: 'same address' };
  }

  private post(record: IncomingRecord, keys: ReadonlySet<string>): Identity {
    const body = textOf(record.fields['organization']);
    if (body !== undefined) {
      if (this.gone.has(`organizations ${body}`)) return { unclear: 'Its body was refused.' };
      const id = this.idOf(['organizations'], body);
      return id === undefined && !keys.has(`organizations ${body}`) ? { isNew: true, distinct: [] } : this.known.identifyPost(record.fields, id, record.state);
    }
    const identity = this.known.identifyPost(record.fields, undefined, record.state);
    if (!('isNew' in identity)) return identity;
    const state = record.state ?? this.known.stateIn(String(record.fields['label'] ?? ''));
    if (state === undefined) return { unclear: 'No recorded post has this title, and neither its body nor its state is told.' };
    return identity;
  }

  /** A new name that the input gives to two is of nobody: they may be one, and nothing tells. */
  private unlessTwice(record: IncomingRecord, identity: Identity): Identity {
    const { section, fields } = record;
    const name = textOf(fields['name']);
    if (!('isNew' in identity) || this.incoming.own || name === undefined || (section !== 'people' && section !== 'organizations')) return identity;
    const key = `${section} ${textOf(fields['state']) ?? ''} ${foldName(name)}`;
    const before = this.claimed.get(key) ?? [];
    const same = before.length > MAX_NAMESAKES ? before[0] : before.find(other => !apart(fields, other.fields));
    if (same) return { unclear: `The input has this name twice (${same.where}), and nothing tells the two apart.` };
    this.claimed.set(key, [...before, record]);
    const others = before.map(other => this.ids.get(`${section} ${other.key}`)).filter(id => id !== undefined);
    return { isNew: true, distinct: [...identity.distinct, ...others] };
  }

  /** Other names of a new record that are names of somebody recorded. */
  private dropTaken(record: IncomingRecord, fields: Draftable, own: readonly Id[]): void {
    const { section, where } = record;
    if (section !== 'people' && section !== 'organizations') return;
    const key = section === 'people' ? 'names' : 'other_names';
    fields[key] = listOf(fields[key]).filter(form => {
      const name = isPlain(form) ? textOf(form['name']) : undefined;
      const of = name !== undefined && this.known.isNameOfOther(section, name, own);
      if (of) this.left.push({ where, what: `${String(fields['name'])}, ${name}`, why: 'This is a name of another record.' });
      return !of;
    });
  }

  /** The state of a record of the input, as far as it tells or its body does. */
  private stateOf(record: IncomingRecord): Id | undefined {
    const { section, fields } = record;
    if (section === 'organizations') {
      const parent = textOf(fields['parent']);
      return textOf(fields['state']) ?? (parent === undefined ? undefined : this.stateOfId('organizations', this.idOf(['organizations'], parent)));
    }
    if (section !== 'posts') return undefined;
    const body = textOf(fields['organization']);
    if (body !== undefined) return this.stateOfId('organizations', this.idOf(['organizations'], body));
    return record.state ?? this.known.stateIn(String(fields['label'] ?? ''));
  }

  private stateOfId(section: 'organizations' | 'posts', id: Id | undefined): Id | undefined {
    if (id === undefined) return undefined;
    const { gazetteer } = this.known;
    return this.states.get(`${section} ${id}`) ?? (section === 'posts' ? gazetteer.stateOfPost(id) : gazetteer.stateOf(id));
  }

  /** The government of a state: a post whose body is not told belongs to it at least. */
  private government(state: Id, record: IncomingRecord): Id {
    const there = this.known.governmentOf(state) ?? this.governments.get(state);
    if (there !== undefined) return there;
    const id = this.minter.mint('organizations', `${state.toLowerCase()}-government`);
    this.governments.set(state, id);
    const name = `Government of ${this.known.gazetteer.state(state)?.name ?? state}`;
    this.resolved.push({
      record: { section: 'organizations', key: id, where: record.where, fields: {} }, id,
      fields: { name, classification: 'government', state, note: 'Holds posts whose body was not told by an import.' },
    });
    return id;
  }

  private fieldsOf(record: IncomingRecord, keys: ReadonlySet<string>, isNew: boolean): Draftable {
    const { section, where } = record;
    const fields = mapReferences(section, record.fields, (key, to, path) => {
      const id = this.idOf(to, key);
      if (id !== undefined) return id;
      if (to.some(target => this.gone.has(`${target} ${key}`))) {
        this.left.push({ where, what: `${String(record.fields['name'] ?? record.fields['label'] ?? record.key)}, ${path}`, why: `It refers to ‘${key}’, which was refused.` });
      } else if (!to.some(target => keys.has(`${target} ${key}`))) {
        this.dangling.push(`${where}, ${path}: there is no ‘${key}’ among ${to.join(' or ')}.`);
      }
      return undefined;
    });
    const state = section === 'posts' && isNew ? this.stateOf(record) : undefined;
    if (fields['organization'] === undefined && state !== undefined) {
      const titles = isPlain(fields['titles']) ? fields['titles'] : {};
      fields['titles'] = { ...titles, preferred: this.known.withoutState(String(titles['preferred']), state) };
      fields['organization'] = this.government(state, record);
      fields['note'] ??= 'The input did not tell its body.';
    }
    return fields;
  }

  private idOf(to: readonly Target[], key: string): Id | undefined {
    for (const target of to) {
      const id = this.ids.get(`${target} ${key}`);
      if (id !== undefined) return id;
    }
    return to.some(target => this.known.find(target, key) !== undefined) ? key : undefined;
  }

  private mint(record: IncomingRecord): Id {
    const { section, key, fields } = record;
    if (this.incoming.own) return key;
    return this.minter.mint(section, record.wanted ?? this.wanted(section as Section, fields, record) ?? `imported-${slug(key) || section}`);
  }

  /** Ids by the gazetteer’s habit (spec 3.1.6). */
  private wanted(section: Section, fields: Plain, record: IncomingRecord): string | undefined {
    const join = (...parts: readonly (string | undefined)[]): string | undefined => {
      const words = parts.map(part => slug(part ?? '')).filter(part => part !== '');
      return words.length === 0 ? undefined : words.join('-');
    };
    const name = textOf(fields['name']) ?? '';
    if (section === 'people') {
      const words = name.split(/\s+/);
      const family = textOf(fields['family_name']) ?? words.at(-1);
      const given = textOf(fields['given_name']) ?? words.slice(0, -1).join(' ');
      const held = listOf(fields['occupancies']).find(isPlain);
      const post = held && this.idOf(['posts'], String(held['post']));
      const state = textOf(fields['nationality']) ?? this.stateOfId('posts', post);
      return slug(`${family ?? ''}${given}`) === '' ? undefined : join(state, family, given);
    }
    if (section === 'organizations') {
      const state = this.stateOf(record);
      const short = state === undefined ? name : this.known.withoutState(name, state);
      return join(state, textOf(fields['acronym']) ?? short.split(/\s+/).slice(0, 6).join(' '));
    }
    if (section === 'posts') {
      const body = textOf(fields['organization']);
      const id = body === undefined ? undefined : this.idOf(['organizations'], body);
      const state = this.stateOf(record);
      const title = (isPlain(fields['titles']) ? textOf(fields['titles']['preferred']) : undefined) ?? textOf(fields['label']) ?? '';
      return join(state ?? id, state === undefined ? title : this.known.withoutState(title, state));
    }
    return undefined;
  }
}
