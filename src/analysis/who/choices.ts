import { fold } from '../../base/fold';
import type { Document, FrontMatterValue } from '../../document/model';
import type { Severity } from '../../findings/finding';
import { foldedName } from '../../recognize/names/name-index';
import type { Choices } from '../model';

/** Exceptions that the writer keeps beside the text (`.chancery/exceptions.yaml` or the user's storage). */
export interface Exceptions {
  readonly knownNames: readonly string[];
  readonly keep: readonly string[];
  readonly distinctPairs: readonly (readonly [string, string])[];
  readonly noExpand: readonly string[];
  /** Text that one check is not to speak of. */
  readonly ignore: readonly { readonly check: string; readonly text: string }[];
}

export const NO_EXCEPTIONS: Exceptions = { knownNames: [], keep: [], distinctPairs: [], noExpand: [], ignore: [] };

export function frontMatterValue(document: Document, key: string): FrontMatterValue | undefined {
  return document.frontMatter?.entries.get(key)?.value;
}

/** A list of strings where the front matter has one string or a list; anything else is an empty list. */
export function strings(value: FrontMatterValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

function section(document: Document): { readonly [key: string]: FrontMatterValue } {
  const value = frontMatterValue(document, 'chancery');
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as { readonly [key: string]: FrontMatterValue }) : {};
}

export function pairKey(a: string, b: string): string {
  return [foldedName(a), foldedName(b)].sort().join('|');
}

function ownPairs(value: FrontMatterValue | undefined): [string, string][] {
  if (!Array.isArray(value)) return [];
  return value.filter((v): v is [string, string] => Array.isArray(v) && v.length === 2 && v.every(x => typeof x === 'string'));
}

export function choicesOf(document: Document, exceptions: readonly Exceptions[], aboutPercent: number): Choices {
  const own = section(document);
  const language = frontMatterValue(document, 'language');
  return {
    knownNames: new Set([...strings(own['known-names']), ...exceptions.flatMap(e => e.knownNames)].map(foldedName)),
    keep: new Set([...strings(own['keep']), ...exceptions.flatMap(e => e.keep)].map(foldedName)),
    distinctPairs: new Set([...ownPairs(own['distinct']), ...exceptions.flatMap(e => e.distinctPairs)].map(([a, b]) => pairKey(a, b))),
    noExpand: new Set([...strings(own['no-expand']), ...exceptions.flatMap(e => e.noExpand)].map(fold)),
    aboutPercent,
    events: strings(frontMatterValue(document, 'event')),
    participants: strings(frontMatterValue(document, 'participants')),
    ...(typeof language === 'string' ? { language } : {}),
  };
}

/** What the document's own front matter says of checks (spec 5.4). */
export interface DocumentRules {
  readonly disabled: ReadonlySet<string>;
  readonly severity: ReadonlyMap<string, Severity | 'off'>;
}

const SEVERITIES = new Set(['error', 'warning', 'information', 'hint', 'off']);

export function documentRules(document: Document): DocumentRules {
  const own = section(document);
  const severity = new Map<string, Severity | 'off'>();
  const given = own['severity'];
  if (given !== null && typeof given === 'object' && !Array.isArray(given)) {
    for (const [id, value] of Object.entries(given as object)) if (typeof value === 'string' && SEVERITIES.has(value)) severity.set(id, value as Severity | 'off');
  }
  return { disabled: new Set(strings(own['disable'])), severity };
}
