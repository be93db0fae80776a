import { fold } from '../../base/fold';
import { REGIONS } from '../../english/classes/places';
import { deletionsOf } from '../../gazetteer/file/deletions';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id, Person } from '../../gazetteer/model';
import { BY_GIVEN, FAMILIES, formsOf, LAST_WORDS, LONGEST_SLIP, MISSPELLINGS, NAME_WORDS, nameWords, type Part, SINGLES } from '../../gazetteer/tables/names';
import { type Entry, View } from '../../gazetteer/tables/table';
import { PerWord } from '../../english/per-word';
import { perGazetteer } from '../../english/phrases';

export { nameWords };

/** One way to write a person's surname, and who is written so. */
export interface FamilyForm {
  readonly person: Person;
  readonly family: string;
  readonly words: readonly string[];
}

export interface ListedMisspelling {
  readonly person: Person;
  readonly text: string;
  readonly words: readonly string[];
  readonly needsContext: boolean;
}

/** Names as the gazetteer's tables have them, with the people who bear them. */
export interface NameIndex {
  /** By the folded words of a surname. */
  readonly families: View<number, FamilyForm>;
  /** Names that are not given name and surname (Lula). */
  readonly singles: View<number, { readonly person: Person; readonly text: string }>;
  readonly misspellings: View<number, ListedMisspelling>;
  /** Given names of a person as recorded. */
  givens(person: Person): readonly Part[];
  /** Words that may stand between given name and surname: middle names, patronymics. */
  middles(person: Person): ReadonlySet<string>;
  /** People by the first word of a given name. */
  byGiven(word: string): readonly Person[];
  isGiven(word: string): boolean;
  /** Whether it is a word of a recorded name: never a near miss of another. */
  known(word: string): boolean;
  /** Surname forms at distance at most 1 of a folded word of 5 letters or more. */
  near(word: string): readonly FamilyForm[];
  /** The same for a word of a text, by its id: looked for once. */
  slips(id: number): readonly FamilyForm[];
  /** Surname forms of one person. */
  surnames(person: Person): readonly FamilyForm[];
  /** Whether the surname alone points to its bearer (spec 4.1.2). */
  distinctive(person: Person): boolean;
  /** Whether a folded word stands in the names of one person only, and is no ordinary word. */
  ofOne(word: string): boolean;
}

export const nameIndexOf = perGazetteer((gazetteer: Gazetteer): NameIndex => {
  const words = gazetteer.table(NAME_WORDS);
  const given = gazetteer.table(BY_GIVEN);
  const last = gazetteer.table(LAST_WORDS);
  const people = new View(given, ({ id }) => gazetteer.person(id));
  const forms = new WeakMap<Person, readonly FamilyForm[]>();
  const familiesOf = (person: Person): readonly FamilyForm[] => {
    let own = forms.get(person);
    if (!own) forms.set(person, (own = formsOf(person).families.map(part => ({ person, family: part.text, words: part.words }))));
    return own;
  };
  const family = ({ id, value }: Entry<number>): FamilyForm => familiesOf(gazetteer.person(id)!)[value]!;
  const surnames = gazetteer.table(FAMILIES);
  const bearers = (parts: readonly string[]): number => new Set(surnames.exact(parts).map(entry => entry.id)).size;
  const near = (word: string): readonly FamilyForm[] => {
    if (word.length > LONGEST_SLIP) return [];
    const found = new Set<FamilyForm>();
    for (const key of deletionsOf(word)) {
      const entries = gazetteer.surnamesWithDeletion(key).flatMap(surname => last.exact([surname]));
      // in the order of the records, whichever word they come by
      for (const entry of entries.sort((a, b) => compare(a.id, b.id) || a.value - b.value)) found.add(family(entry));
    }
    return [...found];
  };
  const slips = new PerWord(gazetteer.vocabulary, near);
  return {
    families: new View(surnames, family),
    singles: new View(gazetteer.table(SINGLES), ({ id, value }) => {
      const person = gazetteer.person(id)!;
      return { person, text: formsOf(person).singles[value]!.text };
    }),
    misspellings: new View(gazetteer.table(MISSPELLINGS), ({ id, value }) => {
      const person = gazetteer.person(id)!;
      const wrong = person.misspellings[value]!;
      const parts = nameWords(wrong.name);
      // one word that is in another's name (Keir, for Salva Kiir) says nothing by itself
      const anothers = parts.length === 1 && words.exact(parts).some(entry => entry.id !== id);
      return { person, text: wrong.name, words: parts, needsContext: wrong.needs_context || anothers };
    }),
    givens: person => formsOf(person).givens,
    middles: person => formsOf(person).middles,
    byGiven: word => people.exact([word]),
    isGiven: word => given.has([word]),
    known: word => words.has([word]),
    surnames: familiesOf,
    near,
    slips: id => slips.of(id),
    ofOne: word => !gazetteer.isWord(word) && word.length >= 4 && words.exact([word]).length <= 1,
    distinctive(person) {
      if (person.distinctive_surname !== undefined) return person.distinctive_surname;
      const first = formsOf(person).families[0]?.words;
      if (!first) return false;
      if (first.length === 1 && (gazetteer.isWord(first[0]!) || REGIONS.has(first[0]!) || first[0]!.length < 4)) return false;
      return bearers(first) <= 1;
    },
  };
});

function compare(a: Id, b: Id): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
