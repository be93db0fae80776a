import * as vscode from 'vscode';
import { workspaceEdit } from './actions';
import { setKey } from './front-matter';
import { yamlScalar } from '../../chancery';
import type { Session } from './session';

/** What a caller may give, so that a key binding or a test needs no menu. */
export interface StyleRequest {
  readonly style?: string;
  readonly where?: 'document' | 'workspace' | 'user';
}

/** Sets the house style of this document, of the workspace or of the user. */
export async function setHouseStyle(session: Session, request: StyleRequest = {}): Promise<void> {
  const reading = await session.current();
  const styles = session.opened?.chancery.houseStyles ?? [];
  const style = request.style ?? (await vscode.window.showQuickPick(
    styles.map(s => ({ label: s.title, description: s.id === reading?.houseStyle ? `${s.id} · now` : s.id, id: s.id })),
    { title: 'House style', placeHolder: 'Whose spelling and forms are to be kept?' },
  ))?.id;
  if (style === undefined || !styles.some(s => s.id === style)) return;
  const where = request.where ?? await askWhere();
  if (where === 'document') await writeInto(session, style);
  else if (where) await save(style, where);
  if (where) await session.check();
}

async function askWhere(): Promise<StyleRequest['where']> {
  const items: (vscode.QuickPickItem & { where: NonNullable<StyleRequest['where']> })[] = [
    { label: 'For this document', description: 'written at its top', where: 'document' },
    ...(vscode.workspace.workspaceFolders ? [{ label: 'For this workspace', description: 'in its settings', where: 'workspace' as const }] : []),
    { label: 'For me', description: 'in my settings', where: 'user' },
  ];
  return (await vscode.window.showQuickPick(items, { title: 'Set the house style' }))?.where;
}

async function writeInto(session: Session, style: string): Promise<void> {
  const { document } = session;
  const result = setKey(document.getText(), 'house-style', yamlScalar(style));
  if (result.kind === 'edit') await vscode.workspace.applyEdit(workspaceEdit(document, [result.edit]));
  else if (result.kind === 'unreadable') {
    void vscode.window.showInformationMessage(`Line ${result.line + 1} at the top of this note is written in a form that is not changed here: nothing was written.`);
  }
}

async function save(style: string, where: 'workspace' | 'user'): Promise<void> {
  const target = where === 'workspace' ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('chancery').update('houseStyle', style, target);
}
