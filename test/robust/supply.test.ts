import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { root } from '../check';

const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { devDependencies: Record<string, string>; dependencies?: Record<string, string>; scripts: Record<string, string> };

/** Packages whose code stands in a bundle, by what esbuild writes above each file: independent of what made the notices. */
function bundled(file: string): string[] {
  return [...new Set([...read(file).matchAll(/^ *\/\/ node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(match => match[1]!))].sort();
}

describe('what ships', () => {
  it('has the notice of every package in its bundles, and of no other', () => {
    const packages = [...new Set([...bundled('dist/extension.js'), ...bundled('dist/cli.js')])].sort();
    assert.ok(packages.includes('yaml') && packages.includes('@lezer/markdown'), packages.join());
    const notices = read('dist/notices.txt').split(`\n${'-'.repeat(80)}\n\n`).slice(1);
    assert.deepEqual(notices.map(notice => /^(\S+) \d/.exec(notice)?.[1]), packages);
    for (const notice of notices) {
      assert.match(notice, /^\S+ \d+\.\d+\.\d+ \((?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0)\)/);
      assert.match(notice, /Copyright (?:\(C\) )?.*\w/i);
      assert.match(notice, /WITHOUT|NO EVENT|DISCLAIMS/);
    }
    assert.match(read('dist/words.copyright.txt'), /SCOWL/);
  });

  it('is let into the package by name: the notices are among it', () => {
    const let_in = read('.vscodeignore').split('\n');
    assert.equal(let_in[0], '**');
    for (const name of ['!LICENSE', '!dist/notices.txt', '!dist/words.copyright.txt']) assert.ok(let_in.includes(name), name);
    assert.ok(let_in.every(line => line === '' || line === '**' || line.startsWith('!')));
  });

  it('is built from packages pinned to a version, none of which the extension needs when it runs', () => {
    assert.equal(manifest.dependencies, undefined);
    for (const [name, version] of Object.entries(manifest.devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { integrity?: string; link?: boolean }> };
    for (const [name, { integrity }] of Object.entries(lock.packages)) if (name !== '') assert.match(integrity ?? '', /^sha512-/, name);
  });

  it('runs nothing that a text or a record says, and asks no network', () => {
    for (const file of ['dist/extension.js', 'dist/cli.js']) {
      const code = read(file);
      for (const name of ['eval(', 'new Function(', 'child_process', 'XMLHttpRequest', 'WebSocket', 'node:http', 'node:net', 'importScripts']) assert.ok(!code.includes(name), `${file}: ${name}`);
      assert.doesNotMatch(code, /\bfetch\(/);
    }
  });
});
