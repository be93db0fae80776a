import type { DayRange, PartialDate } from '../../base/edtf';
import type { Organization, Person } from '../../gazetteer/model';
import type { Ground } from '../model';
import { openEnded, possibleRange, rules, touches } from './offices';

/** The number of members on the days, and since when; `undefined` where no count is recorded for them. */
export function countOn(ground: Ground, body: Organization, on: DayRange): { count: number; since?: PartialDate; record: Organization } | undefined {
  let best: { count: number; since?: PartialDate; record: Organization } | undefined;
  for (const entry of body.member_count) {
    if (entry.from && entry.from.earliest > on.last) continue;
    if (entry.derive) {
      const other = ground.gazetteer.organization(entry.derive.organization);
      const base = other && other.id !== body.id ? countOn(ground, other, on) : undefined;
      if (base) best = { ...base, count: base.count + entry.derive.plus };
    } else if (entry.count !== undefined) {
      best = { count: entry.count, record: body, ...(entry.from ? { since: entry.from } : {}) };
    }
  }
  return best;
}

/** Who heads a body on the days, by its posts marked `head`; without days who last did. */
export function headsOn(ground: Ground, body: Organization, on: DayRange | undefined): { title: string; person: Person; since?: PartialDate }[] {
  const heads: { title: string; person: Person; since?: PartialDate }[] = [];
  for (const post of ground.gazetteer.postsOf(body.id)) {
    if (!post.head) continue;
    const holding = ground.gazetteer.holders(post.id).toReversed().find(h => h.occupancy.status !== 'designate' && rules(h.occupancy)
      && (on ? touches(possibleRange(h.occupancy), on) : openEnded(h.occupancy)));
    if (!holding) continue;
    const since = holding.occupancy.start_date;
    heads.push({ title: post.titles.preferred, person: holding.person, ...(since && since.precision !== 'open' ? { since } : {}) });
  }
  return heads.slice(0, 2);
}
