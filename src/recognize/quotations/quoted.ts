import type { Span } from '../../base/span';
import type { Quote } from '../../document/model';

/** Whether the span lies inside one of the quotations. Both relative to the block. */
export function insideQuote(quotes: readonly Quote[], span: Span): boolean {
  return quotes.some(q => q.start <= span.start && span.end <= q.end);
}
