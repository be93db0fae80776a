/** Days since 1 January 1970, proleptic Gregorian. Arithmetic only: nothing here reads a clock. */
export type Day = number;

/**
 * An EDTF level 1 date (spec 3.1): a day, a month or a year, perhaps uncertain (`?`) or approximate (`~`, `%`),
 * or the open end `..`. `earliest` and `latest` are the first and last day of its widest reading:
 * a mark of doubt adds one of the last component given on either side.
 */
export interface PartialDate {
  readonly text: string;
  readonly precision: 'day' | 'month' | 'year' | 'open';
  readonly uncertain: boolean;
  readonly earliest: Day;
  readonly latest: Day;
}

/** A stretch of time, closed at both ends, in days; ±Infinity where open. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
}

export function dayOf(year: number, month: number, date: number): Day {
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  return Math.round(time.getTime() / 86_400_000);
}

/** Year, month (1-12), date (1-31) and weekday (0 Sunday - 6 Saturday) of a day. */
export function calendar(day: Day): { year: number; month: number; date: number; weekday: number } {
  const time = new Date(day * 86_400_000);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate(), weekday: time.getUTCDay() };
}

export function daysInMonth(year: number, month: number): number {
  return calendar(dayOf(year, month + 1, 1) - 1).date;
}

/** A time of day after a full date (EDTF level 0): the day is what counts. */
const TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/;
const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;

/** Reads an EDTF level 1 date; `undefined` for any other text and for days that do not exist. */
export function parseDate(value: unknown): PartialDate | undefined {
  const written = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const text = TIME.exec(written)?.[1] ?? written;
  if (text === '..') return { text, precision: 'open', uncertain: false, earliest: -Infinity, latest: Infinity };
  const match = FORM.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const date = match[3] === undefined ? undefined : Number(match[3]);
  const uncertain = match[4] !== undefined;
  const slack = uncertain ? 1 : 0;
  if (month === undefined) {
    return { text, precision: 'year', uncertain, earliest: dayOf(year - slack, 1, 1), latest: dayOf(year + slack, 12, 31) };
  }
  if (month < 1 || month > 12) return undefined;
  if (date === undefined) {
    const after = dayOf(year, month + 1 + slack, 1) - 1;
    return { text, precision: 'month', uncertain, earliest: dayOf(year, month - slack, 1), latest: after };
  }
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  const day = dayOf(year, month, date);
  return { text, precision: 'day', uncertain, earliest: day - slack, latest: day + slack };
}

/** The widest reading of a period: from the earliest start to the latest end (spec 3.1, principle 3). */
export function possiblePeriod(from: PartialDate | undefined, until: PartialDate | undefined): DayRange {
  return { first: from ? from.earliest : -Infinity, last: until ? until.latest : Infinity };
}

/** The narrowest reading of a period: from the latest start to the earliest end; may be empty (first > last). */
export function certainPeriod(from: PartialDate | undefined, until: PartialDate | undefined): DayRange {
  const first = from ? (from.precision === 'open' ? -Infinity : from.latest) : -Infinity;
  const last = until ? (until.precision === 'open' ? Infinity : until.earliest) : Infinity;
  return { first, last };
}

export function within(range: DayRange, day: Day): boolean {
  return range.first <= day && day <= range.last;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

export function weekdayName(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** How dates are written to people: `dmy` 12 January 2022, `mdy` January 12, 2022, `mdy-ap` Jan. 12, 2022. */
export type DateStyle = 'dmy' | 'mdy' | 'mdy-ap';

const AP_MONTHS = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

export function writeDay(day: Day, style: DateStyle = 'dmy'): string {
  const { year, month, date } = calendar(day);
  if (style === 'dmy') return `${date} ${monthName(month)} ${year}`;
  return `${style === 'mdy' ? monthName(month) : AP_MONTHS[month - 1]} ${date}, ${year}`;
}

/** A partial date in words: “12 January 2022”, “August 2008”, “2005”, “about November 2021”. */
export function writeDate(date: PartialDate, style: DateStyle = 'dmy'): string {
  if (date.precision === 'open') return '';
  const slack = date.uncertain ? 'about ' : '';
  const [year, month, day] = date.text.replace(/[?~%]$/, '').split('-').map(Number) as [number, number?, number?];
  if (month === undefined) return `${slack}${year}`;
  if (day === undefined) return `${slack}${monthName(month)} ${year}`;
  return slack + writeDay(dayOf(year, month, day), style);
}

/** ISO form, for data and front matter only: people are shown `writeDay`. */
export function isoDay(day: Day): string {
  const { year, month, date } = calendar(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
