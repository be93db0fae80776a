import { wordsOf } from '../../english/phrases';
import type { Instrument } from '../model';
import { tableOf } from './table';

/** Names of two words and more. Resolutions are known by their numbers. */
function namesOf(instrument: Instrument): { readonly name: string; readonly words: readonly string[] }[] {
  if (instrument.kind === 'resolution') return [];
  return [instrument.name, ...instrument.aliases].map(name => ({ name, words: wordsOf(name) })).filter(({ words }) => words.length > 1);
}

/** Treaties, operations and packages by their names. */
export const INSTRUMENTS = tableOf<'instruments', 0>('instruments', 'instruments', function* (instrument) {
  for (const { words } of namesOf(instrument)) yield [words, 0];
});

/** Names of three words and more by their first word; the value is the name. */
export const INSTRUMENT_WORDS = tableOf<'instruments', string>('first words of instruments', 'instruments', function* (instrument) {
  for (const { name, words } of namesOf(instrument)) if (words.length > 2) yield [words.slice(0, 1), name];
});

/** Instruments of a body by their number. */
export const RESOLUTIONS = tableOf<'instruments', 0>('numbered instruments', 'instruments', function* ({ organization, number }) {
  if (organization !== undefined && number !== undefined) yield [[organization, number], 0];
});
