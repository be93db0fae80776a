import { BEGINNINGS, BODIES, BODY_NAMES, BODY_PAIRS, BY_ACRONYM, CAPITALS, COUNTED, EXPANSIONS, GEOGRAPHIC, SPOKEN, SWAPPED } from './bodies';
import { INSTRUMENT_WORDS, INSTRUMENTS, RESOLUTIONS } from './documents';
import { ESTIMATES, ESTIMATES_IN, FORMATIONS, PARTIES, PLAIN_STATES, SCOPES } from './figures';
import { DELEGATIONS, EVENTS, LEADERS } from './meetings';
import { BY_GIVEN, FAMILIES, HOLDERS, LAST_WORDS, MISSPELLINGS, NAME_WORDS, SINGLES } from './names';
import { CAPITAL_WORDS, KEPT, METONYMS, METONYMS_OF, PLACES, STATE_WORDS, STATES } from './places';
import type { TableSpec } from './table';
import { POSTS_OF, POSTS_OF_KIND, POSTS_WITHIN, SECRETARIES_GENERAL, TITLED, TITLES, TITLES_BACKWARD } from './titles';

/** Tables that are asked at the words of a text. Each has a bit in the column of words with which phrases begin: at most 32. */
const OF_TEXT: readonly TableSpec<unknown>[] = [
  FAMILIES, SINGLES, MISSPELLINGS, NAME_WORDS, BY_GIVEN, LAST_WORDS,
  BODIES, BODY_NAMES, BODY_PAIRS, SWAPPED, CAPITALS, GEOGRAPHIC, BEGINNINGS, EXPANSIONS, SPOKEN,
  TITLES, TITLES_BACKWARD, STATES, PLACES, KEPT, METONYMS, EVENTS, PARTIES, PLAIN_STATES, INSTRUMENTS, INSTRUMENT_WORDS, STATE_WORDS, CAPITAL_WORDS,
];

/** Tables that are asked with the id of a record, or for all of a kind. */
const OF_RECORDS: readonly TableSpec<unknown>[] = [
  HOLDERS, BY_ACRONYM, COUNTED, POSTS_OF, POSTS_OF_KIND, POSTS_WITHIN, TITLED, SECRETARIES_GENERAL, METONYMS_OF, DELEGATIONS, LEADERS,
  FORMATIONS, SCOPES, ESTIMATES, ESTIMATES_IN, RESOLUTIONS,
];

/** Tables of a compiled gazetteer, by their number in the file. */
export const TABLES: readonly TableSpec<unknown>[] = [...OF_TEXT, ...OF_RECORDS];

/** How many of them have a bit. */
export const WITH_BIT = OF_TEXT.length;
