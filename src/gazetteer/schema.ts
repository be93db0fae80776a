import { PROFILE_FIELDS, SECTIONS, SECTION_NAMES, SOURCE_FIELDS } from './fields';
import type { Fields, Kind } from './fields';
import { SCHEMA } from './read';

type Json = Readonly<Record<string, unknown>>;

const ID = '^[a-z0-9]+(?:[-/.][a-z0-9]+)*$';
const DATE: Json = {
  description: 'EDTF level 1: a day, a month or a year, ? where not sure, .. where open.',
  anyOf: [
    { type: 'string', pattern: '^(?:\\d{4}(?:-\\d{2}(?:-\\d{2})?)?[?~%]?|\\.\\.)$' },
    { type: 'integer', minimum: 1000, maximum: 9999 },
  ],
};

/** The JSON Schema (2020-12) of gazetteer files, for editors that read one. */
export function gazetteerSchema(): Json {
  const properties: Record<string, Json> = {
    schema: { const: SCHEMA, description: 'The model that this file follows.' },
    checked: { $ref: '#/$defs/date', description: 'Day of the last editorial check of this file as a whole.' },
    sources: {
      type: 'object', description: 'Sources by id: cited by the records of every file.',
      propertyNames: { pattern: ID }, additionalProperties: object(SOURCE_FIELDS, {}),
    },
    profiles: { type: 'array', description: 'House styles.', items: profile() },
  };
  for (const section of SECTION_NAMES) {
    const { about, fields } = SECTIONS[section];
    const id: Json = { type: 'string', pattern: section === 'states' ? '^[A-Z]{2}$' : ID, description: 'Stable; never renamed.' };
    const remove: Json = { type: 'boolean', description: 'true: hides the record of the layers below.' };
    // A layer says only what it changes: required fields are asked for when all layers are together.
    properties[section] = { type: 'array', description: about, items: { ...object(fields, { id, remove }), required: ['id'] } };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Chancery gazetteer file',
    $defs: { date: DATE },
    anyOf: [
      { type: 'object', properties, additionalProperties: false },
      { description: 'A house style.', ...profile() },
    ],
  };
}

function profile(): Json {
  return { ...object(PROFILE_FIELDS, { id: { type: 'string', pattern: ID, description: 'Its name in settings.' }, remove: { type: 'boolean' } }), required: ['id'] };
}

function object(fields: Fields, beside: Readonly<Record<string, Json>>): Json {
  const properties: Record<string, Json> = { ...beside };
  for (const key of Object.keys(fields)) {
    const { kind, about, initial } = fields[key]!;
    const plain = typeof initial === 'string' || typeof initial === 'boolean';
    properties[key] = { ...schemaOf(kind), description: about, ...(plain ? { default: initial } : {}) };
  }
  return { type: 'object', properties, additionalProperties: false };
}

function schemaOf(kind: Kind): Json {
  switch (kind.is) {
    case 'text':
      return { type: kind.numbers ? ['string', 'number'] : 'string', ...(kind.numbers ? {} : { minLength: 1 }) };
    case 'ref':
      return { type: 'string', pattern: kind.to.includes('states') ? '^[A-Za-z0-9][A-Za-z0-9./-]*$' : ID };
    case 'date':
      return { $ref: '#/$defs/date' };
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'choice':
      return { enum: kind.of };
    case 'list': {
      const array = { type: 'array', items: schemaOf(kind.of) };
      return kind.single ? { anyOf: [array, schemaOf(kind.of)] } : array;
    }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(kind.of) };
    case 'object': {
      const required = Object.keys(kind.fields).filter(key => kind.fields[key]!.required);
      const shape = { ...object(kind.fields, {}), ...(required.length > 0 ? { required } : {}) };
      return kind.short === undefined ? shape : { anyOf: [{ type: 'string', minLength: 1 }, shape] };
    }
    case 'seats':
      return { anyOf: [{ type: 'integer', minimum: 1 }, { const: 'many' }] };
    case 'derivation':
      return { type: 'string', pattern: '^[a-z0-9-]+\\s*(?:[+-]\\s*\\d{1,3})?$' };
    case 'range':
      return { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 };
  }
}
