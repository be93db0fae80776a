/**
 * `npm run lint:redos`: no regular expression of src/ takes more than linear time on what it may be given. Each is either
 * proven safe by recheck, or attacked with pieces of its own matches, as the runtime runs it, and withstands.
 *   --write   writes the verdicts, which spare the next run the work
 * Literals are found in the text; what is put together is caught when the engine is loaded. What a folder's patterns may
 * be given: the engine's see blocks, in which no stretch of one kind is longer than src/document/bounds.ts lets through;
 * all others see whole files. A pattern that sees less than that, since its caller cuts, is in scripts/redos/bounded.txt.
 * recheck stands in scripts/redos/ with a lock file of its own and is installed when an expression is new.
 */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { attacked } from './redos/attack.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const here = path.join(root, 'scripts', 'redos');
const verdictsFile = path.join(here, 'verdicts.txt');
const cacheFile = path.join(root, 'node_modules', '.cache', 'chancery-redos.json');

/** Folders whose patterns see the prose of blocks and what is cut from it. */
const OF_BLOCKS = /^(?:recognize|analysis|checks|english)\//;
const LONGEST_RUN = 500;
const LONG = 8_000;

/** A literal, past strings, templates and comments. */
const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=(?:[=(,:!&|?{};\n[>]|return)\s*)\/((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

function literals() {
  const found = [];
  for (const file of readdirSync(path.join(root, 'src'), { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    const text = readFileSync(path.join(root, 'src', file), 'utf8');
    for (const match of text.matchAll(TOKEN)) {
      if (match[1]) found.push({ source: match[1], flags: match[2], place: `src/${file}:${text.slice(0, match.index).split('\n').length}`, ofBlocks: OF_BLOCKS.test(file) });
    }
  }
  return found;
}

/** Patterns that are put together when the engine is loaded. */
async function composed() {
  const bundle = await build({
    absWorkingDir: root, entryPoints: ['src/chancery.ts'], bundle: true, write: false, platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', format: 'iife',
    banner: { js: 'const Plain = RegExp; RegExp = new Proxy(Plain, { construct(target, [source, flags = ""]) { if (typeof source === "string") caught.push({ source, flags }); return new target(source, flags); } });' },
  });
  const caught = [];
  new Function('caught', `let RegExp = globalThis.RegExp; ${bundle.outputFiles[0].text}`)(caught);
  return caught.map(({ source, flags }) => ({ source, flags, place: 'put together', ofBlocks: true }));
}

const hashOf = ({ source, flags, ofBlocks }, bound) => createHash('sha256').update(`${source}/${flags}/${ofBlocks}/${bound ?? ''}`).digest('hex').slice(0, 12);

/** Patterns that are given no more than so many characters, with what cuts their text. */
function bounds() {
  const known = new Map();
  for (const line of readFileSync(path.join(here, 'bounded.txt'), 'utf8').split('\n')) {
    const found = /^(\d+)\t[^\t]+\t(.+)$/.exec(line);
    if (found) known.set(found[2], Number(found[1]));
  }
  return known;
}

/** Of recheck's checkers the one that is nothing but JavaScript. */
function checker() {
  if (!existsSync(path.join(here, 'node_modules', 'recheck'))) {
    execFileSync('npm', ['ci', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  }
  process.env.RECHECK_BACKEND = 'pure';
  return createRequire(path.join(here, 'package.json'))('recheck').checkSync;
}

/** `safe` where it is proven, `withstands` where no attack was found, else the attack. */
function verdictOf(pattern, bound, check) {
  const { source, flags, ofBlocks } = pattern;
  if (bound === undefined) {
    const { status, attack } = check(source, flags, { timeout: 400 });
    if (status === 'safe') return { verdict: 'safe' };
    if (status === 'vulnerable' && !ofBlocks) return { attack: { text: attack.string } };
  }
  const length = bound ?? LONG;
  const attack = attacked(source, flags, length, ofBlocks ? Math.min(length, LONGEST_RUN) : length);
  return attack ? { attack } : { verdict: 'withstands' };
}

const write = process.argv.includes('--write');
const bounded = bounds();
const listed = new Map(readFileSync(verdictsFile, 'utf8').split('\n').filter(line => line !== '').map(line => line.split(' ')));
const cached = new Map(existsSync(cacheFile) ? Object.entries(JSON.parse(readFileSync(cacheFile, 'utf8'))) : []);
const patterns = new Map();
for (const pattern of [...literals(), ...await composed()]) {
  const bound = bounded.get(`/${pattern.source}/${pattern.flags}`);
  const key = hashOf(pattern, bound);
  if (!patterns.has(key)) patterns.set(key, { ...pattern, bound });
}
const verdicts = new Map();
const failed = [];
let check;
for (const [key, pattern] of patterns) {
  const known = listed.get(key) ?? cached.get(key);
  const { verdict, attack } = known ? { verdict: known } : verdictOf(pattern, pattern.bound, check ??= checker());
  if (verdict) verdicts.set(key, verdict);
  else failed.push({ ...pattern, attack });
}
const used = new Set([...patterns.values()].filter(p => p.bound !== undefined).map(p => `/${p.source}/${p.flags}`));
const unused = [...bounded.keys()].filter(pattern => !used.has(pattern));

mkdirSync(path.dirname(cacheFile), { recursive: true });
writeFileSync(cacheFile, JSON.stringify(Object.fromEntries(verdicts)));
if (write) writeFileSync(verdictsFile, `${[...verdicts].map(entry => entry.join(' ')).sort().join('\n')}\n`);
for (const { place, source, flags, attack } of failed) {
  console.error(`${place}: /${source}/${flags}\n  takes ${attack.ms === undefined ? 'the square of its length or more' : `${attack.ms.toFixed(0)} ms`} for ${attack.text.length} characters: ${JSON.stringify(attack.text.slice(0, 50))}…`);
}
for (const pattern of unused) console.error(`scripts/redos/bounded.txt has a pattern that is not there any more: ${pattern}`);
const count = verdict => [...verdicts.values()].filter(v => v === verdict).length;
console.log(`${patterns.size} regular expressions: ${count('safe')} proven safe, ${count('withstands')} withstand attack, of which ${used.size} see a bounded text; ${failed.length} do not.`);
process.exitCode = failed.length + unused.length > 0 ? 1 : 0;
