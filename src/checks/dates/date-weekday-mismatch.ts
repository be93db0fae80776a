import type { Analysis, ResolvedDate } from '../../analysis/model';
import { NEWS_DAYS } from '../../analysis/when/clause-times';
import { calendar, type Day, dayOf, daysInMonth, weekdayName } from '../../base/edtf';
import { shift } from '../../base/span';
import type { DateMention } from '../../recognize/model';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { day, likeCase, quote, textOf } from '../wording/wording';

/**
 * A weekday and a date that disagree. Without a year, a date of these weeks is of this year; another one is reported only
 * if the year that is meant and both its neighbours fail.
 */
export const dateWeekdayMismatch = defineCheck({
  id: 'date-weekday-mismatch',
  group: 'dates',
  title: 'Weekday and date disagree',
  severity: 'error',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const stated = yearsStated(analysis.dates);
    for (const date of analysis.dates) {
      const { mention } = date;
      if (mention.weekday === undefined || mention.month === undefined || mention.date === undefined || mention.impossible || !mention.weekdaySpan) continue;
      if (mention.year !== undefined) {
        const value = dayOf(mention.year, mention.month, mention.date);
        if (calendar(value).weekday !== mention.weekday) yield report(analysis, date, value, true);
      } else if (date.range) {
        const value = date.range.first;
        if (yearsMeant(analysis, stated.get(date.block), value).every(y => weekdayIn(y, mention) !== mention.weekday)) yield report(analysis, date, value, false);
      }
    }
  },
});

function yearsStated(dates: readonly ResolvedDate[]): Map<ResolvedDate['block'], Set<number>> {
  const byBlock = new Map<ResolvedDate['block'], Set<number>>();
  for (const { block, mention } of dates) {
    if (mention.year !== undefined) byBlock.set(block, (byBlock.get(block) ?? new Set()).add(mention.year));
  }
  return byBlock;
}

/** Years in which a date without one may lie. A weekday moves on by one a year, so that a neighbour fits many a slip. */
function yearsMeant(analysis: Analysis, stated: ReadonlySet<number> | undefined, nearest: Day): readonly number[] {
  const { year } = calendar(nearest);
  const { judging } = analysis;
  const news = judging !== undefined && nearest >= judging.first - NEWS_DAYS && nearest <= judging.last + NEWS_DAYS;
  return [year - 1, year, year + 1].filter(y => y === year || !news || stated?.has(y));
}

/** `undefined` for the 29th of a February that has none. */
function weekdayIn(year: number, { month, date }: DateMention): number | undefined {
  return date! <= daysInMonth(year, month!) ? calendar(dayOf(year, month!, date!)).weekday : undefined;
}

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
