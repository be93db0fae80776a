import type { DayRange } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Person } from '../../gazetteer/model';
import { nameSpan } from '../../recognize/offices/claims';
import type { BlockFacts, NameMention } from '../../recognize/model';
import { held, possibleRange, postsMeant } from '../records/offices';

/** The time of somebody's rule as the text names it: “under President Rouhani”, “during Koizumi’s premiership”. */
export interface Reign {
  readonly span: Span;
  /** Terms in that office without their first and last day; `undefined` where no record has them. */
  readonly range?: DayRange;
}

const RULE = '(?:presidenc(?:y|ies)|governments?|cabinets?|administrations?|rule|premierships?|chancellorships?|reign|regime|tenure|leadership|dictatorship|(?:[\\w-]+[-\\s])?terms?|era|years|days|time)';
const BEFORE = new RegExp(`(?:\\b[Uu]nder(?:\\s+(?:the\\s+)?(?:then[-\\s]|former\\s+)?)|\\b(?:[Uu]nder|[Dd]uring|[Ii]n|[Tt]hroughout)\\s+the\\s+(?:[\\p{L}-]+\\s+){0,2}${RULE}\\s+of\\s+(?:the\\s+)?(?:then[-\\s])?)$`, 'u');
const DURING = /\b(?:[Uu]nder|[Dd]uring|[Ii]n|[Tt]hroughout)\s+(?:the\s+)?(?:[\p{L}-]+\s+)?$/u;
const OF_RULE = new RegExp(`^(?:['’]s?)?\\s+(?:[\\p{L}-]+\\s+){0,2}${RULE}\\b`, 'u');

/** The reigns that a block names, in order. */
export function reignsIn(prose: string, facts: BlockFacts, gazetteer: Gazetteer): Reign[] {
  if (!/\b(?:under|during|throughout|in)\b/i.test(prose)) return [];
  const reigns: Reign[] = [];
  for (const name of facts.names) {
    const span = nameSpan(name);
    const before = prose.slice(Math.max(0, span.start - 60), span.start);
    const after = prose.slice(name.span.end, name.span.end + 40);
    const under = BEFORE.test(before);
    if (!under && !(DURING.test(before) && OF_RULE.test(after))) continue;
    const range = termsOf(name, gazetteer);
    reigns.push({ span, ...(range ? { range } : {}) });
  }
  return reigns;
}

function termsOf(name: NameMention, gazetteer: Gazetteer): DayRange | undefined {
  const people = [...new Set(name.exact.map(match => match.person))].map(id => gazetteer.person(id)).filter((p): p is Person => p !== undefined);
  const posts = name.title && name.title.posts.length > 0 ? postsMeant(name.title, gazetteer) : undefined;
  const ruling = people.map(person => (posts ? held(person, posts) : headships(person, gazetteer))).filter(terms => terms.length > 0);
  if (ruling.length !== 1) return undefined;
  const days = ruling[0]!.filter(t => t.occupancy.status !== 'designate').map(t => possibleRange(t.occupancy));
  if (days.length === 0) return undefined;
  const range = { first: Math.min(...days.map(d => d.first)) + 1, last: Math.max(...days.map(d => d.last)) - 1 };
  return range.first <= range.last ? range : undefined;
}

/** Terms at the head of a state, a government or a body. */
function headships(person: Person, gazetteer: Gazetteer): ReturnType<typeof held> {
  const posts = person.occupancies.map(o => gazetteer.post(o.post)).filter(p => p !== undefined);
  const heads = posts.filter(p => p.kind === 'head-of-state' || p.kind === 'head-of-government');
  return held(person, heads.length > 0 ? heads : posts.filter(p => p.head));
}
