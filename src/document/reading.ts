import { LineIndex } from '../base/lines';
import { type Span } from '../base/span';
import type { Addresses } from './addresses';
import { dateLineIn, topOf } from './date-line';
import { resolveDirectives } from './directives';
import type { Block, DateLine, Directive, Document, FrontMatter, List, Table } from './model';
import { type PlacedRegion, placeRegions, type Region, titleBlock } from './place';

interface Top {
  readonly frontMatter?: FrontMatter | undefined;
  readonly bodyStart: number;
}

/** A document as one reading has it; what few ask for is worked out when they do. */
export class ReadDocument implements Document {
  readonly blocks: readonly Block[];
  readonly frontMatter?: FrontMatter;
  readonly dateLine?: DateLine;
  readonly directives: readonly Directive[];
  private readonly title: { readonly of: FrontMatter; readonly block: Block | undefined } | undefined;
  private readonly topLines: { readonly from: number; readonly text: string };
  private readonly dateLineThere: DateLine | undefined;
  private readonly regions: readonly PlacedRegion[];
  private ownLines: LineIndex | undefined;

  constructor(readonly source: string, readonly markdown: boolean, readonly addresses: Addresses, regions: readonly Region[], { frontMatter, bodyStart }: Top, before: ReadDocument | undefined) {
    if (frontMatter) this.frontMatter = bodyStart === 0 ? unclosed(frontMatter, addresses) : frontMatter;
    // an entry is the same object for as long as the front matter is
    if (this.frontMatter) this.title = before?.title?.of === frontMatter ? before!.title : { of: frontMatter!, block: titleBlock(source, this.frontMatter) };
    this.regions = placeRegions(regions, addresses);
    const blocks: Block[] = this.title?.block ? [this.title.block] : [];
    for (const region of this.regions) for (const block of region.blocks) blocks.push(block);
    this.blocks = blocks;
    this.topLines = topOf(source, bodyStart);
    this.dateLineThere = before?.topLines.text === this.topLines.text ? before.dateLineThere : dateLineIn(this.topLines.text);
    if (this.dateLineThere) {
      const { day, span } = this.dateLineThere;
      const at = (offset: number): number => addresses.addressOf(this.topLines.from + offset);
      this.dateLine = { day, span: { start: at(span.start), end: at(span.end) } };
    }
    const comments = this.regions.flatMap(r => r.comments);
    this.directives = comments.length === 0 ? [] : resolveDirectives(comments, this);
  }

  get lines(): LineIndex {
    return (this.ownLines ??= new LineIndex(this.source));
  }

  get tables(): readonly Table[] {
    return this.regions.flatMap(r => r.tables);
  }

  get lists(): readonly List[] {
    return this.regions.flatMap(r => r.lists);
  }
}

/** The opening line of front matter that nothing closes stands in the body: its offsets are addresses of the body. */
function unclosed(frontMatter: FrontMatter, addresses: Addresses): FrontMatter {
  const at = ({ start, end }: Span): Span => ({ start: addresses.addressOf(start), end: addresses.addressOf(end) });
  return { ...frontMatter, span: at(frontMatter.span), problems: frontMatter.problems.map(p => ({ ...p, span: at(p.span) })) };
}
