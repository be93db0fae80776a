import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, it } from 'mocha';
import { meet, type Interval } from '../../src/base/interval';
import { changesIn } from '../../src/recognize/figures/figure-changes';
import { compareFigures, intervalsOf, readAmount, roundingOf, type Hedge } from '../../src/recognize/figures/numbers';
import { judgeSum } from '../../src/recognize/figures/judge-sum';

interface Vector {
  readonly a: string;
  readonly b: string;
  readonly expect: 'COMPATIBLE' | 'LOOSE' | 'CONFLICT';
}

const vectors = JSON.parse(readFileSync(path.join(process.cwd(), 'test/data/figures.vectors.json'), 'utf8')) as Vector[];

function amount(text: string): NonNullable<ReturnType<typeof readAmount>> {
  const found = readAmount(text);
  assert.ok(found, `no amount in ‘${text}’`);
  return found;
}

const ends = (i: Interval): string => `${i.lowClosed ? '[' : '('}${i.low}, ${i.high}${i.highClosed ? ']' : ')'}`;

describe('comparing figures', () => {
  for (const { a, b, expect } of vectors) {
    it(`${a} | ${b}: ${expect.toLowerCase()}`, () => {
      assert.equal(compareFigures(amount(a), amount(b)), expect.toLowerCase());
      assert.equal(compareFigures(amount(b), amount(a)), expect.toLowerCase());
    });
  }

  const hedges: Hedge[] = ['bare', 'exactly', 'about', 'more-than', 'at-least', 'just-over', 'nearly', 'less-than', 'up-to'];
  const reading = fc.record({ hedge: fc.constantFrom(...hedges), value: fc.integer({ min: 1, max: 3_000_000 }) })
    .map(({ hedge, value }) => ({ hedge, value, ...intervalsOf(hedge, value, roundingOf(value)) }));

  it('is symmetric, and a figure fits itself', () => {
    fc.assert(fc.property(reading, reading, (a, b) => {
      assert.equal(compareFigures(a, b), compareFigures(b, a));
      assert.equal(compareFigures(a, a), 'compatible');
    }));
  });

  it('keeps what is implied within what is logically open', () => {
    fc.assert(fc.property(reading, ({ implied, logical }) => {
      assert.ok(logical.low <= implied.low + 1e-9 && implied.high <= logical.high + 1e-9);
      assert.ok(meet(implied, logical));
    }));
  });

  it('lets “about v” fit v', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 2_000_000 }), value => {
      const about = intervalsOf('about', value, roundingOf(value));
      assert.equal(compareFigures(about, intervalsOf('exactly', value, 1)), 'compatible');
    }));
  });

  it('widens “about” by the percentage that is set', () => {
    assert.equal(ends(intervalsOf('about', 100_000, 100_000, { percent: 20 }).implied), '(80000, 120000)');
    assert.equal(ends(intervalsOf('about', 100_000, 100_000).implied), '(90000, 110000)');
  });

  it('takes a bare number in a table to the digit', () => {
    assert.equal(ends(readAmount('100,000', { exact: true })!.implied), '[100000, 100000]');
  });
});

describe('reading amounts', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['one hundred thousand', '(90000, 110000)'], ['a hundred thousand', '(90000, 110000)'], ['100k', '(90000, 110000)'], ['100 000', '(90000, 110000)'],
    ['100\u2009000', '(90000, 110000)'], ['100\u202f000', '(90000, 110000)'], ['100\u00a0000', '(90000, 110000)'], ['1.5m', '(1450000, 1550000)'],
    ['1.5 million', '(1450000, 1550000)'], ['one and a half million', '(1450000, 1550000)'], ['half a million', '(450000, 550000)'],
    ['a quarter of a million', '(245000, 255000)'], ['a dozen', '[12, 12]'], ['two dozen', '[24, 24]'], ['twenty-five', '[25, 25]'],
    ['three hundred and fifty', '[350, 350]'], ['100-120,000', '[100000, 120000]'], ['20–30,000', '[20000, 30000]'], ['1 to 1.5 million', '[1000000, 1500000]'],
    ['between roughly 130 and 145', '[120, 148.625]'], ['150,000 or more', '[150000, 165000]'], ['130,000-plus', '[130000, 143000]'], ['900 or so', '(810, 990)'],
    ['up to about 5,000', '[4000, 5000]'], ['about more than 100,000', '(100000, 150000]'], ['several thousand', '[2000, 10000)'], ['a few hundred', '[200, 1000)'],
    ['many thousands', '[5000, 100000)'], ['tens of millions', '[20000000, 100000000)'], ['hundreds or thousands', '[200, 10000)'], ['100 ± 5', '[95, 105]'],
  ];
  for (const [text, expected] of cases) {
    it(text, () => {
      assert.equal(ends(amount(text).implied), expected);
    });
  }

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), text => {
      readAmount(text);
    }));
    fc.assert(fc.property(fc.array(fc.constantFrom('1', '000', ',', '.', '-', ' ', 'million', 'a', 'half', 'of', 'and', 'k', 'to', 'between', 'thousand', 'tens', '±')), words => {
      readAmount(words.join(' '));
      readAmount(words.join(''));
    }));
  });

  it('reads back any number written with commas', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999 }), value => {
      assert.equal(amount(value.toLocaleString('en-GB')).value, value);
    }));
  });
});

describe('sums', () => {
  const parts = (...texts: string[]): Parameters<typeof judgeSum>[1] => texts.map(t => {
    const found = amount(t);
    return { ...found, hedged: !/^(?:bare|exactly|range)$/.test(found.hedge) };
  });
  const total = (text: string): Parameters<typeof judgeSum>[0] => parts(text)[0]!;

  it('fit within the rounding of the parts', () => {
    assert.equal(judgeSum(total('110,000'), parts('60,000', '30,000', '20,000')).result, 'fits');
    assert.equal(judgeSum(total('150,000'), parts('60,000', '30,000', '20,000')).result, 'off');
  });
  it('are near where the total is only rounded further', () => {
    assert.equal(judgeSum(total('3,000'), parts('1,200', '2,200')).result, 'near');
  });
  it('are exact below a thousand', () => {
    assert.equal(judgeSum(total('30'), parts('20', '6', '3')).result, 'off');
    assert.equal(judgeSum(total('30'), parts('20', '6', '4')).result, 'fits');
  });
  it('compare as intervals where one is hedged', () => {
    assert.equal(judgeSum(total('about 110,000'), parts('about 60,000', '30,000', '20,000')).result, 'fits');
  });
});

describe('changes', () => {
  it('are read with both numbers, in either order', () => {
    const [change] = changesIn('The force rose to 130,000 troops from 100,000.', []);
    assert.equal(change?.from.value, 100_000);
    assert.equal(change?.to.value, 130_000);
    assert.equal(change?.direction, 'rise');
  });
  it('are not read in dates and years', () => {
    assert.deepEqual(changesIn('Output grew from 2014 to 2020 and fell from 12 January to 3 March.', []), []);
  });
});
