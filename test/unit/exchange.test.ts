import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { dayOf } from '../../src/base/edtf';
import { exportGazetteer, gazetteerStatistics } from '../../src/exchange/exchange';
import { readCsv } from '../../src/exchange/csv';
import { readCsvRecords } from '../../src/exchange/csv-import';
import { readFtm } from '../../src/exchange/ftm-import';
import { isUnreadable } from '../../src/exchange/incoming';
import type { Hints, Incoming, IncomingRecord, Unreadable } from '../../src/exchange/incoming';
import { writeLayer } from '../../src/exchange/layer-text';
import { isoPart, plainRecord } from '../../src/exchange/plain';
import type { Plain } from '../../src/exchange/plain';
import { exportPopolo } from '../../src/exchange/popolo';
import { readPopolo } from '../../src/exchange/popolo-import';
import { compileFiles, toJson } from '../../src/gazetteer/compile';
import { PROFILE_FIELDS, SECTIONS, SECTION_NAMES, SOURCE_FIELDS } from '../../src/gazetteer/fields';
import type { Fields, Kind, Target } from '../../src/gazetteer/fields';
import { builtRecords, compiledOf, jsonOf } from '../records';

const file = builtRecords('shipped');
const shipped = jsonOf(file);
/** An input alone: nothing is recorded, every two letters are a state. */
const NOTHING: Hints = { map: {}, stateOf: text => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined), has: () => false };

function taken(read: Incoming | Unreadable): Incoming {
  if (isUnreadable(read)) assert.fail(read.unreadable.join('\n'));
  assert.deepEqual(read.left, []);
  return read;
}

/** Records as a gazetteer, through YAML: a file for each thousand, since a layer is bounded. */
function compiled(records: readonly Pick<IncomingRecord, 'section' | 'key' | 'fields'>[]): unknown {
  const files: { path: string; text: string }[] = [];
  const sections: readonly Target[] = ['sources', 'profiles', ...SECTION_NAMES];
  for (const section of sections) {
    const own = records.filter(record => record.section === section);
    for (let from = 0; from < own.length; from += 1000) {
      const layer = own.slice(from, from + 1000).map(({ key, fields }) => ({ section, id: key, fields }));
      files.push({ path: `${section}-${from}.yaml`, text: writeLayer(undefined, layer, '2020-01-01')! });
    }
  }
  const done = compileFiles(files);
  const about = done.problems.filter(problem => problem.severity === 'error' && !problem.message.startsWith('There is no ‘') && /no date|not known|expected|missing|no id/.test(problem.message));
  assert.deepEqual(about, []);
  return comparable(toJson(done.compiled));
}

/** What is data of a gazetteer: not where it stood, nor how it hashes. */
function comparable(json: string): unknown {
  const { records, sources, profiles } = JSON.parse(json) as { records: Record<string, Record<string, unknown>[]>; sources: unknown; profiles: unknown };
  for (const list of Object.values(records)) for (const record of list) delete record['origin'];
  return { records, sources, profiles };
}

