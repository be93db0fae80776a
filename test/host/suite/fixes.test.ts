import * as vscode from 'vscode';
import { equal, ok, until } from './assert';
import { actionsAt, closeAll, find, findings, FRONT, rangeOf, write } from './support';

const TEXT = `${FRONT}Deputy Foreign Minister Sergei Rybkov leads the Russian side. NATO and Nato envoys meet him; NATO has prepared offers.

NATO is ready.
`;

function titles(actions: readonly vscode.CodeAction[]): string[] {
  return actions.map(a => a.title);
}

function everything(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
}

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('stand with the correction first and preferred, and end with More…, in four lines at most', async () => {
    const { document } = await write(TEXT);
    const { range } = find(await findings(document), 'name-misspelling');
    const actions = await actionsAt(document, range, 'quickfix');
    ok(actions.length <= 4, titles(actions).join(', '));
    equal(titles(actions)[0], 'Change to ‘Ryabkov’');
    equal(actions[0]!.isPreferred, true);
    equal(actions.filter(a => a.isPreferred).length, 1);
    equal(titles(actions).at(-1), 'More…');
  });

  it('are applied and taken back in one step', async () => {
    const { document } = await write(TEXT);
    const { range } = find(await findings(document), 'name-misspelling');
    const [fix] = await actionsAt(document, range);
    ok(await vscode.workspace.applyEdit(fix!.edit!), 'the fix was not applied');
    equal(document.getText(), TEXT.replace('Rybkov', 'Ryabkov'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), TEXT);
  });

  it('change all places in one step', async () => {
    const { document } = await write(TEXT.replace('NATO is', 'Nato is').replace('NATO has', 'NATO and NATO'));
    const before = document.getText();
    const { range } = find(await findings(document), 'acronym-case');
    const fix = (await actionsAt(document, range)).find(a => a.title.includes('NATO'));
    ok(fix?.edit, 'no fix for all');
    await vscode.workspace.applyEdit(fix.edit);
    ok(!document.getText().includes('Nato'), document.getText());
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), before);
  });

  it('are not offered for a place whose text has changed', async () => {
    const editor = await write(TEXT);
    const { document } = editor;
    await findings(document);
    await editor.edit(builder => builder.insert(rangeOf(document, 'Rybkov').end, 'skaya'));
    const offered = titles(await actionsAt(document, rangeOf(document, 'Rybkovskaya')));
    ok(!offered.includes('Change to ‘Ryabkov’'), offered.join(', '));
  });

  it('follow a place that has moved', async () => {
    const editor = await write(TEXT);
    const { document } = editor;
    await findings(document);
    await editor.edit(builder => builder.insert(rangeOf(document, 'Deputy').start, 'On Wednesday '));
    const offered = await actionsAt(document, rangeOf(document, 'Rybkov'), 'quickfix');
    const fix = offered.find(a => a.title === 'Change to ‘Ryabkov’');
    ok(fix?.edit, `the fix is gone; offered: ${titles(offered).join(', ')}`);
    await vscode.workspace.applyEdit(fix.edit);
    equal(document.getText(), TEXT.replace('Deputy', 'On Wednesday Deputy').replace('Rybkov', 'Ryabkov'));
  });

  it('fix all only where there is one sure form, leaving what was typed meanwhile', async () => {
    const editor = await write(TEXT);
    const { document } = editor;
    await findings(document);
    await editor.edit(builder => builder.insert(document.positionAt(document.getText().length), 'One more line.\n'));
    const actions = await actionsAt(document, everything(document), 'source.fixAll.chancery');
    equal(actions.length, 1);
    await vscode.workspace.applyEdit(actions[0]!.edit!);
    equal(document.getText(), `${TEXT.replace('Nato', 'NATO')}One more line.\n`);
  });

  it('have the rest behind More…', async () => {
    const { document } = await write(TEXT);
    const { range } = find(await findings(document), 'name-misspelling');
    const more = (await actionsAt(document, range, 'quickfix')).at(-1)!.command!;
    const done = vscode.commands.executeCommand(more.command, ...more.arguments ?? []);
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() !== TEXT;
    }, 'the first of them');
    await done;
    equal(document.getText(), TEXT.replace('Rybkov', 'Ryabkov'));
  });

  it('leave fix-all out of the menu', async () => {
    const { document } = await write(TEXT);
    await findings(document);
    const actions = await actionsAt(document, rangeOf(document, 'Nato'));
    ok(actions.every(a => !a.kind?.value.startsWith('source')), actions.map(a => a.kind?.value).join(', '));
  });
});
