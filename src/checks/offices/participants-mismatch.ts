import type { Analysis, ResolvedClaim, ResolvedName } from '../../analysis/model';
import { type Day, isoDay, parseDate } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Block, Table } from '../../document/model';
import { sectionKind } from '../../document/sections';
import type { Fix } from '../../findings/finding';
import { action, replace } from '../../findings/fixes';
import type { Id, Person } from '../../gazetteer/model';
import { TITLE_HEADS } from '../../english/lexicon';
import { defineCheck, type Report } from '../run/check';
import { lineOf } from '../wording/wording';

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
const HEAD_LABEL = /\b(?:head|led by|leader|chair)(?:\s*of (?:the )?delegation)?(?:\s*:)?\s*$/i;
/** Somebody more beside a head, known or not: “(head), Harsh Vardhan Shringla”. */
const FURTHER = /[,;]\s*(?:and\s+)?((?:\p{Lu}[\p{L}.’'-]*\s+){1,4}\p{Lu}[\p{L}’'-]+)/gu;
const MEMBER_COLUMN = /\b(?:members?|delegates|others?|also|with|accompan\w+)\b/i;
const PROPER = /\p{Lu}[\p{L}’'-]*/gu;
const NOT_PROPER = /^(?:The|This|Those|These|Today|Tomorrow|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:[’']s)?$/;
const HEAD_COLUMN = /\b(?:heads?|leads?|leader|led by|chief|chair)\b/i;

/** A line of more letters than this is no label of the list below it. */
const LABEL_LENGTH = 40;

/** The prose has somebody attend or lead whom the note's own list of participants does not have so. */
export const participantsMismatch = defineCheck({
  id: 'participants-mismatch',
  group: 'offices',
  title: 'Participants in the list and in the text',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    if (analysis.claims.length === 0) return;
    const titles = rollTitles(analysis);
    if (titles.size === 0) return;
    const roll = readRoll(analysis, titles);
    if (!roll) return;
    const reported = new Set<Id>();
    for (const claim of analysis.claims) {
      if (claim.mention.role === 'counterpart' || claim.quoted || titles.has(claim.block) || !sameMeeting(analysis, claim)) continue;
      for (const name of claim.people) {
        const problem = reported.has(name.person!.id) ? undefined : mismatch(analysis, roll, claim, name);
        if (!problem) continue;
        reported.add(name.person!.id);
        yield problem;
      }
    }
  },
});

/**
 * The headings of the lists of participants by the blocks that stand under them: those of a section of participants,
 * and the items and cells below a line “Participants:”.
 */
function rollTitles(analysis: Analysis): ReadonlyMap<Block, string> {
  const titles = new Map<Block, string>();
  let label: string | undefined;
  for (const block of analysis.document.blocks) {
    const { section } = block;
    const listed = block.kind === 'item' || block.kind === 'cell';
    if (!listed) label = block.kind === 'paragraph' && block.prose.length <= LABEL_LENGTH && sectionKind(block.prose) === 'participants' ? block.prose : undefined;
    const title = section.kind === 'participants' ? section.title : listed ? label : undefined;
    if (title !== undefined) titles.set(block, title);
  }
  return titles;
}

/** The people of the list of participants, row by row and item by item. */
function readRoll(analysis: Analysis, titles: ReadonlyMap<Block, string>): Roll | undefined {
  const entries: Entry[] = [];
  let open = false;
  let table = false;
  let members = false;
  for (const name of analysis.names) {
    const block = analysis.blockOf(name);
    const title = titles.get(name.block);
    if (title === undefined || (block.kind !== 'cell' && block.kind !== 'item') || name.mention.label) continue;
    const cell = block.cell;
    const header = cell ? headerOf(cell.table, cell.column) : '';
    members ||= cell !== undefined && cell.row > 0 && MEMBER_COLUMN.test(header);
    if (!name.person) continue;
    // a heading such as “Key participants” promises no full list
    open ||= OPEN.test(block.prose) || OPEN.test(title);
    table ||= cell !== undefined;
    const before = block.prose.slice(0, name.mention.span.start);
    const after = block.prose.slice(name.mention.span.end);
    const mark = HEAD_MARK.exec(after);
    members ||= mark !== null && furtherNames(after.slice(mark[0].length));
    const head = mark !== null || HEAD_LABEL.test(before) || HEAD_COLUMN.test(header);
    entries.push({ person: name.person, name, party: partyOf(analysis, name), head });
  }
  if (entries.length < 2) return undefined;
  return { entries, members: members || entries.some(e => !e.head), open, table };
}

/** Whether words of a list give more names than titles without a name (“State Secretary”). */
function furtherNames(words: string): boolean {
  return [...words.matchAll(FURTHER)].some(([, found]) => !TITLE_HEADS.has(found!.toLowerCase().replace(/^.*\s/, '')));
}

function headerOf(table: Table, column: number): string {
  return table.rows[0]?.find(cell => cell.cell?.column === column)?.prose ?? '';
}

/** The state or body that the row or the item begins with; else the nationality. */
function partyOf(analysis: Analysis, name: ResolvedName): Id | undefined {
  const block = analysis.blockOf(name);
  for (const beside of block.cell?.table.rows[block.cell.row] ?? [block]) {
    const { states, organizations } = analysis.factsOf(beside);
    const own = beside === block;
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
  if (!claim.event && (otherName(analysis, claim) || otherDay(analysis, claim))) return false;
  const key = claim.meetingKey;
  if (claim.event && analysis.choices.events.includes(claim.event.id)) return true;
  if (analysis.choices.events.length > 0 && claim.event) return false;
  if (key === undefined) return true;
  if (key.includes('@')) return false;
  return ownDays(analysis).some(day => isoDay(day) === key);
}

/** The days of the note: that of its knowledge and that of its issue. */
function ownDays(analysis: Analysis): readonly Day[] {
  const days = [analysis.judging?.day, parseDate(analysis.document.frontMatter?.entries.get('date')?.value)?.earliest];
  return days.filter((day): day is Day => day !== undefined && Number.isFinite(day));
}

/** “the African Union summit” is no meeting of a note whose headings do not name it. */
function otherName(analysis: Analysis, claim: ResolvedClaim): boolean {
  const { meeting } = claim.mention;
  if (!meeting) return false;
  const { blocks, frontMatter } = analysis.document;
  const proper = (claim.block.prose.slice(meeting.start, meeting.end).match(PROPER) ?? []).filter(word => !NOT_PROPER.test(word) && word !== word.toUpperCase());
  if (proper.length === 0) return false;
  const titles = [frontMatter?.entries.get('title')?.value, ...blocks.filter(b => b.kind === 'heading').map(b => b.prose)].filter(t => typeof t === 'string').join(' ').toLowerCase();
  return !proper.some(word => titles.includes(word.toLowerCase()));
}

/** A date in the sentence that leaves out the days of the note: “in February”, “in 2019”. */
function otherDay(analysis: Analysis, claim: ResolvedClaim): boolean {
  const sentence = analysis.blockOf(claim).sentences.find(s => s.start <= claim.mention.span.start && claim.mention.span.start < s.end);
  const days = ownDays(analysis);
  if (!sentence || days.length === 0) return false;
  return analysis.dates.some(({ block, mention, range }) => block === claim.block && range !== undefined && range.first !== range.last
    && sentence.start <= mention.span.start && mention.span.end <= sentence.end && !days.some(day => range.first <= day && day <= range.last));
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
  const { source: text, addresses } = analysis.document;
  if (!block.cell) {
    if (same.length > 0 && block.prose.trim() !== last.name.mention.surface) {
      const end = block.span.start + block.prose.trimEnd().length;
      return { span: { start: end, end }, text: `, ${person.name}` };
    }
    const at = addresses.offsetOf(block.span.start);
    const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
    const end = block.span.end;
    return { span: { start: end, end }, text: `\n${line}${person.name}` };
  }
  const row = block.cell.table.rows[block.cell.row];
  if (!row) return undefined;
  const newline = text.indexOf('\n', addresses.offsetOf(last.name.span.end));
  const end = addresses.addressOf(newline < 0 ? text.length : newline);
  const columns = row.map(cell => cell.cell!.column);
  const label = analysis.gazetteer.state(side ?? '')?.name ?? analysis.gazetteer.organization(side ?? '')?.acronym ?? '';
  const nameColumn = block.cell.column;
  const cells = columns.map(column => (column === nameColumn ? person.name : column === 0 ? label : ''));
  return { span: { start: end, end }, text: `\n| ${cells.join(' | ')} |` };
}
