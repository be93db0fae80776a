import type { Analysis } from '../../analysis/model';
import { calendar, type DayRange, dayOf, daysInMonth } from '../../base/edtf';
import { shift } from '../../base/span';
import { action, replace } from '../../findings/fixes';
import { retense } from '../../recognize/dates/date-claims';
import type { DateMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf, isReference, noteDays } from '../run/facts';
import { day, likeCase, quote, textOf } from '../wording/wording';

/** Without a year a date is taken for the nearest one only within so many days of the note. */
const NEAR_DAYS = 45;

/** “will meet” on a day before the note's, “met” on a day after it. */
export const dateTense = defineCheck({
  id: 'date-tense',
  group: 'dates',
  title: 'Tense and date disagree',
  severity: 'information',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const note = noteDays(analysis);
    if (!note) return;
    for (const { mention: claim, block } of factsOf(analysis, 'dateClaims')) {
      if (claim.quoted || claim.mixed || claim.tense === 'present' || block.speaker || isReference(analysis, block)) continue;
      const days = daysOf(claim.date, note.last);
      if (!days) continue;
      const late = claim.tense === 'future' && days.last < note.first;
      const early = claim.tense === 'past' && days.first > note.last;
      if (!late && !early) continue;
      const at = block.span.start;
      const verb = shift(claim.verb, at);
      const written = textOf(analysis, verb);
      const other = retense(claim, block.prose.slice(claim.verb.start, claim.verb.end));
      const span = shift(claim.span, at);
      yield {
        span,
        message: `${quote(textOf(analysis, span))}: this note is dated ${day(analysis, note.last)}.`,
        fixes: [
          ...(other ? [replace(`Change to ${quote(other)}`, verb, likeCase(written, other))] : []),
          action('Change the date…', { kind: 'go-to', span: shift(claim.date.span, at) }),
        ],
      };
    }
  },
});

/** A written range with its year: “15-16 September 2022”. */
function rangeOf({ year, month, date, end }: DateMention): DayRange | undefined {
  if (year === undefined || end?.year === undefined || month === undefined || end.month === undefined || date === undefined || end.date === undefined) return undefined;
  const first = dayOf(year, month, date);
  const last = dayOf(end.year, end.month, end.date);
  return first <= last ? { first, last } : undefined;
}

function daysOf(date: DateMention, note: number): DayRange | undefined {
  const { year, month, date: of, end } = date;
  if (month === undefined) return undefined;
  if (end) return rangeOf(date);
  if (year !== undefined) {
    return of === undefined ? { first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)) } : { first: dayOf(year, month, of), last: dayOf(year, month, of) };
  }
  if (of === undefined) return undefined;
  const now = calendar(note).year;
  const near = [now - 1, now, now + 1].filter(y => of <= daysInMonth(y, month)).map(y => dayOf(y, month, of)).find(d => Math.abs(d - note) <= NEAR_DAYS);
  return near === undefined ? undefined : { first: near, last: near };
}
