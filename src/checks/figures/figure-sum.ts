import { listSums } from '../../analysis/figures/list-sums';
import { tableSums } from '../../analysis/figures/figures-tables';
import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { meet } from '../../base/interval';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { replace } from '../../findings/fixes';
import { judgeSum, type SumJudgement } from '../../recognize/figures/judge-sum';
import { defineCheck, type Report, sight } from '../run/check';
import { countOn } from '../../analysis/records/bodies';
import type { BallotMention, DealtMention } from '../../recognize/figures/breakdowns';
import type { BreakdownMention } from '../../recognize/figures/totals';
import { goTo, numberLike, valueLike } from './figure-words';
import { listed, quote, textOf } from '../wording/wording';

/** Totals that their parts do not add up to, and parts greater than their whole (spec 4.2, Sums). */
export const figureSum = defineCheck({
  id: 'figure-sum',
  group: 'figures',
  title: 'Parts and total differ',
  severity: 'warning',
  /** `totalLabels`: labels of total rows and columns beside Total, Sum and All. */
  options: { totalLabels: [] as readonly string[] },
  *run(analysis, options): Iterable<Report> {
    yield* analysis.seen(inSentences);
    for (const sum of tableSums(analysis, options.totalLabels)) {
      const { judgement, written, span } = sum;
      const ends = judgement.low === judgement.high;
      const value = numberLike(judgement.low, written);
      const shown = ends ? `${sum.percent ? Math.round(judgement.low * 10) / 10 : value}` : `${value}-${numberLike(judgement.high, written)}`;
      const percent = sum.percent ? '%' : '';
      yield {
        span,
        severity: judgement.result === 'near' ? 'information' : 'warning',
        message: `The ${sum.along === 'column' ? 'rows' : 'columns'} add up to ${shown}${percent}, not ${written}${percent}.`,
        fixes: ends && !sum.percent ? [replace(`Change the total to ${value}`, span, value)] : [],
      };
    }
    for (const { span, judgement } of listSums(analysis)) yield underTotal(analysis, span, judgement);
  },
});

/** What is told of each block by itself. */
const inSentences = sight(function* (analysis, block): Iterable<Report> {
  const { totals, dealt, ballots } = analysis.factsOf(block).arithmetic;
  const at = block.span.start;
  const reports = [...totals.map(total => broken(analysis, total, at)), ...dealt.map(mention => overAll(mention, at)), ...ballots.map(ballot => overMembers(analysis, block, ballot))];
  for (const report of reports) if (report) yield report;
  yield* partsOverWhole(analysis);
});

/** A closed list beside a total that leaves out no more than this share of it was meant to be all. */
const LEFT_OUT = 0.1;

/** A total against the parts behind it; where they need not be all, only more than the whole is told. */
function broken(analysis: Analysis, { total, parts, reading }: BreakdownMention, at: number): Report | undefined {
  const judgement = judgeSum(total, parts);
  const full = reading === 'all';
  if (judgement.result === 'fits' || judgement.result === 'near' && [total, ...parts].some(p => p.hedged)) return undefined;
  const sum = parts.reduce((s, p) => s + p.value, 0);
  const near = judgement.result === 'near';
  const more = near && sum > total.value || parts.some(p => p.implied.low > total.implied.high) || judgement.low > total.implied.high && parts.every(p => p.value < total.value);
  const less = reading === 'listed' && judgement.high < total.implied.low && total.value - sum <= LEFT_OUT * total.value;
  if (!full && !more && !less) return undefined;
  const span = shift(total.span, at);
  const written = textOf(analysis, shift(total.number, at));
  const names = parts.map(p => textOf(analysis, shift(p.number, at)));
  const value = valueLike(sum, written);
  const over = !full && parts.find(p => p.implied.low > total.implied.high);
  return {
    span,
    severity: judgement.result === 'near' || less ? 'information' : 'warning',
    message: over
      ? `${quote(textOf(analysis, shift(over.number, at)))} is given as a part of ${quote(textOf(analysis, span))}, but is more.`
      : `${listed(names)} add up to ${value}, not ${written}.`,
    fixes: !/\d/.test(written) ? [] : [
      replace(`Change the total to ${value}`, shift(total.number, at), value),
      ...(full && parts.length === 2 ? parts.flatMap((part, i) => {
        const place = shift(part.number, at);
        const own = textOf(analysis, place);
        const right = total.value - parts[1 - i]!.value;
        return right > 0 && /\d/.test(own) ? [replace(`Change ${quote(own)} to ${quote(valueLike(right, own))}`, place, valueLike(right, own))] : [];
      }) : []),
    ],
  };
}

