import { parser as commonmark, Table } from '@lezer/markdown';

/** What one thing cost: CPU milliseconds of the whole process (compiler and collector too), by `process.cpuUsage`. */
export interface Row {
  readonly what: string;
  readonly ms: number;
  /** To one `charCodeAt` pass over the same text, in the same run. */
  readonly bare?: number;
  /** To the Lezer parse of the same text, in the same run: the L of the table. */
  readonly lezer?: number;
}

export const KB = 1000;
export const MB = 1_000_000;

/** Keeps results from being optimised away. */
export const sink = { value: 0 };

export function cpu(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
}

export function median(times: number, run: () => void): number {
  return quantile(Array.from({ length: times }, () => cpu(run)), 0.5);
}

function pass(text: string): void {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  sink.value ^= sum;
}

/** One bare pass over the text, in milliseconds: of twenty together, as one is too short for the clock. */
export function bare(text: string): number {
  const times = Math.max(20, Math.ceil((20 * MB) / (text.length + 1)));
  const run = (): void => {
    for (let i = 0; i < times; i++) pass(text);
  };
  run();
  return median(7, run) / times;
}

const parser = commonmark.configure([Table]);

/** The Lezer parse of the text as Markdown with tables, in milliseconds. */
export function lezer(text: string): number {
  const times = Math.max(1, Math.ceil(MB / (text.length + 1)));
  const run = (): void => {
    for (let i = 0; i < times; i++) sink.value ^= parser.parse(text).length;
  };
  run();
  return median(9, run) / times;
}
