import type { Analysis } from '../../analysis/model';
import type { Span } from '../../base/span';
import { levelsOf, schemeOf } from '../../recognize/tradecraft/marking-words';
import type { MarkingMention, MarkingScheme } from '../../recognize/model';
import { factsOf } from '../run/facts';

/** What the note as a whole is marked: by its classification at the top, else by the line that opens it. */
export interface Classification {
  readonly text: string;
  readonly span: Span;
  readonly levels: MarkingMention['levels'];
  /** The scheme that is set, or that the words show. */
  readonly scheme?: MarkingScheme;
  readonly declared: boolean;
}

/** Markings at the head of the text, above anything else, are among the first so many blocks. */
const HEAD_BLOCKS = 2;

export function classificationOf(analysis: Analysis): Classification | undefined {
  const set = analysis.document.frontMatter?.entries.get('marking-scheme')?.value;
  const fixed = typeof set === 'string' && set !== 'none' ? analysis.profile.markingScheme : undefined;
  const entry = analysis.document.frontMatter?.entries.get('classification');
  if (entry && typeof entry.value === 'string' && entry.value.trim() !== '') {
    const text = entry.value.trim();
    const scheme = schemeFor(analysis, text, fixed);
    return { text, span: entry.valueSpan, levels: levelsOf(text), declared: true, ...(scheme ? { scheme } : {}) };
  }
  const banners = factsOf(analysis, 'markings').filter(({ mention }) => mention.place === 'banner');
  if (banners.length === 0) return undefined;
  const head = analysis.document.blocks[HEAD_BLOCKS]?.span.start ?? Infinity;
  for (const { mention, span } of banners) {
    if (span.start >= head) break;
    const text = analysis.document.addresses.slice(span.start, span.end);
    const scheme = schemeFor(analysis, text, fixed);
    return { text, span, levels: mention.levels, declared: false, ...(scheme ? { scheme } : {}) };
  }
  return undefined;
}

function schemeFor(analysis: Analysis, text: string, fixed: MarkingScheme | 'none' | undefined): MarkingScheme | undefined {
  if (fixed && fixed !== 'none') return fixed;
  const profile = analysis.profile.markingScheme;
  return schemeOf(text) ?? (profile && profile !== 'none' ? profile : undefined);
}
