import type { Analysis, FigurePair, ResolvedFigure } from '../../analysis/model';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { goTo, inPlace, markedSpan } from './figure-words';
import { lineOf, quote, textOf } from '../wording/wording';

/** Two figures of one key that fit only loosely: the vaguer one, once per document and key (spec 4.2). */
export const figureVague = defineCheck({
  id: 'figure-vague',
  group: 'figures',
  title: 'Vague figure beside a specific one',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const seen = new Set<string>();
    for (const pair of analysis.figurePairs) {
      if (pair.result !== 'loose') continue;
      const { first, second } = pair;
      const key = [first.mention.unit, first.mention.kind ?? '', first.mention.component, first.mention.status, first.force ?? second.force ?? '', first.scope ?? second.scope ?? ''].join('|');
      if (seen.has(key)) continue;
      seen.add(key);
      yield report(analysis, pair);
    }
  },
});

/** How wide a figure is, relative to its middle. */
function width(figure: ResolvedFigure): number {
  const { low, high } = figure.mention.implied;
  return low + high > 0 ? (high - low) / ((low + high) / 2) : 0;
}

function report(analysis: Analysis, { first, second }: FigurePair): Report {
  const [wide, narrow] = [width(first), width(second)];
  const equal = Math.abs(wide - narrow) < 1e-9;
  const [vague, specific] = !equal && wide > narrow ? [first, second] : [second, first];
  const span = markedSpan(analysis, vague);
  const other = specific.span;
  const words = textOf(analysis, other);
  const line = lineOf(analysis, other.start);
  const place = vague.scope !== undefined && vague.scope === specific.scope ? ', same place' : '';
  const change = inPlace(words, textOf(analysis, vague.span));
  return {
    span,
    message: equal
      ? `${quote(textOf(analysis, vague.span))} does not quite fit ${quote(words)} on line ${line}: same force${place}. Whose count, and when?`
      : `${quote(textOf(analysis, vague.span))} here, ${quote(words)} on line ${line}: same force${place}. Whose count, and when?`,
    related: [{ span: other, message: `${quote(words)}: the other figure.` }],
    fixes: [replace(`Use ${quote(words)}`, vague.span, change), goTo(analysis, 'Go to the other figure', other)],
  };
}
