import type { Analysis, ResolvedFigure } from '../model';
import type { Estimate } from '../../gazetteer/model';
import { ESTIMATES } from '../../gazetteer/tables/figures';
import { readAmount, type Amount } from '../../recognize/figures/numbers';

export interface Recorded {
  readonly estimate: Estimate;
  readonly amount: Amount;
}

/** The published value of each estimate as read last: it is asked for at every figure. */
const amounts = new WeakMap<Estimate, { readonly percent: number; readonly amount: Amount | undefined }>();

function amountOf(estimate: Estimate, percent: number): Amount | undefined {
  let known = amounts.get(estimate);
  if (!known || known.percent !== percent) amounts.set(estimate, (known = { percent, amount: readAmount(estimate.value, { percent }) }));
  return known.amount;
}

/** Recorded estimates of a figure’s own force, unit, place, component and status, in order of their dates. */
export function recordedFor(analysis: Analysis, figure: ResolvedFigure): Recorded[] {
  const found: Recorded[] = [];
  const { mention } = figure;
  const loss = mention.component === 'losses' ? lossOf(analysis, figure) : undefined;
  // Losses are told without a place more often than not: source and day have to do
  if (figure.force === undefined || (figure.scope === undefined && !loss) || mention.kind !== undefined || (mention.component === 'losses' && !loss)) return found;
  for (const { id } of analysis.gazetteer.table(ESTIMATES).exact([figure.force, loss ?? mention.unit])) {
    const estimate = analysis.gazetteer.estimate(id)!;
    if (figure.scope !== undefined && estimate.scope !== figure.scope) continue;
    if ((estimate.component ?? 'total') !== (loss ? 'total' : mention.component) || (estimate.status === 'projected') !== (mention.status === 'projected')) continue;
    const amount = amountOf(estimate, analysis.choices.aboutPercent);
    if (amount) found.push({ estimate, amount });
  }
  return found.sort((a, b) => a.estimate.date.earliest - b.estimate.date.earliest);
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
