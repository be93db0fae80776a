import { PhraseIndex } from '../../english/phrases';
import type { Vocabulary } from '../../english/vocabulary';
import type { Id, Section } from '../model';
import type { Entry, Hit, Table, TableSpec } from './table';

/** A table with records of layers over it: entries of both stand together, in the order of a table made at once. */
export class LayeredTable<V> implements Table<V> {
  private readonly merged = new WeakMap<readonly Entry<V>[], WeakMap<readonly Entry<V>[], readonly Entry<V>[]>>();

  constructor(private readonly spec: TableSpec<V>, private readonly base: Table<V>, private readonly above: PhraseIndex<Entry<V>, number>, private readonly vocabulary: Vocabulary) {}

  longest(words: readonly string[], from: number): Hit<V> | undefined {
    return this.follow(this.idsOf(words), from);
  }

  follow(ids: ArrayLike<number>, from: number): Hit<V> | undefined {
    const below = this.base.follow(ids, from);
    const above = this.above.longest(ids, from);
    if (!above || (below && below.end > above.end)) return below;
    if (!below || above.end > below.end) return above;
    return { values: this.together(below.values, above.values), end: below.end };
  }

  begins(id: number): boolean {
    return this.base.begins(id) || this.above.begins(id);
  }

  exact(words: readonly string[]): readonly Entry<V>[] {
    const below = this.base.exact(words);
    const above = this.above.longest(this.idsOf(words), 0);
    if (!above || above.end < words.length) return below;
    return below.length === 0 ? above.values : this.together(below, above.values);
  }

  has(words: readonly string[]): boolean {
    return this.base.has(words) || this.above.longest(this.idsOf(words), 0)?.end === words.length;
  }

  private idsOf(words: readonly string[]): readonly number[] {
    return words.map(word => this.vocabulary.find(word));
  }

  private together(below: readonly Entry<V>[], above: readonly Entry<V>[]): readonly Entry<V>[] {
    let of = this.merged.get(below);
    if (!of) this.merged.set(below, (of = new WeakMap()));
    let values = of.get(above);
    if (!values) {
      const order = (entry: Entry<V>): number => this.spec.sections.indexOf(entry.section);
      values = [...below, ...above].sort((a, b) => order(a) - order(b) || compareIds(a.id, b.id));
      of.set(above, values);
    }
    return values;
  }
}

function compareIds(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Entries that records add to a table, by the ids of their words, which stay for good. */
export function indexOf<V>(entries: Iterable<readonly [section: Section, id: Id, phrases: Iterable<readonly [readonly string[], V]>]>, vocabulary: Vocabulary): PhraseIndex<Entry<V>, number> {
  const index = new PhraseIndex<Entry<V>, number>();
  for (const [section, id, phrases] of entries) {
    for (const [words, value] of phrases) index.add(words.map(word => vocabulary.lasting(word)), { section, id, value });
  }
  return index;
}
