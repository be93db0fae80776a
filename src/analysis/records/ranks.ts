import type { DayRange } from '../../base/edtf';
import { possiblePeriod } from '../../base/edtf';
import { fold } from '../../base/fold';
import { touches } from './offices';
import type { Person } from '../../gazetteer/model';
import { RANKS } from '../../english/lexicon';

type Service = 'land' | 'sea' | 'air';

interface Standing {
  readonly service: Service;
  /** Rank of officers, NATO code OF: 6 a brigadier, 9 a full general or admiral. */
  readonly grade: number;
}

/** Ranks with their service and NATO officer grade; ranks that services share (captain, lieutenant, commander) are left out. */
const STANDING: ReadonlyMap<string, Standing> = new Map<string, Standing>([
  ['major', { service: 'land', grade: 3 }],
  ['lieutenant colonel', { service: 'land', grade: 4 }],
  ['colonel', { service: 'land', grade: 5 }],
  ['senior colonel', { service: 'land', grade: 5 }],
  ['brigadier', { service: 'land', grade: 6 }],
  ['brigadier general', { service: 'land', grade: 6 }],
  ['major general', { service: 'land', grade: 7 }],
  ['lieutenant general', { service: 'land', grade: 8 }],
  ['colonel general', { service: 'land', grade: 9 }],
  ['general', { service: 'land', grade: 9 }],
  ['army general', { service: 'land', grade: 10 }],
  ['general of the army', { service: 'land', grade: 10 }],
  ['commodore', { service: 'sea', grade: 6 }],
  ['rear admiral', { service: 'sea', grade: 7 }],
  ['vice admiral', { service: 'sea', grade: 8 }],
  ['admiral', { service: 'sea', grade: 9 }],
  ['air commodore', { service: 'air', grade: 6 }],
  ['air vice marshal', { service: 'air', grade: 7 }],
  ['air marshal', { service: 'air', grade: 8 }],
  ['air chief marshal', { service: 'air', grade: 9 }],
]);

/** Short forms in which every grade of the kind is addressed. */
const ADDRESSED: ReadonlyMap<string, number> = new Map([['general', 6], ['admiral', 6], ['colonel', 4]]);

function standingOf(rank: string): { name: string; standing: Standing } | undefined {
  const folded = fold(rank).replace(/[-‑]/g, ' ').replace(/\./g, '').replace(/\s+/g, ' ').trim();
  const name = RANKS.get(folded) ?? folded;
  const standing = STANDING.get(name);
  return standing && { name, standing };
}

/**
 * The rank that the record has on the days, where the rank written contradicts it: of another service, or higher. A
 * lower one may be of an earlier time, unless the record has the days of its ranks.
 */
export function rankConflict(person: Person, written: string, on: DayRange | undefined): string | undefined {
  const said = standingOf(written);
  if (!said) return undefined;
  const recorded = person.ranks.filter(r => standingOf(r.name) !== undefined);
  if (recorded.length === 0) return undefined;
  const then = on ? recorded.filter(r => touches(possiblePeriod(r.start_date, r.end_date), on)) : recorded;
  const dated = then.length > 0 && then.every(r => r.start_date !== undefined);
  const pool = then.length > 0 ? then : recorded;
  const stands = pool.some(r => agrees(said, standingOf(r.name)!.standing, dated));
  return stands ? undefined : pool[pool.length - 1]!.name;
}

function agrees(said: { name: string; standing: Standing }, recorded: Standing, dated: boolean): boolean {
  if (said.standing.service !== recorded.service) return false;
  const least = ADDRESSED.get(said.name);
  if (least !== undefined && recorded.grade >= least && (said.name !== 'colonel' || recorded.grade <= 5)) return true;
  return dated ? said.standing.grade === recorded.grade : said.standing.grade <= recorded.grade;
}
