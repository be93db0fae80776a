/**
 * What the engine costs, as CPU time and as ratios within one run: to a bare `charCodeAt` pass over the same text, and to
 * the Lezer parse of it. Absolute times depend on the machine, ratios hardly do. Prints rows as JSON: scripts/bench.mjs
 * makes the table. `--text DIR` measures on the texts of a folder too, `--quick` leaves out the long rows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createChancery, type Chancery, type Resources } from '../../src/chancery';
import { openGazetteer } from '../../src/gazetteer/open';
import { nameIndexOf } from '../../src/recognize/names/name-index';
import { corpus, generator } from './corpus';
import { bare, cpu, KB, lezer, MB, median, quantile, type Row, sink } from './measure';

const root = process.cwd();
const resources: Resources = {
  gazetteer: readFileSync(path.join(root, 'dist/gazetteer.bin')),
};
const open = (): ReturnType<typeof openGazetteer>['gazetteer'] => openGazetteer(resources.gazetteer).gazetteer;

const rows: Row[] = [];

function row(what: string, ms: number, text?: string): void {
  rows.push({ what, ms, ...(text === undefined ? {} : { bare: ms / bare(text), lezer: ms / lezer(text) }) });
}

function readFresh(chancery: Chancery, text: string): void {
  const reading = chancery.open({ language: 'markdown', always: true }).update(text)!;
  sink.value ^= reading.findings.length;
}

/** All checks over a text that no cache knows, in a warm process. */
function whole(chancery: Chancery, what: string, text: string, runs = 9): void {
  readFresh(chancery, text);
  row(what, median(runs, () => readFresh(chancery, text)), text);
}

/** Random edits, each one letter typed or deleted anywhere, after as many of warming up. */
function keystrokes(chancery: Chancery, what: string, text: string, edits: number): void {
  const random = generator(7);
  const brief = chancery.open({ language: 'markdown', always: true });
  let now = text;
  brief.update(now);
  const type = (): number => {
    const at = 60 + Math.floor(random() * (now.length - 60));
    now = random() < 0.5 ? `${now.slice(0, at)}e${now.slice(at)}` : now.slice(0, at) + now.slice(at + 1);
    // the host hands over one flat string; joining it is not the engine's cost
    now.charCodeAt(at);
    return cpu(() => {
      sink.value ^= brief.update(now)!.findings.length;
    });
  };
  for (let i = 0; i < edits; i++) type();
  const times = Array.from({ length: edits }, type);
  row(`${what}, median of ${edits} edits`, quantile(times, 0.5));
  row(`${what}, p99`, quantile(times, 0.99));
}

function nearMisses(): void {
  const gazetteer = open();
  const index = nameIndexOf(gazetteer);
  const random = generator(3);
  const slips = gazetteer.data.records.people.filter(p => (p.family_name?.length ?? 0) > 5).map(p => {
    const name = p.family_name!.toLowerCase();
    const at = 1 + Math.floor(random() * (name.length - 1));
    return name.slice(0, at) + name.slice(at + 1);
  });
  const run = (): void => {
    for (const slip of slips) sink.value ^= index.near(slip).length;
  };
  run();
  row('a near-miss look-up', median(9, run) / slips.length);
}

function hovers(chancery: Chancery, text: string): void {
  const reading = chancery.open({ language: 'markdown', always: true }).update(text)!;
  const random = generator(5);
  const offsets = Array.from({ length: 500 }, () => Math.floor(random() * text.length));
  const run = (): void => {
    for (const offset of offsets) if (reading.hoverAt(offset)) sink.value ^= 1;
  };
  run();
  row('a hover in 100 KB', median(9, run) / offsets.length);
}

/** Markdown and plain texts of a folder, one after the other, up to `size` characters. */
function textsOf(folder: string, size: number): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:md|txt)$/.test(file)).sort();
  let all = '';
  for (const file of files) {
    if (all.length >= size) break;
    all += `${readFileSync(path.join(folder, file), 'utf8')}\n\n`;
  }
  return all.slice(0, size);
}

/** Texts that would show anything worse than linear: twice the text, about the same ratio. */
function families(chancery: Chancery): void {
  const names = open().data.records.people.map(p => p.name);
  const manyNames = (n: number): string => `${Array.from({ length: n }, (_, i) => names[i % names.length]).join(', ')} met.`;
  const manyFigures = (n: number): string => `${Array.from({ length: n }, (_, i) => `${(i % 90) + 10},000 troops`).join(', ')} were counted.`;
  const nested = (n: number): string => Array.from({ length: n }, (_, i) => `${'>'.repeat((i % 40) + 1)} ${'- '.repeat(i % 20)}“Quoted ‘again’ by NATO.”`).join('\n');
  for (const n of [5000, 10_000]) whole(chancery, `${n.toLocaleString('en-GB')} names in one sentence`, manyNames(n), 3);
  for (const n of [2500, 5000]) whole(chancery, `${n.toLocaleString('en-GB')} figures in one sentence`, manyFigures(n), 3);
  for (const n of [2000, 4000]) whole(chancery, `${n.toLocaleString('en-GB')} lines of nested quotations and lists`, nested(n), 3);
}

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const folder = args.includes('--text') ? args[args.indexOf('--text') + 1] : undefined;
const generated = (size: number): string => corpus(open(), size, 1);
const chancery = createChancery(resources);

row('opening the gazetteer', median(9, () => {
  sink.value ^= open().profiles.length;
}));
const kinds: [string, (size: number) => string][] = [['generated briefings', generated]];
if (folder !== undefined) kinds.push(['real text', size => textsOf(folder, size)]);
for (const [kind, text] of kinds) {
  for (const [label, size] of [['10 KB', 10 * KB], ['100 KB', 100 * KB], ['1 MB', MB]] as const) whole(chancery, `all checks, ${label} of ${kind}`, text(size), size === MB ? 5 : 9);
  keystrokes(chancery, `a keystroke in 100 KB of ${kind}`, text(100 * KB), quick ? 100 : 1000);
  if (!quick) keystrokes(chancery, `a keystroke in 1 MB of ${kind}`, text(MB), 100);
}
nearMisses();
hovers(chancery, generated(100 * KB));
if (!quick) families(chancery);
const text = generated(MB);
console.log(JSON.stringify({ people: open().data.records.people.length, bare: bare(text), lezer: lezer(text), rows, sink: sink.value === 0.5 }));
