import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseDate } from '../../src/base/edtf';
import { nameWords, readHolder, relation } from '../../src/exchange/match/names';
import { kindOfOffice } from '../../src/exchange/match/offices';
import { compileFiles } from '../../src/gazetteer/compile';
import { coverage, coverageText, dueTerms } from '../../src/gazetteer/coverage';

const name = (cell: string): unknown => {
  const read = readHolder(cell);
  return 'refused' in read ? read.refused : [read.name, read.family, read.title];
};

describe('names as tables print them', () => {
  it('are told from titles and ranks, family names in capitals in their usual letters', () => {
    assert.deepEqual(name('Prime Minister Olga TARNOVA'), ['Olga Tarnova', 'Tarnova', 'Prime Minister']);
    assert.deepEqual(name("Chargé d'Affaires: Ian McCARTEN"), ['Ian McCarten', 'McCarten', "Chargé d'Affaires"]);
    assert.deepEqual(name('President KIM Song Il'), ['Kim Song Il', 'Kim', 'President']);
    assert.deepEqual(name('Deputy Prime Minister Fahd al-BARAYJ, Lt. Gen.'), ['Fahd al-Barayj', 'al-Barayj', 'Deputy Prime Minister']);
    assert.deepEqual(name('Ambassador Ana Maria VAN DER ELST'), ['Ana Maria Van der Elst', 'Van der Elst', 'Ambassador']);
    assert.deepEqual(name('King ALBERT II'), ['Albert II', undefined, 'King']);
  });

  it('are refused where they are none', () => {
    assert.equal(name('(vacant)'), 'nobody is named');
    assert.equal(name('Ambassador-designate Olga TARNOVA'), 'named for the office, not yet in it');
    assert.match(String(name('President Otto HANN departed the country in 2021')), /more than one name|figures/);
    assert.equal(name('12345'), 'this is no name');
  });

  it('are one person’s in another order, length and transliteration', () => {
    const rel = (a: string, b: string): unknown => relation(nameWords(a), nameWords(b));
    assert.equal(rel('KIM Song Il', 'Song Il Kim'), 'same');
    assert.equal(rel('Muhammad al-Alimi', 'Mohamed Alimi'), 'same');
    assert.equal(rel('Wendy R. Sherwin', 'Sherwin Wendy'), 'same');
    assert.equal(rel('Olga Tarnova', 'Irina Tarnova'), 'family');
    assert.equal(rel('Olga Tarnova', 'Otto Hann'), undefined);
  });

  it('stand beside offices whose kind is known, and no deputy’s', () => {
    assert.equal(kindOfOffice('Minister of Foreign Affairs'), 'foreign-minister');
    assert.equal(kindOfOffice('acting Minister of National Defense'), 'defence-minister');
    assert.equal(kindOfOffice('Deputy Minister of Defence'), undefined);
    assert.equal(kindOfOffice('Minister of Foreign Trade'), undefined);
    assert.equal(kindOfOffice('Second Deputy Prime Minister and Minister of Foreign Affairs and Diaspora'), 'foreign-minister');
    assert.equal(kindOfOffice('Second Deputy Prime Minister'), undefined);
    assert.equal(kindOfOffice('Chairman of the Cabinet of Ministers (Prime Minister)'), 'head-of-government');
    assert.equal(kindOfOffice('Minister Delegate at the Presidency in charge of Defence'), 'defence-minister');
    assert.equal(kindOfOffice('Minister of Defence Industry'), undefined);
  });
});

