import type { Span } from '../base/span';

/** A chip beside the name: green in post, amber left, grey when the record is older than the note. */
export interface Chip {
  readonly text: string;
  readonly tone: 'good' | 'notice' | 'neutral';
}

export interface CardRow {
  readonly label: string;
  readonly value: string;
}

/** A picture for a card: an SVG drawn for a light and a dark background, with its size in CSS pixels and its words. */
export interface CardPlot {
  readonly light: string;
  readonly dark: string;
  readonly width: number;
  readonly height: number;
  /** Rows drawn. */
  readonly bars: number;
  /** What a screen reader says; every number also stands in a row. */
  readonly alt: string;
}

/**
 * What a hover shows (spec 3.4), as plain text pieces: the host turns them into its own markup and escapes them.
 * Rows are in the order of the specification and left out when empty.
 */
export interface HoverCard {
  readonly kind: 'person' | 'organization' | 'figure' | 'formation' | 'metonym' | 'date' | 'instrument';
  /** The name, figure or word hovered, absolute. */
  readonly span: Span;
  readonly heading: string;
  readonly chip?: Chip;
  readonly subheading?: string;
  readonly rows: readonly CardRow[];
  /** Pictures of the first rows, by how many of them: one that has as many bars as the rows that fit is shown. */
  readonly plots?: readonly CardPlot[];
  /** Source and check date in words. */
  readonly footer?: string;
  /** Record shown, for *Open record*: path inside the gazetteer and one-based line. */
  readonly record?: { readonly id: string; readonly file: string; readonly line: number };
}
