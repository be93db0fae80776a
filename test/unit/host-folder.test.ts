import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { findNotes, MOST_NOTES } from '../../src/hosts/vscode/folder/notes';
import { readMessage } from '../../src/hosts/vscode/ledger/messages';
import { ledgerBody, ledgerPage } from '../../src/hosts/vscode/ledger/page';
import { FileType, hooks, put, reset } from '../robust/vscode';
import { read } from '../check';

const going = { isCancellationRequested: false } as vscode.CancellationToken;
const names = async (token = going): Promise<string[]> => (await findNotes(token)).uris.map(uri => uri.path);

describe('Notes of a folder', () => {
  beforeEach(reset);

  it('are its Markdown and text files, without links, hidden folders and node_modules', async () => {
    for (const path of ['/folder/b.md', '/folder/a.txt', '/folder/deep/c.markdown', '/folder/x.png', '/folder/.git/d.md', '/folder/node_modules/e.md']) put(path, '');
    put('/folder/link.md', '', FileType.SymbolicLink | FileType.File);
    assert.deepEqual(await names(), ['/folder/a.txt', '/folder/b.md', '/folder/deep/c.markdown']);
  });

  it('are at most so many, and it is said that there are more', async () => {
    for (let i = 0; i < MOST_NOTES + 200; i++) put(`/folder/${i}.md`, '');
    const { uris, cut } = await findNotes(going);
    assert.deepEqual([uris.length, cut], [MOST_NOTES, true]);
  });

  it('leave out a folder that cannot be read, and stop when told to', async () => {
    put('/folder/a.md', '');
    put('/folder/closed/b.md', '');
    hooks.before = (operation, path) => {
      if (operation === 'list' && path === '/folder/closed') throw new Error('no');
    };
    assert.deepEqual(await names(), ['/folder/a.md']);
    assert.deepEqual(await names({ isCancellationRequested: true } as vscode.CancellationToken), []);
  });
});

describe('The page of figures', () => {
  it('says only what it may', () => {
    assert.deepEqual(readMessage({ type: 'go', key: '3 14', command: 'x' }), { type: 'go', subject: 3, row: 14 });
    assert.deepEqual(readMessage({ type: 'scope', folder: true }), { type: 'scope', folder: true });
    for (const other of [null, 'go', 7, [], {}, { type: 'open' }, { type: 'go', key: '1' }, { type: 'go', key: '1 -1' }, { type: 'go', key: 1 }, { type: 'subject', index: 0.5 }, { type: 'subject', index: NaN },
      { type: 'scope', folder: 1 }, { type: 'png', data: 'data:image/svg+xml;base64,AAAA' }, { type: 'png', data: `data:image/png;base64,iVBORw0KGgo${'A'.repeat(13_000_000)}` }]) assert.equal(readMessage(other), undefined, JSON.stringify(other)?.slice(0, 80));
  });

  it('runs nothing but its own script, and nothing of a note', () => {
    assert.match(ledgerPage('abc'), /default-src 'none'; img-src data:; style-src 'nonce-abc'; script-src 'nonce-abc'/);
    const planted = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    const reading = read('world', 'Varnia’s defence ministry counted about 100,000 Korvian troops near Varnia on 3 December 2021.');
    const entry = { ...reading.subjects[0]!.entries[0]!, text: planted, source: planted };
    const body = ledgerBody(planted, [{ name: planted, rows: [{ subject: planted, entry, uri: 'x', note: planted }, { subject: planted, entry: { ...entry, source: 'b' }, uri: 'x' }] }], 0, true);
    assert.doesNotMatch(body, /<img|<script/);
  });

  it('shows thousands of figures in little time', () => {
    const reading = read('world', 'Varnia’s defence ministry counted about 100,000 Korvian troops near Varnia on 3 December 2021.');
    const entry = reading.subjects[0]!.entries[0]!;
    const rows = Array.from({ length: 2000 }, (_, i) => ({ subject: 'x', entry: { ...entry, day: entry.day! + i }, uri: 'x' }));
    const from = process.cpuUsage();
    const body = ledgerBody('x', [{ name: 'x', rows }], 0, false);
    const { user, system } = process.cpuUsage(from);
    console.log(`      page of 2,000 figures: ${Math.round((user + system) / 1000)} ms, ${Math.round(body.length / 1024)} KB`);
    assert.ok((user + system) / 1000 < 500);
  });
});
