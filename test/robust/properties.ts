/** What has to hold of any input: each kind of input with its property, for the fuzz and for its slice in `npm test`. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addToList, type Brief, createChancery, type Edit, type Finding, IMPORT_FORMATS, planImport, type Reading, reportText, type Resources } from '../../src/chancery';
import { addException } from '../../src/hosts/vscode/exceptions-file';
import { overlaps } from '../../src/base/span';
import { readYaml } from '../../src/yaml/yaml';
import { engine, root } from '../check';
import { builtRecords } from '../records';
import { edit, edited, type EditOf, mutated, mutatedInput, mutatedYaml, note, seedTexts, shortNote } from './arbitrary';

export interface Kind {
  readonly name: string;
  /** Inputs of a turn: cheap kinds take many. */
  readonly turn: number;
  /** Counted besides inputs: comparisons, fixes. */
  readonly counts: Record<string, number>;
  property(): fc.IProperty<unknown>;
}

const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const fresh = (of: string, language: 'markdown' | 'plaintext' = 'markdown', records: 'shipped' | 'world' = 'shipped'): Reading => engine(records).open({ language, always: true }).update(of)!;
/** Over the invented country: everything is read by the same code, and little of it is about the world. */
const small = (of: string, language: 'markdown' | 'plaintext' = 'markdown'): Reading => fresh(of, language, 'world');

/** Says nothing of how it was made. */
const SLIPS = /\bundefined\b|\bNaN\b|\[object |\bInfinity\b/;

export function inOrder(edits: readonly Edit[], length: number): void {
  let end = 0;
  for (const { span } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    assert.ok(span.start >= end && span.end >= span.start && span.end <= length, 'edits overlap or leave the text');
    end = span.end;
  }
}

export function soundReading(of: string, reading: Reading, places = 12): void {
  assert.deepEqual(reading.failures, []);
  assert.equal(reading.text, of);
  for (const { span, message, related, fixes: offered } of reading.findings) {
    for (const place of [span, ...related.map(r => r.span)]) assert.ok(place.start >= 0 && place.start <= place.end && place.end <= of.length, `${message}: ${JSON.stringify(place)}`);
    if (!SLIPS.test(of)) for (const said of [message, ...related.map(r => r.message), ...offered.map(f => f.title)]) assert.doesNotMatch(said, SLIPS);
    for (const fix of offered) inOrder(fix.edits, of.length);
  }
  inOrder(reading.fixAll(), of.length);
  const step = Math.max(1, Math.floor(of.length / places));
  for (let at = 0; at <= of.length; at += step) {
    const card = reading.hoverAt(at);
    if (card) {
      // of an office before a name the card is the name's, and stands there
      assert.ok(card.span.start >= 0 && card.span.start < card.span.end && card.span.end <= of.length, JSON.stringify(card.span));
      if (!SLIPS.test(of)) assert.doesNotMatch(JSON.stringify(card), /\bundefined\b|\bNaN\b|\[object /);
    }
    reading.draftAt({ start: at, end: Math.min(of.length, at + 20) });
  }
}

/** After each edit a reading equals a fresh one of the same text. */
function follows(counts: Record<string, number>, brief: Brief, start: string, changes: readonly EditOf[], read: (of: string) => Reading): void {
  brief.update(start);
  changes.reduce((now, change) => {
    const next = edited(now, change);
    counts['comparisons']!++;
    assert.deepEqual(plain(brief.update(next)!), plain(read(next)));
    return next;
  }, start);
}

const plain = ({ findings, standing, judgedBy, datesFound, houseStyle }: Reading): unknown => ({ findings, standing, judgedBy, datesFound, houseStyle });

/** As editors do it: what is put in at one place comes in the order of the edits. */
export function applied(of: string, edits: readonly Edit[]): string {
  return edits.toReversed().sort((a, b) => b.span.start - a.span.start).reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), of);
}

const RANK = { hint: 0, information: 1, warning: 2, error: 3 } as const;

/** Places of quotations that the writer did not write: safe fixes leave them alone. */
function quotations(of: string): readonly (readonly [number, number])[] {
  return [...of.matchAll(/“[^“”\n]{1,400}”/g)].map(match => [match.index + 1, match.index + match[0].length - 1] as const);
}

