import type { Analysis } from '../../analysis/model';
import { shift } from '../../base/span';
import { edits, replace } from '../../findings/fixes';
import type { Fix } from '../../findings/finding';
import { changesIn, type ChangeMention, type ChangeNumber } from '../../recognize/figures/figure-changes';
import { defineCheck, type Report } from '../run/check';
import { inPlace, numberLike, percentLike, valueLike } from './figure-words';
import { quote, textOf } from '../wording/wording';

/** How far a ratio may be from the one claimed: doubled, tripled, halved; with “nearly” or “about”. */
const OFF = 0.15;
const OFF_HEDGED = 0.25;
/** “More than doubled”: at least that, but for the rounding of its numbers. */
const OFF_OVER = 0.1;

const OPPOSITE: ReadonlyMap<string, string> = new Map(Object.entries({
  rose: 'fell', risen: 'fallen', rises: 'falls', rise: 'fall', rising: 'falling', grew: 'shrank', grown: 'shrunk', grows: 'shrinks', growing: 'shrinking', increased: 'decreased',
  increases: 'decreases', increase: 'decrease', increasing: 'decreasing', raised: 'lowered', expanded: 'shrank', climbed: 'dropped', jumped: 'dropped',
  fell: 'rose', fallen: 'risen', falls: 'rises', fall: 'rise', falling: 'rising', dropped: 'climbed', drops: 'climbs', shrank: 'grew', shrunk: 'grown', decreased: 'increased',
  decreases: 'increases', declined: 'rose', declines: 'rises', reduced: 'increased', cut: 'raised', lowered: 'raised',
}));

/** A change in words that its own numbers contradict. */
export const figureChange = defineCheck({
  id: 'figure-change',
  group: 'figures',
  title: 'Change that its numbers contradict',
  severity: 'warning',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const block of analysis.document.blocks) {
      for (const change of changesIn(block.prose, block.sentences)) {
        const report = judge(analysis, change, block.span.start);
        if (report) yield report;
      }
    }
  },
});

function judge(analysis: Analysis, change: ChangeMention, at: number): Report | undefined {
  const { from, to, by, direction, ratio, hedge } = change;
  const span = shift(change.span, at);
  const words = inPlace(textOf(analysis, span), 'A');
  const verb = shift(change.verb, at);
  const smaller = to.value < from.value && to.high <= from.low + 1e-9;
  const larger = to.value > from.value && to.low >= from.high - 1e-9;
  if ((direction === 'rise' && smaller) || (direction === 'fall' && larger)) {
    return {
      span,
      message: `${quote(words)}: the second number is ${smaller ? 'smaller' : 'larger'}. Are they in the right order?`,
      fixes: [swap(analysis, change, at), ...turn(analysis, verb)],
    };
  }
  if (ratio !== undefined && from.value > 0 && !from.hedged && !to.hedged) {
    const real = to.value / from.value / ratio;
    const slack = hedge === 'nearly' ? OFF_HEDGED : OFF;
    const off = hedge === 'over' ? (ratio > 1 ? real < 1 - OFF_OVER : real > 1 + OFF_OVER) : Math.abs(real - 1) > slack;
    if (off) {
      const times = Math.round((to.value / from.value) * 100) / 100;
      return { span, message: `${quote(words)}: from ${textOf(analysis, shift(from.span, at))} to ${textOf(analysis, shift(to.span, at))} is ${times} times.` };
    }
  }
  if (by && change.byKind !== 'same') return byShare(analysis, change, at, words);
  if (by && !by.hedged && !from.hedged && !to.hedged) {
    const [large, small] = from.value > to.value ? [from, to] : [to, from];
    const finest = Math.min(...[large, small, by].map(n => (n.value < 1000 ? 1 : n.rounding)));
    if (Math.abs(large.value - small.value - by.value) > (finest === 1 ? 0 : finest / 2)) {
      const written = shift(by.span, at);
      const difference = numberLike(large.value - small.value, textOf(analysis, written));
      return {
        span,
        message: `${quote(words)}: the difference is ${difference}, not ${textOf(analysis, written)}.`,
        fixes: [replace(`Change to ${difference}`, written, difference)],
      };
    }
  }
  return undefined;
}

