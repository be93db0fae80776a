import { parser as commonmark, Table } from '@lezer/markdown';
import { LineIndex } from '../base/lines';
import { shift, type Span } from '../base/span';
import { contentKey, type Piece, type PieceBlock, readPiece, readPlain, readPlainParagraph } from './blocks';
import { findDateLine } from './date-line';
import { type RawDirective, resolveDirectives } from './directives';
import { type FrontMatterReading, readFrontMatter } from './front-matter';
import type { Block, Document, FrontMatter, List, Section, SectionKind, Table as DocumentTable } from './model';
import { findQuotes } from './quotes';
import { type Region, regionAt } from './regions';
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

/** A region as read: its pieces stand relative to its start. */
interface ReadRegion {
  readonly start: number;
  readonly end: number;
  readonly pieces: readonly Placed[];
}

/**
 * Reads a document, and again after each edit: unchanged pieces of the Markdown tree are kept with their blocks, so
 * that a keystroke costs what its paragraph costs. Never throws on text.
 */
export class DocumentReader {
  private body = '';
  private placed: readonly Placed[] = [];
  private regions: readonly ReadRegion[] = [];
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

  /** Regions before and after the change keep their pieces; those between are read. */
  private readMarkdown(body: string): Placed[] {
    const before = this.regions;
    const change = changeBetween(this.body, body);
    const moved = body.length - this.body.length;
    let kept = 0;
    while (kept < before.length && before[kept]!.end <= change.start) kept++;
    // what follows may join the last region before the change
    if (kept > 0) kept--;
    const found = before.slice(0, kept);
    let at = kept === 0 ? 0 : before[kept - 1]!.end;
    let after = kept;
    const middle: Region[] = [];
    while (at < body.length) {
      while (after < before.length && (before[after]!.start < change.endBefore || before[after]!.start + moved < at)) after++;
      if (after < before.length && before[after]!.start + moved === at) break;
      const region = regionAt(body, at);
      middle.push(region);
      at = region.end;
    }
    if (at >= body.length) after = before.length;
    const gone = before.slice(kept, after);
    const known = contentsOf(gone, this.body);
    const read = middle.map((region): ReadRegion => ({ start: region.start, end: region.end, pieces: readRegion(body, region, known) }));
    const rest = moved === 0 ? before.slice(after) : before.slice(after).map(r => ({ ...r, start: r.start + moved, end: r.end + moved }));
    this.regions = [...found, ...read, ...rest];
    this.body = body;
    return this.regions.flatMap(r => r.pieces.map(({ from, piece }) => ({ from: from + r.start, piece })));
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

function readRegion(body: string, region: Region, known: Map<string, object>): Placed[] {
  if (region.plain) {
    const from = region.text - region.start;
    return [{ from, piece: readPlainParagraph(body, region.text, region.textEnd, known) }];
  }
  const source = body.slice(region.start, region.end);
  const tree = parser.parse(withoutMarksInLongLines(source));
  const placed: Placed[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) placed.push({ from: node.from, piece: readPiece(source, node, known) });
  return placed;
}

/** Contents of the blocks of regions that an edit has replaced: what is as it was in them goes on. */
function contentsOf(gone: readonly ReadRegion[], body: string): Map<string, object> {
  const contents = new Map<string, object>();
  for (const region of gone) {
    for (const { from, piece } of region.pieces) {
      const at = region.start + from;
      for (const block of piece.blocks) contents.set(contentKey(block, body.slice(at + block.span.start, at + block.span.end)), block.content);
    }
  }
  return contents;
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

/** Texts are compared in stretches of this length first. */
const STRETCH = 4096;

/** The stretch by which two texts differ: its start in both, and its end in the first. */
function changeBetween(before: string, after: string): { readonly start: number; readonly endBefore: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + STRETCH <= most && before.slice(start, start + STRETCH) === after.slice(start, start + STRETCH)) start += STRETCH;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  const tail = (text: string, from: number): string => text.slice(text.length - from - STRETCH, text.length - from);
  while (end + STRETCH <= most - start && tail(before, end) === tail(after, end)) end += STRETCH;
  while (end < most - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { start, endBefore: before.length - end };
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
