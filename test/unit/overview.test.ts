import assert from 'node:assert/strict';
import { read } from '../check';

const FRONT = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n';
const TALKS = 'Korvian Deputy Foreign Minister Sergan Ravkov met NORCO Secretary General Marta Holt on Wednesday, 12 January 2022. Ravkov spoke first. ';

const note = (text: string, front = FRONT) => read('world', front + text);
const words = (reading: ReturnType<typeof note>, span: { start: number; end: number }): string => reading.text.slice(span.start, span.end);

describe('Cast', () => {
  it('lists people by state and body with the office of the day and all their mentions', () => {
    const reading = note(TALKS);
    assert.deepEqual(reading.cast.map(g => [g.name, ...g.members.map(m => `${m.name} · ${m.office} · ${m.standing} · ${m.places.length}`)]), [
      ['Korvia', 'Sergan Ravkov · Deputy Foreign Minister · in-post · 2'], ['NORCO', 'Marta Holt · Secretary General · in-post · 1'],
    ]);
    assert.deepEqual(reading.cast[0]!.members[0]!.places.map(p => words(reading, p)), ['Sergan Ravkov', 'Ravkov']);
  });

  it('says who has left, whom the text disputes, and who is in no record', () => {
    const reading = note('Korvian Defence Minister Anatol Shovgin and Mr Ordan Kestrin spoke. ', '---\ndate: 2022-09-01\n---\n\n');
    const members = reading.cast.flatMap(g => g.members);
    const shovgin = members.find(m => m.name === 'Anatol Shovgin')!;
    assert.equal(shovgin.standing, 'disputed');
    assert.match(shovgin.said, /^left 12 May 2022$/);
    assert.deepEqual(members.filter(m => m.id === undefined).map(m => [m.name, m.said]), [['Ordan Kestrin', 'no record']]);
    const quiet = note('Anatol Shovgin, the former defence minister, spoke.', '---\ndate: 2022-09-01\n---\n\n').cast[0]!.members[0]!;
    assert.equal(quiet.standing, 'other-time');
  });

  it('knows no office where the note has no date', () => {
    assert.equal(note('Aleksander Grubin spoke to Marta Holt.', '').cast.flatMap(g => g.members)[0]!.standing, 'unknown');
  });
});

describe('Figures of a note', () => {
  it('are put together by what they count, with sources and days', () => {
    const reading = note('Varnia’s defence ministry counted about 100,000 Korvian troops near Varnia on 3 December 2021.\n\nThe 120,000 Korvian troops near Varnia stay. NORCO has 19 allies.');
    assert.deepEqual(reading.subjects.map(s => [s.name, s.range, s.sources]), [['Korvian personnel near Varnia', '100,000 – 120,000', 1]]);
    const [first, second] = reading.subjects[0]!.entries;
    assert.deepEqual([words(reading, first!.span), first!.source, first!.date, first!.dated], ['about 100,000', 'Varnia’s defence ministry', '3 December 2021', true]);
    assert.deepEqual([words(reading, second!.span), second!.source, second!.date, second!.dated], ['120,000', undefined, '12 January 2022', false]);
  });

  it('are marked where they do not fit', () => {
    const apart = (text: string): boolean[] => note(text).subjects.map(s => s.apart);
    assert.deepEqual(apart('There are 100,000 Korvian troops near Varnia. The 130,000 Korvian troops near Varnia stay.'), [true]);
    assert.deepEqual(apart('There are 100,000 Korvian troops near Varnia. The 100,000 Korvian troops near Varnia stay.'), [false]);
  });

  it('leave counts of prose out', () => {
    assert.deepEqual(note('The two sides held three rounds.').subjects, []);
  });
});

describe('Timeline', () => {
  it('has the days of the note in order, its own among them, and the events that it names', () => {
    const reading = note('The Forum meeting was on 12 January 2022. The note of 3 December 2021 said so, and in May 2021 nobody did.');
    assert.deepEqual(reading.timeline.entries.map(e => [e.date, e.event, e.own, e.places.length]), [
      ['May 2021', undefined, false, 1], ['3 December 2021', undefined, false, 1], ['12 January 2022', 'NORCO-Korvia Forum', true, 1],
    ]);
    assert.match(reading.timeline.entries[1]!.places[0]!.sentence, /^The note of 3 December 2021 said so/);
  });

  it('keeps figures without a day in a group of their own', () => {
    assert.equal(note('There are 100,000 Korvian troops near Varnia.', '').timeline.undated.length, 1);
    assert.equal(note('There are 100,000 Korvian troops near Varnia.').timeline.undated.length, 0);
  });
});

