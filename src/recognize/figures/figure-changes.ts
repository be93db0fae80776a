import type { Span } from '../../base/span';
import { lex, type Lexeme } from './figure-lex';
import { CHANGE_NOUNS, FALLS, GAINS, LOSSES, MAYBE_CHANGE, RATIOS, RISES } from './lexicon/changes';
import { unitOf } from './nouns';
import { fractionAt, type Fraction } from './shares';
import { MAYBE_NUMBER, readAmountAt, type Amount } from './numbers';

/** A change with its numbers: “rose from a to b”, “doubled from a to b”, “fell by n, from a to b”. Spans relative to the text. */
export interface ChangeMention {
  readonly span: Span;
  readonly verb: Span;
  readonly direction: 'rise' | 'fall';
  /** For doubled, tripled, halved: the ratio claimed, and whether more or nearly that. */
  readonly ratio?: number;
  readonly hedge?: 'over' | 'nearly';
  readonly from: ChangeNumber;
  readonly to: ChangeNumber;
  readonly by?: ChangeNumber;
  /** What the numbers are of: `%` for shares. `by` may be a share where they are not, in per cent, or a fraction in words. */
  readonly kind: string;
  readonly byKind?: '%' | 'points' | 'worded' | 'same';
}

export interface ChangeNumber {
  readonly span: Span;
  readonly value: number;
  readonly rounding: number;
  readonly low: number;
  readonly high: number;
  readonly hedged: boolean;
}

/** With up or down after it. */
const MOVED = /^(?:went|gone|go|goes|going|came|come|comes|coming|moved|moves|moving|edged|crept|ramped|scaled|brought)$/;
const REACH = 12;
/** A change told again as a noun: “an increase of 2 per cent”. */
const AGAIN = /^(?:increase|rise|growth|jump|gain|fall|drop|decline|decrease|cut|reduction|loss)$/;
/** A currency that falls costs more of itself: “fell from 76 to 117 to the dollar”. */
const EXCHANGE = /^(?:(?:roubles?|rubles?|lira|liras|hryvnias?|rials?|yuan|pesos?|pounds?) )?(?:to|per|against|for|a) (?:the |one |a )?(?:u\.s\. |us )?(?:dollar|euro|pound|yen|yuan|greenback)\b/;
const CURRENCIES = /^(?:rouble|ruble|lira|hryvnia|rial|toman|yuan|renminbi|peso|rupee|currency|tenge|dinar|afghani|shekel|zloty|forint|yen)$/;

/** Changes said in words with both their numbers, in one text. Dates, years and sums of money of two kinds are left out. */
export function changesIn(prose: string, sentences: readonly Span[]): ChangeMention[] {
  if (!MAYBE_CHANGE.test(prose) || !MAYBE_NUMBER.test(prose)) return [];
  const found: ChangeMention[] = [];
  for (const span of sentences.length > 0 ? sentences : [{ start: 0, end: prose.length }]) {
    const text = prose.slice(span.start, span.end);
    if (!MAYBE_CHANGE.test(text) || !MAYBE_NUMBER.test(text)) continue;
    const lexemes = lex(prose, span.start, span.end);
    for (let i = 0; i < lexemes.length; i++) {
      const word = lexemes[i]!.word;
      const moved = i > 0 && MOVED.test(lexemes[i - 1]!.word);
      const ratio = RATIOS.get(word);
      const direction = ratio !== undefined ? (ratio < 1 ? 'fall' : 'rise') : RISES.has(word) || GAINS.has(word) || (moved && word === 'up') ? 'rise' : FALLS.has(word) || LOSSES.has(word) || (moved && word === 'down') ? 'fall' : undefined;
      const told = direction ?? (MOVED.test(word) && lexemes[i + 1]?.word === 'from' ? directionAfter(lexemes, i) : undefined);
      if (!told) continue;
      const change = changeAt(lexemes, i, told, ratio);
      if (!change) continue;
      found.push(change.mention);
      i = change.end - 1;
    }
  }
  return found;
}

const AFTER = 16;

/** “went from 93 to 84 dead, a rise”: the direction that a noun after the numbers says. */
function directionAfter(lexemes: readonly Lexeme[], verb: number): 'rise' | 'fall' | undefined {
  for (let i = verb + 4; i < Math.min(lexemes.length, verb + AFTER); i++) {
    if (/^(?:a|an)$/.test(lexemes[i]!.word) && lexemes[i - 1]!.word === ',') return CHANGE_NOUNS.get(lexemes[i + 1]?.word ?? '') ?? CHANGE_NOUNS.get(lexemes[i + 2]?.word ?? '');
  }
  return undefined;
}

