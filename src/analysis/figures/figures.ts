import type { DayRange } from '../../base/edtf';
import { shift } from '../../base/span';
import type { Block } from '../../document/model';
import type { Id } from '../../gazetteer/model';
import type { DateMention, FigureMention } from '../../recognize/model';
import { compareFigures } from '../../recognize/figures/numbers';
import { isTotal } from '../../recognize/figures/total-words';
import { pairFigures } from './figures-pairs';
import { citedIn, generalAttribution, sourceLine } from './figures-sources';
import { tableFigures } from './figures-tables';
import type { FigurePair, Ground, ResolvedFigure } from '../model';
import { aboutFigure } from '../when/about';
import type { About, BlockTimes } from '../when/clause-times';
import type { DaysOf, Times } from '../when/times';

/** Sections whose numbers are no figures of the text. */
const LEFT_OUT = new Set(['sources', 'abbreviations']);

/** The figures of a document with their keys, and the pairs that do not fit (spec 4.2). In document order. */
export function resolveFigures(ground: Ground, times: Times): { figures: ResolvedFigure[]; pairs: FigurePair[] } {
  const ranges = new Map<DateMention, DayRange>();
  for (const date of times.dates) if (date.range) ranges.set(date.mention, date.range);
  const dated = { days: (date: DateMention) => ranges.get(date) };
  const speakers = speakersOf(ground);
  const found: ResolvedFigure[] = [];
  ground.document.blocks.forEach((block, index) => {
    const facts = ground.factsOf(block);
    if (block.kind === 'alt' || LEFT_OUT.has(block.section.kind)) return;
    if (block.kind === 'cell') {
      found.push(...ground.derivations.derive('figures of a cell', block, undefined, dated, asked => tableFigures(ground, block, asked.days)));
      return;
    }
    if (facts.figures.length === 0) return;
    const speaker = speakers[index];
    const whole = citedIn(ground, block, index) || sourceLine(ground, index) !== undefined;
    const when = times.of(block);
    found.push(...ground.derivations.derive('figures', block, [when, speaker, whole], dated, asked => blockFigures(ground, block, facts.figures, asked.days, when, speaker, whole)));
  });
  const placed = placeBorders(found);
  const summary = (f: ResolvedFigure): boolean => f.block.section.kind === 'summary';
  const figures = vouch(ground, placed, summary);
  return { figures, pairs: pairFigures(ground, figures, dated.days).filter(pair => !partAndTotal(pair)) };
}

/** “Kenya sent 800 troops, Benin 300, for a total of 1,100 troops”: what is less, before the total in its sentence, is a part of it. */
function partAndTotal({ first, second }: FigurePair): boolean {
  if (first.block !== second.block || first.mention.value >= second.mention.value) return false;
  const { prose, sentences } = second.block;
  return sentences.some(s => s.start <= first.mention.span.start && second.mention.span.end <= s.end) && isTotal(prose, second.mention.number);
}

/** The speaker of each block’s turn, where the document is a transcript. */
function speakersOf(ground: Ground): (string | undefined)[] {
  const { blocks } = ground.document;
  if (blocks.filter(b => b.speaker).length < 2) return blocks.map(b => b.speaker?.label);
  let current: string | undefined;
  return blocks.map(block => {
    if (block.kind === 'heading' || block.kind === 'cell') current = undefined;
    if (block.speaker) current = block.speaker.label;
    return current;
  });
}

function blockFigures(
  ground: Ground, block: Block, mentions: readonly FigureMention[], ranges: DaysOf,
  times: BlockTimes, speaker: string | undefined, whole: boolean,
): ResolvedFigure[] {
  const general = speaker ?? generalAttribution(block);
  const judging = ground.judging;
  const sole = soleForce(mentions);
  return mentions.map(mention => {
    const clause = aboutFigure(ground.factsOf(block), times, mention.number);
    const written = dayRange(mention, ranges, judging);
    const told = clause && ownDays(clause, judging);
    // of two dates in one clause the nearer one is the figure's: “11,700 in 2014, 9,900 in 2024”
    const asOf = mention.when === undefined && mention.asOf === undefined ? told : (written && told && clause.known === 'stated' ? told : written);
    const force = mention.force?.id ?? sole;
    const source = mention.source ?? (mention.quoted ? speaker : general);
    return {
      mention: onTheDay(mention, asOf, ground),
      span: shift(mention.span, block.span.start),
      block,
      quoted: mention.quoted || block.quoted,
      ...(force !== undefined ? { force } : {}),
      ...(mention.scope !== undefined ? { scope: mention.scope } : {}),
      ...(asOf ? { asOf } : {}),
      ...(!asOf && clause ? pastOf(clause) : {}),
      inherited: mention.force ? !mention.force.explicit : force !== undefined,
      ...(source !== undefined ? { source } : {}),
      attributed: mention.source !== undefined || mention.quoted || block.quoted || speaker !== undefined || general !== undefined || whole,
      vouched: false,
      tabular: false,
    };
  });
}

