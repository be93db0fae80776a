import { countOn } from '../../analysis/records/bodies';
import { writeDate } from '../../base/edtf';
import type { Event } from '../../gazetteer/model';
import { estimatesOf, estimateWords, scopeWords } from '../complete-text';
import { namedIn } from '../officials';
import { mainOffice } from '../../analysis/who/references';
import { dayOf, type Desk, eventName, membersOf, nameOf, partyOf, placeOf, titleOf } from './desk';
import { cell, field, literal } from './snippet';

const MOST = { rows: 12, forces: 6 };
const GRADES = ['A1', 'A2', 'B1', 'B2', 'B3', 'C2', 'C3', 'C4', 'D4', 'E5', 'F6'];

/** Counts tab stops while rows are made. */
class Stops {
  private last = 0;
  next(label: string, fill?: string | readonly string[]): string {
    return field(++this.last, label, fill);
  }
}

/** Delegations of the meeting, or the people of the note by their states: head first, with the office of the day. */
export function participantRows(desk: Desk): string | undefined {
  const stops = new Stops();
  const office = `| Delegation | Head | Office on ${desk.date ? literal(desk.date) : stops.next('[date]')} | Others |\n|---|---|---|---|\n`;
  const rows = parties(desk).map(({ name, head, others }) => `| ${literal(name)} | ${stops.next('[head]', nameOf(desk, head))} | ${stops.next('[office]', titleOf(desk, head))} | ${
    stops.next('[others]', others.map(id => [nameOf(desk, id), titleOf(desk, id)].filter(t => t !== '').join(', ')).join('; ') || undefined)} |`);
  return rows.length === 0 ? undefined : office + rows.join('\n');
}

interface Party {
  readonly name: string;
  readonly head: string | undefined;
  readonly others: readonly string[];
}

export function parties(desk: Desk): Party[] {
  const { event, analysis } = desk;
  if (event && event.delegations.length > 0) {
    return event.delegations.map(d => ({ name: partyOf(desk, d.party), head: d.head ?? d.co_heads[0], others: membersOf(d).filter(id => id !== (d.head ?? d.co_heads[0])) }));
  }
  const byParty = new Map<string, string[]>();
  for (const person of desk.people) {
    const office = desk.on && mainOffice(person, analysis.gazetteer, desk.on);
    const party = office ? analysis.gazetteer.stateOfPost(office.post.id) ?? office.post.organization : person.nationality;
    if (party) byParty.set(party, [...byParty.get(party) ?? [], person.id]);
  }
  return [...byParty].map(([id, [head, ...others]]) => ({ name: partyOf(desk, id), head, others }));
}

/** Columns for the parties of the meeting. */
export function positionTable(desk: Desk): string | undefined {
  const names = parties(desk).map(p => p.name).slice(0, 5);
  if (names.length < 2) return undefined;
  const stops = new Stops();
  const row = `| ${[stops.next('[issue]'), ...names.map(() => stops.next('[position]'))].join(' | ')} |`;
  return `| Issue | ${names.map(literal).join(' | ')} |\n|---|${names.map(() => '---|').join('')}\n${row}`;
}

/** Recorded estimates up to the day of the forces that the note names: the newest of each source and place. */
export function forceRows(desk: Desk): string | undefined {
  const { analysis, on } = desk;
  if (!on) return undefined;
  const seen = new Set<string>();
  const newest = estimatesOf(analysis, on, namedIn(analysis)).filter(e => {
    // losses and civilians are no forces
    if (e.component === 'losses' || !(e.unit === 'personnel' || analysis.gazetteer.formation(e.unit))) return false;
    const key = `${e.force} ${e.unit} ${e.scope} ${e.component} ${e.attribution}`;
    return !seen.has(key) && seen.add(key);
  }).slice(0, MOST.forces);
  if (newest.length === 0) return undefined;
  const stops = new Stops();
  const rows = newest.map(e => {
    const formation = e.unit === 'personnel' ? undefined : analysis.gazetteer.formation(e.unit)?.plural[0] ?? e.unit;
    const force = [analysis.gazetteer.state(e.force)?.adjectives[0] ?? e.force, e.component === 'total' ? undefined : e.component].filter(Boolean).join(' ');
    return `| ${literal(force)} | ${scopeWords(analysis, e) ? literal(scopeWords(analysis, e)) : stops.next('[place]')} | ${formation ? literal(`${e.value} ${formation}`) : stops.next('[units]')} | ${
      formation ? stops.next('[number]') : literal(e.value)} | ${literal(writeDate(e.date, analysis.profile.dates))} | ${literal(e.attribution)} | ${stops.next('[grade]', GRADES)} |`;
  });
  return `${rows.join('\n')}\n| Total |  |  | ${stops.next('[number]')} |  |  |  |`;
}

