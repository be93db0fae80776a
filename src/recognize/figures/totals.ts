import type { Sentence } from './figure-units';
import { KIND_OF } from './lexicon/kinds';
import { AFTER_BARE, COVERS, DEALING, EACH, ENDS, STANDING, TIMES } from './lexicon/words';
import type { Unit } from './nouns';
import { isPeople } from './quantities';
import type { Term } from './terms';
import { scaleOf, told, type Told } from './told';

/** A total and its parts in one sentence. */
export interface BreakdownMention {
  readonly total: Told;
  readonly parts: readonly Told[];
  /** `all`: the parts are all there is; `listed`: a closed list beside the total; `some`: only more than the whole can be told. */
  readonly reading: 'all' | 'listed' | 'some';
}

const OPENER = /(?:^| )(made up of|composed of|comprising|consisting of|consists of|comprises|split between|split among|split into|divided between|divided among|divided into|shared between|shared among|shared by|broken down into|distributed among)$/;
const TOTALLED = /\b(?:in all|in total|altogether|all told|total of)\b/;
const REACH = 12;
const MANY = 30;
/** Parts that add up to within this share of a total are meant to be all of it. */
const NEARLY = 0.25;

/** Totals that are broken down behind a colon, a dash, in brackets or after “made up of”; “of whom”; “Of the 48, 20 …”. */
export function totalsIn(sentence: Sentence, terms: readonly Term[]): BreakdownMention[] {
  for (let k = 0; k + 1 < terms.length && k < MANY; k++) {
    const total = terms[k]!;
    if (!mayBeTotal(sentence, total)) continue;
    // “$95 billion in three bills: $61 billion …”: what the total is dealt out in stands between
    const firsts = k + 2 < terms.length && isContainer(sentence, terms[k + 1]!) ? [k + 1, k + 2] : [k + 1];
    for (const first of firsts) {
      const opened = openerAfter(sentence, total, terms[first]!);
      const parts = opened && partsAfter(sentence, terms, k, first, opened);
      if (!opened || !parts) continue;
      return [{ total: told(sentence, total), parts: parts.map(part => told(sentence, part, part.unit ? 1 : scaleOf(part, total))), reading: opened.reading }];
    }
  }
  return [];
}

function mayBeTotal({ prose, lexemes }: Sentence, total: Term): boolean {
  if (total.nothing || total.amount.cardinals.length > 1 || total.amount.hedge === 'vague') return false;
  if (/^(?:share|points|duration|temperature|speed)$/.test(total.unit?.dimension ?? '')) return false;
  // a number below nothing, or a speaker who begins again (“350 million — -51 million”)
  return prose[lexemes[total.amount.numberFrom]!.start - 1] !== '-';
}

/** A small number of things that something is in or on: “in three ships”, “at two bases”. */
function isContainer({ words }: Sentence, term: Term): boolean {
  return term.unit?.dimension === 'count' && term.amount.value <= 20 && /^(?:in|on|at|by|from|across|over|through|between|into|with|to)$/.test(words[term.lead.from - 1] ?? '');
}

interface Opened {
  readonly how: 'list' | 'brackets' | 'whom' | 'including' | 'apposition' | 'of';
  /** Lexeme after the opener. */
  readonly to: number;
  readonly reading: BreakdownMention['reading'];
}

function openerAfter(sentence: Sentence, total: Term, next: Term): Opened | undefined {
  const { words } = sentence;
  const from = total.amount.to;
  const stop = next.lead.from;
  if (stop - from > REACH) return undefined;
  const of = total.lead.of || words[total.lead.from - 1] === 'of' || possessed(sentence, total);
  for (let i = from; i < stop; i++) {
    const word = words[i]!;
    if (OPENER.test(words.slice(from, i + 1).join(' '))) return { how: 'list', to: i + 1, reading: 'all' };
    if (word === ':' || word === '—' || word === '–') return { how: 'list', to: i + 1, reading: 'all' };
    if (word === '(') return { how: 'brackets', to: i + 1, reading: 'all' };
    if (word === ';' || word === '.') return undefined;
    if (word !== ',') continue;
    const after = words.slice(i + 1, i + 4).join(' ');
    if ([1, 2, 3].some(n => OPENER.test(words.slice(i + 1, i + 1 + n).join(' ')))) continue;
    if (/^of (?:whom|which|them|these)\b/.test(after)) return { how: 'whom', to: i + 3, reading: 'some' };
    if (/^(?:including|among (?:them|whom))\b/.test(after)) return { how: 'including', to: i + 2, reading: 'some' };
    if (held(sentence, total, next, i)) return { how: 'list', to: i + 1, reading: 'some' };
    if (i + 1 !== stop) return undefined;
    // “78 Belarusians on its list, 52 of them judges and 36 of them officers”
    if (words[next.to] === 'of' && /^(?:whom|which|them|these)$/.test(words[next.to + 1] ?? '')) return { how: 'whom', to: i + 1, reading: 'some' };
    if (of) return { how: 'of', to: i + 1, reading: 'some' };
    // “60,000 in the west, 30,000 in Belarus”: what comes after a place stands beside it, not under it
    if (TOTALLED.test(words.slice(stop).join(' '))) return undefined;
    if (words.slice(total.to, i).every(w => STANDING.has(w))) return { how: 'apposition', to: i + 1, reading: 'listed' };
    return told(sentence, total).value > 0 && done(sentence, total, i) ? { how: 'apposition', to: i + 1, reading: 'listed' } : undefined;
  }
  // “Of eleven clauses seven are agreed, three are open and two …”
  return of && opensClause(sentence, total) ? { how: 'of', to: stop, reading: 'some' } : undefined;
}

