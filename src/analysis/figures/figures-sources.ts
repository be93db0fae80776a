import { once } from '../../base/once';
import type { Block } from '../../document/model';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import { lex } from '../../recognize/figures/figure-lex';
import { figureIndex } from '../../recognize/figures/figure-parties';
import type { Ground } from '../model';

/** A citation in the source text: a footnote’s mark, a numbered reference, a link. */
const CITATION = /\[\^[^\]\s]+\]|\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]|\]\([^)\s]+\)|\]\[[^\]]+\]|<sup>|https?:\/\//;
const SOURCE_LINE = /^\s*(?:\*|_)*sources?\b\s*[:.–—-]/i;
/** An attribution that speaks for its paragraph: not one that only closes a quotation. */
const GENERAL = /\baccording to ([^,;.()]{2,60})/i;
const STATED = /(?:^|[.!?]\s+|,\s+)((?:[\p{L}][\p{L}.’'-]*\s+){1,7}?)(?:estimates?|estimated|assess(?:es|ed)?|reckons?|calculates?|counts|counted|says? that|said that|reports? that|reported that|believes? that|puts? (?:the|its|their)\b|announced that|claims? that|claimed that)(?=\s)/u;

/** Whether the paragraph cites a source: footnote, reference or link, or it is itself a note or a caption with one. */
export function citedIn(ground: Ground, block: Block, index: number): boolean {
  const { addresses, blocks } = ground.document;
  if (block.kind === 'footnote') return true;
  if (ground.derivations.keep('cites', block, undefined, () => CITATION.test(addresses.slice(block.span.start, block.span.end)) || SOURCE_LINE.test(block.prose))) return true;
  const before = blocks[index - 1];
  return before !== undefined && before.kind === 'alt' && SOURCE_LINE.test(before.prose);
}

/** The “Source:” line directly after a paragraph, without its label. */
export function sourceLine(ground: Ground, index: number): string | undefined {
  const next = ground.document.blocks[index + 1];
  if (!next || next.kind === 'cell' || next.kind === 'heading' || !SOURCE_LINE.test(next.prose)) return undefined;
  return next.prose.replace(SOURCE_LINE, '').trim();
}

/** The source that a paragraph names for all it says, in its words; quotations are blanked first. */
export const generalAttribution = once(attributionIn);

function attributionIn(block: Block): string | undefined {
  let prose = block.prose;
  for (const quote of block.quotes) prose = prose.slice(0, quote.start) + '”'.padEnd(quote.end - quote.start, '”') + prose.slice(quote.end);
  const according = GENERAL.exec(prose);
  if (according) return according[1]!.trim();
  const stated = STATED.exec(prose);
  return stated ? stated[1]!.trim() : undefined;
}

const EMPTY = new Set(['the', 'a', 'an', 'of', 'to', 'by', 'senior', 'some', 'unnamed', 'two', 'several', 'top', 'its', 'their', 'for', 'and', 'official', 'officials', 'he', 'she', 'they', 'it', 'we']);

function wordsOf(source: string): Set<string> {
  const words = source.toLowerCase().replace(/[’']s\b/g, '').replace(/defense/g, 'defence').replace(/u\.s\.|united states|america(?:n)?s?\b|washington|pentagon/g, 'us').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(w => !EMPTY.has(w)).map(w => w.replace(/(?:ian|ine)$/, '').slice(0, 6)));
}

/** Whether two sources, in their words, may be one: all words of one are in the other. Unnamed ones may be any. */
export function sameSource(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size === 0 || second.size === 0) return true;
  const [small, large] = first.size <= second.size ? [first, second] : [second, first];
  for (const word of small) if (!large.has(word)) return false;
  return true;
}

const PENTAGON = /\b(?:the )?pentagon\b/gi;
const FREE_OF_STATE = /^(?:the|of|for|to|a|an|senior|top|mr|mrs|ms|former)$/;

/**
 * The words by which a source is known, whatever their order: articles left out, a state’s names and adjectives as one
 * (“Ukraine’s defence minister”, “the Ukrainian Minister of Defence”).
 */
export function sourceWords(source: string, gazetteer: Gazetteer): ReadonlySet<string> {
  const { states } = figureIndex(gazetteer);
  const words = lex(source.replace(PENTAGON, 'United States Department of Defense')).filter(l => l.kind !== 'mark').map(l => l.word);
  const found = new Set<string>();
  for (let i = 0; i < words.length; i++) {
    let length = Math.min(4, words.length - i);
    while (length > 0 && states.get(words.slice(i, i + length).join(' ')) === undefined) length--;
    const state = length > 0 ? states.get(words.slice(i, i + length).join(' ')) : undefined;
    if (state !== undefined) {
      found.add(state);
      i += length - 1;
    } else if (!FREE_OF_STATE.test(words[i]!)) found.add(words[i]!.replace(/^defense$/, 'defence').slice(0, 6));
  }
  return found;
}

/** Whether two sets of a source’s words are the same. */
export function equalWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || a.size !== b.size) return false;
  for (const word of a) if (!b.has(word)) return false;
  return true;
}
