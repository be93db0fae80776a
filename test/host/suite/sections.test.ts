import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, closeAll, inFolder, remove, save, write } from './support';

async function listed(document: vscode.TextDocument, at: vscode.Position): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at, '/');
  return list.items.filter(i => i.filterText?.startsWith('/')).map(i => (typeof i.label === 'string' ? i.label : i.label.label));
}

describe('Sections', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('are listed by title for / on an empty line', async () => {
    const { document } = await write('Text\n\n/\n');
    const titles = await listed(document, new vscode.Position(2, 1));
    ok(titles.length >= 29, `${titles.length} sections for ${JSON.stringify(document.getText())}`);
    ok(titles.includes('Bottom line up front (BLUF)'), titles.join(', '));
  });

  it('are not listed inside a line, nor in a file that is no briefing', async () => {
    const { document } = await write('Text and/\n');
    equal(await listed(document, new vscode.Position(0, 9)), []);
    await save(inFolder('list.md'), '/\n');
    try {
      equal(await listed(await vscode.workspace.openTextDocument(inFolder('list.md')), new vscode.Position(0, 1)), []);
    } finally {
      await remove(inFolder('list.md'));
    }
  });

  it('are inserted by typing /bl and Enter', async () => {
    const editor = await write('');
    for (const text of ['/', 'b', 'l']) await vscode.commands.executeCommand('type', { text });
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText() !== '/bl';
    }, 'the section');
    match(editor.document.getText(), /^## BLUF\n\n\[Judgement\]\./);
  });

  it('are inserted by the command, below a line that has text', async () => {
    const editor = await write('A line.');
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    await vscode.commands.executeCommand('chancery.insertSection', 'bluf');
    match(editor.document.getText(), /^A line\.\n\n## BLUF\n/);
  });

  it('make a new briefing for a day and a recorded meeting', async () => {
    await vscode.commands.executeCommand('chancery.newBriefing', { kind: 'brief', day: '2022-01-12', event: 'nrc-2022-01-12' });
    const { document } = vscode.window.activeTextEditor!;
    equal(document.languageId, 'markdown');
    ok(document.isUntitled, 'the briefing is a file');
    match(document.getText(), /^---\ntitle: "NATO-Russia Council"\ndate: 2022-01-12\n/);
    match(document.getText(), /^\| Russia \| Alexander Grushko \| Deputy Foreign Minister \|/m);
    match(document.getText(), /^## Assessment$/m);
  });

  it('make another kind of note', async () => {
    await vscode.commands.executeCommand('chancery.newBriefing', { kind: 'sitrep', day: '2022-01-12', event: null });
    match(vscode.window.activeTextEditor!.document.getText(), /^---\ndate: 2022-01-12\n[^]*^# SITREP /m);
  });

  it('are filled from the note: its people by delegation, its abbreviations', async () => {
    const text = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\nNATO Secretary General Jens Stoltenberg and Russian Deputy Foreign Minister Alexander Grushko spoke.\n\n';
    for (const [command, wanted] of [['insertCastList', /^\| NATO \| Jens Stoltenberg \| Secretary General \|/m], ['insertAbbreviations', /^- NATO: North Atlantic Treaty Organization$/m]] as const) {
      const editor = await write(text);
      const end = editor.document.positionAt(text.length);
      editor.selection = new vscode.Selection(end, end);
      await vscode.commands.executeCommand(`chancery.${command}`);
      match(editor.document.getText(), wanted);
    }
  });
});
