import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, closeAll, findings, FRONT, rangeOf, type Row, write } from './support';

const TEXT = `${FRONT}Russian Deputy Foreign Minister Alexander Grushko met NATO Secretary General Jens Stoltenberg. Grushko spoke first.

About 100,000 Russian troops are near Ukraine. The 130,000 Russian troops near Ukraine stay.

Talks go on in Vienna on 13 January 2022.
`;

async function rows(view: string): Promise<readonly Row[]> {
  return (await chancery()).rows(view);
}

const flat = (list: readonly Row[]): string[] => list.flatMap(row => [`${row.label} | ${row.description ?? ''}`, ...flat(row.rows)]);

describe('The side bar', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('lists who is in the note, with office and mentions', async () => {
    const { document } = await write(TEXT);
    await findings(document);
    const cast = flat(await rows('cast'));
    ok(cast.includes('Alexander Grushko | 2 · Deputy Foreign Minister'), cast.join('; '));
    ok(cast.includes('Jens Stoltenberg | 1 · Secretary General'), cast.join('; '));
  });

  it('lists the figures, and those that do not fit', async () => {
    const { document } = await write(TEXT);
    await findings(document);
    const [subject] = await rows('figures');
    equal([subject?.label, subject?.description], ['Russian personnel near Ukraine', '100,000 – 130,000 · no source']);
    match(subject!.said, /figures that do not fit$/);
  });

  it('lists the days in their order, and follows what is written', async () => {
    const editor = await write(TEXT);
    await findings(editor.document);
    equal((await rows('timeline')).map(r => r.label), ['12 January 2022', '13 January 2022']);
    await editor.edit(edit => edit.insert(editor.document.positionAt(editor.document.getText().length), '\nThey had met on 3 December 2021.\n'));
    await findings(editor.document);
    equal((await rows('timeline')).map(r => r.label), ['3 December 2021', '12 January 2022', '13 January 2022']);
  });

  it('is empty for what is no briefing, and after the note is closed', async () => {
    const { document } = await write(TEXT);
    await findings(document);
    ok((await rows('cast')).length > 0, 'nothing is listed');
    await write('Some words of no importance.\n');
    await until(async () => (await rows('cast')).length === 0, 'the empty list');
  });

  it('goes from place to place', async () => {
    const editor = await write(TEXT);
    await findings(editor.document);
    const text = editor.document.getText();
    const places = [text.indexOf('Alexander Grushko'), text.indexOf('Grushko spoke')].map(start => ({ start, end: start + 7 }));
    const cursor = (): number => editor.document.offsetAt(vscode.window.activeTextEditor!.selection.start);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    for (const expected of [0, 1, 0]) {
      await vscode.commands.executeCommand('chancery.goToNext', editor.document.uri.toString(), places);
      equal(cursor(), places[expected]!.start);
    }
  });

  it('puts a person in: the short form where the text has named them', async () => {
    const editor = await write(TEXT);
    await findings(editor.document);
    const person = { record: 'ru-grushko-alexander', kind: 'person' };
    const end = editor.document.positionAt(editor.document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('chancery.insertPerson', person);
    match(editor.document.getText(), /2022\.\nGrushko$/);
    const top = editor.document.positionAt(FRONT.length);
    editor.selection = new vscode.Selection(top, top);
    await vscode.commands.executeCommand('chancery.insertPerson', person);
    match(editor.document.getText().slice(FRONT.length), /^Russian Deputy Foreign Minister Alexander GrushkoRussian/);
  });
});

describe('The check sheet', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  const sheet = async (): Promise<string[]> => (await rows('sheet')).map(r => r.said.split('. ')[0]!);

  it('says of each word whether it is confirmed, contradicted or open', async () => {
    const { document } = await write(`${FRONT}Russian Deputy Foreign Minister Alexander Grushko spoke on Tuesday, 12 January 2022. Mr Ordan Kestrin left.\n`);
    await findings(document);
    equal(await sheet(), [
      'Russian Deputy Foreign Minister: confirmed', 'Alexander Grushko: confirmed', 'Tuesday, 12 January 2022: contradicted', 'Ordan Kestrin: cannot say',
    ]);
  });

  it('takes dots by hand, which go with the sentence and are gone when its words change', async () => {
    const editor = await write(`${FRONT}Mr Ordan Kestrin left.\n`);
    const { document } = editor;
    await findings(document);
    const at = document.positionAt(document.getText().indexOf('Kestrin') + 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('chancery.dot');
    equal(await sheet(), ['Ordan Kestrin: verified by hand']);
    await editor.edit(edit => edit.insert(document.positionAt(FRONT.length), 'A line above.\n\n'));
    await findings(document);
    equal(await sheet(), ['Ordan Kestrin: verified by hand']);
    await editor.edit(edit => edit.replace(rangeOf(document, 'left'), 'stayed'));
    await findings(document);
    equal(await sheet(), ['Ordan Kestrin: cannot say']);
    await vscode.commands.executeCommand('chancery.hideDots');
  });
});
