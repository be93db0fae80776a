import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isoDay } from '../../src/base/edtf';
import type { Block, Document } from '../../src/document/model';
import { DocumentReader } from '../../src/document/read';

function markdown(text: string): Document {
  return new DocumentReader(true).read(text);
}

function plain(text: string): Document {
  return new DocumentReader(false).read(text);
}

/** The one block of a text, or the first of a kind. */
function block(text: string, kind?: Block['kind']): Block {
  const found = markdown(text).blocks.find(b => kind === undefined || b.kind === kind);
  assert.ok(found, `no ${kind ?? 'block'} in ${JSON.stringify(text)}`);
  return found;
}

/** Words of the prose as a reader sees them: invisible marks gone, spaces folded. */
function words(b: Block): string {
  return b.prose.replace(/\u2060/g, '').replace(/\s+/g, ' ').trim();
}

function quoted(b: Block): string[] {
  return b.quotes.map(q => b.prose.slice(q.start, q.end) + (q.open ? ' (open)' : ''));
}

function quotesOf(prose: string): string[] {
  return quoted(plain(prose).blocks[0]!);
}

function sentencesOf(prose: string): string[] {
  const b = plain(prose).blocks[0]!;
  return b.sentences.map(s => b.prose.slice(s.start, s.end));
}

