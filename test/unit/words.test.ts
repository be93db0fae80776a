import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { decodeWords, encodeWords } from '../../src/gazetteer/words';

describe('the word list', () => {
  it('comes back from its code as it went in', () => {
    const words = ['ally', 'allies', 'all', 'zone', 'meanwhile', 'meantime', 'a'];
    assert.deepEqual([...decodeWords(encodeWords(words))], [...words].sort());
    assert.equal(decodeWords('').size, 0);
    assert.equal(decodeWords('?bad\n').size, 0);
  });

  it('has the words that open sentences, with inflections, and no names', () => {
    assert.ok(existsSync('dist/words.txt'), 'dist/words.txt is not built: npm run build');
    const text = readFileSync('dist/words.txt', 'utf8');
    const words = decodeWords(text);
    assert.ok(words.size > 50_000 && words.size <= 60_000, String(words.size));
    assert.ok(gzipSync(text).length <= 160_000);
    const openers = 'meanwhile thousands allies however ministers officials talks separatists january wednesday peacekeepers hundreds he’s said troops diplomats yesterday';
    for (const word of openers.split(' ').filter(w => /^[a-z]+$/.test(w))) assert.ok(words.has(word), word);
    for (const name of 'putin lavrov blinken stoltenberg moscow warsaw nato peskov ryabkov erdogan'.split(' ')) assert.ok(!words.has(name), name);
    for (const word of words) assert.match(word, /^[a-z]+$/);
  });
});
