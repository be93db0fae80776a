import { contains, type Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, PlaceMention } from '../model';
import { KEPT, PLACES } from '../../gazetteer/tables/places';
import { insideQuote } from '../quotations/quoted';

/** Recorded places, by any of their names; phrases in which another name is the right one (chicken Kiev) are passed over. */
export function recognizePlaces(text: BlockText, gazetteer: Gazetteer): PlaceMention[] {
  const names = gazetteer.table(PLACES);
  const keep = gazetteer.table(KEPT);
  const { units, unitIds } = text;
  const { speaker } = text.block;
  const mentions: PlaceMention[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit.token < 0 || (speaker && contains(speaker.span, unit))) continue;
    const kept = keep.follow(unitIds, i);
    if (kept && kept.values.some(({ value }) => isKept(value, text.prose.slice(unit.start, units[kept.end - 1]!.end)))) {
      i = kept.end - 1;
      continue;
    }
    const found = names.follow(unitIds, i);
    // The article of “the Ukraine” is part of the form and need not be a capital; the name has to be one.
    if (!found || !units[found.values[0]!.value === 1 ? Math.min(i + 1, found.end - 1) : i]!.capital) continue;
    const span: Span = { start: unit.start, end: units[found.end - 1]!.end };
    mentions.push({
      span,
      place: found.values[0]!.id,
      surface: text.prose.slice(span.start, span.end),
      quoted: text.block.quoted || insideQuote(text.block.quotes, span),
    });
    i = found.end - 1;
  }
  return mentions;
}

/** A phrase that is recorded in capitals throughout is kept only so (ODESSA); others are names of something else in any case but all lower. */
function isKept(phrase: string, written: string): boolean {
  return phrase === phrase.toUpperCase() ? written === phrase : written !== written.toLowerCase();
}
