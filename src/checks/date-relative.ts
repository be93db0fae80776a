import type { Analysis, ResolvedDate } from '../analysis/model';
import { calendar, monthName, weekdayName } from '../base/edtf';
import type { Fix } from '../findings/finding';
import { replace } from '../findings/fixes';
import { defineCheck, type Report } from './check';
import { day, quote, textOf } from './wording';

/** today, this week, ‘December’ without a year: clear when written, not next month. Needs a date to resolve them by. */
export const dateRelative = defineCheck({
  id: 'date-relative',
  group: 'dates',
  title: 'Date that only the day of writing makes clear',
  severity: 'hint',
  options: { weekdays: false },
  *run(analysis: Analysis, options): Iterable<Report> {
    if (!analysis.judging) return;
    const speech = speechFrom(analysis);
    for (const date of analysis.dates) {
      const { mention } = date;
      if (date.quoted || mention.impossible) continue;
      const block = analysis.blockOf(date);
      // in a transcript all that follows the first speaker is speech
      if (date.block >= speech) continue;
      if (block.kind === 'cell' || block.kind === 'alt') continue;
      const relative = mention.kind === 'relative' || (mention.kind === 'month' && mention.year === undefined) || (options.weekdays && mention.kind === 'weekday');
      if (relative) yield report(analysis, date);
    }
  },
});

/** Index of the block with the first speaker of a transcript; none where fewer than two turns are labelled. */
function speechFrom(analysis: Analysis): number {
  const { blocks } = analysis.document;
  const first = blocks.findIndex(b => b.speaker);
  return first >= 0 && blocks.findIndex((b, i) => i > first && b.speaker) > first ? first : Infinity;
}

function report(analysis: Analysis, date: ResolvedDate): Report {
  const words = textOf(analysis, date.span);
  const { range, mention } = date;
  const on = day(analysis, analysis.judging!.day);
  if (!range) return { span: date.span, message: `${quote(words)} is clear only by the date of this note, ${on}; a reader next month will not know.` };
  const fixes: Fix[] = [];
  let meaning: string;
  if (mention.kind === 'month') {
    const { year, month } = calendar(range.first);
    meaning = `${monthName(month)} ${year}`;
    if (!/^(?:early|mid|late)/i.test(words)) fixes.push(replace(`Change to ${quote(meaning)}`, date.span, meaning));
  } else if (range.first === range.last) {
    meaning = day(analysis, range.first);
    const full = `${weekdayName(calendar(range.first).weekday)}, ${meaning}`;
    const possessive = /^['’]s/.test(analysis.document.text.slice(date.span.end, date.span.end + 2));
    if (!possessive) {
      const starts = /^[A-Z]/.test(words);
      for (const form of [meaning, full]) {
        const text = `${starts ? 'On' : 'on'} ${form}`;
        fixes.push(replace(`Change to ${quote(text)}`, date.span, text));
      }
    }
  } else {
    meaning = `${day(analysis, range.first)} to ${day(analysis, range.last)}`;
  }
  return { span: date.span, message: `${quote(words)} is ${meaning} if the date of this note holds, ${on}; a reader next month will not know.`, fixes };
}
