import { fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { GazetteerSource } from '../../chancery';
import { reasonOf } from './output';

/** The records that ship. */
export const SHIPPED = path.join(__dirname, 'gazetteer.bin');

/**
 * A compiled gazetteer of which only what is asked for is read. It stays open as long as the process.
 * @throws with the reason, in words for the writer
 */
export function openSource(file: string): GazetteerSource {
  try {
    const handle = openSync(file, 'r');
    return { length: fstatSync(handle).size, read: (from, to) => readAll(handle, from, to), text: (from, to) => readAll(handle, from, to).toString('latin1') };
  } catch (problem) {
    throw new Error(`The records in ${file} cannot be read: ${reasonOf(problem)}`, { cause: problem });
  }
}

function readAll(handle: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(to - from);
  for (let at = 0; at < bytes.length;) {
    const read = readSync(handle, bytes, at, bytes.length - at, from + at);
    if (read === 0) throw new Error('The file of records is cut off.');
    at += read;
  }
  return bytes;
}
