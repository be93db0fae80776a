import type { Analysis, FigurePair } from '../../analysis/model';
import type { Slip } from '../../analysis/figures/slips';
import { replace } from '../../findings/fixes';
import type { Severity } from '../../findings/finding';
import { defineCheck, type Report } from '../run/check';
import { amountSpan, amountText, cursorAfter, goTo, markedSpan, nounSpan } from './figure-words';
import { lineOf, listed, quote, textOf } from '../wording/wording';

/** Two figures of one thing whose intervals do not meet (spec 4.2, numbers 2); keyed by what is counted. Pairs with a table cell are `figure-table-mismatch`. */
export const figureConflict = defineCheck({
  id: 'figure-conflict',
  group: 'figures',
  title: 'Figures that contradict each other',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const pair of analysis.figurePairs) {
      if (pair.result !== 'conflict' || pair.first.tabular || pair.second.tabular) continue;
      yield report(analysis, pair);
    }
  },
});

const ASKED: Readonly<Record<Slip, string>> = {
  transposed: 'digits changed places?',
  sound: 'thirteen for thirty, or the like?',
  digit: 'one digit differs. Which is right?',
  magnitude: 'ten, a hundred or a thousand times as much. Which is right?',
};

/** Two named sources that differ: what one says is no slip of the writer, unless the digits say so. */
function severityOf(pair: FigurePair): Severity {
  const named = pair.first.source !== undefined && pair.second.source !== undefined && !pair.sameSource;
  if (pair.evidence === undefined) {
    const uncertain = pair.wildcards > 0 || pair.first.inherited || pair.second.inherited;
    if (pair.slip !== undefined && !named && pair.wildcards === 0) return 'warning';
    return !pair.sameSource || uncertain ? 'information' : 'warning';
  }
  if (named && (pair.slip === undefined || pair.evidence === 'same-clause' || pair.evidence === 'same-source')) return 'information';
  const strong = pair.evidence === 'taken-up' || pair.evidence === 'same-words' || pair.evidence === 'summary';
  return strong || (pair.evidence === 'same-clause' && pair.open !== true && pair.slip !== undefined) ? 'warning' : 'information';
}

function report(analysis: Analysis, pair: FigurePair): Report {
  const { first, second } = pair;
  const [span, other] = pair.evidence === undefined
    ? [amountSpan(analysis, second), amountSpan(analysis, first)]
    : [nounSpan(second), nounSpan(first)];
  const [here, there] = [quote(textOf(analysis, span)), quote(textOf(analysis, other))];
  const line = lineOf(analysis, other.start);
  const change = amountText(analysis, first, span);
  const back = amountText(analysis, second, other);
  const force = pair.evidence === undefined;
  const same = listed([force ? 'force' : 'thing', ...(first.scope !== undefined && first.scope === second.scope ? ['place'] : []), 'date']);
  const named = first.source !== undefined && second.source !== undefined && !pair.sameSource;
  return {
    span,
    severity: severityOf(pair),
    message: pair.slip !== undefined && !named
      ? `${here} here, ${there} on line ${line}: ${ASKED[pair.slip]}`
      : named
        ? `${here} (${second.source}) and ${there} on line ${line} (${first.source}): sources differ on the same ${same}. Say that they do?`
        : `${here} does not fit ${there} on line ${line}: same ${same}. Another date or source? Say so.`,
    related: [{ span: other, message: `${there}: the other figure.` }],
    fixes: [
      goTo(analysis, 'Go to the other figure', other),
      ...(second.asOf ? [] : [cursorAfter('Add an as-of date', second.span)]),
      ...(second.attributed ? [] : [cursorAfter('Add an attribution', second.span)]),
      replace(`Change to ${quote(change)}`, markedSpan(analysis, second), change),
      replace(`Change the other to ${quote(back)}`, markedSpan(analysis, first), back),
    ],
  };
}
