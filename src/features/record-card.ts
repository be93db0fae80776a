import type { Analysis } from '../analysis/model';
import type { Id } from '../gazetteer/model';
import type { HoverCard } from './card';
import type { CardOptions } from './hover';
import { organizationCard } from './organization-card';
import { personCard } from './person-card';

const NOWHERE = { start: 0, end: 0 };

/** The card of a person or a body that stands in a list, not in the text. */
export function recordCard(analysis: Analysis, id: Id, options: CardOptions): HoverCard | undefined {
  const person = analysis.gazetteer.person(id);
  if (person) return personCard(analysis, { person, span: NOWHERE }, options);
  return organizationCard(analysis, { mention: { organization: id }, span: NOWHERE }, options);
}
