import type { Analysis, Placed } from '../analysis/model';
import { firstReference, laterReference } from '../analysis/who/introductions';
import { houseName, mainOffice, officeWords } from '../analysis/who/references';
import type { DayRange } from '../base/edtf';
import { writeDate } from '../base/edtf';
import { fold } from '../base/fold';
import type { Span } from '../base/span';
import { perGazetteer } from '../english/phrases';
import { ESTIMATES } from '../gazetteer/tables/figures';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Estimate, Id, Organization, Person, Place } from '../gazetteer/model';
import { namedIn } from './officials';

/** Something to put in at a place of the text. */
export interface Completion {
  readonly kind: 'person' | 'organization' | 'place' | 'figure' | 'key' | 'value';
  readonly label: string;
  /** Beside the label: the office, the kind of thing. */
  readonly description: string;
  readonly text: string;
  /** What is compared with the words typed. */
  readonly filter: string;
  /** What is replaced. */
  readonly span: Span;
  /** The record whose card explains it. */
  readonly record?: Id;
}

/** Most of a kind: the list is filtered as more is typed. */
const MOST = { people: 40, bodies: 20, places: 12, figures: 20 };
/** Days back from the note's within which an estimate is offered. */
const RECENT = 400;

/** What is typed of a name, or stands of a title before it, is no longer than this. */
const LONGEST = 200;

