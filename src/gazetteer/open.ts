import type { Day } from '../base/edtf';
import { contentHash } from '../base/hash';
import { assemble, compare } from './compile';
import type { Compiled, GazetteerFile as YamlFile } from './compile';
import type { Vocabulary } from '../english/vocabulary';
import { SECTION_NAMES } from './fields';
import type { Target } from './fields';
import type { Gazetteer, Holding } from './gazetteer';
import { GazetteerFile } from './file/open-file';
import type { ByteSource } from './file/sections';
import { lineageOf, writeGazetteer } from './file/write';
import { layeredTable, slipsOf } from './layered-tables';
import { overlay } from './layers';
import type { Estimate, Event, GazetteerData, Id, Instrument, Organization, Person, Post, Problem, RecordBase, Records, Section, Source } from './model';
import { resolveProfile } from './profiles';
import type { ProfileDraft } from './profiles';
import type { Profile } from './profile';
import { readGazetteerFile } from './read';
import type { Draft } from './read';
import { told } from './told';
import { withoutGenerated } from './transliteration/names';
import { HOLDERS } from './tables/names';
import type { Table, TableSpec } from './tables/table';
import { POSTS_OF } from './tables/titles';
import { validate } from './validate';
import type { Whole } from './validate';

export interface Opened {
  readonly gazetteer: Gazetteer;
  /** Of the layers and of what they do together with the bundled records; the rest stays in use. */
  readonly problems: readonly Problem[];
  /** House styles of the file as they are written: opened ones have what they extend in them. */
  readonly profiles: readonly ProfileDraft[];
}

/** How closely layers are looked at. */
export interface Looks {
  /** Remarks on valid records are among the problems. */
  readonly remarks?: boolean;
  /** The day by which open terms are told that nobody has looked at for long. */
  readonly today?: Day;
}

/** Bytes of a compiled gazetteer, or a reader of parts of them. */
export type GazetteerSource = Uint8Array | ByteSource;

/** Layer files, and their text in all (UTF-16 units), that are read. */
const MAX_LAYERS = 500;
const MAX_LAYER_TEXT = 20_000_000;

/**
 * Opens the compiled gazetteer (`dist/gazetteer.bin`, or a reader of parts of it) with the layers over it, lowest first
 * (spec 3.1.8). Nothing is read of it but what is asked for; with layers all records are, as they are judged together.
 * Never throws on a layer.
 */
export function openGazetteer(source: GazetteerSource, layers: readonly YamlFile[] = [], { remarks = true, today }: Looks = {}): Opened {
  const problems: Problem[] = [];
  const file = fileOf(source, problems);
  const profiles = [...file.profiles.values()];
  if (layers.length === 0) return { gazetteer: new Open(file), problems, profiles };
  const look = remarks && file.hasWords ? { isWord: (folded: string) => file.isWord(folded), ...(today === undefined ? {} : { today }) } : undefined;
  return { gazetteer: new Open(file, layered(file, layers, problems, look)), problems: told(problems), profiles };
}

const EMPTY: Compiled = {
  schema: 'chancery-gazetteer/1', version: '', files: [], sources: {}, profiles: [],
  checked: { text: '..', precision: 'open', uncertain: false, earliest: -Infinity, latest: Infinity },
  records: Object.fromEntries(SECTION_NAMES.map(section => [section, []])) as unknown as Records,
};

/** What was read of a source stays read, whatever layers are laid over it. */
const opened = new WeakMap<GazetteerSource, GazetteerFile>();

function fileOf(source: GazetteerSource, problems: Problem[]): GazetteerFile {
  try {
    let file = opened.get(source);
    if (!file) opened.set(source, (file = new GazetteerFile(source)));
    return file;
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    problems.push({ file: 'gazetteer.bin', line: 1, column: 1, severity: 'error', message: `The bundled records cannot be read: reinstall Chancery. ${why}` });
    return new GazetteerFile(writeGazetteer(EMPTY, []));
  }
}

/** Records of layers, put together with those of the file. */
export interface Layered {
  readonly data: GazetteerData;
  readonly profiles: ReadonlyMap<Id, ProfileDraft>;
  /** Whether a layer took the place of a bundled record, or removed it. */
  masked(section: Section, id: Id): boolean;
  /** Records that layers added or changed. */
  readonly own: Records;
}

