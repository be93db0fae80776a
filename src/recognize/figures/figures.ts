import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import { bare, isChange, unitBefore } from './figure-before';
import { lexemesIn } from './figure-lex';
import { figureIndex, partyOver } from './figure-parties';
import { scopesOf } from './figure-places';
import { sideOf, type Side } from './figure-sides';
import { sourceOf } from './figure-sources';
import { statusOf } from './figure-status';
import { unitAfter, type UnitPhrase } from './figure-units';
import { type Sentence, sentenceOf } from './sentence';
import { COMPONENTS, DETERMINERS, INCREMENT, LOSSES, MEASURE } from './figure-words';
import type { Arithmetic, BlockText, DateMention, FigureComponent, FigureMention } from '../model';
import { daysOf, whenOf } from './figure-dates';
import { readAmountAt, type Amount } from './numbers';
import { insideQuote } from '../quotations/quoted';
import { Has } from '../starts';
import { ballotIn, dealtIn } from './breakdowns';
import { conversionsIn } from './conversions';
import { noQuantity } from './no-quantity';
import { sharesIn } from './shares';
import { withQuantities } from './counts';
import { termsOf, type Term } from './terms';
import { gatheredIn } from './gathered';
import { leavingIn } from './leaving';
import { totalsIn } from './totals';

/** A figure before its context is read. */
interface Draft extends UnitPhrase {
  readonly amount: Amount;
  /** First lexeme of the whole phrase, determiner included. */
  readonly from: number;
  readonly numberFrom: number;
  /** Unit taken from the figure before it (“60,000 troops in the west, 30,000 in Belarus”). */
  readonly follows: boolean;
  /** The noun stands before the number. */
  readonly noun?: number;
}

/**
 * The figures of one block (spec 4.2): numbers with a unit noun, as intervals, with force, place, status, component,
 * date and source as far as the block says. Linear in the block’s length. Spans are relative to the block.
 */
export function recognizeFigures(text: BlockText, gazetteer: Gazetteer, dates: readonly DateMention[] = [], aboutPercent = 10): FigureMention[] {
  return readNumbers(text, gazetteer, dates, aboutPercent).figures;
}

/** No figure without one of these. */
const COUNTING = Has.DIGIT | Has.NUMBER | Has.CROWD;

/** The figures of a block and the calculations that its sentences make with them: each number is read once for both. */
export function readNumbers(text: BlockText, gazetteer: Gazetteer, dates: readonly DateMention[], aboutPercent: number): { figures: FigureMention[]; arithmetic: Arithmetic } {
  const { prose, block } = text;
  const arithmetic: Gathered = { shares: [], conversions: [], totals: [], dealt: [], ballots: [] };
  if ((text.has & COUNTING) === 0) return { figures: [], arithmetic };
  const index = figureIndex(gazetteer);
  let forces: boolean | undefined;
  const figures: FigureMention[] = [];
  const sentences: readonly Span[] = block.sentences.length > 0 ? block.sentences : [{ start: 0, end: prose.length }];
  let date = 0;
  let before: { readonly sentence: Sentence; readonly terms: readonly Term[] } | undefined;
  for (const [i, span] of sentences.entries()) {
    while (date < dates.length && dates[date]!.span.end <= span.start) date++;
    if ((text.hasIn[i]! & COUNTING) === 0) continue;
    let last = date;
    while (last < dates.length && dates[last]!.span.start < span.end) last++;
    const within = dates.slice(date, last);
    const sentence = sentenceOf(prose, lexemesIn(text, span.start, span.end), index);
    const terms = readTerms(sentence, within, aboutPercent, block.kind === 'cell');
    const drafts = terms.length > 0 && (forces ??= index.stems.test(prose)) ? draftsOf(sentence, terms, within) : [];
    const own: FigureMention[] = [];
    if (drafts.length > 0) {
      const quotedBefore = (): Sentence | undefined => {
        const quote = block.quotes.find(q => q.start < span.start && q.end > span.start - 3 && q.end <= span.end);
        return quote && sentenceOf(prose, lexemesIn(text, quote.start, quote.end), index);
      };
      own.push(...complete(text, sentence, drafts, within, quotedBefore));
    }
    figures.push(...withQuantities(text, sentence, terms, own, within));
    if (block.kind !== 'cell') calculate(sentence, terms, span, arithmetic, before);
    before = { sentence, terms };
  }
  return { figures, arithmetic };
}

