import type { Target } from '../gazetteer/fields';
import type { Draftable } from './plain';

/** Longest input, in UTF-16 units, and deepest nesting of JSON. */
export const MAX_INPUT = 50_000_000;
const MAX_DEPTH = 60;
/** Names of one record that are read. */
export const MAX_NAMES = 300;

/** One record as an input has it: fields of the gazetteer’s model, references by the input’s own keys. */
export interface IncomingRecord {
  readonly section: Target;
  /** Its key in the input; the gazetteer’s id where the input is our own. */
  readonly key: string;
  readonly fields: Draftable;
  /** Line or path in the input. */
  readonly where: string;
  /** The id it would like, where its key is none. */
  readonly wanted?: string;
  /** The state that a post or body belongs to, where the input says so apart from its fields. */
  readonly state?: string;
}

/** A part of an input that is not taken. */
export interface LeftOut {
  readonly where: string;
  readonly what: string;
  readonly why: string;
}

export interface Incoming {
  /** Written by our own export: keys are ids. */
  readonly own: boolean;
  readonly records: readonly IncomingRecord[];
  readonly left: readonly LeftOut[];
  /** Properties that the gazetteer has no place for, with how often they were seen. */
  readonly ignored: ReadonlyMap<string, number>;
}

/** An input that is refused as a whole, with the reasons. */
export interface Unreadable {
  readonly unreadable: readonly string[];
}

export function isUnreadable(read: object): read is Unreadable {
  return 'unreadable' in read;
}

/** What the readers need to know beside the text. */
export interface Hints {
  /** `--map`: our name to theirs (CSV columns), or theirs to our id (posts). */
  readonly map: Readonly<Record<string, string>>;
  /** The two-letter code of a state from its code, name or adjective. */
  stateOf(text: string): string | undefined;
  /** Whether there is a record of that id. */
  has(section: Target, id: string): boolean;
}

/** Gathers what a reader finds. */
export class Gathering {
  readonly records: IncomingRecord[] = [];
  readonly left: LeftOut[] = [];
  readonly ignored = new Map<string, number>();
  /** Reasons to refuse the whole input. */
  readonly broken: string[] = [];

  ignore(what: string): void {
    this.ignored.set(what, (this.ignored.get(what) ?? 0) + 1);
  }

  leave(where: string, what: string, why: string): void {
    this.left.push({ where, what, why });
  }

  done(own: boolean): Incoming | Unreadable {
    if (this.broken.length > 0) return { unreadable: this.broken.slice(0, 20) };
    return { own, records: this.records, left: this.left, ignored: this.ignored };
  }
}

/** JSON as data, or why it cannot be read. Nesting is bounded before it is parsed. `line`: where the text begins in its file. */
export function readJson(text: string, line = 1): { readonly value: unknown } | { readonly problem: string } {
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const deep = tooDeep(source);
  if (deep !== undefined) return { problem: `Line ${lineAt(source, deep) + line - 1}: nested more than ${MAX_DEPTH} levels deep.` };
  try {
    return { value: HOOKS.test(source) ? JSON.parse(source, withoutHooks) : JSON.parse(source) };
  } catch (caught) {
    const message = caught instanceof Error ? caught.message : String(caught);
    const position = /at position (\d+)/.exec(message)?.[1];
    const at = position === undefined ? source.length : Number(position);
    return { problem: `Line ${lineAt(source, at) + line - 1}: this is no JSON (${message.replace(/\s+in JSON.*$/s, '').slice(0, 120)}).` };
  }
}

/** Keys that would take the place of how an object becomes a text; they may be written with escapes. */
const HOOKS = /toString|valueOf|\\u/;

function withoutHooks(key: string, value: unknown): unknown {
  return key === 'toString' || key === 'valueOf' ? undefined : value;
}

function tooDeep(text: string): number | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) {
      for (i++; i < text.length && text.charCodeAt(i) !== 0x22; i++) if (text.charCodeAt(i) === 0x5c) i++;
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > MAX_DEPTH) return i;
    } else if (c === 0x7d || c === 0x5d) {
      depth--;
    }
  }
  return undefined;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
