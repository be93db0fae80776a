import type { PartialDate } from '../base/edtf';
import { PROFILE_FIELDS, SECTIONS, SOURCE_FIELDS } from './fields';
import type { Fields, Kind, Target } from './fields';
import type { Draft } from './read';
import { generatedForms } from './transliteration/names';

type Plain = Readonly<Record<string, unknown>>;

/** A record with its defaults filled in, and the fields that are missing from it. */
export interface Completed {
  readonly record: Plain;
  readonly missing: readonly string[];
}

export function fieldsOf(section: Target): Fields {
  if (section === 'sources') return SOURCE_FIELDS;
  if (section === 'profiles') return PROFILE_FIELDS;
  return SECTIONS[section].fields;
}

/**
 * Makes a whole record of what the layers say of it. `checked` is the day that stands for the file; a record without
 * a day of its own takes it.
 */
export function complete(draft: Draft, checked: PartialDate): Completed {
  const fields = fieldsOf(draft.section);
  const written = draft.section === 'people' ? withTransliterations(withNames(draft.fields)) : draft.fields;
  const filled = fill(written, fields);
  const missing = missingOf(filled, fields);
  if (draft.section === 'people' && filled['name'] === undefined) missing.push('name');
  if (draft.section === 'sources' || draft.section === 'profiles') return { record: filled, missing };
  return { record: { id: draft.id, origin: draft.origin, ...filled, checked: filled['checked'] ?? checked }, missing };
}

function missingOf(value: Plain, fields: Fields): string[] {
  return Object.keys(fields).flatMap(key => {
    const { kind, required } = fields[key]!;
    if (value[key] === undefined) return required ? [key] : [];
    return kind.is === 'object' ? missingOf(value[key] as Plain, kind.fields).map(inner => `${key}.${inner}`) : [];
  });
}

function fill(value: Plain, fields: Fields): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    const field = fields[key]!;
    const written = value[key];
    if (field.into !== undefined) continue;
    if (written === undefined) {
      if (field.initial !== undefined) result[key] = field.initial;
    } else if (written !== 'many' || field.kind.is !== 'seats') {
      result[key] = fillKind(written, field.kind);
    }
  }
  return result;
}

function fillKind(value: unknown, kind: Kind): unknown {
  if (kind.is === 'object') return fill(value as Plain, kind.fields);
  if (kind.is === 'list' && kind.of.is === 'object') return (value as unknown[]).map(item => fillKind(item, kind.of));
  return value;
}

/** Puts together the names that are given in parts. */
function withNames(person: Plain): Plain {
  const given = text(person['given_name']);
  const family = text(person['family_name']);
  const name = text(person['name']);
  // The usual English name shows the order even where the flag speaks of the language (Viktor Orbán).
  const familyFirst = name !== undefined && family !== undefined && given !== undefined
    ? !name.endsWith(family) && name.startsWith(family)
    : person['family_first'] === true;
  const join = (g: string, f: string): string => (familyFirst ? `${f} ${g}` : `${g} ${f}`);
  const whole = name ?? (given !== undefined && family !== undefined ? join(given, family) : family);
  const names = (person['names'] as readonly Plain[] | undefined)?.map(form => {
    if (text(form['name']) !== undefined) return form;
    const g = text(form['given']);
    const f = text(form['family']);
    return { ...form, ...(g !== undefined && f !== undefined ? { name: join(g, f) } : {}) };
  });
  return { ...person, ...(whole !== undefined ? { name: whole } : {}), ...(names ? { names } : {}) };
}

/** Adds the forms that the systems of house styles make of the name in Cyrillic, so that they are known and can be asked for. */
function withTransliterations(person: Plain): Plain {
  const made = generatedForms(person);
  return made.length === 0 ? person : { ...person, names: [...person['names'] as readonly Plain[], ...made] };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