const AT = /(?<![\p{L}\p{N}@.])@([\p{L}\p{N}’' -]{0,40})$/u;
const CAPITAL = /(?<![\p{L}\p{N}@-])(\p{Lu}[\p{L}’'-]+)$/u;
const AFTER_TITLE = /((?:[\p{L}’'-]+ ){1,8})$/u;

/**
 * People in office on the note's day, bodies, places and recorded figures for `@` and what follows it, for the beginning
 * of a known form, and after a title. `wholeLine` is the text of the line before the cursor, `offset` where it ends.
 */
export function completeText(analysis: Analysis, wholeLine: string, offset: number): readonly Completion[] {
  const line = wholeLine.slice(-LONGEST);
  const at = AT.exec(line);
  if (at) {
    const span = { start: offset - at[0].length, end: offset };
    const typed = fold(at[1]!.trim());
    return [...people(analysis, typed, span, '@'), ...bodies(analysis, typed, span, '@'), ...figures(analysis, typed, span), ...places(analysis, typed, span, '@')];
  }
  const word = CAPITAL.exec(line);
  if (word) {
    const span = { start: offset - word[1]!.length, end: offset };
    const typed = fold(word[1]!);
    return [...people(analysis, typed, span, ''), ...bodies(analysis, typed, span, ''), ...places(analysis, typed, span, '')];
  }
  const title = AFTER_TITLE.exec(line);
  return title ? holders(analysis, title[1]!.trimEnd(), { start: offset, end: offset }) : [];
}

interface Named<R> {
  readonly record: R;
  /** Folded forms, and each of their words. */
  readonly forms: readonly string[];
}

const wordsOf = (names: readonly string[]): string[] => [...new Set(names.flatMap(name => [fold(name), ...fold(name).split(/[\s-]+/)]))].filter(form => form.length > 1);

const index = perGazetteer((gazetteer: Gazetteer) => ({
  people: gazetteer.data.records.people.map((record): Named<Person> => ({ record, forms: wordsOf([record.name, ...record.names.filter(n => n.script === undefined || n.script === 'Latn').map(n => n.name)]) })),
  bodies: gazetteer.data.records.organizations.map((record): Named<Organization> => ({ record, forms: wordsOf([record.name, ...(record.acronym ? [record.acronym] : [])]) })),
  places: gazetteer.data.records.places.map((record): Named<Place> => ({ record, forms: wordsOf([record.name, ...record.variants.map(v => v.name)]) })),
}));

function matching<R>(named: readonly Named<R>[], typed: string): R[] {
  return named.filter(({ forms }) => forms.some(form => form.startsWith(typed))).map(({ record }) => record);
}

const dayOf = (analysis: Analysis): DayRange | undefined => analysis.judging && { first: analysis.judging.first, last: analysis.judging.last };

/** Those of the note first, then those of the states and bodies that it names, then who has the greater office. */
function people(analysis: Analysis, typed: string, span: Span, lead: string): Completion[] {
  const { gazetteer } = analysis;
  const on = dayOf(analysis);
  const here = new Set(before(analysis, analysis.names, span).flatMap(n => (n.person && !n.near ? [n.person.id] : [])));
  const named = namedIn(analysis);
  const found = matching(index(gazetteer).people, typed).flatMap(person => {
    const office = officeOf(person, gazetteer, on);
    if (on && !office && !here.has(person.id)) return [];
    const state = office && gazetteer.stateOfPost(office.post.id);
    const near = state !== undefined ? named.has(state) : office !== undefined && gazetteer.lineage(office.post.organization).some(o => named.has(o.id));
    const rank = (here.has(person.id) ? 0 : near ? 2 : 4) + (office?.post.head || office?.post.kind ? 0 : 1);
    return [{ person, office, rank }];
  });
  found.sort((a, b) => a.rank - b.rank || (a.person.name < b.person.name ? -1 : 1));
  return found.slice(0, MOST.people).flatMap(({ person, office }) => personForms(analysis, person, office?.post, on, here.has(person.id), span, lead));
}

/** What stands before the place that is being written. */
function before<P extends Placed<unknown>>(analysis: Analysis, placed: readonly P[], span: Span): P[] {
  const { addresses } = analysis.document;
  return placed.filter(p => addresses.offsetOf(p.span.end) <= span.start);
}

type Office = ReturnType<typeof mainOffice>;

/** The offices of the day that was asked for last: asked for at each letter, of a thousand people. */
const offices = perGazetteer(() => ({ day: '', byPerson: new Map<Id, Office>() }));

function officeOf(person: Person, gazetteer: Gazetteer, on: DayRange | undefined): Office {
  const kept = offices(gazetteer);
  const day = `${on?.first}/${on?.last}`;
  if (kept.day !== day) {
    kept.day = day;
    kept.byPerson.clear();
  }
  if (!kept.byPerson.has(person.id)) kept.byPerson.set(person.id, mainOffice(person, gazetteer, on));
  return kept.byPerson.get(person.id);
}

type Post = NonNullable<ReturnType<typeof mainOffice>>['post'];

/** The first reference where the text has none yet, and the later one: the one that is due stands first. */
function personForms(analysis: Analysis, person: Person, post: Post | undefined, on: DayRange | undefined, introduced: boolean, span: Span, lead: string): Completion[] {
  const { gazetteer, profile } = analysis;
  const name = houseName(person, profile, on);
  const later = laterReference(person, profile, on);
  // without a date no office is known to be held
  const first = on ? firstReference(person, gazetteer, profile, on) : name;
  const office = !post ? 'no recorded office on the day' : on ? officeWords(post, gazetteer, profile) : `no date · last known: ${officeWords(post, gazetteer, profile)}`;
  const one = (text: string, what: string): Completion => ({
    kind: 'person', label: text === later ? later : text, description: text === later ? `${what} · ${name}` : what, text, span, record: person.id,
    filter: `${lead}${name} ${person.family_name ?? ''} ${office}`,
  });
  const forms = [one(first, office), one(later, 'later mention')];
  return later === first ? forms.slice(0, 1) : introduced ? forms.toReversed() : forms;
}

/** After “Deputy Foreign Minister ”: who has that title on the day. */
function holders(analysis: Analysis, said: string, span: Span): Completion[] {
  const { gazetteer, profile } = analysis;
  const on = dayOf(analysis);
  if (!on) return [];
  const words = fold(said);
  const named = namedIn(analysis);
  const found: { person: Person; office: string; rank: number; length: number }[] = [];
  for (const person of gazetteer.data.records.people) {
    const office = officeOf(person, gazetteer, on);
    if (!office) continue;
    const titles = [office.post.titles.preferred, ...office.post.titles.permitted].map(fold);
    const title = titles.filter(t => words === t || words.endsWith(` ${t}`)).sort((a, b) => b.length - a.length)[0];
    if (title === undefined) continue;
    const called = officeWords(office.post, gazetteer, profile);
    const state = gazetteer.stateOfPost(office.post.id);
    found.push({ person, office: called, rank: words.endsWith(fold(called)) ? 0 : state !== undefined && named.has(state) ? 1 : 2, length: title.length });
  }
  // “Russian Deputy Foreign Minister”: the longer title, and the state that is written, leave the others out
  const longest = Math.max(0, ...found.map(f => f.length));
  const best = found.filter(f => f.length === longest);
  const exact = best.filter(f => f.rank === 0);
  return (exact.length > 0 ? exact : best).sort((a, b) => a.rank - b.rank || (a.person.name < b.person.name ? -1 : 1)).slice(0, MOST.people).map(({ person, office }) => {
    const text = houseName(person, profile, on);
    return { kind: 'person', label: text, description: office, text, filter: text, span, record: person.id };
  });
}

function bodies(analysis: Analysis, typed: string, span: Span, lead: string): Completion[] {
  const here = new Set(before(analysis, analysis.organizations, span).map(o => o.mention.organization));
  const { noExpand } = analysis.profile;
  const found = matching(index(analysis.gazetteer).bodies, typed).sort((a, b) => Number(here.has(b.id)) - Number(here.has(a.id)) || (a.name < b.name ? -1 : 1));
  return found.slice(0, MOST.bodies).map((body): Completion => {
    const short = body.acronym !== undefined && (here.has(body.id) || noExpand.includes(body.acronym));
    const text = short ? body.acronym! : body.acronym ? `${body.name} (${body.acronym})` : body.name;
    return {
      kind: 'organization', label: text, description: short ? body.name : body.classification?.replace(/-/g, ' ') ?? '', text, span,
      filter: `${lead}${body.name} ${body.acronym ?? ''}`, record: body.id,
    };
  });
}

function places(analysis: Analysis, typed: string, span: Span, lead: string): Completion[] {
  return matching(index(analysis.gazetteer).places, typed).slice(0, MOST.places).map(place => {
    const text = analysis.profile.places[place.id]?.[0]?.form ?? place.name;
    return { kind: 'place', label: text, description: analysis.gazetteer.state(place.state ?? '')?.name ?? 'place', text, span, filter: `${lead}${text}` };
  });
}

/** Recorded estimates up to the note's day of the forces that it names, newest first. */
function figures(analysis: Analysis, typed: string, span: Span): Completion[] {
  const on = dayOf(analysis);
  if (!on) return [];
  return estimatesOf(analysis, on, namedIn(analysis)).map((estimate): Completion => {
    const text = estimateWords(analysis, estimate);
    const about = [analysis.gazetteer.state(estimate.force)?.adjectives[0] ?? estimate.force, scopeWords(analysis, estimate)].filter(Boolean).join(' ');
    return { kind: 'figure', label: text, description: about, text, span, filter: `@${about} figure ${text}` };
  }).filter(({ filter }) => typed === '' || fold(filter.slice(1)).split(/[\s(]+/).some(word => word.startsWith(typed))).slice(0, MOST.figures);
}

export function estimatesOf(analysis: Analysis, on: DayRange, forces: ReadonlySet<Id>): readonly Estimate[] {
  const { gazetteer } = analysis;
  return [...forces].flatMap(force => gazetteer.table(ESTIMATES).exact([force])).map(({ id }) => gazetteer.estimate(id)!)
    .filter(e => e.date.latest <= on.last && on.last - e.date.latest <= RECENT)
    .sort((a, b) => b.date.latest - a.date.latest || (a.id < b.id ? -1 : 1));
}

/** “about 100,000 personnel (US Mission to the OSCE, 30 January 2022)”. */
export function estimateWords(analysis: Analysis, estimate: Estimate): string {
  const unit = estimate.unit === 'personnel' ? estimate.unit : analysis.gazetteer.formation(estimate.unit)?.plural[0] ?? estimate.unit;
  return `${estimate.value} ${unit} (${estimate.attribution}, ${writeDate(estimate.date, analysis.profile.dates)})`;
}

export function scopeWords(analysis: Analysis, estimate: Estimate): string {
  return (estimate.scope && analysis.gazetteer.scope(estimate.scope)?.phrases[0]) ?? '';
}