describe('prose of a block', () => {
  const SAMPLES = [
    'Visit **Nairobi** and _Lagos_, `code` and [Abuja](https://example.org/a?b=c "Title").',
    '# Heading with `code` #',
    '| a | **b** |\n|---|---|\n| [c](d) | e |',
    'A[^1] note.\n\n[^1]: The **note** itself.',
    '- one\n  two <b>three</b>\n- four',
    'Tabs\tand\u00a0spaces\u202fof all\u2009kinds\u2011here.',
    'Euro &euro; &amp; \\*escaped\\* $x_1 + y^2$ <!-- hidden --> end',
    '![Alt text](pic.png) and text 😀 e\u0301',
  ];

  it('has the length of its source, and the same characters where it is prose', () => {
    for (const sample of SAMPLES) {
      for (const text of [sample, sample.replace(/\n/g, '\r\n'), `---\ndate: 2024-07-03\n---\n\n${sample}`]) {
        const { blocks, addresses } = markdown(text);
        for (const b of blocks) {
          const source = addresses.slice(b.span.start, b.span.end);
          assert.equal(b.prose.length, source.length);
          for (let i = 0; i < source.length; i++) {
            const c = b.prose[i]!;
            assert.ok(c === source[i] || c === ' ' || c === '\u2060' || (c === '-' && source[i] === '\u2011'), `${JSON.stringify(c)} for ${JSON.stringify(source[i])} in ${JSON.stringify(source)}`);
          }
        }
      }
    }
  });
  it('keeps its places in any text', () => {
    const pieces = fc.constantFrom('word', '**', '_', '`', '[', '](', ')', '\n', '\r\n', '\n\n', '# ', '- ', '> ', '|', '|---|', '“', '”', '"', '‘', '’', '<!-- ', '-->', '<b>', '![', '$', '&amp;', '\\', 'U.S.', '. ', 'MS. PSAKI: ', '[^1]:', '\u00a0', '😀');
    fc.assert(fc.property(fc.array(pieces, { maxLength: 40 }), fc.boolean(), (parts, asMarkdown) => {
      const text = parts.join(' ');
      const document = new DocumentReader(asMarkdown).read(text);
      for (const b of document.blocks) {
        assert.equal(b.prose.length, b.span.end - b.span.start);
        let last = 0;
        for (const s of b.sentences) {
          assert.ok(s.start >= last && s.end > s.start && s.end <= b.prose.length);
          last = s.end;
        }
        for (const q of b.quotes) assert.ok(q.start < q.end && q.end <= b.prose.length);
      }
    }), { numRuns: 400 });
  });

  const SKIPPED: readonly (readonly [string, string, string])[] = [
    ['front matter', '---\nevent: Hidden\n---\n\nSeen.', 'Seen.'],
    ['a comment in a line', 'Seen <!-- Hidden --> too.', 'Seen too.'],
    ['a comment on its own', '<!-- Hidden -->\n\nSeen.', 'Seen.'],
    ['fenced code', '```\nHidden\n```\n\nSeen.', 'Seen.'],
    ['indented code', '    Hidden\n\nSeen.', 'Seen.'],
    ['inline code', 'Seen `Hidden` too.', 'Seen too.'],
    ['math', 'Seen $Hidden_{1}$ too.', 'Seen too.'],
    ['HTML tags and attributes', 'Seen <span title="Hidden">and this</span> too.', 'Seen and this too.'],
    ['a link’s destination and title', '[Seen](https://example.org/Hidden "Hidden") too.', 'Seen too.'],
    ['a link by reference', '[Seen][Hidden] too.\n\n[Hidden]: https://example.org', 'Seen too.'],
    ['an autolink', 'Seen <https://example.org/Hidden> too.', 'Seen too.'],
    ['a bare address', 'Seen https://example.org/Hidden too.', 'Seen too.'],
    ['an address without a scheme', 'Seen www.example.org/Hidden too.', 'Seen too.'],
    ['an e-mail address', 'Seen hidden@example.org too.', 'Seen too.'],
    ['a footnote’s label', 'Seen[^hidden] too.', 'Seen too.'],
    ['a wiki link’s target', 'Seen [[Hidden|and this]] too.', 'Seen and this]] too.'],
    ['an image', 'Seen ![](Hidden.png) too.', 'Seen too.'],
    ['a tick box', '- [x] Seen.', 'Seen.'],
  ];
  for (const [what, text, expected] of SKIPPED) {
    it(`leaves out ${what}`, () => {
      const all = markdown(text).blocks.map(words).filter(w => w !== '').join(' ');
      assert.equal(all.replace(/^\[x\] /, ''), expected);
    });
  }

  it('keeps brackets that are the writer’s own', () => {
    assert.equal(words(block('He wrote “Ryabov” [sic], see [2] and [B2].')), 'He wrote “Ryabov” [sic], see [2] and [B2].');
    assert.equal(words(block('Sent to <name> on <date>.')), 'Sent to <name> on <date>.');
  });
  it('joins a word that carries marks inside it', () => {
    assert.equal(words(block('**S**ergei and **Blinken**’s')), 'Sergei and Blinken’s');
    assert.match(block('un**clear**ly').prose, /^un\u2060+clear\u2060+ly$/);
  });
  it('reads pasted spaces and hyphens as plain ones', () => {
    assert.equal(plain('12\u00a0January\u202f2022, 100\u2009000, NATO\u2011Russia').blocks[0]!.prose, '12 January 2022, 100 000, NATO-Russia');
    assert.equal(plain('Blin\u00adken and Lav\u200brov').blocks[0]!.prose, 'Blin\u00adken and Lav\u200brov');
  });
});

