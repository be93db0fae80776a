import * as vscode from 'vscode';
import { equal, match, ok, pause, until } from './assert';
import { chancery, checkOf, closeAll, findings, FRONT, inFolder, remove, save, shown, write } from './support';

const NAMES = `Secretary General Jens Stoltenberg met Deputy Foreign Minister Sergei Ryabkov. All 29 NATO allies took part on 12 January 2022.

Thousands of Russian troops are near Ukraine. The 100,000 Russian troops near Ukraine remain.
`;

async function openFile(name: string, text: string): Promise<vscode.TextDocument> {
  await save(inFolder(...name.split('/')), text);
  const document = await vscode.workspace.openTextDocument(inFolder(...name.split('/')));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

describe('When Chancery checks', () => {
  beforeEach(chancery);
  afterEach(async () => {
    await closeAll();
    for (const name of ['README.md', 'note.md', 'talks.md', 'plan.brief.md', 'node_modules']) await remove(inFolder(name));
  });

  it('says nothing of ordinary Markdown, a README or a package’s papers, and has no status item for them', async () => {
    const plain = '# Library\n\nInstall it with npm. The 100,000 users of v2 should read the guide.\n';
    for (const [name, text] of [['note.md', plain], ['README.md', NAMES], ['node_modules/a/note.md', NAMES]] as const) {
      const document = await openFile(name, text);
      const api = await chancery();
      equal((await api.check(document))?.standing, 'other', name);
      equal(shown(document).length, 0, name);
      equal(api.status(), undefined, name);
    }
  });

  it('shows warnings alone in a note that it recognises, and everything when asked to', async () => {
    const document = await openFile('talks.md', `${NAMES}\nDeputy Foreign Minister Sergei Rybkov spoke.\n`);
    const recognised = await findings(document);
    equal((await (await chancery()).check(document))?.standing, 'recognised');
    ok(recognised.length > 0 && recognised.every(d => d.severity <= vscode.DiagnosticSeverity.Warning), recognised.map(checkOf).join(', '));
    match((await chancery()).status() ?? '', /^Chancery: \d+ to check · /);
  });

  it('shows everything in a note that says by its name that it is a briefing', async () => {
    const document = await openFile('plan.brief.md', NAMES);
    equal((await (await chancery()).check(document))?.standing, 'declared');
  });

  it('checks any document when told to', async () => {
    const document = await openFile('README.md', NAMES);
    await vscode.commands.executeCommand('chancery.checkDocument');
    await until(() => shown(document).length > 0, 'findings in the README');
  });

  it('follows the setting', async () => {
    const settings = vscode.workspace.getConfiguration('chancery');
    const { document } = await write(FRONT + NAMES);
    ok((await findings(document)).length > 0, 'no finding');
    try {
      await settings.update('check', 'off', vscode.ConfigurationTarget.Global);
      await until(() => shown(document).length === 0, 'no finding when off');
      equal((await chancery()).status(), undefined);
    } finally {
      await settings.update('check', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(() => shown(document).length > 0, 'findings again');
  });

  it('waits to be asked where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('chancery');
    try {
      await settings.update('checkWhen', 'manual', vscode.ConfigurationTarget.Global);
      const { document } = await write(FRONT + NAMES);
      await pause(1500);
      equal(shown(document).length, 0);
      await vscode.commands.executeCommand('chancery.checkDocument');
      ok(shown(document).length > 0, 'no finding');
    } finally {
      await settings.update('checkWhen', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('takes a check out by the setting', async () => {
    const settings = vscode.workspace.getConfiguration('chancery');
    const { document } = await write(FRONT + NAMES);
    ok((await findings(document)).some(d => checkOf(d) === 'member-count'), 'no member-count');
    try {
      await settings.update('rules', { 'member-count': 'off' }, vscode.ConfigurationTarget.Global);
      await until(() => !shown(document).some(d => checkOf(d) === 'member-count'), 'member-count is off');
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('The date of a note', () => {
  const undated = `---\nclassification: UNCLASSIFIED\n---\n\n${NAMES.replace(' on 12 January 2022', '')}`;
  beforeEach(chancery);
  afterEach(closeAll);

  it('is picked without a change to the note', async () => {
    const { document } = await write(undated);
    await findings(document);
    await until(async () => (await chancery()).status()?.endsWith('· no date'), 'no date in the status');
    await vscode.commands.executeCommand('chancery.setDate', { day: '2022-01-12' });
    await until(async () => (await chancery()).status()?.endsWith('· 12 January 2022'), 'the date in the status');
    ok(shown(document).some(d => checkOf(d) === 'member-count'), 'member-count knows no date');
    equal(document.getText(), undated);
    await vscode.commands.executeCommand('chancery.setDate', { day: null });
    await until(async () => (await chancery()).status()?.endsWith('· no date'), 'the date is taken back');
  });

  it('is written into the note on request, and undone in one step', async () => {
    const { document } = await write(undated);
    await findings(document);
    await vscode.commands.executeCommand('chancery.setDate', { day: '2022-01-12', write: true });
    equal(document.getText(), undated.replace('UNCLASSIFIED\n', 'UNCLASSIFIED\ndate: 2022-01-12\n'));
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), undated);
  });
});

describe('The house style', () => {
  beforeEach(chancery);
  afterEach(closeAll);

  it('is written at the top of the document', async () => {
    const { document } = await write(FRONT + NAMES);
    await findings(document);
    await vscode.commands.executeCommand('chancery.setHouseStyle', { style: 'nato', where: 'document' });
    equal(document.getText(), (FRONT + NAMES).replace('house-style: neutral', 'house-style: nato'));
  });

  it('is set for the user', async () => {
    await write(FRONT + NAMES);
    try {
      await vscode.commands.executeCommand('chancery.setHouseStyle', { style: 'eu', where: 'user' });
      equal(vscode.workspace.getConfiguration('chancery').get('houseStyle'), 'eu');
    } finally {
      await vscode.workspace.getConfiguration('chancery').update('houseStyle', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
