import type { DayRange } from '../../base/edtf';
import type { Id, Occupancy, Post } from '../../gazetteer/model';
import type { Gazetteer, Holding } from '../../gazetteer/gazetteer';
import type { TitlePhrase } from '../../recognize/model';
import type { Ground, ResolvedName } from '../model';
import type { About } from '../when/clause-times';
import { certainlyOn, held, maySay, openEnded, overdue, possibleRange, postsMeant, rules, statesOf, touches } from '../records/offices';
import { judgeNever, KNOWN_FROM, REPORTED_DAYS } from './never';

/** What the record says of the title that stands beside a name. */
export type TitleJudgement =
  /** Held on the date, or nothing speaks against it. */
  | { readonly kind: 'fits' }
  /** The title is one of the person's, the state or body beside it is not. */
  | { readonly kind: 'affiliation'; readonly post: Post; readonly occupancy: Occupancy }
  /** Never held: somebody else holds it, the state or body has no such office, or the record says to avoid the title. */
  | Never
  /** Held, but not on the days of the mention. */
  | OtherTime;

export interface Never {
  readonly kind: 'never';
  readonly reason: 'held-by-other' | 'no-such-office' | 'avoided' | 'not-yet';
  readonly post?: Post;
  readonly holder?: Holding;
  readonly own?: { readonly post: Post; readonly occupancy: Occupancy };
  /** Only an old record speaks for it. */
  readonly stale: boolean;
}

/** Of a record that is too old for the days it is asked about nothing is said but what it knew, and nobody is put into the place of another. */
export interface OtherTime {
  readonly kind: 'other-time';
  readonly post: Post;
  readonly occupancy: Occupancy;
  readonly before: boolean;
  readonly holder?: Holding;
  /** Only an old record speaks for the holder, or the text may be of an earlier day. */
  readonly unsure: boolean;
}

/** Qualifiers that place the office in another time: such a title makes no claim for the date. */
const OTHER_TIME = new Set(['former', 'then', 'incoming', 'outgoing', 'designate', 'elect']);

/** Judges the title beside a resolved name; `undefined` where the title claims no recorded post (spec 4.5 B). */
export function judgeTitle(ground: Ground, name: ResolvedName): TitleJudgement | undefined {
  if (!name.person || !name.mention.title) return undefined;
  // several checks ask, and a name outlives the keystroke
  return ground.derivations.keep('title', name, undefined, () => judge(ground, name));
}

function judge(ground: Ground, name: ResolvedName): TitleJudgement | undefined {
  const { person, about } = name;
  const title = name.mention.title && ofOwnState(name, name.mention.title, ground.gazetteer);
  if (!person || !title || title.descriptive || title.address || name.mention.sic || (title.posts.length === 0 && title.avoided.length === 0)) return undefined;
  if (about?.known === 'open') return undefined;
  const { gazetteer } = ground;
  const meant = postsMeant(title, gazetteer);
  const mine = held(person, meant);
  if (mine.length > 0) return judgeTime(ground, name, title, mine);
  if (about?.known === 'future') return undefined;
  if (title.qualifier && OTHER_TIME.has(title.qualifier.kind)) return undefined;

  const elsewhere = held(person, postsMeant(bare(title), gazetteer));
  if (elsewhere.length > 0) {
    const named = title.state?.id;
    if (named !== undefined && statesOf(person, gazetteer).has(named)) return undefined;
    const pick = elsewhere.find(h => name.on && touches(possibleRange(h.occupancy), name.on)) ?? elsewhere[elsewhere.length - 1]!;
    return { kind: 'affiliation', ...pick };
  }
  return judgeNever(ground, name, title, person);
}

/** “Congolese”, “Dominican”: of two states that have the adjective the person’s own is meant. */
function ofOwnState({ person, block }: ResolvedName, title: TitlePhrase, gazetteer: Gazetteer): TitlePhrase {
  const { state } = title;
  if (!person || !state) return title;
  const states = statesOf(person, gazetteer);
  if (states.has(state.id)) return title;
  const written = block.prose.slice(state.span.start, state.span.end);
  const own = [...states].find(id => gazetteer.state(id)?.adjectives.includes(written));
  return own === undefined ? title : { ...title, state: { ...state, id: own } };
}

function bare(title: TitlePhrase): TitlePhrase {
  const { state: _state, organization: _organization, ...rest } = title;
  return rest;
}

type Held = { readonly post: Post; readonly occupancy: Occupancy };

function judgeTime(ground: Ground, name: ResolvedName, title: TitlePhrase, mine: readonly Held[]): TitleJudgement {
  const { about } = name;
  const meant = about && daysJudged(about, mine, name, ground.judging);
  if (!meant || title.possessed || (title.qualifier && OTHER_TIME.has(title.qualifier.kind))) return { kind: 'fits' };
  const { days, sure } = meant;
  // a narrator of today may use today's title for what was done before, or the title of that day
  const today = ground.judging;
  if (mine.some(h => touches(possibleRange(h.occupancy), days) || (today && touches(possibleRange(h.occupancy), today)))) return { kind: 'fits' };
  const before = mine.filter(h => possibleRange(h.occupancy).last < days.first);
  const last = before.reduce<Held | undefined>((a, b) => (a && possibleRange(a.occupancy).last >= possibleRange(b.occupancy).last ? a : b), undefined);
  if (last && !openEnded(last.occupancy)) {
    if ((days.first - possibleRange(last.occupancy).last <= LEAVING_DAYS && leaves(name)) || remembers(name)) return { kind: 'fits' };
    const holder = successor(ground, last.post, name.person!.id, days);
    const movedOn = name.person!.occupancies.some(o => o.post !== last.post.id && o.status === 'held' && certainlyOn(o, days));
    if (!movedOn && (!holder || overdue(holder.occupancy, days))) return { kind: 'fits' };
    return { kind: 'other-time', ...last, before: true, ...(holder ? { holder } : {}), unsure: !sure || (!movedOn && !maySay(holder!.occupancy, days)) };
  }
  if (about?.known === 'future' || enters(name)) return { kind: 'fits' };
  const after = mine.filter(h => possibleRange(h.occupancy).first > days.last);
  const first = after[0];
  if (!first) return { kind: 'fits' };
  const holder = successor(ground, first.post, name.person!.id, days);
  return { kind: 'other-time', ...first, before: false, ...(holder ? { holder } : {}), unsure: !sure };
}

