import type { Analysis, Placed } from '../analysis/model';
import type { Span } from '../base/span';

/** All places of the note that speak of what stands at an address: a person in every form, a body, a figure of one kind. */
export function sameAt(analysis: Analysis, address: number): readonly Span[] {
  const at = <P extends Placed<unknown>>(placed: readonly P[]): P | undefined => placed.find(p => p.span.start <= address && address <= p.span.end);
  const person = at(analysis.names)?.person;
  if (person) return analysis.names.filter(n => n.person === person).map(n => n.span);
  const body = at(analysis.organizations)?.mention.organization;
  if (body !== undefined) return analysis.organizations.filter(o => o.mention.organization === body).map(o => o.span);
  const figure = at(analysis.figures);
  if (!figure) return [];
  const { unit, component } = figure.mention;
  // unlike in a comparison, what is left open is another thing: a list that is too long helps nobody
  return analysis.figures.filter(f => f.mention.unit === unit && f.mention.component === component && f.force === figure.force && f.scope === figure.scope).map(f => f.span);
}
