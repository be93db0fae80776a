import { shift, type Span } from '../base/span';
import type { Block } from '../document/model';

interface Kept {
  readonly epoch: string;
  readonly at: number;
  readonly block: number;
  readonly values: readonly { readonly span: Span; readonly block: number }[];
}

/**
 * What one document's analysis remembers from reading to reading, so that a keystroke does not resolve again what no
 * edit has touched: per block, the resolved facts, for as long as everything else that they depend on (`epoch`) is the
 * same. A block that has only moved has its facts moved.
 */
export class Memory {
  /** By a block's content, then by slot. What belongs to the blocks of the last two readings is kept: a weak map would cost more to collect than to fill. */
  private now = new Map<object, Map<string, Kept>>();
  private before = new Map<object, Map<string, Kept>>();

  private lastEpoch: string | undefined;
  private epochs = 0;

  /** A short name for a long epoch: the same as long as the words are. Comparing short ones per block costs nothing. */
  named(epoch: string): string {
    if (epoch !== this.lastEpoch) {
      this.lastEpoch = epoch;
      this.epochs++;
    }
    return String(this.epochs);
  }

  /** Begins a reading: what the last one did not use is forgotten. */
  turn(): void {
    this.before = this.now;
    this.now = new Map();
  }

  /**
   * The resolved facts of one block: remembered, moved, or computed. `slot` names the fold, `epoch` says in words
   * everything outside the block that the result depends on, `block` is its index.
   */
  of<T extends { readonly span: Span; readonly block: number }>(slot: string, { content, span: { start: at } }: Block, block: number, epoch: string, compute: () => readonly T[]): readonly T[] {
    let kept = this.now.get(content);
    if (!kept) this.now.set(content, (kept = this.before.get(content) ?? new Map()));
    const before = kept.get(slot);
    if (before && before.epoch === epoch) {
      if (before.at === at && before.block === block) return before.values as readonly T[];
      const moved = (before.values as readonly T[]).map(value => ({ ...value, span: shift(value.span, at - before.at), block }));
      kept.set(slot, { epoch, at, block, values: moved });
      return moved;
    }
    const values = compute();
    kept.set(slot, { epoch, at, block, values });
    return values;
  }
}
