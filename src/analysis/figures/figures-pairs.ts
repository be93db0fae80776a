import { append } from '../../base/append';
import type { DayRange } from '../../base/edtf';
import { once } from '../../base/once';
import type { Block } from '../../document/model';
import type { FigureMention } from '../../recognize/model';
import { sentenceIndexAt } from '../../english/sentence-index';
import { compareFigures } from '../../recognize/figures/numbers';
import { slipBetween } from './slips';
import { evidenceFor, type Placed, type Shown } from './evidence';
import { sameSource } from './figures-sources';
import { tablePairs } from './table-pairs';
import type { FigurePair, Ground, ResolvedFigure } from '../model';
import type { DaysOf } from '../when/times';

/** How many different figures of one unit a figure is compared with: keeps a document of thousands of figures linear. */
const MANY = 48;
/** Findings per key (spec 4.2). */
const PER_KEY = 3;

/**
 * The pairs of figures of one key that do not fit (spec 4.2). The first different figures of a unit stand for all that
 * say the same; a figure is reported once, against the first that it does not fit.
 */
export function pairFigures(ground: Ground, figures: readonly ResolvedFigure[], daysOf: DaysOf): FigurePair[] {
  const order = new Map(ground.document.blocks.map((block, i) => [block, i]));
  const at = (figure: ResolvedFigure): Placed | undefined => placedOf(figure, order.get(figure.block) ?? 0);
  const kept = keyedPairs(ground, figures.filter(f => f.mention.noun === undefined || isForce(f)))
    .filter(({ first, second, slip }) => !oneSentence(first, second) && !unplaced(first, second, slip) && !neverOne(at(first), at(second)));
  const tables = tablePairs(ground, figures, daysOf).filter(({ second }) => !kept.some(pair => (pair.first.tabular || pair.second.tabular) && (pair.first === second || pair.second === second)));
  const beside = new Set(tables.map(pair => pair.second));
  const rest = kept.filter(pair => !beside.has(pair.second));
  const reported = new Set([...rest, ...tables].map(pair => pair.second));
  return [...rest, ...tables, ...shownPairs(ground, figures, order, reported)].sort((a, b) => a.second.span.start - b.second.span.start);
}

/** Figures of forces have keys of their own: unit, component, side, place (spec 4.2). */
function isForce({ mention }: ResolvedFigure): boolean {
  return !mention.unit.includes(':');
}

function placedOf(figure: ResolvedFigure, order: number): Placed | undefined {
  const { noun, span } = figure.mention;
  if (!noun || figure.tabular) return undefined;
  const { block } = figure;
  const summary = block.kind === 'heading' || block.section.kind === 'summary';
  return { figure, noun, sentence: sentenceIndexAt(block.sentences, span.start), order, summary };
}

function oneSentence(a: ResolvedFigure, b: ResolvedFigure): boolean {
  if (a.block !== b.block || a.tabular || b.tabular) return false;
  const { sentences } = a.block;
  return sentenceIndexAt(sentences, a.mention.span.start) === sentenceIndexAt(sentences, b.mention.span.start);
}

/** Of nobody and nowhere: “a fleet of nine ships … seven ships are at sea” are held together only by what the text shows. */
function unplaced(a: ResolvedFigure, b: ResolvedFigure, slip: FigurePair['slip']): boolean {
  const nowhere = (f: ResolvedFigure): boolean => f.force === undefined && f.scope === undefined && f.mention.unit !== 'personnel';
  return slip === undefined && nowhere(a) && nowhere(b);
}

/** What tells two figures of one key apart all the same: one sentence, other times, one for each, a limit, a possibility. */
function neverOne(a: Placed | undefined, b: Placed | undefined): boolean {
  if (!a || !b) return false;
  const [x, y] = [a.noun, b.noun];
  if (x.each || y.each || x.option || y.option || x.limit !== y.limit) return true;
  return x.times.length > 0 && y.times.length > 0 && !x.times.some(time => y.times.includes(time));
}

