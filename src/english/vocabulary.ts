import { type WordClass, wordClasses } from './word-class';

/**
 * The vocabulary: each folded word has a number (its id), so that words are compared, looked up and classed as numbers.
 *
 *   vocabulary.of('minister')            the id of a word, given to it when new
 *   vocabulary.find('minister')          the id, or 0 for a word that was never seen
 *   vocabulary.word(id)                  the folded word
 *   vocabulary.is(id, MONTHS)            whether the word is of a class (`word-class.ts`): one bit
 *   vocabulary.value(id, MONTHS)         the value that the class gives it
 *
 * Ids are 1 and up; 0 is no word; marks have negative numbers (`lexer.ts`). A vocabulary may begin with words read from a
 * compiled gazetteer (`Columns`); words of running text are added behind them, at most `MOST_NEW` of them: `trim`
 * forgets them again, and whoever keeps ids asks for none of them after it.
 */
export interface Columns {
  /** Where the units of a word begin in `pool`, by id from 1; one entry more than there are words. */
  readonly at: Int32Array;
  readonly pool: Uint16Array;
  /** Open addressing by the hash of the word (`hashed`): ids, 0 for an empty slot. A power of two long, at most half full. */
  readonly slots: Int32Array;
}

const MOST_NEW = 200_000;
export const HASH_SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a, one unit further. */
export function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

export class Vocabulary {
  private readonly fixed: number;
  private readonly base: Columns | undefined;
  private count: number;
  private hash: Int32Array;
  private at: Int32Array;
  private pool: Uint16Array;
  private slots: Int32Array;
  private kept: number;
  private forgot = 0;
  private readonly strings: string[] = [];
  private bits: Uint32Array[] = [];
  private marked = 0;
  private scratch = new Uint16Array(256);

  constructor(base?: Columns) {
    this.base = base;
    this.fixed = base ? base.at.length - 1 : 1;
    this.count = this.kept = this.fixed;
    this.hash = new Int32Array(1024);
    this.at = new Int32Array(1025);
    this.pool = new Uint16Array(8192);
    this.slots = new Int32Array(2048);
  }

  /** Ids are below this. */
  get size(): number { return this.count; }

  /** How often words of running text were forgotten: their ids are given to others then. */
  get round(): number { return this.forgot; }

  /** The id of the folded units `[0, length)` with the hash that `hashed` makes of them; the word is added when new. */
  intern(units: Uint16Array, length: number, hash: number): number {
    return this.among(units, length, hash) || this.add(units, length, hash);
  }

  of(word: string): number {
    const hash = this.load(word);
    return this.intern(this.scratch, word.length, hash);
  }

  find(word: string): number {
    const hash = this.load(word);
    return this.among(this.scratch, word.length, hash);
  }

  word(id: number): string {
    let word = this.strings[id];
    if (word === undefined) {
      const [at, pool, k] = this.base && id < this.fixed ? [this.base.at, this.base.pool, id] : [this.at, this.pool, id - this.fixed];
      word = textOf(pool, at[k]!, at[k + 1]!);
      this.strings[id] = word;
    }
    return word;
  }

  is(id: number, wanted: WordClass<unknown>): boolean {
    if (this.marked < wordClasses.length) this.mark();
    return id > 0 && ((this.bits[wanted.bit >> 5]![id]! >>> (wanted.bit & 31)) & 1) === 1;
  }

  value<V>(id: number, wanted: WordClass<V>): V | undefined {
    return this.is(id, wanted) ? wanted.get(this.word(id)) : undefined;
  }

  /** The id of a word that is looked for again and again: it stays for good. */
  lasting(word: string): number {
    const id = this.of(word);
    this.kept = Math.max(this.kept, id + 1);
    return id;
  }

  /** Words that were added so far stay for good: those of records laid over the compiled ones. */
  keep(): void {
    this.kept = this.count;
  }

  /** Forgets the words of running text when they have become too many. To be called between blocks only. */
  trim(): void {
    if (this.count - this.kept < MOST_NEW) return;
    this.count = this.kept;
    this.forgot++;
    this.strings.length = Math.min(this.strings.length, this.count);
    this.rehash(this.slots.length);
  }

