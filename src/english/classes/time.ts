import { wordClass } from '../word-class';

/** Time: the calendar and words that count from a day. Folded forms, without a point. */

/** Months with their numbers. */
export const MONTHS = wordClass<number>('month', 'Gregorian calendar; abbreviations of the Associated Press and of ISO-like cable headings.', [
  ['january', 1], ['jan', 1], ['february', 2], ['feb', 2], ['march', 3], ['mar', 3], ['april', 4], ['apr', 4], ['may', 5], ['june', 6], ['jun', 6],
  ['july', 7], ['jul', 7], ['august', 8], ['aug', 8], ['september', 9], ['sept', 9], ['sep', 9], ['october', 10], ['oct', 10], ['november', 11],
  ['nov', 11], ['december', 12], ['dec', 12],
]);

/** Weekdays; 0 is Sunday. */
export const WEEKDAYS = wordClass<number>('weekday', 'Gregorian calendar; abbreviations as newspapers write them.', [
  ['sunday', 0], ['monday', 1], ['tuesday', 2], ['wednesday', 3], ['thursday', 4], ['friday', 5], ['saturday', 6],
  ['sun', 0], ['mon', 1], ['tues', 2], ['tue', 2], ['wed', 3], ['thurs', 4], ['thu', 4], ['fri', 5], ['sat', 6],
]);

/** The day of the note and those beside it. */
export const DAYS_AROUND = wordClass('day beside the note\'s', 'English.', 'today tonight tomorrow yesterday');

/** Parts of a day and stretches of the calendar that “this”, “last” or “next” stands before. */
export const PERIODS = wordClass('period', 'English.', 'morning afternoon evening night week weekend month year spring summer autumn winter days');

/** What is counted before “ago”, “earlier” and “before”, and “ago” itself. */
export const SPANS_OF_TIME = wordClass('span of time', 'English.', 'year years decade decades month months generation generations ago');

/** Words that put what is said at another time than what was said before: now, still, later. Of phrases their last word, or the one that is rarer. */
export const SINCE_THEN = wordClass('shift of time', 'English.', `
  currently present nowadays now still far date recently later afterward afterwards subsequent subsequently eventually then thereafter ultimately
  successor successors succeed succeeded succeeding succeeds following next after replaced time`);
