import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { type DayRange, writeDay } from '../../base/edtf';
import type { Interval } from '../../base/interval';
import { shift, type Span } from '../../base/span';
import type { Finding } from '../../findings/finding';
import { contradictions } from './contradictions';

/** One figure of the note, as it is listed and plotted. */
export interface FigureEntry {
  /** Hedge, number and noun as written. */
  readonly text: string;
  readonly span: Span;
  readonly implied: Interval;
  readonly logical: Interval;
  readonly value: number;
  /** The article, hedge and number, and what is counted: “the ”, “about 100,000” and “ Russian troops”. */
  readonly lead: string;
  readonly amount: string;
  readonly after: string;
  readonly hedged: boolean;
  /** Told as a fact and in full: no part, no plan, no past, no vague word. */
  readonly plain: boolean;
  /** The source as the text has it. */
  readonly source?: string;
  /** The day that it is said for: its own, else the note's. */
  readonly day?: number;
  /** The day in the house's words; empty where none is known. */
  readonly date: string;
  /** It stands with its own day. */
  readonly dated: boolean;
  /** Told as planned, past or denied. */
  readonly status: string;
  /** It does not fit another figure of its subject. */
  readonly apart: boolean;
}

/** What is counted, with every figure that the note gives for it. */
export interface FigureSubject {
  /** The same for the same subject in another note. */
  readonly key: string;
  /** “Russian personnel near Ukraine”. */
  readonly name: string;
  /** A force at a place that figures are compared by. */
  readonly placed: boolean;
  readonly entries: readonly FigureEntry[];
  /** “94,000 – 130,000”. */
  readonly range: string;
  readonly sources: number;
  readonly apart: boolean;
}

/** The figures of the note by what they count, in the order in which they are first told. @param findings as shown, at offsets */
export function subjectsOf(analysis: Analysis, findings: readonly Finding[]): readonly FigureSubject[] {
  const against = contradictions(findings);
  const apart = new Set(analysis.figurePairs.filter(p => against(spanOf(analysis, p.second))).flatMap(p => [p.first, p.second]));
  const groups = new Map<string, ResolvedFigure[]>();
  const members = new Set(analysis.counts.map(c => c.span.start));
  for (const figure of analysis.figures) {
    // “NATO’s 30 allies” is no figure to follow
    if (members.has(shift(figure.mention.number, analysis.blockOf(figure).span.start).start)) continue;
    const key = subjectKey(figure);
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups].filter(([, figures]) => !inPassing(figures)).map(([key, figures]) => {
    const entries = figures.map(figure => entryOf(analysis, figure, apart.has(figure)));
    return {
      key, entries, name: subjectName(analysis, figures[0]!), range: rangeOver(analysis, figures),
      placed: figures[0]!.force !== undefined && figures[0]!.scope !== undefined && !figures[0]!.mention.unit.includes(':'),
      sources: new Set(entries.flatMap(e => e.source ?? [])).size, apart: entries.some(e => e.apart),
    };
  });
}

/** From this on a count told once is a figure of the note, and not prose (“two draft treaties”). */
const NOTABLE = 100;

function inPassing([only, ...others]: readonly ResolvedFigure[]): boolean {
  const { noun, value, unit } = only!.mention;
  return others.length === 0 && unit.includes(':') && noun?.dimension === 'count' && value < NOTABLE;
}

/** Forces by unit, side, place and part; other figures by what is counted and what happened to it. */
export function subjectKey({ mention, force, scope }: ResolvedFigure): string {
  const { noun } = mention;
  if (!mention.unit.includes(':') || !noun) return [mention.unit, mention.kind ?? '', mention.component, force ?? '', scope ?? ''].join('|');
  return ['', noun.key, noun.head, [...noun.modifiers].sort().join(' '), noun.event ?? '', force ?? '', scope ?? ''].join('|');
}

function spanOf(analysis: Analysis, figure: ResolvedFigure): Span {
  return analysis.document.addresses.spanOf(shift(figure.mention.amount, analysis.blockOf(figure).span.start));
}

function entryOf(analysis: Analysis, figure: ResolvedFigure, apart: boolean): FigureEntry {
  const { mention, asOf, source } = figure;
  const range: DayRange | undefined = asOf ?? analysis.judging;
  const known = range && Number.isFinite(range.first) && Number.isFinite(range.last) ? range : undefined;
  const { addresses } = analysis.document;
  const at = analysis.blockOf(figure).span.start;
  const words = (start: number, end: number): string => addresses.slice(at + start, at + end).replace(/\s+/g, ' ');
  return {
    text: mention.surface.replace(/\s+/g, ' '), span: spanOf(analysis, figure), value: mention.value, hedged: mention.hedged,
    lead: words(mention.span.start, mention.amount.start), amount: words(mention.amount.start, mention.amount.end), after: words(mention.amount.end, mention.span.end),
    plain: mention.status === 'actual' && !mention.part && !mention.vague && figure.past === undefined && !figure.quoted, implied: mention.implied, logical: mention.logical,
    ...(source === undefined ? {} : { source: source.replace(/\s+/g, ' ') }),
    ...(known ? { day: known.last } : {}),
    date: known ? writeDay(known.last, analysis.profile.dates) : '',
    dated: asOf !== undefined && known !== undefined, status: mention.status, apart,
  };
}

export function subjectName(analysis: Analysis, { mention, force, scope }: ResolvedFigure): string {
  const { gazetteer } = analysis;
  const side = force === undefined ? undefined : gazetteer.state(force)?.adjectives[0] ?? gazetteer.organization(force)?.acronym ?? force;
  const formation = gazetteer.formation(mention.unit);
  const counted = formation ? formation.plural[0] ?? formation.names[0] ?? mention.unit : nounOf(mention);
  const part = mention.component === 'total' ? undefined : `(${mention.component})`;
  const place = scope === undefined ? undefined : gazetteer.scope(scope)?.phrases[0] ?? scope.replace(/^place:/, '');
  const words = [side, mention.kind, counted, part, place].filter(w => w !== undefined && w !== '').join(' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function nounOf(mention: ResolvedFigure['mention']): string {
  if (!mention.unit.includes(':')) return mention.unit;
  const { noun } = mention;
  if (!noun) return mention.unit.replace(/^[^:]*:/, '');
  const words = [...noun.modifiers, noun.head || noun.kind].filter(w => w !== '').join(' ');
  return noun.event && !words.includes(noun.event) ? `${words}, ${noun.event}` : words;
}

/** From the least to the greatest, as they are written. */
function rangeOver(analysis: Analysis, figures: readonly ResolvedFigure[]): string {
  const least = figures.reduce((a, b) => (b.mention.implied.low < a.mention.implied.low ? b : a));
  const greatest = figures.reduce((a, b) => (b.mention.implied.high > a.mention.implied.high ? b : a));
  return [...new Set([least, greatest].map(figure => numberOf(analysis, figure)))].join(' – ');
}

function numberOf(analysis: Analysis, figure: ResolvedFigure): string {
  const { start, end } = shift(figure.mention.number, analysis.blockOf(figure).span.start);
  return analysis.document.addresses.slice(start, end).replace(/\s+/g, ' ');
}
