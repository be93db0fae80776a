import type { Analysis } from '../../analysis/model';
import type { Span } from '../../base/span';
import type { Directive } from '../../document/model';
import type { Fix, Related, Severity } from '../../findings/finding';

export type CheckGroup = 'names' | 'offices' | 'organizations' | 'figures' | 'dates' | 'quotations' | 'tradecraft' | 'language';

/** What a check says of one place. Severity is the check's own where none is given. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The name mention it speaks of: of the checks in the order of precedence (spec 4.4) only the highest reports per mention. */
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
  run(analysis: Analysis, options: Options): Iterable<Report>;
  /** What the check says when all others have run and it is known what was silenced. */
  after?(analysis: Analysis, options: Options, silenced: Silenced): Iterable<Report>;
}

/** Declares a check; exists so that options are inferred. */
export function defineCheck<Options extends object>(check: Check<Options>): Check<Options> {
  return check;
}
