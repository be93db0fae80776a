/**
 * Long runs of test/robust/, each bundled and started on its own: `npm run growth`, `npm run fuzz`, `npm run desk`.
 * What follows -- is handed on.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';
import { compileWorld } from './test-unit.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [name, ...args] = process.argv.slice(2);
const built = args.includes('--built');
if (!built) await buildAll({ minify: false });
await compileWorld();
const outfile = path.join(root, 'dist', 'test', `${name}.cjs`);
await build({
  absWorkingDir: root, entryPoints: [`test/robust/${name}.ts`], outfile, bundle: true, platform: 'node', format: 'cjs',
  mainFields: ['module', 'main'], target: 'es2022', external: ['fast-check'], sourcemap: 'inline', logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args.filter(arg => arg !== '--built')], { cwd: root, stdio: 'inherit' }).status ?? 1;
