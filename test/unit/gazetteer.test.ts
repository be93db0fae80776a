import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate } from '../../src/base/edtf';
import { compileFiles } from '../../src/gazetteer/compile';
import { knownUntil } from '../../src/gazetteer/evidence';
import { SECTION_NAMES } from '../../src/gazetteer/fields';
import type { Occupancy } from '../../src/gazetteer/model';
import { openGazetteer } from '../../src/gazetteer/open';
import { fileOf } from '../records';
import { gazetteerSchema } from '../../src/gazetteer/schema';

const WORLD = readdirSync('test/world').filter(name => name.endsWith('.yaml'))
  .map(name => ({ path: name, text: readFileSync(path.join('test/world', name), 'utf8') }));

const HEAD = 'schema: chancery-gazetteer/1\nchecked: 2023-06-01\n';

/** Problems of one more file beside the world, as `line: message`. */
function problemsOf(text: string, head = HEAD): string[] {
  const file = { path: 'more.yaml', text: head + text };
  const { problems } = compileFiles([...WORLD, file]);
  for (const problem of problems) assert.equal(problem.file, 'more.yaml', problem.message);
  const above = head.split('\n').length - 1;
  return problems.map(problem => `${problem.line - above}: ${problem.message}`);
}

function open(layers: readonly { path: string; text: string }[] = []) {
  return openGazetteer(fileOf(compileFiles(WORLD).compiled, ['meanwhile']), layers);
}

describe('the gazetteer of the tests', () => {
  it('has no problem', () => {
    assert.deepEqual(compileFiles(WORLD).problems, []);
  });

  it('is the same when opened as when compiled', () => {
    const { compiled } = compileFiles(WORLD);
    const { gazetteer, problems } = open();
    assert.deepEqual(problems, []);
    assert.deepEqual(gazetteer.data.records, compiled.records);
    assert.deepEqual({ ...gazetteer.data.sources }, compiled.sources);
    assert.equal(gazetteer.data.checked.text, '2023-06-01');
  });

  it('has a version that follows its content', () => {
    const version = compileFiles(WORLD).compiled.version;
    assert.equal(compileFiles([...WORLD.slice(2), ...WORLD.slice(0, 2)]).compiled.version, version);
    const changed = WORLD.map(file => ({ ...file, text: file.text.replace('Marta Holt', 'Marta Holm') }));
    assert.notEqual(compileFiles(changed).compiled.version, version);
    assert.notEqual(open([{ path: 'x.yaml', text: 'people: []' }]).gazetteer.version, open().gazetteer.version);
  });
});

describe('dates', () => {
  it('may carry a time of day, which says nothing of the day', () => {
    for (const text of ['2019-05-01T09:00:00Z', '2019-05-01T09:00', '2019-05-01T09:00:00.5+02:00']) assert.equal(parseDate(text)?.text, '2019-05-01');
    for (const text of ['2019-05T09:00', '2019-05-01T9', '2019-05-01 09:00', '2019-02-30T09:00']) assert.equal(parseDate(text), undefined, text);
  });
});

describe('look-ups', () => {
  const { gazetteer } = open();

  it('gives the holders of a post by start', () => {
    const names = gazetteer.holders('qk-defence-minister').map(holding => holding.person.name);
    assert.deepEqual(names, ['Anatol Shovgin', 'Andrei Velikov']);
    assert.deepEqual(gazetteer.holders('nobody'), []);
  });

  it('finds the state through the parents, and none for international bodies', () => {
    assert.deepEqual(gazetteer.lineage('qv-mission-norco').map(body => body.id), ['qv-mission-norco', 'qv-mfa', 'qv-government']);
    assert.equal(gazetteer.stateOf('qv-mission-norco'), 'QV');
    assert.equal(gazetteer.stateOfPost('qk-deputy-foreign-minister'), 'QK');
    assert.equal(gazetteer.stateOf('norco-korvia-forum'), undefined);
  });

  it('knows where a record stands', () => {
    const person = gazetteer.person('qk-malkov-teodor')!;
    const [file, line] = gazetteer.originOf(person).split(':');
    assert.equal(file, 'korvia.yaml');
    const text = WORLD.find(f => f.path === file)!.text.split('\n')[Number(line) - 1]!;
    assert.match(text, /- id: qk-malkov-teodor/);
  });

  it('is not misled by names of Object.prototype', () => {
    assert.equal(gazetteer.person('constructor'), undefined);
    assert.equal(gazetteer.source('constructor'), undefined);
    assert.equal(gazetteer.profile('toString'), undefined);
  });

  it('reads unknown, open and partial dates', () => {
    const ravkov = gazetteer.person('qk-ravkov-sergan')!.occupancies[0]!;
    assert.deepEqual(ravkov.start_date, parseDate('2008-08'));
    assert.equal(ravkov.end_date!.latest, Infinity);
    assert.equal(ravkov.status, 'held');
  });

  it('survives a file that is no compiled gazetteer', () => {
    const opened = openGazetteer(new Uint8Array(3));
    assert.equal(opened.problems.length, 1);
    assert.equal(opened.gazetteer.person('x'), undefined);
  });
});

