import { parseDate } from '../base/edtf';
import { visible } from '../base/visible';
import type { Target } from '../gazetteer/fields';
import { openGazetteer } from '../gazetteer/open';
import { foldName } from '../gazetteer/forms';
import type { Id, Problem } from '../gazetteer/model';
import type { Records } from './exchange';
import type { ImportFormat } from './exchange';
import { readCsvRecords } from './csv-import';
import { readFtm } from './ftm-import';
import { isUnreadable, MAX_INPUT } from './incoming';
import type { Hints, Incoming, IncomingRecord, LeftOut, Unreadable } from './incoming';
import { Known } from './known';
import { GROWING, writeLayer } from './layer-text';
import type { LayerRecord } from './layer-text';
import { mergeRecord } from './merge';
import { listOf, mapReferences, plainRecord, tidy } from './plain';
import type { Plain } from './plain';
import { readPopolo } from './popolo-import';
import type { ImportReport } from './report';
import { Resolver } from './resolve';
import type { Resolved } from './resolve';
import { freeSeats } from './seats';
import { readWikidata } from './wikidata';

export interface ImportRequest {
  readonly format: ImportFormat;
  readonly text: string;
  /** Our name to theirs, or theirs to our id. */
  readonly map?: Readonly<Record<string, string>>;
  /** Day up to which the input is known to hold, as EDTF text: records that do not say it themselves get it as `checked`. */
  readonly checked: string;
  /** Whether values that differ from what is recorded take its place. */
  readonly overwrite?: boolean;
  /** The layer that is written to: its path as shown to people, and its text where it is there. */
  readonly target: { readonly path: string; readonly text?: string };
}

/** The layer as it would be after the import, or why the input is refused as a whole. */
export type ImportResult =
  | { readonly accepted: true; readonly text: string; readonly records: readonly LayerRecord[]; readonly report: ImportReport }
  | { readonly accepted: false; readonly reasons: readonly string[] };

/** A layer is bounded too. */
const MAX_RECORDS = 20_000;

const READERS: Readonly<Record<ImportFormat, (text: string, hints: Hints) => Incoming | Unreadable>> = {
  popolo: readPopolo, ftm: readFtm, csv: readCsvRecords, wikidata: readWikidata,
};

/**
 * Plans an import: nothing is written here. All or nothing: an input that cannot be read, that refers to what is not there,
 * or that would leave a layer with errors is refused as a whole. What differs from a record that is there is refused by
 * itself and told.
 */
export function planImport(records: Records, request: ImportRequest): ImportResult {
  if (request.text.length > MAX_INPUT) return refusal(['The input is larger than 50 MB.']);
  const checked = parseDate(request.checked);
  if (!checked || checked.precision === 'open') return refusal([`‘${request.checked}’ is no date: write 2022-01-12.`]);
  const layers = records.layers ?? [];
  const opened = openGazetteer(records.gazetteer, layers, { remarks: false });
  const known = new Known(opened.gazetteer, opened.profiles);
  const incoming = READERS[request.format](request.text, {
    map: request.map ?? {}, stateOf: text => known.stateOf(text), has: (section, id) => known.find(section, id) !== undefined,
  });
  if (isUnreadable(incoming)) return refusal(incoming.unreadable);
  if (incoming.records.length === 0 && incoming.left.length === 0) return refusal(['There is nothing in it that could be taken.']);

  const resolver = new Resolver(known, incoming);
  const { resolved, left, dangling } = resolver.resolve();
  if (dangling.length > 0) return refusal(dangling);
  const merged = mergeAll(resolved, incoming, known, request.overwrite === true);
  const refused = [...incoming.left, ...left, ...merged.refused];
  const report: ImportReport = {
    taken: merged.taken, merged: merged.merged, unchanged: merged.unchanged, refused,
    ignored: [...incoming.ignored].map(([what, times]) => ({ what, times })),
  };
  if (merged.records.length > MAX_RECORDS) return refusal([`More than ${MAX_RECORDS} records would be written into one file: split the input.`]);
  const text = merged.records.length === 0 ? request.target.text ?? '' : writeLayer(request.target.text, merged.records, request.checked);
  if (text === undefined) return refusal([`${request.target.path} is no file of records that can be added to: correct it first.`]);
  const problems = merged.records.length === 0 ? [] : newProblems(records, opened.problems, request.target.path, text);
  if (problems.length > 0) return refusal(problems);
  return { accepted: true, text, records: merged.records, report };
}

function refusal(reasons: readonly string[]): ImportResult {
  return { accepted: false, reasons: reasons.map(visible) };
}

/** Errors that the layer would have after the import and does not have before. */
function newProblems(records: Records, before: readonly Problem[], path: string, text: string): string[] {
  const layers = records.layers ?? [];
  const layer = { path, text };
  const after = layers.some(one => one.path === path) ? layers.map(one => (one.path === path ? layer : one)) : [...layers, layer];
  const told = new Set(before.map(problem => problem.message));
  return openGazetteer(records.gazetteer, after, { remarks: false }).problems
    .filter(problem => problem.severity === 'error' && problem.file === path && !told.has(problem.message))
    .slice(0, 20)
    .map(problem => `${problem.message}${inRecord(text, problem.line)}`);
}

