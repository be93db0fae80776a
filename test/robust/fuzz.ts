/**
 * `npm run fuzz`: inputs of all kinds for so long; what fails is made small and printed with its seed.
 *   --minutes N   how long (1)
 *   --seed N      the first seed; each run of a kind takes the next
 *   --only NAME   one kind of input
 */
import fc from 'fast-check';
import { parseArgs } from 'node:util';
import { kinds } from './properties';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, only: { type: 'string' } } });
const all = kinds().filter(kind => values.only === undefined || kind.name === values.only);
const first = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const until = Date.now() + Number(values.minutes) * 60_000;
const inputs = new Map(all.map(kind => [kind.name, 0]));
const failed = new Map<string, number>();

console.log(`Seeds from ${first}.`);
for (let seed = first, round = 0; all.length > 0 && Date.now() < until; round++) {
  const kind = all[round % all.length]!;
  // a kind that has failed a few times has been shown
  if ((failed.get(kind.name) ?? 0) >= 3) {
    if (all.every(k => (failed.get(k.name) ?? 0) >= 3)) break;
    continue;
  }
  const result = fc.check(kind.property(), { seed, numRuns: kind.turn, interruptAfterTimeLimit: Math.max(1, until - Date.now()), markInterruptAsFailure: false });
  inputs.set(kind.name, inputs.get(kind.name)! + result.numRuns);
  if (result.failed) {
    failed.set(kind.name, (failed.get(kind.name) ?? 0) + 1);
    console.log(`\nFAILED ${kind.name}, --seed ${seed} --only '${kind.name}', after ${result.numRuns} inputs and ${result.numShrinks} steps of making it small:`);
    console.log(JSON.stringify(result.counterexample));
    console.log(result.errorInstance instanceof Error ? result.errorInstance.stack?.slice(0, 1500) : String(result.errorInstance));
  }
  seed++;
}
console.log('');
for (const kind of all) {
  const counts = Object.entries(kind.counts).map(([name, n]) => `, ${n} ${name}`).join('');
  console.log(`${kind.name}: ${inputs.get(kind.name)} inputs${counts}${failed.has(kind.name) ? `, FAILED ${failed.get(kind.name)} times` : ''}`);
}
console.log(JSON.stringify({ fuzz: first, cpu: Math.round(process.cpuUsage().user / 1e6), inputs: Object.fromEntries(inputs), counts: Object.assign({}, ...all.map(kind => Object.fromEntries(Object.entries(kind.counts).map(([name, n]) => [`${kind.name}: ${name}`, n])))), failed: Object.fromEntries(failed) }));
console.log(`${[...inputs.values()].reduce((a, b) => a + b, 0)} inputs, ${failed.size === 0 ? 'nothing failed' : `${failed.size} kinds failed`}.`);
process.exitCode = failed.size > 0 || all.length === 0 ? 1 : 0;
