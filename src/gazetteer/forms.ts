import { fold } from '../base/fold';
import type { Id, Organization, Person, RecordBase, Records } from './model';
import type { Tell } from './validate';

const LETTER = /\p{L}/gu;
const MAX_FORM = 200;

/** Folded for comparing whole names: words only. */
export function foldName(name: string): string {
  return fold(name).replace(/[\s.]+/g, ' ').trim();
}

/** Names that would be taken for somebody else's, or for anything at all. */
export function validateForms(records: Records, tell: Tell): void {
  people(records.people, tell);
  bodies(records.organizations, tell);
  for (const state of records.states) {
    shape(state, ['name'], state.name, tell);
    state.other_names.forEach((name, i) => shape(state, ['other_names', i], name.name, tell));
  }
  for (const place of records.places) {
    shape(place, ['name'], place.name, tell);
    place.variants.forEach((name, i) => shape(place, ['variants', i], name.name, tell));
  }
  for (const metonym of records.metonyms) metonym.labels.forEach((label, i) => shape(metonym, ['labels', i], label, tell));
  for (const event of records.events) event.aliases.forEach((alias, i) => shape(event, ['aliases', i], alias, tell));
}

/** A form has two letters or more and is no paragraph: one that matches everywhere would be worse than none. */
function shape(record: RecordBase, path: readonly (string | number)[], form: string, tell: Tell): void {
  const letters = form.match(LETTER)?.length ?? 0;
  // One Chinese character can be a name; of the letters of an alphabet it takes two.
  const enough = letters >= 2 || (letters === 1 && /[^\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u.test(form));
  if (!enough) tell(record, path, `‘${form}’ is too short to be recognised as a name.`);
  else if (form.length > MAX_FORM) tell(record, path, `A name of ${form.length} characters is not recognised: at most ${MAX_FORM}.`);
}

function people(all: readonly Person[], tell: Tell): void {
  const full = new Map<string, Person>();
  const families = new Map<string, Person[]>();
  for (const person of all) {
    shape(person, ['name'], person.name, tell);
    person.names.forEach((name, i) => shape(person, ['names', i], name.name, tell));
    const own = new Set<string>();
    const claim = (form: string, path: readonly (string | number)[]): void => {
      const folded = foldName(form);
      if (own.has(folded) || !folded.includes(' ')) return;
      own.add(folded);
      const other = full.get(folded);
      if (!other) full.set(folded, person);
      else if (!distinct(person, other)) {
        const also = (of: Person): string => `‘${form}’ is also a name of ${of.name} (${of.id}): if they are two people, say so with distinct_from.`;
        if (!tell(person, path, also(other))) tell(other, ['name'], also(person));
      }
    };
    claim(person.name, ['name']);
    person.names.forEach((name, i) => claim(name.name, ['names', i]));
    for (const family of familiesOf(person)) {
      const list = families.get(family) ?? [];
      families.set(family, list);
      list.push(person);
    }
  }
  for (const person of all) {
    person.misspellings.forEach((misspelling, i) => {
      const path = ['misspellings', i];
      shape(person, path, misspelling.name, tell);
      const folded = foldName(misspelling.name);
      const own = [person.name, person.family_name ?? '', ...person.names.flatMap(name => [name.name, name.family ?? ''])];
      if (own.includes(misspelling.name)) {
        tell(person, path, `‘${misspelling.name}’ is listed as a misspelling and as a correct name of ${person.name}.`);
        return;
      }
      if (own.some(name => foldName(name) === folded)) {
        // Names are recognised without their accents.
        tell(person, path, `‘${misspelling.name}’ differs only in accents from a correct name of ${person.name}: it is never reported.`, 'warning');
        return;
      }
      const other = full.get(folded) ?? families.get(folded)?.find(p => p !== person);
      if (other && other !== person && !misspelling.needs_context) {
        tell(person, path, `‘${misspelling.name}’ is a correct name of ${other.name} (${other.id}): give it needs_context: true.`);
      }
    });
  }
}

function familiesOf(person: Person): ReadonlySet<string> {
  const families = [person.family_name, ...person.names.map(name => name.family)];
  return new Set(families.filter(name => name !== undefined).map(foldName));
}

function distinct(a: { id: Id; distinct_from: readonly { id: Id }[] }, b: { id: Id; distinct_from: readonly { id: Id }[] }): boolean {
  return a.distinct_from.some(other => other.id === b.id) || b.distinct_from.some(other => other.id === a.id);
}

/** Kinds of names that many bodies share (Foreign Ministry). */
const SHARED = new Set(['common', 'short', 'acronym', 'acronym-case', 'native', 'transliteration', 'historical']);

function bodies(all: readonly Organization[], tell: Tell): void {
  const names = new Map<string, Organization>();
  const acronyms = new Map<string, Organization>();
  for (const body of all) {
    shape(body, ['name'], body.name, tell);
    body.other_names.forEach((name, i) => shape(body, ['other_names', i], name.name, tell));
    body.misnomers.forEach((name, i) => shape(body, ['misnomers', i], name, tell));
    const own = new Set<string>();
    const claim = (form: string, path: readonly (string | number)[]): void => {
      const folded = foldName(form);
      if (own.has(folded)) return;
      own.add(folded);
      const other = names.get(folded);
      if (!other) names.set(folded, body);
      else if (!distinct(body, other)) {
        const also = (of: Organization): string => `‘${form}’ is also a name of ‘${of.id}’: if they are two bodies, say so with distinct_from.`;
        if (!tell(body, path, also(other))) tell(other, ['name'], also(body));
      }
    };
    claim(body.name, ['name']);
    body.other_names.forEach((name, i) => {
      if (!SHARED.has(name.kind)) claim(name.name, ['other_names', i]);
    });
    if (body.acronym === undefined) continue;
    const other = acronyms.get(body.acronym);
    if (!other) acronyms.set(body.acronym, body);
    // Ministries of different states share MFA and MoD: the state beside them tells which.
    else if (!distinct(body, other) && (international(body) || international(other))) {
      const also = (of: Organization): string => `${of.acronym!} is also the acronym of ‘${of.id}’.`;
      if (!tell(body, ['acronym'], also(other), 'warning')) tell(other, ['acronym'], also(body), 'warning');
    }
  }
  for (const body of all) {
    body.misnomers.forEach((misnomer, i) => {
      const other = names.get(foldName(misnomer));
      if (other) tell(body, ['misnomers', i], `‘${misnomer}’ is listed as a misnomer, but is a name of ‘${other.id}’.`);
    });
  }
}

function international(body: Organization): boolean {
  return body.state === undefined && body.parent === undefined;
}
