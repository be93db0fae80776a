import type { Analysis, ResolvedCount } from '../../analysis/model';
import type { About } from '../../analysis/when/clause-times';
import { type DayRange, type PartialDate } from '../../base/edtf';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import type { Id, MemberCount, Organization } from '../../gazetteer/model';
import { defineCheck, type Report } from '../run/check';
import { asKnown, date, listed, onDays, quote, recordOf, textOf } from '../wording/wording';

type Use = ResolvedCount;

/** The number of members on some day: the entry that set it, and the record it stands in. */
interface Count {
  readonly number: number;
  readonly entry: MemberCount;
  readonly body: Organization;
  /** Days of this number; the widest reading. */
  readonly days: DayRange;
}

/** A definite number of members that is not the number on that day. */
export const memberCount = defineCheck({
  id: 'member-count',
  group: 'organizations',
  title: 'Number of members',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const use of analysis.counts) {
      const body = bodyOf(analysis, use);
      if (!body) continue;
      const { count, other, ordinal } = use.mention;
      const stated = other ? count + 1 : count;
      const all = countsOf(analysis, body, 0);
      if (ordinal) {
        yield* accession(analysis, use, body, all);
        continue;
      }
      const { about } = use;
      const on = daysJudged(about, analysis.judging, all.filter(c => c.number === stated), all.length > 0 && stated > all[0]!.number);
      if (!on) continue;
      const then = all.filter(c => c.days.first <= on.last && on.first <= c.days.last);
      if (then.length === 0 || then.some(c => c.number === stated || (other && c.number === count && remain(analysis, use)))) continue;
      // Days before the first number are not known.
      if (on.first < all[0]!.days.first) continue;
      yield report(analysis, use, body, then.at(-1)!, about!.known === 'past' ? on : about!.said);
    }
  },
});

/** A count that has been wrong for so long is one of history, where the clause is past. */
const HISTORY_DAYS = 12 * 365;

/** The days on which a count has to have been right: any before the note where the clause is past; none where it is of no time. */
function daysJudged(about: About | undefined, note: DayRange | undefined, right: readonly Count[], grown: boolean): DayRange | undefined {
  if (!about || about.known === 'future' || about.known === 'open') return undefined;
  if (about.known !== 'past') return about;
  // what was right long ago is history told; what was right lately, or never, is a count that was not brought up to date
  const before = note ? right.filter(c => c.days.first <= note.last) : [];
  return note && (about.plain ? !before.some(c => c.days.last < note.first - HISTORY_DAYS) : before.length === 0 && grown) ? note : undefined;
}

/** “the 12 remaining members” are all there are after others left, or all but one that was named. */
function remain(analysis: Analysis, use: Use): boolean {
  const text = analysis.document.addresses;
  return /\bremaining\s+$/i.test(text.slice(Math.max(0, use.span.start - 12), use.span.start)) || /^\s+remaining\b/i.test(text.slice(use.span.end, use.span.end + 12));
}

/** Numbers of members in their order; derived ones follow the body they are counted from. */
function countsOf(analysis: Analysis, body: Organization, depth: number): readonly Count[] {
  const counts: Count[] = [];
  body.member_count.forEach((entry, i) => {
    const next = body.member_count[i + 1];
    const days = { first: entry.from?.earliest ?? -Infinity, last: next?.from ? next.from.latest : Infinity };
    if (entry.count !== undefined) counts.push({ number: entry.count, entry, body, days });
    const other = entry.derive && depth < 4 ? analysis.gazetteer.organization(entry.derive.organization) : undefined;
    if (!other) return;
    for (const base of countsOf(analysis, other, depth + 1)) {
      const both = { first: Math.max(days.first, base.days.first), last: Math.min(days.last, base.days.last) };
      if (both.first <= both.last) counts.push({ ...base, number: base.number + entry.derive!.plus, days: both });
    }
  });
  return counts;
}

/** The body meant: named, or by a short form or a noun that one body named before has (spec 3.2, `short_forms`). */
export function bodyOf(analysis: Analysis, use: Use): Organization | undefined {
  const { organization, shortForm } = use.mention;
  if (organization !== undefined && shortForm === undefined) return analysis.gazetteer.organization(organization);
  const apposed = apposedTo(analysis, use);
  if (apposed) return apposed;
  for (let i = analysis.organizations.length - 1; i >= 0; i--) {
    const before = analysis.organizations[i]!;
    if (before.span.start >= use.span.start || before.mention.form === 'short') continue;
    if (organization !== undefined && before.mention.organization !== organization) continue;
    const body = analysis.gazetteer.organization(before.mention.organization);
    if (body && body.member_count.length > 0 && goesBy(body, shortForm!)) return body;
  }
  return onlyOne(analysis, organization, shortForm!);
}

/**
 * “The 30 allies agreed. NATO ministers …”: named after it, the one body of the note that calls its members so. A word
 * for the whole (“the two-state union”) may be for something that has no record.
 */
function onlyOne(analysis: Analysis, organization: string | undefined, word: string): Organization | undefined {
  const bodies = new Set<Organization>();
  for (const { mention } of analysis.organizations) {
    if (mention.form === 'short' || (organization !== undefined && mention.organization !== organization)) continue;
    const body = analysis.gazetteer.organization(mention.organization);
    if (body && body.member_count.length > 0 && callsMembers(body, word)) bodies.add(body);
  }
  return bodies.size === 1 ? [...bodies][0] : undefined;
}

