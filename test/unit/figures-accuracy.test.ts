import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { openGazetteer } from '../../src/gazetteer/open';
import { scoreFigures } from '../accuracy/figures';

describe('labelled figures', () => {
  it('are read with precision and recall of at least 0.97', function () {
    const file = path.join(process.cwd(), 'dist/gazetteer.json');
    assert.ok(existsSync(file), 'dist/gazetteer.json is missing: run npm run gazetteer');
    const { gazetteer } = openGazetteer(readFileSync(file, 'utf8'), '');
    const score = scoreFigures(gazetteer);
    console.log(`      figures: ${score.sentences} sentences, ${score.labelled} labelled, precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`);
    assert.ok(score.sentences >= 300);
    assert.ok(score.precision >= 0.97 && score.recall >= 0.97, score.missed.join('\n'));
  });
});
