import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, closeAll, findings, FRONT, write } from './support';

const TEXT = `${FRONT}On 3 December 2021 Ukraine’s defence minister put the number of Russian troops near Ukraine at about 94,000.

The 130,000 Russian troops near Ukraine stay. <b>Mr [Ordan](command:evil) Kestrin</b> left.
`;

describe('The figures ledger', () => {
  afterEach(closeAll);

  it('shows the figures of the note, and goes to the place of one', async () => {
    const api = await chancery();
    const editor = await write(TEXT);
    await findings(editor.document);
    await vscode.commands.executeCommand('chancery.ledger');
    await until(() => vscode.window.tabGroups.all.some(g => g.tabs.some(t => t.label === 'Figures')), 'the panel');
    const body = await api.ledger({ type: 'ready' });
    match(body, /<svg .*Russian personnel near Ukraine/);
    match(body, /<td>Ukraine’s defence minister<\/td><td>3 December 2021<\/td>/);
    await api.ledger({ type: 'go', key: '0 1' });
    equal(vscode.window.activeTextEditor?.document.getText(vscode.window.activeTextEditor.selection), '130,000');
  });

  it('copies the table as Markdown', async () => {
    const api = await chancery();
    const { document } = await write(TEXT);
    await findings(document);
    await vscode.commands.executeCommand('chancery.ledger');
    await api.ledger({ type: 'ready' });
    await vscode.env.clipboard.writeText('');
    await api.ledger({ type: 'copy' });
    match(await vscode.env.clipboard.readText(), /\| Russian personnel near Ukraine \| about 94,000[^|]*\| Ukraine’s defence minister \| 3 December 2021 \|/);
  });

  it('drops what its page does not say', async () => {
    const api = await chancery();
    const editor = await write(TEXT);
    await findings(editor.document);
    await vscode.commands.executeCommand('chancery.ledger');
    const before = await api.ledger({ type: 'ready' });
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const message of [
      undefined, null, 3, 'go', [], { type: 'run', command: 'x' }, { type: 'go' }, { type: 'go', key: '0 99999' }, { type: 'go', key: '-1 0' }, { type: 'go', key: { toString: () => '0 0' } },
      { type: 'subject', index: 1e9 }, { type: 'subject', index: -1 }, { type: 'subject', index: 'x' }, { type: 'scope', folder: 'yes' }, { type: 'png', data: 'data:image/png;base64,iVBORw0KGgoAAAA' }, { type: 'png', data: 'data:text/html;base64,PGI+' },
    ]) equal(await api.ledger(message), before, JSON.stringify(message));
    ok(editor.document.getText() === TEXT, 'the note has changed');
  });
});

describe('The report', () => {
  afterEach(closeAll);

  it('is made as Markdown, with nothing in it that a note plants', async () => {
    await chancery();
    const { document } = await write(TEXT);
    await findings(document);
    await vscode.commands.executeCommand('chancery.reportMarkdown');
    const text = vscode.window.activeTextEditor!.document.getText();
    match(text, /^# Report: Untitled-\d\n\nAs of 12 January 2022\./);
    match(text, /\| Russian personnel near Ukraine \| about 94,000/);
    ok(!/\]\(command|<b>/.test(text), text);
  });
});
