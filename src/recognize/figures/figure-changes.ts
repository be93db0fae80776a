import type { Span } from '../../base/span';
import { lex, type Lexeme } from './figure-lex';
import { MEASURE } from './figure-words';
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
}

export interface ChangeNumber {
  readonly span: Span;
  readonly value: number;
  readonly rounding: number;
  readonly low: number;
  readonly high: number;
  readonly hedged: boolean;
}

const RISE = new Set(('rose risen rise rises rising grew grown grow grows growing increased increase increases increasing climbed climb climbs jumped jump surged surge swelled swell swollen expanded expand ' +
  'expands raised raise raises boosted boost strengthened').split(' '));
const FALL = new Set(('fell fallen falls fall falling dropped drop drops dropping declined decline declines decreased decrease decreases shrank shrunk shrink shrinks cut cuts cutting reduced reduce reduces ' +
  'lowered lower slashed trimmed plunged dwindled').split(' '));
const RATIO: ReadonlyMap<string, number> = new Map([
  ['doubled', 2], ['doubling', 2], ['doubles', 2], ['tripled', 3], ['trebled', 3], ['tripling', 3], ['quadrupled', 4], ['halved', 0.5], ['halving', 0.5],
]);
const VERBS = /\b(?:(?:went|gone|go(?:es|ing)?|c[ao]m(?:e|es|ing)|mov(?:ed|es|ing)|edged|crept|ramped|scaled|brought) (?:up|down)\b|ro?se|risen|ris|grew|grow|increas|climb|jump|surg|swell|swollen|expand|rais|boost|strengthen|fell|fall|drop|declin|decreas|shr[aiu]nk|cut|reduc|lower|slash|trimm|plung|dwindl|doubl|tripl|trebl|quadrupl|halv)/i;
/** With up or down after it. */
const MOVED = /^(?:went|gone|go|goes|going|came|come|comes|coming|moved|moves|moving|edged|crept|ramped|scaled|brought)$/;
const REACH = 12;
/** A currency that falls costs more of itself: “fell from 76 to 117 to the dollar”. */
const EXCHANGE = /^(?:(?:roubles?|rubles?|lira|liras|hryvnias?|rials?|yuan|pesos?|pounds?) )?(?:to|per|against|for|a) (?:the |one |a )?(?:u\.s\. |us )?(?:dollar|euro|pound|yen|yuan|greenback)\b/;
const CURRENCIES = /^(?:rouble|ruble|lira|hryvnia|rial|toman|yuan|renminbi|peso|rupee|currency|tenge|dinar|afghani|shekel|zloty|forint|yen)$/;

/** Changes said in words with both their numbers, in one text. Dates, years and sums of money of two kinds are left out. */
export function changesIn(prose: string, sentences: readonly Span[]): ChangeMention[] {
  if (!VERBS.test(prose) || !MAYBE_NUMBER.test(prose)) return [];
  const found: ChangeMention[] = [];
  for (const span of sentences.length > 0 ? sentences : [{ start: 0, end: prose.length }]) {
    const text = prose.slice(span.start, span.end);
    if (!VERBS.test(text) || !MAYBE_NUMBER.test(text)) continue;
    const lexemes = lex(prose, span.start, span.end);
    for (let i = 0; i < lexemes.length; i++) {
      const word = lexemes[i]!.word;
      const moved = i > 0 && MOVED.test(lexemes[i - 1]!.word);
      const ratio = RATIO.get(word);
      const direction = ratio !== undefined ? (ratio < 1 ? 'fall' : 'rise') : RISE.has(word) || (moved && word === 'up') ? 'rise' : FALL.has(word) || (moved && word === 'down') ? 'fall' : undefined;
      if (!direction) continue;
      const change = changeAt(lexemes, i, direction, ratio);
      if (!change) continue;
      found.push(change.mention);
      i = change.end - 1;
    }
  }
  return found;
}

interface Told {
  readonly amount: Amount;
  /** What stands with the number: %, a currency, or nothing. */
  readonly kind: string;
}

function changeAt(lexemes: readonly Lexeme[], verb: number, direction: 'rise' | 'fall', ratio: number | undefined): { mention: ChangeMention; end: number } | undefined {
  let from: Told | undefined;
  let to: Told | undefined;
  let by: Told | undefined;
  let end = verb;
  let gap = 0;
  for (let i = verb + 1; i < lexemes.length && gap < REACH; i++, gap++) {
    const word = lexemes[i]!.word;
    if (/^[.;:()—–?!]$/.test(word) || /^(?:then|while|but|whereas|before|after|when|which|who|that)$/.test(word) || RISE.has(word) && i > verb + 1 || FALL.has(word) && i > verb + 1) break;
    if (word !== 'from' && word !== 'to' && word !== 'by') continue;
    const told = numberAt(lexemes, i + 1);
    if (!told) continue;
    if (word === 'from' && !from) from = told;
    else if (word === 'to' && !to) to = told;
    else if (word === 'by' && !by && !from && !to) by = told;
    else break;
    end = told.amount.to;
    i = told.amount.to - 1;
    gap = 4;
    if (from && to) break;
  }
  if (EXCHANGE.test(lexemes.slice(end, end + 5).map(l => l.word).join(' ')) || lexemes.slice(Math.max(0, verb - 5), verb).some(l => CURRENCIES.test(l.word))) return undefined;
  if (!from || !to || from.kind !== to.kind || (by && by.kind !== from.kind && by.kind !== '%')) return undefined;
  const before = lexemes[verb - 1]?.word ?? '';
  const hedge = /^(?:than|over)$/.test(before) ? 'over' : /^(?:nearly|almost|about|roughly|around|approximately|practically)$/.test(before) ? 'nearly' : undefined;
  const number = ({ amount }: Told): ChangeNumber => ({
    span: { start: lexemes[amount.numberFrom]!.start, end: lexemes[amount.numberTo - 1]!.end },
    value: amount.value, rounding: amount.rounding, low: amount.implied.low, high: amount.implied.high,
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
      // A difference in percent is another calculation
      ...(by && by.kind === from.kind ? { by: number(by) } : {}),
    },
  };
}

function numberAt(lexemes: readonly Lexeme[], start: number): Told | undefined {
  let currency = '';
  for (let i = start; i < Math.min(lexemes.length, start + 6); i++) {
    const word = lexemes[i]!.word;
    if (/^[$€£¥]$/.test(word)) {
      currency = word;
      continue;
    }
    const amount = readAmountAt(lexemes, i, start - 1, { change: () => true });
    if (!amount) {
      if (/^(?:a|an|the|about|around|some|roughly|approximately|more|than|over|nearly|almost|up|to|just|under|estimated|at|least|fewer|less|as|many|only|us)$/.test(word)) continue;
      return undefined;
    }
    const next = lexemes[amount.to]?.word ?? '';
    const after = lexemes[amount.to + 1]?.word ?? '';
    const cardinal = amount.cardinals[0]!;
    if (amount.hedge === 'vague' || amount.cardinals.length > 1) return undefined;
    if (amount.from < start) return undefined;
    const percent = /^(?:%|percent|percentage|pct)$/.test(next) || (next === 'per' && after === 'cent');
    if (!percent && (MEASURE.has(next) && !/^(?:dollars|euros|roubles|rubles|pounds|yuan)$/.test(next) || (cardinal.digits && !cardinal.grouped && cardinal.value >= 1900 && cardinal.value <= 2100))) return undefined;
    if (/^[:/]$/.test(next) && lexemes[amount.to]!.start === lexemes[amount.to - 1]!.end) return undefined;
    return { amount, kind: percent ? '%' : currency };
  }
  return undefined;
}
