/**
 * The engine's cost, as ratios within one run to a bare `charCodeAt` pass over the same text: absolute times depend on
 * the machine, ratios hardly do. Medians of 9, warm, with an empty block cache where a whole document is read.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createChancery, type Chancery } from '../../src/chancery';
import { openGazetteer } from '../../src/gazetteer/open';
import { nameIndexOf } from '../../src/recognize/names/name-index';
import { corpus, generator } from './corpus';

const root = process.cwd();
const json = readFileSync(path.join(root, 'dist/gazetteer.json'), 'utf8');
const words = readFileSync(path.join(root, 'dist/words.txt'), 'utf8');
const { gazetteer } = openGazetteer(json, words);

const MB = 1_000_000;
let sink = 0;

function pass(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink ^= sum;
}

function milliseconds(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

function median(times: number, run: () => void): number {
  return quantile(Array.from({ length: times }, () => milliseconds(run)), 0.5);
}

/** Time of one bare pass over the text, in milliseconds. */
function bare(text: string): number {
  for (let i = 0; i < 20; i++) pass(text);
  return median(31, () => pass(text));
}

interface Row {
  readonly what: string;
  readonly ms: number;
  readonly ratio: number;
}

const rows: Row[] = [];
function row(what: string, ms: number, base: number): void {
  rows.push({ what, ms, ratio: ms / base });
}

function readFresh(chancery: Chancery, text: string): void {
  const reading = chancery.open({ language: 'markdown', always: true }).update(text)!;
  sink ^= reading.findings.length;
}

function whole(chancery: Chancery, label: string, text: string, runs = 9): void {
  readFresh(chancery, text);
  row(label, median(runs, () => readFresh(chancery, text)), bare(text));
}

/** 1,000 random edits, each one letter typed or deleted at a random place; the 99th percentile. */
function keystrokes(chancery: Chancery, text: string): void {
  const random = generator(7);
  const brief = chancery.open({ language: 'markdown', always: true });
  let now = text;
  brief.update(now);
  const times: number[] = [];
  for (let i = 0; i < 1000; i++) {
    const at = 60 + Math.floor(random() * (now.length - 60));
    now = random() < 0.5 ? `${now.slice(0, at)}e${now.slice(at)}` : now.slice(0, at) + now.slice(at + 1);
    times.push(milliseconds(() => {
      sink ^= brief.update(now)!.findings.length;
    }));
  }
  const base = bare(text);
  row('a keystroke in 100 KB, median of 1,000 edits', quantile(times, 0.5), base);
  row('a keystroke in 100 KB, p99 of 1,000 edits', quantile(times, 0.99), base);
}

function nearMisses(base: number): void {
  const index = nameIndexOf(gazetteer);
  const random = generator(3);
  const slips = gazetteer.data.records.people.filter(p => (p.family_name?.length ?? 0) > 5).map(p => {
    const name = p.family_name!.toLowerCase();
    const at = 1 + Math.floor(random() * (name.length - 1));
    return name.slice(0, at) + name.slice(at + 1);
  });
  const run = (): void => {
    for (const slip of slips) sink ^= index.near(slip).length;
  };
  run();
  row('a near-miss look-up', median(9, run) / slips.length, base);
}

function hovers(chancery: Chancery, text: string, base: number): void {
  const reading = chancery.open({ language: 'markdown', always: true }).update(text)!;
  const random = generator(5);
  const offsets = Array.from({ length: 500 }, () => Math.floor(random() * text.length));
  const run = (): void => {
    for (const offset of offsets) if (reading.hoverAt(offset)) sink ^= 1;
  };
  run();
  row('a hover in 100 KB', median(9, run) / offsets.length, base);
}

const chancery = createChancery({ gazetteer: json, words });
const text1 = corpus(gazetteer, MB, 1);
const text01 = corpus(gazetteer, MB / 10, 2);

row('opening the gazetteer', median(9, () => {
  sink ^= openGazetteer(json, words).gazetteer.data.files.length;
}), bare(text1));
whole(chancery, 'all checks, 1 MB of briefings', text1);
whole(chancery, 'all checks, 250 KB', corpus(gazetteer, MB / 4, 1));
whole(chancery, 'all checks, 500 KB', corpus(gazetteer, MB / 2, 1));
keystrokes(chancery, text01);
nearMisses(bare(text01));
hovers(chancery, text01, bare(text01));

// texts that would show anything worse than linear: twice the text, about the same ratio
const names = gazetteer.data.records.people.map(p => p.name);
const manyNames = (n: number): string => `${Array.from({ length: n }, (_, i) => names[i % names.length]).join(', ')} met.`;
const manyFigures = (n: number): string => `${Array.from({ length: n }, (_, i) => `${(i % 90) + 10},000 troops`).join(', ')} were counted.`;
const nested = (n: number): string => Array.from({ length: n }, (_, i) => `${'>'.repeat((i % 40) + 1)} ${'- '.repeat(i % 20)}“Quoted ‘again’ by NATO.”`).join('\n');
for (const n of [5000, 10000]) whole(chancery, `${n.toLocaleString('en-GB')} names in one sentence`, manyNames(n), 3);
for (const n of [2500, 5000]) whole(chancery, `${n.toLocaleString('en-GB')} figures in one sentence`, manyFigures(n), 3);
for (const n of [2000, 4000]) whole(chancery, `${n.toLocaleString('en-GB')} lines of nested quotations and lists`, nested(n), 3);

const people = gazetteer.data.records.people.length;
console.log(`Node ${process.version}, ${people} people, text of ${text1.length.toLocaleString('en-GB')} characters; ratio: to one charCodeAt pass over the same text (${bare(text1).toFixed(2)} ms for 1 MB)`);
const width = Math.max(...rows.map(r => r.what.length));
for (const r of rows) console.log(`${r.what.padEnd(width)}  ${r.ms.toFixed(r.ms < 1 ? 4 : 1).padStart(10)} ms  ${r.ratio < 1 ? r.ratio.toFixed(4) : Math.round(r.ratio)}×`);
if (sink === 0.5) console.log(sink);
