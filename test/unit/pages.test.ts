import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CHECKS } from '../../src/checks/run/list';
import { describeFindings, exampleReported, root } from '../check';
import { examplesOf, pagesOf } from './examples';

const pages = pagesOf(root);

describe('pages of the checks', () => {
  it('exist for every check, and for nothing else', () => {
    assert.deepEqual([...pages.keys()].sort(), CHECKS.map(c => c.id).sort());
  });
  for (const check of CHECKS) {
    describe(check.id, () => {
      const page = pages.get(check.id)!;
      const reported = examplesOf(page, 'Reported');
      const silent = examplesOf(page, 'Not reported');
      it('has examples of both kinds', () => {
        assert.ok(reported.length >= 6, `${reported.length} reported`);
        assert.ok(silent.length >= 6, `${silent.length} not reported`);
      });
      for (const example of reported) {
        it(`reports ${JSON.stringify(example.slice(0, 90))}`, () => {
          const { marks, found, reading } = exampleReported(check.id, example);
          assert.ok(marks > 0, 'the example marks no place');
          assert.equal(found, marks, `findings:\n${describeFindings(reading)}`);
        });
      }
      for (const example of silent) {
        it(`is silent on ${JSON.stringify(example.slice(0, 90))}`, () => {
          const { found, reading } = exampleReported(check.id, example);
          assert.equal(found, 0, `findings:\n${describeFindings(reading)}`);
        });
      }
    });
  }
});
