import type { Analysis } from '../../analysis/model';
import { alike } from '../../base/alike';
import type { Block } from '../../document/model';
import type { Sight } from './check';
import { News, Units } from './units';

/** What checks see block by block, kept from reading to reading for all that ask. */
export class Sights {
  private readonly kept = new Map<Sight<unknown>, Watched>();
  /** Sights that threw: whoever has asked for one asks again at the next reading, and meets the failure again or is rid of it. */
  private readonly broken = new Set<Sight<unknown>>();

  /** Looks again where something changed; a sight that shows something else now is news itself. */
  update(news: News): void {
    for (const sight of this.broken) news.sources.add(sight);
    this.broken.clear();
    for (const [sight, watched] of this.kept) {
      try {
        if (watched.update(news)) news.sources.add(sight);
      } catch {
        this.kept.delete(sight);
        news.sources.add(sight);
      }
    }
  }

  /** All that is seen, in document order; of one block where one is given. */
  of<T>(sight: Sight<T>, analysis: Analysis, block?: Block): readonly T[] {
    let watched = this.kept.get(sight);
    if (!watched) {
      watched = sight.alone ? new ByText(sight) : new ByView(sight);
      this.broken.add(sight);
      watched.update(News.ofAll(analysis, this));
      this.broken.delete(sight);
      this.kept.set(sight, watched);
    }
    return (block ? watched.at(block) : watched.list(analysis.document.blocks)) as readonly T[];
  }
}

abstract class Watched {
  private all: readonly unknown[] | undefined;

  /** Whether something else is seen than before. */
  update(news: News): boolean {
    const changed = this.lookAgain(news);
    if (changed) this.all = undefined;
    return changed;
  }

  list(blocks: readonly Block[]): readonly unknown[] {
    return (this.all ??= blocks.flatMap(block => this.at(block)));
  }

  abstract at(block: Block): readonly unknown[];
  protected abstract lookAgain(news: News): boolean;
}

const NOTHING: readonly never[] = [];

/** What the text of a block shows by itself. */
class ByText extends Watched {
  private readonly byBlock = new Map<Block, readonly unknown[]>();

  constructor(private readonly sight: Sight<unknown> & { readonly alone: true }) { super(); }

  at(block: Block): readonly unknown[] {
    return this.byBlock.get(block) ?? NOTHING;
  }

  protected lookAgain({ changes: { blocks: { gone, come } } }: News): boolean {
    const before = gone.flatMap(block => this.at(block));
    for (const block of gone) this.byBlock.delete(block);
    for (const block of come) {
      const seen = [...this.sight.see(block)];
      if (seen.length > 0) this.byBlock.set(block, seen);
    }
    return !alike(before, come.flatMap(block => this.at(block)));
  }
}

/** What the analysis of a block shows; whatever else is read of it is noted. */
class ByView extends Watched {
  private readonly units: Units<unknown>;

  constructor(sight: Sight<unknown> & { readonly alone: false }) {
    super();
    this.units = new Units<unknown>('block', undefined, view => [...sight.see(view, view.document.blocks[0]!)]);
  }

  at(block: Block): readonly unknown[] {
    return this.units.at(block);
  }

  protected lookAgain(news: News): boolean {
    return this.units.update(news);
  }
}