/** “which has 113 seats, the Kuomintang holds 52, the DPP 51 …”: seats and votes told party by party. */
function held({ words, lexemes }: Sentence, total: Term, next: Term, comma: number): boolean {
  if (!/^(?:seat|vote)$/.test(total.unit?.kind ?? '') || next.unit || !DEALING.has(words[next.lead.from - 1] ?? '')) return false;
  return lexemes.slice(comma + 1, next.lead.from).some(l => l.capital);
}

/** “Thirteen people were killed in the strike, seven officers and five Syrians”: the subject and what was done to it. */
function done({ words, lexemes }: Sentence, total: Term, comma: number): boolean {
  return /^(?:was|were|are|have|had)$/.test(words[total.to] ?? '') && isPeople(total.unit?.head ?? 'x', total.unit?.kind ?? '') && lexemes.slice(total.to, comma).every(l => l.kind === 'word');
}

function opensClause({ words }: Sentence, total: Term): boolean {
  let of = total.lead.from;
  while (of > 0 && total.lead.from - of < 6 && words[of] !== 'of') of--;
  return of === 0 || /^[,;:(]$/.test(words[of - 1]!);
}

/** “Of the mission’s 6,200 soldiers”. */
function possessed({ words, lexemes }: Sentence, total: Term): boolean {
  for (let i = total.lead.from - 1; i >= Math.max(0, total.lead.from - 4); i--) if (words[i] === 'of' && lexemes[total.lead.from - 1]?.possessive === true) return true;
  return false;
}

/** Where what was opened ends. */
function endOf({ words }: Sentence, opened: Opened): number {
  for (let i = opened.to; i < words.length; i++) {
    if (opened.how === 'brackets' ? words[i] === ')' : words[i] === ';' || opened.how === 'list' && (words[i] === '—' || words[i] === '–')) return i;
  }
  return words.length;
}

function partsAfter(sentence: Sentence, terms: readonly Term[], k: number, first: number, opened: Opened): Term[] | undefined {
  const { words } = sentence;
  const total = terms[k]!;
  const end = endOf(sentence, opened);
  const parts: Term[] = [];
  let loose = total.unit === undefined;
  for (let i = first; i < terms.length && terms[i]!.amount.from < end; i++) {
    const part = terms[i]!;
    if (part.nothing) return parts.length >= 2 ? parts : undefined;
    if (part.amount.hedge === 'vague') return undefined;
    const fits = belongs(total.unit, part.unit, opened.how, part);
    if (fits === 'other' || parts.length > 0 && isContainer(sentence, part) && fits !== 'yes') continue;
    if (fits === 'no') return undefined;
    // “including Zambia, Gabon, and 20,000 who fled”
    if (opened.how === 'including' && words.slice(opened.to, part.lead.from).includes(',')) return undefined;
    if (fits === 'perhaps') loose = true;
    if (part.lead.part && opened.how !== 'whom' && opened.how !== 'including') continue;
    // “54 Leopards, 38 now and a further 18 under an option”
    if (part.lead.increment && !(opened.how !== 'including' && parts.length > 0) || part.amount.cardinals.length > 1) return undefined;
    if (part.unit === undefined && !standsAlone(sentence, part, end)) return undefined;
    // another thing of which there are more is the next of a list, no part
    if ((opened.how === 'apposition' || opened.how === 'of') && part.unit && part.unit.head !== total.unit?.head && part.amount.value > total.amount.value) return undefined;
    if (parts.length > 0 && !joined(sentence, parts.at(-1)!, part)) break;
    parts.push(part);
    if (opened.how === 'including') break;
  }
  if (parts.length === 0 || parts.length === 1 && opened.how !== 'whom' && opened.how !== 'including') return undefined;
  if (loose && (opened.reading !== 'all' && opened.how !== 'whom' || !nearly(total, parts))) return undefined;
  // “three ships: 26,000 on one, …”: the number of the parts, not their sum
  if (total.amount.value === parts.length && parts.some(p => p.amount.value > total.amount.value)) return undefined;
  if (words.slice(opened.to, end).some(w => EACH.has(w))) return undefined;
  if (opened.reading === 'some') return parts;
  return isOpen(words.slice(opened.to, end), sentence, parts, end) || !closed(sentence, parts) ? undefined : parts;
}

/** Whether the parts add up to about the total, and each is less: by that alone they are its parts. */
export function nearly(total: Term, parts: readonly Term[]): boolean {
  const value = (part: Term): number => part.amount.value * (part.unit ? 1 : scaleOf(part, total));
  const sum = parts.reduce((s, p) => s + value(p), 0);
  return total.amount.value >= 20 && parts.every(p => value(p) < total.amount.value) && Math.abs(sum - total.amount.value) <= NEARLY * total.amount.value;
}

/** Something is left that has no number: “and the rest in Sagaing”, “mostly”, “among them”. */
function isOpen(inside: readonly string[], { words }: Sentence, parts: readonly Term[], end: number): boolean {
  if (inside.some(w => /^(?:including|mostly|mainly|chiefly|least|among|whom|which)$/.test(w))) return true;
  // “80 for the rest”, “others 67” have one
  const from = parts.at(-1)!.amount.to;
  const left = words.slice(from, end).findIndex(w => /^(?:rest|remainder|others?)$/.test(w));
  const between = words.slice(from, from + Math.max(left, 0));
  return left >= 0 && between.some(w => w === ',' || w === 'and' || w === 'while') || parts.slice(1).some((p, i) => words.slice(parts[i]!.amount.to, p.lead.from).some((w, n, all) => /^(?:rest|remainder)$/.test(w) && all.slice(0, n).includes('and')));
}

/** A list that ends: “and” before its last part. */
function closed({ words }: Sentence, parts: readonly Term[]): boolean {
  const last = parts.at(-1)!;
  const before = parts.at(-2);
  return before !== undefined && words.slice(before.to, last.lead.from).some(w => /^(?:and|plus|&)$/.test(w)) || parts.some(p => /^(?:and|plus|&)$/.test(words[p.lead.from - 1] ?? ''));
}

export function joined({ words }: Sentence, a: Term, b: Term): boolean {
  const between = words.slice(a.to, b.lead.from);
  return between.length <= REACH && between.some(w => /^(?:,|and|plus|;|\))$/.test(w)) && !between.some(w => /^(?:while|but|after|before|when|where|because)$/.test(w));
}

