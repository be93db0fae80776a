import type { Analysis } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import { replace } from '../../findings/fixes';
import type { ConversionMention } from '../../recognize/figures/conversions';
import { fromBase, toBase, type Measure } from '../../recognize/figures/lexicon/measures';
import { defineCheck, type Report } from '../run/check';
import { numberLike } from './figure-words';
import { quote, textOf } from '../wording/wording';

/** How far a hedged number may be off, as a share of it. */
const HEDGED = 0.05;

/** Two numbers for one measure, side by side, that do not convert; looks at one sentence at a time. */
export const figureConversion = defineCheck({
  id: 'figure-conversion',
  group: 'figures',
  title: 'Units that do not convert',
  severity: 'warning',
  options: {},
  look: 'block',
  *run(analysis: Analysis): Iterable<Report> {
    for (const block of analysis.document.blocks) {
      for (const conversion of analysis.factsOf(block).arithmetic.conversions) {
        const report = judge(analysis, conversion, block.span.start);
        if (report) yield report;
      }
    }
  },
});

function judge(analysis: Analysis, { span, first, second, written }: ConversionMention, at: number): Report | undefined {
  const other = fromBase(toBase(first.value, first.measure), second.measure);
  const back = fromBase(toBase(second.value, second.measure), first.measure);
  const step = first.measure.factor / second.measure.factor;
  const coarser = Math.max(first.rounding * step, second.rounding);
  const slack = first.hedged || second.hedged ? Math.max(HEDGED * Math.abs(other), coarser / 2) : coarser / 2;
  if (!Number.isFinite(other) || Math.abs(other - second.value) <= slack * 1.0001) return undefined;
  const [one, two] = [shift(written.first, at), shift(written.second, at)];
  const right = shown(analysis, other, second.measure, two);
  const left = shown(analysis, back, first.measure, one);
  return {
    span: shift(span, at),
    message: `${textOf(analysis, one)} is ${right}.`,
    fixes: [fix(analysis, two, other, right), fix(analysis, one, back, left)],
  };

  function fix(reading: Analysis, place: Span, value: number, title: string): ReturnType<typeof replace> {
    const own = textOf(reading, place);
    const text = own.replace(/^\D*?([\d][\d.,'’ \u00a0\u2009\u202f]*\d|\d)/u, number => number.replace(/[\d][\d.,'’ \u00a0\u2009\u202f]*/u, rounded(value, own)));
    return replace(`Change to ${quote(title)}`, place, text);
  }
}

/** A converted value with a unit's name, rounded as the other is written. */
function shown(analysis: Analysis, value: number, measure: Measure, place: Span): string {
  const own = textOf(analysis, place);
  const scale = magnitude(own);
  const number = rounded(value, own);
  const name = Math.abs(value / scale.factor - 1) < 1e-9 ? measure.names[0] : measure.names[1];
  return `${number}${scale.word}${name.startsWith('°') ? '' : ' '}${name}`;
}

function magnitude(own: string): { factor: number; word: string } {
  const found = /\d(\s?(?:thousand|million|billion|trillion|bn|mn))\b/i.exec(own);
  const factor = { thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 }[found?.[1]?.trim().toLowerCase() ?? ''] ?? 1;
  return { factor, word: found ? ` ${found[1]!.trim()}` : '' };
}

function rounded(value: number, own: string): string {
  const scaled = value / magnitude(own).factor;
  const places = Math.abs(scaled) < 10 ? 1 : 0;
  const text = String(Math.round(scaled * 10 ** places) / 10 ** places);
  return /\.\d/.test(text) ? text : numberLike(Number(text), own);
}