function layered(file: GazetteerFile, layers: readonly YamlFile[], problems: Problem[], look: Whole['look']): Layered {
  const { data: base, profiles } = file;
  const files = [...base.files];
  const bundled = bundledDrafts(file);
  const drafts = new Map<string, Draft>();
  const checked = new Map<number, GazetteerData['checked']>();
  let length = 0;
  for (const [i, layer] of layers.entries()) {
    length += layer.text.length;
    if (i >= MAX_LAYERS || length > MAX_LAYER_TEXT) {
      problems.push({ file: layer.path, line: 1, column: 1, severity: 'error', message: 'Too many or too large files of people and bodies: this one and those after it are not read.' });
      break;
    }
    const index = files.push(layer.path) - 1;
    const read = readGazetteerFile(layer.path, layer.text, index);
    for (const problem of read.problems) problems.push(problem);
    if (read.checked) checked.set(index, read.checked);
    const here = new Map<string, Draft>();
    for (const draft of read.drafts) {
      const key = keyOf(draft.section, draft.id);
      const twin = here.get(key);
      if (twin) {
        problems.push({ file: layer.path, ...draft.at(['id']), severity: 'error', message: `The id ‘${draft.id}’ is taken: line ${twin.origin.line}.` });
        continue;
      }
      here.set(key, draft);
      drafts.set(key, overlay(drafts.get(key) ?? bundled(draft.section, draft.id), draft));
    }
  }
  const assembled = assemble(drafts.values(), draft => checked.get(draft.origin.file) ?? base.checked, base.sources);
  for (const problem of assembled.problems(files)) problems.push(problem);
  const broken = new Set([...drafts.keys()].filter(key => !drafts.get(key)!.remove));
  for (const draft of assembled.draftOf.values()) broken.delete(keyOf(draft.section, draft.id));
  // A record that a layer left incomplete keeps its bundled form.
  const replaced = (section: Target, id: Id): boolean => {
    const key = keyOf(section, id);
    return drafts.has(key) && !broken.has(key);
  };
  const records = Object.fromEntries(SECTION_NAMES.map(section => [section, mergeSorted(
    base.records[section].filter(record => !replaced(section, record.id)), assembled.records[section],
  )])) as unknown as Records;
  const sources: Record<Id, Source> = Object.fromEntries(Object.entries(base.sources).filter(([id]) => !replaced('sources', id)));
  for (const [id, source] of assembled.sources) sources[id] = source;
  const allProfiles = new Map([...profiles].filter(([id]) => !replaced('profiles', id)));
  for (const [id, profile] of assembled.profiles) allProfiles.set(id, profile);
  const together = validate({
    records, sources: new Map(Object.entries(sources)), profiles: allProfiles,
    judged: new Set(assembled.draftOf.keys()), at: assembled.at(files), ...(look ? { look } : {}),
  });
  // not as arguments of a call: there may be more than fit on the stack
  for (const problem of together) problems.push(problem);
  const version = contentHash(base.version + layers.map(layer => `\0${layer.path}\0${layer.text}`).join(''));
  return { data: { schema: base.schema, version, checked: base.checked, files, sources, records }, profiles: allProfiles, masked: replaced, own: assembled.records };
}

function keyOf(section: Target, id: Id): string {
  return `${section} ${id}`;
}

/** A bundled record as the draft that a layer is laid over. */
function bundledDrafts(file: GazetteerFile): (section: Target, id: Id) => Draft | undefined {
  const lookUp = (section: Target, id: Id): object | undefined => {
    if (section === 'sources') return file.source(id);
    if (section === 'profiles') return file.profiles.get(id);
    return file.find(section, id);
  };
  return (section, id) => {
    const record = lookUp(section, id);
    if (!record) return undefined;
    const origin = 'origin' in record ? record.origin as RecordBase['origin'] : { file: 0, line: 1 };
    const fields = section === 'people' ? { ...record, names: withoutGenerated(record as Person) } : record;
    return { section, id, fields: fields as Record<string, unknown>, origin, remove: false, at: () => ({ line: origin.line, column: 1 }) };
  };
}

function mergeSorted<R extends RecordBase>(a: readonly R[], b: readonly R[]): readonly R[] {
  return b.length === 0 ? a : [...a, ...b].sort((x, y) => compare(x.id, y.id));
}

/** What is asked for is read from the file, or from the records of layers where these took its place. */
class Open implements Gazetteer {
  readonly version: string;
  readonly data: GazetteerData;
  private readonly drafts: ReadonlyMap<Id, ProfileDraft>;
  private readonly own: ReadonlyMap<string, RecordBase>;
  private readonly resolved = new Map<Id, Profile | undefined>();
  private readonly tables = new Map<string, Table<unknown>>();
  private readonly holdings = new Map<Id, readonly Holding[]>();
  private slips: ReadonlyMap<string, readonly string[]> | undefined;
  private all: readonly Profile[] | undefined;