/**
 * What these correct lets more be read: facts are judged by a day that is written out, of a body that is named rightly;
 * a comment that is taken away may have stood in the way of a table. What is found elsewhere then was there before.
 */
const UNCOVERS = /^(?:suppression-unused|date-|org-name-variant|acronym-unexpanded|name-|event-date-mismatch)/;

/** One finding's fix, applied to the text that it was made for. */
function localFix(of: string, reading: Reading, finding: Finding, edits: readonly Edit[], read: (of: string) => Reading): void {
  const after = applied(of, edits);
  const later = read(after);
  soundReading(after, later);
  const moved = (at: number): number => edits.reduce((n, e) => n + (e.span.end <= at ? e.text.length - (e.span.end - e.span.start) : 0), at);
  // by number: one as it may stand beside it, and come into its place
  const same = (whole: string, findings: readonly Finding[]): number => findings.filter(f => f.check === finding.check && f.message === finding.message && whole.slice(f.span.start, f.span.end) === of.slice(finding.span.start, finding.span.end)).length;
  const stands = later.findings.some(f => f.check === finding.check && f.message === finding.message && f.span.start === moved(finding.span.start));
  assert.ok(!stands || same(after, later.findings) < same(of, reading.findings), 'the finding stays');
  const written = edits.map(e => ({ start: moved(e.span.start), end: moved(e.span.start) + e.text.length }));
  const uncovers = UNCOVERS.test(finding.check);
  // by check: what a fix writes may stand in the words of another finding
  const above = (findings: readonly Finding[]): Finding[] => findings.filter(f => RANK[f.severity] > RANK[finding.severity] && !(uncovers && findings === later.findings && !written.some(w => overlaps(w, f.span))));
  for (const check of new Set(above(later.findings).map(f => f.check))) {
    const count = (findings: readonly Finding[]): number => above(findings).filter(f => f.check === check).length;
    assert.ok(count(later.findings) <= count(reading.findings), `${finding.severity}, fixed by ${JSON.stringify(edits)}, brings more of ${check}`);
  }
}

function fixes(counts: Record<string, number>, of: string, read: (of: string) => Reading): void {
  const reading = read(of);
  for (const finding of reading.findings) {
    for (const fix of finding.fixes) {
      if (fix.edits.length === 0) continue;
      counts['fixes']!++;
      if (fix.safe) {
        counts['safe']!++;
        for (const { span } of fix.edits) for (const [start, end] of quotations(of)) assert.ok(span.end <= start || span.start >= end, `a safe fix in a quotation: ${finding.message}`);
      }
      try {
        localFix(of, reading, finding, fix.edits, read);
      } catch (problem) {
        throw new Error(`${finding.check}, fix ‘${fix.title}’: ${problem instanceof Error ? problem.message : String(problem)}`, { cause: problem });
      }
    }
  }
  let now = of;
  for (let round = 0; ; round++) {
    const changes = read(now).fixAll();
    if (changes.length === 0) break;
    counts['rounds']!++;
    assert.ok(round < 2, 'fix-all does not settle');
    now = applied(now, changes);
  }
}

const yamlOf = (folder: string): string[] => readdirSync(path.join(root, folder)).filter(f => f.endsWith('.yaml')).map(f => text(`${folder}/${f}`)).filter(t => t.length < 30_000);
const world = (): Resources => ({ gazetteer: builtRecords('world') });

function soundFiles(resources: Resources, exceptions: string): void {
  const chancery = createChancery(resources, { exceptions: [{ path: 'exceptions.yaml', text: exceptions }] });
  for (const { line, column, message } of chancery.problems) assert.ok(line >= 1 && column >= 1 && message.length > 3);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  const sample = '---\ndate: 2022-01-12\n---\n\nKorvian Deputy Foreign Minister Ada Moss met NATO. The President of Korvia spoke on 30 February 2022.\n';
  soundReading(sample, chancery.open({ language: 'markdown', always: true }).update(sample)!);
}

/** An exception that is added leaves the file readable as it was, and is in it once. */
function addable(of: string, name: string): void {
  const added = addException(of, { kind: 'known-name', text: name });
  if (added.kind !== 'added') return;
  const before = readYaml(of);
  if (before.problems.length > 0) return;
  const after = readYaml(added.text);
  assert.deepEqual(after.problems.filter(p => p.severity === 'error'), [], added.text);
  const list = (after.value as Record<string, unknown>)['known-names'];
  assert.ok(Array.isArray(list) && list.includes(name), `${JSON.stringify(name)} is not in\n${added.text}`);
  assert.equal(addException(added.text, { kind: 'known-name', text: name }).kind, 'present');
}

