import * as vscode from 'vscode';
import { ok, until } from './assert';

interface ChanceryApi {
  check(document: vscode.TextDocument): Promise<{ readonly standing: string; readonly findings: number } | undefined>;
  status(): string | undefined;
  rows(view: string): readonly Row[];
  ledger(message: unknown): Promise<string>;
}

export interface Row {
  readonly label: string;
  readonly description?: string;
  readonly said: string;
  readonly rows: readonly Row[];
}

export async function chancery(): Promise<ChanceryApi> {
  const extension = vscode.extensions.getExtension<ChanceryApi>('chancery.chancery');
  ok(extension, 'VS Code has no extension chancery.chancery');
  return extension.activate();
}

export const FRONT = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n';

/** Opens an unsaved document in an editor. */
export async function write(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // now and then VS Code brings back the text of a closed document that had the same name
  if (document.getText() !== content) {
    const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit(edit => edit.replace(all, content));
  }
  return editor;
}

/** Checks a document now and gives what is shown of it. */
export async function findings(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  await (await chancery()).check(document);
  return shown(document);
}

/** What Chancery shows of a document now. */
export function shown(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(d => d.source === 'Chancery');
}

export function checkOf(diagnostic: vscode.Diagnostic): string {
  return typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : '';
}

export function find(diagnostics: readonly vscode.Diagnostic[], check: string): vscode.Diagnostic {
  const found = diagnostics.find(d => checkOf(d) === check);
  ok(found, `no ${check} among ${diagnostics.map(d => `${checkOf(d)} ‘${d.message}’`).join('; ')}`);
  return found;
}

/** Where words stand in a document, the first time. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  ok(start >= 0, `‘${words}’ is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

export async function actionsAt(document: vscode.TextDocument, range: vscode.Range, kind?: string): Promise<vscode.CodeAction[]> {
  return await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind) ?? [];
}

/** The Markdown of the hovers at the middle of some words. */
export async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const range = rangeOf(document, words);
  const middle = document.positionAt(Math.floor((document.offsetAt(range.start) + document.offsetAt(range.end)) / 2));
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, middle);
  return hovers.flatMap(h => h.contents).map(c => (typeof c === 'string' ? c : c.value)).join('\n\n');
}

/** A file in the folder that the tests run in. */
export function inFolder(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'the tests run in no folder');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export async function save(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function load(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

export async function remove(uri: vscode.Uri): Promise<void> {
  if (await vscode.workspace.fs.stat(uri).then(() => true, () => false)) await vscode.workspace.fs.delete(uri, { recursive: true });
}

/** Closes all editors, throwing unsaved text away. */
export async function closeAll(): Promise<void> {
  await until(async () => {
    const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
    const unsaved = tabs.find(tab => tab.isDirty);
    if (!unsaved) {
      await vscode.window.tabGroups.close(tabs);
      // an unsaved document that is not gone yet would lend its name, and its text, to the next one
      return vscode.window.tabGroups.all.every(group => group.tabs.length === 0) && !vscode.workspace.textDocuments.some(d => d.isUntitled);
    }
    if (unsaved.input instanceof vscode.TabInputText) await vscode.window.showTextDocument(unsaved.input.uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return false;
  }, 'all editors are closed');
}
