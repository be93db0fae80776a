import { parseDate } from '../base/edtf';
import { fold } from '../base/fold';
import { type Added, addToList, addToMap, yamlScalar } from '../yaml/yaml-lists';
import type { Target } from '../gazetteer/fields';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id, Section } from '../gazetteer/model';
import { SCHEMA } from '../gazetteer/read';
import { idsIn } from './ids';

/** What the writer answered of a person or a body. */
export type NewRecord = NewPerson | NewOrganization;

export interface NewPerson {
  readonly kind: 'person';
  readonly given: string;
  readonly family: string;
  /** ISO code; without one the id begins with `own`. */
  readonly state?: Id;
  readonly office?: Office;
  /** EDTF level 1. */
  readonly from?: string;
  readonly source?: string;
}

/** A recorded post, or a title that no record has, in a recorded body or in one to be made. */
export type Office =
  | { readonly post: Id }
  | { readonly title: string; readonly body: { readonly id: Id } | { readonly name: string } };

export interface NewOrganization {
  readonly kind: 'organization';
  readonly name: string;
  readonly acronym?: string;
  readonly state?: Id;
  /** What it is, as other bodies are classified: ministry, intergovernmental-alliance … */
  readonly classification?: string;
  /** The body that it is part of. */
  readonly parent?: Id;
  /** How many members it has, and since when (EDTF level 1), as far as the writer knows. */
  readonly members?: { readonly count: number; readonly from?: string };
  readonly source?: string;
}

export interface Written {
  readonly text: string;
  readonly id: Id;
  /** People whose open term in a post of one seat was ended by the new holder's. */
  readonly ended: readonly string[];
}

const NO_DATE = 'A day is written 2022-01-12, a month 2022-01, a year 2022.';

/** What stands against an answer, in words for the writer; `undefined` where nothing does. */
export function whatIsWrong(record: NewRecord): string | undefined {
  if (record.kind === 'organization') {
    const { members } = record;
    if (members && !(Number.isInteger(members.count) && members.count > 0)) return 'The number of members is a whole number above zero.';
    if (members?.from !== undefined && !parseDate(members.from)) return NO_DATE;
    return record.name.trim() === '' ? 'A body needs a name.' : undefined;
  }
  if (record.family.trim() === '') return 'A person needs a family name.';
  if (record.from !== undefined && record.from !== '' && !parseDate(record.from)) return NO_DATE;
  if (record.office && 'title' in record.office && record.office.title.trim() === '') return 'An office needs a title.';
  return undefined;
}

/**
 * A file of records with one more: comments, order and everything else of the text stay. `today` is the ISO day that
 * the record was written and is given as checked. `unreadable` where the file is written in a form that is not changed.
 */
export function addRecord(gazetteer: Gazetteer, text: string, record: NewRecord, today: string): Written | Exclude<Added, { kind: 'added' }> {
  const file = new File(text.trim() === '' ? `schema: ${SCHEMA}\nchecked: ${today}\n` : text);
  const id = record.kind === 'person' ? person(gazetteer, file, record, today) : organization(gazetteer, file, record, today);
  return file.refused ?? { text: file.text, id, ended: file.ended };
}

/** The person's or body's bundled record as one to be corrected: the id, and what it has as comments. */
export function addCorrection(gazetteer: Gazetteer, text: string, section: Section, id: Id, today: string): Written | Exclude<Added, { kind: 'added' }> {
  const file = new File(text.trim() === '' ? `schema: ${SCHEMA}\nchecked: ${today}\n` : text);
  const lines = [`id: ${id}`, `checked: ${today}`, '# Write here only what differs from the record that ships with Chancery:'];
  if (section === 'people') {
    const known = gazetteer.person(id);
    if (known) lines.push(`# name: ${yamlScalar(known.name)}`, '# occupancies:');
    for (const o of known?.occupancies ?? []) {
      lines.push(`#   - {post: ${o.post}, start_date: ${o.start_date?.text ?? '..'}, end_date: ${o.end_date?.text ?? '..'}}`);
    }
  } else if (section === 'organizations') {
    const known = gazetteer.organization(id);
    if (known) lines.push(`# name: ${yamlScalar(known.name)}`, ...(known.acronym ? [`# acronym: ${yamlScalar(known.acronym)}`] : []));
  }
  file.add(section, lines.join('\n'));
  return file.refused ?? { text: file.text, id, ended: [] };
}

