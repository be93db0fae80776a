import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Severity } from '../../src/findings/finding';
import { DocumentReader } from '../../src/document/read';
import { defineCheck, type CheckGroup, type Report } from '../../src/checks/run/check';
import { place, standingAt } from '../../src/checks/run/place';
import type { Raised } from '../../src/checks/run/raised';
import { precede, restrain } from '../../src/checks/run/restrain';
import { isRemembered, Silences } from '../../src/checks/run/silence';

interface Made {
  readonly id?: string;
  readonly group?: CheckGroup;
  readonly severity?: Severity;
  readonly precedence?: number;
  readonly inSources?: boolean;
  readonly order?: number;
  readonly mention?: readonly [number, number];
}

function raised(start: number, end: number, { id = 'one', group = 'figures', severity = 'warning', precedence, inSources, order = 0, mention }: Made = {}): Raised {
  const report: Report = {
    span: { start, end }, message: 'It says so.', fixes: [{ title: 'Change', edits: [{ span: { start, end }, text: 'x' }, { span: { start: 900, end: 901 }, text: 'x' }], safe: true, preferred: true }, { title: 'Here', edits: [{ span: { start, end }, text: 'x' }], safe: true, preferred: true }],
    ...(mention ? { mention: { start: mention[0], end: mention[1] } } : {}),
  };
  const check = defineCheck({
    id, group, title: id, severity, options: {}, ...(precedence === undefined ? {} : { precedence }), ...(inSources ? { inSources } : {}),
    *run(): Iterable<Report> { yield report; },
  });
  return { check, order, report, severity };
}

const { addresses, blocks } = new DocumentReader(true).read('Said “so it is” here.\n\n> All of it.\n\n## Sources\n\n- A title, 2021.\n\n![A caption here](a.png)\n\nIn *War and Peace* too.\n');
const at = (words: string): { start: number; end: number } => {
  const block = blocks.findLast(b => b.prose.includes(words))!;
  const start = block.span.start + block.prose.indexOf(words);
  return { start, end: start + words.length };
};

describe('whose words stand at a place', () => {
  const CASES: readonly (readonly [string, boolean, boolean, boolean])[] = [
    ['Said', false, false, false], ['so it', true, false, false], ['All of', true, false, false], ['A title', false, true, false], ['A caption', false, true, true], ['War and', false, true, false],
  ];
  for (const [words, quoted, quiet, caption] of CASES) {
    it(words, () => assert.deepEqual(standingAt(blocks, at(words)), { quoted, quiet, caption }));
  }
});

describe('a report where it stands', () => {
  const none = { quoted: false, quiet: false, caption: false };
  const CASES: readonly (readonly [string, Made, Partial<typeof none>, Severity | undefined])[] = [
    ['stays in the writer’s own words', {}, {}, 'warning'],
    ['is one lower in a quotation', { severity: 'error' }, { quoted: true }, 'warning'],
    ['is information where it was a warning', {}, { quoted: true }, 'information'],
    ['stays a warning where it is of a name', { group: 'names' }, { quoted: true }, 'warning'],
    ['stays a warning where it is of an office', { group: 'offices' }, { quoted: true }, 'warning'],
    ['is lower where it is of a name and no warning', { group: 'names', severity: 'information' }, { quoted: true }, 'hint'],
    ['is no hint in a quotation', { severity: 'hint' }, { quoted: true }, undefined],
    ['is as it is where the quotation is its subject', { group: 'quotations', severity: 'hint' }, { quoted: true }, 'hint'],
    ['is not made in sources', {}, { quiet: true }, undefined],
    ['is made in sources where the check says so', { inSources: true }, { quiet: true }, 'warning'],
    ['is not made in a caption', {}, { caption: true }, undefined],
    ['is a hint in a caption where it is of a name', { group: 'names' }, { caption: true }, 'hint'],
  ];
  for (const [what, made, standing, severity] of CASES) {
    it(what, () => assert.equal(place(raised(0, 4, made), { ...none, ...standing })?.severity, severity));
  }
  it('offers in a quotation what changes this place alone, unpreferred, and says why', () => {
    const { report } = place(raised(0, 4), { ...none, quoted: true })!;
    assert.equal(report.message, 'It says so (inside a quotation: check the source before changing).');
    assert.deepEqual(report.fixes?.map(f => [f.title, f.safe, f.preferred]), [['Here', false, false]]);
  });
});