describe('Popolo', () => {
  it('carries the whole of the shipped gazetteer there and back', function () {
    this.timeout(120_000);
    const { records } = taken(readPopolo(exportGazetteer({ gazetteer: file }, 'popolo'), NOTHING));
    assert.deepEqual(compiled(records), comparable(shipped));
  });

  it('carries any records there and back', function () {
    this.timeout(120_000);
    fc.assert(fc.property(gazetteers(), records => {
      const before = compiled(records);
      const data = compiledOf(JSON.stringify({ version: '', schema: 'chancery-gazetteer/1', checked: '2020-01-01', files: [], ...before as object }));
      assert.deepEqual(compiled(taken(readPopolo(exportPopolo(data), NOTHING)).records), before);
    }), { numRuns: 100 });
  });

  it('speaks Popolo: its classes, its terms, ISO dates, ids that lead somewhere', () => {
    const whole = JSON.parse(exportGazetteer({ gazetteer: file }, 'popolo')) as Record<string, Record<string, unknown>[]>;
    const ids = (list: string): Set<unknown> => new Set(whole[list]!.map(one => one['id']));
    const [persons, bodies, posts, areas] = [ids('persons'), ids('organizations'), ids('posts'), ids('areas')];
    for (const list of ['persons', 'organizations', 'posts', 'memberships', 'areas', 'events']) {
      assert.equal(ids(list).size, whole[list]!.length, `${list}: an id is given twice`);
    }
    for (const membership of whole['memberships']!) {
      assert.ok(persons.has(membership['person_id']) && bodies.has(membership['organization_id']) && posts.has(membership['post_id']), JSON.stringify(membership));
    }
    for (const body of whole['organizations']!) {
      assert.ok(body['parent_id'] === undefined || bodies.has(body['parent_id']), JSON.stringify(body));
      assert.ok(body['area_id'] === undefined || areas.has(body['area_id']), JSON.stringify(body));
    }
    for (const list of ['persons', 'organizations', 'memberships', 'events']) {
      for (const record of whole[list]!) {
        for (const key of ['birth_date', 'death_date', 'founding_date', 'dissolution_date', 'start_date', 'end_date', 'updated_at']) {
          if (record[key] !== undefined) assert.match(String(record[key]), /^\d{4}(-\d{2}(-\d{2})?)?$/, `${String(record['id'])} ${key}`);
        }
      }
    }
    const nato = whole['organizations']!.find(body => body['id'] === 'nato')!;
    assert.ok((nato['other_names'] as Plain[]).some(form => form['name'] === 'NATO'));
    assert.ok((nato['member_count'] as Plain[]).some(count => count['count'] === 30));
  });

  it('takes an ISO date that was changed over the EDTF text beside it', () => {
    const whole = JSON.parse(exportGazetteer({ gazetteer: file }, 'popolo')) as { persons: Record<string, unknown>[]; memberships: Record<string, unknown>[] };
    const membership = whole.memberships.find(one => one['end_date_edtf'] === '..')!;
    membership['end_date'] = '2030-01-01';
    const person = taken(readPopolo(JSON.stringify(whole), NOTHING)).records.find(one => one.key === membership['person_id'])!;
    assert.ok((person.fields['occupancies'] as Plain[]).some(held => held['end_date'] === '2030-01-01'));
  });
});

describe('FollowTheMoney', () => {
  const text = exportGazetteer({ gazetteer: file }, 'ftm');
  const entities = text.trimEnd().split('\n').map(line => JSON.parse(line) as { id: string; schema: string; caption: string; properties: Record<string, string[]>; datasets: string[]; referents: string[] });

  it('writes entities of the schemas and properties that there are, each id once', () => {
    assert.equal(new Set(entities.map(one => one.id)).size, entities.length);
    for (const one of entities) {
      assert.deepEqual(Object.keys(one), ['id', 'caption', 'schema', 'properties', 'referents', 'datasets']);
      for (const [key, values] of Object.entries(one.properties)) {
        assert.ok(PROPERTIES[one.schema]!.includes(key), `${one.schema} has no ${key}`);
        assert.ok(values.length > 0 && values.every(value => typeof value === 'string' && value !== ''), `${one.id} ${key}`);
      }
    }
  });

  it('refers to what is in the file', () => {
    const ids = new Set(entities.map(one => one.id));
    for (const one of entities) for (const key of ['holder', 'post', 'organization', 'parent']) for (const id of one.properties[key] ?? []) assert.ok(ids.has(id), `${one.id} ${key} ${id}`);
  });

  it('comes back without what it cannot carry: marks of doubt, confidence, kinds of names, notes of holdings, sources', () => {
    const back = new Map(taken(readFtm(text, NOTHING)).records.map(record => [`${record.section} ${record.key}`, record.fields]));
    const { records } = compiledOf(shipped);
    const edges = (date: unknown): string | undefined => (date === '..' ? '..' : isoPart(date));
    for (const person of records.people) {
      const before = plainRecord('people', person);
      const now = back.get(`people ${person.id}`)!;
      for (const key of ['name', 'family_name', 'given_name', 'patronymic_name', 'additional_name', 'honorific_prefix', 'gender', 'nationality', 'summary', 'note', 'identifiers']) {
        assert.deepEqual(now[key], before[key], `${person.id} ${key}`);
      }
      for (const key of ['birth_date', 'death_date', 'checked']) assert.equal(now[key], isoPart(before[key]), `${person.id} ${key}`);
      assert.deepEqual(new Set(names(now['names'])), new Set(names(before['names']).filter(name => name !== person.name)), person.id);
      assert.deepEqual(names(now['misspellings']), [...new Set(names(before['misspellings']))]);
      const holdings = (fields: Plain): unknown => ((fields['occupancies'] ?? []) as Plain[]).map(held => [held['post'], edges(held['start_date']), edges(held['end_date']), held['status'], held['portfolio']]);
      assert.deepEqual(holdings(now), holdings(before), person.id);
    }
    for (const post of records.posts) {
      const now = back.get(`posts ${post.id}`)!;
      assert.deepEqual([now['label'], now['organization'], now['seats'], (now['titles'] as Plain)['preferred']], [post.label, post.organization, post.seats, post.titles.preferred]);
    }
    for (const body of records.organizations) {
      const now = back.get(`organizations ${body.id}`)!;
      assert.deepEqual([now['name'], now['classification'], now['parent']], [body.name, body.classification, body.parent], body.id);
    }
  });
});

