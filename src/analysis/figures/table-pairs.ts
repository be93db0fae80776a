import { shift } from '../../base/span';
import type { Block, Table } from '../../document/model';
import { sentenceIndexAt } from '../../english/sentence-index';
import { lex, type Lexeme } from '../../recognize/figures/figure-lex';
import { CODES, NAMES, SIGNS } from '../../recognize/figures/lexicon/money';
import { MEASURES } from '../../recognize/figures/lexicon/measures';
import { EVENT_OF, PEOPLE_EVENT_OF } from '../../recognize/figures/lexicon/verbs';
import { FUNCTION_WORDS, SHARE_WORDS } from '../../recognize/figures/lexicon/words';
import { singular } from '../../recognize/figures/nouns';
import { compareFigures } from '../../recognize/figures/numbers';
import type { QuantityNoun } from '../../recognize/figures/quantities';
import type { FigureStatus } from '../../recognize/model';
import type { FigurePair, Ground, ResolvedFigure } from '../model';
import type { DaysOf } from '../when/times';
import { captionSource, cellAmount, cellMention, gridOf, tableDate, type Grid } from './figures-tables';
import { sameSource } from './figures-sources';
import { slipBetween } from './slips';

/** A row with its label, and the table it is of. */
interface Row {
  readonly table: Table;
  readonly grid: Grid;
  readonly row: number;
  readonly label: readonly string[];
}

/** How many rows of one first word are looked at: keeps a document of thousands of rows linear. */
const MANY = 8;

/**
 * Figures of any kind beside the table cells that speak of the same: the row's label is named in the clause, and all
 * that the column's header, the corner and the caption say of the numbers is said in the sentence too.
 */
export function tablePairs(ground: Ground, figures: readonly ResolvedFigure[], daysOf: DaysOf): FigurePair[] {
  const rows = rowsOf(ground.document.tables);
  if (rows.size === 0) return [];
  const bySentence = new Map<string, { cell: ResolvedFigure; figure: ResolvedFigure; fits: boolean }[]>();
  for (const figure of figures) {
    if (figure.tabular || !figure.mention.noun || figure.block.kind === 'cell') continue;
    for (const cell of cellsFor(ground, figure, figure.mention.noun, rows, daysOf)) {
      const sentence = sentenceIndexAt(figure.block.sentences, figure.mention.span.start);
      const key = `${figure.block.span.start}|${sentence}|${cell.span.start}`;
      const list = bySentence.get(key) ?? [];
      bySentence.set(key, list);
      list.push({ cell, figure, fits: compareFigures(cell.mention, figure.mention) !== 'conflict' });
    }
  }
  // a sentence that has the cell's own number speaks of something else with the other
  return [...bySentence.values()].flatMap(list => (list.length > 1 || list[0]!.fits ? [] : [pairOf(list[0]!.cell, list[0]!.figure)]));
}

function pairOf(cell: ResolvedFigure, figure: ResolvedFigure): FigurePair {
  const slip = slipBetween(cell.mention.value, figure.mention.value);
  return {
    first: cell, second: figure, result: 'conflict', wildcards: 0, sameSource: sameSource(cell.source, figure.source), ...(slip ? { slip } : {}),
  };
}

function rowsOf(tables: readonly Table[]): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const table of tables) {
    const grid = gridOf(table);
    for (let row = 1; row < grid.length; row++) {
      const label = lex(grid[row]?.[0]?.prose ?? '').filter(l => l.kind === 'word' && !FUNCTION_WORDS.has(l.word));
      if (label.length === 0 || label.length > 4 || !label[0]!.capital || /^(?:total|sum|all|others?|rest)$/.test(label[0]!.word)) continue;
      const list = rows.get(label[0]!.word) ?? [];
      if (list.length < MANY) list.push({ table, grid, row, label: label.map(l => l.word) });
      rows.set(label[0]!.word, list);
    }
  }
  return rows;
}

function cellsFor(ground: Ground, figure: ResolvedFigure, noun: QuantityNoun, rows: ReadonlyMap<string, readonly Row[]>, daysOf: DaysOf): ResolvedFigure[] {
  const { mention } = figure;
  if (noun.part || noun.each || noun.option || noun.limit || mention.part || mention.vague || mention.status === 'denied') return [];
  if (mention.status === 'projected' && noun.event === undefined) return [];
  const named = new Set([...noun.actors, ...noun.places, ...noun.names, ...noun.tailNames]);
  const found = [...named].flatMap(name => rows.get(name) ?? []).filter(row => row.label.every(word => named.has(word)));
  const cells: ResolvedFigure[] = [];
  for (const { table, grid, row, label } of found.filter(r => !found.some(o => o !== r && o.table === r.table && o.row !== r.row))) {
    const fitting = columnsFor(table, grid, noun, mention.status, label);
    if (fitting.length !== 1) continue;
    const cell = cellOf(ground, table, grid, row, fitting[0]!, figure, daysOf);
    if (cell) cells.push(cell);
  }
  return cells;
}

const word = (l: Lexeme): boolean => l.kind === 'word' && !FUNCTION_WORDS.has(l.word);
const YEARS = /\b(?:19|20)\d\d\b/g;

