import { calendar, dayOf, isoDay } from '../base/edtf';
import type { Day, PartialDate } from '../base/edtf';
import { isOpen } from './evidence';
import type { Id, Occupancy, Person, Post, Records } from './model';

/** When a post turns over by law. */
export type Turns = Pick<Post, 'elections' | 'term_years'>;

/** The day after which an open term has probably ended, and what says so. */
export interface Schedule {
  readonly day: Day;
  readonly why: string;
}

/** The first day after the newest thing read on which an open term runs out: its own, an election, the length of a term. */
export function scheduledEnd(term: Occupancy, post: Turns | undefined): Schedule | undefined {
  if (!isOpen(term)) return undefined;
  const known = (term.checked ?? term.start_date)?.latest ?? -Infinity;
  const ends: Schedule[] = [];
  for (const date of post?.elections ?? []) if (date.latest > known) ends.push({ day: date.latest, why: `there was an election on ${date.text}` });
  const lasts = endOfTerm(term, post, known);
  if (lasts !== undefined) ends.push({ day: lasts, why: `a term is ${post!.term_years} years` });
  if (term.due && term.due.latest > known) ends.push({ day: term.due.latest, why: `due to end on ${term.due.text}` });
  return ends.reduce<Schedule | undefined>((a, b) => (a && a.day <= b.day ? a : b), undefined);
}

/** After a second term begins, the record is as good as the newest thing read. */
function endOfTerm(term: Occupancy, post: Turns | undefined, known: Day): Day | undefined {
  if (!post?.term_years || !term.start_date || term.start_date.precision === 'open') return undefined;
  const { year, month, date } = calendar(term.start_date.latest);
  const terms = Math.max(1, Math.ceil((calendar(Math.max(known, term.start_date.latest)).year - year) / post.term_years));
  for (let n = terms; ; n++) {
    const end = dayOf(year + n * post.term_years, month, date);
    if (end > known) return end;
  }
}

/** A person with the day on which each open term runs out by the schedule of its post: what reads the record needs no schedule. */
export function scheduled(person: Person, find: (post: Id) => Turns | undefined): Person {
  const occupancies = person.occupancies.map(term => {
    const end = scheduledEnd(term, find(term.post));
    return end === undefined || end.day === term.due?.latest ? term : { ...term, due: onDay(end.day) };
  });
  return occupancies.every((term, i) => term === person.occupancies[i]) ? person : { ...person, occupancies };
}

function onDay(day: Day): PartialDate {
  return { text: isoDay(day), earliest: day, latest: day, precision: 'day', uncertain: false };
}

/** Ministers, who come and go with the government. */
const OF_GOVERNMENT = new Set(['foreign-minister', 'defence-minister', 'finance-minister', 'interior-minister']);

/** When each post turns over: a minister's with the elections of the head of government. */
export function scheduleOf(records: Pick<Records, 'posts' | 'organizations'>): (post: Id) => Turns | undefined {
  const posts = new Map(records.posts.map(post => [post.id, post]));
  const states = statesOfPosts(records);
  const elections = new Map<Id, Post['elections']>();
  for (const post of records.posts) {
    const state = states.get(post.id);
    if (state !== undefined && post.kind === 'head-of-government' && post.elections.length > 0) elections.set(state, post.elections);
  }
  return id => {
    const post = posts.get(id);
    if (!post || post.elections.length > 0 || !OF_GOVERNMENT.has(post.kind ?? '')) return post;
    const own = elections.get(states.get(id) ?? '');
    return own ? { elections: own, ...(post.term_years === undefined ? {} : { term_years: post.term_years }) } : post;
  };
}

/** The state of each post: that of its body, or of a body above it. */
export function statesOfPosts(records: Pick<Records, 'posts' | 'organizations'>): Map<Id, Id> {
  const bodies = new Map(records.organizations.map(body => [body.id, body]));
  const result = new Map<Id, Id>();
  for (const post of records.posts) {
    let body = bodies.get(post.organization);
    for (let steps = 0; body && body.state === undefined && steps < 10; steps++) body = body.parent === undefined ? undefined : bodies.get(body.parent);
    if (body?.state !== undefined) result.set(post.id, body.state);
  }
  return result;
}
