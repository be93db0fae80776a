import type { Analysis, ResolvedFigure } from '../analysis/model';
import { writeDate, writeDay } from '../base/edtf';
import type { Interval } from '../base/interval';
import { shift } from '../base/span';
import type { Estimate } from '../gazetteer/model';
import { ESTIMATES, ESTIMATES_IN } from '../gazetteer/tables/figures';
import { readAmount } from '../recognize/figures/numbers';
import type { CardRow, HoverCard } from './card';
import { intervalPlot, type PlotRow } from './plot';

/** Rows of figures and estimates beside the one hovered: more do not fit the room of a hover. */
const MOST_OTHERS = 4;

/** How a figure is read, and what else is said of the same thing: other figures here and recorded estimates (spec 3.4). */
export function figureCard(analysis: Analysis, figure: ResolvedFigure): HoverCard {
  const { mention } = figure;
  const others = analysis.figures.filter(f => f !== figure && sameThing(figure, f)).slice(0, MOST_OTHERS);
  const recorded = estimatesFor(analysis, figure).slice(-(MOST_OTHERS - Math.min(others.length, 2)));
  const plotRows: PlotRow[] = [{ label: 'here', implied: mention.implied, logical: mention.logical, hovered: true }];
  const rows: CardRow[] = [];
  for (const other of others) {
    const line = analysis.document.addresses.lineAt(other.span.start) + 1;
    rows.push({ label: `Line ${line}`, value: `${text(analysis, other)}, read as ${range(other.mention.implied)}` });
    plotRows.push({ label: `line ${line}`, implied: other.mention.implied, logical: other.mention.logical, hovered: false });
  }
  for (const { estimate, amount } of recorded) {
    rows.push({ label: writeDate(estimate.date, analysis.profile.dates), value: `${estimate.value} (${estimate.attribution})` });
    plotRows.push({ label: estimate.attribution, implied: amount.implied, logical: amount.logical, hovered: false });
  }
  const plot = intervalPlot(plotRows.slice(0, MOST_OTHERS + 1), `Intervals: ${plotRows.map(r => `${r.label} ${range(r.implied)}`).join('; ')}`);
  const differs = analysis.figurePairs.some(p => p.first === figure || p.second === figure);
  return {
    kind: 'figure',
    span: shift(mention.amount, analysis.blockOf(figure).span.start),
    heading: text(analysis, figure),
    ...(differs ? { chip: { text: 'figures differ', tone: 'notice' as const } } : {}),
    subheading: readAs(analysis, figure),
    rows: rows.slice(0, MOST_OTHERS),
    ...(plot ? { plot } : {}),
  };
}

function text(analysis: Analysis, figure: ResolvedFigure): string {
  const { start, end } = shift(figure.mention.amount, analysis.blockOf(figure).span.start);
  return analysis.document.addresses.slice(start, end).replace(/\s+/g, ' ');
}

/** “Read as 90,000 to 110,000 personnel, Russian, near Ukraine, 12 January 2022, unattributed”. */
function readAs(analysis: Analysis, figure: ResolvedFigure): string {
  const { mention } = figure;
  const formation = analysis.gazetteer.formation(mention.unit);
  const parts = [`Read as ${range(mention.implied)} ${formation ? formation.plural[0] ?? formation.names[0] ?? mention.unit : mention.unit}`];
  const force = figure.force ? analysis.gazetteer.state(figure.force)?.adjectives[0] ?? figure.force : undefined;
  if (force) parts.push(force);
  const scope = figure.scope ? analysis.gazetteer.scope(figure.scope)?.phrases[0] ?? figure.scope.replace(/^place:/, '') : undefined;
  if (scope) parts.push(scope);
  if (mention.component !== 'total') parts.push(mention.component);
  if (mention.status !== 'actual') parts.push(mention.status);
  const on = figure.asOf ?? analysis.judging;
  if (on && Number.isFinite(on.first)) parts.push(writeDay(on.first, analysis.profile.dates));
  parts.push(figure.source ? `source: ${figure.source}` : figure.attributed ? 'attributed' : 'unattributed');
  return parts.join(', ');
}

function number(n: number): string {
  return Math.round(n).toLocaleString('en-GB');
}

function range(i: Interval): string {
  if (!Number.isFinite(i.high)) return `${number(i.low)} or more`;
  return i.low === i.high ? number(i.low) : `${number(i.low)} to ${number(i.high)}`;
}

function sameThing(a: ResolvedFigure, b: ResolvedFigure): boolean {
  return a.mention.unit === b.mention.unit && (a.force === b.force || !a.force || !b.force) && (a.scope === b.scope || !a.scope || !b.scope)
    && a.mention.component === b.mention.component;
}

function estimatesFor(analysis: Analysis, figure: ResolvedFigure): { estimate: Estimate; amount: { implied: Interval; logical: Interval } }[] {
  const on = analysis.judging;
  const found: { estimate: Estimate; amount: { implied: Interval; logical: Interval } }[] = [];
  const { gazetteer } = analysis;
  const entries = figure.force !== undefined ? gazetteer.table(ESTIMATES).exact([figure.force, figure.mention.unit])
    : figure.scope !== undefined ? gazetteer.table(ESTIMATES_IN).exact([figure.scope]) : [];
  for (const { id } of entries) {
    const estimate = gazetteer.estimate(id)!;
    if (estimate.unit !== figure.mention.unit || (figure.force && estimate.force !== figure.force) || (figure.scope && estimate.scope !== figure.scope)) continue;
    if (on && estimate.date.earliest > on.last) continue;
    const amount = readAmount(estimate.value);
    if (amount) found.push({ estimate, amount });
  }
  return found.sort((a, b) => a.estimate.date.earliest - b.estimate.date.earliest);
}
