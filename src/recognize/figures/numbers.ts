import type { Interval } from '../../base/interval';
import { intervalsOf, roundingOf, type Hedge, type Reading } from './figure-intervals';
import { lex, type Lexeme } from './figure-lex';

export { compareFigures, intervalsOf, roundingOf, type Hedge, type Reading } from './figure-intervals';

/** A number of a text, without its hedge. `from` and `to` index lexemes, `to` exclusive. */
export interface Cardinal {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly rounding: number;
  /** Written in digits. */
  readonly digits: boolean;
  /** Digits in groups or with a scale: cannot be a year. */
  readonly grouped: boolean;
  /** Has decimals and no scale: cannot count people. */
  readonly fraction: boolean;
  /** Digits with no scale of their own: may take the scale of a range’s second number. */
  readonly scale: number;
  readonly vague?: readonly [number, number];
}

/** Number and hedge together. Lexeme indexes, `to` exclusive. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** Lexemes of the number or numbers alone. */
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly hedge: Hedge;
  readonly implied: Interval;
  readonly logical: Interval;
  readonly value: number;
  readonly rounding: number;
  readonly cardinals: readonly Cardinal[];
}

const UNITS: ReadonlyMap<string, number> = new Map(
  ('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ').map((w, i) => [w, i + 1] as [string, number])),
);
const TENS: ReadonlyMap<string, number> = new Map(
  ('twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((w, i) => [w, (i + 2) * 10] as [string, number])),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100], ['thousand', 1000], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['dozen', 12], ['lakh', 1e5], ['lakhs', 1e5], ['crore', 1e7], ['crores', 1e7],
]);
const SUFFIXES: ReadonlyMap<string, number> = new Map([['k', 1000], ['m', 1e6], ['mn', 1e6], ['mln', 1e6], ['bn', 1e9], ['bln', 1e9], ['tn', 1e12], ['trn', 1e12]]);
const CROWDS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['dozens', [24, 100]], ['scores', [40, 200]], ['hundreds', [200, 1000]], ['thousands', [2000, 10_000]],
  ['millions', [2e6, 1e7]], ['billions', [2e9, 1e10]],
]);
const PLURAL_SCALES: ReadonlyMap<string, number> = new Map([['thousands', 1000], ['millions', 1e6], ['billions', 1e9]]);

/** Words that a number in words may begin with; one of two parts has a hyphen. */
const BEGINNINGS: ReadonlySet<string> = new Set([
  ...UNITS.keys(), ...TENS.keys(), ...SCALES.keys(), ...CROWDS.keys(),
  ...'a an half quarter tens many several untold countless some few handful couple'.split(' '),
]);

/** Cheap look for anything that may be a number: no hit, no figure. */
export const MAYBE_NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|[mb]illions?|dozens?|scores|half|quarter|several|few|handful)\b/i;

/** Nothing in a briefing is more: a longer number is an account or a slip of the keyboard. */
const LARGEST = 1e16;

function cardinal(from: number, to: number, value: number, more: Partial<Cardinal> = {}): Cardinal {
  return { from, to, value, rounding: roundingOf(value), digits: false, grouped: false, fraction: false, scale: 1, ...more };
}

/** “3,2”: a decimal in the writing of other languages, a number only where a magnitude follows. */
const DECIMAL_COMMA = /^\d{1,3},\d{1,2}$/;

