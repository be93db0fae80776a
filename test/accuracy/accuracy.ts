/**
 * `npm run accuracy`: how right the checks are, in one table: the examples on the checks' pages, the labelled figures,
 * and, with `--docs FOLDER`, one known slip planted per copy of each document there, with the findings on the
 * untouched documents beside it. Documents are .md and .txt files; nothing of them is kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../src/checks/run/list';
import { exampleReported, read, root } from '../check';
import { openGazetteer } from '../../src/gazetteer/open';
import { generator } from '../bench/corpus';
import { examplesOf, pagesOf } from '../unit/examples';
import { scoreFigures } from './figures';
import { firstReadings, notesOf, scoreNumbers, SETS } from './numbers';

const rows: [string, string, string][] = [];

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

function examples(): void {
  const pages = pagesOf(root);
  let reported = 0;
  let marks = 0;
  let silent = 0;
  let quiet = 0;
  for (const check of CHECKS) {
    const page = pages.get(check.id)!;
    for (const example of examplesOf(page, 'Reported')) {
      const result = exampleReported(check.id, example);
      marks += result.marks;
      reported += result.found;
    }
    for (const example of examplesOf(page, 'Not reported')) {
      silent++;
      if (exampleReported(check.id, example).found === 0) quiet++;
    }
  }
  rows.push([`Examples on the pages of ${CHECKS.length} checks, reported`, `${reported} of ${marks}`, share(reported, marks)]);
  rows.push(['Examples on the pages, silent', `${quiet} of ${silent}`, share(quiet, silent)]);
}

const gazetteer = openGazetteer(readFileSync(path.join(root, 'dist/gazetteer.bin'))).gazetteer;

function figures(): void {
  const score = scoreFigures(gazetteer);
  rows.push([`Labelled figures, ${score.sentences} sentences: precision`, '', score.precision.toFixed(3)]);
  rows.push(['Labelled figures: recall', '', score.recall.toFixed(3)]);
}

/** Labelled notes about numbers, by kind over all sets, then set by set with what each gave at first sight. */
function numbers(): void {
  const kinds = new Map<string, { planted: number; found: number; others: number }>();
  const sets = SETS.map(file => ({ file, rows: scoreNumbers(file) }));
  for (const { rows: list } of sets) {
    for (const { kind, planted, found, others } of list) {
      const sum = kinds.get(kind) ?? { planted: 0, found: 0, others: 0 };
      kinds.set(kind, { planted: sum.planted + planted, found: sum.found + found, others: sum.others + others });
    }
  }
  const row = (what: string, { planted, found, others }: { planted: number; found: number; others: number }): void => {
    rows.push([`${what}: recall`, `${found} of ${planted}`, share(found, planted)]);
    rows.push([`${what}: precision`, `${others} others`, share(found, found + others)]);
  };
  rows.push([`Notes about numbers, ${SETS.reduce((n, file) => n + notesOf(file).length, 0)} in ${SETS.length} sets`, '', '']);
  for (const [kind, sum] of kinds) if (kind !== 'all' && sum.planted > 0) row(`  ${kind}`, sum);
  const first = firstReadings();
  for (const { file, rows: list } of sets) {
    row(`  ${file}`, list.at(-1)!);
    const reading = first[file];
    if (reading) row(`    at first sight, ${reading.date}`, reading);
  }
}

const NAME_CHECKS = new Set(['name-misspelling', 'name-given-mismatch', 'name-variant-mixed', 'name-spelling-unknown-pair']);

/** One letter dropped, doubled or swapped in a surname. */
function slip(word: string, random: () => number): string {
  const i = 1 + Math.floor(random() * (word.length - 1));
  const kind = Math.floor(random() * 3);
  if (kind === 0) return word.slice(0, i) + word.slice(i + 1);
  if (kind === 1 || i === word.length - 1 || word[i] === word[i + 1]) return word.slice(0, i) + word[i] + word.slice(i);
  return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
}

function documents(folder: string): void {
  const random = generator(11);
  const people = gazetteer.data.records.people.filter(p => (p.family_name?.length ?? 0) >= 5 && !/\s/.test(p.family_name!));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(f => /\.(?:md|txt)$/.test(f)).sort();
  let planted = 0;
  let found = 0;
  let restored = 0;
  let words = 0;
  const alarms = new Map<string, number>();
  for (const file of files) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    words += text.split(/\s+/).length;
    for (const f of read('shipped', text).findings) alarms.set(f.severity, (alarms.get(f.severity) ?? 0) + 1);
    const there = people.filter(p => text.includes(p.name)).slice(0, 2);
    for (const person of there) {
      const at = text.indexOf(person.name) + person.name.length - person.family_name!.length;
      if (text.slice(at, at + person.family_name!.length) !== person.family_name) continue;
      const wrong = slip(person.family_name, random);
      if (wrong === person.family_name) continue;
      const copy = text.slice(0, at) + wrong + text.slice(at + person.family_name.length);
      planted++;
      const hit = read('shipped', copy).findings.find(f => NAME_CHECKS.has(f.check) && f.span.start < at + wrong.length && at < f.span.end);
      if (!hit) continue;
      found++;
      if (hit.fixes.some(fix => fix.edits.some(e => e.text.includes(person.family_name!)))) restored++;
    }
  }
  rows.push([`Surnames with one slip, first mention, in ${files.length} documents`, `${found} of ${planted}`, share(found, planted)]);
  rows.push(['  of these, the fix restores the name', `${restored} of ${planted}`, share(restored, planted)]);
  for (const severity of ['error', 'warning', 'information', 'hint']) {
    const n = alarms.get(severity) ?? 0;
    rows.push([`Untouched documents, ${severity}, per 1,000 words`, `${n} on ${words.toLocaleString('en-GB')} words`, ((1000 * n) / Math.max(words, 1)).toFixed(3)]);
  }
}

examples();
figures();
numbers();
const at = process.argv.indexOf('--docs');
const docs = at > 0 ? process.argv[at + 1] : undefined;
if (docs) documents(docs);
const width = Math.max(...rows.map(r => r[0].length));
const middle = Math.max(...rows.map(r => r[1].length));
for (const [what, count, value] of rows) console.log(`${what.padEnd(width)}  ${count.padStart(middle)}  ${value.padStart(6)}`);