describe('precedence on one mention', () => {
  const first = { id: 'a', precedence: 0, mention: [0, 9] as const };
  const second = { id: 'b', precedence: 1, mention: [0, 9] as const };
  const CASES: readonly (readonly [string, readonly Raised[], readonly string[]])[] = [
    ['the first speaks alone', [raised(0, 5, first), raised(0, 5, second)], ['a']],
    ['in whatever order they come', [raised(0, 5, second), raised(0, 5, first)], ['a']],
    ['no finding of higher severity is hidden', [raised(0, 5, { ...first, severity: 'hint' }), raised(0, 5, second)], ['a', 'b']],
    ['none about another word is hidden', [raised(0, 4, first), raised(5, 9, second)], ['a', 'b']],
    ['none of another mention is hidden', [raised(0, 5, first), raised(0, 5, { ...second, mention: [3, 9] })], ['a', 'b']],
    ['none of a check without a precedence is hidden', [raised(0, 5, first), raised(0, 5, { id: 'c', mention: [0, 9] })], ['a', 'c']],
    ['twice of one check is twice', [raised(0, 5, first), raised(0, 5, first)], ['a', 'a']],
  ];
  for (const [what, before, after] of CASES) it(what, () => assert.deepEqual(precede(before).map(r => r.check.id).sort(), after));
});

describe('limits and order', () => {
  const many = (n: number, made: Made): Raised[] => Array.from({ length: n }, (_, i) => raised(i * 10, i * 10 + 4, made));
  it('are those of place, severity and catalogue', () => {
    const found = restrain([raised(5, 9, { id: 'd' }), raised(0, 4, { id: 'c', order: 2 }), raised(0, 4, { id: 'b', order: 1 }), raised(0, 4, { id: 'a', order: 3, severity: 'error' })], addresses);
    assert.deepEqual(found.map(r => r.check.id), ['a', 'b', 'c', 'd']);
  });
  for (const [severity, n, kept] of [['hint', 3, 3], ['hint', 4, 3], ['information', 12, 3], ['warning', 12, 12], ['error', 12, 12]] as const) {
    it(`keep ${kept} of ${n} of severity ${severity}`, () => assert.equal(restrain(many(n, { severity }), addresses).length, kept));
  }
  it('have the third name the rest, six of them in words', () => {
    const third = restrain(many(12, { severity: 'hint' }), addresses)[2]!.report;
    assert.equal(third.message.match(/\(line /g)?.length, 6);
    assert.match(third.message, /^It says so\. The same holds for .* and 3 more\.$/);
    assert.equal(third.related?.length, 9);
  });
  it('count each check for itself', () => assert.equal(restrain([...many(4, { id: 'a', severity: 'hint' }), ...many(3, { id: 'b', severity: 'hint' })], addresses).length, 6));
});

describe('what the writer has silenced', () => {
  const one = raised(10, 14, { id: 'one' });
  const checks = [one.check];
  const directive = (kind: 'disable' | 'disable-file', ids: readonly string[], start = 0, end = 20) => ({ kind, span: { start: 0, end: 1 }, checks: ids.map(id => ({ id, span: { start: 0, end: 1 } })), target: { start, end } });
  const CASES: readonly (readonly [string, ReturnType<typeof directive>, boolean])[] = [
    ['by name, where it reaches', directive('disable', ['one']), true],
    ['by no name: all', directive('disable', []), true],
    ['of another check', directive('disable', ['two']), false],
    ['elsewhere', directive('disable', ['one'], 14, 20), false],
    ['in the whole file', directive('disable-file', ['one'], 90, 91), true],
  ];
  for (const [what, comment, silenced] of CASES) {
    it(what, () => {
      const silences = new Silences(checks, [comment]);
      assert.equal(silences.silence(one), silenced);
      assert.deepEqual([...silences.by(comment)], silenced ? ['one'] : []);
    });
  }
  it('is remembered by its words, in any case', () => {
    const said = { ...one, report: { ...one.report, span: at('Said') } };
    assert.equal(isRemembered(said, addresses, [{ check: 'one', text: 'said' }]), true);
    assert.equal(isRemembered(said, addresses, [{ check: 'two', text: 'said' }]), false);
    assert.equal(isRemembered(said, addresses, [{ check: 'one', text: 'says' }]), false);
  });
});
