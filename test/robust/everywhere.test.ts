import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { describe, it } from 'mocha';
import { jsonReport } from '../../src/hosts/cli/json';
import { engine, root, unmark } from '../check';
import { builtRecords } from '../records';
import { examplesOf, pagesOf } from '../unit/examples';

/** The sample, and the first example on the page of each check. */
function samples(): readonly string[] {
  const examples = [...pagesOf(root).values()].flatMap(page => examplesOf(page, 'Reported').slice(0, 1)).map(example => unmark(example).text);
  return [readFileSync(path.join(root, 'media/sample/briefing.md'), 'utf8'), ...examples.map(text => (text.startsWith('---\n') ? text : `---\ndate: 2022-01-12\n---\n\n${text}\n`))];
}

/** Findings of each text by the engine as it is bundled for the editor, in a world of its own that has neither Node nor a browser. */
function inBareWorld(texts: readonly string[]): readonly string[] {
  const bundle = buildSync({
    absWorkingDir: root, entryPoints: ['src/chancery.ts'], bundle: true, write: false, platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', format: 'iife', globalName: 'engine',
  });
  const world = vm.createContext({});
  vm.runInContext(bundle.outputFiles[0]!.text, world);
  const bytes = builtRecords('shipped') as Uint8Array;
  const inside = vm.runInContext(`new Uint8Array(${bytes.length})`, world) as Uint8Array;
  inside.set(bytes);
  world['bytes'] = inside;
  vm.runInContext('const chancery = engine.createChancery({ gazetteer: bytes });', world);
  return texts.map(text => {
    world['text'] = text;
    return vm.runInContext('JSON.stringify(chancery.open({ language: "markdown", always: true }).update(text).findings)', world) as string;
  });
}

describe('the same everywhere', function () {
  this.timeout(120_000);
  const texts = samples();
  const here = texts.map(text => engine('shipped').open({ language: 'markdown', always: true }).update(text)!.findings);

  it('findings do not depend on Node, a browser or a clock', () => {
    assert.ok(texts.length > 50 && here.flat().length > 50);
    assert.deepEqual(inBareWorld(texts), here.map(findings => JSON.stringify(findings)));
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
