import { fold } from '../base/fold';
import type { BlockText, QuotationMention } from './model';

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