interface Told {
  readonly amount: Amount;
  /** What stands with the number: %, points, a currency, a unit, or nothing. */
  readonly kind: string;
  readonly end: number;
  /** Of a magnitude that the other number says. */
  readonly factor?: number;
  /** A fraction in words, in per cent. */
  readonly worded?: ChangeNumber;
}

function changeAt(lexemes: readonly Lexeme[], verb: number, direction: 'rise' | 'fall', ratio: number | undefined): { mention: ChangeMention; end: number } | undefined {
  let from: Told | undefined;
  let to: Told | undefined;
  let by: Told | undefined;
  let end = verb;
  let gap = 0;
  const takes = GAINS.has(lexemes[verb]!.word) || LOSSES.has(lexemes[verb]!.word);
  for (let i = verb + 1; i < lexemes.length && gap < REACH; i++, gap++) {
    const word = lexemes[i]!.word;
    if (/^[.;:()—–?!]$/.test(word) || /^(?:then|while|but|whereas|before|after|when|which|who|that)$/.test(word) || !(from && to && AGAIN.test(word)) && RISES.has(word) && i > verb + 1 || !(from && to && AGAIN.test(word)) && FALLS.has(word) && i > verb + 1) break;
    const again = from && to && !by && AGAIN.test(word) && lexemes[i + 1]?.word === 'of';
    // “up 18 per cent, to 5,900 from 5,000”, “lost 27 seats, from 295 to 268”
    const direct = i === verb + 1 && (takes || /^(?:up|down)$/.test(lexemes[verb]!.word)) && word !== 'from' && word !== 'to' && word !== 'by';
    if (!again && !direct && word !== 'from' && word !== 'to' && word !== 'by') continue;
    const told = numberAt(lexemes, direct ? i : again ? i + 2 : i + 1);
    if (!told && takes && !by) return undefined;
    if (!told) continue;
    if (again || direct) {
      by = told;
      end = told.end;
      if (again) break;
      i = told.end - 1;
      continue;
    }
    if (word === 'from' && !from) from = told;
    else if (word === 'to' && !to) to = told;
    else if (word === 'by' && !by && !from && !to) by = told;
    else break;
    end = told.end;
    i = told.end - 1;
    gap = 4;
    if (from && to && by) break;
  }
  if (from && to && !by && lexemes[end]?.word === ',') {
    // “from 199 to 203, five more”
    const told = numberAt(lexemes, end + 1);
    if (told && /^(?:more|fewer|less)$/.test(lexemes[told.end]?.word ?? '')) {
      by = told;
      end = told.end + 1;
    }
  }
  if (EXCHANGE.test(lexemes.slice(end, end + 5).map(l => l.word).join(' ')) || lexemes.slice(Math.max(0, verb - 5), verb).some(l => CURRENCIES.test(l.word))) return undefined;
  if (!from || !to || takes && !by) return undefined;
  // “from half to 30 per cent”: a fraction is held against a fraction only
  if ((from.worded === undefined) !== (to.worded === undefined)) return undefined;
  // “from 4.7 to 3.8 million tonnes”, “from 30 to 29.5 million barrels”: the unit is said once
  if (from.kind === '' && to.kind !== '') from = scaled(from, to);
  else if (to.kind === '' && from.kind !== '' && from.kind !== '%') to = { ...to, kind: from.kind };
  else if (from.kind === '') from = scaled(from, to);
  if (from.kind !== to.kind) return undefined;
  if (by && by.kind !== from.kind && !/^(?:%|points|worded)$/.test(by.kind)) {
    if (by.kind !== '' && from.kind !== '') return undefined;
  }
  const before = lexemes[verb - 1]?.word ?? '';
  const hedge = /^(?:than|over)$/.test(before) ? 'over' : /^(?:nearly|almost|about|roughly|around|approximately|practically)$/.test(before) ? 'nearly' : undefined;
  const number = ({ amount, worded: fraction, factor = 1 }: Told): ChangeNumber => fraction ?? ({
    span: { start: lexemes[amount.numberFrom]!.start, end: lexemes[amount.numberTo - 1]!.end },
    value: amount.value * factor, rounding: amount.rounding * factor, low: amount.implied.low * factor, high: amount.implied.high * factor,
    hedged: !/^(?:bare|exactly)$/.test(amount.hedge),
  });
  return {
    end,
    mention: {
      span: { start: lexemes[verb]!.start, end: lexemes[end - 1]!.end },
      verb: { start: lexemes[verb]!.start, end: lexemes[verb]!.end },
      direction,
      ...(ratio !== undefined ? { ratio } : {}),
      ...(hedge ? { hedge } : {}),
      from: number(from), to: number(to),
      kind: from.kind,
      ...(by ? { by: number(by), byKind: by.kind === '%' ? '%' as const : by.kind === 'points' ? 'points' as const : by.kind === 'worded' ? 'worded' as const : 'same' as const } : {}),
    },
  };
}

