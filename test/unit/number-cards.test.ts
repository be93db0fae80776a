import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HoverCard } from '../../src/features/card';
import { cardMarkdown } from '../../src/hosts/vscode/card-markdown';
import { read } from '../check';

const FRONT = '---\ndate: 2024-09-26\n---\n\n';

function cardOn(prose: string, word: string): HoverCard | undefined {
  const note = FRONT + prose;
  return read('shipped', note).hoverAt(note.indexOf(word));
}

const rows = (card: HoverCard | undefined): string[] => (card?.rows ?? []).map(row => `${row.label}: ${row.value}`);

describe('cards of numbers', () => {
  it('show the arithmetic that a percentage is held against', () => {
    const card = cardOn('The appeal for Haiti has received 96 of 240 million dollars, or 48 per cent.', '48 per cent');
    assert.equal(card?.heading, '48');
    assert.deepEqual(cardOn('The appeal for Haiti has received 96 of 240 million dollars, or 48 per cent.', 'cent'), card, 'the card is on “per cent” too');
    assert.match(card.subheading!, /^Read as 47.5 to 48.5 per cent/);
    assert.deepEqual(rows(card), ['Held against: 96 of 240 million is 40 per cent; the text says 48 per cent']);
  });

  it('show the parts of a total', () => {
    const card = cardOn('The depot holds 318 vehicles (140 trucks, 96 pick-ups and 62 armoured cars).', '318');
    assert.ok(rows(card).includes('Parts: 140, 96 and 62 add up to 298; the whole is 318'), rows(card).join('\n'));
  });

  it('say what is counted, and what else the note has of it', () => {
    const prose = 'Shells hit the market in Zamzam on Sunday and killed 31 people. The 13 people killed in Zamzam on Sunday were all traders.';
    const card = cardOn(prose, '13 people');
    assert.match(card!.subheading!, /^Read as 13 people killed/);
    assert.ok(rows(card).some(row => row.startsWith('Line 5: 31')), rows(card).join('\n'));
  });
});

describe('cards of documents', () => {
  it('say of a resolution what it is, when it was adopted and by which vote', () => {
    const card = cardOn('The ceasefire rests on UNSCR 1701 and on resolution 2216 (2015).', '1701');
    assert.equal(card?.kind, 'instrument');
    assert.equal(card.heading, 'Security Council resolution 1701');
    assert.deepEqual(rows(card), ['Adopted: 11 August 2006', 'Vote: 15 for, 0 against, 0 abstentions']);
  });

  it('are drawn in the hover with their rows', () => {
    const card = cardOn('The ceasefire rests on UNSCR 1701.', 'UNSCR')!;
    const markdown = cardMarkdown(card, { detail: 'full', theme: 'dark', covered: false });
    assert.match(markdown, /^\*\*Security Council resolution 1701\*\*/);
    assert.match(markdown, /11 August 2006/);
    assert.match(markdown, /openRecord/);
  });

  it('know the year of resolutions that have no record', () => {
    const card = cardOn('The panel was set up by resolution 1929 and renewed by resolution 2276.', '2276');
    assert.deepEqual(rows(card), ['Adopted: 2016']);
  });

  it('are shown for treaties, operations and resolutions of the Assembly', () => {
    assert.deepEqual(rows(cardOn('All who signed the Helsinki Final Act were asked.', 'Final Act')), ['Signed: 1 August 1975', 'Place: Helsinki']);
    assert.equal(cardOn('ES-11/1 had 141 votes in favour.', 'ES-11')?.heading, 'General Assembly resolution ES-11/1');
    assert.equal(cardOn('Operation Barkhane ended.', 'Barkhane')?.rows[0]?.label, 'Began');
  });

  it('are not shown for resolutions of other bodies, nor beside the number', () => {
    assert.equal(cardOn('The Human Rights Council resolution 1701 is none.', '1701'), undefined);
    assert.equal(cardOn('The ceasefire rests on UNSCR 1701 and holds.', 'holds'), undefined);
  });
});
