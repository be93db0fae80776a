import * as vscode from 'vscode';
import type { Finding, Span } from '../../chancery';
import { applyFix, commandOf, findingsAt } from './actions';
import { rangeOf } from './documents';
import type { Exception } from './exceptions-file';
import { documentKey } from './exceptions-file';
import type { Remember } from './remember';
import type { Session } from './session';

type Item = vscode.QuickPickItem & { readonly run?: () => PromiseLike<unknown> };

/** *More…*: everything that can be done about the findings at a place. */
export async function showMore(session: Session, at: Span, remember: Remember): Promise<void> {
  const range = rangeOf(session.document, at);
  const findings = findingsAt(session, range, session.moveShown());
  if (findings.length === 0) {
    void vscode.window.showInformationMessage('The text here has changed since it was checked.');
    return;
  }
  const items = findings.flatMap(finding => itemsOf(session, finding, remember));
  const picked = await vscode.window.showQuickPick(items, { title: 'Chancery', placeHolder: 'What to do here', matchOnDetail: true });
  await picked?.run?.();
}

function itemsOf(session: Session, finding: Finding, remember: Remember): Item[] {
  const { document } = session;
  const items: Item[] = [{ label: finding.message, kind: vscode.QuickPickItemKind.Separator }];
  for (const fix of finding.fixes) {
    if (fix.action?.kind === 'remember' || fix.action?.kind === 'no-expand') continue;
    const command = fix.action && commandOf(session, fix.title, fix.action);
    items.push({
      label: fix.title,
      run: async () => {
        if (await applyFix(session, fix) && command) await vscode.commands.executeCommand(command.command, ...command.arguments ?? []);
      },
    });
  }
  for (const related of finding.related.slice(0, 5)) {
    const line = session.shown?.lines.lineAt(related.span.start) ?? 0;
    items.push({ label: `Go to line ${line + 1}`, description: related.message, run: () => goTo(session, related.span) });
  }
  for (const exception of exceptionsOf(finding)) {
    const words = exception.kind === 'no-expand' ? `‘${exception.text}’ needs no full form` : exception.kind === 'distinct' ? 'They are different people' : `‘${exception.text}’ is correct`;
    if (documentKey(exception)) items.push({ label: `${words}: remember in this document`, run: () => remember.add(document, exception, 'document') });
    if (remember.hasWorkspace(document.uri)) items.push({ label: `${words}: remember in .chancery/exceptions.yaml`, run: () => remember.add(document, exception, 'workspace') });
    items.push({ label: `${words}: remember for me`, run: () => remember.add(document, exception, 'user') });
  }
  items.push(...ignoring(session, finding, remember));
  items.push({ label: 'About this check', description: finding.check, run: () => vscode.commands.executeCommand('chancery.openCheck', finding.check) });
  return items;
}

function exceptionsOf(finding: Finding): Exception[] {
  return finding.fixes.flatMap(({ action }): Exception[] => {
    if (action?.kind === 'no-expand') return [{ kind: 'no-expand', text: action.acronym }];
    if (action?.kind !== 'remember') return [];
    return [action.with === undefined ? { kind: 'known-name', text: action.text } : { kind: 'distinct', text: action.text, other: action.with }];
  });
}

function ignoring(session: Session, finding: Finding, remember: Remember): Item[] {
  const { document } = session;
  const seen = session.shown?.text.slice(finding.span.start, finding.span.end) ?? '';
  const exception: Exception = { kind: 'ignore', check: finding.check, text: seen.replace(/\s+/g, ' ') };
  const items: Item[] = [];
  if (document.languageId === 'markdown') {
    items.push({ label: 'Do not report this here', description: 'adds a comment to the line', run: () => remember.ignoreHere(session, finding) });
    items.push({ label: 'Do not report this in this document', description: 'adds a comment at the top', run: () => remember.ignoreInDocument(session, finding.check) });
  }
  if (remember.hasWorkspace(document.uri)) items.push({ label: `Do not report ‘${exception.text}’ in this workspace`, description: 'in .chancery/exceptions.yaml', run: () => remember.add(document, exception, 'workspace') });
  else items.push({ label: `Do not report ‘${exception.text}’ for me`, description: 'in your own exceptions', run: () => remember.add(document, exception, 'user') });
  return items;
}

/** Moves the cursor to the first of the places after it, or to the first of all: one click after another goes through them. */
export async function goToNext(session: Session, spans: readonly Span[]): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(e => e.document === session.document);
  const cursor = editor ? session.document.offsetAt(editor.selection.active) : -1;
  const move = session.moveShown();
  const next = spans.find(span => (move(span)?.start ?? -1) > cursor) ?? spans[0];
  if (next) await goTo(session, next);
}

/** Moves the cursor to a place of the shown reading. */
export async function goTo(session: Session, span: Span): Promise<void> {
  const place = session.moveShown()(span);
  if (!place) {
    void vscode.window.showInformationMessage('The text there has changed since it was checked.');
    return;
  }
  const shown = vscode.window.visibleTextEditors.find(e => e.document === session.document);
  await vscode.window.showTextDocument(session.document, { selection: rangeOf(session.document, place), ...(shown?.viewColumn ? { viewColumn: shown.viewColumn } : {}) });
}
