/**
 * `npm run desk`: a day at the desk. Edits over many open documents, as the editor hands them over; what is kept for a
 * document is let go with it. Memory is that after collection: run with --expose-gc, which this script asks for itself.
 *   --edits N       20,000
 *   --documents N   50
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Brief } from '../../src/chancery';
import { generator } from '../bench/corpus';
import { engine } from '../check';
import { edited, PIECES, seedTexts } from './arbitrary';

/** Growth of the heap over a day, and of the time of an edit from the first quarter to the last, that is allowed. */
const MOST_GROWTH = 0.05;
const MOST_SLOWER = 1.5;

const { values } = parseArgs({ options: { edits: { type: 'string', default: '20000' }, documents: { type: 'string', default: '50' } } });

function heap(): number {
  for (let i = 0; i < 4; i++) (globalThis as { gc?: () => void }).gc!();
  return process.memoryUsage().heapUsed / 1e6;
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}

/** Milliseconds of CPU for each edit; every fiftieth reading is compared with a fresh one. */
function day(edits: number, documents: number): { times: number[]; stale: number } {
  const random = generator(11);
  const texts = Array.from({ length: documents }, (_, i) => seedTexts()[i % 40]!.repeat(1 + (i % 4)));
  const briefs: Brief[] = texts.map(() => engine('shipped').open({ language: 'markdown', always: true }));
  const times: number[] = [];
  let stale = 0;
  for (let i = 0; i < edits; i++) {
    const at = Math.floor(random() * documents);
    const piece = random() < 0.7 ? 'etaoin shrdlu'[Math.floor(random() * 13)]! : PIECES[Math.floor(random() * PIECES.length)]!;
    // of a size that stays: what is typed is deleted again
    texts[at] = edited(texts[at]!, { at: Math.floor(random() * 1_000_000), remove: random() < 0.6 ? piece.length : 0, piece });
    if (texts[at]!.length > 8_000) texts[at] = texts[at]!.slice(0, 4_000);
    const from = process.cpuUsage();
    const reading = briefs[at]!.update(texts[at]!)!;
    const { user, system } = process.cpuUsage(from);
    times.push((user + system) / 1000);
    if (i % 50 === 0 && JSON.stringify(reading.findings) !== JSON.stringify(engine('shipped').open({ language: 'markdown', always: true }).update(texts[at]!)!.findings)) stale++;
  }
  return { times, stale };
}

function main(): void {
  const [edits, documents] = [Number(values.edits), Number(values.documents)];
  // a day before the day: what is kept once for all is there, and its edits warm the caches of the engine
  day(Math.min(edits, 4000), documents);
  const before = heap();
  const { times, stale } = day(edits, documents);
  const after = heap();
  const quarter = (n: number): readonly number[] => times.slice(Math.floor((times.length * n) / 4), Math.floor((times.length * (n + 1)) / 4)).sort((a, b) => a - b);
  const [first, last] = [quantile(quarter(0), 0.5), quantile(quarter(3), 0.5)];
  const all = [...times].sort((a, b) => a - b);
  console.log(`${edits} edits over ${documents} documents: p50 ${quantile(all, 0.5).toFixed(2)} ms, p99 ${quantile(all, 0.99).toFixed(2)} ms, most ${all.at(-1)!.toFixed(1)} ms of CPU time.`);
  console.log(`Median of the first quarter ${first.toFixed(2)} ms, of the last ${last.toFixed(2)} ms. Stale readings: ${stale} of ${Math.ceil(edits / 50)}.`);
  console.log(`Heap after collection ${before.toFixed(1)} MB before and ${after.toFixed(1)} MB after the documents were closed (${(100 * (after / before - 1)).toFixed(1)} %).`);
  process.exitCode = stale > 0 || after > before * (1 + MOST_GROWTH) || last > first * MOST_SLOWER + 0.2 ? 1 : 0;
}

if (typeof (globalThis as { gc?: unknown }).gc === 'function') main();
else process.exitCode = spawnSync(process.execPath, ['--expose-gc', ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1;
