import { parseDate } from '../base/edtf';
import { readCsv } from './csv';
import { Gathering } from './incoming';
import type { Hints, Incoming, Unreadable } from './incoming';
import { isPlain, listOf, textOf, tidy } from './plain';
import type { Draftable, Plain } from './plain';
import { FEMALE, MALE, STATES, wikidataSource } from './wikidata-items';

type Row = ReadonlyMap<string, string>;

/** Variables by what they stand for: a query may call them so. `--map person=human` names another. */
const VARIABLES: Readonly<Record<string, readonly string[]>> = {
  person: ['person', 'item', 'human', 'holder', 'official', 'politician'],
  position: ['position', 'post', 'office', 'role'],
  family: ['family', 'familyname', 'family_name', 'surname'],
  given: ['given', 'givenname', 'given_name', 'firstname'],
  start: ['start', 'startdate', 'start_date', 'starttime', 'from', 'begin'],
  end: ['end', 'enddate', 'end_date', 'endtime', 'until', 'to'],
  birth: ['birth', 'birthdate', 'dateofbirth', 'dob', 'birth_date'],
  death: ['death', 'deathdate', 'dateofdeath', 'dod', 'death_date'],
  gender: ['gender', 'sex'],
  country: ['country', 'state', 'jurisdiction'],
  citizenship: ['citizenship', 'nationality'],
  replaces: ['replaces', 'predecessor'],
  replacedBy: ['replacedby', 'replaced_by', 'successor'],
};

/** SPARQL results as JSON (W3C): `head.vars`, `results.bindings`. */
export function readSparql(top: Plain, hints: Hints): Incoming | Unreadable {
  const bindings = listOf((top['results'] as Plain)['bindings']);
  const head = isPlain(top['head']) ? listOf(top['head']['vars']).map(String) : [];
  const rows = bindings.map((binding, i): [string, Row] => {
    const row = new Map<string, string>();
    for (const [name, term] of isPlain(binding) ? Object.entries(binding) : []) {
      const value = isPlain(term) && term['type'] !== 'bnode' ? textOf(term['value']) : undefined;
      if (value !== undefined) row.set(name, value);
    }
    return [`bindings[${i}]`, row];
  });
  const variables = head.length > 0 ? head : [...new Set(rows.flatMap(([, row]) => [...row.keys()]))];
  return new SparqlReader(variables, hints).read(rows);
}

/** SPARQL results as CSV (W3C): addresses and dates as plain text. */
export function readSparqlCsv(text: string, hints: Hints): Incoming | Unreadable {
  const table = readCsv(text);
  if ('message' in table) return { unreadable: [`Line ${table.line}: ${table.message}`] };
  return new SparqlReader(table.header, hints).read(table.rows.map(({ line, cells }): [string, Row] => {
    const row = new Map<string, string>();
    cells.forEach((cell, i) => {
      if (cell.trim() !== '') row.set(table.header[i]!, cell.trim());
    });
    return [`line ${line}`, row];
  }));
}

interface Reading {
  readonly where: string;
  readonly name: string;
  readonly fields: Draftable;
  readonly occupancies: Draftable[];
}

class SparqlReader {
  private readonly found = new Gathering();
  private readonly people = new Map<string, Reading>();
  private readonly posts = new Set<string>();
  private readonly names = new Map<string, string>();
  private readonly told = new Set<string>();

  constructor(private readonly variables: readonly string[], private readonly hints: Hints) {
    for (const [role, usual] of Object.entries(VARIABLES)) {
      const wanted = Object.hasOwn(hints.map, role) ? hints.map[role] : undefined;
      const name = wanted ?? variables.find(one => usual.includes(one.toLowerCase()));
      if (name !== undefined && variables.includes(name)) this.names.set(role, name);
      else if (wanted !== undefined) this.found.broken.push(`There is no variable ‘${wanted}’: the results have ${variables.join(', ')}.`);
    }
  }

  read(rows: readonly (readonly [string, Row])[]): Incoming | Unreadable {
    if (!this.names.has('person')) this.found.broken.push(`No variable is a person: call it ?person, or map it with person=… The results have ${this.variables.join(', ')}.`);
    if (this.found.broken.length === 0) for (const [where, row] of rows) this.row(where, row);
    for (const [qid, person] of this.people) {
      const source = wikidataSource(qid, person.name);
      if (person.occupancies.length > 0) this.found.records.push({ section: 'sources', where: person.where, ...source });
      const occupancies = person.occupancies.map(held => ({ ...held, sources: [source.key] }));
      this.found.records.push({ section: 'people', key: qid, where: person.where, fields: tidy({ ...person.fields, occupancies }) });
    }
    return this.found.done(false);
  }

  private value(row: Row, role: string): string | undefined {
    const name = this.names.get(role);
    return name === undefined ? undefined : row.get(name);
  }

  /** Label variables are called after their own (`positionLabel`). */
  private label(row: Row, role: string): string | undefined {
    const name = this.names.get(role);
    const label = name === undefined ? undefined : row.get(`${name}Label`) ?? row.get(`${name}_label`);
    // The label service gives the item’s own id where there is no label.
    return label === undefined || /^Q\d+$/.test(label) ? undefined : label;
  }