/** Pairs of one key that the text itself shows to be of one thing; kept while the figures of the key stay as they are. */
function shownPairs(ground: Ground, figures: readonly ResolvedFigure[], order: ReadonlyMap<Block, number>, reported: ReadonlySet<ResolvedFigure>): FigurePair[] {
  const groups = new Map<string, ResolvedFigure[]>();
  const before = new Map<ResolvedFigure, ResolvedFigure>();
  let people: ResolvedFigure | undefined;
  for (const figure of figures) {
    const { noun } = figure.mention;
    if (!noun || figure.tabular) continue;
    // “4.2 million people have left … of the 2.4 million refugees”: another word for the people
    if (people && noun.people && noun.definite && !groups.has(noun.key)) before.set(figure, people);
    if (noun.people) people = figure;
    append(groups, noun.key, figure);
  }
  const orderOf = (figure: ResolvedFigure): number => order.get(figure.block) ?? 0;
  return [...groups.values()].flatMap(group => {
    const first = before.get(group[0]!);
    if (group.length === 1 && !first) return [];
    const all = first ? [first, ...group] : group;
    const told = group.filter(figure => reported.has(figure));
    return ground.derivations.keep('figures shown to be one', group[0]!, [all, all.map(orderOf), told], () => {
      const placed = group.map(figure => placedOf(figure, orderOf(figure))!);
      return pairsOfKey(placed, first && placedOf(first, orderOf(first)), reported);
    });
  });
}

/** At most `PER_KEY` for each key. `before`: people whom the first of them may be, by another word. */
function pairsOfKey(placed: readonly Placed[], before: Placed | undefined, reported: ReadonlySet<ResolvedFigure>): FigurePair[] {
  const others: Placed[] = [];
  const pairs: FigurePair[] = [];
  for (const later of placed) {
    const told = pairs.length >= PER_KEY || reported.has(later.figure);
    const pair = told ? undefined : shownPair(others, later) ?? (others.length === 0 && before ? shownPair([before], later) : undefined);
    if (pair) pairs.push(pair);
    others.push(later);
    if (others.length > MANY) others.shift();
  }
  return pairs;
}

function shownPair(others: readonly Placed[], later: Placed): FigurePair | undefined {
  let found: FigurePair | undefined;
  for (let i = others.length - 1; i >= 0; i--) {
    const earlier = others[i]!;
    const result = compareFigures(earlier.figure.mention, later.figure.mention);
    // Its number is there already: what differs is another thing
    if (result === 'compatible' && !later.figure.mention.vague && !earlier.figure.mention.vague) return undefined;
    if (found || result === 'compatible') continue;
    const shown = evidenceFor(earlier, later, i === others.length - 1, others.length === 1);
    if (!shown) continue;
    const hedged = result === 'loose' && shown.slip === 'transposed' && shown.evidence === 'taken-up';
    if (!hedged && result === 'loose' && far(earlier, later)) continue;
    if (!hedged && result === 'loose' && !sameSource(earlier.figure.source, later.figure.source)) continue;
    // “at least 137 people … the 173 dead”: the hedge would allow it, the digits tell
    found = pairOf(earlier, later, hedged ? 'conflict' : result, shown);
  }
  return found;
}

/** “Dozens” and 900,000: too far to be one thing said vaguely. */
function far({ figure: a }: Placed, { figure: b }: Placed): boolean {
  const [small, large] = [a.mention.value, b.mention.value].sort((p, q) => p - q) as [number, number];
  return large > 40 * small;
}

function pairOf(a: Placed, b: Placed, result: 'loose' | 'conflict', shown: Shown): FigurePair {
  return {
    first: a.figure, second: b.figure, result, wildcards: 0, sameSource: sameSource(a.figure.source, b.figure.source), evidence: shown.evidence, open: b.noun.open,
    ...(shown.slip && result === 'conflict' ? { slip: shown.slip } : {}),
  };
}

