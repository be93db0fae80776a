import type { Analysis } from '../analysis/model';
import { action } from '../findings/fixes';
import { defineCheck, type Report } from './check';
import { type QuotedWords, quotedWords } from './quoted-words';
import { lineOf } from './wording';

/** The same words attributed to two people, both by name. */
export const quoteAttributionConflict = defineCheck({
  id: 'quote-attribution-conflict',
  group: 'quotations',
  title: 'One quotation, two speakers',
  severity: 'warning',
  options: { minWords: 6 },
  *run(analysis: Analysis, options): Iterable<Report> {
    const first = new Map<string, QuotedWords>();
    const told = new Set<string>();
    for (const said of quotedWords(analysis)) {
      if (said.words < options.minWords || !said.speaker?.named) continue;
      const before = first.get(said.key);
      if (!before) {
        first.set(said.key, said);
        continue;
      }
      if (passesOn(analysis, said)) continue;
      const pair = `${said.quotation.start}`;
      if (before.speaker!.id === said.speaker.id || sameFamily(before.speaker!.name, said.speaker.name) || told.has(pair)) continue;
      told.add(pair);
      yield {
        span: { start: Math.min(said.quotation.start, said.speaker.span.start), end: Math.max(said.quotation.end, said.speaker.span.end) },
        message: `This quotation is attributed to ${before.speaker!.name} on line ${lineOf(analysis, before.span.start)} and to ${said.speaker.name} here.`,
        related: [{ span: before.quotation, message: `Attributed to ${before.speaker!.name} here` }],
        fixes: [action('Go to the other', { kind: 'go-to', span: before.quotation })],
      };
    }
  },
});

/** “X, quoting Y, said …”, “read out”, “echoed her”: the words are passed on as another's. */
const PASSED_ON = /\b(?:quot(?:ed?|es|ing)|cit(?:ed?|es|ing)|repeat(?:s|ed|ing)?|echo(?:es|ed|ing)?|paraphras(?:ed|es|ing)|recall(?:s|ed|ing)?|read(?:s|ing)? (?:it |them |the [\p{L}]+ )?(?:out|aloud)|borrow(?:s|ed|ing)|in the words of|in (?:his|her|their) words|as \p{Lu}\S+(?: \p{Lu}\S+)? (?:said|put it))\b/u;

export function passesOn(analysis: Analysis, { quotation, speaker, block: index }: QuotedWords): boolean {
  const block = analysis.document.blocks[index]!;
  const at = block.span.start;
  const from = Math.min(quotation.start, speaker?.span.start ?? quotation.start) - at;
  const sentence = block.sentences.find(s => s.start <= from && from < s.end);
  const before = block.prose.slice(sentence?.start ?? 0, quotation.start - at);
  const after = block.prose.slice(quotation.end - at, Math.max(sentence?.end ?? 0, (speaker?.span.end ?? 0) - at));
  return PASSED_ON.test(before) || PASSED_ON.test(after);
}

/** “Smith” beside “Julianne Smith”: one speaker, whoever resolved the names. */
function sameFamily(a: string, b: string): boolean {
  const last = (name: string): string => name.split(/\s+/).pop()!.toLowerCase();
  return last(a) === last(b) && (!/\s/.test(a) || !/\s/.test(b));
}
