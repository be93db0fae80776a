import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { DocumentReader } from '../../src/document/read';
import { openGazetteer } from '../../src/gazetteer/open';
import { recognizeText } from '../../src/recognize/block';
import { textOf } from '../../src/recognize/text';

const { gazetteer } = openGazetteer(readFileSync('dist/gazetteer.bin'));

/** The pages of the checks: examples of all that is recognised. */
const pages = readdirSync('src/checks', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.md'));

describe('words with which recognizers start', () => {
  for (const page of pages) {
    it(`leave nothing out: ${page}`, () => {
      for (const block of new DocumentReader(true).read(readFileSync(path.join('src/checks', page), 'utf8')).blocks) {
        const text = textOf(block, gazetteer);
        const everywhere = { ...text, has: -1, hasIn: text.hasIn.map(() => -1) };
        assert.deepEqual(recognizeText(text, gazetteer, { aboutPercent: 10 }), recognizeText(everywhere, gazetteer, { aboutPercent: 10 }), block.prose);
      }
    });
  }
});
