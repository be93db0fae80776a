/** A closed class of folded words, written as one string with spaces between. */
export function classOf(words: string): ReadonlySet<string> {
  return new Set(words.replace(/’/g, '\'').split(/\s+/));
}
