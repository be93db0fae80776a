import type { Span } from '../../base/span';
import type { Sentence } from './figure-units';
import { MEASURES, type Measure } from './lexicon/measures';
import type { Term } from './terms';
import { told, type Told } from './told';

/** Two numbers for one length, area, mass, volume or temperature. */
export interface ConversionMention {
  readonly span: Span;
  readonly first: Told & { readonly measure: Measure };
  readonly second: Told & { readonly measure: Measure };
  /** The second number with its unit. */
  readonly written: { readonly first: Span; readonly second: Span };
}

const CONVERTED = new Set(['length', 'area', 'mass', 'volume', 'temperature', 'speed']);

/** Numbers in two units side by side: in brackets, after a slash or “or”. */
export function conversionsIn(sentence: Sentence, terms: readonly Term[]): ConversionMention[] {
  const { words, lexemes } = sentence;
  const found: ConversionMention[] = [];
  for (let k = 0; k + 1 < terms.length; k++) {
    const [a, b] = [terms[k]!, terms[k + 1]!];
    const [x, y] = [a.unit?.measure, measureOf(a, b)];
    if (!y || !CONVERTED.has(y.dimension) || a.amount.cardinals.length > 1 || b.amount.cardinals.length > 1 || a.amount.hedge === 'vague' || b.amount.hedge === 'vague') continue;
    // “1,000 m (3,280 feet)”: what was read as a magnitude is the metre
    const metre = /\sm$/.test(words[a.amount.numberTo - 1] ?? '') && y.dimension === 'length' && !x;
    const first = metre ? MEASURES.get('m')! : x;
    if (!first || first.dimension !== y.dimension || first === y || a.unit?.per !== b.unit?.per) continue;
    const between = words.slice(metre ? a.amount.to : unitEnd(sentence, a), b.amount.from).join(' ');
    if (!/^(?:\(|\/|or|, or|\( (?:or|i\.e\.|some)|-|–)$/.test(between)) continue;
    const end = unitEnd(sentence, b);
    if (between.startsWith('(') && words[end] !== ')') continue;
    const one = told(sentence, a, metre ? 1e-6 : 1);
    const two = told(sentence, b);
    const firstSpan = { start: one.span.start, end: lexemes[(metre ? a.amount.to : unitEnd(sentence, a)) - 1]!.end };
    const secondSpan = { start: two.span.start, end: lexemes[end - 1]!.end };
    found.push({
      span: { start: firstSpan.start, end: secondSpan.end },
      first: { ...one, rounding: metre ? a.amount.rounding * 1e-6 : a.amount.rounding, measure: first }, second: { ...two, rounding: b.amount.rounding, measure: y },
      written: { first: firstSpan, second: secondSpan },
    });
    k++;
  }
  return found;
}

/** “200 tonnes, or 440,000 pounds”: beside a mass pounds are no money. */
function measureOf(a: Term, b: Term): Measure | undefined {
  const pounds = a.unit?.dimension === 'mass' && b.unit?.dimension === 'money' && b.unit.kind === 'GBP';
  return pounds ? MEASURES.get('lb') : b.unit?.measure;
}

/** Lexeme after the words of the unit itself: without a noun that goes with it. */
function unitEnd({ words }: Sentence, term: Term): number {
  const start = term.amount.to + (/^[-–—‐‑]$/.test(words[term.amount.to] ?? '') ? 1 : 0);
  for (let length = 3; length > 0; length--) if (MEASURES.has(words.slice(start, start + length).join(' '))) return start + length;
  return term.to;
}
