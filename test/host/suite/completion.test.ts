import * as vscode from 'vscode';
import { equal, match, ok, pause, until } from './assert';
import { chancery, checkOf, closeAll, findings, FRONT, shown, write } from './support';

async function completions(document: vscode.TextDocument, resolve = 0): Promise<vscode.CompletionItem[]> {
  const at = document.positionAt(document.getText().length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at, '@', resolve);
  return list.items.filter(item => item.filterText?.startsWith('@'));
}

describe('Completion', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('offers people in office on the note’s day, first mention before the short form, with their cards', async () => {
    const { document } = await write(`${FRONT}Talks were led by @Grush`);
    const items = await completions(document, 2);
    const [first, second] = items;
    equal(first?.insertText, 'Russian Deputy Foreign Minister Alexander Grushko');
    equal(second?.insertText, 'Grushko');
    match((first!.documentation as vscode.MarkdownString).value, /Alexander Grushko/);
  });

  it('puts in what is chosen', async () => {
    const editor = await write(`${FRONT}Talks were led by `);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    for (const text of '@Grush') await vscode.commands.executeCommand('type', { text });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await until(async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return !editor.document.getText().endsWith('@Grush');
    }, 'the official');
    match(editor.document.getText(), /Talks were led by Russian Deputy Foreign Minister Alexander Grushko$/);
    equal((await findings(editor.document)).length, 0);
  });

  it('follows its setting', async () => {
    const settings = vscode.workspace.getConfiguration('chancery');
    try {
      await settings.update('completion.enabled', false, vscode.ConfigurationTarget.Global);
      equal((await completions((await write(`${FRONT}@Grush`)).document)).length, 0);
    } finally {
      await settings.update('completion.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('Every form of a person', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('is lit up, and listed as references', async () => {
    const { document } = await write(`${FRONT}Russian Deputy Foreign Minister Alexander Grushko spoke. Then Grushko left.\n`);
    const at = document.positionAt(document.getText().indexOf('Grushko left') + 3);
    const lit = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at);
    equal(lit.map(h => document.getText(h.range)), ['Alexander Grushko', 'Grushko']);
    const listed = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    equal(listed.map(l => document.getText(l.range)), ['Alexander Grushko', 'Grushko']);
  });
});

describe('A section that is being filled', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('draws no finding until the cursor leaves it, and then one for all places', async () => {
    const editor = await write(`${FRONT}Some text.\n\n`);
    await findings(editor.document);
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('chancery.insertSection', 'bluf');
    await pause(1500);
    equal(shown(editor.document).filter(d => checkOf(d) === 'placeholder-left').length, 0);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until(() => shown(editor.document).some(d => checkOf(d) === 'placeholder-left'), 'the finding');
    const left = shown(editor.document).filter(d => checkOf(d) === 'placeholder-left');
    equal(left.length, 1);
    ok((left[0]!.relatedInformation?.length ?? 0) >= 2, 'the other places are not told');
  });
});
