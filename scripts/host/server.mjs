// One real VS Code server on 127.0.0.1: a free port, a secret token, a data folder of its own, and a sure end.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtInExtensions, ensureServerPackages, leanBuiltIns } from './dependencies.mjs';
import { root, vscodeFolder } from './paths.mjs';

/** A VS Code that shows the file and nothing else: no chat, no welcome page, no look-ups, no questions. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
};

/** Servers that still run, so that none outlives this process whatever ends it. */
const running = new Set();
process.on('exit', () => {
  for (const server of running) {
    server.kill('SIGKILL');
    rmSync(server.dataFolder, { recursive: true, force: true, maxRetries: 3 });
  }
});
// A signal that nobody handles would end this process without the above.
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });
}

/** The tests' VS Code must not inherit the debugger, the loader hooks or the VS Code that this was started from. */
function serverEnvironment(extra) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_PATH$|npm_)/.test(name)) continue;
    env[name] = value;
  }
  return { ...env, EXTENSIONS_GALLERY: '{}', ...extra };
}

/** HTTP status of a path of the server, or undefined when nobody answers within a second. */
function status(port, path) {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(undefined));
  });
}

/** `publisher.name` of the extension in a folder. */
export function extensionId(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${manifest.publisher}.${manifest.name}`;
}

/**
 * Starts a VS Code server and waits until it answers (0.5 to 2 s on an idle machine).
 *
 * - `extensionDevelopmentPath`: folder of an extension to load from source
 * - `vsix`: file to install into the fresh profile instead
 * - `folder`, `file`: absolute paths that the page opens; neither is needed
 * - `extensionTestsPath`, `extensionTestsEnv`: the script whose run() the extension host calls, and its environment;
 *   without VS Code's test page (see launcher.mjs) nothing waits for it
 * - `kind`: the extension host that the extension runs in, Node's or the browser's web worker
 * - `settings`: user settings, over quietSettings
 * - `builtIns`: names of VS Code's own extensions to have
 * - `staysWhenIdle`: false lets the server end by itself when the page is gone and this process too
 *
 * @returns url (with the token), origin, port, token, dataFolder, settingsFile, log() and stop()
 * @throws {Error} with the server's last lines when it does not answer within 60 s; nothing is left running
 */
export async function startServer({
  extensionDevelopmentPath, vsix, folder, file, extensionTestsPath, extensionTestsEnv = {}, kind = 'node',
  settings = {}, builtIns = leanBuiltIns, token = randomBytes(16).toString('hex'), port: wantedPort = 0,
  staysWhenIdle = false,
} = {}) {
  const node = ensureServerPackages();
  // The real path, because VS Code compares paths and some systems link their temporary folder.
  const dataFolder = mkdtempSync(join(realpathSync(tmpdir()), 'chancery-host-'));
  const settingsFile = join(dataFolder, 'data', 'User', 'settings.json');
  const state = { settings: { ...quietSettings, ...settings } };
  if (kind === 'web') {
    const id = extensionId(extensionDevelopmentPath ?? root);
    state.settings['remote.extensionKind'] = { [id]: ['web'], ...settings['remote.extensionKind'] };
  }
  const writeSettings = () => writeFileSync(settingsFile, `${JSON.stringify(state.settings, null, 2)}\n`);
  mkdirSync(join(dataFolder, 'data', 'User'), { recursive: true });
  writeSettings();

  const args = [
    join(vscodeFolder, 'out', 'server-main.js'),
    '--host', '127.0.0.1', '--port', String(wantedPort), '--connection-token', token,
    '--accept-server-license-terms', '--disable-telemetry',
    '--server-data-dir', dataFolder,
    '--builtin-extensions-dir', builtInExtensions(builtIns, join(dataFolder, 'built-ins')),
    // Without this the server first runs a login shell to learn its environment, which takes seconds.
    '--force-disable-user-env',
    // No port given: VS Code's AI agent process counts as unavailable and is not started.
    '--agent-host-bridge-host', '127.0.0.1',
  ];
  // A released VS Code takes the path of an extension from the page's address only with this.
  if (extensionDevelopmentPath !== undefined) args.push('--enable-smoke-test-driver');
  if (!staysWhenIdle) args.push('--enable-remote-auto-shutdown');
  if (vsix !== undefined) args.push('--start-server', '--install-extension', vsix);

  const child = spawn(node, args, {
    env: serverEnvironment(extensionTestsEnv), stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: one signal reaches the extension hosts, too, and Ctrl-C reaches only us.
    detached: process.platform !== 'win32',
  });
  let output = '';
  const end = {};
  const finished = new Promise((resolve) => {
    child.on('error', (error) => { end.reason = error.message; resolve(); });
    child.on('exit', (code, signal) => { end.reason ??= `the server ended (${code ?? signal})`; resolve(); });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => { output = (output + text).slice(-200_000); });
  }

  const server = {
    dataFolder,
    kill(signal) {
      if (child.pid === undefined) return;
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    },
  };
  running.add(server);

  async function stop() {
    if (!running.has(server)) return;
    server.kill('SIGTERM');
    await Promise.race([finished, sleep(5000, undefined, { ref: false })]);
    server.kill('SIGKILL');
    running.delete(server);
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  try {
    const port = await ready();
    const origin = `http://127.0.0.1:${port}`;
    const remote = (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
    const payload = [];
    if (extensionDevelopmentPath !== undefined) payload.push(['extensionDevelopmentPath', remote(extensionDevelopmentPath)]);
    if (extensionTestsPath !== undefined) payload.push(['extensionTestsPath', remote(extensionTestsPath)]);

    /** The address that opens a folder and a file, both optional. */
    const urlFor = ({ folder: opened, file: shown } = {}) => {
      const query = new URLSearchParams({ tkn: token });
      if (opened === undefined) query.set('ew', 'true');
      else query.set('folder', opened);
      const all = shown === undefined ? payload : [...payload, ['openFile', remote(shown)]];
      if (all.length > 0) query.set('payload', JSON.stringify(all));
      return `${origin}/?${query}`;
    };
    const setSettings = (changes) => {
      Object.assign(state.settings, changes);
      writeSettings();
    };
    return {
      url: urlFor({ folder, file }), urlFor, origin, port, token, dataFolder, settingsFile, setSettings,
      log: () => output, finished, stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }

  async function ready() {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline && end.reason === undefined) {
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      const installed = vsix === undefined || /was successfully installed/.test(output);
      if (port !== undefined && installed && await status(Number(port), '/version') === 200) return Number(port);
      await sleep(50);
    }
    throw new Error(`VS Code's server did not start: ${end.reason ?? 'no answer within 60 s'}. Its last lines:\n${output.slice(-3000)}`);
  }
}