/** A total whose list stands under it. */
function underTotal(analysis: Analysis, span: Span, { result, low, high }: SumJudgement): Report {
  const written = textOf(analysis, span);
  const value = valueLike(low, written);
  const shown = low === high ? value : `between ${value} and ${valueLike(high, written)}`;
  return {
    span, severity: result === 'near' ? 'information' : 'warning', message: `The list adds up to ${shown}, not ${written}.`,
    fixes: low === high && /\d/.test(written) ? [replace(`Change the total to ${value}`, span, value)] : [],
  };
}

/** Shares of one whole above 100 per cent; each may be half a point off. */
function overAll({ span, shares }: DealtMention, at: number): Report | undefined {
  const sum = shares.reduce((s, share) => s + share.value, 0);
  if (sum <= 100 + 0.5 * shares.length) return undefined;
  return { span: shift(span, at), message: `These shares of one whole add up to ${Math.round(sum * 10) / 10} per cent.` };
}

/** More votes than the body named in the sentence had members on the day. */
function overMembers(analysis: Analysis, block: Block, { span, votes }: BallotMention): Report | undefined {
  const sentence = block.sentences.find(s => s.start <= span.start && span.start < s.end) ?? { start: 0, end: block.prose.length };
  const named = analysis.factsOf(block).organizations.filter(o => sentence.start <= o.span.start && o.span.end <= sentence.end);
  const bodies = named.flatMap(o => analysis.gazetteer.organization(o.organization) ?? []).filter(body => body.member_count.length > 0);
  const body = bodies[0];
  if (!body || !analysis.judging || bodies.some(b => b.id !== body.id)) return undefined;
  const count = countOn(analysis, body, analysis.judging)?.count;
  if (count === undefined || votes <= count) return undefined;
  return { span: shift(span, block.span.start), message: `These are ${votes} votes; the ${body.name} had ${count} members on the day.` };
}

const PART_OF = /\b(?:including|of whom|of which|of them|among them)\b[^.;:]*$/i;

/** “100,000 troops, including 150,000 in Belarus”, in one block. */
function* partsOverWhole(analysis: Analysis): Iterable<Report> {
  let whole: ResolvedFigure | undefined;
  for (const figure of analysis.figures) {
    if (figure.mention.unit.includes(':')) continue;
    const same = whole && whole.block === figure.block && whole.mention.unit === figure.mention.unit && !figure.tabular;
    if (!same) {
      whole = figure;
      continue;
    }
    const between = analysis.document.addresses.slice(whole!.span.end, figure.span.start);
    if (!figure.mention.part || whole!.mention.part || between.length > 120 || !PART_OF.test(between)) {
      whole = figure;
      continue;
    }
    if (figure.mention.value <= whole!.mention.value || meet(figure.mention.logical, whole!.mention.logical)) continue;
    const span = shift(figure.mention.number, analysis.blockOf(figure).span.start);
    yield {
      span,
      message: `${quote(textOf(analysis, figure.span))} is given as a part of ${quote(textOf(analysis, whole!.span))}, but is more. Is one of them for another day or place?`,
      related: [{ span: whole!.span, message: 'The whole.' }],
      fixes: [goTo(analysis, 'Go to the whole', whole!.span)],
    };
  }
}
