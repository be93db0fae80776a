import { dayOf, daysInMonth } from '../../base/edtf';
import type { DateMention, FigureMention } from '../model';

const DATED = /^(?:date|month|year|range)$/;

/** The date that a figure’s clause gives: the first after it, else the nearest before it. Weekdays date the saying, not the count. */
export function whenOf(dates: readonly DateMention[], from: number, start: number, end: number): DateMention | undefined {
  let before: DateMention | undefined;
  for (let i = from; i < dates.length && i < from + 12; i++) {
    const d = dates[i]!;
    if (!DATED.test(d.kind) || d.impossible) continue;
    if (d.span.start >= end) break;
    if (d.span.start >= start) return before ?? d;
    before = d;
  }
  return before;
}

/** First and last day of a date that names its year. */
export function daysOf(date: DateMention): { first: number; last: number } | undefined {
  const { year, month, date: day } = date;
  if (year === undefined || date.end !== undefined) return undefined;
  if (month === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  if (day === undefined) return { first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)) };
  return { first: dayOf(year, month, day), last: dayOf(year, month, day) };
}

/** The date of a figure's clause as `FigureMention` keeps it: from `start` to `end`, or before it down to `earliest`. */
export function dateOf(dates: readonly DateMention[], start: number, end: number, earliest: number): Pick<FigureMention, 'asOf' | 'when'> {
  let from = 0;
  while (from < dates.length && dates[from]!.span.end <= earliest) from++;
  const when = whenOf(dates, from, start, end);
  const asOf = when && daysOf(when);
  return { ...(asOf ? { asOf } : {}), ...(when ? { when } : {}) };
}