  private load(word: string): number {
    if (word.length > this.scratch.length) this.scratch = new Uint16Array(word.length * 2);
    let hash = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      this.scratch[i] = unit;
      hash = hashed(hash, unit);
    }
    return hash;
  }

  private among(units: Uint16Array, length: number, hash: number): number {
    const { base } = this;
    if (base) {
      const id = lookUp(base.slots, base.at, base.pool, 0, units, length, hash);
      if (id !== 0) return id;
    }
    return lookUp(this.slots, this.at, this.pool, this.fixed, units, length, hash);
  }

  private add(units: Uint16Array, length: number, hash: number): number {
    const id = this.count++;
    const k = id - this.fixed;
    if (k + 1 >= this.hash.length) {
      this.hash = grown(this.hash);
      this.at = grown(this.at);
    }
    const from = k === 0 ? 0 : this.at[k]!;
    if (from + length > this.pool.length) this.pool = grown(this.pool, from + length);
    for (let i = 0; i < length; i++) this.pool[from + i] = units[i]!;
    this.hash[k] = hash;
    this.at[k] = from;
    this.at[k + 1] = from + length;
    if ((k + 1) * 2 > this.slots.length) this.rehash(this.slots.length * 2);
    else insert(this.slots, hash, id);
    return id;
  }

  private rehash(length: number): void {
    this.slots = new Int32Array(length);
    for (let id = this.fixed; id < this.count; id++) insert(this.slots, this.hash[id - this.fixed]!, id);
  }

  /** Gives words the bits of classes that were declared since. */
  private mark(): void {
    const classes = wordClasses.slice(this.marked);
    this.marked = wordClasses.length;
    const ids = classes.map(each => [...each.keys()].map(word => this.of(word)));
    // words of classes stay: their bits are kept by id
    this.kept = Math.max(this.kept, this.count);
    while (this.bits.length * 32 < this.marked) this.bits.push(new Uint32Array(this.count + 1024));
    this.bits = this.bits.map(column => column.length > this.count ? column : grown(column, this.count));
    classes.forEach((each, i) => {
      for (const id of ids[i]!) this.bits[each.bit >> 5]![id]! |= 1 << (each.bit & 31);
    });
  }
}

function lookUp(slots: Int32Array, at: Int32Array, pool: Uint16Array, first: number, units: Uint16Array, length: number, hash: number): number {
  const mask = slots.length - 1;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const id = slots[slot]!;
    if (id === 0) return 0;
    const k = id - first;
    const from = at[k]!;
    if (at[k + 1]! - from !== length) continue;
    let i = 0;
    while (i < length && pool[from + i] === units[i]) i++;
    if (i === length) return id;
  }
}

function insert(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = slotOf(hash, mask);
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = id;
}

/** In pieces: a call takes a limited number of arguments. */
function textOf(pool: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 4096) text += String.fromCharCode(...pool.subarray(i, Math.min(to, i + 4096)));
  return text;
}

function grown<A extends Int32Array | Uint16Array | Uint32Array>(column: A, least = 0): A {
  const larger = new (column.constructor as new (length: number) => A)(Math.max(column.length * 2, least + 1024));
  larger.set(column);
  return larger;
}

/** Columns of words for a compiled file, in the order of their ids; `words[0]` is unused. */
export function columnsOf(words: readonly string[]): Columns {
  const vocabulary = words.length;
  const at = new Int32Array(vocabulary + 1);
  const length = words.reduce((sum, word) => sum + word.length, 0);
  const pool = new Uint16Array(length);
  let size = 1024;
  while (size < vocabulary * 2) size *= 2;
  const slots = new Int32Array(size);
  let end = 0;
  words.forEach((word, id) => {
    at[id] = end;
    let h = HASH_SEED;
    for (let i = 0; i < word.length; i++) {
      pool[end++] = word.charCodeAt(i);
      h = hashed(h, word.charCodeAt(i));
    }
    if (id > 0) insert(slots, h, id);
  });
  at[vocabulary] = end;
  return { at, pool, slots };
}
