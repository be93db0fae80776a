import type { Analysis, ResolvedFigure } from '../model';
import type { Estimate } from '../../gazetteer/model';
import { ESTIMATES } from '../../gazetteer/tables/figures';
import { readAmount, type Amount } from '../../recognize/figures/numbers';

export interface Recorded {
  readonly estimate: Estimate;
  readonly amount: Amount;
}

/** Recorded estimates of a figure’s own force, unit, place, component and status, in order of their dates. */
export function recordedFor(analysis: Analysis, figure: ResolvedFigure): Recorded[] {
  const found: Recorded[] = [];
  const percent = analysis.choices.aboutPercent;
  const { mention } = figure;
  const loss = mention.component === 'losses';
  const unit = loss ? lossOf(analysis, figure) : unitOf(mention);
  if (figure.force === undefined || unit === undefined || mention.kind !== undefined) return found;
  for (const { id } of analysis.gazetteer.table(ESTIMATES).exact([figure.force, unit])) {
    const estimate = analysis.gazetteer.estimate(id)!;
    // most are told without a place of their own: source and day have to do
    if (figure.scope !== undefined && !figure.scope.startsWith('place:') && estimate.scope !== figure.scope) continue;
    if (unit === 'personnel' && figure.scope === undefined) continue;
    if ((estimate.component ?? 'total') !== (loss ? 'total' : mention.component) || (estimate.status === 'projected') !== (mention.status === 'projected')) continue;
    const amount = analysis.derivations.keep('amount', estimate, percent, () => readAmount(estimate.value, { percent }));
    if (amount) found.push({ estimate, amount });
  }
  return found.sort((a, b) => a.estimate.date.earliest - b.estimate.date.earliest);
}

/** Units of records by the kinds of figures that are of no force. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['count:killed', 'killed'], ['count:wounded', 'wounded'], ['count:missing', 'missing'], ['count:casualty', 'casualties'], ['count:refugee', 'refugees'], ['count:displaced', 'displaced'],
  ['count:hostage', 'hostages'], ['count:abducted', 'hostages'], ['count:migrant', 'migrants'], ['count:evacuated', 'evacuated'],
]);

/** The unit in which records give what a figure counts: civilians killed have one of their own. */
export function unitOf({ unit, noun }: ResolvedFigure['mention']): string | undefined {
  if (!unit.includes(':')) return unit;
  if (noun?.head === 'civilian' && unit === 'count:killed') return 'civilians-killed';
  return noun?.kind === 'count:displaced' && noun.head === 'refugee' ? 'refugees' : UNITS.get(unit);
}

const KILLED = /\b(?:killed|dead|died|deaths?|perished|fallen|slain|killing)\b/i;
const WOUNDED = /\b(?:wounded|injured|wounding)\b/i;
const MISSING = /\bmissing\b/i;
const CASUALTIES = /\b(?:casualty|casualties)\b/i;

/** The unit in which losses are recorded, where the words beside the figure name one kind only. */
function lossOf(analysis: Analysis, figure: ResolvedFigure): string | undefined {
  const { sentences, prose } = analysis.blockOf(figure);
  const { span } = figure.mention;
  const sentence = sentences.find(s => s.start <= span.start && span.end <= s.end) ?? { start: 0, end: prose.length };
  const text = prose.slice(Math.max(sentence.start, span.start - 40), Math.min(sentence.end, span.end + 60));
  const kinds = [KILLED, WOUNDED, MISSING, CASUALTIES].map(kind => kind.test(text));
  return kinds.filter(Boolean).length === 1 ? ['killed', 'wounded', 'missing', 'casualties'][kinds.indexOf(true)] : undefined;
}
