/** Writes records into the YAML of a layer, keeping what stands there: comments, order, blank lines. */
import { Document, isMap, isSeq, parseDocument, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Node } from 'yaml';
import { fieldsOf } from '../gazetteer/complete';
import { SECTION_NAMES } from '../gazetteer/fields';
import type { Target } from '../gazetteer/fields';
import type { Id } from '../gazetteer/model';
import { SCHEMA } from '../gazetteer/read';
import { isPlain, same } from './plain';
import type { Plain } from './plain';

/** A record for a layer: whole, or what is laid over one below. */
export interface LayerRecord {
  readonly section: Target;
  readonly id: Id;
  readonly fields: Plain;
}

/** As the files of the gazetteer have them: bodies, their posts, those who hold them. */
const ORDER: readonly Target[] = ['sources', 'states', 'organizations', 'posts', 'people', ...SECTION_NAMES.filter(name => !['states', 'organizations', 'posts', 'people'].includes(name)), 'profiles'];
/** Lists whose items stand each on a line of their own, maps in braces. */
const ROWS = new Set(['names', 'other_names', 'variants', 'misspellings', 'occupancies', 'member_count', 'chairs', 'delegations', 'ranks', 'honours', 'identifiers', 'distinct_from']);
/** Words that YAML 1.1 takes for true or false: quoted for other tools. */
const FLAG_WORDS = /^(?:y|n|yes|no|on|off)$/i;

/** Puts records into the text of a layer; without a text, begins one. `undefined` where the text is no YAML of records. */
export function writeLayer(text: string | undefined, records: readonly LayerRecord[], checked: string): string | undefined {
  const document = text === undefined || text.trim() === '' ? begin(checked) : parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
  if (document.errors.length > 0) return undefined;
  const top: unknown = document.contents ?? new YAMLMap();
  if (!isMap(top)) return undefined;
  (document as Document).contents = top;
  for (const section of ORDER) {
    const own = records.filter(record => record.section === section);
    if (own.length === 0) continue;
    if (section === 'sources') {
      const sources = top.get('sources') ?? set(top, 'sources', new YAMLMap());
      if (!isMap(sources)) return undefined;
      for (const { id, fields } of own) sources.set(id, node(fields, true));
      continue;
    }
    const list = top.get(section) ?? set(top, section, new YAMLSeq());
    if (!isSeq(list)) return undefined;
    list.flow = false;
    const there = new Map<unknown, YAMLMap>();
    for (const item of list.items) if (isMap(item)) there.set(item.get('id'), item as YAMLMap);
    for (const { id, fields } of own) {
      const record = there.get(id);
      if (record) extend(record, fields);
      else list.add(recordNode(section, id, fields));
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function begin(checked: string): Document {
  const document = new Document(null, { version: '1.2', schema: 'core' });
  const top = new YAMLMap();
  top.set('schema', scalar(SCHEMA));
  top.set('checked', scalar(checked));
  document.contents = top;
  return document;
}

function set<N extends Node>(map: YAMLMap, key: string, value: N): N {
  map.set(scalar(key), value);
  return value;
}

/** Lists that grow from layer to layer grow within a file too; an occupancy that is there is filled in. */
function extend(record: YAMLMap, fields: Plain): void {
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    const there = record.get(key);
    if (!GROWING.has(key) || !isSeq(there) || !Array.isArray(value)) {
      record.set(key, field(key, value));
      continue;
    }
    for (const item of value as Plain[]) {
      const held = key === 'occupancies' ? there.items.find(one => isMap(one) && one.get('post') === item['post'] && same(dateOf(one as YAMLMap), item['start_date'])) : undefined;
      if (isMap(held)) for (const part of Object.keys(item)) held.set(part, node(item[part], true));
      else there.add(node(item, true));
    }
  }
}

/** Lists of people that grow from layer to layer (spec 3.1.8). */
export const GROWING: ReadonlySet<string> = new Set(['names', 'misspellings', 'occupancies']);

/** A year is a number in YAML. */
function dateOf(occupancy: YAMLMap): unknown {
  const date: unknown = occupancy.get('start_date');
  return typeof date === 'number' ? String(date) : date;
}

/** Fields stand in the order of the tables. */
function recordNode(section: Target, id: Id, fields: Plain): YAMLMap {
  const map = new YAMLMap();
  map.set('id', scalar(id));
  for (const key of Object.keys(fieldsOf(section))) if (fields[key] !== undefined) map.set(key, field(key, fields[key]));
  return map;
}

function field(key: string, value: unknown): Node {
  if (!ROWS.has(key) || !Array.isArray(value)) return node(value, true);
  const list = new YAMLSeq();
  for (const item of value) list.add(node(item, true));
  return list;
}

function node(value: unknown, flow: boolean): Node {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.flow = flow;
    for (const item of value) list.add(node(item, flow));
    return list;
  }
  if (isPlain(value)) {
    const map = new YAMLMap();
    map.flow = flow;
    for (const key of Object.keys(value)) map.set(scalar(key), node(value[key], flow));
    return map;
  }
  return scalar(value);
}

function scalar(value: unknown): Scalar {
  const made = new Scalar(value);
  if (typeof value === 'string' && FLAG_WORDS.test(value)) made.type = Scalar.QUOTE_DOUBLE;
  return made;
}
