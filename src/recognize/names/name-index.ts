import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id, Person } from '../../gazetteer/model';
import { PARTICLES } from '../../english/lexicon';
import { perGazetteer, PhraseIndex } from '../../english/phrases';
import { tokenize } from '../../english/tokens';

/** One way to write a person's surname, and who is written so. */
export interface FamilyForm {
  readonly person: Person;
  readonly family: string;
  readonly words: readonly string[];
}

/** A given name of a person as recorded, folded words. */
export interface GivenForm {
  readonly text: string;
  readonly words: readonly string[];
}

export interface ListedMisspelling {
  readonly person: Person;
  readonly text: string;
  readonly words: readonly string[];
  readonly needsContext: boolean;
}

export interface NameIndex {
  /** By the folded words of a surname. */
  readonly families: PhraseIndex<FamilyForm>;
  /** Names that are not given name and surname (Lula). */
  readonly singles: PhraseIndex<{ readonly person: Person; readonly text: string }>;
  readonly misspellings: PhraseIndex<ListedMisspelling>;
  readonly givens: ReadonlyMap<Id, readonly GivenForm[]>;
  /** Words that may stand between given name and surname: middle names, patronymics. */
  readonly middles: ReadonlyMap<Id, ReadonlySet<string>>;
  /** People by the first word of a given name. */
  readonly byGiven: ReadonlyMap<string, readonly Person[]>;
  /** Every word of every recorded name: never a near miss of another. */
  readonly known: ReadonlySet<string>;
  /** Surname forms at distance at most 1 of a folded word of 5 letters or more. */
  near(word: string): readonly FamilyForm[];
  /** Surname forms of one person. */
  readonly formsOf: ReadonlyMap<Id, readonly FamilyForm[]>;
  /** Whether the surname alone points to its bearer (spec 4.1.2). */
  distinctive(person: Person): boolean;
  /** Whether a folded word stands in the names of one person only, and is no ordinary word. */
  ofOne(word: string): boolean;
}

/** Folded words of a name, hyphens kept: Thomas-Greenfield is one word. */
export function nameWords(name: string): string[] {
  return tokenize(name, []).map(token => token.folded);
}

export const nameIndexOf = perGazetteer((gazetteer: Gazetteer): NameIndex => build(gazetteer));

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\s'’ʼ.\-‐‑]+$/u;

