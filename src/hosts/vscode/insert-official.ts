import * as vscode from 'vscode';
import { writeDay } from '../../chancery';
import { localDay } from './day';
import type { Session } from './session';

/** Inserts the first reference of somebody in office on the day of the note. `id` spares the list (key bindings, tests). */
export async function insertOfficial(session: Session, id?: string): Promise<void> {
  const reading = await session.current();
  const editor = vscode.window.activeTextEditor;
  if (!reading || editor?.document !== session.document) return;
  const today = localDay(new Date());
  const officials = reading.officials(today);
  const chosen = id === undefined
    ? await vscode.window.showQuickPick(officials.map(o => ({ label: o.name, description: o.office, detail: o.near ? `${o.whose} · in this note` : o.whose, official: o })), {
      title: `In office on ${writeDay(reading.judgedBy?.day ?? today)}`, placeHolder: 'Name, office, country or body', matchOnDescription: true, matchOnDetail: true,
    })
    : { official: officials.find(o => o.id === id) };
  if (chosen?.official) await editor.edit(edit => edit.replace(editor.selection, chosen.official!.text));
}
