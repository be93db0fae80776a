import { parseDate } from '../base/edtf';
import type { DayRange } from '../base/edtf';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id } from '../gazetteer/model';
import type { LeftOut } from './incoming';
import { clash, overlap, seatTaken, spoken } from './merge';
import { append, isPlain, listOf, plainRecord } from './plain';
import type { Plain } from './plain';
import type { Resolved } from './resolve';

interface Held {
  readonly person: Id;
  readonly name: string;
  /** It is the input that says so, not the records. */
  readonly incoming?: true;
  readonly occupancy: Plain;
  readonly taken: DayRange | undefined;
}

/** Holdings of one seat that are compared with each other. */
const MAX_HOLDERS = 500;

export interface Free {
  readonly fields: Plain;
  readonly refused: readonly LeftOut[];
}

/**
 * Leaves out of a person’s holdings those that end before they start, those of a post with one seat that somebody else certainly held at that time, and
 * those that the input itself gives twice with other dates.
 */
export function freeSeats(gazetteer: Gazetteer, resolved: readonly Resolved[]): (id: Id, fields: Plain, where: string) => Free {
  const single = new Set<Id>(gazetteer.data.records.posts.filter(post => post.seats === 1).map(post => post.id));
  for (const { record, id, fields } of resolved) if (record.section === 'posts' && fields['seats'] === 1) single.add(id);
  const held = new Map<Id, Held[]>();
  const hold = (post: Id, holding: Held): void => append(held, post, holding);
  for (const person of gazetteer.data.records.people) {
    const plain = plainRecord('people', { occupancies: person.occupancies });
    for (const occupancy of listOf(plain['occupancies']) as Plain[]) {
      const post = String(occupancy['post']);
      if (single.has(post)) hold(post, { person: person.id, name: person.name, occupancy, taken: seatTaken(occupancy) });
    }
  }
  return (id, fields, where) => {
    if (!Array.isArray(fields['occupancies'])) return { fields, refused: [] };
    const refused: LeftOut[] = [];
    const free = (fields['occupancies'] as unknown[]).filter(isPlain).filter(occupancy => {
      const post = String(occupancy['post']);
      if (backwards(occupancy)) {
        refused.push({ where, what: `${id} ${spoken(occupancy)}`, why: 'It ends before it starts.' });
        return false;
      }
      if ((held.get(post)?.length ?? 0) > MAX_HOLDERS) {
        refused.push({ where, what: `${id} ${spoken(occupancy)}`, why: `A post of one seat with more than ${MAX_HOLDERS} holdings is not compared.` });
        return false;
      }
      // A holding that is recorded is compared with that record.
      if (held.get(post)?.some(other => other.person === id && !other.incoming && overlap(other.occupancy, occupancy))) return true;
      const taken = seatTaken(occupancy);
      const there = held.get(post)?.find(other => (other.person !== id || other.incoming) && taken && other.taken && clash(other.taken, taken));
      if (there) {
        refused.push({ where, what: `${id} ${spoken(occupancy)}`, why: `The post has one seat, and ${there.name} has it: ${spoken(there.occupancy)}.` });
        return false;
      }
      if (single.has(post)) hold(post, { person: id, name: String(fields['name'] ?? id), incoming: true, occupancy, taken });
      return true;
    });
    return { fields: { ...fields, occupancies: free }, refused };
  };
}

function backwards(occupancy: Plain): boolean {
  const start = parseDate(occupancy['start_date']);
  const end = parseDate(occupancy['end_date']);
  return start !== undefined && end !== undefined && start.precision !== 'open' && end.precision !== 'open' && start.earliest > end.latest;
}
