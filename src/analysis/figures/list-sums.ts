import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { judgeSum, type SumJudgement } from '../../recognize/figures/judge-sum';
import { AMONG } from '../../recognize/figures/lexicon/words';
import type { FigureMention } from '../../recognize/model';
import type { Ground } from '../model';
import { cellAmount } from './figures-tables';

/** A total at the end of a paragraph, and the list under it that does not add up to it. */
export interface ListSum {
  readonly block: Block;
  /** The total's number, absolute. */
  readonly span: Span;
  readonly judgement: SumJudgement;
}

type Number = Pick<FigureMention, 'implied' | 'logical' | 'value' | 'rounding' | 'hedged'>;

/** “The ministry announces 1,000 aircraft:” with its parts as the items of a list. */
export function listSums(ground: Ground): ListSum[] {
  const { blocks } = ground.document;
  const found: ListSum[] = [];
  for (let i = 0; i + 1 < blocks.length; i++) {
    const block = blocks[i]!;
    const list = blocks[i + 1]!.item?.list;
    if (!list || block.item?.list === list || !block.prose.trimEnd().endsWith(':')) continue;
    const items: Block[] = [];
    for (let k = i + 1; k < blocks.length && blocks[k]!.item !== undefined; k++) if (blocks[k]!.item!.list === list) items.push(blocks[k]!);
    const total = totalOf(ground, block);
    const parts = total && partsOf(ground, items, total);
    if (!parts) continue;
    const judgement = judgeSum(total, parts);
    if (judgement.result === 'fits' || judgement.result === 'near' && [total, ...parts].some(n => n.hedged)) continue;
    found.push({ block, span: shift(total.number, block.span.start), judgement });
  }
  return found;
}

/** The one number of the sentence that ends with the colon, where it is a whole that may be broken down. */
function totalOf(ground: Ground, block: Block): FigureMention | undefined {
  const sentence = block.sentences.at(-1) ?? { start: 0, end: block.prose.length };
  const figures = ground.factsOf(block).figures.filter(f => f.span.start >= sentence.start);
  const words = block.prose.slice(sentence.start, sentence.end).toLowerCase().match(/\p{L}+/gu) ?? [];
  if (figures.length !== 1 || words.some(w => AMONG.has(w))) return undefined;
  const [total] = figures as [FigureMention];
  return total.noun && !total.vague && !total.part && !total.noun.each && !/^(?:share|points|duration)$/.test(total.noun.dimension) ? total : undefined;
}

/** A number of each item; `undefined` where one has none, or one of another dimension, or is as much as the whole. */
function partsOf(ground: Ground, items: readonly Block[], total: FigureMention): Number[] | undefined {
  const parts: Number[] = [];
  for (const item of items) {
    const figures = ground.factsOf(item).figures.filter(f => f.noun?.dimension === total.noun!.dimension);
    const cell = figures.length === 0 ? cellAmount(item.prose, ground.choices.aboutPercent) : undefined;
    const own: Number | undefined = figures[0] ?? (cell && !cell.percent ? { ...cell.amount, hedged: !/^(?:bare|exactly|range)$/.test(cell.amount.hedge) } : undefined);
    if (!own || figures[0]?.vague === true || own.value >= total.value || figures.length > 1 && !/^\W{0,3}\d/.test(item.prose)) return undefined;
    if (figures[0] && figures[0].noun!.dimension === 'money' && figures[0].noun!.kind !== total.noun!.kind) return undefined;
    parts.push(own);
  }
  return parts.length >= 2 ? parts : undefined;
}
