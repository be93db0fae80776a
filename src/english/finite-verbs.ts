import type { Span } from '../base/span';
import type { Token } from './tokens';
import {
  BE_PAST, BE_PRESENT, DO_PAST, DO_PRESENT, HAD, HAVE, isVerb, MAY, NO_PAST, PARTICIPLE_ONLY, PAST_AND_PARTICIPLE, PAST_ONLY, plainOf, SAID, SAYS, WILL, WOULD,
} from './verbs';
import { classOf } from './word-set';

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

const BE_FORMS = classOf('is are am was were be been being isn\'t aren\'t wasn\'t weren\'t get got gets getting');
const DETERMINERS = classOf('a an the this that these those his her its their our my your no any every each some another which whose what');
const PREPOSITIONS = classOf('of in on at by for with from to into over under between among against about after before during through within without per as than upon toward towards across near via like despite');
const PRONOUNS = classOf('he she it they we i you who which that this there');
const ONE = classOf('he she it who which that this there one everybody everyone nobody no-one somebody someone');
const MANY = classOf('they we i you who which that these those many most some few others both all several');
const OBJECT = classOf('a an the this that these those his her its their our my your no how what why whether not only more less as if to him them us it itself himself herself themselves two three four five six');
const NOT_ADVERBS = classOf('only family reply supply assembly ally italy july early daily monthly weekly yearly friendly likely costly deadly anomaly monopoly homily');

/** Adverbs and the like that stand between an auxiliary and its verb, or between subject and verb. */
function between(word: string): boolean {
  return (word.endsWith('ly') && !NOT_ADVERBS.has(word)) || /^(?:not|also|never|always|still|now|then|once|again|already|just|ever|long|soon|first|only|even|later|often|twice|yet|both|all|duly|too)$/.test(word);
}

/** The finite verbs of `tokens[from, to)`, a sentence without what stands in quotation marks, in order. */
export function finiteVerbs(tokens: readonly Token[], from: number, to: number, isWord: (word: string) => boolean): FiniteVerb[] {
  const found: FiniteVerb[] = [];
  let covered = from - 1;
  for (let i = from; i < to; i++) {
    if (i <= covered) continue;
    const token = tokens[i]!;
    const word = token.folded;
    if (token.capital && i > from) continue;
    const auxiliary = auxiliaryAt(tokens, i, from, to);
    if (auxiliary) {
      found.push({ start: token.start, end: token.end, tense: auxiliary.tense, saying: auxiliary.saying, token: i, weak: false });
      covered = auxiliary.last;
      continue;
    }
    if (token.capital || word.length < 3) continue;
    const verb = pastAt(tokens, i, from, to, word) ?? presentAt(tokens, i, from, to, word, isWord);
    if (verb) found.push({ start: token.start, end: token.end, saying: (verb.tense === 'past' ? SAID : SAYS).has(word), token: i, ...verb });
  }
  return found;
}

