import { foldName } from '../gazetteer/forms';
import { readCsv } from './csv';
import type { CsvRow } from './csv';
import { COLUMNS } from './csv-export';
import { Gathering } from './incoming';
import type { Hints, Incoming, Unreadable } from './incoming';
import { edtfOf, textOf, tidy } from './plain';
import type { Draftable } from './plain';
import { sourceOf } from './sources';

/** What a column can be: those of the export, and the address of a source. */
export const FIELDS = [...COLUMNS, 'source_url'] as const;
type Field = (typeof FIELDS)[number];

/** Names of columns that are read without a mapping, beside the fields’ own. */
const USUAL: Readonly<Record<string, Field>> = {
  full_name: 'name', person: 'name', first_name: 'given_name', forename: 'given_name', last_name: 'family_name', surname: 'family_name',
  sex: 'gender', citizenship: 'nationality', dob: 'birth_date', born: 'birth_date', date_of_birth: 'birth_date', birthdate: 'birth_date',
  died: 'death_date', date_of_death: 'death_date', qid: 'wikidata', wikidata_id: 'wikidata',
  office: 'title', position: 'title', role: 'title', body: 'organization', organisation: 'organization', country: 'state',
  start: 'start_date', from: 'start_date', since: 'start_date', end: 'end_date', until: 'end_date', to: 'end_date', url: 'source_url', source: 'source_url',
};
const STATUSES = ['held', 'acting', 'designate'];
const CONFIDENCES = ['high', 'medium', 'low'];

/** Reads rows of holdings: one person and at most one post a row. `map`: our field to the header of their column. */
export function readCsvRecords(text: string, hints: Hints): Incoming | Unreadable {
  const table = readCsv(text);
  if ('message' in table) return { unreadable: [`Line ${table.line}: ${table.message}`] };
  const columns = new Map<Field, number>();
  const header = table.header.map(title => title.toLowerCase().replace(/[\s-]+/g, '_'));
  for (const field of FIELDS) {
    const at = header.indexOf(field);
    if (at >= 0) columns.set(field, at);
  }
  header.forEach((title, i) => {
    const field = Object.hasOwn(USUAL, title) ? USUAL[title]! : undefined;
    if (field !== undefined && !columns.has(field)) columns.set(field, i);
  });
  for (const [field, title] of Object.entries(hints.map)) {
    if (!(FIELDS as readonly string[]).includes(field)) return { unreadable: [`There is no field ‘${field}’ to map a column to: ${FIELDS.join(', ')}.`] };
    const at = table.header.findIndex(one => one.toLowerCase() === title.trim().toLowerCase());
    if (at < 0) return { unreadable: [`There is no column ‘${title}’: the header has ${table.header.join(', ')}.`] };
    columns.set(field as Field, at);
  }
  if (!columns.has('name') && !(columns.has('given_name') && columns.has('family_name'))) {
    return { unreadable: [`No column is the name of a person: map one with name=${table.header[0] ?? 'Column'}. The header has ${table.header.join(', ')}.`] };
  }
  const own = COLUMNS.every((column, i) => table.header[i] === column) && table.header.length === COLUMNS.length;
  return new CsvReader(columns, table.header, own, hints).read(table.rows);
}

interface Reading {
  readonly key: string;
  readonly where: string;
  readonly fields: Draftable;
  readonly occupancies: Draftable[];
}

class CsvReader {
  private readonly found = new Gathering();
  private readonly people = new Map<string, Reading>();
  private readonly posts = new Set<string>();
  private readonly bodies = new Set<string>();

  constructor(private readonly columns: ReadonlyMap<Field, number>, private readonly header: readonly string[], private readonly own: boolean, private readonly hints: Hints) {}

  read(rows: readonly CsvRow[]): Incoming | Unreadable {
    const used = new Set(this.columns.values());
    this.header.forEach((title, i) => {
      if (!used.has(i) && title !== '') this.found.ignore(`column ${title}`);
    });
    for (const row of rows) this.row(row);
    for (const person of this.people.values()) {
      this.found.records.push({ section: 'people', key: person.key, where: person.where, fields: tidy({ ...person.fields, occupancies: person.occupancies }) });
    }
    return this.found.done(this.own);
  }

