import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { engine } from '../check';
import { FAMILIES } from './families';
import { grows } from './growth';

/** Families that once took hours or hung, and others by a stride over all: `npm run growth` measures every one. */
const ONCE = [
  'a quotation and apostrophes', 'a quotation, marks and a letter', 'spaces before a line break', 'spaces on a line', 'points after a quotation mark', 'ordered marks on a line',
  'nested quotations on a line', 'half links on lines', 'ranges on a line', 'capitals on a line', 'written days on lines', 'names with soft hyphens on lines', 'likelihoods on lines', 'keys of front matter',
];

function cpu(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

describe('the cost of texts that double', function () {
  this.timeout(120_000);
  it('grows with n log n at most, in twenty families', () => {
    assert.ok(FAMILIES.length >= 100);
    const chosen = [...ONCE.map(name => FAMILIES.find(f => f.name === name)), ...FAMILIES.filter((_, i) => i % 67 === 5)].slice(0, 20);
    assert.equal(chosen.length, 20);
    grows(chosen[0]!, 8_000);
    const failed = chosen.map(family => grows(family!, 32_000, 3)).filter(growth => growth.fails !== undefined);
    assert.deepEqual(failed, []);
  });

  it('is judged rightly: the square fails, n log n does not, nor does what takes no time', () => {
    const [family] = FAMILIES;
    const costs = (of: (n: number) => number): string | undefined => grows(family!, 160_000, 100, (_, n) => of(n)).fails;
    assert.match(costs(n => (n / 40_000) ** 2) ?? '', /4\.0 times/);
    assert.equal(costs(n => n * Math.log(n) / 1e6), undefined);
    assert.equal(costs(n => (n / 1_000_000) ** 2), undefined);
    assert.match(grows(family!, 160_000, 3, () => 4).fails ?? '', /4\.0 s for/);
  });

  for (const [name, text] of [
    ['5 MB without a space', 'x'.repeat(5_000_000)], ['5 MB of spaces', `a${' '.repeat(5_000_000)}b`], ['1 MB of marks', '“a ‘b" [c](d '.repeat(77_000)],
    ['1 MB of words', 'The allies met again and said nothing new. '.repeat(23_300)],
  ] as const) {
    it(`takes seconds for ${name} on one line`, () => {
      const seconds = cpu(() => {
        assert.deepEqual(engine('shipped').open({ language: 'markdown', always: true }).update(text)!.failures, []);
      });
      // twice what it is where the machine has something else to do
      assert.ok(seconds < 4, `${seconds} s`);
    });
  }
});
