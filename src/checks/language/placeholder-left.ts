import type { Analysis } from '../../analysis/model';
import { shift } from '../../base/span';
import { action } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { factsOf } from '../run/facts';
import { quote, textOf } from '../wording/wording';

/** To be confirmed, to be decided: said on purpose, for the time being. */
const FOR_NOW = new Set(['TBC', 'TBD']);

/** Something still to be filled in. */
export const placeholderLeft = defineCheck({
  id: 'placeholder-left',
  group: 'language',
  title: 'Gap left to fill',
  severity: 'warning',
  options: { words: ['TK', 'TKTK', 'XX', 'XXX', 'TBC', 'TBD'] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    const words = new Set(options.words);
    for (const { mention, span } of factsOf(analysis, 'placeholders')) {
      if (mention.quoted) continue;
      if (mention.word !== undefined && !words.has(mention.word) && !(mention.word.startsWith('XXX') && words.has('XXX'))) continue;
      yield report(analysis, span, mention.word !== undefined && FOR_NOW.has(mention.word));
    }
    yield* further(analysis, words);
  },
});

function report(analysis: Analysis, span: Report['span'], forNow: boolean): Report {
  const words = textOf(analysis, span);
  return {
    span,
    ...(forNow ? { severity: 'information' as const } : {}),
    message: forNow ? `${quote(words)}: still to be confirmed.` : `${quote(words)} is still to be filled in.`,
    fixes: [action('Go there', { kind: 'go-to', span })],
  };
}

const RECOGNISED = new Set(['TK', 'TKTK', 'XX', 'XXX', 'TBC', 'TBD']);

/** Words that the writer's settings add, as whole words in their letter case. */
function* further(analysis: Analysis, words: ReadonlySet<string>): Iterable<Report> {
  const own = new Set([...words].filter(w => !RECOGNISED.has(w)));
  if (own.size === 0) return;
  for (const block of analysis.document.blocks) {
    for (const token of analysis.factsOf(block).tokens) if (own.has(token.text)) yield report(analysis, shift(token, block.span.start), false);
  }
}
