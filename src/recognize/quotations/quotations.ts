import { fold } from '../../base/fold';
import type { Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { BlockText, QuotationMention } from '../model';

/** Fewer words than this are a phrase that anybody uses. */
const LEAST_WORDS = 6;
const WORDS = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu;
const PART = /[^.!?…]+(?:[.!?…]+(?!\s)[^.!?…\s][^.!?…]*)*/g;

/** Quotations of one block with the sentences in them, normalised: letter case, marks and punctuation do not count. */
export function recognizeQuotations(text: BlockText): QuotationMention[] {
  const { prose, block } = text;
  return block.quotes.map(quote => {
    const inside = prose.slice(quote.start + 1, quote.open ? quote.end : quote.end - 1);
    const parts: { span: { start: number; end: number }; key: string; words: number }[] = [];
    if (inside.length >= LEAST_WORDS * 2) {
      for (const m of inside.matchAll(PART)) {
        const words = [...m[0].matchAll(WORDS)].map(w => fold(w[0]).replace(/’/g, "'"));
        if (words.length < LEAST_WORDS) continue;
        const lead = m[0].length - m[0].trimStart().length;
        const start = quote.start + 1 + m.index + lead;
        parts.push({ span: { start, end: quote.start + 1 + m.index + m[0].trimEnd().length }, key: words.join(' '), words: words.length });
      }
    }
    return { span: { start: quote.start, end: quote.end }, open: quote.open, parts };
  });
}

/** “X, quoting Y, said …”, “read out”, “echoed her”: the words are passed on as another's. */
const PASSED_ON = /\b(?:quot(?:ed?|es|ing)|cit(?:ed?|es|ing)|repeat(?:s|ed|ing)?|echo(?:es|ed|ing)?|paraphras(?:ed|es|ing)|recall(?:s|ed|ing)?|read(?:s|ing)? (?:it |them |the [\p{L}]+ )?(?:out|aloud)|borrow(?:s|ed|ing)|in the words of|in (?:his|her|their) words|as \p{Lu}\S+(?: \p{Lu}\S+)? (?:said|put it))\b/u;

/** Whether the sentence of a quotation says that its words are passed on. Spans are of the document, `saying` that of the attribution. */
export function isPassedOn(block: Block, quotation: Span, saying?: Span): boolean {
  const at = block.span.start;
  const from = Math.min(quotation.start, saying?.start ?? quotation.start) - at;
  const sentence = block.sentences.find(s => s.start <= from && from < s.end);
  const until = Math.max(sentence?.end ?? 0, (saying?.end ?? 0) - at);
  return PASSED_ON.test(block.prose.slice(sentence?.start ?? 0, quotation.start - at)) || PASSED_ON.test(block.prose.slice(quotation.end - at, until));
}
