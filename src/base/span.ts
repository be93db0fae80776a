/** A half-open range of UTF-16 offsets: the one position currency of the engine. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function shift(s: Span, by: number): Span {
  return { start: s.start + by, end: s.end + by };
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** Index of the first that begins at or after an offset, by binary search: what is searched stands in the order of the text. */
export function firstFrom<T>(placed: readonly T[], offset: number, startOf: (one: T) => number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(placed[middle]!) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
