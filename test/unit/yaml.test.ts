import assert from 'node:assert/strict';
import { readYaml } from '../../src/yaml/yaml';

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('readYaml', () => {
  it('reads the core schema: dates, NO and qualifiers stay text', () => {
    const { value, problems } = readYaml('day: 2022-01-12\ncodes: [NO, no, yes, 2005, "2021-11?", 008]\nopen: ..\nnothing:\nflag: true\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(plain(value), { day: '2022-01-12', codes: ['NO', 'no', 'yes', 2005, '2021-11?', 8], open: '..', nothing: null, flag: true });
  });

  it('refuses duplicate keys, keeps the first, and says where', () => {
    const text = 'a: 1\nb: 2\na: 3\n';
    const { value, problems } = readYaml(text);
    assert.deepEqual(plain(value), { a: 1, b: 2 });
    assert.equal(problems.length, 1);
    assert.equal(text.slice(problems[0]!.start, problems[0]!.end), 'a');
    assert.equal(problems[0]!.start, 10);
  });

  it('refuses tags and keeps reading', () => {
    const { value, problems } = readYaml('a: !thing x\nb: !!js/function "f"\nc: 3\n');
    assert.equal(problems.length, 2);
    assert.ok(problems.every(problem => problem.severity === 'error'));
    assert.deepEqual(plain(value), { a: 'x', b: 'f', c: 3 });
  });

  it('treats __proto__ and constructor as keys like others', () => {
    const { value, problems } = readYaml('__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.keys(value as object), ['__proto__', 'constructor']);
    assert.equal(Object.getPrototypeOf(value), null);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('bounds what aliases repeat', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i <= 12; i++) lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    const { value, problems } = readYaml(lines.join('\n'));
    assert.ok(problems.some(problem => /aliases/.test(problem.message)));
    assert.ok(JSON.stringify(value).length < 200_000);
  });

  it('refuses a node that contains itself', () => {
    const { problems } = readYaml('a: &a [*a]\n');
    assert.match(problems[0]!.message, /inside what it repeats/);
  });

  it('reads a file of one document only', () => {
    assert.ok(readYaml('a: 1\n---\nb: 2\n').problems.some(problem => problem.severity === 'error'));
  });

  it('gives places by path', () => {
    const text = 'people:\n  - id: x # first\n    name: Marta Holt\n';
    const document = readYaml(text);
    const at = (span: { start: number; end: number } | undefined): string => (span ? text.slice(span.start, span.end) : '');
    assert.equal(at(document.spanOf(['people', 0, 'name'])), 'Marta Holt');
    assert.equal(at(document.keySpanOf(['people', 0, 'name'])), 'name');
    assert.equal(document.spanOf(['people', 1]), undefined);
    assert.equal(document.keySpanOf(['people', 0]), undefined);
  });

  const hostile: readonly [string, string][] = [
    ['an unclosed flow list 100,000 deep', '['.repeat(100_000)],
    ['an unclosed flow map 50,000 deep', '{a: '.repeat(50_000)],
    ['a list in a list 100,000 deep', '- '.repeat(100_000)],
    ['a map nested by indentation', Array.from({ length: 1_500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['more than 5 MB', `a: ${'x'.repeat(5_000_001)}`],
    ['an unclosed quotation', `a: "${'x '.repeat(100_000)}`],
    ['a binary file', Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
    ['tabs for indentation', 'a:\n\t- b\n'],
    ['a stack of anchors', '&a '.repeat(10_000)],
  ];
  for (const [what, text] of hostile) {
    it(`reports ${what} without throwing`, () => {
      const { problems } = readYaml(text);
      assert.ok(what === 'a binary file' || problems.some(problem => problem.severity === 'error'));
      for (const problem of problems) assert.ok(problem.start >= 0 && problem.end >= problem.start && problem.end <= text.length);
    });
  }

  it('reads 20,000 keys in time that grows with their number', () => {
    const { value, problems } = readYaml(Array.from({ length: 20_000 }, (_, i) => `k${i}: v`).join('\n'));
    assert.equal(problems.length, 0);
    assert.equal(Object.keys(value as object).length, 20_000);
  }).timeout(10_000);
});