  private row(row: CsvRow): void {
    const where = `line ${row.line}`;
    const cell = (field: Field): string | undefined => {
      const at = this.columns.get(field);
      return at === undefined ? undefined : textOf(row.cells[at]);
    };
    const name = cell('name') ?? [cell('given_name'), cell('family_name')].filter(part => part !== undefined).join(' ');
    if (name === '') return this.found.leave(where, 'a row', 'It names nobody.');
    for (const field of ['birth_date', 'death_date', 'start_date', 'end_date', 'checked'] as const) {
      const text = cell(field);
      if (text !== undefined && edtfOf(text) === undefined) return this.found.leave(where, name, `‘${text.slice(0, 40)}’ is no date: write 2022-01-12, 2022-01 or 2022 (${field}).`);
    }
    const person = this.person(name, where, cell);
    const post = this.post(where, cell);
    if (post === undefined) return;
    const status = cell('status')?.toLowerCase();
    const confidence = cell('confidence')?.toLowerCase();
    const sources = this.sources(where, cell);
    person.occupancies.push(tidy({
      post, start_date: edtfOf(cell('start_date')), end_date: edtfOf(cell('end_date')),
      status: status !== undefined && status !== 'held' && STATUSES.includes(status) ? status : undefined,
      portfolio: cell('portfolio'), note: cell('note'),
      confidence: confidence !== undefined && CONFIDENCES.includes(confidence) ? confidence : this.own ? undefined : sources.length > 0 ? 'medium' : 'low',
      sources,
    }));
  }

  /** Rows of one person: by identifier, id, or name and birth date. */
  private person(name: string, where: string, cell: (field: Field) => string | undefined): Reading {
    const qid = /Q\d+$/.exec(cell('wikidata') ?? '')?.[0];
    const birth = edtfOf(cell('birth_date'));
    const key = cell('person_id') ?? qid ?? `${foldName(name)} ${birth ?? ''}`;
    const there = this.people.get(key);
    if (there) return there;
    const gender = cell('gender')?.toLowerCase();
    const nationality = cell('nationality');
    const person: Reading = {
      key, where, occupancies: [],
      fields: tidy({
        name, family_name: cell('family_name'), given_name: cell('given_name'),
        gender: gender === 'male' || gender === 'm' ? 'male' : gender === 'female' || gender === 'f' ? 'female' : undefined,
        nationality: nationality === undefined ? undefined : this.hints.stateOf(nationality),
        birth_date: birth, death_date: edtfOf(cell('death_date')),
        identifiers: qid === undefined ? [] : [{ scheme: 'wikidata', identifier: qid }], checked: edtfOf(cell('checked')),
      }),
    };
    this.people.set(key, person);
    return person;
  }

  /** The key of the post of a row, which becomes a record of its own where it is not one of ours. */
  private post(where: string, cell: (field: Field) => string | undefined): string | undefined {
    const id = cell('post_id');
    if (id !== undefined && this.hints.has('posts', id)) return id;
    const named = cell('post');
    // some write the id of a post where its name is meant
    if (named !== undefined && this.hints.has('posts', named)) return named;
    const title = cell('title') ?? named;
    if (title === undefined) {
      if (id !== undefined) this.found.broken.push(`Line ${where.slice(5)}: there is no post ‘${id}’.`);
      return undefined;
    }
    const state = cell('state') === undefined ? undefined : this.hints.stateOf(cell('state')!);
    const body = this.body(where, state, cell);
    const key = id ?? `${body ?? state ?? ''} ${title}`;
    if (!this.posts.has(key)) {
      this.posts.add(key);
      this.found.records.push({
        section: 'posts', key, where, ...(state === undefined ? {} : { state }),
        fields: tidy({ label: named ?? title, organization: body, titles: { preferred: title } }),
      });
    }
    return key;
  }

  private body(where: string, state: string | undefined, cell: (field: Field) => string | undefined): string | undefined {
    const id = cell('organization_id');
    if (id !== undefined && this.hints.has('organizations', id)) return id;
    const name = cell('organization');
    if (name === undefined) {
      if (id !== undefined) this.found.broken.push(`Line ${where.slice(5)}: there is no organization ‘${id}’.`);
      return undefined;
    }
    const key = id ?? `${state ?? ''} ${foldName(name)}`;
    if (!this.bodies.has(key)) {
      this.bodies.add(key);
      this.found.records.push({ section: 'organizations', key, where, fields: tidy({ name, state }) });
    }
    return key;
  }

  private sources(where: string, cell: (field: Field) => string | undefined): string[] {
    const ids = (cell('sources') ?? '').split(/\s+/).filter(id => id !== '');
    const there = ids.filter(id => this.hints.has('sources', id));
    for (let n = ids.length - there.length; n > 0; n--) this.found.ignore('ids of sources that are not recorded here');
    const link = sourceOf(cell('source_url'), undefined);
    if (link) this.found.records.push({ section: 'sources', where, ...link });
    return link ? [...there, link.key] : there;
  }
}
