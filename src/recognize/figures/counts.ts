import type { BlockText, DateMention, FigureMention } from '../model';
import { insideQuote } from '../quotations/quoted';
import { dateOf } from './figure-dates';
import { partyOver } from './figure-parties';
import { scopesOf } from './figure-places';
import { sourceOf } from './figure-sources';
import { statusOf } from './figure-status';
import type { Sentence } from './figure-units';
import { PEOPLE_EVENT_OF } from './lexicon/verbs';
import { singular } from './nouns';
import { quantityNoun, type Whole, wholeOf } from './quantities';
import type { Term } from './terms';
import { intervalsOf } from './numbers';

/** Dimensions that two places of a text are never compared in: spans of time stand for themselves. */
const ALONE = new Set(['duration', 'temperature', 'points', 'speed']);

/**
 * The figures of a sentence with what they count: those of forces as read before, and every other number that counts
 * or measures something. In order of their places.
 */
export function withQuantities(text: BlockText, sentence: Sentence, terms: readonly Term[], forces: readonly FigureMention[], dates: readonly DateMention[]): FigureMention[] {
  const { lexemes } = sentence;
  const counting = terms.filter(term => term.unit !== undefined && !term.nothing);
  if (counting.length === 0) return [...forces];
  const whole = wholeOf(sentence);
  let scopes: (string | undefined)[] | undefined;
  const found: FigureMention[] = [];
  let next = 0;
  counting.forEach((term, k) => {
    const start = lexemes[term.amount.numberFrom]!.start;
    while (next < forces.length && forces[next]!.number.start < start) found.push(forces[next++]!);
    const left = k > 0 ? counting[k - 1]!.to : 0;
    const right = counting[k + 1]?.lead.from ?? lexemes.length;
    const force = forces[next];
    if (force && force.number.start === start) {
      next++;
      found.push({ ...force, noun: quantityNoun(sentence, whole, term, left, right, force.status) });
      return;
    }
    if (ALONE.has(term.unit!.dimension)) return;
    scopes ??= scopesOf(sentence, counting.map(t => ({ from: t.lead.from, numberFrom: t.amount.numberFrom, to: t.to })));
    found.push(plain(text, sentence, term, { whole, left, right, scope: scopes[k], dates }));
  });
  found.push(...forces.slice(next));
  return found;
}

function plain(text: BlockText, sentence: Sentence, term: Term, around: { whole: Whole; left: number; right: number; scope: string | undefined; dates: readonly DateMention[] }): FigureMention {
  const { lexemes, prose } = sentence;
  const { amount, lead } = term;
  const unit = term.unit!;
  const { left, right } = around;
  const status = statusOf(sentence, { from: lead.from, to: term.to, left, right, hedge: amount.hedge });
  const noun = quantityNoun(sentence, around.whole, term, left, right, status);
  const at = (from: number, to: number): { start: number; end: number } => ({ start: lexemes[from]!.start, end: lexemes[to - 1]!.end });
  const span = at(lead.from, term.to);
  const source = sourceOf(sentence, lead.from, term.to);
  const side = sideIn(sentence, term);
  const reading = unit.dimension === 'share' && (amount.hedge === 'bare' || amount.hedge === 'exactly')
    ? intervalsOf(amount.hedge, amount.value, amount.rounding, { share: true }) : amount;
  const signed = lexemes[amount.numberFrom - 1];
  const numberFrom = unit.dimension === 'money' && signed?.kind === 'mark' ? amount.numberFrom - 1 : amount.numberFrom;
  return {
    span, amount: at(Math.min(amount.from, numberFrom), amount.to), number: at(amount.numberFrom, amount.numberTo), surface: prose.slice(span.start, span.end),
    implied: reading.implied, logical: reading.logical, value: amount.value, rounding: amount.rounding,
    hedged: !/^(?:bare|exactly|range|vague)$/.test(amount.hedge), vague: amount.hedge === 'vague',
    unit: noun.kind, status, component: 'total', part: noun.part, noun,
    ...(side ? { force: side } : {}),
    ...(around.scope !== undefined ? { scope: around.scope } : {}),
    ...dateOf(around.dates, span.start, right < lexemes.length ? lexemes[right]!.start : Infinity, left > 0 ? lexemes[left - 1]!.end : 0),
    ...(source !== undefined ? { source } : {}),
    quoted: text.block.quoted || insideQuote(text.block.quotes, span),
  };
}

/** The side named inside the phrase or right before it: 103 Chinese aircraft, Israel’s 40 strikes. */
function sideIn(sentence: Sentence, term: Term): { id: string; explicit: boolean } | undefined {
  for (let i = term.amount.to; i < term.to; i++) {
    const party = sentence.partyAt.get(i);
    if (party) return { id: party.id, explicit: true };
  }
  // “Russian losses at 5,937 killed”, “refugees from Ukraine … stood at 5,898,696”
  const { words } = sentence;
  const party = sentence.parties.find(p => p.to <= term.lead.from && (PEOPLE_EVENT_OF.has(words[p.to] ?? '') || /^(?:losses|casualties|dead)$/.test(words[p.to] ?? '')) && term.lead.from - p.to <= 3)
    ?? (term.unit!.kind === 'displaced' ? sentence.parties.find(p => words[p.from - 1] === 'from' && singular(words[p.from - 2] ?? '') === term.unit!.head) : undefined);
  if (party) return { id: party.id, explicit: true };
  const owner = partyOver(sentence.parties, term.lead.from - 1);
  return owner?.possessive === true && owner.to === term.lead.from ? { id: owner.id, explicit: true } : undefined;
}
