/**
 * Names of officials as tables print them: with titles before and ranks behind, family names in capitals, in either
 * order, in another transliteration. Used by the comparison of tables and by imports.
 */
import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';

export interface Holder {
  /** The name in usual letters, in the order in which it stands. */
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  /** The family name, or the name that is used alone, stands first. */
  readonly familyFirst: boolean;
  /** The words of office before or behind the name. */
  readonly title: string;
  readonly acting: boolean;
}

const TITLES = new Set(`acting ad interim caretaker transitional transition president presidents prime minister ministers premier premiers chancellor
  king queen emir amir sultan crown prince princess grand duke heir apparent pope archbishop co-prince governor governor-general general
  captain captains regent vice first second third fourth deputy executive chief chairman chairwoman chairperson chair council state counselor
  counsellor supreme leader member presidency presidential federal swiss ambassador ambassador-designate charge chargé d'affaires affaires d' special envoy
  administrator commissioner high head government taoiseach tanaiste mayor bailiff prefect secretary superior consul mission permanent
  representative islamic republic cabinet assembly national transitional territorial appointed interior foreign defense defence affairs
  dr. gen. lt. col. maj. brig. adm. cdr. sir dame dato lord lady hon. air vice-marshal marshal field major lieutenant colonel rear admiral
  brigadier temporary leadership sr. co-vice commander co-ruler self-appointed president-elect co-chief co-chiefs representing`.split(/\s+/));
