import type { DayRange } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { BlockFacts, NameMention, TimeMention } from '../../recognize/model';
import { nameSpan } from '../../recognize/offices/claims';
import type { EffectiveDate, JudgingDate } from '../model';
import { type About, type BlockTimes, clauseAt } from './clause-times';

const ALWAYS: DayRange = { first: -Infinity, last: Infinity };

/** When what stands at an offset of a block is about; `undefined` where nothing is known: the note has no date. */
export function aboutAt(facts: BlockFacts, times: BlockTimes, offset: number): About | undefined {
  const clause = clauseAt(facts.clauses, offset);
  return clause < 0 ? undefined : times.abouts[clause];
}

/** When an office beside a name is about: the time inside its own noun phrase holds before that of the clause. */
export function aboutName(block: Block, facts: BlockFacts, times: BlockTimes, name: NameMention): About | undefined {
  const { prose } = block;
  const whole = nameSpan(name);
  const end = Math.max(whole.end, name.title?.span.end ?? 0);
  const own = bracketed(prose, facts.times, end) ?? (end > name.span.end ? bracketed(prose, facts.times, name.span.end) : undefined)
    ?? possessed(prose, facts.times, name.span.end) ?? attributed(prose, facts.times, whole.start);
  const range = own && daysOf(own, facts, times);
  if (range) return { known: 'stated', ...range, said: range, fresh: false, plain: false };
  const clause = aboutAt(facts, times, (name.title?.span ?? name.span).start);
  // a heading “Prime Minister Cameron’s gamble” may stand over a story
  if (block.kind === 'heading' && name.possessive && clause?.known === 'now') return { ...clause, known: 'past', first: -Infinity };
  // “A Chancellor Habeck would …”: nobody's term
  if (name.title?.position === 'before' && /\b[Aa]n?\s+$/.test(prose.slice(Math.max(0, whole.start - 3), whole.start))) return { known: 'open', ...ALWAYS, said: ALWAYS, fresh: false, plain: false };
  const relative = name.title?.position === 'after' ? /^\s+(?:who|which|that)\b/.exec(prose.slice(end, end + 8)) : null;
  return relative ? aboutAt(facts, times, end + relative[0].length - 1) : clause;
}

/** When a figure is about: the nearest of several times in its clause, else that of the clause. */
export function aboutFigure(facts: BlockFacts, times: BlockTimes, number: Span): About | undefined {
  const index = clauseAt(facts.clauses, number.start);
  if (index < 0) return undefined;
  const clause = times.abouts[index];
  const near = facts.times
    .filter(t => (t.kind === 'years' || t.date !== undefined) && t.relation === 'at' && facts.clauses[index]!.parts.some(p => p.start <= t.span.start && t.span.end <= p.end))
    .map(t => ({ t, apart: t.span.start >= number.end ? t.span.start - number.end : number.start - t.span.end + 12 }))
    .sort((a, b) => a.apart - b.apart)[0];
  const range = near && (clause?.known === 'stated' || (clause?.known === 'past' && near.t.attributive)) ? daysOf(near.t, facts, times) : undefined;
  return range ? { known: 'stated', ...range, said: range, fresh: false, plain: false } : clause;
}

/** The days by which names, cards and counts go: those of the clause where it states them, else the note's. */
export function effectiveDays(about: About | undefined, judging: JudgingDate | undefined): EffectiveDate | undefined {
  if (about && (about.known === 'stated' || about.known === 'framed')) return { ...about.said, explicit: about.known === 'stated' };
  return judging ? { first: judging.first, last: judging.last, explicit: false } : undefined;
}

/** “Victor Ponta (2012-15)”, “prime minister (2006-10)”. */
function bracketed(prose: string, times: readonly TimeMention[], end: number): TimeMention | undefined {
  const bracket = /^\s*\(([^()]{0,60})\)/.exec(prose.slice(end, end + 64));
  if (!bracket) return undefined;
  const close = end + bracket[0].length;
  return times.find(t => t.span.start > end && t.span.end < close && (t.kind === 'years' || t.date !== undefined));
}

/** “Stephen Harper’s 2016 visit”. */
function possessed(prose: string, times: readonly TimeMention[], end: number): TimeMention | undefined {
  const own = /^['’]s?\s+(?:\p{Ll}+\s+)?/u.exec(prose.slice(end, end + 24));
  return own ? times.find(t => t.span.start >= end && t.span.start <= end + own[0].length && t.attributive) : undefined;
}

/** “the 2016 cabinet of Prime Minister Malcolm Turnbull”. */
function attributed(prose: string, times: readonly TimeMention[], start: number): TimeMention | undefined {
  return times.find(t => t.attributive && t.span.end < start && start - t.span.end < 40 && /^[-\s]+(?:\p{L}+\s+){1,3}of\s+(?:the\s+)?$/u.test(prose.slice(t.span.end, start)));
}

function daysOf(time: TimeMention, facts: BlockFacts, times: BlockTimes): DayRange | undefined {
  if (time.kind === 'years') return { first: time.first!, last: time.last! };
  return time.date ? times.dates[facts.dates.indexOf(time.date)] : undefined;
}
