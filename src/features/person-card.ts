import type { Analysis, ResolvedName } from '../analysis/model';
import { certainRange, claimants, officesOf, openEnded, possibleRange, rules } from '../analysis/records/offices';
import { firstReference } from '../analysis/who/introductions';
import { houseName, mainOffice, officeWords } from '../analysis/who/references';
import { type DayRange, type PartialDate, within, writeDate, writeDay } from '../base/edtf';
import { carries, knownUntil } from '../gazetteer/evidence';
import type { Occupancy, Person, Post } from '../gazetteer/model';
import type { CardRow, Chip, HoverCard } from './card';
import type { CardOptions } from './hover';

export type OfficeShown = { readonly post: Post; readonly occupancy: Occupancy };

/** What a card is shown for: a name in the text, or somebody to choose from a list. */
type Shown = Pick<ResolvedName, 'person' | 'on' | 'near' | 'office' | 'span'>;

/** An official's card: what the writer needs first stands first. */
export function personCard(analysis: Analysis, name: Shown, options: CardOptions): HoverCard {
  const person = name.person!;
  const { judging } = analysis;
  // days that have no beginning (“for years”) are of no day that a card could name
  const on = name.on && Number.isFinite(name.on.first) ? name.on : judging && { first: judging.first, last: judging.last };
  const named = houseName(person, analysis.profile, on);
  const main = officeShown(analysis, name, person, on);
  const chip = main ? officeChip(analysis, main.occupancy, on) : undefined;
  const rows: CardRow[] = [];
  const row = (label: string, value: string | undefined): void => {
    if (value) rows.push({ label, value });
  };
  row('Write as', `${firstReference(person, analysis.gazetteer, analysis.profile, on)} → ${person.family_name ?? named}`);
  row('Disputed', on && disputed(analysis, person, on));
  row('At this event', atEvent(analysis, person));
  row('Not to be confused with', confusable(analysis, person));
  row('Native name', person.names.find(n => n.kind === 'native')?.name);
  row('Other posts', otherPosts(analysis, person, main, on));
  row('Before / after', main ? neighbours(analysis, person, main) : undefined);
  row('Note', main?.occupancy.note);
  row('Spellings by house', byHouse(person));
  return {
    kind: 'person',
    span: name.span,
    heading: name.near ? `Probably ${named}` : named,
    ...(chip ? { chip } : {}),
    ...(main ? { subheading: subheading(analysis, person, main, on) } : {}),
    rows: rows.slice(0, 6),
    footer: footer(analysis, person, main?.occupancy, on, options),
    record: recordOf(analysis, person),
  };
}

/** The office that the title beside the name means, if it is the person's on the date; else the main one; else the last. */
export function officeShown(analysis: Analysis, name: Shown, person: Person, on: DayRange | undefined): OfficeShown | undefined {
  if (name.office?.current) return name.office;
  const main = mainOffice(person, analysis.gazetteer, on);
  if (main) return main;
  const past = person.occupancies
    .map(occupancy => ({ occupancy, post: analysis.gazetteer.post(occupancy.post) }))
    .filter((o): o is OfficeShown => o.post !== undefined);
  const before = on ? past.filter(o => possibleRange(o.occupancy).last < on.first) : past;
  return before[before.length - 1] ?? past[0];
}

/** How an office stands on the days, in two or three words. */
export function officeChip(analysis: Analysis, occupancy: Occupancy, on: DayRange | undefined): Chip | undefined {
  if (!on) return undefined;
  const possible = possibleRange(occupancy);
  if (possible.last < on.first) return { text: occupancy.end_date ? `left ${words(analysis, occupancy.end_date)}` : 'left', tone: 'notice' };
  if (possible.first > on.last) return { text: 'not yet in post', tone: 'notice' };
  if (occupancy.recognition === 'disputed') return { text: 'disputed', tone: 'notice' };
  if (occupancy.status === 'designate') return { text: 'designate', tone: 'notice' };
  if (on.first > knownUntil(occupancy) && openEnded(occupancy)) return { text: 'in post when checked', tone: 'neutral' };
  if (occupancy.status === 'acting') return { text: 'acting', tone: 'notice' };
  return within(certainRange(occupancy), on.first) ? { text: 'in post', tone: 'good' } : { text: 'in post, day not certain', tone: 'neutral' };
}