const BETWEEN = new Set(['of', 'the', 'and', 'for', 'to', 'by', 'in', 'on', '-', '–', 'represented']);
const RANK_BEHIND = /,\s*(?:Dr|Gen|Lt|Col|Maj|Brig|Adm|Cdr|Ret|Sheikh|Jr|Sr)\b.*$/;
const NOBODY = /^\W*(?:\(?vacant|none|n\/?a\b|not available|position (?:is )?vacant|no (?:us )?(?:ambassador|representative|embassy)|unknown|tbd)/i;
const ROMAN = /^(?:[IVX]+|Jr\.?|Sr\.?|[2-4](?:nd|rd|th))$/;
const PARTICLES = new Set('de del la las los da das do dos di du van von der den ten ter bin bint ibn ben al el ul ud ad as'.split(' '));

/** Reads one cell. Two people, nobody, a designate and what is no name at all are refused, with the reason. */
export function readHolder(cell: string): Holder | { readonly refused: string } {
  const plain = cell.normalize('NFC').replace(/[[\]]/g, '').replace(/\s+/g, ' ').replace(/[“"][^“”"]*[”"]\s?/g, '').replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ').trim();
  if (NOBODY.test(cell.trim()) || plain === '') return { refused: 'nobody is named' };
  if (plain.length > 160 || !/\p{L}/u.test(plain)) return { refused: 'this is no name' };
  const first = plain.split(/;|,? also (?:spelled|known|referred)\b/)[0]!.replace(RANK_BEHIND, '').replace(/:/g, ' ').replace(/\s[–-]\s/g, ' ').trim();
  const words = first.split(/[\s,]+/).filter(word => word !== '');
  let from = 0;
  while (from < words.length && isTitle(words[from]!, words[from + 1])) from++;
  let to = words.length;
  while (to > from && isTitle(words[to - 1]!, undefined) && !capitals(words[to - 1]!)) to--;
  const title = [...words.slice(0, from), ...words.slice(to)].join(' ');
  const name = words.slice(from, to);
  if (/designate|-elect\b/i.test(title)) return { refused: 'named for the office, not yet in it' };
  if (name.length === 0) return { refused: 'an office, and nobody in it' };
  if (/^\p{Ll}/u.test(name[0]!) && !PARTICLES.has(name[0]!.replace(/-[^]*/, ''))) return { refused: 'more than one name, or a sentence' };
  if (name.some(word => /[?<>@#]/.test(word))) return { refused: 'this is no name' };
  if (name.some(word => /\d/.test(word) && !ROMAN.test(word))) return { refused: 'there are figures in the name' };
  if (name.filter(word => /^(?:and|departed|is|are|has|serves)$/.test(word)).length > 0 || name.length > 9) return { refused: 'more than one name, or a sentence' };
  return { ...parts(name), title, acting: /\b(?:acting|interim|caretaker|charg)/i.test(fold(title)) };
}

function isTitle(word: string, next: string | undefined): boolean {
  const bare = word.replace(/[’]/g, "'").replace(/^[-–]|[,:]$/g, '').toLowerCase();
  return (!capitals(word) || bare === 'ad') && (TITLES.has(bare) || (BETWEEN.has(bare) && next !== undefined));
}

/** A family name in capitals: CLINTON, McCARY, O’NEIL, al-FURAYJ; no initial and no number. */
function capitals(word: string): boolean {
  const core = word.replace(/^(?:Mc|Mac|[OD]['’]|al-|Al-|el-|El-|de)(?=\p{Lu}{2})/u, '');
  return !ROMAN.test(word) && /^\p{Lu}[\p{Lu}'’`.-]*\p{Lu}$/u.test(core) && !/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(core);
}

function parts(words: readonly string[]): Pick<Holder, 'name' | 'given' | 'family' | 'familyFirst'> {
  const first = words.findIndex(capitals);
  if (first < 0) return uncapitalised(words);
  let last = first;
  for (let i = first + 1; i < words.length && (capitals(words[i]!) || (PARTICLES.has(words[i]!.toLowerCase()) && i + 1 < words.length && capitals(words[i + 1]!))); i++) last = i;
  const family = words.slice(first, last + 1).map((word, i) => usual(word, i)).join(' ');
  const before = words.slice(0, first).join(' ');
  const after = words.slice(last + 1).filter(word => !ROMAN.test(word) || /^[IVX]+$/.test(word)).join(' ');
  if (before === '' && after === '') return { name: family, familyFirst: true };
  if (before === '') return { name: `${family} ${after}`, familyFirst: true, ...(/^[IVX]+$/.test(after) ? {} : { family, given: after }) };
  return { name: `${before} ${family}`, given: before, family, familyFirst: false };
}

function uncapitalised(words: readonly string[]): Pick<Holder, 'name' | 'given' | 'family' | 'familyFirst'> {
  const bare = words.filter(word => !/^(?:Jr\.?|Sr\.?|[2-4](?:nd|rd|th)|II|III)$/.test(word));
  const name = bare.join(' ');
  if (bare.length < 2) return { name, familyFirst: false };
  let at = bare.length - 1;
  while (at > 1 && PARTICLES.has(bare[at - 1]!.toLowerCase())) at--;
  return { name, given: bare.slice(0, at).join(' '), family: bare.slice(at).join(' '), familyFirst: false };
}

/** MCKINLEY → McKinley, O’NEIL → O’Neil, VAN → van inside a name. */
function usual(word: string, at: number): string {
  if (/^(?:Mc|Mac)\p{Lu}/u.test(word)) return word.replace(/^(Ma?c)(\p{Lu})(.*)$/u, (_, mac: string, letter: string, rest: string) => mac + letter + rest.toLowerCase());
  if (at > 0 && PARTICLES.has(word.toLowerCase())) return word.toLowerCase();
  const lower = word.toLowerCase();
  const cased = lower.replace(/(^|[-'’`.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
  if (/^(?:al|el)-/.test(word)) return `${word.slice(0, 3)}${cased.slice(3)}`;
  return cased.replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`).replace(/['’](S|T)$/, letter => letter.toLowerCase());
}

/** The words of a name that tell who it is: folded, without initials, suffixes and particles. */
export function nameWords(name: string): readonly string[] {
  return fold(name).replace(/[’'`ʻʼ]/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word.length > 1 && !PARTICLES.has(word) && !/^(?:jr|sr|2nd|3rd|4th)$/.test(word));
}

/** One key for a name in any order. */
export function nameKey(name: string): string {
  return [...nameWords(name)].sort().join(' ');
}

export type Relation = 'same' | 'family';

/** Whether two names can be one person’s: all words of the shorter in the longer, or only the family name. */
export function relation(one: readonly string[], other: readonly string[], family?: readonly string[]): Relation | undefined {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const left = [...long];
  let found = 0;
  for (const word of short) {
    const at = left.findIndex(candidate => alike(word, candidate));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  if (short.length > 0 && found === short.length && (short.length > 1 || long.length === 1)) return 'same';
  const tells = family && family.length > 0 ? family : short;
  return tells.some(word => word.length > 2 && other.some(candidate => alike(word, candidate))) ? 'family' : undefined;
}

/** Whether two words are one name in two spellings (Muhammad, Mohamed; Aleksandr, Alexander). */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 3) return false;
  if (Math.min(a.length, b.length) >= 5 && alignmentDistance(a, b, 1) <= 1) return true;
  const [x, y] = [skeleton(a), skeleton(b)];
  return x.length > 1 && x === y;
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tch|tsch|dj|dzh)/, 'j'], [/ph/g, 'f'], [/x/g, 'ks'], [/sch|sh|ch|tch|zh|š|ž/g, 's'], [/kh|gh|h/g, ''], [/q|c/g, 'k'], [/w/g, 'v'],
  [/^y|^i|^j/, 'i'], [/^(?:e|o|u)/, 'a'], [/th|dh/g, 't'], [/z/g, 's'],
];

/** The consonants of a word, as far as transliterations agree on them. */
function skeleton(word: string): string {
  let result = word;
  for (const [sound, letter] of SOUNDS) result = result.replace(sound, letter);
  return result[0] + result.slice(1).replace(/[aeiouyj]/g, '').replace(/(.)\1+/g, '$1');
}
