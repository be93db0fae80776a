import { alignmentDistance } from '../../base/distance';
import { foldName } from '../forms';
import type { Name, Person, RecordBase, Records } from '../model';
import type { Tell } from '../validate';
import { isSystem, languagesOf, transliterate } from './transliterate';
import type { System } from './transliterate';

/** Systems whose forms people get, by the language of the name in their own script: those that house styles choose from. */
const GENERATED: Readonly<Record<string, readonly System[]>> = { ru: ['bgn-pcgn-1947', 'icao-9303'], uk: ['kmu-2010'] };

const CYRILLIC = /\p{sc=Cyrillic}/u;
/** Ильич, Сергеевич, Ілліч; Сергеевна, Ильинична, Георгіеўна. */
const PATRONYMIC = /(?:[иі]ч|[вўчш]на)$/iu;

/** What is read of a form of a name: a record may be half made. */
type Form = Partial<Pick<Name, 'name' | 'given' | 'family' | 'kind' | 'lang' | 'system' | 'houses' | 'note'>>;

interface Bearer {
  readonly family_name?: string;
  readonly given_name?: string;
  readonly patronymic_name?: string;
  readonly names?: readonly Form[];
  readonly misspellings?: readonly { readonly name?: string }[];
}

interface Parts {
  readonly given: string;
  readonly family: string;
}

/**
 * The forms of a person's name that the systems make of its Cyrillic original, where the record has none of that system
 * (spec 2.4): given and family name, plain. What the record lists as a misspelling is not made.
 */
export function generatedForms(person: Bearer): readonly Form[] {
  const native = person.names?.find(form => isNative(form));
  const systems = native?.lang !== undefined && Object.hasOwn(GENERATED, native.lang) ? GENERATED[native.lang]! : [];
  const missing = systems.filter(system => !person.names!.some(form => form.kind === 'transliteration' && form.system === system));
  return missing.flatMap(system => {
    const form = formOf(person, native!, system);
    return form && !listedWrong(person, form) ? [form] : [];
  });
}

/** Names without the forms that `generatedForms` would make again: a layer over the record may change what they are made of. */
export function withoutGenerated(person: Person): readonly Name[] {
  const native = person.names.find(form => isNative(form));
  const systems: readonly string[] = native?.lang !== undefined && Object.hasOwn(GENERATED, native.lang) ? GENERATED[native.lang]! : [];
  return person.names.filter(form => {
    if (form.kind !== 'transliteration' || form.system === undefined || !systems.includes(form.system) || form.houses || form.note !== undefined) return true;
    return formOf(person, native!, form.system as System)?.name !== form.name;
  });
}

function isNative(form: Form): boolean {
  return form.kind === 'native' && CYRILLIC.test(form.name ?? '');
}

function formOf(person: Bearer, native: Form, system: System): Form | undefined {
  const parts = partsOf(person, native, system);
  if (!parts) return undefined;
  const given = transliterate(parts.given, system, native.lang, true);
  const family = transliterate(parts.family, system, native.lang, true);
  if (given === undefined || family === undefined) return undefined;
  return { name: `${given} ${family}`, given, family, kind: 'transliteration', system };
}

function listedWrong(person: Bearer, form: Form): boolean {
  const made = [form.name, form.given, form.family].map(name => foldName(name ?? ''));
  return person.misspellings?.some(wrong => made.includes(foldName(wrong.name ?? ''))) ?? false;
}

/**
 * Given and family name in Cyrillic, without the patronymic. A name of more words than the record's given and family name
 * have, or of none that it tells, is left alone.
 */
function partsOf(person: Bearer, native: Form, system: System): Parts | undefined {
  if (native.given !== undefined && native.family !== undefined) return { given: native.given, family: native.family };
  if (person.given_name === undefined || person.family_name === undefined) return undefined;
  const words = wordsOf(native.name ?? '');
  const count = { given: wordsOf(person.given_name).length, family: wordsOf(person.family_name).length };
  const extra = words.length - count.given - count.family;
  if (extra < 0 || extra > 1) return undefined;
  if (extra === 1) {
    // Between the two, or behind both where the family name comes first (Шойгу Сергей Кужугетович).
    const middle = PATRONYMIC.test(words[count.given]!) || (person.patronymic_name !== undefined && !PATRONYMIC.test(words.at(-1)!));
    if (!middle && !PATRONYMIC.test(words.at(-1)!)) return undefined;
    words.splice(middle ? count.given : -1, 1);
    if (!middle) words.push(...words.splice(0, count.family));
  }
  const parts = { given: words.slice(0, count.given).join(' '), family: words.slice(count.given).join(' ') };
  const swapped = { given: words.slice(count.family).join(' '), family: words.slice(0, count.family).join(' ') };
  return distance(person, parts, system, native.lang) <= distance(person, swapped, system, native.lang) ? parts : swapped;
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).filter(word => word !== '');
}

/** How far the name is from the record's own spelling: it shows which part is the family name. */
function distance(person: Bearer, parts: Parts, system: System, language: string | undefined): number {
  const apart = (cyrillic: string, latin: string): number => alignmentDistance(foldName(transliterate(cyrillic, system, language, true) ?? ''), foldName(latin), 20);
  return apart(parts.given, person.given_name!) + apart(parts.family, person.family_name!);
}

/**
 * Tells forms that claim a system which makes something else of the Cyrillic name beside them. Left alone are systems
 * without a table here, and names whose original is in no language that the system covers.
 */
export function validateTransliterations(records: Records, judged: ReadonlySet<object> | undefined, tell: Tell): void {
  const each = <R extends RecordBase>(list: readonly R[], key: string, namesOf: (record: R) => readonly Name[], bearer: (record: R) => Person | undefined): void => {
    for (const record of list) {
      if (judged && !judged.has(record)) continue;
      const names = namesOf(record);
      names.forEach((form, i) => {
        const message = form.system !== undefined && isSystem(form.system) ? departure(form, form.system, names.filter(isNative), bearer(record)) : undefined;
        if (message !== undefined) tell(record, [key, i], message, 'warning');
      });
    }
  };
  each(records.people, 'names', person => person.names, person => person);
  each(records.organizations, 'other_names', body => body.other_names, () => undefined);
  each(records.states, 'other_names', state => state.other_names, () => undefined);
  each(records.places, 'variants', place => place.variants, () => undefined);
}

function departure(form: Name, system: System, natives: readonly Name[], person: Person | undefined): string | undefined {
  const written = unmarked(form.name);
  let first: string | undefined;
  for (const native of natives) {
    const parts = person && partsOf(person, native, system);
    const sources = [...(parts ? [`${parts.given} ${parts.family}`, `${parts.family} ${parts.given}`] : []), native.name];
    for (const language of native.lang !== undefined ? [native.lang] : languagesOf(system)) {
      for (const source of sources) {
        const plain = transliterate(source, system, language, true);
        if (plain === undefined) continue;
        if (unmarked(plain) === written || unmarked(transliterate(source, system, language)!) === written) return undefined;
        first ??= `‘${form.name}’ is not what ${system} makes of ‘${source}’: ${plain}.`;
      }
    }
  }
  return first;
}

/** Signs may be left out in one place and written in another, with marks of any shape: the spelling is the system's. */
function unmarked(name: string): string {
  return name.normalize('NFC').replace(/['‘’ʼʹ`"“”ʺ]/g, '').replace(/\s+/g, ' ').trim();
}
