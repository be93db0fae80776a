import { SECTION_NAMES } from '../fields';
import type { Id, Origin, RecordBase, Records, Section, Source } from '../model';
import { revive } from '../revive';
import type { Column, OpenSections } from './sections';
import { asciiBytes, asciiJson } from './sections';

/**
 * Records and sources as JSON texts in a heap, without their ids and places, which are columns, one after the other, each read when it is asked for and kept. A record's
 * number is its place in the file: by section, in the order of `KINDS`, and by id inside it.
 */
const KINDS = [...SECTION_NAMES, 'sources'] as const;
type RecordKind = (typeof KINDS)[number];

/** By kind: the number of its first record; one entry more, for the end. */
export interface RecordMeta {
  readonly first: readonly number[];
}

function hashOf(kind: number, id: Id): number {
  let hash = (0x811c9dc5 ^ kind) | 0;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Numbers in the narrowest column that holds them. */
function narrow(numbers: ArrayLike<number>): Column {
  let widest = 0;
  for (let i = 0; i < numbers.length; i++) widest = Math.max(widest, numbers[i]!);
  return widest > 0xffff ? Uint32Array.from(numbers) : widest > 0xff ? Uint16Array.from(numbers) : Uint8Array.from(numbers);
}

export interface WrittenRecords {
  readonly columns: ReadonlyMap<string, Column>;
  readonly heap: Uint8Array;
  readonly meta: RecordMeta;
  numberOf(section: Section, id: Id): number;
}

/** `json` writes a record with its dates as text. */
export function writeRecords(records: Records, sources: Readonly<Record<Id, Source>>, json: (value: unknown) => string): WrittenRecords {
  const first: number[] = [];
  const ids: Id[] = [];
  const texts: string[] = [];
  const origins: Origin[] = [];
  for (const kind of KINDS) {
    first.push(ids.length);
    const entries: (readonly [Id, unknown])[] = kind === 'sources' ? Object.entries(sources) : (records[kind] as readonly RecordBase[]).map(record => [record.id, record]);
    for (const [id, value] of entries) {
      ids.push(id);
      const plain = JSON.parse(json(value)) as Record<string, unknown>;
      origins.push(kind === 'sources' ? { file: 0, line: 0 } : plain['origin'] as Origin);
      if (kind !== 'sources') {
        delete plain['id'];
        delete plain['origin'];
      }
      texts.push(asciiJson(plain));
    }
  }
  first.push(ids.length);
  const at = new Int32Array(ids.length + 1);
  texts.forEach((text, n) => { at[n + 1] = at[n]! + text.length; });
  const heap = new Uint8Array(at[ids.length]!);
  texts.forEach((text, n) => heap.set(asciiBytes(text), at[n]!));
  let size = 16;
  while (size < ids.length * 2) size *= 2;
  const slots = new Int32Array(size);
  const idAt = new Int32Array(ids.length + 1);
  ids.forEach((id, n) => { idAt[n + 1] = idAt[n]! + id.length; });
  const pool = new Uint16Array(idAt[ids.length]!);
  const numbers = new Map<string, number>();
  KINDS.forEach((kind, k) => {
    for (let n = first[k]!; n < first[k + 1]!; n++) {
      const id = ids[n]!;
      numbers.set(`${kind} ${id}`, n);
      for (let i = 0; i < id.length; i++) pool[idAt[n]! + i] = id.charCodeAt(i);
      let slot = hashOf(k, id) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = n + 1;
    }
  });
  return {
    columns: new Map<string, Column>([['records.at', at], ['records.id.at', idAt], ['records.id.pool', narrow(pool)], ['records.slots', slots],
      ['records.file', narrow(origins.map(origin => origin.file))], ['records.line', narrow(origins.map(origin => origin.line))]]),
    heap, meta: { first }, numberOf: (section, id) => numbers.get(`${section} ${id}`)!,
  };
}

export class RecordFile {
  private readonly first: readonly number[];
  private readonly at: Int32Array;
  private readonly idAt: Int32Array;
  private readonly pool: Column;
  private readonly slots: Int32Array;
  private readonly fileOf: Column;
  private readonly line: Column;
  private readonly read = new Map<number, object>();

  constructor(private readonly file: OpenSections, meta: RecordMeta) {
    this.first = meta.first;
    this.at = file.column('records.at');
    this.idAt = file.column('records.id.at');
    this.pool = file.column('records.id.pool');
    this.slots = file.column('records.slots');
    this.fileOf = file.column('records.file');
    this.line = file.column('records.line');
  }

  find(kind: RecordKind, id: Id): number | undefined {
    const k = KINDS.indexOf(kind);
    const mask = this.slots.length - 1;
    for (let slot = hashOf(k, id) & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const n = this.slots[slot]! - 1;
      if (n >= this.first[k]! && n < this.first[k + 1]! && this.isCalled(n, id)) return n;
    }
    return undefined;
  }

  private isCalled(n: number, id: Id): boolean {
    const from = this.idAt[n]!;
    if (this.idAt[n + 1]! - from !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (this.pool[from + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  /** Numbers of all records of a kind: from, to. */
  range(kind: RecordKind): readonly [number, number] {
    const k = KINDS.indexOf(kind);
    return [this.first[k]!, this.first[k + 1]!];
  }

  idOf(n: number): Id {
    return String.fromCharCode(...this.pool.subarray(this.idAt[n]!, this.idAt[n + 1]!));
  }

  sectionOf(n: number): Section {
    let k = 0;
    while (this.first[k + 1]! <= n) k++;
    return KINDS[k] as Section;
  }

  /** The record; the same object each time. */
  record(n: number): object {
    let record = this.read.get(n);
    if (!record) {
      const text = this.file.text('records', this.at[n]!, this.at[n + 1]!);
      const head = `{"id":${JSON.stringify(this.idOf(n))},"origin":{"file":${this.fileOf[n]!},"line":${this.line[n]!}},`;
      record = JSON.parse(this.sectionOf(n) as RecordKind === 'sources' ? text : head + text.slice(1)) as object;
      revive(this.sectionOf(n), record);
      this.read.set(n, record);
    }
    return record;
  }
}
