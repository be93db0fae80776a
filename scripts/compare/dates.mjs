/** Dates of tables and of the YAML, as spans of days since 1 January 1970. */
const DAY = 86_400_000;

const days = (year, month, date) => Date.UTC(year, month, date) / DAY;

/** First and last day that an EDTF date can mean; nothing for an open one and for what is no date. */
export function span(text) {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/.exec(String(text ?? ''));
  if (!found) return undefined;
  const [year, month, date] = found.slice(1, 4).map(part => part && Number(part));
  const slack = found[4] ? 1 : 0;
  if (month > 12 || (date && new Date(Date.UTC(year, month - 1, date)).getUTCDate() !== date)) return undefined;
  if (date) return [days(year, month - 1, date) - slack, days(year, month - 1, date) + slack];
  if (month) return [days(year, month - 1 - slack, 1), days(year, month + slack, 0)];
  return [days(year - slack, 0, 1), days(year + slack, 11, 31)];
}

/** Days between two spans, 0 where they share a day. */
export const gap = (a, b) => Math.max(0, a[0] - b[1], b[0] - a[1]);

export const isoDay = day => new Date(day * DAY).toISOString().slice(0, 10);

/** The narrowest EDTF date that covers all days from `first` to `last`; nothing where they are more than three years. */
export function covering(first, last) {
  if (first >= last) return isoDay(last);
  const [from, to] = [isoDay(first), isoDay(last)];
  const middle = isoDay(Math.floor((first + last) / 2));
  const years = [to.slice(0, 4), from.slice(0, 4), middle.slice(0, 4)];
  const months = [to.slice(0, 7), from.slice(0, 7), middle.slice(0, 7)];
  const forms = [...months, ...months.map(month => `${month}?`), ...years, ...years.map(year => `${year}?`)];
  return forms.find(form => span(form)[0] <= first && span(form)[1] >= last);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** “3 May 2019”, “May 2019”, “2019”. */
export function inWords(text) {
  const [year, month, date] = String(text).replace(/[?~%]$/, '').split('-').map(Number);
  return [date, month && MONTHS[month - 1], year].filter(Boolean).join(' ');
}
