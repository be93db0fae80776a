import * as vscode from 'vscode';
import { type AcrossFinding, type AcrossPlace, findAcross } from '../../../chancery';
import { SEVERITY, SOURCE } from '../diagnostics';
import { openDocument } from '../documents';
import { pageUri } from '../pages';
import { MOST_NOTES } from './notes';
import type { Note, NoteIndex, Walk } from './note-index';

/** After an edit of one note the others are compared with it again, once it rests. */
const AGAIN_AFTER_MS = 1500;
const CODES: Readonly<Record<AcrossFinding['kind'], string>> = { contradiction: 'notes-contradict', drift: 'figure-drift' };

export interface CheckedAll {
  readonly briefings: number;
  readonly findings: number;
  readonly contradictions: number;
  readonly drifts: number;
  readonly unread: number;
  readonly cancelled: boolean;
}

/**
 * Checks all briefings of the open folders. Problems of notes that no editor shows are kept here; those of open notes are
 * shown by their editors. What notes say differently stands at both places.
 */
export class CheckAll implements vscode.Disposable, vscode.CodeActionProvider {
  private readonly closed = vscode.languages.createDiagnosticCollection('chancery-folder');
  private readonly across = vscode.languages.createDiagnosticCollection('chancery-across');
  private found: readonly AcrossFinding[] = [];
  private readonly disposables: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private checked = false;

  constructor(private readonly index: NoteIndex) {
    this.disposables = [
      this.closed, this.across,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.closed.delete(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(uri => this.closed.delete(uri))),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.across.delete(document.uri)),
      index.onDidChange(() => this.again()),
    ];
  }

  async run(): Promise<CheckedAll | undefined> {
    if (!vscode.workspace.workspaceFolders?.length) {
      void vscode.window.showInformationMessage('Open a folder first: its briefings are checked together.');
      return undefined;
    }
    const { walk, cancelled } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: 'Checking all briefings', cancellable: true }, async (progress, token) => {
      let last = 0;
      const read = await this.index.all(token, (done, all) => {
        progress.report({ increment: ((done - last) / all) * 100, message: `${done} of ${all}` });
        last = done;
      });
      return { walk: read, cancelled: token.isCancellationRequested };
    });
    const result = this.show(walk, cancelled);
    void this.tell(result, walk);
    return result;
  }

  /** Puts what a walk found into the Problems panel. */
  show(walk: Walk, cancelled: boolean): CheckedAll {
    const briefings = walk.notes.filter(note => note.standing !== 'other');
    this.closed.clear();
    for (const note of briefings) if (!openDocument(note.uri)) this.closed.set(note.uri, diagnosticsOf(note));
    this.checked = true;
    this.compare(briefings);
    return {
      briefings: briefings.length, findings: briefings.reduce((sum, note) => sum + note.findings.length, 0), unread: walk.unread.length, cancelled,
      contradictions: this.found.filter(f => f.kind === 'contradiction').length, drifts: this.found.filter(f => f.kind === 'drift').length,
    };
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const own = this.across.get(document.uri) ?? [];
    return own.filter(d => d.range.intersection(range) !== undefined).flatMap(diagnostic => {
      const finding = this.found.find(f => f.at.note === document.uri.toString() && f.fix && f.message === diagnostic.message);
      const fixed = finding?.fix;
      if (!fixed) return [];
      const action = new vscode.CodeAction(fixed.title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = [diagnostic];
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, new vscode.Range(document.positionAt(fixed.span.start), document.positionAt(fixed.span.end)), fixed.text);
      return [action];
    });
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private again(): void {
    if (!this.checked) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.compare(this.index.known.filter(note => note.standing !== 'other')), AGAIN_AFTER_MS);
  }

  private compare(briefings: readonly Note[]): void {
    this.found = findAcross(briefings.map(note => note.digest));
    const byNote = new Map(briefings.map(note => [note.digest.note, note]));
    const shown = new Map<string, vscode.Diagnostic[]>();
    const put = (at: AcrossPlace, from: AcrossPlace, message: string, finding: AcrossFinding): void => {
      const [here, there] = [byNote.get(at.note), byNote.get(from.note)];
      if (!here || !there) return;
      const diagnostic = new vscode.Diagnostic(rangeIn(here, at), message, vscode.DiagnosticSeverity.Information);
      diagnostic.source = SOURCE;
      diagnostic.code = CODES[finding.kind];
      diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(new vscode.Location(there.uri, rangeIn(there, from)), `${there.title}: ${from.text}`)];
      shown.set(at.note, [...shown.get(at.note) ?? [], diagnostic]);
    };
    for (const finding of this.found) {
      put(finding.at, finding.from, finding.message, finding);
      if (finding.kind === 'contradiction') put(finding.from, finding.at, `Another note has a different figure for that day: ‘${finding.at.text}’.`, finding);
    }
    this.across.clear();
    for (const [note, list] of shown) this.across.set(byNote.get(note)!.uri, list);
  }

  private async tell(result: CheckedAll, walk: Walk): Promise<void> {
    const answer = await vscode.window.showInformationMessage(resultText(result, walk.cut), 'Show Problems');
    if (answer) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}

/** “47 briefings: 12 places to check, 2 contradictions between notes”. */
export function resultText({ briefings, findings, contradictions, drifts, unread, cancelled }: CheckedAll, cut: boolean): string {
  const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;
  const parts = [`${many(findings, 'place', 'places')} to check`];
  if (contradictions > 0) parts.push(many(contradictions, 'contradiction between notes', 'contradictions between notes'));
  if (drifts > 0) parts.push(many(drifts, 'figure that lost its hedge, source or date', 'figures that lost their hedge, source or date'));
  if (unread > 0) parts.push(many(unread, 'file that could not be read', 'files that could not be read'));
  return `${cancelled ? 'Stopped after ' : ''}${many(briefings, 'briefing', 'briefings')}: ${parts.join(', ')}.${cut ? ` There are more than ${MOST_NOTES} notes: the first ${MOST_NOTES} were read.` : ''}`;
}

function rangeIn(note: Note, { span }: AcrossPlace): vscode.Range {
  const [start, end] = [note.lines.positionAt(span.start), note.lines.positionAt(span.end)];
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function diagnosticsOf(note: Note): vscode.Diagnostic[] {
  return note.findings.map(finding => {
    const diagnostic = new vscode.Diagnostic(rangeIn(note, { note: '', text: '', span: finding.span }), finding.message, SEVERITY[finding.severity]);
    diagnostic.source = SOURCE;
    diagnostic.code = { value: finding.check, target: pageUri(finding.check) };
    return diagnostic;
  });
}
