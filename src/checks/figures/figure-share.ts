import type { Analysis } from '../../analysis/model';
import { shift } from '../../base/span';
import { replace } from '../../findings/fixes';
import type { Fix } from '../../findings/finding';
import type { ShareMention } from '../../recognize/figures/shares';
import type { Told } from '../../recognize/figures/told';
import { defineCheck, type Report } from '../run/check';
import { percentLike, valueLike } from './figure-words';
import { quote, textOf } from '../wording/wording';

/** How far a fraction in words may be from what it stands for, in percentage points; hedged twice that. */
const WORDED = 5;
const HALF = 0.5;
/** A round number (“1,000”) is not taken to be wider than this share of it. */
const MOST = 0.05;

/** A percentage, fraction or “n of m” that its own numbers contradict; looks at one sentence at a time. */
export const figureShare = defineCheck({
  id: 'figure-share',
  group: 'figures',
  title: 'Share that its numbers contradict',
  severity: 'warning',
  options: {},
  look: 'block',
  *run(analysis: Analysis): Iterable<Report> {
    for (const block of analysis.document.blocks) {
      for (const share of analysis.factsOf(block).arithmetic.shares) {
        const report = judge(analysis, share, block.span.start);
        if (report) yield report;
      }
    }
  },
});

/** The values that a number may stand for: its rounding, or what its hedge implies. */
export function reach(number: Told): readonly [number, number] {
  if (number.hedged) return [number.implied.low, number.implied.high];
  const half = number.rounding > 1 || !Number.isInteger(number.value) ? Math.min(number.rounding / 2, MOST * number.value) : 0;
  return [number.value - half, number.value + half];
}

/** “Some 70 per cent” is meant less closely than “some 71”. */
function roundness(percent: number): number {
  return percent % 10 === 0 ? 10 : percent % 5 === 0 ? 5 : 1;
}

function judge(analysis: Analysis, mention: ShareMention, at: number): Report | undefined {
  const { part, whole, share } = mention;
  if (!(part.value > 0) || !(whole.value > 0) || part.value > whole.value * 1.5 || !Number.isFinite(part.value / whole.value)) return undefined;
  const [partLow, partHigh] = reach(part);
  const [wholeLow, wholeHigh] = reach(whole);
  const low = (100 * partLow) / wholeHigh;
  const high = wholeLow > 0 ? (100 * partHigh) / wholeLow : Infinity;
  const hedged = share.hedged || part.hedged || whole.hedged;
  const round = share.hedged ? roundness(share.percent) / 4 : 0;
  const slack = Math.max((share.worded ? WORDED : HALF * Math.min(share.rounding, 1)) * (hedged ? 2 : 1), share.worded ? 0 : round) + 1e-9;
  if (share.percent >= low - slack && share.percent <= high + slack) return undefined;
  const span = shift(mention.span, at);
  const claimed = shift(share.span, at);
  const written = textOf(analysis, claimed);
  const real = (100 * part.value) / whole.value;
  const shown = percentLike(real, written);
  const words = (told: Told): string => textOf(analysis, shift(told.number, at));
  return {
    span,
    message: share.worded && /\d/.test(written) === false
      ? `${words(part)} of ${words(whole)} is ${shown} per cent, not ${quote(written)}.`
      : whole.value === 100 && part.rounding === 10
        ? `${quote(words(part))} is ${shown} per cent, not ${percentLike(share.percent, written)}.`
        : `${words(part)} of ${words(whole)} is ${shown} per cent, not ${percentLike(share.percent, written)}.`,
    fixes: fixesOf(analysis, mention, at, real),
  };
}

function fixesOf(analysis: Analysis, { part, whole, share }: ShareMention, at: number, real: number): Fix[] {
  const fixes: Fix[] = [];
  const claimed = shift(share.span, at);
  const written = textOf(analysis, claimed);
  if (/^\d/.test(written)) {
    const text = written.replace(/^[\d.,]+/, percentLike(real, written));
    fixes.push(replace(`Change to ${quote(text)}`, claimed, text));
  }
  if (whole.value === 100 && part.rounding === 10) return fixes;
  for (const [number, value] of [[part, (whole.value * share.percent) / 100], [whole, (100 * part.value) / share.percent]] as const) {
    const place = shift(number.number, at);
    const own = textOf(analysis, place);
    if (!/\d/.test(own) || !Number.isFinite(value)) continue;
    // a bare number takes the magnitude of the one beside it
    const scale = /\d$/.test(own) && number.value >= 1e6 && Number(own.replace(/[^\d.]/g, '')) < 1e6 ? number.value / Number(own.replace(/[^\d.]/g, '')) : 1;
    const text = valueLike(value / scale, own);
    if (text !== own) fixes.push(replace(`Change ${quote(own)} to ${quote(text)}`, place, text));
  }
  return fixes;
}
