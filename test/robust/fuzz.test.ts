import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { kinds } from './properties';

/** Inputs of each kind: `npm run fuzz -- --minutes N` goes on from here. */
const RUNS: Readonly<Record<string, number>> = { 'short notes': 3000, 'short plain texts': 500, 'short edits': 300, 'short fixes': 500, notes: 150, 'plain texts': 60, edits: 15, fixes: 60 };
const USUAL = 60;

describe('any input', function () {
  this.timeout(120_000);
  for (const kind of kinds()) {
    it(`of the kind “${kind.name}” is read, and what is promised of it holds`, () => {
      // the same inputs on every run: `npm run fuzz` looks for new ones
      fc.assert(kind.property(), { seed: 20_261_124, numRuns: RUNS[kind.name] ?? USUAL });
      const [first] = Object.entries(kind.counts);
      assert.ok(first === undefined || first[1] > 0, `no ${first?.[0]}`);
    });
  }
});
