import { alignmentDistance } from '../../base/distance';
import type { Span } from '../../base/span';
import { adjacent, startingAt } from '../../english/tokens';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText } from '../model';
import { type NameIndex, nameIndexOf } from './name-index';

/** So many words of a full name may stand before the one asked for. */
const MOST_BEFORE = 2;

/** Whether a state, place or acronym is a word in the full name of a recorded person: German Vargas, Aden Duale, Anifah Aman. */
export function inFullName(text: BlockText, span: Span, gazetteer: Gazetteer): boolean {
  const at = startingAt(text.tokens, span.start);
  if (at === undefined) return false;
  const index = nameIndexOf(gazetteer);
  for (let from = at; from >= Math.max(0, at - MOST_BEFORE); from--) {
    const end = text.tokens[from]!.capital ? fullNameAt(text, from, index) : 0;
    if (end > at && text.tokens[end - 1]!.end >= span.end) return true;
  }
  return false;
}

/** The token after the given name and surname of a recorded person that begin at a token; 0 where none do. */
export function fullNameAt({ tokens, ids, prose }: BlockText, from: number, index: NameIndex): number {
  for (const person of index.byGiven(tokens[from]!.folded)) {
    for (const { words } of index.givens(person)) {
      const at = from + words.length;
      if (at >= tokens.length || !words.every((word, k) => tokens[from + k]!.folded === word)) continue;
      const family = index.families.follow(ids, at);
      if (!family?.values.some(form => form.person === person)) continue;
      if (tokens.slice(from, family.end - 1).every((token, k) => !token.possessive && adjacent(prose, token, tokens[from + k + 1]!))) return family.end;
    }
  }
  return 0;
}

/** Whether a state's name is one letter off the given name of the one bearer of the surname after it: Georgia Meloni. */
export function isGivenSlip({ tokens, ids, prose }: BlockText, span: Span, gazetteer: Gazetteer): boolean {
  const at = startingAt(tokens, span.start);
  const next = at === undefined ? undefined : tokens[at + 1];
  if (!next || tokens[at!]!.end !== span.end || tokens[at!]!.possessive || !adjacent(prose, tokens[at!]!, next)) return false;
  const index = nameIndexOf(gazetteer);
  return index.families.follow(ids, at! + 1)?.values.some(({ person }) => index.distinctive(person)
    && index.givens(person).some(({ words }) => words.length === 1 && words[0]!.length >= 5 && alignmentDistance(words[0]!, tokens[at!]!.folded, 1) === 1)) ?? false;
}