/** The columns whose header, with corner and caption, says no more than the sentence does, and says what is counted. */
function columnsFor(table: Table, grid: Grid, noun: QuantityNoun, status: FigureStatus, label: readonly string[]): number[] {
  const text = (block: Block | undefined): string => block?.prose ?? '';
  const captions = table.captions.map(text).filter(caption => !/\bsources?\s*:/i.test(caption)).join(' ');
  const header = grid[0] ?? [];
  const width = Math.max(header.length, grid[1]?.length ?? 0);
  return Array.from({ length: width }, (_, column) => column).filter(column => {
    if (column === 0) return false;
    const block = header[column];
    const own = text(block).trim() === '' ? text(header[0]) : text(block);
    return says(own, captions, noun, status, label);
  });
}

function says(header: string, captions: string, noun: QuantityNoun, status: FigureStatus, label: readonly string[]): boolean {
  const years = `${header} ${captions}`.match(YEARS) ?? [];
  if (noun.times.some(time => /^(?:19|20)\d\d$/.test(time)) && !noun.times.some(time => (years as readonly string[]).includes(time))) return false;
  const own = lex(header).filter(word).filter(l => !ofUnit(l.word));
  const all = new Set([...own, ...lex(captions).filter(word)].flatMap(l => [l.word, singular(l.word) ?? l.word, ...eventsOf(l.word)]));
  const known = (w: string): boolean => noun.sentence.has(w) || noun.sentence.has(singular(w) ?? w) || eventsOf(w).some(e => noun.sentence.has(e)) || noun.modifiers.includes(w);
  // “pledged $75 million” beside a column of pledges is no forecast
  if (status === 'projected' && !all.has(`=${noun.event}`)) return false;
  // all that the header says is said in the sentence
  if (!own.every(l => known(l.word) || noun.dimension === 'share' && SHARE_WORDS.has(l.word))) return false;
  // and what narrows the figure is said by the table
  const narrow = [...noun.modifiers, ...noun.tail, ...noun.tailNames].filter(w => !label.includes(w) && !noun.places.includes(w) && !all.has(w) && !all.has(singular(w) ?? w));
  if (narrow.length > 0 && noun.modifiers.some(m => narrow.includes(m)) || noun.tailNames.some(n => narrow.includes(n))) return false;
  if (noun.dimension === 'count') return all.has(noun.head) || noun.head === 'person' && noun.event !== undefined && all.has(`=${noun.event}`);
  const unit = lex(`${header} ${captions}`);
  if (noun.dimension === 'share') return unit.some(l => /^(?:%|percent|cent|share)$/.test(l.word));
  if (noun.dimension === 'money') return own.length > 0 && unit.some(l => (SIGNS.get(l.word) ?? NAMES.get(l.word) ?? (l.capital ? CODES.get(l.word) : undefined)) === noun.kind.slice('money:'.length));
  return own.length > 0 && unit.some(l => MEASURES.get(l.word)?.dimension === noun.dimension);
}

const eventsOf = (w: string): string[] => [PEOPLE_EVENT_OF.get(w), EVENT_OF.get(w), PEOPLE_EVENT_OF.get(singular(w) ?? ''), EVENT_OF.get(singular(w) ?? '')].filter(e => e !== undefined).map(e => `=${e}`);
const ofUnit = (w: string): boolean => NAMES.has(w) || CODES.has(w) || MEASURES.has(w) || /^(?:thousands?|millions?|billions?|bn|mn|m|number|amount|value|total|cent|percent|usd|eur)$/.test(w);

function cellOf(ground: Ground, table: Table, grid: Grid, row: number, column: number, { mention, asOf }: ResolvedFigure, daysOf: DaysOf): ResolvedFigure | undefined {
  const block = grid[row]?.[column];
  if (!block) return undefined;
  const bare = block.prose.replace(/[$€£¥]/g, ' ');
  const cell = cellAmount(bare, ground.choices.aboutPercent);
  if (!cell || cell.percent && mention.noun!.dimension !== 'share') return undefined;
  const header = `${grid[0]?.[column]?.prose ?? ''} ${grid[0]?.[0]?.prose ?? ''} ${table.captions.map(c => c.prose).join(' ')}`;
  const date = tableDate(ground, [grid[row]![0], grid[0]?.[column], grid[0]?.[0], ...table.captions, block].filter(b => b !== undefined), daysOf);
  if (date && asOf ? date.last < asOf.first || asOf.last < date.first : date !== undefined && mention.noun!.times.length > 0) return undefined;
  const source = captionSource(table);
  return {
    mention: cellMention(block, cell, mention.unit, scaleOf(header), 'total'), span: shift(cell.span, block.span.start), block, quoted: block.quoted, inherited: true,
    ...(date ? { asOf: date } : {}), ...(source !== undefined ? { source } : {}), attributed: source !== undefined, vouched: false, tabular: true,
  };
}

function scaleOf(header: string): number {
  if (/\bbillions?\b|[$€£] ?bn\b/i.test(header)) return 1e9;
  if (/\bmillions?\b|[$€£] ?mn?\b/i.test(header)) return 1e6;
  return /\bthousands?\b|'000|’000|\b000s\b/i.test(header) && !/thousands? of/i.test(header) ? 1000 : 1;
}
