import type { DayRange } from '../../base/edtf';
import { fold } from '../../base/fold';
import { shift } from '../../base/span';
import type { Block } from '../../document/model';
import type { Person } from '../../gazetteer/model';
import type { NameMention } from '../../recognize/model';
import { foldedName, nameIndexOf } from '../../recognize/names/name-index';
import { aboutName, effectiveDays } from '../when/about';
import type { About } from '../when/clause-times';
import type { Times } from '../when/times';
import type { Ground, ResolvedName } from '../model';
import { officeOn, postsMeant } from '../records/offices';
import { type Census, isFull, takeCensus } from './census';
import { honorificFits, officeOnDays, titleFits, tookOffice } from './fits';
import { passNear } from './near-evidence';
import { namesThing } from './things';

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
    const when = times.of(block);
    resolved.push(...ground.derivations.derive('names', block, [when], census, asked => names.map(mention => resolve(ground, asked, mention, block, aboutName(block, facts, when, mention)))));
  }
  return resolved;
}

function resolve(ground: Ground, census: Census, mention: NameMention, block: Block, about: About | undefined): ResolvedName {
  const on = effectiveDays(about, ground.judging);
  const base = { mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted, rivals: [] as Person[], ...(on ? { on } : {}), ...(about ? { about } : {}) };
  const open = { ...base, by: 'none' as const };
  if (namesThing(block.prose, mention)) return open;
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
  // another spelling than the person's own (Shahed) is theirs where they serve or their state is named
  const own = only?.family_name === undefined || mention.exact.every(m => m.part === 'single' || fold(m.form) === fold(only.family_name!));
  if (only && !own && !(on && officeOnDays(only, on)) && !(only.nationality !== undefined && census.states(only.nationality))) return undefined;
  if (fitting.length === 1 && only && telling && titleFits(ground, mention, only) !== 'no') return { person: only, by: 'family' };
  return undefined;
}

function withOffice(ground: Ground, name: ResolvedName): ResolvedName {
  const title = name.mention.title;
  if (!name.person || !title || title.posts.length === 0) return name;
  const office = officeOn(name.person, postsMeant(title, ground.gazetteer), name.on);
  return office ? { ...name, office } : name;
}
