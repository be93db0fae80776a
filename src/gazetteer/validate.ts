import { certainPeriod } from '../base/edtf';
import type { Day, PartialDate } from '../base/edtf';
import { fieldsOf } from './complete';
import { SECTION_NAMES } from './fields';
import type { Fields, Kind, Target } from './fields';
import { validateForms } from './forms';
import type {
  Id, MemberCount, Occupancy, Organization, Person, Post, Problem, RecordBase, Records, Source,
} from './model';
import { lint } from './lint';
import { extendsItself } from './profiles';
import type { ProfileDraft } from './profiles';
import type { Path } from './read';
import { validateEvidence } from './validate-evidence';
import { validateTransliterations } from './transliteration/names';

/** All that is looked at together. */
export interface Whole {
  readonly records: Records;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly profiles: ReadonlyMap<Id, ProfileDraft>;
  /** Only problems of these are told: a layer is not blamed for what lies below it. Absent: of all. */
  readonly judged?: ReadonlySet<object>;
  /** What remarks need: without it none are made. */
  readonly look?: { isWord(folded: string): boolean; readonly today?: Day };
  /** Whether sources that nothing cites are told. */
  readonly unused?: boolean;
  /** Where a field of a record, source or profile stands. */
  at(record: object, path: Path): { readonly file: string; readonly line: number; readonly column: number };
}

/** Tells a problem of a record; `false` where that record is not judged and another may have to answer for it. */
export type Tell = (record: object, path: Path, message: string, severity?: Problem['severity']) => boolean;

/** What no single file shows: ids that lead nowhere, seats held twice, names of two people, dates out of order. */
export function validate(whole: Whole): Problem[] {
  const problems: Problem[] = [];
  const tell: Tell = (record, path, message, severity = 'error') => {
    if (whole.judged && !whole.judged.has(record)) return false;
    problems.push({ ...whole.at(record, path), severity, message });
    return true;
  };
  references(whole, tell);
  for (const person of whole.records.people) {
    dates(person, tell);
    recognition(person, tell);
  }
  seats(whole.records, tell);
  for (const body of whole.records.organizations) counts(body, tell);
  parents(whole.records.organizations, tell);
  for (const event of whole.records.events) ordered(event, event.date, event.end_date, ['end_date'], tell);
  for (const [id, profile] of whole.profiles) {
    if (extendsItself(id, whole.profiles)) tell(profile, ['extends'], `The house style ‘${id}’ extends itself.`);
  }
  validateEvidence(whole.records.people, whole.sources, tell);
  validateForms(whole.records, tell);
  validateTransliterations(whole.records, whole.judged, tell);
  if (whole.look) lint({ records: whole.records, ...whole.look }, tell);
  return problems.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column));
}

function references(whole: Whole, tell: Tell): void {
  const ids = new Map<Target, ReadonlySet<Id>>();
  for (const section of SECTION_NAMES) ids.set(section, new Set(whole.records[section].map(record => record.id)));
  ids.set('sources', new Set(whole.sources.keys()));
  ids.set('profiles', new Set(whole.profiles.keys()));
  const cited = new Set<Id>();
  const missing = (id: unknown, to: readonly Target[]): boolean => {
    if (to.includes('sources')) cited.add(String(id));
    return !to.some(target => ids.get(target)!.has(String(id)));
  };
  const walk = (record: object, value: unknown, kind: Kind, path: Path): void => {
    if (value === undefined) return;
    if (kind.is === 'ref') {
      if (missing(value, kind.to)) tell(record, path, `There is no ‘${String(value)}’ among ${kind.to.map(spoken).join(' or ')}.`);
    } else if (kind.is === 'derivation') {
      const { organization } = value as NonNullable<MemberCount['derive']>;
      if (missing(organization, ['organizations'])) tell(record, path, `There is no ‘${organization}’ among organizations.`);
    } else if (kind.is === 'list') {
      (value as unknown[]).forEach((item, i) => walk(record, item, kind.of, [...path, i]));
    } else if (kind.is === 'object') {
      fields(record, value, kind.fields, path);
    } else if (kind.is === 'map' && kind.to) {
      for (const id of Object.keys(value as object)) {
        if (missing(id, kind.to)) tell(record, [...path, id], `There is no ‘${id}’ among ${kind.to.map(spoken).join(' or ')}.`, 'warning');
      }
    }
  };
  const fields = (record: object, value: unknown, shape: Fields, path: Path): void => {
    for (const key of Object.keys(shape)) walk(record, (value as Record<string, unknown>)[key], shape[key]!.kind, [...path, key]);
  };
  for (const section of SECTION_NAMES) {
    for (const record of whole.records[section]) fields(record, record, fieldsOf(section), []);
  }
  for (const profile of whole.profiles.values()) fields(profile, profile, fieldsOf('profiles'), []);
  if (!whole.unused) return;
  for (const [id, source] of whole.sources) {
    if (!cited.has(id)) tell(source, [], `Nothing cites the source ‘${id}’.`, 'warning');
  }
}