describe('Check sheet', () => {
  const lines = (text: string, front = FRONT): string[] => note(text, front).sheet.map(l => `${l.kind} ${l.text}: ${l.verdict}`);

  it('says of each name, office, body, day and count what the records confirm', () => {
    assert.deepEqual(lines(`${TALKS}NORCO’s 19 allies sat.`), [
      'office Korvian Deputy Foreign Minister: confirmed', 'name Sergan Ravkov: confirmed', 'body NORCO: confirmed', 'office NORCO Secretary General: confirmed',
      'name Marta Holt: confirmed', 'date Wednesday, 12 January 2022: confirmed', 'name Ravkov: confirmed', 'count 19: confirmed',
    ]);
  });

  it('says what the records contradict, in the words of the finding', () => {
    const reading = note('Korvian Foreign Minister Sergan Ravkov met allies on Tuesday, 12 January 2022. NORCO has 18 allies.');
    const against = reading.sheet.filter(l => l.verdict === 'contradicted');
    assert.deepEqual(against.map(l => l.kind), ['office', 'name', 'date', 'count']);
    for (const line of against) assert.ok(reading.findings.some(f => f.message === line.why), line.why);
  });

  it('never confirms what a finding speaks against', () => {
    for (const text of [TALKS, 'Korvian Foreign Minister Sergan Ravkov met Rawkov and Shovgyn. There are 100,000 Korvian troops near Varnia.']) {
      const reading = note(text);
      const confirmed = reading.sheet.filter(l => l.verdict === 'confirmed');
      for (const f of reading.findings) if (f.severity === 'warning' || f.severity === 'error') assert.ok(!confirmed.some(l => l.span.start < f.span.end && f.span.start < l.span.end), f.message);
    }
  });

  it('cannot say what no record has', () => {
    assert.deepEqual(lines('Mr Ordan Kestrin spoke on 3 December 2021.'), ['name Ordan Kestrin: open', 'date 3 December 2021: open']);
    assert.deepEqual(lines('Korvian Deputy Foreign Minister Aleksander Grubin spoke.', '')[0], 'office Korvian Deputy Foreign Minister: open');
  });

  it('confirms a figure by the recorded estimate of its own source and day only', () => {
    const one = (text: string): string | undefined => lines(text, '---\ndate: 2022-01-19\n---\n\n').find(l => l.startsWith('figure'));
    assert.equal(one('Varnia’s defence ministry said on 19 January 2022 that there were more than 106,000 Korvian troops near Varnia.'), 'figure more than 106,000: confirmed');
    assert.equal(one('Korvia’s defence ministry said on 19 January 2022 that there were more than 106,000 Korvian troops near Varnia.'), 'figure more than 106,000: open');
  });

  it('gives each line a key that goes with its sentence and changes with its words', () => {
    const keys = (text: string): string[] => note(text).sheet.map(l => l.key);
    const alone = keys('Mr Ordan Kestrin spoke.');
    assert.deepEqual(keys(`A line before it.\n\nMr Ordan Kestrin spoke.\n`), alone);
    assert.notDeepEqual(keys('Mr Ordan Kestrin wrote.'), alone);
    const twice = keys('Mr Kestrin told Mr Kestrin.');
    assert.equal(new Set(twice).size, 2);
  });
});

describe('What lists cost', () => {
  it('is little in a long note', () => {
    const reading = read('shipped', `${FRONT}${'Russian Deputy Foreign Minister Alexander Grushko met NATO Secretary General Jens Stoltenberg in Brussels. About 100,000 Russian troops were near Ukraine on 3 December 2021.\n\n'.repeat(600)}`);
    for (const list of ['cast', 'subjects', 'timeline', 'sheet'] as const) {
      const times = Array.from({ length: 7 }, () => {
        const from = process.cpuUsage();
        void reading[list];
        const { user, system } = process.cpuUsage(from);
        return (user + system) / 1000;
      }).sort((a, b) => a - b);
      console.log(`      ${list} of ${Math.round(reading.text.length / 1024)} KB: ${times[0]!.toFixed(1)} ms, median ${times[3]!.toFixed(1)} ms`);
      assert.ok(times[0]! <= 60, `${list}: ${times[0]} ms`);
    }
  }).timeout(60_000);
});
