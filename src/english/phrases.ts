import { atomsOf, tokenize } from './tokens';

/** Folded words of a phrase, hyphens taken apart. */
export function wordsOf(phrase: string): string[] {
  return atomsOf(tokenize(phrase, [])).map(atom => atom.folded);
}

interface Node<T, W> {
  next?: Map<W, Node<T, W>>;
  values?: T[];
}

/** Finds phrases by their folded words, or by the ids of these: a trie over words, longest match first. */
export class PhraseIndex<T, W = string> {
  private readonly root: Node<T, W> = {};

  /** `words` as from `wordsOf`, or an adapted form of them. */
  add(words: readonly W[], value: T): void {
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) node.next.set(word, (child = {}));
      node = child;
    }
    (node.values ??= []).push(value);
  }

  begins(word: W): boolean {
    return this.root.next?.has(word) ?? false;
  }

  /** The longest phrase that starts at `words[from]`: its values and the index after its last word. */
  longest(words: ArrayLike<W>, from: number): { readonly values: readonly T[]; readonly end: number } | undefined {
    let node: Node<T, W> | undefined = this.root;
    let found: { values: readonly T[]; end: number } | undefined;
    for (let i = from; i < words.length; i++) {
      node = node.next?.get(words[i]!);
      if (!node) break;
      if (node.values) found = { values: node.values, end: i + 1 };
    }
    return found;
  }
}


/** One value per gazetteer, built when first asked for: indexes die with the gazetteer they were built from. */
export function perGazetteer<G extends object, T>(build: (gazetteer: G) => T): (gazetteer: G) => T {
  const built = new WeakMap<G, T>();
  return gazetteer => {
    let value = built.get(gazetteer);
    if (value === undefined) built.set(gazetteer, (value = build(gazetteer)));
    return value;
  };
}

