import type { SyntaxNode } from '@lezer/common';
import { shift, type Span } from '../base/span';
import { findComments, type RawDirective } from './directives';
import { htmlText } from './html';
import type { Block, BlockKind } from './model';
import { isWork, type Prose, proseOf } from './prose';
import { findQuotes } from './quotes';
import { splitSentences } from './sentences';

/** A list, table or block of one piece of the text; spans are relative to the piece, indexes count within it. */
export interface Piece {
  readonly blocks: readonly PieceBlock[];
  readonly lists: readonly { readonly span: Span; readonly ordered: boolean; readonly depth: number; readonly items: number }[];
  readonly tables: readonly { readonly span: Span; readonly rows: readonly (readonly number[])[] }[];
  readonly comments: readonly RawDirective[];
}

/** A block before it has its place: table and list are indexes into those of the piece. */
export interface PieceBlock extends Omit<Block, 'section' | 'cell' | 'item'> {
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  readonly item?: { readonly list: number; readonly depth: number };
}

/** Blocks of pieces that the last reading had and this one has not, by all that is read from a block: their content goes on in the new ones. */
export type KnownContents = Map<string, object>;

/** A line longer than this is pasted text: line breaks end paragraphs there (spec 6.2). */
const LONG_LINE = 200;
/** What a line may begin with that is a label of the note itself and no speaker. */
const NO_SPEAKER = /^(?:DATE|TO|FROM|CC|BCC|SUBJECT|SUBJ|RE|REF|TAGS|BLUF|SUMMARY|BACKGROUND|COMMENT|NOTE|NB|KEY [A-Z]+|BOTTOM LINE(?: UP FRONT)?|CONTEXT|ASSESSMENT|OUTLOOK|SOURCES?|CLASSIFICATION|DISTRIBUTION|TLP|UPDATE|UPDATED|WARNING|CORRECTION|FACTBOX|TIMELINE|ANNEX(?: [A-Z\d]+)?|TABLE(?: \d+)?|FIGURE(?: \d+)?|ANALYSIS|RECOMMENDATIONS?|ACTIONS?(?: [A-Z]+)?|PLACE|LOCATION|TIME|WHEN|WHERE|WHO|WHAT|WHY|HOW|TITLE|VENUE|PARTICIPANTS|ATTENDEES|AGENDA|UNCLASSIFIED|CONFIDENTIAL|SECRET|OFFICIAL(?:-SENSITIVE)?|RESTRICTED|IMMEDIATE|PRIORITY|ROUTINE|FLASH|URGENT|BREAKING)$/;
/** `MS. PSAKI:`, `Q`, `QUESTION:` at the start of a line (spec 4.1.8); `A` alone is an article unless a gap follows it. */
const SPEAKER = /^[\s*_]*((?:Q(?=\s{1,4}["“(\p{Lu}])|A(?=(?:\t|\s{2,8})["“(\p{Lu}]))|(?:Q|A|QUESTION|ANSWER|MODERATOR|OPERATOR|INTERVIEWER)(?=[*_]{0,3}:)|(?:[\p{Lu}][\p{Lu}.'’-]*\.?(?: (?:[\p{Lu}][\p{Lu}.'’-]*|\([^)]{1,40}\)|[\p{Lu}]\.)){0,6})(?=[*_]{0,3}:[\s*_]))/u;
const FOOTNOTE = /^\s{0,3}\[\^[^\]\s]{1,60}\]:/;

/** The speaker's label at the start of a line, as matched: the label is its first group. */
function speakerAt(line: string): RegExpExecArray | undefined {
  const match = SPEAKER.exec(line);
  return match && !NO_SPEAKER.test(match[1]!) ? match : undefined;
}

interface Context {
  quoted: boolean;
  item: { list: number; depth: number } | undefined;
}

/** Reads one top-level node of the Markdown tree into blocks whose spans are relative to the node's start. */
export function readPiece(text: string, node: SyntaxNode, known: KnownContents): Piece {
  const builder = new PieceBuilder(text, node.from, known);
  builder.read(node, { quoted: false, item: undefined });
  return builder.piece();
}

/** One paragraph of Markdown without marks. */
export function readPlainParagraph(text: string, from: number, to: number, known: KnownContents): Piece {
  const builder = new PieceBuilder(text, from, known);
  builder.paragraph(undefined, from, to, { quoted: false, item: undefined }, 'paragraph');
  return builder.piece();
}

