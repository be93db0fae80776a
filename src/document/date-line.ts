import { type Day, dayOf, daysInMonth } from '../base/edtf';
import type { DateLine } from './model';

/** Months by all the ways to write them, lower case: in full, and cut short with or without a point. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'.split(' ').flatMap((name, i) => {
    const short = name.slice(0, 3);
    // “mar” without a point is no month
    const forms = [name, `${short}.`, ...(short === 'mar' ? [] : [short]), ...(short === 'sep' ? ['sept', 'sept.'] : [])];
    return forms.map(form => [form, i + 1] as const);
  }));

/** A day with its year; whether its month is one is looked up. */
const DAY = /(?<!\d)(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Za-z]{3,9}\.?),? (\d{4})|([A-Za-z]{3,9}\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{4})-(\d{2})-(\d{2}))(?!\d)/gi;
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?,? )?$';
/** Marks that may stand before a label: emphasis, a quotation, a list or a table. */
const LEAD = '^[*_>|\\s•-]*';
const PLACE = '[\\p{Lu}][\\p{L}.’\' -]{1,40}';

/** What stands before a day that is the note's own, and what after it. */
interface Form {
  readonly before: RegExp;
  readonly after: RegExp;
  /** A label says so: the month may be written in any case. */
  readonly labelled: boolean;
}

const LABELS = 'Date|Dated|Date of (?:issue|publication|report|information)|Report(?:ing)? date|Issued|Issue date|As of|As at|Published|Publication date|' +
  'Information cut-?off(?: date)?|Cut-?off(?: date)?|Last updated|Updated';
const FORMS: readonly Form[] = [
  // “Date: 12 January 2022”, “**Date** – 12 January 2022”, “| Date | 12 January 2022 |”
  { before: new RegExp(`${LEAD}(?:${LABELS})[*_]*\\s*[:|–—-][*_\\s|]*${WEEKDAY}`, 'i'), after: /^/, labelled: true },
  // “As of 12 January 2022” and nothing else on the line
  { before: new RegExp(`${LEAD}(?:As of|As at|Dated|Published|Issued|Last updated|Updated)(?: on)? ${WEEKDAY}`, 'i'), after: /^[)*_]*\.?\s*$/, labelled: true },
  // “BRUSSELS, 12 January 2022 —”, “KYIV, Ukraine, Jan. 12, 2022 (Reuters) -”, “GENEVA (10 January 2022) -”, “Brussels, 12 January 2022”
  {
    before: new RegExp(`^[*_> \\t]*${PLACE}(?:, ?${PLACE})?(?:, ?| ?\\()${WEEKDAY}`, 'u'),
    after: /^\)?(?: ?\([\p{L}\d .&/’'-]{2,30}\))?[*_]*\s*(?:$|[—–:]|-(?!\d))/u, labelled: false,
  },
];
/** The day alone on its line, or before a dash and text. */
const ALONE: Form = { before: new RegExp(`^[*_> \\t(]*${WEEKDAY}`), after: /^[)*_]*\s*(?:$|[—–:]|-(?!\d))/, labelled: false };
const MOST_LINES = 15;
const MOST_CHARACTERS = 20_000;

/** The first lines of the body, in which a date line may stand. */
export function topOf(text: string, from: number): { readonly from: number; readonly text: string } {
  let start = from;
  // the rest of the line that closes the lines at the top
  if (from > 0 && /[\r\n]/.test(text[from] ?? '')) start = lineEnd(text, from) + 1;
  let end = start;
  for (let n = 0; n < MOST_LINES && end < text.length && end - from < MOST_CHARACTERS; n++) end = lineEnd(text, end) + 1;
  return { from: start, text: text.slice(start, end) };
}

/** The document's own date in the first lines: a labelled line or a dateline with a year. Spans are relative to them. */
export function dateLineIn(top: string): DateLine | undefined {
  let alone: DateLine | undefined;
  let several = false;
  for (let start = 0; start < top.length;) {
    const end = lineEnd(top, start);
    const line = top.slice(start, Math.min(end, start + 160)).replace(/\r$/, '');
    const days = daysOf(line);
    for (const form of FORMS) {
      const found = fitting(form, line, days);
      if (found) return { span: { start, end: start + found.end }, day: found.day };
    }
    const bare = fitting(ALONE, line, days);
    if (bare) {
      // a chronology begins with dates, too: more than one day is none of them the note's own
      if (alone && alone.day !== bare.day) several = true;
      alone ??= { span: { start, end: start + bare.end }, day: bare.day };
    }
    start = end + 1;
  }
  return several ? undefined : alone;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

interface WrittenDay {
  readonly start: number;
  readonly end: number;
  readonly day: Day;
  /** The month begins with a capital, or is a number. */
  readonly capital: boolean;
}

/** The days that are written in a line, with their years. */
function daysOf(line: string): WrittenDay[] {
  const days: WrittenDay[] = [];
  for (const match of line.matchAll(DAY)) {
    const [, d1, m1, y1, m2, d2, y2, y3, m3, d3] = match;
    const name = m1 ?? m2;
    const month = name === undefined ? Number(m3) : MONTHS.get(name.toLowerCase());
    const date = Number(d1 ?? d2 ?? d3);
    const year = Number(y1 ?? y2 ?? y3);
    if (month === undefined || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) continue;
    const letters = name?.replace('.', '');
    const capital = letters === undefined || letters === letters.toUpperCase() || /^[A-Z][a-z]+$/.test(letters);
    days.push({ start: match.index, end: match.index + match[0].length, day: dayOf(year, month, date), capital });
  }
  return days;
}

/** The first of the days that stands as the form has it, and where what belongs to it ends. */
function fitting(form: Form, line: string, days: readonly WrittenDay[]): { readonly day: Day; readonly end: number } | undefined {
  for (const { start, end, day, capital } of days) {
    if (!capital && !form.labelled) continue;
    const after = form.after.exec(line.slice(end));
    if (after && form.before.test(line.slice(0, start))) return { day, end: line.slice(0, end + after[0].length).trimEnd().length };
  }
  return undefined;
}
