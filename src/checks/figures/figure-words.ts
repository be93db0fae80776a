import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { action } from '../../findings/fixes';
import { lineOf, textOf } from '../wording/wording';

/** Hedge and number of a figure, absolute. */
export function amountSpan(analysis: Analysis, figure: ResolvedFigure): Span {
  return shift(figure.mention.amount, analysis.blockOf(figure).span.start);
}

/** Kinds of figures that want a source and a date: people under arms, killed, displaced, in need. */
const SOURCED = new Set(['personnel', 'count:killed', 'count:displaced', 'count:refugee', 'count:in-need']);

export function needsSource({ mention }: ResolvedFigure): boolean {
  return SOURCED.has(mention.unit) && !(mention.unit.includes(':') && mention.noun !== undefined && (mention.part || mention.noun.each || mention.noun.option || mention.noun.limit || mention.noun.per !== undefined));
}

/** Number and noun of a figure, without the words before it. */
export function nounSpan(figure: ResolvedFigure): Span {
  const offset = figure.span.start - figure.mention.span.start;
  return { start: figure.mention.amount.start + offset, end: figure.span.end };
}

/** What a finding marks: the whole phrase where no number is written, else hedge and number. */
export function markedSpan(analysis: Analysis, figure: ResolvedFigure): Span {
  return figure.mention.vague ? figure.span : amountSpan(analysis, figure);
}

export function goTo(analysis: Analysis, title: string, span: Span): Fix {
  return action(`${title} (line ${lineOf(analysis, span.start)})`, { kind: 'go-to', span });
}

/** Puts the cursor behind a place, for what only the writer knows. */
export function cursorAfter(title: string, span: Span): Fix {
  return action(title, { kind: 'go-to', span: { start: span.end, end: span.end } });
}

/** A whole number with the separators of a sample: 110,000 beside ‘150,000’, 110 000 beside ‘150 000’. */
export function numberLike(value: number, sample: string): string {
  const text = String(Math.round(value));
  const separator = /\d([,.'’ \u00a0\u2009\u202f])\d{3}(?!\d)/.exec(sample)?.[1] ?? (/\d{4}/.test(sample) ? '' : ',');
  return text.length <= 3 ? text : text.replace(/\B(?=(\d{3})+$)/g, separator);
}

const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3], ['k', 1e3], ['million', 1e6], ['m', 1e6], ['mn', 1e6], ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12], ['tn', 1e12],
]);

/** A value as a sample is written: with its magnitude word and separators (“1.2 billion” beside “900 million”: “1,200 million”). */
export function valueLike(value: number, sample: string): string {
  const magnitude = /\d(\s?)(thousand|million|billion|trillion|bn|mn|tn|k|m)\b/i.exec(sample);
  const scale = magnitude ? MAGNITUDES.get(magnitude[2]!.toLowerCase())! : 1;
  const scaled = value / scale;
  const places = /\d\.\d/.test(sample) || magnitude && scaled < 100 && !Number.isInteger(scaled) ? 1 : 0;
  const rounded = Math.round(scaled * 10 ** places) / 10 ** places;
  const whole = Number.isInteger(rounded) ? numberLike(rounded, sample) : `${numberLike(Math.trunc(rounded), sample)}.${String(rounded).split('.')[1] ?? '0'}`;
  return magnitude ? `${whole}${magnitude[1]}${magnitude[2]}` : whole;
}

/** A share in per cent for a message: whole, or with one place where the text has one. */
export function percentLike(percent: number, sample: string): string {
  return /\d\.\d/.test(sample) || Math.abs(percent) < 1 ? String(Math.round(percent * 10) / 10) : String(Math.round(percent));
}

/** Another figure’s amount as it reads inside a sentence: capital letters of a sentence’s start taken back. */
export function amountText(analysis: Analysis, figure: ResolvedFigure, at: Span): string {
  return inPlace(textOf(analysis, markedSpan(analysis, figure)), textOf(analysis, at));
}

/** Writes words with the first letter’s case of those they replace. */
export function inPlace(words: string, replaced: string): string {
  const first = words.charAt(0);
  if (!/\p{L}/u.test(first) || /^\p{Lu}[\p{Lu}.]/u.test(words)) return words;
  const upper = /^\p{Lu}/u.test(replaced);
  return (upper ? first.toUpperCase() : first.toLowerCase()) + words.slice(1);
}
