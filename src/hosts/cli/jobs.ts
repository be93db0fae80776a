import path from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Checked, Run, type RunOptions } from './check';
import { reasonOf } from './output';

/** What came of all files, in the order in which they were named. */
export interface Outcome {
  readonly checked: readonly Checked[];
  /** Problems in files of records that could be read, each once. */
  readonly remarks: readonly string[];
  /** What could not be read or done beside the files themselves, each once. */
  readonly failed: readonly string[];
}

interface Job {
  readonly files: readonly string[];
  readonly options: RunOptions;
}

/** Checks the files, in this thread, or parted among `jobs` threads that each open the records for themselves. */
export async function checkAll(files: readonly string[], options: RunOptions, jobs: number): Promise<Outcome> {
  if (jobs === 1 || files.length < 2) return checkHere({ files, options });
  const share = Math.ceil(files.length / jobs);
  const parts: Promise<Outcome>[] = [];
  for (let from = 0; from < files.length; from += share) parts.push(checkApart({ files: files.slice(from, from + share), options }));
  const outcomes = await Promise.all(parts);
  const once = (of: (outcome: Outcome) => readonly string[]): string[] => [...new Set(outcomes.flatMap(of))];
  return { checked: outcomes.flatMap(o => o.checked), remarks: once(o => o.remarks), failed: once(o => o.failed) };
}

function checkHere({ files, options }: Job): Outcome {
  const run = new Run(options);
  const checked = files.map(file => run.check(file));
  return { checked, remarks: [...run.remarks], failed: [...run.failed] };
}

/** Runs this same program in a thread of its own: `answerJob` is the other end. A thread that dies takes its files along, not the others. */
function checkApart(job: Job): Promise<Outcome> {
  return new Promise(resolve => {
    const lost = (why: string): void => {
      resolve({ checked: job.files.map(file => ({ path: file, text: '', findings: [], error: `This file could not be checked: ${why}` })), remarks: [], failed: [] });
    };
    const worker = new Worker(path.join(__dirname, 'cli.js'), { workerData: job });
    worker.once('message', resolve);
    worker.once('error', problem => lost(reasonOf(problem)));
    worker.once('exit', code => lost(`its thread ended with ${code}.`));
  });
}

/** In a thread started by `checkApart`: does its job and says what came of it. */
export function answerJob(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort!.postMessage(checkHere(workerData as Job));
}
