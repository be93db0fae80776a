/**
 * `npm test`: sets up what is missing and runs every test: type check, lint, build, engine tests, grammar tests, and
 * the tests in a real VS Code. Each part's time is printed; the last line counts them all.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { installPackages, root } from './setup.mjs';

const started = Date.now();
let passed = 0;
let failed = 0;

/** Runs a command, shows what it prints, and adds up mocha's “N passing” and “N failing”. */
function run(title, command, args, counts = false) {
  const from = Date.now();
  console.log(`\n— ${title}`);
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, FORCE_COLOR: '0' } });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', data => {
        out += data;
        process.stdout.write(data);
      });
    }
    child.on('error', problem => {
      console.error(problem.message);
      failed++;
      resolve(false);
    });
    child.on('close', code => {
      const sum = word => [...out.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((n, m) => n + Number(m[1]), 0);
      const good = sum('passing');
      const bad = sum('failing');
      passed += counts ? good : code === 0 ? 1 : 0;
      failed += counts ? bad : 0;
      if (code !== 0 && !(counts && bad > 0)) failed++;
      if (counts && code === 0 && good === 0) {
        console.error(`${title}: no test ran.`);
        failed++;
      }
      console.log(`  ${title}: ${code === 0 ? 'done' : `failed (exit ${code})`} in ${((Date.now() - from) / 1000).toFixed(1)} s`);
      resolve(code === 0);
    });
  });
}

const node = process.execPath;
const bin = name => path.join(root, 'node_modules', '.bin', name);

installPackages();
const typed = await run('type check', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']);
const engineTyped = await run('type check of the engine, without Node and DOM', bin('tsc'), ['--noEmit', '-p', 'src/tsconfig.engine.json']);
await run('lint', bin('oxlint'), ['--deny-warnings', 'src', 'test', 'scripts']);
await run('regular expressions', node, ['scripts/redos.mjs']);
const built = await run('build', node, ['scripts/build.mjs']);
if (built && typed && engineTyped) {
  await run('engine tests', node, ['scripts/test-unit.mjs', '--built'], true);
  await run('grammar tests', node, ['scripts/test-grammar.mjs']);
  await run('tests in VS Code', node, ['scripts/test-host.mjs', '--built'], true);
} else {
  console.error('The other tests were not run: the build or the type check failed.');
}
console.log(`\nAll in ${((Date.now() - started) / 1000).toFixed(0)} s on Node ${process.version}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
