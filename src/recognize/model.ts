import type { BallotMention, DealtMention } from './figures/breakdowns';
import type { BreakdownMention } from './figures/totals';
import type { ConversionMention } from './figures/conversions';
import type { ShareMention } from './figures/shares';
import type { QuantityNoun } from './figures/quantities';
import type { Day } from '../base/edtf';
import type { Interval } from '../base/interval';
import type { Span } from '../base/span';
import type { Block } from '../document/model';
import type { Clause } from '../english/clauses';
import type { Atom, Token } from '../english/tokens';
import type { Unit } from '../english/units';
import type { Id } from '../gazetteer/model';

export type Qualifier = 'former' | 'acting' | 'interim' | 'then' | 'incoming' | 'outgoing' | 'designate' | 'elect';

/** A title standing before or after a name (spec 4.1.5). Spans are relative to the block. */
export interface TitlePhrase {
  /** Qualifier, state or body, and title; without honorific. */
  readonly span: Span;
  /** The title alone, as the posts' titles have it (“Deputy Foreign Minister”). */
  readonly core: Span;
  readonly text: string;
  readonly position: 'before' | 'after';
  /** Posts one of whose titles this is, before state and body are looked at; empty for a title of no known post. */
  readonly posts: readonly Id[];
  /** Posts whose `avoid` list has this title. */
  readonly avoided: readonly Id[];
  /** The state named by adjective, name or possessive, and where. */
  readonly state?: { readonly id: Id; readonly span: Span };
  readonly organization?: { readonly id: Id; readonly span: Span };
  readonly qualifier?: { readonly kind: Qualifier; readonly span: Span };
  /** negotiator, envoy, aide, official … : describes, claims no post. */
  readonly descriptive: boolean;
  /** A form of address (Ambassador, Secretary, Senator): kept after the office, and shared by many. */
  readonly address: boolean;
  /** Somebody's: “Trump’s Chief of Staff”, “your predecessor, Secretary of State …”: of another time perhaps. */
  readonly possessed: boolean;
}

export interface Honorific {
  readonly span: Span;
  /** `Mr`, `Ms`, `Mrs`, `Dr`, `Sir` … without a full point. */
  readonly text: string;
}

/**
 * A run of text that names, or may name, a person: a known form, a near miss of one, or an unknown name.
 * One block's view only: who is meant is decided by the analysis.
 */
export interface NameMention {
  /** The name alone: given names and surname, no title, no honorific, no possessive. */
  readonly span: Span;
  readonly surface: string;
  readonly given?: Span;
  readonly family: Span;
  /** The surname, folded for comparison. */
  readonly familyFolded: string;
  /** People one of whose recorded forms this is. */
  readonly exact: readonly FormMatch[];
  /** Recorded misspellings and near misses, best first; empty when `exact` is not. */
  readonly near: readonly NearMatch[];
  readonly title?: TitlePhrase;
  readonly honorific?: Honorific;
  readonly rank?: Honorific;
  readonly quoted: boolean;
  /** `[sic]` follows. */
  readonly sic: boolean;
  /** Inside a hyphenated compound (the Blinken-Lavrov channel). */
  readonly compound: boolean;
  /** Whom the other parts of the compound may name. */
  readonly partners?: readonly Id[];
  /** Possessive country or body before the name (Norway’s Jens Stoltenberg). */
  readonly owner?: { readonly id: Id; readonly kind: 'state' | 'organization' | 'metonym'; readonly span: Span };
  readonly possessive: boolean;
  /** A transcript's speaker label: introduces the person, is no mention otherwise (spec 4.1.8). */
  readonly label: boolean;
}

export interface FormMatch {
  readonly person: Id;
  /** How much of the name was written. */
  readonly part: 'full' | 'family' | 'single';
  /** The recorded form in its usual spelling, with the parts that were written. */
  readonly form: string;
}

export interface NearMatch {
  readonly person: Id;
  /** The recorded spelling meant, for the misspelt part. */
  readonly correct: string;
  /** The part of the name that is misspelt. */
  readonly part: 'family' | 'given' | 'full';
  readonly span: Span;
  readonly distance: number;
  readonly listed: boolean;
  readonly needsContext: boolean;
  /** The other part of the name: equal to a form of the person, near it, another name, or not written. */
  readonly given: 'equal' | 'near' | 'other' | 'none';
}

export interface OrganizationMention {
  readonly span: Span;
  readonly surface: string;
  readonly organization: Id;
  readonly form: 'name' | 'acronym' | 'variant' | 'short' | 'misnomer' | 'near-acronym' | 'near-name';
  /** The form that is recorded, where the surface is a misnomer or near. */
  readonly correct?: string;
  readonly quoted: boolean;
  readonly possessive: boolean;
}

