/**
 * `npm run bench`: what the engine and the command line cost, as a table and as dist/bench.json.
 *   --text DIR   measures on the Markdown and plain texts of a folder too
 *   --peers      measures other tools for prose on the same texts: installs them in test/bench/peers first
 *   --quick      fewer edits, no families of hard texts
 */
import { build } from 'esbuild';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildAll } from './build.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const out = path.join(root, 'dist', 'test');
const peers = path.join(root, 'test', 'bench', 'peers');
const { values: options } = parseArgs({ options: { text: { type: 'string' }, peers: { type: 'boolean', default: false }, quick: { type: 'boolean', default: false } } });

async function bundle(entry, outfile) {
  await build({
    absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs', mainFields: ['module', 'main'], target: 'es2022',
    minify: true, logLevel: 'warning',
  });
  return outfile;
}

/** The last line of a child's output, as JSON. */
function json(command, args, cwd = root) {
  const { stdout, stderr, status, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${error?.message ?? stderr.trim().split('\n').slice(-3).join(' ')}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

const middle = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** CPU time (ms) and peak memory (MB) of a whole Node process from its start: medians of nine. */
function process9(args) {
  const report = path.join(out, 'process.json');
  const runs = Array.from({ length: 9 }, () => {
    const run = spawnSync(process.execPath, ['--require', path.join(root, 'test', 'bench', 'at-exit.cjs'), ...args], { cwd: root, env: { ...process.env, BENCH_REPORT: report }, encoding: 'utf8' });
    if (run.status === null || run.status > 1) throw new Error(run.stderr);
    return JSON.parse(readFileSync(report, 'utf8'));
  });
  return { ms: middle(runs.map(r => r.ms)), megabytes: middle(runs.map(r => r.megabytes)) };
}

/** The command line, cold, beside Node's own start. */
function commandLine() {
  const empty = path.join(out, 'empty.cjs');
  writeFileSync(empty, '');
  const node = process9([empty]);
  const rows = [{ what: 'node alone, whole process', ms: node.ms, megabytes: node.megabytes }];
  for (const size of ['10 KB', '100 KB']) {
    const file = path.join(out, `bench-${size.replace(' ', '')}.md`);
    const { ms, megabytes } = process9(['dist/cli.js', 'check', file]);
    rows.push({ what: `chancery check, ${size}, over node alone`, ms: ms - node.ms, megabytes });
  }
  return rows;
}

/** Other tools, each in a process of its own, on the same texts. */
function others() {
  if (!existsSync(path.join(peers, 'node_modules'))) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit', shell: process.platform === 'win32' });
  const rows = [];
  for (const name of ['prh', 'write-good', 'cspell-lib', 'textlint + prh', 'harper.js']) {
    for (const size of ['10 KB', '100 KB', '1 MB']) {
      const file = path.join(out, `bench-${size.replace(' ', '')}.md`);
      try {
        const { first, warm, found } = json(process.execPath, ['run.mjs', name, file, path.join(out, 'terms.yml')], peers);
        rows.push({ what: `${name}, ${size}`, ms: warm, first, found });
      } catch (problem) {
        rows.push({ what: `${name}, ${size}`, failed: problem.message });
      }
    }
  }
  return rows;
}

const number = value => (value === undefined ? '' : value < 0.01 ? value.toFixed(4) : value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en-GB'));

function print(title, rows, columns) {
  const table = [['', ...columns.map(c => c.title)], ...rows.map(row => [row.what, ...columns.map(c => (row.failed ? (c === columns[0] ? 'failed' : '') : number(row[c.key])))])];
  const widths = table[0].map((_, i) => Math.max(...table.map(line => line[i].length)));
  console.log(`\n${title}`);
  for (const line of table) console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
  for (const row of rows) if (row.failed) console.log(`  ${row.what}: ${row.failed}`);
}

await buildAll({ minify: true });
mkdirSync(out, { recursive: true });
json(process.execPath, [await bundle('test/bench/texts.ts', path.join(out, 'texts.cjs')), out]);
const engine = json(process.execPath, [await bundle('test/bench/bench.ts', path.join(out, 'bench.cjs')), ...(options.text ? ['--text', path.resolve(options.text)] : []), ...(options.quick ? ['--quick'] : [])]);
const machine = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, ${engine.people} people recorded`;
console.log(`${machine}\nCPU time. 1 MB of generated briefings: bare pass ${engine.bare.toFixed(2)} ms, Lezer parse (L) ${engine.lezer.toFixed(0)} ms.`);
print('The engine, warm', engine.rows, [{ title: 'ms', key: 'ms' }, { title: '× bare', key: 'bare' }, { title: '× L', key: 'lezer' }]);
const cli = commandLine();
print('The command line, cold', cli, [{ title: 'ms', key: 'ms' }, { title: 'MB', key: 'megabytes' }]);
const beside = options.peers ? others() : [];
if (options.peers) print('Other tools on the same texts (they look for other things), warm', beside, [{ title: 'ms', key: 'ms' }, { title: 'first ms', key: 'first' }, { title: 'found', key: 'found' }]);
writeFileSync(path.join(root, 'dist', 'bench.json'), `${JSON.stringify({ machine, engine, cli, beside }, null, 2)}\n`);
