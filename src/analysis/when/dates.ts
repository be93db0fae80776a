import { calendar, type Day, type DayRange, dayOf, daysInMonth } from '../../base/edtf';
import { readTopDate } from '../../english/written-dates';
import { shift, type Span } from '../../base/span';
import type { Block, Document, Section } from '../../document/model';
import { sentenceAt } from '../../recognize/dates/dates';
import type { DateMention } from '../../recognize/model';
import type { EffectiveDate, Ground, JudgingDate, ResolvedDate } from '../model';

/** The day by which the document is judged: `as-of`, else `date`, else its own date line, else the writer's choice (spec 6.1). */
export function judgingDate(document: Document, chosen?: Day): JudgingDate | undefined {
  for (const source of ['as-of', 'date'] as const) {
    const entry = document.frontMatter?.entries.get(source);
    const date = readTopDate(entry?.value);
    if (entry && date && date.precision !== 'open') return { day: date.earliest, first: date.earliest, last: date.latest, source, span: entry.valueSpan };
  }
  if (document.dateLine) {
    const { day, span } = document.dateLine;
    return { day, first: day, last: day, source: 'text', span };
  }
  return chosen === undefined ? undefined : { day: chosen, first: chosen, last: chosen, source: 'chosen' };
}

/** The day of issue, by which relative dates are resolved: `date` before `as-of`. */
function issueDay(ground: Ground): Day | undefined {
  const issued = readTopDate(ground.document.frontMatter?.entries.get('date')?.value);
  return issued && issued.precision === 'day' ? issued.earliest : ground.judging?.day;
}

/** Dates with the days they mean; what the text leaves out is filled from the document's date and the verb's tense (spec 4.1.7). */
export function resolveDates(ground: Ground): ResolvedDate[] {
  const issued = issueDay(ground);
  const resolved: ResolvedDate[] = [];
  for (const block of ground.document.blocks) {
    for (const mention of ground.factsOf(block).dates) {
      const range = mention.impossible ? undefined : daysMeant(mention, issued);
      resolved.push({ mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted, ...(range ? { range } : {}) });
    }
  }
  return resolved;
}

function daysMeant(m: DateMention, issued: Day | undefined): DayRange | undefined {
  switch (m.kind) {
    case 'date': return oneDay(dayFor(m.year, m.month, m.date, m, issued));
    case 'range': return spanOf(m, issued);
    case 'year': return m.year === undefined ? undefined : { first: dayOf(m.year, 1, 1), last: dayOf(m.year, 12, 31) };
    case 'month': return monthFor(m, issued);
    case 'weekday': return issued === undefined || m.weekday === undefined ? undefined : oneDay(weekdayFor(m, issued));
    case 'relative': return issued === undefined ? undefined : relative(m, issued);
  }
}

function oneDay(day: Day | undefined): DayRange | undefined {
  return day === undefined ? undefined : { first: day, last: day };
}

/** A date without a year takes the nearest year by the verb's tense. */
function dayFor(year: number | undefined, month: number | undefined, date: number | undefined, m: DateMention, issued: Day | undefined): Day | undefined {
  if (month === undefined || date === undefined) return undefined;
  if (year !== undefined) return date <= daysInMonth(year, month) ? dayOf(year, month, date) : undefined;
  if (issued === undefined) return undefined;
  const now = calendar(issued).year;
  const days = [now - 1, now, now + 1].filter(y => date <= daysInMonth(y, month)).map(y => dayOf(y, month, date));
  return nearest(days, m, issued);
}

function nearest(days: readonly Day[], m: DateMention, issued: Day): Day | undefined {
  const fitting = m.tense === 'past' ? days.filter(d => d <= issued) : m.tense === 'future' ? days.filter(d => d >= issued) : days;
  const pool = fitting.length > 0 ? fitting : days;
  return pool.reduce<Day | undefined>((best, d) => (best === undefined || Math.abs(d - issued) < Math.abs(best - issued) ? d : best), undefined);
}

function spanOf(m: DateMention, issued: Day | undefined): DayRange | undefined {
  const last = m.end && dayFor(m.end.year, m.end.month, m.end.date, m, issued);
  const first = dayFor(m.year, m.month, m.date, m, issued);
  return first !== undefined && last !== undefined && first <= last ? { first, last } : undefined;
}