interface Judged { readonly days: DayRange; readonly sure: boolean }

/** The days on which the office must have been held; none where nothing can be said against it. */
function daysJudged(about: About, mine: readonly Held[], name: ResolvedName, note: DayRange | undefined): Judged | undefined {
  const sure = (days: DayRange | undefined): Judged | undefined => days && { days, sure: true };
  switch (about.known) {
    case 'stated':
    case 'framed': return about.first < KNOWN_FROM ? undefined : sure(about);
    case 'now':
    case 'future': return sure(note);
    case 'past': return note && pastJudged(about, mine, name, note);
    case 'open': return undefined;
  }
}

/** A past without a date may be long ago: what is told as news is of these days, and what has no history before it may be. */
function pastJudged(about: About, mine: readonly Held[], { person }: ResolvedName, note: DayRange): Judged | undefined {
  if (mine.every(h => possibleRange(h.occupancy).first > note.last)) return { days: note, sure: true };
  const left = Math.max(...mine.map(h => possibleRange(h.occupancy).last));
  if (about.fresh && left >= note.first - REPORTED_DAYS) return { days: note, sure: true };
  // of somebody who has another office by now the writer would have said when
  const elsewhere = person!.occupancies.some(o => o.status === 'held' && !mine.some(h => h.occupancy === o) && certainlyOn(o, note) && maySay(o, note));
  return (about.fresh && left >= note.first - REMEMBERED_DAYS) || (about.plain && elsewhere) ? { days: note, sure: false } : undefined;
}

/** For so long after the end of a term a plain report may still be a slip for who came after. */
const REMEMBERED_DAYS = 5 * 366;

/** Days after the end of a term within which the text may tell of that end. */
const LEAVING_DAYS = 400;
const LEAVES = new RegExp(
  '^[^.;]{0,60}?\\b(?:(?:was|were|has been|had been|being|is)\\s+(?:\\w+\\s+)?(?:ousted|deposed|removed|toppled|overthrown|dismissed|sacked|fired|replaced|succeeded|defeated|unseated|assassinated|' +
  'killed|murdered|shot|impeached|detained|arrested|buried|mourned|voted out|forced out)|resign(?:ed|s)|resignation|steps? down|stepped down|stepping down|left office|quits?|fled|died|lost (?:\\w+ ){0,3}(?:election|vote|power|office)|' +
  'hand(?:ed|s) over)\\b', 'i');

/** “Prime Minister Imran Khan was deposed this weekend”: the text tells how the office was left. */
function leaves(name: ResolvedName): boolean {
  const { prose } = name.block;
  const { title, span } = name.mention;
  const end = Math.max(span.end, title!.span.end);
  const start = Math.min(span.start, title!.span.start);
  return LEAVES.test(prose.slice(end, end + 110)) || /\b(?:ouster|ousting|removal|death|assassination|killing|funeral|dismissal|resignation|overthrow|fall|defeat) of (?:the )?(?:[\p{L}’'-]+ ){0,2}$/u.test(prose.slice(Math.max(0, start - 60), start));
}

const REMEMBERS = /^(?:,[^,.;]{1,40},)?\s+(?:\w+ly\s+)?(?:writes|recalls|remembers|recollects|reminisces|recounts|relates)\b/;

/** “Secretary of Defense Robert Gates writes in his memoirs”: of the time that is remembered. */
function remembers(name: ResolvedName): boolean {
  const end = Math.max(name.mention.span.end, name.mention.title!.span.end);
  return REMEMBERS.test(name.block.prose.slice(end, end + 70));
}

const ENTERS = /^(?:,[^,.;]{1,40},)?\s+(?:was|were|is|has been|had been)?\s*(?:first\s+)?(?:re-?)?(?:elected|inaugurated|sworn in|appointed|named|chosen|won|took (?:office|power|over)|came to power|assumed|became|rose to)\b/;

/** “President Hage Geingob was elected in 2014”: the text tells how the office was come by. */
function enters(name: ResolvedName): boolean {
  const end = Math.max(name.mention.span.end, name.mention.title!.span.end);
  return ENTERS.test(name.block.prose.slice(end, end + 90));
}

/** Somebody else who can have held the post on the days: who rules and is known to, who certainly did, before others. */
function successor(ground: Ground, post: Post, person: Id, on: DayRange): Holding | undefined {
  const others = ground.gazetteer.holders(post.id).filter(h => h.person.id !== person && h.occupancy.status !== 'designate' && touches(possibleRange(h.occupancy), on));
  const worth = ({ occupancy: o }: Holding): number => 4 * Number(maySay(o, on)) + 2 * Number(rules(o)) + Number(certainlyOn(o, on));
  return others.reduce<Holding | undefined>((best, h) => (best && worth(best) >= worth(h) ? best : h), undefined);
}