describe('reading a file', () => {
  it('names the line and the nearest key', () => {
    assert.deepEqual(problemsOf('people:\n  - id: qk-a-b\n    name: Ab Aa\n    nationalty: QK\n'), ['4: ‘nationalty’ is not known here. Is ‘nationality’ meant?']);
  });

  it('tells a wrong type, and keeps the record', () => {
    const problems = problemsOf('people:\n  - id: qk-a-b\n    name: [Ab, Aa]\n    family_name: Aa\n    given_name: Ab\n    birth_date: 1950-02-31\n    names: none\n');
    assert.deepEqual(problems.map(p => p.slice(0, 2)), ['3:', '6:', '7:']);
    assert.match(problems[1]!, /‘1950-02-31’ is no date/);
  });

  it('takes bare years for dates, and only there', () => {
    assert.deepEqual(problemsOf('people:\n  - {id: qk-a-b, name: Ab Aa, birth_date: 1950}\n'), []);
    assert.deepEqual(problemsOf('people:\n  - {id: qk-a-b, name: 1950}\n').length, 2);
  });

  it('refuses ids that are none', () => {
    assert.match(problemsOf('people:\n  - {id: Ab Aa, name: Ab Aa}\n')[0]!, /‘Ab Aa’ is no id/);
    assert.match(problemsOf('states:\n  - {id: no, name: Norland}\n')[0]!, /no id of a state/);
    assert.match(problemsOf('people:\n  - {name: Ab Aa}\n')[0]!, /has no id/);
  });

  it('asks for what a record needs', () => {
    assert.match(problemsOf('organizations:\n  - {id: qk-x, state: QK}\n')[0]!, /‘qk-x’ has no ‘name’/);
    assert.match(problemsOf('posts:\n  - {id: qk-x, label: X, organization: norco, titles: {formal: X}}\n')[0]!, /no ‘titles.preferred’/);
  });

  it('asks when a file was checked', () => {
    assert.match(problemsOf('people:\n  - {id: qk-a-b, name: Ab Aa}\n', '')[0]!, /does not say when it was checked/);
  });

  it('puts names together in the order of the name', () => {
    const text = `${HEAD}people:
  - {id: qk-a-b, name: Tan Weilin, family_name: Tan, given_name: Weilin, family_first: true, names: [{given: Wei-lin, family: T'an}]}
  - {id: qk-c-d, name: Bela Arany, family_name: Arany, given_name: Bela, family_first: true, names: [{given: Béla, family: Arány, kind: self}]}
  - {id: qk-e-f, family_name: Oda, given_name: Ken}
`;
    const { compiled, problems } = compileFiles([...WORLD, { path: 'more.yaml', text }]);
    assert.deepEqual(problems, []);
    const name = (id: string): string[] => compiled.records.people.filter(p => p.id === id).flatMap(p => [p.name, ...p.names.map(n => n.name)]);
    assert.deepEqual(name('qk-a-b'), ['Tan Weilin', 'T\'an Wei-lin']);
    assert.deepEqual(name('qk-c-d'), ['Bela Arany', 'Béla Arány']);
    assert.deepEqual(name('qk-e-f'), ['Ken Oda']);
  });

  it('tells fifty problems and the number of the others', () => {
    const text = `people:\n${Array.from({ length: 500 }, (_, i) => `  - {id: q-${i}, nom: x}`).join('\n')}\n`;
    const { problems } = openGazetteer(new Uint8Array(3), [{ path: 'more.yaml', text: HEAD + text }]);
    assert.equal(problems.filter(p => p.file === 'more.yaml' && p.more === undefined).length, 50);
    assert.equal(problems.filter(p => p.more !== undefined).length, 1);
  });
});

