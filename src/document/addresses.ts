import { firstFrom, type Span } from '../base/span';

/**
 * Where things stand, in numbers that no edit elsewhere changes. Every stretch of the text (the front matter, each
 * region) begins at an address of its own, with room behind it to grow; addresses rise along the text. What is found in
 * a stretch is found once and never moved: only who shows it asks for the offset that it has now.
 */
export interface Stretch {
  readonly length: number;
  /** The address of its first character. */
  address: number;
}

/** Addresses stay below this, so that they are small integers to the machine. */
const SPACE = 2 ** 30;
/** Room left behind a stretch that comes in between two others: what is typed next goes there. */
const STEP = 4096;
/** Least room between two stretches: farther than any look behind or ahead reaches. */
const LEAST = 512;

/** Gives each stretch an address, with the room shared out evenly. */
export function spread(stretches: readonly Stretch[]): void {
  const length = stretches.reduce((sum, s) => sum + s.length, 0);
  const room = Math.max(LEAST, Math.floor((SPACE - length) / (stretches.length + 1)));
  let address = 0;
  for (const stretch of stretches) {
    stretch.address = address;
    address += stretch.length + room;
  }
}

/**
 * Gives the stretches that have come in between two others their addresses; `false` where there is no room, and all
 * have to be spread anew. `from` is the first free address, `to` the next one taken.
 */
export function settle(stretches: readonly Stretch[], from: number, to: number): boolean {
  const length = stretches.reduce((sum, s) => sum + s.length, 0);
  const room = Math.min(STEP, Math.floor((to - from - length) / (stretches.length + 1)));
  if (room < LEAST) return false;
  let address = from + room;
  for (const stretch of stretches) {
    stretch.address = address;
    address += stretch.length + room;
  }
  return true;
}

/** Whether a stretch can grow to a length where it stands. */
export function fits(address: number, length: number, next: number): boolean {
  return address + length + LEAST <= next;
}

/** Addresses of one reading of a text, and the offsets that they have in it. */
export class Addresses {
  /** Offset of each stretch. */
  private readonly offsets: Int32Array;
  private breaks: Int32Array | undefined;
  private readonly listed = new Map<number, readonly number[]>();

  constructor(private readonly text: string, private readonly stretches: readonly Stretch[]) {
    this.offsets = new Int32Array(stretches.length);
    let offset = 0;
    for (let i = 0; i < stretches.length; i++) {
      this.offsets[i] = offset;
      offset += stretches[i]!.length;
    }
  }

  offsetOf(address: number): number {
    const i = this.stretchOf(address);
    if (i < 0) return 0;
    const stretch = this.stretches[i]!;
    return this.offsets[i]! + Math.max(0, Math.min(address - stretch.address, stretch.length));
  }

  addressOf(offset: number): number {
    let low = 0;
    let high = this.stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsets[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.stretches.length === 0 ? offset : this.stretches[low]!.address + offset - this.offsets[low]!;
  }

  spanOf(span: Span): Span {
    return { start: this.offsetOf(span.start), end: this.offsetOf(span.end) };
  }

  addressesOf(span: Span): Span {
    return { start: this.addressOf(span.start), end: this.addressOf(span.end) };
  }

  /** The text between two addresses, of whatever stretches. */
  between(start: number, end: number): string {
    return this.text.slice(this.offsetOf(start), this.offsetOf(end));
  }

  /** The text between two addresses of one stretch, whichever reading it is asked of. What lies before its first character or after its last is empty. */
  slice(start: number, end: number): string {
    // the later of the two tells the stretch, as look-behind may reach beyond its start and look-ahead beyond its end
    const i = this.stretchOf(start < this.startOf(end) ? end : start);
    if (i < 0) return '';
    const { address, length } = this.stretches[i]!;
    const from = this.offsets[i]!;
    return this.text.slice(from + Math.max(0, Math.min(start - address, length)), from + Math.max(0, Math.min(end - address, length)));
  }

  /** Zero-based line of an address: lines end at CRLF, LF or CR. */
  lineAt(address: number): number {
    this.breaks ??= this.countBreaks();
    const i = Math.max(0, this.stretchOf(address));
    return (this.breaks[i] ?? 0) + firstFrom(this.breaksOf(i), this.offsetOf(address), at => at);
  }

  /** Where lines end in a stretch, listed once: a paragraph may be long, and many places in it may be told by their line. */
  private breaksOf(i: number): readonly number[] {
    let listed = this.listed.get(i);
    if (!listed) {
      const from = this.offsets[i] ?? 0;
      this.listed.set(i, (listed = [...breaksIn(this.text, from, from + (this.stretches[i]?.length ?? 0))]));
    }
    return listed;
  }

  private countBreaks(): Int32Array {
    const breaks = new Int32Array(this.stretches.length);
    let count = 0;
    this.stretches.forEach((stretch, i) => {
      breaks[i] = count;
      for (const _ of breaksIn(this.text, this.offsets[i]!, this.offsets[i]! + stretch.length)) count++;
    });
    return breaks;
  }

  /** First address of the stretch that holds an address. */
  private startOf(address: number): number {
    return this.stretches[this.stretchOf(address)]?.address ?? 0;
  }

  private stretchOf(address: number): number {
    let low = -1;
    let high = this.stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.stretches[middle]!.address <= address) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Offsets of the line breaks before `to`: a CRLF counts once, at its LF. */
function* breaksIn(text: string, from: number, to: number): Iterable<number> {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) yield i;
  }
}
