import assert from 'node:assert/strict';
import type { BriefContext } from '../../src/chancery';
import { engine } from '../check';

function standing(text: string, context: Partial<BriefContext> = {}): string {
  return engine('shipped').open({ language: 'markdown', ...context }).update(text)!.standing;
}

const PLAIN = 'Nothing of note is said here.\n';

describe('What makes a note a briefing', () => {
  it('a key at the top, the name, the folder’s style, or the writer', () => {
    assert.equal(standing(PLAIN), 'other');
    assert.equal(standing(`---\nhouse-style: nato\n---\n\n${PLAIN}`), 'declared');
    assert.equal(standing(PLAIN, { path: '/notes/talks.brief.md' }), 'declared');
    assert.equal(standing(PLAIN, { path: '/notes/talks.md', declared: 'folder' }), 'declared');
    assert.equal(standing(PLAIN, { path: '/notes/README.md', declared: 'writer' }), 'declared');
  });

  it('nothing but the writer for a README and the papers of a package', () => {
    for (const path of ['/notes/README.md', '/notes/node_modules/a/note.md', '/CHANGELOG.md']) {
      assert.equal(standing(`---\nevent: talks\n---\n\n${PLAIN}`, { path, declared: 'folder' }), 'other', path);
    }
  });

  const SLIPS: readonly (readonly [string, string])[] = [
    ['a colon in a value', 'title: Talks: second round\ndate: 2022-01-12\nhouse-style: nato'],
    ['an open bracket', 'date: 2022-01-12\nparticipants: [a, b\nclassification: OFFICIAL'],
    ['an open quotation mark', 'title: "Talks\ndate: 2022-01-12\nevent: x'],
    ['a tab', 'date: 2022-01-12\nchancery:\n\tkeep: [a]'],
    ['a line that is no entry', 'date: 2022-01-12\nhouse-style nato\nas-of: 2022-01-11'],
    ['a broken value of the declaring key itself', 'date: 2022-01-12\nevent: [x'],
  ];
  for (const [what, lines] of SLIPS) {
    it(`a slip in the YAML at the top (${what}) is reported and the note stays a briefing`, () => {
      const reading = engine('shipped').open({ language: 'markdown' }).update(`---\n${lines}\n---\n\n${PLAIN}`)!;
      assert.equal(reading.standing, 'declared');
      assert.ok(reading.findings.some(f => f.check === 'frontmatter' && f.severity === 'error'), 'the slip is not reported');
      assert.ok(reading.judgedBy, 'the date is lost with the other line');
    });
  }

  it('a block at the top that is never closed', () => {
    const reading = engine('shipped').open({ language: 'markdown' }).update(`---\ndate: 2022-01-12\nhouse-style: nato\n\n${PLAIN}`)!;
    assert.equal(reading.standing, 'declared');
    assert.ok(reading.findings.some(f => f.check === 'frontmatter'));
  });
});

describe('Dates at the top', () => {
  const day = (written: string): number | undefined => engine('shipped').open({ language: 'markdown' }).update(`---\ndate: ${written}\nhouse-style: neutral\n---\n\n${PLAIN}`)!.judgedBy?.day;
  it('are read as people write them', () => {
    const iso = day('2023-08-29');
    for (const written of ['29 August 2023', '29 Aug 2023', '29th of August 2023', 'August 29, 2023', 'Aug. 29, 2023', '"Tuesday, 29 August 2023"', '29 AUGUST 2023']) assert.equal(day(written), iso, written);
    assert.equal(day('August 2023'), day('2023-08'));
  });
  it('are not guessed', () => {
    for (const written of ['08/09/2023', '31 June 2023', 'soon', '29 Foo 2023']) assert.equal(day(written), undefined, written);
  });
});
