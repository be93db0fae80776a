import type { Analysis, ResolvedFigure } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { replace } from '../../findings/fixes';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Estimate, Id } from '../../gazetteer/model';
import { ESTIMATES } from '../../gazetteer/tables/figures';
import { readAmount } from '../../recognize/figures/numbers';
import { defineCheck, type Report, sight, sightOfText } from '../run/check';
import { amountSpan } from './figure-words';
import { date, quote, recordOf, textOf } from '../wording/wording';

const DECIMAL_COMMA = /(?<![\d.,])\d{1,3},\d{1,2}(?=\s?(?:million|billion|trillion|bn|mn|per cent|percent|%)(?![\p{L}]))/gu;
const DECIMAL_POINT = /(?<![\d.,])\d+\.\d{1,2}\s?(?:million|billion|trillion|bn|mn|per cent|percent|%)/;
/** “15.000 people”: a thousand where the rest of the text groups with commas. */
const POINTED = /(?<![\d.,$€£¥])\d{1,3}\.000(?=\s\p{Ll}{3,})/gu;
const GROUPED = /(?<![\d.,])\d{1,3},\d{3}(?![\d,])/;
const LAKHS = /(?<![\d.,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])/g;
const SOUTH_ASIAN = /\b(?:lakhs?|crores?|Rs\.?|INR)\b|₹/;
const MEASURED = /^\s(?:per|percent|point|points|seconds|metres|meters|miles|km|kg|grams|inches|feet|version|litres|hours|degrees)/;
/** A force above this many times the armed forces of its side is not to be believed. */
const TIMES = 3;

/** A number whose magnitude word, separator or size cannot be. Separators are keyed by the whole document, sizes by side. */
export const figureMagnitude = defineCheck({
  id: 'figure-magnitude',
  group: 'figures',
  title: 'Magnitude that cannot be',
  severity: 'information',
  options: {},
  *run(analysis): Iterable<Report> {
    const written = analysis.seen(separators);
    const points = written.find(w => w.kind === 'point');
    const commas = written.some(w => w.kind === 'grouped');
    const asian = written.some(w => w.kind === 'asian');
    for (const { kind, block } of written) {
      if (kind === 'comma' && points) yield* decimals(analysis, block, points.sample);
      if (kind === 'pointed' && commas) yield* pointed(analysis, block);
      if (kind === 'lakhs' && !asian && commas) yield* lakhs(analysis, block);
    }
    yield* analysis.seen(beyondBelief);
  },
});

/** What each block shows of how the document writes numbers: a sample of it. */
const separators = sightOfText(function* (block) {
  const { prose } = block;
  if (!/\d/.test(prose)) return;
  for (const [kind, pattern] of SEPARATORS) {
    const sample = prose.match(pattern)?.[0];
    if (sample !== undefined) yield { kind, block, sample };
  }
});

const SEPARATORS = [
  ['point', DECIMAL_POINT], ['comma', DECIMAL_COMMA], ['pointed', POINTED], ['grouped', GROUPED], ['lakhs', LAKHS], ['asian', SOUTH_ASIAN],
] as const;

/** Forces that no side has, each by itself. */
const beyondBelief = sight(function* (analysis, _block): Iterable<Report> {
  for (const figure of analysis.figures) {
    const report = tooMany(analysis, figure);
    if (report) yield report;
  }
});

function place(block: Block, match: RegExpMatchArray): Span {
  return shift({ start: match.index!, end: match.index! + match[0].length }, block.span.start);
}

function* decimals(analysis: Analysis, block: Block, sample: string): Iterable<Report> {
  for (const match of block.prose.matchAll(DECIMAL_COMMA)) {
    const span = place(block, match);
    const text = match[0].replace(',', '.');
    yield {
      span, message: `${quote(textOf(analysis, span))}: the rest of this note writes ${quote(/^[\d.]+/.exec(sample)![0])}. Is ${text} meant?`,
      fixes: [replace(`Change to ${quote(text)}`, span, text)],
    };
  }
}

function* pointed(analysis: Analysis, block: Block): Iterable<Report> {
  for (const match of block.prose.matchAll(POINTED)) {
    if (MEASURED.test(block.prose.slice(match.index + match[0].length))) continue;
    const span = place(block, match);
    const text = match[0].replace('.', ',');
    yield {
      span, message: `${quote(textOf(analysis, span))} may be read as ${Number(match[0])}: the rest of this note groups thousands with commas. Is ${text} meant?`,
      fixes: [replace(`Change to ${quote(text)}`, span, text)],
    };
  }
}

function* lakhs(analysis: Analysis, block: Block): Iterable<Report> {
  for (const match of block.prose.matchAll(LAKHS)) {
    const span = place(block, match);
    const text = match[0].replace(/,/g, '').replace(/\B(?=(\d{3})+$)/g, ',');
    yield {
      span, message: `${quote(textOf(analysis, span))} is grouped as in South Asia; the rest of this note is not. Is ${text} meant?`,
      fixes: [replace(`Change to ${quote(text)}`, span, text)],
    };
  }
}

/** Strengths of the armed forces of a side on record: its personnel with no place. */
function strengthsOf(gazetteer: Gazetteer, side: Id): readonly Estimate[] {
  return gazetteer.table(ESTIMATES).exact([side, 'personnel']).map(({ id }) => gazetteer.estimate(id)!)
    .filter(e => e.scope === undefined && (e.component ?? 'total') === 'total' && (e.status ?? 'actual') === 'actual');
}

/** “Estonia has 72,000 soldiers”: more than three times what its armed forces have. */
function tooMany(analysis: Analysis, figure: ResolvedFigure): Report | undefined {
  const { mention } = figure;
  if (mention.unit !== 'personnel' || mention.status !== 'actual' || mention.part || mention.vague || figure.tabular || mention.component !== 'total' || mention.kind !== undefined) return undefined;
  if (figure.force === undefined || figure.inherited || mention.force?.explicit !== true || mention.noun?.each === true || mention.noun?.limit === true) return undefined;
  const day = analysis.judging?.day;
  if (day === undefined) return undefined;
  const known = strengthsOf(analysis.gazetteer, figure.force);
  if (known.length === 0) return undefined;
  const nearest = known.reduce((best, e) => (Math.abs(e.date.earliest - day) < Math.abs(best.date.earliest - day) ? e : best));
  const amount = readAmount(nearest.value);
  if (!amount || mention.implied.low <= TIMES * amount.implied.high) return undefined;
  const span = amountSpan(analysis, figure);
  return {
    span,
    message: `${quote(textOf(analysis, span))} is more than ${TIMES} times the armed forces of this side: ${nearest.value} (${nearest.attribution}, ${date(analysis, nearest.date)}; ${recordOf(analysis, nearest.sources, nearest)}).`,
  };
}
