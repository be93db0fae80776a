/**
 * The one place that knows the `yaml` package. YAML 1.2 core schema read as plain data: no custom tags, no merge
 * keys, no duplicate keys, timestamps stay text. Input may be hostile: size, depth and aliases are bounded, and
 * whatever is wrong comes back as a problem beside the value that could be read.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, DocumentOptions, Node, Pair, ParseOptions, SchemaOptions, YAMLMap } from 'yaml';
import type { Span } from '../base/span';

export interface YamlProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  /** Plain data: objects have no prototype, so `__proto__` and `constructor` are keys like others. */
  readonly value: unknown;
  readonly problems: readonly YamlProblem[];
  /** Where the value at a path stands, without comments around it. */
  spanOf(path: YamlPath): Span | undefined;
  /** Where the key of a map entry stands; `undefined` for items of lists. */
  keySpanOf(path: YamlPath): Span | undefined;
}

/** Longest text that is read, in UTF-16 units. */
const MAX_LENGTH = 5_000_000;
const MAX_DEPTH = 60;
/** Aliases in one file, and data repeated through them. */
const MAX_ALIASES = 100;
const MAX_REPEATED = 10_000;
const MAX_PROBLEMS = 50;

export const PARSING = {
  version: '1.2', schema: 'core', merge: false, customTags: [], resolveKnownTags: false,
  // The package compares every key with every other: done below in linear time.
  uniqueKeys: false,
  prettyErrors: false, logLevel: 'error',
} as const satisfies ParseOptions & DocumentOptions & SchemaOptions;

/** Whether a text is within the bounds of length and depth. */
export function isReadable(text: string): boolean {
  return text.length <= MAX_LENGTH && tooDeep(text) === undefined;
}

/** Reads one YAML document. Never throws. */
export function readYaml(text: string): YamlDocument {
  if (text.length > MAX_LENGTH) return unreadable('The file is larger than 5 MB and was not read.');
  const deep = tooDeep(text);
  if (deep !== undefined) return unreadable(`Nested more than ${MAX_DEPTH} levels deep.`, deep);
  try {
    const document = parseDocument(text, PARSING);
    return new Reader(document, text).read();
  } catch (caught) {
    // Only a file built to break the parser gets here (a stack of openings that the bound above does not see).
    return unreadable(`The file cannot be read: ${caught instanceof Error ? caught.message : String(caught)}`);
  }
}

function unreadable(message: string, at = 0): YamlDocument {
  return {
    value: null,
    problems: [{ start: at, end: at, message, severity: 'error' }],
    spanOf: () => undefined,
    keySpanOf: () => undefined,
  };
}

/** Offset of an opening bracket or dash that nests too deep, by a count that ignores quoting only inside one line. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  let dashes = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) open++;
    else if (c === 0x5d || c === 0x7d) open = Math.max(0, open - 1);
    else if (c === 10 || c === 13) dashes = 0;
    else if ((c === 0x2d || c === 0x3f || c === 0x3a) && (text.charCodeAt(i + 1) === 32 || text.charCodeAt(i + 1) === 9)) dashes++;
    if (open > MAX_DEPTH * 4 || dashes > MAX_DEPTH * 40) return i;
  }
  return undefined;
}

interface Converted {
  readonly value: unknown;
  /** Number of nodes, with those that aliases repeat. */
  readonly size: number;
}

class Reader {
  private readonly problems: YamlProblem[] = [];
  /** Anchors met so far; `undefined` while the anchored node is being read. */
  private readonly anchors = new Map<string, Converted | undefined>();
  private aliases = 0;
  private repeated = 0;
  /** Pairs of the maps that were looked into, by key; the first where a key stands twice. */
  private readonly pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(private readonly document: Document.Parsed, private readonly text: string) {}

  read(): YamlDocument {
    for (const error of this.document.errors) this.problem(error.pos, error.message, 'error');
    for (const warning of this.document.warnings) {
      const tag = warning.code === 'TAG_RESOLVE_FAILED';
      this.problem(warning.pos, tag ? 'Tags are not read: this file is data only.' : warning.message, tag ? 'error' : 'warning');
    }
    const contents = this.document.contents as Node | null;
    const value = contents ? this.convert(contents, 0).value : null;
    return {
      value,
      problems: this.problems.sort((a, b) => a.start - b.start),
      spanOf: path => {
        const found = this.find(path);
        return found?.value ? spanOfNode(found.value) : undefined;
      },
      keySpanOf: path => {
        const found = this.find(path);
        return found?.key ? spanOfNode(found.key) : undefined;
      },
    };
  }

