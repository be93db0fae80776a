import type { PartialDate } from '../base/edtf';

export type Id = string;

/** Where a record stands: index into `GazetteerData.files`, and its one-based line there. */
export interface Origin {
  readonly file: number;
  readonly line: number;
}

export type Confidence = 'high' | 'medium' | 'low';

/**
 * How far a source carries: `primary` is the body itself or its official journal; `secondary` a newsroom, agency or
 * reference work; a `mirror` repeats what another published; nothing rests on a `weak` one, which readers are never shown.
 */
export type SourceClass = 'primary' | 'secondary' | 'mirror' | 'weak';

export interface Source {
  readonly class: SourceClass;
  /** Of a mirror: whose publication it repeats. */
  readonly of?: string;
  readonly title?: string;
  readonly publisher: string;
  readonly date?: PartialDate;
  readonly url?: string;
  /** Admiralty grade, A-F and 1-6 (spec 1.1). */
  readonly grade?: string;
}

/** What every record of the gazetteer has. `checked` is the day of the last editorial check. */
export interface RecordBase {
  readonly id: Id;
  readonly origin: Origin;
  readonly checked: PartialDate;
  readonly note?: string;
}

export interface Evidence {
  /** Computed where there are sources (`src/gazetteer/evidence.ts`). */
  readonly confidence?: Confidence;
  readonly sources?: readonly Id[];
}

/** Kinds of names (spec 3.1): a name is data with a kind, not a string. Misspellings are kept apart. */
export type NameKind =
  | 'native' | 'self' | 'transliteration' | 'variant' | 'familiar' | 'historical' | 'ascii'
  | 'spelling-variant' | 'acronym' | 'acronym-case' | 'punctuation' | 'common' | 'formal' | 'short' | 'dated';

export interface Name {
  readonly name: string;
  /** Set where the name was given in parts. */
  readonly given?: string;
  readonly family?: string;
  readonly kind: NameKind;
  readonly lang?: string;
  readonly script?: string;
  readonly system?: string;
  /** Profiles that write the name so. */
  readonly houses?: readonly string[];
  readonly note?: string;
}

/** A wrong form that is seen (SKOS hiddenLabel): recognised, never offered. */
export interface Misspelling {
  readonly name: string;
  /** The form is a real name in its own right: it needs a given name or a title beside it (spec 4.1). */
  readonly needs_context: boolean;
}

export type OccupancyStatus = 'held' | 'acting' | 'designate';

/** The holding of a post by a person, closed at both ends; no `end_date` or `..` means open-ended. */
export interface Occupancy extends Evidence {
  readonly post: Id;
  readonly start_date?: PartialDate;
  readonly end_date?: PartialDate;
  readonly status: OccupancyStatus;
  readonly portfolio?: string;
  readonly note?: string;
  /** What states the end; `sources` state the start. */
  readonly end_sources?: readonly Id[];
  /** Sources that name the holder on a later day: they say until when the term is known, and nothing of its dates. */
  readonly held_sources?: readonly Id[];
  readonly end_confidence?: Confidence;
  /** The newest thing read for it: until then an open term is known. */
  readonly checked?: PartialDate;
  /** The day on which the term runs out by law or appointment: after it an open term has probably ended. */
  readonly due?: PartialDate;
  /** After a coup or a contested election: others are called by the same office in these days. */
  readonly recognition?: 'disputed';
  /** Of a disputed term: who holds it rules, wherever others are recognised. */
  readonly in_power?: boolean;
  /** Of a disputed term: states and bodies that recognise its holder. */
  readonly recognised_by?: readonly Id[];
}

/** A dated rank or honour; a bare `rank: General` has no dates. */
export interface Dated {
  readonly name: string;
  readonly start_date?: PartialDate;
  readonly end_date?: PartialDate;
}

export interface Identifier {
  readonly scheme: string;
  readonly identifier: string;
}

export interface Distinct {
  readonly id: Id;
  readonly note?: string;
}

