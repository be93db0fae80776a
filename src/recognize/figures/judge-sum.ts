import { add, interval, meet, type Interval } from '../../base/interval';
import type { FigureMention } from '../model';

export interface SumJudgement {
  readonly result: 'fits' | 'near' | 'off';
  /** The parts’ sum; low and high end where something is hedged. */
  readonly low: number;
  readonly high: number;
}

/** Compares parts with their total (spec 4.2, Sums). `exact`: table cells, meant to the digit. */
export function judgeSum(total: Pick<FigureMention, 'implied' | 'logical' | 'value' | 'rounding' | 'hedged'>, parts: readonly Pick<FigureMention, 'implied' | 'logical' | 'value' | 'rounding' | 'hedged'>[], exact = false): SumJudgement {
  const all = [total, ...parts];
  const wide = all.some(f => f.hedged || f.implied.high - f.implied.low > 0 && !within(f));
  if (wide) {
    const zero = interval(0, 0);
    const implied = parts.reduce<Interval>((sum, p) => add(sum, p.implied), zero);
    const logical = parts.reduce<Interval>((sum, p) => add(sum, p.logical), zero);
    const fits = meet(implied, total.implied);
    return { result: fits ? 'fits' : meet(logical, total.logical) ? 'near' : 'off', low: implied.low, high: implied.high };
  }
  const unit = (f: { value: number; rounding: number }): number => (exact || f.value < 1000 ? 1 : f.rounding);
  const finest = Math.min(...parts.map(unit));
  const sum = parts.reduce((s, p) => s + p.value, 0);
  const slack = finest === 1 ? 0 : (parts.length * finest) / 2;
  const gap = Math.abs(sum - total.value);
  return { result: gap <= slack ? 'fits' : gap <= slack + unit(total) / 2 ? 'near' : 'off', low: sum, high: sum };
}

/** Whether the implied interval is only the rounding of a bare number. */
function within(f: { readonly implied: Interval; readonly value: number }): boolean {
  return !f.implied.lowClosed && !f.implied.highClosed && Math.abs(f.implied.low + f.implied.high - 2 * f.value) < 1e-6;
}