/** A bare number that is no number of something else. */
export function standsAlone({ words, lexemes }: Sentence, part: Term, end: number): boolean {
  const next = words[part.amount.to];
  return next === undefined || part.amount.to >= end || /^[,;.)(—–]$/.test(next) || AFTER_BARE.has(next) || TIMES.has(next) || ENDS.has(next) || next.length > 4 && next.endsWith('ed') || lexemes[part.amount.to]!.capital
    || /^(?:of|to|in|on|at|with|from|under|for|by|the|a|an|,|\.|;)$/.test(words[part.amount.to + 1] ?? '.') && !/^(?:per|million|billion|%)$/.test(next);
}

/**
 * Whether a number may be a part of the total: of the same unit or none, or of a kind that the total's noun covers;
 * `perhaps` where only the sum can tell.
 */
export function belongs(total: Unit | undefined, part: Unit | undefined, how: Opened['how'], { lead }: Term): 'yes' | 'perhaps' | 'no' | 'other' {
  if (!part) return 'yes';
  if (!total) return part.dimension === 'count' && isPeople(part.head, part.kind) ? 'yes' : 'no';
  if (total.dimension !== part.dimension) return /^(?:share|duration|money)$/.test(part.dimension) || total.dimension === 'count' && part.dimension !== 'count' ? 'other' : 'no';
  if (total.dimension === 'money') return total.kind === part.kind ? 'yes' : 'no';
  if (total.dimension !== 'count') return total.measure === part.measure ? 'yes' : 'no';
  if (total.head === part.head) return 'yes';
  const people = isPeople(total.head, total.kind) && isPeople(part.head, part.kind) && total.head !== '' && part.head !== '';
  if (how === 'including' || how === 'whom') return people || sameKind(total.head, part.head) ? 'yes' : 'other';
  if (COVERS.has(total.head)) return 'yes';
  // “two frigates, six corvettes and three boats” stand side by side
  if (how === 'apposition' || how === 'of') return people && (part.proper || total.head === 'person' || total.kind === 'killed') ? 'yes' : 'no';
  if (people || sameKind(total.head, part.head)) return 'yes';
  return lead.definite ? 'no' : 'perhaps';
}

function sameKind(a: string, b: string): boolean {
  const kind = KIND_OF.get(a);
  return kind !== undefined && kind === KIND_OF.get(b);
}
