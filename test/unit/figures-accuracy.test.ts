import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openGazetteer } from '../../src/gazetteer/open';
import { builtRecords } from '../records';
import { scoreFigures } from '../accuracy/figures';

describe('labelled figures', () => {
  it('are read with precision and recall of at least 0.97', function () {
    const { gazetteer } = openGazetteer(builtRecords('shipped'));
    const score = scoreFigures(gazetteer);
    console.log(`      figures: ${score.sentences} sentences, ${score.labelled} labelled, precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`);
    assert.ok(score.sentences >= 300);
    assert.ok(score.precision >= 0.97 && score.recall >= 0.97, score.missed.join('\n'));
  });
});
