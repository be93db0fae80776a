import { sentenceIndexAt } from '../english/sentence-index';
import { calendar, type DayRange, isoDay } from '../base/edtf';
import { shift } from '../base/span';
import type { Block } from '../document/model';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Event, Id } from '../gazetteer/model';
import { DELEGATIONS } from '../gazetteer/tables/meetings';
import { fold } from '../base/fold';
import type { BlockFacts } from '../recognize/model';
import type { Ground, ResolvedClaim, ResolvedDate, ResolvedName } from './model';
import { touches } from './records/offices';

/** Farther than this from its recorded day, a mention is of another meeting (spec 4.3). */
const EVENT_REACH_DAYS = 7;
const NOT_THE_MEETING = /\b(?:following|after|ahead of|before|since|until|prior to)\s+(?:[\w’'-]+\s+){0,6}$/i;

interface Meeting {
  readonly day: DayRange;
  readonly at: Block;
}

/** Claims of representation with their people, party and meeting; a claim whose party or people stay open is left out. */
export function resolveClaims(ground: Ground, names: readonly ResolvedName[], dates: readonly ResolvedDate[]): ResolvedClaim[] {
  if (!ground.document.blocks.some(block => ground.factsOf(block).claims.length > 0)) return [];
  const byBlock = groupBy(names);
  const datesByBlock = groupBy(dates);
  const claims: ResolvedClaim[] = [];
  let last: Meeting | undefined;
  for (const block of ground.document.blocks) {
    const facts = ground.factsOf(block);
    const { span, prose, sentences } = block;
    const here = datesByBlock.get(block) ?? [];
    const blockNames = byBlock.get(block) ?? [];
    for (const claim of facts.claims) {
      const people = claim.people.map(i => blockNames[i]).filter(n => n?.person !== undefined) as ResolvedName[];
      if (people.length !== claim.people.length || people.length === 0) continue;
      const party = claim.party || people[0]!.person!.nationality;
      if (!party) continue;
      const clause = clauseOf(prose, sentences, claim.span.start);
      const days = here.filter(d => d.range && d.range.first === d.range.last && d.mention.span.start >= clause.start && d.mention.span.end <= clause.end);
      const distinct = [...new Set(days.map(d => d.range!.first))];
      const meeting = distinct.length === 1 ? days[0]!.range! : distinct.length === 0 ? last?.day : undefined;
      const places = placesIn(facts, prose).filter(p => p.span.start >= clause.start && p.span.end <= clause.end).map(p => p.place);
      const event = meeting ? recordedEvent(ground, meeting, party, prose.slice(clause.start, clause.end), places) : undefined;
      claims.push({
        mention: { ...claim, party }, span: shift(claim.span, span.start), block, quoted: claim.quoted, people,
        ...(event ? { event } : {}),
        ...(meeting ? { meetingKey: isoDay(meeting.first) + (places.length === 1 && !event ? `@${places[0]}` : '') } : {}),
      });
    }
    // “the meeting” later on takes the last day on which something meets
    for (const date of here) {
      if (!date.range || date.range.first !== date.range.last || date.quoted) continue;
      if (NOT_THE_MEETING.test(prose.slice(Math.max(0, date.mention.span.start - 60), date.mention.span.start))) continue;
      const clause = clauseOf(prose, sentences, date.mention.span.start);
      if (last && last.at === block && /\b(?:told|said|reporters)\b/.test(prose.slice(clause.start, clause.end))) continue;
      last = { day: date.range, at: block };
    }
  }
  return claims;
}

function groupBy<T extends { readonly block: Block }>(placed: readonly T[]): Map<Block, T[]> {
  const groups = new Map<Block, T[]>();
  for (const one of placed) {
    const group = groups.get(one.block);
    if (group) group.push(one);
    else groups.set(one.block, [one]);
  }
  return groups;
}

function clauseOf(prose: string, sentences: readonly { start: number; end: number }[], at: number): { start: number; end: number } {
  const { start, end } = sentences[sentenceIndexAt(sentences, at)] ?? { start: 0, end: prose.length };
  const after = prose.slice(at, end).indexOf(';');
  return { start: start + prose.slice(start, at + 1).lastIndexOf(';') + 1, end: after < 0 ? end : at + after };
}

/** Places in or at which something is. */
function placesIn({ places }: BlockFacts, prose: string): BlockFacts['places'] {
  return places.filter(p => /\b(?:in|at)\s+$/i.test(prose.slice(Math.max(0, p.span.start - 4), p.span.start)));
}

/**
 * The recorded event on that day in which the party takes part. It binds when front matter lists it, when the clause
 * uses one of its aliases or its place, or when the document names the body that met; never by the day alone.
 */
function recordedEvent(ground: Ground, day: DayRange, party: Id, clause: string, places: readonly Id[]): Event | undefined {
  const folded = fold(clause);
  const near: Event[] = [];
  for (const event of meetingsAbout(ground.gazetteer, party, day)) {
    const last = event.end_date?.latest ?? event.date.latest;
    const span = { first: event.date.earliest, last };
    const listed = ground.choices.events.includes(event.id);
    const reach = { first: day.first - (listed ? EVENT_REACH_DAYS : 0), last: day.last + (listed ? EVENT_REACH_DAYS : 0) };
    if (!touches(span, reach)) continue;
    if (places.length > 0 && event.place && !places.includes(event.place) && !listed) continue;
    const named = listed || event.aliases.some(a => folded.includes(fold(a))) || (event.place !== undefined && places.includes(event.place))
      || (event.organization !== undefined && bodyNamed(ground, event.organization));
    if (named) near.push(event);
  }
  return near.length === 1 ? near[0] : undefined;
}

/** Recorded meetings of a party in the years about a day, by id. */
function meetingsAbout(gazetteer: Gazetteer, party: Id, { first, last }: DayRange): readonly Event[] {
  const years = new Set([first - EVENT_REACH_DAYS, last + EVENT_REACH_DAYS].map(day => String(calendar(day).year)));
  const ids = new Set([...years].flatMap(year => gazetteer.table(DELEGATIONS).exact([party, year]).map(({ id }) => id)));
  return [...ids].sort().map(id => gazetteer.event(id)!);
}

/** Whether the document names the body that met, or one that it is part of. */
function bodyNamed(ground: Ground, organization: Id): boolean {
  const lineage = new Set(ground.gazetteer.lineage(organization).map(o => o.id));
  return ground.document.blocks.some(b => ground.factsOf(b).organizations.some(o => lineage.has(o.organization)));
}
