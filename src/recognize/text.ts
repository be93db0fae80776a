import type { Block } from '../document/model';
import { atomsOf, idsOf, wordsIn } from '../english/tokens';
import { unitsOf } from '../english/units';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { BlockText } from './model';
import { startsOf } from './starts';

/** Reads the words of a block, for all recognizers. */
export function textOf(block: Block, gazetteer: Gazetteer): BlockText {
  const { prose } = block;
  const { vocabulary } = gazetteer;
  const starts = startsOf(gazetteer);
  const words = wordsIn(prose, block.sentences, vocabulary);
  const atoms = atomsOf(words.tokens);
  const units = unitsOf(prose, atoms);
  const has = words.ids.reduce((bits, id) => bits | starts.of(id), 0);
  return { block, prose, ...words, has, atoms, atomIds: idsOf(atoms, words, vocabulary), units, unitIds: idsOf(units, words, vocabulary) };
}
