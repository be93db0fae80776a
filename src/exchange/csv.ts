/** Comma-separated values as RFC 4180 has them. */

export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

export interface CsvRow {
  /** One-based line of the file on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvProblem {
  readonly line: number;
  readonly message: string;
}

const MAX_ROWS = 500_000;

/** One record of cells, quoted where they need it, with the line break of RFC 4180. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell => (/[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replace(/"/g, '""')}"` : cell)).join(',')}\r\n`;
}

/**
 * Reads a table whose first row is its header. A comma separates cells; so does the semicolon or the tab that spreadsheets
 * write in some countries, where the header has more of it. Line breaks may be CRLF, LF or CR; empty lines are stepped over.
 */
export function readCsv(source: string): CsvTable | CsvProblem {
  const text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let began = 1;
  let at = 0;
  while (at < text.length || cells.length > 0) {
    let cell: string;
    if (text[at] === '"') {
      const opened = line;
      let value = '';
      let from = at + 1;
      for (;;) {
        const close = text.indexOf('"', from);
        if (close < 0) return { line: opened, message: 'A quotation mark opens here and is never closed.' };
        value += text.slice(from, close);
        from = close + 1;
        if (text[from] !== '"') break;
        value += '"';
        from++;
      }
      line += breaksIn(text, at, from);
      at = from;
      if (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
        return { line, message: 'Text follows a closing quotation mark: quotation marks inside a cell are written twice.' };
      }
      cell = value;
    } else {
      let to = at;
      while (to < text.length && text[to] !== separator && text[to] !== '\n' && text[to] !== '\r') to++;
      cell = text.slice(at, to);
      at = to;
    }
    cells.push(cell);
    if (text[at] === separator) {
      at++;
      // A separator at the very end opens one more, empty cell.
      if (at < text.length) continue;
      cells.push('');
    }
    if (text[at] === '\r') at++;
    if (text[at] === '\n') at++;
    if (cells.length > 1 || cells[0]!.trim() !== '') rows.push({ line: began, cells });
    cells = [];
    line++;
    began = line;
    if (rows.length > MAX_ROWS) return { line: began, message: `There are more than ${MAX_ROWS} rows.` };
  }
  const [header, ...rest] = rows;
  if (!header) return { line: 1, message: 'There is no header: the first row names the columns.' };
  for (const row of rest) {
    if (row.cells.length > header.cells.length) return { line: row.line, message: `This row has ${row.cells.length} cells, the header has ${header.cells.length}.` };
  }
  return { header: header.cells.map(cell => cell.trim()), rows: rest };
}

function separatorOf(text: string): string {
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  const header = text.slice(0, end).replace(/"[^"]*"/g, '');
  const count = (mark: string): number => header.split(mark).length - 1;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) count++;
  }
  return count;
}