export interface Person extends RecordBase {
  readonly name: string;
  readonly family_name?: string;
  readonly given_name?: string;
  readonly patronymic_name?: string;
  readonly additional_name?: string;
  readonly honorific_prefix?: string;
  readonly feminine_family_name?: string;
  readonly gender?: 'male' | 'female';
  /** ISO 3166-1 alpha-2. */
  readonly nationality?: Id;
  readonly birth_date?: PartialDate;
  readonly death_date?: PartialDate;
  /** Written family name first (Xi Jinping). */
  readonly family_first: boolean;
  readonly distinctive_surname?: boolean;
  readonly ranks: readonly Dated[];
  readonly honours: readonly Dated[];
  readonly names: readonly Name[];
  readonly misspellings: readonly Misspelling[];
  readonly occupancies: readonly Occupancy[];
  readonly distinct_from: readonly Distinct[];
  readonly identifiers: readonly Identifier[];
  readonly summary?: string;
}

/** Titles of a post, without the country unless the title itself always carries it. */
export interface Titles {
  readonly preferred: string;
  readonly formal?: string;
  readonly permitted: readonly string[];
  readonly informal: readonly string[];
  /** Titles that name another office or none: using one is a finding (`office-wrong`). */
  readonly avoid: readonly string[];
  /** By value of the profile's `secretaryGeneral`. */
  readonly styled: Readonly<Record<string, string>>;
}

/** A time in which nobody held the post, or in which it is not known who did. */
export interface Gap extends Evidence {
  readonly start_date: PartialDate;
  readonly end_date?: PartialDate;
  /** `collective`: a council or junta held it as a body. */
  readonly what: 'vacant' | 'collective' | 'unknown';
  readonly note?: string;
}

export interface Post extends RecordBase {
  readonly label: string;
  readonly organization: Id;
  /** `undefined`: many. */
  readonly seats?: number;
  readonly head: boolean;
  /** head-of-state, head-of-government, foreign-minister, defence-minister … */
  readonly kind?: string;
  /** Years that a term lasts by law. */
  readonly term_years?: number;
  /** Days of elections after which the holder may be another. */
  readonly elections: readonly PartialDate[];
  readonly gaps: readonly Gap[];
  readonly titles: Titles;
}

export interface MemberNoun {
  readonly singular: string;
  readonly plural: string;
  readonly also: readonly string[];
  readonly avoid: readonly string[];
}

/** The number of members from a day on; `derive` counts from another body's (`nato + 1`). */
export interface MemberCount extends Evidence {
  readonly from?: PartialDate;
  readonly count?: number;
  readonly derive?: { readonly organization: Id; readonly plus: number };
  readonly joined: readonly Id[];
  readonly left: readonly Id[];
  readonly note?: string;
}

export interface Chair extends Evidence {
  readonly state?: Id;
  readonly person?: Id;
  /** The chair is whoever holds this post. */
  readonly ex_officio?: Id;
  readonly start_date?: PartialDate;
  readonly end_date?: PartialDate;
  readonly note?: string;
}

export interface Organization extends RecordBase {
  readonly name: string;
  readonly acronym?: string;
  /** NATO, not N-A-T-O: title case houses write Nato. */
  readonly pronounced_as_word: boolean;
  readonly classification?: string;
  readonly parent?: Id;
  readonly state?: Id;
  readonly seat?: Id;
  readonly founding_date?: PartialDate;
  readonly dissolution_date?: PartialDate;
  readonly other_names: readonly Name[];
  /** “the alliance”: means this body only once it was named. */
  readonly short_forms: readonly string[];
  readonly misnomers: readonly string[];
  readonly member_noun?: MemberNoun;
  readonly member_count: readonly MemberCount[];
  readonly chairs: readonly Chair[];
  readonly distinct_from: readonly Distinct[];
  readonly identifiers: readonly Identifier[];
}

export interface State extends RecordBase {
  readonly name: string;
  /** “the United Arab Emirates” in running text. */
  readonly article: boolean;
  readonly adjectives: readonly string[];
  readonly other_names: readonly Name[];
  readonly capital?: string;
  /** Official languages (ISO 639-1), by which the forms of a given name are told apart. */
  readonly languages: readonly string[];
}

