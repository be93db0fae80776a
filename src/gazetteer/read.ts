import { alignmentDistance } from '../base/distance';
import { parseDate } from '../base/edtf';
import type { PartialDate } from '../base/edtf';
import { LineIndex } from '../base/lines';
import { readYaml } from '../yaml/yaml';
import type { YamlDocument } from '../yaml/yaml';
import { PROFILE_FIELDS, SECTIONS, SECTION_NAMES, SOURCE_FIELDS } from './fields';
import type { Fields, Kind, Target } from './fields';
import type { Id, Origin, Problem, Section } from './model';

export const SCHEMA = 'chancery-gazetteer/1';

export type Path = readonly (string | number)[];

/** One-based line and column. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A record as one file has it: only what is written there, checked for type. Defaults come with `complete`. */
export interface Draft {
  readonly section: Target;
  readonly id: Id;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** Hides the record of the layers below. */
  readonly remove: boolean;
  /** Where a field of it stands; the nearest part that can be found. */
  at(path: Path): Place;
}

export interface ReadFile {
  readonly path: string;
  readonly index: number;
  readonly checked?: PartialDate;
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** Problems of one file whose places are looked for: a file of another kind altogether would give thousands. */
const MAX_PROBLEMS = 10_000;
/** Longest text of one value, and most records of one file. */
const MAX_TEXT = 4_000;
const MAX_RECORDS = 20_000;

/**
 * Reads one YAML file of records, or one of a house style (a file with `id` or `extends` at its top). Whatever is
 * wrong with a value is a problem with its line; the record stays without that value.
 */
export function readGazetteerFile(path: string, text: string, index: number): ReadFile {
  return new FileReader(path, text, index).read();
}

class FileReader {
  private readonly yaml: YamlDocument;
  private readonly lines: LineIndex;
  private readonly problems: Problem[] = [];
  private readonly drafts: Draft[] = [];

  constructor(private readonly path: string, text: string, private readonly index: number) {
    this.yaml = readYaml(text);
    this.lines = new LineIndex(text.length > 5_000_000 ? '' : text);
  }

  read(): ReadFile {
    for (const p of this.yaml.problems) {
      this.add(this.place(p.start), p.message, p.severity);
    }
    const top = this.yaml.value;
    let checked: PartialDate | undefined;
    if (isObject(top)) {
      if (('id' in top || 'extends' in top) && !('schema' in top)) {
        this.profile(top, []);
      } else {
        this.schema(top);
        checked = 'checked' in top ? this.date(top['checked'], ['checked']) : undefined;
        this.sections(top);
      }
    } else if (top !== null && top !== undefined) {
      this.problem([], 'A gazetteer file is a map of sections: people, posts, organizations …');
    }
    return { path: this.path, index: this.index, ...(checked ? { checked } : {}), drafts: this.drafts, problems: this.problems };
  }

  private schema(top: Record<string, unknown>): void {
    if ('schema' in top && top['schema'] !== SCHEMA) {
      this.problem(['schema'], `This file says that it follows ‘${shown(top['schema'])}’; ${SCHEMA} is read here.`);
    }
  }

  private sections(top: Record<string, unknown>): void {
    const known = ['schema', 'checked', 'sources', 'profiles', ...SECTION_NAMES];
    for (const key of Object.keys(top)) {
      const value = top[key];
      if (!known.includes(key)) this.unknownKey(key, known, [key]);
      else if (key === 'schema' || key === 'checked' || value === null) continue;
      else if (key === 'sources') this.sources(value);
      else if (!Array.isArray(value)) this.problem([key], `‘${key}’ is a list of records, each beginning with “- id:”.`);
      else if (key === 'profiles') value.forEach((item, i) => this.profile(item, [key, i]));
      else value.slice(0, MAX_RECORDS).forEach((item, i) => this.record(key as Section, item, [key, i]));
    }
  }

  private sources(value: unknown): void {
    if (!isObject(value)) return this.problem(['sources'], '‘sources’ is a map from id to source.');
    for (const id of Object.keys(value)) {
      const path = ['sources', id];
      if (!SLUG.test(id)) this.problem(path, idAdvice(id, 'sources'));
      const item = value[id];
      if (!isObject(item)) this.problem(path, 'A source is a map: {title, publisher, date, url, grade}.');
      else this.draft('sources', id, item, SOURCE_FIELDS, path);
    }
  }

