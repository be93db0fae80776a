/** `npm run bench`: builds what is measured and prints the engine's cost (test/bench/bench.ts). */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll } from './build.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
await buildAll({ minify: true });
const outfile = path.join(root, 'dist', 'test', 'bench.cjs');
await build({
  absWorkingDir: root, entryPoints: ['test/bench/bench.ts'], outfile, bundle: true, platform: 'node', format: 'cjs',
  mainFields: ['module', 'main'], target: 'es2022', minify: true, logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' }).status ?? 1;
