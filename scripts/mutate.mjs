/**
 * `node scripts/mutate.mjs`: how many small slips in the engine's own code the tests catch. Each mutant changes one token
 * of one file (a comparison turned round, a condition dropped), the engine's tests run over it, and a mutant that no
 * test notices is printed: it names what is not pinned.
 *   --count N     mutants (60)
 *   --seed N      which ones (1)
 *   --in DIRS     folders below src/, comma-separated (checks/run,analysis,checks,features)
 * Nothing is written into src/: esbuild is given the changed text in place of the file's.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';
import { compileWorld } from './test-unit.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values: options } = parseArgs({
  options: { count: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, in: { type: 'string', default: 'checks/run,analysis,checks,features' } },
});

/** What may stand in code, and what it is changed to. */
const SLIPS = [
  [/ === /g, ' !== '], [/ !== /g, ' === '], [/ < /g, ' <= '], [/ <= /g, ' < '], [/ > (?![({\w]*[>=])/g, ' >= '], [/ >= /g, ' > '],
  [/ && /g, ' || '], [/ \|\| /g, ' && '], [/ \+ 1\b/g, ''], [/ - 1\b/g, ''], [/\btrue\b/g, 'false'], [/\bfalse\b/g, 'true'],
  [/\bif \(!/g, 'if ('], [/\bcontinue;/g, ';'], [/\.some\(/g, '.every('], [/\.every\(/g, '.some('],
];
/** Strings, templates, comments and regular expressions: not code to change. */
const NO_CODE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[=(,:!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g;

function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Every change that may be made, as file, place and text. */
function* changes() {
  for (const folder of options.in.split(',')) {
    for (const name of readdirSync(path.join(root, 'src', folder), { recursive: true }).sort()) {
      if (!name.endsWith('.ts')) continue;
      const file = path.join(root, 'src', folder, name);
      const text = readFileSync(file, 'utf8');
      const code = text.replace(NO_CODE, found => found.replace(/[^\n]/g, ' '));
      for (const [pattern, instead] of SLIPS) {
        for (const { 0: found, index } of code.matchAll(pattern)) {
          // types say nothing at run time
          if (/^\s*(?:export )?(?:type|interface|readonly|import)\b/.test(code.slice(code.lastIndexOf('\n', index) + 1, index))) continue;
          yield { file, index, found, instead, text };
        }
      }
    }
  }
}

const outdir = path.join(root, 'dist', 'test', 'mutant');
const tests = readdirSync(path.join(root, 'test', 'unit')).filter(f => f.endsWith('.test.ts'));

/** Whether some test fails over the changed file. */
async function caught({ file, index, found, instead, text }) {
  rmSync(outdir, { recursive: true, force: true });
  const changed = text.slice(0, index) + instead + text.slice(index + found.length);
  const slip = {
    name: 'slip',
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, args => (args.path === file ? { contents: changed, loader: 'ts' } : undefined));
    },
  };
  try {
    await build({
      absWorkingDir: root, entryPoints: tests.map(f => path.join('test', 'unit', f)), outdir, bundle: true, platform: 'node', format: 'cjs',
      mainFields: ['module', 'main'], target: 'es2022', external: ['mocha', 'esbuild', 'fast-check', 'vscode'], logLevel: 'silent', plugins: [slip],
    });
  } catch {
    return true;
  }
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const run = spawnSync(process.execPath, [mocha, '--reporter', 'dot', '--bail', '--timeout', '20000', '--parallel', '--jobs', '2', path.join(outdir, '**', '*.js')], { cwd: root, timeout: 300_000 });
  return run.status !== 0;
}

await buildAll();
await compileWorld();
const all = [...changes()];
const random = generator(Number(options.seed));
const chosen = Array.from({ length: Math.min(Number(options.count), all.length) }, () => all.splice(Math.floor(random() * all.length), 1)[0]);
let good = 0;
for (const [n, mutant] of chosen.entries()) {
  const line = mutant.text.slice(0, mutant.index).split('\n').length;
  const found = await caught(mutant);
  if (found) good++;
  console.log(`${String(n + 1).padStart(3)} ${found ? 'caught  ' : 'SURVIVED'} ${path.relative(root, mutant.file)}:${line}  ‘${mutant.found.trim()}’ to ‘${mutant.instead.trim()}’  ${mutant.text.split('\n')[line - 1].trim().slice(0, 100)}`);
}
console.log(`${good} of ${chosen.length} caught (${((100 * good) / chosen.length).toFixed(0)} %), seed ${options.seed}`);
