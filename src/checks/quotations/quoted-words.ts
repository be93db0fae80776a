import type { Placed, ResolvedName } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { Attribution, QuotationMention } from '../../recognize/model';
import { type CheckView, sight } from '../run/check';
import { factsOf, isReference } from '../run/facts';

/** A sentence inside quotation marks with whom it is attributed to. */
export interface QuotedWords {
  readonly span: Span;
  /** The whole quotation with its marks. */
  readonly quotation: Span;
  readonly key: string;
  readonly words: number;
  readonly block: Block;
  readonly speaker?: Speaker;
}

export interface Speaker {
  /** The attribution's place: “Jens Stoltenberg said”. */
  readonly span: Span;
  /** Person's id, else the surname as written, folded. */
  readonly id: string;
  readonly name: string;
  /** Named here, not only meant by a pronoun. */
  readonly named: boolean;
}

/** Farther from its quotation than this, a verb of saying speaks of something else. */
const REACH = 90;
const PRONOUN = /^(?:he|she|they|it|we|I|you|who)$/i;

/** A quotation with what its attribution says. */
interface Quotation {
  readonly mention: QuotationMention;
  readonly span: Span;
  readonly block: Block;
  readonly attributed?: { readonly span: Span; readonly pronoun?: string; readonly name?: ResolvedName };
}

/** Quotations outside blockquotes, titles and sources. */
const quotations = sight(function* (analysis, block): Iterable<Quotation> {
  if (block.quoted || block.kind === 'heading' || block.kind === 'alt' || isReference(analysis, block)) return;
  const own = analysis.attributions.filter(a => !a.quoted);
  for (const { mention, span } of factsOf(analysis, 'quotations')) {
    const attribution = attributionOf(block.prose, mention, own);
    if (!attribution) {
      yield { mention, span, block };
      continue;
    }
    const { subject, pronoun } = attribution.mention;
    const words = block.prose.slice(subject.start, subject.end);
    const start = block.span.start + subject.start;
    const name = analysis.names.find(n => n.span.start === start);
    const by = pronoun || PRONOUN.test(words) ? { pronoun: words.toLowerCase() } : name ? { name } : {};
    yield { mention, span, block, attributed: { span: attribution.span, ...by } };
  }
});

/** Every quoted sentence outside blockquotes, titles and sources, in order, with its speaker where that is clear. */
export function quotedWords(analysis: CheckView): QuotedWords[] {
  const result: QuotedWords[] = [];
  let last: Speaker | undefined;
  let lastGender: string | undefined;
  for (const { mention, span, block, attributed } of analysis.seen(quotations)) {
    let speaker: Speaker | undefined;
    if (attributed?.pronoun !== undefined) {
      const { pronoun } = attributed;
      const fits = !lastGender || pronoun === 'they' || (lastGender === 'female') === (pronoun === 'she');
      if (last && fits) speaker = { ...last, span: attributed.span, named: false };
    } else if (attributed?.name) {
      const { name } = attributed;
      last = speaker = { span: attributed.span, id: name.person?.id ?? familyOf(name), name: name.person ? fullName(name) : name.mention.surface, named: true };
      lastGender = name.person?.gender;
    }
    for (const part of mention.parts) {
      result.push({ span: shift(part.span, block.span.start), quotation: span, key: part.key, words: part.words, block, ...(speaker ? { speaker } : {}) });
    }
  }
  return result;
}

function familyOf(name: ResolvedName): string {
  return name.mention.familyFolded;
}

function fullName(name: ResolvedName): string {
  return name.person!.name;
}

/** The verb of saying right after the quotation, else the one right before it, in the same sentence and with no other quotation between. */
function attributionOf(prose: string, quote: QuotationMention, here: readonly Placed<Attribution>[]): Placed<Attribution> | undefined {
  let before: Placed<Attribution> | undefined;
  for (const a of here) {
    if (a.mention.span.start >= quote.span.end) {
      const between = prose.slice(quote.span.end, a.mention.span.start);
      if (between.length <= REACH && !/[.!?]\s|[“"”;]/.test(between) && !/\.["”’]?$/.test(prose.slice(quote.span.start, quote.span.end))) return a;
      break;
    }
    if (a.mention.span.end <= quote.span.start) before = a;
  }
  if (!before) return undefined;
  const between = prose.slice(before.mention.span.end, quote.span.start);
  return between.length <= REACH && !/[.!?]\s|[“"”;]/.test(between) ? before : undefined;
}
