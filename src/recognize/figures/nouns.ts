import { fold } from '../../base/fold';
import type { Lexeme } from './figure-lex';
import { KIND_OF, NO_COUNT, PLURALS } from './lexicon/kinds';
import { LONGEST_MEASURE, MEASURES, type Dimension, type Measure } from './lexicon/measures';
import { CODES, NAMES, SIGNS, WHOSE } from './lexicon/money';
import { EVENT_OF, PEOPLE_EVENT_OF, SUFFERED } from './lexicon/verbs';
import { DEFINITE, ENDS, INCREMENTS } from './lexicon/words';
import type { Amount } from './numbers';

/** What a number counts or measures: kind, head and modifiers of the phrase beside it. Lexeme index `to`, exclusive. */
export interface Unit {
  readonly dimension: 'count' | 'money' | 'share' | 'points' | Dimension;
  /** A kind of the lexicon, `open` for any other noun; the currency, the dimension. */
  readonly kind: string;
  /** Singular of the noun counted; empty where none is said. */
  readonly head: string;
  /** Words between number and noun, folded; those with a capital or a digit are in `names` too. */
  readonly modifiers: readonly string[];
  readonly names: readonly string[];
  readonly measure?: Measure;
  /** “a year”, “per tonne”, “a barrel”: one number for each. */
  readonly per?: string;
  /** “more”, “another” stand inside. */
  readonly increment: boolean;
  /** The noun is a name: 31 Abrams, five Syrians. */
  readonly proper: boolean;
  readonly to: number;
}

