import type { SyntaxNode } from '@lezer/common';
import { shift, type Span } from '../base/span';
import { findComments, type RawDirective } from './directives';
import type { Block, BlockKind } from './model';
import { proseOf } from './prose';
import { findQuotes } from './quotes';
import { splitSentences } from './sentences';

/** A list, table or block of one piece of the text; spans are relative to the piece, indexes count within it. */
export interface Piece {
  readonly blocks: readonly PieceBlock[];
  readonly lists: readonly { readonly span: Span; readonly ordered: boolean; readonly depth: number; readonly items: number }[];
  readonly tables: readonly { readonly span: Span; readonly rows: readonly (readonly number[])[] }[];
  readonly comments: readonly RawDirective[];
}

export type PieceBlock = Omit<Block, 'section' | 'content'>;

/** A line longer than this is pasted text: line breaks end paragraphs there (spec 6.2). */
const LONG_LINE = 200;
/** `MS. PSAKI:`, `Q`, `QUESTION:` at the start of a line (spec 4.1.8). */
const SPEAKER = /^\s*((?:Q|A)(?=\s{1,4}["“(\p{Lu}])|(?:Q|A|QUESTION|ANSWER|MODERATOR|OPERATOR|INTERVIEWER)(?=:)|(?:[\p{Lu}][\p{Lu}.'’-]*\.?(?: (?:[\p{Lu}][\p{Lu}.'’-]*|\([^)]{1,40}\)|[\p{Lu}]\.)){0,6})(?=:\s))/u;

interface Context {
  quoted: boolean;
  item: { list: number; depth: number } | undefined;
}

/** Reads one top-level node of the Markdown tree into blocks whose spans are relative to the node's start. */
export function readPiece(text: string, node: SyntaxNode): Piece {
  const builder = new PieceBuilder(text, node.from);
  builder.read(node, { quoted: false, item: undefined });
  return builder.piece();
}

/** Paragraphs of plain text: parted by empty lines. */
export function readPlain(text: string, from: number, to: number): Piece {
  const builder = new PieceBuilder(text, from);
  const paragraph = /(?:[^\r\n]+(?:\r\n|\n|\r)?)+/g;
  const body = text.slice(from, to);
  for (const match of body.matchAll(paragraph)) {
    if (match[0].trim() !== '') builder.paragraph(undefined, from + match.index, from + match.index + match[0].trimEnd().length, { quoted: false, item: undefined }, 'paragraph');
  }
  return builder.piece();
}

class PieceBuilder {
  private readonly blocks: PieceBlock[] = [];
  private readonly lists: { span: Span; ordered: boolean; depth: number; items: number }[] = [];
  private readonly tables: { span: Span; rows: number[][] }[] = [];
  private readonly comments: RawDirective[] = [];

  constructor(private readonly text: string, private readonly origin: number) {}

  piece(): Piece {
    return { blocks: this.blocks, lists: this.lists, tables: this.tables, comments: this.comments };
  }

  /** Walks nested blocks with a stack of its own: nesting may be deeper than the call stack. */
  read(top: SyntaxNode, start: Context): void {
    const stack: { node: SyntaxNode; context: Context }[] = [{ node: top, context: start }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, context } = next;
      const inner = this.enter(node, context);
      if (!inner) continue;
      const children: SyntaxNode[] = [];
      for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
      for (let i = children.length - 1; i >= 0; i--) stack.push({ node: children[i]!, context: inner });
    }
  }

  /** Takes a node as a block, or says in what context its children stand. */
  private enter(node: SyntaxNode, context: Context): Context | undefined {
    const { name } = node;
    if (/^ATXHeading\d$/.test(name) || /^SetextHeading\d$/.test(name)) {
      this.heading(node, context, Number(name[name.length - 1]));
      return undefined;
    }
    if (name === 'Paragraph' || name === 'Task') {
      this.paragraph(node, node.from, node.to, context, context.item ? 'item' : 'paragraph');
      return undefined;
    }
    if (name === 'Blockquote') return { ...context, quoted: true };
    if (name === 'BulletList' || name === 'OrderedList') {
      const depth = context.item ? context.item.depth + 1 : 0;
      let items = 0;
      for (let child = node.firstChild; child; child = child.nextSibling) if (child.name === 'ListItem') items++;
      this.lists.push({ span: this.relative(node.from, node.to), ordered: name === 'OrderedList', depth, items });
      return { ...context, item: { list: this.lists.length - 1, depth } };
    }
    if (name === 'ListItem' || name === 'Document') return context;
    if (name === 'Table') {
      this.table(node, context);
      return undefined;
    }
    if (name === 'CommentBlock' || name === 'HTMLBlock') this.comments.push(...this.commentsIn(node.from, node.to));
    return undefined;
  }

  private relative(from: number, to: number): Span {
    return { start: from - this.origin, end: to - this.origin };
  }

  private commentsIn(from: number, to: number): RawDirective[] {
    const move = (span: Span): Span => shift(span, -this.origin);
    return findComments(this.text, from, to).map(c => ({
      ...c, span: move(c.span), comment: move(c.comment), checks: c.checks.map(x => ({ ...x, span: move(x.span) })),
    }));
  }

  private heading(node: SyntaxNode, context: Context, level: number): void {
    let from = node.from;
    let to = node.to;
    const first = node.firstChild;
    if (first?.name === 'HeaderMark' && first.from === node.from) from = first.to;
    const last = node.lastChild;
    if (last?.name === 'HeaderMark' && last.from > from) to = last.from;
    this.add('heading', from, to, node, context, { level });
  }

  paragraph(node: SyntaxNode | undefined, from: number, to: number, context: Context, kind: BlockKind): void {
    if (node) this.comments.push(...this.commentsIn(from, to));
    const label = /^\[\^[^\]\s]{1,60}\]:/.exec(this.text.slice(from, Math.min(to, from + 80)));
    const as = label ? 'footnote' : kind;
    const start = label ? from + label[0].length : from;
    const lines = linesOf(this.text, start, to);
    const pasted = lines.some(l => l.end - l.start > LONG_LINE);
    let open = lines[0]?.start ?? start;
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i]!;
      if (!pasted && !SPEAKER.test(this.text.slice(line.start, Math.min(line.end, line.start + 120)))) continue;
      this.add(as, open, lines[i - 1]!.end, node, context);
      open = line.start;
    }
    this.add(as, open, to, node, context);
  }

  private table(node: SyntaxNode, context: Context): void {
    const rows: number[][] = [];
    const table = this.tables.length;
    this.tables.push({ span: this.relative(node.from, node.to), rows });
    for (let row = node.firstChild; row; row = row.nextSibling) {
      if (row.name !== 'TableHeader' && row.name !== 'TableRow') continue;
      const cells: number[] = [];
      const first = row.firstChild;
      let column = first?.name === 'TableDelimiter' && first.from === row.from ? -1 : 0;
      for (let child = row.firstChild; child; child = child.nextSibling) {
        if (child.name === 'TableDelimiter') column++;
        else if (child.name === 'TableCell') {
          const at = this.add('cell', child.from, child.to, child, context, { cell: { table, row: rows.length, column } });
          if (at !== undefined) cells.push(at);
        }
      }
      rows.push(cells);
    }
  }

  private add(kind: BlockKind, from: number, to: number, node: SyntaxNode | undefined, context: Context, more: { level?: number; cell?: Block['cell'] } = {}): number | undefined {
    const { prose, alts, works } = proseOf(this.text, from, to, node);
    const speaker = kind === 'paragraph' && !context.quoted ? SPEAKER.exec(prose.slice(0, 120)) : undefined;
    let index: number | undefined;
    if (prose.trim() !== '') {
      const start = speaker ? speaker[0].length - speaker[1]!.length : 0;
      index = this.blocks.length;
      this.blocks.push({
        kind, span: this.relative(from, to), prose, quoted: context.quoted, quotes: findQuotes(prose), sentences: splitSentences(prose), works,
        ...(speaker ? { speaker: { span: { start, end: speaker[0].length }, label: speaker[1]! } } : {}),
        ...(context.item && kind === 'item' ? { item: context.item } : {}),
        ...(more.level === undefined ? {} : { level: more.level }),
        ...(more.cell ? { cell: more.cell } : {}),
      });
    }
    for (const alt of alts) {
      if (alt.start < from || alt.end > to) continue;
      const words = proseOf(this.text, alt.start, alt.end, undefined).prose;
      this.blocks.push({ kind: 'alt', span: this.relative(alt.start, alt.end), prose: words, quoted: context.quoted, quotes: findQuotes(words), sentences: splitSentences(words), works: [] });
    }
    return index;
  }
}

function linesOf(text: string, from: number, to: number): Span[] {
  const lines: { start: number; end: number }[] = [];
  let start = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    lines.push({ start, end: i - (code === 13 && text.charCodeAt(i) === 10 ? 1 : 0) });
    start = i + 1;
  }
  lines.push({ start, end: to });
  return lines;
}