  /** A name: its label where it is an item, else the text itself. */
  private text(row: Row, role: string): string | undefined {
    const value = this.value(row, role);
    return this.label(row, role) ?? (itemOf(value) === undefined ? value : undefined);
  }

  private row(where: string, row: Row): void {
    const qid = itemOf(this.value(row, 'person'));
    if (qid === undefined) return this.found.leave(where, this.value(row, 'person') ?? 'a row', 'It names no item of Wikidata as the person.');
    const name = this.label(row, 'person');
    let person = this.people.get(qid);
    if (!person) {
      if (name === undefined) return this.found.leave(where, qid, 'It has no label.');
      const gender = itemOf(this.value(row, 'gender')) ?? this.value(row, 'gender')?.toLowerCase();
      person = {
        where, name, occupancies: [],
        fields: tidy({
          name, family_name: this.text(row, 'family'), given_name: this.text(row, 'given'),
          gender: gender === MALE || gender === 'male' ? 'male' : gender === FEMALE || gender === 'female' ? 'female' : undefined,
          nationality: this.state(row, 'citizenship'),
          birth_date: this.date(row, 'birth', where), death_date: this.date(row, 'death', where),
          identifiers: [{ scheme: 'wikidata', identifier: qid }],
        }),
      };
      this.people.set(qid, person);
    }
    const post = this.post(where, row, person.name);
    if (post === undefined) return;
    const end = this.value(row, 'end');
    const endDate = this.date(row, 'end', where);
    if (end !== undefined && endDate === undefined) return;
    const note = [['after', this.label(row, 'replaces')], ['before', this.label(row, 'replacedBy')]].filter(([, other]) => other !== undefined).map(pair => pair.join(' ')).join(', ');
    const held = tidy({ post, start_date: this.date(row, 'start', where), end_date: endDate, note: note === '' ? undefined : note, confidence: 'medium' });
    // A query gives a row for each combination of what it asks for.
    const told = `${qid} ${post} ${String(held['start_date'])} ${String(held['end_date'])}`;
    if (!this.told.has(told)) person.occupancies.push(held);
    this.told.add(told);
  }

  private post(where: string, row: Row, name: string): string | undefined {
    const item = itemOf(this.value(row, 'position'));
    const label = this.label(row, 'position') ?? (item === undefined ? this.value(row, 'position') : undefined);
    if (item === undefined && label === undefined) return undefined;
    const mapped = [item, label].map(key => (key !== undefined && Object.hasOwn(this.hints.map, key) ? this.hints.map[key] : undefined)).find(id => id !== undefined);
    if (mapped !== undefined) {
      if (this.hints.has('posts', mapped)) return mapped;
      this.found.broken.push(`There is no post ‘${mapped}’ (mapped from ${item ?? label!}).`);
      return undefined;
    }
    if (label === undefined) {
      this.found.leave(where, `${name}, ${item!}`, `What this position is called is not in the input: ask for ?${this.names.get('position')}Label, or map it with ${item!}=<id of a post>.`);
      return undefined;
    }
    const key = item ?? label;
    if (!this.posts.has(key)) {
      this.posts.add(key);
      const state = this.state(row, 'country');
      const title = label[0]!.toUpperCase() + label.slice(1);
      this.found.records.push({ section: 'posts', key, where, ...(state === undefined ? {} : { state }), fields: { label: title, titles: { preferred: title } } });
    }
    return key;
  }

  private state(row: Row, role: string): string | undefined {
    const item = itemOf(this.value(row, role));
    const code = item === undefined ? undefined : STATES.get(item);
    const text = code ?? this.label(row, role) ?? (item === undefined ? this.value(row, role) : undefined);
    return text === undefined ? undefined : this.hints.stateOf(text);
  }

  /**
   * Results give every date as a day: where no variable tells the precision (`startPrecision`), the first of January may be
   * a year and the first of a month a month. What is certain of them is taken.
   */
  private date(row: Row, role: string, where: string): string | undefined {
    const text = this.value(row, role);
    if (text === undefined) return undefined;
    const match = /^\+?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+Z?)?$/.exec(text);
    if (!match) {
      this.found.leave(where, `${role}: ${text.slice(0, 40)}`, 'This is no date.');
      return undefined;
    }
    const [, year, month, day] = match as unknown as [string, string, string?, string?];
    const precision = Number(row.get(`${this.names.get(role)!}Precision`));
    let parts = [year, month, day].filter(part => part !== undefined);
    if (precision >= 9) parts = parts.slice(0, precision >= 11 ? 3 : precision - 8);
    else if (text.includes('T') && day === '01') {
      parts = parts.slice(0, month === '01' ? 1 : 2);
      this.found.ignore('days of dates on the first of a month, for want of a precision');
    }
    const date = parseDate(parts.join('-'))?.text;
    if (date === undefined) this.found.leave(where, `${role}: ${text.slice(0, 40)}`, 'There is no such day.');
    return date;
  }
}

function itemOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/|wd:)?(Q\d+)$/.exec(text.trim())?.[1];
}