describe('blocks', () => {
  it('are headings with levels, paragraphs, items, cells, image texts and footnotes', () => {
    const document = markdown('# One\n\nTwo\n=====\n\nText.\n\n- item\n\n| a |\n|---|\n| b |\n\n![Alt](x.png)\n\n[^1]: Foot.\n');
    assert.deepEqual(document.blocks.map(b => [b.kind, b.level ?? 0, words(b)]), [
      ['heading', 1, 'One'], ['heading', 1, 'Two'], ['paragraph', 0, 'Text.'], ['item', 0, 'item'], ['cell', 0, 'a'], ['cell', 0, 'b'], ['alt', 0, 'Alt'], ['footnote', 0, 'Foot.'],
    ]);
  });
  it('take the title in the front matter as a heading', () => {
    const document = markdown('---\ntitle: "Talks in Doha"\n---\n\nText.');
    assert.deepEqual(document.blocks.map(b => [b.kind, words(b)]), [['heading', 'Talks in Doha'], ['paragraph', 'Text.']]);
  });
  it('join the lines of a paragraph, and part those of pasted text', () => {
    assert.deepEqual(markdown('One line\ngoes on.').blocks.map(words), ['One line goes on.']);
    const long = `First ${'and on '.repeat(30)}end.`;
    assert.deepEqual(markdown(`${long}\nSecond line.\nThird line.`).blocks.map(words), [long, 'Second line.', 'Third line.']);
    assert.deepEqual(plain(`${long}\nSecond line.`).blocks.map(words), [long, 'Second line.']);
  });
  it('know the list and the depth of an item, and the number of items', () => {
    const document = markdown('- a\n  - b\n  - c\n- d\n\nText\n\n1. e\n2. f\n3. g\n');
    assert.deepEqual(document.lists.map(l => [l.ordered, l.depth, l.items]), [[false, 0, 2], [false, 1, 2], [true, 0, 3]]);
    assert.deepEqual(document.blocks.filter(b => b.item).map(b => [words(b), document.lists.indexOf(b.item!.list), b.item!.depth]), [['a', 0, 0], ['b', 1, 1], ['c', 1, 1], ['d', 0, 0], ['e', 2, 0], ['f', 2, 0], ['g', 2, 0]]);
  });
  it('know the row and column of a cell, empty cells counted, and the captions', () => {
    const document = markdown('Table 1: Boats\n\n| Place | Boats | Crew |\n|---|---|---|\n| Mombasa | | 40 |\n\nSource: Coast guard.\n\nText that follows and says more than a caption would, in two sentences. So it is.\n');
    const cells = document.blocks.filter(b => b.cell).map(b => [words(b), b.cell!.row, b.cell!.column]);
    assert.deepEqual(cells, [['Place', 0, 0], ['Boats', 0, 1], ['Crew', 0, 2], ['Mombasa', 1, 0], ['40', 1, 2]]);
    assert.deepEqual(document.tables[0]!.captions.map(words), ['Table 1: Boats', 'Source: Coast guard.']);
  });
  it('are quoted inside a blockquote', () => {
    const document = markdown('Own.\n\n> Theirs.\n> Still theirs.\n>\n> - theirs\n\nOwn.');
    assert.deepEqual(document.blocks.map(b => [words(b), b.quoted]), [['Own.', false], ['Theirs. Still theirs.', true], ['theirs', true], ['Own.', false]]);
  });
  it('mark emphasised titles of works, not stress', () => {
    const work = block('He cited *The Guns of August* and *never* read *War and Peace*.');
    assert.deepEqual(work.works.map(w => work.prose.slice(w.start, w.end).trim()), ['The Guns of August', 'War and Peace']);
  });
  it('read image texts apart from the paragraph', () => {
    const document = markdown('The port ![A ship off **Mombasa**](x.png) is open.');
    assert.deepEqual(document.blocks.map(b => b.kind), ['paragraph', 'alt']);
    assert.equal(words(document.blocks[0]!), 'The port is open.');
  });
  it('keep their places with CRLF, CR and a byte-order mark', () => {
    for (const text of ['---\r\ndate: 2024-07-03\r\n---\r\n\r\n# One\r\n\r\nTwo\r\nthree.\r\n', '\ufeff# One\n\nTwo\nthree.\n']) {
      const { blocks, addresses } = markdown(text);
      for (const b of blocks) assert.equal(words(b), addresses.slice(b.span.start, b.span.end).replace(/\s+/g, ' ').trim().replace(/^#+ /, ''));
      assert.deepEqual(markdown(text).blocks.map(words), ['One', 'Two three.']);
    }
  });
});

describe('plain text', () => {
  it('has front matter and paragraphs, no Markdown', () => {
    const document = plain('---\ndate: 2024-07-03\n---\n\n# Not a heading\n\n- not an item with `code` and *stress*\n\n> not quoted\n');
    assert.equal(document.frontMatter?.entries.get('date')?.value, '2024-07-03');
    assert.deepEqual(document.blocks.map(b => [b.kind, b.quoted, b.prose]), [
      ['paragraph', false, '# Not a heading'], ['paragraph', false, '- not an item with `code` and *stress*'], ['paragraph', false, '> not quoted'],
    ]);
  });
  it('is what a line too long for the Markdown parser is read as, and that line alone', () => {
    const document = markdown(`# Heading\n\n${'*word* '.repeat(20_000)}\n`);
    assert.deepEqual(document.blocks.map(b => b.kind), ['heading', 'paragraph']);
    assert.ok(document.blocks[1]!.prose.slice(200, 400).includes('*word* *word*'));
  });
});

describe('speaker labels', () => {
  const LABELS: readonly (readonly [string, string])[] = [
    ['MS. PSAKI: Good afternoon.', 'MS. PSAKI'], ['MR PRICE: Thank you.', 'MR PRICE'], ['QUESTION: Will he go?', 'QUESTION'], ['Q: Will he go?', 'Q'], ['Q  Will he go?', 'Q'],
    ['SECRETARY BLINKEN: Good morning.', 'SECRETARY BLINKEN'], ['MODERATOR: Welcome.', 'MODERATOR'], ['FOREIGN MINISTER BAERBOCK: (Via interpreter) Thank you.', 'FOREIGN MINISTER BAERBOCK'],
  ];
  for (const [line, label] of LABELS) {
    it(`are found in ${JSON.stringify(line)}`, () => assert.equal(block(line).speaker?.label, label));
  }
  it('begin a new block within a paragraph', () => {
    assert.deepEqual(markdown('MS. PSAKI: One.\nQ: Two?\nMS. PSAKI: Three.').blocks.map(b => [b.speaker?.label, words(b)]), [
      ['MS. PSAKI', 'MS. PSAKI: One.'], ['Q', 'Q: Two?'], ['MS. PSAKI', 'MS. PSAKI: Three.'],
    ]);
  });
  it('are no labels inside a sentence, a list or a blockquote', () => {
    for (const text of ['The talks in Doha: a summary.', '- KENYA: four boats', '> MS. PSAKI: Good afternoon.', 'He said: “Go.”']) assert.equal(block(text).speaker, undefined, text);
  });
});

describe('quotations', () => {
  const CASES: readonly (readonly [string, string, readonly string[]])[] = [
    ['curly', 'He said “yes” and “no”.', ['“yes”', '“no”']],
    ['straight', 'He said "yes" and "no".', ['"yes"', '"no"']],
    ['single', 'The headline says ‘moment of truth’ again.', ['‘moment of truth’']],
    ['single with apostrophes in it', 'The headline says ‘Russia’s moment, and it’s ours’ again.', ['‘Russia’s moment, and it’s ours’']],
    ['single, straight, with apostrophes', "He called it 'the allies' moment, isn't it' and left.", ["'the allies' moment, isn't it'"]],
    ['apostrophes alone', 'The allies’ talks weren’t Russia’s; the ’90s were.', []],
    ['single inside double', 'He said “they call it ‘peace’ now” and left.', ['“they call it ‘peace’ now”']],
    ['double inside single', 'He said ‘they call it “peace” now’ and left.', ['‘they call it “peace” now’']],
    ['double inside double', 'He said “they call it “peace” now” and left.', ['“they call it “peace” now”']],
    ['never closed', 'He said “they never close it. Then more.', ['“they never close it. Then more. (open)']],
    ['straight, never closed', 'He said "they never close it.', ['"they never close it. (open)']],
    ['curly closed by a straight one', 'He said “they close it so" and left.', ['“they close it so"']],
    ['German', 'Er sprach von der „Zeitenwende“ und ging.', ['„Zeitenwende“']],
    ['inches and feet', 'The pipe is 24" wide and 6\' long.', []],
    ['after a bracket or a dash', 'Talks (“useful”) ended—“at last”.', ['“useful”', '“at last”']],
  ];
  for (const [what, prose, expected] of CASES) {
    it(`are found: ${what}`, () => assert.deepEqual(quotesOf(prose), expected));
  }
  it('of several paragraphs open each of them', () => {
    const document = markdown('“First paragraph of it.\n\n“Second and last,” she said.');
    assert.deepEqual(document.blocks.map(quoted), [['“First paragraph of it. (open)'], ['“Second and last,”']]);
  });
});

describe('sentences', () => {
  const CASES: readonly (readonly string[])[] = [
    ['The U.S. Mission moved to Doha.', 'It stayed.'],
    ['He left the U.S.', 'The rest stayed.'],
    ['Gen. Mark Milley and Lt. Gen. Berrier spoke.', 'Adm. Rob Bauer did not.'],
    ['On Jan. 12 the council met.', 'On Feb. 3 it did not.'],
    ['See No. 10 of the list.', 'The answer was no.', 'Ten of them left.'],
    ['J. R. Smith and António G. Silva met.', 'They agreed.'],
    ['“It is over … .” He left.'],
    ['“It is over.” He left.', 'She stayed.'],
    ['Did he go?', 'He did!', 'So be it.'],
    ['Figures rose by 3.5 per cent.', 'Prices did not.'],
    ['It met at 10 a.m. in Doha.', 'It ended at 4 p.m. on Friday.'],
    ['Kenya, Uganda, etc. are members.', 'Others are not.'],
    ['He hesitated... then spoke.', 'She left.'],
    ['Mr. Price, Dr. Jean and Amb. Gomes met.', 'They agreed.'],
    ['The U.K. and E.U. agreed.', 'So did Japan.'],
  ];
  for (const sentences of CASES) {
    const prose = sentences.join(' ');
    it(`of ${JSON.stringify(prose)}`, () => {
      const expected = prose === '“It is over … .” He left.' ? ['“It is over … .”', 'He left.'] : prose.startsWith('“It is over.”') ? ['“It is over.”', 'He left.', 'She stayed.'] : sentences;
      assert.deepEqual(sentencesOf(prose), expected);
    });
  }
});

describe('sections', () => {
  const KINDS: readonly (readonly [string, string])[] = [
    ['BLUF', 'summary'], ['Executive summary', 'summary'], ['Key points', 'summary'], ['Sources', 'sources'], ['References', 'sources'], ['Bibliography', 'sources'], ['Further reading', 'sources'],
    ['Abbreviations', 'abbreviations'], ['Glossary', 'abbreviations'], ['Annex A', 'annex'], ['Appendix 2: Maps', 'annex'], ['Key participants', 'participants'], ['Timeline', 'timeline'],
    ['2. Chronology', 'timeline'], ['4.1 Sources', 'sources'], ['Background', 'body'], ['Resources of the port', 'body'],
  ];
  for (const [title, kind] of KINDS) {
    it(`${title}: ${kind}`, () => assert.equal(markdown(`Before.\n\n## ${title}\n\nText.`).blocks[2]?.section.kind, kind));
  }
  it('pass their kind down to the sections below, until one of the same level', () => {
    const document = markdown('# Note\n\nA.\n\n## Sources\n\nB.\n\n### Press\n\nC.\n\n## Assessment\n\nD.');
    assert.deepEqual(document.blocks.filter(b => b.kind === 'paragraph').map(b => [words(b), b.section.kind]), [['A.', 'body'], ['B.', 'sources'], ['C.', 'sources'], ['D.', 'body']]);
  });
});

describe('directives', () => {
  function silenced(text: string): string[][] {
    const { directives, addresses } = markdown(text);
    return directives.map(d => [d.kind, d.checks.map(c => c.id).join('+'), addresses.between(d.target.start, d.target.end).trim()]);
  }
  it('silence the next line or paragraph', () => {
    assert.deepEqual(silenced('<!-- chancery-ignore-next-line name-misspelling -- as in the cable -->\n\nOne\ntwo.\n\nThree.'), [['ignore-next-line', 'name-misspelling', 'One\ntwo.']]);
    assert.deepEqual(silenced('<!-- chancery-ignore-next-line -->\n- one\n- two'), [['ignore-next-line', '', '- one']]);
  });
  it('silence their own line', () => {
    assert.deepEqual(silenced('One. <!-- chancery-ignore-line a, b -->\n\nTwo.'), [['ignore-line', 'a+b', 'One. <!-- chancery-ignore-line a, b -->']]);
  });
  it('silence from disable to enable, or to the end', () => {
    assert.deepEqual(silenced('<!-- chancery-disable a -->\n\nOne.\n\n<!-- chancery-enable a -->\n\nTwo.'), [['disable', 'a', 'One.']]);
    assert.deepEqual(silenced('One.\n\n<!-- chancery-disable -->\n\nTwo.'), [['disable', '', 'Two.']]);
    assert.deepEqual(silenced('<!-- chancery-disable a -->\n\nOne.\n\n<!-- chancery-enable b -->\n\nTwo.').map(d => d[2]), ['One.\n\n<!-- chancery-enable b -->\n\nTwo.']);
  });
  it('silence the file', () => {
    const text = 'One.\n\n<!-- chancery-disable-file a -->\n\nTwo.';
    assert.deepEqual(silenced(text), [['disable-file', 'a', text]]);
  });
  it('are not other tools’ comments, nor reasons taken for names', () => {
    assert.deepEqual(silenced('<!-- markdownlint-disable -->\n<!-- TODO: chancery-ignore-line -->\n\nOne.'), []);
    assert.deepEqual(silenced('<!-- chancery-ignore-next-line a -- because b, c -->\nOne.').map(d => d[1]), ['a']);
  });
  it('know the place of each name', () => {
    const text = '<!-- chancery-ignore-line a-b, c-d -->';
    const { directives: [directive], addresses } = markdown(`${text}\n`);
    assert.deepEqual(directive!.checks.map(c => addresses.slice(c.span.start, c.span.end)), ['a-b', 'c-d']);
    assert.equal(addresses.slice(directive!.span.start, directive!.span.end), 'chancery-ignore-line a-b, c-d');
  });
});

describe('the date of the text', () => {
  const FOUND: readonly (readonly [string, string])[] = [
    ['Date: 12 January 2022', '2022-01-12'], ['**Date:** 3 July 2024', '2024-07-03'], ['Date – July 3, 2024', '2024-07-03'], ['Issued: 2024-07-03', '2024-07-03'], ['As of: Wednesday, 3 July 2024', '2024-07-03'],
    ['NAIROBI, 3 July 2024 — The port is open.', '2024-07-03'], ['Port-au-Prince, 3 July 2024 – The port is open.', '2024-07-03'], ['3 July 2024', '2024-07-03'], ['Wednesday, July 3, 2024', '2024-07-03'],
    ['# Note\n\nTo: all\nDate: 29 Feb. 2024', '2024-02-29'],
  ];
  for (const [text, day] of FOUND) {
    it(`is found in ${JSON.stringify(text)}`, () => assert.equal(isoDay(markdown(`# Note\n\n${text}\n\nText.`).dateLine?.day ?? 0), day));
  }
  it('is not inferred from anything else', () => {
    for (const text of ['The council met on 12 January 2022.', 'Date: 12 January', 'Date: 31 February 2022', 'See https://example.org/2022/01/12/', '12 January 2022 was cold.', `${'Line.\n\n'.repeat(16)}Date: 12 January 2022`]) {
      assert.equal(markdown(text).dateLine, undefined, text);
    }
  });
});

describe('front matter', () => {
  it('gives the places of keys and values', () => {
    const text = '---\ndate: 2024-07-03\nevent: [a, b]\n---\n\nText.';
    const top = markdown(text).frontMatter!;
    const event = top.entries.get('event')!;
    assert.deepEqual([text.slice(event.keySpan.start, event.keySpan.end), text.slice(event.valueSpan.start, event.valueSpan.end)], ['event', '[a, b]']);
    assert.equal(text.slice(top.span.start, top.span.end), '---\ndate: 2024-07-03\nevent: [a, b]\n---');
  });
  it('is closed by three points as well, and may be empty', () => {
    assert.equal(markdown('---\ndate: 2024-07-03\n...\n\nText.').frontMatter?.entries.size, 1);
    assert.deepEqual(markdown('---\n---\n\nText.').blocks.map(words), ['Text.']);
  });
});