function spoken(target: Target): string {
  return target === 'figure_scopes' ? 'figure scopes' : target;
}

/** Tells an end that lies before its start, in every reading of both. */
function ordered(record: RecordBase, start: PartialDate | undefined, end: PartialDate | undefined, path: Path, tell: Tell): void {
  if (start && end && end.precision !== 'open' && start.precision !== 'open' && start.earliest > end.latest) {
    tell(record, path, `Ends on ${end.text}, before it starts on ${start.text}.`);
  }
}

function dates(person: Person, tell: Tell): void {
  person.occupancies.forEach((held, i) => {
    ordered(person, held.start_date, held.end_date, ['occupancies', i, 'end_date'], tell);
    if (person.birth_date && held.start_date && held.start_date.latest < person.birth_date.earliest) {
      tell(person, ['occupancies', i, 'start_date'], `${person.name} holds this post before the date of birth.`, 'warning');
    }
    const open = !held.end_date || held.end_date.precision === 'open';
    const until = open ? undefined : held.end_date!.earliest;
    if (person.death_date && (open || until! > person.death_date.latest)) {
      tell(person, ['occupancies', i], `${person.name} holds this post after the date of death.`, 'warning');
    }
  });
  for (const key of ['ranks', 'honours'] as const) {
    person[key].forEach((dated, i) => ordered(person, dated.start_date, dated.end_date, [key, i, 'end_date'], tell));
  }
  ordered(person, person.birth_date, person.death_date, ['death_date'], tell);
}

interface Held {
  readonly person: Person;
  readonly occupancy: Occupancy;
  readonly index: number;
  readonly first: number;
  readonly last: number;
}

/** Who is in power and who recognises whom is said of disputed terms only, and of each of them. */
function recognition(person: Person, tell: Tell): void {
  person.occupancies.forEach(({ recognition: how, in_power: rules, recognised_by: by, note }, i) => {
    const says = rules !== undefined || by !== undefined;
    if (how === undefined && says) tell(person, ['occupancies', i], 'Power and recognition are told of a disputed term: it needs ‘recognition: disputed’.');
    if (how !== undefined && !says && note === undefined) tell(person, ['occupancies', i, 'recognition'], 'A disputed term says who is in power, who recognises its holder, or in a note what the dispute is.');
  });
}

