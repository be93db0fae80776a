import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { planImport, reportText } from '../../src/exchange/exchange';
import type { ImportFormat, ImportReport } from '../../src/exchange/exchange';
import { readJson } from '../../src/exchange/incoming';
import { writeLayer } from '../../src/exchange/layer-text';
import { mergeRecord } from '../../src/exchange/merge';
import { wikidataDate } from '../../src/exchange/wikidata';
import { openGazetteer } from '../../src/gazetteer/open';
import { builtRecords } from '../records';
import { readYaml } from '../../src/yaml/yaml';
import { root } from '../check';

const world = builtRecords('world');
const TO = '.chancery/gazetteer/imported.yaml';

function fixture(name: string): string {
  return readFileSync(path.join(root, 'test/fixtures/exchange', name), 'utf8');
}

interface Options {
  readonly map?: Record<string, string>;
  readonly overwrite?: boolean;
  readonly layer?: string;
}

function plan(format: ImportFormat, text: string, { map = {}, overwrite = false, layer }: Options = {}) {
  const layers = layer === undefined ? [] : [{ path: TO, text: layer }];
  return planImport({ gazetteer: world, layers }, { format, text, map, overwrite, checked: '2023-06-01', target: { path: TO, ...(layer === undefined ? {} : { text: layer }) } });
}

/** An accepted import: what would be written as data, its text, and the report. */
function accepted(format: ImportFormat, text: string, options: Options = {}) {
  const result = plan(format, text, options);
  if (!result.accepted) assert.fail(result.reasons.join('\n'));
  const opened = openGazetteer(world, [{ path: TO, text: result.text }]);
  assert.deepEqual(opened.problems.filter(problem => problem.severity === 'error'), []);
  const layer = JSON.parse(JSON.stringify(readYaml(result.text).value ?? {})) as Record<string, Record<string, unknown>[]>;
  return { text: result.text, layer, report: result.report, gazetteer: opened.gazetteer };
}

function refused(format: ImportFormat, text: string, options: Options = {}): string {
  const result = plan(format, text, options);
  assert.equal(result.accepted, false, 'it was accepted');
  return result.accepted ? '' : result.reasons.join('\n');
}

function ids(list: ImportReport['taken'] | ImportReport['merged']): string[] {
  return list.map(one => `${one.section} ${one.id}`);
}

