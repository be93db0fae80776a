import type { DayRange } from '../../base/edtf';
import { compareFigures } from '../../recognize/figures/numbers';
import { sameSource } from './figures-sources';
import type { FigurePair, JudgingDate, ResolvedFigure } from '../model';

/** How many different figures of one unit a figure is compared with: keeps a document of thousands of figures linear. */
const MANY = 48;
/** Findings per key (spec 4.2). */
const PER_KEY = 3;

/**
 * The pairs of figures of one key that do not fit (spec 4.2). The first different figures of a unit stand for all that
 * say the same; a figure is reported once, against the first that it does not fit.
 */
export function pairFigures(figures: readonly ResolvedFigure[], judging: JudgingDate | undefined): FigurePair[] {
  const forces = new Set(figures.map(f => f.force).filter(f => f !== undefined));
  const groups = new Map<string, ResolvedFigure[]>();
  const seen = new Set<string>();
  const perKey = new Map<string, number>();
  const pairs: FigurePair[] = [];
  for (const figure of figures) {
    const { mention } = figure;
    if (mention.part || (mention.status !== 'actual' && mention.status !== 'projected')) continue;
    const signature = signatureOf(figure);
    if (seen.has(signature)) continue;
    seen.add(signature);
    const group = `${mention.unit}|${mention.kind ?? ''}|${mention.component}|${mention.status}`;
    const others = groups.get(group) ?? [];
    groups.set(group, others);
    const pair = firstMisfit(figure, others, forces.size, judging);
    if (others.length < MANY) others.push(figure);
    if (!pair) continue;
    const key = `${group}|${figure.force ?? pair.first.force ?? ''}|${figure.scope ?? pair.first.scope ?? ''}|${pair.result}|${pair.first.tabular || pair.second.tabular ? 't' : ''}`;
    const count = perKey.get(key) ?? 0;
    if (count >= PER_KEY) continue;
    perKey.set(key, count + 1);
    pairs.push(pair);
  }
  return pairs;
}

function signatureOf(figure: ResolvedFigure): string {
  const { mention, force, scope, asOf, source } = figure;
  const { implied, logical } = mention;
  return [
    mention.unit, mention.kind ?? '', mention.component, mention.status, force ?? '', scope ?? `?${figure.block.span.start}`, asOf?.first ?? '', asOf?.last ?? '', figure.past ?? '', source ?? '',
    implied.low, implied.high, implied.lowClosed, implied.highClosed, logical.low, logical.high, figure.tabular,
  ].join('|');
}

function firstMisfit(figure: ResolvedFigure, others: readonly ResolvedFigure[], forces: number, judging: JudgingDate | undefined): FigurePair | undefined {
  let loose: FigurePair | undefined;
  for (const other of others) {
    if (figure.tabular && other.tabular) continue;
    const wildcards = wildcardsOf(other, figure, forces, judging);
    if (wildcards === undefined) continue;
    const result = compareFigures(other.mention, figure.mention);
    if (result === 'compatible') continue;
    const same = sameSource(other.source, figure.source);
    const pair = { first: other, second: figure, result, wildcards, sameSource: same } as const;
    if (result === 'conflict') return pair;
    if (same && !figure.tabular && !other.tabular) loose ??= pair;
  }
  return loose;
}

/** How many parts of the keys agree only because one is unknown; `undefined` where the keys differ. */
function wildcardsOf(a: ResolvedFigure, b: ResolvedFigure, forces: number, judging: JudgingDate | undefined): number | undefined {
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
function sameDays(a: DayRange | undefined, b: DayRange | undefined, judging: JudgingDate | undefined): boolean {
  if (a && b) return a.first === b.first && a.last === b.last;
  const dated = a ?? b;
  if (!dated) return true;
  return judging !== undefined && dated.first === judging.day && dated.last === judging.day;
}
