import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { read } from '../check';
import type { HoverCard } from '../../src/chancery';

function card(date: string | undefined, text: string, word: string): HoverCard | undefined {
  const note = `---\n${date ? `date: ${date}\n` : ''}house-style: neutral\n---\n\n${text}\n`;
  return read('shipped', note).hoverAt(note.indexOf(word));
}

/** Day of the note, text, word of time, heading, what offices in its sentence are judged by, how far that goes on. */
const CARDS: readonly (readonly [string, string, string, string, string, string?])[] = [
  ['2024-03-04', 'In 2013 the cabinet fell. The president waited. He named another. Today he is forgotten.', '2013', '1 January 2013 to 31 December 2013', 'judged in 2013', 'in the next 2 sentences'],
  ['2024-03-04', 'In 2013 the cabinet fell. Today he is forgotten.', 'Today', 'Monday, 4 March 2024', 'judged on the day of this note'],
  ['2024-03-04', 'In the late 1970s the generals ruled.', 'late', 'Between 1 January 1976 and 31 December 1979', 'judged between 1 January 1976 and 31 December 1979'],
  ['2022-03-07', 'The envoys met on 24 February in Vienna.', '24 February', 'Thursday, 24 February 2022', 'judged on 24 February 2022'],
  ['2022-02-07', 'The envoys will meet on 24 February in Vienna.', '24 February', 'Thursday, 24 February 2022', 'not judged'],
  ['2022-03-07', 'Two days ago the minister resigned.', 'Two days', 'Two days ago', 'judged on the day of this note'],
  ['2022-03-07', 'The minister currently resides abroad.', 'currently', '7 March 2022', 'judged on the day of this note'],
  ['2022-03-07', 'The generals later resigned.', 'later', 'Later', 'right if ever held before this note'],
];

describe('the card of a word of time', () => {
  for (const [day, text, word, heading, judged, on] of CARDS) {
    it(`tells the time that ‘${word}’ sets: ${text.slice(0, 60)}`, () => {
      const shown = card(day, text, word);
      assert.equal(shown?.kind, 'date');
      assert.equal(shown.heading, heading);
      assert.deepEqual(shown.rows, [{ label: 'Offices here', value: judged }, ...(on === undefined ? [] : [{ label: 'Goes on', value: on }])]);
    });
  }

  it('stands on the word only', () => {
    const note = '---\ndate: 2024-03-04\n---\n\nIn 2013 the cabinet fell.\n';
    const reading = read('shipped', note);
    assert.deepEqual(reading.hoverAt(note.indexOf('2013 the'))?.span, { start: note.indexOf('2013 the'), end: note.indexOf('2013 the') + 4 });
    assert.equal(reading.hoverAt(note.indexOf('cabinet')), undefined);
  });

  it('tells what a note without a date leaves open', () => {
    assert.equal(card(undefined, 'In 2013 the cabinet fell.', '2013')?.rows[0]?.value, 'judged in 2013');
    assert.equal(card(undefined, 'The cabinet fell today.', 'today'), undefined);
  });
});