/** “By 30 per cent, from 2,068 to 1,751”, “by a third”, “from 4 to 6 per cent, an increase of 2 per cent”. */
function byShare(analysis: Analysis, { span, from, to, by, byKind, kind }: ChangeMention, at: number, words: string): Report | undefined {
  if (!by || from.hedged || to.hedged) return undefined;
  if (!(from.value > 0) && !(from.value === 0 && kind === '%' && byKind === '%')) return undefined;
  const hedge = by.hedged ? 2 : 1;
  const difference = Math.abs(to.value - from.value);
  // “from $700 billion to $750 billion”: both are as close as the finer of the two
  const rounding = Math.min(from.rounding, to.rounding);
  const half = (n: ChangeNumber): number => (n.value < 1000 && Number.isInteger(n.value) ? 0 : Math.min(rounding / 2, 0.05 * n.value));
  const ratio = from.value > 0 ? (100 * difference) / from.value : Infinity;
  const reach = from.value > 0 ? (100 * (half(from) + half(to))) / from.value + ratio * (half(from) / from.value) : 0;
  const slack = (byKind === 'worded' ? 5 : Math.min(by.rounding, 1) / 2) * hedge + reach + 1e-9;
  const place = shift(by.span, at);
  const written = textOf(analysis, place);
  if (byKind === 'points') {
    if (kind !== '%' || Math.abs(by.value - difference) <= half(from) + half(to) + by.rounding / 2 * hedge + 1e-9) return undefined;
    return { span: shift(span, at), message: `${quote(words)}: that is ${percentLike(difference, '0.0')} percentage points.`, fixes: [replace(`Change to ${percentLike(difference, '0.0')}`, place, percentLike(difference, '0.0'))] };
  }
  if (Math.abs(by.value - ratio) <= slack) return undefined;
  if (kind === '%' && byKind === '%' && Math.abs(by.value - difference) <= half(from) + half(to) + 1e-9) {
    const rest = analysis.document.addresses.slice(place.end, place.end + 12);
    const unit = /^\s*(?:per cent|percent|%)/.exec(rest)?.[0] ?? '';
    const text = `${written} percentage point${by.value === 1 ? '' : 's'}`;
    return {
      span: shift(span, at), severity: 'information',
      message: `${quote(words)}: from ${textOf(analysis, shift(from.span, at))} to ${textOf(analysis, shift(to.span, at))} is ${percentLike(difference, '0.0')} percentage point${difference === 1 ? '' : 's'}${Number.isFinite(ratio) ? `, or ${percentLike(ratio, '0')} per cent. Which is meant?` : '.'}`,
      fixes: unit === '' ? [] : [replace(`Change to ${quote(text)}`, { start: place.start, end: place.end + unit.length }, text)],
    };
  }
  if (ratio > 1000) return undefined;
  const right = percentLike(ratio, written);
  const target = valueLike(to.value > from.value ? from.value * (1 + by.value / 100) : from.value * (1 - by.value / 100), textOf(analysis, shift(to.span, at)));
  return {
    span: shift(span, at),
    message: `${quote(words)}: that is ${right} per cent.`,
    fixes: byKind === 'worded' ? [] : [
      replace(`Change to ${quote(`${right} per cent`)}`, place, right),
      replace(`Change to ${quote(target)}`, shift(to.span, at), target),
    ],
  };
}

function swap(analysis: Analysis, change: ChangeMention, at: number): Fix {
  const [from, to] = [shift(change.from.span, at), shift(change.to.span, at)];
  return edits('Swap the numbers', [{ span: from, text: textOf(analysis, to) }, { span: to, text: textOf(analysis, from) }]);
}

function turn(analysis: Analysis, verb: { start: number; end: number }): Fix[] {
  const written = textOf(analysis, verb);
  const other = OPPOSITE.get(written.toLowerCase());
  if (other === undefined) return [];
  const text = inPlace(other, written);
  return [replace(`Change ${quote(written)} to ${quote(text)}`, verb, text)];
}
