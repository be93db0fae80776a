import { fold } from '../base/fold';
import { parseDate } from '../base/edtf';
import { foldName } from '../gazetteer/forms';
import type { Target } from '../gazetteer/fields';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id, Organization, Person, Post, RecordBase, Section, State } from '../gazetteer/model';
import type { ProfileDraft } from '../gazetteer/profiles';
import { isPlain, listOf, textOf } from './plain';
import type { Plain } from './plain';

/** What an incoming record is: a record that is there, with the reason, a new one, or not to be told. */
export type Identity =
  | { readonly id: Id; readonly why: string }
  | { readonly isNew: true; readonly distinct: readonly Id[] }
  | { readonly unclear: string };

/** The gazetteer seen from outside: who is meant by an identifier, a name, a title. */
export class Known {
  private readonly records = new Map<Section, ReadonlyMap<Id, RecordBase>>();
  private readonly identifiers = new Map<string, Set<Id>>();
  private readonly peopleByName = new Map<string, Set<Id>>();
  private readonly bodiesByName = new Map<string, Set<Id>>();
  private readonly postsByTitle = new Map<string, Set<Id>>();
  private readonly statesByName = new Map<string, Id>();
  private readonly stateWords = new Map<Id, ReadonlySet<string>>();

  constructor(readonly gazetteer: Gazetteer, private readonly profiles: readonly ProfileDraft[]) {
    const { records } = gazetteer.data;
    for (const state of records.states) this.state(state);
    for (const person of records.people) {
      for (const { scheme, identifier } of person.identifiers) add(this.identifiers, `people ${scheme} ${identifier}`, person.id);
      for (const name of namesOf(person)) add(this.peopleByName, name, person.id);
    }
    for (const body of records.organizations) {
      for (const { scheme, identifier } of body.identifiers) add(this.identifiers, `organizations ${scheme} ${identifier}`, body.id);
      for (const name of [body.name, ...body.other_names.map(form => form.name)]) add(this.bodiesByName, foldName(name), body.id);
    }
    for (const post of records.posts) this.post(post);
  }

  /** A record, source or house style by its id. */
  find(section: Target, id: Id): object | undefined {
    if (section === 'sources') return this.gazetteer.source(id);
    if (section === 'profiles') return this.profiles.find(profile => profile.id === id) ?? this.gazetteer.profile(id);
    let index = this.records.get(section);
    if (!index) {
      index = new Map((this.gazetteer.data.records[section] as readonly RecordBase[]).map(record => [record.id, record]));
      this.records.set(section, index);
    }
    return index.get(id);
  }

  /** The code of a state from its code, name, formal name or adjective. */
  stateOf(text: string): Id | undefined {
    const code = text.trim().toUpperCase();
    if (/^[A-Z]{2}$/.test(code) && this.gazetteer.state(code)) return code;
    return this.statesByName.get(plainWords(text));
  }

