import type { DayRange } from '../../base/edtf';
import { fold } from '../../base/fold';
import { shift } from '../../base/span';
import type { Block } from '../../document/model';
import type { Id, Person } from '../../gazetteer/model';
import { FEMALE_HONORIFICS, MALE_HONORIFICS } from '../../english/lexicon';
import type { FormMatch, NameMention, NearMatch } from '../../recognize/model';
import { foldedName, genderPair, nameIndexOf } from '../../recognize/names/name-index';
import { aboutName, effectiveDays } from '../when/about';
import type { About } from '../when/clause-times';
import type { Times } from '../when/times';
import type { Ground, ResolvedName } from '../model';
import { held, officeOn, postsMeant } from '../records/offices';

/** What the whole document says of names, before any single one is decided. */
type Census = {
  /** People written in full somewhere. */
  readonly introduced: (person: Id) => boolean;
  /** People whose surname stands somewhere, spelt rightly. */
  readonly spelt: (person: Id) => boolean;
  /** Folded surnames of full names that no record knows (Nikolai Peskov): the bare surname may mean them. */
  readonly strangers: (surname: string) => boolean;
  /** States that the text names, by themselves or through those who serve them. */
  readonly states: (state: Id) => boolean;
};

/** A title of more posts than this says little of whose it is: there is a prime minister in every other state. */
const FEW_POSTS = 6;

/**
 * Decides who is meant by each name (spec 4.1). Left open, `person: undefined`, wherever two readings stand:
 * checks must not guess.
 */
export function resolveNames(ground: Ground, times: Times): ResolvedName[] {
  const census = takeCensus(ground);
  const resolved: ResolvedName[] = [];
  for (const block of ground.document.blocks) {
    const facts = ground.factsOf(block);
    const { names } = facts;
    if (names.length === 0) continue;
    const when = names.map(mention => aboutName(block, facts, times.of(block), mention));
    resolved.push(...ground.derivations.derive(block, when, census, asked => names.map((mention, i) => resolve(ground, asked, mention, block, when[i]))));
  }
  return resolved;
}

function takeCensus(ground: Ground): Census {
  const introduced = new Set<Id>(ground.choices.participants);
  const spelt = new Set<Id>();
  const strangers = new Set<string>();
  for (const block of ground.document.blocks) {
    for (const mention of ground.factsOf(block).names) {
      for (const match of mention.exact) {
        spelt.add(match.person);
        if (mention.exact.length === 1 && isFull(ground, match)) introduced.add(match.person);
      }
      if (mention.exact.length > 0 || !mention.given) continue;
      const stranger = mention.near.length === 0 || mention.near.every(n => n.given === 'other');
      if (stranger) strangers.add(mention.familyFolded);
    }
  }
  const states = statesNamed(ground, introduced);
  return { introduced: id => introduced.has(id), spelt: id => spelt.has(id), strangers: name => strangers.has(name), states: id => states.has(id) };
}

/** States that the text names, or through whose capitals, governments or people it speaks. */
export function statesNamed(ground: Pick<Ground, 'document' | 'factsOf' | 'gazetteer'>, people: Iterable<Id> = []): ReadonlySet<Id> {
  const states = new Set<Id>();
  const add = (state: Id | undefined): void => { if (state !== undefined) states.add(state); };
  for (const block of ground.document.blocks) {
    const facts = ground.factsOf(block);
    for (const { state } of facts.states) add(state);
    for (const { metonym } of facts.metonyms) add(ground.gazetteer.metonym(metonym)?.state);
    for (const { place } of facts.places) add(ground.gazetteer.place(place)?.state);
  }
  for (const id of people) add(ground.gazetteer.person(id)?.nationality);
  return states;
}

