import { interval, meet, type Interval } from '../../base/interval';

/** How a number is hedged: the rows of the table in spec 4.2. */
export type Hedge =
  | 'bare' | 'exactly' | 'about' | 'more-than' | 'at-least' | 'just-over' | 'nearly' | 'less-than' | 'up-to'
  | 'range' | 'about-range' | 'plus-minus' | 'vague';

/** The reading of a figure that comparing needs. */
export interface Reading {
  readonly implied: Interval;
  readonly logical: Interval;
}

/** Result of comparing two figures (spec 4.2); symmetric. */
export function compareFigures(a: Reading, b: Reading): 'compatible' | 'loose' | 'conflict' {
  if (meet(a.implied, b.implied)) return 'compatible';
  return meet(a.logical, b.logical) ? 'loose' : 'conflict';
}

/** 10 to the number of trailing zeros of a whole number; 1 for 0. */
export function roundingOf(value: number): number {
  let v = Math.round(value);
  if (v === 0 || !Number.isFinite(v)) return 1;
  let unit = 1;
  while (v % 10 === 0) {
    v /= 10;
    unit *= 10;
  }
  return unit;
}

const clamp = (x: number, low: number, high: number): number => Math.min(Math.max(x, low), high);

/**
 * Implied and logical interval of an expression (table of spec 4.2).
 * `percent` is the widest reach of “about”, in percent of the value (spec: 10). `exact`: a bare number is meant to the digit.
 */
export function intervalsOf(
  hedge: Hedge, value: number, rounding: number,
  more: { readonly second?: number; readonly secondRounding?: number; readonly vague?: readonly [number, number]; readonly exact?: boolean; readonly percent?: number; readonly share?: boolean } = {},
): Reading {
  const share = (more.percent ?? 10) / 100;
  const A = (v: number, u: number): number => clamp(u, Math.min(0.025, share) * v, share * v);
  const W = (v: number, u: number): number => Math.max(0.1 * v, Math.min(u, 0.5 * v));
  // A number written with decimals is rounded, also below 1,000, and so is a share in whole per cent
  const T = (v: number, u: number): number => {
    if (u < 1) return u / 2;
    if (more.share === true) return Math.min(u, 1) / 2;
    return v < 1000 || u === 1 ? 0 : Math.min(u / 2, 0.1 * v);
  };
  const same = (x: Interval): Reading => ({ implied: x, logical: x });
  const second = more.second ?? value;
  const secondRounding = more.secondRounding ?? roundingOf(second);
  switch (hedge) {
    case 'exactly': return same(interval(value, value));
    case 'bare': {
      const t = more.exact === true ? 0 : T(value, rounding);
      if (t === 0) return same(interval(value, value));
      return { implied: interval(value - t, value + t, false, false), logical: interval(value - 2 * t, value + 2 * t, false, false) };
    }
    case 'about': {
      const a = A(value, rounding);
      return { implied: interval(value - a, value + a, false, false), logical: interval(value - 2 * a, value + 2 * a, false, false) };
    }
    case 'more-than':
      return { implied: interval(value, value + W(value, rounding), false, true), logical: interval(value, Infinity, false, false) };
    case 'at-least':
      return { implied: interval(value, value + W(value, rounding)), logical: interval(value, Infinity, true, false) };
    case 'just-over':
      return { implied: interval(value, value + A(value, rounding), false, true), logical: interval(value, value + W(value, rounding), false, true) };
    case 'nearly': {
      const a = A(value, rounding);
      return { implied: interval(value - a, value, true, false), logical: interval(value - 2 * a, value) };
    }
    case 'less-than':
      return { implied: interval(value - W(value, rounding), value, true, false), logical: interval(0, value, true, false) };
    case 'up-to':
      return { implied: interval(value - W(value, rounding), value), logical: interval(0, value) };
    case 'range':
      return { implied: interval(value, second), logical: interval(value - T(value, rounding), second + T(second, secondRounding)) };
    case 'about-range': {
      const low = A(value, rounding);
      const high = A(second, secondRounding);
      return { implied: interval(value - low, second + high), logical: interval(value - 2 * low, second + 2 * high) };
    }
    case 'plus-minus': return same(interval(value - second, value + second));
    case 'vague': {
      const [low, high] = more.vague ?? [value, value];
      return { implied: interval(low, high, true, false), logical: interval(0.9 * low, Infinity, true, false) };
    }
  }
}
