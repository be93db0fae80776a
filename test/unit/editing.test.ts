import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { yamlCursorAt, yamlScalars } from '../../src/yaml/yaml-scalars';
import type { NewRecord } from '../../src/chancery';
import { engine, read, unmark } from '../check';

const { records } = engine('world');
const HEAD = 'schema: chancery-gazetteer/1\nchecked: 2023-06-01\n\n';

/** Offset of the bar in a text, and the text without it. */
function at(marked: string): { text: string; offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function labels(marked: string): readonly string[] {
  const { text, offset } = at(marked);
  return records.complete(text, offset).map(c => c.label);
}

/** The text after one of the offers is taken. */
function taken(marked: string, label: string): string {
  const { text, offset } = at(marked);
  const offer = records.complete(text, offset).find(c => c.label === label);
  assert.ok(offer, `no ‘${label}’ among ${records.complete(text, offset).map(c => c.label).join(', ')}`);
  return text.slice(0, offer.span.start) + offer.insert + text.slice(offer.span.end);
}

describe('completion in files of records', () => {
  it('offers the sections that the file does not have', () => {
    const found = labels(`${HEAD}people: []\npos|`);
    assert.ok(found.includes('posts') && found.includes('organizations'));
    assert.ok(!found.includes('people') && !found.includes('schema'));
  });

  it('offers a first line in an empty file', () => {
    assert.deepEqual(labels('|'), ['schema', 'extends']);
  });

  it('offers the keys of a record that it does not have', () => {
    const found = labels(`${HEAD}people:\n  - id: qd-holt-marta\n    fam|\n`);
    assert.ok(found.includes('family_name') && found.includes('occupancies') && !found.includes('id'));
    assert.equal(taken(`${HEAD}people:\n  - id: x\n    fam|\n`, 'family_name'), `${HEAD}people:\n  - id: x\n    family_name: \n`);
  });

  it('offers keys inside lists and braces', () => {
    assert.ok(labels(`${HEAD}people:\n  - id: x\n    occupancies:\n      - |\n`).includes('post'));
    assert.ok(labels(`${HEAD}people:\n  - id: x\n    occupancies:\n      - {post: qk-defence-minister, st|}\n`).includes('start_date'));
    assert.ok(!labels(`${HEAD}people:\n  - id: x\n    occupancies:\n      - {post: qk-defence-minister, st|}\n`).includes('post'));
  });

  it('offers the ids of the section that a key refers to, by id or by name', () => {
    assert.ok(labels(`${HEAD}people:\n  - id: x\n    occupancies:\n      - {post: qk-def|}\n`).includes('qk-defence-minister'));
    assert.deepEqual(labels(`${HEAD}events:\n  - id: x\n    chair: Marta|\n`), ['qd-holt-marta']);
  });

  it('offers ids of the same text that are not saved', () => {
    assert.deepEqual(labels(`${HEAD}organizations:\n  - id: zz-fresh-body\n    name: Fresh\n  - id: zz-other\n    parent: zz-fr|\n`), ['zz-fresh-body']);
  });

  it('offers the values of an enumeration, in brackets where a list stands', () => {
    assert.deepEqual(labels(`${HEAD}people:\n  - id: x\n    gender: |\n`), ['male', 'female']);
    assert.deepEqual(labels(`${HEAD}people:\n  - id: x\n    family_first: t|\n`), ['true', 'false']);
    const sources = labels(`${HEAD}sources:\n  own-a: {publisher: A}\npeople:\n  - id: x\n    occupancies:\n      - {post: p, sources: |}\n`);
    assert.ok(sources.includes('own-a'));
    assert.ok(taken(`${HEAD}sources:\n  own-a: {publisher: A}\npeople:\n  - id: x\n    occupancies:\n      - {post: p, sources: |}\n`, 'own-a').includes('sources: [own-a]'));
  });

  it('knows the dimensions of a house style', () => {
    assert.ok(labels('id: ours\nextends: neutral\nacr|\n').includes('acronymCase'));
    assert.deepEqual(labels('id: ours\nextends: neutral\nacronymCase: |\n'), ['upper', 'title']);
  });

  it('offers nothing where text is free, and never fails', () => {
    assert.deepEqual(labels(`${HEAD}people:\n  - id: x\n    name: Mar|\n`), []);
    for (const broken of ['people: [|', 'a: b: c: |', '- - - |', '{|', '"|', '\t|', 'people:\n  - id: |x: y', '&a [*a, |]']) assert.doesNotThrow(() => labels(broken));
  });
});

describe('ids in files of records', () => {
  const text = `${HEAD}sources:\n  own-a: {publisher: A}\npeople:\n  - id: zz-one\n    nationality: "NO"\n    distinct_from: [qd-holt-marta]\n    occupancies:\n      - {post: qk-defence-minister, sources: [own-a]}\n` +
    'organizations:\n  - id: zz-body\n    name: Body\n    member_count:\n      - {from: 2020, derive: zz-body + 1}\n';

  it('are found where they stand, with what they are of', () => {
    const found = records.idsIn(text).map(i => `${i.id} ${i.targets.join('|')} ${i.declares ? 'here' : ''}`.trim());
    assert.deepEqual(found, [
      'own-a sources here', 'zz-one people here', 'NO states', 'qd-holt-marta people', 'qk-defence-minister posts', 'own-a sources',
      'zz-body organizations here', 'zz-body organizations',
    ]);
    for (const id of records.idsIn(text)) assert.equal(text.slice(id.span.start, id.span.end), id.id);
  });

  it('lead to their record', () => {
    const place = records.placeOf('qk-defence-minister', ['posts']);
    assert.ok(place && place.file.endsWith('.yaml') && place.line > 1);
    assert.equal(records.placeOf('nobody', ['people', 'posts']), undefined);
  });

  it('are explained, and so are keys', () => {
    const id = records.aboutAt(text, text.indexOf('qk-defence-minister') + 3)!;
    assert.ok(id.lines.some(line => line.startsWith('Anatol Shovgin, ')), id.lines.join('\n'));
    const key = records.aboutAt(text, text.indexOf('nationality') + 2)!;
    assert.equal(key.title, 'nationality');
    assert.match(key.lines[0]!, /ISO 3166/);
    assert.equal(records.aboutAt(text, text.indexOf('Body') + 1), undefined);
  });
});

describe('where something is written in YAML', () => {
  it('tells keys from values', () => {
    const cursor = (marked: string): string => {
      const { text, offset } = at(marked);
      const c = yamlCursorAt(text, offset);
      return c ? `${c.role} ${c.path.join('.')} ${text.slice(c.span.start, c.span.end)}` : 'none';
    };
    assert.equal(cursor('a:\n  b: x\n  c|\n'), 'key a c');
    assert.equal(cursor('a:\n  b: x|\n'), 'value a.b x');
    assert.equal(cursor('a:\n  - {b: 1, c|}\n'), 'key a.0 c');
    assert.equal(cursor('a: [x, y-|z]\n'), 'value a.1 y-z');
    assert.equal(cursor('a:\n  - |\n'), 'key a.0 ');
    assert.equal(cursor('# only a comment|\n'), 'none');
  });

  it('has every scalar once, in order', () => {
    const scalars = yamlScalars('a: {b: [1, x]}\nc: "q"\n');
    assert.deepEqual(scalars.map(s => `${s.role} ${s.path.join('.')} ${s.text}`), ['key a a', 'key a.b b', 'value a.b.0 1', 'value a.b.1 x', 'key c c', 'value c q']);
  });
});

describe('new records', () => {
  const TODAY = '2023-06-02';

  /** Writes, opens the result as a layer, and gives both. */
  function added(text: string, record: NewRecord): { text: string; id: string; ended: readonly string[]; problems: readonly string[] } {
    assert.equal(records.whatIsWrong(record), undefined);
    const result = records.add(text, record, TODAY);
    assert.ok('text' in result, JSON.stringify(result));
    return { ...result, problems: engineWith(result.text).problems.map(p => `${p.line}: ${p.message}`) };
  }

  function engineWith(text: string) {
    return engine('world', {}, [{ path: 'own.yaml', text }]);
  }

  it('begin a file', () => {
    const { text, id, problems, ended } = added('', { kind: 'person', given: 'Ida', family: 'Nørgård', state: 'QK', office: { post: 'qk-defence-minister' }, from: '2024-02-01', source: 'Courier, 2 February 2024' });
    assert.equal(id, 'qk-norgard-ida');
    assert.deepEqual(problems, []);
    assert.deepEqual(ended, ['Andrei Velikov']);
    assert.equal(text, 'schema: chancery-gazetteer/1\nchecked: 2023-06-02\n\nsources:\n  own-courier-2024-02-02: {publisher: Courier, date: 2024-02-02}\n\npeople:\n' +
      '  - id: qk-norgard-ida\n    name: Ida Nørgård\n    family_name: Nørgård\n    given_name: Ida\n    nationality: QK\n    occupancies:\n' +
      '      - {post: qk-defence-minister, start_date: 2024-02-01, confidence: medium, sources: [own-courier-2024-02-02]}\n    checked: 2023-06-02\n' +
      '  - id: qk-velikov-andrei\n    occupancies:\n      - {post: qk-defence-minister, start_date: 2022-05-12, end_date: 2024-02-01}\n');
  });

  it('keep comments, order and line breaks of the file', () => {
    const before = '# ours\r\nschema: chancery-gazetteer/1\r\nchecked: 2023-06-01 # by A\r\n\r\npeople:\r\n- id: zz-b # second\r\n  family_name: B\r\n# last\r\n';
    const { text } = added(before, { kind: 'person', given: '', family: 'Áb', state: 'QK' });
    for (const line of before.split('\r\n')) assert.ok(text.includes(line), line);
    assert.ok(text.indexOf('qk-ab') < text.indexOf('zz-b'), 'sorted by id');
    assert.ok(!/[^\r]\n/.test(text), 'one kind of line break');
  });

  it('get an id that is free', () => {
    const first = added('', { kind: 'person', given: 'Ida', family: 'Holm' });
    const second = added(first.text, { kind: 'person', given: 'Ida', family: 'Holm' });
    assert.equal(first.id, 'own-holm-ida');
    assert.equal(second.id, 'own-holm-ida-2');
  });

  it('make an office and a body that no record has', () => {
    const { text, problems } = added('', { kind: 'person', given: 'Ida', family: 'Holm', state: 'QK', office: { title: 'Minister, for Fish', body: { name: 'Fish: Ministry' } }, source: 'https://www.example.org/a' });
    assert.deepEqual(problems, []);
    assert.match(text, /id: qk-minister-for-fish/);
    assert.match(text, /organization: qk-fish-ministry/);
    assert.match(text, /url: "https:\/\/www.example.org\/a"/);
  });

  it('are known to the engine at once', () => {
    const { text } = added('', { kind: 'person', given: 'Ida', family: 'Nørgård', state: 'QK' });
    const reading = engineWith(text).open({ language: 'markdown', always: true }).update('---\ndate: 2023-06-02\n---\n\nIda Nørgård spoke.\n')!;
    assert.equal(reading.hoverAt(30)?.heading, 'Ida Nørgård');
  });

  it('say what stands against an answer', () => {
    assert.match(records.whatIsWrong({ kind: 'person', given: 'A', family: ' ' })!, /family name/);
    assert.match(records.whatIsWrong({ kind: 'person', given: 'A', family: 'B', from: 'last May' })!, /2022-01/);
    assert.match(records.whatIsWrong({ kind: 'organization', name: '' })!, /name/);
  });

  it('are refused where the file is written in a form that is not changed', () => {
    const result = records.add('people: [{id: zz-a}]\n', { kind: 'person', given: 'Ida', family: 'Holm' }, TODAY);
    assert.ok('kind' in result && result.kind === 'unreadable');
  });

  it('correct a bundled one over it', () => {
    const result = records.correct('', 'people', 'qd-holt-marta', TODAY);
    assert.ok('text' in result);
    assert.match(result.text, /- id: qd-holt-marta\n/);
    assert.match(result.text, /# {3}- \{post: /);
    assert.deepEqual(engineWith(result.text).problems, []);
  });
});

describe('the first answers for a selected name', () => {
  function draft(marked: string) {
    const { text, marks } = unmark(`---\ndate: 2022-01-12\n---\n\n${marked}`);
    return read('world', text).draftAt(marks[0]!);
  }

  it('come from the text around it', () => {
    const d = draft('Korvanian Defence Minister ⟦Ida Nørgård⟧ spoke.');
    assert.equal(d.given, 'Ida');
    assert.equal(d.family, 'Nørgård');
    assert.equal(d.day, '2022-01-12');
    assert.match(d.title ?? '', /Defence Minister/);
  });

  it('take the words as they stand where no name is seen', () => {
    const d = draft('the ⟦von Hagen⟧ plan');
    assert.equal(d.family, 'von Hagen');
    assert.equal(d.given, '');
  });
});

describe('people in office', () => {
  it('are those of the day of the note, in the house style', () => {
    const on = (date: string): string[] => read('world', `---\ndate: ${date}\n---\n\nA note.\n`).officials(0).map(o => o.text);
    const before = on('2022-01-12');
    const after = on('2023-05-01');
    assert.ok(before.includes('Korvian Defence Minister Anatol Shovgin'), before.join('\n'));
    assert.ok(!after.some(text => text.endsWith('Anatol Shovgin')));
    assert.ok(after.includes('Korvian Defence Minister Andrei Velikov'), after.join('\n'));
  });
});