function resolve(ground: Ground, census: Census, mention: NameMention, block: Block, about: About | undefined): ResolvedName {
  const on = effectiveDays(about, ground.judging);
  const base = { mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted, rivals: [] as Person[], ...(on ? { on } : {}), ...(about ? { about } : {}) };
  const open = { ...base, by: 'none' as const };
  const kept = isKept(ground, mention);
  if (mention.exact.length > 0) {
    const decided = decideExact(ground, census, mention, on);
    return decided ? withOffice(ground, { ...base, ...decided }) : open;
  }
  if (kept || mention.sic) return open;
  const { near, rivals } = passNear(ground, census, mention, block, on);
  if (!near) return open;
  const person = ground.gazetteer.person(near.person);
  return person ? withOffice(ground, { ...base, person, by: 'near', near, rivals }) : open;
}

/** Whether the writer has said that this text stands as it is. */
function isKept(ground: Ground, mention: NameMention): boolean {
  const { knownNames, keep } = ground.choices;
  if (knownNames.size === 0 && keep.size === 0) return false;
  const surface = foldedName(mention.surface);
  const family = mention.familyFolded;
  if (knownNames.has(surface) || keep.has(surface) || keep.has(family) || knownNames.has(family)) return true;
  if (mention.given) return false;
  for (const name of knownNames) if (name.endsWith(' ' + family)) return true;
  return false;
}

type Decision = { person: Person; by: ResolvedName['by'] };

function decideExact(ground: Ground, census: Census, mention: NameMention, on: DayRange | undefined): Decision | undefined {
  const index = nameIndexOf(ground.gazetteer);
  const people: Person[] = [];
  for (const match of mention.exact) {
    const person = ground.gazetteer.person(match.person);
    if (person && !people.includes(person)) people.push(person);
  }
  const full = mention.exact.some(m => isFull(ground, m));
  if (full) {
    if (people.length === 1) return { person: people[0]!, by: 'full' };
    const titled = people.filter(p => titleFits(ground, mention, p) === 'yes');
    if (titled.length === 1) return { person: titled[0]!, by: 'office' };
    const alive = people.filter(p => on === undefined || p.occupancies.length === 0 || officeOnDays(p, on));
    return alive.length === 1 ? { person: alive[0]!, by: 'full' } : undefined;
  }
  const fitting = people.filter(p => honorificFits(mention, p));
  const introduced = fitting.filter(p => census.introduced(p.id));
  const strange = census.strangers(mention.familyFolded);
  if (introduced.length === 1 && !strange) {
    // “Ambassador Sullivan” beside Jake Sullivan: the title may be another bearer's
    const other = titleFits(ground, mention, introduced[0]!) === 'no' ? fitting.filter(p => titleFits(ground, mention, p) === 'yes') : [];
    if (other.length === 1) return { person: other[0]!, by: 'office' };
    return other.length > 1 ? undefined : { person: introduced[0]!, by: 'introduced' };
  }
  if (introduced.length > 1) {
    const titled = introduced.filter(p => titleFits(ground, mention, p) === 'yes');
    return titled.length === 1 ? { person: titled[0]!, by: 'office' } : undefined;
  }
  const byTitle = mention.title?.address ? [] : fitting.filter(p => titleFits(ground, mention, p) === 'yes' && tookOffice(ground, mention, p, on));
  if (byTitle.length === 1) return { person: byTitle[0]!, by: 'office' };
  if (byTitle.length > 1 && on) {
    const current = byTitle.filter(p => officeOn(p, postsMeant(mention.title!, ground.gazetteer), on)?.current);
    if (current.length === 1) return { person: current[0]!, by: 'office' };
  }
  if (strange) return undefined;
  const [only] = fitting;
  if (fitting.length > 1 && on) {
    // of several bearers the one in office on the day is meant, unless a record says that the surname tells nobody
    const serving = fitting.filter(p => officeOnDays(p, on));
    if (serving.length === 1 && serving[0]!.distinctive_surname !== false && titleFits(ground, mention, serving[0]!) !== 'no') return { person: serving[0]!, by: 'family' };
  }
  const telling = mention.exact[0]!.part === 'single' ? index.ofOne(mention.familyFolded) : only !== undefined && index.distinctive(only);
  if (fitting.length === 1 && only && telling && titleFits(ground, mention, only) !== 'no') return { person: only, by: 'family' };
  return undefined;
}

