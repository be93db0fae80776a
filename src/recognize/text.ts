import type { Block } from '../document/model';
import { atomsOf, idsOf, wordsIn } from '../english/tokens';
import { unitsOf } from '../english/units';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { BlockText } from './model';
import { hasIn, startsOf } from './starts';

/** Reads the words of a block, for all recognizers. */
export function textOf(block: Block, gazetteer: Gazetteer): BlockText {
  const { prose } = block;
  const { vocabulary } = gazetteer;
  const words = wordsIn(prose, block.sentences, vocabulary);
  const atoms = atomsOf(words.tokens);
  const units = unitsOf(prose, atoms);
  const inSentences = hasIn(words, block.sentences.length, startsOf(gazetteer));
  const has = inSentences.reduce((all, bits) => all | bits, 0);
  return { block, prose, ...words, has, hasIn: inSentences, atoms, atomIds: idsOf(atoms, words, vocabulary), units, unitIds: idsOf(units, words, vocabulary) };
}
