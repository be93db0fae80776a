import assert from 'node:assert/strict';
import { read } from '../check';

const on = (date: string, query: string): string[] => {
  const reading = read('world', `---\ndate: ${date}\n---\n`);
  return reading.lookUp(query).map(id => reading.cardOf(id)!.heading);
};

describe('Looking up', () => {
  it('finds the holder of an office on the day', () => {
    assert.deepEqual(on('2022-01-12', 'Korvian Defence Minister'), ['Anatol Shovgin']);
    assert.deepEqual(on('2022-10-12', 'the Korvian Defence Minister'), ['Andrei Velikov']);
  });

  it('finds people and bodies by name and acronym, nothing for other words', () => {
    assert.deepEqual(on('2022-01-12', 'ravkov'), ['Sergan Ravkov']);
    assert.deepEqual(on('2022-01-12', 'OSCS'), ['Organization for Safety and Concord at Sea']);
    assert.deepEqual(on('2022-01-12', 'weather'), []);
    assert.deepEqual(on('2022-01-12', ' the of '), []);
  });
});

describe('Sources of a note', () => {
  it('lead to the address on record, where publisher and day agree', () => {
    const links = (text: string): string[] => read('world', `---\ndate: 2022-01-12\n---\n\n## Sources\n\n${text}\n`).sourceLinks.map(l => l.url);
    assert.deepEqual(links('- Compact Gazette, Enlargement, 1 March 2019'), ['https://example.org/compact']);
    assert.deepEqual(links('- Compact Gazette, Enlargement, 2 March 2019'), []);
    assert.deepEqual(links('- Another Gazette, 1 March 2019'), []);
    assert.deepEqual(read('world', 'As the Compact Gazette wrote on 1 March 2019.').sourceLinks, []);
  });
});
