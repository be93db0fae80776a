import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type * as vscode from 'vscode';
import { readLayers } from '../../src/hosts/vscode/layers';
import type { Engines } from '../../src/hosts/vscode/engines';
import { RecordEditor } from '../../src/hosts/vscode/record-editing';
import { RecordFiles } from '../../src/hosts/vscode/record-files';
import { Remember } from '../../src/hosts/vscode/remember';
import { choose, disk, FileType, get, hooks, Position, put, reset, told, Uri } from './vscode';

const FILE = '/folder/.chancery/exceptions.yaml';
const document = { uri: Uri.file('/folder/note.md') } as unknown as vscode.TextDocument;

function remember(): Remember {
  return new Remember(new RecordFiles({ reload() {} }), Uri.file('/user') as unknown as vscode.Uri);
}

async function add(name: string, keeper = remember()): Promise<void> {
  await keeper.add(document, { kind: 'known-name', text: name }, 'workspace');
}

/** All files but the one that is changed: nothing may be left lying beside it. */
function besides(): string[] {
  return [...disk.keys()].filter(path => path !== FILE);
}

describe('a file that is changed for the writer', () => {
  beforeEach(() => {
    reset();
    put('/folder/note.md', 'A note.\n');
  });

  it('takes all of five changes that are made at once', async () => {
    const keeper = remember();
    await Promise.all(['Anna', 'Berta', 'Clara', 'Dora', 'Emma'].map(name => add(name, keeper)));
    for (const name of ['Anna', 'Berta', 'Clara', 'Dora', 'Emma']) assert.match(get(FILE)!, new RegExp(`^ {2}- ${name}$`, 'm'));
    assert.equal(told.length, 5);
  });

  it('takes the changes of two windows that write in turn', async () => {
    const [one, other] = [remember(), remember()];
    let between = 0;
    hooks.before = async (operation, path) => {
      // the other window writes after the first has read
      if (operation === 'stat' && path === FILE && ++between === 2) await add('Berta', other);
    };
    await add('Anna', one);
    assert.match(get(FILE)!, /- Anna\n {2}- Berta\n/);
  });

  it('gives up with a message where something else keeps writing it', async () => {
    put(FILE, 'known-names: []\n');
    let n = 0;
    hooks.before = operation => {
      if (operation === 'stat') put(FILE, `known-names: [A${n++}]\n`);
    };
    await add('Anna');
    assert.match(told.join(), /could not be written: Something else keeps writing it/);
  });

  it('is left alone where it is not in UTF-8', async () => {
    for (const bytes of [Buffer.from('keep:\n  - M\xfcller\n', 'latin1'), Buffer.from('\ufeffkeep: [A]\n', 'utf16le'), Buffer.from([0x6b, 0, 1])]) {
      told.length = 0;
      put(FILE, new Uint8Array(bytes));
      await add('Anna');
      assert.deepEqual(disk.get(FILE)!.bytes, new Uint8Array(bytes));
      assert.match(told.join(), /could not be written: This (?:file is|is not)/);
    }
  });

  it('keeps its byte-order mark, and Undo puts back the old bytes', async () => {
    const before = new TextEncoder().encode('\ufeffknown-names:\r\n  - Müller # ours\r\n');
    put(FILE, before);
    await add('Anna');
    assert.equal(get(FILE), '\ufeffknown-names:\r\n  - Anna\r\n  - Müller # ours\r\n');
    await choose('Undo');
    assert.deepEqual(disk.get(FILE)!.bytes, before);
  });

  it('is gone again after Undo where there was none, and stays where it has changed since', async () => {
    await add('Anna');
    await choose('Undo');
    assert.equal(get(FILE), undefined);
    await add('Anna');
    put(FILE, 'known-names: [Else]\n');
    await choose('Undo');
    assert.equal(get(FILE), 'known-names: [Else]\n');
    assert.match(told.at(-1)!, /has changed since: nothing was taken back/);
  });

  for (const [fault, operation] of [['is full', 'write'], ['is read-only', 'copy'], ['fails at the last step', 'rename']] as const) {
    it(`stands as it was where the disk ${fault}`, async () => {
      const before = `known-names:\n${Array.from({ length: 3000 }, (_, i) => `  - Name ${String(i).padStart(4, '0')}\n`).join('')}`;
      put(FILE, before);
      hooks.before = now => {
        if (now === operation) throw new Error('ENOSPC: no space left on device');
      };
      await add('Anna');
      assert.equal(get(FILE), before);
      assert.deepEqual(besides(), ['/folder/note.md']);
      assert.match(told.join(), /exceptions\.yaml could not be written: ENOSPC/);
    });
  }

  it('is not written through a link, or over a device', async () => {
    for (const type of [FileType.File | FileType.SymbolicLink, FileType.Unknown]) {
      told.length = 0;
      put(FILE, 'known-names: []\n', type);
      await add('Anna');
      assert.equal(get(FILE), 'known-names: []\n');
      assert.match(told.join(), /could not be written: This is/);
    }
  });
});

