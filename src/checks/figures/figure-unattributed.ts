import type { Analysis, ResolvedFigure } from '../../analysis/model';
import type { Fix } from '../../findings/finding';
import { edits } from '../../findings/fixes';
import { compareFigures } from '../../recognize/figures/numbers';
import { defineCheck, type Report } from '../run/check';
import { recordedFor } from '../../analysis/records/figure-estimates';
import { amountSpan, cursorAfter, inPlace, needsSource } from './figure-words';
import type { Span } from '../../base/span';
import { date, quote, textOf } from '../wording/wording';

/** A force figure that nobody in its paragraph is named for (spec 4.2, Attribution of a figure). */
export const figureUnattributed = defineCheck({
  id: 'figure-unattributed',
  group: 'figures',
  title: 'Figure without a source',
  severity: 'information',
  /** `minimum`: the smallest number of people that needs a source. */
  options: { minimum: 1000 },
  *run(analysis: Analysis, options): Iterable<Report> {
    let number: number | undefined;
    for (const figure of analysis.figures) {
      if (!needsSource(figure)) continue;
      const { mention } = figure;
      if (figure.attributed || figure.vouched || mention.vague || mention.component === 'losses' || mention.status === 'denied') continue;
      if (mention.implied.high < options.minimum || mention.value < options.minimum) continue;
      if (analysis.blockOf(figure).kind === 'heading' || isHistory(analysis, figure)) continue;
      number ??= nextFootnote(analysis.document.source);
      yield {
        span: figure.span,
        message: `Whose figure is ${quote(textOf(analysis, figure.span))}? Add the source and date.`,
        fixes: [cursorAfter('Add the source', figure.span), ...footnote(analysis, figure, number), ...recorded(analysis, figure)],
      };
    }
  },
});

const HISTORY = 5 * 365;

/** Told of years long past: what any history says needs no source in a note. */
function isHistory({ judging }: Analysis, { asOf }: ResolvedFigure): boolean {
  return asOf !== undefined && judging !== undefined && asOf.last < judging.first - HISTORY;
}

function nextFootnote(text: string): number {
  let number = 1;
  for (const match of text.matchAll(/\[\^(\d{1,4})\]/g)) number = Math.max(number, Number(match[1]) + 1);
  return number;
}

function footnote(analysis: Analysis, figure: ResolvedFigure, number: number): Fix[] {
  const { source: text, markdown, addresses } = analysis.document;
  if (!markdown || figure.tabular) return [];
  const gap = text.endsWith('\n\n') ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const end = addresses.addressOf(text.length);
  return [edits('Insert a footnote', [
    { span: { start: figure.span.end, end: figure.span.end }, text: `[^${number}]` },
    { span: { start: end, end }, text: `${gap}[^${number}]: ` },
  ])];
}

/** Days within which a recorded estimate may stand for the document’s figure. */
const NEAR = 31;

/** The recorded estimate nearest to the document’s day, and not after it, that the figure agrees with. */
function recorded(analysis: Analysis, figure: ResolvedFigure): Fix[] {
  const day = figure.asOf?.first ?? analysis.judging?.day;
  if (day === undefined || figure.tabular) return [];
  let best: ReturnType<typeof recordedFor>[number] | undefined;
  const distance = (found: { estimate: { date: { earliest: number } } }): number => Math.abs(found.estimate.date.earliest - day);
  const last = analysis.judging?.last ?? figure.asOf?.last ?? day;
  for (const found of recordedFor(analysis, figure)) {
    if (found.estimate.date.latest > last || distance(found) > NEAR || compareFigures(found.amount, figure.mention) !== 'compatible') continue;
    if (!best || distance(found) < distance(best)) best = found;
  }
  if (!best) return [];
  const span = amountSpan(analysis, figure);
  const value = afterDeterminer(analysis, figure, span, inPlace(best.estimate.value, textOf(analysis, span)));
  if (value === undefined) return [];
  const source = ` (${best.estimate.attribution}, ${date(analysis, best.estimate.date)})`;
  return [edits(`Insert a recorded estimate: ${quote(value + source)}`, [
    { span, text: value },
    { span: { start: figure.span.end, end: figure.span.end }, text: source },
  ])];
}

const DETERMINER = /\b(?:the|these|those|this|that|all|both|its|their|his|her|our|your|my|\p{L}+[’']s?)\s+(?:\p{Ll}[\p{L}-]*\s+)?$/iu;

/** “the roughly 100,000”: “the about 100,000” is no English. `undefined` where the hedge has no form that can stand there. */
function afterDeterminer(analysis: Analysis, figure: ResolvedFigure, span: Span, value: string): string | undefined {
  const { prose, span: { start: at } } = analysis.blockOf(figure);
  if (!DETERMINER.test(prose.slice(Math.max(0, span.start - at - 40), span.start - at))) return value;
  const plain = value.replace(/^(?:about|around|some|approximately)\s+(?=\d)/i, 'roughly ');
  return /^(?:\d|roughly |nearly |almost |more than |over )/i.test(plain) ? plain : undefined;
}
