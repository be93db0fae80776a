/** A numeric interval whose ends may be open or closed (spec 4.2). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

export function interval(low: number, high: number, lowClosed = true, highClosed = true): Interval {
  return { low, high, lowClosed, highClosed };
}

/** Whether two intervals share a point: max of lows < min of highs, or equal with both touching bounds closed. */
export function meet(a: Interval, b: Interval): boolean {
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  if (low !== high) return low < high;
  const closed = [a, b].every(x => (x.low !== low || x.lowClosed) && (x.high !== high || x.highClosed));
  return closed;
}

export function add(a: Interval, b: Interval): Interval {
  return interval(a.low + b.low, a.high + b.high, a.lowClosed && b.lowClosed, a.highClosed && b.highClosed);
}
