import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isoDay } from '../../src/base/edtf';
import type { Span } from '../../src/base/span';
import type { Block, Document, Section } from '../../src/document/model';
import { DocumentReader } from '../../src/document/read';
import { sectionKind } from '../../src/document/sections';

function read(text: string, markdown = true): Document {
  return new DocumentReader(markdown).read(text);
}

function words(block: Block): string {
  return block.prose.replace(/\u2060/g, '').replace(/\s+/g, ' ').trim();
}

/** A document by the offsets of its text, without the identities and addresses by which work is kept. */
function plain(document: Document): unknown {
  const { blocks, tables, lists, directives, dateLine, frontMatter, addresses } = document;
  const at = <T extends { readonly span: Span }>(one: T): T => ({ ...one, span: addresses.spanOf(one.span) });
  const nth = (block: Block | undefined): number => (block ? blocks.indexOf(block) : -1);
  const section = ({ heading, above, ...rest }: Section): unknown => ({ ...rest, heading: nth(heading), above: nth(above?.heading) });
  return {
    blocks: blocks.map(({ content: _content, ...block }) => ({
      ...at(block), section: section(block.section), cell: block.cell && { ...block.cell, table: tables.indexOf(block.cell.table) }, item: block.item && { ...block.item, list: lists.indexOf(block.item.list) },
    })),
    tables: tables.map(table => ({ ...at(table), rows: table.rows.map(row => row.map(nth)), captions: table.captions.map(nth) })),
    lists: lists.map(at),
    directives: directives.map(d => ({ ...at(d), checks: d.checks.map(at), target: addresses.spanOf(d.target) })),
    dateLine: dateLine && at(dateLine),
    entries: frontMatter && [...frontMatter.entries.values()], problems: frontMatter?.problems.map(at), top: frontMatter && addresses.spanOf(frontMatter.span),
    lines: blocks.map(b => [addresses.lineAt(b.span.start), addresses.lineAt(b.span.end)]), source: blocks.map(b => addresses.slice(b.span.start, b.span.end)),
  };
}

const PIECES = [
  'a', ' ', '\n', '\n\n', '\r\n', '# ', '## Sources\n', '- ', '  - ', '1. ', '> ', '| a | b |\n|---|---|\n| 1 | 2 |\n', '```\n', '<div>\n', '</div>\n', '<!-- chancery-disable x -->',
  '<!-- chancery-enable x -->', '<!-- chancery-ignore-next-line -->\n', '---\n', 'date: 2023-04-05\n', '“', '”', '"', '‘', '’', '*', '_', '[', '](u)', '[^1]: ', '![', '\\', '&amp;', '$', 'MS. OKAFOR: ',
  'Nairobi, 3 March 2023\n', 'x'.repeat(210), `${'y '.repeat(10_100)}\n`, '😀', '\ud800', '\u0000', '\u202e', '\ufeff',
];
const START = '---\ntitle: Talks in Accra\ndate: 2023-05-06\n---\n\n# Talks\n\nFirst *words* of the note.\nSecond line.\n\n- one\n- two\n\n| Side | Troops |\n|---|---|\n| North | 400 |\n\n> Said so.\n';

