import { dayOf, daysInMonth } from '../base/edtf';
import type { DateLine } from './model';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NAME = '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DATE = `(?:(\\d{1,2})(?:st|nd|rd|th)? (${NAME}),? (\\d{4})|(${NAME}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))`;
/** “Date: 12 January 2022”, “**Date** – 12 January 2022”. */
const LABELLED = new RegExp(`^[*_> \\t]*(?:Date|Dated|Date of issue|Issued|Issue date|As of|Published)[*_]*\\s*[:–—-]\\s*[*_]*\\s*(?:\\w+day,? )?(?:${DATE})`, 'i');
/** “BRUSSELS, 12 January 2022 —”, “Brussels, 12 January 2022”, or the date alone. */
const DATELINE = new RegExp(`^[*_> \\t]*(?:[\\p{Lu}][\\p{L}.’' -]{1,40}, ?|\\()?(?:\\w+day,? )?(?:${DATE})[)*_]*\\s*(?:$|[—–:-])`, 'u');
const MOST_LINES = 15;

/** The document's own date: a labelled line or a dateline with a year, in the first 15 lines (spec 6.1). */
export function findDateLine(text: string, from: number): DateLine | undefined {
  let start = from;
  for (let n = 0; n < MOST_LINES && start < text.length; n++) {
    const end = lineEnd(text, start);
    const line = text.slice(start, Math.min(end, start + 160));
    const match = LABELLED.exec(line) ?? DATELINE.exec(line);
    const day = match ? read(match) : undefined;
    if (match && day !== undefined) return { span: { start, end: start + match[0].length }, day };
    start = end + 1;
    if (line === '') n--;
    if (start - from > 20_000) return undefined;
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function read(m: RegExpExecArray): number | undefined {
  const groups = m.slice(1);
  const [date, month, year] = groups[0] !== undefined ? [groups[0], groups[1], groups[2]] : groups[3] !== undefined ? [groups[4], groups[3], groups[5]] : [groups[8], groups[7], groups[6]];
  const number = /^\d+$/.test(month ?? '') ? Number(month) : MONTHS.findIndex(n => n.startsWith((month ?? '').replace('.', '').slice(0, 3).toLowerCase())) + 1;
  const y = Number(year);
  if (number < 1 || number > 12 || Number(date) < 1 || Number(date) > daysInMonth(y, number)) return undefined;
  return dayOf(y, number, Number(date));
}
