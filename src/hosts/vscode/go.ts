import * as vscode from 'vscode';
import type { Engines } from './engines';
import { readText } from './files';
import type { Session } from './session';

/** Moves the cursor to the next finding after it, hints too; at the end it begins again. */
export async function nextFinding(session: Session): Promise<void> {
  const reading = session.shown ?? await session.check();
  const { document } = session;
  const editor = vscode.window.activeTextEditor?.document === document ? vscode.window.activeTextEditor : await vscode.window.showTextDocument(document);
  const move = reading ? session.moverFrom(reading) : undefined;
  const places = session.findings.flatMap(f => move?.(f.span) ?? []).sort((a, b) => a.start - b.start);
  if (places.length === 0) {
    void vscode.window.showInformationMessage('Nothing to check in this document.');
    return;
  }
  const cursor = document.offsetAt(editor.selection.active);
  const next = places.find(p => p.start > cursor) ?? places[0]!;
  const range = new vscode.Range(document.positionAt(next.start), document.positionAt(next.end));
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens the YAML of a record at its line: a file of the layers, or one that ships with the extension. */
export async function openRecord(engines: Engines, extensionUri: vscode.Uri, file: unknown, line: unknown): Promise<void> {
  if (typeof file !== 'string' || typeof line !== 'number') return;
  const inside = file.split('/').every(part => part !== '' && part !== '.' && part !== '..');
  const uri = await engines.fileOf(file) ?? (inside ? vscode.Uri.joinPath(extensionUri, 'gazetteer', ...file.split('/')) : undefined);
  if (!uri) return;
  const at = new vscode.Position(Math.max(0, line - 1), 0);
  await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at), preview: true });
}

/** The sample briefing as an unsaved copy. */
export async function openSample(extensionUri: vscode.Uri): Promise<vscode.TextEditor> {
  const content = await readText(vscode.Uri.joinPath(extensionUri, 'media', 'sample', 'briefing.md'));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  return vscode.window.showTextDocument(document, { preview: false });
}
