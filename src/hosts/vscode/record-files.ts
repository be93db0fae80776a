import * as vscode from 'vscode';
import { workspaceEdit } from './actions';
import { openDocument } from './documents';
import type { Engines } from './engines';
import { exists, readIfThere, reasonOf, writeText } from './files';

/** What was written, for the answer with Undo and Open. */
export interface Write {
  readonly uri: vscode.Uri;
  /** Text before; `undefined` where there was no file. */
  readonly before: string | undefined;
  readonly text: string;
  /** The file in words for the writer. */
  readonly shown: string;
  /** What was done, without a full point. */
  readonly told: string;
  /** Where *Open* puts the cursor; zero-based. */
  readonly line?: number;
}

/** Writes files of layers and exceptions for the writer, and can take back what it wrote. */
export class RecordFiles {
  constructor(private readonly engines: Engines) {}

  /** @throws with the file system's reason if it cannot be written */
  async write(write: Write): Promise<void> {
    const { uri, text } = write;
    const folder = vscode.Uri.joinPath(uri, '..');
    const madeFolder = !await exists(folder);
    await put(uri, text);
    this.engines.reload();
    this.answer(write.told, () => this.takeBack(write, madeFolder), () => open(uri, write.line));
  }

  /** Says what the writer's own act did; the command does not wait for the answer. */
  answer(message: string, undo: (() => PromiseLike<unknown>) | undefined, openIt: () => PromiseLike<unknown>): void {
    const choices = undo ? ['Undo', 'Open'] : ['Open'];
    vscode.window.showInformationMessage(`${message}.`, ...choices).then(choice => (choice === 'Undo' ? undo?.() : choice === 'Open' ? openIt() : undefined))
      .then(undefined, problem => vscode.window.showErrorMessage(reasonOf(problem)));
  }

  /** Puts back what was there, if the file is still what was written. */
  private async takeBack({ uri, before, text, shown }: Write, madeFolder: boolean): Promise<void> {
    if (await textOf(uri) !== text) {
      this.answer(`${shown} has changed since: nothing was taken back`, undefined, () => open(uri));
      return;
    }
    if (before !== undefined) await put(uri, before);
    else {
      await vscode.workspace.fs.delete(uri);
      const folder = vscode.Uri.joinPath(uri, '..');
      if (madeFolder && (await vscode.workspace.fs.readDirectory(folder)).length === 0) await vscode.workspace.fs.delete(folder);
    }
    this.engines.reload();
  }
}

export function open(uri: vscode.Uri, line?: number): PromiseLike<vscode.TextEditor> {
  const at = line === undefined ? undefined : new vscode.Position(line, 0);
  return vscode.window.showTextDocument(uri, at ? { selection: new vscode.Range(at, at) } : {});
}

/** The text of a file, as an editor holds it where it is open and not saved. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  return document?.isDirty ? document.getText() : readIfThere(uri);
}

/** Writes a file, through its editor where what stands there is not saved. */
async function put(uri: vscode.Uri, text: string): Promise<void> {
  const document = openDocument(uri);
  if (!document?.isDirty) return writeText(uri, text);
  await vscode.workspace.applyEdit(workspaceEdit(document, [{ span: { start: 0, end: document.getText().length }, text }]));
  await document.save();
}
