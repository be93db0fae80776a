import type { Analysis } from '../analysis/model';
import { overlaps, type Span } from '../base/span';
import { percentLike, valueLike } from '../checks/figures/figure-words';
import { listed } from '../checks/wording/wording';
import type { Block } from '../document/model';
import type { Told } from '../recognize/figures/told';
import type { CardRow } from './card';

/** What the sentence itself calculates with a number: the share it is held against, the parts of a total. Span relative to the block. */
export function arithmeticRows(analysis: Analysis, block: Block, number: Span): CardRow[] {
  const { shares, totals, dealt } = analysis.factsOf(block).arithmetic;
  const written = (told: Pick<Told, 'span'>): string => block.prose.slice(told.span.start, told.span.end).replace(/\s+/g, ' ');
  const rows: CardRow[] = [];
  const share = shares.find(s => overlaps(s.share.span, number) || overlaps(s.part.number, number) || overlaps(s.whole.number, number));
  if (share && share.whole.value > 0) {
    const percent = (100 * share.part.value) / share.whole.value;
    const claimed = block.prose.slice(share.share.span.start, share.share.span.end).replace(/\s+/g, ' ');
    rows.push({ label: 'Held against', value: `${written(share.part)} of ${written(share.whole)} is ${percentLike(percent, claimed)} per cent; the text says ${claimed}` });
  }
  const total = totals.find(t => overlaps(t.total.number, number) || t.parts.some(part => overlaps(part.number, number)));
  if (total) {
    const sum = total.parts.reduce((all, part) => all + part.value, 0);
    rows.push({ label: 'Parts', value: `${listed(total.parts.map(written))} add up to ${valueLike(sum, written(total.total))}; the whole is ${written(total.total)}` });
  }
  const whole = dealt.find(d => d.shares.some(s => overlaps(s.number, number)));
  if (whole) rows.push({ label: 'Shares', value: `${listed(whole.shares.map(written))}: ${percentLike(whole.shares.reduce((all, s) => all + s.value, 0), '0')} per cent together` });
  return rows;
}