function words(analysis: Analysis, date: PartialDate): string {
  return writeDate(date, analysis.profile.dates);
}

function asChecked(analysis: Analysis, occupancy: Occupancy): string {
  return occupancy.checked ? `, as checked ${words(analysis, occupancy.checked)}` : '';
}

function ownOf(analysis: Analysis, post: Post): string {
  return officeWords(post, analysis.gazetteer, analysis.profile);
}

function subheading(analysis: Analysis, person: Person, office: OfficeShown, on: DayRange | undefined): string {
  const { occupancy, post } = office;
  const label = ownOf(analysis, post);
  const since = occupancy.start_date && occupancy.start_date.precision !== 'open' ? words(analysis, occupancy.start_date) : undefined;
  if (!on) return `${label}${since ? `, since ${since}` : ''}: last known office${asChecked(analysis, occupancy)}`;
  const day = writeDay(on.first, analysis.profile.dates);
  const possible = possibleRange(occupancy);
  if (possible.last < on.first || possible.first > on.last) {
    const until = occupancy.end_date && occupancy.end_date.precision !== 'open' ? words(analysis, occupancy.end_date) : undefined;
    return `${label}${since ? ` from ${since}` : ''}${until ? ` to ${until}` : ''}; no recorded office on ${day}`;
  }
  return `${label} on ${day}${since ? `, since ${since}` : ''}${nowIfDifferent(analysis, person, office)}`;
}

/** If the last known office differs from the one on the judging date, both are shown. */
function nowIfDifferent(analysis: Analysis, person: Person, shown: OfficeShown): string {
  if (openEnded(shown.occupancy)) return '';
  const now = mainOffice(person, analysis.gazetteer, undefined);
  const until = shown.occupancy.end_date ? words(analysis, shown.occupancy.end_date) : '';
  const left = until ? `; until ${until}` : '';
  return now && now.post.id !== shown.post.id ? `${left}, then ${ownOf(analysis, now.post)}` : left;
}

function atEvent(analysis: Analysis, person: Person): string | undefined {
  const bound = new Set(analysis.claims.map(c => c.event?.id).filter((id): id is string => id !== undefined));
  for (const id of analysis.choices.events) bound.add(id);
  for (const id of bound) {
    const event = analysis.gazetteer.event(id);
    if (event?.chair === person.id) return `in the chair (${event.name})`;
    for (const delegation of event?.delegations ?? []) {
      const party = analysis.gazetteer.state(delegation.party)?.adjectives[0] ?? analysis.gazetteer.organization(delegation.party)?.acronym ?? delegation.party;
      if (delegation.head === person.id) return `head of the ${party} delegation`;
      if (delegation.co_heads.includes(person.id)) return `one of two heads of the ${party} delegation`;
      if (delegation.members.includes(person.id)) return `in the ${party} delegation`;
    }
  }
  return undefined;
}

function confusable(analysis: Analysis, person: Person): string | undefined {
  const others = person.distinct_from.map(d => {
    const other = analysis.gazetteer.person(d.id);
    return other ? (d.note ? `${other.name}: ${d.note}` : other.name) : undefined;
  });
  return others.filter(o => o !== undefined).slice(0, 2).join('; ') || undefined;
}

function otherPosts(analysis: Analysis, person: Person, main: OfficeShown | undefined, on: DayRange | undefined): string | undefined {
  const others = officesOf(person, analysis.gazetteer, on).filter(o => o.post.id !== main?.post.id).map(o => ownOf(analysis, o.post));
  return [...new Set(others)].slice(0, 2).join('; ') || undefined;
}

