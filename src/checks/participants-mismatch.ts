import type { Analysis, ResolvedClaim, ResolvedName } from '../analysis/model';
import { isoDay, parseDate } from '../base/edtf';
import type { Span } from '../base/span';
import type { Fix } from '../findings/finding';
import { action, replace } from '../findings/fixes';
import type { Id, Person } from '../gazetteer/model';
import { defineCheck, type Report } from './check';
import { lineOf } from './wording';

interface Entry {
  readonly person: Person;
  readonly name: ResolvedName;
  /** State or body of the row or list item. */
  readonly party: Id | undefined;
  readonly head: boolean;
}

interface Roll {
  readonly entries: readonly Entry[];
  /** Names more people than the heads of delegations. */
  readonly members: boolean;
  /** Says that it is not complete. */
  readonly open: boolean;
  readonly table: boolean;
}

const OPEN = /\b(?:others|et al|among (?:them|others)|including|incl|etc|tbc|tbd|to be confirmed|not (?:yet )?complete|partial|selected|key|main|principal|heads? of delegations?|provisional|and aides|delegation members)\b|…|\.\.\./i;
const HEAD_MARK = /^\s*(?:,[^,;()]{0,60})?\s*\((?:[^()]*\b)?(?:head|lead|leader|chair|chief)\b[^()]*\)|^,\s*(?:head|leader)\b/i;
const HEAD_LABEL = /\b(?:head|led by|leader|chair)\s*(?:of (?:the )?delegation)?\s*:?\s*$/i;
const HEAD_COLUMN = /\b(?:heads?|leads?|leader|led by|chief|chair)\b/i;

/** The prose has somebody attend or lead whom the note's own list of participants does not have so. */
export const participantsMismatch = defineCheck({
  id: 'participants-mismatch',
  group: 'offices',
  title: 'Participants in the list and in the text',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    if (analysis.claims.length === 0) return;
    const roll = readRoll(analysis);
    if (!roll) return;
    const reported = new Set<Id>();
    for (const claim of analysis.claims) {
      if (claim.mention.role === 'counterpart' || claim.quoted || inRoll(analysis, claim) || !sameMeeting(analysis, claim)) continue;
      for (const name of claim.people) {
        const problem = reported.has(name.person!.id) ? undefined : mismatch(analysis, roll, claim, name);
        if (!problem) continue;
        reported.add(name.person!.id);
        yield problem;
      }
    }
  },
});

function isParticipants(analysis: Analysis, section: number): boolean {
  return analysis.document.sections[section]?.kind === 'participants';
}

function inRoll(analysis: Analysis, claim: ResolvedClaim): boolean {
  return isParticipants(analysis, analysis.blockOf(claim).section);
}

/** The people of the participants section, row by row and item by item. */
function readRoll(analysis: Analysis): Roll | undefined {
  const entries: Entry[] = [];
  let open = false;
  let table = false;
  for (const name of analysis.names) {
    const block = analysis.blockOf(name);
    if (!isParticipants(analysis, block.section) || (block.kind !== 'cell' && block.kind !== 'item') || !name.person || name.mention.label) continue;
    open ||= OPEN.test(block.prose);
    const cell = block.cell;
    table ||= cell !== undefined;
    const before = block.prose.slice(0, name.mention.span.start);
    const after = block.prose.slice(name.mention.span.end);
    const head = HEAD_MARK.test(after) || HEAD_LABEL.test(before) || (cell !== undefined && HEAD_COLUMN.test(headerOf(analysis, cell.table, cell.column)));
    entries.push({ person: name.person, name, party: partyOf(analysis, name), head });
  }
  if (entries.length < 2) return undefined;
  return { entries, members: entries.some(e => !e.head), open: open || openHeading(analysis), table };
}

/** A heading such as “Key participants” promises no full list. */
function openHeading(analysis: Analysis): boolean {
  return analysis.document.sections.some(s => s.kind === 'participants' && OPEN.test(s.title));
}

function headerOf(analysis: Analysis, table: number, column: number): string {
  const header = analysis.document.tables[table]?.rows[0] ?? [];
  const block = header.map(i => analysis.document.blocks[i]).find(b => b?.cell?.column === column);
  return block?.prose ?? '';
}

/** The state or body that the row or the item begins with; else the nationality. */
function partyOf(analysis: Analysis, name: ResolvedName): Id | undefined {
  const block = analysis.blockOf(name);
  const blocks = block.cell ? analysis.document.tables[block.cell.table]?.rows[block.cell.row] ?? [name.block] : [name.block];
  for (const index of blocks) {
    const { states, organizations } = analysis.facts[index]!;
    const own = index === name.block;
    const state = states.find(s => !own || s.span.end <= name.mention.span.start);
    if (state) return state.state;
    const body = organizations.find(o => !own || o.span.end <= name.mention.span.start);
    if (body) return analysis.gazetteer.stateOf(body.organization) ?? body.organization;
  }
  return name.person!.nationality;
}

