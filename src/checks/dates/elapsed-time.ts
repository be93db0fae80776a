import type { Analysis, ResolvedDate } from '../../analysis/model';
import { writeDay, type DayRange } from '../../base/edtf';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { inPlace } from '../figures/figure-words';
import { quote, textOf } from '../wording/wording';

/** Days in a unit; months and years by the mean of the Gregorian calendar. */
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 365.2425 / 12, year: 365.2425, decade: 3652.425 };
const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER = `(?:${[...TENS, ...WORDS].map(w => `${w}(?:-(?:${WORDS.slice(0, 9).join('|')}))?`).join('|')}|a|\\d{1,4})`;
const HEDGE = '(?:(almost|nearly|about|some|around|roughly|more than|over|just over|just under|less than|at least|barely|only|exactly)\\s+)?';
const SPAN = `${HEDGE}(${NUMBER})\\s+(?:full\\s+|long\\s+)?(day|week|month|year|decade)s?`;
const CLOSED = '(?=\\s*(?:[,.;:)–—!?]|$|in all\\b|altogether\\b|ago\\b|now\\b))';
const AFTER_DATE = new RegExp(`^\\s*,\\s*(?:or\\s+|now\\s+|for\\s+|that is\\s+|after\\s+)?(${SPAN})(\\s+(?:later|afterwards|after that))?(\\s+old)?${CLOSED}`, 'i');
const BEFORE_EVENT = new RegExp(`^(${SPAN})\\s+after\\s+`, 'i');
const NOW_OLD = new RegExp(`^\\s*,\\s*(?:(?:is|are)\\s+)?(?:now|today|already|barely|only)\\s+(?:only\\s+|barely\\s+)?(${SPAN})(?:\\s+old)\\b`, 'i');
const TODAY = /^[^.;]*?\bago today\b/i;
/** “It is 20 years today since the Wall fell on 9 November 1989”. */
const SINCE = new RegExp(`\\b(?:it is|it has been|today it is)\\s+(${SPAN})\\s+(?:today\\s+|now\\s+)?since\\s[^.;:,]{3,60}?\\b(?:on|of|in)\\s+$`, 'i');
/** “left on 15 August 2022, nine years after the intervention of January 2013”. */
const AFTER_OTHER = new RegExp(`^\\s*,\\s*(?:or\\s+)?(${SPAN})\\s+after\\s`, 'i');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(' ');
const ROUND: Readonly<Record<string, number>> = { thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60, seventieth: 70, seventyfifth: 75, eightieth: 80, ninetieth: 90, hundredth: 100, centenary: 100 };
const TENTH: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const ANNIVERSARY = /\b((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\p{L}+|\p{L}+th|first|second|third|\d{1,3}(?:st|nd|rd|th))\s+anniversary\b/giu;
/** That the sentence speaks of the note's own time. */
const PRESENT = /\b(?:is|are|has|have|still|remains?|continues?|today|now|lives?|rules?|hopes?|holds?|carries)\b/i;
const PAST = /\b(?:was|were|had|did)\b/i;

interface Elapsed {
  readonly text: string;
  readonly place: Span;
  readonly count: number;
  readonly unit: string;
  readonly hedge: string;
  /** Said of the very day: “six years ago today”. */
  readonly exact?: boolean;
}

/** Spans of time against the dates beside them, or the note's own; looks at one sentence at a time. */
export const elapsedTime = defineCheck({
  id: 'elapsed-time',
  group: 'dates',
  title: 'Span of time that its dates contradict',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const byBlock = new Map<Block, ResolvedDate[]>();
    for (const date of analysis.dates) {
      const list = byBlock.get(date.block);
      if (list) list.push(date);
      else byBlock.set(date.block, [date]);
    }
    for (const [block, dates] of byBlock) {
      if (block.kind === 'cell' || !/\b(?:day|week|month|year|decade)s?\b|anniversary/i.test(block.prose)) continue;
      for (const sentence of block.sentences) {
        const own = dates.filter(d => d.mention.span.start >= sentence.start && d.mention.span.end <= sentence.end && d.range !== undefined && d.mention.kind !== 'relative');
        if (own.length > 0 && own.length < 12) yield* inSentence(analysis, block, sentence, own);
      }
    }
  },
});

