import type { Analysis, ResolvedDate } from '../../analysis/model';
import { calendar, type Day, dayOf, daysInMonth, weekdayName } from '../../base/edtf';
import { shift } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { day, likeCase, quote, textOf } from '../wording/wording';

/** A weekday and a date that disagree. Without a year: only if the year nearest the note's date and both its neighbours fail. */
export const dateWeekdayMismatch = defineCheck({
  id: 'date-weekday-mismatch',
  group: 'dates',
  title: 'Weekday and date disagree',
  severity: 'error',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const date of analysis.dates) {
      const { mention } = date;
      if (mention.weekday === undefined || mention.month === undefined || mention.date === undefined || mention.impossible || !mention.weekdaySpan) continue;
      if (mention.year !== undefined) {
        const value = dayOf(mention.year, mention.month, mention.date);
        if (calendar(value).weekday !== mention.weekday) yield report(analysis, date, value, true);
      } else if (date.range) {
        const value = date.range.first;
        const year = calendar(value).year;
        const years = [year - 1, year, year + 1].filter(y => mention.date! <= daysInMonth(y, mention.month!));
        if (years.every(y => calendar(dayOf(y, mention.month!, mention.date!)).weekday !== mention.weekday)) yield report(analysis, date, value, false);
      }
    }
  },
});

function report(analysis: Analysis, date: ResolvedDate, value: Day, certain: boolean): Report {
  const { mention } = date;
  const at = analysis.blockOf(date).span.start;
  const right = weekdayName(calendar(value).weekday);
  const marks = shift(mention.weekdaySpan!, at);
  const fixes: Fix[] = [replace(`Change the weekday to ${right}`, marks, likeCase(textOf(analysis, marks), right))];
  const other = nearestWith(value, mention.weekday!);
  const moved = movedDate(textOf(analysis, date.span), value, other);
  if (moved) fixes.push(replace(`Change the date to ${quote(moved)}`, date.span, moved));
  return {
    span: date.span,
    ...(certain ? {} : { severity: 'warning' as const }),
    message: `${day(analysis, value)} ${analysis.judging && value > analysis.judging.last ? 'is' : 'was'} a ${right}, not a ${weekdayName(mention.weekday!)}, by the calendar.`,
    fixes,
  };
}

/** The day nearest to the date that is the weekday written. */
function nearestWith(value: Day, weekday: number): Day {
  const back = (calendar(value).weekday - weekday + 7) % 7;
  return back <= 3 ? value - back : value + (7 - back);
}

/** The date as written with its day of the month changed; none where the month would change with it and is written out. */
function movedDate(written: string, from: Day, to: Day): string | undefined {
  const a = calendar(from);
  const b = calendar(to);
  const iso = /\d{4}-\d{2}-\d{2}/.exec(written);
  if (iso) return written.replace(iso[0], [b.year, b.month, b.date].map(n => String(n).padStart(2, '0')).join('-'));
  if (a.month !== b.month) return undefined;
  const changed = written.replace(new RegExp(`(^|[^\\d])0?${a.date}(st|nd|rd|th)?(?=[^\\d]|$)`), (_, before: string, ordinal?: string) => `${before}${b.date}${ordinal ? ordinalOf(b.date) : ''}`);
  return changed === written ? undefined : changed;
}

function ordinalOf(n: number): string {
  return n % 10 === 1 && n !== 11 ? 'st' : n % 10 === 2 && n !== 12 ? 'nd' : n % 10 === 3 && n !== 13 ? 'rd' : 'th';
}
