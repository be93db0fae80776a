import { fold } from '../../base/fold';
import type { Block } from '../../document/model';
import type { Person } from '../../gazetteer/model';
import type { NameMention, NearMatch } from '../../recognize/model';
import { genderPair, nameIndexOf } from '../../recognize/names/name-index';
import type { Ground, ResolvedName } from '../model';
import type { Census } from './census';
import { honorificFits, leadsOn, pointsTo, servesAs, titleFits, tookOffice } from './fits';
import { actsAsPerson } from './things';

/** The context gate (spec 4.1.4): which near miss has the evidence beside it, and which other people it could mean. */
export function passNear(ground: Ground, census: Census, mention: NameMention, block: Block, on: ResolvedName['on']): { near?: NearMatch; rivals: Person[] } {
  const passed: { near: NearMatch; evidence: number }[] = [];
  if (mention.near.length === 0) return { rivals: [] };
  const anew = introducedAnew(block.prose, mention);
  const acts = !anew && !mention.given && !mention.title && actsAsPerson(block.prose, mention);
  for (const near of mention.near) {
    if (near.part === 'given') continue;
    const person = ground.gazetteer.person(near.person);
    if (!person) continue;
    const evidence = evidenceFor(ground, census, mention, near, person, { anew, acts }, on);
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

interface Manner {
  /** The text explains the name as a new one. */
  readonly anew: boolean;
  /** A bare name that says or does something, or whose government follows. */
  readonly acts: boolean;
}

/** Number of proofs beside a near miss, or `undefined` where they do not suffice or something speaks against it. */
function evidenceFor(ground: Ground, census: Census, mention: NameMention, near: NearMatch, person: Person, { anew, acts }: Manner, on: ResolvedName['on']): number | undefined {
  if (near.given === 'other') return undefined;
  if (!honorificFits(mention, person)) return undefined;
  const fits = titleFits(ground, mention, person);
  const serves = fits !== 'yes' && near.distance <= 1 && servesAs(ground, mention, person, on);
  // a title that hundreds bear, or of a later time, proves nothing
  const theirs = (): boolean => near.given === 'equal' || pointsTo(ground, census, mention, person);
  const title = fits === 'yes' && !(theirs() && tookOffice(ground, mention, person, on)) ? 'none' : serves ? 'none' : fits;
  // the record of offices may have gaps: a given name that is the person's outweighs a title that is not
  if (title === 'no' && near.given !== 'equal') return undefined;
  // somebody of just this surname is named in full, or it is a man's beside hers: without an office the bare one is theirs
  const another = census.strangers(mention.familyFolded) || genderPair(mention.familyFolded, fold(near.correct));
  if ((another || anew) && !mention.given && title !== 'yes') return undefined;
  const givenWritten = near.given === 'equal' || near.given === 'near';
  const elsewhere = census.spelt(person.id) && !givenWritten && !anew && standingFits(mention, person, fits);
  // the bare title of the person's own office, the pair with another leader, or what only a person does, where the surname can hardly be another's
  const standing = serves && near.correct.length >= (placed(census, mention, person) ? 5 : LONG) || pairs(ground, mention, person, on)
    || acts && near.distance === 1 && near.correct.length >= (placed(census, mention, person) ? 6 : LONG) && leadsOn(ground, person, on);
  const proofs = (givenWritten ? 1 : 0) + (title === 'yes' || standing ? 1 : 0) + (elsewhere ? 1 : 0) + (givenWritten && census.spelt(person.id) ? 0.5 : 0);
  if (near.listed && !near.needsContext) return proofs + 2;
  if (proofs < 1) return undefined;
  if (near.listed) return proofs + 1;
  // what is somebody's name, or has four letters only, is a slip beside both given name and office
  if ((near.correct.length < 5 || isBorne(ground, mention, near)) && !(near.given === 'equal' && title === 'yes')) return undefined;
  const distinctive = nameIndexOf(ground.gazetteer).distinctive(person);
  const length = near.correct.length;
  // a long surname one or two slips off, after the very given name: nobody else is meant
  const plain = near.given === 'equal' && length >= (near.distance >= 2 ? 8 : 7);
  if (near.distance >= 2) {
    if (length < 8 && !(near.given === 'equal' && (title === 'yes' || isLeader(ground, census, mention, near, person, on)))) return undefined;
    if (proofs < 1.5 && !plain) return undefined;
  }
  if (!distinctive && !(standing && !acts) && proofs < 1.5 && !plain && !(elsewhere && length >= 7 && near.distance === 1 && census.introduced(person.id))) return undefined;
  return proofs;
}

/** “Vladimir Ptuni” beside Putin: who leads, is spelt rightly elsewhere, and begins with the same letter. */
function isLeader(ground: Ground, census: Census, mention: NameMention, near: NearMatch, person: Person, on: ResolvedName['on']): boolean {
  return census.spelt(person.id) && leadsOn(ground, person, on) && mention.familyFolded.length > 3 && mention.familyFolded[0] === fold(near.correct)[0];
}

/** “Biden-Kishada”: both lead on the days. Compound surnames and places join others. */
function pairs(ground: Ground, { partners }: NameMention, person: Person, on: ResolvedName['on']): boolean {
  return partners !== undefined && leadsOn(ground, person, on) && partners.some(id => leadsOn(ground, ground.gazetteer.person(id), on));
}

/** A surname of so many letters is hardly one slip away from another minister's. */
const LONG = 8;

function placed(census: Census, { title }: NameMention, person: Person): boolean {
  return title?.state !== undefined || title?.organization !== undefined || (person.nationality !== undefined && census.states(person.nationality));
}

function isBorne(ground: Ground, mention: NameMention, near: NearMatch): boolean {
  const { start, end } = near.span;
  return nameIndexOf(ground.gazetteer).known(fold(mention.surface.slice(start - mention.span.start, end - mention.span.start)));
}

/** “Marcon, a village near Venice,”: what the text explains is not the one whom it names elsewhere. */
function introducedAnew(prose: string, mention: NameMention): boolean {
  if (mention.title !== undefined) return false;
  const after = prose.slice(mention.span.end, mention.span.end + 24);
  return /^, an? /.test(after);
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
  const several = person.family_first && mention.given.end - mention.given.start > near.span.end - near.span.start;
  if (!several && (index.isGiven(word) || ground.gazetteer.isWord(word))) return false;
  return index.distinctive(person) || person.family_first || titleFits(ground, mention, person) === 'yes';
}