/** “ECOWAS, the 15-member bloc,” and “the 15-member bloc ECOWAS” are said of the body beside them. */
function apposedTo(analysis: Analysis, use: Use): Organization | undefined {
  const text = analysis.document.addresses;
  const compound = /^[-‑](?:member|nation|country|state|strong)(?![\w-])(?:\s+\p{Ll}+){0,2}\s+/u.exec(text.slice(use.span.end, use.span.end + 60));
  if (!compound) return undefined;
  const beside = analysis.organizations.find(o => o.block === use.block && o.mention.form !== 'short' && (o.span.start === use.span.end + compound[0].length
    || (o.span.end < use.span.start && /^,\s+(?:now\s+)?(?:an?|the)\s+$/.test(text.slice(o.span.end, use.span.start)))));
  const body = beside && analysis.gazetteer.organization(beside.mention.organization);
  return body && body.member_count.length > 0 ? body : undefined;
}

function goesBy(body: Organization, word: string): boolean {
  return body.short_forms.some(short => short.toLowerCase().replace(/^the /, '') === word) || callsMembers(body, word);
}

function callsMembers(body: Organization, word: string): boolean {
  return body.member_noun?.plural.toLowerCase() === word;
}

/** “became the alliance’s 31st member” is held to the number reached when that state joined. */
function accession(analysis: Analysis, use: Use, body: Organization, all: readonly Count[]): readonly Report[] {
  const { mention } = use;
  const facts = analysis.factsOf(use.block);
  const sentence = analysis.blockOf(use).sentences.find(s => s.start <= mention.span.start && mention.span.end <= s.end);
  const joined = facts.states.filter(s => s.form === 'name' && (!sentence || (s.span.start >= sentence.start && s.span.end <= sentence.end)))
    .flatMap(s => all.filter(c => c.entry.joined.includes(s.state)));
  // Several states joined with one number: any place among them is right.
  if (joined.length === 0 || joined.some(c => mention.count <= c.number && mention.count > c.number - c.entry.joined.length)) return [];
  const reached = joined[0]!;
  const state = reached.entry.joined.map(id => stateName(analysis, id));
  return [{
    span: use.span,
    message: `${named(body)} had ${reached.number} members when ${listed(state)} joined${onDate(analysis, reached.entry.from)} (${recordOf(analysis, reached.entry.sources, reached.body)}); the text counts ${quote(textOf(analysis, use.span))}.`,
    fixes: reached.entry.joined.length === 1 ? [replace(`Change to ${quote(ordinalWord(reached.number))}`, use.span, ordinalWord(reached.number))] : [],
  }];
}

function report(analysis: Analysis, use: Use, body: Organization, count: Count, on: DayRange): Report {
  const written = textOf(analysis, use.span);
  const right = use.mention.other ? count.number - 1 : count.number;
  const word = like(written, right);
  const known = count.body.checked.latest;
  const stale = count.days.last === Infinity && on.last > known;
  const noun = body.member_noun?.plural ?? 'members';
  const others = use.mention.other ? `, so the others are ${right}` : '';
  const fixes: Fix[] = [replace(`Change to ${quote(word)}`, use.span, word)];
  const without = removal(analysis, use.span);
  if (without && !use.mention.other) fixes.push(replace('Remove the number', without, ''));
  return {
    span: use.span,
    message: `${named(body)} had ${count.number} ${noun} ${onDays(analysis, on)}${others} (${reason(analysis, count)}${recordOf(analysis, count.entry.sources, count.body)})${stale ? asKnown(analysis, count.body.checked) : ''}.`,
    ...(stale ? { severity: 'information' as const } : {}),
    fixes,
  };
}

/** “since Sweden joined on 7 March 2024, ”. */
function reason(analysis: Analysis, { entry }: Count): string {
  const names = (ids: readonly Id[]): string => (ids.length > 3 ? `${ids.length} states` : listed(ids.map(id => stateName(analysis, id))));
  if (entry.joined.length > 0) return `since ${names(entry.joined)} joined${onDate(analysis, entry.from)}; `;
  // The first day of the new number may be the day after they left.
  if (entry.left.length > 0 && entry.from) return `since ${date(analysis, entry.from)}, after ${names(entry.left)} left; `;
  return entry.from && entry.from.precision !== 'open' ? `since ${date(analysis, entry.from)}; ` : '';
}

function onDate(analysis: Analysis, from: PartialDate | undefined): string {
  if (!from || from.precision === 'open') return '';
  return ` ${from.precision === 'day' ? 'on' : 'in'} ${date(analysis, from)}`;
}

function stateName(analysis: Analysis, id: Id): string {
  const state = analysis.gazetteer.state(id);
  return state ? `${state.article ? 'the ' : ''}${state.name}` : id;
}

/** The body as a subject: NATO, the United Nations. */
function named(body: Organization): string {
  if (body.acronym === undefined) return `The ${body.name}`;
  return body.pronounced_as_word ? body.acronym : `The ${body.acronym}`;
}

const ONES = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'x x twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The number in figures or in words, as the writer has it. */
function like(written: string, number: number): string {
  if (/^\d/.test(written) || number >= 100) return String(number);
  const word = number < 20 ? ONES[number]! : TENS[Math.floor(number / 10)]! + (number % 10 > 0 ? `-${ONES[number % 10]!}` : '');
  return /^\p{Lu}/u.test(written) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

function ordinalWord(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** The number with the space or hyphenated word that goes with it; nothing where the sentence would not stand without. */
function removal(analysis: Analysis, at: Span): Span | undefined {
  const text = analysis.document.addresses;
  const after = /^(?:[-‑](?:member|nation|country|state|strong))?\s+(?=\p{L})/u.exec(text.slice(at.end, at.end + 20));
  const before = text.slice(Math.max(0, at.start - 12), at.start);
  if (!after || !/(?:['’]s?|\ball|\bthe)\s+$/i.test(before)) return undefined;
  return shift({ start: 0, end: at.end - at.start + after[0].length }, at.start);
}
