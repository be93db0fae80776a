import { alignmentDistance } from '../../base/distance';
import { once } from '../../base/once';
import { PARTICLES } from '../../english/lexicon';
import { tokenize } from '../../english/tokens';
import type { Person } from '../model';
import { tableOf } from './table';

/** A part of a name as recorded, and its folded words. */
export interface Part {
  readonly text: string;
  readonly words: readonly string[];
}

/** All that a person may be called, taken apart. Lists keep the order of the record; the indexes in tables are into them. */
export interface PersonForms {
  readonly families: readonly Part[];
  readonly givens: readonly Part[];
  /** Names that are not given name and surname (Lula). */
  readonly singles: readonly Part[];
  /** Words that may stand between given name and surname: middle names, patronymics. */
  readonly middles: ReadonlySet<string>;
}

/** Folded words of a name, hyphens kept: Thomas-Greenfield is one word. */
export function nameWords(name: string): string[] {
  return tokenize(name, []).map(token => token.folded);
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\s'’ʼ.\-‐‑]+$/u;

export const formsOf = once(takeApart);

function takeApart(person: Person): PersonForms {
  const families: Part[] = [];
  const givens: Part[] = [];
  const singles: Part[] = [];
  const add = (parts: Part[], text: string): void => {
    const words = nameWords(text);
    if (words.length > 0 && !parts.some(part => part.text === text)) parts.push({ text, words });
  };
  const addWhole = (text: string): void => {
    const whole = partsOf(person, text);
    if (whole.family !== undefined) add(families, whole.family);
    if (whole.given !== undefined) add(givens, whole.given);
    if (whole.single !== undefined) singles.push(whole.single);
  };
  if (person.family_name) add(families, person.family_name);
  if (person.given_name) add(givens, person.given_name);
  if (!person.family_name) addWhole(person.name);
  for (const name of person.names) {
    if (!LATIN.test(name.name)) continue;
    if (name.family) add(families, name.family);
    if (name.given) add(givens, name.given);
    if (!name.family) addWhole(name.name);
  }
  const middles = [person.patronymic_name, person.additional_name].flatMap(part => (part ? nameWords(part) : []));
  return { families, givens, singles, middles: new Set(middles) };
}

/** A form given as one string: taken apart where it ends (or begins) with the surname, else kept whole. */
function partsOf(person: Person, text: string): { family?: string; given?: string; single?: Part } {
  const tokens = tokenize(text, []);
  const family = person.family_name ? nameWords(person.family_name) : [];
  const words = tokens.map(t => t.folded);
  const cut = words.length - family.length;
  if (family.length > 0 && cut > 0 && family.every((w, i) => words[cut + i] === w)) return { given: text.slice(0, tokens[cut - 1]!.end) };
  if (family.length > 0 && cut > 0 && family.every((w, i) => words[i] === w)) return { given: text.slice(tokens[family.length]!.start) };
  const parted = spelling(person, words);
  if (parted === 0) return { single: { text, words } };
  const [first, second] = [text.slice(0, tokens[parted - 1]!.end), text.slice(tokens[parted]!.start)];
  return person.family_first ? { family: first, given: second } : { family: second, given: first };
}

/**
 * Where a whole name that spells the surname its own way (Boyko Borissov, Yoon Seok-youl) parts into given name and
 * surname: both parts are written much as the record has them. 0: it is another kind of name (Sheikh Mohamed bin Zayed).
 */
function spelling(person: Person, words: readonly string[]): number {
  if (person.family_name === undefined || person.given_name === undefined) return 0;
  const family = flat(nameWords(person.family_name));
  const given = flat(nameWords(person.given_name));
  let [best, least] = [0, Infinity];
  for (let count = 1; count < words.length && count <= 3; count++) {
    const at = person.family_first ? count : words.length - count;
    const [first, second] = [flat(words.slice(0, at)), flat(words.slice(at))];
    const [f, g] = person.family_first ? [first, second] : [second, first];
    const apart = distance(f, family);
    if (apart < least && (distance(g, given) < Infinity || g.startsWith(given) || g.endsWith(given))) [best, least] = [at, apart];
  }
  return best;
}

/** Letters alone, without an Arabic article before them. */
function flat(words: readonly string[]): string {
  const joined = words.join(' ').replace(/^(?:al|el)[- ]/, '');
  return joined.replace(/[^\p{L}]/gu, '');
}

/** Letters in which two spellings differ; infinite where it is more than a third of them. */
function distance(a: string, b: string): number {
  const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  const apart = a.length > 2 ? alignmentDistance(a, b, most) : Infinity;
  return apart <= most ? apart : Infinity;
}

/** By the words of a surname; the value is the index of the form. */
export const FAMILIES = tableOf<'people', number>('families', 'people', function* (person) {
  for (const [i, part] of formsOf(person).families.entries()) yield [part.words, i];
});

export const SINGLES = tableOf<'people', number>('singles', 'people', function* (person) {
  for (const [i, part] of formsOf(person).singles.entries()) yield [part.words, i];
});

/** Recorded misspellings; the value is the index in the record. */
export const MISSPELLINGS = tableOf<'people', number>('misspellings', 'people', function* (person) {
  for (const [i, wrong] of person.misspellings.entries()) yield [nameWords(wrong.name), i];
});

/** Every word of every recorded name. */
export const NAME_WORDS = tableOf<'people', 0>('name words', 'people', function* (person) {
  const { families, givens, singles } = formsOf(person);
  for (const word of new Set([...families, ...givens, ...singles].flatMap(part => part.words))) yield [[word], 0];
});

/** People by the first word of a given name. */
export const BY_GIVEN = tableOf<'people', 0>('by given name', 'people', function* (person) {
  for (const word of new Set(formsOf(person).givens.map(part => part.words[0]!))) yield [[word], 0];
});

/** Surnames that a slip of the pen may be made in, by their last word; the value is the index of the form. */
export const LAST_WORDS = tableOf<'people', number>('last words', 'people', function* (person) {
  for (const [i, { words }] of formsOf(person).families.entries()) {
    const last = words[words.length - 1]!;
    if (last.length >= SHORTEST_SLIP && last.length <= LONGEST_SLIP && words.slice(0, -1).every(word => PARTICLES.has(word))) yield [[last], i];
  }
});

/** Letters of surnames that near misses are looked for of: shorter ones are a letter from too many words, and no name is longer. */
const SHORTEST_SLIP = 5;
export const LONGEST_SLIP = 40;

/** Who holds a post, by its id; the value is the index of the occupancy. */
export const HOLDERS = tableOf<'people', number>('holders', 'people', function* (person) {
  for (const [i, { post }] of person.occupancies.entries()) yield [[post], i];
});
