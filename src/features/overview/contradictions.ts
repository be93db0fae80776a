import type { Span } from '../../base/span';
import { CHECKS } from '../../checks/run/list';
import type { Finding } from '../../findings/finding';

const OF_FACTS: ReadonlySet<string> = new Set(['names', 'offices', 'organizations', 'figures', 'dates', 'documents']);
const GROUP_OF: ReadonlyMap<string, string> = new Map(CHECKS.map(check => [check.id, check.group]));

/** Remarks are of style, or of what is missing: they contradict nothing. */
function contradicts({ severity, check }: Finding): boolean {
  return (severity === 'error' || severity === 'warning') && OF_FACTS.has(GROUP_OF.get(check) ?? '');
}

/**
 * What speaks against a place: the first finding of facts that touches it. Lists never
 * contradict anything by themselves, so that they say what the findings say.
 */
export function contradictions(findings: readonly Finding[]): (span: Span) => Finding | undefined {
  const sorted = findings.filter(contradicts).sort((a, b) => a.span.start - b.span.start);
  const longest = sorted.reduce((most, { span }) => Math.max(most, span.end - span.start), 0);
  return span => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.span.start < span.start - longest) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < sorted.length && sorted[i]!.span.start < span.end; i++) if (sorted[i]!.span.end > span.start) return sorted[i];
    return undefined;
  };
}
