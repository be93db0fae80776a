import * as vscode from 'vscode';
import type { Reading } from '../../../chancery';
import type { Sessions } from '../sessions';
import type { Row } from './rows';
import { PERSON_MIME } from './tree';

/** How somebody is written at a place: in full where nothing before it names the person, by the short form after that. */
function formAt(reading: Reading, id: string, offset: number): string | undefined {
  const references = reading.referencesTo(id);
  const named = reading.cast.some(group => group.members.some(m => m.id === id && m.places.some(place => place.end <= offset)));
  return named ? references?.later : references?.first;
}

/** A person dragged from the Cast list into a text comes in the form that is due there. */
export class PersonDrop implements vscode.DocumentDropEditProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideDocumentDropEdits(document: vscode.TextDocument, position: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit | undefined> {
    const id = await data.get(PERSON_MIME)?.asString();
    const reading = id === undefined ? undefined : await this.sessions.of(document)?.current();
    const form = id === undefined || !reading ? undefined : formAt(reading, id, document.offsetAt(position));
    return form === undefined ? undefined : new vscode.DocumentDropEdit(form, 'Insert as written in the house style');
  }
}

/** The same for the keyboard: at the cursor of the note. */
export async function insertPerson(sessions: Sessions, row: Row | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors.find(e => sessions.of(e.document));
  const reading = editor && await sessions.of(editor.document)?.current();
  if (!editor || !reading || row?.record === undefined) return;
  const form = formAt(reading, row.record, editor.document.offsetAt(editor.selection.start));
  if (form !== undefined) await editor.edit(edit => edit.replace(editor.selection, form));
}
