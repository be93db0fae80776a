import type { CardPlot, Chip, HoverCard } from '../../chancery';
import { base64, escapeLabel, escapeMarkdown, plain } from './escape';
import { widthOf, wrap } from './measure';

export interface CardLook {
  readonly detail: 'full' | 'short';
  readonly theme: 'light' | 'dark';
  /** A finding stands above the card in the same hover and takes room from it. */
  readonly covered: boolean;
}

/** The only commands that a card may run. */
export const CARD_COMMANDS = ['chancery.openRecord'] as const;

/** VS Code keeps a span's style only in exactly this order and without spaces. White on each has a contrast above 4.5. */
const TONES: Readonly<Record<Chip['tone'], string>> = { good: '#2e7d32', notice: '#b3541e', neutral: '#5f6368' };

/** What a hover may take, and its parts, in CSS pixels at a font of 14 px. */
const ROOM = { width: 500, height: 250 };
const PART = { padding: 12, side: 20, line: 20, row: 23, gap: 20, rule: 22, finding: 60, cell: 32 };
/** Most lines of one value, and of the second line of the head. */
const MOST_LINES = 2;
const SHORT_ROWS = 1;
const LINE = ROOM.width - PART.side;
const LABEL_SPACES = 3;
const ICON = 20;
const SPACE = '&nbsp;';
const DOT = ` ${SPACE}·${SPACE} `;

interface Line {
  readonly label: string;
  readonly value: readonly string[];
}

/**
 * A card as Markdown for a VS Code hover (with HTML, theme icons and the card's own commands allowed). Every string of
 * the card is escaped; lines are broken, and rows left out from the end, so that it fits 500 × 250 px.
 */
export function cardMarkdown(card: HoverCard, look: CardLook): string {
  const head = headLines(card);
  const foot = footLines(card);
  const { rows, plot } = rowsThatFit(card, look, head.length, foot.length);
  const parts = [head.join('  \n')];
  if (plot) parts.push(picture(plot, look.theme));
  if (rows.length > 0) parts.push(table(rows));
  if (foot.length > 0) parts.push(`---\n\n${foot.join('  \n')}`);
  return parts.join('\n\n');
}

function headLines(card: HoverCard): string[] {
  const chip = card.chip ? ` ${SPACE}${chipSpan(card.chip)}` : '';
  const room = LINE - (card.chip ? widthOf(card.chip.text) + ICON + 10 : 0);
  // a name is not cut where two lines hold it; bold is wider by about a seventh
  const name = wrap(plain(card.heading), room / 1.15, MOST_LINES).map(line => `**${escapeMarkdown(line)}**`);
  const said = card.subheading ? wrap(plain(card.subheading), LINE, MOST_LINES).map(line => escapeMarkdown(line)) : [];
  return [...name.slice(0, -1), `${name[name.length - 1] ?? ''}${chip}`, ...said];
}

function chipSpan(chip: Chip): string {
  const text = escapeMarkdown(chip.text, 60).replace(/ /g, SPACE);
  return `<span style="color:#ffffff;background-color:${TONES[chip.tone]};border-radius:3px;">${SPACE}${text}${SPACE}</span>`;
}

function picture(plot: CardPlot, theme: CardLook['theme']): string {
  const svg = theme === 'light' ? plot.light : plot.dark;
  const size = `width=${Math.round(plot.width)},height=${Math.round(plot.height)}`;
  return `![${escapeMarkdown(plot.alt)}](data:image/svg+xml;base64,${base64(svg)}|${size})`;
}

/** A table whose empty header does not show. */
function table(rows: readonly Line[]): string {
  const lines = rows.map(row => `| ${escapeLabel(row.label)}${SPACE.repeat(LABEL_SPACES)} | ${row.value.map(line => escapeMarkdown(line)).join('<br>')} |`);
  return ['| | |', '|:--|:--|', ...lines].join('\n');
}

function footLines(card: HoverCard): string[] {
  // a record that is older than the note; other grey chips (an acronym, a day not certain) say nothing of its age
  const icon = card.chip?.tone === 'neutral' && /\bchecked\b/.test(card.chip.text) ? '$(history)' : '$(verified)';
  const said = card.footer ? wrap(plain(card.footer), LINE - ICON, MOST_LINES) : [];
  const lines = said.map((line, i) => (i === 0 ? `${icon} ${escapeMarkdown(line)}` : escapeMarkdown(line)));
  if (!card.record) return lines;
  const link = `[$(go-to-file) Record](${commandUri('chancery.openRecord', [card.record.file, card.record.line])})`;
  const last = said[said.length - 1];
  if (last === undefined || widthOf(`${last} · Record`) + 2 * ICON + 10 > LINE) return [...lines, link];
  return [...lines.slice(0, -1), `${lines[lines.length - 1]!}${DOT}${link}`];
}

/** A link that runs a command: its arguments as an encoded JSON list, without a parenthesis that would end the link. */
export function commandUri(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()'*!]/g, c => `%${c.charCodeAt(0).toString(16)}`)}`;
}

/** As many rows as fit, from the first; at least one. The labels of those shown give the width of their column; a picture has a bar for each. */
function rowsThatFit(card: HoverCard, look: CardLook, headHeight: number, footHeight: number): { readonly rows: readonly Line[]; readonly plot?: CardPlot } {
  let room = ROOM.height - PART.padding - PART.line * headHeight - (look.covered ? PART.finding : 0);
  if (footHeight > 0) room -= PART.rule + PART.line * footHeight;
  for (let count = look.detail === 'short' ? SHORT_ROWS : card.rows.length; ; count--) {
    const rows = layOut(card.rows.slice(0, count));
    // an image lets the hover grow beyond its width, and a long message above the card would take it
    const plot = look.detail === 'full' && !look.covered ? card.plots?.find(one => one.bars === count) : undefined;
    const height = rows.reduce((sum, row) => sum + PART.row + PART.line * (row.value.length - 1), plot ? plot.height + PART.gap : 0);
    if (height <= room || count <= 1) return { rows, ...(plot ? { plot } : {}) };
  }
}

function layOut(rows: HoverCard['rows']): readonly Line[] {
  const labels = Math.max(0, ...rows.map(row => widthOf(plain(row.label)))) + LABEL_SPACES * 5;
  return rows.map(row => ({ label: row.label, value: wrap(plain(row.value), LINE - labels - PART.cell, MOST_LINES) }));
}
