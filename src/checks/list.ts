import type { Check } from './check';
import { acronymCase } from './acronym-case';
import { acronymExpansion } from './acronym-expansion';
import { acronymUnexpanded } from './acronym-unexpanded';
import { affiliationWrong } from './affiliation-wrong';
import { attributionDoubled } from './attribution-doubled';
import { confidenceLikelihoodMixed } from './confidence-likelihood-mixed';
import { countListMismatch } from './count-list-mismatch';
import { dateImpossible } from './date-impossible';
import { dateRelative } from './date-relative';
import { dateTense } from './date-tense';
import { dateWeekdayMismatch } from './date-weekday-mismatch';
import { estimativeMixedScale } from './estimative-mixed-scale';
import { eventDateMismatch } from './event-date-mismatch';
import { figureChange } from './figure-change';
import { figureConflict } from './figure-conflict';
import { figureEstimateMismatch } from './figure-estimate-mismatch';
import { figureSum } from './figure-sum';
import { figureTableMismatch } from './figure-table-mismatch';
import { figureUnattributed } from './figure-unattributed';
import { figureUndated } from './figure-undated';
import { figureUnitStrength } from './figure-unit-strength';
import { figureVague } from './figure-vague';
import { frontmatter } from './frontmatter';
import { honorificInconsistent } from './honorific-inconsistent';
import { honorificWrong } from './honorific-wrong';
import { lifeDates } from './life-dates';
import { markingInvalid } from './marking-invalid';
import { markingPortionExceeds } from './marking-portion-exceeds';
import { memberCount } from './member-count';
import { metonymAmbiguous } from './metonym-ambiguous';
import { metonymMismatch } from './metonym-mismatch';
import { nameAmbiguousSurname } from './name-ambiguous-surname';
import { nameFirstReference } from './name-first-reference';
import { nameGivenMismatch } from './name-given-mismatch';
import { nameHouseVariant } from './name-house-variant';
import { nameMisspelling } from './name-misspelling';
import { nameSpellingUnknownPair } from './name-spelling-unknown-pair';
import { nameVariantMixed } from './name-variant-mixed';
import { numberStyle } from './number-style';
import { officeConflictUnlisted } from './office-conflict-unlisted';
import { officeNotHeldOnDate } from './office-not-held-on-date';
import { officeQualifier } from './office-qualifier';
import { officeSince } from './office-since';
import { officeWrong } from './office-wrong';
import { orgNameVariant } from './org-name-variant';
import { participantsMismatch } from './participants-mismatch';
import { placeHouseVariant } from './place-house-variant';
import { placeholderLeft } from './placeholder-left';
import { quoteAttributionConflict } from './quote-attribution-conflict';
import { quoteDuplicate } from './quote-duplicate';
import { quoteUnbalanced } from './quote-unbalanced';
import { representationConflict } from './representation-conflict';
import { shortFormMixed } from './short-form-mixed';
import { sourceGradeInvalid } from './source-grade-invalid';
import { spellingDialectMixed } from './spelling-dialect-mixed';
import { suppressionUnused } from './suppression-unused';
import { timelineOrder } from './timeline-order';
import { titleStacked } from './title-stacked';
import { titleStyle } from './title-style';
import { titleVariantMixed } from './title-variant-mixed';

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
  figureChange,
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
