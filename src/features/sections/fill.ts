import { frontMatterValue } from '../../analysis/who/choices';
import { calendar, monthName, writeDate } from '../../base/edtf';
import type { Occupancy, Person } from '../../gazetteer/model';
import { mainOffice } from '../../analysis/who/references';
import { dayOf, type Desk, eventName, membersOf, nameOf, officeOf, partyOf, placeOf, references, titleOf } from './desk';
import { abbreviationRows, estimateChoices, forceRows, memberChoices, participantRows, positionTable, previousEvent, sourceRows, timelineRows } from './rows';
import { apart, field, type Fill, fillFields, literal, renumbered } from './snippet';

/** A section to put in; several of one prefix where there is more than one person or delegation that it can be of. */
export interface FilledSection {
  /** Which of them; absent where there is one. */
  readonly of?: string;
  /** A snippet body. */
  readonly body: string;
}

/** UK yardstick (spec 1.1), in words that follow “it is”. */
const PHIA = ['almost certain', 'highly likely', 'likely', 'unlikely', 'highly unlikely'];
/** Sections in which a date is the note's own. */
const OWN_DATE = new Set(['said', 'readout', 'correction', 'lines']);

/** A section of the snippets with what the records and the note know; what they do not know stays a field in brackets. */
export function fillSection(prefix: string, body: string, desk: Desk): readonly FilledSection[] {
  const many = prefix === 'bio' ? desk.people.slice(0, 8).map(person => ({ of: person.name, body: biography(desk, person) }))
    : prefix === 'delegation' ? (desk.event?.delegations ?? []).map(d => ({ of: partyOf(desk, d.party), body: delegation(desk, d) })) : [];
  if (many.length > 0) return many.map(one => ({ ...one, body: renumbered(one.body) }));
  return [{ body: renumbered(withRows(prefix, fillFields(body, (label, nth) => known(prefix, label, nth, desk)), desk)) }];
}

/** What a field is, by its label. */
function known(prefix: string, label: string, nth: number, desk: Desk): Fill | undefined {
  const { event } = desk;
  switch (label) {
    case '[date]': return prefix === 'background' ? dayOf(desk, nth === 0 ? event : previousEvent(desk)) : OWN_DATE.has(prefix) ? desk.date : undefined;
    case '[Event]': return eventName(event);
    case '[place]': return prefix === 'background' ? placeOf(desk, nth === 0 ? event : previousEvent(desk)) : undefined;
    case '[previous event]': return eventName(previousEvent(desk));
    case '[office and full name]': return references(desk);
    case '[full name]': return prefix === 'readout' ? undefined : desk.people.map(p => p.name);
    case '[owner]': case '[drafter]': return desk.people.map(p => p.name);
    case '[interlocutor]': return references(desk);
    case '[PLACE]': return placeOf(desk, event).toUpperCase();
    case '[classification]': return classification(desk);
    case '[date and time]': return dateTimeGroup(desk);
    case '[likelihood]': return desk.analysis.profile.probabilityScale === 'phia' && prefix === 'assess' ? PHIA : undefined;
    default: return undefined;
  }
}

function classification(desk: Desk): string | undefined {
  const value = frontMatterValue(desk.analysis.document, 'classification');
  return typeof value === 'string' && !value.startsWith('[') ? value : undefined;
}

/** `12[time]Z JAN 22`: the hour is the writer's. */
function dateTimeGroup(desk: Desk): string | undefined {
  if (!desk.on) return undefined;
  const { year, month, date } = calendar(desk.on.first);
  return `${String(date).padStart(2, '0')}[time]Z ${monthName(month).slice(0, 3).toUpperCase()} ${String(year).slice(-2)}`;
}

