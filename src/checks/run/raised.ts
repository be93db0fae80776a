import type { Severity } from '../../findings/finding';
import type { Check, CheckGroup, Report } from './check';

/** A report on its way to be a finding. */
export interface Raised {
  readonly check: Check;
  /** Place of the check in the catalogue. */
  readonly order: number;
  readonly report: Report;
  readonly severity: Severity;
}

export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** How the checks of a group treat words that are not the writer's own (spec 6.2). */
export interface Manners {
  /** The subject is the quotation itself, or no words of the speaker: quotations are read like all else. */
  readonly ofQuotations?: boolean;
  /** A warning inside a quotation stays one. */
  readonly firm?: boolean;
  /** Speaks, in a whisper, of the captions of images. */
  readonly inCaptions?: boolean;
}

export const MANNERS: Readonly<Record<CheckGroup, Manners>> = {
  names: { firm: true, inCaptions: true },
  offices: { firm: true },
  organizations: {},
  figures: {},
  dates: {},
  quotations: { ofQuotations: true },
  tradecraft: { ofQuotations: true },
  language: { ofQuotations: true },
};
