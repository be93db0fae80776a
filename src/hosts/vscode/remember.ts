import * as vscode from 'vscode';
import type { Edit, Finding } from '../../chancery';
import { workspaceEdit } from './actions';
import { addException, describeException, documentKey, type Exception } from './exceptions-file';
import { reasonOf } from './files';
import { addToChancery } from './front-matter';
import { directiveAtTop, directiveInLine } from './ignore-comment';
import { folderOf, nearestFolder } from './layers';
import { open, type RecordFiles } from './record-files';
import type { Session } from './session';
import { yamlScalar } from '../../chancery';

export type Where = 'document' | 'workspace' | 'user';

/**
 * Keeps what the writer says is right: in the document, in `.chancery/exceptions.yaml`, or in the extension's storage.
 * Every answer says where it was put, with Undo and Open.
 */
export class Remember {
  constructor(private readonly files: RecordFiles, private readonly storage: vscode.Uri) {}

  /** Whether there is a folder to keep exceptions in that is read too. */
  hasWorkspace(document: vscode.Uri): boolean {
    return vscode.workspace.isTrusted && folderOf(document) !== undefined;
  }

  /** Asks where to keep it, unless a menu has said so. */
  async add(document: vscode.TextDocument, exception: Exception, asked?: Where): Promise<void> {
    const where = asked ?? await this.askWhere(document, exception);
    if (where === undefined) return;
    if (where === 'document') return this.addToDocument(document, exception);
    const folder = where === 'workspace' ? await this.workspaceFolder(document.uri) : undefined;
    const uri = vscode.Uri.joinPath(folder ?? this.storage, 'exceptions.yaml');
    return this.addToFile(uri, exception, folder ? vscode.workspace.asRelativePath(uri) : 'your own exceptions');
  }

  private async askWhere(document: vscode.TextDocument, exception: Exception): Promise<Where | undefined> {
    const items: (vscode.QuickPickItem & { readonly where: Where })[] = [];
    if (documentKey(exception)) items.push({ label: 'In this note', description: 'written at its top', where: 'document' });
    if (this.hasWorkspace(document.uri)) items.push({ label: 'For this folder', description: 'in .chancery/exceptions.yaml', where: 'workspace' });
    items.push({ label: 'For me', description: 'in every note', where: 'user' });
    return (await vscode.window.showQuickPick(items, { title: `Remember ${describeException(exception)}`, placeHolder: 'Where is it right?' }))?.where;
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
    this.files.answer(told, undo, () => vscode.window.showTextDocument(document, { selection: new vscode.Range(document.positionAt(start), document.positionAt(end)) }));
  }

  private async addToFile(uri: vscode.Uri, exception: Exception, shown: string): Promise<void> {
    const what = describeException(exception);
    try {
      await this.files.change(uri, shown, before => {
        const added = addException(before ?? '', exception);
        if (added.kind === 'added') return { text: added.text, told: `Added ${what} to ${shown}` };
        const told = added.kind === 'present' ? `${what} is in ${shown} already` : `Line ${added.line + 1} of ${shown} is written in a form that is not changed here: nothing was added`;
        this.files.answer(told, undefined, () => open(uri));
        return undefined;
      });
    } catch (problem) {
      void vscode.window.showErrorMessage(`${shown} could not be written: ${reasonOf(problem)}`);
    }
  }
}
