import type { Analysis } from '../../analysis/model';
import { shift } from '../../base/span';
import type { List } from '../../document/model';
import { replace } from '../../findings/fixes';
import { namedCountsIn } from '../../recognize/figures/named-counts';
import { writeCount } from '../../recognize/figures/list-counts';
import { defineCheck, type Report, sight } from '../run/check';
import { factsOf } from '../run/facts';
import { quote, textOf } from '../wording/wording';

/** “three options:” before a list with another number of items. */
export const countListMismatch = defineCheck({
  id: 'count-list-mismatch',
  group: 'dates',
  title: 'Number of things announced and listed',
  severity: 'information',
  options: { prose: false },
  *run(analysis, options): Iterable<Report> {
    let lists: Lists | undefined;
    for (const { mention, span, block } of factsOf(analysis, 'listCounts')) {
      if (mention.quoted) continue;
      if (mention.listed !== undefined) {
        if (options.prose && mention.listed !== mention.count) yield report(analysis, span, mention.listed, 'thing');
        continue;
      }
      lists ??= new Lists(analysis);
      const items = lists.after(block.span.end);
      if (items !== undefined && items !== mention.count) yield report(analysis, span, items, 'item');
    }
    yield* analysis.seen(miscounted);
  },
});

/** Numbers with the names of those whom they count beside them, where these are more or fewer. */
const miscounted = sight(function* (analysis, block): Iterable<Report> {
  if (block.kind === 'cell' || block.kind === 'alt' || block.quoted) return;
  for (const sentence of block.sentences) {
    for (const mention of namedCountsIn(block.prose.slice(sentence.start, sentence.end))) {
      if (mention.named === mention.count) continue;
      const span = shift(mention.span, block.span.start + sentence.start);
      const said = textOf(analysis, span);
      const written = writeCount(mention.named, said);
      yield {
        span, message: `Says ${said.toLowerCase()}; ${writeCount(mention.named, 'one')} ${mention.noun} are named.`,
        fixes: [replace(`Change to ${quote(written)}`, span, written)],
      };
    }
  }
});

function report(analysis: Analysis, span: Report['span'], found: number, what: string): Report {
  const said = textOf(analysis, span);
  const written = writeCount(found, said);
  const where = what === 'item' ? `the list has ${writeCount(found, 'one')} item${found === 1 ? '' : 's'}` : `${writeCount(found, 'one')} ${found === 1 ? 'follows' : 'follow'}`;
  return { span, message: `Says ${quote(said)}; ${where}.`, fixes: [replace(`Change to ${quote(written)}`, span, written)] };
}

/** Lists by where they begin. */
class Lists {
  private readonly sorted: readonly List[];

  constructor(private readonly analysis: Analysis) {
    this.sorted = [...analysis.document.lists].sort((a, b) => a.span.start - b.span.start || a.depth - b.depth);
  }

  /** Items of the list that begins right after an address; `undefined` where something else follows, or the list goes on after a break. */
  after(address: number): number | undefined {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.span.start < address) low = middle + 1;
      else high = middle;
    }
    const list = this.sorted[low];
    const { addresses } = this.analysis.document;
    if (!list || !/^[*_\s>]{0,40}$/.test(addresses.between(address, list.span.start))) return undefined;
    for (let i = low + 1; i < this.sorted.length; i++) {
      const next = this.sorted[i]!;
      if (next.span.start < list.span.end) continue;
      // a second list close behind may go on counting: other marks, or a number above one
      const between = addresses.between(list.span.end, next.span.start);
      const goesOn = next.ordered && !/^[\s>]*1[.)]/.test(addresses.slice(next.span.start, next.span.start + 12));
      return between.trim() === '' || goesOn ? undefined : list.items;
    }
    return list.items;
  }
}
