import type { Day } from '../base/edtf';
import type { LineIndex } from '../base/lines';
import type { Span } from '../base/span';
import type { RecordEditing } from '../editing/editing';
import type { HoverCard } from '../features/card';
import type { Completion } from '../features/complete-text';
import type { FilledSection } from '../features/sections/fill';
import type { RecordDraft } from '../features/draft';
import type { Official } from '../features/officials';
import type { CastGroup } from '../features/overview/cast';
import type { SheetLine } from '../features/overview/sheet';
import type { FigureSubject } from '../features/overview/subjects';
import type { SourceLink } from '../features/source-links';
import type { Thing } from '../features/same';
import type { Timeline } from '../features/overview/timeline';
import type { RelativeDate } from '../features/redate';
import type { Edit, Failure, Finding, Severity } from '../findings/finding';
import type { Problem } from '../gazetteer/model';
import type { GazetteerSource } from '../gazetteer/open';

/** Files that the host has read: the engine does no I/O. */
export interface Resources {
  /** Bytes of `dist/gazetteer.bin`, or a reader of parts of it. */
  readonly gazetteer: GazetteerSource;
  /** YAML layers over the bundled gazetteer, lowest first (user, then workspace). */
  readonly layers?: readonly LayerFile[];
}

export interface LayerFile {
  /** As shown to people in problems. */
  readonly path: string;
  readonly text: string;
}

export type RuleSetting = Severity | 'off' | { readonly severity?: Severity | 'off'; readonly [option: string]: unknown };

/** Settings of a host (spec 6.3), already merged by the host's own precedence. */
export interface Settings {
  readonly houseStyle?: string;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly aboutPercent?: number;
  /** Text of `.chancery/exceptions.yaml` files, lowest first. */
  readonly exceptions?: readonly LayerFile[];
  /** Age in days from which cards show a record's age. */
  readonly staleAfterDays?: number;
}

/** What the host knows of one document beside its text. */
export interface BriefContext {
  /** Used only for its name (`README.md`, `*.brief.md`) and `node_modules`; nothing else is inferred from it. */
  readonly path?: string;
  readonly language: 'markdown' | 'plaintext';
  /** The file lies below a folder whose `.chancery/style.yaml` makes its notes briefings, or the writer switched checking on by hand. */
  readonly declared?: 'folder' | 'writer';
  /** It was recognised before: it stays so until it is closed (spec 5.2). */
  readonly recognised?: boolean;
  /** Day that the writer picked from the status menu. */
  readonly chosenDate?: Day;
  /** Check in full whatever the text is (command line). */
  readonly always?: boolean;
  readonly mode?: 'auto' | 'briefings' | 'all' | 'off';
}

/** declared: all checks. recognised: warnings and errors. other: no finding (spec 5.2). */
export type Standing = 'declared' | 'recognised' | 'other';

export interface CancellationToken {
  readonly isCancellationRequested: boolean;
}

export interface JudgedBy {
  readonly day: Day;
  readonly source: 'as-of' | 'date' | 'text' | 'chosen';
  /** Zero-based line where the date stands. */
  readonly line?: number;
}

/** An immutable snapshot: hover, completion and fixes never race with typing. */
export interface Reading {
  readonly text: string;
  readonly lines: LineIndex;
  readonly standing: Standing;
  readonly judgedBy?: JudgedBy;
  readonly findings: readonly Finding[];
  /** Checks that threw, and blocks that could not be read: left out, with what went wrong. */
  readonly failures: readonly Failure[];
  hoverAt(offset: number): HoverCard | undefined;
  /** What can be put in at an offset of the text, best first; offsets of this reading. */
  completeAt(offset: number): readonly Completion[];
  /** A section (a body of `snippets/`) with what the note and the records know put in. @param event the id of the meeting, where the writer chose one */
  fillSection(prefix: string, body: string, event?: string): readonly FilledSection[];
  /** The whole skeleton of a briefing. @param bodies of all sections by prefix @param day ISO 8601 */
  fillBriefing(bodies: ReadonlyMap<string, string>, day: string, event?: string): string;
  /** Recorded events within 30 days of the note's, nearest first. */
  readonly eventsNear: readonly { readonly id: string; readonly name: string; readonly date: string }[];
  /** People, bodies and figures with all their places, in every form. */
  readonly things: readonly Thing[];
  /** The one of them that stands at an offset, and where. */
  thingAt(offset: number): { readonly thing: Thing; readonly span: Span } | undefined;
  /** Sources that the note lists and the records have an address of. */
  readonly sourceLinks: readonly SourceLink[];
  /** Who is in the note, by states and bodies, with the offices of its day. */
  readonly cast: readonly CastGroup[];
  /** The figures of the note, by what they count. */
  readonly subjects: readonly FigureSubject[];
  readonly timeline: Timeline;
  /** All that a fact-checker would look up, in text order, with what the records say of it. */
  readonly sheet: readonly SheetLine[];
  /** Ids of people and bodies by name, acronym or office, as of the note's day. */
  lookUp(query: string): readonly string[];
  /** The card of a person or body by its id, for lists. */
  cardOf(id: string): HoverCard | undefined;
  /** How a person is written at a first mention and after that. */
  referencesTo(id: string): { readonly first: string; readonly later: string } | undefined;
  /** What the text says of a selected name, for a record of it. */
  draftAt(span: Span): RecordDraft;
  /** Who was in office on the day that the document is judged by, or on the given one where it has none. */
  officials(otherwise: Day): readonly Official[];
  fixAll(): readonly Edit[];
  /** Days found in the text, for the date picker, most likely first. */
  readonly datesFound: readonly Day[];
  readonly houseStyle: string;
  /** Days that the note's date alone tells: they move with it. */
  readonly relativeDates: readonly RelativeDate[];
}

/** One open document. Facts about blocks are kept between updates. */
export interface Brief {
  /** Reads the text; `undefined` if cancelled between blocks. */
  update(text: string, token?: CancellationToken): Reading | undefined;
  setContext(context: BriefContext): void;
}

export interface CheckInfo {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly severity: Severity | 'off';
}

export interface Chancery {
  readonly version: string;
  readonly checks: readonly CheckInfo[];
  /** Problems of the layers and exceptions that were given: shown in their own files. */
  readonly problems: readonly Problem[];
  /** House styles to choose from. */
  readonly houseStyles: readonly { readonly id: string; readonly title: string }[];
  /** Help with writing layers and house styles. */
  readonly records: RecordEditing;
  open(context: BriefContext): Brief;
}
