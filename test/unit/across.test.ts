import assert from 'node:assert/strict';
import { findAcross, type NoteDigest } from '../../src/chancery';
import { read } from '../check';

const FIRST = 'Varnia’s defence ministry counted about 100,000 Korvian troops near Varnia on 10 January 2022.';

function notes(...all: (readonly [string, string])[]): { digests: NoteDigest[]; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  const digests = all.map(([date, body], i): NoteDigest => {
    const reading = read('world', `---\ndate: ${date}\n---\n\n${body}\n`);
    texts.set(`${i}.md`, reading.text);
    return { note: `${i}.md`, day: reading.judgedBy?.day, subjects: reading.subjects };
  });
  return { digests, texts };
}

const across = (...all: (readonly [string, string])[]) => findAcross(notes(...all).digests);

describe('Notes beside each other', () => {
  it('contradict each other where one source gives two figures for one day', () => {
    const found = across(['2022-01-12', FIRST], ['2022-01-14', 'Varnia’s defence ministry counted 130,000 Korvian troops near Varnia on 10 January 2022.']);
    assert.deepEqual(found.map(f => [f.kind, f.at.note, f.from.note]), [['contradiction', '1.md', '0.md']]);
    assert.match(found[0]!.message, /^Korvian personnel near Varnia on 10 January 2022: ‘130,000/);
  });

  it('do not where days, sources or places differ', () => {
    assert.deepEqual(across(['2022-01-12', FIRST], ['2022-01-14', 'Varnia’s defence ministry counted 130,000 Korvian troops near Varnia on 13 January 2022.']), []);
    assert.deepEqual(across(['2022-01-12', FIRST], ['2022-01-14', 'Korvia’s foreign ministry counted 130,000 Korvian troops near Varnia on 10 January 2022.']), []);
    assert.deepEqual(across(['2022-01-12', FIRST], ['2022-01-14', 'Varnia’s defence ministry counted 130,000 Korvian troops in Varnia on 10 January 2022.']), []);
  });

  it('show where a figure lost its hedge, source and date, and how it was first told', () => {
    const { digests, texts } = notes(['2022-01-12', FIRST], ['2022-01-20', 'The 100,000 Korvian troops near Varnia stay.']);
    const [drift, ...others] = findAcross(digests);
    assert.deepEqual(others, []);
    assert.equal(drift!.kind, 'drift');
    assert.match(drift!.message, /has lost its hedge, its source and its date: it was ‘about 100,000 Korvian troops[^’]*’ \(Varnia’s defence ministry, 10 January 2022\) in the note of 12 January 2022/);
    const text = texts.get('1.md')!;
    const { span, text: into } = drift!.fix!;
    assert.match(text.slice(0, span.start) + into + text.slice(span.end), /\n\nAbout 100,000 Korvian troops \(Varnia’s defence ministry, 10 January 2022\) near Varnia stay/);
  });

  it('show no drift backwards, in one note, or of another number', () => {
    assert.deepEqual(across(['2022-01-20', FIRST], ['2022-01-12', 'The 100,000 Korvian troops near Varnia stay.']), []);
    assert.deepEqual(across(['2022-01-12', `${FIRST} The 100,000 Korvian troops near Varnia stay.`]), []);
    assert.deepEqual(across(['2022-01-12', FIRST], ['2022-01-20', 'The 90,000 Korvian troops near Varnia stay.']).filter(f => f.kind === 'drift'), []);
  });

  it('are compared in little time, thousands of them', () => {
    const { digests } = notes(['2022-01-12', FIRST], ['2022-01-14', 'There were 130,000 Korvian troops near Varnia.']);
    const many = Array.from({ length: 2500 }, (_, i) => digests.map(d => ({ ...d, note: `${i}-${d.note}` }))).flat();
    const from = process.cpuUsage();
    findAcross(many);
    const { user, system } = process.cpuUsage(from);
    console.log(`      5,000 notes: ${Math.round((user + system) / 1000)} ms`);
    assert.ok((user + system) / 1000 < 2000);
  });
});