/** The value of a digit lexeme: separators, decimals, suffix. */
function readDigits(raw: string): { value: number; decimals: number; suffix: number; grouped: boolean } {
  const match = /^([\d.,'’ \u00a0\u2009\u202f]*\d)\s?(k|mn|mln|bn|bln|tn|trn|m)?$/i.exec(raw);
  const digits = match?.[1] ?? raw;
  const suffix = SUFFIXES.get((match?.[2] ?? '').toLowerCase()) ?? 1;
  if (DECIMAL_COMMA.test(digits)) return { value: Number(digits.replace(',', '.')), decimals: digits.length - digits.indexOf(',') - 1, suffix, grouped: false };
  const dotted = suffix === 1 && /^\d{1,3}(?:\.\d{3})+$/.test(digits) && !digits.startsWith('0');
  const grouped = dotted || /[,'’ \u00a0\u2009\u202f]/.test(digits);
  const plain = digits.replace(/[,'’ \u00a0\u2009\u202f]/g, '');
  const text = dotted ? plain.replace(/\./g, '') : plain;
  const point = text.indexOf('.');
  return { value: Number(text), decimals: point < 0 ? 0 : text.length - point - 1, suffix, grouped };
}

/** A number word, or two joined by a hyphen (twenty-five); `undefined` for other words. */
function small(word: string): number | undefined {
  const single = UNITS.get(word) ?? TENS.get(word);
  if (single !== undefined) return single;
  const hyphen = word.indexOf('-');
  if (hyphen < 0) return undefined;
  const tens = TENS.get(word.slice(0, hyphen));
  const unit = UNITS.get(word.slice(hyphen + 1));
  return tens !== undefined && unit !== undefined && unit < 10 ? tens + unit : undefined;
}

const wordAt = (lexemes: readonly Lexeme[], i: number): string => {
  const l = lexemes[i];
  return l && l.kind === 'word' ? l.word : '';
};

/** Fractions of a scale: half a million, a quarter of a million. */
function readFraction(lexemes: readonly Lexeme[], i: number): Cardinal | undefined {
  let at = i;
  let share = 0;
  const word = wordAt(lexemes, at);
  if (word === 'a' && (wordAt(lexemes, at + 1) === 'half' || wordAt(lexemes, at + 1) === 'quarter')) at++;
  if (wordAt(lexemes, at) === 'half') share = 0.5;
  else if (wordAt(lexemes, at) === 'quarter') share = 0.25;
  else if (word === 'three' && wordAt(lexemes, at + 1) === 'quarters') [share, at] = [0.75, at + 1];
  else if (word === 'three-quarters') share = 0.75;
  else if (word === 'half-a-million') return cardinal(i, i + 1, 500_000, { scale: 1e6 });
  else return undefined;
  at++;
  if (wordAt(lexemes, at) === 'of') at++;
  if (wordAt(lexemes, at) === 'a') at++;
  const scale = SCALES.get(wordAt(lexemes, at));
  if (scale === undefined || scale === 100) return undefined;
  return cardinal(i, at + 1, share * scale, { scale });
}

/** Words that say how many without a number: dozens, several thousand, tens of thousands. */
function readVague(lexemes: readonly Lexeme[], i: number): Cardinal | undefined {
  const word = wordAt(lexemes, i);
  const next = wordAt(lexemes, i + 1);
  const make = (to: number, range: readonly [number, number]): Cardinal => cardinal(i, to, range[0], { vague: range });
  if (word === 'tens' || word === 'hundreds') {
    const scale = next === 'of' ? PLURAL_SCALES.get(wordAt(lexemes, i + 2)) ?? SCALES.get(wordAt(lexemes, i + 2)) : undefined;
    const factor = word === 'tens' ? 10 : 100;
    if (scale !== undefined && scale > 100) return make(i + 3, [2 * factor * scale, 10 * factor * scale]);
    if (word === 'tens') return undefined;
  }
  if (word === 'many' || word === 'several' || word === 'untold' || word === 'countless' || word === 'some') {
    const crowd = CROWDS.get(next);
    if (crowd) return make(i + 2, word === 'many' && next === 'thousands' ? [5000, 100_000] : crowd);
  }
  const few = word === 'several' ? i + 1 : word === 'few' ? i + 1 : undefined;
  if (few !== undefined) {
    const start = word === 'few' && wordAt(lexemes, i - 1) === 'a' ? i - 1 : i;
    const scale = SCALES.get(next);
    if (scale === 12) return { ...make(i + 2, [24, 100]), from: start };
    if (scale !== undefined) return { ...make(i + 2, [2 * scale, 10 * scale]), from: start };
    const tens = next === 'tens' ? readVague(lexemes, i + 1) : undefined;
    if (tens) return { ...tens, from: start };
    if (word === 'few') return start < i && next !== 'of' ? { ...make(i + 1, [3, 9]), from: start } : undefined;
    return make(i + 1, [3, 15]);
  }
  if (word === 'handful') return { ...make(i + 1, [3, 9]), from: wordAt(lexemes, i - 1) === 'a' ? i - 1 : i };
  if (word === 'couple' && next === 'of') {
    const scale = SCALES.get(wordAt(lexemes, i + 2));
    return scale !== undefined && scale > 12 ? make(i + 3, [2 * scale, 10 * scale]) : undefined;
  }
  const crowd = CROWDS.get(word);
  if (!crowd) return undefined;
  // “hundreds and hundreds”, “thousands upon thousands”
  if ((next === 'and' || next === 'upon') && wordAt(lexemes, i + 2) === word) return make(i + 3, crowd);
  return make(i + 1, crowd);
}

/** The number that starts at lexeme `i`, in digits or words; `undefined` where none does. */
export function readCardinal(lexemes: readonly Lexeme[], i: number): Cardinal | undefined {
  const first = lexemes[i];
  if (!first || first.kind === 'mark') return undefined;
  if (first.kind === 'number') {
    const { value, decimals, suffix, grouped } = readDigits(first.word);
    if (!Number.isFinite(value) || value > LARGEST) return undefined;
    let scale = suffix;
    let to = i + 1;
    for (let next = SCALES.get(wordAt(lexemes, to)); next !== undefined && scale < 1e12; next = SCALES.get(wordAt(lexemes, to))) {
      scale *= next;
      to++;
    }
    if (scale === 1 && DECIMAL_COMMA.test(first.word)) return undefined;
    // “1.500 million” is a decimal, not a group of thousands
    const dotted = scale > 1 && /^\d{1,3}\.\d{3}$/.test(first.word);
    const plain = dotted ? Number(first.word) : value;
    const places = dotted ? 3 : decimals;
    const whole = Math.round(plain * scale * 1e6) / 1e6;
    return {
      from: i, to, value: whole, digits: true, grouped: grouped || scale > 1, scale,
      rounding: places > 0 ? scale / 10 ** places : roundingOf(whole),
      fraction: places > 0 && scale === 1,
    };
  }
  if (!BEGINNINGS.has(first.word) && !first.word.includes('-')) return undefined;
  const vague = readVague(lexemes, i);
  if (vague) return vague;
  const fraction = readFraction(lexemes, i);
  if (fraction) return fraction;
  return readWords(lexemes, i);
}

function readWords(lexemes: readonly Lexeme[], i: number): Cardinal | undefined {
  let total = 0;
  let current = 0;
  let at = i;
  let seen = false;
  let scaled = 1;
  for (;;) {
    const word = wordAt(lexemes, at);
    const value = small(word);
    const scale = SCALES.get(word);
    if (value !== undefined && (current === 0 || current % 100 === 0 || (current % 10 === 0 && value < 10 && current % 100 >= 20))) {
      current += value;
      seen = true;
    } else if (scale !== undefined) {
      scaled = scale;
      seen = true;
      if (scale === 100 || scale === 12) {
        current = (current || 1) * scale;
      } else {
        total += (total + current === 0 ? 1 : current || 1) * scale;
        if (current === 0 && total > scale) total = (total - scale) * scale;
        current = 0;
      }
    } else if (!seen && (word === 'a' || word === 'an') && SCALES.has(wordAt(lexemes, at + 1))) {
      at++;
      continue;
    } else if (seen && word === 'and' && wordAt(lexemes, at + 1) === 'a' && wordAt(lexemes, at + 2) === 'half') {
      const next = SCALES.get(wordAt(lexemes, at + 3));
      if (next !== undefined) {
        total += (current + 0.5) * next;
        current = 0;
        at += 4;
        scaled = next;
      } else if (scaled > 1) {
        total += scaled / 2;
        at += 3;
      }
      break;
    } else if (seen && word === 'and' && scaled >= 100 && small(wordAt(lexemes, at + 1)) !== undefined && current % 100 === 0) {
      // “one hundred and twenty”: but “six hundred and two brigades” stays one number, as it is read
    } else {
      break;
    }
    at++;
  }
  if (!seen) return undefined;
  if (wordAt(lexemes, at - 1) === 'and') at--;
  return cardinal(i, at, total + current, { grouped: scaled > 12, scale: scaled > 100 ? scaled : 1 });
}

/** Hedges that stand before a number, by their folded words. */
const BEFORE: ReadonlyMap<string, Hedge> = new Map(Object.entries({
  exactly: 'exactly', precisely: 'exactly', 'exact total of': 'exactly',
  about: 'about', around: 'about', some: 'about', roughly: 'about', approximately: 'about', approx: 'about', 'approx .': 'about',
  'an estimated': 'about', estimated: 'about', 'estimated at': 'about', circa: 'about', c: 'about', 'c .': 'about', ca: 'about', 'ca .': 'about',
  '~': 'about', '≈': 'about', '∼': 'about', 'in the region of': 'about', 'in the order of': 'about', 'on the order of': 'about',
  'in the neighborhood of': 'about', 'in the neighbourhood of': 'about', 'close to': 'about', perhaps: 'about', maybe: 'about', probably: 'about', likely: 'about',
  'somewhere around': 'about', 'somewhere near': 'about', 'in the vicinity of': 'about', 'something like': 'about',
  'more than': 'more-than', over: 'more-than', above: 'more-than', exceeding: 'more-than', exceeds: 'more-than', exceeded: 'more-than', exceed: 'more-than',
  'in excess of': 'more-than', 'upwards of': 'more-than', 'upward of': 'more-than', 'north of': 'more-than', 'well over': 'more-than', 'greater than': 'more-than',
  'well above': 'more-than', 'far more than': 'more-than', 'well in excess of': 'more-than', 'considerably more than': 'more-than',
  'not fewer than': 'at-least', 'far over': 'more-than', '>': 'more-than',
  'at least': 'at-least', 'no fewer than': 'at-least', 'no less than': 'at-least', 'not less than': 'at-least', 'a minimum of': 'at-least', 'as few as': 'at-least',
  'minimum of': 'at-least', '≥': 'at-least', '> =': 'at-least',
  'just over': 'just-over', 'slightly more than': 'just-over', 'slightly over': 'just-over', 'a little over': 'just-over', 'a little more than': 'just-over',
  'just more than': 'just-over', 'just above': 'just-over', 'slightly above': 'just-over',
  nearly: 'nearly', almost: 'nearly', 'just under': 'nearly', approaching: 'nearly', 'just below': 'nearly', 'just short of': 'nearly', 'slightly under': 'nearly',
  'a little under': 'nearly', 'slightly less than': 'nearly', 'slightly fewer than': 'nearly', virtually: 'nearly', 'just less than': 'nearly', 'slightly below': 'nearly',
  'fewer than': 'less-than', 'less than': 'less-than', under: 'less-than', below: 'less-than', '<': 'less-than', 'well under': 'less-than', 'well below': 'less-than',
  'far fewer than': 'less-than',
  'up to': 'up-to', 'as many as': 'up-to', 'no more than': 'up-to', 'not more than': 'up-to', 'at most': 'up-to', 'a maximum of': 'up-to', 'maximum of': 'up-to',
  'at the most': 'up-to', '≤': 'up-to', '< =': 'up-to', 'as much as': 'up-to', 'not exceeding': 'up-to', 'no higher than': 'up-to',
}) as [string, Hedge][]);
const LONGEST_HEDGE = 5;
const ENDS_HEDGE: ReadonlySet<string> = new Set([...BEFORE.keys()].map(hedge => hedge.slice(hedge.lastIndexOf(' ') + 1)));

/** “handed over 2,000 tanks”: a verb's own particle. */
const WITH_OVER = /^(?:hand|hands|handed|handing|turn|turns|turned|turning|sign|signs|signed|signing)$/;

function hedgeEndingAt(lexemes: readonly Lexeme[], end: number, floor: number): { hedge: Hedge; from: number } | undefined {
  if (end <= floor || !ENDS_HEDGE.has(lexemes[end - 1]!.word)) return undefined;
  for (let length = Math.min(LONGEST_HEDGE, end - floor); length > 0; length--) {
    let text = lexemes[end - length]!.word;
    for (let i = end - length + 1; i < end; i++) text += ' ' + lexemes[i]!.word;
    const hedge = BEFORE.get(text);
    if (hedge && !(text === 'over' && WITH_OVER.test(lexemes[end - 2]?.word ?? ''))) return { hedge, from: end - length };
  }
  return undefined;
}

/** All hedges in front, inner and outer (“up to about”): the one that says most wins. */
function hedgesBefore(lexemes: readonly Lexeme[], end: number, floor: number): { hedge: Hedge; from: number } {
  let hedge: Hedge = 'bare';
  let from = end;
  for (let i = 0; i < 3; i++) {
    const found = hedgeEndingAt(lexemes, from, floor);
    if (!found) break;
    if (hedge === 'bare' || hedge === 'about') hedge = found.hedge === 'about' && hedge !== 'bare' ? hedge : found.hedge;
    from = found.from;
  }
  return { hedge, from };
}

/** A sign of currency, and the letters before it that say whose. */
const SIGN = /^[$€£¥₽₴₹₺₪₩₦]$/;

function signBefore(lexemes: readonly Lexeme[], from: number, floor: number): number {
  if (from <= floor || !SIGN.test(lexemes[from - 1]!.word)) return from;
  const letters = lexemes[from - 2];
  return from - 2 >= floor && letters && letters.end === lexemes[from - 1]!.start && /^[a-z]{1,2}$/.test(letters.word) ? from - 2 : from - 1;
}

const DASHES = new Set(['-', '–', '—', '‐', '‑', '−']);

/** A second number joined to the first as a range, and where its joint is. */
function rangeAfter(lexemes: readonly Lexeme[], first: Cardinal, before: string): { second: Cardinal; joint: string; hedge: Hedge } | undefined {
  const joint = lexemes[first.to];
  if (!joint) return undefined;
  const dash = DASHES.has(joint.word);
  if (!dash && joint.word !== 'to' && joint.word !== 'or' && !(joint.word === 'and' && before === 'between')) return undefined;
  let at = first.to + 1;
  if (joint.word === 'or' && (wordAt(lexemes, at) === 'even' || wordAt(lexemes, at) === 'perhaps')) at++;
  let hedge: Hedge = 'bare';
  for (let i = 0; i < 2 && BEFORE.has(wordAt(lexemes, at)); i++) hedge = BEFORE.get(wordAt(lexemes, at++))!;
  if (SIGN.test(lexemes[at]?.word ?? '')) at++;
  const second = readCardinal(lexemes, at);
  if (!second) return undefined;
  return { second, joint: dash ? '-' : joint.word, hedge };
}

/** Gives a short first number the scale of the second: 100-120,000; 1 to 1.5 million (spec 4.2). */
function scaleFirst(first: Cardinal, second: Cardinal, joint: string): Cardinal {
  if (first.grouped || first.vague || second.vague || first.value >= 1000 || first.value >= second.value) return first;
  if (second.scale > 1 && first.scale === 1 && first.value * second.scale < second.value * 1.000001) {
    const value = Math.round(first.value * second.scale);
    return { ...first, value, rounding: roundingOf(value), grouped: true, fraction: false };
  }
  const thousands = second.value >= 1000 && second.digits && first.digits && !first.fraction;
  const value = first.value * 1000;
  if (!thousands || value >= second.value || second.rounding < 100) return first;
  if (joint === 'to' && value * 4 < second.value) return first;
  return joint === '-' || joint === 'to' ? { ...first, value, rounding: roundingOf(value), grouped: true } : first;
}

const plural = (word: string): boolean => word === 'more' || word === 'so' || word === 'fewer' || word === 'less';

/** Hedges after a number: `or more`, `or so`, `+`, `-plus`, `-odd`, `± e`. */
function hedgeAfter(lexemes: readonly Lexeme[], number: Cardinal): { hedge: Hedge; to: number; second?: Cardinal } | undefined {
  const at = number.to;
  const mark = lexemes[at]?.word ?? '';
  const next = lexemes[at + 1]?.word ?? '';
  if (mark === '+' && lexemes[at]!.start === lexemes[at - 1]!.end) return { hedge: 'at-least', to: at + 1 };
  if (DASHES.has(mark) && (next === 'plus' || next === 'odd')) return { hedge: next === 'plus' ? 'at-least' : 'about', to: at + 2 };
  if (mark === 'plus' && next !== 'or') return { hedge: 'at-least', to: at + 1 };
  if (mark === 'odd') return { hedge: 'about', to: at + 1 };
  if (mark === 'or' && plural(next)) return { hedge: next === 'more' ? 'at-least' : next === 'so' ? 'about' : 'up-to', to: at + 2 };
  const error = mark === '±' ? at + 1 : (mark === 'plus' && next === 'or' && wordAt(lexemes, at + 2) === 'minus') || (mark === 'give' && next === 'or') ? at + 3 : -1;
  const second = error < 0 ? undefined : readCardinal(lexemes, error);
  return second ? { hedge: 'plus-minus', to: second.to, second } : undefined;
}

export interface AmountOptions {
  /** Widest reach of “about”, in percent. */
  readonly percent?: number;
  /** A bare number is meant to the digit (table cells). */
  readonly exact?: boolean;
  /** Whether “from a to b” or “by a to b” at this lexeme speaks of a change, not of a range. */
  readonly change?: (from: number) => boolean;
}

/**
 * The amount whose number starts at lexeme `i`, with hedges before (not before `floor`) and after it, and a range’s
 * second number; `undefined` where no number starts.
 */
export function readAmountAt(lexemes: readonly Lexeme[], i: number, floor = 0, options: AmountOptions = {}): Amount | undefined {
  const number = readCardinal(lexemes, i);
  if (!number) return undefined;
  const percent = options.percent ?? 10;
  const before = hedgesBefore(lexemes, signBefore(lexemes, number.from, floor), floor);
  const opener = before.from > floor ? lexemes[before.from - 1]!.word : '';
  const range = rangeAfter(lexemes, number, opener);
  if (range && !((opener === 'from' || opener === 'by') && range.joint === 'to' && options.change?.(before.from) === true)) {
    const first = scaleFirst(number, range.second, range.joint);
    const { second } = range;
    const opens = opener === 'between' || (opener === 'from' && range.joint === 'to') ? before.from - 1 : before.from;
    const done = (hedge: Hedge, reading: Reading): Amount => ({
      from: opens, to: second.to, numberFrom: number.from, numberTo: second.to, hedge, ...reading,
      value: (first.value + second.value) / 2, rounding: Math.min(first.rounding, second.rounding), cardinals: [first, second],
    });
    if (first.vague && second.vague && second.vague[1] > first.vague[0]) {
      const both: readonly [number, number] = [first.vague[0], second.vague[1]];
      return { ...done('vague', intervalsOf('vague', both[0], 1, { vague: both })), value: both[0] };
    }
    if (!first.vague && !second.vague && first.value < second.value && !(first.fraction && !first.grouped)) {
      const about = before.hedge === 'about' || range.hedge === 'about';
      const reading = intervalsOf(about ? 'about-range' : 'range', first.value, first.rounding, { second: second.value, secondRounding: second.rounding, percent });
      return done(about ? 'about-range' : 'range', reading);
    }
  }
  const base = { numberFrom: number.from, numberTo: number.to, value: number.value, rounding: number.rounding, cardinals: [number] };
  if (number.vague) {
    return { from: Math.min(before.from, number.from), to: number.to, hedge: 'vague', ...base, ...intervalsOf('vague', number.value, 1, { vague: number.vague }) };
  }
  const after = hedgeAfter(lexemes, number);
  const hedge = after && (before.hedge === 'bare' || before.hedge === 'about') ? after.hedge : before.hedge;
  const reading = intervalsOf(hedge, number.value, number.rounding, {
    percent,
    ...(options.exact === true ? { exact: true } : {}),
    ...(after?.second ? { second: after.second.value } : {}),
  });
  return { from: before.from, to: after?.to ?? number.to, hedge, ...base, ...reading };
}

/** Reads a text that is an amount and nothing else but words after it (“about 112,000”, “169,000-190,000”). */
export function readAmount(text: string, options: AmountOptions = {}): Amount | undefined {
  const lexemes = lex(text);
  for (let i = 0; i < lexemes.length; i++) {
    const found = readAmountAt(lexemes, i, 0, options);
    if (found) return found;
  }
  return undefined;
}
