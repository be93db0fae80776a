import { visible } from '../../chancery';

/** Problems that are told one by one; of more, only the number. */
export const MOST_TOLD = 50;

/** A line on standard error. What it quotes may come from anywhere: nothing in it is obeyed by a terminal. */
export function tell(line: string): void {
  process.stderr.write(`${visible(line)}\n`);
}

/** A line on standard output, as `tell`. */
export function print(line: string): void {
  process.stdout.write(`${visible(line)}\n`);
}

/** Text of our own, of many lines. */
export function printText(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

/** A slip in the arguments, with what they may be. */
export function usage(problem: string, text: string): number {
  tell(problem);
  process.stderr.write(`\n${text}\n`);
  return 2;
}

/** Whether what is printed is coloured. As https://no-color.org asks, the variable counts where it is not empty. */
export function coloured(terminal: boolean | undefined, env: Readonly<Record<string, string | undefined>>): boolean {
  return terminal === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/** At most so many lines, and the number of those left out. */
export function first(lines: readonly string[], most = MOST_TOLD): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `… and ${lines.length - most} more.`];
}

export function reasonOf(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  return REASONS[code] ?? (problem instanceof Error ? problem.message : String(problem));
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'This is a folder, not a file.',
  ENOTDIR: 'This is a file, not a folder.',
  EACCES: 'This may not be read or written.',
  EPERM: 'This may not be read or written.',
  EROFS: 'This may not be written.',
  ENOSPC: 'There is no room left on the disk.',
};
