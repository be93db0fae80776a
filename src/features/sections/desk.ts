import type { Analysis } from '../../analysis/model';
import { firstReference } from '../../analysis/who/introductions';
import { mainOffice, officeWords } from '../../analysis/who/references';
import { type DayRange, writeDate, writeDay } from '../../base/edtf';
import type { Delegation, Event, Id, Person } from '../../gazetteer/model';

/** What is at hand for filling a section: of the note and its own day, never of today. */
export interface Desk {
  readonly analysis: Analysis;
  readonly on: DayRange | undefined;
  /** The note's day as the house writes it. */
  readonly date: string | undefined;
  /** The meeting that the note is about. */
  readonly event: Event | undefined;
  /** People of the note, in its order; then those whom the top of the note and the meeting list. */
  readonly people: readonly Person[];
}

/** @param chosen the event that the writer has picked */
export function deskOf(analysis: Analysis, chosen?: Id): Desk {
  const { gazetteer, judging, choices } = analysis;
  const on = judging && { first: judging.first, last: judging.last };
  const bound = [...(chosen === undefined ? [] : [chosen]), ...choices.events, ...analysis.claims.flatMap(c => c.event?.id ?? [])];
  const event = bound.map(id => gazetteer.event(id)).find(e => e !== undefined);
  const ids = [...analysis.names.flatMap(n => (n.person && !n.near ? [n.person.id] : [])), ...choices.participants, ...(event?.delegations ?? []).flatMap(membersOf)];
  return {
    analysis, on, event,
    date: judging && writeDay(judging.day, analysis.profile.dates),
    people: [...new Set(ids)].flatMap(id => gazetteer.person(id) ?? []),
  };
}

export function membersOf(delegation: Delegation): Id[] {
  return [...(delegation.head ? [delegation.head] : []), ...delegation.co_heads, ...delegation.members];
}

/** First references of the people at hand; names alone where the note has no date. */
export function references(desk: Desk): string[] {
  return desk.people.map(person => (desk.on ? firstReference(person, desk.analysis.gazetteer, desk.analysis.profile, desk.on) : person.name));
}

/** The office of the day without its state: “Deputy Foreign Minister”. */
export function titleOf(desk: Desk, id: Id | undefined): string {
  const person = desk.analysis.gazetteer.person(id ?? '');
  const office = person && desk.on && mainOffice(person, desk.analysis.gazetteer, desk.on);
  return office ? office.post.titles.preferred : '';
}

export function officeOf(desk: Desk, person: Person): string {
  const office = desk.on && mainOffice(person, desk.analysis.gazetteer, desk.on);
  return office ? officeWords(office.post, desk.analysis.gazetteer, desk.analysis.profile) : '';
}

export function nameOf(desk: Desk, id: Id | undefined): string {
  return desk.analysis.gazetteer.person(id ?? '')?.name ?? '';
}

export function partyOf(desk: Desk, id: Id): string {
  const { gazetteer } = desk.analysis;
  const body = gazetteer.organization(id);
  return gazetteer.state(id)?.name ?? body?.acronym ?? body?.name ?? id;
}

export function placeOf(desk: Desk, event: Event | undefined): string {
  return desk.analysis.gazetteer.place(event?.place ?? '')?.name ?? '';
}

/** “NATO-Russia Council” of “NATO-Russia Council, 12 January 2022”: sections say the day beside it. */
export function eventName(event: Event | undefined): string | undefined {
  return event?.name.replace(/,\s+(?:\d{1,2}\s+)?\p{L}+\s+\d{4}$/u, '');
}

export function dayOf(desk: Desk, event: Event | undefined): string {
  return event ? writeDate(event.date, desk.analysis.profile.dates) : '';
}
