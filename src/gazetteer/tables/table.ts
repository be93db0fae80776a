import type { Id, Organization, RecordBase, Records, Section, State } from '../model';

/**
 * Tables say which words lead to which records. Each is declared as what one record adds to it; the compiled gazetteer
 * holds them ready, and records of layers are added to them, or masked, when they are laid over it (`file/`).
 */
export interface TableSpec<V> {
  readonly name: string;
  /** Sections whose records add to it, in the order in which their entries come. */
  readonly sections: readonly Section[];
  /** Phrases of one record, as folded words, each with a value that JSON can hold. */
  entries(record: RecordBase, section: Section, ground: Ground): Iterable<readonly [words: readonly string[], value: V]>;
  /** Entries of a post also depend on the bodies and the state that it belongs to. */
  readonly byBody?: true;
}

/** What entries may look up beside their own record. */
export interface Ground {
  state(id: Id): State | undefined;
  /** The body and what it is part of, nearest first. */
  lineage(organization: Id): readonly Organization[];
  stateOf(organization: Id): Id | undefined;
  stateOfPost(post: Id): Id | undefined;
}

/** One phrase of a record. */
export interface Entry<V> {
  readonly section: Section;
  readonly id: Id;
  readonly value: V;
}

export interface Hit<V> {
  readonly values: readonly Entry<V>[];
  /** Index after its last word. */
  readonly end: number;
}

export interface Table<V> {
  /** The longest phrase that starts at `words[from]`. The same phrase gives the same list each time. */
  longest(words: readonly string[], from: number): Hit<V> | undefined;
  /** The same, by the ids of the words in the gazetteer's vocabulary. */
  follow(ids: ArrayLike<number>, from: number): Hit<V> | undefined;
  /** Whether a phrase may begin with the word of this id. */
  begins(id: number): boolean;
  /** What these words lead to, all of them and no more; empty where nothing. */
  exact(words: readonly string[]): readonly Entry<V>[];
  /** Whether these words lead to anything. */
  has(words: readonly string[]): boolean;
}

/** A table of records of one section, declared by what one of them adds. */
export function tableOf<S extends Section, V>(name: string, section: S, entries: (record: Records[S][number], ground: Ground) => Iterable<readonly [readonly string[], V]>, more: { byBody?: true } = {}): TableSpec<V> {
  return { name, sections: [section], entries: (record, _section, ground) => entries(record as Records[S][number], ground), ...more };
}

/** A table of records of several sections. */
export function tableOfMany<V>(name: string, by: { readonly [S in Section]?: (record: Records[S][number], ground: Ground) => Iterable<readonly [readonly string[], V]> }): TableSpec<V> {
  return {
    name, sections: Object.keys(by) as Section[],
    entries: (record, section, ground) => (by[section] as (record: RecordBase, ground: Ground) => Iterable<readonly [readonly string[], V]>)(record, ground),
  };
}

/** The key of tables that list all of a kind. */
export const ALL = ['*'] as const;

/** A table whose lists of entries are turned into what a recognizer works with, each list once. */
export class Lists<V, L> {
  private readonly made = new WeakMap<readonly Entry<V>[], L>();

  constructor(private readonly table: Table<V>, private readonly make: (entries: readonly Entry<V>[]) => L) {}

  longest(words: readonly string[], from: number): { readonly values: L; readonly end: number } | undefined {
    const hit = this.table.longest(words, from);
    return hit && { values: this.of(hit.values), end: hit.end };
  }

  follow(ids: ArrayLike<number>, from: number): { readonly values: L; readonly end: number } | undefined {
    const hit = this.table.follow(ids, from);
    return hit && { values: this.of(hit.values), end: hit.end };
  }

  begins(id: number): boolean {
    return this.table.begins(id);
  }

  exact(words: readonly string[]): L {
    return this.of(this.table.exact(words));
  }

  private of(entries: readonly Entry<V>[]): L {
    let values = this.made.get(entries);
    if (values === undefined) this.made.set(entries, (values = this.make(entries)));
    return values;
  }
}

/** Lists of what each entry is turned into; left out is what nothing is made of. */
export class View<V, R> extends Lists<V, readonly R[]> {
  constructor(table: Table<V>, resolve: (entry: Entry<V>) => R | undefined) {
    super(table, entries => entries.map(resolve).filter(value => value !== undefined));
  }
}
