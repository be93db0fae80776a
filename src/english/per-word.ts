import type { Vocabulary } from './vocabulary';

/**
 * What is found out about a word, once: kept by the word's id and not worked out again.
 *
 *   const plain = new PerWord(vocabulary, word => plainForms(word));
 *   plain.of(id)
 *
 * Words of running text that the vocabulary forgets (`Vocabulary.trim`) are forgotten here too.
 */
export class PerWord<T> {
  private readonly known = new Map<number, T>();
  private round: number;

  constructor(private readonly vocabulary: Vocabulary, private readonly find: (word: string, id: number) => T) {
    this.round = vocabulary.round;
  }

  of(id: number): T {
    if (this.round !== this.vocabulary.round) {
      this.known.clear();
      this.round = this.vocabulary.round;
    }
    let found = this.known.get(id);
    if (found === undefined && !this.known.has(id)) this.known.set(id, (found = this.find(this.vocabulary.word(id), id)));
    return found!;
  }
}

/** The same for up to 31 answers of yes or no, which are asked of every word of a text: one number by the word's id. */
export class WordBits {
  private known = new Int32Array(0);
  private round: number;

  constructor(private readonly vocabulary: Vocabulary, private readonly find: (word: string, id: number) => number) {
    this.round = vocabulary.round;
  }

  /** 0 for marks. */
  of(id: number): number {
    if (id <= 0) return 0;
    if (id >= this.known.length || this.round !== this.vocabulary.round) this.widen();
    const known = this.known[id]!;
    return known !== 0 ? known & ~JUDGED : this.judge(id);
  }

  private judge(id: number): number {
    const bits = this.find(this.vocabulary.word(id), id);
    this.known[id] = bits | JUDGED;
    return bits;
  }

  private widen(): void {
    const kept = this.round === this.vocabulary.round ? this.known : this.known.subarray(0, 0);
    this.round = this.vocabulary.round;
    this.known = new Int32Array(this.vocabulary.size + 4096);
    this.known.set(kept);
  }
}

/** Tells a word without any of the bits from one that was never asked for. */
const JUDGED = 1 << 31;
