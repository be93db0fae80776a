import type { Day } from '../base/edtf';
import type { LineIndex } from '../base/lines';
import type { Addresses } from './addresses';
import type { Span } from '../base/span';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'alt' | 'footnote';

/** A quotation inside one block; the span includes its marks. */
export interface Quote extends Span {
  /** The closing mark is missing: the quotation runs to the end of the block. */
  readonly open: boolean;
}

/** A transcript's speaker label (`MS. PSAKI:`, `Q`): the span is relative to the block, the name without the colon. */
export interface Speaker {
  readonly span: Span;
  readonly label: string;
}

/**
 * A piece of running text, made once and never changed: when anything about it changes, another takes its place. All
 * spans of a document are addresses (`Addresses`), which stay while text elsewhere changes. `prose` has the length of the source slice; what is not prose (code, destinations,
 * comments) is blanked with spaces, marks inside a word with U+2060; line breaks, tabs, no-break and narrow spaces
 * are plain spaces, U+2011 is a plain hyphen. All spans in a block are relative to `span.start`.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly prose: string;
  /** Stands in a Markdown blockquote. */
  readonly quoted: boolean;
  readonly quotes: readonly Quote[];
  readonly sentences: readonly Span[];
  /** Emphasised or quoted titles of works (`*War and Peace*`). */
  readonly works: readonly Span[];
  readonly speaker?: Speaker;
  readonly section: Section;
  /** Heading level 1-6. */
  readonly level?: number;
  readonly cell?: CellPlace;
  /** Stands for the block's own text, wherever it has moved to: the key under which facts about it are kept. */
  readonly content: object;
  /** Nesting depth of a list item, from 0, and the list it belongs to. */
  readonly item?: { readonly list: List; readonly depth: number };
}

export interface CellPlace {
  readonly table: Table;
  /** 0 is the header row. */
  readonly row: number;
  readonly column: number;
}

/** What a section is for, read from its heading; kinds pass down to sections below it (spec 6.2). */
export type SectionKind = 'body' | 'summary' | 'sources' | 'abbreviations' | 'annex' | 'participants' | 'timeline';

export interface Section {
  readonly kind: SectionKind;
  readonly level: number;
  readonly title: string;
  /** Absent for the text before the first heading. */
  readonly heading?: Block;
  /** The section that it is a part of. */
  readonly above?: Section;
}

export interface Table {
  readonly span: Span;
  /** Cells by row; row 0 is the header. Empty cells are left out. */
  readonly rows: readonly (readonly Block[])[];
  /** Captions and “Source:” lines directly before or after the table. */
  readonly captions: readonly Block[];
}

export interface List {
  readonly span: Span;
  readonly ordered: boolean;
  readonly depth: number;
  /** Number of items at this list's own level. */
  readonly items: number;
}

/** One entry of the front matter, with the places of key and value in the document. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly value: FrontMatterValue;
  /** Where each item of a list stands. */
  readonly items?: readonly Span[];
}

export type FrontMatterValue =
  | string | number | boolean | null | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly span: Span;
  readonly entries: ReadonlyMap<string, FrontMatterEntry>;
  /** All keys that begin a line, also those whose value cannot be read. */
  readonly keys: ReadonlySet<string>;
  /** YAML that cannot be read: the entries that could be are still there. */
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

/** A `chancery-ignore…` or `chancery-disable…` comment, resolved to the text it silences (spec 5.4). */
export interface Directive {
  readonly kind: 'ignore-next-line' | 'ignore-line' | 'disable' | 'disable-file';
  /** The comment itself, without `<!--` and `-->`. */
  readonly span: Span;
  /** Checks named; empty means all. */
  readonly checks: readonly { readonly id: string; readonly span: Span }[];
  readonly target: Span;
}

/** A date found in the text's own date line or dateline (spec 6.1). */
export interface DateLine {
  readonly span: Span;
  readonly day: Day;
}

/** One reading of a text. Its spans are addresses; offsets are made of them where they leave the engine. */
export interface Document {
  readonly source: string;
  /** Lines of the source, by offset. */
  readonly lines: LineIndex;
  readonly addresses: Addresses;
  readonly markdown: boolean;
  readonly frontMatter?: FrontMatter;
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly lists: readonly List[];
  readonly directives: readonly Directive[];
  /** A labelled line (“Date: 12 January 2022”) or a dateline with a year in the first 15 lines. */
  readonly dateLine?: DateLine;
}
