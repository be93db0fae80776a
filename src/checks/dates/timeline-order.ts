import type { Analysis, ResolvedDate } from '../../analysis/model';
import { calendar, type Day, type DayRange, dayOf, daysInMonth, monthName } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Block, Document, List, Section } from '../../document/model';
import type { Edit } from '../../findings/finding';
import { edits } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';

/** A date that begins within so many characters of the item is the item's own. */
const LEAD = 40;

/** “Annex B: timeline”, “Table 2. Chronology of the crisis”. */
const ANNEXED = /^(?:annex|appendix|table|tab|attachment|enclosure|box)\s+\S{1,4}?[\s.:–—-]+(?:timeline|chronology)\b/i;

interface Entry {
  readonly date: ResolvedDate;
  readonly days: DayRange;
  /** Whole lines of the entry, with what is nested below it; none where they cannot be moved. */
  readonly lines: Span;
}

interface Row {
  readonly date: ResolvedDate;
  readonly lines: Span;
}

/** A timeline whose dates go neither up nor down. */
export const timelineOrder = defineCheck({
  id: 'timeline-order',
  group: 'dates',
  title: 'Timeline out of order',
  severity: 'information',
  inSources: true,
  options: { headings: [] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    const more = options.headings.map(h => h.toLowerCase());
    const wanted = (s: Section): boolean => s.kind === 'timeline' || ANNEXED.test(s.title) || more.some(h => s.title.toLowerCase().startsWith(h));
    const labelled = labelledLists(analysis);
    if (labelled.size === 0 && !analysis.document.blocks.some(b => b.kind === 'heading' && wanted(b.section))) return;
    for (const { rows, complete } of sequences(analysis, wanted, labelled)) {
      const report = ordered(analysis, dated(rows, analysis.judging?.day), complete);
      if (report) yield report;
    }
  },
});

/** “Timeline:” or a line in bold before a list, where no heading says so. */
const LABEL = /^[\s\u2060*_]*(?:timeline|chronology)\b(?: of [^.:;]{1,50})?(?:[\s\u2060*_]*:)?[\s\u2060*_]*$/iu;

function labelledLists({ document: { blocks } }: Analysis): ReadonlySet<List> {
  const lists = new Set<List>();
  blocks.forEach((block, i) => {
    const before = blocks[i - 1];
    if (block.item && before && !before.item && before.kind === 'paragraph' && LABEL.test(before.prose)) lists.add(block.item.list);
  });
  return lists;
}

/** Lists and tables of the wanted sections, as rows with a date at their head. */
function* sequences(analysis: Analysis, wanted: (section: Section) => boolean, labelled: ReadonlySet<List>): Iterable<{ rows: Row[]; complete: boolean }> {
  const { document } = analysis;
  const firstDate = new Map<Block, ResolvedDate>();
  for (const date of analysis.dates) {
    if (!firstDate.has(date.block) && date.mention.kind !== 'weekday' && date.mention.kind !== 'relative' && date.mention.span.start < LEAD) firstDate.set(date.block, date);
  }
  const groups = new Map<List, Block[]>();
  for (const block of document.blocks) {
    if (!block.item || !(wanted(block.section) || labelled.has(block.item.list)) || block.item.list.depth !== 0) continue;
    const there = groups.get(block.item.list);
    if (there) there.push(block);
    else groups.set(block.item.list, [block]);
  }
  for (const [list, blocks] of groups) {
    const { span, ordered: numbered, items } = list;
    const starts = blocks.map(block => lineOfText(document, block.span.start).start);
    const rows: Row[] = [];
    blocks.forEach((block, n) => {
      const date = firstDate.get(block);
      if (date) rows.push({ date, lines: { start: starts[n]!, end: starts[n + 1] ?? span.end } });
    });
    yield { rows, complete: !numbered && rows.length === items && blocks.length === items };
  }
  for (const table of document.tables) {
    const cells = table.rows.slice(1).map(row => row.find(block => block.cell?.column === 0));
    const first = cells.find(cell => cell !== undefined);
    if (first === undefined || !wanted(first.section)) continue;
    const rows: Row[] = [];
    for (const cell of cells) {
      const date = cell === undefined ? undefined : firstDate.get(cell);
      if (date) rows.push({ date, lines: lineOfText(document, date.span.start) });
    }
    yield { rows, complete: false };
  }
}

