import type { Analysis } from '../../analysis/model';
import { calendar, type Day, type DayRange, daysInMonth, monthName, type PartialDate, writeDate, writeDay } from '../../base/edtf';
import type { Span } from '../../base/span';
import { lineReference } from '../../findings/finding';
import { carries } from '../../gazetteer/evidence';
import type { Id, Occupancy, RecordBase } from '../../gazetteer/model';

/** Words quoted as found: ‘Ryabov’. */
export function quote(text: string): string {
  return `‘${text}’`;
}

export function textOf(analysis: Analysis, span: Span): string {
  return analysis.document.addresses.slice(span.start, span.end).replace(/\s+/g, ' ');
}

/** The line of an address, as people count: filled in when the finding is shown, as lines change with every edit above. */
export function lineOf(_analysis: Analysis, address: number): string {
  return lineReference(address);
}

export function day(analysis: Analysis, value: Day): string {
  return writeDay(value, analysis.profile.dates);
}

export function date(analysis: Analysis, value: PartialDate): string {
  return writeDate(value, analysis.profile.dates);
}

/**
 * Whose record it is, in words: “TASS, 12 January 2022”. A source that carries no weight is not named: “record checked
 * in May 2026” says when it was read. Without a source it is the day the record was checked.
 */
export function recordOf(analysis: Analysis, sources: readonly Id[] | undefined, record: Pick<RecordBase, 'checked'>): string {
  return citedIn(analysis, sources) ?? `record checked ${date(analysis, record.checked)}`;
}

/** Whose record a term is: for what happened at its end, what states the end. */
export function termRecord(analysis: Analysis, term: Occupancy, of: 'start' | 'end' = 'start'): string {
  const cited = (of === 'end' ? citedIn(analysis, term.end_sources) : undefined) ?? citedIn(analysis, term.sources);
  if (cited !== undefined) return cited;
  return term.checked ? `record checked ${date(analysis, term.checked)}` : 'as recorded, without a source';
}

function citedIn(analysis: Analysis, ids: readonly Id[] | undefined): string | undefined {
  const sources = (ids ?? []).map(id => analysis.gazetteer.source(id)).filter(source => source !== undefined);
  const source = sources.find(carries);
  if (source) return source.date ? `${source.of ?? source.publisher}, ${date(analysis, source.date)}` : source.of ?? source.publisher;
  const read = sources.find(weak => weak.date !== undefined)?.date;
  if (!read) return undefined;
  const { year, month } = calendar(read.earliest);
  return read.precision === 'year' ? `record checked in ${year}` : `record checked in ${monthName(month)} ${year}`;
}

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** Writes a replacement in the letter case of what stands there: a cable in capitals stays one. */
export function likeCase(written: string, text: string): string {
  return written.length > 1 && written === written.toUpperCase() && written !== written.toLowerCase() ? text.toUpperCase() : text;
}

/** “(as known on 24 November 2026)”: what rests on an open-ended term is only known up to the newest thing read for it (spec 5.3). */
export function asKnown(analysis: Analysis, known: PartialDate | undefined): string {
  if (!known || known.precision === 'open') return '';
  return ` (as known ${known.precision === 'day' ? 'on' : 'in'} ${date(analysis, known)})`;
}

/** Until when an open term is known to have gone on. */
export function lastKnown(analysis: Analysis, term: Occupancy): string {
  return asKnown(analysis, term.checked ?? term.start_date);
}

/** “on 1 June 2024”, “in January 2019”, “in 2019”. */
export function onDays(analysis: Analysis, on: DayRange): string {
  if (on.first === on.last) return `on ${day(analysis, on.first)}`;
  if (on.first === -Infinity) return on.last === Infinity ? 'then' : `up to ${day(analysis, on.last)}`;
  if (on.last === Infinity) return `from ${day(analysis, on.first)} on`;
  const [first, last] = [calendar(on.first), calendar(on.last)];
  const whole = first.date === 1 && last.date === daysInMonth(last.year, last.month) && first.year === last.year;
  if (whole && first.month === last.month) return `in ${monthName(first.month)} ${first.year}`;
  if (whole && first.month === 1 && last.month === 12) return `in ${first.year}`;
  return `between ${day(analysis, on.first)} and ${day(analysis, on.last)}`;
}