/** Tables and lists whose rows are known stand in place of the empty ones. */
function withRows(prefix: string, body: string, desk: Desk): string {
  const list = (rows: string | undefined): string => (rows === undefined ? body : body.replace(/^- [^]*?\n(?=\n|$)/m, () => `${rows}\n`));
  const table = (rows: string | undefined, from: RegExp): string => (rows === undefined ? body : body.replace(from, () => `${rows}\n`));
  switch (prefix) {
    case 'participants': return table(participantRows(desk), /^\| Delegation[^]*?\n(?=\n|$)/m);
    case 'positions': return table(positionTable(desk), /^\| Issue[^]*?\n(?=\n|$)/m);
    case 'forces': return table(forceRows(desk), /^\| \$\{[^]*?\n(?=\n|$)/m);
    case 'timeline': return list(timelineRows(desk));
    case 'abbr': return list(abbreviationRows(desk));
    case 'sources': return list(sourceRows(desk));
    case 'estimate': return estimateChoices(desk).length > 0 ? `${field(1, '[number and source]', estimateChoices(desk))}$0` : body;
    case 'members': return memberChoices(desk).length > 0 ? `${field(1, '[organization, number and term]', memberChoices(desk))}$0` : body;
    case 'dateline': return desk.date ? `${field(1, '[PLACE]', placeOf(desk, desk.event).toUpperCase())}, ${field(2, '[date]', desk.date)} — $0` : `${field(1, '[PLACE]')}, ${field(2, '[date]')} — $0`;
    default: return body;
  }
}

function delegation(desk: Desk, of: NonNullable<Desk['event']>['delegations'][number]): string {
  const head = of.head ?? of.co_heads[0];
  const others = membersOf(of).filter(id => id !== head).map(id => [nameOf(desk, id), titleOf(desk, id)].filter(t => t !== '').join(', ')).join('; ');
  return `**${literal(partyOf(desk, of.party))}**: ${field(1, '[head]', nameOf(desk, head))}, ${field(2, '[office]', titleOf(desk, head))} (head); ${field(3, '[others, with offices]', others)}.$0`;
}

function biography(desk: Desk, person: Person): string {
  const { gazetteer, profile } = desk.analysis;
  const native = person.names.find(n => n.kind === 'native')?.name;
  const now = officeOf(desk, person);
  const words = (o: Occupancy): string => {
    const years = [o.start_date, o.end_date].map(d => (d && d.precision !== 'open' ? String(calendar(d.earliest).year) : '')).join('–');
    return `${gazetteer.post(o.post)?.label ?? ''}${years === '–' ? '' : ` (${years})`}`;
  };
  const before = desk.on ? person.occupancies.filter(o => o.end_date && o.end_date.precision !== 'open' && o.end_date.latest < desk.on!.first) : [];
  const held = desk.on && mainOffice(person, gazetteer, desk.on)?.occupancy;
  const since = held?.start_date && held.start_date.precision !== 'open' ? writeDate(held.start_date, profile.dates) : undefined;
  const source = (held?.sources ?? []).map(id => gazetteer.source(id)).find(s => s !== undefined && !/^[C-F]/.test(s.grade ?? ''));
  const namesakes = person.distinct_from.flatMap(d => { const other = gazetteer.person(d.id); return other ? [[other.name, officeOf(desk, other)].filter(t => t !== '').join(', ')] : []; }).join('; ');
  return [
    `## ${literal(person.name)}`, '',
    ...(native === undefined ? [] : [`- **Native script**: ${literal(native)}`]),
    `- **Office**: ${field(2, '[office]', now)}, since ${field(3, '[date]', since)}`,
    `- **Previous posts**: ${field(4, '[posts, with years]', before.map(words).slice(-4).join('; '))}`,
    ...(namesakes === '' ? [] : [`- **Not to be confused with**: ${literal(namesakes)}`]),
    `- **Source**: ${field(5, '[publisher, date]', source ? `${source.publisher}${source.date ? `, ${writeDate(source.date, profile.dates)}` : ''}` : undefined)}; checked ${literal(writeDate(person.checked, profile.dates))}`,
    '', '$0',
  ].join('\n');
}

const PARTS: readonly (readonly [string, string])[] = [['Background', 'background'], ['Key participants', 'participants'], ['Positions', 'positions'], ['Forces', 'forces'], ['Timeline', 'timeline']];

/** The whole skeleton: its head with the day and the event, and each part as that section is filled. */
export function fillBriefing(bodies: ReadonlyMap<string, string>, desk: Desk, day: string): string {
  let body = (bodies.get('brief') ?? '')
    .replace(/^(date|as-of): .*$/gm, (_, key: string) => `${key}: ${day}`)
    .replace(/^event: .*$/m, () => `event: ${desk.event ? desk.event.id : '${6}'}`)
    .replace(/^title: .*$/m, line => (desk.event ? fillFields(line, () => eventName(desk.event)) : line));
  PARTS.forEach(([heading, prefix], i) => {
    const [filled] = fillSection(prefix, bodies.get(prefix) ?? '', desk);
    const part = filled && apart(filled.body, 1000 * (i + 1)).trimEnd();
    if (part) body = body.replace(new RegExp(`^## ${heading}\\n[^]*?(?=^## )`, 'm'), () => `${part}\n\n`);
  });
  return renumbered(body);
}
