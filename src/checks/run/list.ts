import type { Check } from './check';
import { acronymCase } from '../bodies/acronym-case';
import { acronymExpansion } from '../bodies/acronym-expansion';
import { acronymUnexpanded } from '../bodies/acronym-unexpanded';
import { affiliationWrong } from '../offices/affiliation-wrong';
import { attributionDoubled } from '../quotations/attribution-doubled';
import { confidenceLikelihoodMixed } from '../tradecraft/confidence-likelihood-mixed';
import { countListMismatch } from '../dates/count-list-mismatch';
import { dateImpossible } from '../dates/date-impossible';
import { dateRelative } from '../dates/date-relative';
import { dateTense } from '../dates/date-tense';
import { dateWeekdayMismatch } from '../dates/date-weekday-mismatch';
import { estimativeMixedScale } from '../tradecraft/estimative-mixed-scale';
import { eventDateMismatch } from '../dates/event-date-mismatch';
import { instrumentUnknownForm } from '../documents/instrument-unknown-form';
import { resolutionYear } from '../documents/resolution-year';
import { elapsedTime } from '../dates/elapsed-time';
import { figureMagnitude } from '../figures/figure-magnitude';
import { figureConversion } from '../figures/figure-conversion';
import { figureShare } from '../figures/figure-share';
import { figureChange } from '../figures/figure-change';
import { figureConflict } from '../figures/figure-conflict';
import { figureEstimateMismatch } from '../figures/figure-estimate-mismatch';
import { figureSum } from '../figures/figure-sum';
import { figureTableMismatch } from '../figures/figure-table-mismatch';
import { figureUnattributed } from '../figures/figure-unattributed';
import { figureUndated } from '../figures/figure-undated';
import { figureUnitStrength } from '../figures/figure-unit-strength';
import { figureVague } from '../figures/figure-vague';
import { frontmatter } from '../language/frontmatter';
import { honorificInconsistent } from '../offices/honorific-inconsistent';
import { honorificWrong } from '../offices/honorific-wrong';
import { lifeDates } from '../offices/life-dates';
import { markingInvalid } from '../tradecraft/marking-invalid';
import { markingPortionExceeds } from '../tradecraft/marking-portion-exceeds';
import { memberCount } from '../bodies/member-count';
import { metonymAmbiguous } from '../bodies/metonym-ambiguous';
import { metonymMismatch } from '../offices/metonym-mismatch';
import { nameAmbiguousSurname } from '../names/name-ambiguous-surname';
import { nameFirstReference } from '../names/name-first-reference';
import { nameGivenMismatch } from '../names/name-given-mismatch';
import { nameHouseVariant } from '../names/name-house-variant';
import { nameMisspelling } from '../names/name-misspelling';
import { nameSpellingUnknownPair } from '../names/name-spelling-unknown-pair';
import { nameVariantMixed } from '../names/name-variant-mixed';
import { numberStyle } from '../figures/number-style';
import { officeConflictUnlisted } from '../offices/office-conflict-unlisted';
import { officeNotHeldOnDate } from '../offices/office-not-held-on-date';
import { officeQualifier } from '../offices/office-qualifier';
import { officeSince } from '../offices/office-since';
import { officeWrong } from '../offices/office-wrong';
import { orgNameVariant } from '../bodies/org-name-variant';
import { participantsMismatch } from '../offices/participants-mismatch';
import { placeHouseVariant } from '../names/place-house-variant';
import { placeholderLeft } from '../language/placeholder-left';
import { quoteAttributionConflict } from '../quotations/quote-attribution-conflict';
import { quoteDuplicate } from '../quotations/quote-duplicate';
import { quoteUnbalanced } from '../quotations/quote-unbalanced';
import { representationConflict } from '../offices/representation-conflict';
import { shortFormMixed } from '../bodies/short-form-mixed';
import { sourceGradeInvalid } from '../tradecraft/source-grade-invalid';
import { spellingDialectMixed } from '../language/spelling-dialect-mixed';
import { suppressionUnused } from '../language/suppression-unused';
import { timelineOrder } from '../dates/timeline-order';
import { titleStacked } from '../offices/title-stacked';
import { titleStyle } from '../offices/title-style';
import { titleVariantMixed } from '../offices/title-variant-mixed';

/** Every check, in the order of the catalogue: the one place where a check is registered. */
export const CHECKS: readonly Check[] = [
  nameMisspelling,
  nameHouseVariant,
  nameVariantMixed,
  nameSpellingUnknownPair,
  nameGivenMismatch,
  nameAmbiguousSurname,
  nameFirstReference,
  placeHouseVariant,
  officeWrong,
  officeNotHeldOnDate,
  officeQualifier,
  officeSince,
  lifeDates,
  officeConflictUnlisted,
  affiliationWrong,
  titleVariantMixed,
  titleStacked,
  honorificInconsistent,
  honorificWrong,
  titleStyle,
  representationConflict,
  participantsMismatch,
  metonymMismatch,
  metonymAmbiguous,
  orgNameVariant,
  acronymCase,
  acronymUnexpanded,
  acronymExpansion,
  shortFormMixed,
  memberCount,
  figureConflict,
  figureVague,
  figureTableMismatch,
  figureSum,
  figureShare,
  figureChange,
  figureConversion,
  figureMagnitude,
  elapsedTime,
  resolutionYear,
  instrumentUnknownForm,
  figureUnitStrength,
  figureUnattributed,
  figureUndated,
  figureEstimateMismatch,
  numberStyle,
  dateWeekdayMismatch,
  dateImpossible,
  dateRelative,
  dateTense,
  eventDateMismatch,
  timelineOrder,
  countListMismatch,
  quoteAttributionConflict,
  quoteDuplicate,
  attributionDoubled,
  quoteUnbalanced,
  estimativeMixedScale,
  confidenceLikelihoodMixed,
  sourceGradeInvalid,
  markingInvalid,
  markingPortionExceeds,
  spellingDialectMixed,
  frontmatter,
  placeholderLeft,
  suppressionUnused,
];
