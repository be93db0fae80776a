import type { Analysis, ResolvedFigure } from '../analysis/model';
import { unitOf } from '../analysis/records/figure-estimates';
import { writeDate, writeDay } from '../base/edtf';
import type { Interval } from '../base/interval';
import { shift, type Span } from '../base/span';
import type { Estimate } from '../gazetteer/model';
import { ESTIMATES, ESTIMATES_IN } from '../gazetteer/tables/figures';
import { readAmount } from '../recognize/figures/numbers';
import type { FigureMention } from '../recognize/model';
import { arithmeticRows } from './arithmetic-rows';
import type { CardRow, HoverCard } from './card';
import { intervalPlot, type PlotRow } from './plot';

/** Figures and estimates beside the one hovered: more do not fit the room of a hover. */
const MOST_OTHERS = 4;
/** Longest label of a bar. */
const LONGEST_LABEL = 28;

interface Line {
  readonly row: CardRow;
  readonly bar: PlotRow;
}

/** How a figure is read, and what else is said of the same thing: other figures here and recorded estimates (spec 3.4). A row and a bar for each. */
export function figureCard(analysis: Analysis, figure: ResolvedFigure): HoverCard {
  const others = analysis.figures.filter(f => f !== figure && sameThing(figure, f)).slice(0, MOST_OTHERS);
  const recorded = estimatesFor(analysis, figure).slice(-(MOST_OTHERS - Math.min(others.length, 2)));
  const lines = [
    lineOf(analysis, figure, true), ...others.map(other => lineOf(analysis, other, false)),
    ...recorded.map(({ estimate, amount }): Line => ({
      row: { label: writeDate(estimate.date, analysis.profile.dates), value: `${estimate.value} (${estimate.attribution})` },
      bar: { label: short(estimate.attribution), implied: amount.implied, logical: amount.logical, hovered: false },
    })),
  ].slice(0, MOST_OTHERS + 1);
  const plots = lines.flatMap((_, i) => {
    const bars = lines.slice(0, i + 1).map(line => line.bar);
    return intervalPlot(bars, `Intervals: ${bars.map(bar => `${bar.label} ${range(bar.implied)}`).join('; ')}`) ?? [];
  });
  // what the sentence itself calculates comes first, and leaves no room for a picture
  const arithmetic = arithmeticRows(analysis, analysis.blockOf(figure), figure.mention.number);
  const differs = analysis.figurePairs.some(p => p.first === figure || p.second === figure);
  return {
    kind: 'figure',
    span: shift(cardSpan(figure), analysis.blockOf(figure).span.start),
    heading: text(analysis, figure),
    ...(differs ? { chip: { text: 'figures differ', tone: 'notice' as const } } : {}),
    subheading: readAs(analysis, figure),
    rows: [...arithmetic, ...(lines.length > 1 ? lines.map(line => line.row) : [])],
    ...(plots.length > 0 && arithmetic.length === 0 ? { plots } : {}),
  };
}

/** Where a figure has its card, in its block: on the amount; of a percentage also on “per cent”, as the two are read as one. */
export function cardSpan({ mention }: ResolvedFigure): Span {
  return mention.noun?.dimension === 'share' ? { start: mention.amount.start, end: mention.span.end } : mention.amount;
}

function lineOf(analysis: Analysis, figure: ResolvedFigure, hovered: boolean): Line {
  const line = `${hovered ? 'Here, line' : 'Line'} ${analysis.document.addresses.lineAt(figure.span.start) + 1}`;
  const source = figure.source === undefined ? '' : ` (${figure.source.replace(/\s+/g, ' ')})`;
  return {
    row: { label: line, value: `${text(analysis, figure)}${source}, read as ${range(figure.mention.implied)}` },
    bar: { label: line, implied: figure.mention.implied, logical: figure.mention.logical, hovered },
  };
}

function short(words: string): string {
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL - 1)}…` : words;
}

function text(analysis: Analysis, figure: ResolvedFigure): string {
  const { start, end } = shift(figure.mention.amount, analysis.blockOf(figure).span.start);
  return analysis.document.addresses.slice(start, end).replace(/\s+/g, ' ');
}

/** “Read as 90,000 to 110,000 personnel, Russian, near Ukraine, 12 January 2022, unattributed”. */
function readAs(analysis: Analysis, figure: ResolvedFigure): string {
  const { mention } = figure;
  const parts = [`Read as ${range(mention.implied)} ${unitWords(analysis, mention)}`];
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

/** What is counted, in words: personnel, per cent, USD, kg, people killed, Rafale fighters. */
function unitWords(analysis: Analysis, { unit, noun }: FigureMention): string {
  const formation = analysis.gazetteer.formation(unit);
  if (formation) return formation.plural[0] ?? formation.names[0] ?? unit;
  if (!unit.includes(':') || !noun) return unit;
  const kind = unit.slice(unit.indexOf(':') + 1);
  if (noun.dimension === 'share') return 'per cent';
  if (noun.dimension === 'money') return kind;
  if (noun.dimension !== 'count') return noun.dimension;
  const heads = noun.head === 'person' ? 'people' : `${noun.head}s`;
  return [noun.names.join(' '), heads, kind === noun.head || kind === 'person' ? '' : kind].filter(w => w !== '').join(' ');
}

function number(n: number): string {
  return (Math.round(n * 100) / 100).toLocaleString('en-GB');
}

function range(i: Interval): string {
  if (!Number.isFinite(i.high)) return `${number(i.low)} or more`;
  return i.low === i.high ? number(i.low) : `${number(i.low)} to ${number(i.high)}`;
}

function sameThing(a: ResolvedFigure, b: ResolvedFigure): boolean {
  const [x, y] = [a.mention.noun, b.mention.noun];
  // beside forces only what has words in common: its own noun, and a place, a name or what was done
  if (a.mention.unit.includes(':') && x && y && !(x.head === y.head && [...x.places, ...x.names, ...x.modifiers, ...x.actors].some(w => y.sentence.has(w)))) return false;
  return a.mention.unit === b.mention.unit && (a.force === b.force || !a.force || !b.force) && (a.scope === b.scope || !a.scope || !b.scope)
    && a.mention.component === b.mention.component;
}

function estimatesFor(analysis: Analysis, figure: ResolvedFigure): { estimate: Estimate; amount: { implied: Interval; logical: Interval } }[] {
  const on = analysis.judging;
  const found: { estimate: Estimate; amount: { implied: Interval; logical: Interval } }[] = [];
  const { gazetteer } = analysis;
  const unit = unitOf(figure.mention) ?? figure.mention.unit;
  const entries = figure.force !== undefined ? gazetteer.table(ESTIMATES).exact([figure.force, unit])
    : figure.scope !== undefined ? gazetteer.table(ESTIMATES_IN).exact([figure.scope]) : [];
  for (const { id } of entries) {
    const estimate = gazetteer.estimate(id)!;
    if (estimate.unit !== unit || (figure.force && estimate.force !== figure.force) || (figure.scope && estimate.scope !== figure.scope)) continue;
    if (on && estimate.date.earliest > on.last) continue;
    const amount = readAmount(estimate.value);
    if (amount) found.push({ estimate, amount });
  }
  return found.sort((a, b) => a.estimate.date.earliest - b.estimate.date.earliest);
}
