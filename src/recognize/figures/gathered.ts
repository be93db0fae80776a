import { contains, type Span } from '../../base/span';
import type { Sentence } from './figure-units';
import { belongs, joined, nearly, standsAlone, type BreakdownMention } from './totals';
import { isTotal } from './total-words';
import type { Term } from './terms';
import { scaleOf, told } from './told';

const SUBSET = /^(?:including|whom|which|them|counting)$/;
const CUE = /^(?:all|altogether|total|totals|totalling|totaling)$/;
const MANY = 40;

/** A total that comes after its parts and says so: “20 agreed, 6 abstained and 3 objected: in all 30 replies”. */
export function gatheredIn(sentence: Sentence, terms: readonly Term[], span: Span): BreakdownMention[] {
  const { prose, lexemes, words } = sentence;
  if (terms.length < 3 || terms.length > MANY || !words.some(w => CUE.test(w))) return [];
  const at = terms.findIndex((term, i) => i > 1 && !term.nothing && term.amount.hedge !== 'vague' && term.amount.cardinals.length === 1
    && isTotal(prose, { start: lexemes[term.amount.numberFrom]!.start, end: lexemes[term.amount.numberTo - 1]!.end }) && contains(span, { start: lexemes[term.amount.from]!.start, end: lexemes[term.to - 1]!.end }));
  if (at < 0) return [];
  const total = terms[at]!;
  const times = timesEach(sentence, terms.slice(0, at), total);
  if (times) return [times];
  const parts = partsBefore(sentence, terms.slice(0, at), total);
  return parts ? [{ total: told(sentence, total), parts: parts.map(part => told(sentence, part, part.unit ? 1 : scaleOf(part, total))), reading: 'all' }] : [];
}

/** “The two carriers embark some 70 aircraft each, 140 in all”: so many times one number. */
function timesEach(sentence: Sentence, before: readonly Term[], total: Term): BreakdownMention | undefined {
  const [holders, each] = before.slice(-2);
  if (!holders || !each || holders.nothing || each.nothing || holders.unit?.dimension !== 'count' || holders.amount.hedge !== 'bare' || !Number.isInteger(holders.amount.value) || holders.amount.value > 20) return undefined;
  const said = each.unit?.per === 'each' || each.unit?.per === 'apiece' || /^(?:each|apiece)$/.test(sentence.words[each.to] ?? '') || each.lead.each;
  if (!said || each.amount.cardinals.length > 1 || each.amount.hedge === 'vague' || total.unit && each.unit && total.unit.head !== each.unit.head) return undefined;
  return { total: told(sentence, total), parts: [told(sentence, each, holders.amount.value)], reading: 'all' };
}

function partsBefore(sentence: Sentence, before: readonly Term[], total: Term): Term[] | undefined {
  const { words } = sentence;
  let loose = false;
  const parts: Term[] = [];
  for (const part of before) {
    if (part.nothing) continue;
    if (part.amount.hedge === 'vague' || part.lead.increment || part.amount.cardinals.length > 1) return undefined;
    if (leads(sentence, part) || words.slice(parts.at(-1)?.to ?? 0, part.amount.from).some(w => SUBSET.test(w))) continue;
    const fits = belongs(total.unit, part.unit, 'list', part);
    if (fits === 'other') continue;
    if (fits === 'no' && total.unit !== undefined) return undefined;
    if (fits !== 'yes' || part.unit && part.unit.head !== (total.unit ?? parts[0]?.unit ?? part.unit).head) loose = true;
    if (part.unit === undefined && !standsAlone(sentence, part, words.length)) loose = true;
    parts.push(part);
  }
  if (parts.length < 2 || !parts.every((part, i) => i === 0 || joined(sentence, parts[i - 1]!, part))) return undefined;
  return loose && !nearly(total, parts) ? undefined : parts;
}

/** “Of 30 allies, …”: the whole that is divided, no part. */
function leads({ words }: Sentence, part: Term): boolean {
  const of = words[part.lead.from - 1] === 'of' ? part.lead.from - 1 : part.lead.from;
  return part.lead.of && (of === 0 || /^[,;:]$/.test(words[of - 1]!));
}
