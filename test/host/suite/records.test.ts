import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, closeAll, findings, FRONT, hoverAt, inFolder, load, rangeOf, remove, save, write } from './support';

const OWN = ['.chancery', 'gazetteer', 'own.yaml'] as const;
const HEAD = 'schema: chancery-gazetteer/1\nchecked: 2022-01-10\n\n';

async function selected(text: string, words: string): Promise<vscode.TextEditor> {
  const editor = await write(FRONT + text);
  await findings(editor.document);
  const range = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(range.start, range.end);
  return editor;
}

let files = 0;

/** Writes and saves a layer file in an editor; of a name of its own, since a closed document may stay in memory for a while. */
async function layer(text: string, name: string): Promise<vscode.TextDocument> {
  const uri = inFolder('.chancery', 'gazetteer', `${name}-${files++}.yaml`);
  await save(uri, '');
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await editor.edit(edit => edit.insert(new vscode.Position(0, 0), text));
  await document.save();
  return document;
}

function at(document: vscode.TextDocument, words: string): vscode.Position {
  return rangeOf(document, words).start.translate(0, 2);
}

describe('Records of one’s own', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('.chancery'));
  });

  it('are added from a selected name, and known at once', async () => {
    const { document } = await selected('Estonian Foreign Minister Juhan Vendelsaar spoke.\n', 'Juhan Vendelsaar');
    equal(await hoverAt(document, 'Vendelsaar'), '');
    const record = { kind: 'person', given: 'Juhan', family: 'Vendelsaar', state: 'EE', office: { post: 'ee-foreign-minister' }, from: '2022-01-03', source: 'ERR, 3 January 2022' };
    await vscode.commands.executeCommand('chancery.addToGazetteer', { record });
    match(await load(inFolder(...OWN)) ?? '', /- id: ee-vendelsaar-juhan\n[\s\S]*post: ee-foreign-minister, start_date: 2022-01-03, confidence: medium, sources: \[own-err-2022-01-03\]/);
    await until(async () => (await hoverAt(document, 'Vendelsaar')).includes('Juhan Vendelsaar'), 'the card is there without a restart');
  });

  it('are refused where an answer cannot be right', async () => {
    await selected('Juhan Vendelsaar spoke.\n', 'Juhan Vendelsaar');
    await vscode.commands.executeCommand('chancery.addToGazetteer', { record: { kind: 'person', given: 'Juhan', family: 'Vendelsaar', from: 'soon' } });
    equal(await load(inFolder(...OWN)), undefined);
  });

  it('correct one that ships with Chancery', async () => {
    await selected('Deputy Foreign Minister Sergei Ryabkov spoke.\n', 'Sergei Ryabkov');
    await vscode.commands.executeCommand('chancery.correctRecord');
    match(await load(inFolder(...OWN)) ?? '', /- id: ru-ryabkov-sergei\n {4}checked: \d{4}-\d\d-\d\d\n {4}# Write here only/);
    equal(vscode.window.activeTextEditor?.document.uri.path.split('/').pop(), 'own.yaml');
  });

  it('lie one step from a name in a briefing', async () => {
    const { document } = await selected('Deputy Foreign Minister Sergei Ryabkov spoke.\n', 'Sergei Ryabkov');
    const [location] = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, at(document, 'Ryabkov'));
    ok(location, 'no definition');
    match(location.uri.path, /gazetteer\/countries\/ru\.yaml$/);
    const text = await load(location.uri) ?? '';
    equal(text.split('\n')[location.range.start.line]?.trim(), '- id: ru-ryabkov-sergei');
  });
});

