import type { Analysis, ResolvedName } from '../../analysis/model';
import { houseName, houseTitle } from '../../analysis/who/references';
import { titledSpan } from '../../checks/offices/office-words';
import type { Finding } from '../../findings/finding';
import type { DayRange } from '../../base/edtf';
import type { Span } from '../../base/span';
import { fold } from '../../base/fold';
import type { Id, Person } from '../../gazetteer/model';
import { type OfficeShown, officeChip, officeShown } from '../person-card';
import { contradictions } from './contradictions';

/** How somebody stands on the day of the note. `disputed`: a finding speaks against the name or title. */
export type Standing = 'in-post' | 'other-time' | 'unknown' | 'disputed';

export interface CastMember {
  /** The record's id; absent for people whom no record knows. */
  readonly id?: Id;
  readonly name: string;
  /** The office of the day, without its state; the last one known before it; empty where none is recorded. */
  readonly office: string;
  readonly standing: Standing;
  /** “in post”, “left 3 September 2025”, “no office recorded”. */
  readonly said: string;
  /** Every mention, in all forms. */
  readonly places: readonly Span[];
}

/** A state or body with its people, and the places that name it. */
export interface CastGroup {
  readonly id?: Id;
  readonly name: string;
  readonly members: readonly CastMember[];
  readonly places: readonly Span[];
}

const UNRECORDED = 'Not in the records';

/**
 * Who is in the note: people by the state or body of their office on its day, most mentioned first. Somebody whom no
 * record knows is listed where a title or a form of address beside the name shows that it is a person's.
 * @param findings as shown, at offsets
 */
export function castOf(analysis: Analysis, findings: readonly Finding[]): readonly CastGroup[] {
  const against = contradictions(findings);
  const { addresses } = analysis.document;
  const people = new Map<Person, ResolvedName[]>();
  const others = new Map<string, ResolvedName[]>();
  for (const name of analysis.names) {
    if (name.person) add(people, name.person, name);
    else if (name.mention.near.length === 0 && name.mention.exact.length === 0) add(others, keyOf(name), name);
  }
  const places = (names: readonly ResolvedName[]): Span[] => names.map(n => addresses.spanOf(n.span));
  const groups = new Map<string, { id?: Id; name: string; members: CastMember[] }>();
  for (const [person, names] of people) {
    const { member, party } = memberOf(analysis, person, places(names), names.some(n => against(addresses.spanOf(titled(analysis, n)))));
    const group = groups.get(party.name) ?? { ...party, members: [] };
    groups.set(party.name, group);
    group.members.push(member);
  }
  const unrecorded = [...others.values()].filter(names => names.some(({ mention }) => mention.title ?? mention.honorific ?? mention.rank)).map((names): CastMember => ({
    name: longest(names), office: names.find(n => n.mention.title)?.mention.title?.text ?? '', standing: 'unknown', said: 'no record', places: places(names),
  }));
  const said = bodiesNamed(analysis);
  const bodies = new Set([...groups.values()].map(g => g.id));
  const found: CastGroup[] = [...groups.values()].map(g => ({ ...g, members: sorted(g.members), places: said.get(g.id ?? '') ?? [] }));
  // a body that acts without any of its people is in the note too
  for (const [id, at] of said) if (!bodies.has(id)) found.push({ id, name: partyName(analysis, id), members: [], places: at });
  found.sort((a, b) => Number(a.members.length === 0) - Number(b.members.length === 0) || weight(b) - weight(a) || (a.name < b.name ? -1 : 1));
  return unrecorded.length > 0 ? [...found, { name: UNRECORDED, members: sorted(unrecorded), places: [] }] : found;
}

function add<K>(map: Map<K, ResolvedName[]>, key: K, name: ResolvedName): void {
  const list = map.get(key);
  if (list) list.push(name);
  else map.set(key, [name]);
}

/** Unrecorded people go by surname: “Ann Ledger” and “Ms Ledger” are one. */
function keyOf({ mention }: ResolvedName): string {
  return mention.familyFolded || fold(mention.surface);
}

function longest(names: readonly ResolvedName[]): string {
  return names.reduce((best, { mention }) => (mention.surface.length > best.length ? mention.surface : best), '').replace(/\s+/g, ' ');
}

function titled(analysis: Analysis, name: ResolvedName): Span {
  return titledSpan(name, analysis.blockOf(name).span.start);
}

function memberOf(analysis: Analysis, person: Person, places: readonly Span[], disputed: boolean): { member: CastMember; party: { id?: Id; name: string } } {
  const { gazetteer, profile, judging } = analysis;
  const on: DayRange | undefined = judging && { first: judging.first, last: judging.last };
  const shown = officeShown(analysis, { person, span: places[0]! }, person, on);
  return {
    member: { id: person.id, name: houseName(person, profile, on), office: shown ? houseTitle(shown.post, profile) : '', ...standingOf(analysis, shown, on, disputed), places },
    party: partyOf(analysis, person, shown, gazetteer.stateOfPost(shown?.post.id ?? '')),
  };
}

function standingOf(analysis: Analysis, shown: OfficeShown | undefined, on: DayRange | undefined, disputed: boolean): Pick<CastMember, 'standing' | 'said'> {
  const chip = shown && officeChip(analysis, shown.occupancy, on);
  const said = !shown ? 'no office recorded' : chip?.text ?? 'last known office';
  if (disputed) return { standing: 'disputed', said };
  return { standing: chip === undefined ? 'unknown' : chip.tone === 'good' ? 'in-post' : chip.tone === 'notice' ? 'other-time' : 'unknown', said };
}

function partyOf(analysis: Analysis, person: Person, shown: OfficeShown | undefined, state: Id | undefined): { id?: Id; name: string } {
  if (!shown) return person.nationality ? { id: person.nationality, name: partyName(analysis, person.nationality) } : { name: 'No office recorded' };
  if (state !== undefined) return { id: state, name: partyName(analysis, state) };
  const lineage = analysis.gazetteer.lineage(shown.post.organization);
  const body = lineage.find(o => o.acronym !== undefined) ?? lineage[0];
  return body ? { id: body.id, name: body.acronym ?? body.name } : { name: 'No office recorded' };
}

function partyName(analysis: Analysis, id: Id): string {
  const body = analysis.gazetteer.organization(id);
  return analysis.gazetteer.state(id)?.name ?? body?.acronym ?? body?.name ?? id;
}

/** International bodies and states by their places in the text. */
function bodiesNamed(analysis: Analysis): Map<Id, Span[]> {
  const { addresses } = analysis.document;
  const found = new Map<Id, Span[]>();
  for (const { mention, span } of analysis.organizations) {
    const id = analysis.gazetteer.stateOf(mention.organization) ?? mention.organization;
    const at = found.get(id);
    if (at) at.push(addresses.spanOf(span));
    else found.set(id, [addresses.spanOf(span)]);
  }
  return found;
}

function sorted(members: readonly CastMember[]): readonly CastMember[] {
  return [...members].sort((a, b) => b.places.length - a.places.length || (a.name < b.name ? -1 : 1));
}

function weight(group: CastGroup): number {
  return group.members.reduce((sum, m) => sum + m.places.length, 0) || group.places.length;
}
