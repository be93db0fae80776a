/**
 * What a gazetteer file may hold, said once: the reader, the validator's search for dangling ids, the JSON Schema and
 * the editor's completion are all driven by these tables (spec 3.1-3.3). A field's `about` is its documentation.
 */
import type { Section } from './model';
import { HOUSE_VALUES } from './profile';

/** A section of records, or the map of sources. */
export type Target = Section | 'sources' | 'profiles';

export type Kind =
  /** Running text; `numbers`: a bare number is taken as written. */
  | { readonly is: 'text'; readonly numbers?: true }
  /** The id of a record in one of these sections. */
  | { readonly is: 'ref'; readonly to: readonly Target[] }
  /** An EDTF level 1 date. */
  | { readonly is: 'date' }
  | { readonly is: 'flag' }
  /** A whole number, 0 or more. */
  | { readonly is: 'count' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** `single`: one value stands for a list of one. */
  | { readonly is: 'list'; readonly of: Kind; readonly single?: true }
  | { readonly is: 'map'; readonly of: Kind; readonly to?: readonly Target[] }
  /** `short`: a bare text stands for an object with this one field. */
  | { readonly is: 'object'; readonly fields: Fields; readonly short?: string }
  /** A number of seats, or `many`. */
  | { readonly is: 'seats' }
  /** `nato + 1`: counted from another body. */
  | { readonly is: 'derivation' }
  /** `[low, high]`. */
  | { readonly is: 'range' };

export interface Field {
  readonly kind: Kind;
  readonly about: string;
  readonly required?: true;
  /** Value where none is written. */
  readonly initial?: string | boolean | readonly never[] | Readonly<Record<string, never>>;
  /** Written under this key for convenience, kept under another, as part of a list. */
  readonly into?: string;
}

export type Fields = Readonly<Record<string, Field>>;

const TEXT: Kind = { is: 'text' };
const DATE: Kind = { is: 'date' };
const FLAG: Kind = { is: 'flag' };
const TEXTS: Kind = { is: 'list', of: TEXT };
const STATE: Kind = { is: 'ref', to: ['states'] };
const BODY: Kind = { is: 'ref', to: ['organizations'] };
const PERSON: Kind = { is: 'ref', to: ['people'] };
const PARTY: Kind = { is: 'ref', to: ['states', 'organizations'] };

function field(kind: Kind, about: string): Field {
  return { kind, about };
}

function must(kind: Kind, about: string): Field {
  return { kind, about, required: true };
}

function list(of: Kind, about: string): Field {
  return { kind: { is: 'list', of }, about, initial: [] };
}

function flag(about: string): Field {
  return { kind: FLAG, about, initial: false };
}

const CITED: Kind = { is: 'list', of: { is: 'ref', to: ['sources'] } };
const CONFIDENCE: Kind = { is: 'choice', of: ['high', 'medium', 'low'] };

const EVIDENCE: Fields = {
  confidence: field(CONFIDENCE, 'Computed where there are sources: high, a primary or two independent ones; medium, one; low, none that carries weight.'),
  sources: field(CITED, 'Ids of sources that state this; for a term, its start.'),
};

/** Every record has these; `id` and `remove` are read apart. */
const RECORD: Fields = {
  checked: field(DATE, 'Day of the last editorial check; the file’s own where none is given.'),
  note: field(TEXT, 'A remark for editors.'),
};

const NAME_KINDS = [
  'native', 'self', 'transliteration', 'variant', 'familiar', 'historical', 'ascii', 'spelling-variant', 'acronym',
  'acronym-case', 'punctuation', 'common', 'formal', 'short', 'dated',
] as const;

const NAME: Fields = {
  name: field(TEXT, 'The whole name as written; put together from given and family where they are given.'),
  given: field(TEXT, 'Given name or names in this form.'),
  family: field(TEXT, 'Family name in this form.'),
  kind: { kind: { is: 'choice', of: NAME_KINDS }, about: 'What kind of name it is.', initial: 'variant' },
  lang: field(TEXT, 'BCP 47 language.'),
  script: field(TEXT, 'ISO 15924 script (Cyrl, Hans, Arab …).'),
  system: field(TEXT, 'System of transliteration (bgn-pcgn-1947, kmu-2010 …).'),
  houses: field(TEXTS, 'House styles that write the name so.'),
  note: field(TEXT, 'Who uses it, since when.'),
};

const NAMES: Kind = { is: 'list', of: { is: 'object', fields: NAME, short: 'name' } };

const IDENTIFIERS = list({
  is: 'object',
  fields: { scheme: must(TEXT, 'wikidata, viaf, isni …'), identifier: must({ is: 'text', numbers: true }, 'The identifier in that scheme.') },
}, 'Identifiers elsewhere (Popolo).');

function distinct(target: Target): Field {
  return list({
    is: 'object', short: 'id',
    fields: { id: must({ is: 'ref', to: [target] }, 'The other record.'), note: field(TEXT, 'What tells them apart.') },
  }, 'Records easily taken for this one (Wikidata “different from”).');
}

const DATED: Kind = {
  is: 'object', short: 'name',
  fields: { name: must(TEXT, 'Rank or honour.'), start_date: field(DATE, 'From.'), end_date: field(DATE, 'Until.') },
};

const PERSON_FIELDS: Fields = {
  name: field(TEXT, 'The usual English name; put together from given and family name where it is not given.'),
  family_name: field(TEXT, 'Family name.'),
  given_name: field(TEXT, 'Given name or names.'),
  patronymic_name: field(TEXT, 'Patronymic.'),
  additional_name: field(TEXT, 'Middle names or initials.'),
  honorific_prefix: field(TEXT, 'Sir, Dame, Sheikh …'),
  feminine_family_name: field(TEXT, 'Form of the family name that women of the family bear (-ova, -ska): not a misspelling.'),
  gender: field({ is: 'choice', of: ['male', 'female'] }, 'Absent means unknown, never assumed.'),
  nationality: field(STATE, 'ISO 3166-1 alpha-2; quote "NO".'),
  birth_date: field(DATE, 'Date of birth.'),
  death_date: field(DATE, 'Date of death.'),
  family_first: flag('The family name is written first in the person’s own language.'),
  distinctive_surname: field(FLAG, 'false: the surname alone does not tell who is meant (common names, English words).'),
  rank: { kind: DATED, about: 'Military or diplomatic rank.', into: 'ranks' },
  ranks: list(DATED, 'Ranks with dates.'),
  honours: list(DATED, 'Honours with dates.'),
  names: { kind: NAMES, about: 'Other correct names, each with its kind.', initial: [] },
  misspellings: list({
    is: 'object', short: 'name',
    fields: {
      name: must(TEXT, 'The form as it is seen.'),
      needs_context: flag('The form is a real name of others: it needs a given name or a title beside it.'),
    },
  }, 'Forms that are seen but not correct (SKOS hiddenLabel): recognised, never offered.'),
  occupancies: list({
    is: 'object',
    fields: {
      post: must({ is: 'ref', to: ['posts'] }, 'The post held.'),
      start_date: field(DATE, 'First day; the handover day belongs to both holders.'),
      end_date: field(DATE, 'Last day; .. or nothing: still open when checked.'),
      status: { kind: { is: 'choice', of: ['held', 'acting', 'designate'] }, about: 'How it is held.', initial: 'held' },
      portfolio: field(TEXT, 'What a deputy is in charge of.'),
      note: field(TEXT, 'A remark that readers see: a doubt, what was not found.'),
      ...EVIDENCE,
      end_sources: field(CITED, 'Ids of sources that state the end.'),
      held_sources: field(CITED, 'Ids of sources that name the holder on a later day: they say until when the term is known, and nothing of its dates.'),
      end_confidence: field(CONFIDENCE, 'Computed from end_sources.'),
      checked: field(DATE, 'Day of the newest thing read for this term; that of its newest source where none is given.'),
      due: field(DATE, 'Day on which the term runs out by law or appointment.'),
      recognition: field({ is: 'choice', of: ['disputed'] }, 'disputed: after a coup or a contested election others are called by the same office in these days.'),
      in_power: field(FLAG, 'Of a disputed term: its holder rules, wherever others are recognised.'),
      recognised_by: field({ is: 'list', of: PARTY }, 'Of a disputed term: states and bodies that recognise its holder.'),
    },
  }, 'Posts held, with dates (FollowTheMoney Occupancy).'),
  distinct_from: distinct('people'),
  identifiers: IDENTIFIERS,
  summary: field(TEXT, 'One line for the card.'),
};

const POST_FIELDS: Fields = {
  label: must(TEXT, 'The post with its body or country, as a heading.'),
  organization: must(BODY, 'The body it belongs to; its state is that of the body or of a parent.'),
  seats: field({ is: 'seats' }, 'How many hold it at a time: 1, another number, or many.'),
  head: flag('Its holder heads the body.'),
  kind: field(TEXT, 'head-of-state, head-of-government, foreign-minister, defence-minister …'),
  term_years: field({ is: 'count' }, 'Years that a term lasts by law.'),
  elections: list(DATE, 'Days of elections after which the holder may be another.'),
  gaps: list({
    is: 'object',
    fields: {
      start_date: must(DATE, 'From.'), end_date: field(DATE, 'Until.'),
      what: { kind: { is: 'choice', of: ['vacant', 'collective', 'unknown'] }, about: 'vacant: nobody held it; collective: a council held it as a body; unknown: who held it was not found.', initial: 'unknown' },
      note: field(TEXT, 'A remark that readers see.'),
      ...EVIDENCE,
    },
  }, 'Times in which nobody held the post, or in which it is not known who did.'),
  titles: must({
    is: 'object',
    fields: {
      preferred: must(TEXT, 'The usual title, without the country.'),
      formal: field(TEXT, 'The full official title.'),
      permitted: list(TEXT, 'Other correct titles.'),
      informal: list(TEXT, 'Titles of the press (“foreign policy chief”).'),
      avoid: list(TEXT, 'Titles that name another office or none.'),
      styled: { kind: { is: 'map', of: TEXT }, about: 'Title by the house’s way with Secretary-General (own, hyphen-always, hyphen-never).', initial: {} },
    },
  }, 'Titles of the post.'),
};

const ORGANIZATION_FIELDS: Fields = {
  name: must(TEXT, 'Official name in English.'),
  acronym: field(TEXT, 'Its acronym.'),
  pronounced_as_word: flag('NATO, not N-A-T-O: some houses write Nato.'),
  classification: field(TEXT, 'intergovernmental, ministry, armed-forces, format …'),
  parent: field(BODY, 'The body it is part of.'),
  state: field(STATE, 'The state it belongs to; not needed where a parent has it.'),
  seat: field({ is: 'ref', to: ['places'] }, 'Where it sits.'),
  founding_date: field(DATE, 'Founded.'),
  dissolution_date: field(DATE, 'Dissolved.'),
  other_names: { kind: NAMES, about: 'Other names, each with its kind.', initial: [] },
  short_forms: list(TEXT, '“the alliance”: means this body only once it was named.'),
  misnomers: list(TEXT, 'Names that are seen but are not its name.'),
  member_noun: field({
    is: 'object',
    fields: {
      singular: must(TEXT, 'ally, member state, participating State.'), plural: must(TEXT, 'Its plural.'),
      also: list(TEXT, 'Other nouns that count the members (ambassadors, leaders).'),
      avoid: list(TEXT, 'Nouns that the body does not use.'),
    },
  }, 'What its members are called.'),
  member_count: list({
    is: 'object',
    fields: {
      from: field(DATE, 'First day of this number.'),
      count: field({ is: 'count' }, 'Number of members from that day.'),
      derive: field({ is: 'derivation' }, 'Counted from another body: nato + 1.'),
      joined: list(STATE, 'States that joined that day.'),
      left: list(STATE, 'States that left that day.'),
      note: field(TEXT, 'A remark for editors.'),
      ...EVIDENCE,
    },
  }, 'Number of members by date, ascending.'),
  chair: { kind: chairKind(), about: 'The one chair, where it does not change.', into: 'chairs' },
  chairs: list(chairKind(), 'States, people or posts that chair it, with dates.'),
  distinct_from: distinct('organizations'),
  identifiers: IDENTIFIERS,
};

function chairKind(): Kind {
  return {
    is: 'object',
    fields: {
      state: field(STATE, 'The state in the chair.'),
      person: field(PERSON, 'The person in the chair.'),
      ex_officio: field({ is: 'ref', to: ['posts'] }, 'Whoever holds this post is the chair.'),
      start_date: field(DATE, 'From.'), end_date: field(DATE, 'Until.'),
      note: field(TEXT, 'A remark for editors.'),
      ...EVIDENCE,
    },
  };
}

const STATE_FIELDS: Fields = {
  name: must(TEXT, 'Short name in English.'),
  article: flag('Takes “the” in running text.'),
  adjective: { kind: { is: 'list', of: TEXT, single: true }, about: 'Adjective or adjectives.', into: 'adjectives' },
  adjectives: list(TEXT, 'Adjectives, the usual one first.'),
  other_names: { kind: NAMES, about: 'Other names, each with its kind.', initial: [] },
  capital: field(TEXT, 'Its capital.'),
  languages: list(TEXT, 'Official languages by ISO 639-1: by them the forms of a given name are told apart.'),
};

const METONYM_FIELDS: Fields = {
  labels: list(TEXT, 'The words (“the Kremlin”).'),
  kind: must({ is: 'choice', of: ['seat', 'capital'] }, 'The seat of a body, or a capital for its government.'),
  refers_to: list(BODY, 'Bodies that it stands for.'),
  loosely: field(BODY, 'The body that it is loosely used for.'),
  state: field(STATE, 'The state that it stands for.'),
  ambiguous: flag('Stands for more than one body.'),
  literal_cues: list(TEXT, 'Words after it that make it the building (walls, towers).'),
};

const PLACE_FIELDS: Fields = {
  name: must(TEXT, 'Name in English.'),
  variants: list({
    is: 'object', short: 'name',
    fields: { ...NAME, from: field(TEXT, 'Language that the form comes from.'), since: field(DATE, 'Not held against texts from before this day.') },
  }, 'Other names, each with its kind.'),
  keep: list(TEXT, 'Phrases in which a variant is right (chicken Kiev).'),
  state: field(STATE, 'The state it lies in.'),
};

const SCOPE_FIELDS: Fields = { phrases: list(TEXT, 'Phrases that mean the same area when figures are compared.') };

const FORMATION_FIELDS: Fields = {
  names: list(TEXT, 'Names and acronyms, singular.'),
  plural: list(TEXT, 'Names and acronyms, plural.'),
  doctrine: field(TEXT, 'The army whose pattern it is (ru, us …).'),
  typical: must({ is: 'range' }, 'Typical personnel, low and high.'),
  ...EVIDENCE,
};

const EVENT_FIELDS: Fields = {
  name: must(TEXT, 'Name of the meeting.'),
  aliases: list(TEXT, 'What texts call it.'),
  date: must(DATE, 'First day.'),
  end_date: field(DATE, 'Last day.'),
  place: field({ is: 'ref', to: ['places'] }, 'Where it was.'),
  organization: field(BODY, 'The body that met.'),
  chair: field(PERSON, 'Who was in the chair.'),
  delegations: list({
    is: 'object',
    fields: {
      party: must(PARTY, 'The state or body.'), head: field(PERSON, 'Head of the delegation.'),
      co_heads: list(PERSON, 'Others who headed it.'), members: list(PERSON, 'Members.'),
      note: field(TEXT, 'A remark for editors.'),
      ...EVIDENCE,
    },
  }, 'Who came for whom.'),
  sources: EVIDENCE['sources']!,
};

export const INSTRUMENT_KINDS = [
  'treaty', 'agreement', 'declaration', 'resolution', 'mandate', 'operation', 'mission', 'exercise', 'sanctions', 'programme',
] as const;

const INSTRUMENT_FIELDS: Fields = {
  name: must(TEXT, 'Its usual name in English.'),
  kind: must({ is: 'choice', of: INSTRUMENT_KINDS }, 'What it is.'),
  aliases: list(TEXT, 'Other correct names and acronyms.'),
  number: field({ is: 'text', numbers: true }, 'Number of a resolution (2254, 68/262), or step of a series (14 for the 14th package).'),
  organization: field(BODY, 'The body that adopted it or runs it.'),
  signed: field(DATE, 'Day of signature.'),
  adopted: field(DATE, 'Day of adoption, or on which an operation or a mission began.'),
  in_force: field(DATE, 'Day of entry into force.'),
  ended: field(DATE, 'Day on which it ended or was left.'),
  place: field(TEXT, 'Where it was signed or adopted.'),
  parties: list(PARTY, 'Those who signed, where they are few.'),
  votes: field({
    is: 'object',
    fields: {
      for: must({ is: 'count' }, 'Votes in favour.'), against: must({ is: 'count' }, 'Votes against.'),
      abstentions: must({ is: 'count' }, 'Abstentions.'),
    },
  }, 'The vote by which it was adopted.'),
  summary: field(TEXT, 'One line for the card.'),
  ...EVIDENCE,
};

const ESTIMATE_FIELDS: Fields = {
  force: must(PARTY, 'Whose force, losses, stock, people or spending is counted.'),
  unit: must(TEXT, 'What is counted: personnel, a formation’s id, an equipment noun, killed, wounded, refugees, displaced, in-need, warhead, defence-spending …'),
  component: field(TEXT, 'total, ground, air, naval …'),
  scope: field({ is: 'ref', to: ['figure_scopes'] }, 'The area.'),
  date: must(DATE, 'The day it speaks of.'),
  value: must({ is: 'text', numbers: true }, 'As published: “about 112,000”, “169,000-190,000”.'),
  status: field({ is: 'choice', of: ['actual', 'projected', 'past', 'denied'] }, 'actual where nothing is written.'),
  attribution: must(TEXT, 'Who gave it (“Ukraine’s defence minister”).'),
  ...EVIDENCE,
};

/** Fields of the records of each section, beside `id`. */
export const SECTIONS: Readonly<Record<Section, { readonly about: string; readonly fields: Fields }>> = {
  states: { about: 'States, by ISO 3166-1 alpha-2 code.', fields: { ...STATE_FIELDS, ...RECORD } },
  people: { about: 'People: <iso2>-<family>-<given>.', fields: { ...PERSON_FIELDS, ...RECORD } },
  posts: { about: 'Posts: <country or body>-<title>.', fields: { ...POST_FIELDS, ...RECORD } },
  organizations: { about: 'Bodies, ministries, armed forces, formats.', fields: { ...ORGANIZATION_FIELDS, ...RECORD } },
  metonyms: { about: 'Seats and capitals that stand for those in them.', fields: { ...METONYM_FIELDS, ...RECORD } },
  places: { about: 'Places with variant spellings.', fields: { ...PLACE_FIELDS, ...RECORD } },
  figure_scopes: { about: 'Areas that figures are given for.', fields: { ...SCOPE_FIELDS, ...RECORD } },
  formations: { about: 'Military formations and their typical strength.', fields: { ...FORMATION_FIELDS, ...RECORD } },
  events: { about: 'Meetings with their delegations.', fields: { ...EVENT_FIELDS, ...RECORD } },
  instruments: { about: 'Treaties, resolutions, mandates, operations, sanctions packages.', fields: { ...INSTRUMENT_FIELDS, ...RECORD } },
  estimates: { about: 'Published figures of every kind: strength, losses, stocks, refugees, spending.', fields: { ...ESTIMATE_FIELDS, ...RECORD } },
};

export const SECTION_NAMES = Object.keys(SECTIONS) as readonly Section[];

export const SOURCE_FIELDS: Fields = {
  title: field(TEXT, 'Title of the article or document.'),
  publisher: must(TEXT, 'Who published it, as named to readers.'),
  class: {
    kind: { is: 'choice', of: ['primary', 'secondary', 'mirror', 'weak'] }, initial: 'secondary',
    about: 'primary: the body itself; secondary: a newsroom, agency or reference work; mirror: repeats another; weak: nothing rests on it, and readers are not shown it.',
  },
  of: field(TEXT, 'Of a mirror: whose publication it repeats (Reuters).'),
  date: field(DATE, 'Date of publication.'),
  url: field(TEXT, 'Where it was read.'),
  grade: field(TEXT, 'Admiralty grade, A1-F6: reliability of the source, credibility of the statement.'),
};

const FORMS: Kind = {
  is: 'list', single: true,
  of: {
    is: 'object', short: 'form',
    fields: { form: must(TEXT, 'The form to write.'), from: field(DATE, 'From this day.'), to: field(DATE, 'Until this day.') },
  },
};

/** Dimensions of a house style (spec 2.2). What is absent asks only for consistency. */
export const PROFILE_FIELDS: Fields = {
  extends: field({ is: 'ref', to: ['profiles'] }, 'The profile it builds on; neutral where nothing is written.'),
  title: field(TEXT, 'Its name for people.'),
  press: field(FLAG, 'A press house: “envoy” beside “ambassador” is one title, metonyms are idiom.'),
  acronymCase: field({ is: 'choice', of: HOUSE_VALUES.acronymCase }, 'title: acronyms pronounced as words are written Nato, Unesco.'),
  acronymTitleMin: field({ is: 'count' }, 'Letters from which title applies.'),
  noExpand: field(TEXTS, 'Acronyms that need no expansion, beside those of the profile it extends.'),
  neverShort: field(TEXTS, 'Acronyms that the house does not use for the noun (the United Nations, not the UN).'),
  expandForm: field({ is: 'choice', of: HOUSE_VALUES.expandForm }, 'How an acronym is introduced.'),
  usForm: field({ is: 'choice', of: HOUSE_VALUES.usForm }, 'US or U.S.'),
  firstRef: field({ is: 'choice', of: HOUSE_VALUES.firstRef }, 'Whether the first mention needs the full name and office.'),
  laterRef: field({ is: 'choice', of: HOUSE_VALUES.laterRef }, 'How people are named after that.'),
  titleCase: field({ is: 'choice', of: HOUSE_VALUES.titleCase }, 'Where titles take capitals.'),
  secretaryGeneral: field({ is: 'choice', of: HOUSE_VALUES.secretaryGeneral }, 'Secretary-General or Secretary General.'),
  spokes: field({ is: 'choice', of: HOUSE_VALUES.spokes }, 'spokesperson, spokesman, spokeswoman.'),
  orgNames: field({ is: 'choice', of: HOUSE_VALUES.orgNames }, 'Whether -ise/-ize variants of official names are accepted.'),
  systemRu: field({ is: 'choice', of: HOUSE_VALUES.systemRu }, 'Transliteration of Russian names.'),
  systemUk: field({ is: 'choice', of: HOUSE_VALUES.systemUk }, 'Transliteration of Ukrainian names.'),
  names: field({ is: 'map', of: FORMS, to: ['people'] }, 'The house’s form of a person’s name, by person id, perhaps by date.'),
  places: field({ is: 'map', of: FORMS, to: ['places'] }, 'The house’s form of a place’s name, by place id, perhaps by date.'),
  metonyms: field({ is: 'choice', of: HOUSE_VALUES.metonyms }, 'Whether capitals may stand for governments.'),
  dates: field({ is: 'choice', of: HOUSE_VALUES.dates }, '12 January 2022, January 12, 2022, or Jan. 12, 2022.'),
  spellBelow: field({ is: 'count' }, 'Numbers below this are written in words.'),
  separator: field({ is: 'choice', of: HOUSE_VALUES.separator }, 'Separator of thousands.'),
  language: field({ is: 'choice', of: HOUSE_VALUES.language }, 'Spelling.'),
  probabilityScale: field({ is: 'choice', of: HOUSE_VALUES.probabilityScale }, 'Words of estimative probability.'),
  sourceGrading: field({ is: 'choice', of: HOUSE_VALUES.sourceGrading }, 'Grading of sources.'),
  markingScheme: field({ is: 'choice', of: HOUSE_VALUES.markingScheme }, 'Scheme of markings.'),
  acronymPossessive: field({ is: 'choice', of: HOUSE_VALUES.acronymPossessive }, 'Whether an acronym may take ’s.'),
  honorifics: field(TEXTS, 'Honorifics that may stand beside a title, beside those of the profile it extends.'),
};
