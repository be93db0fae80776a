import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { CHECKS } from '../../src/checks/list';
import { describeFindings, exampleReported, root } from '../check';
import { examplesOf } from './examples';

const folder = path.join(root, 'src', 'checks');

describe('pages of the checks', () => {
  it('exist for every check, and for nothing else', () => {
    const pages = readdirSync(folder).filter(f => f.endsWith('.md')).map(f => f.slice(0, -3)).sort();
    assert.deepEqual(pages, CHECKS.map(c => c.id).sort());
  });
  for (const check of CHECKS) {
    describe(check.id, () => {
      const page = readFileSync(path.join(folder, `${check.id}.md`), 'utf8');
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