function* inSentence(analysis: Analysis, block: Block, sentence: Span, dates: readonly ResolvedDate[]): Iterable<Report> {
  const { prose } = block;
  const note = analysis.judging && { first: analysis.judging.first, last: analysis.judging.last };
  for (const [k, date] of dates.entries()) {
    const before = prose.slice(sentence.start, date.mention.span.start);
    const after = prose.slice(date.mention.span.end, sentence.end);
    const old = NOW_OLD.exec(after);
    const other = old ? null : AFTER_OTHER.exec(after);
    const match = old ?? other ?? AFTER_DATE.exec(after);
    if (!match) continue;
    const elapsed = elapsedOf(match, date.mention.span.end + match.index + match[0].indexOf(match[1]!));
    const later = match[5] !== undefined || /^\s*,\s*after\b/i.test(match[0]);
    const ago = /\bago\b/i.test(after.slice(match.index + match[0].length, match.index + match[0].length + 8));
    const start = ago && note ? { from: date.range!, to: note } : other ? sinceEvent(prose, dates, k, date.mention.span.end + other[0].length) : old || /\bsince\s+(?:the\s+)?$/i.test(before) && !later ? { from: date.range!, to: note } : between(prose, sentence, dates, k, later);
    if (!elapsed || !start?.to) continue;
    const report = judge(analysis, block, ago && TODAY.test(after) ? { ...elapsed, exact: true } : elapsed, start.from, start.to, old || /\bsince\s+(?:the\s+)?$/i.test(before) ? date : undefined);
    if (report) yield report;
  }
  if (!note || dates.length !== 1) return;
  const [only] = dates as [ResolvedDate];
  yield* anniversaries(analysis, block, sentence, only, note);
  const since = SINCE.exec(prose.slice(sentence.start, only.mention.span.start));
  if (since && only.mention.year !== undefined) {
    const elapsed = elapsedOf(since, sentence.start + since.index + since[0].indexOf(since[1]!));
    const report = elapsed && judge(analysis, block, { ...elapsed, exact: /\btoday\b/i.test(since[0]) }, only.range!, note, only);
    if (report) yield report;
    return;
  }
  const opening = BEFORE_EVENT.exec(prose.slice(sentence.start, sentence.end));
  const rest = prose.slice(only.mention.span.end, sentence.end);
  if (!opening || only.mention.year === undefined || !PRESENT.test(rest) || PAST.test(rest)) return;
  const elapsed = elapsedOf(opening, sentence.start);
  const report = elapsed && judge(analysis, block, elapsed, only.range!, note, only);
  if (report) yield report;
}

/** “… on 15 August 2022, nine years after the intervention of January 2013”: the event's own date stands next. */
function sinceEvent(prose: string, dates: readonly ResolvedDate[], k: number, from: number): { from: DayRange; to: DayRange } | undefined {
  const [end, start] = [dates[k]!, dates[k + 1]];
  if (!start?.range || !end.range || start.range.first > end.range.first || start.mention.year === undefined) return undefined;
  const joint = prose.slice(from, start.mention.span.start);
  return joint.length < 60 && /\b(?:of|in|on)\s+$/i.test(joint) && !/[,;:]/.test(joint) ? { from: start.range, to: end.range } : undefined;
}

/** “from 13 April to 7 July”, “declared on 2 November and lifted on 15 February”: this date is the end of what began at the one before. */
function between(prose: string, sentence: Span, dates: readonly ResolvedDate[], k: number, later: boolean): { from: DayRange; to: DayRange } | undefined {
  const end = dates[k]!;
  if (end.mention.end !== undefined && end.range) {
    return { from: { first: end.range.first, last: end.range.first }, to: { first: end.range.last, last: end.range.last } };
  }
  const start = dates[k - 1];
  if (!start?.range || !end.range || start.range.first > end.range.first) return undefined;
  const joint = prose.slice(start.mention.span.end, end.mention.span.start);
  const opener = prose.slice(sentence.start, start.mention.span.start);
  const span = /^\s*(?:to|until|till|through|–|-)\s*$/i.test(joint) && /\bfrom\s+(?:the\s+)?$/i.test(opener);
  return span || later && joint.length < 60 && /\band\b/.test(joint) ? { from: start.range, to: end.range } : undefined;
}

function elapsedOf(match: RegExpExecArray, start: number): Elapsed | undefined {
  const count = numberOf(match[3]!);
  if (count === undefined || count > 400) return undefined;
  return { text: match[1]!, place: { start, end: start + match[1]!.length }, count, unit: match[4]!.toLowerCase(), hedge: (match[2] ?? '').toLowerCase() };
}

function numberOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d/.test(lower)) return Number(lower);
  if (lower === 'a') return 1;
  const [tens, one] = lower.split('-') as [string, string?];
  const unit = one === undefined ? 0 : WORDS.indexOf(one) + 1;
  const base = TENTH[tens];
  if (base !== undefined) return base + unit;
  const at = WORDS.indexOf(tens);
  return at < 0 ? undefined : at + 1;
}

