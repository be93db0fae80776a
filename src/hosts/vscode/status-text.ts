import { type Reading, writeDay } from '../../chancery';

export interface StatusFacts {
  readonly reading: Pick<Reading, 'standing' | 'judgedBy' | 'failures'>;
  /** Findings shown. */
  readonly count: number;
  readonly waitsForTrust: boolean;
  /** Files that could not be read, in words. */
  readonly notes: readonly string[];
}

/** The status item's words: “Chancery: 2 to check · no date”. */
export function statusText(facts: StatusFacts): string {
  const { judgedBy, failures } = facts.reading;
  const parts = [`Chancery: ${facts.count === 0 ? 'nothing' : facts.count} to check`, judgedBy ? writeDay(judgedBy.day) : 'no date'];
  if (failures.length > 0) parts.push(`${failures.length} ${failures.length === 1 ? 'part' : 'parts'} left out`);
  if (facts.notes.length > 0) parts.push(`${facts.notes.length} ${facts.notes.length === 1 ? 'file' : 'files'} not read`);
  if (facts.waitsForTrust) parts.push('workspace files wait for trust');
  return parts.join(' · ');
}

/** More words, for the tooltip: one line each. */
export function statusDetails(facts: StatusFacts): string[] {
  const { judgedBy, failures, standing } = facts.reading;
  const lines: string[] = [];
  if (judgedBy) {
    const where = judgedBy.source === 'chosen' ? ' (picked here)' : judgedBy.line === undefined ? '' : ` (line ${judgedBy.line + 1})`;
    lines.push(`As of ${writeDay(judgedBy.day)}${where}`);
  } else {
    lines.push('No date: offices on a day, member counts and relative dates are not checked.');
  }
  if (standing === 'recognised') lines.push('Recognised as a briefing: warnings only. “Check everything” shows the rest.');
  for (const failure of failures) lines.push(`${failure.what} failed and was left out: ${failure.message}`);
  for (const note of facts.notes) lines.push(note);
  if (facts.waitsForTrust) lines.push('The .chancery folder of this workspace is read once the workspace is trusted.');
  return lines;
}
