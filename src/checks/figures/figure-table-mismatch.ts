import type { Analysis } from '../../analysis/model';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { amountSpan, goTo } from './figure-words';
import { lineOf, textOf } from '../wording/wording';

/** A figure in running text and a table cell of the same key that contradict each other (spec 4.2). */
export const figureTableMismatch = defineCheck({
  id: 'figure-table-mismatch',
  group: 'figures',
  title: 'Text and table differ',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const pair of analysis.figurePairs) {
      if (pair.result !== 'conflict' || pair.first.tabular === pair.second.tabular) continue;
      const [text, cell] = pair.first.tabular ? [pair.second, pair.first] : [pair.first, pair.second];
      const span = amountSpan(analysis, text);
      const place = amountSpan(analysis, cell);
      const [written, value] = [textOf(analysis, span), textOf(analysis, place)];
      const differ = !pair.sameSource;
      yield {
        span,
        severity: differ || pair.wildcards > 0 ? 'information' : 'warning',
        message: `The text says ${written}, the table says ${value} (line ${lineOf(analysis, place.start)})${differ ? ': sources differ. Say that they do?' : '.'}`,
        related: [{ span: place, message: `${value}: the table’s value.` }],
        fixes: [replace(`Change to ${value}, as in the table`, span, value), goTo(analysis, 'Go to the cell', place)],
      };
    }
  },
});
