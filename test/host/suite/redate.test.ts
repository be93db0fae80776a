import * as vscode from 'vscode';
import { equal, match, ok } from './assert';
import { chancery, closeAll, findings, write } from './support';

describe('Re-dating a note', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('changes the date together with the corrections that were picked, in one step', async () => {
    const text = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\nUK Foreign Secretary Liz Truss is in Brussels. NATO has 30 allies. They meet on Wednesday.\n';
    const editor = await write(text);
    equal((await findings(editor.document)).map(d => d.message), []);
    const changes = await vscode.commands.executeCommand<{ kind: string; message: string }[]>('chancery.redate', { to: '2024-09-02', take: [1, 2] });
    equal(changes.map(c => c.kind), ['office', 'body', 'day']);
    match(changes[0]!.message, /David Lammy/);
    match(editor.document.getText(), /date: 2024-09-02[^]*Liz Truss is in Brussels\. NATO has 32 allies\. They meet on Wednesday, 12 January 2022\./);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('leaves the text alone where the day is none, or the same', async () => {
    const text = '---\ndate: 2022-01-12\n---\n\nNATO has 30 allies.\n';
    const editor = await write(text);
    await findings(editor.document);
    for (const to of ['2022-01-12', '2022-02-30', 'soon']) equal(await vscode.commands.executeCommand('chancery.redate', { to, take: [] }), undefined);
    ok(editor.document.getText() === text, editor.document.getText());
  });
});
