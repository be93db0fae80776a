import { calendar, type Day, type DayRange, dayOf, daysInMonth } from '../../base/edtf';
import { readTopDate } from '../../english/written-dates';
import type { Document } from '../../document/model';
import type { DateMention } from '../../recognize/model';
import type { JudgingDate, ResolvedDate } from '../model';

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

/**
 * The days that a written date means (spec 4.1.7): what it leaves out is taken from the story that it stands in
 * (`frame`), else from the day of issue and the verb's tense.
 */
export function daysMeant(written: DateMention, issued: Day | undefined, frame?: DayRange): DayRange | undefined {
  const m = inYearOf(frame, written);
  switch (m.kind) {
    case 'date': return oneDay(dayFor(m.year, m.month, m.date, m, issued));
    case 'range': return spanOf(m, issued);
    case 'year': return m.year === undefined ? undefined : { first: dayOf(m.year, 1, 1), last: dayOf(m.year, 12, 31) };
    case 'month': return monthFor(m, issued);
    case 'weekday': return issued === undefined || m.weekday === undefined ? undefined : oneDay(weekdayFor(m, issued));
    case 'relative': return issued === undefined ? undefined : relative(m, issued);
  }
}

/** A date without a year lies in the year of its story, where the story is of one year. */
function inYearOf(frame: DayRange | undefined, m: DateMention): DateMention {
  if (!frame || m.year !== undefined || m.month === undefined || m.word !== undefined || !Number.isFinite(frame.first)) return m;
  const { year } = calendar(frame.first);
  if (year !== calendar(frame.last).year) return m;
  return { ...m, year, ...(m.end && m.end.year === undefined ? { end: { ...m.end, year } } : {}) };
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
