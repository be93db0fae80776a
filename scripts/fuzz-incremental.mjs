/** `npm run fuzz:incremental -- --sequences 10000 --seed 1`: kept readings against fresh ones (test/fuzz/run.ts); `--built` takes dist/ as it is. */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
if (!process.argv.includes('--built')) await buildAll({ minify: false });
const outfile = path.join(root, 'dist', 'test', 'fuzz-incremental.cjs');
await build({
  absWorkingDir: root, entryPoints: ['test/fuzz/run.ts'], outfile, bundle: true, platform: 'node', format: 'cjs',
  mainFields: ['module', 'main'], target: 'es2022', external: ['fast-check'], sourcemap: 'inline', logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
