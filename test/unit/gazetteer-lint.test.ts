import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { parseDate } from '../../src/base/edtf';
import { compileFiles } from '../../src/gazetteer/compile';

const WORLD = readdirSync('test/world').filter(name => name.endsWith('.yaml'))
  .map(name => ({ path: name, text: readFileSync(path.join('test/world', name), 'utf8') }));
const HEAD = 'schema: chancery-gazetteer/1\nchecked: 2023-06-01\n';
const TODAY = parseDate('2023-07-01')!.earliest;

/** Remarks on one more file, as `line: message`. */
function remarks(text: string, today = TODAY): string[] {
  const look = { isWord: (word: string) => ['stub', 'cabinet', 'lemma'].includes(word), today };
  const { problems } = compileFiles([...WORLD, { path: 'more.yaml', text: HEAD + text }], look);
  assert.deepEqual(problems.filter(p => p.severity === 'error'), []);
  return problems.filter(p => p.severity === 'information' && p.file === 'more.yaml').map(p => `${p.line - 2}: ${p.message}`);
}

describe('remarks on records', () => {
  it('tell forms that are ordinary words', () => {
    assert.deepEqual(remarks('people:\n  - id: zz-a\n    family_name: Stubbe\n    misspellings: [Stub]\n'), ['4: ‘Stub’ is an ordinary word: give it needs_context: true.']);
    assert.deepEqual(remarks('people:\n  - id: zz-a\n    family_name: Stubbe\n    misspellings: [{name: Stub, needs_context: true}]\n'), []);
    assert.match(remarks('organizations:\n  - id: zz-b\n    name: Council of Elders\n    other_names: [{name: Cabinet, kind: common}]\n').join(), /^4: ‘Cabinet’ is an ordinary word/);
    assert.deepEqual(remarks('organizations:\n  - id: zz-b\n    name: Council of Elders\n    other_names: [{name: STUB, kind: acronym}]\n'), []);
  });

  it('tell people one letter apart, until the record says that they are two', () => {
    const two = (more: string): string[] => remarks(`people:\n  - {id: zz-a, given_name: Anna, family_name: Harland}\n  - {id: zz-b, given_name: Anna, family_name: Harlind${more}}\n`);
    assert.deepEqual(two(''), ['3: One letter from Anna Harland (zz-a): if they are two people, say so with distinct_from.']);
    assert.deepEqual(two(', distinct_from: [zz-a]'), []);
    assert.equal(remarks('people:\n  - {id: zz-a, given_name: Anna, family_name: Harland}\n  - {id: zz-b, given_name: Anne, family_name: Harland}\n').length, 1);
    assert.deepEqual(remarks('people:\n  - {id: zz-a, given_name: Anna, family_name: Li}\n  - {id: zz-b, given_name: Anna, family_name: Lu}\n'), []);
  });

  it('tell names that a table ran together, and years that are slips', () => {
    const warnings = (text: string): string[] => compileFiles([...WORLD, { path: 'more.yaml', text: HEAD + text }], { isWord: () => false, today: TODAY })
      .problems.filter(p => p.severity === 'warning' && p.file === 'more.yaml').map(p => p.message);
    assert.match(warnings('people:\n  - {id: zz-a, given_name: Ret. Gen. Otto, family_name: Harland}\n').join(), /^‘Gen\.’ is no given name of Ret\. Gen\. Otto Harland/);
    assert.match(warnings('people:\n  - {id: zz-a, given_name: Korvia Otto, family_name: Harland}\n').join(), /^‘Korvia’ is no given name/);
    assert.match(warnings('people:\n  - {id: zz-a, family_name: Harland, occupancies: [{post: norco-secretary-general, start_date: 1014-05-21, end_date: 1014-06-01}]}\n').join(), /cannot hold a post since 1014-05-21/);
    assert.deepEqual(warnings('people:\n  - {id: zz-a, given_name: Gen, family_name: Harland}\n  - {id: zz-b, given_name: Major Owen, family_name: Bell-Larkin}\n').filter(w => /Gen/.test(w)), []);
  });

  it('tell open terms that nobody has looked at for 18 months', () => {
    const text = 'people:\n  - {id: zz-a, family_name: Harland, occupancies: [{post: qk-ambassador-osl, start_date: 2020, checked: 2022-01-01}]}\n';
    const own = text.replace('qk-ambassador-osl', 'norco-secretary-general').replace('start_date: 2020', 'start_date: 1951, end_date: 1952');
    assert.deepEqual(remarks(own, parseDate('2024-07-01')!.earliest), []);
    const open = 'posts:\n  - {id: zz-p, label: Envoy, organization: norco, seats: many, titles: {preferred: Envoy}}\n' + text.replace('qk-ambassador-osl', 'zz-p');
    assert.deepEqual(remarks(open), []);
    assert.match(remarks(open, parseDate('2023-08-01')!.earliest).join(), /^4: Harland is in ‘zz-p’ without an end, and was last checked on 2022-01-01/);
  });
});
