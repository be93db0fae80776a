import type { DayRange } from '../../base/edtf';
import { once } from '../../base/once';
import { shift, type Span } from '../../base/span';
import { readTopDate } from '../../english/written-dates';
import type { Block } from '../../document/model';
import type { BlockFacts, DateMention } from '../../recognize/model';
import type { Ground, ResolvedDate } from '../model';
import { type BlockTimes, clauseTimes, type TimeContext } from './clause-times';
import { reignsIn } from './reigns';

/** When everything in the document is about: the days of its dates, and the time of each clause. */
export interface Times {
  readonly dates: readonly ResolvedDate[];
  of(block: Block): BlockTimes;
}

/** The days that a date means. */
export type DaysOf = (date: DateMention) => DayRange | undefined;

/** What stands before the words of a heading. */
const NUMBERED = /^[\s\d.):§#-]+/;
/** Headings over what was: the words that reports head their history with. */
const HISTORY = /^(?:(?:the |a |historical |political |recent |general |brief |short )*(?:background|history|context|chronology|time-?line|origins?|prehistory|legacy|looking back|lessons? (?:of|from) (?:the )?(?:past|history))\b|how (?:we|it|they) got (?:here|there)|where (?:we|it) (?:come|came) from|what happened\b|.*\bhistory\b|.*\b(?:a )?short history\b)/i;
/** Headings over what is. */
const PRESENT = /^(?:today|now|currently|(?:the )?(?:current|present) (?:situation|state|position|picture)|where (?:we|things) (?:are|stand)|state of play|latest|outlook|next steps)\b/i;

/** Headings over sources: what is cited is of its own day. */
const SOURCES = /^[\s\d.):§#-]*(?:(?:end|foot)?notes|references|bibliography|sources|works cited|further reading|literature|list of (?:interviews|interviewees|figures|tables|maps))\b/i;
/** What stands before the words of a picture, a figure or its source. */
const CAPTION = /^[\s\u2060*_]*(?:figure|fig|photo(?:graph)?|picture|image|map|chart|graph|exhibit|credit|source|caption)s?\.?(?:\s+[\dA-Z][\w.]{0,4}?)?(?:\s*\([^()]{0,30}\))?\s*[:.–—]/i;

interface HeadingTime { readonly level: number; readonly range?: DayRange; readonly history: boolean }

/** The times of all blocks, in order: what a block's clauses are about depends on the block and on its context alone. */
export function readTimes(ground: Ground): Times {
  const issued = issueDay(ground);
  const note = ground.judging && { first: ground.judging.first, last: ground.judging.last };
  const dates: ResolvedDate[] = [];
  const byBlock = new Map<Block, BlockTimes>();
  const headings: HeadingTime[] = [];
  let history = false;
  let pins: (DayRange | undefined)[] = [];
  const { derivations } = ground;
  for (const block of ground.document.blocks) {
    const facts = ground.factsOf(block);
    if (block.kind === 'heading') {
      while (headings.length > 0 && headings[headings.length - 1]!.level >= (block.level ?? 1)) headings.pop();
      history = false;
    }
    const above = headings[headings.length - 1];
    if (block.kind !== 'item') pins = [];
    const pinned = block.kind === 'item' ? itemDate(ground, block, facts, pins) : block.kind === 'cell' ? rowDate(ground, block) : undefined;
    const elsewhere = isCited(block);
    const context: TimeContext = {
      ...(issued !== undefined ? { issued } : {}), ...(note ? { note } : {}),
      ...(above?.range ? { heading: above.range } : {}), ...(pinned ? { pinned } : {}),
      history: elsewhere || (above?.history ?? false) || (history && block.kind !== 'cell' && block.kind !== 'heading'),
      present: speaksOfNow(block) && !elsewhere && !above?.range && !above?.history,
    };
    const times = derivations.keep('times', facts, context, () => timesOf(ground, block, facts, context));
    byBlock.set(block, times);
    if (facts.dates.length > 0) dates.push(...derivations.keep('dates', block, [times], () => datesOf(block, facts, times)));
    if (block.kind === 'heading') headings.push(derivations.keep('heading', facts, [times], () => headingTime(block, facts, times)));
    else if (block.kind !== 'cell' && !elsewhere && facts.clauses.length > 0) history = times.history;
  }
  return { dates, of: block => byBlock.get(block) ?? NO_TIMES };
}

function datesOf(block: Block, facts: BlockFacts, times: BlockTimes): readonly ResolvedDate[] {
  return facts.dates.map((mention, i) => {
    const range = times.dates[i];
    return { mention, span: shift(mention.span, block.span.start), block, quoted: mention.quoted, ...(range ? { range } : {}) };
  });
}

