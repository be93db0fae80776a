import type { Analysis } from '../../analysis/model';
import type { Block } from '../../document/model';
import { edits } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { factsOf, isReference } from '../run/facts';
import { quote } from '../wording/wording';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '„': '“' };
/** Where the word is looked for that a mark is put after. */
const LONGEST_WORD = 80;
/** “…, she said” after which the quotation cannot go on. */
const SAID = /,(?=\s+(?:(?:she|he|they|it)\s+(?:said|says|told|added|wrote)|(?:said|says|added)\s+\p{L}|(?:\p{Lu}[\p{L}’'-]+\s+){1,4}(?:said|says|told|added)\b))/u;

/** A double quotation mark that nothing closes in its paragraph, unless the next paragraph opens with one. */
export const quoteUnbalanced = defineCheck({
  id: 'quote-unbalanced',
  group: 'quotations',
  title: 'Quotation that is never closed',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const { mention, span, block } of factsOf(analysis, 'quotations')) {
      const mark = block.prose[mention.span.start]!;
      if (!mention.open || !(mark in CLOSING) || block.quoted || block.kind === 'alt' || isReference(analysis, block)) continue;
      // a figure before it: inches
      if (mark === '"' && /\d/.test(block.prose[mention.span.start - 1] ?? '')) continue;
      // only now is it asked what follows: that reads the whole text
      const { blocks } = analysis.document;
      const next = blocks[blocks.indexOf(block) + 1];
      if (next && goesOn(block, next)) continue;
      const close = closeAfter(block, mention.span.start);
      yield {
        span: { start: span.start, end: span.start + 1 },
        message: 'This quotation is never closed; names after it are treated as quoted to the end of the paragraph.',
        fixes: close ? [edits(`Close after ${quote(close.after)}`, [{ span: { start: block.span.start + close.at, end: block.span.start + close.at }, text: CLOSING[mark]! }])] : [],
      };
    }
  },
});

/** Each paragraph of a long quotation opens with a mark and only the last one closes. */
function goesOn(block: Block, next: Block): boolean {
  return next.kind === block.kind && /^\s*["“„‘']/.test(next.prose);
}

/** Where the mark goes: before the attribution that follows, else at the end of the sentence. */
function closeAfter(block: Block, open: number): { at: number; after: string } | undefined {
  const { prose } = block;
  const sentence = block.sentences.find(s => s.end > open + 1) ?? { start: 0, end: prose.length };
  const words = prose.slice(open + 1, sentence.end);
  const said = SAID.exec(words);
  let at: number;
  if (said) at = open + 1 + said.index + 1;
  else {
    const full = /^\p{Lu}/u.test(words.trimStart());
    const trimmed = words.trimEnd();
    const stop = /(?<![.!?])[.!?]+$/.exec(trimmed);
    at = open + 1 + (stop && !full ? stop.index : trimmed.length);
  }
  const after = /([\p{L}\p{N}][\p{L}\p{N}’'-]*)[^\p{L}\p{N}]*$/u.exec(prose.slice(Math.max(open + 1, at - LONGEST_WORD), at))?.[1];
  return after ? { at, after } : undefined;
}
