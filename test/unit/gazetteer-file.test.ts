import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { createChancery } from '../../src/chancery';
import { compileFiles, toJson } from '../../src/gazetteer/compile';
import { deletionsOf } from '../../src/gazetteer/file/deletions';
import { RecordFile } from '../../src/gazetteer/file/records';
import { inMemory, openSections, writeSections } from '../../src/gazetteer/file/sections';
import { SECTION_NAMES } from '../../src/gazetteer/fields';
import type { Gazetteer } from '../../src/gazetteer/gazetteer';
import type { RecordBase, Section } from '../../src/gazetteer/model';
import { openGazetteer } from '../../src/gazetteer/open';
import { TABLES } from '../../src/gazetteer/tables/all';
import { LAST_WORDS } from '../../src/gazetteer/tables/names';
import { BODIES } from '../../src/gazetteer/tables/bodies';
import { nameIndexOf } from '../../src/recognize/names/name-index';
import { builtRecords, fileOf, jsonOf } from '../records';

const FILES = readdirSync('test/world').filter(name => name.endsWith('.yaml'))
  .map(name => ({ path: name, text: readFileSync(path.join('test/world', name), 'utf8') }));

/** All phrases of all tables, with what records of a gazetteer say they lead to. */
function phrases(gazetteer: Gazetteer): Map<string, Map<string, unknown[]>> {
  const all = new Map<string, Map<string, unknown[]>>();
  for (const spec of TABLES) {
    const own = new Map<string, unknown[]>();
    all.set(spec.name, own);
    for (const section of spec.sections) {
      for (const record of gazetteer.data.records[section] as readonly RecordBase[]) {
        for (const [words, value] of spec.entries(record, section, gazetteer)) {
          if (words.length === 0) continue;
          const key = words.join('\0');
          own.set(key, [...own.get(key) ?? [], { section, id: record.id, value }]);
        }
      }
    }
  }
  return all;
}

function assertHolds(gazetteer: Gazetteer): void {
  for (const [name, own] of phrases(gazetteer)) {
    const table = gazetteer.table(TABLES.find(spec => spec.name === name)!);
    for (const [key, entries] of own) {
      const words = key.split('\0');
      assert.deepEqual(table.exact(words), entries, `${name}: ${words.join(' ')}`);
      assert.ok(table.has(words));
      const longest = table.longest(['before', ...words, 'no such word'], 1)!;
      assert.equal(longest.end, words.length + 1);
      assert.deepEqual(longest.values, entries);
    }
  }
}

/** Numbers of the records that are read meanwhile, by section. */
function recordsRead(run: () => void): Map<Section, Set<number>> {
  const read = new Map<Section, Set<number>>();
  const original = RecordFile.prototype.record;
  RecordFile.prototype.record = function (this: RecordFile, n: number): object {
    const section = this.sectionOf(n);
    read.set(section, (read.get(section) ?? new Set()).add(n));
    return original.call(this, n);
  };
  try {
    run();
  } finally {
    RecordFile.prototype.record = original;
  }
  return read;
}

const LAYER = `schema: chancery-gazetteer/1
checked: 2023-06-01
`;

describe('columns of a file', () => {
  it('come out as they went in, however they ascend, and those of small steps take a byte a number', () => {
    const columns = new Map<string, Int32Array>([
      ['even', Int32Array.from({ length: 1000 }, (_, i) => i * 7)], ['wide', Int32Array.of(3, 300, 66_000, 66_000)], ['jump', Int32Array.of(0, 70_000)],
      ['down', Int32Array.of(5, 4, 9)], ['below', Int32Array.of(-2, 1)], ['none', new Int32Array(0)],
    ]);
    const file = writeSections({ columns, heaps: new Map(), meta: {} });
    const open = openSections(inMemory(file));
    for (const [name, column] of columns) assert.deepEqual(open.column<Int32Array>(name), column, name);
    assert.ok(file.length < 2000, `${file.length} bytes`);
  });
});