  private problem(pos: readonly [number, number], message: string, severity: YamlProblem['severity']): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    const start = Math.min(pos[0], this.text.length);
    this.problems.push({ start, end: Math.max(start, Math.min(pos[1], this.text.length)), message, severity });
  }

  private problemAt(node: Node, message: string): void {
    const at = spanOfNode(node);
    this.problem([at.start, at.end], message, 'error');
  }

  private convert(node: Node, depth: number): Converted {
    if (isAlias(node)) return this.alias(node, node.source);
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, undefined);
    const converted = this.plain(node, depth);
    if (anchor !== undefined) this.anchors.set(anchor, converted);
    return converted;
  }

  private plain(node: Node, depth: number): Converted {
    if (depth > MAX_DEPTH) {
      this.problemAt(node, `Nested more than ${MAX_DEPTH} levels deep.`);
      return { value: null, size: 1 };
    }
    if (isMap(node)) return this.map(node, depth);
    if (isSeq(node)) {
      const list: unknown[] = [];
      let size = 1;
      for (const item of node.items) {
        const converted = this.item(item as Node | Pair | null, depth + 1);
        list.push(converted.value);
        size += converted.size;
      }
      return { value: list, size };
    }
    return { value: isScalar(node) ? scalar(node.value, node.source) : null, size: 1 };
  }

  private item(item: Node | Pair | null, depth: number): Converted {
    if (item === null) return { value: null, size: 1 };
    // `[a: b]`: one pair in a list is a map of one entry.
    if (!('range' in item) && 'key' in item) {
      const pair = item;
      const key = this.keyOf(pair, undefined);
      const value = pair.value ? this.convert(pair.value as Node, depth + 1) : { value: null, size: 1 };
      const object = Object.create(null) as Record<string, unknown>;
      if (key !== undefined) object[key] = value.value;
      return { value: object, size: value.size + 1 };
    }
    return this.convert(item as Node, depth);
  }

  private map(node: YAMLMap, depth: number): Converted {
    const object = Object.create(null) as Record<string, unknown>;
    const seen = new Set<string>();
    let size = 1;
    for (const pair of node.items) {
      const key = this.keyOf(pair, node);
      const converted = pair.value ? this.convert(pair.value as Node, depth + 1) : { value: null, size: 1 };
      size += converted.size;
      if (key === undefined) continue;
      if (seen.has(key)) {
        this.problemAt(pair.key as Node, `‘${key}’ stands here twice.`);
        continue;
      }
      seen.add(key);
      object[key] = converted.value;
    }
    return { value: object, size };
  }

  private keyOf(pair: Pair, parent: YAMLMap | undefined): string | undefined {
    const key = pair.key as Node | null;
    if (isScalar(key) && key.value !== null) return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    const place = key ?? (pair.value as Node | null) ?? parent;
    if (place) this.problemAt(place, 'A key has to be a word.');
    return undefined;
  }

  private alias(node: Node, name: string): Converted {
    this.aliases++;
    const target = this.anchors.get(name);
    if (target === undefined) {
      // The package reports names that were never given; one that is known but not finished contains itself.
      if (this.anchors.has(name)) this.problemAt(node, `*${name} stands inside what it repeats.`);
      return { value: null, size: 1 };
    }
    this.repeated += target.size;
    if (this.aliases > MAX_ALIASES || this.repeated > MAX_REPEATED) {
      this.problemAt(node, 'Too much is repeated through aliases: write it out.');
      return { value: null, size: 1 };
    }
    return target;
  }

  /** The node at a path and the key it stands under. Aliases are not followed. */
  private find(path: YamlPath): { key?: Node; value?: Node } | undefined {
    let value = (this.document.contents ?? undefined) as Node | undefined;
    let key: Node | undefined;
    for (const step of path) {
      if (isMap(value)) {
        const pair = this.pairsOf(value).get(String(step));
        if (!pair) return undefined;
        key = pair.key as Node;
        value = (pair.value ?? undefined) as Node | undefined;
      } else if (isSeq(value) && typeof step === 'number') {
        key = undefined;
        value = (value.items[step] ?? undefined) as Node | undefined;
        if (value && !('range' in value)) return undefined;
      } else {
        return undefined;
      }
    }
    return { ...(key ? { key } : {}), ...(value ? { value } : {}) };
  }

  private pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map<string, Pair>();
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      for (const name of [String(pair.key.value), pair.key.source]) if (name !== undefined && !pairs.has(name)) pairs.set(name, pair);
    }
    this.pairs.set(map, pairs);
    return pairs;
  }
}

function spanOfNode(node: Node): Span {
  const range = node.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}

/** Plain scalars of the core schema; what JSON cannot carry (`.nan`, `.inf`) stays text. */
function scalar(value: unknown, source: string | undefined): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : (source ?? String(value));
  return source ?? String(value);
}