describe('CSV', () => {
  it('reads what RFC 4180 has, and what spreadsheets write', () => {
    const table = (text: string): unknown => {
      const read = readCsv(text);
      return 'message' in read ? read : [read.header, ...read.rows.map(row => row.cells)];
    };
    assert.deepEqual(table('a,b\r\n1,"x ""y"", z"\r\n2,"two\r\nlines"\r\n'), [['a', 'b'], ['1', 'x "y", z'], ['2', 'two\r\nlines']]);
    assert.deepEqual(table('\ufeffa;b\n1;2,5\n\n3;\n'), [['a', 'b'], ['1', '2,5'], ['3', '']]);
    assert.deepEqual(table('a\tb\r1\t2'), [['a', 'b'], ['1', '2']]);
    assert.deepEqual(table('a,b\n1,'), [['a', 'b'], ['1', '']]);
    assert.deepEqual(table(''), { line: 1, message: 'There is no header: the first row names the columns.' });
    assert.deepEqual(table('a,b\n1,"2'), { line: 2, message: 'A quotation mark opens here and is never closed.' });
    assert.deepEqual(table('a,b\n1,2,3'), { line: 2, message: 'This row has 3 cells, the header has 2.' });
    assert.match(JSON.stringify(table('a,b\n1,"2"3')), /"line":2/);
  });

  it('reads any cells that it writes', () => {
    const cells = fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', '\r\n', 'я') }), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(cells, rows => {
      const written = exportLines([['one', 'two'], ...rows]);
      const read = readCsv(written);
      assert.ok('rows' in read, JSON.stringify(read));
      assert.deepEqual(read.rows.map(row => row.cells), rows);
    }));
  });

  it('comes back without what it cannot carry: other names, misspellings, ranks, sources, days of a term’s check, disputes, all but people and their offices', () => {
    const back = new Map(taken(readCsvRecords(exportGazetteer({ gazetteer: file }, 'csv'), NOTHING)).records.map(record => [`${record.section} ${record.key}`, record.fields]));
    for (const person of compiledOf(shipped).records.people) {
      const before = plainRecord('people', person);
      const now = back.get(`people ${person.id}`)!;
      for (const key of ['name', 'family_name', 'given_name', 'gender', 'nationality', 'birth_date', 'death_date', 'checked']) assert.deepEqual(now[key], before[key], `${person.id} ${key}`);
      const holdings = (fields: Plain): unknown => ((fields['occupancies'] ?? []) as Plain[]).map(({ sources: _sources, end_sources: _ends, held_sources: _later, end_confidence: _end, checked: _checked, due: _due, recognition: _recognition, in_power: _power, recognised_by: _by, ...held }) => held);
      assert.deepEqual(holdings(now), holdings(before), person.id);
    }
  });
});

describe('statistics of the gazetteer', () => {
  it('count what is there', () => {
    const { records } = compiledOf(shipped);
    const counts = gazetteerStatistics({ gazetteer: file }, dayOf(2030, 1, 1));
    assert.equal(counts.records.people, records.people.length);
    const { high, medium, low, none } = counts.confidence;
    assert.equal(high + medium + low + none, counts.occupancies);
    assert.ok(counts.checked!.medianAge > 365);
  });
});

