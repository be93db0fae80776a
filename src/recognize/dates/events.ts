import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, EventMention } from '../model';
import { EVENTS } from '../../gazetteer/tables/meetings';
import { foldedWords } from '../../english/phrases';
import { insideQuote } from '../quotations/quoted';
import type { Atom } from '../../english/tokens';

/** Recorded events named in one block, longest name first. */
export function recognizeEvents(text: BlockText, gazetteer: Gazetteer, atoms: readonly Atom[]): EventMention[] {
  const index = gazetteer.table(EVENTS);
  const words = foldedWords(atoms);
  const found: EventMention[] = [];
  for (let i = 0; i < words.length;) {
    const hit = index.longest(words, i);
    const span = hit && { start: atoms[i]!.start, end: atoms[hit.end - 1]!.end };
    if (hit && span && !/[.;:!?()“”"]/.test(text.prose.slice(span.start, span.end))) {
      found.push({ span, events: [...new Set(hit.values.map(entry => entry.id))], quoted: text.block.quoted || insideQuote(text.block.quotes, span) });
      i = hit.end;
    } else i++;
  }
  return found;
}