export interface MetonymMention {
  readonly span: Span;
  readonly metonym: Id;
  readonly quoted: boolean;
  readonly possessive: boolean;
  readonly literal: boolean;
}

export interface StateMention {
  readonly span: Span;
  readonly state: Id;
  readonly form: 'name' | 'adjective';
  readonly possessive: boolean;
}

export interface PlaceMention {
  readonly span: Span;
  readonly place: Id;
  readonly surface: string;
  readonly quoted: boolean;
}

/** A capitalised token that may be an acronym, known or not. */
export interface AcronymMention {
  readonly span: Span;
  /** Without a plural s: BTGs → BTG. */
  readonly acronym: string;
  /** Where it is expanded beside itself: the expansion's words and place. */
  readonly expansion?: { readonly text: string; readonly span: Span };
  readonly quoted: boolean;
}

/** A date as written. Fields that are not written are absent. */
export interface DateMention {
  readonly span: Span;
  readonly kind: 'date' | 'weekday' | 'month' | 'year' | 'relative' | 'range';
  readonly year?: number;
  readonly month?: number;
  readonly date?: number;
  /** 0 Sunday - 6 Saturday. */
  readonly weekday?: number;
  readonly weekdaySpan?: Span;
  /** today, yesterday, tomorrow, this week …: days from the document's date, where it is a day. */
  readonly offset?: number;
  readonly word?: string;
  /** A written range: first and last, days where known. */
  readonly end?: { readonly year?: number; readonly month?: number; readonly date?: number };
  readonly quoted: boolean;
  /** Tense of the clause's verb, as far as it shows. */
  readonly tense: 'past' | 'future' | 'unknown';
  /** The date does not exist (31 February). */
  readonly impossible: boolean;
}

/** A time that a clause speaks of, as written. */
export interface TimeMention {
  readonly span: Span;
  /** `ago`: counted back from the note; `now`: the note's own days; `still`: so, unless the verb is past; `onward`: later than what was told. */
  readonly kind: 'date' | 'years' | 'ago' | 'now' | 'still' | 'onward';
  readonly date?: DateMention;
  /** Days, of `years`. */
  readonly first?: Day;
  readonly last?: Day;
  /** Years before the note, at least and at most, of `ago`; none where the words do not say. */
  readonly back?: readonly [number, number];
  readonly relation: 'at' | 'from' | 'until';
  /** Belongs to a noun: “the 2013 cabinet”, “his 2011 visit”. */
  readonly attributive: boolean;
  /** “It is the summer of 2014”: what follows in the present is told of then. */
  readonly scene?: boolean;
}

export type FigureStatus = 'actual' | 'projected' | 'past' | 'denied';
export type FigureComponent =
  | 'total' | 'ground' | 'air' | 'naval' | 'paramilitary' | 'separatist' | 'reserve' | 'exercise' | 'combat' | 'losses';

/** A number with a unit noun, read as intervals (spec 4.2). */
export interface FigureMention {
  /** Number with its hedge and noun phrase (“about 100,000 Russian troops”). */
  readonly span: Span;
  /** Hedge and number (“about 100,000”). */
  readonly amount: Span;
  /** The number alone (“100,000”). */
  readonly number: Span;
  readonly surface: string;
  readonly implied: Interval;
  readonly logical: Interval;
  /** The plain value; the middle for ranges, the low end for vague words. */
  readonly value: number;
  /** Rounding unit of the number (spec 4.2), 1 for exact counts. */
  readonly rounding: number;
  readonly hedged: boolean;
  /** `thousands of`, `dozens`: no number written. */
  readonly vague: boolean;
  /** `personnel`, a formation's id (`btg`), or an equipment noun (`tank`). */
  readonly unit: string;
  /** Words that narrow the unit (`motor rifle`, `airborne`): figures of different kinds are not compared. */
  readonly kind?: string;
  readonly force?: { readonly id: Id; readonly explicit: boolean };
  /** A figure scope's id, or `place:` and folded words for a place that no scope lists. */
  readonly scope?: string;
  readonly status: FigureStatus;
  readonly component: FigureComponent;
  /** A part or an increment (“including”, “of whom”, “another 5,000”): not compared. */
  readonly part: boolean;
  readonly asOf?: { readonly first: Day; readonly last: Day };
  /** The date in its clause, as written: where parts are left out, the analysis completes it. */
  readonly when?: DateMention;
  /** Who is named as the source in the clause (words as written). */
  readonly source?: string;
  /** What is counted or measured, for comparing with other figures; absent in rare forms of a force (“the 5,000-strong garrison”). */
  readonly noun?: QuantityNoun;
  readonly quoted: boolean;
}