function names(list: unknown): string[] {
  return ((list ?? []) as Plain[]).map(form => String(form['name']));
}

function exportLines(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell => `"${cell.replace(/"/g, '""')}"`).join(',')}\r\n`).join('');
}

/** Properties of the FollowTheMoney schemas, with those they inherit, as far as they are written. */
const THING = ['name', 'alias', 'previousName', 'weakAlias', 'country', 'summary', 'notes', 'wikidataId', 'modifiedAt'];
const LEGAL = [...THING, 'classification', 'parent', 'incorporationDate', 'dissolutionDate'];
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  Person: [...LEGAL, 'title', 'firstName', 'middleName', 'fatherName', 'lastName', 'birthDate', 'deathDate', 'position', 'nationality', 'gender'],
  Organization: LEGAL, PublicBody: LEGAL,
  Position: [...THING, 'organization', 'numberOfSeats'],
  Occupancy: ['startDate', 'endDate', 'summary', 'description', 'sourceUrl', 'publisher', 'modifiedAt', 'holder', 'post', 'status'],
};

const SLUGS = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const TEXTS = fc.oneof(
  fc.constantFrom('NO', 'yes', '2005', '1.5', 'null', '~', 'variant: x', 'variant', 'misspelling', 'a: b', '# no comment', '- item', '"quoted"', '‘’', '{a}', '[b]', '*x', '&y', '? z', 'Łódź', 'Сергей', '习近平', 'true', '2022-01-12', 'Q1: ', "it's"),
  fc.string({ minLength: 1, maxLength: 12 }),
).map(text => text.normalize('NFC').trim()).filter(text => text !== '' && !/[\ud800-\udfff\u0000-\u001f\u007f-\u009f]/.test(text));
const DAYS = fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom('', '?', '~', '%'))
  .map(([year, month, day, parts, mark]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, parts + 1).join('-') + mark);
const DATES = fc.oneof({ weight: 4, arbitrary: DAYS }, { weight: 1, arbitrary: fc.constant('..') });
const SMALL = { maxLength: 3 } as const;

/** A value of a kind of field. */
function valueOf(kind: Kind): fc.Arbitrary<unknown> {
  switch (kind.is) {
    case 'text': return TEXTS;
    case 'ref': return kind.to.includes('states') ? fc.stringMatching(/^[A-Z]{2}$/) : SLUGS;
    case 'date': return DATES;
    case 'flag': return fc.boolean();
    case 'count': return fc.nat(1000);
    case 'choice': return fc.constantFrom(...kind.of);
    case 'list': return fc.array(valueOf(kind.of), SMALL);
    case 'map': return fc.dictionary(SLUGS, valueOf(kind.of), { maxKeys: 2 });
    case 'object': return objectOf(kind.fields);
    case 'seats': return fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant('many'));
    case 'derivation': return fc.tuple(SLUGS, fc.constantFrom('', ' + 1', ' - 2')).map(parts => parts.join(''));
    case 'range': return fc.tuple(fc.nat(100), fc.nat(100)).map(([a, b]) => [a, a + b]);
  }
}

function objectOf(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const keys = Object.keys(fields).filter(key => fields[key]!.into === undefined);
  const required = keys.filter(key => fields[key]!.required || key === 'name');
  return fc.record(Object.fromEntries(keys.map(key => [key, valueOf(fields[key]!.kind)])), { requiredKeys: required });
}

/** Records of every section, whatever they say of each other. */
function gazetteers(): fc.Arbitrary<Pick<IncomingRecord, 'section' | 'key' | 'fields'>[]> {
  const of = (section: Target, fields: Fields): fc.Arbitrary<Pick<IncomingRecord, 'section' | 'key' | 'fields'>[]> => {
    const ids = section === 'states' ? fc.stringMatching(/^[A-Z]{2}$/) : SLUGS;
    return fc.uniqueArray(fc.tuple(ids, objectOf(fields)), { maxLength: 2, selector: ([id]) => id }).map(list => list.map(([key, own]) => ({ section, key, fields: own })));
  };
  return fc.tuple(...SECTION_NAMES.map(section => of(section, SECTIONS[section].fields)), of('sources', SOURCE_FIELDS), of('profiles', PROFILE_FIELDS)).map(lists => lists.flat());
}
