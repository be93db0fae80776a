import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Ledger } from '../../src/analysis/ledger';
import { choicesOf, documentRules } from '../../src/analysis/who/choices';
import { CHECKS } from '../../src/checks/run/list';
import { Runner } from '../../src/checks/run/run';
import { createChancery } from '../../src/chancery';
import type { Block } from '../../src/document/model';
import { DocumentReader } from '../../src/document/read';
import { openGazetteer } from '../../src/gazetteer/open';
import { recognizeBlock } from '../../src/recognize/block';
import { builtRecords } from '../records';

const SLIP = '---\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin spoke on 30 February 2022.\n';

function analysed(text: string) {
  const { gazetteer } = openGazetteer(builtRecords('world'));
  const document = new DocumentReader(true).read(text);
  const profile = gazetteer.profile('neutral')!;
  const ground = { document, factsOf: (block: Block) => recognizeBlock(block, gazetteer, { aboutPercent: 10 }), gazetteer, profile, choices: choicesOf(document, [], 10) };
  return { document, ...new Ledger().update(ground, ['first']) };
}

describe('a part that fails', () => {
  it('is a check: it is left out and named, and the others speak', () => {
    const { document, analysis, changes } = analysed(SLIP);
    const broken = CHECKS.map(check => check.id === 'date-impossible' ? check : { ...check, run: () => { throw new Error('broken'); } });
    const runner = new Runner(broken, { severity: new Map(), options: new Map() }, []);
    const { findings, failures } = runner.run(analysis, changes, documentRules(document));
    assert.deepEqual(findings.map(f => f.check), ['date-impossible']);
    assert.ok(failures.length > 20);
    assert.ok(failures.every(f => /^The check [a-z-]+$/.test(f.what) && f.message === 'broken'));
  });

  it('is the file of the records: cut off or of another kind, it is said and nothing throws', () => {
    const whole = builtRecords('world');
    for (const [what, bytes] of [['nothing', new Uint8Array()], ['another kind', new TextEncoder().encode('{"schema": 1}')], ['cut off', whole.slice(0, whole.length >> 1)], ['cut off early', whole.slice(0, 64)]] as const) {
      const chancery = createChancery({ gazetteer: bytes });
      assert.ok(chancery.problems.some(p => p.severity === 'error'), what);
      const reading = chancery.open({ language: 'markdown', always: true }).update(SLIP)!;
      assert.ok(reading.findings.some(f => f.check === 'date-impossible'), what);
    }
  });
});
