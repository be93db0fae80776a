import type { Day } from '../base/edtf';
import { contentHash } from '../base/hash';
import { assemble, compare } from './compile';
import type { Compiled, GazetteerFile } from './compile';
import { SECTION_NAMES } from './fields';
import type { Target } from './fields';
import type { Gazetteer, Holding } from './gazetteer';
import { overlay } from './layers';
import type { Estimate, Event, GazetteerData, Id, Instrument, Organization, Person, Problem, RecordBase, Records, Section, Source } from './model';
import { resolveProfile } from './profiles';
import type { ProfileDraft } from './profiles';
import type { Profile } from './profile';
import { readGazetteerFile } from './read';
import type { Draft } from './read';
import { revive } from './revive';
import { told } from './told';
import { withoutGenerated } from './transliteration/names';
import { validate } from './validate';
import type { Whole } from './validate';
import { decodeWords } from './words';

export interface Opened {
  readonly gazetteer: Gazetteer;
  /** Of the layers and of what they do together with the bundled records; the rest stays in use. */
  readonly problems: readonly Problem[];
}

/** Layer files, and their text in all (UTF-16 units), that are read. */
const MAX_LAYERS = 500;
const MAX_LAYER_TEXT = 20_000_000;

/**
 * Opens the compiled gazetteer with the layers over it, lowest first (spec 3.1.8).
 * `json` and `words` are the texts of `dist/gazetteer.json` and `dist/words.txt`. Never throws on a layer. With `today`,
 * open terms that nobody has looked at for long are told.
 */
export function openGazetteer(json: string, words: string, layers: readonly GazetteerFile[] = [], today?: Day): Opened {
  const base = parse(json);
  const problems: Problem[] = [];
  if (!base) problems.push({ file: 'gazetteer.json', line: 1, column: 1, severity: 'error', message: 'The bundled records cannot be read: reinstall Chancery.' });
  const bundled = base ?? EMPTY;
  const profiles = new Map(bundled.profiles.map(profile => [profile.id, profile]));
  if (layers.length === 0) return { gazetteer: new Open(bundled, profiles, words), problems };
  let known: ReadonlySet<string> | undefined;
  const isWord = (folded: string): boolean => (known ??= decodeWords(words)).has(folded);
  const merged = layered(bundled, profiles, layers, problems, words === '' ? undefined : { isWord, ...(today === undefined ? {} : { today }) });
  return { gazetteer: new Open(merged.data, merged.profiles, words), problems: told(problems) };
}

const EMPTY: Compiled = {
  schema: 'chancery-gazetteer/1', version: '', files: [], sources: {}, profiles: [],
  checked: { text: '..', precision: 'open', uncertain: false, earliest: -Infinity, latest: Infinity },
  records: Object.fromEntries(SECTION_NAMES.map(section => [section, []])) as unknown as Records,
};

function parse(json: string): Compiled | undefined {
  try {
    return revive(JSON.parse(json));
  } catch {
    return undefined;
  }
}

interface Layered {
  readonly data: GazetteerData;
  readonly profiles: ReadonlyMap<Id, ProfileDraft>;
}

function layered(base: Compiled, profiles: ReadonlyMap<Id, ProfileDraft>, layers: readonly GazetteerFile[], problems: Problem[], look: Whole['look']): Layered {
  const files = [...base.files];
  const bundled = bundledDrafts(base, profiles);
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
  return { data: { schema: base.schema, version, checked: base.checked, files, sources, records }, profiles: allProfiles };
}

function keyOf(section: Target, id: Id): string {
  return `${section} ${id}`;
}

/** A bundled record as the draft that a layer is laid over. */
function bundledDrafts(base: Compiled, profiles: ReadonlyMap<Id, ProfileDraft>): (section: Target, id: Id) => Draft | undefined {
  const lookUp = (section: Target, id: Id): object | undefined => {
    if (section === 'sources') return Object.hasOwn(base.sources, id) ? base.sources[id] : undefined;
    if (section === 'profiles') return profiles.get(id);
    return base.records[section].find(record => record.id === id);
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

/** Indexes are built when they are first asked for. */
class Open implements Gazetteer {
  readonly version: string;
  private readonly indexes = new Map<Section, ReadonlyMap<Id, RecordBase>>();
  private readonly resolved = new Map<Id, Profile | undefined>();
  private wordSet: ReadonlySet<string> | undefined;
  private holdings: ReadonlyMap<Id, readonly Holding[]> | undefined;
  private all: readonly Profile[] | undefined;

  constructor(readonly data: GazetteerData, private readonly drafts: ReadonlyMap<Id, ProfileDraft>, private readonly words: string) {
    this.version = contentHash(`${data.version}\0${words.length}\0${words}`);
  }

  private find<S extends Section>(section: S, id: Id): Records[S][number] | undefined {
    let index = this.indexes.get(section);
    if (!index) {
      index = new Map((this.data.records[section] as readonly RecordBase[]).map(record => [record.id, record]));
      this.indexes.set(section, index);
    }
    return index.get(id) as Records[S][number] | undefined;
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
  instruments(): readonly Instrument[] { return this.data.records.instruments; }
  estimates(): readonly Estimate[] { return this.data.records.estimates; }

  source(id: Id): Source | undefined {
    return Object.hasOwn(this.data.sources, id) ? this.data.sources[id] : undefined;
  }

  holders(post: Id): readonly Holding[] {
    this.holdings ??= this.indexHoldings();
    return this.holdings.get(post) ?? [];
  }

  private indexHoldings(): ReadonlyMap<Id, readonly Holding[]> {
    const byPost = new Map<Id, Holding[]>();
    for (const person of this.data.records.people) {
      for (const occupancy of person.occupancies) {
        const list = byPost.get(occupancy.post);
        if (list) list.push({ person, occupancy });
        else byPost.set(occupancy.post, [{ person, occupancy }]);
      }
    }
    const start = (holding: Holding): number => holding.occupancy.start_date?.earliest ?? -Infinity;
    for (const list of byPost.values()) {
      list.sort((a, b) => (start(a) === start(b) ? 0 : start(a) - start(b)));
    }
    return byPost;
  }

  lineage(organization: Id): readonly Organization[] {
    const line: Organization[] = [];
    for (let body = this.organization(organization); body && !line.includes(body);) {
      line.push(body);
      body = body.parent === undefined ? undefined : this.organization(body.parent);
    }
    return line;
  }

  stateOf(organization: Id): Id | undefined {
    return this.lineage(organization).find(body => body.state !== undefined)?.state;
  }

  stateOfPost(post: Id): Id | undefined {
    const record = this.post(post);
    return record && this.stateOf(record.organization);
  }

  isWord(folded: string): boolean {
    this.wordSet ??= decodeWords(this.words);
    return this.wordSet.has(folded);
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
