import type { Day, DayRange } from '../base/edtf';
import type { Span } from '../base/span';
import type { Block, Document } from '../document/model';
import type { Derivations } from '../base/derive';
import type { Evidence } from './figures/evidence';
import type { Slip } from './figures/slips';
import type { About } from './when/clause-times';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Event, Id, Occupancy, Person, Post } from '../gazetteer/model';
import type { Profile } from '../gazetteer/profile';
import type {
  AcronymMention, Attribution, BlockFacts, ClaimMention, DateMention, FigureMention, MemberCountMention, MetonymMention,
  NameMention, NearMatch, OrganizationMention, PlaceMention, StateMention,
} from '../recognize/model';

/** The day by which a document's offices and counts are judged (spec 6.1). Never today. */
export interface JudgingDate extends DayRange {
  readonly day: Day;
  readonly source: 'as-of' | 'date' | 'text' | 'chosen';
  /** Where it stands in the document. */
  readonly span?: Span;
}

/** What the writer or the house has set, as far as it alters what is recognised or resolved. */
export interface Choices {
  /** Names that are right as they stand (front matter, exceptions), folded. */
  readonly knownNames: ReadonlySet<string>;
  /** Spellings kept in this document, folded. */
  readonly keep: ReadonlySet<string>;
  /** Pairs of names that are two people, `folded|folded` in order. */
  readonly distinctPairs: ReadonlySet<string>;
  /** Acronyms that need no expansion, beside the profile's. */
  readonly noExpand: ReadonlySet<string>;
  /** The hedge width of `about`, in percent (`chancery.figures.aboutPercent`). */
  readonly aboutPercent: number;
  /** Event ids that front matter lists. */
  readonly events: readonly Id[];
  /** Person ids that front matter lists as participants. */
  readonly participants: readonly Id[];
  readonly language?: string;
}

/** What every fold of the analysis starts from. */
export interface Ground {
  readonly document: Document;
  factsOf(block: Block): BlockFacts;
  /** What was derived at the last readings of this document, where it still holds. */
  readonly derivations: Derivations;
  readonly gazetteer: Gazetteer;
  readonly profile: Profile;
  readonly choices: Choices;
  readonly judging?: JudgingDate;
}

/** A fact of one block, at its address: `mention`'s own spans stay relative to the block. */
export interface Placed<M> {
  readonly mention: M;
  readonly span: Span;
  readonly block: Block;
  readonly quoted: boolean;
}

/** The days of a clause (spec time.md 1), or the note's. */
export interface EffectiveDate extends DayRange {
  /** The clause itself has the date, not only what stands before it. */
  readonly explicit: boolean;
}

export interface ResolvedName extends Placed<NameMention> {
  /** Who is meant; `undefined` where it is honestly open. */
  readonly person?: Person;
  readonly by: 'full' | 'family' | 'introduced' | 'office' | 'near' | 'none';
  /** The misspelling, where the mention passes the context gate (spec 4.1.4). */
  readonly near?: NearMatch;
  /** Other people that the misspelling could as well mean. */
  readonly rivals: readonly Person[];
  /** The days by which names and cards go; `undefined` where the note has no date and the clause states none. */
  readonly on?: EffectiveDate;
  /** When the clause is about, by which offices are judged. */
  readonly about?: About;
  /** Post of the person that the title means: held on the date, else ever held. */
  readonly office?: { readonly post: Post; readonly occupancy: Occupancy; readonly current: boolean };
}

/** A name that no record knows, with its parts. */
export interface UnknownName extends Placed<NameMention> {}

export interface ResolvedDate extends Placed<DateMention> {
  /** The days meant, by the document's date where the text leaves parts out. */
  readonly range?: DayRange;
}

/** A figure with its key (spec 4.2). Two figures are compared only when all parts of their keys agree. */
export interface ResolvedFigure extends Placed<FigureMention> {
  readonly force?: Id;
  readonly scope?: string;
  /** Days it is said for; `undefined`: the document's. */
  readonly asOf?: DayRange;
  /** Told of an undated time before the note; of one that the text names and no record has (`unknown`) it is compared with nothing. */
  readonly past?: 'undated' | 'unknown';
  /** Any part of the key came from elsewhere than the figure's own words. */
  readonly inherited: boolean;
  readonly source?: string;
  readonly attributed: boolean;
  /** A compatible figure of the same key has a source elsewhere in the document. */
  readonly vouched: boolean;
  /** Stands in a table cell. */
  readonly tabular: boolean;
}

/** Two figures of one key and what comparing them says. */
export interface FigurePair {
  readonly first: ResolvedFigure;
  readonly second: ResolvedFigure;
  readonly result: 'loose' | 'conflict';
  readonly wildcards: number;
  readonly sameSource: boolean;
  /** What in the text shows that both are of one thing; absent where the keys of two forces agree. */
  readonly evidence?: Evidence;
  /** The noun is of no kind of the lexicon. */
  readonly open?: boolean;
  /** How a slip may have made the one of the other. */
  readonly slip?: Slip;
}

export interface ResolvedClaim extends Placed<ClaimMention> {
  readonly people: readonly ResolvedName[];
  /** The meeting: a recorded event, or a key of day and noun. */
  readonly event?: Event;
  readonly meetingKey?: string;
}

/** A number of members, and when it is about. */
export interface ResolvedCount extends Placed<MemberCountMention> {
  readonly about?: About;
}

/** Facts as they were recognised, block by block. */
export type FactKind = Exclude<keyof BlockFacts, 'tokens' | 'arithmetic' | 'times' | 'clauses' | ResolvedKind>;
/** What is resolved by the whole document; each list is in document order. */
export const RESOLVED = ['names', 'dates', 'figures', 'figurePairs', 'claims', 'counts'] as const;
export type ResolvedKind = typeof RESOLVED[number];
export type Kind = FactKind | ResolvedKind;
const FACTS: Readonly<Record<FactKind, true>> = {
  organizations: true, metonyms: true, states: true, places: true, acronyms: true, attributions: true, markings: true, grades: true, likelihoods: true, confidences: true,
  placeholders: true, dateClaims: true, events: true, quotations: true, listCounts: true, dialects: true, tenures: true, ages: true, acts: true, titleForms: true,
};
export const KINDS: readonly Kind[] = [...RESOLVED, ...Object.keys(FACTS) as FactKind[]];

/** The document as understood: frozen facts that checks, cards and completions read. */
export interface Analysis extends Ground {
  /** In document order. */
  readonly names: readonly ResolvedName[];
  readonly organizations: readonly Placed<OrganizationMention>[];
  readonly metonyms: readonly Placed<MetonymMention>[];
  readonly states: readonly Placed<StateMention>[];
  readonly places: readonly Placed<PlaceMention>[];
  readonly acronyms: readonly Placed<AcronymMention>[];
  readonly dates: readonly ResolvedDate[];
  readonly figures: readonly ResolvedFigure[];
  readonly figurePairs: readonly FigurePair[];
  readonly counts: readonly ResolvedCount[];
  readonly claims: readonly ResolvedClaim[];
  readonly attributions: readonly Placed<Attribution>[];
  /** All facts of a kind, in document order. */
  placed<K extends FactKind>(kind: K): readonly Placed<BlockFacts[K][number]>[];
  blockOf(placed: Placed<unknown>): Block;
}
