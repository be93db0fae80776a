import { phraseUnits } from '../../english/units';
import { wordsOf } from '../../english/phrases';
import type { Organization } from '../model';
import { ALL, tableOf, tableOfMany } from './table';

export type BodyFormKind = 'name' | 'variant' | 'acronym' | 'short' | 'misnomer';

/** One recorded way to write a body. `how`: in the recorded case (`exact`), in any (`loose`), or with the capitals of a name. */
export interface BodyFormEntry {
  readonly text: string;
  readonly form: BodyFormKind;
  readonly how: 'exact' | 'loose' | 'name';
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]+$/u;

export function isAcronym(text: string): boolean {
  return text.length <= 8 && /^(?:[A-Z][A-Za-z]?){2,}$/.test(text) && /[A-Z].*[A-Z]/.test(text) && text.replace(/[^A-Z]/g, '').length * 2 > text.length;
}

/** The words of a body's name as they are compared: hyphens taken apart, a comma a word of its own. */
export function bodyWords(text: string): readonly string[] {
  return phraseUnits(text).map(unit => unit.folded);
}

function* formsOf(body: Organization): Iterable<BodyFormEntry> {
  yield { text: body.name, form: 'name', how: 'name' };
  if (body.acronym !== undefined) {
    yield { text: body.acronym, form: 'acronym', how: 'exact' };
    if (body.pronounced_as_word && /^[A-Z]{4,}$/.test(body.acronym)) yield { text: body.acronym[0]! + body.acronym.slice(1).toLowerCase(), form: 'acronym', how: 'exact' };
    if (/^[A-Z]{2,3}$/.test(body.acronym)) yield { text: [...body.acronym].map(letter => `${letter}.`).join(''), form: 'acronym', how: 'exact' };
  }
  for (const name of body.other_names) {
    if (name.kind === 'acronym' || name.kind === 'acronym-case' || isAcronym(name.name)) yield { text: name.name, form: 'acronym', how: 'exact' };
    else yield { text: name.name, form: 'variant', how: name.kind === 'common' ? 'loose' : 'name' };
  }
  for (const short of body.short_forms) yield { text: short, form: 'short', how: 'loose' };
  for (const misnomer of body.misnomers) yield { text: misnomer, form: 'misnomer', how: 'name' };
}

function latinForms(body: Organization): BodyFormEntry[] {
  return [...formsOf(body)].filter(form => LATIN.test(form.text));
}

export const BODIES = tableOf<'organizations', BodyFormEntry>('bodies', 'organizations', function* (body) {
  for (const form of latinForms(body)) yield [bodyWords(form.text), form];
});

/** Parts of a state that every state has, under names of its own: a name one word off is seldom a slip. */
const ORDINARY = new Set(['ministry', 'government', 'presidency', 'monarchy', 'parliament', 'armed-forces', 'permanent-mission', 'intelligence-service']);

export function isOrdinary(body: Organization): boolean {
  return ORDINARY.has(body.classification ?? '');
}

function* fullNames(body: Organization): Iterable<string> {
  yield body.name;
  for (const name of body.other_names) if (name.kind === 'spelling-variant' || name.kind === 'formal') yield name.name;
}

/** Whole names of bodies, as words. */
export const BODY_NAMES = tableOf<'organizations', 0>('names of bodies', 'organizations', function* (body) {
  for (const name of fullNames(body)) yield [bodyWords(name), 0];
});

/** Names of three words or more, by two of their first three words; the value is the name. */
export const BODY_PAIRS = tableOf<'organizations', string>('pairs of words of bodies', 'organizations', function* (body) {
  for (const name of fullNames(body)) {
    const words = bodyWords(name);
    // a ministry is told by the state in its name: “Ministry of Foreign Affairs” alone is any state's
    if (words.length < 3 || (isOrdinary(body) && (body.classification !== 'ministry' || words.length < 6))) continue;
    for (const key of pairKeys(words)) yield [key, name];
  }
});

/** Two of the first three words of a name, and how a key of them begins. */
export const PAIR_PLACES = [['1', 0, 1], ['2', 0, 2], ['3', 1, 2]] as const;

/** Keys by which a name and one that differs from it in one word share at least one. */
function pairKeys(words: readonly string[]): readonly (readonly string[])[] {
  return words.length < 3 ? [] : PAIR_PLACES.map(([name, first, second]) => [name, words[first]!, words[second]!]);
}

/** Acronyms of four letters or more with two neighbouring letters exchanged, in small letters. */
export const SWAPPED = tableOf<'organizations', 0>('exchanged acronyms', 'organizations', function* (body) {
  const acronyms = [...(body.acronym === undefined ? [] : [body.acronym]), ...body.other_names.filter(n => n.kind === 'acronym').map(n => n.name)];
  for (const text of acronyms) {
    if (!/^[A-Z]{4,}$/.test(text)) continue;
    for (let i = 0; i + 1 < text.length; i++) {
      const other = text.slice(0, i) + text[i + 1]! + text[i]! + text.slice(i + 2);
      if (other !== text) yield [[other.toLowerCase()], 0];
    }
  }
});

