import type {
  Estimate, Event, FigureScope, Formation, GazetteerData, Id, Instrument, Metonym, Occupancy, Organization, Person, Place, Post, RecordBase, Section, Source, State,
} from './model';
import type { Vocabulary } from '../english/vocabulary';
import type { Profile } from './profile';
import type { Table, TableSpec } from './tables/table';

/** One holding of a post, seen from the post. */
export interface Holding {
  readonly person: Person;
  readonly occupancy: Occupancy;
}

/**
 * The opened gazetteer: all layers merged, with the look-ups that every layer above shares.
 * Records are read when asked for: `data.records` gives whole sections, and reads them to do so.
 */
export interface Gazetteer {
  /** Changes with any record, word or profile: part of every cache key. */
  readonly version: string;
  readonly data: GazetteerData;
  person(id: Id): Person | undefined;
  post(id: Id): Post | undefined;
  organization(id: Id): Organization | undefined;
  state(id: Id): State | undefined;
  metonym(id: Id): Metonym | undefined;
  place(id: Id): Place | undefined;
  scope(id: Id): FigureScope | undefined;
  formation(id: Id): Formation | undefined;
  event(id: Id): Event | undefined;
  instrument(id: Id): Instrument | undefined;
  estimate(id: Id): Estimate | undefined;
  /** Ids of all records of a section, in order. */
  ids(section: Section): readonly Id[];
  source(id: Id): Source | undefined;
  /** Holdings of a post, by start; those without a start first. */
  holders(post: Id): readonly Holding[];
  /** The body and what it is part of, nearest first. */
  lineage(organization: Id): readonly Organization[];
  /** The state that a body belongs to, through its parents; none for international bodies. */
  stateOf(organization: Id): Id | undefined;
  /** The state that a post belongs to. */
  stateOfPost(post: Id): Id | undefined;
  /** Posts of a body itself, by id. */
  postsOf(organization: Id): readonly Post[];
  /** Folded words with their numbers: those of the records and of English, and words of running text behind them. */
  readonly vocabulary: Vocabulary;
  /** Which words lead to which records (`tables/`). */
  table<V>(spec: TableSpec<V>): Table<V>;
  /** Last words of surnames that are `key`, or are it with one letter more (`file/deletions.ts`). */
  surnamesWithDeletion(key: string): readonly string[];
  /** Whether a folded word is an ordinary English word. */
  isWord(folded: string): boolean;
  profile(id: Id): Profile | undefined;
  readonly profiles: readonly Profile[];
  /** `path:line` of a record, for people who edit it. */
  originOf(record: RecordBase): string;
}
