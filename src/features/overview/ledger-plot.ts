import { calendar, type Day, dayOf, monthName } from '../../base/edtf';
import type { FigureEntry } from './subjects';

/** Colours of a drawing: for a page they may be variables of its theme, for a file they are fixed. */
export interface PlotColours {
  readonly text: string;
  readonly line: string;
  readonly back: string;
  readonly series: readonly string[];
}

/** Each a hue of its own on white and on black; told apart by shape and label as well. */
export const LIGHT: PlotColours = { text: '#3b3b3b', line: '#8a8a8a', back: '#ffffff', series: ['#0067b8', '#8a6100', '#8b2f8b', '#b3261e', '#2e7d32', '#5f6368'] };
export const DARK: PlotColours = { text: '#cccccc', line: '#8a8a8a', back: '#1f1f1f', series: ['#4fc1ff', '#d7ba7d', '#c586c0', '#f48771', '#89d185', '#b5b5b5'] };

const WIDTH = 720;
const HEIGHT = 300;
const FRAME = { left: 64, right: 214, top: 16, bottom: 34 };
/** Height of a label, below which two would run into each other. */
const LABEL = 14;
const LONGEST_LABEL = 31;
const NO_SOURCE = 'no source';

/** One figure to be drawn; `key` comes back when its mark is chosen. */
export interface PlotPoint {
  readonly entry: FigureEntry;
  readonly key: string;
}

interface Drawn extends PlotPoint {
  readonly day: Day;
  readonly series: number;
}

/**
 * Figures of one subject by their days: a mark at the number, a bar for what a reader takes it to mean, a thin line for
 * what it does not contradict. One colour, shape and label for each source. A figure without a day has no place here.
 * @returns an SVG without scripts; `undefined` where no figure has a day
 */
