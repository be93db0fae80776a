import { contains, type Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import type { BlockText, PlaceMention } from '../model';
import { unitsOf } from '../bodies/organization-index';
import { perGazetteer, PhraseIndex } from '../../english/phrases';
import { insideQuote } from '../quotations/quoted';
import { tokenize } from '../../english/tokens';

interface PlaceForm {
  readonly place: Id;
  readonly article: boolean;
}

interface PlaceIndex {
  readonly names: PhraseIndex<PlaceForm>;
  /** Phrases in which a variant is right: they name no place. */
  readonly keep: PhraseIndex<string>;
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]+$/u;

const indexOf = perGazetteer((gazetteer: Gazetteer): PlaceIndex => {
  const names = new PhraseIndex<PlaceForm>();
  const keep = new PhraseIndex<string>();
  const words = (text: string): string[] => unitsOf(text, tokenize(text, [])).map(unit => unit.folded);
  for (const place of gazetteer.data.records.places) {
    for (const name of [place.name, ...place.variants.map(variant => variant.name)]) {
      if (LATIN.test(name)) names.add(words(name), { place: place.id, article: /^the /i.test(name) });
    }
    for (const phrase of place.keep) keep.add(words(phrase), phrase);
  }
  return { names, keep };
});

/** Recorded places, by any of their names; phrases in which another name is the right one (chicken Kiev) are passed over. */
export function recognizePlaces(text: BlockText, gazetteer: Gazetteer): PlaceMention[] {
  const index = indexOf(gazetteer);
  const units = unitsOf(text.prose, text.tokens);
  const words = units.map(unit => unit.folded);
  const { speaker } = text.block;
  const mentions: PlaceMention[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    if (unit.token < 0 || (speaker && contains(speaker.span, unit))) continue;
    const kept = index.keep.longest(words, i);
    if (kept && kept.values.some(phrase => isKept(phrase, text.prose.slice(unit.start, units[kept.end - 1]!.end)))) {
      i = kept.end - 1;
      continue;
    }
    const found = index.names.longest(words, i);
    // The article of “the Ukraine” is part of the form and need not be a capital; the name has to be one.
    if (!found || !units[found.values[0]!.article ? Math.min(i + 1, found.end - 1) : i]!.capital) continue;
    const span: Span = { start: unit.start, end: units[found.end - 1]!.end };
    mentions.push({
      span,
      place: found.values[0]!.place,
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
