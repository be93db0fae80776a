import type { Analysis } from '../analysis/model';
import type { About } from '../analysis/when/clause-times';
import { type BlockTimes, clauseAt } from '../analysis/when/clause-times';
import { readTimes } from '../analysis/when/times';
import { type DayRange, writeDay } from '../base/edtf';
import { shift } from '../base/span';
import { onDays } from '../checks/wording/wording';
import type { Block } from '../document/model';
import type { BlockFacts, TimeMention } from '../recognize/model';
import type { CardRow, HoverCard } from './card';
import { dateCard } from './small-cards';

/** The card of a word of time: the days it means, what its sentence is judged by, and how far that goes on. */
export function timeCard(analysis: Analysis, offset: number): HoverCard | undefined {
  const block = analysis.document.blocks.find(b => b.span.start <= offset && offset < b.span.end);
  if (!block) return undefined;
  const facts = analysis.factsOf(block);
  const at = offset - block.span.start;
  const time = facts.times.find(t => t.span.start <= at && at < t.span.end);
  const date = time?.date ? analysis.dates.find(d => d.mention === time.date) : undefined;
  const card = date && dateCard(analysis, date);
  if (!time) return undefined;
  const times = readTimes(analysis).of(block);
  const clause = clauseAt(facts.clauses, time.span.start);
  const about = times.abouts[clause];
  if (!about) return card;
  const rows = rowsOf(analysis, facts, times, clause, about);
  if (card) return { ...card, rows };
  const footer = analysis.judging ? { footer: `by the date of this note, ${writeDay(analysis.judging.day, analysis.profile.dates)}` } : {};
  return { kind: 'date', span: shift(time.span, block.span.start), heading: headingOf(analysis, block, time, about), rows, ...footer };
}

function headingOf(analysis: Analysis, block: Block, time: TimeMention, about: About): string {
  const written = block.prose.slice(time.span.start, time.span.end);
  const range = time.kind === 'years' ? { first: time.first!, last: time.last! } : time.kind === 'ago' || (time.kind === 'now' && !/\bago$/.test(written)) ? about.said : undefined;
  const words = range && Number.isFinite(range.first) ? onDays(analysis, range).replace(/^(?:on|in) /, '') : written;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function rowsOf(analysis: Analysis, facts: BlockFacts, times: BlockTimes, clause: number, about: About): CardRow[] {
  const rows: CardRow[] = [{ label: 'Offices here', value: judgedBy(analysis, about) }];
  const sentence = facts.clauses[clause]?.sentence ?? 0;
  let last = sentence;
  for (let i = clause + 1; i < facts.clauses.length; i++) {
    const next = times.abouts[i];
    if (facts.clauses[i]!.sentence === sentence || facts.clauses[i]!.role !== 'main') continue;
    if (about.known !== 'stated' && about.known !== 'framed' || next?.known !== 'framed' || !same(next.said, times, facts, clause)) break;
    last = facts.clauses[i]!.sentence;
  }
  if (last > sentence) rows.push({ label: 'Goes on', value: last - sentence === 1 ? 'in the next sentence' : `in the next ${last - sentence} sentences` });
  return rows;
}

/** Whether a frame was set in the clause: a longer one tells of more than a time that it holds. */
function same(said: DayRange, times: BlockTimes, facts: BlockFacts, clause: number): boolean {
  const { sentence } = facts.clauses[clause]!;
  return facts.clauses.some((c, i) => c.sentence === sentence && times.abouts[i] !== undefined && times.abouts[i]!.said.first <= said.last && said.first <= times.abouts[i]!.said.last);
}

function judgedBy(analysis: Analysis, about: About): string {
  switch (about.known) {
    case 'stated':
    case 'framed': return `judged ${onDays(analysis, about.said)}`;
    case 'now': return `judged on the day of this note`;
    case 'past': return 'right if ever held before this note';
    case 'future':
    case 'open': return 'not judged';
  }
}
