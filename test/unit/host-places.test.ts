import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Finding, Fix } from '../../src/chancery';
import { localDay, readDay } from '../../src/hosts/vscode/day';
import { linesFor, MOST_LINES } from '../../src/hosts/vscode/fix-lines';
import { isHeld, isTyping, placeHeld, wordAt } from '../../src/hosts/vscode/hold-back';
import { movedEdits, mover, survivingEdits } from '../../src/hosts/vscode/moved';
import { pageMarkdown } from '../../src/hosts/vscode/page-markdown';
import { statusDetails, statusText } from '../../src/hosts/vscode/status-text';

function spanOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe('places after the text has moved on', () => {
  const seen = 'Mr Ryabov met Nato envoys in Geneva.';

  it('moves with what is typed before it and stays with what is typed after it', () => {
    const now = 'Then Mr Ryabov met Nato envoys in Geneva.';
    assert.deepEqual(mover(seen, now)(spanOf(seen, 'Nato')), spanOf(now, 'Nato'));
    assert.deepEqual(mover(seen, `${seen} More.`)(spanOf(seen, 'Nato')), spanOf(seen, 'Nato'));
  });

  it('gives up a place whose words have changed or whose word has grown', () => {
    for (const now of [seen.replace('Nato', 'Nado'), seen.replace('Nato', 'Natos'), seen.replace('Nato', 'xNato'), seen.replace('Nato ', ''), '']) {
      assert.equal(mover(seen, now)(spanOf(seen, 'Nato')), undefined, now);
    }
    assert.notEqual(mover(seen, seen.replace('Nato', 'Nato,'))(spanOf(seen, 'Nato')), undefined);
  });

  it('never gives a place with other words', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é'), maxLength: 30 });
    fc.assert(fc.property(text, text, fc.nat(30), fc.nat(30), (before, after, a, b) => {
      const span = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) };
      const moved = mover(before, after)(span);
      if (moved) assert.equal(after.slice(moved.start, moved.end), before.slice(span.start, span.end));
    }));
  });

  it('does a fix in full or not at all; fix-all leaves out what has changed', () => {
    const edits = [{ span: spanOf(seen, 'Ryabov'), text: 'Ryabkov' }, { span: spanOf(seen, 'Nato'), text: 'NATO' }];
    const move = mover(seen, seen.replace('Ryabov', 'Ryabo'));
    assert.equal(movedEdits(edits, move), undefined);
    assert.deepEqual(survivingEdits(edits, move).map(e => e.text), ['NATO']);
  });
});

describe('holding back while typing', () => {
  it('knows the word and the line at the cursor', () => {
    const text = 'One Nato-led\r\nline’s end';
    assert.deepEqual(wordAt(text, 7), spanOf(text, 'Nato-led'));
    assert.deepEqual(placeHeld(text, 16, 'line'), spanOf(text, 'line’s end'));
    assert.deepEqual(placeHeld(text, 12, 'word'), spanOf(text, 'Nato-led'));
    assert.equal(placeHeld(text, 12, 'off'), undefined);
    assert.equal(placeHeld('a  b', 2, 'word'), undefined);
  });

  it('holds what touches the place only', () => {
    assert.equal(isHeld({ start: 4, end: 8 }, { start: 4, end: 12 }), true);
    assert.equal(isHeld({ start: 13, end: 15 }, { start: 4, end: 12 }), false);
    assert.equal(isHeld({ start: 4, end: 8 }, undefined), false);
  });

  it('takes a keystroke for typing, not a fix or a paste', () => {
    assert.equal(isTyping([{ text: 'a', rangeLength: 0 }]), true);
    assert.equal(isTyping([{ text: '', rangeLength: 1 }]), true);
    assert.equal(isTyping([{ text: 'Ryabkov', rangeLength: 6 }]), false);
    assert.equal(isTyping([]), false);
  });
});

describe('the quick-fix menu', () => {
  const fix = (title: string, preferred = false): Fix => ({ title, edits: [], safe: false, preferred });
  const finding = (check: string, fixes: Fix[]): Finding => ({ check, severity: 'warning', span: { start: 0, end: 1 }, message: check, related: [], fixes });

  it('has room for More… and puts each finding’s first fix first', () => {
    const lines = linesFor([finding('a', [fix('a1', true), fix('a2'), fix('a3'), fix('a4')]), finding('b', [fix('b1', true)])], () => true);
    assert.deepEqual(lines.map(l => l.fix.title), ['a1', 'b1', 'a2']);
    assert.equal(lines.length, MOST_LINES - 1);
    assert.deepEqual(lines.map(l => l.fix.preferred), [true, false, false]);
  });
});

describe('the status item', () => {
  const reading = { standing: 'declared', failures: [] } as const;

  it('says how many and as of when', () => {
    assert.equal(statusText({ reading, count: 2, waitsForTrust: false, notes: [] }), 'Chancery: 2 to check · no date');
    const dated = { ...reading, judgedBy: { day: readDay('2022-01-12')!, source: 'text', line: 2 } } as const;
    assert.equal(statusText({ reading: dated, count: 0, waitsForTrust: true, notes: [] }), 'Chancery: nothing to check · 12 January 2022 · workspace files wait for trust');
    assert.equal(statusDetails({ reading: dated, count: 0, waitsForTrust: false, notes: [] })[0], 'As of 12 January 2022 (line 3)');
  });

  it('does not hide a check that failed', () => {
    const failed = { ...reading, failures: [{ what: 'The check x', message: 'why' }] };
    assert.match(statusText({ reading: failed, count: 1, waitsForTrust: false, notes: [] }), /1 part left out/);
    assert.match(statusDetails({ reading: failed, count: 1, waitsForTrust: false, notes: [] }).join('\n'), /x failed and was left out: why/);
  });
});

describe('days', () => {
  it('reads days that exist', () => {
    assert.equal(readDay('1970-01-02'), 1);
    for (const text of ['2022-02-30', '2022-1-1', '', 'today', '0001-13-01']) assert.equal(readDay(text), undefined, text);
  });

  it('takes the day at the writer’s place', () => {
    assert.equal(localDay(new Date(2022, 0, 12, 23, 59)), readDay('2022-01-12'));
    assert.equal(localDay(new Date(2022, 0, 12, 0, 1)), readDay('2022-01-12'));
  });
});

describe('pages of checks for reading', () => {
  it('show examples as quotations with the reported words in bold', () => {
    assert.equal(pageMarkdown('# A\n\n```chancery\nSergei ⟦Ryabov⟧ said <b>.\n\nx\n```\n\nEnd'), '# A\n\n> Sergei **Ryabov** said \\<b>.\n> \n> x\n\nEnd');
  });
});
