import assert from 'node:assert/strict';
import type { HoverCard } from '../../src/chancery';
import { cardMarkdown, commandUri } from '../../src/hosts/vscode/card-markdown';
import { base64, escapeMarkdown } from '../../src/hosts/vscode/escape';
import { widthOf, wrap } from '../../src/hosts/vscode/measure';

const CARD: HoverCard = {
  kind: 'person', span: { start: 0, end: 5 }, heading: 'Olena Varn', chip: { text: 'in post', tone: 'good' },
  subheading: 'Minister of Defence of Korvia on 12 January 2022, since May 2020',
  rows: [{ label: 'Write as', value: 'Korvian Defence Minister Olena Varn → Varn' }, { label: 'Native name', value: 'Олена Варн' }],
  footer: 'Gazette, 2 May 2020 · checked 24 November 2026',
  record: { id: 'olena-varn', file: 'countries/korvia.yaml', line: 12 },
};
const LOOK = { detail: 'full', theme: 'dark', covered: false } as const;

/** What is Markdown or HTML in a text, once entities are taken out. */
function marks(markdown: string): string {
  return markdown.replace(/&#\d+;/g, '').replace(/[^<>[\]()!*_`|$\\~]/g, '');
}

describe('cards as Markdown', () => {
  it('draws head, chip, rows and footer', () => {
    assert.equal(cardMarkdown(CARD, LOOK), [
      '**Olena Varn** &nbsp;<span style="color:#ffffff;background-color:#2e7d32;border-radius:3px;">&nbsp;in&nbsp;post&nbsp;</span>  ',
      'Minister of Defence of Korvia on 12 January 2022, since May 2020',
      '',
      '| | |',
      '|:--|:--|',
      '| Write&nbsp;as&nbsp;&nbsp;&nbsp; | Korvian Defence Minister Olena Varn → Varn |',
      '| Native&nbsp;name&nbsp;&nbsp;&nbsp; | Олена Варн |',
      '',
      '---',
      '',
      '$(verified) Gazette, 2 May 2020 · checked 24 November 2026 &nbsp;·&nbsp; [$(go-to-file) Record](command:chancery.openRecord?%5B%22countries%2Fkorvia.yaml%22%2C12%5D)',
    ].join('\n'));
  });

  it('has as many bars in its picture as rows below it, and drops both together where they do not fit', () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({ label: `Line ${i}`, value: '100,000, read as 90,000 to 110,000' }));
    const plots = [2, 3, 4, 5].map(bars => ({ light: `<svg>${bars}</svg>`, dark: `<svg>${bars}</svg>`, width: 380, height: 16 + 13 * bars, bars, alt: 'Intervals' }));
    const counts = [1, 2, 3].map(lines => {
      const text = cardMarkdown({ kind: 'figure', span: CARD.span, heading: '100,000', subheading: 'Read as so many personnel near the border of Korvia '.repeat(lines), rows, plots }, LOOK);
      const shown = text.match(/^\| Line/gm)!.length;
      assert.ok(text.includes(base64(`<svg>${shown}</svg>`)), `${shown} rows`);
      return shown;
    });
    assert.ok(counts[0]! > counts[1]!, counts.join(' '));
  });

  it('has no picture where a finding stands above it: the hover would grow too wide', () => {
    const plot = { light: '<svg/>', dark: '<svg/>', width: 380, height: 42, bars: 2, alt: 'Intervals' };
    assert.match(cardMarkdown({ ...CARD, plots: [plot] }, LOOK), /data:image/);
    assert.doesNotMatch(cardMarkdown({ ...CARD, plots: [plot] }, { ...LOOK, covered: true }), /data:image/);
  });

  it('breaks long lines, so that the hover stays 500 px wide', () => {
    const long = 'Deputy Minister for the Defence Industries and for the Procurement of Very Heavy Equipment of Korvia'.repeat(3);
    const text = cardMarkdown({ ...CARD, heading: long, subheading: long, rows: [{ label: 'Not to be confused with', value: long }], footer: long }, LOOK);
    const cells = text.split('\n').flatMap(line => (line.startsWith('| Not') ? line.slice(line.indexOf('|', 2)).split('<br>') : [line]));
    assert.ok(text.includes('<br>'));
    for (const line of cells) if (!line.includes('command:') && !line.includes('style=')) assert.ok(line.length < 75, line);
    assert.equal((text.match(/…/g) ?? []).length, 4);
  });

  it('breaks at spaces and cuts what has none', () => {
    assert.deepEqual(wrap('one two three', 60, 3), ['one two', 'three']);
    assert.deepEqual(wrap('one two three', 60, 1), ['one tw…']);
    assert.deepEqual(wrap('', 60, 2), []);
    assert.ok(wrap('x'.repeat(100), 60, 2).every(line => widthOf(line) <= 60));
  });

  it('marks a record older than the note', () => {
    const text = cardMarkdown({ ...CARD, chip: { text: 'in post when checked', tone: 'neutral' } }, LOOK);
    assert.match(text, /\$\(history\) Gazette/);
    assert.match(text, /background-color:#5f6368;/);
  });

  it('shows less when asked to, and when a finding stands above it', () => {
    const many = { ...CARD, rows: Array.from({ length: 9 }, (_, i) => ({ label: `Row ${i}`, value: 'x' })) };
    const rows = (text: string): number => (text.match(/^\| Row/gm) ?? []).length;
    const all = rows(cardMarkdown(many, LOOK));
    assert.ok(all >= 5 && all < 9, String(all));
    assert.ok(rows(cardMarkdown(many, { ...LOOK, covered: true })) < all);
    assert.equal(rows(cardMarkdown(many, { ...LOOK, detail: 'short' })), 1);
  });

  it('puts the plot of the theme in as an image with its size', () => {
    const plot = { light: '<svg>é</svg>', dark: '<svg>d</svg>', width: 380, height: 60, bars: 2, alt: 'Intervals: here [90,000]' };
    const text = cardMarkdown({ ...CARD, plots: [plot] }, { ...LOOK, theme: 'light' });
    const image = /!\[Intervals: here &#91;90,000&#93;\]\(data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)\|width=380,height=60\)/.exec(text);
    assert.equal(Buffer.from(image![1]!, 'base64').toString('utf8'), '<svg>é</svg>');
    assert.doesNotMatch(cardMarkdown({ ...CARD, plots: [plot] }, { ...LOOK, detail: 'short' }), /data:image/);
  });

  it('encodes as Buffer does', () => {
    for (const text of ['', 'a', 'ab', 'abc', 'é→😀', '\u0000\u00ff']) assert.equal(base64(text), Buffer.from(text).toString('base64'));
  });

  it('leaves no mark of a hostile string active', () => {
    const hostile = [
      '[click](command:workbench.action.quit)', '<img src=x onerror=y>', '![x](https://example.org/x.png)', '</span><a href="x">', 'a | b | c',
      '$(verified) trusted', '`code`', '**bold** __b__ ~~s~~', '\\[x\\](y)', '<https://example.org>', 'https://example.org/a', 'www.example.org',
      'a\n\n# Heading\n---\n| x |', 'you@example.org', '&lt;b&gt; &#91;x&#93;', '```\ncode', '\u202eabc', '1. list', '- list', '+ list', '# h', '=== ', '--- ', '> quote', '[^1]', '$$x$$',
    ];
    for (const text of hostile) {
      const escaped = escapeMarkdown(text);
      assert.equal(marks(escaped).replace(/[()]/g, ''), '', `${text} became ${escaped}`);
      assert.doesNotMatch(escaped, /[\n\r\u202e]|:\/\/|www\.|@|^[-+#>=:]|^\d+[.)]/, text);
      const card = cardMarkdown({
        ...CARD, heading: text, subheading: text, chip: { text, tone: 'notice' }, rows: [{ label: text, value: text }], footer: text,
        plots: [{ light: text, dark: text, width: 10, height: 10, bars: 1, alt: text }],
      }, LOOK);
      assert.equal((card.match(/\]\(/g) ?? []).length, 2, `${text}: the picture and the record are the only links\n${card}`);
      assert.deepEqual(card.match(/\$\([a-z-]+\)/g), ['$(verified)', '$(go-to-file)']);
      assert.deepEqual(card.match(/<(?!br>)[^>]*>/g), ['<span style="color:#ffffff;background-color:#b3541e;border-radius:3px;">', '</span>']);
      assert.equal(card.split('\n').filter(line => line.startsWith('|')).length, 3, card);
    }
  });

  it('cuts what is too long between characters', () => {
    const text = escapeMarkdown('😀'.repeat(400));
    assert.ok(text.endsWith('…') && text.length <= 300);
    assert.doesNotMatch(text, /[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  it('keeps ordinary words as they are', () => {
    const text = 'Secretary-General (2014-2024): Jens Stoltenberg, NATO; O’Neill’s 1.5 million';
    assert.equal(escapeMarkdown(text), text);
  });

  it('makes command links that no argument can end', () => {
    assert.doesNotMatch(commandUri('chancery.openRecord', ['a)b(c"] d\'*!', 1]).slice('command:chancery.openRecord?'.length), /[()"'\s*!]/);
  });
});