/** “ (ua-x)”: the record that a line of the layer belongs to. */
function inRecord(text: string, line: number): string {
  const lines = text.split('\n');
  for (let at = Math.min(line, lines.length) - 1; at >= 0; at--) {
    const id = /^\s*- (?:\{)?id: ([^\s,}]+)/.exec(lines[at]!)?.[1];
    if (id !== undefined) return ` (${id})`;
  }
  return '';
}

interface MergedAll {
  readonly records: LayerRecord[];
  readonly taken: { section: Target; id: string; name: string; where: string }[];
  readonly merged: { section: Target; id: string; name: string; where: string; why: string; fields: readonly string[] }[];
  readonly refused: LeftOut[];
  unchanged: number;
}

function mergeAll(resolved: readonly Resolved[], incoming: Incoming, known: Known, overwrite: boolean): MergedAll {
  const all: MergedAll = { records: [], taken: [], merged: [], refused: [], unchanged: 0 };
  const seats = freeSeats(known.gazetteer, resolved);
  // Two records of an input may be one of ours: the second is laid over the first.
  const written = new Map<string, number>();
  for (const { record, id, why, fields: whole } of resolved) {
    const { section, where } = record;
    const before = written.get(`${section} ${id}`);
    const there = existingFields(known, section, id);
    const existing = before === undefined ? there : lay(there ?? {}, all.records[before]!.fields);
    const name = String(whole['name'] ?? whole['label'] ?? whole['title'] ?? id);
    const free = section === 'people' ? seats(id, whole, where) : { fields: whole, refused: [] };
    all.refused.push(...free.refused);
    if (!existing && !incoming.own && officesLost(record, free.fields)) {
      all.refused.push({ where, what: `people ${name}`, why: 'None of the offices held could be taken.' });
      continue;
    }
    if (!existing) {
      written.set(`${section} ${id}`, all.records.push({ section, id, fields: free.fields }) - 1);
      if (section !== 'sources') all.taken.push({ section, id, name, where });
      continue;
    }
    const fields = incoming.own ? free.fields : asVariant(section, id, existing, free.fields, known);
    const merged = mergeRecord(section, existing, fields, where, { overwrite, own: incoming.own });
    all.refused.push(...merged.refused.map(one => ({ ...one, what: `${id} ${one.what}` })));
    if (merged.taken.length === 0) {
      if (merged.refused.length === 0 && section !== 'sources') all.unchanged++;
      continue;
    }
    if (before === undefined) written.set(`${section} ${id}`, all.records.push({ section, id, fields: merged.fields }) - 1);
    else all.records[before] = { section, id, fields: lay(all.records[before]!.fields, merged.fields) };
    all.merged.push({ section, id, name, where, why: why ?? 'same id', fields: merged.taken });
  }
  const cited = citedBy(all.records);
  return { ...all, records: all.records.filter(record => record.section !== 'sources' || cited.has(record.id)) };
}

/** Fields over fields as layers are: lists that grow are joined, all else is replaced (spec 3.1.8). */
function lay(below: Plain, above: Plain): Plain {
  const result: Record<string, unknown> = { ...below };
  for (const key of Object.keys(above)) {
    result[key] = GROWING.has(key) ? [...listOf(below[key]), ...listOf(above[key])] : above[key];
  }
  return result;
}

/** Whether an input gave offices of somebody and none of them is left: the name alone would be recognised without any proof. */
function officesLost(record: IncomingRecord, fields: Plain): boolean {
  return record.section === 'people' && listOf(record.fields['occupancies']).length > 0 && listOf(fields['occupancies']).length === 0;
}

/** The sources that the records cite. */
function citedBy(records: readonly LayerRecord[]): ReadonlySet<Id> {
  const cited = new Set<Id>();
  for (const { section, fields } of records) {
    mapReferences(section, fields, (id, to) => {
      if (to.includes('sources')) cited.add(id);
      return id;
    });
  }
  return cited;
}

/** A record as it is, in the terms of the YAML. */
function existingFields(known: Known, section: Target, id: string): Plain | undefined {
  const record = known.find(section, id);
  return record && plainRecord(section, record);
}

/** Of a record that is there, another’s way of naming it is one more name, not a change of the usual one. */
function asVariant(section: Target, id: Id, existing: Plain, fields: Plain, known: Known): Plain {
  if (section === 'posts') {
    // It was found by its titles; titles are never changed by an import (spec 3.2).
    const { label: _label, titles: _titles, ...rest } = fields;
    return rest;
  }
  if (section !== 'people' && section !== 'organizations') return fields;
  const { name, given_name: given, family_name: family, ...rest } = fields;
  const list = section === 'people' ? 'names' : 'other_names';
  const parts = given !== undefined && family !== undefined && `${String(given)} ${String(family)}` === name ? { given, family } : {};
  const form = { name, ...parts, ...(/\p{sc=Latin}/u.test(String(name)) ? {} : { kind: 'native' }) };
  // The usual name may be given in the parts that the record has not.
  const same = foldName(String(name)) === foldName(String(existing['name']));
  const there = new Set([existing, ...listOf(existing[list]), ...listOf(existing['misspellings'])].map(one => foldName(String((one as Plain)['name']))));
  const forms = [form, ...(listOf(fields[list]) as Plain[])]
    .filter(one => !there.has(foldName(String(one['name']))) && !known.isNameOfOther(section, String(one['name']), [id]));
  return { ...rest, ...(same ? tidy({ given_name: given, family_name: family }) : {}), [list]: forms };
}
