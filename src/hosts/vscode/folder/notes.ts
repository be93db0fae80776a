import * as vscode from 'vscode';

/** Notes of a folder that are read, and folders below one another. */
export const MOST_NOTES = 5000;
const DEEPEST = 24;
const NOTE = /\.(?:md|markdown|txt)$/i;

export interface Notes {
  readonly uris: readonly vscode.Uri[];
  /** There are more than are read. */
  readonly cut: boolean;
}

/** Markdown and plain-text files of the open folders, by path. No link is followed; hidden folders and node_modules are left out. */
export async function findNotes(token: vscode.CancellationToken): Promise<Notes> {
  const uris: vscode.Uri[] = [];
  const walk = async (folder: vscode.Uri, depth: number): Promise<void> => {
    if (depth > DEEPEST || uris.length > MOST_NOTES || token.isCancellationRequested) return;
    let entries: [string, vscode.FileType][];
    try {
      entries = await vscode.workspace.fs.readDirectory(folder);
    } catch {
      // a folder that may not be read holds nothing for us
      return;
    }
    const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, type] of sorted) if (type === vscode.FileType.File && NOTE.test(name)) uris.push(vscode.Uri.joinPath(folder, name));
    for (const [name, type] of sorted) {
      if (type === vscode.FileType.Directory && !name.startsWith('.') && name !== 'node_modules') await walk(vscode.Uri.joinPath(folder, name), depth + 1);
    }
  };
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) await walk(uri, 0);
  return { uris: uris.slice(0, MOST_NOTES), cut: uris.length > MOST_NOTES };
}
