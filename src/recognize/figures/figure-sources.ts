import { lastPartyBefore, partyOver } from './figure-parties';
import type { Sentence } from './figure-units';
import { COUNTING } from './figure-words';

const BE = /^(?:are|is|were|was|be|been|being|to)$/;
const OPEN = /^[,;:(—–“”"]$/;
const CUT = /^(?:that|and|but|while|whereas|although|though|who|which|when|as|because|if|where|or|after|before)$/;
const ESTIMATE = /^(?:estimates?|assessments?|counts?|figures?|reckoning|tally|data|numbers|reports?|calculations?|statistics)$/;
const NOUN_OR_VERB = /^(?:estimates?|reports?|claims?|counts?|states?|notes?|records?|cited)$/;
const BREAK = /^(?:;|while|whereas|but)$/;
const CALENDAR = /^(?:\d[\d,]*|\d+(?:st|nd|rd|th)|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|yesterday|today|night|morning|evening)$/;
const PRONOUNS = /^(?:he|she|they|it|we|i|you|who)$/;
/** Words that show that what stands before a verb is no one who could say something. */
const NO_ONE = /^(?:there|you|i|let|others|this|that|these|those|what|which|number|numbers|troops|forces|soldiers)$/;

/**
 * Who gives the figure, in the words of its sentence (spec 4.2, Attribution of a figure): a source with a verb of
 * saying or counting before it, “according to S”, “S’s estimate”, (S, date), or a trailing “, S said”.
 * “She said of the 100,000 troops” gives none.
 */
export function sourceOf(sentence: Sentence, from: number, to: number): string | undefined {
  return accordingTo(sentence, from, to) ?? sayingBefore(sentence, from) ?? estimateOf(sentence, from, to) ?? inBrackets(sentence, to) ?? trailing(sentence, to);
}

function text(sentence: Sentence, from: number, to: number): string | undefined {
  if (to <= from) return undefined;
  // “UNHCR’s count of refugees recorded stood at …”: the owner of the count is who gives it
  for (let i = from; i + 1 < to; i++) if (sentence.lexemes[i]!.possessive && ESTIMATE.test(sentence.words[i + 1]!)) return text(sentence, from, i + 1);
  return sentence.prose.slice(sentence.lexemes[from]!.start, sentence.lexemes[to - 1]!.end);
}

function subjectBefore(sentence: Sentence, verb: number): { from: number; to: number } | undefined {
  const { words } = sentence;
  let to = verb;
  while (to > 0 && (words[to - 1]!.endsWith('ly') || /^(?:has|have|had|also|now|still|would|will|then|do|does|did|could|can|not|never|already|just|earlier|later|since)$/.test(words[to - 1]!))) to--;
  // “Smith, the US envoy, said”: the name is what counts
  let from = to;
  if (words[to - 1] === ',') {
    let comma = to - 2;
    while (comma > 0 && to - comma < 14 && words[comma] !== ',') comma--;
    if (words[comma] !== ',') return undefined;
    to = comma;
    from = to;
  }
  while (from > 0 && to - from < 14 && !OPEN.test(words[from - 1]!) && !CUT.test(words[from - 1]!)) from--;
  if (/^(?:in|on|at|by|last|early|late|yesterday|today|since)$/.test(words[from] ?? '')) {
    // “On 28 January 2022 Ukraine counted”: the date is no source
    let after = from;
    for (let i = from; i < to; i++) if (CALENDAR.test(words[i]!)) after = i + 1;
    from = after === from ? to : after;
  }
  return from < to ? { from, to } : undefined;
}

function sayingBefore(sentence: Sentence, from: number): string | undefined {
  const { words } = sentence;
  for (let i = from - 1; i >= Math.max(0, from - 50); i--) {
    const word = words[i]!;
    if (BREAK.test(word)) return undefined;
    const next = words[i + 1] ?? '';
    const speaks = /^(?:speaks?|spoke|talks?|talked)$/.test(word) && next === 'of';
    if (!(COUNTING.has(word) || speaks) || BE.test(words[i - 1] ?? '')) continue;
    // The State in “Islamic State”, those whom someone speaks to
    if (partyOver(sentence.parties, i) || (/^(?:told|tells|telling)$/.test(word) && i === from - 1)) continue;
    if ((next === 'of' && !speaks) || next === 'about' && i + 1 < from - 1 || /^[.”"’]$/.test(next)) continue;
    if ((word === 'put' || word === 'puts' || word === 'putting') && !within(words, 'at', i, from)) continue;
    if (NOUN_OR_VERB.test(word) && /^(?:a|an|the|no|new|latest|such|of|by|united|member|western)$/.test(words[i - 1] ?? '')) continue;
    const subject = subjectBefore(sentence, i);
    if (!subject) continue;
    const head = words[subject.to - 1]!;
    if (NO_ONE.test(head) || (subject.to - subject.from === 1 && sentence.lexemes[subject.from]!.kind !== 'word')) continue;
    return text(sentence, subject.from, subject.to);
  }
  return undefined;
}

function within(words: readonly string[], word: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words[i] === word) return true;
  return false;
}

function accordingTo(sentence: Sentence, from: number, to: number): string | undefined {
  const { words } = sentence;
  for (let i = Math.max(0, from - 50); i < Math.min(words.length - 2, to + 50); i++) {
    if (words[i] !== 'according' || words[i + 1] !== 'to') continue;
    let end = i + 2;
    while (end < words.length && end - i < 14 && !/^[,;:.()—–“”]$/.test(words[end]!)) end++;
    return text(sentence, i + 2, end);
  }
  return undefined;
}

function estimateOf(sentence: Sentence, from: number, to: number): string | undefined {
  const { words, lexemes, parties } = sentence;
  for (const at of [from - 1, from - 2]) {
    // “the Pentagon’s estimate of 100,000 troops”
    if (at <= 0 || !ESTIMATE.test(words[at] ?? '')) continue;
    const subject = subjectBefore(sentence, at);
    if (subject && lexemes.slice(subject.from, subject.to).some(l => l.possessive || l.capital)) return text(sentence, subject.from, subject.to);
  }
  for (let k = lastPartyBefore(parties, to + 31); k >= 0 && parties[k]!.from >= from - 30; k--) {
    const party = parties[k]!;
    const by = words[party.from - 1] === 'by' || words[party.from - 2] === 'by' || words[party.from - 1] === 'on';
    for (let i = party.to; i < party.to + 4; i++) if (by && ESTIMATE.test(words[i] ?? '')) return text(sentence, party.from, i);
  }
  for (let i = to; i < Math.min(words.length - 2, to + 14); i++) {
    if (words[i] === 'by' && lexemes[i + 1]?.possessive === true && ESTIMATE.test(words[i + 2] ?? '')) return text(sentence, i + 1, i + 2);
  }
  return undefined;
}

function inBrackets(sentence: Sentence, to: number): string | undefined {
  const { words, lexemes } = sentence;
  for (let i = to; i < Math.min(words.length, to + 12); i++) {
    if (/^[;“”]$/.test(words[i]!)) return undefined;
    if (words[i] !== '(') continue;
    let end = i + 1;
    while (end < words.length && words[end] !== ')') end++;
    const inner = lexemes.slice(i + 1, end);
    const named = inner.filter(l => l.capital);
    const several = inner.length > 1 && (words.slice(i + 1, end).includes(',') || inner.some(l => COUNTING.has(l.word) || l.word === 'source') || inner.length > 2);
    if (named.length > 0 && several) return text(sentence, i + 1, end)?.replace(/^sources?:\s*/i, '').replace(/,[^,]*\d[^,]*$/, '');
    return undefined;
  }
  return undefined;
}

function trailing(sentence: Sentence, to: number): string | undefined {
  const { words, lexemes } = sentence;
  for (let i = to; i < Math.min(words.length, to + 40); i++) {
    if (words[i] === ';') return undefined;
    if (!COUNTING.has(words[i]!) || BE.test(words[i - 1] ?? '')) continue;
    const next = words[i + 1];
    if (next !== undefined && !/^(?:told|tells)$/.test(words[i]!) && !/^[.,;)”"!?]$/.test(next) && !/^(?:on|in|at|to|during|after|before|via|yesterday|today|this|last|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday|late)$/.test(next)) {
      // “, said the minister”
      if (words[i - 1] !== ',' && words[i - 1] !== '”' && words[i - 1] !== '"') continue;
      let end = i + 1;
      while (end < words.length && end - i < 10 && !/^[,;:.()”]$/.test(words[end]!)) end++;
      return lexemes.slice(i + 1, end).some(l => l.kind === 'word') ? text(sentence, i + 1, end) : undefined;
    }
    const subject = subjectBefore(sentence, i);
    if (!subject || subject.from < to) continue;
    if (!OPEN.test(words[subject.from - 1] ?? ',')) continue;
    return text(sentence, subject.from, subject.to);
  }
  return undefined;
}

/** Whether the words name no one in particular (“she”, “they”). */
export function isPronoun(source: string): boolean {
  return PRONOUNS.test(source.toLowerCase());
}
