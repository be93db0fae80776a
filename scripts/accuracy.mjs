/** `npm run accuracy [-- --docs FOLDER]`: builds what is measured and prints one table (test/accuracy/accuracy.ts). */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildAll } from './build.mjs';
import { installPackages, root } from './setup.mjs';

installPackages();
await buildAll();
const outfile = path.join(root, 'dist', 'test', 'accuracy.cjs');
await build({
  absWorkingDir: root, entryPoints: ['test/accuracy/accuracy.ts'], outfile, bundle: true, platform: 'node', format: 'cjs',
  mainFields: ['module', 'main'], target: 'es2022', logLevel: 'warning',
});
process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