export function kinds(): readonly Kind[] {
  const layers = yamlOf('test/world');
  const styles = yamlOf('gazetteer/profiles');
  const exceptions = ['known-names:\n  - Anna Lee # ours\nkeep: [A, B]\ndistinct:\n  - [Smyth, Smith]\nno-expand: [SCO]\nignore:\n  - {check: name-misspelling, text: Lavrow}\n', '# none\n', ''];
  const inputs = readdirSync(path.join(root, 'test/fixtures/exchange')).map(f => text(`test/fixtures/exchange/${f}`));
  const kind = (name: string, property: (counts: Record<string, number>) => fc.IProperty<unknown>, counts: Record<string, number> = {}, turn = 40): Kind => ({ name, counts, turn, property: () => property(counts) as fc.IProperty<unknown> });
  return [
    kind('short notes', () => fc.property(shortNote, of => soundReading(of, small(of), 3)), {}, 4000),
    kind('short plain texts', () => fc.property(shortNote, of => soundReading(of, small(of, 'plaintext'), 3)), {}, 1000),
    kind('short edits', counts => fc.property(shortNote, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, changes) => follows(counts, engine('world').open({ language: 'markdown', always: true }), start, changes, small)), { comparisons: 0 }, 500),
    kind('short fixes', counts => fc.property(shortNote, of => fixes(counts, of, small)), { fixes: 0, safe: 0, rounds: 0 }, 1000),
    kind('notes', () => fc.property(note(), of => soundReading(of, fresh(of)))),
    kind('plain texts', () => fc.property(note(), of => soundReading(of, fresh(of, 'plaintext')))),
    kind('edits', counts => fc.property(mutated(seedTexts(), 2), fc.array(edit, { minLength: 1, maxLength: 10 }), (start, changes) => follows(counts, engine('shipped').open({ language: 'markdown', always: true }), start, changes, fresh)), { comparisons: 0 }),
    kind('fixes', counts => fc.property(mutated(seedTexts(), 2), of => fixes(counts, of, fresh)), { fixes: 0, safe: 0, rounds: 0 }),
    kind('front matter', () => fc.property(mutatedYaml(['date: 2022-01-12\nhouse-style: ap\ntitle: A note\nparticipants: [Ada Moss]\nchancery:\n  known-names: [A]\n']), matter => {
      const of = `---\n${matter}\n---\n\nUS Secretary of State Antony Blinkin spoke.\n`;
      soundReading(of, fresh(of));
    })),
    kind('layers', () => fc.property(mutatedYaml(layers), of => soundFiles({ ...world(), layers: [{ path: 'own.yaml', text: of }] }, ''))),
    kind('house styles', () => fc.property(mutatedYaml(styles), of => soundFiles({ ...world(), layers: [{ path: 'style.yaml', text: of }] }, ''))),
    kind('exceptions', () => fc.property(mutatedYaml(exceptions), of => soundFiles(world(), of))),
    kind('added exceptions', () => fc.property(mutatedYaml(exceptions), fc.oneof(fc.constantFrom('Ada Moss', 'yes', '7', '- x', 'a: b', '#', 'İ’s'), fc.string({ minLength: 1, maxLength: 12 }).filter(s => s.trim() === s && s !== '')), addable)),
    kind('lists', () => fc.property(mutatedYaml(exceptions), fc.constantFrom('keep', 'known-names', 'new-key'), (of, key) => {
      const added = addToList(of, key, 'One');
      assert.ok(added.kind !== 'added' || added.text.includes('One'));
    })),
    kind('imports', () => fc.property(mutatedInput(inputs), fc.constantFrom(...IMPORT_FORMATS), (of, format) => {
      const result = planImport(world(), { format, text: of, checked: '2024-01-01', target: { path: 'imported.yaml' } });
      if (result.accepted) reportText(result.report);
      else assert.ok(result.reasons.length > 0 && result.reasons.every(r => r.length > 3));
    })),
  ];
}
