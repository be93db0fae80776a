import { equalSource } from '../analysis/figures-sources';
import type { Analysis, ResolvedFigure } from '../analysis/model';
import { replace } from '../findings/fixes';
import { compareFigures } from '../recognize/numbers';
import { defineCheck, type Report } from './check';
import { recordedFor } from './figure-estimates';
import { amountSpan, inPlace } from './figure-words';
import { date, quote, recordOf, textOf } from './wording';

/** A figure that contradicts what is recorded of the same source, day and place. */
export const figureEstimateMismatch = defineCheck({
  id: 'figure-estimate-mismatch',
  group: 'figures',
  title: 'Figure differs from the recorded estimate',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const figure of analysis.figures) {
      const report = reportOf(analysis, figure);
      if (report) yield report;
    }
  },
});

function reportOf(analysis: Analysis, figure: ResolvedFigure): Report | undefined {
  const { mention, source } = figure;
  if (source === undefined || mention.part || mention.status === 'past' || mention.status === 'denied') return undefined;
  const first = figure.asOf?.first ?? analysis.judging?.day;
  const last = figure.asOf?.last ?? analysis.judging?.day;
  if (first === undefined || last === undefined || last - first > 1) return undefined;
  const own = recordedFor(analysis, figure).filter(r => r.estimate.date.earliest <= last && first <= r.estimate.date.latest && equalSource(source, r.estimate.attribution));
  if (own.length === 0 || own.some(r => compareFigures(r.amount, mention) !== 'conflict')) return undefined;
  const { estimate } = own[own.length - 1]!;
  const span = amountSpan(analysis, figure);
  const value = inPlace(estimate.value, textOf(analysis, span));
  return {
    span,
    message: `${quote(textOf(analysis, span))}; recorded for this source and day is ${quote(estimate.value)} ` +
      `(${estimate.attribution}, ${date(analysis, estimate.date)}; ${recordOf(analysis, estimate.sources, estimate)}).`,
    fixes: [replace(`Change to ${quote(value)}`, span, value)],
  };
}
