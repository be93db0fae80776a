import type { Span } from '../../base/span';

/** Words right before or after a number that make it a total. */
export function isTotal(prose: string, number: Span): boolean {
  const before = prose.slice(Math.max(0, number.start - 28), number.start);
  const after = prose.slice(number.end, number.end + 60);
  return /\b(?:total of|totall?ing|in all|in total|altogether|all told|totals?)[,:]?\s+(?:of\s+)?(?:about|around|some|roughly|approximately|more than|over|nearly|almost|up to|just)?\s*$/i.test(before)
    || /^(?:\s+[\p{L}'’.-]+){0,3},?\s+(?:in all|in total|altogether|all told)\b/iu.test(after);
}
