import * as vscode from 'vscode';
import type { Edit, Finding } from '../../chancery';
import { workspaceEdit } from './actions';
import type { Engines } from './engines';
import { addException, describeException, documentKey, type Exception } from './exceptions-file';
import { exists, readIfThere, reasonOf, writeText } from './files';
import { addToChancery } from './front-matter';
import { directiveAtTop, directiveInLine } from './ignore-comment';
import { folderOf, nearestFolder } from './layers';
import type { Session } from './session';
import { yamlScalar } from './yaml-lists';

export type Where = 'document' | 'workspace' | 'user';

/**
 * Keeps what the writer says is right: in the document, in `.chancery/exceptions.yaml`, or in the extension's storage.
 * Every answer says where it was put, with Undo and Open.
 */
export class Remember {
  constructor(private readonly engines: Engines, private readonly storage: vscode.Uri) {}

  /** Whether there is a folder to keep exceptions in that is read too. */
  hasWorkspace(document: vscode.Uri): boolean {
    return vscode.workspace.isTrusted && folderOf(document) !== undefined;
  }

  /** @param where by default the workspace, or the user's storage where there is no folder */
  async add(document: vscode.TextDocument, exception: Exception, where: Where = this.hasWorkspace(document.uri) ? 'workspace' : 'user'): Promise<void> {
    if (where === 'document') return this.addToDocument(document, exception);
    const folder = where === 'workspace' ? await this.workspaceFolder(document.uri) : undefined;
    const uri = vscode.Uri.joinPath(folder ?? this.storage, 'exceptions.yaml');
    return this.addToFile(uri, exception, folder ? vscode.workspace.asRelativePath(uri) : 'your own exceptions');
  }

  /** A comment at the end of the finding's line. */
  async ignoreHere(session: Session, finding: Finding): Promise<void> {
    const place = session.moveShown()(finding.span);
    const text = session.document.getText();
    const edit = place && directiveInLine(text, place.start, finding.check);
    if (edit) await this.edit(session.document, edit, 'Added a comment to this line');
    else void vscode.window.showInformationMessage('There is no place for a comment in this line: nothing was changed.');
  }

  async ignoreInDocument(session: Session, check: string): Promise<void> {
    await this.edit(session.document, directiveAtTop(session.document.getText(), check), 'Added a comment to this document');
  }

  private async workspaceFolder(document: vscode.Uri): Promise<vscode.Uri | undefined> {
    const folder = folderOf(document);
    return await nearestFolder(document) ?? (folder && vscode.Uri.joinPath(folder, '.chancery'));
  }

  private async addToDocument(document: vscode.TextDocument, exception: Exception): Promise<void> {
    const key = documentKey(exception);
    const what = describeException(exception);
    const result = key ? addToChancery(document.getText(), key, yamlScalar(exception.text)) : undefined;
    if (!result || result.kind === 'unreadable') {
      void vscode.window.showInformationMessage(`The lines at the top of this document are written in a form that is not changed here: nothing was added.${result ? ` See line ${result.line + 1}.` : ''}`);
    } else if (result.kind === 'present') {
      void vscode.window.showInformationMessage(`${what} is in this document already.`);
    } else {
      await this.edit(document, result.edit, `Added ${what} to this document`);
    }
  }

  private async edit(document: vscode.TextDocument, edit: Edit, told: string): Promise<void> {
    const all = document.getText();
    const before = all.slice(edit.span.start, edit.span.end);
    if (!await vscode.workspace.applyEdit(workspaceEdit(document, [edit]))) return;
    const after = document.getText();
    const { start } = edit.span;
    // by the lengths, since the editor may have made the line breaks its own
    const end = start + before.length + after.length - all.length;
    const undo = async (): Promise<void> => {
      if (document.getText() === after) await vscode.workspace.applyEdit(workspaceEdit(document, [{ span: { start, end }, text: before }]));
      else void vscode.window.showInformationMessage('The document has changed since: use Undo in the editor.');
    };
    this.answer(told, undo, () => vscode.window.showTextDocument(document, { selection: new vscode.Range(document.positionAt(start), document.positionAt(end)) }));
  }

  private async addToFile(uri: vscode.Uri, exception: Exception, shown: string): Promise<void> {
    const what = describeException(exception);
    const open = (): PromiseLike<unknown> => vscode.window.showTextDocument(uri);
    try {
      const before = await textOf(uri);
      const added = addException(before ?? '', exception);
      if (added.kind === 'present') {
        this.answer(`${what} is in ${shown} already`, undefined, open);
      } else if (added.kind === 'unreadable') {
        this.answer(`Line ${added.line + 1} of ${shown} is written in a form that is not changed here: nothing was added`, undefined, open);
      } else {
        const folder = vscode.Uri.joinPath(uri, '..');
        const madeFolder = !await exists(folder);
        await put(uri, added.text);
        this.engines.reload();
        this.answer(`Added ${what} to ${shown}`, () => this.takeBack(uri, before, added.text, madeFolder, shown), open);
      }
    } catch (problem) {
      void vscode.window.showErrorMessage(`${shown} could not be written: ${reasonOf(problem)}`);
    }
  }

  /** Puts back what was there, if the file is still what was written. */
  private async takeBack(uri: vscode.Uri, before: string | undefined, written: string, madeFolder: boolean, shown: string): Promise<void> {
    if (await textOf(uri) !== written) {
      this.answer(`${shown} has changed since: nothing was taken back`, undefined, () => vscode.window.showTextDocument(uri));
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

  /** Says what the writer's own act did; the command does not wait for the answer. */
  private answer(message: string, undo: (() => PromiseLike<unknown>) | undefined, open: () => PromiseLike<unknown>): void {
    const choices = undo ? ['Undo', 'Open'] : ['Open'];
    vscode.window.showInformationMessage(`${message}.`, ...choices).then(choice => (choice === 'Undo' ? undo?.() : choice === 'Open' ? open() : undefined))
      .then(undefined, problem => vscode.window.showErrorMessage(reasonOf(problem)));
  }
}

/** The text of a file, as an editor holds it where it is open and not saved. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  return open?.isDirty ? open.getText() : readIfThere(uri);
}

/** Writes a file, through its editor where what stands there is not saved. */
async function put(uri: vscode.Uri, text: string): Promise<void> {
  const open = openDocument(uri);
  if (!open?.isDirty) return writeText(uri, text);
  await vscode.workspace.applyEdit(workspaceEdit(open, [{ span: { start: 0, end: open.getText().length }, text }]));
  await open.save();
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(d => d.uri.toString() === uri.toString() && !d.isClosed);
}
