import * as vscode from 'vscode';
import { type Day, isoDay, writeDay } from '../../chancery';
import { workspaceEdit } from './actions';
import type { Choices } from './choices';
import { localDay, readDay } from './day';
import { setKey } from './front-matter';
import type { Session } from './session';

/** What a caller may give, so that a key binding or a test needs no menu. */
export interface DateRequest {
  /** ISO day; `null` takes the picked day back. */
  readonly day?: string | null;
  /** Write the day into the note instead of keeping it beside it. */
  readonly write?: boolean;
}

type Picked = { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'none' } | { readonly kind: 'other' } | { readonly kind: 'write' };
type Item = vscode.QuickPickItem & { readonly choice: Picked };

/** Sets the day that a document is judged by (spec 6.1): kept in the extension's storage, or written into the note. */
export async function setDate(session: Session, choices: Choices, request: DateRequest = {}): Promise<void> {
  const answer = request.day === undefined ? await ask(session, request.write === true) : asked(request);
  if (!answer) return;
  if (answer.day !== undefined && answer.write) await writeInto(session, answer.day);
  else await choices.setDate(session.document.uri, answer.day);
  await session.check();
}

interface Answer {
  readonly day: Day | undefined;
  readonly write: boolean;
}

function asked(request: DateRequest): Answer | undefined {
  if (request.day === null) return { day: undefined, write: false };
  const day = readDay(request.day ?? '');
  return day === undefined ? undefined : { day, write: request.write === true };
}

async function ask(session: Session, write: boolean): Promise<Answer | undefined> {
  const reading = await session.current();
  const today = localDay(new Date());
  const days = [...new Set(reading?.datesFound)].filter(day => day !== today).slice(0, 8);
  const dayItem = (day: Day, description: string): Item => ({ label: writeDay(day), description, choice: { kind: 'day', day } });
  const items: Item[] = [
    ...days.map(day => dayItem(day, 'found in the text')),
    dayItem(today, 'today'),
    { label: 'Another day…', choice: { kind: 'other' } },
    ...(write ? [] : [
      { label: 'Check without a date', choice: { kind: 'none' as const } },
      { label: 'Write it into the note…', choice: { kind: 'write' as const } },
    ]),
  ];
  const title = write ? 'Write the date into the note' : 'As of which day is this note?';
  const item = await vscode.window.showQuickPick(items, { title, placeHolder: reading?.judgedBy ? `Now: ${writeDay(reading.judgedBy.day)}` : 'Now: no date' });
  switch (item?.choice.kind) {
    case 'day': return { day: item.choice.day, write };
    case 'none': return { day: undefined, write: false };
    case 'write': return ask(session, true);
    case 'other': {
      const day = await askDay(today);
      return day === undefined ? undefined : { day, write };
    }
    default: return undefined;
  }
}

async function askDay(today: Day): Promise<Day | undefined> {
  const text = await vscode.window.showInputBox({
    title: 'Another day', prompt: 'Year, month and day', value: isoDay(today),
    validateInput: value => (readDay(value) === undefined ? 'A day is written like 2022-01-12.' : undefined),
  });
  return text === undefined ? undefined : readDay(text);
}

async function writeInto(session: Session, day: Day): Promise<void> {
  const { document } = session;
  const result = setKey(document.getText(), 'date', isoDay(day));
  if (result.kind === 'edit') await vscode.workspace.applyEdit(workspaceEdit(document, [result.edit]));
  else if (result.kind === 'unreadable') {
    void vscode.window.showInformationMessage(`Line ${result.line + 1} at the top of this note is written in a form that is not changed here: nothing was written.`);
  }
}