describe('import of Popolo', () => {
  it('takes a single person, and says what it has no place for', () => {
    const { layer, report } = accepted('popolo', fixture('popolo-person.json'));
    const [person] = layer['people']!;
    assert.equal(person!['name'], 'Mila Brandt');
    assert.equal(person!['birth_date'], '1958-04');
    assert.deepEqual(person!['identifiers'], [{ scheme: 'viaf', identifier: '000123400' }]);
    assert.deepEqual((person!['names'] as object[])[0], { name: 'Mila Novak', kind: 'historical', note: 'Birth name' });
    assert.deepEqual(report.ignored.map(one => one.what), ['persons.email', 'persons.image', 'persons.biography', 'persons.contact_details', 'persons.links']);
  });

  it('takes people with their bodies, posts and memberships, merges those who are there, and says why', () => {
    const { layer, report, gazetteer } = accepted('popolo', fixture('popolo-cabinet.json'));
    assert.deepEqual(ids(report.taken), ['organizations qk-ministry-of-health', 'posts qk-minister-of-health', 'posts qk-deputy-prime-minister', 'people qk-sokol-irena']);
    assert.deepEqual(report.merged.map(one => [one.id, one.why]), [['qk-malkov-teodor', 'same name and same birth date']]);
    assert.deepEqual(report.refused.map(one => one.where), ['memberships[2]']);
    const sokol = gazetteer.person('qk-sokol-irena')!;
    assert.deepEqual(sokol.occupancies.map(held => [held.post, held.start_date?.text, held.end_date?.text, held.confidence]), [
      ['qk-minister-of-health', '2019-03-04', '2022-10-01', 'medium'], ['qk-deputy-prime-minister', '2022-10-01', undefined, 'low'],
    ]);
    assert.equal(sokol.birth_date?.text, '1971');
    assert.equal(sokol.checked.text, '2023-05-30');
    assert.equal(gazetteer.source(sokol.occupancies[0]!.sources![0]!)?.publisher, 'example.org');
    assert.equal(gazetteer.stateOfPost('qk-minister-of-health'), 'QK');
    // what the record had stays, what is new is added
    const malkov = gazetteer.person('qk-malkov-teodor')!;
    assert.equal(malkov.name, 'Teodor Malkov');
    assert.deepEqual(malkov.names.filter(form => form.kind !== 'transliteration').map(form => form.name), ['Теодор Малков', 'Theodor Malkov', 'Teodoro Malkov']);
    assert.deepEqual(layer['people']![0], { id: 'qk-malkov-teodor', names: [{ name: 'Teodoro Malkov', lang: 'es' }], identifiers: [{ scheme: 'wikidata', identifier: 'Q90000001' }] });
  });

  it('says nothing new the second time', () => {
    const first = accepted('popolo', fixture('popolo-cabinet.json'));
    const second = accepted('popolo', fixture('popolo-cabinet.json'), { layer: first.text });
    assert.deepEqual([...second.report.taken, ...second.report.merged], []);
    assert.equal(second.text, first.text);
  });

  it('refuses the whole where a reference leads nowhere', () => {
    const whole = JSON.parse(fixture('popolo-cabinet.json')) as { memberships: Record<string, unknown>[] };
    whole.memberships[0]!['person_id'] = 'nobody';
    assert.match(refused('popolo', JSON.stringify(whole)), /memberships\[0\]: there is no person ‘nobody’/);
  });

  it('refuses what is no Popolo', () => {
    assert.match(refused('popolo', '{"a": 1}'), /no Popolo JSON/);
    assert.match(refused('popolo', '{"persons": {}}'), /list of objects/);
    assert.match(refused('popolo', '{\n"persons": [\n{"id": 1,}\n]}'), /^Line 3: this is no JSON/);
    assert.match(refused('popolo', '[1]'), /list of objects/);
    assert.match(refused('popolo', 'null'), /no Popolo/);
  });
});

describe('import of FollowTheMoney', () => {
  it('takes entities as OpenSanctions has them', () => {
    const { report, gazetteer } = accepted('ftm', fixture('ftm-opensanctions.json'));
    assert.deepEqual(ids(report.taken), ['posts qk-minister-of-transport', 'people qk-koss-brana']);
    const koss = gazetteer.person('qk-koss-brana')!;
    assert.equal(koss.nationality, 'QK');
    assert.equal(koss.checked.text, '2023-05-31');
    assert.deepEqual(koss.occupancies.map(held => [held.post, held.start_date?.text, held.end_date?.text]), [['qk-minister-of-transport', '2020-11', '..']]);
    assert.equal(gazetteer.post('qk-minister-of-transport')?.titles.preferred, 'Minister of Transport');
    assert.equal(gazetteer.post('qk-minister-of-transport')?.organization, 'qk-government');
  });

  it('does not change what is recorded otherwise, and says so; an ended holding without an end is not open', () => {
    const { report, gazetteer } = accepted('ftm', fixture('ftm-opensanctions.json'));
    assert.deepEqual(gazetteer.person('qk-malkov-teodor')!.occupancies.map(held => held.start_date?.text), ['2010-03-09']);
    const said = report.refused.map(one => `${one.where} ${one.what}: ${one.why}`).join('\n');
    assert.match(said, /line 1 qk-malkov-teodor qk-foreign-minister from 2004-03-09: qk-foreign-minister from 2010-03-09 is recorded/);
    assert.match(said, /line 7 .*its end is not told/);
    assert.deepEqual(report.ignored.map(one => one.what), ['names of one word or with a comma', 'weakAlias', 'schema Sanction']);
  });

  it('reads nested entities', () => {
    const nested = {
      id: 'NK-1', caption: 'Ivo Stern', schema: 'Person', datasets: ['x'], properties: {
        name: ['Ivo Stern'], nationality: ['qk'],
        positionOccupancies: [{ id: 'o1', caption: 'Occupancy', schema: 'Occupancy', properties: { startDate: ['2020-01-02'], status: ['current'], post: [{ id: 'p1', caption: 'Minister of Energy', schema: 'Position', properties: { name: ['Minister of Energy'], country: ['qk'] } }] } }],
      },
    };
    const { gazetteer } = accepted('ftm', JSON.stringify(nested));
    assert.deepEqual(gazetteer.person('qk-stern-ivo')?.occupancies.map(held => held.post), ['qk-minister-of-energy']);
  });

  it('refuses the whole on a line that is no entity and on a reference that leads nowhere', () => {
    const lines = fixture('ftm-opensanctions.json').trimEnd().split('\n');
    assert.match(refused('ftm', [lines[0], 'no json', lines[1]].join('\n')), /^Line 2: this is no JSON/);
    assert.match(refused('ftm', [lines[0], '{"id": "x"}'].join('\n')), /^Line 2: An entity has/);
    assert.match(refused('ftm', lines.filter(line => !line.includes('"id":"NK-pos-1"')).join('\n')), /line 5: qk-occ-2 refers to ‘NK-pos-1’ \(post\)/);
    assert.match(refused('ftm', ''), /no entity/);
  });
});

