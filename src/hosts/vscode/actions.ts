import * as vscode from 'vscode';
import type { Edit, Finding, Fix, FixAction } from '../../chancery';
import { checkOf } from './diagnostics';
import { rangeOf } from './documents';
import { linesFor } from './fix-lines';
import { type Mover, movedEdits, survivingEdits } from './moved';
import type { Session } from './session';
import type { Sessions } from './sessions';

export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('chancery');

/** Quick fixes of the findings at the cursor: the correction first, four lines at most. */
export class FixProvider implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, FIX_ALL];

  constructor(private readonly sessions: Sessions) {}

  async provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): Promise<vscode.CodeAction[]> {
    const session = this.sessions.of(document);
    if (!session) return [];
    // source actions come only where they are asked for, on save or by name
    if (context.only?.contains(FIX_ALL) && context.only.value !== '') return fixAll(session);
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
    return quickFixes(session, range, context.diagnostics);
  }
}

async function fixAll(session: Session): Promise<vscode.CodeAction[]> {
  const reading = session.shown ?? await session.current();
  if (!reading) return [];
  // taken after the wait: the text may have moved on
  const edits = survivingEdits(reading.fixAll(), session.moverFrom(reading));
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction('Correct all names and acronyms that have one sure form', FIX_ALL);
  action.edit = workspaceEdit(session.document, edits);
  return [action];
}

function quickFixes(session: Session, range: vscode.Range, diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const { document } = session;
  const move = session.moveShown();
  const here = findingsAt(session, range, move);
  if (here.length === 0) return [];
  const actions = linesFor(here, fix => fix.action !== undefined || movedEdits(fix.edits, move) !== undefined).map(({ finding, fix }) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = diagnosticsOf(diagnostics, finding);
    action.isPreferred = fix.preferred;
    const edits = movedEdits(fix.edits, move);
    if (edits && edits.length > 0) action.edit = workspaceEdit(document, edits);
    if (fix.action) action.command = commandOf(session, fix.title, fix.action);
    return action;
  });
  const more = new vscode.CodeAction('More…', vscode.CodeActionKind.QuickFix);
  more.diagnostics = here.flatMap(finding => diagnosticsOf(diagnostics, finding));
  const at = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  more.command = { title: 'More…', command: 'chancery.more', arguments: [document.uri.toString(), at] };
  return [...actions, more];
}

/** Findings whose place touches a range of the text now. */
export function findingsAt(session: Session, range: vscode.Range, move: Mover): readonly Finding[] {
  return session.findings.filter(finding => {
    const span = move(finding.span);
    return span !== undefined && rangeOf(session.document, span).intersection(range) !== undefined;
  });
}

function diagnosticsOf(diagnostics: readonly vscode.Diagnostic[], finding: Finding): vscode.Diagnostic[] {
  return diagnostics.filter(d => checkOf(d) === finding.check && d.message === finding.message);
}

/** The command that carries out a fix that is not, or not only, an edit. */
export function commandOf(session: Session, title: string, action: FixAction): vscode.Command {
  const uri = session.document.uri.toString();
  switch (action.kind) {
    case 'go-to': return { title, command: 'chancery.goTo', arguments: [uri, action.span] };
    case 'set-house-style': return { title, command: 'chancery.setHouseStyle', arguments: [] };
    case 'remember': return {
      title, command: 'chancery.remember',
      arguments: [uri, action.with === undefined ? { kind: 'known-name', text: action.text } : { kind: 'distinct', text: action.text, other: action.with }],
    };
    case 'no-expand': return { title, command: 'chancery.remember', arguments: [uri, { kind: 'no-expand', text: action.acronym }] };
  }
}

/** One edit, so that one undo takes all of it back. */
export function workspaceEdit(document: vscode.TextDocument, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits.map(e => vscode.TextEdit.replace(rangeOf(document, e.span), e.text)));
  return edit;
}

/** Applies a fix whose places are still what the finding saw; says so where they are not. */
export async function applyFix(session: Session, fix: Fix): Promise<boolean> {
  const edits = movedEdits(fix.edits, session.moveShown());
  if (edits) return edits.length === 0 || vscode.workspace.applyEdit(workspaceEdit(session.document, edits));
  void vscode.window.showInformationMessage('The text here has changed since it was checked: nothing was changed.');
  return false;
}
