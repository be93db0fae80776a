import type { Edit } from '../../chancery';
import { addUnder } from '../../chancery';

/** The lines between the two marks of a front matter, and where they stand in the text. */
interface Front {
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
}

export type FrontEdit =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'present' }
  /** Zero-based line of the document. */
  | { readonly kind: 'unreadable'; readonly line: number };

function frontOf(text: string): Front | 'none' | 'unclosed' {
  const open = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (!open) return 'none';
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(start).replace(/\r/g, ' '));
  if (!close) return 'unclosed';
  const inside = text.slice(start, start + close.index);
  return { lines: inside === '' ? [] : inside.replace(/\r?\n$/, '').split(/\r?\n/), start, end: start + close.index };
}

/** Sets one key of the front matter to a value on one line; makes the front matter where there is none. */
export function setKey(text: string, key: string, value: string): FrontEdit {
  const front = frontOf(text);
  const eol = eolOf(text);
  if (front === 'none') return { kind: 'edit', edit: insertFront(text, [`${key}: ${value}`], eol) };
  if (front === 'unclosed') return { kind: 'unreadable', line: 0 };
  const at = front.lines.findIndex(line => new RegExp(`^${key}\\s*:`).test(line));
  if (at < 0) return { kind: 'edit', edit: { span: { start: front.end, end: front.end }, text: `${key}: ${value}${eol}` } };
  const line = front.lines[at]!;
  const old = line.slice(line.indexOf(':') + 1).replace(/(?<![ \t])[ \t]+#.*$/, '').trim();
  if (old === value) return { kind: 'present' };
  // a value that goes on below its key, or is a list, is not replaced here
  if (/^[|>&*[{]/.test(old) || /^(?:\s+\S|-\s)/.test(front.lines[at + 1] ?? '')) return { kind: 'unreadable', line: at + 1 };
  const start = front.start + offsetOf(text.slice(front.start), at) + line.indexOf(':') + 1;
  const colon = text.slice(start, start + line.length).search(/\S|$/);
  const from = start + (old === '' ? 0 : colon);
  return { kind: 'edit', edit: { span: { start: from, end: from + old.length }, text: old === '' ? ` ${value}` : value } };
}

/** Adds an item to a list under `chancery:` of the front matter. */
export function addToChancery(text: string, key: string, item: string): FrontEdit {
  const front = frontOf(text);
  const eol = eolOf(text);
  if (front === 'none') return { kind: 'edit', edit: insertFront(text, ['chancery:', `  ${key}:`, `    - ${item}`], eol) };
  if (front === 'unclosed') return { kind: 'unreadable', line: 0 };
  const lines = addUnder(front.lines, 'chancery', key, item);
  if (!('map' in lines)) return lines.kind === 'present' ? lines : { kind: 'unreadable', line: lines.line + 1 };
  return { kind: 'edit', edit: smallest(text, { span: { start: front.start, end: front.end }, text: lines.map(line => line + eol).join('') }) };
}

function insertFront(text: string, lines: readonly string[], eol: string): Edit {
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  return { span: { start: at, end: at }, text: ['---', ...lines, '---', '', ''].join(eol) };
}

/** The same edit without the text that it leaves as it is, so that the cursor and its place stay. */
export function smallest(text: string, edit: Edit): Edit {
  const old = text.slice(edit.span.start, edit.span.end);
  let before = 0;
  const most = Math.min(old.length, edit.text.length);
  while (before < most && old[before] === edit.text[before]) before++;
  let after = 0;
  while (after < most - before && old[old.length - 1 - after] === edit.text[edit.text.length - 1 - after]) after++;
  return { span: { start: edit.span.start + before, end: edit.span.end - after }, text: edit.text.slice(before, edit.text.length - after) };
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at;
}
