/** Months and weekdays as briefings write them. */

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
