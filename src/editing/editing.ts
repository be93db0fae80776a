import type { Span } from '../base/span';
import type { Added } from '../yaml/yaml-lists';
import { yamlScalars } from '../yaml/yaml-scalars';
import type { Target } from '../gazetteer/fields';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id, RecordBase, Section } from '../gazetteer/model';
import { type About, aboutRecord } from './about';
import { complete, type RecordCompletion } from './complete';
import { type IdPlace, idsIn, idsOf, isStyle } from './ids';
import { slotAt } from './kinds';
import { addCorrection, addRecord, type NewRecord, whatIsWrong, type Written } from './new-record';
import { choicesFor, type RecordChoices } from './record-choices';

/** A record’s place in the files that were read: `file` as the layers name it, or below the bundled `gazetteer/`. */
export interface RecordPlace {
  readonly file: string;
  /** One-based. */
  readonly line: number;
}

/** Help with writing files of records and house styles. Offsets count UTF-16 units of the text given. */
export interface RecordEditing {
  complete(text: string, offset: number): readonly RecordCompletion[];
  /** What a key means, or the record that an id leads to. */
  aboutAt(text: string, offset: number): (About & { readonly span: Span }) | undefined;
  idAt(text: string, offset: number): IdPlace | undefined;
  idsIn(text: string): readonly IdPlace[];
  /** `undefined` for ids that no file declares, and for sources and house styles, which keep no line. */
  placeOf(id: Id, targets: readonly Target[]): RecordPlace | undefined;
  /** What a new record can be tied to. */
  choices(): RecordChoices;
  /** What stands against an answer, in words for the writer. */
  whatIsWrong(record: NewRecord): string | undefined;
  /** The text of a file with one more record; `today` is an ISO day. */
  add(text: string, record: NewRecord, today: string): Written | Refused;
  /** The text of a file with a record that lies over a bundled one, to be filled in. */
  correct(text: string, section: Section, id: Id, today: string): Written | Refused;
}

/** The file has it already, or is written in a form that is not changed. */
export type Refused = Exclude<Added, { kind: 'added' }>;

export function recordEditing(gazetteer: Gazetteer): RecordEditing {
  return {
    complete: (text, offset) => complete(gazetteer, text, offset),
    aboutAt: (text, offset) => aboutAt(gazetteer, text, offset),
    idAt,
    idsIn,
    placeOf: (id, targets) => placeOf(gazetteer, id, targets),
    choices: () => choicesFor(gazetteer),
    whatIsWrong,
    add: (text, record, today) => addRecord(gazetteer, text, record, today),
    correct: (text, section, id, today) => addCorrection(gazetteer, text, section, id, today),
  };
}

function idAt(text: string, offset: number): IdPlace | undefined {
  return at(idsIn(text), offset);
}

function at(ids: readonly IdPlace[], offset: number): IdPlace | undefined {
  return ids.find(i => i.span.start <= offset && offset <= i.span.end);
}

function aboutAt(gazetteer: Gazetteer, text: string, offset: number): (About & { readonly span: Span }) | undefined {
  const scalars = yamlScalars(text);
  const id = at(idsOf(scalars), offset);
  if (id) {
    for (const target of id.targets) {
      const about = aboutRecord(gazetteer, target, id.id);
      if (about) return { ...about, span: id.span };
    }
    return undefined;
  }
  const key = scalars.find(s => s.role === 'key' && s.span.start <= offset && offset <= s.span.end);
  const map = key && slotAt(key.path.slice(0, -1), isStyle(scalars));
  if (!key || map?.is !== 'map' || !Object.hasOwn(map.fields, key.text)) return undefined;
  return { title: key.text, lines: [map.fields[key.text]!.about], span: key.span };
}

function placeOf(gazetteer: Gazetteer, id: Id, targets: readonly Target[]): RecordPlace | undefined {
  for (const target of targets) {
    if (target === 'sources' || target === 'profiles') continue;
    const record = (gazetteer.data.records[target] as readonly RecordBase[]).find(r => r.id === id);
    if (record) return { file: gazetteer.data.files[record.origin.file] ?? '', line: record.origin.line };
  }
  return undefined;
}