describe('comparison of a table with the records', function () {
  this.timeout(60_000);
  const HEAD = 'country,position,person,qid,start,end\n';

  function run(table: string, ...args: string[]): { out: string; folder: string; status: number | null } {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'compare-'));
    for (const file of readdirSync('test/world')) writeFileSync(path.join(folder, file), readFileSync(path.join('test/world', file)));
    writeFileSync(path.join(folder, 'sources.yaml'), 'schema: chancery-gazetteer/1\nchecked: 2023-06-01\n\nsources:\n');
    writeFileSync(path.join(folder, 'table.csv'), table);
    const ran = spawnSync(process.execPath, ['scripts/compare.mjs', path.join(folder, 'table.csv'), '--gazetteer', folder, ...args], { encoding: 'utf8' });
    return { out: ran.stdout + ran.stderr, folder, status: ran.status };
  }

  it('refuses each row that it does not understand, with line and reason', () => {
    const { out, folder } = run(`${HEAD}korvia,Minister of Defence,(vacant),Q1,2015-01-01,\nnowhere,Minister of Defence,Otto Hann,Q2,2015-01-01,\nkorvia,Minister of Defence,Otto Hann,Q3,01/02/2015,\nkorvia,Minister of Defence,Otto Hann,Q4,2999-01-01,\n`, '--as', 'wikidata', '--list', 'refused');
    assert.match(out, /line 2: nobody is named/);
    assert.match(out, /line 3: no state that is recorded: ‘nowhere’/);
    assert.match(out, /line 4: ‘01\/02\/2015’ is no date \(start\)/);
    assert.match(out, /line 5: ‘2999-01-01’ lies ahead/);
    rmSync(folder, { recursive: true });
  });

  it('says which columns are missing, and reads ten thousand rows of nonsense', () => {
    const wrong = run('a,b\n1,2\n', '--as', 'factbook');
    assert.equal(wrong.status, 2);
    assert.match(wrong.out, /there is no iso2, no country/);
    rmSync(wrong.folder, { recursive: true });
    const nonsense = run(HEAD + 'x,y,z,q,w,v\n'.repeat(10_000), '--as', 'wikidata');
    assert.match(nonsense.out, /10000  refused/);
    rmSync(nonsense.folder, { recursive: true });
  });
});

describe('coverage and what is due', () => {
  const records = (post: string, term: string): Parameters<typeof coverage>[0] => compileFiles([{
    path: 'a.yaml',
    text: `schema: chancery-gazetteer/1\nchecked: 2020-01-01\nsources:\n  a: {publisher: Courier, date: 2016-02-01}\nstates:\n  - {id: QK, name: Korvia}\norganizations:\n  - {id: g, name: Government of Korvia, state: QK}\nposts:\n  - {id: pm, label: Prime Minister, organization: g, seats: 1, kind: head-of-government, titles: {preferred: Prime Minister}${post}}\npeople:\n  - {id: qk-a, name: Ab Aa, occupancies: [{post: pm, ${term}}]}\n`,
  }]).compiled;

  it('tells sourced, unsourced, vacant and missing years', () => {
    const data = records(', gaps: [{start_date: 2019-01-01, end_date: 2019-12-31, what: vacant}]', 'start_date: 2016-01-10, end_date: 2017-03-01, sources: [a]');
    const row = coverage(data, 2015, 2019).rows.find(one => one.kind === 'head-of-government')!;
    assert.deepEqual(row.years, ['missing', 'sourced', 'sourced', 'missing', 'vacant']);
    assert.match(coverageText(coverage(data, 2015, 2019)), /newest 2016-02-01/);
    const low = coverage(records('', 'start_date: 2016-01-10, end_date: 2017-03-01'), 2016, 2016).rows.find(one => one.kind === 'head-of-government')!;
    assert.deepEqual(low.years, ['unsourced']);
  });

  it('lists open terms past an election, a due day or the length of a term', () => {
    const on = parseDate('2021-06-01')!.earliest;
    const due = (post: string, term: string): string[] => dueTerms(records(post, `start_date: 2016-01-10, end_date: .., ${term}`), on).map(one => one.why);
    assert.deepEqual(due('', 'sources: [a]'), []);
    assert.deepEqual(due(', elections: [2020-11-03]', 'sources: [a]'), ['there was an election on 2020-11-03']);
    assert.deepEqual(due(', elections: [2022-11-03]', 'sources: [a]'), []);
    assert.deepEqual(due(', term_years: 4', 'sources: [a]'), ['a term is 4 years']);
    assert.deepEqual(due('', 'sources: [a], due: 2021-01-01'), ['due to end on 2021-01-01']);
    const minister = '}\n  - {id: fm, label: Foreign Minister, organization: g, seats: 1, kind: foreign-minister, titles: {preferred: Foreign Minister}';
    const both = (elections: string): string[] => dueTerms(records(elections + minister, 'start_date: 2016-01-10, end_date: .., sources: [a]}, {post: fm, start_date: 2016-01-10, end_date: .., sources: [a]'), on).map(one => one.term.post);
    assert.deepEqual(both(', elections: [2020-11-03]'), ['pm', 'fm']);
    assert.deepEqual(both(''), []);
  });
});
