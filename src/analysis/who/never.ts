import { type DayRange, dayOf } from '../../base/edtf';
import { MONTHS, WEEKDAYS } from '../../english/classes/time';
import { TITLE_HEADS, TITLE_WORDS } from '../../english/lexicon';
import type { Gazetteer, Holding } from '../../gazetteer/gazetteer';
import type { Occupancy, Person, Post } from '../../gazetteer/model';
import { POSTS_OF_KIND } from '../../gazetteer/tables/titles';
import type { TitlePhrase } from '../../recognize/model';
import type { Ground, ResolvedName } from '../model';
import { certainHolders, certainlyOn, certainRange, maySay, overdue, possibleRange, postsMeant, rules, statesOf, touches } from '../records/offices';
import type { Never } from './titles';

/** Before 2014 a record need not have all terms of a person: what it does not have is not known. */
export const KNOWN_FROM = dayOf(2014, 1, 1);
/** For so long after the end of a term a plain report (“the minister said”) is taken for one of the note's own days. */
export const REPORTED_DAYS = 365;

const HEADS = ['head-of-state', 'head-of-government'] as const;
const BIG = new Set(['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister']);

/** A title is that of a great office where so many of its posts are: some region or rebel government has each of them too. */
const MOSTLY = 0.9;

type Held = { readonly post: Post; readonly occupancy: Occupancy };

/** An office that somebody never held up to the days of the mention: what speaks against it. */
export function judgeNever(ground: Ground, name: ResolvedName, title: TitlePhrase, person: Person): Never | undefined {
  const { gazetteer } = ground;
  const claimed = daysClaimed(ground, name, person);
  // of a time that no record reaches only one thing is known: that there has never been such an office
  const timeless = claimed === 'unknown';
  if (timeless && name.about?.known !== 'past') return undefined;
  const on = timeless ? undefined : claimed;
  const terms = person.occupancies
    .map(occupancy => ({ occupancy, post: gazetteer.post(occupancy.post) }))
    .filter((o): o is { occupancy: Occupancy; post: Post } => o.post !== undefined && o.occupancy.status === 'held');
  const own = terms.filter(o => (on ? touches(possibleRange(o.occupancy), on) : true));
  const ownBest = own.findLast(o => o.post.head || o.post.kind) ?? own[own.length - 1];
  const stale = own.length > 0 && on !== undefined && own.every(o => !maySay(o.occupancy, on));
  const extra = { ...(ownBest ? { own: ownBest } : {}), stale };

  const avoided = own.find(o => title.avoided.includes(o.post.id) && bodyAgrees(ground, title, o.post));
  if (avoided) return { kind: 'never', reason: 'avoided', post: avoided.post, own: avoided, stale };
  if (title.posts.length === 0 || !namesOffice(title) || isPartOfOwn(title, terms) || ofUnknownBody(ground, name, title)) return undefined;
  // of somebody without a recorded office on the day only the state's own record speaks: who certainly held its one post then
  const placed = title.state !== undefined && !title.qualifier && name.mention.given !== undefined && statesOf(person, gazetteer).has(title.state.id);
  if (own.length === 0 && !(on && placed)) return undefined;

  const candidates = postsMeant(title, gazetteer).filter(post => {
    if (title.state || title.organization) return true;
    const state = gazetteer.stateOfPost(post.id);
    return own.some(o => (state !== undefined ? gazetteer.stateOfPost(o.post.id) === state : gazetteer.stateOfPost(o.post.id) === undefined && sharesBody(ground, o.post, post)));
  });
  for (const post of timeless ? [] : candidates) {
    if (on === undefined) {
      const any = gazetteer.holders(post.id)[0];
      if (post.seats === 1 && any) return { kind: 'never', reason: 'held-by-other', post, holder: any, ...extra };
      continue;
    }
    const holders = certainHolders(post, gazetteer, on).filter(h => h.person.id !== person.id).sort((a, b) => Number(rules(b.occupancy)) - Number(rules(a.occupancy)));
    const sure = holders.find(h => maySay(h.occupancy, on)) ?? (post.seats === 1 ? covered(ground, post, on) : undefined);
    const holder = sure ?? holders[0];
    if (!holder || overdue(holder.occupancy, on) || (post.seats !== 1 && !own.some(o => certainlyOn(o.occupancy, on)))) continue;
    // what the person does hold, by a record of these days, speaks as well as who holds the office
    return { kind: 'never', reason: 'held-by-other', post, holder, ...extra, stale: own.length > 0 ? stale : !sure };
  }
  if (candidates.length > 0) return undefined;
  // no such office: only for the great offices, and only of a person whose own office on the date is certain
  const great = title.posts.filter(id => {
    const post = gazetteer.post(id);
    return post !== undefined && (BIG.has(post.kind ?? '') || (post.head && gazetteer.stateOfPost(id) === undefined));
  }).length >= title.posts.length * MOSTLY;
  if (!(great || noSuchHead(gazetteer, title)) || own.length === 0) return undefined;
  if (on && name.about?.known !== 'past' && !own.some(o => certainlyOn(o.occupancy, on) || touches(certainRange(o.occupancy), on))) return undefined;
  return { kind: 'never', reason: 'no-such-office', ...extra };
}

