import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { describe, it } from 'mocha';
import { LineIndex } from '../../src/chancery';
import { jsonReport } from '../../src/hosts/cli/json';
import { engine, root, unmark } from '../check';
import { builtRecords } from '../records';
import * as stub from './vscode';
import { examplesOf, pagesOf } from '../unit/examples';

/** The sample, and the first example on the page of each check. */
function samples(): readonly string[] {
  const examples = [...pagesOf(root).values()].flatMap(page => examplesOf(page, 'Reported').slice(0, 1)).map(example => unmark(example).text);
  return [readFileSync(path.join(root, 'media/sample/briefing.md'), 'utf8'), ...examples.map(text => (text.startsWith('---\n') ? text : `---\ndate: 2022-01-12\n---\n\n${text}\n`))];
}

/** The records as a world of its own holds them. */
function bytesIn(world: vm.Context): Uint8Array {
  const bytes = builtRecords('shipped');
  const inside = vm.runInContext(`new Uint8Array(${bytes.length})`, world) as Uint8Array;
  inside.set(bytes);
  return inside;
}

/** Findings of each text by the engine as it is bundled for the editor, in a world of its own that has neither Node nor a browser. */
function inBareWorld(texts: readonly string[]): readonly string[] {
  const bundle = buildSync({
    absWorkingDir: root, entryPoints: ['src/chancery.ts'], bundle: true, write: false, platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', format: 'iife', globalName: 'engine',
  });
  const world = vm.createContext({});
  vm.runInContext(bundle.outputFiles[0]!.text, world);
  world['bytes'] = bytesIn(world);
  vm.runInContext('const chancery = engine.createChancery({ gazetteer: bytes });', world);
  return texts.map(text => {
    world['text'] = text;
    return vm.runInContext('JSON.stringify(chancery.open({ language: "markdown", always: true }).update(text).findings)', world) as string;
  });
}

/** What the editor is shown of each text by the extension as it ships, in a world that has what a web worker has. */
async function byExtension(texts: readonly string[]): Promise<readonly string[]> {
  const shown = new Map<string, unknown>();
  const nothing: unknown = new Proxy(function () {}, { get: (_, key) => (key === 'prototype' ? {} : key === 'then' ? undefined : nothing), set: () => true, apply: () => nothing });
  class EventEmitter {
    private readonly listeners: ((value: unknown) => void)[] = [];
    readonly event = (listener: (value: unknown) => void): { dispose(): void } => {
      this.listeners.push(listener);
      return { dispose() {} };
    };
    fire(value: unknown): void {
      for (const listener of this.listeners) listener(value);
    }
    dispose(): void {}
  }
  const also = (known: object): object => new Proxy(known, { get: (target, key) => Reflect.get(target, key) as unknown ?? nothing });
  const bundle = readFileSync(path.join(root, 'dist', 'extension.js'), 'utf8');
  // the bundle copies what the module lists: all that it names is listed
  const named = Object.fromEntries([...bundle.matchAll(/\bvscode\d*\.([A-Za-z]+)/g)].map(match => [match[1]!, nothing]));
  const editor = {
    ...named, ...stub, EventEmitter,
    Diagnostic: class { constructor(readonly range: unknown, readonly message: string, readonly severity: number) {} },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    Disposable: { from: () => ({ dispose() {} }) },
    languages: also({ createDiagnosticCollection: () => ({ set: (uri: stub.Uri, list: unknown) => shown.set(uri.toString(), list), delete() {}, clear() {}, dispose() {} }) }),
    workspace: also({ ...stub.workspace, workspaceFolders: undefined, getWorkspaceFolder: () => undefined, getConfiguration: () => ({ get: (key: string) => (key === 'check' ? 'all' : undefined) }) }),
    window: also({ activeTextEditor: undefined, visibleTextEditors: [] }),
  };
  stub.reset();
  const module = { exports: {} as { activate(context: unknown): { check(document: unknown): Promise<unknown> } } };
  const world = vm.createContext({ TextDecoder, TextEncoder, setTimeout, clearTimeout, module, exports: module.exports, require: (name: string) => (assert.equal(name, 'vscode'), editor) });
  vm.runInContext(bundle, world);
  stub.put('/ext/dist/gazetteer.bin', bytesIn(world));
  const memory = { get: (_: string, other?: unknown) => other, update: async () => {}, keys: () => [], setKeysForSync() {} };
  const api = module.exports.activate({ extensionUri: stub.Uri.file('/ext'), globalStorageUri: stub.Uri.file('/user'), subscriptions: [], globalState: memory, workspaceState: memory, extension: also({}) });
  const results: string[] = [];
  for (const [i, text] of texts.entries()) {
    const uri = stub.Uri.file(`/notes/note${i}.md`);
    const lines = new LineIndex(text);
    const at = (offset: number): stub.Position => (({ line, character }) => new stub.Position(line, character))(lines.positionAt(offset));
    await api.check({ uri, fileName: uri.path, languageId: 'markdown', isClosed: false, isUntitled: false, getText: () => text, positionAt: at, offsetAt: () => 0 });
    const list = (shown.get(uri.toString()) ?? []) as { code: { value: string }; severity: number; message: string; range: unknown }[];
    results.push(JSON.stringify(list.map(({ code, severity, message, range }) => ({ check: code.value, severity, message, range }))));
  }
  return results;
}

describe('the same everywhere', function () {
  this.timeout(120_000);
  const texts = samples();
  const here = texts.map(text => engine('shipped').open({ language: 'markdown', always: true }).update(text)!.findings);

  it('findings do not depend on Node, a browser or a clock', () => {
    assert.ok(texts.length > 50 && here.flat().length > 50);
    assert.deepEqual(inBareWorld(texts), here.map(findings => JSON.stringify(findings)));
  });

  it('the extension shows the findings of the engine, to the byte', async () => {
    const severities = ['error', 'warning', 'information', 'hint'];
    const wanted = texts.map((text, i) => {
      const lines = new LineIndex(text);
      return JSON.stringify(here[i]!.map(({ check, severity, message, span }) => ({ check, severity: severities.indexOf(severity), message, range: { start: lines.positionAt(span.start), end: lines.positionAt(span.end) } })));
    });
    assert.deepEqual(await byExtension(texts), wanted);
  });

  it('the command line prints the findings of the engine, to the byte', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chancery-everywhere-'));
    try {
      const names = texts.map((text, i) => {
        writeFileSync(path.join(folder, `note${i}.md`), text);
        return `note${i}.md`;
      });
      const { stdout } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'check', '--format', 'json', '--no-workspace', ...names], { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 });
      const { version } = JSON.parse(stdout) as { version: string };
      const wanted = `${jsonReport(version, texts.map((text, i) => ({ path: names[i]!, text, findings: here[i]! })))}\n`;
      // told by file first: the whole is long
      const files = (json: string): unknown[] => (JSON.parse(json) as { files: unknown[] }).files;
      files(wanted).forEach((file, i) => assert.deepEqual(files(stdout)[i], file));
      assert.equal(stdout, wanted);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
