import { closeSync, constants, fchmodSync, fstatSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readSync, realpathSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEEPEST, decodeText, IRREGULAR, isYaml, LARGEST, LINK, MOST_FILES, tooLarge } from '../reading';
import { reasonOf } from './output';

/** The text of a file, or why it cannot be read, in words for the writer. */
export type Read = { readonly text: string } | { readonly error: string };

const CHUNK = 1_000_000;
const WAIT_MS = 10;

/** A file that was named by hand, which may be a link to one; `-` is standard input. */
export function readNamed(file: string, most: number = LARGEST.briefing): Read {
  return readFile(file, most, 0);
}

/** A file that was come upon in a folder: somebody else may have put a link there that leads out of it. */
export function readFound(file: string): Read {
  return readFile(file, LARGEST.layer, constants.O_NOFOLLOW ?? 0);
}

/** Opened without waiting for the other end of a pipe; kind and size are those of what was opened. */
function readFile(file: string, most: number, flags: number): Read {
  let opened: number | undefined;
  try {
    if (file !== '-') {
      if (flags !== 0 && lstatSync(file).isSymbolicLink()) return { error: LINK };
      opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
      const stat = fstatSync(opened);
      if (!stat.isFile()) return { error: stat.isDirectory() ? reasonOf(Object.assign(new Error(), { code: 'EISDIR' })) : IRREGULAR };
      if (stat.size > most) return { error: tooLarge(most) };
    }
    const bytes = readAll(opened ?? 0, most);
    return bytes ? { text: decodeText(bytes) } : { error: tooLarge(most) };
  } catch (problem) {
    return { error: problem instanceof Error && 'code' in problem && problem.code === 'ELOOP' ? LINK : reasonOf(problem) };
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/** All bytes up to the end, or nothing where there are more than so many: a size may be wrong, and a pipe has none. */
function readAll(file: number, most: number): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let length = 0; length <= most;) {
    const part = Buffer.allocUnsafe(CHUNK);
    const count = readPart(file, part);
    if (count === 0) return Buffer.concat(parts);
    parts.push(part.subarray(0, count));
    length += count;
  }
  return undefined;
}

function readPart(file: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(file, into);
    } catch (problem) {
      const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
      if (code === 'EOF') return 0;
      // standard input that does not block has nothing yet
      if (code !== 'EAGAIN') throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}

/** Whether there is anything by that name. */
export function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

/**
 * YAML files below a folder, sorted by path. No link is followed: one could lead out of the folder, or round in it.
 * `note` is told what was left out.
 */
export function yamlBelow(folder: string, note: (file: string, why: string) => void): string[] {
  const found: string[] = [];
  const walk = (inside: string, depth: number): void => {
    if (depth > DEEPEST) return note(inside, `Nested more than ${DEEPEST} folders deep: not read.`);
    let entries;
    try {
      entries = readdirSync(inside, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (problem) {
      return note(inside, reasonOf(problem));
    }
    for (const entry of entries) {
      const file = path.join(inside, entry.name);
      if (entry.isDirectory()) walk(file, depth + 1);
      else if (entry.isSymbolicLink()) note(file, LINK);
      else if (isYaml(entry.name)) found.push(file);
    }
  };
  walk(folder, 0);
  found.sort();
  if (found.length > MOST_FILES) note(folder, `There are ${found.length} files of records: the first ${MOST_FILES} are read.`);
  return found.slice(0, MOST_FILES);
}

/**
 * Writes a file whole or not at all: beside it first, then in its place. A link is written through to what it names.
 * @throws with the reason, in words for the writer
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  let half: string | undefined;
  try {
    mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    const target = isThere(file) ? realpathSync(file) : path.resolve(file);
    const before = isThere(target) ? statSync(target) : undefined;
    if (before && !before.isFile()) throw new Error(before.isDirectory() ? 'This is a folder, not a file.' : 'This is no regular file, and was not written.');
    const beside = `${target}.${process.pid}.tmp`;
    const opened = openSync(beside, 'wx', 0o666);
    half = beside;
    try {
      if (before) fchmodSync(opened, before.mode & 0o777);
      writeFileSync(opened, content);
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
    renameSync(beside, target);
    half = undefined;
  } catch (problem) {
    if (half !== undefined) unlinkSync(half);
    throw new Error(reasonOf(problem), { cause: problem });
  }
}
