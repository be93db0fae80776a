import type { Analysis, ResolvedName } from '../../analysis/model';
import { certainRange, held, officesOf, openEnded, possibleRange, postsMeant, touches } from '../../analysis/records/offices';
import { KNOWN_FROM } from '../../analysis/who/never';
import { officeWords } from '../../analysis/who/references';
import { calendar, dayOf } from '../../base/edtf';
import { meet, interval } from '../../base/interval';
import { shift } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import type { Occupancy, Post } from '../../gazetteer/model';
import type { TenureMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { nameFacts } from '../names/mentions';
import { date, quote, termRecord, textOf } from '../wording/wording';

interface Holding {
  readonly post: Post;
  readonly occupancy: Occupancy;
}

/** The first year of which the records mean to have all terms of a person. */
const KNOWN_YEAR = calendar(KNOWN_FROM).year;
const YEAR_DAYS = 365.25;

/** A beginning or a length of office that the record of the occupancy contradicts. */
export const officeSince = defineCheck({
  id: 'office-since',
  group: 'offices',
  title: 'Beginning or length of an office',
  severity: 'warning',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const { mention, name, block } of nameFacts(analysis, 'tenures')) {
      const holdings = holdingsMeant(analysis, name, mention);
      if (holdings.length === 0 || holdings.some(h => !recorded(h))) continue;
      const elected = /\b(?:re-?)?elected\s+(?:as\s+)?(?:the\s+)?$/i.test(analysis.document.addresses.slice(block.span.start + Math.max(0, mention.span.start - 20), block.span.start + mention.span.start));
      // who is elected in one year may take office in the next
      const stands = mention.year !== undefined ? holdings.some(h => startsIn(h, mention.year!) || (elected && startsIn(h, mention.year! + 1))) : lasted(name, mention, holdings);
      if (stands || (mention.year !== undefined && before(analysis, name, mention.year, holdings))) continue;
      yield report(analysis, name, mention, holdings, block.span.start);
    }
  },
});

/** The occupancies that the words can mean: those of the title beside the name, or, for “in office”, those of the day. */
function holdingsMeant(analysis: Analysis, name: ResolvedName, mention: TenureMention): readonly Holding[] {
  const all = mention.title
    ? held(name.person!, postsMeant(mention.title, analysis.gazetteer))
    : officesOf(name.person!, analysis.gazetteer, name.on);
  return all.filter(h => h.occupancy.status !== 'designate');
}

/** A start that is not known contradicts nothing. */
function recorded({ occupancy }: Holding): boolean {
  return occupancy.start_date !== undefined && occupancy.start_date.precision !== 'open';
}

/** Years by which a record of low confidence may be off. */
function doubt({ occupancy }: Holding): number {
  return occupancy.confidence === 'low' ? 1 : 0;
}

/** A year that the records need not reach: there may have been a term before the first one, unless it was somebody else's. */
function before(analysis: Analysis, name: ResolvedName, year: number, holdings: readonly Holding[]): boolean {
  if (year >= KNOWN_YEAR || holdings.some(h => calendar(h.occupancy.start_date!.earliest).year <= year)) return false;
  const days = { first: dayOf(year, 12, 31), last: dayOf(year, 12, 31) };
  return !holdings.some(h => analysis.gazetteer.holders(h.post.id).some(o => o.person.id !== name.person!.id && touches(possibleRange(o.occupancy), days)));
}

function startsIn(holding: Holding, year: number): boolean {
  const { earliest, latest } = holding.occupancy.start_date!;
  return calendar(earliest).year - doubt(holding) <= year && year <= calendar(latest).year + doubt(holding);
}

/** Whether one of the occupancies, or all of them together, can have lasted as long by the day; true where no day is known. */
function lasted(name: ResolvedName, mention: TenureMention, holdings: readonly Holding[]): boolean {
  const on = name.on;
  if (!on || !mention.years) return true;
  const slack = (mention.rounding === 10 ? 3 : 1) + Math.max(...holdings.map(doubt));
  const written = interval(mention.years.low - slack, mention.years.high + slack);
  let shortest = 0;
  let longest = 0;
  for (const { occupancy } of holdings) {
    const possible = possibleRange(occupancy);
    const certain = certainRange(occupancy);
    // an open end is known only up to the day of the note
    const most = (Math.min(possible.last, on.last) - possible.first) / YEAR_DAYS;
    const least = Math.max(0, (Math.min(certain.last, on.first) - certain.first) / YEAR_DAYS);
    if (most < 0) continue;
    if (meet(written, interval(least, most))) return true;
    shortest += least;
    longest += most;
  }
  return longest === 0 || meet(written, interval(shortest, longest));
}

function report(analysis: Analysis, name: ResolvedName, mention: TenureMention, holdings: readonly Holding[], at: number): Report {
  const person = name.person!;
  const on = name.on;
  const begun = holdings.filter(h => !on || h.occupancy.start_date!.earliest <= on.last);
  const pick = begun[begun.length - 1] ?? holdings[0]!;
  const office = officeWords(pick.post, analysis.gazetteer, analysis.profile);
  const start = date(analysis, pick.occupancy.start_date!);
  const ended = !openEnded(pick.occupancy) && (!on || pick.occupancy.end_date!.latest < on.first);
  const tenure = ended ? `was ${office} from ${start} to ${date(analysis, pick.occupancy.end_date!)}` : begun.length > 0 ? `has been ${office} since ${start}` : `became ${office} only on ${start}`;
  const phrase = shift(mention.phrase, at);
  const written = textOf(analysis, phrase);
  const fixes: Fix[] = [];
  const first = calendar(pick.occupancy.start_date!.earliest).year;
  if (first === calendar(pick.occupancy.start_date!.latest).year && !(ended && mention.year === undefined)) {
    const joint = /^(?:in|on)\b/.test(written) ? 'in' : 'since';
    fixes.push(replace(`Change to ${quote(`${joint} ${first}`)}`, phrase, `${joint} ${first}`));
  }
  return {
    span: shift(mention.span, at),
    message: `${quote(written)}: ${person.name} ${tenure} (${termRecord(analysis, pick.occupancy)}).`,
    fixes,
  };
}