/** “Sultan” of one who is Sultan and Prime Minister. */
function isPartOfOwn(title: TitlePhrase, terms: readonly Held[]): boolean {
  const written = ` ${title.text.toLowerCase()} `;
  return terms.some(({ post }) => [post.titles.preferred, ...post.titles.permitted, ...post.titles.informal].some(own => / and | & /.test(own) && ` ${own.toLowerCase()} `.includes(written)));
}

/** “NC President Sushil Koirala”, “National Assembly President Juan Guaidó”: a body that no record has is named before the title. */
function ofUnknownBody(ground: Ground, name: ResolvedName, title: TitlePhrase): boolean {
  if (title.position !== 'before' || title.state || title.organization) return false;
  const before = /(\p{Lu}[\p{L}&.-]*)\s+$/u.exec(name.block.prose.slice(Math.max(0, title.span.start - 40), title.span.start));
  if (!before || MONTHS.has(before[1]!.toLowerCase()) || WEEKDAYS.has(before[1]!.toLowerCase())) return false;
  // “White House Secretary of State”: where that is we know
  const end = title.span.start - 1;
  if (ground.factsOf(name.block).metonyms.some(m => m.span.end === end)) return false;
  const at = title.span.start - before[0].length;
  return !name.block.sentences.some(s => at - s.start <= 1 && at >= s.start);
}

/** “war boss”, “His Majesty”: said of a person, the office only where the record of the person has it so. */
function namesOffice(title: TitlePhrase): boolean {
  return title.text.toLowerCase().split(/[\s-]+/).some(word => TITLE_HEADS.has(TITLE_WORDS.get(word) ?? word) || TITLE_WORDS.get(word)?.split(' ').some(part => TITLE_HEADS.has(part)));
}

/**
 * The days for which a title claims an office that the person never held: `undefined` where the note has no date,
 * `unknown` where the record of the person begins later, or the story may be of a time before it.
 */
function daysClaimed(ground: Ground, name: ResolvedName, person: Person): DayRange | undefined | 'unknown' {
  const { about } = name;
  const note = ground.judging;
  const begins = Math.min(...person.occupancies.map(o => (o.start_date && o.start_date.precision !== 'open' ? o.start_date.latest : Infinity)));
  if (about && (about.known === 'stated' || about.known === 'framed')) {
    return about.first < KNOWN_FROM || about.last < begins ? 'unknown' : { first: about.first, last: note ? Math.min(about.last, note.last) : about.last };
  }
  if (!note) return undefined;
  if (about?.known !== 'past') return note;
  // an undated past may be long ago: the record speaks for the time in which the person has been in view
  const serving = person.occupancies.some(o => o.status === 'held' && possibleRange(o).last >= note.first - REPORTED_DAYS && possibleRange(o).first <= note.last);
  return serving && begins <= note.first ? note : 'unknown';
}

/** Whether those recorded in a post can have held it on all of the days, one after another: the last of them. */
function covered(ground: Ground, post: Post, on: DayRange): Holding | undefined {
  let reached = on.first - 1;
  let last: Holding | undefined;
  for (const holding of ground.gazetteer.holders(post.id)) {
    const range = possibleRange(holding.occupancy);
    if (range.first <= reached + 1 && range.last > reached) {
      reached = range.last;
      last = holding;
    }
  }
  return reached >= on.last ? last : undefined;
}

/** “Swedish Chancellor”, “Belgian President”: how other states call the head whose own title in this state is recorded. */
function noSuchHead(gazetteer: Gazetteer, title: TitlePhrase): boolean {
  const { state } = title;
  if (!state || title.organization) return false;
  const core = title.text.toLowerCase();
  const kinds = new Set(title.posts.map(id => gazetteer.post(id)).filter(p => p?.titles.preferred.toLowerCase() === core).map(p => p!.kind));
  return HEADS.some(kind => kinds.has(kind) && gazetteer.table(POSTS_OF_KIND).has([state.id, kind]));
}

function sharesBody(ground: Ground, a: Post, b: Post): boolean {
  const lineage = new Set(ground.gazetteer.lineage(a.organization).map(o => o.id));
  return ground.gazetteer.lineage(b.organization).some(o => lineage.has(o.id));
}

function bodyAgrees(ground: Ground, title: TitlePhrase, post: Post): boolean {
  if (title.state && ground.gazetteer.stateOfPost(post.id) !== title.state.id) return false;
  return !title.organization || ground.gazetteer.lineage(post.organization).some(o => o.id === title.organization!.id);
}
