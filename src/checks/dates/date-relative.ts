import type { Analysis, ResolvedDate } from '../../analysis/model';
import { calendar, daysInMonth, monthName, weekdayName } from '../../base/edtf';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { type CheckView, defineCheck, type Report, sight } from '../run/check';
import { speakers } from '../run/facts';
import { day, quote, textOf } from '../wording/wording';

/** today, this week, ‘December’ without a year: clear when written, not next month. Needs a date to resolve them by. */
export const dateRelative = defineCheck({
  id: 'date-relative',
  group: 'dates',
  title: 'Date that only the day of writing makes clear',
  severity: 'hint',
  options: { weekdays: false },
  *run(analysis, options): Iterable<Report> {
    if (!analysis.judging) return;
    const speech = speechFrom(analysis);
    for (const date of analysis.seen(unclear)) {
      // in a transcript all that follows the first speaker is speech
      if (date.span.start >= speech || (date.mention.kind === 'weekday' && !options.weekdays)) continue;
      yield report(analysis, date);
    }
  },
});

/** Dates that leave the year, or all, to the day of writing. */
const unclear = sight(function* (analysis, block) {
  for (const date of analysis.dates) {
    const { mention } = date;
    // a month in a table is a column of its own; ‘today’ in one is as unclear as anywhere
    if (date.quoted || mention.impossible || block.kind === 'alt' || (block.kind === 'cell' && mention.kind !== 'relative')) continue;
    if (mention.kind === 'relative' || mention.kind === 'weekday' || (mention.kind === 'month' && mention.year === undefined)) yield date;
  }
});

/** Where the first speaker of a transcript begins; nowhere where fewer than two turns are labelled. */
function speechFrom(analysis: CheckView): number {
  const turns = analysis.seen(speakers);
  return turns.length > 1 ? turns[0]! : Infinity;
}

function report(analysis: Analysis, date: ResolvedDate): Report {
  const words = textOf(analysis, date.span);
  const { range, mention } = date;
  const on = day(analysis, analysis.judging!.day);
  if (!range) return { span: date.span, message: `${quote(words)} is clear only by the date of this note, ${on}; a reader next month will not know.` };
  const meaning = mention.kind === 'month' || isMonth(range) ? monthYear(range.first) : isYear(range) ? String(calendar(range.first).year)
    : range.first === range.last ? day(analysis, range.first) : `${day(analysis, range.first)} to ${day(analysis, range.last)}`;
  const fixes: Fix[] = writings(analysis, date, words, meaning).map(text => replace(`Change to ${quote(text)}`, date.span, text));
  return { span: date.span, message: `${quote(words)} is ${meaning} if the date of this note holds, ${on}; a reader next month will not know.`, fixes };
}

/** How the date can be written out where it stands; none where the words around it would have to change as well. */
function writings(analysis: Analysis, { span, mention, range }: ResolvedDate, words: string, meaning: string): string[] {
  const text = analysis.document.addresses;
  const single = range!.first === range!.last;
  if (mention.kind === 'month' && mention.word === undefined) return /^(?:early|mid|late)/i.test(words) ? [] : [meaning];
  if (!(single || mention.kind === 'month' || isMonth(range!) || isYear(range!)) || /^['’]s?/.test(text.slice(span.end, span.end + 2))) return [];
  if (/\b(?:early|late|later|earlier|mid|sometime|some time)[\s-]+$/i.test(text.slice(Math.max(0, span.start - 12), span.start))) return [];
  const governed = /\b(?:of|until|till|by|since|before|after|from|through|to|for|in|on|than)\s+$/i.test(text.slice(Math.max(0, span.start - 10), span.start));
  const preposition = single ? partOfDay(mention.word ?? '') : 'in ';
  const forms = single && preposition === 'on ' ? [meaning, `${weekdayName(calendar(range!.first).weekday)}, ${meaning}`] : [meaning];
  return forms.map(form => {
    const whole = governed && /^(?:on|in) $/.test(preposition) ? form : `${preposition}${form}`;
    return /^[A-Z]/.test(words) ? whole[0]!.toUpperCase() + whole.slice(1) : whole;
  });
}

function partOfDay(word: string): string {
  const part = /^this (morning|afternoon|evening)$/.exec(word)?.[1] ?? (word === 'last night' ? 'night' : word === 'tonight' ? 'evening' : undefined);
  return part ? `on the ${part} of ` : 'on ';
}

function monthYear(first: number): string {
  const { year, month } = calendar(first);
  return `${monthName(month)} ${year}`;
}

function isMonth({ first, last }: { first: number; last: number }): boolean {
  const { year, month, date } = calendar(first);
  return date === 1 && last - first + 1 === daysInMonth(year, month);
}

function isYear({ first, last }: { first: number; last: number }): boolean {
  const [a, b] = [calendar(first), calendar(last)];
  return a.year === b.year && a.month === 1 && a.date === 1 && b.month === 12 && b.date === 31;
}