export interface Metonym extends RecordBase {
  readonly labels: readonly string[];
  readonly kind: 'seat' | 'capital';
  readonly refers_to: readonly Id[];
  readonly loosely?: Id;
  readonly state?: Id;
  readonly ambiguous: boolean;
  /** Words after the label that make it the building (the Kremlin walls). */
  readonly literal_cues: readonly string[];
}

export interface PlaceVariant extends Name {
  readonly from?: string;
  /** Judged from this day on: a note of 2014 is not held to a change of 2019. */
  readonly since?: PartialDate;
}

export interface Place extends RecordBase {
  readonly name: string;
  readonly variants: readonly PlaceVariant[];
  readonly keep: readonly string[];
  readonly state?: Id;
}

/** Phrases that mean the same area when figures are compared. */
export interface FigureScope extends RecordBase {
  readonly phrases: readonly string[];
}

export interface Formation extends RecordBase {
  readonly names: readonly string[];
  readonly plural: readonly string[];
  readonly doctrine?: string;
  /** Typical personnel, low and high. */
  readonly typical: readonly [number, number];
  readonly confidence?: Confidence;
  readonly sources?: readonly Id[];
}

export interface Delegation extends Evidence {
  /** A state or an organization. */
  readonly party: Id;
  readonly head?: Id;
  readonly co_heads: readonly Id[];
  readonly members: readonly Id[];
  readonly note?: string;
}

export interface Event extends RecordBase {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly date: PartialDate;
  readonly end_date?: PartialDate;
  readonly place?: Id;
  readonly organization?: Id;
  readonly chair?: Id;
  readonly delegations: readonly Delegation[];
  readonly sources?: readonly Id[];
}

/** A treaty, agreement, resolution, mandate, operation, mission, exercise or package of sanctions. */
export interface Instrument extends RecordBase, Evidence {
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  /** Number of a resolution, or step of a series. */
  readonly number?: string;
  readonly organization?: Id;
  readonly signed?: PartialDate;
  readonly adopted?: PartialDate;
  readonly in_force?: PartialDate;
  readonly ended?: PartialDate;
  readonly place?: string;
  readonly parties: readonly Id[];
  readonly votes?: { readonly for: number; readonly against: number; readonly abstentions: number };
  readonly summary?: string;
}

export interface Estimate extends RecordBase, Evidence {
  readonly force: Id;
  readonly unit: Id;
  readonly component?: string;
  readonly scope?: Id;
  readonly date: PartialDate;
  /** As published: “about 112,000”, “169,000-190,000”. */
  readonly value: string;
  readonly status?: string;
  readonly attribution: string;
}

/** All records by section, as compiled from YAML. Sections are sorted by id. */
export interface Records {
  readonly states: readonly State[];
  readonly people: readonly Person[];
  readonly posts: readonly Post[];
  readonly organizations: readonly Organization[];
  readonly metonyms: readonly Metonym[];
  readonly places: readonly Place[];
  readonly figure_scopes: readonly FigureScope[];
  readonly formations: readonly Formation[];
  readonly events: readonly Event[];
  readonly instruments: readonly Instrument[];
  readonly estimates: readonly Estimate[];
}

export type Section = keyof Records;

/** The compiled gazetteer: plain data, JSON all through. */
export interface GazetteerData {
  readonly schema: 'chancery-gazetteer/1';
  /** Hash of the content: part of every cache key. */
  readonly version: string;
  readonly checked: PartialDate;
  /** Paths of the YAML files, relative to the gazetteer's folder. */
  readonly files: readonly string[];
  readonly sources: Readonly<Record<Id, Source>>;
  readonly records: Records;
}

/** A problem in a gazetteer or style file. Lines and columns are one-based. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `information`: a remark on a valid record. */
  readonly severity: 'error' | 'warning' | 'information';
  readonly message: string;
  /** It stands for so many others of the file that are not told one by one. */
  readonly more?: number;
}
