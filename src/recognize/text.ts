import type { Block } from '../document/model';
import { atomsOf, idsOf, wordsIn } from '../english/tokens';
import { unitsOf } from '../english/units';
import type { Vocabulary } from '../english/vocabulary';
import type { BlockText } from './model';

/** Reads the words of a block, for all recognizers. */
export function textOf(block: Block, vocabulary: Vocabulary): BlockText {
  const { prose } = block;
  const words = wordsIn(prose, block.sentences, vocabulary);
  const atoms = atomsOf(words.tokens);
  const units = unitsOf(prose, atoms);
  return { block, prose, ...words, atoms, atomIds: idsOf(atoms, words, vocabulary), units, unitIds: idsOf(units, words, vocabulary) };
}
