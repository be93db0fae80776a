import type { DateStyle, PartialDate } from '../base/edtf';
import type { Id } from './model';

/** What a house style may say, by what it speaks of: the one table from which reader, schema, settings and the keys at the top of a note are made. */
export const HOUSE_VALUES = {
  acronymCase: ['upper', 'title'],
  expandForm: ['full-acronym', 'acronym-full', 'lower-in-story'],
  usForm: ['US', 'U.S.'],
  firstRef: ['full', 'off'],
  laterRef: ['surname', 'honorific'],
  titleCase: ['before-name', 'lower', 'all'],
  secretaryGeneral: ['own', 'hyphen-always', 'hyphen-never'],
  spokes: ['neutral', 'gendered', 'any'],
  orgNames: ['official', 'dialect'],
  systemRu: ['conventional', 'bgn-pcgn-1947', 'icao-9303', 'iso-9-1995'],
  systemUk: ['kmu-2010'],
  metonyms: ['allow', 'avoid'],
  dates: ['dmy', 'mdy', 'mdy-ap'],
  separator: ['comma', 'thin-space'],
  language: ['en-GB', 'en-US', 'en-GB-oxendict'],
  probabilityScale: ['none', 'icd203', 'phia'],
  sourceGrading: ['none', 'admiralty'],
  markingScheme: ['none', 'tlp', 'uk', 'nato', 'us'],
  acronymPossessive: ['allow', 'avoid'],
} as const;

export type HouseValue<Key extends keyof typeof HOUSE_VALUES> = (typeof HOUSE_VALUES)[Key][number];

/** Keys at the top of a note that say something else than the house style does, and what of it they speak of. */
export const TOP_KEYS = {
  'probability-scale': 'probabilityScale',
  'source-grading': 'sourceGrading',
  'marking-scheme': 'markingScheme',
  metonyms: 'metonyms',
  language: 'language',
} as const;

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
  readonly acronymCase?: HouseValue<'acronymCase'>;
  /** Letters from which `title` applies (EU style: 6). */
  readonly acronymTitleMin?: number;
  readonly noExpand: readonly string[];
  /** Acronyms that the house does not use for the noun (the United Nations, not the UN). */
  readonly neverShort?: readonly string[];
  readonly expandForm?: HouseValue<'expandForm'>;
  readonly usForm?: HouseValue<'usForm'>;
  readonly firstRef: HouseValue<'firstRef'>;
  readonly laterRef?: HouseValue<'laterRef'>;
  readonly titleCase?: HouseValue<'titleCase'>;
  readonly secretaryGeneral?: HouseValue<'secretaryGeneral'>;
  readonly spokes?: HouseValue<'spokes'>;
  readonly orgNames?: HouseValue<'orgNames'>;
  readonly systemRu?: HouseValue<'systemRu'>;
  readonly systemUk?: HouseValue<'systemUk'>;
  readonly names: Readonly<Record<Id, readonly DatedForm[]>>;
  readonly places: Readonly<Record<Id, readonly DatedForm[]>>;
  readonly metonyms?: HouseValue<'metonyms'>;
  readonly dates?: DateStyle;
  readonly spellBelow?: number;
  readonly separator?: HouseValue<'separator'>;
  readonly language?: HouseValue<'language'>;
  readonly probabilityScale?: HouseValue<'probabilityScale'>;
  readonly sourceGrading?: HouseValue<'sourceGrading'>;
  readonly markingScheme?: HouseValue<'markingScheme'>;
  readonly acronymPossessive?: HouseValue<'acronymPossessive'>;
  /** Honorifics and forms that may stand beside a title (`H.E. Mr.`). */
  readonly honorifics: readonly string[];
}
