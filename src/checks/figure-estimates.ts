import type { Analysis, ResolvedFigure } from '../analysis/model';
import type { Estimate } from '../gazetteer/model';
import { readAmount, type Amount } from '../recognize/numbers';

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
  if (figure.force === undefined || figure.scope === undefined || mention.kind !== undefined) return found;
  for (const estimate of analysis.gazetteer.estimates()) {
    if (estimate.force !== figure.force || estimate.unit !== mention.unit || estimate.scope !== figure.scope) continue;
    if ((estimate.component ?? 'total') !== mention.component || (estimate.status === 'projected') !== (mention.status === 'projected')) continue;
    const amount = amountOf(estimate, analysis.choices.aboutPercent);
    if (amount) found.push({ estimate, amount });
  }
  return found.sort((a, b) => a.estimate.date.earliest - b.estimate.date.earliest);
}
