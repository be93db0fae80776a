import type { Span } from '../../base/span';
import { EVENT_OF } from './lexicon/verbs';
import { WHOLES } from './lexicon/words';
import type { Lexeme } from './figure-lex';
import type { Sentence } from './figure-units';
import type { Term } from './terms';
import { sameUnit, scaleOf, told, type Told } from './told';

/** A share that the text says and the two numbers that it is a share of. */
export interface ShareMention {
  /** From the first of the numbers to the last. */
  readonly span: Span;
  readonly part: Told;
  readonly whole: Told;
  /** The share claimed, in per cent, where it stands, and whether it is a fraction in words. */
  readonly share: { readonly span: Span; readonly percent: number; readonly rounding: number; readonly worded: boolean; readonly hedged: boolean };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2], ['halves', 2], ['third', 3], ['thirds', 3], ['quarter', 4], ['quarters', 4], ['fourth', 4], ['fourths', 4], ['fifth', 5], ['fifths', 5], ['sixth', 6], ['sixths', 6],
  ['seventh', 7], ['eighth', 8], ['eighths', 8], ['ninth', 9], ['tenth', 10], ['tenths', 10],
]);
const COUNTS: ReadonlyMap<string, number> = new Map('one two three four five six seven eight nine ten'.split(' ').map((word, i) => [word, i + 1]));

export interface Fraction {
  readonly from: number;
  readonly to: number;
  readonly percent: number;
}

/** A fraction in words: a third, two thirds, three-quarters, half; “two in three”, “one out of five”. */
export function fractionAt(lexemes: readonly Lexeme[], i: number): Fraction | undefined {
  const word = (k: number): string => lexemes[k]?.word ?? '';
  const hyphen = word(i).indexOf('-');
  if (hyphen > 0) {
    const count = COUNTS.get(word(i).slice(0, hyphen));
    const parts = PARTS.get(word(i).slice(hyphen + 1));
    return count !== undefined && parts !== undefined ? { from: i, to: i + 1, percent: (100 * count) / parts } : undefined;
  }
  if (word(i) === 'half') return { from: i, to: i + 1, percent: 50 };
  const count = word(i) === 'a' ? 1 : COUNTS.get(word(i)) ?? (/^\d{1,2}$/.test(word(i)) ? Number(word(i)) : undefined);
  if (count === undefined) return undefined;
  const parts = PARTS.get(word(i + 1));
  if (parts !== undefined && count < parts && (word(i) !== 'a' || word(i + 1) !== 'second')) return { from: i, to: i + 2, percent: (100 * count) / parts };
  const joint = word(i + 1) === 'in' ? i + 2 : word(i + 1) === 'out' && word(i + 2) === 'of' ? i + 3 : 0;
  if (joint === 0 || word(i) === 'a') return undefined;
  const whole = COUNTS.get(word(joint)) ?? (/^\d{1,3}$/.test(word(joint)) ? Number(word(joint)) : undefined);
  return whole !== undefined && whole > count ? { from: i, to: joint + 1, percent: (100 * count) / whole } : undefined;
}

const HEDGE = /^(?:about|around|roughly|some|nearly|almost|approximately|only|just|barely|over|under|more|less|fewer|than|at|least|most|up|to)$/;
const HEDGED = /^(?:about|around|roughly|some|nearly|almost|approximately|over|under|more|less|fewer|least|most|up)$/;
const OPENS = /^(?:or|that|is|i\.e\.|ie|equivalent|equal|to|which|,|namely|meaning|representing|only|just|in|other|words)$/;
const CLOSES = /^[.,;:)\]!?—–”"]$/;
const GAP = 9;
const FEW = 12;
const BREAK = /^(?:;|and|but|while|whereas|although|then|if|when|:)$/;

type Claim = ShareMention['share'] & { readonly from: number; readonly to: number };

