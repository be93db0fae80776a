import type { Analysis } from '../analysis/model';
import type { Span } from '../base/span';
import { subjectKey, subjectName } from './overview/subjects';

/** A person, a body or a figure of one kind, with all its places in the note. */
export interface Thing {
  readonly kind: 'person' | 'body' | 'figure';
  /** The record's id; for figures the key of what is counted. */
  readonly id: string;
  readonly name: string;
  readonly places: readonly Span[];
}

/** Everybody and everything that is followed through notes, in the order of first mentions. */
export function thingsOf(analysis: Analysis): readonly Thing[] {
  const things = new Map<string, Thing & { places: Span[] }>();
  const add = (kind: Thing['kind'], id: string, name: string, span: Span): void => {
    const thing = things.get(`${kind} ${id}`) ?? { kind, id, name, places: [] };
    things.set(`${kind} ${id}`, thing);
    thing.places.push(analysis.document.addresses.spanOf(span));
  };
  for (const { person, span } of analysis.names) if (person) add('person', person.id, person.name, span);
  for (const { mention, span } of analysis.organizations) add('body', mention.organization, analysis.gazetteer.organization(mention.organization)?.name ?? mention.surface, span);
  for (const figure of analysis.figures) add('figure', subjectKey(figure), subjectName(analysis, figure), figure.span);
  return [...things.values()];
}

/** What stands at an offset, and the words that stand for it there. */
export function thingAt(analysis: Analysis, offset: number): { readonly thing: Thing; readonly span: Span } | undefined {
  for (const thing of thingsOf(analysis)) {
    const span = thing.places.find(place => place.start <= offset && offset <= place.end);
    if (span) return { thing, span };
  }
  return undefined;
}
