import { columnsOf } from '../../english/vocabulary';
import { contentHash } from '../../base/hash';
import { toJson, type Compiled } from '../compile';
import type { Id, Organization, Post, RecordBase, State } from '../model';
import { TABLES, WITH_BIT } from '../tables/all';
import { LAST_WORDS } from '../tables/names';
import type { Ground } from '../tables/table';
import { buildDeletions } from './deletions';
import { writeRecords, type RecordMeta } from './records';
import { asciiBytes, asciiJson, type Column, writeSections } from './sections';
import { TrieBuilder } from './trie';

/** What stands in the header of the file beside the places of its sections. */
export interface FileMeta {
  readonly schema: Compiled['schema'];
  readonly version: string;
  readonly checked: string;
  readonly files: readonly string[];
  readonly profiles: unknown;
  readonly records: RecordMeta;
  readonly tables: readonly string[];
  /** Has ordinary words of English. */
  readonly english: boolean;
}

/** Bits of the column of words. */
export const ENGLISH = 1;

/** The compiled gazetteer as one file (`sections.ts`), with every index in it. `words`: ordinary English words, folded. */
export function writeGazetteer(compiled: Compiled, words: Iterable<string>): Uint8Array {
  const records = writeRecords(compiled.records, compiled.sources, toJson);
  const list = [''];
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    let id = ids.get(word);
    if (id === undefined) {
      ids.set(word, (id = list.length));
      list.push(word);
    }
    return id;
  };
  const english = [...words];
  for (const word of english) idOf(word);

  const ground = groundOf(compiled);
  const builders = TABLES.map(spec => {
    const trie = new TrieBuilder();
    for (const section of spec.sections) {
      for (const record of compiled.records[section] as readonly RecordBase[]) {
        const number = records.numberOf(section, record.id);
        for (const [phrase, value] of spec.entries(record, section, ground)) if (phrase.length > 0) trie.add(phrase.map(idOf), [number, value]);
      }
    }
    return trie;
  });

  const columns = new Map<string, Column>();
  const starts = new Uint32Array(list.length);
  const parts: string[] = [];
  let end = 0;
  TABLES.forEach((spec, t) => {
    const built = builders[t]!.build(end, values => {
      const text = asciiJson(values);
      parts.push(text);
      return (end += text.length);
    });
    for (const [name, column] of Object.entries(built)) columns.set(`table.${spec.name}.${name}`, column as Int32Array);
    if (t < WITH_BIT) for (const id of builders[t]!.starts()) starts[id]! |= 1 << t;
  });
  const values = new Uint8Array(end);
  let at = 0;
  for (const part of parts) {
    values.set(asciiBytes(part), at);
    at += part.length;
  }

  const slips = [...builders[TABLES.indexOf(LAST_WORDS)]!.starts()].map(id => [list[id]!, id] as const);
  for (const [name, column] of Object.entries(buildDeletions(slips))) columns.set(`deletions.${name}`, column as Int32Array);
  for (const [name, column] of Object.entries(columnsOf(list))) columns.set(`words.${name}`, column as Column);
  const kinds = new Uint8Array(list.length);
  for (const word of english) kinds[idOf(word)]! |= ENGLISH;
  columns.set('words.kinds', kinds);
  columns.set('words.starts', starts);
  for (const [name, column] of records.columns) columns.set(name, column);
  const meta: FileMeta = {
    schema: compiled.schema, version: contentHash(`${compiled.version}\0${english.join('\n')}`), checked: compiled.checked.text, files: compiled.files,
    profiles: JSON.parse(toJson(compiled.profiles)), records: records.meta, tables: TABLES.map(spec => spec.name), english: english.length > 0,
  };
  return writeSections({ columns, heaps: new Map([['records', records.heap], ['values', values]]), meta });
}

/** Look-ups over records that are all in memory. */
function groundOf({ records }: Compiled): Ground {
  const states = new Map<Id, State>(records.states.map(state => [state.id, state]));
  const bodies = new Map<Id, Organization>(records.organizations.map(body => [body.id, body]));
  const posts = new Map<Id, Post>(records.posts.map(post => [post.id, post]));
  const lineage = (id: Id): readonly Organization[] => lineageOf(id, each => bodies.get(each));
  const stateOf = (id: Id): Id | undefined => lineage(id).find(body => body.state !== undefined)?.state;
  return {
    state: id => states.get(id), lineage, stateOf,
    stateOfPost: id => {
      const post = posts.get(id);
      return post && stateOf(post.organization);
    },
  };
}

/** The body and what it is part of, nearest first; a circle ends where it closes. */
export function lineageOf(organization: Id, find: (id: Id) => Organization | undefined): readonly Organization[] {
  const line: Organization[] = [];
  for (let body = find(organization); body && !line.includes(body);) {
    line.push(body);
    body = body.parent === undefined ? undefined : find(body.parent);
  }
  return line;
}
