/**
 * Adds one item to a list under a key of a YAML mapping that people write by hand: order, comments and everything else
 * in the text stay as they are. A form that cannot be changed without a full parser is left alone and told.
 */
import { readYaml } from './yaml';

/** Lines of a mapping: from `from` up to `to`, its keys standing at `indent`. */
interface Scope {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

export type Added =
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'present' }
  /** The list is written in a form that is not edited here; `line` is zero-based. */
  | { readonly kind: 'unreadable'; readonly line: number };

/** A line of text as a YAML scalar: plain where that is certain to be read as the same text, else in double quotes. */
export function yamlScalar(text: string): string {
  const plain = /^[\p{L}][\p{L}\p{M}\p{N} .’'()&/-]*$/u.test(text) && !/\s$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

/** Adds a rendered item to the list under a top-level key. `line` breaks of the result are those of the text. */
export function addToList(text: string, key: string, item: string): Added {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  while (lines.length > 0 && lines[lines.length - 1]!.trim() === '') lines.pop();
  if (lines.some(isDocumentMark)) return { kind: 'unreadable', line: lines.findIndex(isDocumentMark) };
  const other = lines.findIndex((line, i) => indentOf(line) === 0 && !isBlank(line) && !isItem(line) && keyOf(line) === undefined && !(i === 0 && /^(?:---|%)/.test(line)));
  if (other >= 0) return { kind: 'unreadable', line: other };
  const added = addInScope(lines, { from: 0, to: lines.length, indent: 0 }, key, item);
  return Array.isArray(added) ? checked(text, added.join(eol) + eol, key) : added;
}

/** What was edited by its lines is read by the parser before it is handed out: the list has one item more, and nothing else has changed. */
function checked(before: string, text: string, key: string): Added {
  const [old, now] = [readYaml(before), readYaml(text)];
  const broken = [...old.problems, ...now.problems].find(problem => problem.severity === 'error');
  const rest = (value: unknown): string => JSON.stringify({ ...(value as object | null), [key]: null });
  const count = (value: unknown): number | undefined => {
    const list = isObject(value) ? value[key] ?? [] : value === null ? [] : undefined;
    return Array.isArray(list) ? list.length : undefined;
  };
  const [had, has] = [count(old.value), count(now.value)];
  if (!broken && had !== undefined && has === had + 1 && rest(old.value) === rest(now.value)) return { kind: 'added', text };
  return { kind: 'unreadable', line: broken ? before.slice(0, broken.start).split('\n').length - 1 : 0 };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds `entry: value` to the block map under a top-level key, after what is there; `present` if the entry is. */
export function addToMap(text: string, key: string, entry: string, value: string): Added {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(/\r?\n/);
  while (lines.length > 0 && lines[lines.length - 1]!.trim() === '') lines.pop();
  const at = lines.findIndex(line => indentOf(line) === 0 && keyOf(line) === key);
  if (at < 0) {
    // before the first list of records, where sources stand by custom
    const first = lines.findIndex((line, i) => indentOf(line) === 0 && keyOf(line) !== undefined && valueOf(line) === '' && i > 0);
    if (first < 0) return { kind: 'added', text: [...lines, '', `${key}:`, `  ${entry}: ${value}`].join(eol) + eol };
    let place = first;
    while (place > 0 && lines[place - 1]!.startsWith('#')) place--;
    return { kind: 'added', text: [...lines.slice(0, place), `${key}:`, `  ${entry}: ${value}`, '', ...lines.slice(place)].join(eol) + eol };
  }
  if (valueOf(lines[at]!) !== '') return { kind: 'unreadable', line: at };
  let end = at + 1;
  let last = at;
  let indent = 2;
  while (end < lines.length && (isBlank(lines[end]!) || indentOf(lines[end]!) > 0)) {
    if (!isBlank(lines[end]!)) {
      if (last === at) indent = indentOf(lines[end]!);
      if (indentOf(lines[end]!) === indent && keyOf(lines[end]!) === entry) return { kind: 'present' };
      last = end;
    }
    end++;
  }
  return { kind: 'added', text: [...lines.slice(0, last + 1), `${' '.repeat(indent)}${entry}: ${value}`, ...lines.slice(last + 1)].join(eol) + eol };
}

/** Adds a rendered item to the list under `parent: key:` in the lines of a front matter. */
export function addUnder(lines: readonly string[], parent: string, key: string, item: string): readonly string[] | Exclude<Added, { kind: 'added' }> {
  const at = lines.findIndex(line => keyOf(line) === parent && indentOf(line) === 0);
  if (at < 0) return [...lines, `${parent}:`, `  ${key}:`, ...itemLines(item, 4)];
  if (valueOf(lines[at]!) !== '') return { kind: 'unreadable', line: at };
  let to = at + 1;
  while (to < lines.length && (isBlank(lines[to]!) || indentOf(lines[to]!) > 0)) to++;
  while (to > at + 1 && isBlank(lines[to - 1]!)) to--;
  const first = lines.slice(at + 1, to).find(line => !isBlank(line));
  return addInScope(lines, { from: at + 1, to, indent: first === undefined ? 2 : indentOf(first) }, key, item);
}

function addInScope(lines: readonly string[], scope: Scope, key: string, item: string): string[] | Exclude<Added, { kind: 'added' }> {
  const pad = ' '.repeat(scope.indent);
  let at = -1;
  for (let i = scope.from; i < scope.to; i++) if (indentOf(lines[i]!) === scope.indent && keyOf(lines[i]!) === key) at = i;
  if (at < 0) {
    const gap = scope.indent === 0 && scope.to > 0 && lines[scope.to - 1]!.trim() !== '' ? [''] : [];
    return [...lines.slice(0, scope.to), ...gap, `${pad}${key}:`, ...itemLines(item, scope.indent + 2), ...lines.slice(scope.to)];
  }
  const value = valueOf(lines[at]!);
  if (value === '' || value === '~' || value === 'null') return addToBlock(lines, scope, at, value, item);
  return addToFlow(lines, at, value, item);
}

function addToBlock(lines: readonly string[], scope: Scope, at: number, value: string, item: string): string[] | Exclude<Added, { kind: 'added' }> {
  let end = at + 1;
  while (end < scope.to && (isBlank(lines[end]!) || indentOf(lines[end]!) > scope.indent || (indentOf(lines[end]!) === scope.indent && isItem(lines[end]!)))) end++;
  const own = lines.slice(at + 1, end);
  const starts = own.map((line, i) => (isItem(line) ? i : -1)).filter(i => i >= 0);
  const indent = starts.length > 0 ? indentOf(own[starts[0]!]!) : scope.indent + 2;
  const items = starts.filter(i => indentOf(own[i]!) === indent);
  // an item of another kind, or a value that is no list
  if (own.some((line, i) => !isBlank(line) && i < (items[0] ?? own.length))) return { kind: 'unreadable', line: at };
  const texts = items.map((start, i) => itemText(own.slice(start, items[i + 1] ?? own.length)));
  if (texts.includes(itemText(item.split('\n')))) return { kind: 'present' };
  const head = value === '' ? lines.slice(0, at + 1) : [...lines.slice(0, at), lines[at]!.replace(/:\s*(?:~|null)/, ':')];
  const place = placeOf(own, items, texts, item);
  return [...head, ...own.slice(0, place), ...itemLines(item, indent), ...own.slice(place), ...lines.slice(end)];
}

/** A rendered item, which may have several lines, after its dash. */
function itemLines(item: string, indent: number): string[] {
  return item.split('\n').map((line, i) => `${' '.repeat(indent)}${i === 0 ? '- ' : '  '}${line}`);
}

/** Sorted, where the list is sorted; else at its end. Comments above an item stay with it. */
function placeOf(own: readonly string[], items: readonly number[], texts: readonly string[], item: string): number {
  const sorted = texts.every((text, i) => i === 0 || compare(texts[i - 1]!, text) <= 0);
  const next = sorted ? texts.findIndex(text => compare(text, itemText(item.split('\n'))) > 0) : -1;
  let place = next >= 0 ? items[next]! : own.length;
  if (next >= 0) while (place > 0 && /^\s*#/.test(own[place - 1]!)) place--;
  // after the last item, not after comments and blank lines that belong to what follows
  else while (place > 0 && isBlank(own[place - 1]!)) place--;
  return place;
}

/** `key: [a, b]` on one line. */
function addToFlow(lines: readonly string[], at: number, value: string, item: string): string[] | Exclude<Added, { kind: 'added' }> {
  const parts = /^\[[\s\S]*\]$/.test(value) ? flowItems(value.slice(1, -1)) : undefined;
  if (!parts || item.includes('\n')) return { kind: 'unreadable', line: at };
  if (parts.some(part => normal(part) === normal(item))) return { kind: 'present' };
  const sorted = parts.every((part, i) => i === 0 || compare(normal(parts[i - 1]!), normal(part)) <= 0);
  const next = sorted ? parts.findIndex(part => compare(normal(part), normal(item)) > 0) : -1;
  const place = next >= 0 ? next : parts.length;
  const now = [...parts.slice(0, place), item, ...parts.slice(place)].join(', ');
  const line = lines[at]!;
  const start = line.indexOf(value, line.indexOf(':'));
  return [...lines.slice(0, at), `${line.slice(0, start)}[${now}]${line.slice(start + value.length)}`, ...lines.slice(at + 1)];
}

/** The items between the brackets of a flow list; `undefined` where the brackets or quotes do not close. */
function flowItems(inside: string): string[] | undefined {
  const items: string[] = [];
  let depth = 0;
  let quote = '';
  let current = '';
  for (let i = 0; i < inside.length; i++) {
    const c = inside[i]!;
    if (quote) {
      if (c === '\\' && quote === '"') current += c + (inside[++i] ?? '');
      else {
        if (c === quote) quote = '';
        current += c;
      }
      continue;
    }
    if ((c === '"' || c === '\'') && current.trim() === '') quote = c;
    if (c === '[' || c === '{') depth++;
    if (c === ']' || c === '}') depth--;
    if (c === ',' && depth === 0) {
      items.push(current.trim());
      current = '';
    } else current += c;
  }
  if (quote || depth !== 0) return undefined;
  if (current.trim() !== '') items.push(current.trim());
  return items.some(i => i === '') ? undefined : items;
}

/** The whole item in one line, for comparing. */
function itemText(lines: readonly string[]): string {
  const kept = lines.filter(line => !isBlank(line)).map(line => line.trim());
  const text = kept.join(' ').replace(/^-\s+/, '');
  return normal(kept.length > 1 && /^[\w-]+:/.test(text) ? `{${kept.map((line, i) => (i === 0 ? line.replace(/^-\s+/, '') : line)).join(', ')}}` : text);
}

function normal(item: string): string {
  return item.replace(/\s#[^]*/, '').replace(/\\.|"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (whole, a?: string, b?: string) => a ?? b ?? whole).replace(/\s+/g, ' ').replace(/([[{]) | ([\]}])/g, '$1$2').trim();
}

function compare(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#.*)?$/.test(line);
}

function isItem(line: string): boolean {
  return /^\s*-(?:\s|$)/.test(line);
}

function isDocumentMark(line: string, index: number): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(line) && index > 0;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function keyOf(line: string): string | undefined {
  return /^\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*:(?:\s|$)/.exec(line)?.slice(1).find(k => k !== undefined);
}

/** What stands after the key on its line, without a comment. */
function valueOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).replace(/(?:^|\s)#[^]*/, '').trim();
}
