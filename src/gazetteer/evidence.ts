import type { Day, PartialDate } from '../base/edtf';
import type { Confidence, Id, Occupancy, Person, Source } from './model';

export type FindSource = (id: Id) => Source | undefined;

/** Whether anything rests on a source: a copy of nobody knows what carries no more than a weak one. */
export function carries(source: Source): boolean {
  return source.class !== 'weak' && (source.class !== 'mirror' || source.of !== undefined);
}

/** Whether a source can state what happened on a date: one that is older cannot. Without a day of its own it can. */
export function canState(source: Source, date: PartialDate | undefined): boolean {
  if (!source.date || source.date.precision === 'open' || !date || date.precision === 'open') return true;
  return source.date.latest >= date.earliest;
}

/**
 * How sure a date is: `high` by a primary source or two that are independent, `medium` by one, `low` by none. A mirror
 * is what it repeats, so that an agency and its copies are one.
 */
export function confidenceOf(ids: readonly Id[] | undefined, date: PartialDate | undefined, find: FindSource): Confidence {
  const publishers = new Set<string>();
  for (const id of ids ?? []) {
    const source = find(id);
    if (!source || !carries(source) || !canState(source, date)) continue;
    if (source.class === 'primary') return 'high';
    publishers.add(source.of ?? source.publisher);
  }
  return publishers.size > 1 ? 'high' : publishers.size === 1 ? 'medium' : 'low';
}

/** The date of the newest of these sources that has one. */
export function newest(ids: readonly Id[], find: FindSource): PartialDate | undefined {
  let best: PartialDate | undefined;
  for (const id of ids) {
    const date = find(id)?.date;
    if (date && date.precision !== 'open' && (!best || date.latest > best.latest)) best = date;
  }
  return best;
}

/** All that was read for a term. */
export function readFor(term: Occupancy): readonly Id[] {
  return [...term.sources ?? [], ...term.end_sources ?? [], ...term.held_sources ?? []];
}

export function isOpen(term: Occupancy): boolean {
  return term.end_date === undefined || term.end_date.precision === 'open';
}

/** The last day on which an open term is known to have held; no end for one that is closed. */
export function knownUntil(term: Occupancy): Day {
  if (!isOpen(term)) return Infinity;
  const known = term.checked ?? term.start_date;
  return known && known.precision !== 'open' ? known.latest : -Infinity;
}

/** A person with what follows from the sources of each term: how sure its dates are, and until when it is known. */
export function withEvidence(person: Person, find: FindSource): Person {
  if (person.occupancies.length === 0) return person;
  return { ...person, occupancies: person.occupancies.map(term => weighed(term, person.checked, find)) };
}

function weighed(term: Occupancy, recordChecked: PartialDate, find: FindSource): Occupancy {
  const checked = term.checked ?? newest(readFor(term), find) ?? (isOpen(term) ? recordChecked : undefined);
  const ended = !isOpen(term);
  // somebody’s own word stands where nothing is cited
  const confidence = (term.sources ?? []).length > 0 ? confidenceOf(term.sources, term.start_date, find) : term.confidence ?? 'low';
  const end = (term.end_sources ?? []).length > 0 ? confidenceOf(term.end_sources, term.end_date, find) : term.end_confidence ?? 'low';
  return { ...term, confidence, ...(ended ? { end_confidence: end } : {}), ...(checked && checked.precision !== 'open' ? { checked } : {}) };
}
