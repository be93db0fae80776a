import { certainPeriod, parseDate, possiblePeriod } from '../base/edtf';
import type { DayRange, PartialDate } from '../base/edtf';
import { foldName } from '../gazetteer/forms';
import type { Target } from '../gazetteer/fields';
import type { LeftOut } from './incoming';
import { isoPart, isPlain, listOf, same, textOf } from './plain';
import type { Draftable, Plain } from './plain';

/** What of an incoming record is laid over one that is there. */
export interface Merged {
  /** Fields for the layer; lists that grow from layer to layer hold only what is new. */
  readonly fields: Draftable;
  /** What they are, for the report. */
  readonly taken: readonly string[];
  readonly refused: readonly LeftOut[];
}

export interface Merging {
  /** Whether values that differ take the place of those that are there. */
  readonly overwrite: boolean;
  /** The input is our own export: a holding without a status is one that is held. */
  readonly own: boolean;
}

/** A list that is joined instead of compared as one: by what its items are told apart, and what a clash of two is. */
interface Joined {
  key(item: Plain): string;
  /** Items of one key that say two things. */
  clash?(a: Plain, b: Plain): boolean;
  /** A layer’s list adds to the one below (spec 3.1.8); every other list takes its place. */
  readonly grows: boolean;
}

const byName = (item: Plain): string => foldName(textOf(item['name']) ?? `${String(item['given'])} ${String(item['family'])}`);
const exactName = (item: Plain): string => textOf(item['name']) ?? `${String(item['given'])} ${String(item['family'])}`;

const JOINED: Readonly<Record<string, Joined>> = {
  names: { key: exactName, grows: true },
  misspellings: { key: byName, grows: true },
  other_names: { key: exactName, grows: false },
  variants: { key: exactName, grows: false },
  identifiers: { key: item => String(item['scheme']), clash: (a, b) => a['identifier'] !== b['identifier'], grows: false },
  distinct_from: { key: item => String(item['id']), grows: false },
};

/**
 * Lays an incoming record over an existing one: what is missing is filled in, what differs is refused unless `overwrite`.
 * `checked` is the day up to which the existing record is known to hold.
 */
export function mergeRecord(section: Target, existing: Plain, incoming: Plain, where: string, how: Merging): Merged {
  const { overwrite } = how;
  const fields: Draftable = {};
  const taken: string[] = [];
  const refused: LeftOut[] = [];
  const refuse = (what: string, why: string): void => void refused.push({ where, what, why });
  for (const key of Object.keys(incoming)) {
    const now = incoming[key];
    const old = existing[key];
    const joined = Object.hasOwn(JOINED, key) ? JOINED[key] : undefined;
    if (key === 'checked' || now === undefined || same(old, now)) continue;
    if (section === 'people' && key === 'occupancies') {
      occupancies(existing, listOf(now) as Plain[], how, fields, taken, refuse);
    } else if (joined) {
      join(key, joined, existing, listOf(now).filter(isPlain), overwrite, fields, taken, refuse);
    } else if (old === undefined) {
      fields[key] = now;
      taken.push(`${key}: ${shown(now)}`);
    } else if (key === 'titles' ? titlesFit(old, now) : agrees(old, now)) {
      continue;
    } else if (overwrite) {
      fields[key] = now;
      taken.push(`${key}: ${shown(now)} instead of ${shown(old)}`);
    } else {
      refuse(`${key}: ${shown(now)}`, exacter(old, now) ? `${shown(old)} is recorded, which is less exact: --overwrite takes the new one.` : `${shown(old)} is recorded.`);
    }
  }
  return { fields, taken, refused };
}

type Refuse = (what: string, why: string) => void;

function join(key: string, list: Joined, existing: Plain, now: readonly Plain[], overwrite: boolean, fields: Draftable, taken: string[], refuse: Refuse): void {
  const old = listOf(existing[key]).filter(isPlain);
  const byKey = new Map(old.map(item => [list.key(item), item]));
  // A person’s usual name and the acronym of a body are names already.
  const own = new Set([existing['name'], existing['acronym']]);
  const added: Plain[] = [];
  let changed = false;
  for (const item of now) {
    if (key !== 'identifiers' && key !== 'distinct_from' && own.has(exactName(item))) continue;
    const there = byKey.get(list.key(item));
    if (!there) {
      byKey.set(list.key(item), item);
      added.push(item);
      taken.push(`${key}: ${shown(item)}`);
    } else if (list.clash?.(there, item)) {
      if (overwrite) {
        byKey.set(list.key(item), item);
        changed = true;
        taken.push(`${key}: ${shown(item)} instead of ${shown(there)}`);
      } else {
        refuse(`${key}: ${shown(item)}`, `${shown(there)} is recorded.`);
      }
    }
  }
  if (added.length === 0 && !changed) return;
  fields[key] = list.grows ? added : [...byKey.values()];
}

/**
 * Holdings of one post that overlap are one holding. Its end is filled in where it was open and the new end lies after the
 * day on which the record was last checked; other differences are conflicts. A layer cannot change the start of a holding:
 * post and start are what it is known by (spec 3.1.8).
 */
