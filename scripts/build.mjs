/**
 * Builds all that ships: `npm run build`.
 *   dist/extension.js    the extension, one CommonJS bundle for the Node and the web worker extension host
 *   dist/cli.js          the command line, with cli-main.js and its compiled code
 *   dist/gazetteer.bin   the records, compiled from gazetteer/ with their indexes and ordinary English words
 *   dist/checks/         the page of each check
 *   dist/notices.txt     licences of the packages in the bundles
 */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileGazetteer } from './gazetteer.mjs';
import { noticesOf, packagesIn } from './notices.mjs';
import { buildWords } from './words.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');

export async function buildAll({ minify = false } = {}) {
  mkdirSync(dist, { recursive: true });
  await buildWords({ root, outDir: dist });
  const { errors, problems } = await compileGazetteer({ root, outDir: dist });
  if (errors > 0) {
    for (const p of problems) if (p.severity === 'error') console.error(`gazetteer/${p.file}:${p.line}: ${p.message}`);
    throw new Error(`The gazetteer has ${errors} ${errors === 1 ? 'error' : 'errors'}: run npm run gazetteer.`);
  }
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const common = {
    absWorkingDir: root, bundle: true, metafile: true, target: 'es2022', logLevel: 'warning', minify, sourcemap: minify ? false : 'linked',
    define: { CHANCERY_VERSION: JSON.stringify(version) },
  };
  const extension = await build({
    ...common, entryPoints: ['src/hosts/vscode/extension.ts'], outfile: 'dist/extension.js',
    platform: 'neutral', mainFields: ['module', 'main'], format: 'cjs', external: ['vscode'],
  });
  const start = await build({
    ...common, entryPoints: ['src/hosts/cli/start.ts'], outfile: 'dist/cli.js',
    platform: 'node', format: 'cjs', banner: { js: '#!/usr/bin/env node' },
  });
  // one function expression: start.ts hands it what a module is handed
  const cli = await build({
    ...common, entryPoints: ['src/hosts/cli/main.ts'], outfile: 'dist/cli-main.js',
    platform: 'node', mainFields: ['module', 'main'], format: 'cjs', minify: true, sourcemap: false,
    banner: { js: '(function (module, require, __filename, __dirname) {' }, footer: { js: '})' },
  });
  toAscii(path.join(dist, 'cli-main.js'));
  execFileSync(process.execPath, [path.join(root, 'scripts', 'code-cache.cjs')], { stdio: 'inherit' });
  chmodSync(path.join(dist, 'cli.js'), 0o755);
  const bundled = new Set([extension, start, cli].flatMap(made => packagesIn(made.metafile)));
  writeFileSync(path.join(dist, 'notices.txt'), noticesOf(root, [...bundled].sort()));
  copyPages();
}

/** start.ts reads a character a byte; esbuild escapes what is not ASCII everywhere but in regular expressions, where the escape means the same. */
function toAscii(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\u0000-\u007f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** The pages of the checks go with the extension: they open offline. */
function copyPages() {
  const from = path.join(root, 'src', 'checks');
  const to = path.join(dist, 'checks');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from, { recursive: true })) if (name.endsWith('.md')) cpSync(path.join(from, name), path.join(to, path.basename(name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(path.join(root, 'node_modules'))) {
    console.error('Nothing is installed yet: run npm ci first.');
    process.exit(1);
  }
  await buildAll({ minify: process.argv.includes('--minify') });
}
