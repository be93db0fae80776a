import type { Span } from '../../base/span';

/** A number of people or states, and those who are named for it in the same sentence. Span relative to the block. */
export interface NamedCount {
  /** The number. */
  readonly span: Span;
  readonly count: number;
  readonly named: number;
  /** What is counted, in the words of the text. */
  readonly noun: string;
}

const WORDS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const NOUN = '(?:states|countries|nations|governments|delegations|capitals|members|allies|ministers|leaders|presidents|envoys|ambassadors|officials|diplomats|guests|signatories|generals|candidates|chancellors|premiers|kings|emirs|negotiators|mediators|neighbours|neighbors|partners|parties|powers|donors|buyers|suppliers|sellers|hosts|claimants|belligerents|republics|emirates|kingdoms|capitals|cities|regions|provinces|speakers|commissioners|judges|prisoners|hostages|suspects)';
const NAME = "(?:the )?\\p{Lu}[\\p{L}’'.-]*(?: (?:of |de |du |al-|bin |van |von |der |the |and )?\\p{Lu}[\\p{L}’'.-]*){0,5}(?: \\((?:[^()]{1,40})\\))?";
const LIST = `${NAME}(?:, ${NAME})*,? and ${NAME}`;
/** number, noun with its adjectives, perhaps “that still object”, and the names between two marks of one kind. */
const PATTERN = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(${WORDS.map(w => `[${w[0]!.toUpperCase()}${w[0]}]${w.slice(1)}`).join('|')}|[2-9]|1[0-2])((?: [\\p{L}-]+){0,3}? ${NOUN})(?: (?:that|who|which)(?: \\p{Ll}+){1,4}| \\p{Ll}+(?:ed|en|ng)(?: (?:to|by|in|from|for|at|on|with)(?: the)? \\p{L}+){1,2})?`
  + `(?:, (${LIST})(?=,)|,? \\((${LIST})\\)| [–—-] (${LIST})(?= [–—-])|, (${LIST})(?=[.;])|(?: \\p{L}+){0,4}: (${LIST})(?=[.;]))`, 'uy');
/** One of the nouns, and the number before it with its adjectives: the whole is read from there only. */
const NOUNS = new RegExp(`${NOUN}(?![\\p{L}\\p{N}])`, 'giu');
const NUMBER_BEFORE = new RegExp(`(?<![\\p{L}\\p{N}.,-])(?:${WORDS.join('|')}|[2-9]|1[0-2])(?: [\\p{L}-]+){0,3}? $`, 'iu');
const REACH = 56;
const OPEN = /\b(?:including|among|such as|led by|like|notably|at least|more than|up to|about|nearly|of (?:the|its|their)|one of|first|other|both|another|a further)\s*(?:the\s+)?$/i;
const AND_NAMES = /^(?:bosnia|trinidad|antigua|sao tome|são tomé|saint kitts|st kitts|turks)$/i;
const TITLES = /^(?:the )?(?:president|prime minister|minister|chancellor|king|mr|ms|mrs|dr|sir|general)\b/i;

/** Counts of people or states with their names beside them: “three ministers, A, B and C,”, “five states (A, B and C)”. */
export function namedCountsIn(prose: string): NamedCount[] {
  if (!/,|\(|[–—:]/.test(prose)) return [];
  const found: NamedCount[] = [];
  for (const match of matchesIn(prose)) {
    const before = prose.slice(Math.max(0, match.index - 24), match.index);
    if (OPEN.test(before)) continue;
    const list = match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7]!;
    const after = prose.slice(match.index + match[0].length, match.index + match[0].length + 40);
    if (/^,? (?:and|or) (?:their|its|his|others?|the other|two|three|several|possibly|perhaps)\b|^,? (?:among|and) others\b/i.test(after)) continue;
    const names = namesIn(list);
    if (!names || names.length < 2) continue;
    const count = /^\d/.test(match[1]!) ? Number(match[1]) : WORDS.indexOf(match[1]!.toLowerCase()) + 2;
    // “led by” inside, posts and what is said of one of them
    if (match[6] !== undefined && names.length < count) continue;
    found.push({ span: { start: match.index, end: match.index + match[1]!.length }, count, named: names.length, noun: match[2]!.trim() });
  }
  return found;
}

function* matchesIn(prose: string): Iterable<RegExpExecArray> {
  let floor = 0;
  for (const noun of prose.matchAll(NOUNS)) {
    const from = Math.max(floor, noun.index - REACH);
    const number = NUMBER_BEFORE.exec(prose.slice(from, noun.index));
    if (!number) continue;
    PATTERN.lastIndex = from + number.index;
    const match = PATTERN.exec(prose);
    if (!match) continue;
    floor = match.index + match[0].length;
    yield match;
  }
}

/** The names of a list; `undefined` where one of them is not a name. */
function namesIn(list: string): string[] | undefined {
  const names = list.split(/,\s*(?:and\s+)?|\s+and\s+/).map(name => name.trim()).filter(name => name !== '');
  const joined: string[] = [];
  for (const name of names) {
    if (joined.length > 0 && AND_NAMES.test(joined.at(-1)!.replace(/^the /i, ''))) joined[joined.length - 1] += ` and ${name}`;
    else joined.push(name);
  }
  return joined.every(name => /^(?:the )?\p{Lu}/u.test(name) && !TITLES.test(name)) ? joined : undefined;
}
