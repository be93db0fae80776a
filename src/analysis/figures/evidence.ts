import type { DayRange } from '../../base/edtf';
import type { QuantityNoun } from '../../recognize/figures/quantities';
import type { ResolvedFigure } from '../model';
import { slipBetween, type Slip } from './slips';

/** Why two figures are held to be of one thing (the later one first said so): see `evidenceFor`. */
export type Evidence = 'taken-up' | 'same-words' | 'same-clause' | 'same-source' | 'summary';

export interface Shown {
  readonly evidence: Evidence;
  readonly slip?: Slip;
}

/** A figure with its noun and where it stands, as far as evidence asks. */
export interface Placed {
  readonly figure: ResolvedFigure;
  readonly noun: QuantityNoun;
  /** Index of the sentence in its block. */
  readonly sentence: number;
  /** Place of its block in the document. */
  readonly order: number;
  readonly summary: boolean;
}

/** Numbers up to this, written with “the”, mostly stand for those who were named before (“the two presidents”). */
const FEW = 12;
const NEAR_BLOCKS = 3;

/**
 * What shows that the later figure is of the same thing as the earlier; `undefined` where nothing does, or where
 * something tells them apart: two sentences' different times, places, actors, kinds of event, one number for each, a
 * part, a limit, a possibility. `last`: the earlier is the last of its key before the later; `sole`: it is the only one.
 */
export function evidenceFor(a: Placed, b: Placed, last: boolean, sole: boolean): Shown | undefined {
  const slip = slipBetween(a.figure.mention.value, b.figure.mention.value);
  const pointed = slip !== 'magnitude' || /^(?:of )?th(?:o|e)se\b/i.test(b.figure.mention.surface);
  const near = last || slip === 'transposed' && Math.min(a.figure.mention.value, b.figure.mention.value) >= 100 && b.order === a.order;
  const slipped = slip !== undefined && pointed && b.noun.definite && near && b.order - a.order <= NEAR_BLOCKS;
  if (apart(a, b, slip, slipped)) return undefined;
  const evidence = (slipped ? slippedAgain(a, b) : takenUp(a, b, last, slip)) ?? part(a, b, sole) ?? sameWords(a, b, slip) ?? summaryAndBody(a, b, slip) ?? sameClause(a, b, slip) ?? sameSource(a, b);
  return evidence && { evidence, ...(slip ? { slip } : {}) };
}

/** What no evidence overcomes. */
function apart(a: Placed, b: Placed, slip: Slip | undefined, slipped: boolean): boolean {
  const [x, y] = [a.noun, b.noun];
  if (a.figure.block === b.figure.block && a.sentence === b.sentence) return true;
  // an increment or a part may itself be taken up: “another €3.5 billion … the first tranche of the €5.3 billion”
  if (x.part && !slipped || y.part || x.each || y.each || x.per !== y.per || (x.option || y.option) && !slipped || x.limit !== y.limit) return true;
  const [s, t] = [a.figure.mention.status, b.figure.mention.status];
  if (s === 'denied' || t === 'denied' && !y.partitive || (x.past || y.past) && !slipped) return true;
  const people = slipped && x.people && y.people && (x.head === 'person' || y.head === 'person');
  if (x.dimension === 'count' ? x.head !== y.head && !people : x.head !== '' && y.head !== '' && x.head !== y.head && !x.sentence.has(y.head)) return true;
  const fates = x.event !== undefined && y.event !== undefined && FATES.has(x.event) && FATES.has(y.event);
  if (x.event !== undefined && y.event !== undefined && x.event !== y.event && (!y.definite || fates && !(slipped && !y.bound))) return true;
  if (differ(x.names, y.names) || differ(x.modifiers.filter(m => PLAIN.has(m)), y.modifiers.filter(m => PLAIN.has(m)))) return true;
  const [own, other] = [a.figure.mention.force, b.figure.mention.force];
  if (own?.explicit === true && other?.explicit === true && own.id !== other.id) return true;
  return slip === undefined && otherDays(a.figure.asOf, b.figure.asOf);
}

