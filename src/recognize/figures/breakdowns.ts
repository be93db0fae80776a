import type { Span } from '../../base/span';
import type { Sentence } from './figure-units';
import { KIND_OF } from './lexicon/kinds';
import { DEALING, EACH } from './lexicon/words';
import { isPeople } from './quantities';
import type { Unit } from './nouns';
import type { Term } from './terms';
import { scaleOf, told, type Told } from './told';

/** A total and its parts in one sentence. */
export interface BreakdownMention {
  readonly total: Told;
  readonly parts: readonly Told[];
  /** The parts are all there is; else only more than the whole can be told. */
  readonly full: boolean;
}

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

const OPENER = /(?:^| )(made up of|composed of|comprising|consisting of|consists of|comprises|split between|split among|split into|divided between|divided among|divided into|shared between|shared among|shared by|broken down into|distributed among)$/;
const TOTALLED = /\b(?:in all|in total|altogether|all told|total of)\b/;
const REACH = 12;
const MANY = 30;

/** Totals that are broken down behind a colon, a dash, in brackets or after “made up of”; “of whom”; “Of the 48, 20 …”. */
export function totalsIn(sentence: Sentence, terms: readonly Term[]): BreakdownMention[] {
  const found: BreakdownMention[] = [];
  for (let k = 0; k + 1 < terms.length && k < MANY; k++) {
    const total = terms[k]!;
    if (total.nothing || !total.unit || /^(?:share|points|duration|temperature|speed)$/.test(total.unit.dimension) || total.amount.cardinals.length > 1 || total.amount.hedge === 'vague') continue;
    // a number below nothing, or a speaker who begins again (“350 million — -51 million”)
    if (sentence.prose[sentence.lexemes[total.amount.numberFrom]!.start - 1] === '-') continue;
    const opened = openerAfter(sentence, total, terms[k + 1]!);
    if (!opened) continue;
    const parts = partsAfter(sentence, terms, k, opened);
    if (!parts) continue;
    found.push({ total: told(sentence, total), parts: parts.map(part => told(sentence, part, part.unit ? 1 : scaleOf(part, total))), full: opened.full });
    break;
  }
  return found;
}

interface Opened {
  readonly how: 'list' | 'brackets' | 'whom' | 'including' | 'apposition' | 'of';
  /** Lexeme after the opener. */
  readonly to: number;
  readonly full: boolean;
}

function openerAfter(sentence: Sentence, total: Term, next: Term): Opened | undefined {
  const { words } = sentence;
  const from = total.amount.to;
  const stop = next.lead.from;
  if (stop - from > REACH) return undefined;
  for (let i = from; i < stop; i++) {
    const word = words[i]!;
    const before = words.slice(from, i + 1).join(' ');
    const said = OPENER.exec(before);
    if (said) return { how: 'list', to: i + 1, full: true };
    if (word === ':' || word === '—' || word === '–') return { how: 'list', to: i + 1, full: true };
    if (word === '(') return { how: 'brackets', to: i + 1, full: true };
    if (word === ';' || word === '.') return undefined;
    if (word !== ',') continue;
    const after = words.slice(i + 1, i + 4).join(' ');
    if (OPENER.test(words.slice(i + 1, i + 3).join(' ')) || OPENER.test(words.slice(i + 1, i + 4).join(' ')) || OPENER.test(words[i + 1] ?? '')) continue;
    if (/^of (?:whom|which|them|these)\b/.test(after)) return { how: 'whom', to: i + 3, full: false };
    if (/^(?:including|among (?:them|whom))\b/.test(after)) return { how: 'including', to: i + 2, full: false };
    const of = total.lead.of || words[total.lead.from - 1] === 'of' || possessed(sentence, total);
    // “60,000 in the west, 30,000 in Belarus”: what comes after a place stands beside it, not under it
    if (!of && (i !== total.to || TOTALLED.test(words.slice(stop).join(' ')))) return undefined;
    if (i + 1 === next.lead.from) return { how: of ? 'of' : 'apposition', to: i + 1, full: false };
    return undefined;
  }
  return undefined;
}

/** “Of the mission’s 6,200 soldiers”. */
function possessed({ words, lexemes }: Sentence, total: Term): boolean {
  for (let i = total.lead.from - 1; i >= Math.max(0, total.lead.from - 4); i--) if (words[i] === 'of' && lexemes[total.lead.from - 1]?.possessive === true) return true;
  return false;
}

