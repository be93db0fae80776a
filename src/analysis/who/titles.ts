import { type DayRange, dayOf, within } from '../../base/edtf';
import { knownUntil } from '../../gazetteer/evidence';
import { MONTHS, WEEKDAYS } from '../../english/classes/time';
import { TITLE_HEADS, TITLE_WORDS } from '../../english/lexicon';
import type { Id, Occupancy, Person, Post } from '../../gazetteer/model';
import type { Gazetteer, Holding } from '../../gazetteer/gazetteer';
import { POSTS_OF_KIND } from '../../gazetteer/tables/titles';
import type { NameMention, TitlePhrase } from '../../recognize/model';
import type { Ground, ResolvedName } from '../model';
import type { About } from '../when/clause-times';
import { certainHolders, certainRange, held, maySay, openEnded, possibleRange, postsMeant, statesOf, touches } from '../records/offices';

/** What the record says of the title that stands beside a name. */
export type TitleJudgement =
  /** Held on the date, or nothing speaks against it. */
  | { readonly kind: 'fits' }
  /** The title is one of the person's, the state or body beside it is not. */
  | { readonly kind: 'affiliation'; readonly post: Post; readonly occupancy: Occupancy }
  /** Never held: somebody else holds it, the state or body has no such office, or the record says to avoid the title. */
  | { readonly kind: 'never'; readonly reason: 'held-by-other' | 'no-such-office' | 'avoided' | 'not-yet'; readonly post?: Post; readonly holder?: Holding; readonly own?: { post: Post; occupancy: Occupancy }; readonly stale: boolean }
  /** Held, but not on the days of the mention. */
  | { readonly kind: 'other-time'; readonly post: Post; readonly occupancy: Occupancy; readonly before: boolean; readonly holder?: Holding };

/** Qualifiers that place the office in another time: such a title makes no claim for the date. */
const OTHER_TIME = new Set(['former', 'then', 'incoming', 'outgoing', 'designate', 'elect']);
const HEADS = ['head-of-state', 'head-of-government'] as const;
const BIG = new Set(['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister']);

/** Judges the title beside a resolved name; `undefined` where the title claims no recorded post (spec 4.5 B). */
export function judgeTitle(ground: Ground, name: ResolvedName): TitleJudgement | undefined {
  if (!name.person || !name.mention.title) return undefined;
  const before = judged.get(name.mention);
  if (before && before.gazetteer === ground.gazetteer && before.person === name.person && before.today === ground.judging?.day && same(before.about, name.about)) return before.judgement;
  const judgement = judge(ground, name);
  judged.set(name.mention, { gazetteer: ground.gazetteer, person: name.person, today: ground.judging?.day, about: name.about, judgement });
  return judgement;
}

/** Judgements by mention: several checks ask, and a mention outlives the keystroke. */
const judged = new WeakMap<NameMention, { gazetteer: Gazetteer; person: Person; today: number | undefined; about: About | undefined; judgement: TitleJudgement | undefined }>();

function same(a: About | undefined, b: About | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.known === b.known && a.first === b.first && a.last === b.last && a.fresh === b.fresh && a.plain === b.plain);
}

