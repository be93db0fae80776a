import type { Analysis } from '../../analysis/model';
import { action } from '../../findings/fixes';
import type { MarkingMention, MarkingScheme } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf } from '../run/facts';
import { classificationOf } from './marking-words';
import { textOf } from '../wording/wording';

/** (A), (B), (D) … before other paragraphs: letters that number, among which (C) is no marking. */
const NUMBERING = /^\s*[([](?:A|B|D|E|a|b)[)\]]\s/;
const SCHEMES: readonly MarkingScheme[] = ['tlp', 'uk', 'nato', 'us'];

/** A portion or a banner above the level of the note. Only what is written is compared; nothing is classified. */
export const markingPortionExceeds = defineCheck({
  id: 'marking-portion-exceeds',
  group: 'tradecraft',
  title: 'Marking above that of the note',
  severity: 'error',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const note = classificationOf(analysis);
    if (!note) return;
    let numbered: boolean | undefined;
    for (const { mention, span, block } of factsOf(analysis, 'markings')) {
      if (mention.place === 'text' && !/^\s*[([]?TLP/.test(block.prose)) continue;
      if (span.start <= note.span.start && !note.declared) continue;
      if (!exceeds(mention, note.levels, note.scheme) || block.quoted) continue;
      if (mention.place === 'portion' && /[([]C[)\]]/.test(textOf(analysis, span))) {
        numbered ??= analysis.document.blocks.some(b => NUMBERING.test(b.prose));
        if (numbered) continue;
      }
      const written = textOf(analysis, span);
      const what = mention.place === 'portion' ? `This paragraph is marked ${written}` : `This line is marked ${written}`;
      yield {
        span,
        message: `${what}; the document is ${note.text}.`,
        related: [{ span: note.span, message: 'Marked here' }],
        fixes: [action('Go to the marking of the document', { kind: 'go-to', span: note.span })],
      };
    }
  },
});

/** Above the note's level in a scheme that both have; the note's own scheme decides where it is known. */
function exceeds(mention: MarkingMention, levels: MarkingMention['levels'], scheme: MarkingScheme | undefined): boolean {
  const higher = (s: MarkingScheme): boolean | undefined => {
    const own = levels[s];
    const other = mention.levels[s];
    return own === undefined || other === undefined ? undefined : other > own;
  };
  if (scheme && levels[scheme] !== undefined) return higher(scheme) === true;
  const all = SCHEMES.map(higher).filter(h => h !== undefined);
  return all.length > 0 && all.every(Boolean);
}
