import type { Analysis } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import { action } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { factsOf } from '../run/facts';
import { lineOf, quote, textOf } from '../wording/wording';

/** To be confirmed, to be decided: said on purpose, for the time being. */
const FOR_NOW = new Set(['TBC', 'TBD']);

const RECOGNISED: readonly string[] = ['TK', 'TKTK', 'XX', 'XXX', 'TBC', 'TBD'];

/** Something still to be filled in. */
export const placeholderLeft = defineCheck({
  id: 'placeholder-left',
  group: 'language',
  title: 'Gap left to fill',
  severity: 'warning',
  inSources: true,
  options: { words: RECOGNISED },
  *run(analysis: Analysis, options): Iterable<Report> {
    const words = new Set(options.words);
    const gaps: Span[] = [];
    const forNow: Span[] = [];
    for (const { mention, span } of factsOf(analysis, 'placeholders')) {
      if (mention.quoted) continue;
      if (mention.word !== undefined && !words.has(mention.word) && !(mention.word.startsWith('XXX') && words.has('XXX'))) continue;
      (mention.word !== undefined && FOR_NOW.has(mention.word) ? forNow : gaps).push(span);
    }
    gaps.push(...further(analysis, words));
    gaps.sort((a, b) => a.start - b.start);
    if (gaps.length > 0) yield report(analysis, gaps, 'still to be filled in');
    if (forNow.length > 0) yield { ...report(analysis, forNow, 'still to be confirmed'), severity: 'information' };
  },
});

/** Most places that a message names; the others are behind it. */
const MOST_NAMED = 4;

/** One finding for all places: a note just begun has a dozen, and each alone says nothing new. */
function report(analysis: Analysis, spans: readonly Span[], state: string): Report {
  const [first, ...rest] = spans as [Span, ...Span[]];
  const words = quote(textOf(analysis, first));
  if (rest.length === 0) {
    return { span: first, message: state.endsWith('in') ? `${words} is ${state}.` : `${words}: ${state}.`, fixes: [action('Go there', { kind: 'go-to', span: first })] };
  }
  const named = [...new Set(spans.map(span => quote(textOf(analysis, span))))];
  const others = named.length > MOST_NAMED ? ' and others' : '';
  return {
    span: first,
    message: `${spans.length} places are ${state}: ${named.slice(0, MOST_NAMED).join(', ')}${others}.`,
    related: rest.map(span => ({ span, message: `${quote(textOf(analysis, span))} on line ${lineOf(analysis, span.start)}` })),
    fixes: [action('Go to the next one', { kind: 'go-to', span: rest[0]! })],
  };
}

/** Words that the writer's settings add, as whole words in their letter case. */
function* further(analysis: Analysis, words: ReadonlySet<string>): Iterable<Span> {
  const own = new Set([...words].filter(w => !RECOGNISED.includes(w)));
  if (own.size === 0) return;
  for (const block of analysis.document.blocks) {
    for (const token of analysis.factsOf(block).tokens) if (own.has(token.text)) yield shift(token, block.span.start);
  }
}