/** An auxiliary with the words that go with it: `last` is the last token that belongs to the verb. */
function auxiliaryAt(tokens: readonly Token[], i: number, from: number, to: number): { tense: Tense; last: number; saying: boolean } | undefined {
  const word = tokens[i]!.folded;
  const before = i > from ? tokens[i - 1]!.folded : '';
  let next = i + 1;
  while (next < to && between(tokens[next]!.folded)) next++;
  const verb = next < to ? tokens[next]!.folded : '';
  const participle = PARTICIPLE_ONLY.has(verb) || PAST_AND_PARTICIPLE.has(verb) || (verb.endsWith('ed') && !NO_PAST.has(verb)) || verb === 'been' || verb === 'had';
  const of = (tense: Tense, last = i, saying = false): { tense: Tense; last: number; saying: boolean } => ({ tense, last, saying });
  // the verb after a modal or an infinitive's “to” is not finite
  const chain = (last: number): number => {
    let end = last;
    while (end + 1 < to && end < last + 4 && (between(tokens[end + 1]!.folded) || BE_FORMS.has(tokens[end + 1]!.folded) || HAVE.has(tokens[end + 1]!.folded))) end++;
    return end === last && end + 1 < to && !tokens[end + 1]!.capital ? end + 1 : Math.min(end + 1, to - 1);
  };
  if (before === 'to') return undefined;
  if (WILL.has(word)) return DETERMINERS.has(before) || /['’]s$/.test(before) || (i > from && tokens[i - 1]!.possessive) ? undefined : of('future', chain(i));
  if (WOULD.has(word)) return of('conditional', chain(i));
  if (MAY.has(word)) return of('present', chain(i));
  if (BE_PRESENT.has(word)) return of('present', participle ? next : i);
  if (BE_PAST.has(word)) return of('past', participle ? next : i);
  if (HAVE.has(word)) return participle ? of('perfect', next) : of('present');
  if (HAD.has(word)) {
    // “Had he been foreign minister, …”
    if (i === from && next < to && !participle) return of('conditional', Math.min(next + 2, to - 1));
    return participle ? of('past-perfect', next) : of('past');
  }
  if (DO_PRESENT.has(word)) return /^(?:do|does)$/.test(word) && !(verb === 'not' || tokens[i + 1]?.folded === 'not' || between(tokens[i + 1]?.folded ?? '')) && word === 'do' ? undefined : of('present', chain(i));
  if (DO_PAST.has(word)) return of('past', next < to && tokens[i + 1]!.folded === 'not' ? next : i);
  const short = /^([a-z]+)'(ll|re|ve|d|m)$/.exec(word);
  if (short) return of(short[2] === 'll' ? 'future' : short[2] === 'd' ? 'conditional' : short[2] === 've' ? 'perfect' : 'present', short[2] === 'll' || short[2] === 've' ? chain(i) : i);
  if (tokens[i]!.possessive && ONE.has(word)) return of(participle ? 'perfect' : 'present', participle ? next : i);
  return undefined;
}

/** The nearest word before `i` that is no adverb. */
function previous(tokens: readonly Token[], i: number, from: number): Token | undefined {
  let k = i - 1;
  while (k >= from && between(tokens[k]!.folded)) k--;
  return k >= from ? tokens[k] : undefined;
}

/** A simple past: no participle behind an auxiliary, no adjective before a noun. */
function pastAt(tokens: readonly Token[], i: number, from: number, to: number, word: string): { tense: Tense; weak: boolean } | undefined {
  const only = PAST_ONLY.has(word);
  const shared = PAST_AND_PARTICIPLE.has(word) || (word.endsWith('ed') && word.length > 3 && !NO_PAST.has(word) && !word.endsWith('eed') && !word.includes('-'));
  if (!only && !shared) return undefined;
  const before = previous(tokens, i, from);
  if (before) {
    if (BE_FORMS.has(before.folded) || HAVE.has(before.folded) || HAD.has(before.folded) || before.folded === 'having') return undefined;
    if (DETERMINERS.has(before.folded) && !PRONOUNS.has(before.folded)) return undefined;
    if (PREPOSITIONS.has(before.folded) || before.possessive) return undefined;
    if (/^(?:if|when|as|once|though|although|unless|until|where)$/.test(before.folded) && !only) return undefined;
  }
  if (only) return { tense: 'past', weak: false };
  const next = i + 1 < to ? tokens[i + 1]! : undefined;
  // “the agreement signed in March”, “troops backed by tanks”
  const participle = before === undefined || (next !== undefined && PREPOSITIONS.has(next.folded) && !before.capital && !PRONOUNS.has(before.folded)) || next?.folded === 'by' || /^(?:and|or|,)$/.test(before.folded);
  return { tense: 'past', weak: participle };
}

/** A simple present that its surroundings show: “Ankara wants a second string”, “critics argue that”. */
function presentAt(tokens: readonly Token[], i: number, from: number, to: number, word: string, isWord: (word: string) => boolean): { tense: Tense; weak: boolean } | undefined {
  const before = previous(tokens, i, from);
  if (!before) return undefined;
  if (DETERMINERS.has(before.folded) && !PRONOUNS.has(before.folded)) return undefined;
  if (PREPOSITIONS.has(before.folded) || before.possessive || MAY.has(before.folded) || WOULD.has(before.folded) || WILL.has(before.folded)) return undefined;
  const next = i + 1 < to ? tokens[i + 1]! : undefined;
  const adverb = before !== tokens[i - 1];
  const object = next === undefined || OBJECT.has(next.folded) || next.capital || between(next.folded);
  const plain = plainOf(word);
  if (plain !== undefined && isVerb(plain, isWord)) {
    const subject = ONE.has(before.folded) || before.capital || adverb;
    if (subject && (object || ONE.has(before.folded) || adverb || (next !== undefined && PREPOSITIONS.has(next.folded) && before.capital && i - 1 > from))) return { tense: 'present', weak: !ONE.has(before.folded) && !object };
    // “the agency expects that”, after a common noun: only what must be a verb
    return object && !before.folded.endsWith('s') && next !== undefined && OBJECT.has(next.folded) ? { tense: 'present', weak: true } : undefined;
  }
  if (!isVerb(word, isWord) || word.endsWith('ed') || word.endsWith('ing')) return undefined;
  const many = MANY.has(before.folded) || (before.folded.endsWith('s') && !before.capital && before.folded.length > 3);
  return many && next !== undefined && OBJECT.has(next.folded) ? { tense: 'present', weak: !MANY.has(before.folded) } : undefined;
}