/** Modifiers that part a whole by place or kind: the northern and the southern are not one. */
const PLAIN = new Set((
  'northern southern eastern western central upper lower male female young old new used foreign local civilian military public private permanent temporary heavy light strategic tactical nuclear ' +
  'conventional armed unarmed naval air ground land sea opposition government ruling').split(' '));

/** What happened to people: two of these are never one, whatever takes them up. */
const FATES = new Set(['killed', 'wounded', 'missing', 'captured', 'detained', 'executed', 'evacuated', 'abducted', 'released', 'expelled', 'casualty']);

const meets = (a: readonly string[], b: readonly string[]): boolean => a.some(word => b.includes(word));
const differ = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && b.length > 0 && !meets(a, b);

function otherDays(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a !== undefined && b !== undefined && (a.last < b.first || b.last < a.first);
}

/** Both in a time of their own, and no time in common; `strict`: one with a time and one without differ too. */
function otherTimes(a: Placed, b: Placed, strict: boolean): boolean {
  if (differ(a.noun.times, b.noun.times) || otherDays(a.figure.asOf, b.figure.asOf)) return true;
  return strict && (a.noun.times.length > 0) !== (b.noun.times.length > 0);
}

function projected(a: Placed, b: Placed): boolean {
  return (a.figure.mention.status === 'projected') !== (b.figure.mention.status === 'projected');
}

/** Words of the later phrase that the earlier sentence has not: a new restriction, another thing. */
function restricted(a: Placed, b: Placed): boolean {
  const known = (word: string): boolean => a.noun.sentence.has(word) || a.noun.modifiers.includes(word);
  const { tail, tailNames, modifiers, event } = b.noun;
  const first = tail[0];
  if (first !== undefined && !known(first) && !(event !== undefined && a.noun.sentence.has(`=${event}`) && tail.length <= 3)) return true;
  if (b.noun.dimension !== 'count' && b.noun.head !== '' && a.noun.head !== b.noun.head && !known(b.noun.head)) return true;
  return !tailNames.every(known) || !modifiers.every(known);
}

/**
 * A definite phrase whose number is that of the last such figure with a slip in its digits: too rare by chance to need
 * more, unless the phrase names another thing or another place.
 */
function slippedAgain(a: Placed, b: Placed): Evidence | undefined {
  const { noun } = b;
  const known = (word: string): boolean => a.noun.sentence.has(word) || a.noun.modifiers.includes(word);
  const [small, large] = [a.figure.mention.value, b.figure.mention.value].sort((p, q) => p - q) as [number, number];
  if (large <= FEW || small < 2) return undefined;
  if (!noun.names.every(known) || !noun.modifiers.every(m => known(m) || !a.noun.modifiers.length)) return undefined;
  const placed = a.noun.places.length > 0 || a.noun.tailNames.length > 0;
  if (placed && !noun.object && noun.tailNames.length > 0 && !noun.tailNames.some(known)) return undefined;
  return otherDays(a.figure.asOf, b.figure.asOf) && differ(a.noun.times, noun.times) ? undefined : 'taken-up';
}

/** “two of the seventeen launchers” after eleven launchers, the only ones named so far. */
function part(a: Placed, b: Placed, sole: boolean): Evidence | undefined {
  const { noun } = b;
  const near = a.figure.block === b.figure.block && b.sentence - a.sentence === 1;
  if (!noun.partitive || OWNED.test(b.figure.mention.surface) || !sole || !near || restricted(a, b) || otherTimes(a, b, false) || projected(a, b)) return undefined;
  const [small, large] = [a.figure.mention.value, b.figure.mention.value].sort((p, q) => p - q) as [number, number];
  return small > 3 && large <= 2 * small && !a.figure.mention.hedged ? 'taken-up' : undefined;
}

/** “of its 22 members” after 13 members who agreed: the whole of somebody's, not what was just said. */
const OWNED = /^(?:of )?(?:its|their|his|her|our|my)\b/i;

