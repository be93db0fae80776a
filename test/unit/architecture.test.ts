import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../check';

const src = path.join(root, 'src');

/** What each layer may import, beside itself: the drawing in ARCHITECTURE.md. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  base: [],
  yaml: ['base'],
  english: ['base'],
  gazetteer: ['base', 'yaml', 'english'],
  exchange: ['base', 'yaml', 'gazetteer'],
  editing: ['base', 'yaml', 'gazetteer'],
  document: ['base', 'yaml', 'english'],
  findings: ['base'],
  recognize: ['base', 'english', 'gazetteer', 'document'],
  analysis: ['base', 'english', 'gazetteer', 'document', 'findings', 'recognize'],
  checks: ['base', 'english', 'gazetteer', 'document', 'recognize', 'analysis', 'findings'],
  features: ['base', 'english', 'gazetteer', 'document', 'recognize', 'analysis', 'findings', 'checks'],
  engine: ['base', 'yaml', 'gazetteer', 'editing', 'document', 'recognize', 'analysis', 'findings', 'checks', 'features'],
  'chancery.ts': ['base', 'yaml', 'gazetteer', 'exchange', 'editing', 'findings', 'features', 'engine'],
  'hosts/reading.ts': [],
  'hosts/vscode': ['chancery.ts', 'hosts/reading.ts'],
  'hosts/cli': ['chancery.ts', 'hosts/reading.ts'],
};
/** Packages by the files that may import each. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  yaml: ['yaml/yaml.ts', 'yaml/yaml-scalars.ts', 'exchange/layer-text.ts'],
  '@lezer/markdown': ['document/read.ts'],
  '@lezer/common': ['document/read.ts', 'document/blocks.ts', 'document/prose.ts'],
};

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts')).map(f => f.split(path.sep).join('/'));
}

function layerOf(file: string): string {
  if (file.startsWith('hosts/')) return file.split('/').slice(0, 2).join('/');
  return file.includes('/') ? file.split('/')[0]! : file;
}

const IMPORT = /(?:^|\n)\s*(?:import|export)[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  return [...readFileSync(path.join(src, file), 'utf8').matchAll(IMPORT)].map(m => (m[1] ?? m[2] ?? m[3])!);
}

describe('architecture', () => {
  const all = files(src);

  it('finds the imports that there are', () => {
    assert.ok(importsOf('checks/names/name-misspelling.ts').includes('../run/check'));
    assert.ok(importsOf('chancery.ts').includes('./engine/engine'));
  });

  it('imports one way only', () => {
    const wrong: string[] = [];
    for (const file of all) {
      const layer = layerOf(file);
      const allowed = ALLOWED[layer];
      assert.ok(allowed, `${file}: no layer of that name`);
      for (const target of importsOf(file)) {
        if (!target.startsWith('.')) {
          if (layer === 'hosts/vscode' ? target !== 'vscode' : layer === 'hosts/cli' ? !target.startsWith('node:') : !PACKAGES[target]?.includes(file)) wrong.push(`${file} imports ${target}`);
          continue;
        }
        const to = path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
        const other = existsSync(path.join(src, `${to}.ts`)) ? layerOf(`${to}.ts`) : layerOf(to);
        if (other !== layer && !allowed.includes(other)) wrong.push(`${file} (${layer}) imports ${to} (${other})`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('checks do not know each other', () => {
    const checks = all.filter(f => f.startsWith('checks/') && existsSync(path.join(src, f.replace(/\.ts$/, '.md'))));
    assert.ok(checks.length > 50);
    const ids = checks.map(f => path.basename(f, '.ts'));
    const wrong = checks.flatMap(f => importsOf(f).filter(t => ids.includes(path.posix.basename(t))).map(t => `${f} imports ${t}`));
    assert.deepEqual(wrong, []);
  });

  it('keeps source files small enough to be read at once', () => {
    const long = all.map(f => [f, readFileSync(path.join(src, f), 'utf8').split('\n').length] as const).filter(([, n]) => n > 480);
    assert.deepEqual(long, []);
  });

  const text = readFileSync(path.join(root, 'ARCHITECTURE.md'), 'utf8');

  it('has a description of at most 150 lines', () => {
    assert.ok(text.split('\n').length <= 150);
  });

  it('names only paths and types that exist', () => {
    const source = all.map(f => readFileSync(path.join(src, f), 'utf8')).join('\n') + readFileSync(path.join(root, 'test/check.ts'), 'utf8');
    const dead: string[] = [];
    const ticked = text.replace(/```[\s\S]*?```/g, '');
    for (const [, code] of ticked.matchAll(/`([^`]+)`/g)) {
      if (/[<>⟦ ]/.test(code!)) continue;
      if (code!.includes('/')) {
        if (!existsSync(path.join(root, code!))) dead.push(code!);
      } else if (/^[A-Za-z]\w*$/.test(code!) && !new RegExp(`\\b(?:class|interface|type|function|const) ${code}\\b`).test(source) && !['effective', 'epoch', 'yaml', 'check'].includes(code!)) {
        dead.push(code!);
      }
    }
    assert.deepEqual(dead, []);
  });
});
