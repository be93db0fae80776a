import { action } from '../../findings/fixes';
import { isPassedOn } from '../../recognize/quotations/quotations';
import { defineCheck, type Report } from '../run/check';
import { type QuotedWords, quotedWords } from './quoted-words';
import { lineOf } from '../wording/wording';

/** The same words attributed to two people, both by name. */
export const quoteAttributionConflict = defineCheck({
  id: 'quote-attribution-conflict',
  group: 'quotations',
  title: 'One quotation, two speakers',
  severity: 'warning',
  options: { minWords: 6 },
  *run(analysis, options): Iterable<Report> {
    const first = new Map<string, QuotedWords>();
    const told = new Set<string>();
    for (const said of quotedWords(analysis)) {
      if (said.words < options.minWords || !said.speaker?.named) continue;
      const before = first.get(said.key);
      if (!before) {
        first.set(said.key, said);
        continue;
      }
      if (isPassedOn(said.block, said.quotation, said.speaker.span)) continue;
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

/** “Smith” beside “Julianne Smith”: one speaker, whoever resolved the names. */
function sameFamily(a: string, b: string): boolean {
  const last = (name: string): string => name.split(/\s+/).pop()!.toLowerCase();
  return last(a) === last(b) && (!/\s/.test(a) || !/\s/.test(b));
}
