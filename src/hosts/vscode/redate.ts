import * as vscode from 'vscode';
import { type DateChange, type Day, type Edit, isoDay, redated, redatedSummary, writeDay } from '../../chancery';
import { workspaceEdit } from './actions';
import { readDay } from './day';
import { setKey } from './front-matter';
import type { Session } from './session';

/** What a caller may give, so that a test needs no menu. */
export interface RedateRequest {
  /** ISO day. */
  readonly to: string;
  /** Indexes of the changes whose fixes are taken. */
  readonly take: readonly number[];
}

/**
 * Gives the note another date: reads it as of both, lists what stops being true, and changes the date together with the
 * fixes that the writer picks, as one step. @returns what changes, for callers
 */
export async function redate(session: Session, request?: RedateRequest): Promise<readonly DateChange[] | undefined> {
  const before = await session.current();
  if (!before?.judgedBy) {
    const answer = await vscode.window.showInformationMessage('This note has no date yet.', 'Set the Date…');
    if (answer) await vscode.commands.executeCommand('chancery.setDate');
    return undefined;
  }
  const to = request ? readDay(request.to) : await ask(before.judgedBy.day);
  if (to === undefined) return undefined;
  const { document } = session;
  const text = document.getText();
  if (text !== before.text) return undefined;
  const edit = setKey(text, before.judgedBy.source === 'as-of' ? 'as-of' : 'date', isoDay(to));
  if (edit.kind !== 'edit') {
    if (edit.kind === 'unreadable') void vscode.window.showInformationMessage(`The date on line ${edit.line + 1} is written in a form that is not changed here.`);
    return undefined;
  }
  const after = session.readingOf(applied(text, edit.edit));
  if (!after) return undefined;
  const changes = redated(before, after);
  const taken = request ? changes.filter((_, i) => request.take.includes(i)) : await choose(changes, document, to);
  // another edit came while the list was open: its places would be wrong
  if (!taken || document.getText() !== text) return undefined;
  await vscode.workspace.applyEdit(workspaceEdit(document, apart([edit.edit, ...taken.flatMap(change => change.fix?.edits ?? [])])));
  await session.check();
  return changes;
}

async function ask(from: Day): Promise<Day | undefined> {
  const text = await vscode.window.showInputBox({
    title: 'Re-date this note', prompt: `From ${writeDay(from)} to which day? Year, month and day`, value: isoDay(from), valueSelection: [0, 10],
    validateInput: value => (readDay(value) === undefined ? 'A day is written like 2022-01-12.' : undefined),
  });
  const day = text === undefined ? undefined : readDay(text);
  return day === from ? undefined : day;
}

type Item = vscode.QuickPickItem & { readonly change: DateChange };

async function choose(changes: readonly DateChange[], document: vscode.TextDocument, to: Day): Promise<readonly DateChange[] | undefined> {
  if (changes.length === 0) {
    const answer = await vscode.window.showInformationMessage(`Nothing in this note stops being true on ${writeDay(to)}.`, 'Change the Date');
    return answer && [];
  }
  const items = changes.map((change): Item => ({
    label: change.text.replace(/\s+/g, ' '), description: `line ${document.positionAt(change.span.start).line + 1} · ${change.fix?.title ?? 'yours to look at'}`, detail: change.message, change,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `With ${writeDay(to)}, ${redatedSummary(changes)}`, placeHolder: 'Tick the corrections to make together with the new date', canPickMany: true, matchOnDetail: true, ignoreFocusOut: true,
  });
  return picked?.map(item => item.change);
}

function applied(text: string, { span, text: into }: Edit): string {
  return text.slice(0, span.start) + into + text.slice(span.end);
}

/** Edits in order; one that overlaps an earlier one is left out. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) if (!kept.some(other => edit.span.start < other.span.end && other.span.start < edit.span.end)) kept.push(edit);
  return kept;
}
