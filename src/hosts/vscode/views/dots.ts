import * as vscode from 'vscode';
import type { Reading, SheetLine } from '../../../chancery';
import { rangeOf } from '../documents';
import type { Session } from '../session';
import type { Sessions } from '../sessions';
import type { Row } from './rows';
import type { Shape } from './tree';

const KEY = 'dots';
/** Marks kept; the oldest go first. */
const MOST = 5000;

/** A line of dots below the words: seen without colour too, and it moves no text. */
function underDots(colour: string): vscode.TextEditorDecorationType {
  return vscode.window.createTextEditorDecorationType({
    borderStyle: 'none none dotted none', borderWidth: '0 0 2px 0', borderColor: new vscode.ThemeColor(colour),
    overviewRulerLane: vscode.OverviewRulerLane.Left, rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

/**
 * Dots below what the records confirm, and below what the writer has verified by hand. Marks of the writer go by the
 * content of the sentence: they move with it, and are gone when its words change.
 */
export class Dots implements vscode.Disposable {
  private readonly confirmed = underDots('testing.iconPassed');
  private readonly byHand = underDots('charts.blue');
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  private readonly disposables: vscode.Disposable[];
  private on = false;

  constructor(private readonly sessions: Sessions, private readonly memory: vscode.Memento) {
    this.disposables = [
      this.confirmed, this.byHand, this.changes,
      sessions.onDidChange(session => this.draw(session)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.drawAll()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.on && this.drawDocument(document)),
    ];
  }

  /** What the sheet lists, for the view. */
  readonly shape: Shape = {
    view: 'sheet', rows: reading => this.rows(reading), empty: 'There is nothing to look up in this note.',
    summary: reading => summaryOf(reading.sheet, new Set(this.marks())),
  };

  toggle(): void {
    this.on = !this.on;
    void vscode.commands.executeCommand('setContext', 'chancery.dots', this.on);
    this.drawAll();
  }

  /** Dots by hand what a row of the sheet or the cursor stands on, or takes the dot away. */
  async dot(row?: Row): Promise<void> {
    const found = row?.mark === undefined ? await this.atCursor() : { key: row.mark };
    if (!found) {
      void vscode.window.showInformationMessage('Put the cursor on a name, office, date or figure that the records do not confirm.');
      return;
    }
    const marks = this.marks();
    const without = marks.filter(mark => mark !== found.key);
    await this.memory.update(KEY, without.length < marks.length ? without : [...marks, found.key].slice(-MOST));
    if (!this.on && without.length === marks.length) this.toggle();
    else this.drawAll();
    this.changes.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private marks(): readonly string[] {
    const stored: unknown = this.memory.get(KEY);
    return Array.isArray(stored) ? stored.filter((mark): mark is string => typeof mark === 'string') : [];
  }

  private async atCursor(): Promise<SheetLine | undefined> {
    const editor = vscode.window.activeTextEditor;
    const reading = editor && await this.sessions.of(editor.document)?.current();
    if (!editor || !reading || reading.standing === 'other') return undefined;
    const [from, to] = [editor.selection.start, editor.selection.end].map(p => editor.document.offsetAt(p)) as [number, number];
    return reading.sheet.find(line => line.verdict !== 'confirmed' && line.span.start <= to && from <= line.span.end);
  }

  private rows(reading: Reading): Row[] {
    const marks = new Set(this.marks());
    return reading.sheet.map((line, i): Row => {
      const dotted = line.verdict !== 'confirmed' && marks.has(line.key);
      const verdict = dotted ? 'verified by hand' : WORDS[line.verdict];
      return {
        id: `sheet ${line.key} ${i}`, label: line.text, description: line.why, said: `${line.text}: ${verdict}. ${line.why}`, kind: dotted ? 'dotted' : line.verdict,
        ...(dotted ? { icon: 'check', colour: 'charts.blue' } : ICONS[line.verdict]), places: [line.span], rows: [], ...(line.verdict === 'confirmed' ? {} : { mark: line.key }),
      };
    });
  }

  private drawAll(): void {
    for (const { document } of vscode.window.visibleTextEditors) this.drawDocument(document);
  }

  private drawDocument(document: vscode.TextDocument): void {
    const session = this.sessions.of(document);
    if (session) this.draw(session);
  }

  private draw(session: Session): void {
    const editors = vscode.window.visibleTextEditors.filter(e => e.document === session.document);
    const reading = session.shown;
    const lines = this.on && reading && reading.standing !== 'other' && editors.length > 0 ? reading.sheet : [];
    const marks = new Set(this.marks());
    const move = session.moveShown();
    const ranges = (wanted: (line: SheetLine) => boolean): vscode.Range[] => lines.filter(wanted).flatMap(({ span }) => {
      const place = move(span);
      return place ? [rangeOf(session.document, place)] : [];
    });
    for (const editor of editors) {
      editor.setDecorations(this.confirmed, ranges(line => line.verdict === 'confirmed'));
      editor.setDecorations(this.byHand, ranges(line => line.verdict !== 'confirmed' && marks.has(line.key)));
    }
  }
}

const WORDS: Readonly<Record<SheetLine['verdict'], string>> = { confirmed: 'confirmed', contradicted: 'contradicted', open: 'cannot say' };
const ICONS: Readonly<Record<SheetLine['verdict'], { readonly icon: string; readonly colour?: string }>> = {
  confirmed: { icon: 'pass', colour: 'testing.iconPassed' }, contradicted: { icon: 'warning', colour: 'list.warningForeground' }, open: { icon: 'question' },
};

/** “31 confirmed · 2 contradicted · 9 for you”. */
function summaryOf(lines: readonly SheetLine[], dotted: ReadonlySet<string>): string {
  const left = lines.filter(line => line.verdict !== 'confirmed' && !dotted.has(line.key));
  const against = left.filter(line => line.verdict === 'contradicted').length;
  return [`${lines.length - left.length} confirmed`, against > 0 ? `${against} contradicted` : '', `${left.length - against} for you`].filter(part => part !== '').join(' · ');
}