function judge(analysis: Analysis, block: Block, { count, unit, hedge, place, text, exact }: Elapsed, from: DayRange, to: DayRange, since: ResolvedDate | undefined): Report | undefined {
  if (![from.first, from.last, to.first, to.last].every(Number.isFinite) || to.last < from.first) return undefined;
  const days = DAYS[unit]!;
  const low = Math.max(0, to.first - from.last) / days;
  const high = (to.last - from.first + 1) / days;
  const slack = exact === true ? 0.2 : count >= 4 ? 1 : 0.5;
  const reach = hedge === '' || hedge === 'exactly' || hedge === 'only' || hedge === 'barely' ? [count - slack, count + slack]
    : /^(?:almost|nearly|just under)$/.test(hedge) ? [count - Math.max(1, slack), count + slack / 2]
      : /^(?:more than|over|just over|at least)$/.test(hedge) ? [count - slack / 2, count + Math.max(1, count * 0.25)]
        : hedge === 'less than' ? [0, count + slack / 2] : [count - Math.max(slack, count * 0.2), count + Math.max(slack, count * 0.2)];
  if (reach[0]! <= high && low <= reach[1]!) return undefined;
  const middle = (low + high) / 2;
  const right = spoken(middle, unit, text);
  const span = shift(place, block.span.start);
  const style = analysis.profile.dates;
  const start = since ? textOf(analysis, since.span) : writeDay(from.first, style);
  return {
    span,
    message: `From ${start} to ${writeDay(to.last, style)} is ${right}, not ${quote(textOf(analysis, span))}.`,
    fixes: [replace(`Change to ${quote(right)}`, span, inPlace(right, text))],
  };
}

/** A number of units as a text writes it: in words up to twenty, the next smaller unit where it would be none. */
function spoken(value: number, unit: string, like: string): string {
  const count = Math.round(value);
  const smaller: Readonly<Record<string, string>> = { decade: 'year', year: 'month', month: 'week', week: 'day' };
  if (count < 1 && smaller[unit]) return spoken(value * DAYS[unit]! / DAYS[smaller[unit]!]!, smaller[unit]!, like);
  const written = /\d/.test(like) || count > 20 || count < 1 ? String(count) : WORDS[count - 1]!;
  return `${written} ${unit}${count === 1 ? '' : 's'}`;
}

function* anniversaries(analysis: Analysis, block: Block, sentence: Span, date: ResolvedDate, note: DayRange): Iterable<Report> {
  if (date.mention.year === undefined || !date.range) return;
  const text = block.prose.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(ANNIVERSARY)) {
    const joint = block.prose.slice(sentence.start + match.index + match[0].length, date.mention.span.start);
    if (date.mention.span.start < sentence.start + match.index || !/^\s+of\b/i.test(joint) || joint.length > 90) continue;
    const count = ordinalOf(match[1]!);
    const years = (note.first - date.range.first) / DAYS['year']!;
    const real = Math.round(years);
    // far from the day itself another anniversary may be meant
    if (count === undefined || count === real || real < 1 || Math.abs(years - count) <= 0.6) continue;
    const span = shift({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }, block.span.start);
    const right = /^\d/.test(match[1]!) ? `${real}${suffix(real)}` : ORDINALS[real - 1] ?? `${real}${suffix(real)}`;
    const ordinal = { start: span.start, end: span.start + match[1]!.length };
    yield {
      span, message: `From ${textOf(analysis, date.span)} to ${writeDay(note.last, analysis.profile.dates)} is ${real} years: the ${right} anniversary, not the ${match[1]!}.`,
      fixes: [replace(`Change to ${quote(right)}`, ordinal, inPlace(right, match[1]!))],
    };
  }
}

function suffix(n: number): string {
  return n % 100 > 10 && n % 100 < 14 ? 'th' : ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
}

function ordinalOf(word: string): number | undefined {
  const lower = word.toLowerCase();
  if (/^\d/.test(lower)) return Number.parseInt(lower, 10);
  const at = ORDINALS.indexOf(lower);
  if (at >= 0) return at + 1;
  if (ROUND[lower] !== undefined) return ROUND[lower];
  const [tens, one] = lower.split('-') as [string, string?];
  const unit = one === undefined ? -1 : ORDINALS.indexOf(one);
  return TENTH[tens] !== undefined && unit >= 0 ? TENTH[tens]! + unit + 1 : undefined;
}