function monthFor(m: DateMention, issued: Day | undefined): DayRange | undefined {
  if (m.month === undefined) return undefined;
  const of = (year: number): DayRange => ({ first: dayOf(year, m.month!, 1), last: dayOf(year, m.month!, daysInMonth(year, m.month!)) });
  if (m.year !== undefined) return of(m.year);
  if (issued === undefined) return undefined;
  const now = calendar(issued).year;
  const back = calendar(issued).month > m.month ? now : now - 1;
  if (m.word?.startsWith('last ')) return of(back);
  if (m.word?.startsWith('next ')) return of(calendar(issued).month < m.month ? now : now + 1);
  const middle = nearest([now - 1, now, now + 1].map(y => dayOf(y, m.month!, 15)), { ...m, tense: monthTense(m, issued) }, issued);
  return middle === undefined ? undefined : of(calendar(middle).year);
}

/** In the month itself the tense says nothing. */
function monthTense(m: DateMention, issued: Day): DateMention['tense'] {
  return calendar(issued).month === m.month ? 'unknown' : m.tense;
}

/** The document's own day if it is that weekday; with a past verb the last one, with a future verb the next; else within 3 days. */
function weekdayFor(m: DateMention, issued: Day): Day {
  const own = calendar(issued).weekday;
  const back = (own - m.weekday! + 7) % 7;
  if (m.word?.startsWith('last ')) return issued - (back === 0 ? 7 : back);
  if (m.word?.startsWith('next ')) return issued + (back === 0 ? 7 : 7 - back);
  if (back === 0) return issued;
  const ahead = 7 - back;
  if (m.tense === 'past') return issued - back;
  if (m.tense === 'future') return issued + ahead;
  return back <= 3 ? issued - back : issued + ahead;
}

function relative(m: DateMention, issued: Day): DayRange | undefined {
  if (m.offset !== undefined) return oneDay(issued + m.offset);
  const [which, unit] = (m.word ?? '').split(' ');
  const step = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  const { year, month, weekday } = calendar(issued);
  if (unit === 'week') {
    const monday = issued - ((weekday + 6) % 7) + step * 7;
    return { first: monday, last: monday + 6 };
  }
  if (unit === 'month') {
    const first = dayOf(year, month + step, 1);
    const of = calendar(first);
    return { first, last: dayOf(of.year, of.month, daysInMonth(of.year, of.month)) };
  }
  if (unit === 'year') return { first: dayOf(year + step, 1, 1), last: dayOf(year + step, 12, 31) };
  return undefined;
}

/** Resolved dates by block, built once per list: the look-ups below never scan a document. */
const indexes = new WeakMap<readonly ResolvedDate[], Map<Block, ResolvedDate[]>>();

function byBlock(dates: readonly ResolvedDate[]): Map<Block, ResolvedDate[]> {
  let index = indexes.get(dates);
  if (!index) {
    index = new Map();
    for (const date of dates) {
      const there = index.get(date.block);
      if (there) there.push(date);
      else index.set(date.block, [date]);
    }
    indexes.set(dates, index);
  }
  return index;
}

/**
 * When a mention speaks of (spec 4.1.6): an explicit date in its clause, else the nearest section heading's date, else
 * the judging date. `span` is relative to the block. `undefined` where two dates in the clause differ, or none is known.
 */
export function effectiveDate(ground: Ground, block: Block, span: Span, dates: readonly ResolvedDate[]): EffectiveDate | undefined {
  const index = byBlock(dates);
  const here = index.get(block);
  if (here) {
    const own = block;
    const clause = clauseAround(own.prose, sentenceAt(own.sentences, span.start) ?? { start: 0, end: own.prose.length }, span);
    // “in power since 2003” speaks of the day of the note
    const said = datesIn(here, clause).filter(d => isExplicit(d.mention) && !/\bsince\s+(?:(?:early|mid|late)[- ])?$/i.test(own.prose.slice(Math.max(0, d.mention.span.start - 14), d.mention.span.start)));
    if (said.length > 0) {
      const inside = agree(said) ? said : datesIn(said, coordinateAround(own.prose, clause, span));
      if (inside.length === 0 || inside.some(d => d.range === undefined) || !agree(inside)) return undefined;
      const tightest = inside.reduce((best, d) => (d.range!.last - d.range!.first < best.range!.last - best.range!.first ? d : best));
      return { ...tightest.range!, explicit: true };
    }
  }
  return dateAround(ground, block, dates);
}

