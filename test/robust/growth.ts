/**
 * `npm run growth`: what texts that double cost, in CPU time of this process. A family whose cost grows faster than
 * n log n, or whose longest text takes longer than anybody waits, fails.
 *   --grep TEXT       families whose name has the text
 *   --longest N       longest text (160,000 characters)
 *   --part K/N        the K-th of N parts, for a machine that others need as well
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
  /** For an eighth of the longest text, a half where it was needed, the longest. */
  readonly seconds: readonly number[];
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

/**
 * Whether the last doubling cost more than n log n allows: the least of several measurements of both ends. A short text
 * comes first, so that what explodes is seen before it is waited for; what takes no time at its longest has no half.
 */
export function grows(family: Family, longest: number, slowest = SLOWEST, measure = cost): Growth {
  const made = (fails: string | undefined, ...seconds: number[]): Growth => ({ name: family.name, seconds, fails });
  const [half, whole] = [longest / 2, longest];
  const short = measure(family, longest / 8);
  // eight times as long: what is past this would be past the slowest with the square of it
  if (short > slowest / 8 && measure(family, longest / 8) > slowest / 8) return made(`${short.toFixed(1)} s for ${longest / 8} characters`, short);
  let long = measure(family, whole);
  if (long > slowest) long = Math.min(long, measure(family, whole));
  if (long > slowest) return made(`${long.toFixed(1)} s for ${whole} characters`, short, long);
  if (long < FLOOR) return made(undefined, short, long);
  const allowed = (2 * Math.log(whole)) / Math.log(half) * SLACK;
  let middle = measure(family, half);
  for (let again = 0; long / Math.max(middle, FLOOR / 2) > allowed; again++) {
    if (again === 2) return made(`a doubling to ${whole} characters costs ${(long / middle).toFixed(1)} times as much`, short, middle, long);
    middle = Math.max(middle, measure(family, half));
    long = Math.min(long, measure(family, whole));
  }
  return made(undefined, short, middle, long);
}

function main(): void {
  const { values } = parseArgs({ options: { grep: { type: 'string', default: '' }, longest: { type: 'string', default: '160000' }, part: { type: 'string', default: '1/1' } } });
  const [part, parts] = values.part.split('/').map(Number) as [number, number];
  const families = FAMILIES.filter(f => f.name.includes(values.grep)).filter((_, i) => i % parts === part - 1);
  cost(families[0]!, 1000);
  let failed = 0;
  let slowest = 0;
  for (const family of families) {
    const { seconds, fails } = grows(family, Number(values.longest));
    slowest = Math.max(slowest, seconds.at(-1)!);
    if (fails) failed++;
    if (fails || seconds.at(-1)! > 1) console.log(`${fails ? 'FAILS' : 'slow '} ${family.name}: ${seconds.map(s => s.toFixed(2)).join(' ')} s${fails ? ` — ${fails}` : ''}`);
  }
  console.log(JSON.stringify({ growth: values.part, families: families.length, longest: Number(values.longest), failed, slowest: Number(slowest.toFixed(2)) }));
  process.exitCode = failed > 0 || families.length === 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith('growth.cjs')) main();