describe('import of Wikidata', () => {
  it('takes entity JSON: precision, doubt, deprecated statements, acting, who came after', () => {
    const { report, gazetteer } = accepted('wikidata', fixture('wikidata-entity.json'));
    const person = gazetteer.data.records.people.find(one => one.name === 'Lena Dvorak')!;
    assert.equal(person.id, 'qk-dvorak-lena');
    assert.equal(person.gender, 'female');
    assert.equal(person.birth_date?.text, '1964-09~');
    assert.deepEqual(person.names.map(form => [form.name, form.kind]), [['Лена Дворак', 'native'], ['Helena Dvorak', 'variant']]);
    assert.deepEqual(person.occupancies.map(held => [held.post, held.start_date?.text, held.end_date?.text, held.status, held.note, held.confidence]), [
      ['qk-minister-of-culture', '2009-05-12', '2011', 'acting', 'before Marek Ost', 'medium'],
    ]);
    assert.deepEqual(gazetteer.source('wikidata-q90000200')?.publisher, 'Wikidata');
    assert.equal(person.checked.text, '2023-05-20');
    assert.match(report.refused.map(one => one.why).join('\n'), /map it with Q90000299=/);
  });

  it('takes a position for the post that it is mapped to', () => {
    const { gazetteer } = accepted('wikidata', fixture('wikidata-entity.json'), { map: { Q90000299: 'qk-deputy-foreign-minister' } });
    const person = gazetteer.data.records.people.find(one => one.name === 'Lena Dvorak')!;
    assert.deepEqual(person.occupancies.map(held => [held.post, held.start_date?.text, held.end_date?.text]).at(-1), ['qk-deputy-foreign-minister', '2015', '..']);
    assert.match(refused('wikidata', fixture('wikidata-entity.json'), { map: { Q90000299: 'qk-nothing' } }), /no post ‘qk-nothing’/);
  });

  it('takes SPARQL results as JSON: a day is a day only where that is told', () => {
    const { report, gazetteer } = accepted('wikidata', fixture('wikidata-sparql.json'));
    const rudin = gazetteer.person('qk-rudin-pavel')!;
    assert.deepEqual(rudin.occupancies.map(held => [held.post, held.start_date?.text, held.end_date?.text]), [['qk-minister-of-justice', '2017', '2021-06']]);
    assert.equal(rudin.birth_date?.text, '1966');
    assert.deepEqual(report.merged.map(one => [one.id, one.why, ...one.fields]), [['qk-malkov-teodor', 'same name and same birth date', 'identifiers: wikidata Q90000001']]);
    assert.deepEqual(report.refused.map(one => one.where), ['bindings[2]']);
  });

  it('takes SPARQL results as CSV', () => {
    const { report, gazetteer } = accepted('wikidata', fixture('wikidata-sparql.csv'));
    assert.deepEqual(gazetteer.person('qk-rudin-pavel')!.occupancies.map(held => [held.start_date?.text, held.end_date?.text]), [['2017-02-14', '2021-06']]);
    assert.ok(report.refused.some(one => one.what === 'people Rudin, Anna'));
  });

  it('reads times by their precision', () => {
    const time = (text: string, precision: number, calendarmodel = 'http://www.wikidata.org/entity/Q1985727'): string | undefined => wikidataDate({ time: text, precision, calendarmodel });
    assert.equal(time('+2020-01-21T00:00:00Z', 11), '2020-01-21');
    assert.equal(time('+2020-01-00T00:00:00Z', 10), '2020-01');
    assert.equal(time('+2020-01-01T00:00:00Z', 9), '2020');
    assert.equal(time('+2020-00-00T00:00:00Z', 11), '2020');
    assert.equal(time('+1980-01-01T00:00:00Z', 8), undefined);
    assert.equal(time('-0044-03-15T00:00:00Z', 11), undefined);
    assert.equal(time('+1917-10-25T00:00:00Z', 11, 'http://www.wikidata.org/entity/Q1985786'), undefined);
  });

  it('refuses what is none of these', () => {
    assert.match(refused('wikidata', '{"entities": {}}'), /neither entity JSON/);
    assert.match(refused('wikidata', 'a,b\n1,2'), /No variable is a person/);
    assert.match(refused('wikidata', '{"head": {"vars": ["x"]}, "results": {"bindings": []}}'), /No variable is a person/);
  });
});

