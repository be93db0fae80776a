import { readFileSync } from 'node:fs';

const BINARY_PROBE = 8000;

/** The text of a file, `-` for standard input, or why it cannot be read. */
export function readText(file: string): { text: string } | { error: string } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === '-' ? 0 : file);
  } catch (problem) {
    return { error: reason(problem) };
  }
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) return { error: 'This is not a text file.' };
  return { text: bytes.toString('utf8') };
}

function reason(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : '';
  if (code === 'ENOENT') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder, not a file.';
  if (code === 'EACCES') return 'This file may not be read.';
  return problem instanceof Error ? problem.message : String(problem);
}