/** A name of several words, or the one name of somebody who has no other (Lula); a familiar one (Anwar) is like a surname. */
function isFull(ground: Ground, match: FormMatch): boolean {
  return match.part === 'full' || (match.part === 'single' && ground.gazetteer.person(match.person)?.family_name === undefined);
}

/** Whether the person had taken up a post that the title means by the days: a later holder is not meant. */
function tookOffice(ground: Ground, mention: NameMention, person: Person, on: DayRange | undefined): boolean {
  return on === undefined || held(person, postsMeant(mention.title!, ground.gazetteer)).some(h => (h.occupancy.start_date?.earliest ?? -Infinity) <= on.last);
}

function officeOnDays(person: Person, on: DayRange): boolean {
  return person.occupancies.some(o => (o.start_date?.earliest ?? -Infinity) <= on.last && on.first <= (o.end_date?.latest ?? Infinity));
}

/** Whether a title beside the name is one that the person holds or held: `none` where no title claims a post. */
export function titleFits(ground: Ground, mention: NameMention, person: Person): 'yes' | 'no' | 'none' {
  const title = mention.title;
  if (title && title.posts.length > 0) {
    return held(person, postsMeant(title, ground.gazetteer)).length > 0 ? 'yes' : 'no';
  }
  return 'none';
}

function honorificFits(mention: NameMention, person: Person): boolean {
  const honorific = mention.honorific ? fold(mention.honorific.text) : undefined;
  if (honorific === undefined || person.gender === undefined) return true;
  if (FEMALE_HONORIFICS.has(honorific)) return person.gender === 'female';
  if (MALE_HONORIFICS.has(honorific)) return person.gender === 'male';
  return true;
}

/** The context gate (spec 4.1.4): which near miss has the evidence beside it, and which other people it could mean. */
function passNear(ground: Ground, census: Census, mention: NameMention, block: Block, on: ResolvedName['on']): { near?: NearMatch; rivals: Person[] } {
  const passed: { near: NearMatch; evidence: number }[] = [];
  const anew = mention.near.length > 0 && introducedAnew(block.prose, mention);
  for (const near of mention.near) {
    if (near.part === 'given') continue;
    const person = ground.gazetteer.person(near.person);
    if (!person) continue;
    const evidence = evidenceFor(ground, census, mention, near, person, anew, on);
    if (evidence !== undefined) passed.push({ near, evidence });
  }
  if (passed.length === 0) {
    const given = mention.near.find(n => n.part === 'given' && (n.given === 'near' || n.listed) && givenSlip(ground, mention, n));
    return given ? { near: given, rivals: [] } : { rivals: [] };
  }
  passed.sort((a, b) => b.evidence - a.evidence || a.near.distance - b.near.distance);
  const best = passed[0]!;
  // one person may be met through several recorded forms of the name
  const rivals = new Set<Person>();
  for (const { near, evidence } of passed) {
    if (near.person === best.near.person || evidence !== best.evidence || near.distance !== best.near.distance) continue;
    rivals.add(ground.gazetteer.person(near.person)!);
  }
  return { near: best.near, rivals: [...rivals] };
}

