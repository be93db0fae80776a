import type { Analysis } from '../../analysis/model';
import { calendar, type DayRange, daysInMonth, monthName, writeDay } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Event } from '../../gazetteer/model';
import { eventName } from '../sections/desk';
import { sentenceIndexAt } from '../../english/sentence-index';

/** A stretch of days that the note speaks of, with the places that name it. */
export interface TimelineEntry {
  readonly first: number;
  readonly last: number;
  /** “12 January 2022”, “1 to 3 May 2022”. */
  readonly date: string;
  /** A recorded event of those days that the note names. */
  readonly event?: string;
  /** The day of the note itself. */
  readonly own: boolean;
  readonly places: readonly TimelinePlace[];
}

export interface TimelinePlace {
  readonly span: Span;
  /** The sentence around it, on one line. */
  readonly sentence: string;
}

export interface Timeline {
  /** In order of time. */
  readonly entries: readonly TimelineEntry[];
  /** Figures that no day is known for. */
  readonly undated: readonly TimelinePlace[];
}

/** Longest sentence shown, in characters. */
const LONGEST = 160;

/** The days of the note in their order, its own among them. */
export function timelineOf(analysis: Analysis): Timeline {
  const { judging } = analysis;
  const byDays = new Map<string, { range: DayRange; places: TimelinePlace[] }>();
  for (const date of analysis.dates) {
    const { range, mention } = date;
    if (!range || mention.impossible || !Number.isFinite(range.first) || !Number.isFinite(range.last)) continue;
    const key = `${range.first} ${range.last}`;
    const entry = byDays.get(key) ?? { range, places: [] };
    byDays.set(key, entry);
    entry.places.push(placeOf(analysis, date));
  }
  const own = judging && `${judging.first} ${judging.last}`;
  if (judging && own !== undefined && !byDays.has(own)) byDays.set(own, { range: judging, places: [] });
  const events = eventsNamed(analysis);
  const entries = [...byDays].map(([key, { range, places }]): TimelineEntry => {
    const event = events.find(e => e.date.earliest === range.first && range.last <= (e.end_date?.latest ?? e.date.latest));
    return { first: range.first, last: range.last, date: writeDays(analysis, range), own: key === own, places, ...(event ? { event: eventName(event)! } : {}) };
  });
  return {
    entries: entries.sort((a, b) => a.first - b.first || a.last - b.last),
    undated: analysis.figures.filter(f => f.asOf === undefined && judging === undefined).map(f => placeOf(analysis, f)),
  };
}

function eventsNamed(analysis: Analysis): Event[] {
  const ids = new Set([...analysis.placed('events').flatMap(e => e.mention.events), ...analysis.claims.flatMap(c => c.event?.id ?? []), ...analysis.choices.events]);
  return [...ids].map(id => analysis.gazetteer.event(id)).filter(event => event?.date.precision === 'day') as Event[];
}

export function placeOf(analysis: Analysis, placed: { readonly span: Span; readonly block: Analysis['document']['blocks'][number]; readonly mention: { readonly span: Span } }): TimelinePlace {
  return { span: analysis.document.addresses.spanOf(placed.span), sentence: sentenceOf(analysis, placed) };
}

/** The sentence of a mention as written, on one line. */
export function sentenceOf(analysis: Analysis, { block, mention }: { readonly block: Analysis['document']['blocks'][number]; readonly mention: { readonly span: Span } }): string {
  const sentence = block.sentences[sentenceIndexAt(block.sentences, mention.span.start)] ?? { start: 0, end: block.prose.length };
  const from = block.span.start;
  const text = analysis.document.addresses.slice(from + sentence.start, from + sentence.end).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** “12 January 2022”, “January 2022”, “2022”, “1 May 2022 – 3 May 2022”. */
function writeDays(analysis: Analysis, { first, last }: DayRange): string {
  const { dates } = analysis.profile;
  const [a, b] = [calendar(first), calendar(last)];
  const whole = a.date === 1 && a.year === b.year && b.date === daysInMonth(b.year, b.month);
  if (whole && a.month === b.month) return `${monthName(a.month)} ${a.year}`;
  if (whole && a.month === 1 && b.month === 12) return String(a.year);
  return first === last ? writeDay(first, dates) : `${writeDay(first, dates)} – ${writeDay(last, dates)}`;
}
