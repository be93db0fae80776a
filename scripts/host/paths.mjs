// The places that the host scripts share. Only node: imports here and in everything that `npm start` loads first.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const hostFolder = join(root, 'test', 'host');
export const hostModules = join(hostFolder, 'node_modules');
export const vscodeFolder = join(hostModules, 'code-server', 'lib', 'vscode');

/** Loads a package of the host's own node_modules, which the root knows nothing of. */
export const requireFromHost = createRequire(join(hostFolder, 'package.json'));

/** The full path of an executable on PATH, or undefined. */
export function findOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const candidate = join(folder, name + ending);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  }
  return undefined;
}
