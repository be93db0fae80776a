/**
 * Word classes: closed sets of English words as data. A class is declared once, with a name and a remark on where its
 * words are from (`classes/`); recognizers ask `vocabulary.is(id, CLASS)` of a token, or `CLASS.has(word)` and
 * `CLASS.get(word)` of a folded word. A class may give each of its words a value (the number of a month).
 *
 *   export const WEEKDAYS = wordClass('weekday', 'Gregorian calendar; 0 is Sunday.', [['sunday', 0], …]);
 *
 * Entries of several words are found by `has` and `get` only, joined by one space.
 */
export class WordClass<V = true> {
  private readonly values: ReadonlyMap<string, V>;

  constructor(readonly name: string, readonly source: string, /** Number of its bit. */ readonly bit: number, values: ReadonlyMap<string, V>) {
    this.values = values;
  }

  has(folded: string): boolean { return this.values.has(folded); }
  get(folded: string): V | undefined { return this.values.get(folded); }
  get size(): number { return this.values.size; }
  keys(): Iterable<string> { return this.values.keys(); }
  [Symbol.iterator](): Iterator<string> { return this.values.keys(); }
}

const declared: WordClass<unknown>[] = [];

/** All classes, in the order of their bits. */
export const wordClasses: readonly WordClass<unknown>[] = declared;

/** Declares a class of words given as text with spaces between, or as pairs of a word (or phrase) and its value. */
export function wordClass(name: string, source: string, words: string): WordClass;
export function wordClass<V>(name: string, source: string, words: Iterable<readonly [string, V]>): WordClass<V>;
export function wordClass(name: string, source: string, words: string | Iterable<readonly [string, unknown]>): WordClass<unknown> {
  if (declared.some(there => there.name === name)) throw new Error(`There are two word classes ‘${name}’.`);
  const values = typeof words === 'string'
    ? new Map(words.split(/\s+/).filter(word => word !== '').map(word => [word, true]))
    : new Map(words);
  const made = new WordClass<unknown>(name, source, declared.length, values);
  declared.push(made);
  return made;
}
