import { overlaps } from '../../base/span';
import type { Addresses } from '../../document/addresses';
import { lineReference } from '../../findings/finding';
import { RANK, type Raised } from './raised';

/** Below warning no check speaks more often than this in one document. */
const MOST_BELOW_WARNING = 3;
/** So many of the findings held back are named in words. */
const MOST_NAMED = 6;

/**
 * Of checks with a precedence only the first speaks of the same words of a mention. It hides no finding of higher
 * severity than its own, and none about another word.
 */
export function precede(raised: readonly Raised[]): Raised[] {
  const byMention = new Map<number, Raised[]>();
  for (const r of raised) {
    if (!r.report.mention || r.check.precedence === undefined) continue;
    const there = byMention.get(r.report.mention.start);
    if (there) there.push(r);
    else byMention.set(r.report.mention.start, [r]);
  }
  return raised.filter(r => {
    const rivals = r.report.mention && r.check.precedence !== undefined ? byMention.get(r.report.mention.start)! : [];
    return rivals.length < 2 || !rivals.some(o => hides(o, r));
  });
}

function hides(first: Raised, second: Raised): boolean {
  return first.check.precedence! < second.check.precedence! && RANK[first.severity] <= RANK[second.severity] && overlaps(first.report.span, second.report.span);
}

/** In the order of the text, with what is held back named by the third finding of its check. */
export function restrain(raised: readonly Raised[], addresses: Addresses): Raised[] {
  const sorted = [...raised].sort(inOrder);
  const limited = new Map<string, Raised[]>();
  for (const r of sorted) {
    if (RANK[r.severity] <= RANK.warning) continue;
    const there = limited.get(r.check.id);
    if (there) there.push(r);
    else limited.set(r.check.id, [r]);
  }
  return sorted.flatMap(r => {
    const own = RANK[r.severity] <= RANK.warning ? [] : limited.get(r.check.id)!;
    if (own.length <= MOST_BELOW_WARNING) return [r];
    if (r === own[MOST_BELOW_WARNING - 1]) return [namingRest(r, own.slice(MOST_BELOW_WARNING), addresses)];
    return own.slice(0, MOST_BELOW_WARNING).includes(r) ? [r] : [];
  });
}

function inOrder(a: Raised, b: Raised): number {
  const [one, two] = [a.report.span, b.report.span];
  return one.start - two.start || RANK[a.severity] - RANK[b.severity] || a.order - b.order || one.end - two.end || (a.report.message < b.report.message ? -1 : a.report.message > b.report.message ? 1 : 0);
}

/** The third finding of a check names the ones that are held back. */
function namingRest(r: Raised, rest: readonly Raised[], addresses: Addresses): Raised {
  const words = rest.slice(0, MOST_NAMED).map(({ report: { span } }) => `‘${addresses.slice(span.start, span.end)}’ (line ${lineReference(span.start)})`);
  const more = rest.length > MOST_NAMED ? ` and ${rest.length - MOST_NAMED} more` : '';
  return {
    ...r,
    report: {
      ...r.report,
      message: `${r.report.message} The same holds for ${words.join(', ')}${more}.`,
      related: [...(r.report.related ?? []), ...rest.map(o => ({ span: o.report.span, message: 'The same here' }))],
    },
  };
}