function takenUp(a: Placed, b: Placed, last: boolean, slip: Slip | undefined): Evidence | undefined {
  const { noun } = b;
  if (!noun.definite || !last || b.order - a.order > NEAR_BLOCKS || restricted(a, b)) return undefined;
  if (otherTimes(a, b, false) && (slip === undefined || slip === 'magnitude')) return undefined;
  const named = noun.names.length > 0 || noun.tailNames.length > 0 || noun.modifiers.length > 0 || noun.tail.length > 0;
  const [small, large] = [a.figure.mention.value, b.figure.mention.value].sort((p, q) => p - q) as [number, number];
  if (slip !== undefined && (large > FEW || named)) return 'taken-up';
  if (projected(a, b) && !named) return undefined;
  // Without a slip to be seen, numbers that are far from each other are of two things
  const vague = a.figure.mention.vague || b.figure.mention.vague;
  if (large > 3 * small && !vague || small <= FEW && (noun.modifiers.length === 0 || !sameSet(a.noun.modifiers, noun.modifiers))) return undefined;
  if (!named && (a.noun.modifiers.length > 0 || small <= FEW || OWNED.test(b.figure.mention.surface))) return undefined;
  return 'taken-up';
}

function sameWords(a: Placed, b: Placed, slip: Slip | undefined): Evidence | undefined {
  if (otherTimes(a, b, false) || projected(a, b) && slip === undefined || differ(a.noun.places, b.noun.places) || differ(a.noun.actors, b.noun.actors)) return undefined;
  const [x, y] = [a.noun, b.noun];
  const same = x.modifiers.length > 0 && x.modifiers.length === y.modifiers.length && x.modifiers.every(m => y.modifiers.includes(m));
  if (!same) return undefined;
  const proper = x.names.filter(n => y.names.includes(n)).length > 0 && !onlySides(a, b);
  const clause = x.event !== undefined && x.event === y.event || meets(x.places, y.places) || meets(x.actors, y.actors);
  if (proper && (slip !== undefined || clause || x.names.some(n => /[-\d]/.test(n)))) return 'same-words';
  return slip !== undefined && (clause || y.definite) ? 'same-words' : undefined;
}

/** “five US soldiers”, “three US soldiers”: the side alone makes them no one thing. */
function onlySides(a: Placed, b: Placed): boolean {
  return a.figure.mention.force !== undefined && b.figure.mention.force !== undefined && a.noun.names.length <= 2;
}

function summaryAndBody(a: Placed, b: Placed, slip: Slip | undefined): Evidence | undefined {
  if (a.summary === b.summary || otherTimes(a, b, slip === undefined) || projected(a, b) && slip === undefined) return undefined;
  const [x, y] = [a.noun, b.noun];
  if (differ(x.places, y.places) && !meets(x.places, [...y.sentence]) || differ(x.actors, y.actors)) return undefined;
  const shared = meets(x.modifiers, y.modifiers) || meets(x.places, y.places) || meets(x.actors, y.actors)
    || slip !== undefined && meets([...x.names, ...x.places, ...x.actors], [...y.sentence]);
  if (!shared) return undefined;
  if (!y.modifiers.every(m => x.modifiers.includes(m) || x.sentence.has(m)) && !x.modifiers.every(m => y.modifiers.includes(m) || y.sentence.has(m))) return undefined;
  return slip !== undefined || x.event === y.event && !x.open ? 'summary' : undefined;
}

function sameClause(a: Placed, b: Placed, slip: Slip | undefined): Evidence | undefined {
  const [x, y] = [a.noun, b.noun];
  if (x.event === undefined || x.event !== y.event || otherTimes(a, b, slip === undefined) || projected(a, b)) return undefined;
  if (differ(x.actors, y.actors) || !sameSet(x.modifiers, y.modifiers)) return undefined;
  if (differ(x.places, y.places)) return undefined;
  return meets(x.places, y.places) || slip !== undefined && meets(x.actors, y.actors) ? 'same-clause' : undefined;
}

function sameSource(a: Placed, b: Placed): Evidence | undefined {
  const [s, t] = [a.figure.mention.source, b.figure.mention.source];
  if (s === undefined || s !== t || otherTimes(a, b, true) || projected(a, b)) return undefined;
  const [x, y] = [a.noun, b.noun];
  if (x.open || differ(x.places, y.places) || !sameSet(x.modifiers, y.modifiers) || x.event !== y.event) return undefined;
  return meets(x.places, y.places) ? 'same-source' : undefined;
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every(word => b.includes(word));
}
