import { contentHash } from '../base/hash';
import type { PartialDate } from '../base/edtf';
import { complete } from './complete';
import { SECTION_NAMES } from './fields';
import type { Target } from './fields';
import type { GazetteerData, Id, Organization, Person, Post, Problem, Records, Source } from './model';
import type { ProfileDraft } from './profiles';
import { readGazetteerFile, SCHEMA } from './read';
import type { Draft, Path, ReadFile } from './read';
import { withEvidence } from './evidence';
import { scheduled, scheduleOf } from './schedule';
import { validate } from './validate';
import { validateShipped } from './validate-evidence';
import type { Whole } from './validate';

/** All records read, checked and put together: what `file/write.ts` makes the compiled file of. */
export interface Compiled extends GazetteerData {
  /** As written; `extends` is followed when opened. */
  readonly profiles: readonly ProfileDraft[];
}

export interface GazetteerFile {
  /** Relative to the gazetteer's folder, or as shown to people. */
  readonly path: string;
  readonly text: string;
}

export interface Compilation {
  readonly compiled: Compiled;
  readonly problems: readonly Problem[];
}

/** Reads, checks and puts together the files of the bundled gazetteer, in the order of their paths; with `look`, remarks are made too. */
export function compileFiles(files: readonly GazetteerFile[], look?: Whole['look']): Compilation {
  const sorted = [...files].sort((a, b) => compare(a.path, b.path));
  const read = sorted.map((file, index) => readGazetteerFile(file.path, file.text, index));
  const problems = read.flatMap(file => file.problems);
  const checked = latestCheck(read, problems);
  const drafts = unique(read, problems);
  const assembled = assemble(drafts, draft => (draft.origin.file < read.length ? read[draft.origin.file]!.checked : undefined) ?? checked);
  const paths = sorted.map(file => file.path);
  const together = validate({
    records: assembled.records, sources: assembled.sources, profiles: assembled.profiles, unused: true, ...(look ? { look } : {}),
    at: assembled.at(paths),
  });
  const body = {
    schema: SCHEMA, checked, files: paths,
    sources: Object.fromEntries([...assembled.sources].sort(([a], [b]) => compare(a, b))),
    records: assembled.records,
    profiles: [...assembled.profiles.values()].sort((a, b) => compare(a.id, b.id)),
  } as const;
  const compiled: Compiled = { version: contentHash(toJson(body)), ...body };
  return { compiled, problems: [...problems, ...assembled.problems(paths), ...validateShipped(sorted, drafts), ...together].sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column) };
}

/** JSON text of compiled data: dates as EDTF text, since JSON has no infinity for their open ends. */
export function toJson(data: unknown): string {
  return JSON.stringify(data, (_key, value: unknown) => (isDate(value) ? value.text : value));
}

function isDate(value: unknown): value is PartialDate {
  return typeof value === 'object' && value !== null && 'precision' in value && 'earliest' in value;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function latestCheck(files: readonly ReadFile[], problems: Problem[]): PartialDate {
  let latest: PartialDate = { text: '..', precision: 'open', uncertain: false, earliest: -Infinity, latest: Infinity };
  for (const file of files) {
    const records = file.drafts.some(draft => draft.section !== 'profiles' && draft.section !== 'sources');
    if (!file.checked && records) {
      problems.push({ file: file.path, line: 1, column: 1, severity: 'error', message: 'This file does not say when it was checked: add “checked: 2026-11-24” at its top.' });
    }
    if (file.checked && (latest.precision === 'open' || file.checked.latest > latest.latest)) latest = file.checked;
  }
  return latest;
}

/** The drafts of all files; an id that is given twice is told, and its first record stays. */
function unique(files: readonly ReadFile[], problems: Problem[]): Draft[] {
  const seen = new Map<string, Draft>();
  for (const file of files) {
    for (const draft of file.drafts) {
      const key = `${draft.section} ${draft.id}`;
      const first = seen.get(key);
      if (!first) seen.set(key, draft);
      else {
        const where = `${files[first.origin.file]!.path}:${first.origin.line}`;
        problems.push({ file: file.path, ...draft.at(['id']), severity: 'error', message: `The id ‘${draft.id}’ is taken: ${where}.` });
      }
    }
  }
  return [...seen.values()];
}

/** Whole records made of drafts, with the way back from each to its place. */
export interface Assembled {
  readonly records: Records;
  readonly sources: ReadonlyMap<Id, Source>;
  readonly profiles: ReadonlyMap<Id, ProfileDraft>;
  readonly draftOf: ReadonlyMap<object, Draft>;
  problems(paths: readonly string[]): readonly Problem[];
  at(paths: readonly string[]): (record: object, path: Path) => { file: string; line: number; column: number };
}

/** `below`: sources that the drafts may cite beside their own. */
export function assemble(drafts: Iterable<Draft>, checkedOf: (draft: Draft) => PartialDate, below: Readonly<Record<Id, Source>> = {}): Assembled {
  const lists = new Map<Target, object[]>(SECTION_NAMES.map(section => [section, []]));
  const sources = new Map<Id, Source>();
  const profiles = new Map<Id, ProfileDraft>();
  const draftOf = new Map<object, Draft>();
  const incomplete: { draft: Draft; missing: readonly string[] }[] = [];
  for (const draft of drafts) {
    if (draft.remove) continue;
    const { record, missing } = complete(draft, checkedOf(draft));
    if (missing.length > 0) {
      incomplete.push({ draft, missing });
      continue;
    }
    const kept = draft.section === 'profiles' ? { id: draft.id, ...record } : record;
    draftOf.set(kept, draft);
    if (draft.section === 'sources') sources.set(draft.id, kept as unknown as Source);
    else if (draft.section === 'profiles') profiles.set(draft.id, kept as ProfileDraft);
    else lists.get(draft.section)!.push(kept);
  }
  const people = lists.get('people')!;
  const find = (id: Id): Source | undefined => sources.get(id) ?? (Object.hasOwn(below, id) ? below[id] : undefined);
  const schedule = scheduleOf({ posts: lists.get('posts') as Post[], organizations: lists.get('organizations') as Organization[] });
  people.forEach((person, i) => {
    const weighed = scheduled(withEvidence(person as Person, find), schedule);
    draftOf.set(weighed, draftOf.get(person)!);
    if (weighed !== person) draftOf.delete(person);
    people[i] = weighed;
  });
  // The tables of `fields.ts` are what the types of `model.ts` say; this is the one place that trusts it.
  const records = Object.fromEntries([...lists].map(([section, list]) => [
    section, (list as { id: Id }[]).sort((a, b) => compare(a.id, b.id)),
  ])) as unknown as Records;
  return {
    records, sources, profiles, draftOf,
    problems: paths => incomplete.map(({ draft, missing }) => ({
      file: paths[draft.origin.file] ?? '', ...draft.at([]), severity: 'error' as const,
      message: `‘${draft.id}’ has no ${missing.map(key => `‘${key}’`).join(' and no ')}.`,
    })),
    at: paths => (record, path) => {
      const draft = draftOf.get(record);
      if (!draft) return { file: '', line: 1, column: 1 };
      return { file: paths[draft.origin.file] ?? '', ...draft.at(path) };
    },
  };
}
