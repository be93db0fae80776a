import { firstFrom, type Span } from '../base/span';
import type { Directive, Document } from './model';

const COMMENT = /<!--([\s\S]*?)-->/g;
const SHAPE = /^\s*(chancery-(?:ignore-next-line|ignore-line|disable-file|disable|enable))\b([\s\S]*)$/;

interface Raw {
  readonly command: string;
  readonly span: Span;
  readonly comment: Span;
  readonly checks: Directive['checks'];
}

/** Chancery's own comments in a piece of the text; other tools' comments are left alone (spec 5.4). */
export function findComments(text: string, from: number, to: number): Raw[] {
  const piece = text.slice(from, to);
  if (!piece.includes('chancery-')) return [];
  const found: Raw[] = [];
  for (const match of piece.matchAll(COMMENT)) {
    const shape = SHAPE.exec(match[1]!);
    if (!shape) continue;
    const inside = from + match.index + 4;
    const start = inside + match[1]!.indexOf(shape[1]!);
    const rest = shape[2]!;
    const named = rest.split(/\s--(?:\s|$)/)[0]!;
    const checks: { id: string; span: Span }[] = [];
    for (const id of named.matchAll(/[\w-]+/g)) {
      const at = start + shape[1]!.length + id.index;
      checks.push({ id: id[0], span: { start: at, end: at + id[0].length } });
    }
    const end = start + shape[1]!.length + rest.trimEnd().length;
    found.push({ command: shape[1]!.slice('chancery-'.length), span: { start, end }, comment: { start: from + match.index, end: from + match.index + match[0].length }, checks });
  }
  return found;
}

/** Comments tied to the text that they silence: the next line or paragraph, their own line, up to `enable`, or all. Spans are addresses. */
export function resolveDirectives(raw: readonly Raw[], document: Pick<Document, 'source' | 'lines' | 'addresses' | 'blocks'>): Directive[] {
  const { lines, addresses } = document;
  const directives: Directive[] = [];
  const sorted = [...raw].sort((a, b) => a.span.start - b.span.start);
  const closings = new Closings(Infinity);
  // from the end, so that each `disable` knows the first `enable` after it
  for (let i = sorted.length - 1; i >= 0; i--) {
    const { command, span, comment, checks } = sorted[i]!;
    if (command === 'ignore-next-line') {
      directives.push({ kind: 'ignore-next-line', span, checks, target: nextText(addresses.offsetOf(comment.end), document) });
    } else if (command === 'ignore-line') {
      const line = lines.lineAt(addresses.offsetOf(comment.start));
      const start = lines.startOf(line);
      directives.push({ kind: 'ignore-line', span, checks, target: { start: addresses.addressOf(start), end: addresses.addressOf(start + lines.textOf(line).length) } });
    } else if (command === 'disable-file') {
      directives.push({ kind: 'disable-file', span, checks, target: { start: 0, end: Infinity } });
    } else if (command === 'disable') {
      directives.push({ kind: 'disable', span, checks, target: { start: comment.end, end: closings.after(checks.map(c => c.id)) } });
    } else closings.add(checks.map(c => c.id), comment.start);
  }
  return directives.toReversed();
}

/** Where the `enable` comments stand that have been met, read from the end of the text. */
class Closings {
  private any: number;
  private all: number;
  private readonly byCheck = new Map<string, number>();

  constructor(end: number) {
    this.any = end;
    this.all = end;
  }

  add(checks: readonly string[], at: number): void {
    this.any = at;
    if (checks.length === 0) this.all = at;
    for (const check of checks) this.byCheck.set(check, at);
  }

  /** The nearest one that names one of the checks or none; for a `disable` that names none, any. */
  after(checks: readonly string[]): number {
    if (checks.length === 0) return this.any;
    return Math.min(this.all, ...checks.map(check => this.byCheck.get(check) ?? this.all));
  }
}

/** The paragraph that begins on the next line with text; inside a paragraph, the next line. */
function nextText(from: number, { source, lines, addresses, blocks }: Pick<Document, 'source' | 'lines' | 'addresses' | 'blocks'>): Span {
  let line = lines.lineAt(from) + 1;
  while (line < lines.count && lines.textOf(line).trim() === '') line++;
  if (line >= lines.count) return { start: addresses.addressOf(source.length), end: addresses.addressOf(source.length) };
  const start = addresses.addressOf(lines.startOf(line));
  const end = addresses.addressOf(lines.startOf(line) + lines.textOf(line).length);
  const block = blocks[firstFrom(blocks, start, one => one.span.start)];
  return block && block.span.start <= end ? { start, end: Math.max(end, block.span.end) } : { start, end };
}

export type { Raw as RawDirective };
