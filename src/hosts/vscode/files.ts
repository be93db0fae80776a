import * as vscode from 'vscode';

/** Largest file of a layer that is read, in bytes. */
const LARGEST = 5_000_000;
const DEEPEST = 6;
const MOST_FILES = 500;

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

export async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

/** Text of a file as UTF-8, or nothing where there is none. @throws with the file system's reason if it cannot be read. */
export async function readIfThere(uri: vscode.Uri): Promise<string | undefined> {
  if (!(await exists(uri))) return undefined;
  return readText(uri);
}

/** @throws with the file system's reason */
export async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** @throws if it is too large, or with the file system's reason */
export async function readLayer(uri: vscode.Uri): Promise<string> {
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > LARGEST) throw new Error('The file is larger than 5 MB and was not read.');
  return readText(uri);
}

export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** YAML files below a folder, sorted by path; links to folders are not followed. */
export async function yamlBelow(folder: vscode.Uri, depth = 0): Promise<vscode.Uri[]> {
  if (depth > DEEPEST || !(await isFolder(folder))) return [];
  const found: vscode.Uri[] = [];
  const entries = [...await vscode.workspace.fs.readDirectory(folder)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, type] of entries) {
    if (found.length >= MOST_FILES) break;
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) found.push(...await yamlBelow(uri, depth + 1));
    else if ((type & vscode.FileType.File) !== 0 && /\.ya?ml$/i.test(name)) found.push(uri);
  }
  return found.slice(0, MOST_FILES);
}

export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
