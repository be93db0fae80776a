import * as vscode from 'vscode';
import { DEEPEST, decodeText, IRREGULAR, isYaml, LARGEST, LINK, MOST_FILES, tooLarge } from '../reading';

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** What kind of thing stands at an address; a link to a folder is a folder and a link. */
export async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

/** What may be read: `found` in a folder, where somebody else may have put a link that leads out of it, or `named` by hand. */
type How = 'found' | 'named';

/**
 * The bytes of a regular file. Kind and size are looked at before the content: a device has no end.
 * @throws with the reason, in words for the writer
 */
export async function readBytes(uri: vscode.Uri, how: How = 'named', most: number = LARGEST.layer): Promise<Uint8Array> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) !== 0) throw new Error('This is a folder, not a file.');
  if (how === 'found' && (type & vscode.FileType.SymbolicLink) !== 0) throw new Error(LINK);
  if ((type & vscode.FileType.File) === 0) throw new Error(IRREGULAR);
  if (size > most) throw new Error(tooLarge(most));
  return vscode.workspace.fs.readFile(uri);
}

/** Text of a file, which is UTF-8. @throws with the reason, in words for the writer */
export async function readText(uri: vscode.Uri, how: How = 'named', most: number = LARGEST.input): Promise<string> {
  return withoutMark(decodeText(await readBytes(uri, how, most)));
}

/** A byte-order mark says how the bytes are read, and is no part of the text: as editors have it. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/**
 * Writes a file whole or not at all: beside it first, then in its place.
 * @throws with the file system's reason; what was there before is there still, or what was written stands beside
 */
export async function writeBytes(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const type = await typeOf(uri);
  if (type !== undefined && (type & vscode.FileType.SymbolicLink) !== 0) throw new Error(LINK);
  if (type !== undefined && type !== vscode.FileType.File) throw new Error(IRREGULAR);
  const beside = uri.with({ path: `${uri.path}.${Date.now().toString(36)}.tmp` });
  try {
    // as a copy it has the rights of the file that it takes the place of
    if (type !== undefined) await fs.copy(uri, beside);
    await fs.writeFile(beside, bytes);
    await fs.rename(beside, uri, { overwrite: true });
  } catch (problem) {
    // some file systems take the old file away before they rename
    if (type !== undefined && !await exists(uri)) throw new Error(`${reasonOf(problem)} What was to be written stands in ${beside.path}.`, { cause: problem });
    if (await exists(beside)) await fs.delete(beside);
    throw problem;
  }
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await writeBytes(uri, new TextEncoder().encode(text));
}

/** YAML files below a folder, sorted by path. No link is followed; `note` is told what was left out. */
export async function yamlBelow(folder: vscode.Uri, note: (uri: vscode.Uri, why: string) => void = () => {}): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const walk = async (inside: vscode.Uri, depth: number): Promise<void> => {
    if (depth > DEEPEST) return note(inside, `Nested more than ${DEEPEST} folders deep: not read.`);
    let entries: [string, vscode.FileType][];
    try {
      entries = [...await vscode.workspace.fs.readDirectory(inside)].sort(([a], [b]) => (a < b ? -1 : 1));
    } catch (problem) {
      return note(inside, reasonOf(problem));
    }
    for (const [name, type] of entries) {
      const uri = vscode.Uri.joinPath(inside, name);
      if (type === vscode.FileType.Directory) await walk(uri, depth + 1);
      else if ((type & vscode.FileType.SymbolicLink) !== 0) note(uri, LINK);
      else if (isYaml(name)) found.push(uri);
    }
  };
  const type = await typeOf(folder);
  if (type === undefined) return [];
  if (type === vscode.FileType.Directory) await walk(folder, 0);
  else note(folder, (type & vscode.FileType.SymbolicLink) === 0 ? 'This is a file, not a folder.' : LINK);
  if (found.length > MOST_FILES) note(folder, `There are ${found.length} files of records: the first ${MOST_FILES} are read.`);
  return found.slice(0, MOST_FILES);
}

export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
