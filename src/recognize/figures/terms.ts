import { KIND_OF } from './lexicon/kinds';
import { DEFINITE, EACH, ENDS, INCREMENTS } from './lexicon/words';
import { singular, unitOf, type Unit } from './nouns';
import { readAmountAt, type Amount } from './numbers';
import type { Sentence } from './figure-units';

/** What stands before a number and says which of the things it is. */
export interface Lead {
  /** First lexeme of the phrase, determiners and “a total of” included. */
  readonly from: number;
  /** The, those, its, all: takes up what was said before. */
  readonly definite: boolean;
  /** Another, a further. */
  readonly increment: boolean;
  /** The remaining, the first, only; “of whom”, “including”. */
  readonly part: boolean;
  /** “Of the 481 violations”. */
  readonly of: boolean;
  /** One number for each of several. */
  readonly each: boolean;
}

/** A number of a sentence with all that belongs to it. Lexeme indexes, `to` exclusive. */
export interface Term {
  readonly amount: Amount;
  readonly lead: Lead;
  /** Absent: a bare number. */
  readonly unit?: Unit;
  readonly to: number;
  /** A year, a date, a label, a model: no quantity. */
  readonly nothing: boolean;
}

const PART = /^(?:first|last|next|remaining|other|rest|only|top|final|new|latest|initial)$/;
const SKIPPED = /^(?:total|grand|combined|overall|just|estimated|roughly|some)$/;
const REACH_BACK = 4;

export function leadOf(sentence: Sentence, amount: Amount, floor: number): Lead {
  const { words, lexemes } = sentence;
  let { from } = amount;
  let definite = false;
  let increment = false;
  let part = false;
  for (let n = 0; n < REACH_BACK && from > floor; n++) {
    const word = words[from - 1]!;
    const sign = /^[$€£¥₽₴₹₺₪₩₦]$/.test(word) || from === amount.numberFrom && lexemes[from]!.kind === 'mark';
    if (sign) {
      from--;
      continue;
    }
    if (INCREMENTS.has(word)) increment = true;
    else if (PART.test(word)) part = true;
    else if (DEFINITE.has(word)) definite = true;
    else if (word === 'of' && words[from - 2] === 'total') from--;
    else if (!(SKIPPED.test(word) || word === 'a' || word === 'an')) break;
    from--;
    if (word === 'a' || word === 'an' || (DEFINITE.has(word) && word !== 'all' && word !== 'both')) break;
  }
  const before = words[from - 1] ?? '';
  const of = before === 'of' || before === 'out' && words[from] === 'of';
  let each = false;
  // “each of the 106,000 people”: of all of them
  for (let i = Math.max(floor, from - 6); i < from; i++) if (EACH.has(words[i]!) && words[i + 1] !== 'cent' && !(definite && of && i === from - 2)) each = true;
  if (/^(?:including|whom|which|them|excluding)$/.test(before) || before === 'among' && !definite || (before === 'least' && words[from - 2] === 'at' && /^(?:whom|which)$/.test(words[from - 3] ?? ''))) part = true;
  return { from, definite, increment, part, of, each };
}

const COUNTING = /^(?:number|count|total|tally|toll)$/;
const STANDS = /^(?:at|to|reached|was|is|were|numbered|exceeded|passed|hit)$/;

/** “the number of refugees in Chad stood at 600,000”: what is counted stands before the verb. */
function countedBefore({ words, lexemes }: Sentence, amount: Amount, floor: number): Unit | undefined {
  const next = lexemes[amount.to];
  if (!STANDS.test(words[amount.from - 1] ?? '') || next?.kind === 'word' && !ENDS.has(next.word)) return undefined;
  for (let i = amount.from - 2; i >= floor; i--) {
    if (/^[,;:()—–.]$/.test(words[i]!)) return undefined;
    if (words[i] !== 'of' || !COUNTING.test(words[i - 1] ?? '')) continue;
    for (let k = i + 1; k < Math.min(i + 5, amount.from - 1); k++) {
      const head = lexemes[k]!.kind === 'word' && !ENDS.has(words[k]!) ? singular(words[k]!) : undefined;
      if (head !== undefined) return { dimension: 'count', kind: KIND_OF.get(head) ?? 'open', head, modifiers: words.slice(i + 1, k), names: [], increment: false, proper: false, to: amount.to };
      if (ENDS.has(words[k]!) && !DEFINITE.has(words[k]!)) return undefined;
    }
    return undefined;
  }
  return undefined;
}

/**
 * All numbers of a sentence, each read once: amounts with hedges, what they count, and the words before them.
 * `nothing` tells years, dates and labels; `change` whether “from a to b” speaks of a change.
 */
export function termsOf(
  sentence: Sentence, options: { readonly percent: number; readonly exact: boolean; readonly change: (from: number) => boolean },
  nothing: (amount: Amount) => boolean,
): Term[] {
  const { lexemes } = sentence;
  const terms: Term[] = [];
  let floor = 0;
  for (let i = 0; i < lexemes.length; i++) {
    const amount = readAmountAt(lexemes, i, floor, options);
    if (!amount) continue;
    const counts = !nothing(amount);
    const unit = counts ? unitOf(lexemes, amount) ?? countedBefore(sentence, amount, floor) : undefined;
    const lead = leadOf(sentence, amount, floor);
    const to = Math.max(amount.to, unit?.to ?? 0);
    terms.push({ amount, lead, ...(unit ? { unit } : {}), to, nothing: !counts });
    floor = amount.numberTo;
    // “14 Leopard 2 tanks”: the number of a model is no number of its own
    i = Math.max(i, unit?.dimension === 'count' ? to - 1 : amount.numberTo - 1);
  }
  return terms;
}
