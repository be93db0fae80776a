import type { Analysis, Placed, ResolvedName } from '../analysis/model';
import { shift, type Span } from '../base/span';
import { nameSpan } from '../recognize/offices/claims';
import type { HoverCard } from './card';
import { formationCard, metonymCard } from './small-cards';
import { timeCard } from './time-card';
import { cardSpan, figureCard } from './figure-card';
import { instrumentCard } from './instrument-card';
import { organizationCard } from './organization-card';
import { personCard } from './person-card';

export interface CardOptions {
  /** Whether the document is a briefing: elsewhere only full and titled names have cards (spec 5.2). */
  readonly full: boolean;
  /** Age in days from which a record's age is shown. */
  readonly staleAfterDays: number | undefined;
}

/**
 * The card for what stands at an offset: the same resolution as the checks use, so that a card never contradicts a
 * finding. On the name itself only, not in the space around it.
 */
export function cardAt(analysis: Analysis, offset: number, options: CardOptions): HoverCard | undefined {
  const name = at(analysis.names, offset);
  // “UNSCR 1701”, “ES-11/1”: the resolution before what its letters alone may name
  const instrument = options.full && !name?.person ? instrumentCard(analysis, offset) : undefined;
  if (instrument) return instrument;
  if (name) return name.person && (options.full || introduces(name)) ? personCard(analysis, name, options) : undefined;
  if (!options.full) return undefined;
  const titled = analysis.names.find(n => n.person && n.mention.title?.position === 'before' && covers(shift(nameSpan(n.mention), analysis.blockOf(n).span.start), offset));
  const organization = at(analysis.organizations, offset);
  if (organization) return organizationCard(analysis, organization, options);
  const figure = analysis.figures.find(f => covers(shift(cardSpan(f), analysis.blockOf(f).span.start), offset));
  if (figure) return figureCard(analysis, figure);
  const counted = at(analysis.figures, offset);
  const formation = counted && formationCard(analysis, counted);
  if (formation) return formation;
  const metonym = at(analysis.metonyms, offset);
  if (metonym && !metonym.mention.literal) return metonymCard(analysis, metonym);
  const time = timeCard(analysis, offset);
  if (time) return time;
  return titled ? personCard(analysis, titled, options) : undefined;
}

function introduces(name: ResolvedName): boolean {
  return !name.near && (name.by === 'full' || name.office !== undefined);
}

function covers(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** The mention at an offset, by binary search: mentions are in document order. */
function at<P extends Placed<unknown>>(placed: readonly P[], offset: number): P | undefined {
  let low = 0;
  let high = placed.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = placed[middle]!;
    if (one.span.end <= offset) low = middle + 1;
    else if (one.span.start > offset) high = middle - 1;
    else return one;
  }
  return undefined;
}