describe('Writing files of records', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('.chancery'));
  });

  it('offers keys, ids and values', async () => {
    const labels = async (record: string, words: string): Promise<string[]> => {
      const document = await layer(`${HEAD}people:\n  - id: zz-one\n    family_name: One\n${record}\n`, 'more');
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, rangeOf(document, words).end);
      await closeAll();
      return list.items.map(i => (typeof i.label === 'string' ? i.label : i.label.label));
    };
    ok((await labels('    gen', '    gen')).includes('gender'), 'no gender');
    ok((await labels('    occupancies:\n      - {post: ru-deputy-foreign}', 'ru-deputy-foreign')).includes('ru-deputy-foreign-minister'), 'no post');
    equal((await labels('    occupancies:\n      - {post: x, status: }', 'status: ')).filter(l => ['held', 'acting', 'designate'].includes(l)).join(), 'held,acting,designate');
  });

  it('explains keys and ids', async () => {
    const document = await layer(`${HEAD}people:\n  - id: zz-one\n    family_name: One\n    distinct_from: [ru-ryabkov-sergei]\n`, 'more');
    match(await hoverAt(document, 'family_name'), /Family name/);
    match(await hoverAt(document, 'ru-ryabkov-sergei'), /Sergei Ryabkov/);
  });

  it('leads from an id to its record and to all who refer to it', async () => {
    await layer(`${HEAD}organizations:\n  - id: zz-body\n    name: Body of Ours\n`, 'bodies');
    const document = await layer(`${HEAD}posts:\n  - id: zz-post\n    label: Head of Ours\n    organization: zz-body\n    titles: {preferred: Head}\n`, 'posts');
    await findings((await write(FRONT)).document);
    const place = at(document, 'zz-body');
    await until(async () => {
      const [definition] = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, place);
      return definition !== undefined && /\/bodies-\d+\.yaml$/.test(definition.uri.path) && definition.range.start.line === 4;
    }, 'the definition is found');
    const references = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, place);
    equal(references.map(r => r.uri.path.split('/').pop()?.split('-')[0]).sort().join(), 'bodies,posts');
  });

  it('renames an id everywhere, but not one that ships with Chancery', async () => {
    const bodies = await layer(`${HEAD}organizations:\n  - id: zz-body\n    name: Body of Ours\n`, 'bodies');
    const document = await layer(`${HEAD}posts:\n  - id: zz-post\n    label: Head of Ours\n    organization: zz-body\n    titles: {preferred: Head}\npeople:\n  - id: zz-one\n    family_name: One\n    distinct_from: [ru-ryabkov-sergei]\n`, 'posts');
    const rename = (words: string, name: string) => vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at(document, words), name);
    // files of the test before are forgotten a moment after they are gone
    await until(async () => {
      const edit = await rename('zz-body', 'zz-house');
      return edit.size === 2 && edit.has(document.uri) && edit.has(bodies.uri);
    }, 'both files are edited');
    ok(await vscode.workspace.applyEdit(await rename('zz-body', 'zz-house')), 'not applied');
    match(document.getText(), /organization: zz-house/);
    match(bodies.getText(), /id: zz-house/);
    const refused = await rename('ru-ryabkov-sergei', 'ru-other').then(() => '', problem => String(problem));
    match(refused, /ships with Chancery/);
  });

  it('shows problems while they are written, at their place', async () => {
    const document = await layer(`${HEAD}people:\n  - id: zz-one\n    family_name: One\n`, 'more');
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit(edit => edit.insert(document.lineAt(document.lineCount - 1).range.end, '    birth_date: last May\n'));
    const problems = () => vscode.languages.getDiagnostics(document.uri).filter(d => d.source === 'Chancery');
    await until(() => problems().some(d => d.range.start.line === 6 && /is no date/.test(d.message)), 'the problem is shown without saving');
    await editor.edit(edit => edit.delete(document.lineAt(6).rangeIncludingLineBreak));
    await until(() => problems().length === 0, 'it goes again');
  });
});

describe('The gazetteer as a whole', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    await remove(inFolder('.chancery'));
    for (const name of ['out.json', 'in.csv', 'bad.csv']) await remove(inFolder(name));
  });

  it('goes out as Popolo JSON with the records of the workspace', async () => {
    await layer(`${HEAD}people:\n  - id: zz-one\n    family_name: Onesson\n`, 'more');
    await vscode.commands.executeCommand('chancery.exportGazetteer', { format: 'popolo', file: inFolder('out.json') });
    const popolo = JSON.parse(await load(inFolder('out.json')) ?? '') as { persons: { id: string }[]; organizations: unknown[]; posts: unknown[]; memberships: unknown[] };
    ok(popolo.persons.some(p => p.id === 'zz-one') && popolo.persons.some(p => p.id === 'ru-ryabkov-sergei'), 'people of both');
    ok(popolo.organizations.length > 100 && popolo.posts.length > 100 && popolo.memberships.length > 1000, 'bodies, posts and memberships');
  });

  it('takes people in from a table, and refuses one that is none', async () => {
    await save(inFolder('in.csv'), 'name,family_name,given_name,nationality,post_id,start_date,end_date\nJuhan Vendelsaar,Vendelsaar,Juhan,EE,ee-foreign-minister,1931-01-03,1932-07-01\n');
    await vscode.commands.executeCommand('chancery.importGazetteer', { format: 'csv', file: inFolder('in.csv'), confirmed: true });
    match(await load(inFolder('.chancery', 'gazetteer', 'imported.yaml')) ?? '', /family_name: Vendelsaar[\s\S]*post: ee-foreign-minister/);
    const before = await load(inFolder('.chancery', 'gazetteer', 'imported.yaml'));
    await save(inFolder('bad.csv'), '"never closed');
    await vscode.commands.executeCommand('chancery.importGazetteer', { format: 'csv', file: inFolder('bad.csv'), confirmed: true });
    equal(await load(inFolder('.chancery', 'gazetteer', 'imported.yaml')), before);
  });

  it('gives somebody in office on the day of the note', async () => {
    const { document } = await selected('The guest was X.\n', 'X');
    await vscode.commands.executeCommand('chancery.insertOfficial', 'us-blinken-antony');
    match(document.getText(), /The guest was US Secretary of State Antony Blinken\./);
  });

  it('opens the writer’s own file, made where there is none', async () => {
    await vscode.commands.executeCommand('chancery.validateGazetteer');
    await vscode.commands.executeCommand('chancery.openOwnRecords', 'workspace');
    equal(vscode.window.activeTextEditor?.document.uri.path, inFolder(...OWN).path);
    match(vscode.window.activeTextEditor?.document.getText() ?? '', /^schema: chancery-gazetteer\/1\n/);
  });
});
