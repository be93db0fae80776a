import { isChange } from './figure-before';
import type { Sentence } from './figure-units';
import { DENIED, PAST, PROJECTED, PROJECTED_AFTER } from './figure-words';
import type { FigureStatus } from '../model';
import type { Hedge } from './numbers';

/** Where a figure stands among its neighbours: lexeme indexes, `left` and `right` the bounds set by other figures. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
  readonly hedge: Hedge;
}

const CUT = /^(?:;|:|—|–|while|whereas|although|though|but|because)$/;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const SEASON = /^(?:spring|summer|autumn|fall|winter|year|month|week|decade|century)$/;
const STAYING = /^(?:stay|remain|keep|retain|continue|leave|withdraw|return)$/;

const DEFINITE = /^(?:the|its|their|those|these)$/;
const IN_PLACE = /^(?:in|inside|within|near|around|along|on|at|outside|across|throughout)$/;

/** Whether a figure is said to be so, to come, to be over, or not to be so (spec 4.2, Key). */
export function statusOf(sentence: Sentence, at: Standing): FigureStatus {
  const { words } = sentence;
  let start = at.from;
  while (start > at.left && at.from - start < 24 && !CUT.test(words[start - 1]!)) start--;
  let end = at.to;
  while (end < at.right && end - at.to < 16 && !CUT.test(words[end]!)) end++;
  const before = (test: (word: string, i: number) => boolean): boolean => {
    for (let i = start; i < at.from; i++) if (test(words[i]!, i)) return true;
    return false;
  };
  if (before((w, i) => DENIED.has(w) || (w === 'no' && /^(?:evidence|truth|sign|indication|proof)$/.test(words[i + 1] ?? '')))) return 'denied';
  // “would protect the 900 soldiers in Syria”, “will not pull back its 5,000 soldiers in Idlib”: those are there already
  const there = DEFINITE.test(words[at.from] ?? '');
  const placed = there && IN_PLACE.test(words[at.to] ?? '') && sentence.lexemes[at.to + 1]?.kind === 'word';
  if (!placed && before((w, i) => (w === 'not' || w === 'never') && at.from - i <= 5 && !/^(?:only|less|fewer|more|just|yet)$/.test(words[i + 1] ?? ''))) return 'denied';
  for (let i = at.to; i < end; i++) if (/^(?:is|are|was|were)$/.test(words[i]!) && /^(?:false|untrue|denied|fabricated|baseless)$/.test(words[i + 1] ?? '')) return 'denied';
  const previous = words[at.from - 1] ?? '';
  if (previous === 'not' || previous === 'never') return 'denied';
  // “up from 80,000”, “compared with 90,000 in April”, “from around 80,000”
  if ((previous === 'from' && at.hedge !== 'range' && moved(words, at.from)) || (/^(?:with|to)$/.test(previous) && /^(?:compared|compares)$/.test(words[at.from - 2] ?? '')) || (previous === 'than' && /^(?:rather|more)$/.test(words[at.from - 2] ?? ''))) return 'past';
  if (before((w, i) => (w === 'before' || w === 'until') && (i === start || sentence.lexemes[i - 1]!.kind === 'mark') && words.slice(i, at.from).some(v => /^(?:had|kept|held|was|were)$/.test(v)))) return 'past';
  if (before((w, i) => PAST.has(w) || (w === 'used' && words[i + 1] === 'to') || (w === 'had' && words[i + 1] === 'been') || (w === 'no' && words[i + 1] === 'longer'))) return 'past';
  for (let i = start; i < end; i++) {
    if (i >= at.from && i < at.to) continue;
    const word = words[i]!;
    const next = words[i + 1] ?? '';
    if (word === 'last' && (SEASON.test(next) || MONTH.test(next)) && next !== 'week') return 'past';
    if (word === 'ago' || (word === 'during' && /^(?:the)$/.test(next) && words[i + 2] === 'cold') || (word === 'at' && /^(?:its|their|the)$/.test(next) && /^(?:peak|height)$/.test(words[i + 2] ?? ''))) return 'past';
  }
  if (!placed && before((w, i) => w === 'may' && !sentence.lexemes[i]!.capital && sentence.lexemes[i + 1]?.kind === 'word')) return 'projected';
  if (!placed && before((w, i) => PROJECTED.has(w) && !(/^(?:will|would)$/.test(w) && STAYING.test(words[i + 1] ?? '') && words[i + 1] !== 'withdraw') && !(w === 'plan' && words[i - 1] === 'the' && words[i + 1] === 'was'))) return 'projected';
  if (!placed && before((w, i) => w === 'to' && /^(?:deploy|send|reach|field|mobilise|mobilize|station|move|raise|increase|commit|recruit|train)$/.test(words[i + 1] ?? '') && !/^(?:used|had)$/.test(words[i - 1] ?? ''))) return 'projected';
  for (let i = at.to; i < Math.min(end, at.to + 6); i++) {
    const word = words[i]!;
    const next = words[i + 1] ?? '';
    if (/^(?:and|or|but|,|that|which|who|to)$/.test(word)) break;
    if (!PROJECTED_AFTER.has(word) || sentence.lexemes[i]!.capital) continue;
    if (word === 'by') return timed(words, i + 1) ? 'projected' : 'actual';
    // “the 30,000 troops will stay”, “the 30,000 troops in Belarus are due home”
    return STAYING.test(next) || (there && word === 'will') || (placed && i > at.to + 1) ? 'actual' : 'projected';
  }
  for (let i = at.to; i < end; i++) {
    if (words[i] === 'by' && timed(words, i + 1) && before(w => w === 'up')) return 'projected';
  }
  // “In April there were …”: a month without its year is one that is over, unless something is to come
  if (/^(?:now|today|currently)$/.test(words[at.to] ?? '')) return 'actual';
  for (let i = start; i < end; i++) {
    if (words[i] === 'in' && (i < at.from || i >= at.to) && MONTH.test(words[i + 1] ?? '') && sentence.lexemes[i + 1]!.capital && !/^\d{4}$/.test(words[i + 2] ?? '')) return 'past';
  }
  return 'actual';
}

/** A time to come after “by”: spring, next year, the end of May, 2027. */
function timed(words: readonly string[], i: number): boolean {
  const word = words[i] ?? '';
  return SEASON.test(word) || MONTH.test(word) || /^20\d\d$/.test(word) || (/^(?:early|late|mid|next|the)$/.test(word) && (SEASON.test(words[i + 1] ?? '') || words[i + 1] === 'end' || MONTH.test(words[i + 1] ?? '')));
}

function moved(words: readonly string[], from: number): boolean {
  for (let i = Math.max(0, from - 10); i < from; i++) if (isChange(words[i]!)) return true;
  return false;
}

