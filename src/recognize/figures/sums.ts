import { add, interval, meet, type Interval } from '../../base/interval';
import { contains, type Span } from '../../base/span';
import { lex, type Lexeme } from './figure-lex';
import { MEASURE } from './figure-words';
import type { BlockText, FigureMention, SumMention } from '../model';
import { MAYBE_NUMBER, readAmountAt, type Amount } from './numbers';
import { insideQuote } from '../quotations/quoted';

const CUE = /\b(?:in all|altogether|in total|total of|totall?ing|totals?|all told|overall)\b/i;
const OPENS = /\b(?:made up of|comprising|comprises?|composed of|consisting of|consists of|broken down into)\b|:|—| – | - /i;
const SUBSET = /\b(?:including|of whom|of which|among them|of them|counting)\b[^,;:]*$/i;
const MANY = 40;

/** Stated totals with their parts, in one sentence each (spec 4.2, Sums). */
export function recognizeSums(text: BlockText, figures: readonly FigureMention[]): SumMention[] {
  const { prose, block } = text;
  if (!MAYBE_NUMBER.test(prose) || !(CUE.test(prose) || (figures.length > 2 && OPENS.test(prose)))) return [];
  const sums: SumMention[] = [];
  const sentences: readonly Span[] = block.sentences.length > 0 ? block.sentences : [{ start: 0, end: prose.length }];
  let from = 0;
  for (const span of sentences) {
    while (from < figures.length && figures[from]!.span.end <= span.start) from++;
    let to = from;
    while (to < figures.length && figures[to]!.span.start < span.end) to++;
    const own = figures.slice(from, to);
    const sentence = prose.slice(span.start, span.end);
    if (own.length > MANY) continue;
    const cued = CUE.test(sentence) ? cuedSum(text, span, own) : undefined;
    const sum = cued ?? openedSum(prose, span, own);
    if (sum) sums.push(sum);
  }
  return sums;
}

