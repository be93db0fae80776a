import type { Span } from '../../base/span';
import type { Interval } from '../../base/interval';
import type { Sentence } from './figure-units';
import type { Unit } from './nouns';
import type { Term } from './terms';

/** A number of a calculation that the text itself makes. Spans relative to the block. */
export interface Told {
  /** Number with its sign or per cent. */
  readonly span: Span;
  /** The number alone. */
  readonly number: Span;
  readonly value: number;
  /** Rounding unit (spec 4.2); 1 for a whole number under 1,000. */
  readonly rounding: number;
  readonly implied: Interval;
  readonly logical: Interval;
  readonly hedged: boolean;
}

/** `scale` where the number takes the magnitude of another (“96 of 240 million”). */
export function told(sentence: Sentence, term: Term, scale = 1): Told {
  const { lexemes } = sentence;
  const { amount, unit } = term;
  const start = lexemes[amount.numberFrom]!.start;
  const number = { start, end: lexemes[amount.numberTo - 1]!.end };
  const sign = unit?.dimension === 'money' ? lexemes[amount.numberFrom - 1] : undefined;
  const to = unit?.dimension === 'share' ? shareEnd(sentence, amount.to) : amount.to;
  const by = (i: Interval): Interval => (scale === 1 ? i : { ...i, low: i.low * scale, high: i.high * scale });
  const whole = amount.value < 1000 && Number.isInteger(amount.value) && scale === 1;
  return {
    span: { start: sign?.kind === 'mark' && sign.end === start ? sign.start : lexemes[amount.from]!.start, end: lexemes[to - 1]!.end },
    number, value: amount.value * scale, rounding: whole ? 1 : (Number.isInteger(amount.value) && scale > 1 ? 1 : amount.rounding) * scale,
    implied: by(amount.implied), logical: by(amount.logical), hedged: !/^(?:bare|exactly|range)$/.test(amount.hedge),
  };
}

function shareEnd({ words }: Sentence, at: number): number {
  return words[at] === 'per' && words[at + 1] === 'cent' || /^(?:percentage|basis)$/.test(words[at] ?? '') ? at + 2 : at + 1;
}

/** The magnitude that a short number takes from the one it is held against: 96 of 240 million, 4.7 to 3.8 million. */
export function scaleOf(short: Term, long: Term): number {
  const [a, b] = [short.amount.cardinals[0]!, long.amount.cardinals.at(-1)!];
  if (a.scale > 1 || a.grouped || b.scale < 1000 || a.value >= 1000 || short.amount.cardinals.length > 1) return 1;
  return b.scale;
}

/** Whether two numbers are of one unit, or one of them has none. */
export function sameUnit(a: Unit | undefined, b: Unit | undefined): boolean {
  if (!a || !b) return true;
  if (a.dimension !== b.dimension) return false;
  return a.dimension === 'count' ? a.head === b.head : a.dimension === 'money' ? a.kind === b.kind : a.measure === b.measure;
}
