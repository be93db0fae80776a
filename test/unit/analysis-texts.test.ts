import { readFileSync } from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import { describeFindings, read, root, unmark } from '../check';

interface Paragraph { readonly id: string; readonly date: string; readonly text: string; readonly open?: string }

const paragraphs = parse(readFileSync(path.join(root, 'test/data/analysis.yaml'), 'utf8'), { schema: 'failsafe' }) as Paragraph[];

/** Paragraphs of several regions and tenses: no warning but on what is marked, and a finding on each mark. */
describe('analysis and history', () => {
  for (const { id, date, text, open } of paragraphs) {
    const sample = unmark(`---\ndate: ${date}\nhouse-style: neutral\n---\n\n${text}\n`);
    it(`${sample.marks.length === 0 ? 'is silent on' : 'finds the slip in'} ${id}: ${text.replace(/[⟦⟧]/g, '').slice(0, 70)}`, () => {
      const reading = read('shipped', sample.text);
      const beside = (f: { span: { start: number; end: number } }): boolean => sample.marks.some(m => f.span.start < m.end && m.start < f.span.end);
      const blamed = reading.findings.filter(f => (f.severity === 'warning' || f.severity === 'error') && !beside(f));
      assert.deepEqual(blamed.map(f => f.message), []);
      const missed = sample.marks.filter(m => !reading.findings.some(f => f.span.start < m.end && m.start < f.span.end));
      assert.equal(missed.length > 0, open !== undefined, open === undefined ? describeFindings(reading) : 'it is found now: strike ‘open’ off');
    });
  }
});