describe('import of CSV', () => {
  const map = { name: 'Full name', start_date: 'In office since', source_url: 'Web page' };

  it('takes the id of a post where its name is meant', () => {
    const { text } = accepted('csv', 'name,family_name,post,start_date,end_date\nAda Moss,Moss,qk-deputy-foreign-minister,1931-01-03,1932-07-01\n');
    assert.match(text, /post: qk-deputy-foreign-minister/);
  });

  it('reads columns by a mapping of headers', () => {
    const { report, gazetteer } = accepted('csv', fixture('officials.csv'), { map });
    assert.deepEqual(ids(report.taken), ['posts qk-minister-of-finance', 'people qk-kral-sabina-bina']);
    const kral = gazetteer.person('qk-kral-sabina-bina')!;
    assert.equal(kral.name, 'Sabina "Bina" Kral');
    assert.deepEqual(kral.occupancies.map(held => [held.start_date?.text, held.end_date?.text, held.confidence]), [['2021-06', '2023-02-01', 'medium']]);
    assert.deepEqual(report.refused.map(one => one.where), ['line 4']);
    assert.equal(report.unchanged, 2);
  });

  it('refuses a mapping that leads nowhere, and a table without names', () => {
    assert.match(refused('csv', fixture('officials.csv'), { map: { name: 'Name' } }), /no column ‘Name’/);
    assert.match(refused('csv', fixture('officials.csv'), { map: { nonsense: 'Office' } }), /no field ‘nonsense’/);
    assert.match(refused('csv', 'a,b\n1,2\n'), /No column is the name/);
    assert.match(refused('csv', 'name,post_id\nAda Moss,qk-nothing\n'), /Line 2: there is no post ‘qk-nothing’/);
    assert.match(refused('csv', 'name,title\n"Ada'), /Line 2: A quotation mark/);
  });
});

