/** The long run: `npm run fuzz:incremental -- --sequences 10000 --seed 1`. Failures are made smaller and printed with their seed. */
import fc from 'fast-check';
import { engine } from '../check';
import { type Compared, incrementalEqualsFresh } from './incremental';
import { textsOf } from './documents';

/** Sequences of one batch: after each a line is printed. */
const BATCH = 500;

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number.`);
  return value;
}

const sequences = option('sequences', 10_000);
const first = option('seed', Math.floor(Math.random() * 2 ** 31));
const chancery = engine('shipped');
const compared: Compared = { sequences: 0, edits: 0, findings: 0 };
let failed = 0;
for (let done = 0, seed = first; done < sequences; done += BATCH, seed++) {
  const result = fc.check(incrementalEqualsFresh(chancery, compared), { numRuns: Math.min(BATCH, sequences - done), seed });
  if (result.failed) {
    failed++;
    const [document, changes, markdown] = result.counterexample!;
    console.log(`seed ${seed}, path ${result.counterexamplePath}: a kept reading differs (${markdown ? 'markdown' : 'plain text'}, made smaller ${result.numShrinks} times)`);
    for (const text of textsOf(document, changes)) console.log(JSON.stringify(text));
    console.log(result.errorInstance instanceof Error ? result.errorInstance.message.slice(0, 2500) : String(result.errorInstance));
  }
  const cpu = process.cpuUsage();
  console.log(`seed ${seed}: ${Math.min(done + BATCH, sequences)} of ${sequences} sequences, ${compared.edits} edits, ${compared.findings} findings compared, ${failed} batches failed, ${((cpu.user + cpu.system) / 1e6).toFixed(0)} s CPU`);
}
process.exitCode = failed > 0 ? 1 : 0;
