import type { Analysis, FactKind, Ground, Kind, Placed } from '../../analysis/model';
import type { Span } from '../../base/span';
import type { Block, Directive } from '../../document/model';
import type { BlockFacts } from '../../recognize/model';
import type { Fix, Related, Severity } from '../../findings/finding';

export type CheckGroup = 'names' | 'offices' | 'organizations' | 'figures' | 'dates' | 'quotations' | 'tradecraft' | 'language';

/** What a check says of one place. Severity is the check's own where none is given. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The name mention it speaks of: there the check's `precedence` counts. */
  readonly mention?: Span;
}

/** What the writer's own comments and entries have silenced: known once every other check has run (spec 5.4). */
export interface Silenced {
  /** Checks that had something to say where the comment silences it. */
  by(directive: Directive): ReadonlySet<string>;
  /** Checks that the entries at the top turn off, and that had something to say. */
  readonly atTop: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** A fact of a kind, as the analysis lists it. */
export type FactOf<K extends Kind> = K extends FactKind ? Placed<BlockFacts[K][number]> : K extends keyof Analysis ? Analysis[K] extends readonly (infer Item)[] ? Item : never : never;

/** Facts of one kind that belong together: of one person, one body, one acronym. A fact without a key is in no group. */
export interface Grouped {
  readonly of: Kind;
  readonly key: (fact: never, ground: Ground) => string | undefined;
}

/**
 * What a check looks at in one go: the whole document; one block, so that its analysis has that block's facts only; or
 * one group, so that the list grouped has the facts of that group only. A check runs again only where something changed
 * that it looked at: whatever else it reads of the analysis is noted as it reads.
 */
export type Look = 'document' | 'block' | Grouped;

/** Groups the facts of a kind. Declared once and shared, so that the groups are kept once. */
export function grouped<K extends Kind>(of: K, key: (fact: FactOf<K>, ground: Ground) => string | undefined): Grouped {
  return { of, key };
}

/**
 * What a check picks out of each block before it looks at them together: kept with the block, and picked again only
 * where something changed that was looked at. A check that asks for it runs again when something else is seen.
 */
export type Sight<T> =
  | { readonly alone: true; readonly see: (block: Block) => Iterable<T> }
  | { readonly alone: false; readonly see: (analysis: CheckView, block: Block) => Iterable<T> };

/** What the analysis of each block shows. Declared once, as it is kept by itself. */
export function sight<T>(see: (analysis: CheckView, block: Block) => Iterable<T>): Sight<T> {
  return { alone: false, see };
}

/** What the text of each block shows, whatever else is said in the document. */
export function sightOfText<T>(see: (block: Block) => Iterable<T>): Sight<T> {
  return { alone: true, see };
}

/** The analysis as a check sees it. */
export interface CheckView extends Analysis {
  /** All that is seen, in document order. */
  seen<T>(sight: Sight<T>): readonly T[];
}

/**
 * A check: metadata and one pure function over the analysis. It reads no configuration: its options arrive as an
 * argument, with the defaults declared here. The runner applies severity, ignoring, quotation rules, precedence,
 * limits and order (spec 4.4), and isolates a check that throws.
 */
export interface Check<Options extends object = object> {
  readonly id: string;
  readonly group: CheckGroup;
  /** A few words for people: the name in settings and reports. */
  readonly title: string;
  readonly severity: Severity | 'off';
  readonly options: Options;
  /** Values that options may have whose default is the house style's own. */
  readonly choices?: { readonly [option in keyof Options]?: readonly string[] };
  /** `document` where none is given: always right, and run again at every edit of what it reads. */
  readonly look?: Look;
  /** Place among the checks of which only the first speaks of the same words of a mention (spec 4.4); 0 comes first. */
  readonly precedence?: number;
  /** Speaks of sources, references and titles of works as well (spec 6.2). */
  readonly inSources?: boolean;
  run(analysis: CheckView, options: Options): Iterable<Report>;
  /** What the check says when all others have run and it is known what was silenced. */
  after?(analysis: Analysis, options: Options, silenced: Silenced): Iterable<Report>;
}

/** Declares a check; exists so that options are inferred. */
export function defineCheck<Options extends object>(check: Check<Options>): Check<Options> {
  return check;
}
