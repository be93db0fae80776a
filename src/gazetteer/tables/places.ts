import { phraseUnits } from '../../english/units';
import { wordsOf } from '../../english/phrases';
import { tableOf } from './table';

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]+$/u;

/** Names of states, and their adjectives. */
export const STATES = tableOf<'states', 'name' | 'adjective'>('states', 'states', function* (state) {
  yield [wordsOf(state.name), 'name'];
  for (const name of state.other_names) yield [wordsOf(name.name), 'name'];
  for (const adjective of state.adjectives) yield [wordsOf(adjective), 'adjective'];
});

const units = (text: string): string[] => phraseUnits(text).map(unit => unit.folded);

/** Places by any of their names; the value is 1 where the article is part of the name (the Ukraine). */
export const PLACES = tableOf<'places', 0 | 1>('places', 'places', function* (place) {
  for (const name of [place.name, ...place.variants.map(variant => variant.name)]) {
    if (LATIN.test(name)) yield [units(name), /^the /i.test(name) ? 1 : 0];
  }
});

/** Phrases in which a variant is right: they name no place. The value is the phrase. */
export const KEPT = tableOf<'places', string>('phrases kept', 'places', function* (place) {
  for (const phrase of place.keep) yield [units(phrase), phrase];
});

/** Labels of metonyms without their article; the value is 1 where there is one. */
export const METONYMS = tableOf<'metonyms', 0 | 1>('metonyms', 'metonyms', function* (metonym) {
  for (const label of metonym.labels) {
    const words = wordsOf(label);
    yield words[0] === 'the' ? [words.slice(1), 1] : [words, 0];
  }
});

/** Metonyms of a state. */
export const METONYMS_OF = tableOf<'metonyms', 0>('metonyms of states', 'metonyms', function* ({ state }) {
  if (state !== undefined) yield [[state], 0];
});

/** Words of a text in the letters in which they are written. */
export function writtenWords(text: string): readonly string[] {
  return text.match(/\p{L}+/gu) ?? [];
}

/** Names and adjectives of states as they are written, capitals and all. */
export const STATE_WORDS = tableOf<'states', 0>('written states', 'states', function* (state) {
  for (const name of new Set([state.name, ...state.adjectives])) if (/^[\p{L} '-]+$/u.test(name)) yield [writtenWords(name), 0];
});

/** Words of which the names of capitals consist. */
export const CAPITAL_WORDS = tableOf<'states', 0>('words of capitals', 'states', function* ({ capital }) {
  for (const word of new Set(capital === undefined ? [] : wordsOf(capital))) yield [[word], 0];
});
