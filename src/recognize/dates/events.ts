import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, EventMention } from '../model';
import { EVENTS } from '../../gazetteer/tables/meetings';
import { insideQuote } from '../quotations/quoted';

/** Recorded events named in one block, longest name first. */
export function recognizeEvents(text: BlockText, gazetteer: Gazetteer): EventMention[] {
  const index = gazetteer.table(EVENTS);
  const { atoms, atomIds } = text;
  const found: EventMention[] = [];
  for (let i = 0; i < atoms.length;) {
    const hit = index.follow(atomIds, i);
    const span = hit && { start: atoms[i]!.start, end: atoms[hit.end - 1]!.end };
    if (hit && span && !/[.;:!?()“”"]/.test(text.prose.slice(span.start, span.end))) {
      found.push({ span, events: [...new Set(hit.values.map(entry => entry.id))], quoted: text.block.quoted || insideQuote(text.block.quotes, span) });
      i = hit.end;
    } else i++;
  }
  return found;
}
