/** Installs the project's packages when they are missing or older than the lock file. Needs nothing but Node and npm. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** `npm ci` in a folder unless what is there was installed from the same lock file. Throws with npm's own words. */
export function installPackages(folder = root, args = []) {
  const lock = readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, 'node_modules', '.chancery-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return false;
  console.log(`Installing packages in ${path.relative(root, folder) || 'the project'} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`npm ci failed in ${folder} (exit ${run.status ?? run.signal}).`);
  writeFileSync(stamp, lock);
  return true;
}
