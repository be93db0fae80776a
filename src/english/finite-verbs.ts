import type { Span } from '../base/span';
import { AUXILIARY, Is } from './clause-words';
import type { Token } from './tokens';
import { SAID, SAYS } from './verbs';

export type Tense = 'past' | 'past-perfect' | 'present' | 'perfect' | 'future' | 'conditional';

/** A finite verb, or the auxiliary that stands for it. */
export interface FiniteVerb extends Span {
  readonly tense: Tense;
  /** Says or meets, in the past; says or thinks, in the present. */
  readonly saying: boolean;
  /** Index of its token. */
  readonly token: number;
  /** May as well be a participle: it counts only where the clause has no surer verb. */
  readonly weak: boolean;
}

/** A sentence without what stands in quotation marks: `tokens[from, to)`. */
interface Stretch {
  readonly tokens: readonly Token[];
  /** What each word may be (`clause-words.ts`), by token. */
  readonly kinds: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** The finite verbs of a stretch, in order. */
export function finiteVerbs(text: Stretch): FiniteVerb[] {
  const { tokens, from, to } = text;
  const found: FiniteVerb[] = [];
  let covered = from - 1;
  for (let i = from; i < to; i++) {
    if (i <= covered) continue;
    const token = tokens[i]!;
    const word = token.folded;
    if (token.capital && i > from) continue;
    const auxiliary = auxiliaryAt(text, i);
    if (auxiliary) {
      found.push({ start: token.start, end: token.end, tense: auxiliary.tense, saying: auxiliary.tense === 'conditional' && SAYS.has(tokens[auxiliary.last]!.folded), token: i, weak: false });
      covered = auxiliary.last;
      continue;
    }
    if (token.capital || word.length < 3) continue;
    const verb = pastAt(text, i) ?? presentAt(text, i);
    if (verb) found.push({ start: token.start, end: token.end, saying: (verb.tense === 'past' ? SAID : SAYS).has(word), token: i, ...verb });
  }
  return found;
}

interface Auxiliary {
  readonly tense: Tense;
  /** The last token that belongs to the verb. */
  readonly last: number;
}

/** An auxiliary with the words that go with it. */
function auxiliaryAt(text: Stretch, i: number): Auxiliary | undefined {
  const { tokens, kinds, from, to } = text;
  const kind = kinds[i]!;
  // “he’s”
  const shortIs = tokens[i]!.possessive && (kind & Is.ONE) !== 0;
  if ((kind & AUXILIARY) === 0 && !shortIs) return undefined;
  const before = i > from ? tokens[i - 1]! : undefined;
  // the verb after a modal or an infinitive's “to” is not finite
  if (before?.folded === 'to') return undefined;
  let next = i + 1;
  while (next < to && (kinds[next]! & Is.ADVERB) !== 0) next++;
  const participle = next < to && (kinds[next]! & Is.PARTICIPLE) !== 0;
  if ((kind & Is.WILL) !== 0) return before && ((kinds[i - 1]! & Is.DETERMINER) !== 0 || before.possessive) ? undefined : { tense: 'future', last: chain(text, i) };
  if ((kind & Is.WOULD) !== 0) return { tense: 'conditional', last: chain(text, i) };
  if ((kind & Is.MAY) !== 0) return { tense: 'present', last: chain(text, i) };
  if ((kind & Is.BE_PRESENT) !== 0) return { tense: 'present', last: participle ? next : i };
  if ((kind & Is.BE_PAST) !== 0) return { tense: 'past', last: participle ? next : i };
  if ((kind & Is.HAVE) !== 0) return participle ? { tense: 'perfect', last: next } : { tense: 'present', last: i };
  if ((kind & Is.HAD) !== 0) {
    // “Had he been foreign minister, …”
    if (i === from && next < to && !participle) return { tense: 'conditional', last: Math.min(next + 2, to - 1) };
    return participle ? { tense: 'past-perfect', last: next } : { tense: 'past', last: i };
  }
  if ((kind & (Is.DO_PRESENT | Is.DO_PAST)) !== 0) return doAt(text, i, next);
  if ((kind & Is.CONTRACTED) !== 0) return contracted(text, i);
  return { tense: participle ? 'perfect' : 'present', last: participle ? next : i };
}

/** The end of a verb that begins with a modal: “will have been meeting”. */
function chain({ tokens, kinds, to }: Stretch, i: number): number {
  let end = i;
  while (end + 1 < to && end < i + 4 && (kinds[end + 1]! & (Is.ADVERB | Is.BE | Is.HAVE)) !== 0) end++;
  return end === i && end + 1 < to && !tokens[end + 1]!.capital ? end + 1 : Math.min(end + 1, to - 1);
}

function doAt(text: Stretch, i: number, next: number): Auxiliary | undefined {
  const { tokens, kinds, to } = text;
  const negated = i + 1 < tokens.length && tokens[i + 1]!.folded === 'not';
  if ((kinds[i]! & Is.DO_PAST) !== 0) return { tense: 'past', last: next < to && negated ? next : i };
  // “do” alone is mostly an infinitive
  const stands = tokens[i]!.folded !== 'do' || negated || (next < to && tokens[next]!.folded === 'not') || (i + 1 < tokens.length && (kinds[i + 1]! & Is.ADVERB) !== 0);
  return stands ? { tense: 'present', last: chain(text, i) } : undefined;
}

const CONTRACTIONS: ReadonlyMap<string, Tense> = new Map([['ll', 'future'], ['d', 'conditional'], ['ve', 'perfect'], ['re', 'present'], ['m', 'present']]);

function contracted(text: Stretch, i: number): Auxiliary {
  const word = text.tokens[i]!.folded;
  const ending = word.slice(word.indexOf('\'') + 1);
  return { tense: CONTRACTIONS.get(ending)!, last: ending === 'll' || ending === 've' ? chain(text, i) : i };
}

/** The nearest word before `i` that is no adverb; -1 where none. */
function previous({ kinds, from }: Stretch, i: number): number {
  let k = i - 1;
  while (k >= from && (kinds[k]! & Is.ADVERB) !== 0) k--;
  return k >= from ? k : -1;
}

type Simple = { readonly tense: Tense; readonly weak: boolean };

/** A simple past: no participle behind an auxiliary, no adjective before a noun. */
function pastAt(text: Stretch, i: number): Simple | undefined {
  const { tokens, kinds, to } = text;
  const only = (kinds[i]! & Is.PAST_ONLY) !== 0;
  if (!only && (kinds[i]! & Is.PAST) === 0) return undefined;
  const at = previous(text, i);
  const before = at < 0 ? undefined : tokens[at]!;
  const kind = at < 0 ? 0 : kinds[at]!;
  const pronoun = (kind & Is.PRONOUN) !== 0;
  if (before) {
    if ((kind & (Is.BE | Is.HAVE | Is.HAD)) !== 0 || before.folded === 'having') return undefined;
    if ((kind & Is.DETERMINER) !== 0 && !pronoun) return undefined;
    if ((kind & Is.PREPOSITION) !== 0 || before.possessive) return undefined;
    if ((kind & Is.SHORTENED) !== 0 && !only) return undefined;
  }
  if (only) return { tense: 'past', weak: false };
  // “the agreement signed in March”, “troops backed by tanks”
  const participle = before === undefined
    || (i + 1 < to && (tokens[i + 1]!.folded === 'by' || ((kinds[i + 1]! & Is.PREPOSITION) !== 0 && !before.capital && !pronoun)))
    || before.folded === 'and' || before.folded === 'or';
  return { tense: 'past', weak: participle };
}

/** A simple present that its surroundings show: “Ankara wants a second string”, “critics argue that”. */
function presentAt(text: Stretch, i: number): Simple | undefined {
  const { tokens, kinds, from, to } = text;
  const kind = kinds[i]!;
  if ((kind & (Is.THIRD | Is.PLAIN)) === 0) return undefined;
  const at = previous(text, i);
  if (at < 0) return undefined;
  const before = tokens[at]!;
  const subject = kinds[at]!;
  if ((subject & Is.DETERMINER) !== 0 && (subject & Is.PRONOUN) === 0) return undefined;
  if ((subject & (Is.PREPOSITION | Is.MAY | Is.WOULD | Is.WILL)) !== 0 || before.possessive) return undefined;
  const next = i + 1 < to ? tokens[i + 1]! : undefined;
  const following = next ? kinds[i + 1]! : 0;
  const named = (following & Is.OBJECT) !== 0;
  if ((kind & Is.PLAIN) !== 0) {
    const many = (subject & Is.MANY) !== 0 || (before.folded.endsWith('s') && !before.capital && before.folded.length > 3);
    return many && named ? { tense: 'present', weak: (subject & Is.MANY) === 0 } : undefined;
  }
  const one = (subject & Is.ONE) !== 0;
  const adverb = at !== i - 1;
  const object = next === undefined || named || next.capital || (following & Is.ADVERB) !== 0;
  const beforePlace = (following & Is.PREPOSITION) !== 0 && before.capital && i - 1 > from;
  if ((one || before.capital || adverb) && (object || one || adverb || beforePlace)) return { tense: 'present', weak: !one && !object };
  // “the agency expects that”, after a common noun: only what must be a verb
  return !before.folded.endsWith('s') && named ? { tense: 'present', weak: true } : undefined;
}