describe('validating', () => {
  const person = (id: string, rest: string): string => `  - {id: ${id}, name: ${id.split('-').slice(1).join(' ')} Xander, ${rest}}\n`;

  const cases: readonly [string, string, RegExp][] = [
    ['an id given twice', 'people:\n  - {id: qk-malkov-teodor, name: Teo Other}\n', /^2: The id ‘qk-malkov-teodor’ is taken: korvia.yaml:\d+/],
    ['a post that is not there', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-minister}]')}`, /^2: There is no ‘qk-minister’ among posts/],
    ['a state that is not there', `people:\n${person('qk-a-b', 'nationality: QQ')}`, /There is no ‘QQ’ among states/],
    ['a source that is not there', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-deputy-foreign-minister, sources: [x-1]}]')}`, /There is no ‘x-1’ among sources/],
    ['a place that is not there', 'organizations:\n  - {id: zz, name: Zed Zed, seat: nowhere}\n', /There is no ‘nowhere’ among places/],
    ['a scope that is not there', 'estimates:\n  - {id: e-1, force: QK, unit: personnel, scope: moon, date: 2022, value: 5, attribution: X}\n', /among figure scopes/],
    ['an end before its start', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-deputy-foreign-minister, start_date: 2020-05-02, end_date: 2020-05-01}]')}`, /Ends on 2020-05-01, before it starts/],
    ['a seat held by two', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-defence-minister, start_date: 2015-01-01, end_date: 2015-02-01}]')}`, /has one seat/],
    ['a stand-in who stays beside the next holder', `posts:\n  - {id: zz-p, label: Envoy, organization: norco, seats: 1, titles: {preferred: Envoy}}\npeople:\n${person('qk-a-b', 'occupancies: [{post: zz-p, start_date: 2015-06-01, end_date: 2016-01-01}]')}${person('qk-c-d', 'occupancies: [{post: zz-p, status: acting, start_date: 2015-01-01, end_date: 2015-08-01}]')}`, /has one seat/],
    ['a seat not left', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-president, start_date: 2020-01-01}]')}`, /Viktor Orlend has it from 2012-05-07 without an end/],
    ['a seat held by two of whom the record has no dispute', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-president, start_date: 2020-01-01, in_power: false, checked: 2023-06-01}]')}`, /needs ‘recognition: disputed’/],
    ['a dispute without its sides', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-president, start_date: 2020-01-01, recognition: disputed, checked: 2023-06-01}]')}`, /A disputed term says who is in power/],
    ['a recognition by nobody that is recorded', `people:\n${person('qk-a-b', 'occupancies: [{post: qk-president, start_date: 2020-01-01, recognition: disputed, recognised_by: [ZQ], checked: 2023-06-01}]')}`, /There is no ‘ZQ’ among states or organizations/],
    ['a name of two people', 'people:\n  - {id: qv-a-b, name: Teodor Malkov}\n', /is also a name of Teodor Malkov \(qk-malkov-teodor\)/],
    ['a misspelling that is a real name', `people:\n${person('qk-a-b', 'misspellings: [Grubin]')}`, /‘Grubin’ is a correct name of Aleksander Grubin/],
    ['a misspelling that is the person’s own name', 'people:\n  - {id: qk-a-b, name: Ab Xander, family_name: Xander, misspellings: [Xander]}\n', /as a misspelling and as a correct name/],
    ['a body that is part of itself', 'organizations:\n  - {id: za, name: Zed Aa, parent: zb}\n  - {id: zb, name: Zed Bb, parent: za}\n', /part of itself/],
    ['counts out of order', 'organizations:\n  - {id: za, name: Zed Aa, member_count: [{from: 2010, count: 5}, {from: 2005, count: 6}]}\n', /do not ascend/],
    ['counts that do not add up', 'organizations:\n  - {id: za, name: Zed Aa, member_count: [{from: 2010, count: 5}, {from: 2011, count: 7, joined: [QK]}]}\n', /that is 6, not 7/],
    ['an acronym of two bodies', 'organizations:\n  - {id: za, name: Zed Aa, acronym: NORCO}\n', /NORCO is also the acronym of ‘norco’/],
    ['a misnomer that is a name', 'organizations:\n  - {id: za, name: Zed Aa, misnomers: [Northern Compact Organization]}\n', /is a name of ‘norco’/],
    ['a form of one letter', 'people:\n  - {id: qk-a-b, name: A}\n', /too short/],
    ['a source that nothing cites', 'sources:\n  lonely: {publisher: Nobody}\n', /Nothing cites the source ‘lonely’/],
    ['a house style that extends itself', 'profiles:\n  - {id: one, extends: two}\n  - {id: two, extends: one}\n', /extends itself/],
    ['a flow map cut at a comma', 'estimates:\n  - {id: e-1, force: QK, unit: personnel, date: 2022, value: about 5,000, attribution: X}\n', /‘000’ is not known here/],
  ];
  it('tells no stand-in of a holder who is suspended', () => {
    const text = `people:\n${person('qk-a-b', 'occupancies: [{post: qk-defence-minister, status: acting, start_date: 2015-01-01, end_date: 2015-02-01}]')}`;
    assert.deepEqual(problemsOf(text).filter(line => /has one seat/.test(line)), []);
  });
  for (const [what, text, expected] of cases) {
    it(`tells ${what}`, () => {
      const problems = problemsOf(text);
      assert.ok(problems.some(problem => expected.test(problem)), `${problems.join('\n')}\n${expected}`);
    });
  }

  it('lets two people share a name once distinct_from says so', () => {
    assert.deepEqual(problemsOf('people:\n  - {id: qk-malkov-x, name: Teodor Malkov, distinct_from: [{id: qk-malkov-teodor, note: a painter}]}\n'), []);
  });

  it('lets both holders have the day of handing over', () => {
    assert.deepEqual(problemsOf(`people:\n${person('qk-a-b', 'occupancies: [{post: qv-permanent-representative-norco, start_date: 2023-02-28, checked: 2023-06-01}]')}`), []);
  });

  it('lets two hold one seat while it is disputed between them', () => {
    assert.deepEqual(problemsOf(`people:\n${person('qk-a-b', 'occupancies: [{post: qk-president, start_date: 2020-01-01, recognition: disputed, recognised_by: [QV], checked: 2023-06-01}]')}`), []);
  });

  it('lets uncertain periods touch', () => {
    assert.deepEqual(problemsOf(`people:\n${person('qk-a-b', 'occupancies: [{post: qv-permanent-representative-norco, start_date: 2023-02, checked: 2023-06-01}]')}`), []);
  });
});

