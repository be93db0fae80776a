import type { Analysis, ResolvedDate } from '../../analysis/model';
import { dayOf, daysInMonth, monthName } from '../../base/edtf';
import { type Span } from '../../base/span';
import type { DateMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { quote, textOf } from '../wording/wording';

/** A year's end within a range: Dec-Jan, Nov-Feb. A longer way round is a range that runs backwards. */
const LONGEST_TURN_DAYS = 183;

/** A day that no calendar has, or a written range that ends before it begins. */
export const dateImpossible = defineCheck({
  id: 'date-impossible',
  group: 'dates',
  title: 'Date that does not exist',
  severity: 'error',
  look: 'block',
  inSources: true,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    let last: ResolvedDate | undefined;
    for (const date of analysis.dates) {
      const { mention } = date;
      if (mention.impossible) yield { span: date.span, message: impossible(mention) };
      else if (mention.kind === 'range' && runsBackwards(mention, textOf(analysis, date.span)) && !isMove(date)) yield backwards(analysis, date.span);
      else if (last && last.block === date.block && fromTo(analysis, last, date)) {
        yield backwards(analysis, { start: last.span.start, end: date.span.end });
      }
      last = date;
    }
  },
});

function impossible(m: DateMention): string {
  const { end } = m;
  const bad = (date?: number, month?: number, year?: number): string | undefined => {
    if (month !== undefined && (month < 1 || month > 12)) return `There is no month ${month}: a year has twelve.`;
    if (date === undefined || month === undefined) return undefined;
    const days = year === undefined ? (month === 2 ? 29 : daysInMonth(2023, month)) : daysInMonth(year, month);
    if (date >= 1 && date <= days) return undefined;
    const when = month === 2 && year !== undefined ? `${monthName(month)} ${year}` : monthName(month);
    return `${when} has ${month === 2 && year === undefined ? 'at most ' : ''}${days} days.`;
  };
  return bad(m.date, m.month, m.year) ?? bad(end?.date, end?.month, end?.year ?? m.year) ?? 'This date does not exist.';
}

function backwards(analysis: Analysis, span: Span): Report {
  return { span, message: `${quote(textOf(analysis, span))} ends before it begins: one of the two dates cannot be meant.` };
}

/** “brought forward from 25 March to 18 March”: the day is changed, nothing lasts from the one to the other. */
const MOVED = /\b(?:move[sd]?|moving|bring(?:s|ing)?|brought|shift(?:s|ed|ing)?|advanc(?:es?|ed|ing)|chang(?:es?|ed|ing)|reschedul(?:es?|ed|ing)|correct(?:s|ed|ing|ion)?|amend(?:s|ed|ing|ment)?|switch(?:es|ed|ing)?|pull(?:s|ed|ing)?|put|set)\b[^.;:]{0,60}?(?:\bfrom\s+)?$/i;

function isMove({ mention, block: { prose } }: ResolvedDate): boolean {
  return MOVED.test(prose.slice(Math.max(0, mention.span.start - 80), mention.span.start)) && /\bfrom\b/i.test(prose.slice(Math.max(0, mention.span.start - 6), mention.span.start + 6));
}

function runsBackwards(m: DateMention, written: string): boolean {
  const { end } = m;
  if (m.date === undefined || m.month === undefined || end?.date === undefined || end.month === undefined) return false;
  if (m.month === end.month && (m.year === undefined || end.year === undefined || m.year === end.year)) return m.date > end.date;
  if (m.year === undefined || end.year === undefined) return false;
  const first = dayOf(m.year, m.month, m.date);
  const last = dayOf(end.year, end.month, end.date);
  if (first <= last) return false;
  // one year written for both: 30 December to 2 January 2022 turns the year
  const both = (written.match(/\b\d{4}\b/g) ?? []).length > 1;
  return both || last + 365 - first > LONGEST_TURN_DAYS;
}

/** “5 May and 3 April 2021”: the one year is that of both, unless the turn of the year lies between. */
function shortOfYear(one: DateMention, two: DateMention): boolean {
  if (one.date === undefined || one.month === undefined || two.date === undefined || two.month === undefined || two.year === undefined || one.kind === 'range' || two.kind === 'range') return false;
  const first = dayOf(two.year, one.month, one.date);
  const last = dayOf(two.year, two.month, two.date);
  return last < first && last + 365 - first > LONGEST_TURN_DAYS;
}

/** “from January 2022 to December 2021”, “between 3 March 2022 and 1 March 2022”: two dates of their own. */
function fromTo(analysis: Analysis, a: ResolvedDate, b: ResolvedDate): boolean {
  const { mention: one } = a;
  const { mention: two } = b;
  if (two.year === undefined || !(one.year === undefined ? shortOfYear(one, two) : a.range && b.range && b.range.last < a.range.first)) return false;
  if (isMove(a)) return false;
  const { prose } = analysis.blockOf(b);
  const lead = prose.slice(Math.max(0, one.span.start - 12), one.span.start);
  const joint = prose.slice(one.span.end, two.span.start);
  return (/\b(?:from|From)\s+$/.test(lead) && /^\s+(?:to|until|till|through)\s+$/.test(joint)) || (/\b[Bb]etween\s+$/.test(lead) && /^\s+and\s+$/.test(joint));
}