function partsAfter(sentence: Sentence, terms: readonly Term[], k: number, opened: Opened): Term[] | undefined {
  const { words } = sentence;
  const total = terms[k]!;
  let end = words.length;
  for (let i = opened.to; i < words.length; i++) {
    const closed = opened.how === 'brackets' ? words[i] === ')' : words[i] === ';' || opened.how === 'list' && (words[i] === '—' || words[i] === '–');
    if (closed) {
      end = i;
      break;
    }
  }
  const parts: Term[] = [];
  for (let i = k + 1; i < terms.length && terms[i]!.amount.from < end; i++) {
    const part = terms[i]!;
    if (part.nothing || part.amount.hedge === 'vague') return part.nothing ? skip(parts, part) : undefined;
    const fits = belongs(total.unit!, part.unit, opened);
    if (fits === 'other') continue;
    if (fits === 'no') return undefined;
    if (part.lead.part && opened.how !== 'whom' && opened.how !== 'including') continue;
    if (part.lead.increment || part.amount.cardinals.length > 1) return undefined;
    if (part.unit === undefined && !standsAlone(sentence, part, end)) return undefined;
    // another thing of which there are more is the next of a list, no part
    if ((opened.how === 'apposition' || opened.how === 'of') && part.unit && part.unit.head !== total.unit!.head && part.amount.value > total.amount.value) return undefined;
    if (i > k + 1 && parts.length > 0 && !joined(sentence, parts.at(-1)!, part)) break;
    parts.push(part);
    if (opened.how === 'including') break;
  }
  if (parts.length === 0 || parts.length === 1 && opened.how !== 'whom' && opened.how !== 'including') return undefined;
  if (words.slice(opened.to, end).some(w => EACH.has(w)) || opened.full && words.slice(opened.to, end).some(w => /^(?:including|mostly|mainly|chiefly|rest|remainder|others|least|among|whom|which)$/.test(w)) && !/others \d/.test(words.slice(opened.to, end).join(' ')) && words[end - 1]?.endsWith('rest') !== true) return undefined;
  if (opened.full && !parts.some(p => /^(?:and|plus|&)$/.test(words[p.lead.from - 1] ?? '') || /^(?:and|plus)$/.test(words[p.lead.from - 2] ?? '')) && !closedList(sentence, parts)) return undefined;
  return parts;
}

function skip(parts: readonly Term[], _part: Term): Term[] | undefined {
  return parts.length >= 2 ? [...parts] : undefined;
}

/** “the PP 137, the PSOE 85, Podemos 71 and others 67”, “Niger (€140 million), Chad (€95 million) and Mauritania (€65 million)”. */
function closedList({ words }: Sentence, parts: readonly Term[]): boolean {
  const last = parts.at(-1)!;
  const before = parts.at(-2);
  return before !== undefined && words.slice(before.to, last.lead.from).includes('and');
}

function joined({ words }: Sentence, a: Term, b: Term): boolean {
  const between = words.slice(a.to, b.lead.from);
  return between.length <= REACH && between.some(w => /^(?:,|and|plus|;|\))$/.test(w)) && !between.some(w => /^(?:while|but|after|before|when|where|because)$/.test(w));
}

const ALONE = /^(?:in|at|on|from|to|for|with|through|of|near|by|under|over|are|is|were|was|went|and|,|\)|\(|\.|;|men|women|abroad|inside|outside|there|elsewhere|around|across|along|among|as|had|have|aboard|—|–)$/;

/** A bare number that is no number of something else. */
function standsAlone({ words, lexemes }: Sentence, part: Term, end: number): boolean {
  const next = words[part.amount.to];
  return next === undefined || part.amount.to >= end || ALONE.test(next) || lexemes[part.amount.to]!.capital;
}

/** Whether a number may be a part of the total: of the same unit or none, or of a kind that the total's noun covers. */
function belongs(total: Unit, part: Unit | undefined, opened: Opened): 'yes' | 'no' | 'other' {
  if (!part) return 'yes';
  if (total.dimension !== part.dimension) return /^(?:share|duration|money)$/.test(part.dimension) || total.dimension === 'count' && part.dimension !== 'count' ? 'other' : 'no';
  if (total.dimension === 'money') return total.kind === part.kind ? 'yes' : 'no';
  if (total.dimension !== 'count') return total.measure === part.measure ? 'yes' : 'no';
  if (total.head === part.head) return 'yes';
  const people = isPeople(total.head, total.kind) && isPeople(part.head, part.kind) && total.head !== '' && part.head !== '';
  if (opened.how === 'including' || opened.how === 'whom') return people || sameKind(total.head, part.head) ? 'yes' : 'other';
  if (COVERS.has(total.head)) return 'yes';
  // “two frigates, six corvettes and three boats” stand side by side
  if (opened.how === 'apposition' || opened.how === 'of') return 'no';
  return people || sameKind(total.head, part.head) ? 'yes' : 'no';
}

function sameKind(a: string, b: string): boolean {
  const kind = KIND_OF.get(a);
  return kind !== undefined && kind === KIND_OF.get(b);
}

/** Nouns that stand for things of any kind. */
const COVERS = new Set('name target item entry entity listing person people body vessel vehicle incident attack casualty weapon system unit seat vote case file'.split(' '));

const MEANT = /^(?:asked|answers?|named?|respondents|several|multiple|also|overlap)$/;

/** “48 per cent went to Asia, 39 per cent to Europe and 23 per cent to Africa”: dealt out, so no more than all. */
export function dealtIn(sentence: Sentence, terms: readonly Term[]): DealtMention | undefined {
  const { words } = sentence;
  const shares = terms.filter(term => term.unit?.dimension === 'share' && !term.nothing && term.amount.cardinals.length === 1 && term.amount.hedge === 'bare' && !term.lead.part);
  if (shares.length < 2 || words.some(w => MEANT.test(w))) return undefined;
  const first = shares[0]!;
  if (!words.slice(first.amount.to, first.amount.to + 5).some(w => DEALING.has(w)) || !shares.slice(1).every((s, i) => /^(?:,|and)$/.test(words[s.lead.from - 1] ?? '') && s.amount.from - shares[i]!.amount.to <= REACH)) return undefined;
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
