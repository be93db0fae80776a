/**
 * The container of a compiled gazetteer: a header, columns of numbers, and heaps of text, in one file that is opened
 * without being parsed. Little-endian; columns are aligned to 8 bytes.
 *
 *   bytes 0-3   "CHGZ"
 *   bytes 4-7   version of the format
 *   bytes 8-11  length of the header
 *   then        the header, JSON in ASCII: for each section its offset and length in bytes, and `meta`
 *   then        the columns, then the heaps
 *
 * A column that ascends (`s1`, `s2`) is stored as the steps between its numbers, in one or two bytes each: they pack well.
 *
 * Columns are read at once when the file is opened; heaps, the greater part, only where something in them is asked for.
 */
export interface ByteSource {
  readonly length: number;
  /** Bytes `[from, to)`; the caller does not change them. Synchronous. @throws with the system's reason */
  read(from: number, to: number): Uint8Array;
  /** The same bytes as text of ASCII characters, where the host has a quicker way to it than ours. */
  text?(from: number, to: number): string;
}

export type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array;
type ColumnType = 'i4' | 'u4' | 'u2' | 'u1' | 's1' | 's2';

const FORMAT = 2;
const MAGIC = 0x5a474843;
const START = 12;

interface Header {
  readonly columns: Readonly<Record<string, readonly [type: ColumnType, at: number, bytes: number]>>;
  readonly heaps: Readonly<Record<string, readonly [at: number, bytes: number]>>;
  readonly meta: unknown;
}

export interface Sections {
  readonly columns: ReadonlyMap<string, Column>;
  readonly heaps: ReadonlyMap<string, Uint8Array>;
  readonly meta: unknown;
}

/** Text of ASCII characters as bytes. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** JSON in ASCII: other characters escaped, so that bytes are read without decoding. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function asciiText(bytes: Uint8Array): string {
  let text = '';
  // as arguments of a call: not more than fit on the stack
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192) as unknown as number[]);
  return text;
}

/** The steps of a column that ascends, as narrow as they go; the column itself where they are wide, or where it descends. */
function packed(column: Column): readonly [ColumnType, Column] {
  if (!(column instanceof Int32Array)) return [typeOf(column), column];
  let widest = 0;
  for (let i = 0; i < column.length; i++) {
    const step = column[i]! - (i === 0 ? 0 : column[i - 1]!);
    if (step < 0 || step > 0xffff) return ['i4', column];
    if (step > widest) widest = step;
  }
  const steps = widest > 0xff ? new Uint16Array(column.length) : new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) steps[i] = column[i]! - (i === 0 ? 0 : column[i - 1]!);
  return [widest > 0xff ? 's2' : 's1', steps];
}

function unpacked(steps: Uint8Array | Uint16Array): Int32Array {
  const column = new Int32Array(steps.length);
  for (let i = 0, sum = 0; i < steps.length; i++) column[i] = sum += steps[i]!;
  return column;
}

function typeOf(column: Column): ColumnType {
  return column instanceof Int32Array ? 'i4' : column instanceof Uint32Array ? 'u4' : column instanceof Uint16Array ? 'u2' : 'u1';
}

/** The file's bytes. */
export function writeSections({ columns, heaps, meta }: Sections): Uint8Array {
  const columnsAt: Record<string, [ColumnType, number, number]> = {};
  const heapsAt: Record<string, [number, number]> = {};
  // the header's own length moves what it tells: offsets are counted from the end of it
  let end = 0;
  const next = (bytes: number): number => {
    const at = (end + 7) & ~7;
    end = at + bytes;
    return at;
  };
  const stored = new Map([...columns].map(([name, column]) => [name, packed(column)] as const));
  for (const [name, [type, column]] of stored) columnsAt[name] = [type, next(column.byteLength), column.byteLength];
  for (const [name, heap] of heaps) heapsAt[name] = [next(heap.length), heap.length];
  let header = asciiJson({ columns: columnsAt, heaps: heapsAt, meta });
  header = header.padEnd(((header.length + START + 7) & ~7) - START, ' ');
  const body = START + header.length;
  const file = new Uint8Array(body + end);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, FORMAT, true);
  view.setUint32(8, header.length, true);
  file.set(asciiBytes(header), START);
  for (const [name, [, column]] of stored) file.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), body + columnsAt[name]![1]);
  for (const [name, heap] of heaps) file.set(heap, body + heapsAt[name]![0]);
  return file;
}

export interface OpenSections {
  readonly meta: unknown;
  column<C extends Column>(name: string): C;
  /** Text of ASCII characters `[from, to)` of a heap. */
  text(heap: string, from: number, to: number): string;
}

/** @throws where the bytes are no gazetteer of this format */
export function openSections(source: ByteSource): OpenSections {
  if (source.length < START) throw new Error('The file is too short.');
  const start = copyOf(source.read(0, START));
  const view = new DataView(start.buffer);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('The file is no compiled gazetteer.');
  if (view.getUint32(4, true) !== FORMAT) throw new Error('The file was made by another version.');
  const body = START + view.getUint32(8, true);
  if (body > source.length) throw new Error('The file is cut off.');
  const header = JSON.parse(asciiText(source.read(START, body))) as Header;
  const ends = [...Object.values(header.columns).map(([, at, bytes]) => at + bytes), ...Object.values(header.heaps).map(([at, bytes]) => at + bytes)];
  if (body + Math.max(0, ...ends) > source.length) throw new Error('The file is cut off.');
  const columnsEnd = Math.max(0, ...Object.values(header.columns).map(([, at, bytes]) => at + bytes));
  const bytes = aligned(source.read(body, body + columnsEnd));
  return {
    meta: header.meta,
    column: <C extends Column>(name: string): C => {
      const place = header.columns[name];
      if (!place) throw new Error(`The file has no ${name}.`);
      const [type, at, length] = place;
      const from = bytes.byteOffset + at;
      if (type === 's1' || type === 's2') return unpacked(type === 's1' ? new Uint8Array(bytes.buffer, from, length) : new Uint16Array(bytes.buffer, from, length / 2)) as C;
      const column = type === 'i4' ? new Int32Array(bytes.buffer, from, length / 4)
        : type === 'u4' ? new Uint32Array(bytes.buffer, from, length / 4)
          : type === 'u2' ? new Uint16Array(bytes.buffer, from, length / 2) : new Uint8Array(bytes.buffer, from, length);
      return column as C;
    },
    text: (heap, from, to) => {
      const place = header.heaps[heap];
      if (!place) throw new Error(`The file has no ${heap}.`);
      const at = body + place[0];
      return source.text ? source.text(at + from, at + to) : asciiText(source.read(at + from, at + to));
    },
  };
}

/** A source over bytes in memory. */
export function inMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

function copyOf(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes.length);
  copy.set(bytes);
  return copy;
}

/** Numbers are viewed in place, which takes an offset that they divide. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : copyOf(bytes);
}