describe('layers', () => {
  it('merge by key; names, misspellings and occupancies grow; other lists are replaced', () => {
    const { gazetteer, problems } = open([{
      path: 'mine.yaml',
      text: `people:
  - id: qk-ravkov-sergan
    summary: Speaks for arms control.
    misspellings: [Ravkof]
    occupancies: [{post: qk-foreign-minister, start_date: 2023-07-01}, {post: qk-deputy-foreign-minister, start_date: 2008-08, end_date: 2023-06-30}]
posts:
  - {id: qk-deputy-foreign-minister, titles: {permitted: [Vice Foreign Minister]}}
organizations:
  - {id: norco, short_forms: [the club]}
`,
    }]);
    // The old foreign minister is still in post in the bundled record: told in the layer, which is used all the same.
    assert.deepEqual(problems.map(p => [p.file, p.line]), [['mine.yaml', 5]]);
    const person = gazetteer.person('qk-ravkov-sergan')!;
    assert.equal(person.name, 'Sergan Ravkov');
    assert.equal(person.summary, 'Speaks for arms control.');
    assert.deepEqual(person.misspellings.map(m => m.name), ['Ravov', 'Rawkov', 'Ravkof']);
    assert.deepEqual(person.occupancies.map(o => [o.post, o.end_date?.text]), [['qk-deputy-foreign-minister', '2023-06-30'], ['qk-foreign-minister', undefined]]);
    assert.equal(person.occupancies[0]!.portfolio, 'arms control');
    assert.equal(person.checked.text, '2023-06-01');
    const post = gazetteer.post('qk-deputy-foreign-minister')!;
    assert.equal(post.titles.preferred, 'Deputy Foreign Minister');
    assert.deepEqual(post.titles.permitted, ['Vice Foreign Minister']);
    assert.deepEqual(gazetteer.organization('norco')!.short_forms, ['the club']);
    assert.equal(gazetteer.originOf(person), 'mine.yaml:2');
  });

  it('add records of their own, higher layers over lower ones', () => {
    const { gazetteer, problems } = open([
      { path: 'user.yaml', text: 'people:\n  - {id: qd-lund-eva, name: Eva Lund, gender: female}\n' },
      { path: 'work.yaml', text: 'people:\n  - {id: qd-lund-eva, name: Eva Lund-Holt}\n' },
    ]);
    assert.deepEqual(problems, []);
    assert.equal(gazetteer.person('qd-lund-eva')!.name, 'Eva Lund-Holt');
    assert.equal(gazetteer.person('qd-lund-eva')!.gender, 'female');
    const ids = gazetteer.data.records.people.map(p => p.id);
    assert.deepEqual(ids, ids.slice().sort());
  });

  it('hide records with remove: true, and can bring them back', () => {
    const hide = { path: 'a.yaml', text: 'people:\n  - {id: qk-malkov-teodor, remove: true}\n' };
    assert.equal(open([hide]).gazetteer.person('qk-malkov-teodor'), undefined);
    const again = { path: 'b.yaml', text: 'people:\n  - {id: qk-malkov-teodor, name: Teodor Malkov}\n' };
    assert.equal(open([hide, again]).gazetteer.person('qk-malkov-teodor')!.occupancies.length, 0);
  });

  it('that are broken give problems in their own file and change nothing else', () => {
    const { gazetteer, problems } = open([
      { path: 'bad.yaml', text: 'people:\n  - {id: qk-malkov-teodor, gender: 7}\n  - [1, 2]\n  - {id: qk-x-y}\nposts: 3\nzzz: 1\n' },
      { path: 'worse.yaml', text: 'people: [' },
      { path: 'list.yaml', text: '- 1\n- 2\n' },
      { path: 'good.yaml', text: 'people:\n  - {id: qd-lund-eva, name: Eva Lund}\n' },
    ]);
    assert.deepEqual([...new Set(problems.map(p => p.file))].sort(), ['bad.yaml', 'list.yaml', 'worse.yaml']);
    assert.deepEqual(problems.filter(p => p.file === 'bad.yaml').map(p => p.line).sort(), [2, 3, 4, 5, 6]);
    assert.equal(gazetteer.person('qk-malkov-teodor')!.gender, 'male');
    assert.equal(gazetteer.person('qk-x-y'), undefined);
    assert.equal(gazetteer.person('qd-lund-eva')!.name, 'Eva Lund');
  });

  it('answer for what they share with the bundled records, whichever comes first', () => {
    const { problems } = open([{ path: 'x.yaml', text: 'people:\n  - {id: aa-a-b, name: Teodor Malkov}\n' }]);
    assert.deepEqual(problems.map(p => [p.file, p.line]), [['x.yaml', 2]]);
  });

  it('cannot reach the prototype of objects', () => {
    open([{ path: 'x.yaml', text: 'people:\n  - {id: qk-x-y, name: X Ypsilon, __proto__: {polluted: 1}, constructor: {prototype: {polluted: 1}}}\nsources: {__proto__: {publisher: X}}\n' }]);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('are bounded in number and size', () => {
    const { problems } = open(Array.from({ length: 510 }, (_, i) => ({ path: `${i}.yaml`, text: '' })));
    assert.match(problems[0]!.message, /not read/);
  });

  it('survive ids and parents that lead in a circle', () => {
    const { gazetteer, problems } = open([{ path: 'x.yaml', text: 'organizations:\n  - {id: norco, parent: norco-korvia-forum}\n' }]);
    assert.ok(problems.some(p => /part of itself/.test(p.message)));
    assert.deepEqual(gazetteer.lineage('norco').map(body => body.id), ['norco', 'norco-korvia-forum']);
    assert.equal(gazetteer.stateOf('norco'), undefined);
  });
});

describe('the JSON Schema', () => {
  it('in gazetteer/schema.json is the one that the tables give', () => {
    assert.equal(readFileSync('gazetteer/schema.json', 'utf8'), `${JSON.stringify(gazetteerSchema(), null, 2)}\n`);
  });

  it('describes every section and every field', () => {
    const whole = (gazetteerSchema()['anyOf'] as { properties: Record<string, { description?: string }> }[])[0]!;
    for (const section of [...SECTION_NAMES, 'sources', 'profiles', 'schema', 'checked']) assert.ok(whole.properties[section]?.description, section);
  });
});

describe('sources by date', () => {
  const SOURCES = 'sources:\n  a: {publisher: Courier, date: 2020-03-02}\n  b: {publisher: Herald, date: 2020-03-03}\n'
    + '  copy: {publisher: Gazetteer of Copies, class: mirror, of: Courier, date: 2020-03-05}\n  nobody: {publisher: Copies, class: mirror, date: 2020-03-05}\n'
    + '  blog: {publisher: A blog, class: weak, date: 2021-01-01}\n  office: {publisher: Government of Korvia, class: primary, date: 2020-03-02}\n';
  const term = (fields: string): string => `${SOURCES}people:\n  - id: qk-a-b\n    name: Ab Aa\n    occupancies:\n      - {post: qk-deputy-foreign-minister, ${fields}}\n`;
  const read = (fields: string): Occupancy => {
    const { gazetteer } = open([{ path: 'own.yaml', text: HEAD + term(fields) }]);
    return gazetteer.person('qk-a-b')!.occupancies[0]!;
  };
  const said = (fields: string): string[] => open([{ path: 'own.yaml', text: HEAD + term(fields) }]).problems.filter(p => p.severity === 'error').map(p => p.message);

  it('says how sure a date is by who states it', () => {
    const sure = (ids: string): unknown => read(`start_date: 2020-03-01, sources: [${ids}]`).confidence;
    assert.equal(sure('a'), 'medium');
    assert.equal(sure('a, b'), 'high');
    assert.equal(sure('a, copy'), 'medium');
    assert.equal(sure('copy'), 'medium');
    assert.equal(sure('nobody, blog'), 'low');
    assert.equal(sure('office'), 'high');
  });

  it('knows start and end each by their own sources', () => {
    const both = read('start_date: 2020-03-01, end_date: 2021-01-01, sources: [a, b], end_sources: [blog]');
    assert.deepEqual([both.confidence, both.end_confidence], ['high', 'low']);
  });

  it('knows an open term until the newest thing read for it', () => {
    assert.equal(read('start_date: 2020-03-01, end_date: .., sources: [a, b]').checked?.text, '2020-03-03');
    assert.equal(knownUntil(read('start_date: 2020-03-01, end_date: .., sources: [a, b]')), parseDate('2020-03-03')!.latest);
    assert.equal(knownUntil(read('start_date: 2020-03-01, end_date: 2021-01-01, sources: [a]')), Infinity);
  });

  it('lets a later source say that a term still held, and nothing of its start', () => {
    const still = read('start_date: 2020-03-01, end_date: .., held_sources: [b]');
    assert.equal(still.checked?.text, '2020-03-03');
    assert.equal(still.confidence, 'low');
    assert.match(said('start_date: 2020-04-01, held_sources: [a]').join(), /‘a’ is of 2020-03-02: it cannot state what happened on 2020-04-01/);
  });

  it('refuses a source older than what it is cited for, and a check that read nothing', () => {
    assert.match(said('start_date: 2020-04-01, sources: [a]').join(), /‘a’ is of 2020-03-02: it cannot state what happened on 2020-04-01/);
    assert.match(said('start_date: 2020-03-01, end_date: 2022-01-01, sources: [a], end_sources: [b]').join(), /cannot state what happened on 2022-01-01/);
    assert.match(said('start_date: 2020-03-01, end_date: .., sources: [a], checked: 2021-01-01').join(), /Checked on 2021-01-01, but the newest source is of 2020-03-02/);
    assert.deepEqual(said('start_date: 2020-03, sources: [a]'), []);
  });

  it('wants doubts said to readers, and no confidence by hand, in the records that ship', () => {
    const shipped = (text: string): string[] => compileFiles([{ path: 'a.yaml', text: `schema: chancery-gazetteer/1\nchecked: 2023-06-01\n${text}` }])
      .problems.filter(p => p.severity === 'error' && !/There is no/.test(p.message)).map(p => `${p.line}: ${p.message}`);
    assert.deepEqual(shipped('people:\n  - id: qk-a-b\n    name: Ab Aa\n    occupancies:\n      # the end was not found\n      - {post: qk-x, start_date: 2020, end_date: 2021, confidence: high}\n'), [
      '7: A doubt that no reader sees: make it the note of the record.', '8: Confidence is computed from the sources: leave it out.',
    ]);
    assert.match(shipped('people:\n  - {id: qk-a-b, name: Ab Aa, occupancies: [{post: qk-x, start_date: 2020}]}\n').join(), /does not say until when it is known/);
  });
});
