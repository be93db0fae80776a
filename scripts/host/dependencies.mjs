// Brings what a real VS Code needs onto the machine: the server's packages (test/host, a lock file of its own), its
// Node 24, and a Chromium. Each step is skipped when its result is already there. Only node: imports, because `npm start`
// runs this on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackages } from '../setup.mjs';
import { findOnPath, hostFolder, hostModules, requireFromHost, vscodeFolder } from './paths.mjs';

/** Built-in extensions that the tests' VS Code has: a short list opens in half the time of the full one. */
export const leanBuiltIns = ['markdown-basics', 'theme-defaults', 'configuration-editing', 'json', 'yaml'];

const sparticuz = { name: '@sparticuz/chromium', version: '153.0.0' };

/** Runs a command with its output shown only when it fails. */
function run(command, args, { cwd, env } = {}) {
  const result = spawnSync(command, args, {
    cwd, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 64 << 20,
  });
  if (result.status === 0) return { ok: true, output: result.stdout };
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trim().split('\n').slice(-15).join('\n');
  return { ok: false, output: result.error === undefined ? output : result.error.message };
}

function link(target, path) {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() && readlinkSync(path) === target) return;
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path, 'dir');
}

/**
 * Installs the server's packages (480 MB on disk) when they are missing or older than the lock file: about 20 s.
 * @returns the Node to run the server with
 * @throws {Error} with npm's last lines when the install fails
 */
export function ensureServerPackages() {
  if (process.platform === 'win32') {
    throw new Error('VS Code\'s server does not run on Windows: install desktop VS Code with its `code` command.');
  }
  installPackages(hostFolder, ['--ignore-scripts', '--loglevel', 'error']);
  // The browser side of VS Code asks for these two under the server's own folder; everything else resolves upwards.
  mkdirSync(join(vscodeFolder, 'node_modules'), { recursive: true });
  for (const name of ['vscode-textmate', 'vscode-oniguruma']) {
    link(join('..', '..', '..', '..', name), join(vscodeFolder, 'node_modules', name));
  }
  return serverNode();
}

/** The Node 24 that the server wants, which is not the one that runs the scripts. */
export function serverNode() {
  const shipped = join(hostModules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(shipped)) return shipped;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(
    `VS Code's server needs Node 24. There is no packaged one for ${process.platform}-${process.arch}, and this is Node `
    + `${process.versions.node}: run the same command with Node 24, or install desktop VS Code with its \`code\` command.`,
  );
}

/** A folder that holds links to the named built-in extensions; those that this VS Code does not have are left out. */
export function builtInExtensions(names, folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const source = join(vscodeFolder, 'extensions', name);
    if (existsSync(source)) link(source, join(folder, name));
  }
  return folder;
}

function answers(executable) {
  const result = spawnSync(executable, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return result.status === 0;
}

function chromiumOnPath() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = findOnPath(name);
    // Ubuntu's chromium-browser may be a stub that only tells how to get a snap, so a name on PATH is not enough.
    if (path !== undefined && answers(path)) return path;
  }
  return undefined;
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * The path of a Chromium, installed if need be: CHROME_PATH, else one on PATH, else Debian's own package (when root),
 * else the one packed in an npm package.
 * @throws {Error} that lists each way and why it failed
 */
export async function ensureChromium(log = console.log) {
  const tried = [];
  const given = process.env.CHROME_PATH;
  if (given !== undefined && given !== '') {
    if (answers(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, which does not answer --version. Correct it, or unset it.`);
  }
  const found = chromiumOnPath();
  if (found !== undefined) return found;
  tried.push('no working chromium, chromium-browser or google-chrome on PATH');

  if (isDebian() && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined) {
    log('Installing Chromium with apt-get (once) …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const update = run('apt-get', ['update'], { env });
    const install = run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], { env });
    const installed = install.ok ? chromiumOnPath() : undefined;
    if (installed !== undefined) return installed;
    tried.push(`apt-get: ${(install.ok ? 'the installed chromium does not start' : install.output) || update.output}`);
  } else {
    tried.push('apt-get is used only by root on Debian');
  }

  try {
    return await packedChromium(log);
  } catch (reason) {
    tried.push(`${sparticuz.name}: ${reason instanceof Error ? reason.message : String(reason)}`);
  }
  throw new Error(
    `No Chromium to show VS Code in. Install one and name it in CHROME_PATH. What was tried:\n- ${tried.join('\n- ')}`,
  );
}

async function packedChromium(log) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`only for linux-x64, and this is ${process.platform}-${process.arch}`);
  }
  if (!existsSync(join(hostModules, '@sparticuz', 'chromium', 'package.json'))) {
    log(`Installing ${sparticuz.name} (once) …`);
    const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', `${sparticuz.name}@${sparticuz.version}`];
    const result = run('npm', args, { cwd: hostFolder });
    if (!result.ok) throw new Error(result.output);
  }
  const { default: chromium } = await import(pathToFileURL(requireFromHost.resolve(sparticuz.name)).href);
  const path = await chromium.executablePath();
  if (!answers(path)) throw new Error('it does not start here; libnss3 may be missing');
  return path;
}
