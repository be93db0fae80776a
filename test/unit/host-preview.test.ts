import assert from 'node:assert/strict';
import { extendPreview, type MarkdownIt, type PreviewToken } from '../../src/hosts/vscode/preview';
import { read } from '../check';

class Token implements PreviewToken {
  content = '';
  map: [number, number] | null = null;
  children: PreviewToken[] | null = null;
  attrs: [string, string][] | null = null;
  level = 0;
  constructor(public type: string, public tag: string, public nesting: number) {}
}

const NOTE = '---\ndate: 2022-01-12\n---\n\nOn 18 January they come. NORCO has 18 allies. Korvian Deputy Foreign Minister Sergan Rawkov spoke to NORCO’s 18 allies.\n\nNORCO has 18 allies.\n';

/** Renders lines of text as the preview would have them, a block for each line. */
function render(note: string, document: string | undefined, pieces = (line: string): string[] => [line]): string {
  const reading = read('world', note);
  let rule: ((state: never) => void) | undefined;
  const markdown: MarkdownIt = { core: { ruler: { push: (_name, given) => { rule = given as never; } } } };
  extendPreview(markdown, uri => (uri === 'file:///a.md' ? { reading, findings: reading.findings } : undefined));
  const tokens = note.split('\n').map((line, i) => {
    const inline = new Token('inline', '', 0);
    inline.map = [i, i + 1];
    inline.children = pieces(line).map(piece => Object.assign(new Token('text', '', 0), { content: piece }));
    return inline;
  });
  rule!({ tokens, env: document === undefined ? {} : { currentDocument: { toString: () => document } }, Token } as never);
  return tokens.map(t => t.children!.map(c => (c.type === 'text' ? c.content : c.type === 'chancery_open' ? `[${c.attrs!.find(([k]) => k === 'class')![1].split('-').at(-1)}:` : ']')).join('')).join('\n');
}

describe('The preview', () => {
  it('underlines what is found, each at its own place, and changes no word', () => {
    const shown = render(NOTE, 'file:///a.md');
    assert.match(shown, /has \[warning:18\] allies\. Korvian Deputy Foreign Minister Sergan \[warning:Rawkov\]/);
    assert.match(shown, /\n\nNORCO has \[warning:18\] allies\.\n$/);
    assert.equal(shown.replace(/\[\w+:|\]/g, ''), NOTE);
  });

  it('underlines the words that are meant where they stand twice', () => {
    assert.match(render(NOTE, 'file:///a.md'), /\nOn 18 January they come\. /);
  });

  it('leaves other documents, and words that the preview breaks up, as they are', () => {
    assert.equal(render(NOTE, 'file:///b.md'), NOTE);
    assert.equal(render(NOTE, undefined), NOTE);
    assert.equal(render(NOTE, 'file:///a.md', line => line.split('Raw')).replace(/\[\w+:|\]/g, ''), NOTE.replace('Rawkov', 'kov'));
  });
});