export function ledgerPlot(title: string, points: readonly PlotPoint[], colours: PlotColours): string | undefined {
  const dated = points.filter(p => p.entry.day !== undefined && Number.isFinite(p.entry.value));
  if (dated.length === 0) return undefined;
  const sources = [...new Set(dated.map(p => p.entry.source ?? NO_SOURCE))];
  const drawn = dated.map((p): Drawn => ({ ...p, day: p.entry.day!, series: sources.indexOf(p.entry.source ?? NO_SOURCE) })).sort((a, b) => a.day - b.day);
  const most = Math.max(...drawn.map(({ entry }) => (Number.isFinite(entry.implied.high) ? entry.implied.high : entry.value)), 1);
  const [first, last] = [drawn[0]!.day, drawn.at(-1)!.day];
  const x = (day: Day): number => (first === last ? (FRAME.left + WIDTH - FRAME.right) / 2 : FRAME.left + 12 + ((day - first) / (last - first)) * (WIDTH - FRAME.right - FRAME.left - 24));
  const y = (value: number): number => HEIGHT - FRAME.bottom - (Math.min(Math.max(value, 0), most * 1.05) / (most * 1.05)) * (HEIGHT - FRAME.bottom - FRAME.top);
  const parts = [
    `<title>${xml(title)}</title>`, `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colours.back}"/>`,
    ...valueAxis(most, y, colours), ...timeAxis(first, last, x, colours), ...labels(drawn, sources, y, colours),
    ...drawn.map(point => mark(point, x(point.day), y, colours)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="group" aria-label="${xml(title)}" font-family="sans-serif" font-size="11">${parts.join('')}</svg>`;
}

function mark({ entry, key, series }: Drawn, x: number, y: (value: number) => number, colours: PlotColours): string {
  const colour = colours.series[series % colours.series.length]!;
  const said = `${entry.text}, ${entry.source ?? NO_SOURCE}, ${entry.date}`;
  const [low, high] = [y(entry.implied.low), y(Number.isFinite(entry.implied.high) ? entry.implied.high : entry.value)];
  const thin = [y(entry.logical.low), y(Number.isFinite(entry.logical.high) ? entry.logical.high : Infinity)];
  return `<g class="mark" tabindex="0" role="button" data-key="${xml(key)}" data-source="${series}" aria-label="${xml(said)}"><title>${xml(said)}</title>` +
    `<line x1="${n(x)}" x2="${n(x)}" y1="${n(thin[0]!)}" y2="${n(thin[1]!)}" stroke="${colour}" stroke-opacity=".45"/>` +
    `<line x1="${n(x)}" x2="${n(x)}" y1="${n(low)}" y2="${n(high)}" stroke="${colour}" stroke-width="4" stroke-opacity=".55"/>${shape(series, x, y(entry.value), colour, colours.back)}</g>`;
}

/** Circle, square, diamond, triangle: by turns, so that colour is never alone. */
function shape(series: number, x: number, y: number, colour: string, back: string): string {
  const look = `fill="${colour}" stroke="${back}" stroke-width="1"`;
  switch (series % 4) {
    case 0: return `<circle cx="${n(x)}" cy="${n(y)}" r="5" ${look}/>`;
    case 1: return `<rect x="${n(x - 4.5)}" y="${n(y - 4.5)}" width="9" height="9" ${look}/>`;
    case 2: return `<path d="M${n(x)} ${n(y - 6)}l6 6-6 6-6-6z" ${look}/>`;
    default: return `<path d="M${n(x)} ${n(y - 6)}l6 11h-12z" ${look}/>`;
  }
}

/** The name of each source beside its last figure, moved apart where two would meet. */
function labels(drawn: readonly Drawn[], sources: readonly string[], y: (value: number) => number, colours: PlotColours): string[] {
  const ends = sources.map((source, series) => ({ source, series, at: y(drawn.findLast(p => p.series === series)!.entry.value) })).sort((a, b) => a.at - b.at);
  let free = FRAME.top;
  const room = Math.floor((HEIGHT - FRAME.top - FRAME.bottom) / LABEL);
  return ends.slice(0, room).map(({ source, series, at }, i, shown) => {
    // those below need their room too
    const place = Math.min(Math.max(at, free), HEIGHT - FRAME.bottom - (shown.length - 1 - i) * LABEL);
    free = place + LABEL;
    const colour = colours.series[series % colours.series.length]!;
    const words = source.length > LONGEST_LABEL ? `${source.slice(0, LONGEST_LABEL - 1)}…` : source;
    const left = WIDTH - FRAME.right + 10;
    return `<g data-source="${series}">${shape(series, left + 4, place, colour, colours.back)}<text x="${left + 14}" y="${n(place + 4)}" fill="${colours.text}">${xml(words)}</text></g>`;
  });
}

function valueAxis(most: number, y: (value: number) => number, colours: PlotColours): string[] {
  return ticks(most).flatMap(value => [
    `<line x1="${FRAME.left}" x2="${WIDTH - FRAME.right}" y1="${n(y(value))}" y2="${n(y(value))}" stroke="${colours.line}" stroke-opacity="${value === 0 ? 0.9 : 0.3}"/>`,
    `<text x="${FRAME.left - 8}" y="${n(y(value) + 4)}" text-anchor="end" fill="${colours.text}">${value.toLocaleString('en-GB')}</text>`,
  ]);
}

function ticks(most: number): number[] {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map(m => m * power).find(m => m >= rough) ?? power * 10;
  const found: number[] = [];
  for (let i = 0; i * step <= most * 1.05; i++) found.push(Math.round(i * step * 1e6) / 1e6);
  return found;
}

/** Days where there are few, months or years where there are many. */
function timeAxis(first: Day, last: Day, x: (day: Day) => number, colours: PlotColours): string[] {
  return timeTicks(first, last).map(({ day, words }) =>
    `<line x1="${n(x(day))}" x2="${n(x(day))}" y1="${HEIGHT - FRAME.bottom}" y2="${HEIGHT - FRAME.bottom + 5}" stroke="${colours.line}"/>` +
    `<text x="${n(x(day))}" y="${HEIGHT - FRAME.bottom + 18}" text-anchor="middle" fill="${colours.text}">${xml(words)}</text>`);
}

const MOST_TICKS = 6;

function timeTicks(first: Day, last: Day): { day: Day; words: string }[] {
  const days = last - first;
  const short = (day: Day): string => `${calendar(day).date} ${monthName(calendar(day).month).slice(0, 3)} ${calendar(day).year}`;
  if (days < 62) {
    const step = Math.max(1, Math.ceil(days / (MOST_TICKS - 1)));
    return Array.from({ length: Math.floor(days / step) + 1 }, (_, i) => ({ day: first + i * step, words: short(first + i * step) }));
  }
  const [from, to] = [calendar(first), calendar(last)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find(s => months / s <= MOST_TICKS - 1) ?? Math.ceil(months / MOST_TICKS);
  const found: { day: Day; words: string }[] = [];
  for (let m = Math.ceil((from.year * 12 + from.month - 1) / step) * step; m <= to.year * 12 + to.month - 1; m += step) {
    const [year, month] = [Math.floor(m / 12), (m % 12) + 1];
    const day = dayOf(year, month, 1);
    if (day >= first && day <= last) found.push({ day, words: step % 12 === 0 ? String(year) : `${monthName(month).slice(0, 3)} ${year}` });
  }
  return found;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function xml(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ').replace(/[<>&"']/g, c => `&#${c.charCodeAt(0)};`);
}
