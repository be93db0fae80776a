import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { NO_SECTION } from '../../src/document/place';
import type { Block } from '../../src/document/model';
import { splitSentences } from '../../src/document/sentences';
import type { Gazetteer } from '../../src/gazetteer/gazetteer';
import { recognizeDates } from '../../src/recognize/dates/dates';
import { recognizeFigures } from '../../src/recognize/figures/figures';
import type { BlockText, FigureMention } from '../../src/recognize/model';
import { readAmount } from '../../src/recognize/figures/numbers';
import { textOf } from '../../src/recognize/text';

const root = process.cwd();

interface Labelled {
  readonly text: string;
  readonly figures: readonly string[];
}

export interface Score {
  readonly sentences: number;
  readonly labelled: number;
  readonly precision: number;
  readonly recall: number;
  readonly missed: readonly string[];
}

function blockText(prose: string, gazetteer: Gazetteer): BlockText {
  const sentences = splitSentences(prose);
  const block: Block = { kind: 'paragraph', span: { start: 0, end: prose.length }, prose, quoted: false, quotes: [], sentences, works: [], section: NO_SECTION, content: {} };
  return textOf(block, gazetteer);
}

/** A figure is right when its interval, unit, force, place and status all are. */
export function scoreFigures(gazetteer: Gazetteer): Score {
  const { sentences } = parse(readFileSync(path.join(root, 'test/accuracy/figures.yaml'), 'utf8')) as { sentences: Labelled[] };
  let right = 0;
  let labelled = 0;
  let read = 0;
  const missed: string[] = [];
  for (const { text, figures } of sentences) {
    const block = blockText(text, gazetteer);
    const left = new Set(recognizeFigures(block, gazetteer, recognizeDates(block)).filter(isForce));
    read += left.size;
    labelled += figures.length;
    for (const label of figures) {
      const found = [...left].find(f => fits(f, label));
      if (found) {
        right++;
        left.delete(found);
      } else missed.push(`${text} — ${label}`);
    }
    for (const extra of left) missed.push(`${text} — read as ${describeFigure(extra)}`);
  }
  return { sentences: sentences.length, labelled, precision: right / read, recall: right / labelled, missed };
}

/** Figures of forces, formations and equipment; other kinds are in numbers-open.yaml. */
const isForce = (figure: FigureMention): boolean => !figure.unit.includes(':');

function fits(figure: FigureMention, label: string): boolean {
  const [amount, ...rest] = label.split(' | ');
  const expected = readAmount(amount!)?.implied;
  return expected !== undefined && expected.low === figure.implied.low && expected.high === figure.implied.high
    && expected.lowClosed === figure.implied.lowClosed && expected.highClosed === figure.implied.highClosed && rest.join(' | ') === describeKey(figure);
}

const describeKey = (f: FigureMention): string => [f.unit, f.force?.id ?? '-', f.scope ?? '-', f.status].join(' | ');
const describeFigure = (f: FigureMention): string => `${f.surface}: ${describeKey(f)}`;
