import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Analysis } from '../../src/analysis/model';
import { CHECKS } from '../../src/checks/run/list';
import { runChecks } from '../../src/checks/run/run';
import { createChancery } from '../../src/chancery';
import { builtRecords } from '../records';

const SLIP = '---\ndate: 2022-01-12\n---\n\nUS Secretary of State Antony Blinkin spoke on 30 February 2022.\n';

describe('a part that fails', () => {
  it('is a check: it is left out and named, and the others speak', () => {
    // every check throws on an analysis that has nothing but what the runner itself asks for
    const empty = { document: { directives: [], blocks: [], sections: [], text: '' } } as unknown as Analysis;
    const { findings, failures } = runChecks(CHECKS, empty, { severity: new Map(), options: new Map() }, { severity: new Map(), disabled: new Set() } as never, []);
    assert.deepEqual(findings, []);
    assert.ok(failures.length > 20);
    assert.ok(failures.every(f => /^The check [a-z-]+$/.test(f.what) && f.message !== ''));
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
