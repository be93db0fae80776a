import { BGN_PCGN_1947 } from './bgn-pcgn-1947';
import { ICAO_9303 } from './icao-9303';
import { ISO_9_1995 } from './iso-9-1995';
import { KMU_2010 } from './kmu-2010';
import type { Table } from './table';

const TABLES = {
  'bgn-pcgn-1947': BGN_PCGN_1947,
  'bgn-pcgn-2019': KMU_2010,
  'kmu-2010': KMU_2010,
  'icao-9303': ICAO_9303,
  'iso-9-1995': ISO_9_1995,
} as const satisfies Readonly<Record<string, Table>>;

export type System = keyof typeof TABLES;

export function isSystem(name: string): name is System {
  return Object.hasOwn(TABLES, name);
}

export function languagesOf(system: System): readonly string[] {
  return TABLES[system].languages;
}

const CYRILLIC = /\p{sc=Cyrillic}/u;
const LETTER = /\p{L}/u;
/** Typewriter apostrophe, typographic ones, and the letter apostrophe U+02BC. */
const APOSTROPHE = /['‘’ʼ`]/;
/** Marks of stress that dictionaries print over vowels; in NFC they are in no letter of these alphabets but ѓ and ќ. */
const STRESS = /\u0301/g;

/**
 * A Cyrillic name in Latin letters (spec 2.4). Capitals are kept, whatever is not Cyrillic passes unchanged, a part after
 * a hyphen is a word of its own. The language is the first that the system was made for where none is given.
 * `plain`: as governments print names, without the apostrophes that BGN/PCGN 1947 writes for ь and ъ and the dieresis of ё.
 * Not reversible, and never a proof of identity.
 * @returns `undefined` where the system does not cover the language, or has no value for a letter.
 */
export function transliterate(text: string, system: System, language?: string, plain = false): string | undefined {
  const table: Table = TABLES[system];
  const lang = language ?? table.languages[0]!;
  if (!table.languages.includes(lang)) return undefined;
  const letters = [...text.normalize('NFC').replace(STRESS, '')];
  let result = '';
  for (let i = 0; i < letters.length; i++) {
    const char = letters[i]!;
    if (APOSTROPHE.test(char) && isLetter(letters[i - 1]) && isLetter(letters[i + 1])) {
      if (table.apostrophe === 'kept') result += '’';
      continue;
    }
    if (!CYRILLIC.test(char)) {
      result += char;
      continue;
    }
    const value = valueOf(table, lang, char.toLowerCase(), before(letters, i));
    if (value === undefined) return undefined;
    result += cased(plain && table.plain ? table.plain(value) : value, letters, i);
  }
  return result.normalize('NFC');
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && LETTER.test(char);
}

/** The letter before, in lower case; an apostrophe inside the word; nothing at its beginning. */
function before(letters: readonly string[], i: number): string {
  const previous = letters[i - 1];
  if (isLetter(previous)) return previous!.toLowerCase();
  return previous !== undefined && APOSTROPHE.test(previous) && isLetter(letters[i - 2]) ? '’' : '';
}

function valueOf(table: Table, language: string, letter: string, previous: string): string | undefined {
  const initial = previous === '' ? table.initial?.[language]?.[letter] : undefined;
  return initial ?? table.after?.[previous + letter] ?? table.byLanguage?.[language]?.[letter] ?? table.letters[letter];
}

/** Щ is Shch, and SHCH in a word of capitals. */
function cased(value: string, letters: readonly string[], i: number): string {
  const char = letters[i]!;
  if (char === char.toLowerCase()) return value;
  const beside = isLetter(letters[i + 1]) ? letters[i + 1]! : isLetter(letters[i - 1]) ? letters[i - 1]! : '';
  if (beside !== '' && beside !== beside.toLowerCase()) return value.toUpperCase();
  const [first = '', ...rest] = value;
  return first.toUpperCase() + rest.join('');
}