  private profile(value: unknown, path: Path): void {
    if (!isObject(value)) return this.problem(path, 'A house style is a map with an id.');
    const id = value['id'];
    if (typeof id !== 'string' || !SLUG.test(id)) {
      return this.problem('id' in value ? [...path, 'id'] : path, 'A house style needs an id in lower-case letters, digits and hyphens.');
    }
    this.draft('profiles', id, value, PROFILE_FIELDS, path);
  }

  private record(section: Section, value: unknown, path: Path): void {
    if (!isObject(value)) return this.problem(path, `A record of ‘${section}’ is a map that begins with an id.`);
    const id = value['id'];
    if (id === undefined) return this.problem(path, 'This record has no id.');
    const form = section === 'states' ? STATE_CODE : SLUG;
    if (typeof id !== 'string' || !form.test(id)) return this.problem([...path, 'id'], idAdvice(id, section));
    this.draft(section, id, value, SECTIONS[section].fields, path);
  }

  private draft(section: Target, id: Id, value: Record<string, unknown>, fields: Fields, path: Path): void {
    const remove = value['remove'] === true;
    if ('remove' in value && typeof value['remove'] !== 'boolean') this.problem([...path, 'remove'], '‘remove’ is true or false.');
    const read = this.object(value, fields, path, ['id', 'remove']);
    const origin = { file: this.index, line: this.placeOf(path).line };
    this.drafts.push({ section, id, fields: read, origin, remove, at: inner => this.placeOf([...path, ...inner]) });
  }

