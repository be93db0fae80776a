/**
 * `npm run growth`: what texts that double cost, in CPU time of this process. A family whose cost grows faster than
 * n log n, or whose longest text takes longer than anybody waits, fails.
 *   --grep TEXT       families whose name has the text
 *   --longest N       longest text (160,000 characters)
 */
import { parseArgs } from 'node:util';
import { engine } from '../check';
import { FAMILIES, type Family } from './families';

/** Seconds above which the longest text is too slow, whatever its growth. */
const SLOWEST = 6;
/** Below this, in seconds, a measurement is noise. */
const FLOOR = 0.25;
/** How much more than n log n a doubling may cost before it is measured again, and at the end fails. */
const SLACK = 1.5;

export interface Growth {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly lengths: readonly number[];
  readonly fails: string | undefined;
}

/** Seconds of CPU for reading a text and for what hosts ask of a reading. */
export function cost(family: Family, length: number): number {
  const text = family.text(length);
  const from = process.cpuUsage();
  const reading = engine('shipped').open({ language: family.language, always: true }).update(text)!;
  if (reading.failures.length > 0) throw new Error(`${family.name}: ${reading.failures[0]!.what} failed: ${reading.failures[0]!.message}`);
  reading.fixAll();
  for (let i = 0; i < 5; i++) reading.hoverAt(Math.floor((text.length * i) / 5));
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Whether the last doubling cost more than n log n allows: the least of several measurements of both ends. */
export function grows(family: Family, longest: number, slowest = SLOWEST, measure = cost): Growth {
  const lengths: number[] = [];
  const seconds: number[] = [];
  let fails: string | undefined;
  for (let length = longest / 8; length <= longest && !fails; length *= 2) {
    lengths.push(length);
    seconds.push(measure(family, length));
    if (seconds.at(-1)! > slowest && measure(family, length) > slowest) fails = `${seconds.at(-1)!.toFixed(1)} s for ${length} characters`;
  }
  const n = lengths.at(-1)!;
  const allowed = (2 * Math.log(n)) / Math.log(n / 2) * SLACK;
  for (let again = 0; !fails && again < 3; again++) {
    const [half, whole] = seconds.slice(-2) as [number, number];
    if (whole < FLOOR || whole / Math.max(half, FLOOR / 2) <= allowed) break;
    if (again === 2) fails = `a doubling to ${n} characters costs ${(whole / half).toFixed(1)} times as much`;
    else seconds.splice(-2, 2, Math.max(half, measure(family, n / 2)), Math.min(whole, measure(family, n)));
  }
  return { name: family.name, seconds, lengths, fails };
}

function main(): void {
  const { values } = parseArgs({ options: { grep: { type: 'string', default: '' }, longest: { type: 'string', default: '160000' } } });
  const families = FAMILIES.filter(f => f.name.includes(values.grep));
  cost(families[0]!, 1000);
  let failed = 0;
  for (const family of families) {
    const { seconds, fails } = grows(family, Number(values.longest));
    if (fails) failed++;
    if (fails || seconds.at(-1)! > 1) console.log(`${fails ? 'FAILS' : 'slow '} ${family.name}: ${seconds.map(s => s.toFixed(2)).join(' ')} s${fails ? ` — ${fails}` : ''}`);
  }
  console.log(`${families.length} families up to ${values.longest} characters: ${failed} grow faster than n log n or take more than ${SLOWEST} s.`);
  process.exitCode = failed > 0 || families.length === 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('growth.cjs')) main();