const NO_TIMES: BlockTimes = { abouts: [], dates: [], history: false };

function timesOf(ground: Ground, block: Block, facts: BlockFacts, context: TimeContext): BlockTimes {
  const events = facts.events.flatMap(({ span, events: ids }) => {
    const event = ids.length === 1 ? ground.gazetteer.event(ids[0]!) : undefined;
    const last = event && (event.end_date?.latest ?? event.date.latest);
    return event && last! < (context.note?.first ?? -Infinity) ? [{ span, first: event.date.earliest, last: last! }] : [];
  });
  return clauseTimes(facts, reignsIn(block.prose, facts, ground.gazetteer), events, context);
}

/** The day of issue, by which relative dates are resolved: `date` before `as-of`. */
function issueDay(ground: Ground): number | undefined {
  const issued = readTopDate(ground.document.frontMatter?.entries.get('date')?.value);
  return issued && issued.precision === 'day' ? issued.earliest : ground.judging?.day;
}

/** What a heading says of the time of all below it. */
function headingTime(block: Block, facts: BlockFacts, times: BlockTimes): HeadingTime {
  const level = block.level ?? 1;
  const words = block.prose.replace(/\u2060/g, '').replace(NUMBERED, '');
  if (PRESENT.test(words)) return { level, history: false };
  const range = writtenTime(facts, times);
  return { level, ...(range ? { range } : {}), history: HISTORY.test(words) || SOURCES.test(words) };
}

/** The one time that a heading, a cell or the head of an item gives: with its year, or a span of years. */
function writtenTime(facts: BlockFacts, times: BlockTimes, within?: Span): DayRange | undefined {
  const ranges = facts.times.filter(t => !within || (within.start <= t.span.start && t.span.end <= within.end)).flatMap(t => {
    if (t.kind === 'years') return [{ first: t.first!, last: t.last! }];
    const range = t.date && t.date.year !== undefined ? times.dates[facts.dates.indexOf(t.date)] : undefined;
    return range ? [range] : [];
  });
  if (ranges.length === 0) return undefined;
  return { first: Math.min(...ranges.map(r => r.first)), last: Math.max(...ranges.map(r => r.last)) };
}

/** “2011: Tusk chairs …”: the date at the head of a list item, or that of the item it belongs to. */
function itemDate(ground: Ground, block: Block, facts: BlockFacts, pins: (DayRange | undefined)[]): DayRange | undefined {
  const depth = block.item?.depth ?? 0;
  pins.length = Math.min(pins.length, depth);
  pins[depth] = ground.derivations.keep('head of item', facts, undefined, () => headDate(block, facts)) ?? pins[depth - 1];
  return pins[depth];
}

function headDate(block: Block, facts: BlockFacts): DayRange | undefined {
  const head = /^[\s\u2060*_]*(?![\s\u2060*_])([^:–—,.;]{3,40}?)[\s\u2060*_]*(?:[:,.;]|–|—|\s-\s|\))/.exec(block.prose);
  const first = facts.times[0];
  const leads = head !== null && first !== undefined && /^[\s\u2060*_(]*(?:in|on)?\s*$/i.test(block.prose.slice(0, first.span.start));
  return leads ? writtenTime(facts, datesAlone(facts), { start: 0, end: head[0].length }) : undefined;
}

/** The one time that the other cells of a table row give: “| 14 July 2015 | Secretary of State John Kerry | signs |”. */
function rowDate(ground: Ground, block: Block): DayRange | undefined {
  const { cell } = block;
  if (!cell || cell.row === 0) return undefined;
  const found: DayRange[] = [];
  for (const other of cell.table.rows[cell.row] ?? []) {
    const facts = ground.factsOf(other);
    if (other === block || facts.times.length === 0) continue;
    const range = writtenTime(facts, datesAlone(facts));
    if (range) found.push(range);
  }
  return found.length > 0 && found.every(r => r.first <= found[0]!.last && found[0]!.first <= r.last) ? found[0] : undefined;
}

/** Written dates as they are, without a story around them. */
const datesAlone = once((facts: BlockFacts) => clauseTimes({ ...facts, clauses: [] }, [], [], { history: false, present: false }));

/** Captions and footnotes cite: what has no verb there is of its own day. */
function isCited(block: Block): boolean {
  return block.kind === 'alt' || block.kind === 'footnote' || (block.kind === 'paragraph' && CAPTION.test(block.prose));
}

/** Headings, cast lists, tables and key points speak of the note's own day. */
function speaksOfNow({ kind, section }: Block): boolean {
  return kind === 'heading' || kind === 'cell' || section.kind === 'participants' || section.kind === 'summary';
}
