import * as vscode from 'vscode';
import { isBelow } from './documents';
import type { Engines } from './engines';
import { readText } from './files';
import { open } from './record-files';
import type { Session } from './session';
import type { Sessions } from './sessions';

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
  await vscode.commands.executeCommand('editor.action.showHover');
}

/** Opens the YAML of a record at its line. */
export async function openRecord(engines: Engines, file: unknown, line: unknown): Promise<void> {
  if (typeof file !== 'string' || typeof line !== 'number') return;
  const uri = await engines.fileOf(file);
  if (!uri) return;
  await open(uri, Math.max(0, line - 1));
  // what is written into a record that ships with Chancery is lost with the next version
  if (isBelow(uri, engines.shipped)) await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
}

/** From a name, an office or a body in a briefing to its record. */
export class RecordDefinitions implements vscode.DefinitionProvider {
  constructor(private readonly engines: Engines, private readonly sessions: Sessions) {}

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location | undefined> {
    const reading = await this.sessions.of(document)?.current();
    if (!reading || reading.text !== document.getText()) return undefined;
    const record = reading.hoverAt(document.offsetAt(position))?.record;
    const uri = record && await this.engines.fileOf(record.file);
    return uri && new vscode.Location(uri, new vscode.Position(Math.max(0, record.line - 1), 0));
  }
}

let sample: vscode.TextDocument | undefined;

/** The sample briefing as an unsaved copy: the one that is open already, if there is one. */
export async function openSample(extensionUri: vscode.Uri): Promise<vscode.TextEditor> {
  if (sample && !sample.isClosed) return vscode.window.showTextDocument(sample, { preview: false });
  const content = await readText(vscode.Uri.joinPath(extensionUri, 'media', 'sample', 'briefing.md'));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  sample = document;
  return vscode.window.showTextDocument(document, { preview: false });
}