describe('a document read again', () => {
  const edits = fc.array(fc.record({ at: fc.nat(30_000), remove: fc.nat(30), piece: fc.constantFrom(...PIECES) }), { minLength: 1, maxLength: 14 });

  for (const markdown of [true, false]) {
    it(`equals one read from scratch (${markdown ? 'Markdown' : 'plain text'})`, () => {
      fc.assert(fc.property(edits, changes => {
        const reader = new DocumentReader(markdown);
        let text = START;
        reader.read(text);
        for (const { at, remove, piece } of changes) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + piece + text.slice(Math.min(text.length, start + remove));
          assert.deepEqual(plain(reader.read(text)), plain(read(text, markdown)));
        }
      }), { numRuns: 150 });
    }).timeout(60_000);
  }

  it('sees that a line goes on the paragraph above when the empty line between is gone', () => {
    const reader = new DocumentReader(true);
    const text = 'Second line.\n\n- one\n\n| Side | Troops |\n|---a|---|\n| North | 400 |\n';
    reader.read(text);
    const after = text.replace('line.\n\n- one\n\n', 'a\n');
    assert.deepEqual(plain(reader.read(after)), plain(read(after)));
  });

  /** How many blocks of the second reading are new work. */
  function fresh(before: string, after: string, markdown = true): string[] {
    const reader = new DocumentReader(markdown);
    const known = new Set(reader.read(before).blocks.map(b => b.content));
    return reader.read(after).blocks.filter(b => !known.has(b.content)).map(words);
  }

  it('takes only the changed paragraph for new work', () => {
    const text = 'One of them.\n\nTwo of them.\n\nThree of them.\n';
    assert.deepEqual(fresh(text, text.replace('Two', 'Twos')), ['Twos of them.']);
    assert.deepEqual(fresh(text, text.replace('Two', 'Twos'), false), ['Twos of them.']);
    assert.deepEqual(fresh(text, `Before.\n\n${text}`), ['Before.']);
  });
  it('takes only the changed line of pasted text for new work', () => {
    const text = [1, 2, 3, 4].map(n => `Line ${n} ${'of the same pasted article '.repeat(9)}`).join('\n');
    const changed = fresh(text, text.replace('Line 3', 'Line three'));
    assert.equal(changed.length, 1);
    assert.match(changed[0]!, /^Line three/);
  });
  it('takes only the changed cell of a table, the changed item of a list for new work', () => {
    assert.deepEqual(fresh(START, START.replace('North', 'South')), ['South']);
    assert.deepEqual(fresh(START, START.replace('- two', '- three')), ['three']);
  });
  it('does not take text for the same that a mark elsewhere in its paragraph reads otherwise', () => {
    const long = 'so it goes on '.repeat(16);
    const reader = new DocumentReader(true);
    const lines = (mark: string): string => `First ${long}${mark}\nSecond\nThird ${mark}${long}`;
    assert.equal(reader.read(lines('')).blocks.length, 3);
    assert.deepEqual(reader.read(lines('`')).blocks.map(b => words(b).slice(0, 5)), ['First', 'so it']);
  });
  it('reads an edit inside a line that is too long for Markdown', () => {
    const reader = new DocumentReader(true);
    const long = `Start ${'(a) '.repeat(8000)}end.`;
    reader.read(`Before.\n\n${long}\n`);
    const block = reader.read(`Before.\n\n${long.replace('end.', 'END.')}\n`).blocks[1]!;
    assert.ok(block.prose.endsWith('END.'));
  });
});

describe('the time that reading takes', () => {
  /** Milliseconds; the least of three. */
  function time(run: () => void): number {
    const times = [1, 2, 3].map(() => {
      const start = process.hrtime.bigint();
      run();
      return Number(process.hrtime.bigint() - start) / 1e6;
    });
    return Math.min(...times);
  }
  const SHAPES: Readonly<Record<string, (n: number) => string>> = {
    paragraphs: n => 'The council met again in *Addis Ababa* and said “nothing new”.\n\n'.repeat(n),
    'pasted lines': n => `${'The *council* met again in Addis Ababa. '.repeat(6)}\n`.repeat(n / 4),
    'comments that disable': n => '<!-- chancery-disable x -->\n\na\n\n'.repeat(n / 2),
    'comments for the next line': n => '<!-- chancery-ignore-next-line -->\n\na\n\n'.repeat(n / 2),
    tables: n => '| a | b |\n|---|---|\n| 1 | 2 |\n\n'.repeat(n / 4),
    'images in pasted lines': n => `${'![a](b) '.repeat(30)}\n`.repeat(n / 10),
    'one line': n => '“a (b) [c] ‘d *e '.repeat(n * 4),
  };
  for (const [shape, make] of Object.entries(SHAPES)) {
    it(`grows with the text, not with its square: ${shape}`, () => {
      const small = make(500);
      const large = make(8000);
      const once = Math.max(8, time(() => read(small)));
      assert.ok(time(() => read(large)) < once * 16 * 6, 'more than six times the linear cost');
    }).timeout(60_000);
  }
});

