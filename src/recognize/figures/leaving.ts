import type { Sentence } from './figure-units';
import type { BreakdownMention } from './totals';
import type { Term } from './terms';
import { told } from './told';

const REACH = 12;

/** “Four of the bloc's 15 members are suspended, leaving eleven”: a part and what is left are the whole. */
export function leavingIn(sentence: Sentence, terms: readonly Term[]): BreakdownMention[] {
  const { words } = sentence;
  for (let k = 0; k + 2 < terms.length; k++) {
    const [part, whole, rest] = [terms[k]!, terms[k + 1]!, terms[k + 2]!];
    if (![part, whole, rest].every(t => !t.nothing && t.amount.cardinals.length === 1 && t.amount.hedge === 'bare')) continue;
    const of = words.slice(part.amount.to, whole.lead.from + 1).includes('of');
    const between = words.slice(whole.to, rest.lead.from);
    const leaves = between.at(-1) === 'leaving' || between.at(-1) === 'leaves' && between.at(-2) === 'which';
    const next = words[rest.amount.to];
    if (!of || !leaves || between.length > REACH || whole.amount.from - part.amount.to > 6 || rest.unit && rest.unit.head !== whole.unit?.head) continue;
    if (next !== undefined && !rest.unit && !/^[.,;)]$/.test(next)) continue;
    return [{ total: told(sentence, whole), parts: [told(sentence, part), told(sentence, rest)], reading: 'all' }];
  }
  return [];
}
