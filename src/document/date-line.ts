import { dayOf, daysInMonth } from '../base/edtf';
import type { DateLine } from './model';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NAME = '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const NAMES = `${NAME.slice(0, -1)}|${NAME.slice(3, -1).toUpperCase()})`;
const DATE = `(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${NAMES}),? (\\d{4})|(${NAMES}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))(?!\\d)`;
const WEEKDAY = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\\.)?,? )?';
/** Marks that may stand before a label: emphasis, a quotation, a list or a table. */
const LEAD = '[*_>|\\s•-]*';
/** “Date: 12 January 2022”, “**Date** – 12 January 2022”, “| Date | 12 January 2022 |”. */
const LABELLED = new RegExp(
  `^${LEAD}(?:(?:Date|Dated|Date of (?:issue|publication|report|information)|Report(?:ing)? date|Issued|Issue date|As of|As at|Published|Publication date|Information cut-?off(?: date)?|Cut-?off(?: date)?|Last updated|Updated)` +
  `[*_]*\\s*[:|–—-])[*_\\s|]*${WEEKDAY}(?:${DATE})`, 'i');
/** “As of 12 January 2022” and nothing else on the line. */
const UNMARKED = new RegExp(`^${LEAD}(?:As of|As at|Dated|Published|Issued|Last updated|Updated)(?: on)? ${WEEKDAY}(?:${DATE})[)*_]*\\.?\\s*$`, 'i');
const PLACE = '[\\p{Lu}][\\p{L}.’\' -]{1,40}';
/** “BRUSSELS, 12 January 2022 —”, “KYIV, Ukraine, Jan. 12, 2022 (Reuters) -”, “GENEVA (10 January 2022) -”, “Brussels, 12 January 2022”. */
const DATELINE = new RegExp(`^[*_> \\t]*${PLACE}(?:, ?${PLACE})?(?:, ?| ?\\()${WEEKDAY}(?:${DATE})\\)?(?: ?\\([\\p{L}\\d .&/’'-]{2,30}\\))?[*_]*\\s*(?:$|[—–:]|-(?!\\d))`, 'u');
/** The date alone on its line, or before a dash and text. */
const ALONE = new RegExp(`^[*_> \\t(]*${WEEKDAY}(?:${DATE})[)*_]*\\s*(?:$|[—–:]|-(?!\\d))`, 'u');
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

/** The document's own date in the first lines: a labelled line or a dateline with a year (spec 6.1). Spans are relative to them. */
export function dateLineIn(top: string): DateLine | undefined {
  let alone: DateLine | undefined;
  let several = false;
  for (let start = 0; start < top.length;) {
    const end = lineEnd(top, start);
    const line = top.slice(start, Math.min(end, start + 160)).replace(/\r$/, '');
    const match = LABELLED.exec(line) ?? UNMARKED.exec(line) ?? DATELINE.exec(line);
    const day = match ? read(match) : undefined;
    if (match && day !== undefined) return { span: { start, end: start + match[0].trimEnd().length }, day };
    const bare = ALONE.exec(line);
    const bareDay = bare ? read(bare) : undefined;
    if (bare && bareDay !== undefined) {
      // a chronology begins with dates, too: more than one day is none of them the note's own
      if (alone && alone.day !== bareDay) several = true;
      alone ??= { span: { start, end: start + bare[0].trimEnd().length }, day: bareDay };
    }
    start = end + 1;
  }
  return several ? undefined : alone;
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
