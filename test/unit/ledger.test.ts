import assert from 'node:assert/strict';
import { LIGHT, ledgerPlot, ledgerTable, reportOf } from '../../src/chancery';
import { read } from '../check';

const note = (text: string, date = '2022-01-12') => read('world', `---\ndate: ${date}\n---\n\n${text}`);
const points = (text: string) => note(text).subjects.flatMap(s => s.entries.map((entry, i) => ({ entry, key: String(i) })));
const report = (text: string, before?: Parameters<typeof reportOf>[1]) => {
  const reading = note(text);
  return reportOf({ title: 'The talks', date: '12 January 2022', cast: reading.cast, subjects: reading.subjects, findings: reading.findings, sheet: reading.sheet, lineOf: o => reading.lines.lineAt(o) }, before);
};

const TWO = 'Varnia’s defence ministry counted about 100,000 Korvian troops near Varnia on 3 December 2021.\n\nThe 120,000 Korvian troops near Varnia stay.';

describe('The plot of figures', () => {
  it('has a mark for each figure, a label for each source, and says both to screen readers', () => {
    const svg = ledgerPlot('Korvian personnel near Varnia', points(TWO), LIGHT)!;
    assert.equal(svg.match(/class="mark"/g)?.length, 2);
    assert.ok(svg.includes('>Varnia’s defence ministry</text>') && svg.includes('>no source</text>'), svg);
    assert.ok(svg.includes('aria-label="about 100,000 Korvian troops, Varnia’s defence ministry, 3 December 2021"'), svg);
  });

  it('is drawn with one figure, and not with none', () => {
    assert.equal(ledgerPlot('x', points('There are 100,000 Korvian troops near Varnia.'), LIGHT)?.match(/class="mark"/g)?.length, 1);
    assert.equal(ledgerPlot('x', [], LIGHT), undefined);
    const undated = read('world', 'There are 100,000 Korvian troops near Varnia.').subjects.flatMap(s => s.entries.map(entry => ({ entry, key: '' })));
    assert.equal(undated.length, 1);
    assert.equal(ledgerPlot('x', undated, LIGHT), undefined);
  });

  it('holds no markup of a note, and no number that is none', () => {
    const [point] = points(TWO);
    const planted = { ...point!, key: '"><script>', entry: { ...point!.entry, text: '<script>alert(1)</script>', source: '"><img onerror=x>' } };
    const svg = ledgerPlot('<script>', [planted, ...points(TWO)], LIGHT)!;
    assert.doesNotMatch(svg, /<script|<img|NaN|Infinity/);
  });

  it('keeps labels of many sources apart', () => {
    const [point] = points(TWO);
    const many = Array.from({ length: 15 }, (_, i) => ({ ...point!, entry: { ...point!.entry, source: `Source ${i}` } }));
    const places = [...ledgerPlot('x', many, LIGHT)!.matchAll(/<text x="530" y="([\d.]+)"/g)].map(m => Number(m[1])).sort((a, b) => a - b);
    assert.ok(places.length >= 15, `${places.length} labels`);
    for (let i = 1; i < places.length; i++) assert.ok(places[i]! - places[i - 1]! >= 13.5, places.join(' '));
  });
});

describe('The report', () => {
  it('lists people, figures and what is left to check', () => {
    const { markdown } = report(`Korvian Foreign Minister Sergan Ravkov spoke. ${TWO}`);
    assert.match(markdown, /\| Korvia \| Sergan Ravkov \| Deputy Foreign Minister \| in post; the text says otherwise than the records \| 1 \|/);
    assert.match(markdown, /\| Korvian personnel near Varnia \| about 100,000 Korvian troops \| Varnia’s defence ministry \| 3 December 2021 \| 5 \|/);
    assert.match(markdown, /- Line 5: .*Ravkov/);
  });

  it('says what has changed since the last one', () => {
    const first = report('Korvian Deputy Foreign Minister Sergan Ravkov spoke.');
    assert.doesNotMatch(first.markdown, /Since the last/);
    assert.match(report('Korvian Deputy Foreign Minister Sergan Ravkov spoke.', first.lines).markdown, /Nothing has changed/);
    const next = report('NORCO Secretary General Marta Holt spoke.', first.lines).markdown;
    assert.match(next, /- New: Marta Holt, Secretary General, NORCO/);
    assert.match(next, /- Gone: Sergan Ravkov, Deputy Foreign Minister, Korvia/);
  });

  it('shows what a note plants in it as text', () => {
    const { markdown } = report('Mr [Ordan](command:evil) Kestrin <img src=x> spoke with Mr Ordan **Kestrin**.');
    assert.doesNotMatch(markdown, /\]\(|<img|\*\*/);
    assert.doesNotMatch(ledgerTable([{ subject: 'a | b', text: '[x](command:y)', date: '' }]), /a \| b|\]\(/);
  });
});
