import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createChancery, type Problem } from '../../src/chancery';
import { isAcronym } from '../../src/gazetteer/tables/bodies';
import { readYaml } from '../../src/yaml/yaml';
import { builtRecords } from '../records';

// the invented country: what is tried here does not depend on how many records lie below
const gazetteer = builtRecords('world');

/** What is told of one layer, or of one file of exceptions; the records that ship stay in use. */
function problemsOf(text: string, kind: 'layer' | 'exceptions' = 'layer'): readonly Problem[] {
  const file = { path: 'own.yaml', text };
  const chancery = kind === 'layer' ? createChancery({ gazetteer, layers: [file] }) : createChancery({ gazetteer }, { exceptions: [file] });
  assert.ok(chancery.problems.every(p => p.line >= 1 && p.column >= 1 && p.message.length > 5));
  const reading = chancery.open({ language: 'markdown', always: true }).update('The envoys met in January 2022 and met again on 30 February 2022.\n')!;
  assert.ok(reading.findings.some(f => f.check === 'date-impossible'));
  return chancery.problems;
}

/** CPU seconds of this process while something runs. */
function cpu(run: () => void): number {
  const from = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

describe('a hostile file of records', function () {
  this.timeout(120_000);

  it('of another tool is told, whatever its schema is', () => {
    for (const schema of ['{a: b}', '[1, {a: b}]', '2', 'true', '~', '"x\\e[31m"', '{toString: 1, valueOf: 2}']) {
      assert.ok(problemsOf(`schema: ${schema}\n`).every(p => p.file === 'own.yaml'), schema);
    }
    assert.ok(problemsOf('schema: {a: b}\n').length > 0);
    assert.ok(problemsOf('schema: chancery-gazetteer/1\rchecked: 2024-01-01\rpeople: []\r').length > 0);
  });

  it('tells fifty problems of a kind and the number of the others', () => {
    for (const [kind, text] of [
      ['layer', `people:\n${Array.from({ length: 3000 }, (_, i) => `  - {id: BAD ${i}}\n`).join('')}`],
      ['layer', Array.from({ length: 3000 }, (_, i) => `key${i}: 1\n`).join('')],
      ['exceptions', `keep:\n${'  - 7\n'.repeat(3000)}`],
      ['exceptions', Array.from({ length: 3000 }, (_, i) => `key${i}: 1\n`).join('')],
    ] as const) {
      const problems = problemsOf(text, kind);
      assert.equal(problems.length, 51);
      const last = problems.find(p => p.more !== undefined);
      assert.equal(last?.more, 2950);
      assert.match(last.message, /There are 2950 more/);
    }
  });

  it('says that a control character stands in a name', () => {
    assert.match(problemsOf('people:\n  - {id: zz-x, name: "Ann\\e[31m Lee"}\n').map(p => p.message).join(), /control character/);
  });

  it('costs what its size costs: keys that nobody knows, names that are alike', () => {
    const keys = (n: number): string => Array.from({ length: n }, (_, i) => `key${i}: 1\n`).join('');
    const small = cpu(() => problemsOf(keys(5_000)));
    const large = cpu(() => problemsOf(keys(20_000)));
    assert.ok(large < small * 8 + 2, `${small} s, ${large} s`);
    const people = (n: number): string => `people:\n${Array.from({ length: n }, (_, i) => `  - {id: zz-p${i}, name: Ivan Petrov${i.toString(36)}, given_name: Ivan, family_name: Petrov${i.toString(36)}}\n`).join('')}`;
    const seconds = cpu(() => assert.ok(problemsOf(people(4_000)).length <= 160));
    assert.ok(seconds < 10, `${seconds} s`);
  });

  it('finds the places of its keys as before: by text, by number, the first of two', () => {
    const text = 'a: 1\n007: x\nb:\n  - {c: d}\n"e f": g\na: 2\n~: n\ntrue: t\n';
    const yaml = readYaml(text);
    const at = (...keyPath: (string | number)[]): string | undefined => {
      const span = yaml.keySpanOf(keyPath);
      return span && text.slice(span.start, span.end);
    };
    assert.deepEqual([at('a'), at('007'), at('7'), at('b', 0, 'c'), at('e f'), at('true'), at('z')], ['a', '007', '007', 'c', '"e f"', 'true', undefined]);
    assert.equal(yaml.keySpanOf(['a'])?.start, 0);
  });

  it('has titles that no pattern chokes on', () => {
    assert.ok(cpu(() => assert.equal(isAcronym(`${'A'.repeat(200)}!`), false)) < 0.5);
    for (const [text, is] of [['NATO', true], ['OPEC', true], ['NaTO', true], ['Nato', false], ['ABCDEFGHI', false]] as const) assert.equal(isAcronym(text), is, text);
  });
});
