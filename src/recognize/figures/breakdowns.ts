import type { Span } from '../../base/span';
import type { Sentence } from './figure-units';
import { DEALING } from './lexicon/words';
import type { Term } from './terms';
import { told, type Told } from './told';

/** Shares of one whole that are dealt out in one sentence, in per cent. */
export interface DealtMention {
  readonly span: Span;
  readonly shares: readonly Told[];
}

/** Votes of one ballot. */
export interface BallotMention {
  readonly span: Span;
  readonly votes: number;
}

const REACH = 12;

const MEANT = /^(?:asked|answers?|named?|respondents|several|multiple|also|overlap)$/;

/** “48 per cent went to Asia, 39 per cent to Europe and 23 per cent to Africa”: dealt out, so no more than all. */
export function dealtIn(sentence: Sentence, terms: readonly Term[]): DealtMention | undefined {
  const { words } = sentence;
  const shares = terms.filter(term => term.unit?.dimension === 'share' && !term.nothing && term.amount.cardinals.length === 1 && term.amount.hedge === 'bare' && !term.lead.part);
  if (shares.length < 2 || words.some(w => MEANT.test(w))) return undefined;
  const first = shares[0]!;
  // “48 per cent went to Asia”, “exports go 58 per cent to Asia”
  const deals = words.slice(first.amount.to, first.amount.to + 5).some(w => DEALING.has(w)) || DEALING.has(words[first.lead.from - 1] ?? '');
  if (!deals || !shares.slice(1).every((s, i) => /^(?:,|and)$/.test(words[s.lead.from - 1] ?? '') && s.amount.from - shares[i]!.amount.to <= REACH)) return undefined;
  const all = shares.map(share => told(sentence, share));
  return { span: { start: all[0]!.span.start, end: endOf(sentence, shares.at(-1)!) }, shares: all };
}

/** The place of a list's last part ends with its clause: “23 per cent to Africa”. */
function endOf({ words, lexemes }: Sentence, term: Term): number {
  let to = term.to;
  while (to < words.length && !/^[.,;:)(—–]$/.test(words[to]!)) to++;
  return lexemes[to - 1]!.end;
}

const BALLOT = /^(?:votes?|in|for|against|abstentions?|abstained|favour|favor|opposed|absent)$/;

/** “12 votes in favour, 2 against and 3 abstentions”. */
export function ballotIn(sentence: Sentence, terms: readonly Term[]): BallotMention | undefined {
  const { words, lexemes } = sentence;
  const votes = terms.filter(term => !term.nothing && term.amount.cardinals.length === 1 && BALLOT.test(words[term.amount.to] ?? '') && ballotWord(words, term.amount.to));
  if (votes.length < 2 || votes.some((v, i) => i > 0 && v.amount.from - votes[i - 1]!.amount.to > 8)) return undefined;
  if (!votes.some(v => /^(?:against|abstentions?|abstained)$/.test(words[v.amount.to] ?? ''))) return undefined;
  const last = votes.at(-1)!;
  let to = last.amount.to;
  while (to < words.length && BALLOT.test(words[to]!)) to++;
  return { span: { start: lexemes[votes[0]!.amount.numberFrom]!.start, end: lexemes[to - 1]!.end }, votes: votes.reduce((sum, v) => sum + v.amount.value, 0) };
}

function ballotWord(words: readonly string[], at: number): boolean {
  return words[at] !== 'in' && words[at] !== 'for' || /^(?:favour|favor)$/.test(words[at + 1] ?? '') || words[at] === 'for' && /^[,;]$/.test(words[at + 1] ?? ',');
}