/** Number of proofs beside a near miss, or `undefined` where they do not suffice or something speaks against it. */
function evidenceFor(ground: Ground, census: Census, mention: NameMention, near: NearMatch, person: Person, anew: boolean, on: ResolvedName['on']): number | undefined {
  if (near.given === 'other') return undefined;
  if (!honorificFits(mention, person)) return undefined;
  const fits = titleFits(ground, mention, person);
  // a title that hundreds bear, or of a later time, proves nothing
  const theirs = (): boolean => near.given === 'equal' || pointsTo(ground, census, mention, person);
  const title = fits === 'yes' && !(theirs() && tookOffice(ground, mention, person, on)) ? 'none' : fits;
  // the record of offices may have gaps: a given name that is the person's outweighs a title that is not
  if (title === 'no' && near.given !== 'equal') return undefined;
  // somebody of just this surname is named in full, or it is a man's beside hers: without an office the bare one is theirs
  const another = census.strangers(mention.familyFolded) || genderPair(mention.familyFolded, fold(near.correct));
  if ((another || anew) && !mention.given && title !== 'yes') return undefined;
  const givenWritten = near.given === 'equal' || near.given === 'near';
  const elsewhere = census.spelt(person.id) && !givenWritten && !anew && standingFits(mention, person, title);
  const proofs = (givenWritten ? 1 : 0) + (title === 'yes' ? 1 : 0) + (elsewhere ? 1 : 0) + (givenWritten && census.spelt(person.id) ? 0.5 : 0);
  if (near.listed && !near.needsContext) return proofs + 2;
  if (proofs < 1) return undefined;
  if (near.listed) return proofs + 1;
  const distinctive = nameIndexOf(ground.gazetteer).distinctive(person);
  const length = near.correct.length;
  // a long surname one or two slips off, after the very given name: nobody else is meant
  const plain = near.given === 'equal' && length >= (near.distance >= 2 ? 8 : 7);
  if (near.distance >= 2) {
    if (length < 8 && !(near.given === 'equal' && title === 'yes')) return undefined;
    if (proofs < 1.5 && !plain) return undefined;
  }
  if (!distinctive && proofs < 1.5 && !plain && !(elsewhere && length >= 7 && near.distance === 1 && census.introduced(person.id))) return undefined;
  return proofs;
}

/** Whether a title that the person holds or held is theirs rather than that of any state: the state or body stands beside it or in the text. */
export function pointsTo(ground: Ground, census: Pick<Census, 'states'>, mention: NameMention, person: Person): boolean {
  const title = mention.title!;
  if (title.state || title.organization || mention.owner || title.posts.length <= FEW_POSTS) return true;
  return held(person, postsMeant(title, ground.gazetteer)).some(h => {
    const state = ground.gazetteer.stateOfPost(h.post.id) ?? person.nationality;
    return state === undefined || census.states(state);
  });
}

/** What a surname is the name of: Marcon Consulting, Biedin Street. */
const FIRM = /^ (?:& \p{Lu}|and (?:Sons|Partners)|Consulting|Group|Ltd|Limited|Inc|Corp|Corporation|Company|Partners|Associates|Capital|Holdings?|Industries|Brothers|Bros|Institute|University|College|School|Foundation|Hospital|Hotel|Bank|Airlines|Airport|Street|Road|Avenue|Square|Bridge|County|Park)/u;

/** “Marcon, a village near Venice,”: what the text explains is not the one whom it names elsewhere. */
function introducedAnew(prose: string, mention: NameMention): boolean {
  if (mention.title !== undefined) return false;
  const after = prose.slice(mention.span.end, mention.span.end + 24);
  return /^, an? /.test(after) || FIRM.test(after);
}

/** Bare, or with a title, rank or honorific that is the person's: “Gen. Bydén” is not Biden. */
function standingFits(mention: NameMention, person: Person, title: 'yes' | 'no' | 'none'): boolean {
  if (mention.rank && person.ranks.length === 0) return false;
  return mention.title === undefined || title === 'yes' || mention.title.address;
}

/** A given name one letter off a person's whose surname is spelt rightly: a slip only where it is no name of its own. */
function givenSlip(ground: Ground, mention: NameMention, near: NearMatch): boolean {
  if (near.listed) return true;
  const person = ground.gazetteer.person(near.person);
  if (!person || !mention.given) return false;
  const index = nameIndexOf(ground.gazetteer);
  const word = fold(mention.surface.slice(near.span.start - mention.span.start, near.span.end - mention.span.start));
  if (index.isGiven(word) || ground.gazetteer.isWord(word)) return false;
  return index.distinctive(person) || person.family_first || titleFits(ground, mention, person) === 'yes';
}

function withOffice(ground: Ground, name: ResolvedName): ResolvedName {
  const title = name.mention.title;
  if (!name.person || !title || title.posts.length === 0) return name;
  const office = officeOn(name.person, postsMeant(title, ground.gazetteer), name.on);
  return office ? { ...name, office } : name;
}