/** Posts of one seat that two people certainly held on more than the day of handing over. */
function seats(records: Records, tell: Tell): void {
  const single = new Map<Id, Post>(records.posts.filter(post => post.seats === 1).map(post => [post.id, post]));
  const byPost = new Map<Id, Held[]>();
  for (const person of records.people) {
    person.occupancies.forEach((occupancy, index) => {
      // A disputed term stands beside others: nobody has the seat alone.
      if (occupancy.recognition === 'disputed') return;
      // A start that is not known says nothing of when the seat was taken.
      if (!single.has(occupancy.post) || !occupancy.start_date || occupancy.status === 'designate') return;
      const { first, last } = certainPeriod(occupancy.start_date, occupancy.end_date);
      const list = byPost.get(occupancy.post) ?? [];
      byPost.set(occupancy.post, list);
      list.push({ person, occupancy, index, first, last });
    });
  }
  for (const [post, held] of byPost) {
    held.sort((a, b) => a.first - b.first);
    let longest = held[0]!;
    // one term that goes on too long meets all that follow it: it is told once
    const blamed = new Set<Held>();
    for (const next of held.slice(1)) {
      if (Math.min(longest.last, next.last) - next.first >= 1) {
        const acting = longest.occupancy.status === 'acting' || next.occupancy.status === 'acting';
        // somebody stands in for a holder who is suspended or ill, and may stay on when that one loses the post
        if (next.occupancy.status === 'acting' && longest.occupancy.status !== 'acting' && Number.isFinite(longest.last)) {
          if (next.last > longest.last) longest = next;
          continue;
        }
        const open = longest.occupancy.end_date === undefined || longest.occupancy.end_date.precision === 'open';
        const message = `‘${post}’ has one seat: ${next.person.name} from ${next.occupancy.start_date!.text}, `
          + `but ${longest.person.name} has it from ${longest.occupancy.start_date!.text} ${open ? 'without an end' : `to ${longest.occupancy.end_date!.text}`}.`;
        const severity = acting ? 'warning' : 'error';
        if (!tell(next.person, ['occupancies', next.index], message, severity) && !blamed.has(longest)) {
          blamed.add(longest);
          tell(longest.person, ['occupancies', longest.index], message, severity);
        }
      }
      if (next.last > longest.last) longest = next;
    }
  }
}

function counts(body: Organization, tell: Tell): void {
  body.member_count.forEach((count, i) => {
    const path = ['member_count', i];
    if (count.count === undefined && !count.derive) tell(body, path, 'A number of members needs ‘count’ or ‘derive’.');
    const before = body.member_count[i - 1];
    if (!before) return;
    if (!count.from || (before.from && count.from.earliest <= before.from.earliest)) {
      tell(body, path, `The numbers of members of ‘${body.id}’ do not ascend by date.`);
    }
    if (count.count === undefined || before.count === undefined || count.joined.length + count.left.length === 0) return;
    const sum = before.count + count.joined.length - count.left.length;
    if (sum !== count.count) {
      tell(body, path, `${before.count} members, ${count.joined.length} joined and ${count.left.length} left: that is ${sum}, not ${count.count}.`, 'warning');
    }
  });
  body.chairs.forEach((chair, i) => ordered(body, chair.start_date, chair.end_date, ['chairs', i, 'end_date'], tell));
  ordered(body, body.founding_date, body.dissolution_date, ['dissolution_date'], tell);
}

function parents(bodies: readonly Organization[], tell: Tell): void {
  const byId = new Map(bodies.map(body => [body.id, body]));
  const derived = (body: Organization): Id | undefined => body.member_count.find(count => count.derive)?.derive?.organization;
  for (const body of bodies) {
    if (leadsBack(body, byId, next => next.parent)) tell(body, ['parent'], `‘${body.id}’ is part of itself, through its parents.`);
    if (leadsBack(body, byId, derived)) tell(body, ['member_count'], `The members of ‘${body.id}’ are counted from its own number.`);
  }
}

function leadsBack(body: Organization, byId: ReadonlyMap<Id, Organization>, step: (body: Organization) => Id | undefined): boolean {
  const seen = new Set<Id>();
  for (let next = step(body); next !== undefined && !seen.has(next);) {
    if (next === body.id) return true;
    seen.add(next);
    const record = byId.get(next);
    next = record ? step(record) : undefined;
  }
  return false;
}
