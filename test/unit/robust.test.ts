import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { engine, read } from '../check';

/** What stands before the surname when a slip in its last word begins a block. */
const SLIPS = ['von der Leyan said.', 'bin Salmen said.', 'van Rompay said.', 'de Mistra said.', 'der Leyan'];

describe('a surname with particles and a slip, at the start of a block', () => {
  for (const slip of SLIPS) {
    for (const [where, text] of [['paragraph', slip], ['item', `- ${slip}`], ['heading', `# ${slip}`], ['cell', `| ${slip} |\n|---|\n| x |`]] as const) {
      it(`is read in a ${where}: ${slip}`, () => {
        const reading = read('shipped', `---\ndate: 2022-01-12\n---\n\n${text}\n`);
        assert.deepEqual(reading.failures, []);
      });
    }
  }

  it('is found once the name stands in full', () => {
    const reading = read('shipped', '---\ndate: 2022-01-12\n---\n\nCommission President Ursula von der Leyen spoke.\n\nvon der Leyan said so.\n');
    assert.deepEqual(reading.findings.filter(f => f.check === 'name-misspelling').map(f => reading.text.slice(f.span.start, f.span.end)), ['Leyan']);
  });
});

describe('a name whose days have no beginning', () => {
  it('has a card that names no day but those on record', () => {
    for (const text of ['in Alexander Grubin for four years e', 'In Alexander Grubin for four years the talks went on.']) {
      const card = engine('world').open({ language: 'markdown', always: true }).update(text)!.hoverAt(text.indexOf('Grubin'));
      assert.match(card?.subheading ?? '', /^Korvian Deputy Foreign Minister, since 22 January 2018/);
    }
  });
});
