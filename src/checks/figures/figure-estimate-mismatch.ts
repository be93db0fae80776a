import { equalWords, sourceWords } from '../../analysis/figures/figures-sources';
import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { officesOf } from '../../analysis/records/offices';
import type { Day } from '../../base/edtf';
import { replace } from '../../findings/fixes';
import { compareFigures } from '../../recognize/figures/numbers';
import { defineCheck, type Report } from '../run/check';
import { recordedFor } from '../../analysis/records/figure-estimates';
import { amountSpan, inPlace } from './figure-words';
import { date, quote, recordOf, textOf } from '../wording/wording';

/** A figure that contradicts what is recorded of the same source, day and place. */
export const figureEstimateMismatch = defineCheck({
  id: 'figure-estimate-mismatch',
  group: 'figures',
  title: 'Figure differs from the recorded estimate',
  severity: 'information',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const figure of analysis.figures) {
      const report = reportOf(analysis, figure);
      if (report) yield report;
    }
  },
});

/** What is recorded of the figure's own source for its day and place. */
export function recordedOf(analysis: Analysis, figure: ResolvedFigure): ReturnType<typeof recordedFor> {
  const { mention, source } = figure;
  const loss = mention.component === 'losses';
  if (source === undefined || (mention.part && !(loss && whole(analysis, figure))) || mention.status === 'past' || mention.status === 'denied') return [];
  const first = figure.asOf?.first ?? analysis.judging?.day;
  const last = figure.asOf?.last ?? analysis.judging?.day;
  if (first === undefined || last === undefined || last - first > 1) return [];
  const onTheDay = recordedFor(analysis, figure).filter(r => r.estimate.date.earliest <= last && first <= r.estimate.date.latest);
  if (onTheDay.length === 0) return [];
  const known = knownAs(analysis, figure, source, first, last);
  return onTheDay.filter(r => known.some(words => equalWords(words, sourceWords(r.estimate.attribution, analysis.gazetteer))));
}

function reportOf(analysis: Analysis, figure: ResolvedFigure): Report | undefined {
  const own = recordedOf(analysis, figure);
  if (own.length === 0 || own.some(r => compareFigures(r.amount, figure.mention) !== 'conflict')) return undefined;
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

/** The words of the source, and those of the posts that a person named in it held on the days. */
function knownAs(analysis: Analysis, figure: ResolvedFigure, source: string, first: Day, last: Day): ReadonlySet<string>[] {
  const { gazetteer } = analysis;
  const known = [sourceWords(source, gazetteer)];
  for (const name of analysis.names) {
    if (name.block !== figure.block || !name.person || !source.includes(name.mention.surface)) continue;
    for (const { post, occupancy } of officesOf(name.person, gazetteer, { first, last })) {
      if (occupancy.status !== 'designate' && occupancy.start_date) known.push(sourceWords(post.label, gazetteer));
    }
  }
  return known;
}

/** Losses count as a part of the strength; “another 500”, “including 500” are parts of the losses. */
function whole(analysis: Analysis, figure: ResolvedFigure): boolean {
  const before = analysis.document.addresses.slice(Math.max(0, figure.span.start - 24), figure.span.end);
  return !/\b(?:another|additional|further|including|more|of (?:them|whom|which)|plus|each)\b(?! than)/i.test(before);
}
