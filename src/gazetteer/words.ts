/**
 * The list of ordinary English words, front-coded: each line is a digit in base 36, the number of letters shared with
 * the word before, and the rest of the word. Decoded at first use.
 */
export function decodeWords(coded: string): ReadonlySet<string> {
  const words = new Set<string>();
  let previous = '';
  for (const line of coded.split('\n')) {
    if (line === '') continue;
    const shared = Number.parseInt(line[0]!, 36);
    if (Number.isNaN(shared)) continue;
    previous = previous.slice(0, shared) + line.slice(1);
    words.add(previous);
  }
  return words;
}

/** Words sorted and written as `decodeWords` reads them. */
export function encodeWords(words: Iterable<string>): string {
  let previous = '';
  const lines: string[] = [];
  for (const word of [...new Set(words)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    let shared = 0;
    while (shared < 35 && shared < previous.length && previous[shared] === word[shared]) shared++;
    lines.push(shared.toString(36) + word.slice(shared));
    previous = word;
  }
  return `${lines.join('\n')}\n`;
}
