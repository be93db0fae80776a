import { shift, type Span } from '../base/span';
import type { Addresses, Stretch } from './addresses';
import type { Piece, PieceBlock } from './blocks';
import type { RawDirective } from './directives';
import type { Block, FrontMatter, List, Section, Table } from './model';
import { findQuotes } from './quotes';
import { sectionKind } from './sections';
import { splitSentences } from './sentences';

/** A stretch of the body as read: pieces whose spans are relative to their own start, which is relative to the stretch's. */
export interface Region extends Stretch {
  readonly pieces: readonly { readonly from: number; readonly piece: Piece }[];
  /** Its blocks at their place, for as long as nothing about that has changed. */
  placed?: PlacedRegion;
}

/** What stands in a region, at its addresses. */
export interface PlacedRegion {
  readonly address: number;
  readonly entry: Section;
  readonly exit: Section;
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  readonly tables: readonly Table[];
  readonly comments: readonly RawDirective[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

export const NO_SECTION: Section = { kind: 'body', level: 0, title: '' };

/** Places the regions one after the other. What is at its old address, in its old section and beside the same captions, stays the same object. */
export function placeRegions(regions: readonly Region[], addresses: Addresses): PlacedRegion[] {
  let section = NO_SECTION;
  const placed = regions.map(region => {
    region.placed = placeRegion(region, section);
    section = region.placed.exit;
    return region.placed;
  });
  for (const [i, own] of placed.entries()) {
    if (own.tables.length > 0) regions[i]!.placed = placed[i] = captioned(own, placed[i - 1]?.blocks.at(-1), placed[i + 1]?.blocks[0], addresses);
  }
  return placed;
}

function placeRegion(region: Region, entry: Section): PlacedRegion {
  const before = region.placed;
  if (before && before.address === region.address) {
    if (before.entry === entry) return before;
    const first = before.blocks[0];
    // a heading that begins the region opens the same section as before
    if (first?.section.heading === first && first !== undefined && first.section.above === sectionAbove(entry, first.section.level)) return { ...before, entry };
  }
  return new Placing(region.address, entry).region(region);
}

/** The section that a heading of a level stands in. */
function sectionAbove(section: Section, level: number): Section {
  let above = section;
  while (above.level >= level && above.above) above = above.above;
  return above;
}

class Placing {
  private readonly blocks: Block[] = [];
  private readonly lists: List[] = [];
  private readonly tables: Table[] = [];
  private readonly comments: RawDirective[] = [];
  private section: Section;

  constructor(private readonly address: number, private readonly entry: Section) {
    this.section = entry;
  }

  region(region: Region): PlacedRegion {
    for (const { from, piece } of region.pieces) this.piece(piece, region.address + from);
    const { address, entry, section, blocks, lists, tables, comments } = this;
    return { address, entry, exit: section, blocks, lists, tables, comments };
  }

  private piece(piece: Piece, at: number): void {
    const lists = piece.lists.map((list): List => ({ ...list, span: shift(list.span, at) }));
    const tables = piece.tables.map((table): Open<Table> => ({ span: shift(table.span, at), rows: [], captions: [] }));
    const blocks = piece.blocks.map(block => this.block(block, at, lists, tables));
    for (const [i, table] of tables.entries()) table.rows = piece.tables[i]!.rows.map(row => row.map(cell => blocks[cell]!));
    for (const c of piece.comments) {
      this.comments.push({ ...c, span: shift(c.span, at), comment: shift(c.comment, at), checks: c.checks.map(x => ({ ...x, span: shift(x.span, at) })) });
    }
    this.blocks.push(...blocks);
    this.lists.push(...lists);
    this.tables.push(...tables);
  }

  private block({ cell, item, ...block }: PieceBlock, at: number, lists: readonly List[], tables: readonly Table[]): Block {
    const placed: Open<Block> = {
      ...block, span: shift(block.span, at), section: this.section,
      ...(item ? { item: { depth: item.depth, list: lists[item.list]! } } : {}),
      ...(cell ? { cell: { ...cell, table: tables[cell.table]! } } : {}),
    };
    if (block.kind === 'heading' && !block.quoted) placed.section = this.section = sectionOf(placed, this.section);
    return placed;
  }
}

/** The section that a heading opens; a kind passes down to the sections below its heading. */
function sectionOf(heading: Block, current: Section): Section {
  const level = heading.level ?? 1;
  const title = heading.prose.trim();
  const above = sectionAbove(current, level);
  const own = sectionKind(title);
  return { kind: own === 'body' ? above.kind : own, level, title, heading, above };
}

/** The title in the front matter is read as a heading (spec 6.1). */
export function titleBlock(text: string, frontMatter: FrontMatter): Block | undefined {
  const entry = frontMatter.entries.get('title');
  if (!entry || typeof entry.value !== 'string' || entry.value.trim() === '') return undefined;
  const quoted = /^["']/.test(text.slice(entry.valueSpan.start, entry.valueSpan.end));
  const span = quoted ? { start: entry.valueSpan.start + 1, end: entry.valueSpan.end - 1 } : entry.valueSpan;
  const prose = text.slice(span.start, span.end).replace(/\s/g, ' ');
  return { kind: 'heading', span, prose, quoted: false, quotes: findQuotes(prose), sentences: splitSentences(prose), works: [], section: NO_SECTION, level: 1, content: entry };
}

const CAPTION = /^\s*(?:Table|Figure|Source|Sources|Note)\b[^.]{0,12}[:.]/i;

/** The region with the captions of its tables, of its own blocks and of those beside it; as it is where they are the same. */
function captioned(own: PlacedRegion, before: Block | undefined, after: Block | undefined, addresses: Addresses): PlacedRegion {
  const near = [...(before ? [before] : []), ...own.blocks, ...(after ? [after] : [])].filter(b => b.kind === 'paragraph' && b.prose.length <= 300);
  const captions = own.tables.map(table => near.filter(block => isCaption(block, table, addresses)));
  if (own.tables.every((table, i) => table.captions.length === captions[i]!.length && table.captions.every((c, k) => c === captions[i]![k]))) return own;
  // cells know their table: they are made anew with it
  const anew = new Map(own.tables.map((table, i): [Table, Open<Table>] => [table, { ...table, captions: captions[i]! }]));
  const cells = new Map<Block, Block>();
  const blocks = own.blocks.map((block): Block => {
    if (!block.cell) return block;
    const cell = { ...block, cell: { ...block.cell, table: anew.get(block.cell.table)! } };
    cells.set(block, cell);
    return cell;
  });
  for (const table of anew.values()) table.rows = table.rows.map(row => row.map(cell => cells.get(cell)!));
  return { ...own, blocks, tables: [...anew.values()] };
}

/** A caption stands right before its table (and names it), a “Source:” line right after it. */
function isCaption(block: Block, table: Table, addresses: Addresses): boolean {
  const [text, rows] = [addresses.spanOf(block.span), addresses.spanOf(table.span)];
  if (!close(text, rows) && !close(rows, text)) return false;
  return CAPTION.test(block.prose) || (text.end <= rows.start && /^\s*[^.]{3,120}$/.test(block.prose) && block.prose.trim().length < 120);
}

/** Whether the second begins within two lines of the end of the first. */
function close(first: Span, second: Span): boolean {
  return second.start >= first.end && second.start - first.end <= 3;
}