  constructor(private readonly file: GazetteerFile, private readonly layers?: Layered) {
    this.data = layers?.data ?? file.data;
    this.drafts = layers?.profiles ?? file.profiles;
    this.version = this.data.version;
    const own = layers ? SECTION_NAMES.flatMap(section => (layers.own[section] as readonly RecordBase[]).map(record => [keyOf(section, record.id), record] as const)) : [];
    this.own = new Map(own);
  }

  get vocabulary(): Vocabulary { return this.file.vocabulary; }

  private find<S extends Section>(section: S, id: Id): Records[S][number] | undefined {
    const { layers } = this;
    if (!layers) return this.file.find(section, id);
    const own = this.own.get(keyOf(section, id));
    if (own) return own as Records[S][number];
    return layers.masked(section, id) ? undefined : this.file.find(section, id);
  }

  person(id: Id) { return this.find('people', id); }
  post(id: Id) { return this.find('posts', id); }
  organization(id: Id) { return this.find('organizations', id); }
  state(id: Id) { return this.find('states', id); }
  metonym(id: Id) { return this.find('metonyms', id); }
  place(id: Id) { return this.find('places', id); }
  scope(id: Id) { return this.find('figure_scopes', id); }
  formation(id: Id) { return this.find('formations', id); }
  event(id: Id): Event | undefined { return this.find('events', id); }
  instrument(id: Id): Instrument | undefined { return this.find('instruments', id); }
  estimate(id: Id): Estimate | undefined { return this.find('estimates', id); }

  ids(section: Section): readonly Id[] {
    return this.layers ? this.data.records[section].map(record => record.id) : this.file.ids(section);
  }

  source(id: Id): Source | undefined {
    if (!this.layers) return this.file.source(id);
    return Object.hasOwn(this.data.sources, id) ? this.data.sources[id] : undefined;
  }

  table<V>(spec: TableSpec<V>): Table<V> {
    let table = this.tables.get(spec.name) as Table<V> | undefined;
    if (!table) this.tables.set(spec.name, (table = this.layers ? layeredTable(spec, this.file.table(spec), this, this.layers) : this.file.table(spec)));
    return table;
  }

  surnamesWithDeletion(key: string): readonly string[] {
    const bundled = this.file.withDeletion(key);
    if (!this.layers) return bundled;
    this.slips ??= slipsOf(this.layers.own, this);
    return [...bundled, ...(this.slips.get(key) ?? []).filter(word => !bundled.includes(word))];
  }

  holders(post: Id): readonly Holding[] {
    let holders = this.holdings.get(post);
    if (!holders) this.holdings.set(post, (holders = this.readHolders(post)));
    return holders;
  }

  private readHolders(post: Id): readonly Holding[] {
    const start = (holding: Holding): number => holding.occupancy.start_date?.earliest ?? -Infinity;
    return this.table(HOLDERS).exact([post]).map(({ id, value }): Holding => {
      const person = this.person(id)!;
      return { person, occupancy: person.occupancies[value]! };
    }).sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
  }

  postsOf(organization: Id): readonly Post[] {
    return this.table(POSTS_OF).exact([organization]).map(entry => this.post(entry.id)!);
  }

  lineage(organization: Id): readonly Organization[] {
    return lineageOf(organization, id => this.organization(id));
  }

  stateOf(organization: Id): Id | undefined {
    return this.lineage(organization).find(body => body.state !== undefined)?.state;
  }

  stateOfPost(post: Id): Id | undefined {
    const record = this.post(post);
    return record && this.stateOf(record.organization);
  }

  isWord(folded: string): boolean {
    return this.file.isWord(folded);
  }

  profile(id: Id): Profile | undefined {
    if (!this.resolved.has(id)) this.resolved.set(id, resolveProfile(id, this.drafts));
    return this.resolved.get(id);
  }

  get profiles(): readonly Profile[] {
    this.all ??= [...this.drafts.keys()].sort(compare).map(id => this.profile(id)).filter(profile => profile !== undefined);
    return this.all;
  }

  originOf(record: RecordBase): string {
    return `${this.data.files[record.origin.file] ?? ''}:${record.origin.line}`;
  }
}
