import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { DocumentReader } from '../../src/document/read';
import { openGazetteer } from '../../src/gazetteer/open';
import { lex, lexemesIn } from '../../src/recognize/figures/figure-lex';
import { textOf } from '../../src/recognize/text';

const { gazetteer } = openGazetteer(readFileSync('dist/test/world.bin'));

const PIECES = [
  'troops', 'NATO', 'al-Assad', 'Erdoğan', 'the', 'a.m.', 'U.S.', 'states’', 'Russia’s', '5', '1,500', '5 bn', '3 m', '12th', '300km', 'F-16', '2.5', '10 000', '1,50,000',
  '$', '%', '-', '–', ',', '.', ' ', '  ', '’', '“', ')', '\u00ad', '\u2060', '\u200b', '😀', 'é', '\n', 'bn', 'km', 'x',
];

describe('lexemes of figures', () => {
  it('are those of the definition, whether read from a text or from the words of a block', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }), pieces => {
      for (const separator of ['', ' ']) {
        for (const block of new DocumentReader(false).read(pieces.join(separator)).blocks) {
          const text = textOf(block, gazetteer);
          assert.deepEqual(lexemesIn(text, 0, text.prose.length), lex(text.prose), JSON.stringify(text.prose));
          for (const { start, end } of block.sentences) assert.deepEqual(lexemesIn(text, start, end), lex(text.prose, start, end), JSON.stringify(text.prose));
        }
      }
    }), { numRuns: 2000 });
  });
});