describe('merging', () => {
  const row = (...cells: string[]): string => `name,birth_date,wikidata,post_id,start_date,end_date,gender\n${cells.join(',')}\n`;

  it('tells people of one name apart by birth date and identifier, and does not guess', () => {
    const other = accepted('csv', row('Teodor Malkov', '1971-02-02', '', 'qk-deputy-foreign-minister', '2020', '', ''));
    assert.deepEqual(ids(other.report.taken), ['people qk-malkov-teodor-2']);
    assert.deepEqual(other.layer['people']![0]!['distinct_from'], [{ id: 'qk-malkov-teodor' }]);
    const unclear = accepted('csv', row('Viktor Orlend', '1960-01-01', '', 'qk-deputy-foreign-minister', '2001', '2002', ''));
    assert.match(unclear.report.refused[0]!.why, /Viktor Orlend \(qk-orlend-viktor\) has the same name; neither/);
    const samePost = accepted('csv', row('Viktor Orlend', '1960-01-01', 'Q7', 'qk-president', '2012-05-07', '', ''));
    assert.deepEqual(samePost.report.merged.map(one => one.why), ['same name and same post']);
  });

  it('recognises by identifier whatever the name is, and keeps the name as one more', () => {
    const first = accepted('csv', row('Teodor Malkov', '1950-03-21', 'Q90000001', '', '', '', ''));
    const second = accepted('csv', row('Fedor Malkov', '', 'Q90000001', '', '', '', ''), { layer: first.text });
    assert.deepEqual(second.report.merged.map(one => [one.id, one.why, ...one.fields]), [['qk-malkov-teodor', 'same identifier (wikidata Q90000001)', 'names: Fedor Malkov']]);
    assert.equal(second.gazetteer.person('qk-malkov-teodor')!.name, 'Teodor Malkov');
  });

  it('does not overwrite unasked; overwrites when asked', () => {
    const layer = accepted('csv', row('Teodor Malkov', '1950-03-21', 'Q1', '', '', '', '')).text;
    const clash = row('Teodor Malkov', '1950-03-22', 'Q1', '', '', '', 'female');
    const kept = accepted('csv', clash, { layer });
    assert.deepEqual(kept.report.refused.map(one => one.what), ['qk-malkov-teodor gender: female', 'qk-malkov-teodor birth_date: 1950-03-22']);
    assert.equal(kept.gazetteer.person('qk-malkov-teodor')!.birth_date?.text, '1950-03-21');
    const taken = accepted('csv', clash, { layer, overwrite: true });
    assert.equal(taken.gazetteer.person('qk-malkov-teodor')!.birth_date?.text, '1950-03-22');
    assert.deepEqual(taken.report.refused, []);
  });

  it('ends a holding that was open, where the end is later than the last check; keeps it otherwise', () => {
    const later = accepted('csv', row('Viktor Orlend', '', '', 'qk-president', '2012-05-07', '2024-02-01', ''));
    assert.deepEqual(later.gazetteer.person('qk-orlend-viktor')!.occupancies.map(held => [held.start_date?.text, held.end_date?.text, held.confidence]), [['2012-05-07', '2024-02-01', 'low']]);
    const earlier = accepted('csv', row('Viktor Orlend', '', '', 'qk-president', '2012-05-07', '2021-02-01', ''));
    assert.deepEqual(earlier.gazetteer.person('qk-orlend-viktor')!.occupancies.map(held => held.end_date?.text), ['..']);
    assert.match(earlier.report.refused[0]!.why, /as of 2023-06-01/);
  });

  it('takes who is listed as holder for the acting one that is recorded', () => {
    const layer = 'schema: chancery-gazetteer/1\npeople:\n  - id: qk-moss-ada\n    name: Ada Moss\n    occupancies:\n      - {post: qk-deputy-foreign-minister, start_date: 2022-05-12, end_date: 2022-07-01, status: acting}\n';
    const { report, text } = accepted('csv', row('Ada Moss', '', '', 'qk-deputy-foreign-minister', '2022-05-12', '2022-07-01', ''), { layer });
    assert.deepEqual([...report.taken, ...report.merged, ...report.refused], []);
    assert.equal(text, layer);
    const next = accepted('csv', row('Ada Moss', '', '', 'qk-deputy-foreign-minister', '2022-07-01', '2022-09-01', ''), { layer });
    assert.deepEqual(next.gazetteer.person('qk-moss-ada')!.occupancies.map(held => [held.start_date?.text, held.status]), [['2022-05-12', 'acting'], ['2022-07-01', 'held']]);
  });

  it('does not take the post of one state for that of another', () => {
    const layer = accepted('csv', 'name,title,state\nAda Moss,Minister of Heraldry,Korvia\n').text;
    const { gazetteer } = accepted('csv', 'name,title,state\nBo Moss,Minister of Heraldry,Varnia\n', { layer });
    assert.deepEqual(gazetteer.person('qv-moss-bo')!.occupancies.map(held => held.post), ['qv-minister-of-heraldry']);
    const unclear = accepted('csv', 'name,title\nCy Moss,Minister of Heraldry\n', { layer });
    assert.match(unclear.report.refused[0]!.why, /neither its body nor its state/);
    const body = accepted('csv', 'name,title\nCy Moss,Secretary General of NORCO\nDi Moss,Korvian Deputy Foreign Minister\n');
    assert.deepEqual(['norco-secretary-general', 'qk-deputy-foreign-minister'].map(id => body.gazetteer.holders(id).some(held => held.person.name.endsWith('Moss'))), [true, true]);
  });

  it('tells two of one name in the input apart by identifier, else takes the first', () => {
    const two = accepted('csv', 'name,wikidata,post_id\nAda Moss,Q5001,qk-deputy-foreign-minister\nAda Moss,Q5002,qk-deputy-foreign-minister\n');
    assert.deepEqual(ids(two.report.taken), ['people qk-moss-ada', 'people qk-moss-ada-2']);
    assert.deepEqual(two.layer['people']![1]!['distinct_from'], [{ id: 'qk-moss-ada' }]);
    const one = accepted('csv', 'name,person_id,post_id\nAda Moss,1,qk-deputy-foreign-minister\nAda Moss,2,qk-deputy-foreign-minister\n');
    assert.deepEqual(ids(one.report.taken), ['people qk-moss-ada']);
    assert.match(one.report.refused[0]!.why, /twice/);
  });

  it('gives a seat of one to nobody else while it is held', () => {
    const { report, layer } = accepted('csv', row('Ada Moss', '', '', 'qk-president', '2015-01-01', '2016-01-01', ''));
    assert.match(report.refused[0]!.why, /one seat, and Viktor Orlend has it/);
    assert.deepEqual(layer, {});
  });

  it('lays two records of the input that are one of ours over each other', () => {
    const layer = accepted('csv', row('Teodor Malkov', '1950-03-21', 'Q1', '', '', '', '')).text;
    const two = 'person_id,name,birth_date,wikidata,death_date\n1,Theodor Malkov,1950-03-21,,\n2,Teodoro Malkov,,Q1,2030-01-01\n';
    const { layer: data, report } = accepted('csv', two, { layer });
    assert.deepEqual(report.merged.map(one => one.id), ['qk-malkov-teodor']);
    assert.equal(data['people']!.length, 1);
  });

  it('takes a date that is more exact only when asked', () => {
    const at = (old: string, now: string, overwrite = false) => mergeRecord('people', { birth_date: old }, { birth_date: now }, '', { overwrite, own: false });
    assert.deepEqual(at('1950-03-21', '1950').refused, []);
    assert.match(at('1950', '1950-03-21').refused[0]!.why, /less exact/);
    assert.deepEqual(at('1950', '1950-03-21', true).fields, { birth_date: '1950-03-21' });
    assert.deepEqual(at('1950-03-21?', '1950-03-21').refused, []);
  });
});