/** Calculations that the sentences of a block make with their own numbers. Spans relative to the block. */
export interface Arithmetic {
  readonly shares: readonly ShareMention[];
  readonly conversions: readonly ConversionMention[];
  readonly totals: readonly BreakdownMention[];
  readonly dealt: readonly DealtMention[];
  readonly ballots: readonly BallotMention[];
}

/** A verb of saying with who says it, for attribution checks. */
export interface Attribution {
  /** “she said”, “Smith said”, “According to Stoltenberg,”. */
  readonly span: Span;
  readonly subject: Span;
  readonly pronoun: boolean;
  readonly sentence: number;
  readonly after: boolean;
  readonly quoted: boolean;
}

/** A definite member count (“NATO’s 30 allies”, “the 30-member alliance”, “all 30 EU member states”). */
export interface MemberCountMention {
  /** The number as written, the place a finding marks. */
  readonly span: Span;
  readonly count: number;
  /** The body named, or the words of a short form (“the alliance”) that the analysis has to tie to one. */
  readonly organization?: Id;
  readonly shortForm?: string;
  /** “the other 29 allies”: one less than all. */
  readonly other: boolean;
  /** “became the alliance’s 31st member”: the count reached by that accession. */
  readonly ordinal: boolean;
  readonly quoted: boolean;
}

/** Someone said to lead, to be met by, or to attend for a party (spec 4.3). */
export interface ClaimMention {
  readonly span: Span;
  readonly role: 'head' | 'counterpart' | 'member';
  /** A state or a body. */
  readonly party: Id;
  /** Indexes into `names` of this block: more than one where “and”, “alongside” joins them. */
  readonly people: readonly number[];
  /** The words that name the meeting, where there are some (“Wednesday’s meeting”). */
  readonly meeting?: Span;
  readonly tense: 'past' | 'future' | 'unknown';
  readonly quoted: boolean;
}

export type MarkingScheme = 'tlp' | 'uk' | 'nato' | 'us';

/** A classification or handling marking (spec 1.1): a portion mark, a line of its own, or a label in the text. */
export interface MarkingMention {
  readonly span: Span;
  readonly place: 'portion' | 'banner' | 'text';
  /** Rank of the level, from 0, in each scheme that has it. */
  readonly levels: { readonly [scheme in MarkingScheme]?: number };
  /** What is not as the scheme has it, and how the scheme writes it where that is certain. */
  readonly problem?: MarkingProblem;
  readonly correct?: string;
}

export type MarkingProblem = 'tlp-form' | 'tlp-white' | 'tlp-unknown' | 'cosmic' | 'nato-form' | 'uk-retired' | 'uk-form' | 'us-slash';

/** What looks like a source grade: `[B2]`, `[G2]`, a table cell `2B`. */
export interface GradeMention {
  /** Without brackets. */
  readonly span: Span;
  readonly text: string;
  readonly form: 'tag' | 'cell';
  /** A tag before the words of its block: a label rather than a grade. */
  readonly leading: boolean;
}

/** A term of estimative probability (spec 1.1), adjective or adverb, that is not merely an attribute of a noun. */
export interface LikelihoodMention {
  readonly span: Span;
  /** Folded: “likely”, “very unlikely”, “realistic possibility”. */
  readonly term: string;
  readonly sentence: number;
  /** The writer's own judgement: no other speaker is named for the sentence. */
  readonly judgement: boolean;
  readonly quoted: boolean;
}

/** A level of analytic confidence: “high confidence”. */
export interface ConfidenceMention {
  readonly span: Span;
  readonly level: string;
  readonly sentence: number;
  readonly quoted: boolean;
}

/** A gap left to fill: TK, XX, [name], <date>, `${1:place}`. */
export interface PlaceholderMention {
  readonly span: Span;
  readonly kind: 'word' | 'gap';
  /** The word in capitals (`TK`), for `word`. */
  readonly word?: string;
  readonly quoted: boolean;
}

/** A verb with the date on which what it says happens: “will meet on 10 January 2022”. */
export interface DateClaim {
  /** Verb and date. */
  readonly span: Span;
  readonly verb: Span;
  /** The same mention as in `dates`. */
  readonly date: DateMention;
  readonly tense: 'past' | 'present' | 'future';
  /** Plain verb (`meet`), where it is a known one. */
  readonly lemma: string;
  readonly passive: boolean;
  /** Another date stands in the sentence, or someone is quoted in it as saying so. */
  readonly mixed: boolean;
  readonly quoted: boolean;
}

/** A recorded event named by its name or an alias; several events may share one. */
export interface EventMention {
  readonly span: Span;
  readonly events: readonly Id[];
  readonly quoted: boolean;
}