describe('the compiled gazetteer', () => {
  const { compiled } = compileFiles(FILES);
  const file = fileOf(compiled, ['meanwhile', 'whilst']);

  it('gives back all that was written into it', () => {
    const without = (json: string): unknown => ({ ...JSON.parse(json) as object, version: '' });
    assert.deepEqual(without(jsonOf(file)), without(toJson(compiled)));
    const { gazetteer } = openGazetteer(file);
    assert.deepEqual(gazetteer.data.records, compiled.records);
    assert.deepEqual(gazetteer.data.sources, compiled.sources);
    assert.ok(gazetteer.isWord('meanwhile') && gazetteer.isWord('whilst') && !gazetteer.isWord('while') && !gazetteer.isWord(''));
  });

  it('finds every phrase of every record, in the world and in the records that ship', function () {
    this.timeout(60_000);
    assertHolds(openGazetteer(file).gazetteer);
    assertHolds(openGazetteer(builtRecords('shipped')).gazetteer);
  });

  it('finds no phrase that no record has', () => {
    const { gazetteer } = openGazetteer(file);
    const all = phrases(gazetteer);
    const words = [...new Set([...all.values()].flatMap(own => [...own.keys()].flatMap(key => key.split('\0'))))];
    fc.assert(fc.property(fc.constantFrom(...TABLES), fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }), (spec, some) => {
      const own = all.get(spec.name)!;
      const table = gazetteer.table(spec);
      assert.deepEqual(table.exact(some), own.get(some.join('\0')) ?? []);
      const ends = some.map((_, i) => i + 1).filter(end => own.has(some.slice(0, end).join('\0')));
      assert.equal(table.longest(some, 0)?.end, ends.at(-1));
    }), { numRuns: 2000 });
  });

  it('reads only what is asked for', () => {
    const whole = inMemory(file);
    let read = 0;
    const { gazetteer } = openGazetteer({ length: whole.length, read: (from, to) => {
      read += to - from;
      return whole.read(from, to);
    } });
    const opened = read;
    assert.ok(gazetteer.person(compiled.records.people[0]!.id));
    const one = read - opened;
    assert.ok(one > 0 && one < 5000, `${one} bytes for one person`);
    gazetteer.person(compiled.records.people[0]!.id);
    assert.equal(read - opened, one);
  });

  it('reads no section whole to check a note', () => {
    const records = builtRecords('shipped');
    const sizes = SECTION_NAMES.map(section => [section, openGazetteer(records).gazetteer.ids(section).length] as const);
    const chancery = createChancery({ gazetteer: inMemory(records) });
    const read = recordsRead(() => {
      const note = readFileSync('media/sample/briefing.md', 'utf8');
      const { findings } = chancery.open({ language: 'markdown', always: true }).update(note)!;
      assert.ok(findings.length > 0);
    });
    for (const [section, size] of sizes) {
      const count = read.get(section)?.size ?? 0;
      assert.ok(count <= Math.max(10, size / 3), `${count} of ${size} ${section}`);
    }
  });

  it('finds surnames one letter off', () => {
    const { gazetteer } = openGazetteer(file);
    const index = nameIndexOf(gazetteer);
    const surnames = gazetteer.data.records.people.flatMap(person => [...LAST_WORDS.entries(person, 'people', gazetteer)].map(([words]) => words[0]!));
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    fc.assert(fc.property(fc.constantFrom(...surnames), fc.nat(), letter, fc.constantFrom('drop', 'add', 'change'), (surname, at, other, how) => {
      const i = at % surname.length;
      const slip = surname.slice(0, i) + (how === 'drop' ? '' : other) + surname.slice(how === 'add' ? i : i + 1);
      assert.ok(index.near(slip).some(form => form.words.at(-1) === surname), `${slip} for ${surname}`);
    }), { numRuns: 500 });
    const long = 'x'.repeat(100_000);
    assert.deepEqual(index.near(long), []);
  });

  it('with layers is what it would be compiled with them', () => {
    const { records } = compiled;
    const body = records.organizations.find(each => records.posts.some(post => post.organization === each.id) && each.state !== undefined)!;
    const person = records.people.find(each => each.family_name !== undefined && each.occupancies.length > 0)!;
    const removed = records.people.find(each => each.id !== person.id && each.family_name !== undefined)!;
    const state = records.states.find(each => each.id !== body.state && records.organizations.some(other => other.state === each.id))!;
    const text = `${LAYER}states:
  - {id: ${state.id}, name: ${state.name}, adjectives: [Zorvish]}
organizations:
  - {id: ${body.id}, name: Bureau of Zorv, state: ${state.id}, classification: ministry}
people:
  - {id: ${person.id}, names: [{given: Aaron, family: Zorvington}]}
  - {id: ${removed.id}, remove: true}
  - {id: ${person.id}-2, given_name: Zora, family_name: ${person.family_name}, nationality: ${state.id}}
`;
    const { gazetteer } = openGazetteer(file, [{ path: 'mine.yaml', text }]);
    assert.equal(gazetteer.person(removed.id), undefined);
    assertHolds(gazetteer);
    const fresh = openGazetteer(fileOf({ ...gazetteer.data, profiles: compiled.profiles })).gazetteer;
    const before = openGazetteer(file).gazetteer;
    for (const from of [fresh, before]) {
      for (const [name, own] of phrases(from)) {
        const spec = TABLES.find(each => each.name === name)!;
        for (const key of own.keys()) {
          const words = key.split('\0');
          assert.deepEqual(gazetteer.table(spec).exact(words), fresh.table(spec).exact(words), `${name}: ${words.join(' ')}`);
          assert.equal(gazetteer.table(spec).has(words), fresh.table(spec).has(words), `${name}: ${words.join(' ')}`);
        }
      }
    }
    for (const surname of ['zorvington', person.family_name!.toLowerCase(), removed.family_name!.toLowerCase()]) {
      for (const slip of deletionsOf(surname)) {
        const near = (of: Gazetteer): string[] => nameIndexOf(of).near(slip).map(form => `${form.person.id} ${form.family}`);
        assert.deepEqual(near(gazetteer), near(fresh), slip);
      }
    }
    assert.ok(gazetteer.table(BODIES).has(['bureau', 'of', 'zorv']));
    for (const post of gazetteer.data.records.posts) assert.deepEqual(gazetteer.holders(post.id), fresh.holders(post.id));
  });
});
