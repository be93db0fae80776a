import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Finding, Reading } from '../../src/chancery';
import { CHECKS } from '../../src/checks/run/list';
import { read, root, unmark } from '../check';
import { examplesOf, pagesOf } from './examples';

/** Words that blame, that name the machinery, or that a writer would have to look up (spec 4.4). */
const UNWANTED = /\b(?:error|wrong|incorrect|invalid|understates|overstates|front ?matter|suppress\w*|gazetteer|diagnostic|undefined|null|NaN)\b/i;
const ISO = /\b\d{4}-\d{2}-\d{2}\b/;

/** Every reading of every reported example: what the writers of the checks' pages promise to be seen. */
function readings(): { check: string; reading: Reading }[] {
  return [...pagesOf(root)].flatMap(([check, page]) =>
    examplesOf(page, 'Reported').map(example => ({
      check,
      reading: read('shipped', unmark(example.startsWith('---\n') ? example : `---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n${example}`).text),
    })));
}

describe('messages', () => {
  const all = readings().flatMap(({ reading }) => reading.findings.map(finding => ({ finding, text: reading.text })));
  const bad = (test: (finding: Finding, text: string) => boolean): string[] => [...new Set(all.filter(({ finding, text }) => test(finding, text)).map(({ finding }) => `${finding.check}: ${finding.message}`))];

  it('come from every check', () => {
    const seen = new Set(all.map(({ finding }) => finding.check));
    assert.deepEqual(CHECKS.map(c => c.id).filter(id => !seen.has(id)), []);
  });
  it('blame nobody and name no machinery', () => {
    assert.deepEqual(bad(f => UNWANTED.test(f.message.replace(/‘[^’]*’/g, ''))), []);
  });
  it('write dates in words', () => {
    assert.deepEqual(bad(f => ISO.test(f.message.replace(/‘[^’]*’/g, '').replace(/as in \d{4}-\d{2}-\d{2}/, ''))), []);
  });
  it('are one or two sentences that end', () => {
    assert.deepEqual(bad(f => !/[.?!)]$/.test(f.message) || f.message.length > 420 || /\s{2}/.test(f.message)), []);
  });
  it('use one kind of quotation marks', () => {
    assert.deepEqual(bad(f => /["`]/.test(f.message)), []);
  });
  it('offer fixes whose titles say what they do', () => {
    assert.deepEqual(bad(f => f.fixes.some(x => x.title.length < 4 || x.title.length > 130 || UNWANTED.test(x.title.replace(/‘[^’]*’/g, '')))), []);
  });
  it('offer no fix that changes nothing', () => {
    assert.deepEqual(bad((f, text) => f.fixes.some(x => x.action === undefined && (x.edits.length === 0 || x.edits.every(e => text.slice(e.span.start, e.span.end) === e.text)))), []);
  });
  it('offer at most one safe fix, and prefer only spellings of known names outside quotations', () => {
    assert.deepEqual(bad(f => f.fixes.filter(x => x.safe).length > 1 || f.fixes.filter(x => x.preferred).length > 1), []);
    const mayPrefer = new Set(['name-misspelling', 'name-house-variant', 'place-house-variant', 'acronym-case', 'org-name-variant', 'marking-invalid']);
    assert.deepEqual(bad(f => f.fixes.some(x => x.preferred) && !mayPrefer.has(f.check)), []);
    const maySafe = new Set(['acronym-case', 'name-house-variant', 'place-house-variant', 'name-variant-mixed', 'number-style', 'marking-invalid']);
    assert.deepEqual(bad(f => f.fixes.some(x => x.safe) && !maySafe.has(f.check)), []);
  });
  it('have edits inside the text that do not overlap', () => {
    assert.deepEqual(bad((f, text) => f.fixes.some(x => {
      const sorted = [...x.edits].sort((a, b) => a.span.start - b.span.start);
      return sorted.some((e, i) => e.span.start < 0 || e.span.end > text.length || e.span.start > e.span.end || (i > 0 && sorted[i - 1]!.span.end > e.span.start));
    })), []);
  });
});
