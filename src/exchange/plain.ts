import { parseDate } from '../base/edtf';
import { fieldsOf } from '../gazetteer/complete';
import type { Fields, Kind, Target } from '../gazetteer/fields';

export type Plain = Readonly<Record<string, unknown>>;
export type Draftable = Record<string, unknown>;

/**
 * A record as its YAML would say it: dates as EDTF text, values that are the default left out. Driven by the tables of
 * `gazetteer/fields.ts`, so that a field added there travels without a change here.
 */
export function plainRecord(section: Target, record: object): Draftable {
  return plainObject(record as Plain, fieldsOf(section));
}

function plainObject(value: Plain, fields: Fields): Draftable {
  const result: Draftable = {};
  for (const key of Object.keys(fields)) {
    const field = fields[key]!;
    const written = value[key];
    if (field.into !== undefined || written === undefined) continue;
    const plain = plainValue(written, field.kind);
    if (field.initial === undefined || !same(plain, field.initial)) result[key] = plain;
  }
  return result;
}

function plainValue(value: unknown, kind: Kind): unknown {
  switch (kind.is) {
    case 'date':
      return typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
    case 'list':
      return (value as unknown[]).map(item => plainValue(item, kind.of));
    case 'map':
      return Object.fromEntries(Object.entries(value as Plain).map(([key, item]) => [key, plainValue(item, kind.of)]));
    case 'object':
      return plainObject(value as Plain, kind.fields);
    case 'derivation': {
      const { organization, plus } = value as { organization: string; plus: number };
      return plus === 0 ? organization : `${organization} ${plus < 0 ? '-' : '+'} ${Math.abs(plus)}`;
    }
    default:
      return value;
  }
}

export { append } from '../base/append';

/** Deep equality of plain data, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]));
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-empty text, trimmed. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().normalize('NFC');
  return text === '' ? undefined : text;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Without the keys whose value is `undefined`. */
export function defined(value: Plain): Draftable {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

/** Without the keys whose value is `undefined`, an empty list or an empty map. */
export function tidy(value: Plain): Draftable {
  const result: Draftable = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined || (Array.isArray(item) && item.length === 0)) continue;
    if (isPlain(item) && Object.keys(item).length === 0) continue;
    result[key] = item;
  }
  return result;
}

const ISO = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)[?~%]?$/;

/** The ISO 8601 part of an EDTF date, for formats that know no doubt; none for an open end. */
export function isoPart(edtf: unknown): string | undefined {
  return typeof edtf === 'string' ? ISO.exec(edtf)?.[1] : undefined;
}

/** A date of another format as EDTF text: a day, a month, a year, or the day of a date with time. */
export function edtfOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const day = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text)?.[1];
  // Zeros stand for parts that are not known (1950-00-00).
  const known = (day ?? text).replace(/(?:-00){1,2}$/, '');
  return parseDate(known)?.text;
}

/** Every reference of a record, put through `change`; `undefined` leaves it out. */
export function mapReferences(section: Target, record: Plain, change: (id: string, to: readonly Target[], path: string) => string | undefined): Draftable {
  const object = (value: Plain, fields: Fields, path: string): Draftable | undefined => {
    const result: Draftable = {};
    for (const key of Object.keys(value)) {
      const field = Object.hasOwn(fields, key) ? fields[key]! : undefined;
      const changed = field ? walk(value[key], field.kind, path === '' ? key : `${path}.${key}`) : value[key];
      if (changed !== undefined) result[key] = changed;
      // Part of a record without what it needs is no part of it: a holding without its post.
      else if (field?.required && path !== '') return undefined;
    }
    return result;
  };
  const walk = (value: unknown, kind: Kind, path: string): unknown => {
    if (kind.is === 'ref') return typeof value === 'string' ? change(value, kind.to, path) : value;
    if (kind.is === 'derivation' && typeof value === 'string') {
      const [, body, rest] = /^(\S+)(\s.*)?$/.exec(value) ?? [];
      const id = body === undefined ? undefined : change(body, ['organizations'], path);
      return id === undefined ? undefined : id + (rest ?? '');
    }
    if (kind.is === 'list' && Array.isArray(value)) {
      return value.map((item, i) => walk(item, kind.of, `${path}[${i}]`)).filter(item => item !== undefined);
    }
    if (kind.is === 'object' && isPlain(value)) return object(value, kind.fields, path);
    return value;
  };
  return object(record, fieldsOf(section), '') ?? {};
}