describe('labels at the start of a line', () => {
  const labels = (text: string): (string | undefined)[] => read(text).blocks.map(b => b.speaker?.label);
  it('are speakers in capitals, in emphasis as well', () => {
    assert.deepEqual(labels('MR. OKONJO: Good morning.\nQ Thank you, Minister.\n**MS. DIALLO:** Yes.\nFOREIGN MINISTER SALL (via interpreter): No.'), ['MR. OKONJO', 'Q', 'MS. DIALLO', 'FOREIGN MINISTER SALL (via interpreter)']);
  });
  it('are no speakers where they name a part of the note', () => {
    for (const line of ['BLUF: The talks failed.', 'DATE: 3 March 2023', 'SUBJECT: Talks in Accra', 'KEY POINTS: Two.', 'TLP: AMBER', 'ANNEX A: Lists']) assert.deepEqual(labels(line), [undefined], line);
  });
  it('are not the article A, nor do such lines part a paragraph', () => {
    assert.deepEqual(labels('A Ghanaian official said so.\nA Nigerian one agreed.'), [undefined]);
    assert.deepEqual(labels('A   We did. That is all.'), ['A']);
  });
});

describe('footnotes', () => {
  it('on lines that follow each other are blocks of their own', () => {
    const found = read('Text[^1] and[^b].\n\n[^1]: Daily Graphic, 3 March 2023.\n[^b]: The **other** one.\n').blocks;
    assert.deepEqual(found.map(b => [b.kind, words(b)]), [['paragraph', 'Text and .'], ['footnote', 'Daily Graphic, 3 March 2023.'], ['footnote', 'The other one.']]);
  });
  it('of one word are no link definitions', () => {
    assert.deepEqual(read('[^1]: Reuters\n\n[ref]: https://example.org\n').blocks.map(b => [b.kind, words(b)]), [['footnote', 'Reuters']]);
  });
});

describe('HTML', () => {
  it('has its tags, attributes and comments left out and its text read', () => {
    const text = '<div title="Not this">\nThe council &amp; <b>its</b> members\n<p>met <!-- hidden --> twice.</p>\n<blockquote>Said so.</blockquote>\n</div>\n';
    const { blocks, addresses } = read(text);
    assert.deepEqual(blocks.map(b => [words(b), b.quoted]), [['The council its members', false], ['met twice.', false], ['Said so.', true]]);
    for (const b of blocks) assert.equal(b.prose.length, b.span.end - b.span.start);
    assert.equal(addresses.slice(blocks[2]!.span.start, blocks[2]!.span.end), 'Said so.');
  });
  it('that is no text is not read', () => {
    assert.deepEqual(read('<style>\nbody {}\n</style>\n\n<script>\nlet a;\n</script>\n\n<pre>\ncode\n</pre>\n').blocks, []);
  });
});

describe('what a heading says of its section', () => {
  const KINDS: Readonly<Record<string, readonly string[]>> = {
    summary: ['BLUF', 'Executive Summary', 'Summary', 'Key judgements', 'Key Judgments:', 'The bottom line', 'Main findings', 'Summary of the talks', 'Key takeaways', 'In brief', '1. Key points'],
    sources: ['Sources', 'References', 'Bibliography', 'Further reading', 'Works cited', 'Selected bibliography', 'Sources and notes', 'Primary sources', '7) Sources', 'Open sources', 'Endnotes', 'Sources (selected)'],
    abbreviations: ['Abbreviations', 'Acronyms', 'Glossary', 'List of acronyms', 'Abbreviations and acronyms', 'Glossary of terms'],
    annex: ['Annex', 'Annex A', 'Appendix 2: Orders of battle', 'Annexes', 'Appendix – Maps', 'Annex III'],
    participants: ['Participants', 'Key participants', 'Delegations', 'Attendees', 'List of participants', 'Who’s who', 'Participants at the Accra talks', 'Key players'],
    timeline: ['Timeline', 'Chronology', 'Timeline of the crisis', 'Key dates', 'Sequence of events', 'Chronology: 2021-2023'],
    body: [
      'Sources of tension', 'Source of the leak', 'Present situation', 'Terms of the ceasefire', 'Delegations disagree on terms', 'References to the treaty', 'Annexation of territory', 'Background', 'Casting doubt',
      'Participants disagree', 'Keynote', 'Calendar pressures', 'Summary execution', 'Attachment theory', 'Key point of contention',
    ],
  };
  for (const [kind, titles] of Object.entries(KINDS)) for (const title of titles) it(`${title}: ${kind}`, () => assert.equal(sectionKind(title), kind));
});

