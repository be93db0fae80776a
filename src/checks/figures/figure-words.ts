import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { action } from '../../findings/fixes';
import { lineOf, textOf } from '../wording/wording';

/** Hedge and number of a figure, absolute. */
export function amountSpan(analysis: Analysis, figure: ResolvedFigure): Span {
  return shift(figure.mention.amount, analysis.blockOf(figure).span.start);
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
