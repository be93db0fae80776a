import { replace } from '../../findings/fixes';
import { isPassedOn } from '../../recognize/quotations/quotations';
import { defineCheck, type Report } from '../run/check';
import { speakers } from '../run/facts';
import { type QuotedWords, quotedWords } from './quoted-words';
import { lineOf } from '../wording/wording';

/** The same quotation of the same speaker twice, outside the summary. */
export const quoteDuplicate = defineCheck({
  id: 'quote-duplicate',
  group: 'quotations',
  title: 'Quotation given twice',
  severity: 'hint',
  options: { minWords: 10 },
  *run(analysis, options): Iterable<Report> {
    const { document } = analysis;
    const first = new Map<string, QuotedWords>();
    // in a transcript people repeat each other's words, and their own
    if (analysis.seen(speakers).length > 0) return;
    let told = -1;
    for (const said of quotedWords(analysis)) {
      if (said.words < options.minWords || said.block.section.kind === 'summary') continue;
      const before = first.get(said.key);
      if (!before) {
        first.set(said.key, said);
        continue;
      }
      // by pronoun or by nobody: the same speaker unless another one is named
      if (before.speaker && said.speaker ? before.speaker.id !== said.speaker.id && !sharesFamily(before, said) : othersBeside(before, said)) continue;
      if (told === said.quotation.start || isPassedOn(said.block, said.quotation, said.speaker?.span)) continue;
      told = said.quotation.start;
      const block = said.block;
      const sentence = block.sentences.find(s => block.span.start + s.start <= said.quotation.start && said.quotation.end <= block.span.start + s.end);
      const whole = sentence && { start: block.span.start + sentence.start, end: block.span.start + sentence.end };
      const lead = whole && /\s*$/.exec(document.addresses.slice(block.span.start, whole.start))![0].length;
      yield {
        span: said.quotation,
        message: `This quotation already appears on line ${lineOf(analysis, before.span.start)}.`,
        related: [{ span: before.quotation, message: 'The same words here' }],
        // only a sentence that holds nothing else is taken out, not the only one of its paragraph
        fixes: whole && whole.start > block.span.start + 1 ? [replace('Remove', { start: whole.start - lead!, end: whole.end }, '')] : [],
      };
    }
  },
});

/** “…,” Yves Carrel said; “…,” said Yves Carrel: a speaker whose name no list has. */
const BESIDE = /^[\s,]*(?:(?:said|says|added|wrote|told reporters)\s+(?:\p{Lu}[\p{L}’'-]+\s+){0,3}(\p{Lu}[\p{L}’'-]+)|(?:\p{Lu}[\p{L}’'-]+\s+){0,3}(\p{Lu}[\p{L}’'-]+)\s+(?:said|says|added|wrote|told)\b)/u;

function familyOf({ block, quotation, speaker }: QuotedWords): string | undefined {
  if (speaker) return speaker.name.split(/\s+/).pop();
  const { prose, span } = block;
  const m = BESIDE.exec(prose.slice(quotation.end - span.start, quotation.end - span.start + 100));
  return m?.[1] ?? m?.[2];
}

function othersBeside(a: QuotedWords, b: QuotedWords): boolean {
  const [one, two] = [familyOf(a), familyOf(b)];
  return one !== undefined && two !== undefined && one.toLowerCase() !== two.toLowerCase() && !/^(?:He|She|They|It)$/.test(one) && !/^(?:He|She|They|It)$/.test(two);
}

function sharesFamily(a: QuotedWords, b: QuotedWords): boolean {
  const last = (name: string): string => name.split(/\s+/).pop()!.toLowerCase();
  return last(a.speaker!.name) === last(b.speaker!.name);
}
