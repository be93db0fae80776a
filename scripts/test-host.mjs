/**
 * `npm run test:host`: the tests in a real VS Code. One mocha suite (test/host/suite) in the Node extension host and in
 * the web worker extension host, then the tests that drive the workbench in a browser (test/host/ui). Every part runs,
 * whatever the others gave; a part that cannot run fails with its reason.
 *   --only node|web|ui  that part alone
 *   --suite PATTERN     those files of test/host/suite that have the pattern in their name
 *   --grep PATTERN      workbench tests whose title has the pattern
 *   --built             dist/ is up to date: do not build again
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleSuite } from './host/bundle-suite.mjs';
import { chooseExecutable } from './host/choose.mjs';
import { ensureChromium, ensureServerPackages } from './host/dependencies.mjs';
import { hostFolder, root } from './host/paths.mjs';
import { installPackages } from './setup.mjs';

const parts = ['node', 'web', 'ui'];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' }, suite: { type: 'string' }, grep: { type: 'string' }, built: { type: 'boolean', default: false },
  },
});
if (options.only !== undefined && !parts.includes(options.only)) {
  console.error(`--only takes ${parts.join(', ')}; it was given ${options.only}.`);
  process.exit(2);
}

/** A folder of its own for each run, so that what one run writes is not there in the next. */
function freshWorkspace() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'chancery-workspace-'));
  const template = join(hostFolder, 'workspace');
  if (existsSync(template)) cpSync(template, folder, { recursive: true });
  return folder;
}

async function runSuite(kind, file, choice) {
  const { runTests } = createRequire(join(root, 'package.json'))('@vscode/test-electron');
  const workspace = freshWorkspace();
  try {
    const launchArgs = [workspace];
    if (choice.kind === 'desktop' && kind === 'web') launchArgs.push('--extensionDevelopmentKind=web');
    await runTests({
      vscodeExecutablePath: choice.executable,
      // The launcher makes a profile of its own.
      reuseMachineInstall: choice.kind === 'launcher',
      extensionDevelopmentPath: root,
      extensionTestsPath: file,
      extensionTestsEnv: { CHANCERY_HOST_KIND: kind },
      launchArgs,
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

/** The workbench tests are plain mocha tests in this Node; what they drive is VS Code in Chromium. */
function runWorkbenchTests() {
  const files = readdirSync(join(hostFolder, 'ui')).filter((name) => name.endsWith('.test.mjs')).sort();
  if (files.length === 0) throw new Error('test/host/ui has no *.test.mjs');
  const args = [
    join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--reporter', 'spec', '--timeout', '120000',
    '--forbid-only', '--forbid-pending', '--exit',
    ...(options.grep === undefined ? [] : ['--grep', options.grep]),
    ...files.map((name) => join(hostFolder, 'ui', name)),
  ];
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) fulfil();
      else reject(new Error(`the workbench tests ended with ${code ?? signal}`));
    });
  });
}

/** Runs one part and tells its time; resolves with whether it passed. */
async function part(title, action) {
  const started = Date.now();
  console.log(`\n${title}`);
  let failure;
  try {
    await action();
  } catch (error) {
    failure = error instanceof Error ? error.message : String(error);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${title}: ${failure === undefined ? 'passed' : `FAILED: ${failure}`} (${seconds} s)`);
  return failure === undefined;
}

async function main() {
  installPackages();
  if (!options.built) {
    const { buildAll } = await import('./build.mjs');
    await buildAll();
  }
  if (!existsSync(join(root, 'dist', 'extension.js'))) throw new Error('dist/extension.js is not there: run npm run build.');
  ensureServerPackages();
  const wanted = options.only === undefined ? parts : [options.only];
  const results = [];
  const kinds = ['node', 'web'].filter((kind) => wanted.includes(kind));
  if (kinds.length > 0) {
    const files = await bundleSuite({ pattern: options.suite });
    const choice = await chooseExecutable();
    if (choice.kind === 'launcher') await ensureChromium();
    console.log(choice.kind === 'launcher'
      ? `VS Code for the suites: its server in Chromium, because ${choice.why}.`
      : `VS Code for the suites: ${choice.executable}, because ${choice.why}.`);
    // One after the other: side by side they slow each other down until tests that wait for the editor run out of time.
    for (const kind of kinds) {
      const host = kind === 'node' ? 'the Node extension host' : 'the web worker extension host';
      results.push(await part(`Suite in ${host}`, () => runSuite(kind, files[kind], choice)));
    }
  }
  if (wanted.includes('ui')) results.push(await part('Workbench tests', runWorkbenchTests));
  return results.every(Boolean);
}

main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error) => {
    console.error(`The tests in VS Code could not run: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  },
);
