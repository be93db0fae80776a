import assert from 'node:assert/strict';
import { engine } from '../check';

const styles = engine('shipped').houseStyles.map(({ id }) => id).filter(id => id !== 'neutral');

/** What the first references of officials of a day draw, each standing alone in a note, and how many were tried. */
function insert(day: string, style: string, tries: (office: string, place: number) => boolean): { tried: number; found: string[] } {
  const brief = engine('shipped').open({ language: 'markdown', always: true });
  const front = `---\ndate: ${day}\nhouse-style: ${style}\n---\n\n`;
  const officials = brief.update(front)!.officials(0).filter(({ office }, place) => tries(office, place));
  const found = officials.flatMap(({ text }) => brief.update(`${front}${text} spoke first.\n`)!.findings.map(({ check, message }) => `${text}: ${check}: ${message}`));
  return { tried: officials.length, found };
}

describe('Officials as they are inserted draw no finding', () => {
  for (const day of ['2022-01-12', '2015-07-14', '2026-11-20']) {
    it(`all of ${day}`, () => {
      const { tried, found } = insert(day, 'neutral', () => true);
      assert.ok(tried > 1500, `only ${tried} officials`);
      assert.deepEqual(found, []);
    }).timeout(120_000);
  }
  styles.forEach((style, turn) => {
    it(`one for each last word of a title, and each official in one style, here ${style}`, () => {
      const words = new Set<string>();
      const { tried, found } = insert('2022-01-12', style, (office, place) => {
        const word = office.slice(office.lastIndexOf(' ') + 1);
        const isNew = !words.has(word);
        words.add(word);
        return isNew || place % styles.length === turn;
      });
      assert.ok(tried > 300, `only ${tried} officials`);
      assert.deepEqual(found, []);
    }).timeout(120_000);
  });
});
