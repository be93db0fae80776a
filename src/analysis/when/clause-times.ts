import { append } from '../../base/append';
import type { Day, DayRange } from '../../base/edtf';
import { once } from '../../base/once';
import type { Span } from '../../base/span';
import type { Clause } from '../../english/clauses';
import type { BlockFacts, DateMention, TimeMention } from '../../recognize/model';
import { daysMeant } from './dates';
import type { Reign } from './reigns';

/**
 * How the time of a clause is known (spec time.md 1): `stated` in the clause, `framed` by what was stated before it,
 * `now`: the note's own day, `past`: some time before the note, `future`, or `open`: of no time (“any president would”).
 */
export type Known = 'stated' | 'framed' | 'now' | 'past' | 'future' | 'open';

/** When a clause is about. */
export interface About extends DayRange {
  readonly known: Known;
  /** The days as the text gives them, before a story is allowed to go on after them. */
  readonly said: DayRange;
  /** `past` only: told as news is told, with a verb of saying or meeting and no history before it. */
  readonly fresh: boolean;
  /** `past` only: no history is told before it; it may be of the note's own days. */
  readonly plain: boolean;
}

/** All outside a block on which the times of its clauses depend. */
export interface TimeContext {
  /** The day of issue, by which relative dates are counted. */
  readonly issued?: Day;
  /** The judging date. */
  readonly note?: DayRange;
  /** The time that a heading above gives. */
  readonly heading?: DayRange;
  /** The date at the head of the list item or in the table row: it beats the verb. */
  readonly pinned?: DayRange;
  /** The section, or what stands before in it, tells history. */
  readonly history: boolean;
  /** Lists of people, key points, headings, salutations: they speak of the note's day whatever the verb. */
  readonly present: boolean;
}

/** What the times of one block come to. */
export interface BlockTimes {
  /** By index of the block's clauses. */
  readonly abouts: readonly (About | undefined)[];
  /** By index of the block's dates. */
  readonly dates: readonly (DayRange | undefined)[];
  /** The block ends in the past: what follows in the simple past goes on with it. */
  readonly history: boolean;
}

/** Days before the note within which a date is news. */
export const NEWS_DAYS = 45;
/** Letters within which a time stands at the head of its clause. */
const FRONT = 20;
/** Days by which a story may have gone on after the day, month or year that was stated last. */
const GOES_ON = { day: 92, month: 184, year: 0 };

/** The time of every clause of one block: a function of the block's own facts and an explicit context. */
export function clauseTimes(facts: BlockFacts, reigns: readonly Reign[], events: readonly (DayRange & { readonly span: Span })[], context: TimeContext): BlockTimes {
  return new Teller(facts, reigns, events, context).tell();
}

interface Stated extends DayRange { readonly at: boolean; readonly position: number; readonly attributive: boolean }

class Teller {
  private frame: DayRange | undefined;
  private history: boolean;
  /** A past that is told in the present. */
  private scene: DayRange | undefined;
  private readonly abouts: (About | undefined)[] = [];
  private readonly dates: (DayRange | undefined)[];
  /** Sentences with a quotation. */
  private readonly quotes: ReadonlySet<number>;

  constructor(
    private readonly facts: BlockFacts, private readonly reigns: readonly Reign[],
    private readonly events: readonly (DayRange & { readonly span: Span })[], private readonly context: TimeContext,
  ) {
    this.frame = context.pinned ?? context.heading;
    this.history = context.history;
    this.quotes = new Set(facts.clauses.filter(c => c.role === 'quote').map(c => c.sentence));
    this.dates = facts.dates.map(() => undefined);
  }

  tell(): BlockTimes {
    const { clauses, dates } = this.facts;
    clauses.forEach((clause, i) => {
      const times = timesIn(this.facts, i);
      const stated = this.statedIn(clause, times);
      const time = this.aboutOf(clause, times, stated);
      this.abouts[i] = time;
      this.goOn(clause, time, times, stated);
    });
    dates.forEach((date, i) => { this.dates[i] ??= this.daysOf(date); });
    return { abouts: this.abouts, dates: this.dates, history: this.history || (this.frame !== undefined && this.frame !== this.context.pinned && this.frame !== this.context.heading) };
  }

  /** Days of a written date; what it leaves out is taken from the frame, else from the note. */
  private daysOf(date: DateMention): DayRange | undefined {
    if (date.impossible) return undefined;
    return daysMeant(date, this.context.issued, date.kind === 'weekday' || date.kind === 'relative' ? undefined : this.frame);
  }

