import type { Span } from '../base/span';
import { type YamlScalar, yamlScalars } from '../yaml/yaml-scalars';
import type { Target } from '../gazetteer/fields';
import type { Id } from '../gazetteer/model';
import { idsMeant, slotAt } from './kinds';

/** An id as one file writes it. */
export interface IdPlace {
  readonly id: Id;
  /** Sections that it may be of; one for the id of a record itself. */
  readonly targets: readonly Target[];
  readonly span: Span;
  /** The record with this id stands here; otherwise another refers to it. */
  readonly declares: boolean;
}

/** All ids of a file of records or of a house style, in the order of the text. */
export function idsIn(text: string): readonly IdPlace[] {
  return idsOf(yamlScalars(text));
}

/** The same of a text whose scalars are at hand. */
export function idsOf(scalars: readonly YamlScalar[]): readonly IdPlace[] {
  const style = isStyle(scalars);
  return scalars.flatMap(scalar => idOf(scalar, style) ?? []);
}

/** A file with `id` or `extends` at its top and no `schema` is one house style. */
export function isStyle(scalars: readonly YamlScalar[]): boolean {
  const top = scalars.filter(s => s.role === 'key' && s.path.length === 1).map(s => s.text);
  return (top.includes('id') || top.includes('extends')) && !top.includes('schema');
}

function idOf(scalar: YamlScalar, style: boolean): IdPlace | undefined {
  const { span, text } = scalar;
  if (scalar.role === 'key') {
    const map = slotAt(scalar.path.slice(0, -1), style);
    if (map?.is === 'by-id') return { id: text, targets: map.to, span, declares: true };
    const to = map?.is === 'value' && map.kind.is === 'map' ? map.kind.to : undefined;
    return to && { id: text, targets: to, span, declares: false };
  }
  const slot = slotAt(scalar.path, style);
  if (slot?.is === 'value' && slot.kind.is === 'derivation') {
    const body = /^[a-z0-9-]+/.exec(text)?.[0];
    return body === undefined ? undefined : { id: body, targets: ['organizations'], span: inner(span, body), declares: false };
  }
  const targets = idsMeant(slot);
  if (targets.length === 0) return undefined;
  return { id: text, targets, span: inner(span, text), declares: slot?.is === 'own-id' };
}

/** Without the quotation marks around it. */
function inner(span: Span, text: string): Span {
  const quoted = span.end - span.start === text.length + 2 ? 1 : 0;
  return { start: span.start + quoted, end: span.start + quoted + text.length };
}
