/**
 * `npm start [-- FILE | --report]`: sets up what is missing, builds, prints the findings of the sample briefing (or of
 * FILE), and opens it in VS Code with the extension loaded: desktop VS Code where `code` is on PATH, else a real VS Code
 * served on 127.0.0.1 until Ctrl-C. With --report it stops after the findings. Needs nothing but Node and npm.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { leanBuiltIns } from './host/dependencies.mjs';
import { findOnPath, root } from './host/paths.mjs';
import { startServer } from './host/server.mjs';
import { installPackages } from './setup.mjs';

const sample = join(root, 'media', 'sample', 'briefing.md');

function readArguments() {
  let read;
  try {
    read = parseArgs({ allowPositionals: true, options: { report: { type: 'boolean', default: false } } });
  } catch (error) {
    return { problem: error.message };
  }
  const { values, positionals } = read;
  if (positionals.length > 1) return { problem: 'Give one file.' };
  // npm runs scripts in the project's folder and keeps the folder that it was called from here.
  const from = process.env.INIT_CWD ?? process.cwd();
  const file = positionals[0] === undefined ? undefined : resolve(from, positionals[0]);
  if (file !== undefined && !(existsSync(file) && statSync(file).isFile())) return { problem: `${positionals[0]} is not a file.` };
  return { report: values.report, file, from, shown: positionals[0] ?? relative(from, sample) };
}

/** Runs a script of the project and returns its exit code; what it prints is shown. */
function node(args, cwd = root) {
  const run = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.error !== undefined) throw run.error;
  return run.status ?? 1;
}

/** Opens a new window of desktop VS Code; false, with the reason printed, where there is none that works. */
function openDesktop(file) {
  const code = findOnPath('code');
  if (code === undefined) return false;
  const shell = process.platform === 'win32';
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, dirname(file), file];
  const quoted = shell ? args.map((argument) => `"${argument}"`) : args;
  const run = spawnSync(shell ? `"${code}"` : code, quoted, { stdio: ['ignore', 'inherit', 'inherit'], shell, timeout: 60_000 });
  if (run.status === 0) {
    console.log('\nOpened in desktop VS Code, in a window with Chancery loaded.');
    return true;
  }
  console.log(`\nDesktop VS Code did not open (${run.error?.message ?? `exit ${run.status ?? run.signal}`}); serving one instead.`);
  return false;
}

/** Shows an address in the default browser, where there is a screen to show it on. */
function openBrowser(url) {
  const hasScreen = process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const opener = findOnPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (!hasScreen || opener === undefined) return false;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  child.on('error', (error) => console.log(`The browser did not open (${error.message}): open the address by hand.`));
  child.unref();
  return true;
}

/** Serves VS Code until Ctrl-C. */
async function serve(file) {
  // Asked for before the server is there, so that Ctrl-C in between is not lost.
  const stopped = new Promise((fulfil) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => fulfil(undefined));
  });
  console.log('\nThere is no desktop VS Code here (`code` is not on PATH): starting a real one on 127.0.0.1 …');
  const server = await startServer({
    extensionDevelopmentPath: root, folder: dirname(file), file, staysWhenIdle: true,
    builtIns: [...leanBuiltIns, 'markdown-language-features', 'markdown-math'],
  });
  try {
    console.log(`\n  ${server.url}\n`);
    const shown = openBrowser(server.url);
    console.log(`${shown ? 'Opened in your browser.' : 'Open this address in a browser on this machine.'} ${basename(file)} is open there, with Chancery loaded. Ctrl-C ends it.`);
    const ended = await Promise.race([stopped, server.finished.then(() => 'ended')]);
    if (ended === 'ended') throw new Error(`VS Code's server ended by itself. Its last lines:\n${server.log().slice(-2000)}`);
  } finally {
    await server.stop();
  }
  console.log('\nStopped.');
}

async function main() {
  const { problem, report, file, from, shown } = readArguments();
  if (problem !== undefined) {
    console.error(`${problem}\nUsage: npm start [-- FILE | --report]`);
    return 2;
  }
  installPackages();
  const built = node(['scripts/build.mjs']);
  if (built !== 0) {
    console.error('The build did not succeed; its messages are above.');
    return built;
  }
  // 1 says that there are findings, which is what the sample is for; 2 and above, that the check could not be made.
  const checked = node([join(root, 'dist', 'cli.js'), 'check', '--', shown], from);
  if (checked > 1) return checked;
  if (report) return 0;

  if (file !== undefined) {
    if (!openDesktop(file)) await serve(file);
    return 0;
  }
  // A copy, so that trying the fixes changes nothing of the project.
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'chancery-sample-'));
  const copy = join(folder, basename(sample));
  cpSync(sample, copy);
  if (openDesktop(copy)) return 0;
  try {
    await serve(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
