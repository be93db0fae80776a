import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parser as commonmark, Table } from '@lezer/markdown';
import { DocumentReader } from '../../src/document/read';
import { regionAt } from '../../src/document/regions';

const parser = commonmark.configure([Table]);

/** Top-level nodes as the parser sees them in the whole text. */
function whole(text: string): string[] {
  const found: string[] = [];
  for (let node = parser.parse(text).topNode.firstChild; node; node = node.nextSibling) found.push(`${node.name} ${node.from}-${node.to}`);
  return found;
}

/** The same by regions: plain ones are paragraphs, the others are parsed alone. */
function parted(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    const region = regionAt(text, at);
    if (region.plain) found.push(`Paragraph ${region.text}-${region.textEnd}`);
    else {
      const source = text.slice(region.start, region.end);
      for (let node = parser.parse(source).topNode.firstChild; node; node = node.nextSibling) found.push(`${node.name} ${node.from + at}-${node.to + at}`);
    }
    at = region.end;
  }
  return found;
}

const LINES = [
  'Plain words of a note.', 'More words, 12 of them', '', '', '', '- item', '  - inner', '    indented', '\tindented', '* star', '+ plus', '1. one', '12) twelve', '1.5 million', '2022 was', '# Head', '## Head ##', '#nohead',
  '> quoted', '> - both', '---', '===', '***', '```', '~~~', '  ```', '- ```', '<div>', '</div>', '<!-- note -->', '<!-- open', 'closes -->', '<script>', '</script>', '<?php', '<pre>', '| a | b |', '|---|---|', 'a | b', '--- | ---',
  '[x]: http://x.example', '[^1]: note', '*both* marks', 'a `code` b', 'trailing  ', ' one space', '   three', 'x\r', ' ', '\u00a0', '&amp; more', 'back\\', '“Quoted”', '<b>bold</b> text', '![alt](x)', '\u2028', '\u0000',
];

describe('regions of Markdown', () => {
  const texts = fc.array(fc.constantFrom(...LINES), { minLength: 2, maxLength: 24, size: 'max' }).map(lines => lines.join('\n'));

  it('are read alone as in the whole text', () => {
    fc.assert(fc.property(texts, text => {
      assert.deepEqual(parted(text), whole(text));
    }), { numRuns: 4000 });
  }).timeout(60_000);

  it('cover the text without gaps', () => {
    fc.assert(fc.property(texts, text => {
      let at = 0;
      while (at < text.length) {
        const region = regionAt(text, at);
        assert.equal(region.start, at);
        assert.ok(region.end > at);
        at = region.end;
      }
      assert.equal(at, text.length);
    }));
  });

  it('are read as the parser alone would have them: blocks, lists and tables', () => {
    const text = 'One.\n\n- a\n\n- b\n\n  c\n\nTwo *three*.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n\nmore\n```\n\nEnd.\n';
    const document = new DocumentReader(true).read(text);
    assert.deepEqual(document.blocks.map(b => `${b.kind} ${document.addresses.slice(b.span.start, b.span.end)}`), [
      'paragraph One.', 'item a', 'item b', 'item c', 'paragraph Two *three*.', 'cell a', 'cell b', 'cell 1', 'cell 2', 'paragraph End.']);
    assert.equal(document.lists.length, 1);
    assert.equal(document.tables.length, 1);
  });
});