/** Paragraphs of plain text: parted by empty lines. */
export function readPlain(text: string, from: number, to: number, known: KnownContents): Piece {
  const builder = new PieceBuilder(text, from, known);
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

  constructor(private readonly text: string, private readonly origin: number, private readonly known: KnownContents) {}

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
    if (name === 'LinkReference') {
      // a footnote of one word or one address has the shape of a link's definition
      if (FOOTNOTE.test(this.text.slice(node.from, Math.min(node.to, node.from + 80)))) this.paragraph(undefined, node.from, node.to, context, 'footnote');
      return undefined;
    }
    if (name === 'CommentBlock' || name === 'HTMLBlock') this.comments.push(...this.commentsIn(node.from, node.to));
    if (name === 'HTMLBlock') this.html(node, context);
    return undefined;
  }

  private html(node: SyntaxNode, context: Context): void {
    const { blanked, texts } = htmlText(this.text.slice(node.from, node.to));
    for (const { start, end, quoted } of texts) {
      const words = blanked.slice(start, end);
      if (words.trim() === '') continue;
      const from = start + words.length - words.trimStart().length;
      const to = start + words.trimEnd().length;
      this.add(context.item ? 'item' : 'paragraph', node.from + from, node.from + to, proseOf(blanked, from, to, undefined), { ...context, quoted: context.quoted || quoted });
    }
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
    this.add('heading', from, to, proseOf(this.text, from, to, node), context, { level });
  }

  paragraph(node: SyntaxNode | undefined, from: number, to: number, context: Context, kind: BlockKind): void {
    if (node) this.comments.push(...this.commentsIn(from, to));
    const inline = proseOf(this.text, from, to, node);
    const lines = linesOf(this.text, from, to);
    const pasted = lines.some(l => l.end - l.start > LONG_LINE);
    let open = from;
    let as = kind;
    lines.forEach((line, i) => {
      const start = this.text.slice(line.start, Math.min(line.end, line.start + 120));
      const label = kind === 'paragraph' || kind === 'footnote' ? FOOTNOTE.exec(start) : null;
      const begins = i > 0 && (pasted || label || speakerAt(start));
      if (begins) {
        this.add(as, open, lines[i - 1]!.end, sliceOf(inline, from, open, lines[i - 1]!.end), context);
        open = line.start;
        as = kind;
      }
      if (label && open === line.start) {
        as = 'footnote';
        open = line.start + label[0].length;
      }
    });
    this.add(as, open, to, sliceOf(inline, from, open, to), context);
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
          const at = this.add('cell', child.from, child.to, proseOf(this.text, child.from, child.to, child), context, { cell: { table, row: rows.length, column } });
          if (at !== undefined) cells.push(at);
        }
      }
      rows.push(cells);
    }
  }

  private add(kind: BlockKind, from: number, to: number, { prose, alts, works }: Prose, context: Context, more: Pick<PieceBlock, 'level' | 'cell'> = {}): number | undefined {
    const speaker = kind === 'paragraph' && !context.quoted ? speakerAt(prose.slice(0, 120)) : undefined;
    let index: number | undefined;
    if (prose.trim() !== '') {
      const start = speaker ? speaker[0].length - speaker[1]!.length : 0;
      const quotes = findQuotes(prose);
      index = this.push({
        kind, span: this.relative(from, to), prose, quoted: context.quoted, quotes, sentences: splitSentences(prose),
        works: [...works, ...quotes.filter(q => !q.open && isWork(prose.slice(q.start + 1, q.end - 1)))],
        ...(speaker ? { speaker: { span: { start, end: speaker[0].length }, label: speaker[1]! } } : {}),
        ...(context.item && kind === 'item' ? { item: context.item } : {}),
        ...(more.level === undefined ? {} : { level: more.level }),
        ...(more.cell ? { cell: more.cell } : {}),
      });
    }
    for (const alt of alts) {
      const words = proseOf(this.text, alt.start, alt.end, undefined).prose;
      this.push({ kind: 'alt', span: this.relative(alt.start, alt.end), prose: words, quoted: context.quoted, quotes: findQuotes(words), sentences: splitSentences(words), works: [] });
    }
    return index;
  }

  private push(block: Omit<PieceBlock, 'content'>): number {
    return this.blocks.push({ ...block, content: this.contentOf(block) }) - 1;
  }

  private contentOf(block: Omit<PieceBlock, 'content'>): object {
    if (this.known.size === 0) return {};
    const key = contentKey(block, this.text.slice(block.span.start + this.origin, block.span.end + this.origin));
    const content = this.known.get(key);
    // each goes on in one block only
    this.known.delete(key);
    return content ?? {};
  }
}

/** All that facts about a block are read from, in one key: two blocks with equal keys are the same work. */
export function contentKey(block: Omit<PieceBlock, 'content'>, source: string): string {
  const place = `${block.kind} ${block.quoted} ${block.level ?? ''} ${block.cell ? block.cell.row === 0 : ''} ${block.works.map(w => `${w.start}-${w.end}`).join()}`;
  return `${place}\n${source}\n${block.prose}`;
}

/** The part of a paragraph's prose that belongs to `[start, end)`; `from` is where the paragraph begins. */
function sliceOf(inline: Prose, from: number, start: number, end: number): Prose {
  if (start === from && end === from + inline.prose.length) return inline;
  return {
    prose: inline.prose.slice(start - from, end - from),
    alts: spansIn(inline.alts, start, end),
    works: spansIn(inline.works, start - from, end - from).map(w => shift(w, from - start)),
  };
}

/** Of spans in order, those that lie in `[start, end)`. */
function spansIn(spans: readonly Span[], start: number, end: number): Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let i = low; i < spans.length && spans[i]!.start < end; i++) if (spans[i]!.end <= end) found.push(spans[i]!);
  return found;
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