export function estimateChoices(desk: Desk): string[] {
  const { analysis, on } = desk;
  if (!on) return [];
  return estimatesOf(analysis, on, namedIn(analysis)).slice(0, 19).map(e => cell(estimateWords(analysis, e)));
}

/** Recorded events up to the day: those that the note names or is about, and those of the same parties before it. */
export function timelineRows(desk: Desk): string | undefined {
  const { analysis, on } = desk;
  if (!on) return undefined;
  const named = new Set(analysis.document.blocks.flatMap(block => analysis.factsOf(block).events.flatMap(e => e.events)));
  const wanted = (e: Event): boolean => named.has(e.id) || e.id === desk.event?.id || (desk.event?.organization !== undefined && e.organization === desk.event.organization);
  const events = analysis.gazetteer.data.records.events.filter(e => wanted(e) && e.date.latest <= on.last).sort((a, b) => a.date.earliest - b.date.earliest).slice(-MOST.rows);
  if (events.length === 0) return undefined;
  return events.map(e => `- ${literal([dayOf(desk, e), placeOf(desk, e)].filter(t => t !== '').join(', '))}: ${literal(eventName(e)!)}`).join('\n');
}

/** The event of the same parties or body before this one. */
export function previousEvent(desk: Desk): Event | undefined {
  const { event, analysis } = desk;
  if (!event) return undefined;
  const own = new Set(event.delegations.map(d => d.party));
  return analysis.gazetteer.data.records.events
    .filter(e => e.id !== event.id && e.date.latest < event.date.earliest && (event.organization !== undefined ? e.organization === event.organization : own.size > 1 && e.delegations.filter(d => own.has(d.party)).length > 1))
    .sort((a, b) => b.date.latest - a.date.latest)[0];
}

/** Acronyms of the note with what they stand for, as far as records say. */
export function abbreviationRows(desk: Desk): string | undefined {
  const { analysis } = desk;
  const used = new Map<string, string>();
  for (const { mention } of analysis.organizations) {
    const body = analysis.gazetteer.organization(mention.organization);
    if (mention.form === 'acronym' && body?.acronym) used.set(body.acronym, body.name);
  }
  for (const { mention } of analysis.acronyms) if (mention.expansion && !used.has(mention.acronym)) used.set(mention.acronym, mention.expansion.text);
  if (used.size === 0) return undefined;
  return [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([acronym, words]) => `- ${literal(acronym)}: ${literal(words)}`).join('\n');
}

/** “NATO’s 30 allies”: bodies of the note first. */
export function memberChoices(desk: Desk): string[] {
  const { analysis, on } = desk;
  if (!on) return [];
  const here = new Set(analysis.organizations.map(o => o.mention.organization));
  return analysis.gazetteer.data.records.organizations
    .filter(body => body.member_noun !== undefined && body.acronym !== undefined)
    .flatMap(body => {
      const count = countOn(analysis, body, on);
      const known = analysis.profile.noExpand.includes(body.acronym!);
      const name = known ? body.acronym! : body.name;
      return count ? [{ text: `${name}${name.endsWith('s') ? '’' : '’s'} ${count.count} ${body.member_noun!.plural}`, rank: (here.has(body.id) ? 0 : 2) + (known ? 0 : 1) }] : [];
    })
    .sort((a, b) => a.rank - b.rank).slice(0, 19).map(m => m.text);
}

/** Those whom the note names for its figures. */
export function sourceRows(desk: Desk): string | undefined {
  const sources = [...new Set(desk.analysis.figures.flatMap(f => f.source ?? []))].slice(0, MOST.rows);
  if (sources.length === 0) return undefined;
  const stops = new Stops();
  return sources.map(source => `- ${stops.next('[publisher]', source)}, ${stops.next('[title]')}, ${stops.next('[date]')} ${stops.next('[grade]', GRADES.map(g => `[${g}]`))}`).join('\n');
}