const REACH = 7;
const DASH = /^[-–—‐‑]$/;
const QUOTE = /^[“”‘’"']$/;
const ARTICLES = new Set('a an the his her its their no any each some none nobody'.split(' '));
const NO_PLURAL = /(?:ss|us|is|ous|'s)$/;

/** Yazidis, Houthis, Saudis: a name that ends in -is is a plural where it is capitalised. */
function peopleOf({ word: name, capital }: Lexeme): string | undefined {
  return capital && name.length > 4 && name.endsWith('is') ? name.slice(0, -1) : undefined;
}

/** The singular of a plural noun; `undefined` for what is no plural. */
export function singular(word: string): string | undefined {
  const irregular = PLURALS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || NO_PLURAL.test(word)) return undefined;
  const hyphen = word.lastIndexOf('-');
  const last = PLURALS.get(word.slice(hyphen + 1));
  if (hyphen > 0 && last !== undefined) return word.slice(0, hyphen + 1) + last;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const word = (lexemes: readonly Lexeme[], i: number): string => lexemes[i]?.word ?? '';

/** The currency of a number by the sign, code or name beside it. */
function currencyOf(lexemes: readonly Lexeme[], amount: Amount): { readonly code: string; readonly to: number } | undefined {
  const before = lexemes[amount.numberFrom - 1];
  if (before) {
    const sign = SIGNS.get(before.word);
    if (sign !== undefined) {
      const letters = lexemes[amount.numberFrom - 2];
      const whose = before.word === '$' && letters && letters.end === before.start ? CODES.get(letters.word) : undefined;
      return { code: whose ?? sign, to: amount.to };
    }
    if (before.kind === 'word' && before.word.length > 1 && CODES.has(before.word) && (before.capital || before.word === 'rs') && !['us', 'au', 'ca', 'nz', 'hk'].includes(before.word)) return { code: CODES.get(before.word)!, to: amount.to };
  }
  const after = lexemes[amount.to];
  if (!after) return undefined;
  const sign = SIGNS.get(after.word);
  if (sign !== undefined && after.start === lexemes[amount.to - 1]!.end) return { code: sign, to: amount.to + 1 };
  const name = NAMES.get(after.word);
  if (name !== undefined) return { code: name, to: amount.to + 1 };
  const second = NAMES.get(word(lexemes, amount.to + 1));
  const whose = WHOSE.get(after.word);
  if (second !== undefined && whose !== undefined) return { code: whose, to: amount.to + 2 };
  if (after.capital && /^(?:usd|eur|gbp|jpy|cny|rub|uah|inr|chf|pln)$/.test(after.word)) return { code: CODES.get(after.word)!, to: amount.to + 1 };
  return undefined;
}

const SHARE = /^(?:%|percent|pct|percentage)$/;

function shareAt(lexemes: readonly Lexeme[], at: number): { readonly points: boolean; readonly to: number } | undefined {
  const first = word(lexemes, at);
  const next = word(lexemes, at + 1);
  if (first === 'per' && next === 'cent') return { points: false, to: at + 2 };
  if (first === 'per-cent') return { points: false, to: at + 1 };
  if ((first === 'percentage' || first === 'basis') && /^points?$/.test(next)) return { points: true, to: at + 2 };
  return SHARE.test(first) && first !== 'percentage' ? { points: false, to: at + 1 } : undefined;
}

function measureAt(lexemes: readonly Lexeme[], at: number): { readonly measure: Measure; readonly to: number } | undefined {
  for (let length = Math.min(LONGEST_MEASURE, lexemes.length - at); length > 0; length--) {
    let text = word(lexemes, at);
    for (let i = at + 1; i < at + length; i++) text += ` ${word(lexemes, i)}`;
    const measure = MEASURES.get(text);
    if (measure) return { measure, to: at + length };
  }
  return undefined;
}

/** “a year”, “per tonne”, “a day”, “annually”: after a sum or a measure. */
function rateAt(lexemes: readonly Lexeme[], at: number): { readonly per: string; readonly to: number } | undefined {
  const first = word(lexemes, at);
  const next = lexemes[at + 1];
  if (/^(?:annually|yearly|monthly|daily|weekly|hourly|each|apiece)$/.test(first)) return { per: first, to: at + 1 };
  const article = first === 'a' || first === 'an' || first === 'per' || first === 'each' || first === 'every' || first === '/';
  if (article && next?.kind === 'word' && !ENDS.has(next.word) && (first !== 'a' && first !== 'an' || RATED.test(next.word))) return { per: singular(next.word) ?? next.word, to: at + 2 };
  return undefined;
}

const RATED = /^(?:year|month|week|day|hour|minute|second|night|head|person|barrel|tonne|ton|litre|liter|gallon|kilo|piece|share|unit|quarter|ship|round)$/;

/** Reads what stands beside a number; `undefined` where it counts nothing that can be told. */
export function unitOf(lexemes: readonly Lexeme[], amount: Amount): Unit | undefined {
  const none = { head: '', modifiers: [], names: [], increment: false, proper: false } as const;
  const money = currencyOf(lexemes, amount);
  if (money) {
    const what = noun(lexemes, money.to, true, true);
    const rate = rateAt(lexemes, what?.to ?? money.to);
    return {
      dimension: 'money', kind: money.code, ...(what ?? none), ...(rate ? { per: rate.per } : {}), to: rate?.to ?? what?.to ?? money.to,
    };
  }
  const share = shareAt(lexemes, amount.to);
  if (share) {
    const what = noun(lexemes, share.to, true, true);
    return { dimension: share.points ? 'points' : 'share', kind: 'share', ...(what ?? none), to: what?.to ?? share.to };
  }
  const hyphen = DASH.test(word(lexemes, amount.to)) && lexemes[amount.to]!.start === lexemes[amount.to - 1]!.end;
  const measured = measureAt(lexemes, amount.to + (hyphen ? 1 : 0));
  if (measured) {
    const { measure } = measured;
    const of = word(lexemes, measured.to) === 'of' && !ENDS.has(word(lexemes, measured.to + 1)) ? noun(lexemes, measured.to + 1, true, false) : noun(lexemes, measured.to, true, true);
    const rate = rateAt(lexemes, measured.to);
    return { dimension: measure.dimension, kind: measure.dimension, measure, ...(of ?? none), ...(rate ? { per: rate.per } : {}), to: rate?.to ?? of?.to ?? measured.to };
  }
  if (hyphen) return undefined;
  const suffered = sufferedAt(lexemes, amount.to);
  if (suffered) return suffered;
  let at = amount.to;
  if (word(lexemes, at) === 'of') {
    if (amount.hedge !== 'vague') return undefined;
    at++;
    if (/^(?:the|its|their|his|her|these|those)$/.test(word(lexemes, at))) return undefined;
  }
  const counted = noun(lexemes, at, amount.value === 1, false);
  if (!counted) return undefined;
  return { dimension: 'count', kind: KIND_OF.get(counted.head) ?? 'open', ...counted };
}

/** “5,937 killed and 12,000 wounded”: people, by what happened to them. */
function sufferedAt(lexemes: readonly Lexeme[], at: number): Unit | undefined {
  const event = SUFFERED.has(word(lexemes, at)) ? PEOPLE_EVENT_OF.get(word(lexemes, at)) : undefined;
  const next = lexemes[at + 1];
  if (event === undefined || next && next.kind !== 'mark' && (next.kind === 'number' || !ENDS.has(next.word) || DEFINITE.has(next.word))) return undefined;
  return { dimension: 'count', kind: event, head: 'person', modifiers: [], names: [], increment: false, proper: false, to: at + 1 };
}

type Noun = Pick<Unit, 'head' | 'modifiers' | 'names' | 'increment' | 'proper' | 'to'>;

/** The word right after a sum or a measure: “the €5 billion facility”, “its 3,100 km range”. */
function adjacent(lexemes: readonly Lexeme[], at: number): Noun | undefined {
  const next = lexemes[at];
  if (next?.kind !== 'word' || next.capital || ENDS.has(next.word) || EVENT_OF.has(next.word) || PEOPLE_EVENT_OF.has(next.word) || /(?:ed|ing|ly)$/.test(next.word)) return undefined;
  return { head: singular(next.word) ?? next.word, modifiers: [], names: [], increment: INCREMENTS.has(next.word), proper: false, to: at + 1 };
}

/**
 * The noun phrase that begins at a lexeme: modifiers and the first plural noun, or the second where both are known heads
 * (“armed forces personnel”). `one`: a singular noun will do; `close`: only directly before the phrase's end (“the €5 billion facility”).
 */
function noun(lexemes: readonly Lexeme[], start: number, one: boolean, close: boolean): Noun | undefined {
  const modifiers: string[] = [];
  const names: string[] = [];
  let increment = false;
  let found: Noun | undefined;
  if (close) return adjacent(lexemes, start);
  for (let i = start; i < Math.min(lexemes.length, start + REACH); i++) {
    const lexeme = lexemes[i]!;
    if (lexeme.kind === 'mark') {
      if (QUOTE.test(lexeme.word)) continue;
      break;
    }
    if (lexeme.kind === 'number') {
      if (i > start && lexemes[i - 1]!.capital && /^\d{1,3}$/.test(lexeme.word)) {
        names.push(lexeme.word);
        modifiers.push(lexeme.word);
        continue;
      }
      break;
    }
    const folded = lexeme.word;
    if (INCREMENTS.has(folded) && found === undefined) {
      increment = true;
      continue;
    }
    if (ENDS.has(folded)) break;
    const head = lexeme.possessive ? undefined : singular(folded) ?? peopleOf(lexeme);
    // “87 news sites”: before a noun it says of what kind
    const kindOnly = NO_COUNT.has(folded) && lexemes[i + 1]?.kind === 'word' && singular(lexemes[i + 1]!.word) !== undefined && !ENDS.has(lexemes[i + 1]!.word);
    if (head !== undefined && NO_COUNT.has(folded) && !kindOnly) return found;
    if (head !== undefined && !kindOnly && (found === undefined || KIND_OF.has(head))) {
      found = { head, modifiers: [...modifiers], names: [...names], increment, proper: lexeme.capital, to: i + 1 };
      const next = lexemes[i + 1];
      const further = next?.kind === 'word' && !next.possessive ? singular(next.word) : undefined;
      // “of the 84 files names a general”: a verb with its object
      if (further === undefined || !KIND_OF.has(further) || ARTICLES.has(word(lexemes, i + 2))) break;
    } else if (found !== undefined) {
      break;
    }
    if (lexeme.capital || /\d/.test(folded)) names.push(folded);
    modifiers.push(folded);
  }
  if (found !== undefined || !one || modifiers.length === 0 || modifiers.length > 3) return found;
  // A singular head: what stands last before the phrase ends
  const last = start + modifiers.length - 1;
  const next = lexemes[last + 1];
  const ended = next === undefined || next.kind === 'mark' || (next.kind === 'word' && ENDS.has(next.word));
  const head = lexemes[last];
  if (!ended || head?.kind !== 'word' || head.capital || increment || EVENT_OF.has(head.word) || PEOPLE_EVENT_OF.has(head.word) || /(?:ed|ing|ly)$/.test(head.word)) return undefined;
  return { head: fold(head.word), modifiers: modifiers.slice(0, -1), names: names.filter(n => n !== head.word), increment, proper: false, to: last + 1 };
}