/** Who held a one-seat post before and after. */
function neighbours(analysis: Analysis, person: Person, office: OfficeShown): string | undefined {
  if (office.post.seats !== 1) return undefined;
  const holders = analysis.gazetteer.holders(office.post.id).filter(h => h.occupancy.status !== 'designate');
  const at = holders.findIndex(h => h.person.id === person.id && h.occupancy.start_date?.text === office.occupancy.start_date?.text);
  if (at < 0) return undefined;
  const before = holders.slice(0, at).toReversed().find(h => h.person.id !== person.id);
  const after = holders.slice(at + 1).find(h => h.person.id !== person.id);
  if (!before && !after) return undefined;
  return `${before?.person.name ?? '–'} / ${after?.person.name ?? '–'}`;
}

/** Who rules and who is recognised by whom, where an office is disputed on the days: “in power; Juan Guaidó recognised by the United States”. */
function disputed(analysis: Analysis, person: Person, on: DayRange): string | undefined {
  for (const { post, occupancy } of officesOf(person, analysis.gazetteer, on)) {
    const others = claimants(person, post, occupancy, analysis.gazetteer, on);
    if (others.length === 0 && occupancy.recognition === undefined) continue;
    return [standing(analysis, occupancy), ...others.map(h => `${h.person.name} ${standing(analysis, h.occupancy)}`)].join('; ');
  }
  return undefined;
}

function standing(analysis: Analysis, occupancy: Occupancy): string {
  const { gazetteer } = analysis;
  const by = (occupancy.recognised_by ?? []).map(id => gazetteer.state(id)?.name ?? gazetteer.organization(id)?.acronym ?? gazetteer.organization(id)?.name ?? id);
  const said = [...(rules(occupancy) ? ['in power'] : []), ...(by.length > 0 ? [`recognised by ${by.join(', ')}`] : [])];
  return said.length > 0 ? said.join(', ') : 'claims the office';
}

/** Who writes the name which way; misspellings are never shown. */
function byHouse(person: Person): string | undefined {
  const spelt = person.names.filter(n => n.houses && n.houses.length > 0).map(n => `${n.family ?? n.name} (${n.houses!.join(', ')})`);
  return spelt.slice(0, 2).join('; ') || undefined;
}

function footer(analysis: Analysis, person: Person, occupancy: Occupancy | undefined, on: DayRange | undefined, options: CardOptions): string {
  const parts: string[] = [];
  const ended = occupancy !== undefined && on !== undefined && possibleRange(occupancy).last < on.first;
  const cited = ended ? occupancy.end_sources ?? occupancy.sources : occupancy?.sources;
  const source = (cited ?? []).map(id => analysis.gazetteer.source(id)).find(s => s !== undefined && carries(s));
  if (source) {
    const publisher = source.of ?? source.publisher;
    parts.push(source.date ? `${publisher}, ${words(analysis, source.date)}` : publisher);
  }
  const checked = occupancy ? occupancy.checked : person.checked;
  if (checked) parts.push(`checked ${words(analysis, checked)}`);
  else parts.push('no source recorded');
  const confidence = ended ? occupancy.end_confidence : occupancy?.confidence;
  if (confidence && confidence !== 'high') parts.push(`confidence ${confidence}`);
  const until = occupancy ? knownUntil(occupancy) : person.checked.latest;
  if (on && options.staleAfterDays !== undefined && Number.isFinite(until) && on.first - until > options.staleAfterDays) {
    parts.push(`the record is ${Math.floor((on.first - until) / 30)} months older than this note`);
  }
  return parts.join(' · ');
}

export function recordOf(analysis: Analysis, record: { readonly id: string; readonly origin: { readonly file: number; readonly line: number } }): NonNullable<HoverCard['record']> {
  return { id: record.id, file: analysis.gazetteer.data.files[record.origin.file] ?? '', line: record.origin.line };
}