describe('the layer that is written', () => {
  it('keeps comments, order and what stands there', () => {
    const layer = '# My people\nschema: chancery-gazetteer/1\nchecked: 2023-01-01 # by hand\n\npeople:\n  # the president\n  - id: qk-orlend-viktor\n    note: Mine. # stays\n';
    const { text } = accepted('csv', 'name,wikidata,post_id\nViktor Orlend,Q8,qk-president\nAda Moss,Q9,qk-deputy-foreign-minister\n', { layer });
    assert.ok(text.startsWith(layer.trimEnd()), text);
    assert.match(text, /identifiers:\n +- \{scheme: wikidata, identifier: Q8\}/);
    assert.match(text, /- id: moss-ada|- id: qk-moss-ada/);
  });

  it('quotes what other readers of YAML take for true or false', () => {
    const text = writeLayer(undefined, [{ section: 'people', id: 'no-x', fields: { name: 'No', nationality: 'NO' } }], '2023-01-01')!;
    assert.match(text, /name: "No"/);
    assert.match(text, /nationality: "NO"/);
  });

  it('is not written into a file that is no file of records', () => {
    assert.match(refused('csv', 'name\nAda Moss\n', { layer: 'people: {a: [' }), /correct it first/);
    assert.match(refused('csv', 'name\nAda Moss\n', { layer: '- one\n' }), /correct it first/);
  });
});

