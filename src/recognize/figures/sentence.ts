import { lex, type Lexeme } from './figure-lex';
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

/** The sentence of a text between two offsets. */
export function sentenceOf(prose: string, from: number, to: number, index: FigureIndex): Sentence {
  const lexemes = lex(prose, from, to);
  const words = lexemes.map(l => l.word);
  const full = lexemes.map(l => (l.possessive ? `${l.word}'s` : l.word));
  const parties = partiesIn(lexemes, words, prose, index);
  return { prose, lexemes, words, full, parties, partyAt: new Map(parties.map(p => [p.from, p])), index };
}