  /** The one state that a text names; none where it names two. */
  stateIn(text: string): Id | undefined {
    const words = plainWords(text).split(' ');
    const found = new Set<Id>();
    for (let from = 0; from < words.length; from++) {
      for (let to = Math.min(words.length, from + 5); to > from; to--) {
        const state = this.statesByName.get(words.slice(from, to).join(' '));
        if (state === undefined) continue;
        found.add(state);
        from = to - 1;
        break;
      }
    }
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** Who an incoming person is (`posts`: ids of the posts that it holds). */
  identifyPerson(fields: Plain, posts: ReadonlySet<Id>): Identity {
    const same = this.byIdentifier('people', fields);
    if (same) return same;
    const candidates = new Set<Id>();
    for (const name of formsOf(fields)) for (const id of this.peopleByName.get(name) ?? []) candidates.add(id);
    const others: Id[] = [];
    const open: Person[] = [];
    const matches: { id: Id; why: string }[] = [];
    for (const id of candidates) {
      const person = this.gazetteer.person(id)!;
      const born = bornTogether(fields['birth_date'], person);
      if (born === false || otherIdentifier(fields, person)) others.push(id);
      else if (born) matches.push({ id, why: 'same name and same birth date' });
      else if (person.occupancies.some(held => posts.has(held.post))) matches.push({ id, why: 'same name and same post' });
      else open.push(person);
    }
    if (matches.length === 1) return matches[0]!;
    if (matches.length > 1) return { unclear: `It may be ${matches.map(match => match.id).join(' or ')}.` };
    if (open.length > 0) {
      return { unclear: `${open[0]!.name} (${open[0]!.id}) has the same name; neither an identifier, a birth date nor a post tells whether they are one.` };
    }
    return { isNew: true, distinct: others };
  }

  identifyOrganization(fields: Plain): Identity {
    const same = this.byIdentifier('organizations', fields);
    if (same) return same;
    const name = textOf(fields['name']) ?? '';
    const candidates = [...this.bodiesByName.get(foldName(name)) ?? []].map(id => this.gazetteer.organization(id)!).filter(body => !otherIdentifier(fields, body));
    const state = textOf(fields['state']) ?? this.stateIn(name);
    const fitting = candidates.filter(body => this.gazetteer.stateOf(body.id) === state);
    if (fitting.length === 1) return { id: fitting[0]!.id, why: state === undefined ? 'same name' : 'same name and same state' };
    if (fitting.length > 1 || (candidates.length > 0 && state === undefined)) {
      return { unclear: `It may be ${candidates.map(body => body.id).slice(0, 5).join(' or ')}: its state is not told.` };
    }
    return { isNew: true, distinct: candidates.map(body => body.id) };
  }

  /** Whether a name is that of another person or body than one of these. */
  isNameOfOther(section: 'people' | 'organizations', name: string, own: readonly Id[]): boolean {
    const folded = foldName(name);
    const bearers = section === 'people' ? this.peopleByName.get(folded) : this.bodiesByName.get(folded);
    return bearers !== undefined && [...bearers].some(id => !own.includes(id));
  }

  /** The post of a title in a body, or of a title in a state, where only one fits. */
  identifyPost(fields: Plain, organization: Id | undefined, state: Id | undefined): Identity {
    const titles = [fields['label'], ...titlesOf(fields['titles'])].map(textOf).filter(title => title !== undefined);
    const tries: { key: string; why: string }[] = [];
    for (const title of titles) {
      if (organization !== undefined) tries.push({ key: `${organization} ${this.words(title, this.gazetteer.stateOf(organization))}`, why: 'same body and same title' });
      else {
        const of = state ?? this.stateIn(title);
        if (of !== undefined) tries.push({ key: `${of} ${this.words(title, of)}`, why: 'same state and same title' });
        if (of === undefined) tries.push({ key: ` ${this.words(title, undefined)}`, why: 'same title' });
      }
    }
    for (const { key, why } of tries) {
      const found = this.postsByTitle.get(key);
      if (found?.size === 1) return { id: [...found][0]!, why };
      if (found) return { unclear: `It may be ${[...found].slice(0, 5).join(' or ')}.` };
    }
    return { isNew: true, distinct: [] };
  }

  /** A title without its state: “Minister of Defence” of “Minister of Defence of Kenya”, “Kenyan Minister of Defence”. */
  withoutState(title: string, state: Id): string {
    const record = this.gazetteer.state(state);
    if (!record) return title;
    const names = [record.name, ...record.other_names.map(form => form.name)].sort((a, b) => b.length - a.length);
    for (const name of names) {
      const tail = new RegExp(`(?:,| of| for)? \\(?(?:the )?${escaped(name)}\\)?$`, 'i');
      if (tail.test(title)) return title.replace(tail, '');
    }
    for (const word of [...record.adjectives, ...names]) {
      const lead = new RegExp(`^${escaped(word)} `, 'i');
      if (lead.test(title)) return title.replace(lead, '');
    }
    return title;
  }

  /** The government of a state, where there is one record of it. */
  governmentOf(state: Id): Id | undefined {
    const found = this.gazetteer.data.records.organizations.filter(body => body.state === state && body.classification === 'government');
    return found.length === 1 ? found[0]!.id : undefined;
  }

  private byIdentifier(section: string, fields: Plain): Identity | undefined {
    const found = new Map<Id, string>();
    for (const item of listOf(fields['identifiers'])) {
      if (!isPlain(item)) continue;
      for (const id of this.identifiers.get(`${section} ${String(item['scheme'])} ${String(item['identifier'])}`) ?? []) {
        found.set(id, `same identifier (${String(item['scheme'])} ${String(item['identifier'])})`);
      }
    }
    if (found.size > 1) return { unclear: `Its identifiers are those of ${[...found.keys()].join(' and ')}.` };
    for (const [id, why] of found) return { id, why };
    return undefined;
  }

  private state(state: State): void {
    const names = [state.name, ...state.other_names.map(form => form.name)];
    const words = new Set<string>();
    for (const name of [...names, ...state.adjectives]) {
      const plain = plainWords(name);
      if (!this.statesByName.has(plain)) this.statesByName.set(plain, state.id);
      for (const word of plain.split(' ')) words.add(word);
    }
    this.stateWords.set(state.id, words);
  }

  private post(post: Post): void {
    const state = this.gazetteer.stateOfPost(post.id);
    const body = this.gazetteer.organization(post.organization);
    const titles = [post.titles.preferred, post.titles.formal, ...post.titles.permitted].filter(title => title !== undefined);
    for (const title of [post.label, ...titles]) {
      const words = this.words(title, state);
      add(this.postsByTitle, `${post.organization} ${words}`, post.id);
      if (state !== undefined) add(this.postsByTitle, `${state} ${words}`, post.id);
    }
    // “Minister of Transport” is a title of many states: a label tells of itself only where its state is in it.
    if (state === undefined || this.stateIn(post.label) === state) add(this.postsByTitle, ` ${this.words(post.label, undefined)}`, post.id);
    for (const title of state === undefined ? titles : []) {
      for (const name of [body?.name, body?.acronym]) {
        if (name !== undefined) add(this.postsByTitle, ` ${this.words(`${title} of ${name}`, undefined)}`, post.id);
      }
    }
  }

  /** The words of a title in one order, without those of its state and without small words. */
  private words(title: string, state: Id | undefined): string {
    const own = state === undefined ? undefined : this.stateWords.get(state);
    const words = plainWords(title).split(' ').filter(word => !SMALL.has(word));
    const rest = words.filter(word => !own?.has(word));
    return (rest.length > 0 ? rest : words).sort().join(' ');
  }
}

const SMALL = new Set(['the', 'of', 'for', 'to', 'and', 'a', 's']);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function plainWords(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^the /, '');
}

