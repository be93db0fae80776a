import { type SyntaxNode, type Tree, TreeFragment } from '@lezer/common';
import { parser as commonmark, Table } from '@lezer/markdown';
import { LineIndex } from '../base/lines';
import { shift, type Span } from '../base/span';
import { contentKey, type Piece, type PieceBlock, readPiece, readPlain } from './blocks';
import { findDateLine } from './date-line';
import { type RawDirective, resolveDirectives } from './directives';
import { type FrontMatterReading, readFrontMatter } from './front-matter';
import type { Block, Document, FrontMatter, List, Section, SectionKind, Table as DocumentTable } from './model';
import { findQuotes } from './quotes';
import { splitSentences } from './sentences';
import { sectionKind } from './sections';

/** GFM tables; no parser for code blocks, which are skipped anyway. */
const parser = commonmark.configure([Table]);

/**
 * The parser's pass over a paragraph takes more than linear time where marks do not pair up. Nobody writes Markdown in
 * longer lines: theirs is taken for text without marks (spec 7, bad input).
 */
const LONGEST_MARKED_LINE = 20_000;
/** A list or quotation mark at the start of such a line still counts. */
const LINE_LEAD = 16;

interface Placed {
  readonly from: number;
  readonly piece: Piece;
}

/**
 * Reads a document, and again after each edit: unchanged pieces of the Markdown tree are kept with their blocks, so
 * that a keystroke costs what its paragraph costs. Never throws on text.
 */
export class DocumentReader {
  private fragments: readonly TreeFragment[] = [];
  private body = '';
  private placed: readonly Placed[] = [];
  private pieces = new Map<Tree, Piece>();
  private plain = new Map<string, Piece>();
  private top: { readonly source: string; readonly reading: FrontMatterReading } | undefined;

  constructor(private readonly markdown: boolean) {}

  read(text: string): Document {
    const { frontMatter, bodyStart } = this.frontMatterOf(text);
    const body = bodyStart === 0 ? text : text.slice(bodyStart);
    const placed = this.markdown ? this.readMarkdown(body) : this.readPlainText(body);
    return assemble(text, this.markdown, frontMatter, bodyStart, placed);
  }

  /** Read again only when its own text has changed. */
  private frontMatterOf(text: string): FrontMatterReading {
    if (this.top && this.top.reading.bodyStart > 1 && text.startsWith(this.top.source) && /^[\r\n]|^$/.test(text.slice(this.top.source.length, this.top.source.length + 1))) return this.top.reading;
    const reading = readFrontMatter(text);
    this.top = { source: text.slice(0, reading.bodyStart), reading };
    return reading;
  }

  private readMarkdown(body: string): Placed[] {
    const change = changeBetween(this.body, body);
    const fragments = change ? TreeFragment.applyChanges(this.fragments, [widened(change, body)]) : this.fragments;
    const tree = parser.parse(withoutMarksInLongLines(body), fragments);
    this.fragments = TreeFragment.addTree(tree);
    const nodes: { node: SyntaxNode; kept: Piece | undefined }[] = [];
    for (let node = tree.topNode.firstChild; node; node = node.nextSibling) nodes.push({ node, kept: node.tree ? this.pieces.get(node.tree) : undefined });
    const known = this.contentsGone(new Set(nodes.map(n => n.kept)));
    const pieces = new Map<Tree, Piece>();
    const placed = nodes.map(({ node, kept }): Placed => {
      const piece = kept ?? readPiece(body, node, known);
      if (node.tree) pieces.set(node.tree, piece);
      return { from: node.from, piece };
    });
    this.pieces = pieces;
    this.body = body;
    this.placed = placed;
    return placed;
  }

  /**
   * Contents of the blocks whose pieces the edit has replaced. Pasted text is one piece of the Markdown tree for any
   * number of paragraphs, a table for any number of cells: what is as it was in them goes on.
   */
  private contentsGone(kept: ReadonlySet<Piece | undefined>): Map<string, object> {
    const gone = new Map<string, object>();
    for (const { from, piece } of this.placed) {
      if (kept.has(piece)) continue;
      for (const block of piece.blocks) gone.set(contentKey(block, this.body.slice(from + block.span.start, from + block.span.end)), block.content);
    }
    return gone;
  }

