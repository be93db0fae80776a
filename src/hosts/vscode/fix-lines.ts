import type { Finding, Fix } from '../../chancery';

export interface FixLine {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Lines of the quick-fix menu, with *More…*. */
export const MOST_LINES = 4;

/**
 * The fixes that stand in the menu before *More…*: of each finding its first, then the others in order. Only the first
 * preferred one stays preferred.
 */
export function linesFor(findings: readonly Finding[], offered: (fix: Fix) => boolean): readonly FixLine[] {
  const lists = findings.map(finding => finding.fixes.filter(offered).map(fix => ({ finding, fix })));
  const firsts = lists.flatMap(list => list.slice(0, 1));
  const others = lists.flatMap(list => list.slice(1));
  let preferred = false;
  return [...firsts, ...others].slice(0, MOST_LINES - 1).map(line => {
    if (!line.fix.preferred) return line;
    const first = !preferred;
    preferred = true;
    return first ? line : { finding: line.finding, fix: { ...line.fix, preferred: false } };
  });
}
