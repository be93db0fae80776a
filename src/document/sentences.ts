import type { Span } from '../base/span';

/** Abbreviations that end with a point and end no sentence, lower case, without the point. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  ('mr mrs ms mx dr prof gen lt maj col capt adm sgt brig cmdr sen rep gov amb rev hon st ft mt jr sr sec dep min pres vs etc al no nos art para paras ' +
   'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun fig eds ed vol pp approx est inc ltd co corp dept ' +
   'govt gov e.g i.e cf ca messrs h.e u.s u.k u.n e.u a.m p.m').split(' '),
);

/** Begun at the first mark of a run only: a run that ends no sentence is read once. */
const END = /(?<![.!?…])[.!?…]+["”’)\]]*(?=\s|$)/g;
/** Longest sentence, in UTF-16 units. */
const LONGEST = 2_000;
/** Longest look-back for the word before a point. */
const REACH = 24;

/** Sentences of a block's prose (spec 6.2): half-open, gap-free but for the space between them. */
export function splitSentences(prose: string): Span[] {
  const sentences: Span[] = [];
  let start = firstInk(prose, 0);
  END.lastIndex = 0;
  for (let match = END.exec(prose); match; match = END.exec(prose)) {
    const end = match.index + match[0].length;
    const next = firstInk(prose, end);
    if (next >= prose.length) break;
    // the number of a heading or an item (“1. Sources”) is no sentence
    if (/^\(?(?:\d{1,3}|[A-Za-z])$/.test(prose.slice(start, match.index)) && match[0] === '.') continue;
    if (!endsSentence(prose, match.index, match[0], next)) continue;
    take(prose, start, end, sentences);
    start = next;
  }
  take(prose, start, prose.trimEnd().length, sentences);
  return sentences;
}

/** A sentence, parted at a space where it is longer than anybody reads: what is looked for in a sentence is looked for in so much. */
function take(prose: string, from: number, end: number, sentences: Span[]): void {
  let start = from;
  while (end - start > LONGEST) {
    const space = prose.lastIndexOf(' ', start + LONGEST);
    const cut = space > start ? space : start + LONGEST;
    sentences.push({ start, end: cut });
    start = firstInk(prose, cut);
  }
  if (end > start) sentences.push({ start, end });
}

function firstInk(prose: string, from: number): number {
  let i = from;
  while (i < prose.length && /\s/.test(prose[i]!)) i++;
  return i;
}

function endsSentence(prose: string, at: number, mark: string, next: number): boolean {
  // a new sentence begins with a capital, a digit, an opening mark or a bracket
  if (!/^[\p{Lu}\p{N}“"‘'([•\-–—*]/u.test(prose.slice(next, next + 2))) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return !mark.startsWith('..') || /^[\p{Lu}“"]/u.test(prose.slice(next, next + 2));
  if (mark.length > 1) return true;
  const before = /([\p{L}\p{N}.]+)$/u.exec(prose.slice(Math.max(0, at - REACH), at))?.[1] ?? '';
  const word = before.toLowerCase();
  if (/^\p{Lu}$/u.test(before)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) {
    if (word === 'd.c' && /Washington,?\s*$/.test(prose.slice(Math.max(0, at - REACH), at - before.length))) return true;
    // U.S. ends a sentence only before a word that begins one
    return /^(?:The|He|She|They|It|In|On|At|But|And|We|This|That|Officials|Mr|Ms|“|")/.test(prose.slice(next, next + 10));
  }
  if (word === 'no' || word === 'nos') return !/^\p{N}/u.test(prose.slice(next, next + 1));
  return !ABBREVIATIONS.has(word);
}
