import * as vscode from 'vscode';
import type { Choices } from './choices';
import { isRead } from './documents';
import type { Engines } from './engines';
import { Session } from './session';

/** The sessions of all open documents that Chancery reads. */
export class Sessions implements vscode.Disposable {
  private readonly open = new Map<vscode.TextDocument, Session>();
  private readonly changes = new vscode.EventEmitter<Session>();
  private readonly closes = new vscode.EventEmitter<vscode.TextDocument>();
  /** What is shown of a document has changed. */
  readonly onDidChange = this.changes.event;
  readonly onDidClose = this.closes.event;
  private readonly disposables: vscode.Disposable[] = [this.changes, this.closes];

  constructor(private readonly extensionUri: vscode.Uri, private readonly engines: Engines, private readonly choices: Choices) {
    this.disposables.push(
      vscode.workspace.onDidOpenTextDocument(document => this.of(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.close(document)),
      vscode.workspace.onDidChangeTextDocument(event => {
        if (event.contentChanges.length > 0) this.open.get(event.document)?.edited(event);
      }),
      vscode.workspace.onDidSaveTextDocument(document => this.open.get(document)?.saved()),
      vscode.window.onDidChangeTextEditorSelection(event => this.open.get(event.textEditor.document)?.cursorMoved()),
      engines.onDidReload(() => this.reopen()),
    );
  }

  start(): void {
    for (const document of vscode.workspace.textDocuments) this.of(document);
  }

  /** The session of a document, opened if there is none; `undefined` for documents that Chancery does not read. */
  of(document: vscode.TextDocument): Session | undefined {
    const known = this.open.get(document);
    if (known || document.isClosed || !isRead(document, this.extensionUri)) return known;
    const session = new Session(document, this.engines, this.choices, changed => this.changes.fire(changed));
    this.open.set(document, session);
    session.opening();
    return session;
  }

  active(): Session | undefined {
    const document = vscode.window.activeTextEditor?.document;
    return document && this.of(document);
  }

  byUri(uri: string): Session | undefined {
    for (const session of this.open.values()) if (session.document.uri.toString() === uri) return session;
    return undefined;
  }

  reopen(): void {
    for (const session of this.open.values()) session.reopen();
  }

  dispose(): void {
    for (const session of this.open.values()) session.dispose();
    this.open.clear();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private close(document: vscode.TextDocument): void {
    const session = this.open.get(document);
    if (!session) return;
    session.dispose();
    this.open.delete(document);
    // a change of language closes and opens a document again: what the writer said of an unsaved one stays until it is gone
    if (!vscode.workspace.textDocuments.includes(document)) this.choices.forget(document.uri);
    this.closes.fire(document);
  }
}