/** A text that is added to until something cannot be. */
class File {
  readonly ended: string[] = [];
  refused: Exclude<Added, { kind: 'added' }> | undefined;

  private declared: ReadonlySet<Id> = new Set();
  private declaredIn: string | undefined;

  constructor(public text: string) {}

  /** Whether a record of the text has the id, saved or not. */
  has(id: Id): boolean {
    if (this.declaredIn !== this.text) {
      this.declared = new Set(idsIn(this.text).flatMap(i => (i.declares ? [i.id] : [])));
      this.declaredIn = this.text;
    }
    return this.declared.has(id);
  }

  add(section: Section, item: string): void {
    this.take(addToList(this.text, section, item));
  }

  addSource(id: Id, value: string): void {
    const added = addToMap(this.text, 'sources', id, value);
    // two records may cite one source
    if (added.kind !== 'present') this.take(added);
  }

  private take(added: Added): void {
    if (added.kind === 'added') this.text = added.text;
    else this.refused ??= added;
  }
}

function person(gazetteer: Gazetteer, file: File, record: NewPerson, today: string): Id {
  const { given, family, state } = record;
  const id = free(gazetteer, file, 'people', [state ?? 'own', family, given]);
  const lines = [`id: ${id}`, `name: ${yamlScalar(`${given} ${family}`.trim())}`, `family_name: ${yamlScalar(family)}`];
  if (given !== '') lines.push(`given_name: ${yamlScalar(given)}`);
  if (state) lines.push(`nationality: ${stateScalar(state)}`);
  const source = sourceOf(gazetteer, file, record.source);
  if (record.office) {
    const post = 'post' in record.office ? record.office.post : newPost(gazetteer, file, record.office, state);
    const start = record.from ? `, start_date: ${record.from}` : '';
    const evidence = source ? `, confidence: medium, sources: [${source}]` : ', confidence: low';
    lines.push('occupancies:', `  - {post: ${post}${start}${evidence}}`);
  }
  lines.push(`checked: ${today}`);
  file.add('people', lines.join('\n'));
  if (record.office && 'post' in record.office && record.from) endTerms(gazetteer, file, record.office.post, record.from);
  return id;
}

/** Who holds the one seat of a post without an end leaves it on the day that the next one takes it. */
function endTerms(gazetteer: Gazetteer, file: File, post: Id, from: string): void {
  const start = parseDate(from);
  if (gazetteer.post(post)?.seats !== 1 || !start) return;
  for (const { person: holder, occupancy } of gazetteer.holders(post)) {
    const open = occupancy.end_date === undefined || occupancy.end_date.precision === 'open';
    if (!open || !occupancy.start_date || occupancy.start_date.earliest >= start.earliest || file.has(holder.id)) continue;
    file.add('people', `id: ${holder.id}\noccupancies:\n  - {post: ${post}, start_date: ${occupancy.start_date.text}, end_date: ${from}}`);
    file.ended.push(holder.name);
  }
}

function newPost(gazetteer: Gazetteer, file: File, office: Extract<Office, { title: string }>, state: Id | undefined): Id {
  const body = 'id' in office.body ? office.body.id : newBody(gazetteer, file, office.body.name, state);
  const place = state === undefined ? '' : gazetteer.state(state)?.name ?? '';
  const id = free(gazetteer, file, 'posts', [state ?? 'own', office.title]);
  const label = place === '' ? office.title : `${office.title} of ${place}`;
  file.add('posts', [`id: ${id}`, `label: ${yamlScalar(label)}`, `organization: ${body}`, 'seats: 1', `titles: {preferred: ${flowScalar(office.title)}}`].join('\n'));
  return id;
}

