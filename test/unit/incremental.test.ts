import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { engine, root } from '../check';
import { type Compared, incrementalEqualsFresh, plain } from '../fuzz/incremental';

const sample = readFileSync(path.join(root, 'media/sample/briefing.md'), 'utf8');

/** Pieces that writers type or paste, some of which open or close structures far away. */
const PIECES = [
  'e', ' ', '\n', '\n\n', '“', '”', '‘', '’', '"', '#', '## Sources\n\n', '> ', '- ', '| a | b |\n|---|---|\n| 1 | 2 |\n', '`', '```\n', '---\n', '<!-- chancery-disable -->',
  '<!-- chancery-enable -->', 'Ryabov', 'Sergei Ryabkov', 'Nato', 'NATO', '100,000 troops', 'on Tuesday, 12 January 2022', ';', '\r\n', '\u00ad', '\u200b', '😀', 'é', 'date: 2024-05-05\n',
  'Deputy Foreign Minister ', ' said', '(', '[', '](x)', '*', '**', '_', 'MS. PSAKI: ', '[^1]', '\t',
];

describe('a reading after edits', () => {
  const edits = fc.array(fc.record({ at: fc.nat(10_000), remove: fc.nat(12), piece: fc.constantFrom(...PIECES) }), { minLength: 1, maxLength: 12 });

  it('equals a fresh reading of the same text', () => {
    const chancery = engine('shipped');
    fc.assert(fc.property(edits, changes => {
      const brief = chancery.open({ language: 'markdown', always: true });
      let text = sample;
      brief.update(text);
      for (const { at, remove, piece } of changes) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + piece + text.slice(Math.min(text.length, start + remove));
        const kept = brief.update(text)!;
        const fresh = chancery.open({ language: 'markdown', always: true }).update(text)!;
        assert.deepEqual(plain(kept), plain(fresh));
      }
    }), { numRuns: 10 });
  }).timeout(180_000);

  it('equals a fresh reading, whatever the document and the edits', () => {
    const compared: Compared = { sequences: 0, edits: 0, findings: 0 };
    fc.assert(incrementalEqualsFresh(engine('shipped'), compared), { numRuns: 300, seed: 20_241_124 });
    assert.ok(compared.findings > 1000, `${compared.findings} findings compared`);
  }).timeout(180_000);

  it('judges a name in a table by the date that its row now has', () => {
    const table = (date: string): string => `---\ndate: 2022-01-12\n---\n\n| Date | Who |\n|---|---|\n| ${date} | Secretary of State John Kerry |\n`;
    const brief = engine('shipped').open({ language: 'markdown', always: true });
    const checks = (text: string): string[] => brief.update(text)!.findings.map(f => f.check);
    assert.deepEqual(checks(table('14 July 2015')), []);
    assert.deepEqual(checks(table('14 July 2021')), ['office-not-held-on-date']);
    assert.deepEqual(checks(table('14 July 2015')), []);
  });

  it('is the same again after an edit and its undoing', () => {
    const brief = engine('shipped').open({ language: 'markdown', always: true });
    const before = plain(brief.update(sample)!);
    brief.update(sample.replace('Moscow', 'Nato'));
    assert.deepEqual(plain(brief.update(sample)!), before);
  });

  it('stops between blocks when it is cancelled', () => {
    const brief = engine('shipped').open({ language: 'markdown', always: true });
    assert.equal(brief.update(sample, { isCancellationRequested: true }), undefined);
    assert.ok(brief.update(sample)!.findings.length > 0);
  });
});
