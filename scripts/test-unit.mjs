/**
 * Runs the engine's tests: bundles test/unit/*.test.ts and test/robust/*.test.ts and runs them with mocha. `npm run
 * test:unit -- PATTERN` runs the files whose path has the pattern; `--built` takes dist/ as it is. What imports `vscode`
 * gets the stand-in of test/robust/vscode.ts, whose file system can be told to fail.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { loadTooling, yamlFiles } from './gazetteer.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const outDir = path.join(root, 'dist', 'test', 'unit');

/** Compiles the invented country that the engine's tests live in. */
export async function compileWorld() {
  const { compileFiles, decodeWords, writeGazetteer } = await loadTooling({ root, outDir: path.join(root, 'dist') });
  const { compiled, problems } = compileFiles(yamlFiles(path.join(root, 'test', 'world')));
  const errors = problems.filter(p => p.severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(p => `test/world/${p.file}:${p.line}: ${p.message}`).join('\n'));
  mkdirSync(path.join(root, 'dist', 'test'), { recursive: true });
  const words = readFileSync(path.join(root, 'dist', 'words.txt'), 'utf8');
  writeFileSync(path.join(root, 'dist', 'test', 'world.bin'), writeGazetteer(compiled, decodeWords(words)));
}

export async function runUnitTests(pattern = '') {
  await compileWorld();
  rmSync(outDir, { recursive: true, force: true });
  const files = ['test/unit', 'test/robust'].flatMap(folder => readdirSync(path.join(root, folder)).map(f => `${folder}/${f}`)).filter(f => f.endsWith('.test.ts') && f.includes(pattern));
  if (files.length === 0) throw new Error(`No test file has ‘${pattern}’ in its name.`);
  await build({
    absWorkingDir: root, entryPoints: files, outdir: outDir, outbase: 'test', alias: { vscode: './test/robust/vscode.ts' }, bundle: true, platform: 'node',
    format: 'cjs', mainFields: ['module', 'main'], target: 'es2022', external: ['mocha', 'esbuild', 'fast-check'], sourcemap: 'inline', logLevel: 'warning',
  });
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const run = spawnSync(process.execPath, ['--enable-source-maps', mocha, '--reporter', process.env['REPORTER'] ?? 'dot', '--timeout', '20000', '--parallel', '--jobs', '2', path.join(outDir, '**', '*.js')], { cwd: root, stdio: 'inherit' });
  return run.status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  // tests read what the build makes: it is made first, unless the caller has just done so
  if (!args.includes('--built')) await buildAll({ minify: false });
  process.exitCode = await runUnitTests(args.find(arg => !arg.startsWith('--')));
}