/** The sentences of a quotation, normalised, to tell the same words said twice. */
export interface QuotationMention {
  /** With its marks. */
  readonly span: Span;
  readonly open: boolean;
  readonly parts: readonly { readonly span: Span; readonly key: string; readonly words: number }[];
}

/** “three options:” at the end of a block, before the list that it counts. */
export interface ListCountMention {
  /** The number. */
  readonly span: Span;
  readonly count: number;
  /** The list stands in the sentence itself, with this many parts; absent where the block ends at the colon. */
  readonly listed?: number;
  readonly quoted: boolean;
}

/** A word that British and American spelling part (neighbour, neighbor). */
export interface DialectMention {
  readonly span: Span;
  readonly dialect: 'british' | 'american';
  /** -ise and -ize: Oxford spelling has the second in a British text. */
  readonly ize: boolean;
  readonly other: string;
  readonly quoted: boolean;
}

/** When an office began, or how long it has lasted, as the text says it: “foreign minister since 2005”, “for four years”. */
export interface TenureMention {
  /** From the title (or “in office”) to the end of the phrase. */
  readonly span: Span;
  /** “since 2005”, “in 2005”, “for four years”. */
  readonly phrase: Span;
  /** The same mention as in `names`. */
  readonly name: NameMention;
  /** The office meant; absent where only “in office” is said. */
  readonly title?: TitlePhrase;
  /** Year of the beginning. */
  readonly year?: number;
  /** Number of years, as an interval, and the years that its unit has (decades: 10). */
  readonly years?: Interval;
  readonly rounding?: number;
  readonly quoted: boolean;
}

/** An age beside a name: “Sergei Lavrov, 71,”. */
export interface AgeMention {
  /** The number. */
  readonly span: Span;
  readonly name: NameMention;
  readonly years: number;
  readonly quoted: boolean;
}

/** A person of whom a death is recorded, said to speak or act, without a past time of its own in the sentence. */
export interface ActMention {
  /** The name. */
  readonly span: Span;
  readonly name: NameMention;
  /** The present, the future, or a day near the document's: not a narrator's past. */
  readonly present: boolean;
  readonly quoted: boolean;
}

/** “Secretary-General” or “Secretary General”, with the body beside it. */
export interface TitleFormMention {
  readonly span: Span;
  readonly hyphen: boolean;
  readonly organization?: Id;
  readonly quoted: boolean;
}

/** All that can be read in one block without looking at another: the cached unit. Spans are relative to the block. */
export interface BlockFacts {
  readonly tokens: readonly Token[];
  readonly names: readonly NameMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly metonyms: readonly MetonymMention[];
  readonly states: readonly StateMention[];
  readonly places: readonly PlaceMention[];
  readonly acronyms: readonly AcronymMention[];
  readonly dates: readonly DateMention[];
  readonly times: readonly TimeMention[];
  readonly clauses: readonly Clause[];
  readonly figures: readonly FigureMention[];
  readonly arithmetic: Arithmetic;
  readonly attributions: readonly Attribution[];
  readonly counts: readonly MemberCountMention[];
  readonly claims: readonly ClaimMention[];
  readonly markings: readonly MarkingMention[];
  readonly grades: readonly GradeMention[];
  readonly likelihoods: readonly LikelihoodMention[];
  readonly confidences: readonly ConfidenceMention[];
  readonly placeholders: readonly PlaceholderMention[];
  readonly dateClaims: readonly DateClaim[];
  readonly events: readonly EventMention[];
  readonly quotations: readonly QuotationMention[];
  readonly listCounts: readonly ListCountMention[];
  readonly dialects: readonly DialectMention[];
  readonly tenures: readonly TenureMention[];
  readonly ages: readonly AgeMention[];
  readonly acts: readonly ActMention[];
  readonly titleForms: readonly TitleFormMention[];
}

/**
 * What a recognizer may see: one block and its words, read once (`text.ts`). Ids are those of the gazetteer's
 * vocabulary; they hold while the block is read, and nothing that is kept has them.
 */
export interface BlockText {
  readonly block: Block;
  readonly prose: string;
  readonly tokens: readonly Token[];
  readonly ids: Int32Array;
  /** What words there are: bits of `Has` (`starts.ts`). */
  readonly has: number;
  /** The same by sentence. */
  readonly hasIn: Int32Array;
  /** Tokens with hyphens taken apart. */
  readonly atoms: readonly Atom[];
  readonly atomIds: Int32Array;
  /** Atoms, and what stands between two of them where it is more than a space or a hyphen. */
  readonly units: readonly Unit[];
  readonly unitIds: Int32Array;
}
