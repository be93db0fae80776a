/**
 * A trie over the ids of words, in two columns: node 0 is the root, and node n has the children `first[n] + 1` to
 * `first[n + 1]`; child c is reached by the word `word[c - 1]`. Children are in the order of their words. What a phrase
 * leads to is JSON in a heap, from `value[n]` to `value[n + 1]`.
 */
export interface TrieColumns {
  readonly first: Int32Array;
  readonly word: Int32Array;
  readonly value: Int32Array;
}

interface Draft {
  readonly next: Map<number, Draft>;
  values?: unknown[];
}

/** Gathers phrases with their values; the values of one phrase keep the order in which they come. */
export class TrieBuilder {
  private readonly root: Draft = { next: new Map() };

  add(ids: readonly number[], value: unknown): void {
    let node = this.root;
    for (const id of ids) {
      let child = node.next.get(id);
      if (!child) node.next.set(id, (child = { next: new Map() }));
      node = child;
    }
    (node.values ??= []).push(value);
  }

  /** Words with which a phrase begins. */
  starts(): Iterable<number> {
    return this.root.next.keys();
  }

  /** `write` puts the text of values into the heap and tells where the heap ends then. */
  build(heapEnd: number, write: (values: readonly unknown[]) => number): TrieColumns {
    const nodes: Draft[] = [this.root];
    const words: number[] = [];
    const first: number[] = [];
    const value: number[] = [];
    let end = heapEnd;
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[n]!;
      first.push(words.length);
      value.push(end);
      if (node.values) end = write(node.values);
      for (const [id, child] of [...node.next].sort((a, b) => a[0] - b[0])) {
        words.push(id);
        nodes.push(child);
      }
    }
    first.push(words.length);
    value.push(end);
    return { first: Int32Array.from(first), word: Int32Array.from(words), value: Int32Array.from(value) };
  }
}

export const ROOT = 0;

/** The node that a word leads to from a node; -1 where none. */
export function step({ first, word }: TrieColumns, node: number, id: number): number {
  let low = first[node]!;
  let high = first[node + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = word[middle]!;
    if (there === id) return middle + 1;
    if (there < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
