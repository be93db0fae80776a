import type { Analysis, ResolvedName } from '../../analysis/model';
import { houseName, houseTitle, mainOffice, officeWords } from '../../analysis/who/references';
import { maySay, possibleRange } from '../../analysis/records/offices';
import { judgeTitle, type OtherTime } from '../../analysis/who/titles';
import { calendar } from '../../base/edtf';
import { shift } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { heldWords, titledSpan } from './office-words';
import { date, lastKnown, onDays, quote, termRecord } from '../wording/wording';

/** The person did hold the office, but not on the day of the mention. Silent without a date. */
export const officeNotHeldOnDate = defineCheck({
  id: 'office-not-held-on-date',
  group: 'offices',
  title: 'Office held at another time',
  severity: 'warning',
  look: 'block',
  precedence: 4,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const name of analysis.names) {
      if (name.near || name.mention.label) continue;
      const judgement = judgeTitle(analysis, name);
      if (judgement?.kind !== 'other-time' || courtesy(analysis, name, judgement) || dated(analysis, name, judgement)) continue;
      yield report(analysis, name, judgement);
    }
  },
});

/** American usage keeps the title after the office: “President Obama” with the surname alone is no claim of office. */
function courtesy(analysis: Analysis, name: ResolvedName, judgement: OtherTime): boolean {
  return judgement.before && !name.mention.given && analysis.gazetteer.stateOfPost(judgement.post.id) === 'US';
}

/** For so long after a death in office the dead keep their title in reports of it; what they can no longer do is for `life-dates`. */
const MOURNING_DAYS = 30;

/** Words right before the office or name that tell of its end: “his predecessor, Mateusz Morawiecki”, “replaces Foreign Minister Annalena Baerbock”. */
const ENDING = /\b(?:predecessors?,?|replac(?:e|es|ed|ing)|succeed(?:s|ed|ing)?|(?:tak(?:e|es|ing)|took) over from)\s+(?:the\s+)?$/i;

/** What is said to be of a time that is over: “Poroshenko’s successor”, “Hamdok’s former cabinet”, “Moïse’s assassination”. */
const OF_BEFORE = /^(?:['’]s?)?\s+(?:(?:(?:eventual|immediate|elected|later)\s+)?successors?|(?:former|previous|late|old|last|final|farewell|parting)\s|(?:assassination|murder|killing|death|funeral|ouster|ousting|removal|overthrow|fall|resignation|departure|defeat|impeachment)\b)/i;

/** The text itself puts the office into its time: “Theresa May (2016-2019)”, “Petro Poroshenko’s successor”. */
function dated(analysis: Analysis, name: ResolvedName, judgement: OtherTime): boolean {
  const text = analysis.document.addresses;
  const after = text.slice(name.span.end, name.span.end + 48);
  const lead = Math.min(name.span.start, titledSpan(name, analysis.blockOf(name).span.start).start);
  const death = name.person!.death_date;
  if (judgement.before && death && name.on!.first - death.latest <= MOURNING_DAYS && possibleRange(judgement.occupancy).last >= death.earliest) return true;
  if (judgement.before && ENDING.test(text.slice(Math.max(0, lead - 32), lead))) return true;
  if (judgement.before && OF_BEFORE.test(after)) return true;
  const years = /^\s*\([^()]{0,16}?\b((?:19|20)\d{2})(?:\s*[-–/]\s*(\d{2,4})?)?[^()]{0,16}\)/.exec(after);
  if (!years) return false;
  const from = Number(years[1]);
  const to = years[2] === undefined ? from : years[2].length === 2 ? Math.floor(from / 100) * 100 + Number(years[2]) : Number(years[2]);
  const held = possibleRange(judgement.occupancy);
  return calendar(held.first).year <= to && from <= calendar(held.last).year;
}

function report(analysis: Analysis, name: ResolvedName, judgement: OtherTime): Report {
  const person = name.person!;
  const at = analysis.blockOf(name).span.start;
  const on = name.on!;
  const office = officeWords(judgement.post, analysis.gazetteer, analysis.profile);
  const when = onDays(analysis, on);
  const holder = judgement.holder;
  const other = holder ? houseName(holder.person, analysis.profile, on) : undefined;
  const source = termRecord(analysis, judgement.occupancy, judgement.before ? 'end' : 'start');
  const fixes: Fix[] = [];
  const known = holder && maySay(holder.occupancy, on);
  if (known && other) fixes.push(replace(`Change name to ${quote(other)}`, name.span, other));
  const current = mainOffice(person, analysis.gazetteer, on);
  if (current && current.post.id !== judgement.post.id) {
    const title = houseTitle(current.post, analysis.profile);
    fixes.push(replace(`Change title to ${quote(title)}`, shift(name.mention.title!.core, at), title));
  }
  let message: string;
  if (judgement.before) {
    const since = holder?.occupancy.start_date && holder.occupancy.start_date.precision !== 'open' ? `, since ${date(analysis, holder.occupancy.start_date)}` : '';
    const tenure = heldWords(analysis, judgement.occupancy, judgement.post, on);
    message = other && !known ? `${person.name} ${tenure} (${source}); the last ${office} that is recorded is ${other}${since}${lastKnown(analysis, holder!.occupancy)}.`
      : other ? `${when[0]!.toUpperCase()}${when.slice(1)} the ${office} is ${other}${since}; ${person.name} ${tenure} (${source}).` : `${person.name} ${tenure}, not ${when} (${source}).`;
    const before = name.mention.title!.position === 'before';
    const lead = shift(name.mention.title!.span, at).start;
    if (before) fixes.push(replace('Insert ‘former’', { start: lead, end: lead }, startsSentence(analysis, lead) ? 'Former ' : 'former '));
  } else {
    const start = judgement.occupancy.start_date ? ` in ${monthOf(date(analysis, judgement.occupancy.start_date))}` : '';
    message = `${person.name} became ${office}${start}, after ${on.explicit ? 'the day that is meant here' : 'this note’s date'}, ${when.replace(/^(?:on|in) /, '')}` + (other && known ? `; the office was then held by ${other}` : '') + ` (${source}).`;
  }
  return { span: titledSpan(name, at), mention: name.span, message, fixes, ...(judgement.unsure ? { severity: 'information' as const } : {}) };
}

function monthOf(words: string): string {
  return words.replace(/^\d{1,2} (?=[A-Z])/, '').replace(/^([A-Z]\w+\.?) \d{1,2}, /, '$1 ');
}

function startsSentence(analysis: Analysis, at: number): boolean {
  return /(?:^|[.!?]["”’)]?\s|\n\s*(?:(?:[-*+]|\d+\.)\s*)?)$/.test(analysis.document.addresses.slice(Math.max(0, at - 6), at));
}