  private object(value: Record<string, unknown>, fields: Fields, path: Path, beside: readonly string[] = []): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(fields, key) ? fields[key]! : undefined;
      if (!field) {
        if (!beside.includes(key)) this.unknownKey(key, [...beside, ...Object.keys(fields)], [...path, key]);
        continue;
      }
      if (value[key] === null || value[key] === undefined) continue;
      const read = this.value(field.kind, value[key], [...path, key]);
      if (read === undefined) continue;
      if (field.into === undefined) result[key] = key in result ? [...(result[key] as unknown[]), ...(read as unknown[])] : read;
      else result[field.into] = [...((result[field.into] as unknown[] | undefined) ?? []), ...(Array.isArray(read) ? read : [read])];
    }
    return result;
  }

  private value(kind: Kind, value: unknown, path: Path): unknown {
    switch (kind.is) {
      case 'text':
        return this.text(value, path, kind.numbers === true);
      case 'ref': {
        const text = typeof value === 'number' ? String(value) : value;
        if (typeof text === 'string' && (SLUG.test(text) || STATE_CODE.test(text))) return text;
        return this.problem(path, `The id of a record is expected here (${kind.to.join(' or ')}).`);
      }
      case 'date':
        return this.date(value, path);
      case 'flag':
        return typeof value === 'boolean' ? value : this.problem(path, 'true or false is expected here.');
      case 'count':
        return isCount(value) ? value : this.problem(path, 'A whole number is expected here.');
      case 'choice':
        if (typeof value === 'string' && kind.of.includes(value)) return value;
        return this.problem(path, `‘${shown(value)}’ is not one of ${kind.of.join(', ')}.${suggestion(value, kind.of)}`);
      case 'list':
        return this.list(kind, value, path);
      case 'map':
        return this.map(kind.of, value, path);
      case 'object':
        if (isObject(value)) return this.object(value, kind.fields, path);
        if (kind.short !== undefined && typeof value !== 'object') {
          const text = this.text(value, path, false);
          return text === undefined ? undefined : { [kind.short]: text };
        }
        return this.problem(path, 'A map is expected here.');
      case 'seats':
        if (value === 'many') return 'many';
        return isCount(value) && value > 0 ? value : this.problem(path, 'A number of seats or “many” is expected here.');
      case 'derivation':
        return this.derivation(value, path);
      case 'range':
        if (Array.isArray(value) && value.length === 2 && value.every(isCount) && value[0]! <= value[1]!) return value;
        return this.problem(path, 'Two whole numbers are expected here: [low, high].');
    }
  }

  private required(read: Record<string, unknown>, fields: Fields, path: Path): Record<string, unknown> | undefined {
    for (const key of Object.keys(fields)) {
      if (fields[key]!.required && read[key] === undefined) {
        this.problem(path, `‘${key}’ is missing here.`);
        return undefined;
      }
    }
    if ('given' in fields && read['name'] === undefined && (read['given'] === undefined || read['family'] === undefined)) {
      this.problem(path, 'A name is missing here: give ‘name’, or both ‘given’ and ‘family’.');
      return undefined;
    }
    return read;
  }

  private list(kind: Extract<Kind, { is: 'list' }>, value: unknown, path: Path): unknown {
    if (!Array.isArray(value)) {
      if (!kind.single) return this.problem(path, 'A list is expected here: [one, two].');
      const one = this.item(kind.of, value, path);
      return one === undefined ? undefined : [one];
    }
    return value.slice(0, MAX_RECORDS).map((item, i) => this.item(kind.of, item, [...path, i])).filter(item => item !== undefined);
  }

  /** An item of a list is whole by itself; a map under a key may be one layer's share, and is asked for in `complete`. */
  private item(kind: Kind, value: unknown, path: Path): unknown {
    const read = this.value(kind, value, path);
    if (kind.is !== 'object' || read === undefined) return read;
    return this.required(read as Record<string, unknown>, kind.fields, path);
  }

  private map(of: Kind, value: unknown, path: Path): unknown {
    if (!isObject(value)) return this.problem(path, 'A map is expected here.');
    const result: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (!SLUG.test(key)) this.problem([...path, key], idAdvice(key, 'profiles'));
      else {
        const read = this.value(of, value[key], [...path, key]);
        if (read !== undefined) result[key] = read;
      }
    }
    return result;
  }

  private text(value: unknown, path: Path, numbers: boolean): string | undefined {
    if (typeof value === 'number' && numbers) return String(value);
    if (typeof value !== 'string') return this.problem(path, 'Text is expected here: put it in quotation marks.');
    const text = value.trim();
    if (text === '') return this.problem(path, 'This text is empty.');
    if (text.length > MAX_TEXT) return this.problem(path, `This text is longer than ${MAX_TEXT} characters.`);
    if (CONTROL.test(text)) return this.problem(path, 'This text has a control character in it, which no reader sees: take it out.');
    return text.normalize('NFC');
  }

  private date(value: unknown, path: Path): PartialDate | undefined {
    const date = parseDate(value);
    return date ?? this.problem(path, `‘${shown(value)}’ is no date: write 2022-01-12, 2022-01 or 2022, with ? where it is not sure, or .. where it is open.`);
  }

  private derivation(value: unknown, path: Path): unknown {
    const match = typeof value === 'string' ? /^([a-z0-9-]+)\s*(?:([+-])\s*(\d{1,3}))?$/.exec(value.trim()) : undefined;
    if (!match) return this.problem(path, 'A body and a number are expected here: nato + 1.');
    const plus = match[3] === undefined ? 0 : Number(match[3]) * (match[2] === '-' ? -1 : 1);
    return { organization: match[1]!, plus };
  }

  private unknownKey(key: string, known: readonly string[], path: Path): void {
    const place = this.placeOf(path, true);
    this.add(place, `‘${shown(key)}’ is not known here.${suggestion(key, known)}`, 'error');
  }

  private problem(path: Path, message: string): undefined {
    this.add(this.placeOf(path), message, 'error');
    return undefined;
  }

  private add(place: Place, message: string, severity: Problem['severity']): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ file: this.path, ...place, severity, message });
  }

  /** Place of the nearest part of a path that stands in the file. */
  private placeOf(path: Path, key = false): Place {
    for (let length = path.length; length >= 0; length--) {
      const part = path.slice(0, length);
      const found = key && length === path.length ? this.yaml.keySpanOf(part) ?? this.yaml.spanOf(part) : this.yaml.spanOf(part);
      if (found) return this.place(found.start);
    }
    return { line: 1, column: 1 };
  }

  private place(offset: number): Place {
    const at = this.lines.positionAt(offset);
    return { line: at.line + 1, column: at.character + 1 };
  }
}

const SLUG = /^[a-z0-9]+(?:[-/.][a-z0-9]+)*$/;
const STATE_CODE = /^[A-Z]{2}$/;
/** Controls other than a tab and a line break. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

function idAdvice(id: unknown, section: Target): string {
  if (section === 'states') return `‘${shown(id)}’ is no id of a state: two capital letters (ISO 3166-1), "NO" in quotation marks.`;
  return `‘${shown(id)}’ is no id: lower-case letters without accents, digits and hyphens.`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e12;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** “ ‘start_date’ is near.”, where one of the known words is. */
export function suggestion(value: unknown, known: readonly string[]): string {
  if (typeof value !== 'string' || value.length > 40) return '';
  let best: string | undefined;
  let distance = value.length > 5 ? 3 : 2;
  for (const word of known) {
    const d = alignmentDistance(value, word, distance);
    if (d < distance) [best, distance] = [word, d];
  }
  return best === undefined ? '' : ` Is ‘${best}’ meant?`;
}
