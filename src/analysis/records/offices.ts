import { certainPeriod, type DayRange, possiblePeriod, within } from '../../base/edtf';
import { knownUntil } from '../../gazetteer/evidence';
import type { Gazetteer, Holding } from '../../gazetteer/gazetteer';
import type { Id, Occupancy, Person, Post } from '../../gazetteer/model';
import { POSTS_OF_KIND } from '../../gazetteer/tables/titles';
import type { TitlePhrase } from '../../recognize/model';

const HEADS = new Set(['head-of-state', 'head-of-government']);

/** Whether two stretches of days share a day. */
export function touches(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function possibleRange(occupancy: Occupancy): DayRange {
  return possiblePeriod(occupancy.start_date, occupancy.end_date);
}

export function certainRange(occupancy: Occupancy): DayRange {
  return certainPeriod(occupancy.start_date, occupancy.end_date);
}

/** Whether a term certainly held on all of the days. */
export function certainlyOn(occupancy: Occupancy, on: DayRange): boolean {
  const range = certainRange(occupancy);
  return within(range, on.first) && within(range, on.last);
}

/** For so long after the last that was read of an open term it is taken to go on. */
const PRESUMED_DAYS = 366;

/** Whether it may be said that a term held on a day: it is closed, or read of lately and not past its own end. */
export function maySay(occupancy: Occupancy, on: DayRange): boolean {
  if (!openEnded(occupancy)) return true;
  return on.first <= knownUntil(occupancy) + PRESUMED_DAYS && !overdue(occupancy, on);
}

/** Whether an open term is past the day on which it runs out, an election or the end of a term: anybody may hold the post since. */
export function overdue(occupancy: Occupancy, on: DayRange): boolean {
  return openEnded(occupancy) && occupancy.due !== undefined && on.first > occupancy.due.latest;
}

/** Open-ended: no end, or `..`. Evidence only up to the record's `checked` (spec 3.1.5). */
export function openEnded(occupancy: Occupancy): boolean {
  return occupancy.end_date === undefined || occupancy.end_date.precision === 'open';
}

/**
 * The posts a title phrase can mean: those of the state and body it names. A body named counts for posts of that body
 * or of what is part of it; a post whose own title says the body (“Permanent Representative to NATO”) needs no other.
 */
export function postsMeant(phrase: TitlePhrase, gazetteer: Gazetteer, posts: readonly Id[] = phrase.posts): Post[] {
  const result: Post[] = [];
  for (const id of posts) {
    const post = gazetteer.post(id);
    if (!post) continue;
    if (phrase.state && gazetteer.stateOfPost(id) !== phrase.state.id) continue;
    const body = phrase.organization?.id;
    if (body !== undefined && !gazetteer.lineage(post.organization).some(o => o.id === body) && !saysBody(post, body, gazetteer)) continue;
    result.push(post);
  }
  // the UN Secretary-General heads the UN itself, not one of its agencies
  const own = phrase.organization ? result.filter(post => post.organization === phrase.organization!.id) : [];
  return own.length > 0 ? own : result;
}

/** Whether the post's own titles name the body: the UN ambassador of a state is accredited there. */
function saysBody(post: Post, body: Id, gazetteer: Gazetteer): boolean {
  const organization = gazetteer.organization(body);
  const names = organization ? [organization.name, ...(organization.acronym ? [organization.acronym] : [])] : [];
  const said = [post.label, post.titles.preferred, ...post.titles.permitted, ...post.titles.informal].join(' | ');
  return names.some(name => said.includes(name));
}

/** Occupancies of a person in one of the posts. */
export function held(person: Person, posts: readonly Post[]): { post: Post; occupancy: Occupancy }[] {
  const result: { post: Post; occupancy: Occupancy }[] = [];
  for (const occupancy of person.occupancies) {
    const post = posts.find(p => p.id === occupancy.post);
    if (post) result.push({ post, occupancy });
  }
  return result;
}

/** The occupancy of one of the posts that can hold on the days, preferring full office to designation; else the last one. */
export function officeOn(person: Person, posts: readonly Post[], on: DayRange | undefined): { post: Post; occupancy: Occupancy; current: boolean } | undefined {
  const all = held(person, posts);
  if (all.length === 0) return undefined;
  if (on) {
    const current = all.filter(h => touches(possibleRange(h.occupancy), on));
    const best = current.find(h => h.occupancy.status === 'held') ?? current[0];
    if (best) return { ...best, current: true };
  }
  return { ...all[all.length - 1]!, current: false };
}

/** Offices that a person can have held on the days, in the order of the record; without days the last known ones. */
export function officesOf(person: Person, gazetteer: Gazetteer, on: DayRange | undefined): { post: Post; occupancy: Occupancy }[] {
  const result: { post: Post; occupancy: Occupancy }[] = [];
  for (const occupancy of person.occupancies) {
    const post = gazetteer.post(occupancy.post);
    if (!post) continue;
    if (on ? touches(possibleRange(occupancy), on) : openEnded(occupancy)) result.push({ post, occupancy });
  }
  return result;
}

/** Who certainly held a post on every one of the days. */
export function certainHolders(post: Post, gazetteer: Gazetteer, on: DayRange): Holding[] {
  return gazetteer.holders(post.id).filter(h => {
    const range = certainRange(h.occupancy);
    return h.occupancy.status !== 'designate' && within(range, on.first) && within(range, on.last);
  });
}

/** Whether a term is that of a ruler: one who is only recognised by some is not. */
export function rules(occupancy: Occupancy): boolean {
  return occupancy.recognition !== 'disputed' || occupancy.in_power === true;
}

/** Others who hold or claim the same office on the days, where the record has it as disputed: who rules comes first. */
export function claimants(person: Person, post: Post, occupancy: Occupancy, gazetteer: Gazetteer, on: DayRange): Holding[] {
  const state = gazetteer.stateOfPost(post.id);
  // two governments of one state have a head each
  const posts = state !== undefined && post.kind !== undefined && HEADS.has(post.kind) ? gazetteer.table(POSTS_OF_KIND).exact([state, post.kind]).map(p => p.id) : [post.id];
  return posts.flatMap(id => gazetteer.holders(id))
    .filter(h => h.person.id !== person.id && h.occupancy.status !== 'designate' && touches(possibleRange(h.occupancy), on)
      && (occupancy.recognition === 'disputed' || h.occupancy.recognition === 'disputed'))
    .sort((a, b) => Number(rules(b.occupancy)) - Number(rules(a.occupancy)));
}

/** States that a person belongs to by nationality or by any office. */
export function statesOf(person: Person, gazetteer: Gazetteer): Set<Id> {
  const states = new Set<Id>();
  if (person.nationality) states.add(person.nationality);
  for (const occupancy of person.occupancies) {
    const state = gazetteer.stateOfPost(occupancy.post);
    if (state) states.add(state);
  }
  return states;
}
