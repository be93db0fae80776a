import type { DateStyle, PartialDate } from '../base/edtf';
import type { Id } from './model';

/** A form, or the form of a stretch of time: houses change their minds (spec 2.2). */
export interface DatedForm {
  readonly form: string;
  readonly from?: PartialDate;
  readonly to?: PartialDate;
}

/** A house style (spec 2.2). A profile only adds requirements: what is `undefined` asks only for consistency. */
export interface Profile {
  readonly id: Id;
  readonly extends?: Id;
  readonly title?: string;
  /** A press house: “envoy” beside “ambassador” is one title, metonyms are idiom. */
  readonly press: boolean;
  readonly acronymCase?: 'upper' | 'title';
  /** Letters from which `title` applies (EU style: 6). */
  readonly acronymTitleMin?: number;
  readonly noExpand: readonly string[];
  /** Acronyms that the house does not use for the noun (the United Nations, not the UN). */
  readonly neverShort?: readonly string[];
  readonly expandForm?: 'full-acronym' | 'acronym-full' | 'lower-in-story';
  readonly usForm?: 'US' | 'U.S.';
  readonly firstRef: 'full' | 'off';
  readonly laterRef?: 'surname' | 'honorific';
  readonly titleCase?: 'before-name' | 'lower' | 'all';
  readonly secretaryGeneral?: 'own' | 'hyphen-always' | 'hyphen-never';
  readonly spokes?: 'neutral' | 'gendered' | 'any';
  readonly orgNames?: 'official' | 'dialect';
  readonly systemRu?: string;
  readonly systemUk?: string;
  readonly names: Readonly<Record<Id, readonly DatedForm[]>>;
  readonly places: Readonly<Record<Id, readonly DatedForm[]>>;
  readonly metonyms?: 'allow' | 'avoid';
  readonly dates?: DateStyle;
  readonly spellBelow?: number;
  readonly separator?: 'comma' | 'thin-space';
  readonly language?: 'en-GB' | 'en-US' | 'en-GB-oxendict';
  readonly probabilityScale?: 'none' | 'icd203' | 'phia';
  readonly sourceGrading?: 'none' | 'admiralty';
  readonly markingScheme?: 'none' | 'tlp' | 'uk' | 'nato' | 'us';
  readonly acronymPossessive?: 'allow' | 'avoid';
  /** Honorifics and forms that may stand beside a title (`H.E. Mr.`). */
  readonly honorifics: readonly string[];
}