/** The whole line that an address stands on, without its line break. */
function lineOfText({ addresses, lines }: Document, address: number): Span {
  const line = lines.lineAt(addresses.offsetOf(address));
  const start = lines.startOf(line);
  return { start: addresses.addressOf(start), end: addresses.addressOf(start + lines.textOf(line).length) };
}

/**
 * The days of each row. A year that is left out is the one of the row before, and the next one after December.
 * Where no row has a year, a date that the note's own year has had by its day is not taken for one of the year before.
 */
function dated(rows: readonly Row[], note: Day | undefined): Entry[] {
  const entries: Entry[] = [];
  let last: { year: number; month: number } | undefined;
  const anyYear = rows.find(r => r.date.mention.year !== undefined);
  for (const row of rows) {
    const { mention, range } = row.date;
    if (mention.year !== undefined || mention.month === undefined) {
      if (!range) continue;
      entries.push({ ...row, days: range });
      const { year, month } = calendar(range.first);
      last = { year, month };
      continue;
    }
    const had = (y: number): boolean => anyYear === undefined && note !== undefined && dayOf(y, mention.month!, mention.date ?? 1) <= note;
    const own = note === undefined ? undefined : calendar(note).year;
    let year = last?.year ?? anyYear?.date.mention.year ?? (own !== undefined && had(own) ? own : range ? calendar(range.first).year : 2000);
    if (last && last.month - mention.month >= 6) year++;
    else if (last && mention.month - last.month >= 6 && entries.length > 0 && !had(year)) year--;
    const first = dayOf(year, mention.month, mention.date ?? 1);
    entries.push({ ...row, days: { first, last: mention.date === undefined ? dayOf(year, mention.month, daysInMonth(year, mention.month)) : first } });
    last = { year, month: mention.month };
  }
  return entries;
}

function ordered(analysis: Analysis, entries: readonly Entry[], complete: boolean): Report | undefined {
  const falls = entries.filter((e, i) => i > 0 && entries[i - 1]!.days.first > e.days.last).length;
  const rises = entries.filter((e, i) => i > 0 && entries[i - 1]!.days.last < e.days.first).length;
  if (falls === 0 || rises === 0) return undefined;
  const up = rises >= falls;
  const at = entries.findIndex((e, i) => i > 0 && (up ? entries[i - 1]!.days.first > e.days.last : entries[i - 1]!.days.last < e.days.first));
  const before = entries[at - 1]!;
  const after = entries[at]!;
  return {
    span: before.date.span,
    message: `${short(before, after)} comes before ${short(after, before)} in this timeline, which otherwise runs ${up ? 'from the earliest to the latest' : 'from the latest to the earliest'}.`,
    related: [{ span: after.date.span, message: 'Follows it here' }],
    fixes: complete ? sorted(analysis, entries, up) : [],
  };
}

function short(entry: Entry, other: Entry): string {
  const { year, month, date } = calendar(entry.days.first);
  const one = entry.days.first === entry.days.last ? `${date} ${monthName(month)}` : monthName(month);
  return calendar(other.days.first).year === year ? one : `${one} ${year}`;
}

function sorted(analysis: Analysis, entries: readonly Entry[], up: boolean): ReturnType<typeof edits>[] {
  const { addresses } = analysis.document;
  const order = entries.map((_, i) => i).sort((a, b) => (up ? 1 : -1) * (entries[a]!.days.first - entries[b]!.days.first) || a - b);
  const changes: Edit[] = [];
  entries.forEach((entry, i) => {
    const moved = entries[order[i]!]!;
    const was = addresses.slice(entry.lines.start, entry.lines.end);
    const words = addresses.slice(moved.lines.start, moved.lines.end).trimEnd() + was.slice(was.trimEnd().length);
    if (words !== was) changes.push({ span: entry.lines, text: words });
  });
  return changes.length > 0 ? [edits('Sort the timeline', changes)] : [];
}