  private readPlainText(body: string): Placed[] {
    const paragraphs: { from: number; words: string; kept: Piece | undefined }[] = [];
    for (const { 0: words, index: from } of body.matchAll(/(?:[^\r\n]+(?:\r\n|\n|\r)?)+/g)) paragraphs.push({ from, words, kept: this.plain.get(words) });
    const known = this.contentsGone(new Set(paragraphs.map(p => p.kept)));
    const now = new Map<string, Piece>();
    const placed = paragraphs.map(({ from, words, kept }): Placed => {
      const piece = now.get(words) ?? kept ?? readPlain(words, 0, words.length, known);
      now.set(words, piece);
      return { from, piece };
    });
    this.plain = now;
    this.body = body;
    this.placed = placed;
    return placed;
  }
}

/** The text to parse: of the same length, with the marks in over-long lines replaced by letters. */
function withoutMarksInLongLines(body: string): string {
  let parts: string[] | undefined;
  let done = 0;
  for (let start = 0; start < body.length;) {
    const found = body.indexOf('\n', start);
    const end = found < 0 ? body.length : found;
    if (end - start > LONGEST_MARKED_LINE) {
      const lead = start + LINE_LEAD;
      (parts ??= []).push(body.slice(done, lead), body.slice(lead, end).replace(/[`*_[\]()!<&\\~]/g, 'x'));
      done = end;
    }
    start = end + 1;
  }
  return parts ? parts.join('') + body.slice(done) : body;
}

/** The one stretch by which two texts differ, by common start and end; `undefined` where they are equal. */
function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { fromA: start, toA: before.length - end, fromB: start, toB: after.length - end };
}

interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * The change with the paragraphs around it: a line that has lost the empty line before it may go on the paragraph
 * above, which the parser does not see when it takes a kept tree for what follows.
 */
function widened(change: Change, body: string): Change {
  const before = change.fromB - emptyLineBefore(body, change.fromB);
  const after = emptyLineAfter(body, emptyLineAfter(body, change.toB)) - change.toB;
  return { fromA: change.fromA - before, toA: change.toA + after, fromB: change.fromB - before, toB: change.toB + after };
}

function emptyLineBefore(body: string, from: number): number {
  for (let end = body.lastIndexOf('\n', from - 1); end > 0;) {
    const start = body.lastIndexOf('\n', end - 1);
    if (body.slice(start + 1, end).trim() === '') return start + 1;
    end = start;
  }
  return 0;
}

/** The end of the first empty line after the lines with text that follow an offset. */
function emptyLineAfter(body: string, from: number): number {
  let seen = false;
  for (let start = from; start < body.length;) {
    const newline = body.indexOf('\n', start);
    const end = newline < 0 ? body.length : newline + 1;
    const empty = body.slice(start, end).trim() === '';
    if (empty && seen) return end;
    seen ||= !empty;
    start = end;
  }
  return body.length;
}

function assemble(text: string, markdown: boolean, frontMatter: FrontMatter | undefined, bodyStart: number, placed: readonly Placed[]): Document {
  const lines = new LineIndex(text);
  const blocks: Block[] = [];
  const lists: List[] = [];
  const tables: { span: Span; rows: readonly (readonly number[])[]; captions: number[] }[] = [];
  const comments: RawDirective[] = [];
  const sections = new Sections(text.length);
  const title = frontMatter && titleBlock(text, frontMatter);
  if (title) blocks.push(title);
  for (const { from, piece } of placed) {
    const at = from + bodyStart;
    const firstBlock = blocks.length;
    const firstList = lists.length;
    const firstTable = tables.length;
    for (const [index, block] of piece.blocks.entries()) {
      const start = block.span.start + at;
      const section = block.kind === 'heading' && !block.quoted ? sections.open(block.level ?? 1, block.prose.trim(), blocks.length, start) : sections.current;
      const place = placeBlock(block, piece.placed[index], start, section, firstList, firstTable);
      piece.placed[index] = place;
      blocks.push(place);
    }
    for (const list of piece.lists) lists.push({ ...list, span: shift(list.span, at) });
    for (const table of piece.tables) tables.push({ span: shift(table.span, at), rows: table.rows.map(row => row.map(i => i + firstBlock)), captions: [] });
    for (const c of piece.comments) comments.push({ ...c, span: shift(c.span, at), comment: shift(c.comment, at), checks: c.checks.map(x => ({ ...x, span: shift(x.span, at) })) });
  }
  findCaptions(blocks, tables);
  const dateLine = findDateLine(text, bodyStart);
  return {
    text, lines, markdown, blocks, lists, tables: tables as readonly DocumentTable[],
    sections: sections.close(),
    directives: resolveDirectives(comments, text, lines, blocks),
    ...(frontMatter ? { frontMatter } : {}),
    ...(dateLine ? { dateLine } : {}),
  };
}

/** A block at its place in the document: the one of the last reading where nothing about it has moved. */
function placeBlock(block: PieceBlock, before: Block | undefined, start: number, section: number, firstList: number, firstTable: number): Block {
  const list = block.item && block.item.list + firstList;
  const table = block.cell && block.cell.table + firstTable;
  if (before && before.span.start === start && before.section === section && before.item?.list === list && before.cell?.table === table) return before;
  return {
    ...block, span: { start, end: start + block.span.end - block.span.start }, section,
    ...(block.item ? { item: { depth: block.item.depth, list: list! } } : {}),
    ...(block.cell ? { cell: { ...block.cell, table: table! } } : {}),
  };
}

/** Sections by heading; a kind passes down to the sections below its heading. */
class Sections {
  private readonly list: { kind: SectionKind; level: number; title: string; heading: number; span: { start: number; end: number } }[];
  private stack: number[] = [];
  current = 0;

  constructor(private readonly length: number) {
    this.list = [{ kind: 'body', level: 0, title: '', heading: -1, span: { start: 0, end: length } }];
  }

  open(level: number, title: string, heading: number, start: number): number {
    while (this.stack.length > 0 && this.list[this.stack[this.stack.length - 1]!]!.level >= level) this.stack.pop();
    const above = this.stack.length > 0 ? this.list[this.stack[this.stack.length - 1]!]!.kind : 'body';
    const own = sectionKind(title);
    this.list[this.current]!.span.end = start;
    this.list.push({ kind: own === 'body' ? above : own, level, title, heading, span: { start, end: this.length } });
    this.current = this.list.length - 1;
    this.stack.push(this.current);
    return this.current;
  }

  close(): readonly Section[] {
    return this.list;
  }
}

/** The title in the front matter is read as a heading (spec 6.1). */
function titleBlock(text: string, frontMatter: FrontMatter): Block | undefined {
  const entry = frontMatter.entries.get('title');
  if (!entry || typeof entry.value !== 'string' || entry.value.trim() === '') return undefined;
  const quoted = /^["']/.test(text.slice(entry.valueSpan.start, entry.valueSpan.end));
  const span = quoted ? { start: entry.valueSpan.start + 1, end: entry.valueSpan.end - 1 } : entry.valueSpan;
  const prose = text.slice(span.start, span.end).replace(/\s/g, ' ');
  return { kind: 'heading', span, prose, quoted: false, quotes: findQuotes(prose), sentences: splitSentences(prose), works: [], section: 0, level: 1, content: entry };
}

const CAPTION = /^\s*(?:Table|Figure|Source|Sources|Note)\b[^.]{0,12}[:.]/i;

/** A caption stands right before its table (and names it), a “Source:” line right after it. */
function findCaptions(blocks: readonly Block[], tables: readonly { span: Span; captions: number[] }[]): void {
  if (tables.length === 0) return;
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph' || block.prose.length > 300) continue;
    for (const table of nearTables(tables, block.span)) {
      const before = block.span.end <= table.span.start;
      if (CAPTION.test(block.prose) || (before && /^\s*[^.]{3,120}$/.test(block.prose) && block.prose.trim().length < 120)) table.captions.push(index);
    }
  }
}

/** Tables that begin or end within two lines of the span. */
function nearTables<T extends { span: Span }>(tables: readonly T[], span: Span): T[] {
  let low = 0;
  let high = tables.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tables[middle]!.span.end < span.start - 3) low = middle + 1;
    else high = middle;
  }
  return tables.slice(low, low + 2).filter(t => (t.span.start >= span.end && t.span.start - span.end <= 3) || (span.start >= t.span.end && span.start - t.span.end <= 3));
}
