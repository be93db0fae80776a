// Which VS Code the mocha suites run in, and why.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

const requireFromRoot = createRequire(join(root, 'package.json'));
const launcher = join(root, 'scripts', 'host', 'launcher.mjs');

function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * VSCODE_EXECUTABLE if set; a desktop VS Code (cached or downloadable) where there is a display and it answers; else the
 * project's own launcher over VS Code's server and Chromium.
 * @returns executable, kind ('desktop' or 'launcher') and the reason in words
 */
export async function chooseExecutable() {
  const given = process.env.VSCODE_EXECUTABLE;
  if (given !== undefined && given !== '') return { executable: given, kind: 'desktop', why: 'VSCODE_EXECUTABLE names it' };
  const ownLauncher = (why) => ({ executable: launcher, kind: 'launcher', why });
  if (!hasDisplay()) return ownLauncher('there is no display for desktop VS Code');
  const { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, SilentReporter } = requireFromRoot('@vscode/test-electron');
  let executable;
  try {
    // Milliseconds without an answer; a copy that was downloaded before is used when there is none.
    executable = await downloadAndUnzipVSCode({ timeout: 5000, reporter: new SilentReporter() });
  } catch (error) {
    return ownLauncher(`desktop VS Code could not be downloaded (${error.message})`);
  }
  const shown = spawnSync(resolveCliPathFromVSCodeExecutablePath(executable), ['--version'], {
    encoding: 'utf8', timeout: 10_000, shell: process.platform === 'win32',
  });
  if (shown.status !== 0) return ownLauncher('the downloaded desktop VS Code does not answer --version within 10 s');
  return { executable, kind: 'desktop', why: `desktop VS Code ${shown.stdout.split('\n')[0]} answers and there is a display` };
}
