import type { Analysis, Placed, ResolvedName } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { Attribution, QuotationMention } from '../../recognize/model';
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

/** Every quoted sentence outside blockquotes, titles and sources, in order, with its speaker where that is clear. */
export function quotedWords(analysis: Analysis): QuotedWords[] {
  const { attributions, names: resolved } = analysis;
  const quotations = factsOf(analysis, 'quotations');
  const known = memo.get(quotations);
  if (known?.attributions === attributions && known.names === resolved) return known.words;
  const result: QuotedWords[] = [];
  const byBlock = new Map<Block, Placed<Attribution>[]>();
  for (const a of attributions) {
    if (a.quoted) continue;
    const there = byBlock.get(a.block);
    if (there) there.push(a);
    else byBlock.set(a.block, [a]);
  }
  const names = new Map(resolved.map(n => [n.span.start, n]));
  let last: Speaker | undefined;
  let lastGender: string | undefined;
  for (const { mention, span, block } of quotations) {
    if (block.quoted || block.kind === 'heading' || block.kind === 'alt' || isReference(analysis, block)) continue;
    const attribution = attributionOf(block.prose, mention, byBlock.get(block) ?? []);
    let speaker: Speaker | undefined;
    if (attribution) {
      const at = block.span.start;
      const subject = block.prose.slice(attribution.mention.subject.start, attribution.mention.subject.end);
      if (attribution.mention.pronoun || PRONOUN.test(subject)) {
        const pronoun = subject.toLowerCase();
        const fits = !lastGender || pronoun === 'they' || (lastGender === 'female') === (pronoun === 'she');
        if (last && fits) speaker = { ...last, span: attribution.span, named: false };
      } else {
        const name = names.get(at + attribution.mention.subject.start);
        if (name) {
          speaker = { span: attribution.span, id: name.person?.id ?? familyOf(name), name: name.person ? fullName(name) : name.mention.surface, named: true };
          last = speaker;
          lastGender = name.person?.gender;
        }
      }
    }
    for (const part of mention.parts) {
      result.push({ span: shift(part.span, block.span.start), quotation: span, key: part.key, words: part.words, block, ...(speaker ? { speaker } : {}) });
    }
  }
  memo.set(quotations, { attributions, names: resolved, words: result });
  return result;
}

/** By the lists that they are read from, for the checks that share them. */
const memo = new WeakMap<object, { readonly attributions: Analysis['attributions']; readonly names: Analysis['names']; readonly words: QuotedWords[] }>();

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