/** When a block as a whole speaks of: the date of its table row, else of its section's heading, else the judging date. */
export function dateAround(ground: Ground, block: Block, dates: readonly ResolvedDate[]): EffectiveDate | undefined {
  const row = rowDate(block, byBlock(dates));
  if (row) return { ...row, explicit: true };
  const heading = headingDate(ground, block.section, dates);
  if (heading) return { ...heading, explicit: false };
  return ground.judging ? { first: ground.judging.first, last: ground.judging.last, explicit: false } : undefined;
}

/** The one date that the other cells of a table row give: “| 14 July 2015 | Secretary of State John Kerry | signs |”. */
function rowDate(block: Block, index: ReadonlyMap<Block, readonly ResolvedDate[]>): DayRange | undefined {
  const { cell } = block;
  if (!cell || cell.row === 0) return undefined;
  const others = (cell.table.rows[cell.row] ?? []).filter(other => other !== block);
  const said = others.flatMap(other => index.get(other) ?? []).filter(d => isExplicit(d.mention));
  return said.length > 0 && agree(said) ? said[0]!.range : undefined;
}

/** Weekdays and “today” lie around the document's own date and move no office; written dates, months and years do. */
function isExplicit(m: DateMention): boolean {
  return (m.kind === 'date' || m.kind === 'month' || m.kind === 'year' || m.kind === 'range') && !m.impossible;
}

function datesIn(dates: readonly ResolvedDate[], clause: Span): ResolvedDate[] {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dates[middle]!.mention.span.start < clause.start) low = middle + 1;
    else high = middle;
  }
  const found: ResolvedDate[] = [];
  for (let i = low; i < dates.length && dates[i]!.mention.span.start < clause.end; i++) found.push(dates[i]!);
  return found;
}

/** The sentence, cut at semicolons. */
function clauseAround(prose: string, sentence: Span, span: Span): Span {
  const before = prose.lastIndexOf(';', span.start);
  const after = prose.indexOf(';', span.end);
  return { start: before >= sentence.start ? before + 1 : sentence.start, end: after >= 0 && after < sentence.end ? after : sentence.end };
}

/** What joins two clauses that may each have a date of their own: “was there in March, and his deputy came in May”. */
const COORDINATES = /,\s+(?:and|but|while|whereas)\s/g;

function coordinateAround(prose: string, clause: Span, span: Span): Span {
  let { start, end } = clause;
  for (const join of prose.slice(clause.start, clause.end).matchAll(COORDINATES)) {
    const at = clause.start + join.index;
    if (at < span.start) start = at;
    else if (at >= span.end) { end = at; break; }
  }
  return { start, end };
}

/** Whether all have a reading and each touches the first. */
function agree(dates: readonly ResolvedDate[]): boolean {
  const [first] = dates;
  return dates.every(d => d.range !== undefined && d.range.first <= first!.range!.last && first!.range!.first <= d.range.last);
}

/** The one full date in the heading of the block's section. */
function headingDate(ground: Ground, { heading }: Section, dates: readonly ResolvedDate[]): DayRange | undefined {
  if (!heading || ground.factsOf(heading).dates.length === 0) return undefined;
  const own = (byBlock(dates).get(heading) ?? []).filter(d => d.range !== undefined && d.mention.kind === 'date' && d.mention.year !== undefined);
  return own.length === 1 ? own[0]!.range : undefined;
}

/** Days that the text names with day, month and year, most frequent first: what the date picker offers. */
export function datesFound(dates: readonly ResolvedDate[], judging: JudgingDate | undefined): Day[] {
  const count = new Map<Day, number>();
  for (const { mention, range } of dates) {
    if (mention.kind !== 'date' || mention.year === undefined || !range) continue;
    count.set(range.first, (count.get(range.first) ?? 0) + 1);
  }
  const found = [...count].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([day]) => day);
  const own = judging && judging.source !== 'chosen' ? [judging.day] : [];
  return [...new Set([...own, ...found])].slice(0, 8);
}