/** The first number in the magnitude and unit that the second says for both. */
function scaled(short: Told, long: Told): Told {
  const [a, b] = [short.amount.cardinals[0]!, long.amount.cardinals.at(-1)!];
  const takes = a.scale === 1 && !a.grouped && a.value < 1000 && b.scale >= 1000;
  return { ...short, kind: long.kind, ...(takes ? { factor: b.scale } : {}) };
}

const BEFORE_NUMBER = /^(?:a|an|the|about|around|some|roughly|approximately|more|than|over|nearly|almost|up|to|just|under|estimated|at|least|fewer|less|as|many|only|us|of|its|their)$/;
const NO_UNIT = /^(?:points|times|degrees|january|february|march|april|may|june|july|august|september|october|november|december|am|pm)$/;

function numberAt(lexemes: readonly Lexeme[], start: number): Told | undefined {
  for (let i = start; i < Math.min(lexemes.length, start + 6); i++) {
    const word = lexemes[i]!.word;
    if (/^[$€£¥₽₴₹₺]$/.test(word)) continue;
    const fraction = fractionAt(lexemes, i);
    if (fraction && !/^\d/.test(word) && lexemes[fraction.to]?.word !== 'million' && lexemes[fraction.to]?.word !== 'billion') return worded(lexemes, fraction);
    const amount = readAmountAt(lexemes, i, start - 1, { change: () => true });
    if (!amount) {
      if (BEFORE_NUMBER.test(word)) continue;
      return undefined;
    }
    const cardinal = amount.cardinals[0]!;
    if (amount.hedge === 'vague' || amount.cardinals.length > 1 || amount.from < start) return undefined;
    const unit = unitOf(lexemes, amount);
    const next = lexemes[amount.to];
    const counted = unit && unit.dimension !== 'count';
    if (!counted && (NO_UNIT.test(next?.word ?? '') || cardinal.digits && !cardinal.grouped && !cardinal.fraction && cardinal.value >= 1900 && cardinal.value <= 2100)) return undefined;
    if (next && /^[:/]$/.test(next.word) && next.start === lexemes[amount.to - 1]!.end) return undefined;
    const kind = !counted ? '' : unit.dimension === 'share' ? '%' : unit.dimension === 'points' ? 'points' : unit.dimension === 'money' ? unit.kind : unit.measure!.names[1];
    const end = !counted ? amount.to : unit.dimension === 'share' ? amount.to + (next?.word === 'per' ? 2 : 1) : unit.dimension === 'points' ? amount.to + 2 : unit.dimension === 'money' ? amount.to : amount.to;
    return { amount, kind, end };
  }
  return undefined;
}

/** “by a third”, “by half”: a share of the first number. */
function worded(lexemes: readonly Lexeme[], fraction: Fraction): Told {
  const span = { start: lexemes[fraction.from]!.start, end: lexemes[fraction.to - 1]!.end };
  const { percent } = fraction;
  const number: ChangeNumber = { span, value: percent, rounding: 0, low: percent, high: percent, hedged: false };
  return { amount: NOTHING, kind: 'worded', end: fraction.to, worded: number };
}

const POINT = { low: 0, high: 0, lowClosed: true, highClosed: true };
/** Stands where a fraction in words has no amount of its own. */
const NOTHING: Amount = { from: 0, to: 0, numberFrom: 0, numberTo: 0, hedge: 'bare', implied: POINT, logical: POINT, value: 0, rounding: 1, cardinals: [] };