  private statedIn(clause: Clause, times: readonly TimeMention[]): Stated[] {
    const { note } = this.context;
    const found: Stated[] = [];
    const present = isPresent(clause);
    const begins = clause.parts[0]?.start ?? 0;
    const put = (range: DayRange | undefined, relation: TimeMention['relation'], position: number, attributive = false): void => {
      if (!range) return;
      // “until last month they sat”; but “gave them until January”, “agreed to withdraw by 2014” say how long, not when
      if (relation === 'until' && position - begins > FRONT) return;
      // “in power since 2003” speaks of the day of the note
      if (relation === 'from' && present) return;
      const last = relation === 'from' ? Math.max(range.last, note?.last ?? Infinity) : range.last;
      found.push({ first: relation === 'until' ? -Infinity : range.first, last, at: relation === 'at', position, attributive });
    };
    for (const time of times) {
      if (time.date) {
        const index = this.facts.dates.indexOf(time.date);
        const range = this.dates[index] = this.daysOf(time.date);
        if (time.date.kind === 'weekday' || (time.date.kind === 'relative' && !/^last (?:year|month)/.test(time.date.word ?? ''))) continue;
        put(range, time.relation, time.span.start, time.attributive);
      } else if (time.kind === 'years') put({ first: time.first!, last: time.last! }, time.relation, time.span.start, time.attributive);
      else if (time.kind === 'ago' && time.back && note) put({ first: Math.floor(note.first - time.back[1] * 365.25), last: Math.ceil(note.last - time.back[0] * 365.25) }, 'at', time.span.start);
    }
    for (const reign of this.reigns) {
      if (!inside(clause, reign.span)) continue;
      if (!reign.range && found.length > 0) continue;
      const range = reign.range ?? { first: -Infinity, last: note?.last ?? Infinity };
      if (range.last >= (note?.first ?? Infinity) && present) continue;
      put(range, 'at', reign.span.start);
    }
    if (!present) for (const event of this.events) if (inside(clause, event.span)) put(event, 'at', event.span.start);
    return found.filter(s => !s.attributive).length > 0 ? found.filter(s => !s.attributive) : present ? [] : found;
  }

  private aboutOf(clause: Clause, times: readonly TimeMention[], stated: readonly Stated[]): About | undefined {
    const { note, pinned } = this.context;
    const parent = clause.parent !== undefined ? this.abouts[clause.parent] : undefined;
    const tense = tenseOf(clause);
    if (tense === 'conditional') return note && about('open', note);
    if (stated.length > 0) {
      const range = { first: Math.min(...stated.map(s => s.first)), last: Math.max(...stated.map(s => s.last)) };
      // a time that only says which thing is meant says no more than that the clause may be of that time
      if (stated.every(s => s.attributive)) return this.past(false);
      if (note && range.last < note.first - NEWS_DAYS && tense === 'present' && this.setsScene(clause, times, stated)) {
        this.scene = range;
        return about('stated', range);
      }
      if (note && range.first > note.last) return about(tense === 'past' ? 'stated' : 'future', range);
      // what is said in the present may as well be so today: “the budget of 2012 still binds”
      return isOfNow(tense) && note && range.last < note.first - NEWS_DAYS ? { ...about('stated', range), last: note.last } : about('stated', range);
    }
    const now = times.some(t => t.kind === 'now' || (t.kind === 'still' && tense !== 'past' && tense !== 'past-perfect')) || this.newsDay(times);
    if (now) return this.now();
    if (pinned) return about('framed', pinned);
    if (clause.role === 'quote' && parent && (parent.known === 'framed' || parent.known === 'stated' || (parent.known === 'past' && !parent.fresh))) return parent;
    if (tense === undefined) {
      if (parent) return parent;
      if (this.context.heading) return about('framed', this.context.heading);
      return this.context.present || !this.history ? this.now() : this.past(false);
    }
    return this.byTense(tense, clause, times);
  }

  /** “In 2014 Obama draws no line”: a present with a past day at its head, or a day that is said to be, is a past told so. */
  private setsScene(clause: Clause, times: readonly TimeMention[], stated: readonly Stated[]): boolean {
    const begins = clause.parts[0]?.start ?? 0;
    return times.some(t => t.scene) || (clause.role === 'main' && stated.every(s => s.at) && stated[0]!.position - begins <= FRONT && !times.some(t => t.kind === 'still'));
  }

  private byTense(tense: NonNullable<ReturnType<typeof tenseOf>>, clause: Clause, times: readonly TimeMention[]): About | undefined {
    const { note, heading, present } = this.context;
    if (this.scene && tense === 'present') return about('framed', this.scene);
    if (isOfNow(tense)) {
      // under a dated heading the present may be that of the story
      return heading && note ? { ...about('framed', heading), last: note.last } : this.now();
    }
    if (this.frame) {
      const later = times.some(t => t.kind === 'onward' || t.kind === 'ago');
      return {
        ...about('framed', this.frame),
        first: tense === 'past-perfect' ? -Infinity : this.frame.first,
        last: later ? Math.max(this.frame.last, note?.last ?? Infinity) : this.frame.last + goesOn(this.frame),
      };
    }
    if (present) return this.now();
    const saying = tense === 'past' && clause.verbs[0]?.saying === true;
    // what is quoted with its speaker was said to the writer, whatever was told before
    const telling = this.history && !(saying && this.quotes.has(clause.sentence));
    const plain = tense === 'past' && !telling && !times.some(t => t.kind === 'ago' || t.kind === 'onward');
    return this.past(saying && plain, plain);
  }

