import { parseDate } from '../../base/edtf';
import { type Columns, Vocabulary } from '../../english/vocabulary';
import { SECTION_NAMES } from '../fields';
import type { GazetteerData, Id, RecordBase, Records, Section, Source } from '../model';
import type { ProfileDraft } from '../profiles';
import { revive } from '../revive';
import { TABLES, WITH_BIT } from '../tables/all';
import type { Entry, Hit, Table, TableSpec } from '../tables/table';
import { type DeletionColumns, inBucket, isDeletion } from './deletions';
import { RecordFile } from './records';
import { type ByteSource, inMemory, openSections, type OpenSections } from './sections';
import { ROOT, step, type TrieColumns } from './trie';
import { ENGLISH, type FileMeta } from './write';

/** A compiled gazetteer as opened: nothing is read of it that was not asked for. */
export class GazetteerFile {
  readonly vocabulary: Vocabulary;
  readonly profiles: ReadonlyMap<Id, ProfileDraft>;
  readonly data: GazetteerData;
  /** Has ordinary words of English. */
  readonly hasWords: boolean;
  private readonly meta: FileMeta;
  private readonly sections: OpenSections;
  private readonly records: RecordFile;
  private readonly kinds: Uint8Array;
  private readonly starts: Uint32Array;
  private readonly deletions: DeletionColumns;
  private readonly lists = new Map<Section, readonly RecordBase[]>();

  /** @throws where the bytes are no compiled gazetteer of this version */
  constructor(source: Uint8Array | ByteSource) {
    this.sections = openSections(source instanceof Uint8Array ? inMemory(source) : source);
    this.meta = this.sections.meta as FileMeta;
    const missing = TABLES.find((spec, i) => this.meta.tables[i] !== spec.name);
    if (missing) throw new Error(`The file has no table of ${missing.name}.`);
    const columns: Columns = {
      at: this.sections.column('words.at'), pool: this.sections.column('words.pool'), slots: this.sections.column('words.slots'),
    };
    this.vocabulary = new Vocabulary(columns);
    this.kinds = this.sections.column('words.kinds');
    this.starts = this.sections.column('words.starts');
    this.deletions = { bucket: this.sections.column('deletions.bucket'), word: this.sections.column('deletions.word') };
    this.records = new RecordFile(this.sections, this.meta.records);
    this.hasWords = this.meta.english;
    this.profiles = new Map((this.meta.profiles as ProfileDraft[]).map(profile => {
      revive('profiles', profile);
      return [profile.id, profile];
    }));
    this.data = this.dataOf();
  }

  private dataOf(): GazetteerData {
    const { schema, version, checked, files } = this.meta;
    const all = Object.defineProperties({}, Object.fromEntries(SECTION_NAMES.map(section => [section, { enumerable: true, get: () => this.all(section) }])));
    let sources: Readonly<Record<Id, Source>> | undefined;
    const read = (): Readonly<Record<Id, Source>> => (sources ??= this.allSources());
    return { schema, version, checked: parseDate(checked) ?? OPEN, files, get sources() { return read(); }, records: all as Records };
  }

  /** All records of a section, by id. */
  private all(section: Section): readonly RecordBase[] {
    let list = this.lists.get(section);
    if (!list) {
      const [from, to] = this.records.range(section);
      list = Array.from({ length: to - from }, (_, i) => this.records.record(from + i) as RecordBase);
      this.lists.set(section, list);
    }
    return list;
  }

  find<S extends Section>(section: S, id: Id): Records[S][number] | undefined {
    const n = this.records.find(section, id);
    return n === undefined ? undefined : this.records.record(n) as Records[S][number];
  }

  ids(section: Section): readonly Id[] {
    const [from, to] = this.records.range(section);
    return Array.from({ length: to - from }, (_, i) => this.records.idOf(from + i));
  }

  source(id: Id): Source | undefined {
    const n = this.records.find('sources', id);
    return n === undefined ? undefined : this.records.record(n) as Source;
  }

  private allSources(): Readonly<Record<Id, Source>> {
    const [from, to] = this.records.range('sources');
    return Object.fromEntries(Array.from({ length: to - from }, (_, i) => [this.records.idOf(from + i), this.records.record(from + i) as Source]));
  }

  isWord(folded: string): boolean {
    return (this.kinds[this.vocabulary.find(folded)]! & ENGLISH) !== 0;
  }

