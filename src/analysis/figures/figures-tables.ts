import { dayOf, type DayRange } from '../../base/edtf';
import { once } from '../../base/once';
import { shift, type Span } from '../../base/span';
import type { Block, Table } from '../../document/model';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import { readLabel, scopeOfPlace, type Label } from '../../recognize/figures/figure-labels';
import { lex } from '../../recognize/figures/figure-lex';
import type { FigureMention } from '../../recognize/model';
import { readAmountAt, type Amount } from '../../recognize/figures/numbers';
import { judgeSum, type SumJudgement } from '../../recognize/figures/judge-sum';
import type { Ground, ResolvedFigure } from '../model';
import type { DaysOf } from '../when/times';

/** The amount of a cell that holds a number and little else; offsets relative to the cell. */
interface CellAmount {
  readonly amount: Amount;
  readonly number: Span;
  readonly span: Span;
  readonly percent: boolean;
}

/** Reads a cell as one number. Text with more than a few words is prose, money and dates are no figures. */
export function cellAmount(prose: string, aboutPercent = 10): CellAmount | undefined {
  const text = prose.trimEnd();
  if (!/\d/.test(text) || text.length > 60) return undefined;
  const lexemes = lex(text);
  for (let i = 0; i < lexemes.length; i++) {
    const amount = readAmountAt(lexemes, i, 0, { exact: true, percent: aboutPercent });
    if (!amount) continue;
    const rest = [...lexemes.slice(0, amount.from), ...lexemes.slice(amount.to)].filter(l => l.kind === 'word');
    const next = lexemes[amount.to]?.word ?? '';
    const before = lexemes[amount.from - 1]?.word ?? '';
    if (rest.length > 4 || /^[$€£¥]$/.test(before) || lexemes.slice(amount.to).some(l => l.kind === 'number' && !/^[([]$/.test(before)) && amount.hedge === 'bare') return undefined;
    const cardinal = amount.cardinals[0]!;
    if (cardinal.digits && !cardinal.grouped && cardinal.value >= 1900 && cardinal.value <= 2100) return undefined;
    if (/^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/.test(rest[0]?.word ?? '')) return undefined;
    return {
      amount,
      span: { start: lexemes[amount.from]!.start, end: lexemes[amount.to - 1]!.end },
      number: { start: lexemes[amount.numberFrom]!.start, end: lexemes[amount.numberTo - 1]!.end },
      percent: /^(?:%|percent|per|pct)$/.test(next),
    };
  }
  return undefined;
}

const labels = new WeakMap<Gazetteer, Map<string, Label>>();
const KEPT = 500;

function labelOf(text: string, gazetteer: Gazetteer): Label {
  let known = labels.get(gazetteer);
  if (!known) labels.set(gazetteer, (known = new Map()));
  let label = known.get(text);
  if (!label) {
    if (known.size >= KEPT) known.clear();
    known.set(text, (label = readLabel(text, gazetteer)));
  }
  return label;
}

interface CellLabels {
  readonly row: Label;
  readonly column: Label;
  readonly corner: Label;
  readonly captions: readonly Label[];
  readonly blocks: readonly Block[];
}

export type Grid = readonly (readonly (Block | undefined)[])[];

/** A table’s cells by row and column: an empty cell is no block, so that a row’s list alone would shift what follows it. */
export const gridOf = once((table: Table): Grid => table.rows.map(row => {
  const cells: (Block | undefined)[] = [];
  for (const block of row) {
    const column = block.cell?.column;
    if (column !== undefined && column >= 0) cells[column] = block;
  }
  return Array.from(cells);
}));

/** A corner that only names the class of the rows below it: “Army” over Russia and Ukraine says nothing of ground forces. */
const CLASS_OF_ROWS = /^\W*(?:army|armies|navy|navies|air forces?|militia|militias|separatists?|rebels?)\W*$/i;

function labelsOf(ground: Ground, table: Table, row: number, column: number): CellLabels {
  const grid = gridOf(table);
  const text = (block: Block | undefined): string => block?.prose.trim() ?? '';
  const at = { row: grid[row]?.[0], column: grid[0]?.[column], corner: grid[0]?.[0] };
  return {
    row: labelOf(column === 0 ? '' : text(at.row), ground.gazetteer),
    column: labelOf(text(at.column), ground.gazetteer),
    corner: labelOf(column === 0 || CLASS_OF_ROWS.test(text(at.corner)) ? '' : text(at.corner), ground.gazetteer),
    captions: table.captions.map(c => labelOf(text(c), ground.gazetteer)),
    blocks: [at.row, at.column, at.corner, ...table.captions].filter((b): b is Block => b !== undefined),
  };
}

/** The figures of one table cell: keys come from its row label, its column’s header, the corner and the caption. */
export function tableFigures(ground: Ground, block: Block, daysOf: DaysOf): ResolvedFigure[] {
  const place = block.cell;
  const table = place?.table;
  if (!place || !table || place.row === 0) return [];
  const own = ground.factsOf(block).figures;
  const cell = cellAmount(block.prose, ground.choices.aboutPercent);
  if (own.length === 0 && (!cell || cell.percent || place.column === 0)) return [];
  const around = labelsOf(ground, table, place.row, place.column);
  const order = [around.row, around.column, around.corner, ...around.captions];
  const unit = first([around.column, around.row, around.corner, ...around.captions], l => l.unit);
  const sided = first([around.row, around.column, around.corner, ...around.captions], l => l.force);
  const bare = [around.row, around.column].find(l => l.state !== undefined);
  const asPlace = bare !== undefined && (around.corner.places || around.column.places || sided !== undefined);
  const force = sided ?? (asPlace ? undefined : bare?.state);
  const scope = around.row.total ? first(order.slice(1), l => l.scope)
    : first([around.row], l => l.scope) ?? (asPlace && bare.stateName !== undefined ? scopeOfPlace(bare.stateName, ground.gazetteer) : first(order.slice(1), l => l.scope));
  const component = around.row.total ? 'total' : first(order, l => l.component) ?? 'total';
  const asOf = tableDate(ground, [...around.blocks, block], daysOf);
  const source = captionSource(table);
  const mentions = own.length > 0 ? own : unit !== undefined && cell ? [cellMention(block, cell, unit, around.column.scale, component)] : [];
  return mentions.map(mention => ({
    mention: around.row.part || place.row > 0 && around.row.total && around.column.total ? { ...mention, part: true } : mention,
    span: shift(mention.span, block.span.start),
    block,
    quoted: block.quoted,
    ...(mention.force ? { force: mention.force.id } : force !== undefined ? { force } : {}),
    ...(mention.scope !== undefined ? { scope: mention.scope } : scope !== undefined ? { scope } : {}),
    ...(asOf ? { asOf } : {}),
    inherited: true,
    ...(mention.source !== undefined ? { source: mention.source } : source !== undefined ? { source } : {}),
    attributed: mention.source !== undefined || source !== undefined || cited(ground, table),
    vouched: false,
    tabular: true,
  }));
}

function first<T>(from: readonly Label[], pick: (label: Label) => T | undefined): T | undefined {
  for (const label of from) {
    const value = pick(label);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function cellMention(block: Block, cell: CellAmount, unit: string, scale: number, component: FigureMention['component']): FigureMention {
  const { amount } = cell;
  const times = scale > 1 && amount.value < 10_000 ? scale : 1;
  const wide = (x: FigureMention['implied']): FigureMention['implied'] => ({ ...x, low: x.low * times, high: x.high * times });
  return {
    span: cell.span, amount: cell.span, number: cell.number, surface: block.prose.slice(cell.span.start, cell.span.end),
    implied: wide(amount.implied), logical: wide(amount.logical), value: amount.value * times, rounding: amount.rounding * times,
    hedged: !/^(?:bare|exactly|range|vague)$/.test(amount.hedge), vague: amount.hedge === 'vague', unit, status: 'actual', component, part: false, quoted: block.quoted,
  };
}

/** A label that is a year and nothing else. */
const YEAR = /^\W*((?:19|20)\d\d)\W*$/;

/** The one date that a cell’s labels name. */
export function tableDate(ground: Ground, blocks: readonly Block[], daysOf: DaysOf): DayRange | undefined {
  for (const block of blocks) {
    const year = YEAR.exec(block.prose);
    if (year && ground.factsOf(block).dates.length === 0) {
      const range = { first: dayOf(Number(year[1]), 1, 1), last: dayOf(Number(year[1]), 12, 31) };
      return ground.judging && range.first <= ground.judging.day && ground.judging.day <= range.last ? undefined : range;
    }
    for (const date of ground.factsOf(block).dates) {
      const range = daysOf(date);
      if (!range || !Number.isFinite(range.first) || date.kind === 'weekday' || date.kind === 'relative') continue;
      if (ground.judging && range.first <= ground.judging.day && ground.judging.day <= range.last) return undefined;
      return { first: range.first, last: range.last };
    }
  }
  return undefined;
}

const SOURCE = /\bsources?\s*[:.–—-]\s*([^.;]{2,80})|\baccording to ([^,.;]{2,60})/i;

export function captionSource(table: Table): string | undefined {
  for (const caption of table.captions) {
    const match = SOURCE.exec(caption.prose);
    if (match) return (match[1] ?? match[2] ?? '').trim();
  }
  return undefined;
}

function cited(ground: Ground, table: Table): boolean {
  const text = ground.document.addresses;
  if (/\[\^[^\]\s]+\]/.test(text.slice(table.span.start, Math.min(table.span.end, table.span.start + 4000)))) return true;
  if (table.captions.some(c => /\[\^|\]\(|\[\d+\]/.test(text.slice(c.span.start, c.span.end)))) return true;
  return (table.rows[0] ?? []).some(b => /^\W*(?:source|reference|citation)s?\b/i.test(b.prose));
}

export interface TableSum {
  /** The total’s number, absolute. */
  readonly span: Span;
  readonly written: string;
  readonly total: number;
  readonly percent: boolean;
  readonly judgement: SumJudgement;
  /** Line of numbers that it adds up: a column or a row. */
  readonly along: 'column' | 'row';
}

/** Total rows and columns of the document’s tables, judged against their parts; those that fit are left out. */
export function tableSums(ground: Ground, totalLabels: readonly string[] = []): TableSum[] {
  const more = new Set(totalLabels.map(l => l.toLowerCase()));
  const found: TableSum[] = [];
  const text = (b: Block | undefined): string => b?.prose.trim() ?? '';
  const label = (b: Block | undefined): Label => labelOf(text(b), ground.gazetteer);
  const total = (b: Block | undefined): boolean => label(b).total || more.has(text(b).toLowerCase());
  for (const table of ground.document.tables) {
    const grid = gridOf(table);
    const header = grid[0] ?? [];
    const width = header.length;
    let from = 1;
    for (let r = 1; r < grid.length; r++) {
      if (!total(grid[r]![0])) continue;
      const parts = grid.slice(from, r).filter(row => !label(row[0]).part && !total(row[0]));
      if (/^\W*sub-?total/i.test(text(grid[r]![0]))) from = r + 1;
      else if (from > 1) continue;
      for (let c = 1; c < width; c++) found.push(...sumOf(parts.map(row => row[c]), grid[r]![c], 'column'));
    }
    const last = header.findIndex((b, c) => c > 1 && total(b));
    if (last < 2) continue;
    for (const row of grid.slice(1)) {
      const columns = header.map((_, c) => c).filter(c => c > 0 && c < last && !label(header[c]).part);
      found.push(...sumOf(columns.map(c => row[c]), row[last], 'row'));
    }
  }
  return found;

  function sumOf(cells: readonly (Block | undefined)[], block: Block | undefined, along: TableSum['along']): TableSum[] {
    const stated = block && cellAmount(block.prose, ground.choices.aboutPercent);
    if (!block || !stated) return [];
    const parts = cells.map(c => (c === undefined ? '' : text(c))).filter(t => t !== '' && !/^(?:[-–—]|n\/?a|nil|none)$/i.test(t));
    const amounts = parts.map(p => cellAmount(p, ground.choices.aboutPercent));
    // A part that is no number leaves the sum open
    if (amounts.length < 2 || amounts.some(a => !a || a.percent !== stated.percent || a.amount.hedge === 'vague')) return [];
    const sum = amounts.map(a => ({ ...a!.amount, hedged: !/^(?:bare|exactly|range)$/.test(a!.amount.hedge) }));
    const whole = { ...stated.amount, hedged: !/^(?:bare|exactly|range)$/.test(stated.amount.hedge) };
    const span = shift(stated.number, block.span.start);
    const written = block.prose.slice(stated.number.start, stated.number.end);
    if (stated.percent) {
      const share = sum.reduce((s, p) => s + p.value, 0);
      const slack = 0.5 * sum.length + 1e-9;
      if (Math.abs(share - whole.value) <= slack) return [];
      return [{ span, written, total: whole.value, percent: true, along, judgement: { result: 'off', low: share, high: share } }];
    }
    const judgement = judgeSum(whole, sum, true);
    return judgement.result === 'fits' || (judgement.result === 'near' && [whole, ...sum].some(s => s.hedged)) ? [] : [{ span, written, total: whole.value, percent: false, along, judgement }];
  }
}
