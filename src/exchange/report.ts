import { visible } from '../base/visible';
import type { Target } from '../gazetteer/fields';
import type { Id } from '../gazetteer/model';
import type { LeftOut } from './incoming';

/** What became of an input. Every part of it that is not told is as it was. */
export interface ImportReport {
  /** New records. */
  readonly taken: readonly { readonly section: Target; readonly id: Id; readonly name: string; readonly where: string }[];
  /** Records that were there and got something new: into which, and why that one. */
  readonly merged: readonly { readonly section: Target; readonly id: Id; readonly name: string; readonly where: string; readonly why: string; readonly fields: readonly string[] }[];
  /** Records that say nothing new. */
  readonly unchanged: number;
  /** What was not taken, and why. */
  readonly refused: readonly LeftOut[];
  /** Properties that the records have no place for, and how often they stood there. */
  readonly ignored: readonly { readonly what: string; readonly times: number }[];
}

/** The report for people, a line for each record; at most so many of a kind. What an input says is shown on terminals. */
export function reportText(report: ImportReport, most = Infinity): string {
  const lines: string[] = [];
  const section = (title: string, items: readonly (readonly string[])[]): void => {
    if (items.length === 0) return;
    lines.push(`${title} (${items.length}):`, ...items.slice(0, most).flatMap(item => item.map((line, i) => `${i === 0 ? '  ' : '    '}${visible(line)}`)));
    if (items.length > most) lines.push(`  … and ${items.length - most} more`);
  };
  section('Taken', report.taken.map(one => [`${one.section} ${one.id}: ${one.name} [${one.where}]`]));
  section('Merged', report.merged.map(one => [`${one.section} ${one.id}: ${one.why} [${one.where}]`, ...one.fields]));
  section('Refused', report.refused.map(one => [`${one.what}: ${one.why} [${one.where}]`]));
  section('No place for', report.ignored.map(one => [`${one.what}, ${one.times === 1 ? 'once' : `${one.times} times`}`]));
  lines.push(summary(report));
  return lines.join('\n');
}

function summary(report: ImportReport): string {
  const { taken, merged, unchanged, refused } = report;
  return `${taken.length} taken, ${merged.length} merged, ${unchanged} with nothing new, ${refused.length} refused.`;
}
