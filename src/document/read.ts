import { parser as commonmark, Table } from '@lezer/markdown';
import { Addresses, fits, settle, spread, type Stretch } from './addresses';
import { contentKey, type KnownContents, type Piece, readPiece, readPlain, readPlainParagraph } from './blocks';
import { textForParser } from './bounds';
import { type FrontMatterReading, readFrontMatter } from './front-matter';
import type { Document } from './model';
import type { Region as ReadRegion } from './place';
import { ReadDocument } from './reading';
import { type Region, regionAt } from './regions';

/** GFM tables; no parser for code blocks, which are skipped anyway. */
const parser = commonmark.configure([Table]);

/**
 * Reads a document, and again after each edit: regions of the text that did not change keep their pieces, so that a
 * keystroke costs what its paragraph costs. Never throws on text.
 */
export class DocumentReader {
  private body = '';
  private regions: ReadRegion[] = [];
  /** The front matter, before the regions. */
  private topStretch: Stretch = { length: 0, address: 0 };
  private top: { readonly source: string; readonly reading: FrontMatterReading } | undefined;
  private last: ReadDocument | undefined;

  constructor(private readonly markdown: boolean) {}

  read(text: string): Document {
    if (this.last?.source === text) return this.last;
    const { frontMatter, bodyStart } = this.frontMatterOf(text);
    this.readBody(bodyStart === 0 ? text : text.slice(bodyStart), bodyStart);
    const addresses = new Addresses(text, [this.topStretch, ...this.regions]);
    this.last = new ReadDocument(text, this.markdown, addresses, this.regions, { frontMatter, bodyStart }, this.last);
    return this.last;
  }

  /** Read again only when its own text has changed. */
  private frontMatterOf(text: string): FrontMatterReading & { readonly frontMatter?: FrontMatterReading['frontMatter'] } {
    if (this.top && this.top.reading.bodyStart > 1 && text.startsWith(this.top.source) && /^[\r\n]|^$/.test(text.slice(this.top.source.length, this.top.source.length + 1))) return this.top.reading;
    const reading = readFrontMatter(text);
    this.top = { source: text.slice(0, reading.bodyStart), reading };
    return reading;
  }

  /** Regions before and after the change keep their pieces; those between are read. */
  private readBody(body: string, bodyStart: number): void {
    const before = this.regions;
    const change = changeBetween(this.body, body);
    const moved = body.length - this.body.length;
    let kept = 0;
    let at = 0;
    while (kept < before.length && at + before[kept]!.length <= change.start) at += before[kept++]!.length;
    // what follows may join the last region before the change
    if (kept > 0) at -= before[--kept]!.length;
    let goneFrom = at;
    let after = kept;
    let afterStart = at;
    const middle: Region[] = [];
    while (at < body.length) {
      while (after < before.length && (afterStart < change.endBefore || afterStart + moved < at)) afterStart += before[after++]!.length;
      if (after < before.length && afterStart + moved === at) break;
      const region = this.markdown ? regionAt(body, at) : plainRegionAt(body, at);
      middle.push(region);
      at = region.end;
    }
    if (at >= body.length) after = before.length;
    // the region before the change is often as it was
    while (middle.length > 0 && kept < after && middle[0]!.end <= change.start && middle[0]!.end - middle[0]!.start === before[kept]!.length) {
      middle.shift();
      goneFrom += before[kept++]!.length;
    }
    const gone = before.slice(kept, after);
    const known = contentsOf(gone, this.body, goneFrom);
    const read = middle.map((region): ReadRegion => ({ length: region.end - region.start, address: 0, pieces: this.markdown ? readRegion(body, region, known) : readPlainRegion(body, region, known) }));
    this.regions = [...before.slice(0, kept), ...read, ...before.slice(after)];
    this.body = body;
    this.address(kept, read, gone, bodyStart);
  }

  /** Gives new regions their addresses: the old one's where one takes the place of one. */
  private address(kept: number, read: readonly ReadRegion[], gone: readonly ReadRegion[], bodyStart: number): void {
    const before = kept === 0 ? this.topStretch : this.regions[kept - 1]!;
    const next = this.regions[kept + read.length]?.address ?? Infinity;
    const topChanged = this.topStretch.length !== bodyStart;
    if (topChanged) this.topStretch = { length: bodyStart, address: 0 };
    const first = this.regions[0];
    const roomAtTop = first === undefined || first === read[0] || fits(0, bodyStart, first.address);
    if (roomAtTop && gone.length > 0 && read.length === 1 && fits(gone[0]!.address, read[0]!.length, next) && (kept > 0 || fits(0, bodyStart, gone[0]!.address))) {
      read[0]!.address = gone[0]!.address;
      return;
    }
    const room = next === Infinity ? 2 ** 30 : next;
    if (roomAtTop && gone.length > 0 && (read.length === 0 || settle(read, before.address + (kept === 0 ? bodyStart : before.length), room))) return;
    spread([this.topStretch, ...this.regions]);
  }
}

/** A paragraph of plain text, with the empty lines after it. */
function plainRegionAt(text: string, start: number): Region {
  const from = skip(text, start, isBreak);
  let textEnd = from;
  let end = from;
  while (end < text.length) {
    textEnd = skip(text, end, code => !isBreak(code));
    const line = textEnd + (text.charCodeAt(textEnd) === 13 && text.charCodeAt(textEnd + 1) === 10 ? 2 : 1);
    end = Math.min(line, text.length);
    if (end < text.length && isBreak(text.charCodeAt(end))) break;
  }
  return { start, end: skip(text, end, isBreak), plain: true, text: from, textEnd };
}

const isBreak = (code: number): boolean => code === 10 || code === 13;

function skip(text: string, from: number, over: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && over(text.charCodeAt(at))) at++;
  return at;
}

function readPlainRegion(body: string, region: Region, known: KnownContents): ReadRegion['pieces'] {
  const words = body.slice(region.text, region.textEnd);
  return words === '' ? [] : [{ from: region.text - region.start, piece: readPlain(words, 0, words.length, known) }];
}

function readRegion(body: string, region: Region, known: KnownContents): ReadRegion['pieces'] {
  if (region.plain) {
    const from = region.text - region.start;
    return [{ from, piece: readPlainParagraph(body, region.text, region.textEnd, known) }];
  }
  const source = body.slice(region.start, region.end);
  const tree = parser.parse(textForParser(source));
  const placed: { from: number; piece: Piece }[] = [];
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) placed.push({ from: node.from, piece: readPiece(source, node, known) });
  return placed;
}

/**
 * Contents of the blocks of regions that an edit has replaced: pasted text is one piece for any number of paragraphs, a
 * table for any number of cells, and what is as it was in them goes on.
 */
function contentsOf(gone: readonly ReadRegion[], body: string, from: number): KnownContents {
  const contents: KnownContents = new Map();
  let start = from;
  for (const region of gone) {
    for (const { from: own, piece } of region.pieces) {
      const at = start + own;
      for (const block of piece.blocks) contents.set(contentKey(block, body.slice(at + block.span.start, at + block.span.end)), block.content);
    }
    start += region.length;
  }
  return contents;
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
