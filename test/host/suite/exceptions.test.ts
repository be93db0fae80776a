import * as vscode from 'vscode';
import { equal, match, ok, pause, until } from './assert';
import { actionsAt, chancery, checkOf, closeAll, find, findings, FRONT, hoverAt, inFolder, load, remove, save, shown, write } from './support';

const NAMED = `${FRONT}Deputy Foreign Minister Sergei Rybkov leads the Russian side.\n`;

/** Runs the quick fix that remembers, and answers its question. */
async function rememberAt(document: vscode.TextDocument, where: 'workspace' | 'user'): Promise<void> {
  const { range } = find(await findings(document), 'name-misspelling');
  const action = (await actionsAt(document, range)).find(a => a.command?.command === 'chancery.remember');
  ok(action?.command, 'nothing to remember it with');
  await vscode.commands.executeCommand(action.command.command, ...action.command.arguments ?? [], where);
}

function misspelt(document: vscode.TextDocument): boolean {
  return shown(document).some(d => checkOf(d) === 'name-misspelling');
}

describe('What the writer says is right', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('.chancery'));
    await remove(inFolder('kept.md'));
  });

  it('is kept in .chancery/exceptions.yaml where there is a folder', async () => {
    await save(inFolder('kept.md'), NAMED);
    const document = await vscode.workspace.openTextDocument(inFolder('kept.md'));
    await vscode.window.showTextDocument(document);
    await rememberAt(document, 'workspace');
    match(await load(inFolder('.chancery', 'exceptions.yaml')) ?? '', /^known-names:\n {2}- .*Rybkov$/m);
    await until(() => !misspelt(document), 'the finding is gone without a restart');
    equal(document.getText(), NAMED);
  });

  it('is kept in the user’s storage where there is none', async () => {
    // it stays there for the tests that follow, so that this spelling is of this test alone
    const text = NAMED.replace('Rybkov', 'Ryabkof');
    const loose = inFolder('..', `chancery-loose-${Date.now()}.md`);
    await save(loose, text);
    try {
      const document = await vscode.workspace.openTextDocument(loose);
      await vscode.window.showTextDocument(document);
      await rememberAt(document, 'user');
      await until(() => !misspelt(document), 'the finding is gone');
      equal(await load(inFolder('.chancery', 'exceptions.yaml')), undefined);
      equal(document.getText(), text);
    } finally {
      await remove(loose);
    }
  });

  it('is kept with the folder for a note that is not saved yet', async () => {
    const { document } = await write(NAMED);
    await rememberAt(document, 'workspace');
    match(await load(inFolder('.chancery', 'exceptions.yaml')) ?? '', /Rybkov/);
    await until(() => !misspelt(document), 'the finding is gone');
  });

  it('is kept in the document only where that is asked for', async () => {
    const { document } = await write(NAMED.replace('Rybkov', 'Riabkof'));
    await vscode.commands.executeCommand('chancery.remember', document.uri.toString(), { kind: 'known-name', text: 'Riabkof' }, 'document');
    match(document.getText(), /^---\ndate: 2022-01-12\nhouse-style: neutral\nchancery:\n {2}known-names:\n {4}- Riabkof\n---\n/);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), NAMED.replace('Rybkov', 'Riabkof'));
  });

  it('keeps the comments of a file that is there, and is read again when that file changes', async () => {
    await save(inFolder('.chancery', 'exceptions.yaml'), '# ours\nknown-names:\n  # the photographer\n  - Alexei Ryabov\n');
    await save(inFolder('kept.md'), NAMED);
    const document = await vscode.workspace.openTextDocument(inFolder('kept.md'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('chancery.remember', document.uri.toString(), { kind: 'ignore', check: 'name-misspelling', text: 'Rybkovv' }, 'workspace');
    match(await load(inFolder('.chancery', 'exceptions.yaml')) ?? '', /^# ours\nknown-names:\n {2}# the photographer\n {2}- Alexei Ryabov\n\nignore:\n {2}- \{check: name-misspelling, text: Rybkovv\}\n$/);
  });
});

describe('The records of a workspace', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('.chancery'));
    await remove(inFolder('records.md'));
    await remove(inFolder('below.md'));
    await remove(inFolder('README.md'));
  });

  it('are read, and their problems stand in their own files at line and column; the rest goes on working', async () => {
    const bomb = `a: &a [x, x, x]\n${'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`).join('\n')}\n`;
    const bad = inFolder('.chancery', 'gazetteer', 'bad.yaml');
    await save(bad, 'people:\n  - id: x\n    id: y\n    __proto__: {polluted: true}\n    names: 7\n');
    await save(inFolder('.chancery', 'gazetteer', 'bomb.yaml'), bomb);
    await save(inFolder('.chancery', 'exceptions.yaml'), 'known-names: 7\n');
    await save(inFolder('records.md'), NAMED);
    const document = await vscode.workspace.openTextDocument(inFolder('records.md'));
    await vscode.window.showTextDocument(document);
    find(await findings(document), 'name-misspelling');
    match(await hoverAt(document, 'Rybkov'), /Ryabkov/);
    for (const name of ['gazetteer/bad.yaml', 'gazetteer/bomb.yaml', 'exceptions.yaml']) {
      const uri = inFolder('.chancery', ...name.split('/'));
      const problems = await until(() => vscode.languages.getDiagnostics(uri).length > 0 && vscode.languages.getDiagnostics(uri), `problems in ${name}`);
      ok(problems.every(p => p.source === 'Chancery' && p.message !== ''), name);
    }
    const twice = vscode.languages.getDiagnostics(bad).find(p => p.range.start.line === 2);
    equal(twice?.range.start.character, 4);
    equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('are read from files that the settings list, too, and again when these change', async () => {
    const settings = vscode.workspace.getConfiguration('chancery');
    const listed = inFolder('people.yaml');
    await save(inFolder('records.md'), NAMED);
    await save(listed, 'people: 7\n');
    const document = await vscode.workspace.openTextDocument(inFolder('records.md'));
    await vscode.window.showTextDocument(document);
    try {
      await settings.update('gazetteer.files', ['people.yaml'], vscode.ConfigurationTarget.Global);
      await until(() => vscode.languages.getDiagnostics(listed).length > 0, 'a problem in the listed file');
      await save(listed, 'people: []\n');
      await until(() => vscode.languages.getDiagnostics(listed).length === 0, 'the problem is gone');
    } finally {
      await settings.update('gazetteer.files', undefined, vscode.ConfigurationTarget.Global);
      await remove(listed);
    }
  });

  it('make no note a briefing: a house style of the folder does, but never of a README', async () => {
    await save(inFolder('.chancery', 'exceptions.yaml'), 'known-names: []\n');
    await save(inFolder('.chancery', 'gazetteer', 'own.yaml'), 'schema: chancery-gazetteer/1\nchecked: 2026-11-24\npeople: []\n');
    for (const name of ['below.md', 'README.md']) await save(inFolder(name), 'Nothing of note.\n');
    const document = await vscode.workspace.openTextDocument(inFolder('below.md'));
    const readme = await vscode.workspace.openTextDocument(inFolder('README.md'));
    const api = await chancery();
    await pause(1000);
    equal((await api.check(document))?.standing, 'other');
    await save(inFolder('.chancery', 'style.yaml'), 'profiles: []\n');
    // the folder is noticed by its watcher
    await until(async () => (await api.check(document))?.standing === 'declared', 'the note is a briefing');
    equal((await api.check(readme))?.standing, 'other');
  });

  it('asks where to remember, and does nothing when the question is left', async () => {
    await save(inFolder('records.md'), NAMED.replace('Rybkov', 'Riabkoff'));
    const document = await vscode.workspace.openTextDocument(inFolder('records.md'));
    await vscode.window.showTextDocument(document);
    const asked = vscode.commands.executeCommand('chancery.remember', document.uri.toString(), { kind: 'known-name', text: 'Riabkoff' });
    await pause(500);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await asked;
    equal(await load(inFolder('.chancery', 'exceptions.yaml')), undefined);
    equal(document.getText().includes('known-names'), false);
  });
});
