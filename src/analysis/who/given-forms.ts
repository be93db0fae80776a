import { BESIDE_RUSSIAN, GIVEN_FORMS, LANGUAGES, OTHER_LETTERS } from '../../english/classes/given-names';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Person } from '../../gazetteer/model';
import type { Profile } from '../../gazetteer/profile';
import { nameIndexOf } from '../../recognize/names/name-index';

/** A given name that is the person's in another language, or in a spelling that is somebody else's. */
export interface ForeignForm {
  /** The language that has it so (“Ukrainian”); none where it is the person's own. */
  readonly language?: string;
  /** The given name as recorded. */
  readonly own: string;
}

/**
 * Volodymyr, of a Russian called Vladimir. A form of the person's own language is another spelling, which nobody is
 * blamed for; English forms of names in other letters are in use, and so are Russian forms of the names of the former
 * Soviet Union, unless the house writes Ukrainian names by a Ukrainian system. English names are spelt in one way each.
 */
export function foreignForm(written: string, person: Person, gazetteer: Gazetteer, profile: Profile): ForeignForm | undefined {
  let found: ForeignForm | undefined;
  for (const { name, languages } of GIVEN_FORMS.get(written) ?? []) {
    for (const { text, words } of nameIndexOf(gazetteer).givens(person)) {
      const recorded = words.length === 1 ? GIVEN_FORMS.get(words[0]!)?.find(form => form.name === name) : undefined;
      if (!recorded || words[0] === written) continue;
      const spoken = languagesOf(person, gazetteer);
      const own = spoken.length > 0 ? spoken : recorded.languages;
      if (inUse(own, languages, recorded.languages, profile)) return undefined;
      const language = languages.some(code => own.includes(code)) ? undefined : LANGUAGES.get(languages[0]!);
      found ??= { own: text, ...(language === undefined ? {} : { language }) };
    }
  }
  return found;
}

/** Names of Arabic origin are spelt in many ways, in many languages. */
const ARABIC = 'ar';

/** Whether a given name is another spelling of the person's, and nobody else's: Mohammed and Mohammad. */
export function isSpelling(written: string, person: Person, gazetteer: Gazetteer): boolean {
  const spelt = (GIVEN_FORMS.get(written) ?? []).filter(form => form.languages.includes(ARABIC));
  return spelt.length > 0 && nameIndexOf(gazetteer).givens(person).some(({ words }) => words.length === 1 && GIVEN_FORMS.get(words[0]!)?.some(form => spelt.some(s => s.name === form.name)));
}

/** The language of the name in its own letters; else those of the person's state. */
function languagesOf(person: Person, gazetteer: Gazetteer): readonly string[] {
  const native = person.names.find(name => name.kind === 'native')?.lang;
  return native !== undefined ? [native] : gazetteer.state(person.nationality ?? '')?.languages ?? [];
}

/** Whether English texts call people who speak `own` languages, and are recorded as in `recorded` ones, by a form of `languages`. */
function inUse(own: readonly string[], languages: readonly string[], recorded: readonly string[], profile: Profile): boolean {
  if (languages.includes(ARABIC)) return true;
  if (languages.some(code => own.includes(code))) return !(languages.includes('en') && recorded.includes('en') && own.includes('en'));
  if (languages.includes('en') && own.every(code => OTHER_LETTERS.has(code))) return true;
  return languages.includes('ru') && own.some(code => BESIDE_RUSSIAN.has(code)) && !(own.includes('uk') && profile.systemUk !== undefined);
}