/** The one force that a paragraph’s figures name: its other figures speak of it too. */
function soleForce(mentions: readonly FigureMention[]): Id | undefined {
  const forces = new Set<Id>();
  for (const m of mentions) if (m.force) forces.add(m.force.id);
  return forces.size === 1 ? [...forces][0] : undefined;
}

/** The days a figure is said for; the document’s own day is no date of its own. */
function dayRange(mention: FigureMention, ranges: DaysOf, judging: Ground['judging']): DayRange | undefined {
  const range = mention.when ? ranges(mention.when) ?? mention.asOf : mention.asOf;
  if (!range || !Number.isFinite(range.first) || !Number.isFinite(range.last)) return undefined;
  if (judging && range.first <= judging.day && judging.day <= range.last) return undefined;
  return { first: range.first, last: range.last };
}

/** The days of the clause that a figure stands in, where it states them or goes on from such; the note's own are none. */
function ownDays(clause: About, judging: Ground['judging']): DayRange | undefined {
  if (clause.known !== 'stated' && clause.known !== 'framed') return undefined;
  const { first, last } = clause.said;
  if (!Number.isFinite(first) || !Number.isFinite(last) || (judging && first <= judging.day && judging.day <= last)) return undefined;
  return { first, last };
}

/** Told of some time before the note: in a story that has no date, or in one whose date no record has. */
function pastOf({ known, plain, said }: About): Pick<ResolvedFigure, 'past'> {
  if ((known === 'stated' || known === 'framed') && said.first === -Infinity) return { past: 'unknown' };
  return known === 'past' && !plain ? { past: 'undated' } : {};
}

/** “In January”, said in January, is no past: the month is the document’s own. */
function onTheDay(mention: FigureMention, asOf: DayRange | undefined, ground: Ground): FigureMention {
  if (mention.status !== 'past' || asOf || mention.when?.kind !== 'month' || !ground.judging || mention.when.year !== undefined) return mention;
  return { ...mention, status: 'actual' };
}

/** “Along the border”, with no state named beside it, is the one border that the document’s figures speak of. */
function placeBorders(figures: readonly ResolvedFigure[]): ResolvedFigure[] {
  const near = new Set<string>();
  for (const f of figures) if (f.scope !== undefined && f.scope !== 'place:near border' && /(?:^place:near |border$)/.test(f.scope)) near.add(f.scope);
  if (near.size !== 1) return [...figures];
  const only = [...near][0]!;
  return figures.map(f => (f.scope === 'place:near border' ? { ...f, scope: only, inherited: true } : f));
}

const MANY = 60;

/** Marks figures that a compatible, attributed figure of the same unit, force and place stands for. */
/** “The 12,000 Russian troops in …” takes up a figure given before. */
const ANAPHORIC = /^(?:the|these|those|the same|such)\b/i;

function vouch(ground: Ground, figures: readonly ResolvedFigure[], summary: (figure: ResolvedFigure) => boolean): ResolvedFigure[] {
  const sourced = new Map<string, ResolvedFigure[]>();
  for (const f of figures) {
    if (!f.attributed) continue;
    const list = sourced.get(f.mention.unit) ?? [];
    if (list.length < MANY && !list.some(o => sameFigure(o, f))) list.push(f);
    sourced.set(f.mention.unit, list);
  }
  return figures.map(f => {
    if (f.attributed) return f;
    const list = sourced.get(f.mention.unit);
    return list ? ground.derivations.keep('vouched', f, list, () => vouchedBy(list, f, summary(f))) : f;
  });
}

function vouchedBy(list: readonly ResolvedFigure[], f: ResolvedFigure, summary: boolean): ResolvedFigure {
  // A summary leaves source and date to the body
  const again = ANAPHORIC.test(f.mention.surface) || summary;
  const vouched = list.some(o => (again && o.force !== undefined && o.force === f.force && o.scope !== undefined && o.scope === f.scope && o.mention.value === f.mention.value && o.mention.component === f.mention.component)
    || (o.mention.kind ?? '') === (f.mention.kind ?? '') && agree(o.force, f.force) && agree(o.scope, f.scope) && (o.block === f.block || sameDays(o.asOf, f.asOf)) && compareFigures(o.mention, f.mention) === 'compatible');
  return vouched ? { ...f, vouched } : f;
}

/** Both of the document's day, or of days that touch. */
function sameDays(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.first <= b.last && b.first <= a.last;
}

const agree = (a: string | undefined, b: string | undefined): boolean => a === undefined || b === undefined || a === b;

function sameFigure(a: ResolvedFigure, b: ResolvedFigure): boolean {
  return a.force === b.force && a.scope === b.scope && a.mention.implied.low === b.mention.implied.low && a.mention.implied.high === b.mention.implied.high;
}
