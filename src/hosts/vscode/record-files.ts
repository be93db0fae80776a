import * as vscode from 'vscode';
import { decodeText } from '../reading';
import { workspaceEdit } from './actions';
import { openDocument } from './documents';
import type { Engines } from './engines';
import { exists, readBytes, reasonOf, withoutMark, writeBytes } from './files';

/** What a file is to become, for the answer with Undo and Open. */
export interface Change {
  readonly text: string;
  /** What was done, without a full point. */
  readonly told: string;
  /** Where *Open* puts the cursor; zero-based. */
  readonly line?: number;
}

/** A file as it stands: its text as a writer sees it, and the bytes that are on disk. */
interface Standing {
  readonly text: string | undefined;
  readonly bytes: Uint8Array | undefined;
}

/** Readings of a file before somebody else's writing is given way to. */
const ATTEMPTS = 5;
const MARK = [0xef, 0xbb, 0xbf] as const;

/** Writes files of layers and exceptions for the writer, one change of a file after the other, and can take back what it wrote. */
export class RecordFiles {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(private readonly engines: Pick<Engines, 'reload'>) {}

  /**
   * Changes a file. `change` gets its text (none where there is no file) and says what it is to become, or nothing if it is
   * to stay; it is asked again where the file has changed in between.
   * @returns whether it was written
   * @throws with the reason if it cannot be read as UTF-8 or written
   */
  async change(uri: vscode.Uri, shown: string, change: (before: string | undefined) => Change | undefined): Promise<boolean> {
    return this.inTurn(uri, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = await standing(uri);
        const made = change(before.text);
        if (!made) return false;
        // another window, or a folder that is kept in step with others
        if (!same(before, await standing(uri))) continue;
        const folder = vscode.Uri.joinPath(uri, '..');
        const madeFolder = !await exists(folder);
        await put(uri, made.text, before.bytes);
        this.engines.reload();
        this.answer(made.told, () => this.inTurn(uri, () => this.takeBack(uri, shown, made.text, before, madeFolder)), () => open(uri, made.line));
        return true;
      }
      throw new Error('Something else keeps writing it: try again.');
    });
  }

  /** Says what the writer's own act did; the command does not wait for the answer. */
  answer(message: string, undo: (() => PromiseLike<unknown>) | undefined, openIt: () => PromiseLike<unknown>): void {
    const choices = undo ? ['Undo', 'Open'] : ['Open'];
    vscode.window.showInformationMessage(`${message}.`, ...choices).then(choice => (choice === 'Undo' ? undo?.() : choice === 'Open' ? openIt() : undefined))
      .then(undefined, problem => vscode.window.showErrorMessage(reasonOf(problem)));
  }

  private async inTurn<T>(uri: vscode.Uri, run: () => Promise<T>): Promise<T> {
    const key = uri.toString();
    const turn = (this.turns.get(key) ?? Promise.resolve()).then(run);
    // what went wrong in one turn is told by it, and does not keep the next one from coming
    const over = turn.then(() => undefined, () => undefined);
    this.turns.set(key, over);
    try {
      return await turn;
    } finally {
      if (this.turns.get(key) === over) this.turns.delete(key);
    }
  }

  /** Puts back what was there, to the byte, if the file is still what was written. */
  private async takeBack(uri: vscode.Uri, shown: string, written: string, before: Standing, madeFolder: boolean): Promise<void> {
    if ((await standing(uri)).text !== written) {
      this.answer(`${shown} has changed since: nothing was taken back`, undefined, () => open(uri));
      return;
    }
    if (before.text !== undefined) await put(uri, before.text, before.bytes);
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

/** The text of a file, as an editor holds it where it is open and not saved. @throws with the reason if it cannot be read */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  return (await standing(uri)).text;
}

async function standing(uri: vscode.Uri): Promise<Standing> {
  const bytes = await exists(uri) ? await readBytes(uri, 'found') : undefined;
  // also where an editor has it: what is no UTF-8 on disk is not written over
  const saved = bytes && withoutMark(decodeText(bytes));
  const document = openDocument(uri);
  return { text: document?.isDirty ? document.getText() : saved, bytes };
}

function same(a: Standing, b: Standing): boolean {
  return a.text === b.text && sameBytes(a.bytes, b.bytes);
}

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.length === b.length && a.every((byte, i) => byte === b[i]));
}

/** Writes a file: through its editor where it is open, so that the editor holds what was written if the disk does not take it. */
async function put(uri: vscode.Uri, text: string, before: Uint8Array | undefined): Promise<void> {
  const document = openDocument(uri);
  if (!document) return writeBytes(uri, bytesOf(text, before));
  await vscode.workspace.applyEdit(workspaceEdit(document, [{ span: { start: 0, end: document.getText().length }, text }]));
  if (!await document.save()) throw new Error('What is new stands in its editor and could not be saved.');
}

/** A text as bytes, with a byte-order mark where the old ones had it: the same text gives the same bytes. */
function bytesOf(text: string, before: Uint8Array | undefined): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (!before || !MARK.every((byte, i) => before[i] === byte)) return bytes;
  const marked = new Uint8Array(MARK.length + bytes.length);
  marked.set(MARK);
  marked.set(bytes, MARK.length);
  return marked;
}
