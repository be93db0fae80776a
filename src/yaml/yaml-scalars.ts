import { isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Span } from '../base/span';
import { isReadable, PARSING, type YamlPath } from './yaml';

/** One scalar of a YAML text: a key, a value, or an item of a list. */
export interface YamlScalar {
  /** For a value or an item, its own path; for a key, the path of the value that it leads to. */
  readonly path: YamlPath;
  readonly role: 'key' | 'value';
  readonly text: string;
  readonly span: Span;
  /** Keys of the map that a key stands in, with its own. */
  readonly siblings: readonly string[];
  /** It stands between brackets or braces. */
  readonly flow: boolean;
}

/** All scalars in the order of the text, also of a text that is not whole. None of a text over the bounds. */
export function yamlScalars(text: string): readonly YamlScalar[] {
  if (!isReadable(text)) return [];
  const found: YamlScalar[] = [];
  try {
    const contents = parseDocument(text, PARSING).contents as Node | null;
    if (contents) walk(contents, [], false, found);
  } catch {
    // a text built to break the parser: `readYaml` says so in its own file
    return [];
  }
  return found;
}

function walk(node: Node, path: YamlPath, flow: boolean, found: YamlScalar[]): void {
  if (isMap(node)) {
    const siblings = node.items.flatMap(pair => (isScalar(pair.key) && pair.key.value !== null ? [String(pair.key.value)] : []));
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      if (!isScalar(pair.key) || pair.key.value === null) continue;
      const key = String(pair.key.value);
      const own = [...path, key];
      take(pair.key, own, 'key', siblings, flow || node.flow === true, found);
      if (pair.value) walk(pair.value, own, flow || node.flow === true, found);
    }
  } else if (isSeq(node)) {
    (node.items as (Node | Pair<Node | null, Node | null> | null)[]).forEach((item, i) => {
      if (!item) return;
      if (!isPair(item)) walk(item, [...path, i], flow || node.flow === true, found);
      else if (isScalar(item.key)) take(item.key, [...path, i, String(item.key.value)], 'key', [], true, found);
    });
  } else if (isScalar(node)) {
    take(node, path, 'value', [], flow, found);
  }
}

function take(node: Node & { value?: unknown; source?: string | undefined }, path: YamlPath, role: YamlScalar['role'], siblings: readonly string[], flow: boolean, found: YamlScalar[]): void {
  const range = node.range;
  if (!range || node.value === null || node.value === undefined) return;
  found.push({ path, role, text: typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)), span: { start: range[0], end: range[1] }, siblings, flow });
}

/** Where something is being written, and what of it is there: what a completion replaces. */
export interface YamlCursor {
  readonly role: 'key' | 'value';
  /** Of the value; for a key, of the map that it is written into. */
  readonly path: YamlPath;
  readonly span: Span;
  readonly siblings: readonly string[];
  readonly flow: boolean;
}

const PROBE = 'chanceryCursorHere';
const WORD = /[\p{L}\p{N}_.'’-]/u;

/** What is written at an offset. A word alone in its line is the beginning of a key. */
export function yamlCursorAt(text: string, offset: number): YamlCursor | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && WORD.test(text[start - 1]!)) start--;
  // the dash of an item is no part of its word
  if (text.slice(start, offset).startsWith('-') && /^[ \t]*(?:-[ \t]+)*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))) start++;
  while (end < text.length && WORD.test(text[end]!)) end++;
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  const alone = /^\s*(?:-\s+)*$/.test(before) && after.trim() === '';
  const probed = `${text.slice(0, start)}${PROBE}${alone ? ':' : ''}${text.slice(end)}`;
  const here = yamlScalars(probed).find(s => s.text.includes(PROBE));
  if (!here) return undefined;
  // a word in braces that no colon follows yet
  const key = here.role === 'key';
  return {
    role: here.role, path: key ? here.path.slice(0, -1) : here.path, span: { start, end },
    siblings: here.siblings.filter(s => !s.includes(PROBE)), flow: here.flow,
  };
}