/** Words right before or after a number that make it a total. */
export function isTotal(prose: string, number: Span): boolean {
  const before = prose.slice(Math.max(0, number.start - 28), number.start);
  const after = prose.slice(number.end, number.end + 60);
  return /\b(?:total of|totall?ing|in all|in total|altogether|all told|totals?)[,:]?\s+(?:of\s+)?(?:about|around|some|roughly|approximately|more than|over|nearly|almost|up to|just)?\s*$/i.test(before)
    || /^(?:\s+[\p{L}'’.-]+){0,3},?\s+(?:in all|in total|altogether|all told)\b/iu.test(after);
}

function cuedSum(text: BlockText, span: Span, figures: readonly FigureMention[]): SumMention | undefined {
  const { prose } = text;
  const total = figures.find(f => isTotal(prose, f.number));
  if (total && !total.vague) {
    const same = figures.filter(f => f !== total && !f.vague && sameKind(f, total) && !SUBSET.test(prose.slice(span.start, f.span.start)) && !leads(prose, span, f));
    const before = same.filter(f => f.span.end <= total.span.start);
    const parts = before.length >= 2 ? before : same.filter(f => f.span.start >= total.span.end);
    if (parts.length >= 2) return { total, parts };
    return undefined;
  }
  return total || figures.length > 1 ? undefined : plainSum(text, span);
}

const sameKind = (part: FigureMention, total: FigureMention): boolean =>
  part.unit === total.unit && part.status === total.status && part.status !== 'denied' && !(part.force && total.force && part.force.id !== total.force.id && !part.force.explicit);

/** “Of 30 allies, …”: the whole that is divided, no part. */
function leads(prose: string, span: Span, figure: { readonly span: Span }): boolean {
  return /(?:^|[,;:]\s*)of\s+(?:the\s+|all\s+|its\s+)?$/i.test(prose.slice(span.start, figure.span.start));
}

/** Numbers of anything with a total said in words: “20 agreed, 6 abstained and 3 objected: in all 30 replies”. */
function plainSum(text: BlockText, span: Span): SumMention | undefined {
  const { prose } = text;
  const lexemes = lex(prose, span.start, span.end);
  const numbers: { figure: FigureMention; next: string }[] = [];
  let floor = 0;
  for (let i = 0; i < lexemes.length && numbers.length <= MANY; i++) {
    const amount = readAmountAt(lexemes, i, floor);
    if (!amount) continue;
    floor = amount.to;
    i = amount.to - 1;
    const next = lexemes[amount.to]?.word ?? '';
    if (!counts(lexemes, amount, next)) continue;
    numbers.push({ figure: plainFigure(text, lexemes, amount), next });
  }
  const total = numbers.find(n => isTotal(prose, n.figure.number));
  if (!total || numbers.length > MANY) return undefined;
  const parts = numbers.filter(n => n !== total && n.figure.span.end <= total.figure.span.start && !SUBSET.test(prose.slice(span.start, n.figure.span.start)) && !leads(prose, span, n.figure));
  // Things of different kinds are not added
  const nouns = new Set(parts.map(p => p.next).filter(w => w.endsWith('s') && !/^(?:is|was|has)$/.test(w)));
  if (parts.length < 2 || nouns.size > 1) return undefined;
  return { total: total.figure, parts: parts.map(p => p.figure) };
}

function counts(lexemes: readonly Lexeme[], amount: Amount, next: string): boolean {
  const before = lexemes[amount.from - 1]?.word ?? '';
  const cardinal = amount.cardinals[0]!;
  if (amount.hedge === 'vague' || amount.cardinals.some(c => c.fraction) || (MEASURE.has(next) && !/^(?:votes|seats)$/.test(next)) || /^[%/$€£–-]$/.test(next) || /^[$€£¥#]$/.test(before)) return false;
  if (cardinal.digits && !cardinal.grouped && cardinal.value >= 1900 && cardinal.value <= 2100) return false;
  return !/^(?:january|february|march|april|may|june|july|august|september|october|november|december|no|section|article|page|resolution|chapter)$/.test(before) && !(cardinal.value === 1 && !cardinal.digits);
}

function plainFigure(text: BlockText, lexemes: readonly Lexeme[], amount: Amount): FigureMention {
  const at = (from: number, to: number): Span => ({ start: lexemes[from]!.start, end: lexemes[to - 1]!.end });
  const span = at(amount.from, amount.to);
  return {
    span, amount: span, number: at(amount.numberFrom, amount.numberTo), surface: text.prose.slice(span.start, span.end), implied: amount.implied, logical: amount.logical,
    value: amount.value, rounding: amount.rounding, hedged: !/^(?:bare|exactly|range)$/.test(amount.hedge), vague: false, unit: '', status: 'actual', component: 'total', part: false,
    quoted: text.block.quoted || insideQuote(text.block.quotes, span),
  };
}

/** A total and then its parts: “100,000 troops: 60,000 in the west …”, “made up of”, “comprising”. */
function openedSum(prose: string, span: Span, figures: readonly FigureMention[]): SumMention | undefined {
  for (let i = 0; i + 2 < figures.length; i++) {
    const total = figures[i]!;
    const next = figures[i + 1]!;
    if (total.vague || total.part) continue;
    const between = prose.slice(total.span.end, next.span.start);
    const opener = OPENS.exec(between);
    // Only a place may stand between the total and its parts
    if (!opener || opener.index > 60 || /[,;]/.test(between.slice(0, opener.index))) continue;
    if (/[:—–-]/.test(opener[0]) && /[.;]/.test(between)) continue;
    const parts: FigureMention[] = [];
    for (const f of figures.slice(i + 1)) {
      if (f.unit !== total.unit || f.vague || f.status !== total.status) return undefined;
      if (SUBSET.test(prose.slice(total.span.end, f.span.start))) continue;
      parts.push(f);
    }
    const whole = { start: span.start, end: span.end };
    if (parts.length >= 2 && parts.every(p => contains(whole, p.span)) && distinctPlaces(parts)) return { total, parts };
  }
  return undefined;
}

/** Parts of one whole stand for different places or components; the same twice is an alternative, not a part. */
function distinctPlaces(parts: readonly FigureMention[]): boolean {
  const keys = parts.map(p => `${p.scope ?? ''}|${p.component}|${p.force?.id ?? ''}`);
  return new Set(keys).size === keys.length || keys.every(k => k.startsWith('|total'));
}

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
