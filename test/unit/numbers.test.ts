import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { slipBetween } from '../../src/analysis/figures/slips';
import { assemblyYears, councilYear } from '../../src/checks/documents/council-numbers';
import { scoreNumbers, SETS } from '../accuracy/numbers';
import { describeFindings, exampleReported, read, root } from '../check';

interface Group {
  readonly id?: string;
  readonly tp?: readonly (string | Example)[];
  readonly tn?: readonly (string | Example)[];
}

interface Example {
  readonly fm?: Readonly<Record<string, string>>;
  readonly text: string;
}

const groups = parse(readFileSync(path.join(root, 'test/data/numbers.examples.yaml'), 'utf8')) as readonly Group[];

function marked(example: string | Example): string {
  if (typeof example === 'string') return example;
  const entries = Object.entries(example.fm ?? {});
  return entries.length === 0 ? example.text : `---\n${entries.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${example.text}`;
}

/** Checks whose findings a text that is only odd must not have. */
const NUMBERS = /^(?:figure-(?:conflict|vague|sum|share|change|conversion|magnitude|table-mismatch|estimate-mismatch)|elapsed-time|count-list-mismatch|resolution-year|instrument-unknown-form)$/;

describe('numbers', () => {
  for (const { id, tp = [], tn = [] } of groups) {
    if (id === undefined) continue;
    describe(id, () => {
      for (const example of tp) {
        it(`reports ${JSON.stringify(marked(example).slice(-80))}`, () => {
          const { marks, found, reading } = exampleReported(id, marked(example));
          assert.equal(found, marks, describeFindings(reading));
        });
      }
      for (const example of tn) {
        it(`is silent on ${JSON.stringify(marked(example).slice(-80))}`, () => {
          const { found, reading } = exampleReported(id, marked(example));
          assert.equal(found, 0, describeFindings(reading));
        });
      }
    });
  }

  it('are found in labelled notes, and nothing else is', () => {
    const least: Readonly<Record<string, number>> = { 'numbers-open.yaml': 0.98, 'numbers-apart.yaml': 0.94, 'numbers-second.yaml': 0.96, 'numbers-third.yaml': 0.94, 'numbers-fourth.yaml': 0.96, 'numbers-other.yaml': 0.7, 'numbers-fifth.yaml': 0.84 };
    for (const file of SETS) {
      const all = scoreNumbers(file).at(-1)!;
      assert.ok(all.found / all.planted >= least[file]!, `${file}: ${all.found} of ${all.planted} found`);
      assert.ok(all.found / (all.found + all.others) >= 0.95, `${file}: ${all.others} others`);
    }
  });

  it('tell how a slip may have come about', () => {
    assert.equal(slipBetween(47, 74), 'transposed');
    assert.equal(slipBetween(51_420, 15_240), 'transposed');
    assert.equal(slipBetween(5937, 5939), 'digit');
    assert.equal(slipBetween(50e9, 5e9), 'magnitude');
    assert.equal(slipBetween(2.6e6, 2.6e9), 'magnitude');
    assert.equal(slipBetween(100_600, 106_000), 'transposed');
    assert.equal(slipBetween(15, 50), 'sound');
    assert.equal(slipBetween(13e6, 30e6), 'sound');
    assert.equal(slipBetween(1.3e6, 3e6), undefined);
    assert.equal(slipBetween(31, 36), undefined);
    assert.equal(slipBetween(2, 20), undefined);
    assert.equal(slipBetween(0, 10), undefined);
  });

  it('of resolutions belong to years', () => {
    assert.equal(councilYear(1), 1946);
    assert.equal(councilYear(242), 1967);
    assert.equal(councilYear(1325), 2000);
    assert.equal(councilYear(1441), 2002);
    assert.equal(councilYear(2254), 2015);
    assert.equal(councilYear(2451), 2018);
    assert.equal(councilYear(2504), 2020);
    assert.equal(councilYear(2617), 2021);
    assert.equal(councilYear(2810), 2025);
    assert.equal(councilYear(2811), undefined);
    assert.equal(councilYear(9999), undefined);
    assert.deepEqual(assemblyYears(75), [2020, 2021]);
  });
});

describe('odd numbers', () => {
  const odd = [
    'There are 1,50,000 of them, says Rs 3 crore.', 'He weighed 1.000 kg.', 'Some 10-15-20,000 people came.', 'It cost $1.2.3bn in all.', `The account is ${'9'.repeat(400)}.`,
    'Growth was 240 per cent and 1,300 per cent.', 'A total of 0 tanks: 0 in the north and 0 in the south.', 'It fell from -5 to -3 degrees.', 'The talks of 12 + 13 January were short.',
    'They won 3-2 and lost 1-4.', 'Call +44 20 7946 0958 or 0800 123 456.', 'IBAN DE89 3704 0044 0532 0130 00.', 'It lies at 48.8566° N, 2.3522° E.', 'Article 5, paragraphs 1 to 3, and Annex 2.',
    'Of 0 seats a third, 0 of them, are free.', 'From 0 to 0, an increase of 0 per cent.', '5 km (', '(5 miles', 'rose by per cent from to', '% % %', '1/2/3/4', '½ of ¾',
  ];
  for (const text of odd) {
    it(`say nothing: ${text.slice(0, 50)}`, () => {
      const reading = read('shipped', `---\ndate: 2023-05-01\n---\n\n${text}`);
      assert.deepEqual(reading.failures, []);
      assert.deepEqual(reading.findings.filter(f => NUMBERS.test(f.check)).map(f => f.message), []);
    });
  }

  const cpu = (text: string): number => {
    const start = process.cpuUsage();
    read('shipped', `---\ndate: 2023-05-01\n---\n\n${text}`);
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  };
  const growth = (name: string, make: (n: number) => string): void => {
    it(`cost no more than in proportion: ${name}`, () => {
      cpu(make(200));
      const small = Math.max(cpu(make(1250)), 20);
      const large = cpu(make(5000));
      assert.ok(large < small * 12, `${small} ms, four times as much: ${large} ms`);
    });
  };
  growth('numbers in one sentence', n => `${Array.from({ length: n }, (_, i) => `${1000 + i * 7} soldiers in Place${i}`).join(', ')}.`);
  growth('figures of one key', n => Array.from({ length: n }, (_, i) => `The ${1000 + i * 7} speedboats were seized in Gao.`).join(' '));
  growth('shares and changes', n => Array.from({ length: n }, (_, i) => `It rose from ${i + 1} to ${i + 2} per cent, or ${i} of the ${i + 9} posts, a third.`).join(' '));
  it('fill a table of 200 by 50', () => {
    const row = (i: number): string => `| Place ${i} | ${Array.from({ length: 50 }, (_, k) => 1000 + i * k).join(' | ')} |`;
    const head = `| Place | ${Array.from({ length: 50 }, (_, k) => `Troops ${k}`).join(' | ')} |\n|${'---|'.repeat(51)}`;
    assert.ok(cpu(`${head}\n${Array.from({ length: 200 }, (_, i) => row(i)).join('\n')}`) < 5000);
  });
});
