/** Months and weekdays as briefings write them. Keys are lower case, without a point. */
export const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['january', 1], ['jan', 1], ['february', 2], ['feb', 2], ['march', 3], ['mar', 3], ['april', 4], ['apr', 4], ['may', 5], ['june', 6], ['jun', 6],
  ['july', 7], ['jul', 7], ['august', 8], ['aug', 8], ['september', 9], ['sept', 9], ['sep', 9], ['october', 10], ['oct', 10], ['november', 11],
  ['nov', 11], ['december', 12], ['dec', 12],
]);

export const WEEKDAY_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['sunday', 0], ['monday', 1], ['tuesday', 2], ['wednesday', 3], ['thursday', 4], ['friday', 5], ['saturday', 6],
  ['sun', 0], ['mon', 1], ['tues', 2], ['tue', 2], ['wed', 3], ['thurs', 4], ['thu', 4], ['fri', 5], ['sat', 6],
]);

export const MONTH_PATTERN =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  'JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|' +
  'Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.|Jul\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';

/** Beside a day of the month also without a point and in capitals, as cables have them: 3 Mar 2016, 12 JAN 2022. */
export const MONTH_BESIDE_DAY = `${MONTH_PATTERN}|Jan|Mar|Jun|Jul|(?:JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\\.?`;

export const WEEKDAY_PATTERN =
  'Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|SUNDAY|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY';

/** Short weekdays stand beside a date only, and not in a newspaper's name (The Sun, 12 January 2022). */
export const SHORT_WEEKDAY_PATTERN = '(?<=^|[(|,;:–—]\\s*|\\b(?:[Oo]n|[Oo]f|[Ff]rom|[Uu]ntil|[Bb]y|[Ss]ince|[Ff]or|[Tt]o)\\s+)(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\.?';
