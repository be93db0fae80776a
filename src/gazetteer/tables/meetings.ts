import { calendar } from '../../base/edtf';
import { wordsOf } from '../../english/phrases';
import type { Event } from '../model';
import { tableOf } from './table';

/** Recorded events by their aliases, and by their names up to the first comma (“COP26, Glasgow”). */
export const EVENTS = tableOf<'events', 0>('events', 'events', function* (event) {
  const names = new Set([...event.aliases, event.name, event.name.split(',')[0]!].map(n => n.trim()));
  // one word alone is no name of a meeting, unless it is an acronym with a number (COP26)
  for (const name of names) if (/[\s-]/.test(name) || /\d/.test(name)) yield [wordsOf(name), 0];
});

/** A meeting that is said to go on for longer is not looked for in all its years. */
const MOST_YEARS = 30;

function* yearsOf({ date, end_date: end }: Event): Iterable<string> {
  const [first, last] = [date.earliest, end?.latest ?? date.latest];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return;
  const from = calendar(first).year;
  const to = Math.min(calendar(last).year, from + MOST_YEARS);
  for (let year = from; year <= to; year++) yield String(year);
}

/** Meetings by who takes part in them and the year. */
export const DELEGATIONS = tableOf<'events', 0>('delegations', 'events', function* (event) {
  for (const party of new Set(event.delegations.map(delegation => delegation.party))) for (const year of yearsOf(event)) yield [[party, year], 0];
});

/** Meetings by those who lead a delegation. */
export const LEADERS = tableOf<'events', 0>('leaders of delegations', 'events', function* (event) {
  const heads = event.delegations.flatMap(delegation => (delegation.head === undefined ? delegation.co_heads : [delegation.head, ...delegation.co_heads]));
  for (const head of new Set(heads)) yield [[head], 0];
});
