import * as vscode from 'vscode';
import { equal, match, ok, until } from './assert';
import { chancery, checkOf, closeAll, find, findings, FRONT, hoverAt, rangeOf, shown, write } from './support';

const TEXT = `${FRONT}Deputy Foreign Minister Sergei Rybkov leads the Russian side. All 29 NATO allies will meet him.

Secretary General Jens Stoltenberg is in the chair. Thousands of Russian troops are massed along the border with Ukraine.
The 100,000 Russian troops near Ukraine include units from the Far East.
`;

describe('A briefing in the editor', () => {
  afterEach(closeAll);

  it('is checked a moment after it is opened', async () => {
    await chancery();
    const { document } = await write(TEXT);
    const found = await until(() => shown(document).length > 0 && shown(document), 'findings of the briefing');
    find(found, 'name-misspelling');
  });

  it('shows findings with severity, source, place and a page that opens offline', async () => {
    const { document } = await write(TEXT);
    const finding = find(await findings(document), 'name-misspelling');
    equal(finding.severity, vscode.DiagnosticSeverity.Warning);
    equal(document.getText(finding.range), 'Rybkov');
    match(finding.message, /‘Rybkov’.*Ryabkov/);
    const { target } = finding.code as { target: vscode.Uri };
    // a document opens where commands are not allowed: in the box of a finding, and in its card
    equal(target.scheme, 'chancery-page');
    equal(target.path, '/name-misspelling.md');
  });

  it('points to the other place of a contradiction', async () => {
    const { document } = await write(TEXT);
    const finding = find(await findings(document), 'figure-vague');
    equal(finding.severity, vscode.DiagnosticSeverity.Information);
    ok((finding.relatedInformation?.length ?? 0) > 0, 'no related place');
    equal(finding.relatedInformation![0]!.location.uri.toString(), document.uri.toString());
  });

  it('keeps places right in CRLF, after emoji and combining marks', async () => {
    const { document } = await write(`${TEXT.replace('Deputy', '😀 e\u0301 Deputy').replace(/\n/g, '\r\n')}`);
    equal(document.getText(find(await findings(document), 'name-misspelling').range), 'Rybkov');
  });

  it('checks plain text and drops the findings of a closed document', async () => {
    const { document } = await write(TEXT, 'plaintext');
    find(await findings(document), 'name-misspelling');
    await closeAll();
    await until(() => shown(document).length === 0, 'the findings are gone');
  });

  it('has a card for an official, on the name only', async () => {
    const { document } = await write(TEXT);
    const card = await hoverAt(document, 'Stoltenberg');
    match(card, /\*\*Jens Stoltenberg\*\*/);
    match(card, /<span style="color:#ffffff;background-color:#[0-9a-f]{6};border-radius:3px;">/);
    match(card, /NATO.*12 January 2022/);
    match(card, /\| Write&nbsp;as&nbsp;&nbsp;&nbsp; \| .*Stoltenberg/);
    match(card, /\[\$\(go-to-file\) Record\]\(command:chancery\.openRecord\?/);
    equal(await hoverAt(document, ' is in the chair'), '');
  });

  it('has a probable card for a misspelt name, and cards for bodies and figures', async () => {
    const { document } = await write(TEXT);
    match(await hoverAt(document, 'Rybkov'), /\*\*Probably Sergei Ryabkov\*\*/);
    match(await hoverAt(document, 'NATO'), /North Atlantic Treaty Organi/);
    match(await hoverAt(document, '100,000'), /Read as [\d,]+ to [\d,]+ personnel/);
  });

  it('has a card for a resolution, and the arithmetic of a percentage', async () => {
    const { document } = await write(`${FRONT}The appeal has received 96 of 240 million dollars, or 48 per cent. The ceasefire rests on UNSCR 1701.\n`);
    match(await hoverAt(document, 'UNSCR 1701'), /Security Council resolution 1701[\s\S]*11 August 2006[\s\S]*15 for/);
    match(await hoverAt(document, '48 per cent'), /is 40 per cent/);
  });

  it('shows a short card, or none, by one setting', async () => {
    const { document } = await write(TEXT);
    const settings = vscode.workspace.getConfiguration('chancery');
    const full = await hoverAt(document, 'Stoltenberg');
    try {
      await settings.update('hover.detail', 'short', vscode.ConfigurationTarget.Global);
      await until(async () => (await hoverAt(document, 'Stoltenberg')).length < full.length, 'a shorter card');
      await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
      await until(async () => (await hoverAt(document, 'Stoltenberg')) === '', 'no card');
    } finally {
      await settings.update('hover.detail', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('opens the record at its line', async () => {
    const { document } = await write(TEXT);
    const args = /command:chancery\.openRecord\?([^)]*)\)/.exec(await hoverAt(document, 'Stoltenberg'))![1]!;
    await vscode.commands.executeCommand('chancery.openRecord', ...JSON.parse(decodeURIComponent(args)) as unknown[]);
    const editor = await until(() => vscode.window.activeTextEditor?.document.uri.path.endsWith('.yaml') && vscode.window.activeTextEditor, 'the record');
    const { line } = editor.selection.active;
    match(editor.document.getText(new vscode.Range(line, 0, line + 4, 0)), /stoltenberg/i);
  });

  it('opens the page of a check', async () => {
    await vscode.commands.executeCommand('chancery.openCheck', 'name-misspelling');
    await until(() => vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('name-misspelling'), 'the page');
  });

  it('goes to the next finding, and round again', async () => {
    const editor = await write(TEXT);
    const places = [...await findings(editor.document)].map(d => editor.document.offsetAt(d.range.start)).sort((a, b) => a - b);
    const distinct = [...new Set(places)];
    const visited: number[] = [];
    for (let i = 0; i <= distinct.length; i++) {
      await vscode.commands.executeCommand('chancery.nextFinding');
      visited.push(editor.document.offsetAt(editor.selection.active));
    }
    equal(visited, [...distinct, distinct[0]!]);
  });

  it('opens the sample as an unsaved copy with findings and fixes', async () => {
    await vscode.commands.executeCommand('chancery.openSample');
    const document = vscode.window.activeTextEditor!.document;
    ok(document.isUntitled, 'the sample is a file');
    const found = await findings(document);
    ok(found.length >= 3, `${found.length} findings`);
    equal(document.getText(find(found, 'name-misspelling').range), 'Rybkov');
    ok(found.every(d => checkOf(d) !== ''), 'a finding without its check');
  });

  it('leads through the sample', async () => {
    await vscode.commands.executeCommand('chancery.walkthrough.fix');
    const editor = vscode.window.activeTextEditor!;
    const finding = find(shown(editor.document), 'name-misspelling');
    ok(finding.range.contains(editor.selection.active), 'the cursor is not on the misspelt name');
    await vscode.commands.executeCommand('chancery.walkthrough.hover');
    match(await hoverAt(editor.document, editor.document.getText(editor.document.getWordRangeAtPosition(editor.selection.active))), /&nbsp;/);
  });

  it('holds nothing against the word being typed until the cursor leaves it', async () => {
    const editor = await write(TEXT);
    const { document } = editor;
    find(await findings(document), 'name-misspelling');
    const place = rangeOf(document, 'Rybkov');
    editor.selection = new vscode.Selection(place.end, place.end);
    await vscode.commands.executeCommand('type', { text: 'a' });
    await vscode.commands.executeCommand('deleteLeft');
    const held = (): boolean => !shown(document).some(d => checkOf(d) === 'name-misspelling');
    await until(held, 'the finding is held back');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until(() => !held(), 'the finding is shown again');
  });
});
