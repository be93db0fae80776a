import * as vscode from 'vscode';
import { DARK, type FigureSubject, ledgerPlot, ledgerTable, LIGHT } from '../../../chancery';
import { base64 } from '../escape';
import { reasonOf, writeBytes } from '../files';
import type { NoteIndex } from '../folder/note-index';
import { themeOf } from '../hover';
import type { Session } from '../session';
import type { Sessions } from '../sessions';
import { type LedgerMessage, readMessage } from './messages';
import { ledgerBody, ledgerPage, type LedgerRow, type LedgerSubject } from './page';

/** The figures of the note, or of all notes of the folder, as a plot and a table beside the text. */
export class Ledger implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private session: Session | undefined;
  private subjects: readonly LedgerSubject[] = [];
  private chosen: string | undefined;
  private folder = false;
  private ready = false;
  /** A picture was asked for: a page sends none of its own accord. */
  private drawing = false;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly sessions: Sessions, private readonly index: NoteIndex) {
    this.disposables = [
      sessions.onDidChange(session => session === this.session && this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      index.onDidChange(() => this.folder && this.update()),
    ];
  }

  async open(): Promise<void> {
    this.follow();
    if (this.session && !this.session.shown) await this.session.check();
    if (this.panel) {
      this.panel.reveal(undefined, true);
      return;
    }
    const panel = vscode.window.createWebviewPanel('chancery.ledger', 'Figures', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, localResourceRoots: [] });
    this.panel = panel;
    panel.webview.onDidReceiveMessage((given: unknown) => this.receive(given));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.ready = false;
    });
    panel.webview.html = ledgerPage(nonce());
  }

  /** Does what the page asks; anything that is not one of its messages is dropped. */
  async receive(given: unknown): Promise<void> {
    const message = readMessage(given);
    if (!message) return;
    try {
      await this.act(message);
    } catch (problem) {
      void vscode.window.showErrorMessage(`The figures could not be saved: ${reasonOf(problem)}`);
    }
  }

  /** What the page shows now. */
  get body(): string {
    return ledgerBody(this.title, this.subjects, this.chosenIndex, this.folder);
  }

  dispose(): void {
    this.panel?.dispose();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private get title(): string {
    if (this.folder) return 'all notes';
    const path = this.session?.document.uri.path ?? '';
    return path.slice(path.lastIndexOf('/') + 1) || 'no note';
  }

  private get chosenIndex(): number {
    const at = this.subjects.findIndex(s => s.name === this.chosen);
    if (at >= 0) return at;
    // the one with most to compare
    return this.subjects.reduce((best, s, i) => (s.rows.length > (this.subjects[best]?.rows.length ?? 0) ? i : best), 0);
  }

  private follow(): void {
    const active = this.sessions.active();
    if (!active || active === this.session) return;
    this.session = active;
    this.update();
  }

  private update(): void {
    this.subjects = this.folder ? this.ofFolder() : this.ofNote();
    if (this.panel && this.ready) void this.panel.webview.postMessage({ type: 'show', body: this.body });
  }

  private ofNote(): LedgerSubject[] {
    const { session } = this;
    const reading = session?.shown;
    if (!session || !reading || reading.standing === 'other') return [];
    return reading.subjects.map(subject => subjectOf(subject, session.document.uri.toString(), undefined));
  }

  private ofFolder(): LedgerSubject[] {
    const byKey = new Map<string, { name: string; rows: LedgerRow[] }>();
    for (const note of this.index.known) {
      for (const subject of note.digest.subjects) {
        const one = byKey.get(subject.key) ?? { name: subject.name, rows: [] };
        byKey.set(subject.key, one);
        one.rows.push(...subjectOf(subject, note.uri.toString(), note.title).rows);
      }
    }
    return [...byKey.values()].sort((a, b) => b.rows.length - a.rows.length);
  }

  private async act(message: LedgerMessage): Promise<void> {
    const subject = this.subjects[this.chosenIndex];
    switch (message.type) {
      case 'ready': this.ready = true; return this.update();
      case 'subject': this.chosen = this.subjects[message.index]?.name; return this.update();
      case 'scope': return this.setScope(message.folder);
      case 'go': return this.go(this.subjects[message.subject]?.rows[message.row]);
      case 'copy': return vscode.env.clipboard.writeText(ledgerTable(this.subjects.flatMap(s => s.rows.map(r => ({ ...(r.note === undefined ? {} : { note: r.note }), subject: s.name, text: r.entry.text, ...(r.entry.source === undefined ? {} : { source: r.entry.source }), date: r.entry.date })))));
      case 'svg': return subject && this.save('svg', new TextEncoder().encode(this.svgOf(subject) ?? ''));
      case 'drawPng': {
        const svg = subject && this.svgOf(subject);
        this.drawing = svg !== undefined;
        if (svg) void this.panel?.webview.postMessage({ type: 'png', source: `data:image/svg+xml;base64,${base64(svg)}` });
        return undefined;
      }
      case 'png': {
        const asked = this.drawing;
        this.drawing = false;
        return asked ? this.save('png', Uint8Array.from(atob(message.base64), c => c.charCodeAt(0))) : undefined;
      }
    }
  }

  private svgOf(subject: LedgerSubject): string | undefined {
    return ledgerPlot(subject.name, subject.rows.map((r, i) => ({ entry: r.entry, key: String(i) })), themeOf() === 'dark' ? DARK : LIGHT);
  }

  private async setScope(folder: boolean): Promise<void> {
    this.folder = folder;
    if (folder) await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Reading the notes of the folder', cancellable: true }, (_, token) => this.index.all(token));
    this.update();
  }

  private async go(row: LedgerRow | undefined): Promise<void> {
    if (!row) return;
    const uri = vscode.Uri.parse(row.uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const session = this.sessions.of(document);
    const moved = session?.shown ? session.moveShown()(row.entry.span) : row.entry.span;
    const { start, end } = moved ?? row.entry.span;
    const shown = vscode.window.visibleTextEditors.find(e => e.document === document);
    await vscode.window.showTextDocument(document, {
      selection: new vscode.Range(document.positionAt(start), document.positionAt(end)), viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One,
    });
  }

  private async save(kind: 'svg' | 'png', bytes: Uint8Array): Promise<void> {
    if (bytes.length === 0) return;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({ filters: { [kind.toUpperCase()]: [kind] }, ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `figures.${kind}`) } : {}) });
    if (target) await writeBytes(target, bytes);
  }
}

function subjectOf(subject: FigureSubject, uri: string, note: string | undefined): LedgerSubject {
  return { name: subject.name, rows: subject.entries.map(entry => ({ subject: subject.name, entry, uri, ...(note === undefined ? {} : { note }) })) };
}

/** A word that no note can know. */
function nonce(): string {
  const bytes = new Uint8Array(18);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');
}