describe('hostile input', () => {
  it('is bounded in size and depth', () => {
    assert.match(refused('csv', `name\n${'x'.repeat(50_000_000)}`), /50 MB/);
    assert.match(refused('popolo', '['.repeat(100_000)), /nested more than 60 levels/);
    assert.match(refused('ftm', `{"id":"a","schema":"Person","properties":${'{"x":'.repeat(100)}1${'}'.repeat(100)}}`), /nested more than 60 levels/);
    assert.deepEqual(readJson('"[[[["'), { value: '[[[[' });
  });

  it('does not reach prototypes, and refuses the whole where a layer would have errors', () => {
    const proto = '{"persons": [{"id": "__proto__", "name": "Ada Moss", "__proto__": {"x": 1}, "constructor": 1}], "memberships": []}';
    assert.deepEqual(ids(accepted('popolo', proto).report.taken), ['people moss-ada']);
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
    assert.match(refused('popolo', '{"persons": [{"id": "1", "name": "A"}]}'), /too short/);
    assert.match(refused('popolo', `{"persons": [{"id": "1", "name": "${'Ab '.repeat(3000)}"}]}`), /longer than/);
  });

  it('says so where there is nothing', () => {
    for (const format of ['popolo', 'ftm', 'csv', 'wikidata'] as const) assert.notEqual(refused(format, ''), '');
  });
});

describe('broken input', () => {
  const SAMPLES: readonly (readonly [ImportFormat, string])[] = [
    ['popolo', fixture('popolo-cabinet.json')], ['wikidata', fixture('wikidata-entity.json')], ['wikidata', fixture('wikidata-sparql.json')],
    ...fixture('ftm-opensanctions.json').trimEnd().split('\n').map(line => ['ftm', line] as const),
  ];

  it('throws nothing, whatever stands where something else is expected', function () {
    this.timeout(60_000);
    const junk = fc.oneof(fc.constantFrom(null, true, 0, -1, 1e21, '', 'x', 'Q1', '__proto__', [], {}, [null], { id: null }, [[]], '2020-13-45'), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.array(fc.tuple(fc.nat(), junk), { minLength: 1, maxLength: 3 }), ([format, text], changes) => {
      let value: unknown = JSON.parse(text);
      for (const [at, put] of changes) value = replaced(value, at, put);
      plan(format, JSON.stringify(value));
    }), { numRuns: 400 });
  });

  it('throws nothing on texts that are cut off or torn', () => {
    const all: readonly (readonly [ImportFormat, string])[] = [...SAMPLES, ['csv', fixture('officials.csv')], ['wikidata', fixture('wikidata-sparql.csv')]];
    fc.assert(fc.property(fc.constantFrom(...all), fc.nat(3000), fc.nat(200), ([format, text], from, length) => {
      plan(format, text.slice(0, from) + text.slice(from + length));
    }), { numRuns: 200 });
  });

  it('is not slow where one person holds one post a hundred thousand times', function () {
    this.timeout(20_000);
    const rows = Array.from({ length: 100_000 }, (_, i) => `Ada Moss,President,Korvia,${1900 + (i % 100)}-01-0${1 + (i % 9)},${1900 + (i % 100)}-02-01`);
    plan('csv', `name,title,state,start_date,end_date\n${rows.join('\n')}\n`);
  });

  it('shows no control characters of the input', () => {
    const result = plan('csv', 'name,start_date,title\n"Ada \u001b[31mMoss",never,x\n');
    assert.ok(result.accepted);
    assert.doesNotMatch(reportText(result.report), new RegExp('\u001b'));
  });
});

/** A value with its n-th node (counted around) replaced. */
function replaced(value: unknown, n: number, put: unknown): unknown {
  const count = (node: unknown): number => (typeof node === 'object' && node !== null ? 1 + Object.values(node).reduce((sum: number, one) => sum + count(one), 0) : 1);
  let left = n % count(value);
  const walk = (node: unknown): unknown => {
    if (left-- === 0) return put;
    if (Array.isArray(node)) return node.map(walk);
    return typeof node === 'object' && node !== null ? Object.fromEntries(Object.entries(node).map(([key, one]) => [key, walk(one)])) : node;
  };
  return walk(value);
}
