import type { Interval } from '../base/interval';
import type { CardPlot } from './card';

/** One line of the plot: how a figure or estimate is read, and what it is called. */
export interface PlotRow {
  readonly label: string;
  readonly implied: Interval;
  readonly logical: Interval;
  /** The figure under the pointer. */
  readonly hovered: boolean;
}

const WIDTH = 380;
const ROW = 13;
const LEFT = 6;
const RIGHT = 8;
const AXIS = 16;
const PALETTES = {
  dark: { line: '#9d9d9d', text: '#cccccc', own: '#4fc1ff', other: '#d7ba7d' },
  light: { line: '#767676', text: '#3b3b3b', own: '#0067b8', other: '#8a6100' },
} as const;

/**
 * Draws figures as intervals on one axis that starts at zero: a thick bar for what a reader takes the words to mean,
 * a thin one for what they do not contradict, an arrow where that end is open. Widths in CSS pixels.
 */
export function intervalPlot(rows: readonly PlotRow[], alt: string): CardPlot | undefined {
  if (rows.length < 2) return undefined;
  const top = Math.max(...rows.flatMap(r => [r.implied.high, Number.isFinite(r.logical.high) ? r.logical.high : r.implied.high]));
  if (!(top > 0) || !Number.isFinite(top)) return undefined;
  const scale = (value: number): number => LEFT + (Math.min(value, top) / top) * (WIDTH - LEFT - RIGHT - 10);
  const height = rows.length * ROW + AXIS;
  const draw = (palette: (typeof PALETTES)['dark' | 'light']): string => {
    const parts: string[] = [`<line x1="${LEFT}" y1="${height - AXIS + 2}" x2="${WIDTH - RIGHT}" y2="${height - AXIS + 2}" stroke="${palette.line}" stroke-opacity=".6"/>`];
    rows.forEach((row, i) => {
      const y = i * ROW + ROW / 2 + 1;
      const colour = row.hovered ? palette.own : palette.other;
      const open = !Number.isFinite(row.logical.high);
      const low = scale(row.logical.low);
      const high = open ? WIDTH - RIGHT : scale(row.logical.high);
      const from = scale(row.implied.low);
      const to = Math.max(scale(row.implied.high), from + 2);
      const dash = row.hovered ? '' : ' stroke-dasharray="5 2"';
      parts.push(`<line x1="${round(low)}" y1="${y}" x2="${round(high)}" y2="${y}" stroke="${colour}" stroke-width="1" stroke-opacity=".7"/>`);
      parts.push(`<line x1="${round(from)}" y1="${y}" x2="${round(to)}" y2="${y}" stroke="${colour}" stroke-width="5"${dash}/>`);
      if (open) parts.push(`<path d="M${round(high)} ${y}l-6 -3v6z" fill="${colour}"/>`);
    });
    rows.forEach((row, i) => parts.push(label(row, i * ROW + ROW / 2 + 1, scale, top, palette.text)));
    for (const tick of ticks(top)) {
      parts.push(`<text x="${round(scale(tick))}" y="${height - 2}" font-size="9" font-family="sans-serif" fill="${palette.text}" text-anchor="${tick === 0 ? 'start' : 'middle'}">${short(tick)}</text>`);
    }
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"><title>${escapeXml(alt)}</title>${parts.join('')}</svg>`;
  };
  return { light: draw(PALETTES.light), dark: draw(PALETTES.dark), width: WIDTH, height, bars: rows.length, alt };
}

/** The name of a bar: after it, before it, or above its thin line where there is room on neither side. */
function label(row: PlotRow, y: number, scale: (value: number) => number, top: number, colour: string): string {
  const width = row.label.length * 5.2 + 6;
  const end = Number.isFinite(row.logical.high) ? scale(Math.max(row.implied.high, row.logical.high)) : scale(top) + 12;
  const start = scale(Math.min(row.implied.low, row.logical.low));
  const [x, dy, anchor] = end + width < WIDTH - RIGHT ? [end + 5, 3, 'start'] : start > width + LEFT ? [start - 5, 3, 'end'] : [scale(row.implied.high) + 5, -2, 'start'];
  return `<text x="${round(x)}" y="${round(y + dy)}" font-size="9" font-family="sans-serif" fill="${colour}" text-anchor="${anchor}">${escapeXml(row.label)}</text>`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

/** Zero and up to four round numbers below the top of the axis. */
function ticks(top: number): number[] {
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough) ?? power * 10;
  const result: number[] = [];
  for (let t = 0; t <= top; t += step) result.push(t);
  return result;
}

function short(n: number): string {
  if (n >= 1_000_000) return `${n / 1_000_000}m`;
  return n >= 1000 ? `${n / 1000}k` : String(n);
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, c => `&#${c.charCodeAt(0)};`);
}