  /** Ordinary words of English. */
  englishWords(): string[] {
    const words: string[] = [];
    this.kinds.forEach((kind, id) => {
      if ((kind & ENGLISH) !== 0) words.push(this.vocabulary.word(id));
    });
    return words;
  }

  table<V>(spec: TableSpec<V>): FileTable<V> {
    const number = TABLES.indexOf(spec as TableSpec<unknown>);
    const starts = number < WITH_BIT ? this.starts : undefined;
    const column = (name: string): Int32Array => this.sections.column(`table.${spec.name}.${name}`);
    return new FileTable<V>(this.vocabulary, starts, number, { first: column('first'), word: column('word'), value: column('value') }, (from, to) =>
      (JSON.parse(this.sections.text('values', from, to)) as [number, V][]).map(([n, value]) => ({ section: this.records.sectionOf(n), id: this.records.idOf(n), value })));
  }

  /** Words that have the key among their deletions (`deletions.ts`), of those that a slip may be made in. */
  withDeletion(key: string): string[] {
    const found: string[] = [];
    for (const id of inBucket(this.deletions, key)) {
      const word = this.vocabulary.word(id);
      if (isDeletion(key, word)) found.push(word);
    }
    return found;
  }
}

const OPEN = { text: '..', precision: 'open', uncertain: false, earliest: -Infinity, latest: Infinity } as const;

const NONE: readonly Entry<never>[] = [];

/** A table as it stands in the file. `masked` records are passed over. */
export class FileTable<V> implements Table<V> {
  private readonly read = new Map<number, readonly Entry<V>[]>();
  private masked: ((section: Section, id: Id) => boolean) | undefined;

  constructor(private readonly vocabulary: Vocabulary, private readonly starts: Uint32Array | undefined, private readonly bit: number, private readonly trie: TrieColumns,
    private readonly entries: (from: number, to: number) => readonly Entry<V>[]) {}

  mask(masked: (section: Section, id: Id) => boolean): void {
    this.masked = masked;
  }

  longest(words: readonly string[], from: number): Hit<V> | undefined {
    return this.walk(i => this.vocabulary.find(words[i]!), from, words.length);
  }

  follow(ids: ArrayLike<number>, from: number): Hit<V> | undefined {
    return from < ids.length && this.begins(ids[from]!) ? this.walk(i => ids[i]!, from, ids.length) : undefined;
  }

  private walk(idAt: (i: number) => number, from: number, length: number): Hit<V> | undefined {
    let node = from < length ? this.begin(idAt(from)) : -1;
    const found: number[] = [];
    for (let i = from; node >= 0; node = i < length ? this.next(node, idAt(i)) : -1) {
      i++;
      if (this.trie.value[node + 1]! > this.trie.value[node]!) found.push(node, i);
    }
    for (let k = found.length - 2; k >= 0; k -= 2) {
      const values = this.valuesAt(found[k]!);
      if (values.length > 0) return { values, end: found[k + 1]! };
    }
    return undefined;
  }

  exact(words: readonly string[]): readonly Entry<V>[] {
    const node = this.nodeOf(words);
    return node < 0 ? NONE : this.valuesAt(node);
  }

  has(words: readonly string[]): boolean {
    const node = this.nodeOf(words);
    if (node < 0 || this.trie.value[node] === this.trie.value[node + 1]) return false;
    return !this.masked || this.valuesAt(node).length > 0;
  }

  private nodeOf(words: readonly string[]): number {
    let node = words.length > 0 ? this.begin(this.vocabulary.find(words[0]!)) : -1;
    for (let i = 1; i < words.length && node >= 0; i++) node = this.next(node, this.vocabulary.find(words[i]!));
    return node;
  }

  begins(id: number): boolean {
    return id !== 0 && (this.starts === undefined || ((this.starts[id] ?? 0) >>> this.bit & 1) === 1);
  }

  private begin(id: number): number {
    return this.begins(id) ? step(this.trie, ROOT, id) : -1;
  }

  private next(node: number, id: number): number {
    return id === 0 || this.trie.first[node] === this.trie.first[node + 1] ? -1 : step(this.trie, node, id);
  }

  private valuesAt(node: number): readonly Entry<V>[] {
    let values = this.read.get(node);
    if (!values) {
      const [from, to] = [this.trie.value[node]!, this.trie.value[node + 1]!];
      values = from === to ? NONE : this.entries(from, to);
      const { masked } = this;
      if (masked) values = values.filter(entry => !masked(entry.section, entry.id));
      this.read.set(node, values);
    }
    return values;
  }
}

