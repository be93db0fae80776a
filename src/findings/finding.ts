import type { Span } from '../base/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** What a fix does besides or instead of editing; the host carries it out. */
export type FixAction =
  | { readonly kind: 'go-to'; readonly span: Span }
  | { readonly kind: 'set-house-style' }
  /** The writer says that the text is right: `text` is remembered as a known name, or `pair` as two people. */
  | { readonly kind: 'remember'; readonly text: string; readonly with?: string }
  | { readonly kind: 'no-expand'; readonly acronym: string };

/**
 * A correction offered. `safe` fixes are the only ones that fix-all applies; `preferred` is VS Code's isPreferred.
 * Spec 4.4 says when either may be set.
 */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly action?: FixAction;
}

export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** Noncharacters, which no text may have: Unicode keeps them for such use inside a program. */
const LINE_REFERENCE = /\uFDD0(\d+)\uFDD1/g;

/** Stands in a message for the line of an address until the finding is shown. */
export function lineReference(address: number): string {
  return `\uFDD0${address}\uFDD1`;
}

/** The message with its lines in numbers, as people count them. */
export function withLines(message: string, lineAt: (address: number) => number): string {
  return message.replace(LINE_REFERENCE, (_, address: string) => String(lineAt(Number(address)) + 1));
}

/** A part of the work that could not be done and was left out: what it was, as a sentence's subject, and what went wrong. */
export interface Failure {
  readonly what: string;
  readonly message: string;
}

export function failureOf(what: string, thrown: unknown): Failure {
  return { what, message: thrown instanceof Error ? thrown.message : String(thrown) };
}