  /** A weekday, yesterday, a written day shortly before the note. */
  private newsDay(times: readonly TimeMention[]): boolean {
    return times.some(t => t.date && (t.date.kind === 'weekday' || (t.date.kind === 'relative' && !/^last (?:year|month)/.test(t.date.word ?? ''))));
  }

  private now(): About | undefined {
    const { note } = this.context;
    return note && about('now', note);
  }

  private past(fresh: boolean, plain = fresh): About {
    return { ...about('past', { first: -Infinity, last: this.context.note?.last ?? Infinity }), fresh, plain };
  }

  /** The frame after a clause: a stated time opens one, a return to the present ends it. */
  private goOn(clause: Clause, time: About | undefined, times: readonly TimeMention[], stated: readonly Stated[]): void {
    if (clause.role === 'quote' || time === undefined) return;
    const { note } = this.context;
    const tense = tenseOf(clause);
    if (clause.role === 'main' && (time.known === 'now' || time.known === 'future')) this.scene = undefined;
    const present = isPresent(clause);
    const opening = stated.filter(s => !s.attributive);
    if (opening.length > 0 && !present) {
      const last = opening.reduce((a, b) => (b.position >= a.position ? b : a));
      const past = note === undefined || last.first < note.first - NEWS_DAYS;
      if (past && (clause.role === 'main' || this.mainIsPast(clause))) {
        this.frame = { first: last.first, last: last.last };
        this.history = true;
      }
      return;
    }
    if (clause.role !== 'main') return;
    const reporting = clause.verbs[0]?.saying === true;
    if ((present && !reporting) || (time.known === 'now' && times.some(t => t.kind === 'now') && tense !== undefined)) {
      this.frame = this.context.pinned ?? this.context.heading;
      this.history = false;
    }
    // what had been is told on from: “He had named his heir: the prime minister was young”
    if (this.frame && tense === 'past-perfect' && time.known === 'framed') this.frame = { first: -Infinity, last: this.frame.last };
    // what came later than the frame has no end but the note's
    if (this.frame && times.some(t => t.kind === 'onward') && tense === 'past') this.frame = { first: this.frame.first, last: Math.max(this.frame.last, note?.last ?? Infinity) };
  }

  private mainIsPast(clause: Clause): boolean {
    const parent = clause.parent === undefined ? undefined : this.facts.clauses[clause.parent];
    return parent === undefined || !isPresent(parent);
  }
}

function about(known: Known, days: DayRange): About {
  const said = { first: days.first, last: days.last };
  return { known, ...said, said, fresh: false, plain: false };
}

function goesOn(frame: DayRange): number {
  const length = frame.last - frame.first;
  return length < 7 ? GOES_ON.day : length < 32 ? GOES_ON.month : GOES_ON.year;
}

/** Which clause holds which stretch of a block: parts in the order of the text, with the index of their clause. */
const partsOf = once((clauses: readonly Clause[]) => {
  const all = clauses.flatMap((clause, i) => clause.parts.map(part => [part.start, i] as const)).sort((a, b) => a[0] - b[0]);
  return { starts: all.map(p => p[0]), clauses: all.map(p => p[1]) };
});

/** Index of the clause that holds an offset, else of the last one that begins before it; -1 where there is none. */
export function clauseAt(clauses: readonly Clause[], offset: number): number {
  const index = partsOf(clauses);
  let low = 0;
  let high = index.starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (index.starts[middle]! <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high < 0 ? -1 : index.clauses[high]!;
}

/** The times in one clause of a block. */
function timesIn(facts: BlockFacts, clause: number): readonly TimeMention[] {
  return timesByClause(facts).get(clause) ?? [];
}

const timesByClause = once((facts: BlockFacts): ReadonlyMap<number, readonly TimeMention[]> => {
  const made = new Map<number, TimeMention[]>();
  for (const time of facts.times) append(made, clauseAt(facts.clauses, time.span.start), time);
  return made;
});

function inside(clause: Clause, span: Span): boolean {
  return clause.parts.some(part => part.start <= span.start && span.start < part.end);
}

/** “I would say that he is in Paris”: how it is said is no condition for what is said. */
function tenseOf({ verbs }: Clause): Clause['verbs'][number]['tense'] | undefined {
  const [first, next] = verbs;
  return first?.tense === 'conditional' && first.saying && next ? next.tense : first?.tense;
}

function isPresent(clause: Clause): boolean {
  return isOfNow(tenseOf(clause));
}

function isOfNow(tense: ReturnType<typeof tenseOf>): boolean {
  return tense === 'present' || tense === 'perfect' || tense === 'future';
}
