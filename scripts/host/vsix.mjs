// Packs the extension as `npm run package` does, for the test that installs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/**
 * Writes the .vsix to a file of the caller's choice.
 * @throws {Error} with the packer's last lines when it does not succeed
 */
export function packageVsix(file) {
  const run = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), '--out', file], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0 || !existsSync(file)) {
    throw new Error(`the extension could not be packed:\n${`${run.stdout}${run.stderr}`.trim().split('\n').slice(-15).join('\n')}`);
  }
  return file;
}