function add(map: Map<string, Set<Id>>, key: string, id: Id): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

/** Names of two words or more: a surname alone says nothing of who is meant. */
function namesOf(person: Person): string[] {
  return full([person.name, ...person.names.map(form => form.name)]);
}

function formsOf(fields: Plain): string[] {
  const names = listOf(fields['names']).flatMap(form => (isPlain(form) ? [textOf(form['name'])] : []));
  const joined = [textOf(fields['given_name']), textOf(fields['family_name'])].filter(part => part !== undefined).join(' ');
  return full([textOf(fields['name']), joined, ...names]);
}

function full(names: readonly (string | undefined)[]): string[] {
  const folded = names.filter(name => name !== undefined).map(foldName);
  return [...new Set(folded.filter(name => name.includes(' ')))];
}

function titlesOf(titles: unknown): unknown[] {
  return isPlain(titles) ? [titles['preferred'], titles['formal'], ...listOf(titles['permitted'])] : [];
}

/** Whether the birth dates can be one day; `undefined` where one is not known. */
function bornTogether(date: unknown, person: Person): boolean | undefined {
  const theirs = parseDate(date);
  if (!theirs || !person.birth_date) return undefined;
  return theirs.earliest <= person.birth_date.latest && person.birth_date.earliest <= theirs.latest;
}

/** Whether both have an identifier of one scheme, and not the same. */
function otherIdentifier(fields: Plain, record: Person | Organization): boolean {
  return listOf(fields['identifiers']).some(item => isPlain(item)
    && record.identifiers.some(own => own.scheme === item['scheme'] && own.identifier !== item['identifier']));
}

/** Whether two incoming records are certainly two: another identifier of one scheme, or birth dates that cannot be one day. */
export function apart(a: Plain, b: Plain): boolean {
  const born = [parseDate(a['birth_date']), parseDate(b['birth_date'])] as const;
  if (born[0] && born[1] && (born[0].earliest > born[1].latest || born[1].earliest > born[0].latest)) return true;
  return listOf(a['identifiers']).some(one => isPlain(one)
    && listOf(b['identifiers']).some(other => isPlain(other) && other['scheme'] === one['scheme'] && other['identifier'] !== one['identifier']));
}
