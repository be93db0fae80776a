import type { Analysis, FigurePair } from '../../analysis/model';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { amountSpan, amountText, cursorAfter, goTo } from './figure-words';
import { lineOf, listed, quote, textOf } from '../wording/wording';

/** Two figures of one key whose intervals do not meet (spec 4.2). Pairs with a table cell are `figure-table-mismatch`. */
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

function report(analysis: Analysis, pair: FigurePair): Report {
  const { first, second } = pair;
  const span = amountSpan(analysis, second);
  const other = amountSpan(analysis, first);
  const [here, there] = [quote(textOf(analysis, span)), quote(textOf(analysis, other))];
  const line = lineOf(analysis, other.start);
  const uncertain = pair.wildcards > 0 || first.inherited || second.inherited;
  const change = amountText(analysis, first, span);
  const same = listed(['force', ...(first.scope !== undefined && first.scope === second.scope ? ['place'] : []), 'date']);
  return {
    span,
    severity: !pair.sameSource || uncertain ? 'information' : 'warning',
    message: pair.sameSource
      ? `${here} does not fit ${there} on line ${line}: same ${same}. Another date or source? Say so.`
      : `${here} (${second.source}) and ${there} on line ${line} (${first.source}): sources differ on the same ${same}. Say that they do?`,
    related: [{ span: other, message: `${there}: the other figure.` }],
    fixes: [
      goTo(analysis, 'Go to the other figure', other),
      ...(second.asOf ? [] : [cursorAfter('Add an as-of date', second.span)]),
      ...(second.attributed ? [] : [cursorAfter('Add an attribution', second.span)]),
      replace(`Change to ${quote(change)}`, span, change),
    ],
  };
}
