import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, closeAll, findings, inFolder, remove, save } from './support';

const note = (date: string, text: string): string => `---\ndate: ${date}\nhouse-style: neutral\n---\n\n${text}\n`;
const FIRST = 'Ukraine’s defence minister put the number of Russian troops near Ukraine at about 94,000 on 3 December 2021.';
const result = { briefings: 0, findings: 0, contradictions: 0, drifts: 0, unread: 0, cancelled: false };

async function diagnostics(name: string): Promise<vscode.Diagnostic[]> {
  return until(() => {
    const found = vscode.languages.getDiagnostics(inFolder('notes', name)).filter(d => d.source === 'Chancery');
    return found.length > 0 && found;
  }, `problems of ${name}`);
}

describe('All briefings of a folder', () => {
  before(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('notes'));
  });

  it('are checked without being opened, and compared with each other', async () => {
    await save(inFolder('notes', 'a.md'), note('2021-12-04', FIRST));
    await save(inFolder('notes', 'deep', 'b.md'), note('2022-01-12', 'The 94,000 Russian troops near Ukraine stay. Russian Deputy Foreign Minister Sergei Rybkov spoke.'));
    await save(inFolder('notes', 'other.md'), 'Nothing of importance.\n');
    await save(inFolder('notes', 'broken.md'), 'x');
    await vscode.workspace.fs.writeFile(inFolder('notes', 'broken.md'), new Uint8Array([0xff, 0xfe, 0, 1]));
    const checked = await vscode.commands.executeCommand<typeof result>('chancery.checkAll');
    equal([checked.briefings, checked.drifts, checked.contradictions, checked.unread, checked.cancelled], [2, 1, 0, 1, false]);
    const found = await diagnostics('deep/b.md');
    ok(found.some(d => d.message.includes('Rybkov')), found.map(d => d.message).join('; '));
    const drift = found.find(d => d.code === 'figure-drift');
    match(drift?.message ?? '', /has lost its hedge, its source and its date/);
    equal(drift?.relatedInformation?.[0]?.location.uri.path.split('/').at(-1), 'a.md');
    const document = await vscode.workspace.openTextDocument(inFolder('notes', 'deep', 'b.md'));
    await vscode.window.showTextDocument(document);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, drift!.range);
    ok(actions.some(a => a.title.startsWith('Change to ‘About 94,000 Russian troops')), actions.map(a => a.title).join('; '));
  });

  it('are read again where a file or an editor changed', async () => {
    await save(inFolder('notes', 'a.md'), note('2022-01-12', 'NATO has 30 allies.'));
    equal((await vscode.commands.executeCommand<typeof result>('chancery.checkAll')).findings, 0);
    await save(inFolder('notes', 'a.md'), note('2022-01-12', 'NATO has 29 allies. They said so.'));
    equal((await vscode.commands.executeCommand<typeof result>('chancery.checkAll')).findings, 1);
    const document = await vscode.workspace.openTextDocument(inFolder('notes', 'a.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.replace(new vscode.Range(5, 9, 5, 11), '30'));
    await findings(document);
    equal((await vscode.commands.executeCommand<typeof result>('chancery.checkAll')).findings, 0);
  });

  it('are followed: references, another spelling with a preview, and symbols, across the folder', async () => {
    await save(inFolder('notes', 'ryabkov.md'), note('2022-01-12', 'Russian Deputy Foreign Minister Sergei Ryabkov spoke. Ryabkov left.'));
    await save(inFolder('notes', 'second.md'), note('2022-01-13', 'Russian Deputy Foreign Minister Sergei Ryabkov came.'));
    const document = await vscode.workspace.openTextDocument(inFolder('notes', 'ryabkov.md'));
    await vscode.window.showTextDocument(document);
    await findings(document);
    const at = document.positionAt(document.getText().indexOf('Sergei') + 2);
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
    equal(places.map(l => `${l.uri.path.split('/').at(-1)} ${l.range.start.line}:${l.range.start.character}`), ['ryabkov.md 5:32', 'ryabkov.md 5:54', 'second.md 5:32']);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'Sergey Ryabkov');
    equal(edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), ...edits.map(e => e.newText)]), [['ryabkov.md', 'Sergey Ryabkov'], ['second.md', 'Sergey Ryabkov']]);
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'ryab');
    equal(symbols.filter(s => s.name.includes('Ryabkov')).map(s => s.containerName), ['ryabkov.md', 'second.md']);
  });

  it('lead from their sources to where these stand', async () => {
    await save(inFolder('notes', 'sources.md'), note('2022-01-12', 'Text.\n\n## Sources\n\n- TASS, First meeting of Russia-NATO Council in over two-and-a-half years begins, 12 January 2022 [B1]'));
    const document = await vscode.workspace.openTextDocument(inFolder('notes', 'sources.md'));
    await vscode.window.showTextDocument(document);
    await findings(document);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    equal(links.map(l => l.target?.scheme), ['https']);
  });

  it('are offered as a task', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'chancery' });
    equal(tasks.map(t => t.name), ['check all briefings']);
  });
});