type Gathered = { -readonly [K in keyof Arithmetic]: Arithmetic[K][number][] };

function calculate(sentence: Sentence, terms: readonly Term[], span: Span, into: Gathered, before?: { readonly sentence: Sentence; readonly terms: readonly Term[] }): void {
  if (terms.length === 0) return;
  into.shares.push(...sharesIn(sentence, terms, before));
  if (terms.length < 2) return;
  into.conversions.push(...conversionsIn(sentence, terms));
  const gathered = [...gatheredIn(sentence, terms, span), ...leavingIn(sentence, terms)];
  into.totals.push(...(gathered.length > 0 ? gathered : totalsIn(sentence, terms)));
  const dealt = dealtIn(sentence, terms);
  if (dealt) into.dealt.push(dealt);
  const ballot = ballotIn(sentence, terms);
  if (ballot) into.ballots.push(ballot);
}

const LABELS = /^(?:section|sections|chapter|article|page|pages|resolution|no|no\.|number|figure|table|paragraph|paragraphs|item|annex|part|phase|day|aged|age|version|protocol|point|appendix|clause|vol|volume|issue)$/;
const CURRENCY = /^(?:[$€£¥₽₹#№]|usd|eur|gbp|rs|us\$)$/;
const BEFORE_YEAR = /^(?:in|by|since|until|till|from|of|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|fall|early|late|mid|before|after|during|for|between|to|and)$/;

/** Whether what was read as a number counts nothing: a year, a date, money, a measure, a section number. */
function countsNothing(sentence: Sentence, amount: Amount, dates: readonly DateMention[]): boolean {
  const { words, lexemes } = sentence;
  const first = amount.cardinals[0]!;
  const next = words[amount.to] ?? '';
  if (amount.cardinals.some(c => c.fraction)) return true;
  if (/^[%‰°]$/.test(next) || MEASURE.has(next) || (/^[-–‐‑]$/.test(next) && MEASURE.has(words[amount.to + 1] ?? ''))) return true;
  if (next === 'in' && /^(?:ten|five|four|three|hundred)$/.test(words[amount.to + 1] ?? '')) return true;
  const previous = words[amount.numberFrom - 1] ?? '';
  const outer = words[amount.from - 1] ?? '';
  if (CURRENCY.test(previous) || CURRENCY.test(outer) || (LABELS.test(previous) && !(previous === 'number' && amount.value >= 100)) || (previous === '.' && /^(?:no|art|fig|p|pp|sec|ch)$/.test(words[amount.numberFrom - 2] ?? ''))) return true;
  const start = lexemes[amount.numberFrom]!;
  const glued = lexemes[amount.numberFrom - 1];
  if (glued && glued.end === start.start && /^[-–/:.‐‑]$/.test(glued.word) && amount.from === amount.numberFrom) return true;
  if (next === '/' || next === ':' && /^\d/.test(words[amount.to + 1] ?? '') && lexemes[amount.to]!.start === lexemes[amount.to - 1]!.end) return true;
  for (const cardinal of amount.cardinals) {
    if (!cardinal.digits || cardinal.grouped || cardinal.value < 1900 || cardinal.value > 2100) continue;
    const told = amount.hedge !== 'bare' && amount.hedge !== 'range' && cardinal.value % 50 === 0;
    if (!told && (cardinal.value % 100 !== 0 || BEFORE_YEAR.test(previous))) return true;
  }
  const from = start.start;
  const to = lexemes[amount.numberTo - 1]!.end;
  if (!first.grouped) for (const d of dates) if (d.kind !== 'relative' && d.span.start < to && from < d.span.end) return true;
  return false;
}

function readTerms(sentence: Sentence, dates: readonly DateMention[], percent: number, exact: boolean): Term[] {
  const { words } = sentence;
  const change = (from: number): boolean => {
    for (let i = Math.max(0, from - 9); i < from; i++) if (isChange(words[i]!)) return true;
    return false;
  };
  return termsOf(sentence, { percent, exact, change }, amount => noQuantity(sentence, amount, dates));
}

function draftsOf(sentence: Sentence, terms: readonly Term[], dates: readonly DateMention[]): Draft[] {
  const drafts: Draft[] = [];
  let floor = 0;
  for (const { amount } of terms) {
    if (amount.numberFrom < floor) continue;
    const draft = countsNothing(sentence, amount, dates) ? undefined : draftAt(sentence, amount, drafts, floor);
    if (draft) drafts.push(draft);
    floor = draft ? Math.max(amount.to, draft.to) : amount.numberTo;
  }
  return drafts;
}

const FOLLOWERS = /^(?:in|near|at|along|on|around|inside|to|more|are|were|is|was|of|with|by|as|including|and|or|within|from|across|this|last|remain|remained|remains|stay|stayed|have|had|arrived|left)$/;

function draftAt(sentence: Sentence, amount: Amount, drafts: readonly Draft[], floor: number): Draft | undefined {
  const { words } = sentence;
  let from = amount.from;
  let part = false;
  // “a total of 5,000”, “an additional 4,700”, “the first 300,000”, “those 8,500”
  for (let n = 0; n < 4 && from > floor; n++) {
    const word = words[from - 1]!;
    if (INCREMENT.has(word)) part = true;
    else if (word === 'of' && /^(?:total|strength|force)$/.test(words[from - 2] ?? '') && from - 2 >= floor) from--;
    else if (!DETERMINERS.has(word) && !/^(?:total|first|last|remaining|only|just|grand|combined|same)$/.test(word)) break;
    if (/^(?:first|last|remaining)$/.test(word)) part = true;
    from--;
  }
  while (from < amount.from && /^(?:only|just|that|this|both|last)$/.test(words[from]!)) from++;
  const unit = unitAfter(sentence, amount);
  // “Japan’s 250,000 troops”
  const owner = partyOver(sentence.parties, from - 1);
  const owned = owner?.possessive === true && owner.to === from ? { force: owner.id } : {};
  if (words[from - 2] === 'each' || words[from - 1] === 'each') part = true;
  if (unit) return { ...owned, ...unit, part: part || unit.part, amount, from, numberFrom: amount.numberFrom, follows: false };
  const noun = unitBefore(sentence, amount, drafts.length > 0 ? drafts[drafts.length - 1]!.to : 0);
  if (noun) {
    const { from: at, ...rest } = noun;
    return { ...rest, part, amount, from, numberFrom: amount.numberFrom, follows: false, noun: at };
  }
  return startOf(sentence, amount, from, part) ?? follower(sentence, amount, drafts, from, part);
}

/** “shrank from 13,000 to 5,000 peacekeepers”: the first number counts what the second does. */
function startOf(sentence: Sentence, amount: Amount, from: number, part: boolean): Draft | undefined {
  const { words, lexemes } = sentence;
  if (words[from - 1] !== 'from' || words[amount.to] !== 'to' || !words.slice(Math.max(0, from - 9), from).some(isChange)) return undefined;
  const end = readAmountAt(lexemes, amount.to + 1, amount.to + 1, { change: () => true });
  const unit = end && end.cardinals.length === 1 ? unitAfter(sentence, end) : undefined;
  return unit && { ...unit, to: amount.to, part, amount, from, numberFrom: amount.numberFrom, follows: false };
}

/** A number that shares the noun of the figure before it. */
function follower(sentence: Sentence, amount: Amount, drafts: readonly Draft[], from: number, part: boolean): Draft | undefined {
  const { words, lexemes } = sentence;
  const previous = drafts[drafts.length - 1];
  if (!previous || amount.hedge === 'vague' && !/^(?:more|in|near)$/.test(words[amount.to] ?? '')) return undefined;
  const people = previous.unit === 'personnel';
  if (amount.value < (people ? 100 : 2) || (people && previous.amount.value >= 10_000 && !amount.cardinals[0]!.grouped)) return undefined;
  const first = amount.cardinals[0]!;
  if (first.digits && !first.grouped && first.value >= 1000 && first.value < 2100) return undefined;
  let at = amount.to;
  let component: FigureComponent | undefined;
  let force: string | undefined;
  while (COMPONENTS.has(words[at] ?? '') && lexemes[at + 1]?.kind !== 'number') component = COMPONENTS.get(words[at++]!);
  const party = sentence.partyAt.get(at);
  if (party?.form === 'state-adjective' && !FOLLOWS_NOUN(words[party.to], lexemes[party.to]?.kind)) {
    force = party.id;
    at = party.to;
  }
  const next = lexemes[at];
  const open = !next || (next.kind === 'mark' ? bare(sentence, amount) || component !== undefined : FOLLOWERS.test(next.word));
  if (!open) return undefined;
  // Without a place, a joint or a word for all, a bare number is too little to go by
  const joint = words[from - 1] ?? '';
  const shown = /^(?:and|or|to|from|by|whom|which|,|;|:|\(|with|of|at|total|plus|in|not)$/.test(joint) || /^[,;:–—]$/.test(joint) || component !== undefined || isChange(joint) || joint === '';
  const total = /^(?:total|sum)$/.test(words[from] ?? '') || words[from - 1] === 'total' || from < amount.from;
  if (!shown && !total && !(next && /^(?:in|near|along|more)$/.test(next.word))) return undefined;
  if (next?.word === 'more') part = true;
  const added = /^more$/.test(next?.word ?? '');
  const rest = previous.force !== undefined ? { force: previous.force } : {};
  return {
    unit: previous.unit, component: component ?? (total || /^(?:or|to)$/.test(joint) ? 'total' : previous.component), part: part || added,
    to: component !== undefined || force !== undefined ? at : amount.to, amount, from, numberFrom: amount.numberFrom, follows: true,
    ...(force !== undefined ? { force } : rest),
  };
}

function FOLLOWS_NOUN(word: string | undefined, kind: string | undefined): boolean {
  return kind === 'word' && word !== undefined && !FOLLOWERS.test(word);
}

function complete(text: BlockText, sentence: Sentence, drafts: readonly Draft[], dates: readonly DateMention[], quotedBefore: () => Sentence | undefined): FigureMention[] {
  const { lexemes, prose, words } = sentence;
  const sides: (Side | undefined)[] = drafts.map(d => (d.force !== undefined ? { id: d.force, explicit: true } : undefined));
  const scopes = scopesOf(sentence, drafts.map((d, i) => {
    const side = sides[i] ?? sideOf(sentence, d.noun ?? d.from, d.to, undefined);
    return { from: d.from, numberFrom: d.numberFrom, to: d.to, ...(side?.explicit === true ? { force: side.id } : {}) };
  }));
  const sources: (string | undefined)[] = [];
  const statuses: FigureMention['status'][] = [];
  let date = 0;
  const exercise = words.some(w => /^(?:exercises?|drills?|manoeuvres|maneuvers|wargames?)$/.test(w));
  return drafts.map((draft, k): FigureMention => {
    const { amount } = draft;
    const previous = drafts[k - 1];
    const next = drafts[k + 1];
    const left = previous?.to ?? 0;
    const right = next?.from ?? lexemes.length;
    const subject = previous && gapped(sentence, draft, previous.to);
    if (subject && (!sides[k] || draft.follows)) sides[k] = subject === 'unknown' ? undefined : subject;
    else if (!sides[k] && !(words[draft.from - 1] === 'of' && words[draft.from - 2] === 'one')) {
      sides[k] = (draft.follows && k > 0 ? sides[k - 1] : undefined)
        ?? sideOf(sentence, draft.noun ?? draft.from, draft.to, scopes[k])
        ?? commented(sentence, draft, quotedBefore, scopes[k])
        ?? (k > 0 && sides[k - 1] && draft.unit === previous!.unit && draft.from - previous!.to < 12 ? { id: sides[k - 1]!.id, explicit: false } : undefined);
    }
    const close = previous !== undefined && draft.from - previous.to <= 8;
    sources[k] = sourceOf(sentence, draft.from, draft.to) ?? (close ? sources[k - 1] : undefined);
    const status = statusOf(sentence, { from: draft.from, to: draft.to, left, right, hedge: amount.hedge });
    const joined = draft.follows || /^(?:with|and|or|,|plus)$/.test(words[left] ?? '');
    statuses[k] = status === 'actual' && joined && close && !changed(sentence, draft) ? carried(statuses[k - 1]) : status;
    while (date < dates.length && dates[date]!.span.end <= (previous ? lexemes[previous.to - 1]!.end : 0)) date++;
    const when = whenOf(dates, date, lexemes[draft.from]!.start, right < lexemes.length ? lexemes[right]!.start : Infinity);
    const asOf = when && daysOf(when);
    const loss = isLoss(sentence, draft, left, right);
    const first = lexemes[draft.from]!;
    const last = lexemes[draft.to - 1]!;
    const span = { start: first.start, end: last.end };
    const side = sides[k];
    const component = draft.component === 'total' && exercise && /^(?:in|involv\w*|with|of|took)$/.test(words[draft.to] ?? words[draft.from - 1] ?? '') ? exerciseComponent(words, draft) : draft.component;
    return {
      span,
      amount: { start: lexemes[amount.from]!.start, end: lexemes[amount.to - 1]!.end },
      number: { start: lexemes[amount.numberFrom]!.start, end: lexemes[amount.numberTo - 1]!.end },
      surface: prose.slice(span.start, span.end),
      implied: amount.implied,
      logical: amount.logical,
      value: amount.value,
      rounding: amount.rounding,
      hedged: !/^(?:bare|exactly|range|vague)$/.test(amount.hedge),
      vague: amount.hedge === 'vague',
      unit: draft.unit,
      ...(draft.kind !== undefined ? { kind: draft.kind } : {}),
      ...(side ? { force: side } : {}),
      ...(scopes[k] !== undefined ? { scope: scopes[k] } : {}),
      status: statuses[k]!,
      component: loss ? 'losses' : component,
      part: draft.part || loss || isPart(sentence, draft, left, right),
      ...(asOf ? { asOf } : {}),
      ...(when ? { when } : {}),
      ...(sources[k] !== undefined ? { source: sources[k] } : {}),
      quoted: text.block.quoted || insideQuote(text.block.quotes, span),
    };
  });
}

/** “Burundi has 2,000 soldiers in South Kivu and Uganda 5,000 in Ituri”: a new subject right before its number. */
function gapped(sentence: Sentence, draft: Draft, after: number): Side | 'unknown' | undefined {
  const { words, lexemes, parties } = sentence;
  const last = lexemes[draft.from - 1];
  if (!last?.capital || last.possessive || draft.from - 1 < after) return undefined;
  const party = partyOver(parties, draft.from - 1);
  let start = party ? party.from : draft.from - 1;
  if (!party) while (start > after && lexemes[start - 1]!.capital) start--;
  if (words[start - 1] === 'the') start--;
  if (!/^(?:and|,|;|while|but)$/.test(words[start - 1] ?? '') || start - 1 < after) return undefined;
  if (!party) return 'unknown';
  return party.form === 'state-adjective' && party.to === draft.from && words[draft.from - 1] !== 'us' ? undefined : { id: party.id, explicit: true };
}

const carried = (status: FigureMention['status'] | undefined): FigureMention['status'] => (status === 'projected' || status === 'denied' ? status : 'actual');

const changed = (sentence: Sentence, draft: Draft): boolean => /^(?:to|from)$/.test(sentence.words[draft.from - 1] ?? '');

/** “Russia pulling back its forces,” she said of the 100,000 troops: the side is in the words commented on. */
function commented(sentence: Sentence, draft: Draft, quotedBefore: () => Sentence | undefined, scope: string | undefined): Side | undefined {
  const { words } = sentence;
  let comments = false;
  for (let i = Math.max(0, draft.from - 6); i < draft.from; i++) if (/^(?:said|says|asked|added|speaking)$/.test(words[i]!)) comments = true;
  if (!comments) return undefined;
  const quoted = quotedBefore();
  if (!quoted) return undefined;
  const side = sideOf(quoted, quoted.lexemes.length, quoted.lexemes.length, scope);
  return side && { id: side.id, explicit: false };
}

function exerciseComponent(words: readonly string[], draft: Draft): FigureComponent {
  for (let i = Math.max(0, draft.from - 8); i < Math.min(words.length, draft.to + 8); i++) {
    if (!/^(?:exercises?|drills?|manoeuvres|maneuvers|involved|involves|involving)$/.test(words[i]!)) continue;
    // “are due home after the exercise”: the time, not what they do
    if (i >= draft.to && words.slice(Math.max(draft.to, i - 4), i).some(w => /^(?:after|before|following|until|since|despite)$/.test(w))) continue;
    return 'exercise';
  }
  return draft.component;
}

function isLoss(sentence: Sentence, draft: Draft, left: number, right: number): boolean {
  const { words } = sentence;
  for (let i = Math.max(left, draft.from - 5); i < draft.from; i++) if (LOSSES.has(words[i]!) && !/^(?:captured|missing|deserted)$/.test(words[i]!) && !/^(?:among|amongst|in|inflicted)$/.test(words[i + 1] ?? '')) return true;
  for (let i = draft.from; i < Math.min(right, draft.to + 5); i++) {
    if (/^[;:.]$/.test(words[i]!)) break;
    if (LOSSES.has(words[i]!)) return true;
  }
  return false;
}

function isPart(sentence: Sentence, draft: Draft, left: number, right: number): boolean {
  const { words } = sentence;
  const before = words[draft.from - 1] ?? '';
  if (/^(?:including|plus)$/.test(before)) return true;
  for (let i = Math.max(left, draft.from - 6); i < draft.from; i++) {
    if (words[i] === 'including' || (/^(?:of|among|amongst)$/.test(words[i]!) && /^(?:whom|which|them)$/.test(words[i + 1] ?? ''))) return true;
  }
  if (words[draft.to] === 'of' && /^(?:them|whom|which|these|those|the)$/.test(words[draft.to + 1] ?? '') && draft.to === draft.amount.to) return true;
  // “fell by 30,000”: the difference, not the strength
  if (before === 'by') for (let i = Math.max(left, draft.from - 5); i < draft.from; i++) if (isChange(words[i]!)) return true;
  if (/^more$/.test(words[draft.to] ?? '')) return true;
  // Those who come or go are no strength
  let verb = draft.to;
  while (verb < right && /^(?:has|have|had|been|were|already|also|then|later)$|ly$/.test(words[verb]!)) verb++;
  if (verb < right && FLOW.test(words[verb]!)) return true;
  if (broken(sentence, draft)) return true;
  // “Of 190,000 troops, 40,000 are in Belarus”
  if (left > 0 && draft.follows && words[left - 1] !== undefined) {
    for (let i = Math.max(0, left - 8); i < left; i++) if (words[i] === 'of' && (i === 0 || /^[,;:]$/.test(words[i - 1]!))) return true;
  }
  for (let i = draft.to; i < Math.min(right, draft.to + 6); i++) {
    if (words[i] === 'part' && words[i + 1] === 'of') return true;
    if (words[i] === 'more' && words[i + 1] === 'arrived') return true;
    if (/^(?:joining|joined)$/.test(words[i]!) && right < sentence.lexemes.length) return true;
  }
  return false;
}

const TOTALLED = /\b(?:total of|in all|in total|altogether|all told|totall?ing|totall?ed|totals?)\b/;

/** “a total of 15,500 personnel: 12,000 soldiers, …”, “105 missiles in all: …”: what a total is broken down into. */
function broken(sentence: Sentence, draft: Draft): boolean {
  const { words } = sentence;
  for (let i = draft.from - 1; i >= Math.max(0, draft.from - 60); i--) {
    if (words[i] === ':') return TOTALLED.test(words.slice(Math.max(0, i - 14), i).join(' '));
  }
  return false;
}

const FLOW = /^(?:served|rotated|cycled|left|leave|leaves|deserted|departed|fled|arrived|arrive|returned|withdrew|landed|crossed|defected|surrendered|deploying|joined)$/;