function build(gazetteer: Gazetteer): NameIndex {
  const families = new PhraseIndex<FamilyForm>();
  const singles = new PhraseIndex<{ person: Person; text: string }>();
  const misspellings = new PhraseIndex<ListedMisspelling>();
  const givens = new Map<Id, GivenForm[]>();
  const middles = new Map<Id, Set<string>>();
  const byGiven = new Map<string, Person[]>();
  const formsOf = new Map<Id, FamilyForm[]>();
  const known = new Set<string>();
  const bearers = new Map<string, Set<Id>>();
  const wordBearers = new Map<string, Set<Id>>();
  const bear = (word: string, person: Person): void => {
    known.add(word);
    const there = wordBearers.get(word);
    if (there) there.add(person.id);
    else wordBearers.set(word, new Set([person.id]));
  };

  const addFamily = (person: Person, family: string): void => {
    const words = nameWords(family);
    if (words.length === 0) return;
    const forms = formsOf.get(person.id) ?? [];
    if (forms.some(f => f.family === family)) return;
    const form: FamilyForm = { person, family, words };
    forms.push(form);
    formsOf.set(person.id, forms);
    families.add(words, form);
    const key = words.join(' ');
    if (!bearers.has(key)) bearers.set(key, new Set());
    bearers.get(key)!.add(person.id);
    for (const word of words) bear(word, person);
  };
  const addGiven = (person: Person, given: string): void => {
    const words = nameWords(given);
    if (words.length === 0) return;
    const forms = givens.get(person.id) ?? [];
    if (forms.some(f => f.text === given)) return;
    forms.push({ text: given, words });
    givens.set(person.id, forms);
    for (const word of words) bear(word, person);
    const first = words[0]!;
    if (!byGiven.has(first)) byGiven.set(first, []);
    const there = byGiven.get(first)!;
    if (!there.includes(person)) there.push(person);
  };

  for (const person of gazetteer.data.records.people) {
    const middle = new Set<string>();
    for (const part of [person.patronymic_name, person.additional_name]) if (part) for (const word of nameWords(part)) middle.add(word);
    middles.set(person.id, middle);
    if (person.family_name) addFamily(person, person.family_name);
    if (person.given_name) addGiven(person, person.given_name);
    if (!person.family_name) addWhole(person, person.name);
    for (const name of person.names) {
      if (!LATIN.test(name.name)) continue;
      if (name.family) addFamily(person, name.family);
      if (name.given) addGiven(person, name.given);
      if (!name.family) addWhole(person, name.name);
    }
  }
  for (const person of gazetteer.data.records.people) {
    for (const wrong of person.misspellings) {
      const words = nameWords(wrong.name);
      // one word that is in another's name (Keir, for Salva Kiir) says nothing by itself
      const anothers = words.length === 1 && [...wordBearers.get(words[0]!) ?? []].some(id => id !== person.id);
      misspellings.add(words, { person, text: wrong.name, words, needsContext: wrong.needs_context || anothers });
    }
  }

  /** A form given as one string: taken apart where it ends (or begins) with the surname, else kept whole. */
  function addWhole(person: Person, text: string): void {
    const tokens = tokenize(text, []);
    const family = person.family_name ? nameWords(person.family_name) : [];
    const words = tokens.map(t => t.folded);
    const cut = words.length - family.length;
    const parted = spelling(person, words);
    if (family.length > 0 && cut > 0 && family.every((w, i) => words[cut + i] === w)) {
      addGiven(person, text.slice(0, tokens[cut - 1]!.end));
    } else if (family.length > 0 && cut > 0 && family.every((w, i) => words[i] === w)) {
      addGiven(person, text.slice(tokens[family.length]!.start));
    } else if (parted > 0) {
      const [first, second] = [text.slice(0, tokens[parted - 1]!.end), text.slice(tokens[parted]!.start)];
      addFamily(person, person.family_first ? first : second);
      addGiven(person, person.family_first ? second : first);
    } else {
      singles.add(words, { person, text });
      for (const word of words) bear(word, person);
    }
  }

  const deletions = new Map<string, FamilyForm[]>();
  for (const forms of formsOf.values()) {
    for (const form of forms) {
      const last = form.words[form.words.length - 1]!;
      if (last.length < 5 || (form.words.length > 1 && !form.words.slice(0, -1).every(w => PARTICLES.has(w)))) continue;
      for (const key of withDeletions(last)) {
        const there = deletions.get(key);
        if (there) there.push(form);
        else deletions.set(key, [form]);
      }
    }
  }

  return {
    families, singles, misspellings, givens, middles, byGiven, known, formsOf,
    near(word) {
      const found = new Set<FamilyForm>();
      for (const key of withDeletions(word)) for (const form of deletions.get(key) ?? []) found.add(form);
      return [...found];
    },
    ofOne: word => !gazetteer.isWord(word) && word.length >= 4 && (wordBearers.get(word)?.size ?? 0) <= 1,
    distinctive(person) {
      if (person.distinctive_surname !== undefined) return person.distinctive_surname;
      const forms = formsOf.get(person.id);
      if (!forms) return false;
      const words = forms[0]!.words;
      if (words.length === 1 && (gazetteer.isWord(words[0]!) || words[0]!.length < 4)) return false;
      return (bearers.get(words.join(' '))?.size ?? 0) <= 1;
    },
  };
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

/** The word and the word without each of its letters: two words at distance 1 share one of these. */
function withDeletions(word: string): Set<string> {
  const keys = new Set([word]);
  for (let i = 0; i < word.length; i++) keys.add(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

/** Whether two words are the masculine and feminine form of one Slavic surname (-ov/-ova, -in/-ina, -sky/-ska). */
export function genderPair(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === short + 'a' && /(?:ov|ev|in|yn)$/.test(short)) return true;
  const stem = (w: string): string | undefined => /^(.*?(?:sk|ck|zk))(?:[iy]|[iy]y|ij|iy|yi|a|aya|aia|aja)$/.exec(w)?.[1];
  const feminine = (w: string): boolean => /(?:sk|ck|zk)(?:a|aya|aia|aja)$/.test(w);
  const root = stem(a);
  return root !== undefined && root === stem(b) && feminine(a) !== feminine(b);
}

export function foldedName(name: string): string {
  return fold(name).replace(/\s+/g, ' ').trim();
}