/** Pairs of figures whose keys agree; kept while the figures of a group stay as they are. */
function keyedPairs(ground: Ground, figures: readonly ResolvedFigure[]): FigurePair[] {
  const forces = new Set(figures.map(f => f.force).filter(f => f !== undefined));
  const groups = new Map<string, ResolvedFigure[]>();
  for (const figure of figures) {
    const { mention } = figure;
    if (!mention.part && (mention.status === 'actual' || mention.status === 'projected')) append(groups, groupOf(mention), figure);
  }
  return [...groups.values()].filter(group => group.length > 1)
    .flatMap(group => ground.derivations.keep('figures of one key', group[0]!, [group, forces.size > 1], () => pairsIn(group, forces.size, ground.judging)));
}

function pairsIn(group: readonly ResolvedFigure[], forces: number, judging: Ground['judging']): FigurePair[] {
  const others: ResolvedFigure[] = [];
  const seen = new Set<string>();
  const perKey = new Map<string, number>();
  const pairs: FigurePair[] = [];
  for (const figure of group) {
    const signature = signatureOf(figure);
    if (seen.has(signature)) continue;
    seen.add(signature);
    const pair = firstMisfit(figure, others, forces, judging);
    if (others.length < MANY) others.push(figure);
    if (!pair) continue;
    const key = `${figure.force ?? pair.first.force ?? ''}|${figure.scope ?? pair.first.scope ?? ''}|${pair.result}|${pair.first.tabular || pair.second.tabular ? 't' : ''}`;
    const count = perKey.get(key) ?? 0;
    if (count >= PER_KEY) continue;
    perKey.set(key, count + 1);
    pairs.push(pair);
  }
  return pairs;
}

const groupOf = once(({ unit, kind, component, status }: FigureMention) => `${unit}|${kind ?? ''}|${component}|${status}`);

const signatureOf = once((figure: ResolvedFigure): string => {
  const { mention, force, scope, asOf, source } = figure;
  const { implied, logical } = mention;
  return [
    force ?? '', scope ?? `?${figure.block.span.start}`, asOf?.first ?? '', asOf?.last ?? '', figure.past ?? '', source ?? '',
    implied.low, implied.high, implied.lowClosed, implied.highClosed, logical.low, logical.high, figure.tabular,
  ].join('|');
});

function firstMisfit(figure: ResolvedFigure, others: readonly ResolvedFigure[], forces: number, judging: Ground['judging']): FigurePair | undefined {
  let loose: FigurePair | undefined;
  for (const other of others) {
    if (figure.tabular && other.tabular) continue;
    const wildcards = wildcardsOf(other, figure, forces, judging);
    if (wildcards === undefined) continue;
    const result = compareFigures(other.mention, figure.mention);
    if (result === 'compatible') continue;
    const same = sameSource(other.source, figure.source);
    const slip = result === 'conflict' ? slipBetween(other.mention.value, figure.mention.value) : undefined;
    const pair: FigurePair = { first: other, second: figure, result, wildcards, sameSource: same, ...(slip ? { slip } : {}) };
    if (result === 'conflict') return pair;
    if (same && !figure.tabular && !other.tabular) loose ??= pair;
  }
  return loose;
}

/** How many parts of the keys agree only because one is unknown; `undefined` where the keys differ. */
function wildcardsOf(a: ResolvedFigure, b: ResolvedFigure, forces: number, judging: Ground['judging']): number | undefined {
  let wildcards = 0;
  if (a.force !== b.force) {
    if ((a.force !== undefined && b.force !== undefined) || forces > 1) return undefined;
    wildcards++;
  }
  if (a.scope !== b.scope) {
    if ((a.scope !== undefined && b.scope !== undefined) || a.block !== b.block) return undefined;
    wildcards++;
  } else if (a.scope === undefined && a.block !== b.block) {
    return undefined;
  }
  if (!sameDays(a.asOf, b.asOf, judging) || a.past !== b.past || a.past === 'unknown') return undefined;
  return wildcards;
}

/** Dated and undated compare only if the date is the document’s. */
function sameDays(a: DayRange | undefined, b: DayRange | undefined, judging: Ground['judging']): boolean {
  if (a && b) return a.first === b.first && a.last === b.last;
  const dated = a ?? b;
  if (!dated) return true;
  return judging !== undefined && dated.first === judging.day && dated.last === judging.day;
}