/** Acronyms and other words in capitals that are known, folded. */
export const CAPITALS = tableOfMany<0>('known capitals', {
  organizations: function* (body) {
    for (const form of latinForms(body)) if (form.how === 'exact') for (const word of bodyWords(form.text)) yield [[word], 0];
  },
  states: function* (state) {
    for (const name of [state.name, ...state.adjectives, ...state.other_names.map(n => n.name)]) if (isAcronym(name)) yield [[wordsOf(name)[0]!], 0];
  },
  formations: function* (formation) {
    for (const name of formation.names) if (isAcronym(name)) yield [[wordsOf(name)[0]!], 0];
  },
  posts: function* (post) {
    for (const title of [post.titles.preferred, ...post.titles.permitted]) if (isAcronym(title)) yield [[wordsOf(title)[0]!], 0];
  },
});

/** Single words that name a state or a place: they tell bodies apart. */
export const GEOGRAPHIC = tableOfMany<0>('geographic words', {
  states: function* (state) {
    for (const name of [state.name, ...state.adjectives, ...state.other_names.map(n => n.name)]) {
      const words = wordsOf(name);
      if (words.length === 1) yield [words, 0];
    }
  },
  places: function* (place) {
    const words = wordsOf(place.name);
    if (words.length === 1) yield [words, 0];
  },
});

/** Words that begin a known name of a state, place, metonym or body. */
export const BEGINNINGS = tableOfMany<0>('beginnings', {
  states: function* (state) {
    for (const name of [state.name, ...state.adjectives, ...state.other_names.map(n => n.name)]) yield [wordsOf(name).slice(0, 1), 0];
  },
  places: function* (place) {
    yield [wordsOf(place.name).slice(0, 1), 0];
  },
  metonyms: function* (metonym) {
    for (const label of metonym.labels) for (const word of wordsOf(label)) if (word !== 'the') yield [[word], 0];
  },
  organizations: function* (body) {
    for (const text of [body.name, body.acronym ?? '']) yield [wordsOf(text).slice(0, 1), 0];
  },
});

/** What an acronym stands for, by the acronym as written. */
export const EXPANSIONS = tableOfMany<{ readonly singular: string; readonly plural?: string }>('expansions', {
  organizations: function* (body) {
    if (body.acronym !== undefined) yield [[body.acronym], { singular: body.name }];
    for (const name of body.other_names) if (name.kind === 'acronym' && isAcronym(name.name)) yield [[name.name], { singular: body.name }];
  },
  formations: function* (formation) {
    const words = formation.names.find(name => !isAcronym(name));
    const plural = formation.plural.find(name => !/^[A-Z]{2,}s?$/.test(name));
    if (words === undefined) return;
    for (const name of formation.names) if (isAcronym(name)) yield [[name], { singular: words, ...(plural !== undefined ? { plural } : {}) }];
  },
  posts: function* (post) {
    const { preferred, formal, permitted } = post.titles;
    for (const title of permitted) {
      const words = [preferred, formal].find(name => name !== undefined && initials(name) === title);
      if (isAcronym(title) && words !== undefined) yield [[title], { singular: words }];
    }
  },
  states: function* (state) {
    const formal = state.other_names.find(name => name.kind === 'formal')?.name;
    for (const name of state.other_names) {
      if (name.kind === 'acronym' && isAcronym(name.name)) yield [[name.name], { singular: formal !== undefined && initials(formal) === name.name ? formal : state.name }];
    }
  },
});

/** Initials of the words that are not small; words made of the first letters of syllables (SACEUR) keep two. */
function initials(name: string): string {
  return name.split(/[\s-]+/).filter(word => /^\p{Lu}/u.test(word)).map(word => (word === 'Europe' ? 'EUR' : word[0]!)).join('');
}

/** Bodies whose members are counted. */
export const COUNTED = tableOf<'organizations', 0>('counted bodies', 'organizations', function* (body) {
  if (body.member_count.length > 0) yield [ALL, 0];
});

/** Bodies whose acronym is spoken as a word, by the acronym. */
export const SPOKEN = tableOf<'organizations', 0>('acronyms spoken as words', 'organizations', function* ({ acronym, pronounced_as_word: spoken }) {
  if (spoken && acronym !== undefined && /^[A-Z]{4,}$/.test(acronym)) yield [[acronym], 0];
});

/** Bodies by their acronym as it is written. */
export const BY_ACRONYM = tableOf<'organizations', 0>('acronyms', 'organizations', function* ({ acronym }) {
  if (acronym !== undefined && acronym !== '') yield [[acronym], 0];
});
