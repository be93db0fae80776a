import { tableSums } from '../analysis/figures-tables';
import type { Analysis, ResolvedFigure } from '../analysis/model';
import { shift } from '../base/span';
import { replace } from '../findings/fixes';
import type { SumMention } from '../recognize/model';
import { judgeSum } from '../recognize/sums';
import { defineCheck, type Report } from './check';
import { goTo, numberLike } from './figure-words';
import { quote, textOf } from './wording';

/** Totals that their parts do not add up to, and parts greater than their whole (spec 4.2, Sums). */
export const figureSum = defineCheck({
  id: 'figure-sum',
  group: 'figures',
  title: 'Parts and total differ',
  severity: 'warning',
  /** `totalLabels`: labels of total rows and columns beside Total, Sum and All. */
  options: { totalLabels: [] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    for (const [index, facts] of analysis.facts.entries()) {
      for (const sum of facts.sums) {
        const report = spoken(analysis, sum, analysis.document.blocks[index]!.span.start);
        if (report) yield report;
      }
    }
    for (const sum of tableSums(analysis, options.totalLabels)) {
      const { judgement, written, span } = sum;
      const ends = judgement.low === judgement.high;
      const value = numberLike(judgement.low, written);
      const shown = ends ? `${sum.percent ? Math.round(judgement.low * 10) / 10 : value}` : `${value}-${numberLike(judgement.high, written)}`;
      const percent = sum.percent ? '%' : '';
      yield {
        span,
        severity: judgement.result === 'near' ? 'information' : 'warning',
        message: `The ${sum.along === 'column' ? 'rows' : 'columns'} add up to ${shown}${percent}, not ${written}${percent}.`,
        fixes: ends && !sum.percent ? [replace(`Change the total to ${value}`, span, value)] : [],
      };
    }
    yield* partsOverWhole(analysis);
  },
});

function spoken(analysis: Analysis, sum: SumMention, at: number): Report | undefined {
  const judgement = judgeSum(sum.total, sum.parts);
  const hedged = [sum.total, ...sum.parts].some(f => f.hedged) || judgement.low !== judgement.high;
  if (judgement.result === 'fits' || (judgement.result === 'near' && hedged)) return undefined;
  const span = shift(sum.total.number, at);
  const written = textOf(analysis, span);
  const value = numberLike(judgement.low, written);
  if (hedged) {
    const range = judgement.low === judgement.high ? value : `between ${value} and ${numberLike(judgement.high, written)}`;
    return { span, message: `The parts add up to ${range}, not ${written}.` };
  }
  const near = judgement.result === 'near';
  return {
    span,
    severity: near ? 'information' : 'warning',
    message: near ? `The parts add up to ${value}; the text says ${written}.` : `The parts add up to ${value}, not ${written}.`,
    fixes: /^[\d.,'’ \u00a0\u2009\u202f]+$/.test(written) ? [replace(`Change the total to ${value}`, span, value)] : [],
  };
}

const PART_OF = /\b(?:including|of whom|of which|of them|among them)\b[^.;:]*$/i;

/** “100,000 troops, including 150,000 in Belarus”. */
function* partsOverWhole(analysis: Analysis): Iterable<Report> {
  let whole: ResolvedFigure | undefined;
  for (const figure of analysis.figures) {
    const same = whole && whole.block === figure.block && whole.mention.unit === figure.mention.unit && !figure.tabular;
    if (!same) {
      whole = figure;
      continue;
    }
    const between = analysis.document.text.slice(whole!.span.end, figure.span.start);
    if (!figure.mention.part || between.length > 120 || !PART_OF.test(between)) {
      whole = figure;
      continue;
    }
    if (figure.mention.logical.low <= whole!.mention.logical.high) continue;
    const span = shift(figure.mention.number, analysis.blockOf(figure).span.start);
    yield {
      span,
      message: `${quote(textOf(analysis, figure.span))} is given as a part of ${quote(textOf(analysis, whole!.span))}, but is more. Is one of them for another day or place?`,
      related: [{ span: whole!.span, message: 'The whole.' }],
      fixes: [goTo(analysis, 'Go to the whole', whole!.span)],
    };
  }
}