/** Shares held against their own numbers, in one sentence. */
export function sharesIn(sentence: Sentence, terms: readonly Term[], before?: { readonly sentence: Sentence; readonly terms: readonly Term[] }): ShareMention[] {
  const { words } = sentence;
  if (!words.some(w => /^(?:%|percent|per|pct|per-cent|half|a|in|out)$/.test(w) || PARTS.has(w) || w.includes('-'))) return [];
  const at = new Map(terms.map(term => [term.amount.numberFrom, term]));
  const found: ShareMention[] = [];
  for (let k = 0; k < terms.length; k++) {
    const mention = ratioThenShare(sentence, terms, k, at) ?? shareThenPart(sentence, terms, k, at) ?? wholeThenPart(sentence, terms, k, at) ?? shareThenRatio(sentence, terms, k, at) ?? partThenShareOfWhole(sentence, terms, k, at);
    if (mention) found.push(mention);
  }
  const raised = before && found.length === 0 ? askedThenRaised(before.sentence, before.terms, sentence, terms, at) : undefined;
  if (raised) found.push(raised);
  found.push(...wordedThenShare(sentence, at));
  return found;
}

/** “18 of the 27 ships, a third”, “$84 billion of a GDP of $2,100 billion, or 5.2 per cent”. */
function ratioThenShare(sentence: Sentence, terms: readonly Term[], k: number, at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const [part, whole] = [terms[k]!, terms[k + 1]];
  if (!whole || part.nothing || whole.nothing || !plain(part) || !plain(whole) || opensWith(sentence, part) || !ratio(sentence, part, whole)) return undefined;
  const claim = claimAfter(sentence, whole.to, at);
  if (!claim) return undefined;
  const scale = part.unit && part.unit.dimension !== 'count' ? 1 : scaleOf(part, whole);
  return shareMention( told(sentence, part, scale), told(sentence, whole), claim);
}

const BETWEEN = 7;