describe('the files of a .chancery folder', () => {
  beforeEach(reset);
  const read = () => readLayers({
    user: Uri.file('/user') as unknown as vscode.Uri, listed: [], folder: Uri.file('/folder') as unknown as vscode.Uri,
    workspace: Uri.file('/folder/.chancery') as unknown as vscode.Uri, unsaved: false,
  });

  it('are regular ones of it: links, devices, folders and what is too large or no text are told, and the rest is read', async () => {
    const opened: string[] = [];
    hooks.before = (operation, path) => {
      if (operation === 'read') opened.push(path);
    };
    put('/folder/.chancery/gazetteer/good.yaml', 'people: []\n');
    put('/folder/.chancery/gazetteer/deep/er/too.yml', 'people: []\n');
    put('/folder/.chancery/gazetteer/out.yaml', 'SECRET: x\n', FileType.File | FileType.SymbolicLink);
    put('/folder/.chancery/gazetteer/round', '', FileType.Directory | FileType.SymbolicLink);
    put('/folder/.chancery/gazetteer/pipe.yaml', '', FileType.Unknown);
    put('/folder/.chancery/gazetteer/big.yaml', new Uint8Array(5_000_001));
    put('/folder/.chancery/gazetteer/latin.yaml', new Uint8Array([0x61, 0xfc]));
    put('/folder/.chancery/style.yaml', '', FileType.Unknown);
    put('/folder/.chancery/exceptions.yaml', '', FileType.Unknown | FileType.SymbolicLink);
    const { layers, exceptions, notes } = await read();
    assert.deepEqual(layers.map(l => l.path), ['.chancery/gazetteer/deep/er/too.yml', '.chancery/gazetteer/good.yaml']);
    assert.deepEqual(exceptions, []);
    for (const name of ['out', 'round', 'pipe', 'big', 'latin', 'style', 'exceptions']) assert.ok(notes.some(n => n.includes(name)), `${name}: ${notes.join('\n')}`);
    assert.deepEqual(opened.filter(p => !/good|too|latin/.test(p)), []);
  });

  it('may go while they are read: that is told, and the rest is read', async () => {
    put('/folder/.chancery/gazetteer/a.yaml', 'people: []\n');
    put('/folder/.chancery/gazetteer/b.yaml', 'people: []\n');
    hooks.before = (operation, path) => {
      if (operation === 'read' && path.endsWith('a.yaml')) disk.delete(path);
    };
    const { layers, notes } = await read();
    assert.deepEqual(layers.map(l => l.path), ['.chancery/gazetteer/b.yaml']);
    assert.match(notes.join(), /a\.yaml: There is no/);
  });

  it('are many at most, and what is not read is counted', async () => {
    for (let i = 0; i < 600; i++) put(`/folder/.chancery/gazetteer/f${String(i).padStart(3, '0')}.yaml`, 'people: []\n');
    for (let i = 0; i < 100; i++) put(`/folder/.chancery/gazetteer/x${i}.yaml`, '', FileType.SymbolicLink);
    const { layers, notes } = await read();
    assert.equal(layers.length, 500);
    assert.equal(notes.length, 51);
    assert.equal(notes.at(-1), 'And 51 more.');
  });
});

describe('what is told of an id in a file of records', () => {
  it('is told whole, with nothing of it markup', async () => {
    const lines = ['Office: Foreign Minister of Korvia', 'Held from 2004 [link](command:x)', 'Source: <img src=x> $(icon)'];
    const engines = { isRecordFile: () => true, for: async () => ({ chancery: { records: { aboutAt: () => ({ title: 'Viktor Orlend', lines, span: { start: 0, end: 3 } }) } } }) };
    const editor = new RecordEditor(engines as unknown as Engines);
    const hover = await editor.provideHover({ uri: Uri.file('/folder/.chancery/gazetteer/a.yaml'), getText: () => 'abc', offsetAt: () => 1, positionAt: (at: number) => new Position(0, at) } as unknown as vscode.TextDocument, new Position(0, 1) as unknown as vscode.Position);
    const { value } = hover!.contents as unknown as vscode.MarkdownString;
    assert.equal(value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))), `**Viktor Orlend**  \n${lines.join('  \n')}`);
    assert.doesNotMatch(value, /[[\]<>$]/);
  });
});
