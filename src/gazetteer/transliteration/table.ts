/** Latin values by Cyrillic letter, both in lower case. */
export type Letters = Readonly<Record<string, string>>;

/** One system of transliteration as its standard prints it. */
export interface Table {
  /** BCP 47 languages that it covers, the one it was made for first. */
  readonly languages: readonly string[];
  /** Every letter that the system knows; `''` where the standard leaves it out. */
  readonly letters: Letters;
  /** What the letters of one language are instead. */
  readonly byLanguage?: Readonly<Record<string, Letters>>;
  /** Values at the beginning of a word, by language. */
  readonly initial?: Readonly<Record<string, Letters>>;
  /** Values of a letter after another one: the key is the two letters, the value is of the second. */
  readonly after?: Letters;
  /** An apostrophe between letters is left out by some standards. */
  readonly apostrophe: 'kept' | 'dropped';
  /** A value as governments print names: without the marks that stand for signs, where the standard has such marks. */
  readonly plain?: (value: string) => string;
}

/** Letters that every system for Russian, Ukrainian and Belarusian gives the same value. */
export const COMMON: Letters = {
  а: 'a', б: 'b', в: 'v', д: 'd', е: 'e', з: 'z', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f',
};