function newBody(gazetteer: Gazetteer, file: File, name: string, state: Id | undefined): Id {
  const id = free(gazetteer, file, 'organizations', [state ?? 'own', name]);
  file.add('organizations', [`id: ${id}`, `name: ${yamlScalar(name)}`, ...(state ? [`state: ${stateScalar(state)}`] : [])].join('\n'));
  return id;
}

function organization(gazetteer: Gazetteer, file: File, record: NewOrganization, today: string): Id {
  const id = free(gazetteer, file, 'organizations', record.state ? [record.state, record.name] : [record.acronym ?? record.name]);
  const lines = [`id: ${id}`, `name: ${yamlScalar(record.name)}`];
  if (record.acronym) lines.push(`acronym: ${yamlScalar(record.acronym)}`);
  if (record.classification) lines.push(`classification: ${yamlScalar(record.classification)}`);
  if (record.parent) lines.push(`parent: ${record.parent}`);
  if (record.state) lines.push(`state: ${stateScalar(record.state)}`);
  if (record.members) lines.push('member_count:', `  - {${record.members.from ? `from: ${record.members.from}, ` : ''}count: ${record.members.count}, confidence: low}`);
  const source = sourceOf(gazetteer, file, record.source);
  if (source) lines.push(`note: ${yamlScalar(`Source: ${record.source}`)}`);
  lines.push(`checked: ${today}`);
  file.add('organizations', lines.join('\n'));
  return id;
}

/** “TASS, 12 January 2022” or an address, as a source of its own. */
function sourceOf(gazetteer: Gazetteer, file: File, told: string | undefined): Id | undefined {
  const text = told?.trim().replace(/\s+/g, ' ') ?? '';
  if (text === '') return undefined;
  const url = /^https?:\/\/([^/\s]+)(?:\/\S*)?$/i.exec(text);
  const dated = /,? (\d{4}-\d\d-\d\d|\d{1,2} \p{L}+ \d{4})$/u.exec(text);
  const publisher = url ? url[1]!.replace(/^www\./, '') : dated ? text.slice(0, dated.index) : text;
  const date = dated && isoOf(dated[1]!);
  const id = free(gazetteer, file, 'sources', ['own', publisher, date ?? '']);
  const fields = [`publisher: ${flowScalar(publisher)}`, ...(date ? [`date: ${date}`] : []), ...(url ? [`url: ${JSON.stringify(text)}`] : [])];
  file.addSource(id, `{${fields.join(', ')}}`);
  return id;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function isoOf(text: string): string | undefined {
  if (/^\d{4}-/.test(text)) return parseDate(text) ? text : undefined;
  const [day, month, year] = text.split(/\s+/);
  const number = MONTHS.indexOf(month!.slice(0, 3).toLowerCase()) + 1;
  const iso = `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return number > 0 && parseDate(iso) ? iso : undefined;
}

/** An id of these words that no record has. */
function free(gazetteer: Gazetteer, file: File, target: Target, words: readonly string[]): Id {
  const slug = words.map(w => fold(w).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')).filter(w => w !== '').join('-');
  const taken = (id: Id): boolean => file.has(id) || (target === 'sources' ? gazetteer.source(id) !== undefined
    : target === 'profiles' ? gazetteer.profile(id) !== undefined
    : gazetteer.data.records[target].some(r => r.id === id));
  const base = slug === '' ? 'own' : slug;
  let id = base;
  for (let n = 2; taken(id); n++) id = `${base}-${n}`;
  return id;
}

/** In braces a comma would end it. */
function flowScalar(text: string): string {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : yamlScalar(text);
}

/** NO is a word of older YAML: quoted, so that every reader takes it as Norway. */
function stateScalar(state: Id): string {
  return state === 'NO' ? '"NO"' : state;
}
