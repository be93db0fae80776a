import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { read, root, unmark } from '../check';
import type { Finding } from '../../src/chancery';

/** Checks of numbers and documents: what a note labelled `none` must not have, apart from findings that only ask for a source or a style. */
const JUDGED = new Set([
  'figure-conflict', 'figure-vague', 'figure-sum', 'figure-share', 'figure-change', 'figure-conversion', 'elapsed-time', 'figure-magnitude', 'figure-table-mismatch',
  'figure-estimate-mismatch', 'count-list-mismatch', 'resolution-year', 'instrument-unknown-form',
]);

export interface Note {
  readonly kind: string;
  /** `none`: nothing is to be reported. */
  readonly check: string;
  readonly date: string;
  readonly text: string;
}

export interface Outcome {
  readonly note: Note;
  readonly found: boolean;
  /** Findings that the label does not have. */
  readonly others: readonly Finding[];
}

/** Labelled notes of one file: `kind: [check date | text]`. */
export function notesOf(file: string): Note[] {
  const kinds = parse(readFileSync(path.join(root, 'test', 'accuracy', file), 'utf8')) as Record<string, readonly string[]>;
  return Object.entries(kinds).flatMap(([kind, notes]) => notes.map(line => {
    const match = /^([a-z-]+) (\d{4}-\d\d-\d\d) \| (.+)$/s.exec(line);
    if (!match) throw new Error(`${file}: no label in ‘${line}’`);
    return { kind, check: match[1]!, date: match[2]!, text: match[3]!.replaceAll('⏎', '\n') };
  }));
}

export function outcomeOf(note: Note): Outcome {
  const { text, marks } = unmark(`---\ndate: ${note.date}\n---\n\n${note.text}`);
  const findings = read('shipped', text).findings.filter(f => JUDGED.has(f.check));
  const hit = (f: Finding): boolean => f.check === note.check && marks.some(m => f.span.start < m.end && m.start < f.span.end);
  const counted = findings.filter(f => f.severity === 'warning' || f.check !== 'figure-conflict');
  return { note, found: findings.some(hit), others: counted.filter(f => !hit(f)) };
}

export interface NumbersScore {
  readonly kind: string;
  readonly planted: number;
  readonly found: number;
  readonly others: number;
}

/** The labelled notes: the half that the reader was tuned to, the halves kept apart, and those written later, each read once before anything was mended for it. */
export const SETS = ['numbers-open.yaml', 'numbers-apart.yaml', 'numbers-second.yaml', 'numbers-third.yaml', 'numbers-fourth.yaml', 'numbers-other.yaml', 'numbers-fifth.yaml'] as const;

/** What a set gave when it was read for the first time. */
export interface FirstReading {
  readonly date: string;
  readonly planted: number;
  readonly found: number;
  readonly others: number;
  readonly note?: string;
}

export function firstReadings(): Readonly<Record<string, FirstReading>> {
  return parse(readFileSync(path.join(root, 'test', 'accuracy', 'numbers-readings.yaml'), 'utf8')) as Record<string, FirstReading>;
}

/** Found and falsely reported by kind, and all together last. */
export function scoreNumbers(file: string): NumbersScore[] {
  const rows = new Map<string, { planted: number; found: number; others: number }>();
  const all = { planted: 0, found: 0, others: 0 };
  for (const note of notesOf(file)) {
    const outcome = outcomeOf(note);
    const row = rows.get(note.kind) ?? { planted: 0, found: 0, others: 0 };
    rows.set(note.kind, row);
    for (const sum of [row, all]) {
      if (note.check !== 'none') sum.planted++;
      if (outcome.found) sum.found++;
      sum.others += outcome.others.length;
    }
  }
  return [...[...rows].map(([kind, row]) => ({ kind, ...row })), { kind: 'all', ...all }];
}
