import * as vscode from 'vscode';
import { isoDay, writeDay } from '../../chancery';
import { localDay, readDay } from './day';
import type { Sections } from './sections';
import type { Sessions } from './sessions';

/** What a caller may give, so that a key binding or a test needs no menu. */
export interface BriefingRequest {
  /** Prefix of the section that makes the note: `brief`, `sitrep` … */
  readonly kind?: string;
  /** ISO day. */
  readonly day?: string;
  /** Id of a recorded event; `null`: none. */
  readonly event?: string | null;
}

const KINDS = ['brief', 'sitrep', 'cable', 'readout', 'submission', 'demarche'];

/** Asks for the kind of note, its day and the meeting, and makes the skeleton in a new, unsaved document. */
export async function newBriefing(sections: Sections, sessions: Sessions, request: BriefingRequest = {}): Promise<void> {
  const all = await sections.all();
  const kinds = KINDS.flatMap(kind => all.filter(s => s.prefix === kind));
  const kind = request.kind ?? (await vscode.window.showQuickPick(kinds.map(k => ({ label: k.title, detail: k.description, prefix: k.prefix })), { title: 'New Briefing (1 of 3)', placeHolder: 'What kind of note?' }))?.prefix;
  const section = all.find(s => s.prefix === kind);
  if (!section) return;
  const day = request.day ?? await askDay();
  if (day === undefined || readDay(day) === undefined) return;
  // a note of that day, so that the records are read as of it
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: `---\ndate: ${day}\n---\n\n` });
  const editor = await vscode.window.showTextDocument(document);
  const reading = await sessions.of(document)?.current();
  if (!reading) return;
  const event = request.event === undefined ? await askEvent(reading.eventsNear) : request.event ?? undefined;
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  if (section.prefix === 'brief') {
    const bodies = new Map(all.toReversed().map(s => [s.prefix, s.body]));
    await editor.insertSnippet(new vscode.SnippetString(reading.fillBriefing(bodies, day, event)), whole);
    return;
  }
  const body = reading.fillSection(section.prefix, section.body, event)[0]?.body ?? section.body;
  const top = `---\ndate: ${day}\n${event ? `event: ${event}\n` : ''}classification: ""\n---\n\n`;
  await editor.insertSnippet(new vscode.SnippetString(top + body), whole);
}

async function askDay(): Promise<string | undefined> {
  const today = localDay(new Date());
  return vscode.window.showInputBox({
    title: 'New Briefing (2 of 3)', prompt: `The day of the note: today is ${writeDay(today)}`, value: isoDay(today), ignoreFocusOut: true,
    validateInput: value => (readDay(value) === undefined ? 'A day is written like 2022-01-12.' : undefined),
  });
}

async function askEvent(events: readonly { readonly id: string; readonly name: string; readonly date: string }[]): Promise<string | undefined> {
  if (events.length === 0) return undefined;
  const none = { label: 'No recorded event', id: undefined as string | undefined };
  const items = [none, ...events.map(e => ({ label: e.name, description: e.date, id: e.id as string | undefined }))];
  return (await vscode.window.showQuickPick(items, { title: 'New Briefing (3 of 3)', placeHolder: 'Which meeting is it about? Recorded events within 30 days', matchOnDescription: true, ignoreFocusOut: true }))?.id;
}
