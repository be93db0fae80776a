import assert from 'node:assert/strict';
import { redated, redatedSummary } from '../../src/chancery';
import { read } from '../check';

const note = (date: string, text: string) => read('world', `---\ndate: ${date}\n---\n\n${text}`);
const changes = (text: string, from: string, to: string) => redated(note(from, text), note(to, text));

describe('A note with another date', () => {
  const TEXT = 'Korvian Defence Minister Anatol Shovgin will meet NORCO’s 19 allies. NORCO has 19 allies.\n';

  it('lists what stops being true, with fixes at the places of the old text', () => {
    const found = changes(TEXT, '2022-01-12', '2022-10-03');
    assert.deepEqual(found.map(c => c.kind), ['office', 'body', 'body']);
    const old = note('2022-01-12', TEXT).text;
    for (const change of found) assert.equal(old.slice(change.span.start, change.span.end), change.text);
    assert.match(found[0]!.message, /Andrei Velikov/);
    const [edit] = found.at(-1)!.fix!.edits;
    assert.equal(old.slice(0, edit!.span.start) + edit!.text + old.slice(edit!.span.end), old.replace(/19 allies\.\n$/, '20 allies.\n'));
    assert.equal(redatedSummary(found), '3 things change: 1 office or name, 2 bodies');
  });

  it('says nothing of what was wrong before, and of what stays true', () => {
    assert.deepEqual(changes(TEXT, '2022-01-12', '2022-01-20'), []);
    assert.deepEqual(changes('Korvian Defence Minister Andrei Velikov spoke. Ravov left.', '2022-10-03', '2022-11-03'), []);
  });

  it('says which days mean others, and writes them out', () => {
    const found = changes('The Forum meets on Wednesday. Grubin came yesterday.', '2022-01-12', '2022-01-20').filter(c => c.kind === 'day');
    assert.deepEqual(found.map(c => c.fix?.edits[0]?.text), ['Wednesday, 12 January 2022', 'on 11 January 2022']);
    const possessive = changes('Wednesday’s meeting was long.', '2022-01-12', '2022-01-20').filter(c => c.kind === 'day');
    assert.deepEqual(possessive.map(c => c.fix), [undefined]);
  });

  it('says which will is past now', () => {
    const found = changes('The Forum will meet on 14 January 2022.', '2022-01-12', '2022-01-20');
    assert.ok(found.some(c => c.kind === 'tense'), redatedSummary(found));
  });

  it('says so where nothing changes', () => {
    assert.equal(redatedSummary([]), 'Nothing stops being true with the new date.');
  });
});
