import type { Lexeme } from './figure-lex';
import { type FigureIndex, partiesIn, type Party } from './figure-parties';

/** What a sentence offers to the reading of its figures. */
export interface Sentence {
  readonly prose: string;
  readonly lexemes: readonly Lexeme[];
  readonly words: readonly string[];
  /** Words with their possessive endings. */
  readonly full: readonly string[];
  readonly parties: readonly Party[];
  /** By lexeme: the party that starts there. */
  readonly partyAt: ReadonlyMap<number, Party>;
  readonly index: FigureIndex;
}

export function sentenceOf(prose: string, lexemes: readonly Lexeme[], index: FigureIndex): Sentence {
  const words = lexemes.map(l => l.word);
  const full = lexemes.map(l => (l.possessive ? `${l.word}'s` : l.word));
  const parties = partiesIn(lexemes, words, prose, index);
  return { prose, lexemes, words, full, parties, partyAt: new Map(parties.map(p => [p.from, p])), index };
}
