import type { BlockText, GradeMention } from '../model';

const TAG = /\[([A-Za-z][-/ ]?\d|\d[-/ ]?[A-Za-z])\]/g;
const CELL = /^\s*\[?([A-Za-z][-/ ]?\d|\d[-/ ]?[A-Za-z])\]?\s*$/;

/** A grade as the Admiralty code has it: the source A-F, the information 1-6 (spec 1.1). */
export const GRADE = /^[A-F][-/ ]?[1-6]$/;

/** What looks like a source grade: a letter and a digit in square brackets, or alone in a table cell. */
export function recognizeGrades(text: BlockText): GradeMention[] {
  const { prose, block } = text;
  const found: GradeMention[] = [];
  const cell = block.kind === 'cell' ? CELL.exec(prose) : null;
  if (cell) {
    const start = prose.indexOf(cell[1]!);
    return [{ span: { start, end: start + cell[1]!.length }, text: cell[1]!, form: 'cell', leading: false }];
  }
  if (!prose.includes('[')) return found;
  for (const m of prose.matchAll(TAG)) {
    const start = m.index + 1;
    found.push({ span: { start, end: start + m[1]!.length }, text: m[1]!, form: 'tag', leading: prose.slice(0, m.index).trim() === '' });
  }
  return found;
}
