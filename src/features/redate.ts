import { type Day, type DateStyle, calendar, weekdayName, writeDay } from '../base/edtf';
import type { Span } from '../base/span';
import { CHECKS } from '../checks/run/list';
import type { Analysis } from '../analysis/model';
import type { Edit, Finding } from '../findings/finding';

/** A day that is told by the date of the note alone: “Wednesday”, “yesterday”, “this week”. */
export interface RelativeDate {
  readonly span: Span;
  readonly text: string;
  readonly first: Day;
  readonly last: Day;
}

/** What a comparison reads of each of the two readings. */
export interface Dated {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly relativeDates: readonly RelativeDate[];
}

export type ChangeKind = 'office' | 'body' | 'figure' | 'day' | 'tense' | 'other';

/** Something in the note that the new date makes untrue, at offsets of the text with the old date. */
export interface DateChange {
  readonly kind: ChangeKind;
  readonly span: Span;
  readonly text: string;
  readonly message: string;
  /** What the first fix is called, and does; absent where only the writer can tell. */
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}

const GROUP_OF: ReadonlyMap<string, string> = new Map(CHECKS.map(check => [check.id, check.group]));

/** Days told by the date of the note, in order. */
export function relativeDates(analysis: Analysis): readonly RelativeDate[] {
  const { addresses } = analysis.document;
  return analysis.dates.flatMap(({ mention, range, span }) => {
    if (!range || (mention.kind !== 'weekday' && mention.kind !== 'relative')) return [];
    return [{ span: addresses.spanOf(span), text: addresses.slice(span.start, span.end), first: range.first, last: range.last }];
  });
}

/**
 * What stops being true when the date of a note changes: findings that only the later reading has, and days that mean
 * others now. Both texts are the same but for the place where the date is written.
 */
export function redated(before: Dated, after: Dated, dates?: DateStyle): readonly DateChange[] {
  const back = backFrom(before.text, after.text);
  const known = new Set(before.findings.map(f => `${f.check} ${f.span.start} ${f.span.end}`));
  const changes: DateChange[] = [];
  for (const finding of after.findings) {
    const span = back(finding.span);
    if (!span || known.has(`${finding.check} ${span.start} ${span.end}`)) continue;
    const fix = finding.fixes.find(one => one.edits.length > 0);
    const edits = fix?.edits.map(edit => ({ span: back(edit.span), text: edit.text }));
    const whole = edits?.every(edit => edit.span !== undefined) ? edits as Edit[] : undefined;
    changes.push({
      kind: kindOf(finding), span, text: before.text.slice(span.start, span.end), message: finding.message, ...(fix && whole ? { fix: { title: fix.title, edits: whole } } : {}),
    });
  }
  const earlier = new Map(before.relativeDates.map(date => [date.span.start, date]));
  for (const date of after.relativeDates) {
    const span = back(date.span);
    const was = span && earlier.get(span.start);
    if (span && was && (was.first !== date.first || was.last !== date.last)) changes.push(movedDay(before.text, was, date, dates));
  }
  return changes.sort((a, b) => a.span.start - b.span.start);
}

function kindOf({ check }: Finding): ChangeKind {
  if (check === 'date-tense') return 'tense';
  switch (GROUP_OF.get(check)) {
    case 'offices': case 'names': return 'office';
    case 'organizations': return 'body';
    case 'figures': return 'figure';
    case 'dates': return 'day';
    default: return 'other';
  }
}

function movedDay(text: string, was: RelativeDate, now: RelativeDate, dates?: DateStyle): DateChange {
  const days = ({ first, last }: RelativeDate): string => (first === last ? writeDay(first, dates) : `${writeDay(first, dates)} to ${writeDay(last, dates)}`);
  const fixed = was.first === was.last ? writtenOut(text, was, dates) : undefined;
  return {
    kind: 'day', span: was.span, text: was.text, message: `‘${was.text}’ meant ${days(was)}; by the new date it means ${days(now)}.`,
    ...(fixed === undefined ? {} : { fix: { title: `Change to ‘${fixed}’`, edits: [{ span: was.span, text: fixed }] } }),
  };
}

/** “Wednesday, 12 January 2022”, “on 11 January 2022”; none where the sentence would not stand. */
function writtenOut(text: string, { span, text: words, first }: RelativeDate, dates?: DateStyle): string | undefined {
  if (/^['’]/.test(text.slice(span.end, span.end + 1))) return undefined;
  const written = writeDay(first, dates);
  const weekday = weekdayName(calendar(first).weekday);
  if (words === weekday) return `${weekday}, ${written}`;
  if (!/^(?:today|yesterday|tomorrow)$/i.test(words)) return undefined;
  const before = text.slice(Math.max(0, span.start - 12), span.start);
  if (/\b(?:since|until|till|by|from|of|before|after|for|on)\s+$/i.test(before)) return written;
  return `${/^\p{Lu}/u.test(words) ? 'On' : 'on'} ${written}`;
}

/** Where a place of the later text stands in the earlier one; `undefined` inside what differs. */
function backFrom(before: string, after: string): (span: Span) => Span | undefined {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  const shift = before.length - after.length;
  return span => {
    if (span.end <= start) return span;
    return span.start >= after.length - end ? { start: span.start + shift, end: span.end + shift } : undefined;
  };
}

const NAMED: readonly (readonly [ChangeKind, string, string])[] = [
  ['office', 'office or name', 'offices or names'], ['body', 'body', 'bodies'], ['figure', 'figure', 'figures'], ['day', 'day', 'days'], ['tense', 'tense', 'tenses'], ['other', 'other', 'others'],
];

/** “14 things changed: 5 offices or names, 1 body, 3 days”. */
export function redatedSummary(changes: readonly DateChange[]): string {
  if (changes.length === 0) return 'Nothing stops being true with the new date.';
  const parts = NAMED.flatMap(([kind, one, more]) => {
    const n = changes.filter(change => change.kind === kind).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : more}`];
  });
  return `${changes.length} ${changes.length === 1 ? 'thing changes' : 'things change'}: ${parts.join(', ')}`;
}