function occupancies(existing: Plain, now: readonly Plain[], { overwrite, own }: Merging, fields: Draftable, taken: string[], refuse: Refuse): void {
  const old = listOf(existing['occupancies']).filter(isPlain);
  const added: Plain[] = [];
  for (const item of now) {
    const meeting = old.filter(held => held['post'] === item['post'] && overlap(held, item));
    const alike = meeting.filter(held => (held['status'] ?? 'held') === (item['status'] ?? 'held'));
    // Who only lists holders seldom tells that one was acting.
    const here = alike.length > 0 || own ? alike : meeting;
    const what = spoken(item);
    if (here.length === 0) {
      added.push(item);
      taken.push(what);
      continue;
    }
    if (here.some(held => fits(held['start_date'], item['start_date']) && fits(held['end_date'], item['end_date']))) continue;
    const held = here.find(one => fits(one['start_date'], item['start_date']));
    const end = parseDate(item['end_date']);
    if (!held || !end) {
      refuse(what, `${here.map(spoken).join('; ')} is recorded${held ? '' : ', and a layer cannot change a start: correct that record'}.`);
      continue;
    }
    const open = held['end_date'] === undefined || held['end_date'] === '..';
    const checked = parseDate(held['checked'] ?? existing['checked']);
    const later = open && (!checked || checked.precision === 'open' || end.latest >= checked.earliest || held['end_date'] === undefined);
    if (later || overwrite) {
      const start = held['start_date'];
      added.push({ post: held['post'], ...(start === undefined ? {} : { start_date: start }), end_date: item['end_date'], ...evidence(item) });
      taken.push(`${what}: its end`);
    } else {
      refuse(what, `${spoken(held)} is recorded${open && checked ? `, as of ${checked.text}` : ''}.`);
    }
  }
  if (added.length > 0) fields['occupancies'] = added;
}

function evidence(item: Plain): Plain {
  // what the new item cites states the end that it brings
  const { end_sources, sources } = item;
  const cited = end_sources ?? sources;
  return cited === undefined ? {} : { end_sources: cited };
}

/** Whether two holdings share more than the day of handing over, in their widest reading. */
export function overlap(a: Plain, b: Plain): boolean {
  const one = possiblePeriod(parseDate(a['start_date']), parseDate(a['end_date']));
  const two = possiblePeriod(parseDate(b['start_date']), parseDate(b['end_date']));
  // One term may end on the day on which the next begins.
  return Math.min(one.last, two.last) - Math.max(one.first, two.first) >= 1 || (one.first === two.first && one.last === two.last);
}

/** Whether a date that is there says what a new one says, as far as the new one says anything. */
function fits(old: unknown, now: unknown): boolean {
  const a = parseDate(old);
  const b = parseDate(now);
  if (!b) return true;
  if (!a) return false;
  if (a.precision === 'open' || b.precision === 'open') return a.precision === b.precision;
  return meets(a, b);
}

function meets(a: PartialDate, b: PartialDate): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest;
}

/** Names and titles differ in letters only; dates where the old one lies within the new one. */
function agrees(old: unknown, now: unknown): boolean {
  // Other formats have no marks of doubt.
  if (isoPart(old) !== undefined && isoPart(old) === isoPart(now)) return true;
  const a = parseDate(old);
  const b = parseDate(now);
  if (a && b && a.precision !== 'open' && b.precision !== 'open') return meets(a, b) && !exacter(old, now);
  return typeof old === 'string' && typeof now === 'string' && foldName(old) === foldName(now);
}

function exacter(old: unknown, now: unknown): boolean {
  const a = parseDate(old);
  const b = parseDate(now);
  return a !== undefined && b !== undefined && meets(a, b) && b.latest - b.earliest < a.latest - a.earliest;
}

/** Whether every title that comes is one that is there: other formats do not tell one kind of title from another. */
function titlesFit(old: unknown, now: unknown): boolean {
  if (!isPlain(old) || !isPlain(now)) return false;
  const titles = (value: Plain): string[] => [value['preferred'], value['formal'], ...listOf(value['permitted']), ...listOf(value['informal'])]
    .filter(title => title !== undefined).map(title => foldName(String(title)));
  const there = new Set(titles(old));
  return titles(now).every(title => there.has(title));
}

/** One holding in words. */
export function spoken(item: Plain): string {
  const from = textOf(item['start_date']);
  const until = textOf(item['end_date']);
  return `${String(item['post'])}${from === undefined ? '' : ` from ${from}`}${until === undefined || until === '..' ? '' : ` to ${until}`}`;
}

function shown(value: unknown): string {
  if (isPlain(value)) {
    if (value['scheme'] !== undefined) return `${String(value['scheme'])} ${String(value['identifier'])}`;
    const name = value['name'] ?? value['id'] ?? value['preferred'];
    if (name !== undefined) return String(name);
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The days on which a holding certainly takes a seat; none where its start is not known, or it takes no seat of its own. */
export function seatTaken(held: Plain): DayRange | undefined {
  if (held['start_date'] === undefined || held['status'] === 'designate' || held['status'] === 'acting') return undefined;
  return certainPeriod(parseDate(held['start_date']), parseDate(held['end_date']));
}

/** Whether two periods share more than the day of handing over (spec 3.1). */
export function clash(a: DayRange, b: DayRange): boolean {
  return Math.min(a.last, b.last) - Math.max(a.first, b.first) >= 1;
}
