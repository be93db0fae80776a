import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { defineCheck, type Report } from '../run/check';
import { cursorAfter, needsSource } from './figure-words';
import { quote, textOf } from '../wording/wording';

/** A force figure with no date near it, in a document that has none. */
export const figureUndated = defineCheck({
  id: 'figure-undated',
  group: 'figures',
  title: 'Figure without a date',
  severity: 'hint',
  /** `minimum`: the smallest number of people that needs a date. */
  options: { minimum: 1000 },
  *run(analysis: Analysis, options): Iterable<Report> {
    if (analysis.judging) return;
    for (const figure of analysis.figures) {
      if (!needsSource(figure)) continue;
      const { mention } = figure;
      if (mention.vague || mention.value < options.minimum || mention.status === 'denied') continue;
      if (figure.asOf || mention.when || dated(analysis, figure)) continue;
      yield {
        span: figure.span,
        message: `${quote(textOf(analysis, figure.span))} has no date. Add ‘as of’ and the day, or give the text a date.`,
        fixes: [cursorAfter('Add ‘as of’ and the date', figure.span)],
      };
    }
  },
});

/** Whether the figure’s sentence, or the one before or after, has a date. */
function dated(analysis: Analysis, figure: ResolvedFigure): boolean {
  const { sentences } = analysis.blockOf(figure);
  const at = sentences.findIndex(s => s.start <= figure.mention.span.start && figure.mention.span.start < s.end);
  const from = at < 0 ? 0 : sentences[Math.max(0, at - 1)]!.start;
  const to = at < 0 ? Infinity : sentences[Math.min(sentences.length - 1, at + 1)]!.end;
  return analysis.factsOf(figure.block).dates.some(d => d.span.start >= from && d.span.end <= to && (d.year !== undefined || d.month !== undefined));
}
