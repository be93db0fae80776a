/**
 * The one way in which tests run checks. A sample carries its expectations inside:
 *   ⟦surface⟧{check}                a finding of that check, on exactly that text
 *   ⟦surface⟧{check -> fixed text}  and its first editing fix makes the text inside the marks so
 * `check(...)` asserts that exactly the marked findings come, and applies each stated fix.
 */
import assert from 'node:assert/strict';
import { builtRecords } from './records';
import { type BriefContext, createChancery, type Chancery, type Finding, type LayerFile, type Reading, type Settings } from '../src/chancery';

export const root = process.cwd();

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly check: string | undefined;
  readonly fixed: string | undefined;
}

export interface Sample {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const MARK = /⟦([^⟧]*)⟧(?:\{([a-z-]+)(?: -> ([^}]*))?\})?/g;

/** Takes the marks out of a sample. */
export function unmark(marked: string): Sample {
  let text = '';
  let at = 0;
  const marks: Mark[] = [];
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(at, match.index);
    marks.push({ start: text.length, end: text.length + match[1]!.length, check: match[2], fixed: match[3] });
    text += match[1]!;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), marks };
}

const opened = new Map<string, Chancery>();

/** The engine over the shipped records, or over the invented country (`world`), with layers. Opened once for each. */
export function engine(records: 'shipped' | 'world', settings: Settings = {}, layers: readonly LayerFile[] = []): Chancery {
  const key = `${records} ${JSON.stringify([settings, layers])}`;
  let chancery = opened.get(key);
  if (!chancery) {
    chancery = createChancery({
      gazetteer: builtRecords(records),
      layers,
    }, settings);
    if (layers.length === 0) assert.deepEqual(chancery.problems, []);
    opened.set(key, chancery);
  }
  return chancery;
}

const FRONT = '---\ndate: 2022-01-12\nhouse-style: neutral\n---\n\n';

export function read(records: 'shipped' | 'world', text: string, settings: Settings = {}, context: Partial<BriefContext> = {}): Reading {
  return engine(records, settings).open({ language: 'markdown', always: true, ...context }).update(text)!;
}

export function describeFindings(reading: Reading): string {
  return reading.findings.map(f => `  ${f.check} ${f.severity} ‘${reading.text.slice(f.span.start, f.span.end)}’: ${f.message}`).join('\n');
}

function apply(text: string, finding: Finding): string | undefined {
  const fix = finding.fixes.find(f => f.edits.length > 0);
  if (!fix) return undefined;
  return [...fix.edits].sort((a, b) => b.span.start - a.span.start).reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
}

/** Checks a marked sample over the invented country: exactly the marked findings, and their fixes. */
export function check(marked: string, options: { frontMatter?: string; settings?: Settings } = {}): Reading {
  const front = options.frontMatter ?? FRONT;
  const sample = unmark(front + marked);
  const reading = read('world', sample.text, options.settings);
  assert.deepEqual(reading.failures, []);
  const expected = sample.marks.map(m => `${m.check} ${m.start}-${m.end} ‘${sample.text.slice(m.start, m.end)}’`);
  const actual = reading.findings.map(f => `${f.check} ${f.span.start}-${f.span.end} ‘${sample.text.slice(f.span.start, f.span.end)}’`);
  assert.deepEqual([...actual].sort(), [...expected].sort(), `findings:\n${describeFindings(reading)}`);
  for (const mark of sample.marks) {
    if (mark.fixed === undefined) continue;
    const finding = reading.findings.find(f => f.check === mark.check && f.span.start === mark.start)!;
    const after = apply(sample.text, finding);
    const whole = sample.text.slice(0, mark.start) + mark.fixed + sample.text.slice(mark.end);
    assert.equal(after, whole, `fix of ${mark.check}`);
  }
  return reading;
}

/** One example of a check's page: reported where any of the check's findings overlaps a mark. */
export function exampleReported(id: string, marked: string): { marks: number; found: number; reading: Reading } {
  const sample = unmark(marked.startsWith('---\n') ? marked : FRONT + marked);
  const reading = read('shipped', sample.text);
  const own = reading.findings.filter(f => f.check === id);
  const hit = sample.marks.filter(m => own.some(f => f.span.start < m.end && m.start < f.span.end));
  return { marks: sample.marks.length, found: sample.marks.length > 0 ? hit.length : own.length, reading };
}
