import assert from 'node:assert/strict';
import { createChancery } from '../../src/chancery';
import { engine } from '../check';

const NOTE = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n';

function complete(text: string, front = NOTE): string[] {
  const all = front + text;
  const offset = all.indexOf('|');
  const reading = engine('shipped').open({ language: 'markdown', always: true }).update(all.replace('|', ''))!;
  return reading.completeAt(offset).map(c => c.text);
}

describe('What speaks of the same', () => {
  it('is every form of a person, a body, a figure of one kind', () => {
    const text = `${NOTE}Russian Deputy Foreign Minister Alexander Grushko met NATO. Grushko said the alliance had 100,000 Russian troops near Ukraine in mind; the 100,000 Russian troops near Ukraine stay. NATO was silent.\n`;
    const reading = engine('shipped').open({ language: 'markdown', always: true }).update(text)!;
    const at = (words: string): string[] => (reading.thingAt(text.indexOf(words) + 2)?.thing.places ?? []).map(s => text.slice(s.start, s.end));
    assert.deepEqual(at('Grushko said'), ['Alexander Grushko', 'Grushko']);
    assert.deepEqual(at('NATO was').filter(form => form === 'NATO').length, 2);
    assert.equal(at('100,000').length, 2);
    assert.deepEqual(at('silent'), []);
  });
});

describe('Completion', () => {
  it('gives the first reference while the text has none, and the short form after that', () => {
    const first = complete('Talks were led by @Grush|');
    assert.deepEqual(first.slice(0, 2), ['Russian Deputy Foreign Minister Alexander Grushko', 'Grushko']);
    const later = complete('Russian Deputy Foreign Minister Alexander Grushko spoke first. Then Grush|');
    assert.deepEqual(later.slice(0, 2), ['Grushko', 'Russian Deputy Foreign Minister Alexander Grushko']);
  });

  it('is of the note’s own day', () => {
    const on = (date: string): string[] => complete('@Foreign Sec|', `---\ndate: ${date}\n---\n\n`).concat(complete('The position of UK Foreign Secretary |', `---\ndate: ${date}\n---\n\n`));
    assert.ok(on('2022-01-12').includes('Liz Truss'), on('2022-01-12').join('; '));
    assert.ok(on('2024-09-01').includes('David Lammy'), on('2024-09-01').join('; '));
  });

  it('says no office where the note has no date', () => {
    assert.ok(complete('@Grush|', '').includes('Alexander Grushko'));
    assert.ok(!complete('@Grush|', '').some(text => /Minister/.test(text)));
  });

  it('puts those of the states that the note names first', () => {
    const found = complete('Estonia and Latvia took part. Ministers: @K|');
    assert.match(found[0]!, /^(?:Estonian|Latvian)/);
  });

  it('gives bodies in full first, then by acronym', () => {
    assert.ok(complete('The @OSCE|').includes('Organization for Security and Co-operation in Europe (OSCE)'));
    assert.ok(complete('The Organization for Security and Co-operation in Europe (OSCE) met. The OSC|').includes('OSCE'));
  });

  it('gives recorded estimates up to the day only, of the forces that the note names', () => {
    const found = complete('Russia keeps @|').filter(text => /\(/.test(text) && /\d/.test(text));
    assert.ok(found.length > 2, found.join('; '));
    for (const text of found) assert.doesNotMatch(text, /(?:February|March|April) 2022|20(?:23|24)/, text);
  });

  it('gives keys, house styles, events near the day by their names, and people at the top', () => {
    assert.ok(complete('', '---\ndate: 2022-01-12\n|\n---\n').includes('event: '));
    assert.ok(complete('', '---\nhouse-style: |\n---\n').includes('guardian'));
    const events = complete('', '---\ndate: 2022-01-12\nevent: |\n---\n');
    assert.ok(events.some(id => id.includes('nrc') || id.includes('nato-russia')), events.join(', '));
    assert.ok(events.length < 30, `${events.length} events`);
    assert.ok(complete('', '---\ndate: 2022-01-12\nparticipants:\n  - |\n---\n').length > 500);
  });

  it('does not come for words that begin no form, in lower case, or inside addresses', () => {
    assert.deepEqual(complete('He wrote to grush|'), []);
    assert.deepEqual(complete('Write to press@grush|'), []);
    assert.deepEqual(complete('Zzyzx|'), []);
  });

  it('brings the card of what is chosen', () => {
    const reading = engine('shipped').open({ language: 'markdown', always: true }).update(`${NOTE}@Grush`)!;
    const [first] = reading.completeAt(reading.text.length);
    assert.match(reading.cardOf(first!.record!)?.heading ?? '', /Grushko/);
    assert.equal(reading.cardOf('nobody'), undefined);
  });

  it('takes 5 ms or less in a long note', () => {
    assert.ok(typeof createChancery === 'function');
    const text = `${NOTE}${'Russian Deputy Foreign Minister Alexander Grushko met NATO Secretary General Jens Stoltenberg in Brussels.\n\n'.repeat(900)}Then @S`;
    const reading = engine('shipped').open({ language: 'markdown', always: true }).update(text)!;
    const once = (): number => {
      const from = process.cpuUsage();
      reading.completeAt(text.length);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    once();
    const times = Array.from({ length: 15 }, once).sort((a, b) => a - b);
    console.log(`      completion in ${Math.round(text.length / 1024)} KB: median ${times[7]!.toFixed(1)} ms, worst ${times[14]!.toFixed(1)} ms`);
    assert.ok(times[7]! <= 15, `${times[7]} ms`);
  }).timeout(60_000);
});