describe('the date of the text, by its line', () => {
  const dayOf = (text: string): string | undefined => {
    const found = read(text).dateLine;
    return found && isoDay(found.day);
  };
  const SAID: readonly (readonly [string, string])[] = [
    ['From: Desk\nTo: Minister\nDate: Tue, 4 July 2023\n', '2023-07-04'], ['| Date | 4 July 2023 |\n|---|---|\n', '2023-07-04'], ['- Date: 4 July 2023', '2023-07-04'], ['DATE: 4 JULY 2023', '2023-07-04'],
    ['Information cut-off: 4 July 2023', '2023-07-04'], ['As of 4 July 2023', '2023-07-04'], ['Last updated: July 4, 2023', '2023-07-04'], ['ACCRA, July 4, 2023 (Reuters) - Ministers met.', '2023-07-04'],
    ['NAIROBI, Kenya, July 4, 2023 — Ministers met.', '2023-07-04'], ['GENEVA (4 July 2023) – Ministers met.', '2023-07-04'], ['Dakar, the capital\n\n4 July 2023\n\nText', '2023-07-04'], ['Tuesday, 4 July 2023', '2023-07-04'],
  ];
  for (const [text, day] of SAID) it(`is found in ${JSON.stringify(text)}`, () => assert.equal(dayOf(text), day));
  const SILENT = [
    'On 4 July 2023 ministers met.', 'As of 4 July 2023, some 400 soldiers had left.', '4 July 2023: Accra\n6 July 2023: Dakar\n', 'ACCRA, 4 July — Ministers met.', 'Date: 31 February 2023', 'Text\n'.repeat(15) + 'Date: 4 July 2023', 'Date: 04/07/2023',
  ];
  for (const text of SILENT) it(`is not found in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(dayOf(text), undefined));
  it('is looked for in 15 lines, empty ones counted, however they end', () => {
    for (const end of ['\n', '\r\n']) {
      assert.equal(dayOf(`---\ntitle: x\n---\n${end}${`a${end}${end}`.repeat(6)}Date: 4 July 2023`), '2023-07-04');
      assert.equal(dayOf(`---\ntitle: x\n---\n${end}${`a${end}${end}`.repeat(7)}Date: 4 July 2023`), undefined);
    }
  });
});

describe('lines at the top that are never closed', () => {
  it('are said to be so even where a rule stands further down the text', () => {
    const text = '---\ndate: 2023-07-04\n\n## Talks\n\nMinisters met: they talked.\n\n---\n\nMore.\n';
    const { frontMatter, blocks } = read(text);
    assert.match(frontMatter!.problems[0]!.message, /never closed/);
    assert.equal(frontMatter!.entries.size, 0);
    assert.deepEqual(blocks.filter(b => b.kind === 'heading').map(words), ['Talks']);
  });
  it('are not taken for such because of an empty line or a problem in them', () => {
    const { frontMatter } = read('---\ndate: 2023-07-04\n\nparticipants:\n- a\n\n# comment\nhouse-style: "x\n---\n\nText.\n');
    assert.doesNotMatch(frontMatter!.problems[0]!.message, /never closed/);
    assert.ok(frontMatter!.entries.has('date'));
  });
});

describe('problems in the lines at the top', () => {
  const problems = (lines: string): string[] => read(`---\n${lines}\n---\n\nText.\n`).frontMatter!.problems.map(p => p.message);
  const SAID: readonly (readonly [string, RegExp])[] = [
    ['title: Talks: a review', /colon and a space/], ['tags: [a, b', /bracket/], ['title: "Talks', /quotation mark/], ['title: x\ndate 2023-07-04\nregion: y', /‘key: value’/], ['date: 2023-07-04\n\ttitle: x', /spaces/],
    ['title: @x', /quotation marks/], ['date: 2023-07-04\ndate: 2023-07-05', /‘date’ stands here twice/],
  ];
  for (const [lines, message] of SAID) {
    it(`are told in plain words: ${JSON.stringify(lines)}`, () => {
      const found = problems(lines);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0]!, message);
    });
  }
  it('stand where the mistake is, and list items have places of their own', () => {
    const text = '\ufeff---\r\nparticipants: [a, "b"]\r\ntitle: One: two\r\n---\r\n';
    const { frontMatter } = read(text);
    assert.equal(text.slice(frontMatter!.problems[0]!.span.start).startsWith('One: two'), true);
    assert.deepEqual(frontMatter!.entries.get('participants')!.items!.map(i => text.slice(i.start, i.end)), ['a', '"b"']);
  });
});
