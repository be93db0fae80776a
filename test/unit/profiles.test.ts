import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDate, within } from '../../src/base/edtf';
import { compileFiles } from '../../src/gazetteer/compile';
import { openGazetteer } from '../../src/gazetteer/open';
import { fileOf } from '../records';

const FOLDER = 'gazetteer/profiles';
const FILES = readdirSync(FOLDER).map(name => ({ path: name, text: readFileSync(path.join(FOLDER, name), 'utf8') }));
const compilation = compileFiles(FILES);
const FILE = fileOf(compilation.compiled);
const { gazetteer } = openGazetteer(FILE);

/** Spec 2.3, in words that a change of the data has to answer for. */
const SHIPPED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  neutral: { press: false, firstRef: 'full', orgNames: 'dialect', acronymCase: undefined, language: undefined },
  ap: { press: true, acronymCase: 'upper', laterRef: 'surname', titleCase: 'before-name', secretaryGeneral: 'hyphen-always', dates: 'mdy-ap', spellBelow: 10, language: 'en-US' },
  reuters: { press: true, acronymCase: 'upper', expandForm: 'lower-in-story', usForm: 'U.S.', laterRef: 'surname', language: undefined },
  bbc: { press: true, acronymCase: 'title', laterRef: 'surname', language: 'en-GB' },
  guardian: { press: true, acronymCase: 'title', titleCase: 'lower', language: 'en-GB' },
  economist: { press: true, acronymCase: 'upper', laterRef: 'honorific', spellBelow: 11, language: 'en-GB' },
  un: { press: false, acronymCase: 'upper', titleCase: 'all', laterRef: 'honorific', acronymPossessive: 'avoid', language: 'en-GB-oxendict', dates: 'dmy', spellBelow: 10 },
  eu: { acronymCase: 'title', acronymTitleMin: 6, separator: 'thin-space', language: 'en-GB' },
  nato: { acronymCase: 'upper', secretaryGeneral: 'own', language: 'en-GB-oxendict' },
  'us-state': { acronymCase: 'upper', dates: 'mdy', language: 'en-US' },
  'us-ic': { acronymCase: 'upper', dates: 'mdy', systemRu: 'bgn-pcgn-1947', probabilityScale: 'icd203', sourceGrading: 'admiralty', markingScheme: 'us' },
  'uk-gov': { acronymCase: 'upper', titleCase: 'before-name', probabilityScale: 'phia', markingScheme: 'uk', dates: 'dmy' },
  analysis: { acronymCase: 'upper', metonyms: 'avoid', dates: 'dmy' },
};

function forms(profile: string, map: 'names' | 'places', id: string, day: string): string[] {
  const date = parseDate(day)!;
  return (gazetteer.profile(profile)![map][id] ?? [])
    .filter(form => within({ first: form.from?.earliest ?? -Infinity, last: form.to?.latest ?? Infinity }, date.earliest))
    .map(form => form.form);
}

describe('house styles', () => {
  it('are the thirteen of the specification', () => {
    assert.deepEqual(gazetteer.profiles.map(profile => profile.id), Object.keys(SHIPPED).sort());
    assert.deepEqual(compilation.problems.filter(problem => problem.severity === 'error'), []);
  });

  for (const [id, dimensions] of Object.entries(SHIPPED)) {
    it(`${id} has its dimensions`, () => {
      const profile = gazetteer.profile(id)!;
      assert.ok(profile.title);
      for (const [key, value] of Object.entries(dimensions)) assert.equal(profile[key as keyof typeof profile], value, key);
      for (const acronym of ['NATO', 'EU', 'UN', 'US', 'UK', 'G7', 'G20', 'BBC', 'COVID', 'CEO', 'GDP', 'AIDS', 'PhD']) {
        assert.ok(profile.noExpand.includes(acronym), acronym);
      }
    });
  }

  it('spell names and places by date', () => {
    assert.deepEqual(forms('reuters', 'names', 'ua-zelenskyy-volodymyr', '2022-01-12'), ['Volodymyr Zelenskiy']);
    assert.deepEqual(forms('guardian', 'names', 'ua-zelenskyy-volodymyr', '2022-03-05'), ['Volodymyr Zelenskiy']);
    assert.deepEqual(forms('guardian', 'names', 'ua-zelenskyy-volodymyr', '2024-03-05'), ['Volodymyr Zelenskyy']);
    assert.deepEqual(forms('ap', 'places', 'kyiv', '2019-08-13'), ['Kiev']);
    assert.deepEqual(forms('ap', 'places', 'kyiv', '2019-08-14'), ['Kyiv']);
    assert.deepEqual(forms('us-state', 'places', 'kyiv', '2005-01-01'), []);
    assert.deepEqual(forms('neutral', 'places', 'kyiv', '2022-01-12'), []);
  });

  it('pass on what they extend', () => {
    assert.deepEqual(forms('us-ic', 'places', 'kyiv', '2022-01-12'), ['Kyiv']);
    assert.equal(gazetteer.profile('us-ic')!.language, 'en-US');
    assert.ok(gazetteer.profile('uk-gov')!.noExpand.includes('DVLA'));
    assert.ok(!gazetteer.profile('nato')!.noExpand.includes('DVLA'));
  });

  it('of the writer add to the shipped ones', () => {
    const opened = openGazetteer(FILE, [
      { path: '.chancery/style.yaml', text: 'id: desk\nextends: us-ic\nnoExpand: [SACEUR]\nlanguage: en-GB\nplaces: {odesa: Odesa}\n' },
    ]);
    const desk = opened.gazetteer.profile('desk')!;
    assert.equal(desk.language, 'en-GB');
    assert.equal(desk.markingScheme, 'us');
    assert.ok(desk.noExpand.includes('SACEUR') && desk.noExpand.includes('NATO'));
    assert.deepEqual(Object.keys(desk.places).sort(), ['kyiv', 'odesa']);
    // This gazetteer holds only the styles: the place is not known, and the style is used all the same.
    assert.ok(opened.problems.every(problem => problem.severity === 'warning'));
  });

  it('of the writer are told what is not right in them, with the line', () => {
    const { gazetteer: opened, problems } = openGazetteer(FILE, [
      { path: 'style.yaml', text: 'id: desk\nextends: natoo\nacronymCase: Upper\nspellBelow: ten\nnamez: {}\n' },
    ]);
    assert.deepEqual(problems.map(problem => problem.line).sort(), [2, 3, 4, 5]);
    assert.match(problems.find(problem => problem.line === 5)!.message, /Is ‘names’ meant\?/);
    assert.equal(opened.profile('desk')!.firstRef, 'full');
  });

  it('that extend each other end at neutral', () => {
    const { gazetteer: opened } = openGazetteer(FILE, [
      { path: 'style.yaml', text: 'profiles:\n  - {id: one, extends: two, language: en-GB}\n  - {id: two, extends: one, usForm: US}\n' },
    ]);
    assert.equal(opened.profile('one')!.usForm, 'US');
    assert.equal(opened.profile('one')!.firstRef, 'full');
  });
});