/** Whether the claim can be of the note's own meeting: no other day and no other place is said. */
function sameMeeting(analysis: Analysis, claim: ResolvedClaim): boolean {
  if (!claim.mention.meeting && claim.event === undefined) return false;
  const key = claim.meetingKey;
  if (claim.event && analysis.choices.events.includes(claim.event.id)) return true;
  if (analysis.choices.events.length > 0 && claim.event) return false;
  if (key === undefined) return true;
  if (key.includes('@')) return false;
  const days = [analysis.judging?.day, parseDate(analysis.document.frontMatter?.entries.get('date')?.value)?.earliest];
  return days.some(day => day !== undefined && Number.isFinite(day) && isoDay(day) === key);
}

function mismatch(analysis: Analysis, roll: Roll, claim: ResolvedClaim, name: ResolvedName): Report | undefined {
  const person = name.person!;
  const { party, role } = claim.mention;
  const own = roll.entries.find(e => e.person === person);
  const where = roll.table ? 'table' : 'list';
  const surname = person.family_name ?? person.name;
  const partyWords = analysis.gazetteer.state(party)?.name ?? analysis.gazetteer.organization(party)?.acronym ?? analysis.gazetteer.organization(party)?.name ?? party;
  if (role === 'head') {
    const head = roll.entries.find(e => e.head && e.party === party);
    if (head && head.person !== person && !own?.head) {
      return report(analysis, roll, name, party, head, `${surname} leads for ${partyWords} here; the participants ${where} has ${head.person.name} as head.`);
    }
    if (own && own.party !== undefined && own.party !== party && !belongs(analysis, person, party)) {
      const other = analysis.gazetteer.state(own.party)?.name ?? analysis.gazetteer.organization(own.party)?.name ?? own.party;
      return report(analysis, roll, name, party, own, `${surname} leads for ${partyWords} here; the participants ${where} has ${person.name} under ${other}.`);
    }
  }
  if (own || analysis.choices.participants.includes(person.id) || roll.open) return undefined;
  // a list of heads does not name who else attends
  if (role === 'member' && !roll.members) return undefined;
  return report(analysis, roll, name, party, roll.entries[0]!, `${person.name} ${role === 'head' ? 'leads' : 'attends'} here; the participants ${where} does not have ${person.gender === 'female' ? 'her' : person.gender === 'male' ? 'him' : 'the name'}.`, true);
}

/** Of a body's officials the state that they come from is no other party. */
function belongs(analysis: Analysis, person: Person, party: Id): boolean {
  return person.nationality === party && analysis.gazetteer.state(party) === undefined;
}

function report(analysis: Analysis, roll: Roll, name: ResolvedName, party: Id, other: Entry, message: string, missing = false): Report {
  const fixes: Fix[] = [action(roll.table ? 'Go to the table' : 'Go to the list', { kind: 'go-to', span: other.name.span })];
  const add = missing ? addition(analysis, roll, name.person!, party) : undefined;
  if (add) fixes.push(replace(roll.table ? 'Add to the table' : 'Add to the list', add.span, add.text));
  return { span: name.span, message, related: [{ span: other.name.span, message: `${other.person.name} on line ${lineOf(analysis, other.name.span.start)}` }], fixes };
}

/** A row or an item for the person: after those of the same party, else at the end. */
function addition(analysis: Analysis, roll: Roll, person: Person, party: Id): { span: Span; text: string } | undefined {
  const side = party || person.nationality;
  const same = roll.entries.filter(e => e.party === side);
  const last = same[same.length - 1] ?? roll.entries[roll.entries.length - 1]!;
  const block = analysis.blockOf(last.name);
  const { text } = analysis.document;
  if (!block.cell) {
    if (same.length > 0 && block.prose.trim() !== last.name.mention.surface) {
      const end = block.span.start + block.prose.trimEnd().length;
      return { span: { start: end, end }, text: `, ${person.name}` };
    }
    const line = text.slice(text.lastIndexOf('\n', block.span.start - 1) + 1, block.span.start);
    const end = block.span.end;
    return { span: { start: end, end }, text: `\n${line}${person.name}` };
  }
  const row = analysis.document.tables[block.cell.table]?.rows[block.cell.row];
  if (!row) return undefined;
  const newline = text.indexOf('\n', last.name.span.end);
  const end = newline < 0 ? text.length : newline;
  const columns = row.map(i => analysis.document.blocks[i]!.cell!.column);
  const label = analysis.gazetteer.state(side ?? '')?.name ?? analysis.gazetteer.organization(side ?? '')?.acronym ?? '';
  const nameColumn = block.cell.column;
  const cells = columns.map(column => (column === nameColumn ? person.name : column === 0 ? label : ''));
  return { span: { start: end, end }, text: `\n| ${cells.join(' | ')} |` };
}
