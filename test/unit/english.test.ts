import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { fold, INVISIBLE } from '../../src/base/fold';
import { splitSentences } from '../../src/document/sentences';
import { ALL_CAPS, CAPITAL, DIGITS, HYPHENATED, IS_MARK, lex, markId, NUMERAL, POSSESSIVE, SPACED } from '../../src/english/lexer';
import { MONTHS, ORDINALS, SAYING, WEEKDAYS } from '../../src/english/lexicon';
import { any, anyWord, end, flagged, glued, kind, many, mark, maybe, not, seq, word } from '../../src/english/seq';
import { PerWord, WordBits } from '../../src/english/per-word';
import { startingAt, tokenize } from '../../src/english/tokens';
import { columnsOf, Vocabulary } from '../../src/english/vocabulary';

/** Words by their definition (spec 4.1.1), slowly: start, end, text, folded, capital, all capitals, possessive. */
function defined(prose: string): unknown[][] {
  const hidden = '[\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]*';
  const rest = `(?:${hidden}[\\p{L}\\p{N}\\p{M}])*`;
  const form = new RegExp(`(?:\\p{Lu}\\.){2,}(?!\\p{L})|[\\p{L}\\p{N}]${rest}(?:${hidden}['’ʼ‐-]${hidden}[\\p{L}\\p{N}]${rest})*`, 'gu');
  const words: unknown[][] = [];
  for (const match of prose.matchAll(form)) {
    const raw = match[0].replace(/['’ʼ][sS]$/, '');
    const cut = raw !== match[0];
    const text = raw.replace(INVISIBLE, '');
    if (text === '') continue;
    words.push([
      match.index, match.index + raw.length, text, fold(text), /^(?:(?:a[lnrstdz]|ash|ath|e[lsn]|ul|d|l)[-‐'’ʼ])?\p{Lu}/u.test(text),
      /\p{L}/u.test(text) && text.length > 1 && text === text.toUpperCase(),
      cut || (/[sS]$/.test(raw) && /^['’](?!\p{L})/u.test(prose.slice(match.index + raw.length))),
    ]);
  }
  return words;
}

const PIECES = [
  'a', 's', 'S', 'b', 'K', 'Minister', 'U.S.', 'U.S.A', 'al-Assad', 'd’Estaing', "'s", '’S', "'", '’', 'ʼ', '-', '‐', '‑', '\u00ad', '\u200b', '\ufeff', '\u202e',
  'É', 'e\u0301', 'ß', 'İ', 'ı', 'Σ', 'ς', 'ﬁ', 'ǅ', '𝐀', '漢', 'א', '½', '٣', '1', '500', '.', ',', ' ', '\n', '\u0301', '😀', '\ud800', 'ª', 'Łó', '—',
];
const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), { maxLength: 14 }).map(parts => parts.join(''));

describe('english', () => {
  it('reads words as they are defined', () => {
    fc.assert(fc.property(texts, prose => {
      const read = tokenize(prose, splitSentences(prose)).map(t => [t.start, t.end, t.text, t.folded, t.capital, t.allCaps, t.possessive]);
      assert.deepEqual(read, defined(prose));
    }), { numRuns: 3000 });
  });

  it('leaves out no character that is seen, and marks the first word of each sentence', () => {
    fc.assert(fc.property(texts, prose => {
      const sentences = splitSentences(prose);
      const t = lex(prose, sentences, new Vocabulary());
      let at = 0;
      for (let i = 0; i < t.count; i++) {
        assert.ok(t.start[i]! >= at);
        const gap = prose.slice(at, t.start[i]!).replace(i > 0 && (t.flags[i - 1]! & POSSESSIVE) !== 0 ? /^['’ʼ][sS]/ : /^ʼ[sS]/, '').replace(/ʼ[sS]/g, '');
        assert.match(gap, /^[\s\p{M}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*$/u);
        at = t.end[i]!;
      }
      const words = tokenize(prose, sentences);
      assert.deepEqual(words.map(w => w.sentenceStart), words.map((w, i) => i === 0 || words[i - 1]!.sentence !== w.sentence));
    }), { numRuns: 1000 });
  });

  it('tells marks, numbers and what is joined', () => {
    const prose = "1,500.5 sea-borne troops’ NATO’s";
    const t = lex(prose, splitSentences(prose), new Vocabulary());
    const flags = [...t.flags].map(f => f & (IS_MARK | SPACED | NUMERAL | HYPHENATED | POSSESSIVE | ALL_CAPS | CAPITAL | DIGITS));
    const number = NUMERAL | DIGITS;
    assert.deepEqual(flags.slice(0, 7), [SPACED | number, IS_MARK, number, IS_MARK, number, SPACED | HYPHENATED, SPACED | POSSESSIVE]);
    assert.equal(flags[8], SPACED | CAPITAL | ALL_CAPS | POSSESSIVE);
    assert.equal(t.id[1], markId(','));
  });

  it('gives each word one number, with compiled words and without', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 8 })), fc.array(fc.string({ minLength: 1, maxLength: 8 })), (before, words) => {
      const vocabulary = new Vocabulary(columnsOf(['', ...new Set(before)]));
      const numbers = new Map<number, string>();
      for (const each of [...words, ...before, ...words]) {
        const id = vocabulary.of(each);
        assert.equal(vocabulary.word(id), each);
        assert.equal(vocabulary.find(each), id);
        assert.equal(numbers.get(id) ?? each, each);
        numbers.set(id, each);
      }
      assert.equal(numbers.size, new Set([...before, ...words]).size);
    }));
  });

  it('forgets words of running text, not those of classes', () => {
    const vocabulary = new Vocabulary();
    const march = vocabulary.of('march');
    assert.ok(vocabulary.is(march, MONTHS));
    const size = vocabulary.size;
    for (let i = 0; i < 210_000; i++) vocabulary.of(`w${i}`);
    vocabulary.trim();
    assert.equal(vocabulary.size, size);
    assert.equal(vocabulary.value(vocabulary.of('march'), MONTHS), 3);
    assert.equal(vocabulary.find('w1'), 0);
    assert.ok(!vocabulary.is(vocabulary.of('w2'), MONTHS));
  });

  it('judges a word once, and a word that takes the number of a forgotten one anew', () => {
    const vocabulary = new Vocabulary();
    const asked: string[] = [];
    const lengths = new PerWord(vocabulary, asks => { asked.push(asks); return asks.length; });
    const bits = new WordBits(vocabulary, asks => { asked.push(`${asks}?`); return asks.startsWith('w') ? 2 : 0; });
    const first = vocabulary.of('wheat');
    for (let i = 0; i < 2; i++) assert.deepEqual([lengths.of(first), bits.of(first), bits.of(vocabulary.of('rye')), bits.of(markId(','))], [5, 2, 0, 0]);
    assert.deepEqual(asked, ['wheat', 'wheat?', 'rye?']);
    for (let i = 0; i < 210_000; i++) vocabulary.of(`n${i}`);
    vocabulary.trim();
    const other = vocabulary.of('oat');
    assert.equal(other, first);
    assert.deepEqual([lengths.of(other), bits.of(other)], [3, 0]);
  });

  it('finds the part that starts at an offset', () => {
    const parts = tokenize('one two  three', []);
    assert.deepEqual([0, 4, 9, 5, 13, 20].map(offset => startingAt(parts, offset)), [0, 1, 2, undefined, undefined, undefined]);
    assert.equal(startingAt([], 0), undefined);
  });

  it('classes words, with values', () => {
    const vocabulary = new Vocabulary();
    assert.equal(vocabulary.value(vocabulary.of('sept'), MONTHS), 9);
    assert.ok(!vocabulary.is(vocabulary.of('sept'), WEEKDAYS));
    assert.ok(!vocabulary.is(markId(','), SAYING));
  });

  it('matches patterns over tokens', () => {
    const vocabulary = new Vocabulary();
    const at = (pattern: ReturnType<typeof seq>, prose: string): number => pattern({ tokens: lex(prose, [], vocabulary), vocabulary }, 0);
    const date = seq(maybe(word('the')), any(kind(ORDINALS), seq(flagged(NUMERAL), maybe(mark('.')))), maybe(word('of')), kind(MONTHS), not(mark('-')));
    assert.equal(at(date, 'the third of March'), 4);
    assert.equal(at(date, '3. March, he said'), 3);
    assert.equal(at(date, '3 March-'), -1);
    assert.equal(at(date, '3'), -1);
    assert.equal(at(seq(many(anyWord, 2, 3), end), 'one two three'), 3);
    assert.equal(at(seq(many(anyWord, 2, 3), end), 'one'), -1);
    assert.equal(at(seq(anyWord, glued, mark(','), glued), 'a, b'), -1);
    assert.equal(at(seq(anyWord, glued, mark(',')), 'a, b'), 2);
    assert.equal(at(word('unseen'), 'seen'), -1);
    assert.equal(at(word('unseen'), 'unseen'), 1);
  });
});
