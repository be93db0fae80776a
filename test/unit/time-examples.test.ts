import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { describeFindings, exampleReported, root } from '../check';

interface Example { readonly fm: { readonly date: string | null }; readonly text: string }
interface Entry { readonly id: string; readonly tp: readonly Example[]; readonly tn: readonly Example[] }

const entries = (parse(readFileSync(path.join(root, 'test/data/time.examples.yaml'), 'utf8')) as Entry[]);

function marked({ fm, text }: Example): string {
  return `---\n${fm.date === null ? '' : `date: ${fm.date}\n`}house-style: neutral\n---\n\n${text}\n`;
}

describe('examples of when a sentence is about', () => {
  for (const { id, tp, tn } of entries) {
    describe(id, () => {
      for (const example of tp) {
        it(`reports ${JSON.stringify(example.text.slice(0, 90))}`, () => {
          const { marks, found, reading } = exampleReported(id, marked(example));
          assert.ok(marks > 0, 'the example marks no place');
          assert.equal(found, marks, `findings:\n${describeFindings(reading)}`);
        });
      }
      for (const example of tn) {
        it(`is silent on ${JSON.stringify(example.text.slice(0, 90))}`, () => {
          const { found, reading } = exampleReported(id, marked(example));
          assert.equal(found, 0, `findings:\n${describeFindings(reading)}`);
        });
      }
    });
  }
});