/** “Of the 320 instructors promised, 80 have arrived – 40 per cent”; “$6 billion, of which $2.4 billion, or 60 per cent,”. */
function wholeThenPart(sentence: Sentence, terms: readonly Term[], k: number, at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const { words } = sentence;
  const [whole, part] = [terms[k]!, terms[k + 1]];
  if (!part || whole.nothing || part.nothing || !plain(whole) || !plain(part) || part.lead.increment) return undefined;
  const them = words[part.to] === 'of' && /^(?:them|whom|which|these|those)$/.test(words[part.to + 1] ?? '') && whole.unit !== undefined;
  const which = them || words[part.lead.from - 2] === 'of' && /^(?:which|whom|these|those|them)$/.test(words[part.lead.from - 1]!);
  if (!which && !opensWith(sentence, whole)) return undefined;
  const between = words.slice(whole.amount.to, part.lead.from);
  if (between.length > BETWEEN || between.some(w => BREAK.test(w) || /^[.(:—–]$/.test(w)) || part.unit && !sameUnit(part.unit, whole.unit)) return undefined;
  const claim = claimAfter(sentence, part.to, at);
  // “half of them late” is a share of the part
  if (!claim || words[claim.to] === 'of' && words[claim.to + 1] !== 'all' && words[claim.to + 1] !== 'the') return undefined;
  return shareMention(told(sentence, part, part.unit ? 1 : scaleOf(part, whole)), told(sentence, whole), claim);
}

/** “Of 84 soldiers …” at the start of a clause. */
function opensWith({ words }: Sentence, whole: Term): boolean {
  const last = words[whole.lead.from] === 'of' ? whole.lead.from : whole.lead.from - 1;
  const of = words[last - 1] === 'out' ? last - 1 : last;
  return words[last] === 'of' && (of === 0 || /^[,;:(—–]$/.test(words[of - 1]!));
}

/** “gives 13 fighters away, a third of its 26”. */
function partThenShareOfWhole(sentence: Sentence, terms: readonly Term[], k: number, at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const { words } = sentence;
  const [part, whole] = [terms[k]!, terms[k + 1]];
  if (!whole || part.nothing || whole.nothing || !plain(part) || !plain(whole) || !whole.lead.definite || part.lead.increment) return undefined;
  const claim = claimBefore(sentence, whole, at);
  const end = words[whole.to];
  if (!claim || !/^(?:,|\(|—|–)$/.test(words[claim.from - 1] ?? '') || claim.from - part.to > 5 || end !== undefined && !CLOSES.test(end)) return undefined;
  if (words.slice(part.to, claim.from - 1).some(w => BREAK.test(w) || /^[.,;:(]$/.test(w)) || !(sameUnit(part.unit, whole.unit))) return undefined;
  return shareMention(told(sentence, part, part.unit ? 1 : scaleOf(part, whole)), told(sentence, whole), claim);
}

/** “67 per cent of the dead, 4,800 of 9,600”. */
function shareThenRatio(sentence: Sentence, terms: readonly Term[], k: number, at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const { words } = sentence;
  const [part, whole] = [terms[k]!, terms[k + 1]];
  if (!whole || part.nothing || whole.nothing || !plain(part) || !plain(whole) || part.unit?.dimension === 'count' || !ratio(sentence, part, whole)) return undefined;
  const end = words[whole.to];
  const joint = part.lead.from - 1;
  const colon = words[joint] === ':';
  if (!/^(?:,|\(|—|–|:)$/.test(words[joint] ?? '') || !colon && end !== undefined && !CLOSES.test(end)) return undefined;
  for (let i = joint - 1; i >= Math.max(0, joint - GAP); i--) {
    const claim = claimAt(sentence, i, i, at);
    if (!claim) continue;
    const of = words.slice(claim.to, joint);
    // “82 per cent: 14 million of 19.5 million voters”
    if (colon) return of.length === 0 ? shareMention(told(sentence, part, scaleOf(part, whole)), told(sentence, whole), claim) : undefined;
    return of[0] === 'of' && of.length <= 5 && !of.some(w => BREAK.test(w) || /^[.,;:()—–]$/.test(w)) ? shareMention(told(sentence, part, scaleOf(part, whole)), told(sentence, whole), claim) : undefined;
  }
  return undefined;
}

/** “The appeal asked for $4.7 billion. It has received $1.2 billion, 26 per cent”: money raised against money asked. */
function askedThenRaised(asked: Sentence, whole: readonly Term[], raised: Sentence, terms: readonly Term[], at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const sums = whole.filter(term => term.unit?.dimension === 'money');
  const part = terms[0]!;
  const total = sums[0];
  if (!total || sums.length > 1 || !/^(?:it|this|that|they|so|of)$/.test(raised.words[0] ?? '') || part.unit?.dimension !== 'money' || part.unit.kind !== total.unit!.kind) return undefined;
  if (!plain(part) || !plain(total) || part.lead.increment) return undefined;
  const asks = asked.words.some(w => EVENT_OF.get(w) === 'ask' || /^need(?:s|ed)?$/.test(w)) || total.unit!.head === 'appeal';
  const got = raised.words.slice(0, part.lead.from).some(w => EVENT_OF.get(w) === 'receive' || EVENT_OF.get(w) === 'pay' || w === 'raised' || w === 'collected' || w === 'funded');
  const claim = asks && got ? claimAfter(raised, part.to, at) : undefined;
  return claim && shareMention(told(raised, part), told(asked, total), claim);
}

const plain = (term: Term): boolean => term.amount.cardinals.length === 1 && term.amount.hedge !== 'vague' && !/^(?:share|points|duration)$/.test(term.unit?.dimension ?? 'count');

function ratio({ words, lexemes }: Sentence, part: Term, whole: Term): boolean {
  const from = part.unit && part.unit.dimension !== 'count' ? part.to : part.amount.to;
  const stop = whole.amount.from - (lexemes[whole.amount.numberFrom - 1]?.kind === 'mark' && whole.amount.from === whole.amount.numberFrom ? 1 : 0);
  const between = words.slice(from, stop);
  const of = between.indexOf('of');
  if (of < 0 || of > 2 || between.length > of + 5 || between.length === 0) return false;
  if (between.some((w, i) => /^[.,;:()—–]$/.test(w) || i > of && /^(?:and|to|in|for|from|with|by|at|which|that|who|is|are|was|were)$/.test(w))) return false;
  return sameUnit(part.unit?.dimension === 'count' ? undefined : part.unit, whole.unit);
}

/** The share that stands for the numbers before: after “or”, a comma, a dash or in brackets, and nothing after it. */
function claimAfter(sentence: Sentence, from: number, at: ReadonlyMap<number, Term>): Claim | undefined {
  const { words, lexemes } = sentence;
  for (let i = from; i < Math.min(words.length, from + GAP); i++) {
    const word = words[i]!;
    if (word === ':' ? at.get(i + 1)?.unit?.dimension !== 'share' : BREAK.test(word) || at.has(i)) return undefined;
    if (!/^(?:,|:|or|\(|—|–|-|\/)$/.test(word)) continue;
    let start = i + 1;
    while (OPENS.test(words[start] ?? '')) start++;
    let number = start;
    while (HEDGE.test(words[number] ?? '') && !at.has(number)) number++;
    const claim = claimAt(sentence, start, number, at);
    if (!claim) {
      if (word === '(' || word === 'or') return undefined;
      continue;
    }
    const next = words[claim.to];
    if (next === 'of' && /^(?:the|that)$/.test(words[claim.to + 1] ?? '') && WHOLES.has(words[claim.to + 2] ?? '')) return claim;
    // “of whom 1,900 or 40 per cent were children”
    if (word === 'or' && /^(?:is|are|was|were|has|have|had)$/.test(next ?? '')) return claim;
    if (next === undefined || CLOSES.test(next) || next === 'of' && /^(?:them|these|those|it|all|that)$/.test(words[claim.to + 1] ?? '') || word === '(' && lexemes[claim.to]?.word === ')') return claim;
    return undefined;
  }
  return undefined;
}

function claimAt(sentence: Sentence, from: number, number: number, at: ReadonlyMap<number, Term>): Claim | undefined {
  const { words, lexemes } = sentence;
  const hedged = words.slice(from, number).some(w => HEDGED.test(w));
  const term = at.get(number);
  if (term?.unit?.dimension === 'share' && term.amount.cardinals.length === 1) {
    const share = told(sentence, term);
    const end = sentence.lexemes.findIndex((l, i) => i >= number && l.end >= share.span.end);
    return { from, to: end + 1, span: { start: share.number.start, end: share.span.end }, percent: share.value, rounding: Math.min(term.amount.rounding, 1), worded: false, hedged: hedged || share.hedged };
  }
  const fraction = fractionAt(lexemes, number);
  return fraction && { from, to: fraction.to, span: { start: lexemes[fraction.from]!.start, end: lexemes[fraction.to - 1]!.end }, percent: fraction.percent, rounding: 0, worded: true, hedged };
}

/** “a third of the 120 deputies, 60 of them”; “60 per cent of the 200 schools, 80 of them”; “Of 480,000 voters a third, 240,000 of them”. */
function shareThenPart(sentence: Sentence, terms: readonly Term[], k: number, at: ReadonlyMap<number, Term>): ShareMention | undefined {
  const { words, lexemes } = sentence;
  const whole = terms[k]!;
  if (whole.nothing || !plain(whole)) return undefined;
  const before = claimBefore(sentence, whole, at) ?? claimDirectlyAfter(sentence, whole, at) ?? claimOfWhich(sentence, whole, at);
  if (!before) return undefined;
  for (let i = Math.max(whole.to, before.to); i < Math.min(words.length, whole.to + GAP); i++) {
    if (BREAK.test(words[i]!)) return undefined;
    if (!/^(?:,|\(|—|–)$/.test(words[i]!)) continue;
    let number = i + 1;
    while (/^(?:or|about|some|roughly|nearly|almost|only|just)$/.test(words[number] ?? '') || lexemes[number]?.kind === 'mark' && /^[$€£¥]$/.test(words[number]!)) number++;
    const part = at.get(number);
    if (!part || part.nothing || !plain(part)) return undefined;
    const after = words.slice(part.amount.to, part.amount.to + 2).join(' ');
    const all = /^(?:of (?:them|these|those)|in (?:all|total))$/.test(after);
    const bare = !part.unit && part.amount.value > FEW && part.amount.hedge !== 'range';
    const alone = bare && words[part.to] !== undefined && CLOSES.test(words[part.to]!) && before.worded || (words[part.to] === undefined || CLOSES.test(words[part.to]!)) && whole.unit !== undefined && whole.unit.dimension !== 'count' && part.unit !== undefined && sameUnit(part.unit, whole.unit);
    if (!all && !alone) return undefined;
    return shareMention( told(sentence, part, part.unit ? 1 : scaleOf(part, whole)), told(sentence, whole), before);
  }
  return undefined;
}

/** The share right before a whole: “a third of the 120”. */
function claimBefore(sentence: Sentence, whole: Term, at: ReadonlyMap<number, Term>): Claim | undefined {
  const { words } = sentence;
  let of = whole.lead.from - 1;
  // “two thirds of Yemen’s 29 million people”
  if (sentence.lexemes[of]?.possessive === true) while (of > 0 && words[of] !== 'of' && whole.lead.from - of < 4) of--;
  if (words[of] !== 'of') return undefined;
  for (let i = of - 1; i >= Math.max(0, of - 4); i--) {
    const claim = claimAt(sentence, i, i, at);
    if (claim && claim.to === of) {
      let from = i;
      while (from > 0 && HEDGE.test(words[from - 1]!)) from--;
      return { ...claim, hedged: claim.hedged || words.slice(from, i).some(w => HEDGED.test(w)) };
    }
  }
  return undefined;
}

/** “Of 480,000 voters a third”. */
function claimDirectlyAfter(sentence: Sentence, whole: Term, at: ReadonlyMap<number, Term>): Claim | undefined {
  if (!whole.lead.of && sentence.words[whole.lead.from - 1] !== 'of') return undefined;
  const start = sentence.words[whole.to] === ',' ? whole.to + 1 : whole.to;
  return claimAt(sentence, start, start, at);
}

/** “600 missiles, half of which, 250, are serviceable”. */
function claimOfWhich(sentence: Sentence, whole: Term, at: ReadonlyMap<number, Term>): Claim | undefined {
  const { words } = sentence;
  if (words[whole.to] !== ',' && words[whole.to] !== '(') return undefined;
  let start = whole.to + 1;
  while (HEDGE.test(words[start] ?? '') && start < whole.to + 4) start++;
  const claim = claimAt(sentence, whole.to + 1, start, at);
  return claim && words[claim.to] === 'of' && /^(?:which|whom|them|these|those)$/.test(words[claim.to + 1] ?? '') ? { ...claim, to: claim.to + 2 } : undefined;
}

/** “two in three posts (41 per cent)”. */
function wordedThenShare(sentence: Sentence, at: ReadonlyMap<number, Term>): ShareMention[] {
  const { words, lexemes } = sentence;
  const found: ShareMention[] = [];
  for (let i = 0; i + 2 < words.length; i++) {
    if (words[i + 1] !== 'in' && words[i + 1] !== 'out') continue;
    const fraction = fractionAt(lexemes, i);
    if (!fraction) continue;
    for (let k = fraction.to; k < Math.min(words.length, fraction.to + 5); k++) {
      if (at.has(k)) break;
      if (!/^(?:\(|,|or)$/.test(words[k]!)) continue;
      let start = k + 1;
      while (OPENS.test(words[start] ?? '') || HEDGE.test(words[start] ?? '')) start++;
      const term = at.get(start);
      if (term?.unit?.dimension !== 'share') break;
      const share = told(sentence, term);
      const span = { start: lexemes[fraction.from]!.start, end: lexemes[fraction.to - 1]!.end };
      const point = { low: fraction.percent, high: fraction.percent, lowClosed: true, highClosed: true };
      const part: Told = { span, number: span, value: fraction.percent, rounding: 10, implied: point, logical: point, hedged: false };
      const hundred = { low: 100, high: 100, lowClosed: true, highClosed: true };
      found.push({
        span: { start: span.start, end: share.span.end }, part, whole: { ...part, value: 100, rounding: 1, implied: hundred, logical: hundred },
        share: { span: { start: share.number.start, end: share.span.end }, percent: share.value, rounding: 1, worded: true, hedged: share.hedged },
      });
      break;
    }
  }
  return found;
}

function shareMention(part: Told, whole: Told, share: Claim): ShareMention {
  const spans = [part.span, whole.span, share.span];
  return { span: { start: Math.min(...spans.map(s => s.start)), end: Math.max(...spans.map(s => s.end)) }, part, whole, share };
}
