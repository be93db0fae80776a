import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeFindings, engine, root, unmark } from '../check';

/** Slips that are not found yet: three letters with nothing beside them, somebody's own surname, a word that is a surname. */
const OPEN = new Set(['Xhi', 'Younus', 'Salmon']);

const lines = readFileSync(path.join(root, 'test/data/names-in-prose.txt'), 'utf8').split('\n').filter(line => /^\d/.test(line));

describe('names in running prose', () => {
  for (const line of lines) {
    const [day, marked] = [line.slice(0, 10), line.slice(11)];
    const { text, marks: [slip] } = unmark(`---\ndate: ${day}\nhouse-style: neutral\n---\n\n${marked}\n`);
    const read = (): ReturnType<typeof readingOf> => readingOf(text);
    if (!slip) {
      it(`has nothing against ${marked.slice(0, 80)}`, () => {
        const { reading, names } = read();
        assert.deepEqual(names.filter(f => f.severity === 'warning' || f.severity === 'error'), [], describeFindings(reading));
      });
      continue;
    }
    it(`reports ${marked.slice(0, 80)}`, () => {
      const { reading, names } = read();
      const found = names.some(f => f.span.start < slip.end && slip.start < f.span.end && f.check !== 'name-first-reference');
      assert.equal(found, !OPEN.has(text.slice(slip.start, slip.end)), describeFindings(reading));
    });
  }
});

function readingOf(text: string) {
  const reading = engine('shipped').open({ language: 'markdown', always: true }).update(text)!;
  return { reading, names: reading.findings.filter(f => f.check.startsWith('name-')) };
}
