import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import type { BlockText, EventMention } from '../model';
import { foldedWords, perGazetteer, PhraseIndex } from '../../english/phrases';
import { insideQuote } from '../quotations/quoted';
import type { Atom } from '../../english/tokens';

/** Recorded events by their aliases, and by their names up to the first comma (“COP26, Glasgow”). */
const indexOf = perGazetteer((gazetteer: Gazetteer) => {
  const index = new PhraseIndex<Id>();
  for (const event of gazetteer.data.records.events) {
    const names = new Set([...event.aliases, event.name, event.name.split(',')[0]!].map(n => n.trim()));
    // one word alone is no name of a meeting, unless it is an acronym with a number (COP26)
    for (const name of names) if (/[\s-]/.test(name) || /\d/.test(name)) index.addPhrase(name, event.id);
  }
  return index;
});

/** Recorded events named in one block, longest name first. */
export function recognizeEvents(text: BlockText, gazetteer: Gazetteer, atoms: readonly Atom[]): EventMention[] {
  const index = indexOf(gazetteer);
  const words = foldedWords(atoms);
  const found: EventMention[] = [];
  for (let i = 0; i < words.length;) {
    const hit = index.longest(words, i);
    const span = hit && { start: atoms[i]!.start, end: atoms[hit.end - 1]!.end };
    if (hit && span && !/[.;:!?()“”"]/.test(text.prose.slice(span.start, span.end))) {
      found.push({ span, events: [...new Set(hit.values)], quoted: text.block.quoted || insideQuote(text.block.quotes, span) });
      i = hit.end;
    } else i++;
  }
  return found;
}
