import * as vscode from 'vscode';
import { type ReportLines, reportOf, writeDay } from '../../chancery';
import { PAGE_SCHEME } from './pages';
import type { Session } from './session';

const KEY = 'reports';
/** Notes whose last report is kept; the oldest go first. */
const MOST = 200;

/** Reports of notes: who is in them, figures with sources, what is left to check, and what changed since the last one. */
export class Reports {
  private readonly pages = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changes.event;

  constructor(private readonly memory: vscode.Memento) {}

  /** As a page, which is read; the page's own address brings its text (`textOf`). */
  async page(session: Session): Promise<void> {
    const markdown = await this.make(session);
    if (markdown === undefined) return;
    const uri = vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/report/${nameOf(session)}.report.md` });
    this.pages.set(uri.path, markdown);
    this.changes.fire(uri);
    const commands = await vscode.commands.getCommands(true);
    if (commands.includes('markdown.showPreviewToSide')) await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    else await vscode.window.showTextDocument(uri, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  }

  /** As unsaved Markdown, to be worked on. */
  async document(session: Session): Promise<void> {
    const content = await this.make(session);
    if (content === undefined) return;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }), { preview: false });
  }

  textOf(path: string): string | undefined {
    return this.pages.get(path);
  }

  private async make(session: Session): Promise<string | undefined> {
    const reading = await session.current();
    if (!reading || reading.standing === 'other') {
      void vscode.window.showInformationMessage('A report is made of a briefing. “Chancery: Check This Document” makes this one count as one.');
      return undefined;
    }
    const key = session.document.uri.toString();
    const kept = this.kept();
    const title = /^---\r?\n[^]*?^title:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(reading.text.slice(0, 2000))?.[1] ?? nameOf(session);
    const { markdown, lines } = reportOf({
      title, ...(reading.judgedBy ? { date: writeDay(reading.judgedBy.day) } : {}), cast: reading.cast, subjects: reading.subjects, findings: reading.findings, sheet: reading.sheet,
      lineOf: offset => reading.lines.lineAt(offset),
    }, kept[key]);
    if (!session.document.isUntitled) {
      const { [key]: _last, ...others } = kept;
      await this.memory.update(KEY, Object.fromEntries([...Object.entries(others), [key, lines]].slice(-MOST)));
    }
    return markdown;
  }

  private kept(): Readonly<Record<string, ReportLines>> {
    const stored = this.memory.get<Record<string, ReportLines>>(KEY);
    return stored !== null && typeof stored === 'object' ? stored : {};
  }
}

function nameOf({ document }: Session): string {
  return document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|txt)$/i, '') || 'note';
}
