import type { Problem } from './model';

/** Problems of one severity that are told of one file. */
const MOST = 50;

const WORDS: Readonly<Record<Problem['severity'], readonly [string, string]>> = {
  error: ['error', 'errors'], warning: ['warning', 'warnings'], information: ['remark', 'remarks'],
};

/** The first problems of each severity in each file, and of the others how many there are: nobody reads ten thousand. */
export function told(problems: Iterable<Problem>): Problem[] {
  const counts = new Map<string, { count: number; last: Problem }>();
  const kept: Problem[] = [];
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.file}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { count, last: count <= MOST ? problem : counts.get(key)!.last });
    if (count <= MOST) kept.push(problem);
  }
  for (const { count, last } of counts.values()) {
    const more = count - MOST;
    if (more <= 0) continue;
    const [one, many] = WORDS[last.severity];
    kept.push({ ...last, more, message: more === 1 ? `There is 1 more ${one} in this file.` : `There are ${more} more ${many} in this file.` });
  }
  return kept;
}
