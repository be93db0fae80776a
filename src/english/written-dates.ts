import { monthName, parseDate, type PartialDate } from '../base/edtf';

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;

/** The ISO dates that a date of another form can mean; with strokes or points, day first and month first. */
export function readings(written: string): string[] {
  const text = written.trim().replace(WEEKDAY, '');
  const iso = (year: string, month: string | number, day: string): string => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const all: string[] = [];
  let m: RegExpExecArray | null;
  if ((m = /^(\d{4})-?(\d{1,2})-?(\d{1,2})(?:[T ]\d{1,2}:?\d{2}.*)?$/.exec(text)) ?? (m = /^(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})$/.exec(text))) all.push(iso(m[1]!, m[2]!, m[3]!));
  else if ((m = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text))) all.push(iso(m[3]!, m[2]!, m[1]!), iso(m[3]!, m[1]!, m[2]!));
  else if ((m = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{L}{3,9})\.?,? (\d{4})$/iu.exec(text))) all.push(iso(m[3]!, monthOf(m[2]!), m[1]!));
  else if ((m = /^(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(text))) all.push(iso(m[3]!, monthOf(m[1]!), m[2]!));
  else if ((m = /^(\p{L}{3,9})\.?,? (\d{4})$/u.exec(text))) all.push(`${m[2]!}-${String(monthOf(m[1]!)).padStart(2, '0')}`);
  return [...new Set(all)].filter(reading => reading !== written && parseDate(reading) !== undefined);
}

/** A date at the top of a note: EDTF, or as people write it with the month in words (“29 August 2023”, “Tuesday, August 29, 2023”). */
export function readTopDate(value: unknown): PartialDate | undefined {
  const date = parseDate(value);
  if (date || typeof value !== 'string' || !/\p{L}{3}/u.test(value)) return date;
  const meant = readings(value.replace(/\s+/g, ' '));
  return meant.length === 1 ? parseDate(meant[0]) : undefined;
}

/** 1-12 by its name or the first letters of it; 0 for another word. */
function monthOf(word: string): number {
  const start = word.toLowerCase();
  for (let month = 1; month <= 12; month++) if (monthName(month).toLowerCase().startsWith(start) || (month === 9 && start === 'sept')) return month;
  return 0;
}