function judge(ground: Ground, name: ResolvedName): TitleJudgement | undefined {
  const { person, about } = name;
  const title = name.mention.title;
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

function bare(title: TitlePhrase): TitlePhrase {
  const { state: _state, organization: _organization, ...rest } = title;
  return rest;
}

/** Before 2014 a record need not have all terms of a person: what it does not have is not known. */
const KNOWN_FROM = dayOf(2014, 1, 1);
/** For so long after the end of a term a plain report (“the minister said”) is taken for one of the note's own days. */
const REPORTED_DAYS = 365;

type Held = { readonly post: Post; readonly occupancy: Occupancy };

function judgeTime(ground: Ground, name: ResolvedName, title: TitlePhrase, mine: readonly Held[]): TitleJudgement {
  const { about } = name;
  const days = about && daysJudged(about, mine, ground.judging);
  if (!days || title.possessed || (title.qualifier && OTHER_TIME.has(title.qualifier.kind))) return { kind: 'fits' };
  // a narrator of today may use today's title for what was done before, or the title of that day
  const today = ground.judging;
  if (mine.some(h => touches(possibleRange(h.occupancy), days) || (today && touches(possibleRange(h.occupancy), today)))) return { kind: 'fits' };
  const before = mine.filter(h => possibleRange(h.occupancy).last < days.first);
  const last = before[before.length - 1];
  if (last && !openEnded(last.occupancy)) {
    if (days.first - possibleRange(last.occupancy).last <= LEAVING_DAYS && leaves(name)) return { kind: 'fits' };
    const holder = successor(ground, last.post, name.person!.id, days);
    const movedOn = name.person!.occupancies.some(o => o.post !== last.post.id && o.status === 'held' && certainlyOn(o, days));
    return holder || movedOn ? { kind: 'other-time', ...last, before: true, ...(holder ? { holder } : {}) } : { kind: 'fits' };
  }
  if (about.known === 'future' || enters(name)) return { kind: 'fits' };
  const after = mine.filter(h => possibleRange(h.occupancy).first > days.last);
  const first = after[0];
  if (!first) return { kind: 'fits' };
  const holder = successor(ground, first.post, name.person!.id, days);
  return { kind: 'other-time', ...first, before: false, ...(holder ? { holder } : {}) };
}

/** The days on which the office must have been held; none where nothing can be said against it (spec time.md 2). */
function daysJudged(about: About, mine: readonly Held[], note: DayRange | undefined): DayRange | undefined {
  switch (about.known) {
    case 'stated':
    case 'framed': return about.first < KNOWN_FROM ? undefined : about;
    case 'now':
    case 'future': return note;
    case 'past': {
      if (!note) return undefined;
      const left = Math.max(...mine.map(h => possibleRange(h.occupancy).last));
      if (mine.every(h => possibleRange(h.occupancy).first > note.last)) return note;
      return about.fresh && left >= note.first - REPORTED_DAYS ? note : undefined;
    }
    case 'open': return undefined;
  }
}

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

const ENTERS = /^(?:,[^,.;]{1,40},)?\s+(?:was|were|is|has been|had been)?\s*(?:first\s+)?(?:re-?)?(?:elected|inaugurated|sworn in|appointed|named|chosen|won|took (?:office|power|over)|came to power|assumed|became|rose to)\b/;

/** “President Hage Geingob was elected in 2014”: the text tells how the office was come by. */
function enters(name: ResolvedName): boolean {
  const end = Math.max(name.mention.span.end, name.mention.title!.span.end);
  return ENTERS.test(name.block.prose.slice(end, end + 90));
}

function certainlyOn(occupancy: Occupancy, on: DayRange): boolean {
  const range = certainRange(occupancy);
  return within(range, on.first) && within(range, on.last);
}

/** Somebody else who can have held the post on the days: who certainly did first. */
function successor(ground: Ground, post: Post, person: Id, on: DayRange): Holding | undefined {
  const others = ground.gazetteer.holders(post.id).filter(h => h.person.id !== person && h.occupancy.status !== 'designate' && maySay(h.occupancy, on));
  return others.find(h => certainlyOn(h.occupancy, on)) ?? others.find(h => touches(possibleRange(h.occupancy), on));
}

function judgeNever(ground: Ground, name: ResolvedName, title: TitlePhrase, person: Person): TitleJudgement | undefined {
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
  const stale = own.length > 0 && on !== undefined && own.every(o => on.first > knownUntil(o.occupancy));
  const extra = { ...(ownBest ? { own: ownBest } : {}), stale };

  const avoided = own.find(o => title.avoided.includes(o.post.id) && bodyAgrees(ground, title, o.post));
  if (avoided) return { kind: 'never', reason: 'avoided', post: avoided.post, own: avoided, stale };
  if (title.posts.length === 0 || !namesOffice(title) || isPartOfOwn(title, terms) || ofUnknownBody(name, title)) return undefined;
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
    const holder = certainHolders(post, gazetteer, on).find(h => h.person.id !== person.id && maySay(h.occupancy, on)) ?? (post.seats === 1 ? covered(ground, post, on) : undefined);
    if (holder && (post.seats === 1 || own.some(o => certainlyOn(o.occupancy, on)))) return { kind: 'never', reason: 'held-by-other', post, holder, ...extra };
  }
  if (candidates.length > 0) return undefined;
  // no such office: only for the great offices, and only of a person whose own office on the date is certain
  const great = title.posts.every(id => {
    const post = gazetteer.post(id);
    return post !== undefined && (BIG.has(post.kind ?? '') || (post.head && gazetteer.stateOfPost(id) === undefined));
  });
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
function ofUnknownBody(name: ResolvedName, title: TitlePhrase): boolean {
  if (title.position !== 'before' || title.state || title.organization) return false;
  const before = /(\p{Lu}[\p{L}&.-]*)\s+$/u.exec(name.block.prose.slice(Math.max(0, title.span.start - 40), title.span.start));
  if (!before || MONTHS.has(before[1]!.toLowerCase()) || WEEKDAYS.has(before[1]!.toLowerCase())) return false;
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
