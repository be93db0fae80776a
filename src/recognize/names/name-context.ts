import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import { HONORIFICS, PARTICLES, RANKS, TITLE_HEADS, TITLE_WORDS } from '../../english/lexicon';
import type { BlockText, FormMatch, Honorific, NameMention, NearMatch, TitlePhrase } from '../model';
import { fullNameAt } from './full-names';
import { type NameIndex, nameIndexOf } from './name-index';
import { titleBefore, type TitleText } from '../offices/titles';
import { adjacent, startingAt } from '../../english/tokens';

/** Spans that are no names: states, bodies, dates, metonyms. Keyed by start. */
export type Taken = ReadonlyMap<number, Span>;

/** A possessive state, body or metonym before a name: its end is the key. */
export type Owners = ReadonlyMap<number, NonNullable<NameMention['owner']>>;

export interface Context {
  readonly text: BlockText;
  readonly titles: TitleText;
  readonly owners: Owners;
  readonly gazetteer: Gazetteer;
  readonly index: NameIndex;
  readonly folded: readonly string[];
  /** By token: what the word is besides a possible name. */
  readonly role: readonly ('name' | 'honorific' | 'rank' | 'title' | 'taken' | 'particle' | 'other')[];
  /** First atom of each token. */
  readonly atomOf: readonly number[];
}

/** A name found in a run of tokens: indexes into the tokens, `end` exclusive. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly family: readonly [number, number];
  readonly given?: readonly [number, number];
  readonly exact: readonly FormMatch[];
  readonly near: readonly NearMatch[];
}

export function contextOf(text: BlockText, titles: TitleText, taken: Taken, owners: Owners, gazetteer: Gazetteer): Context {
  const index = nameIndexOf(gazetteer);
  const role: Context['role'][number][] = [];
  let skipTo = -1;
  text.tokens.forEach((token, i) => {
    const over = taken.get(token.start);
    if (over) skipTo = Math.max(skipTo, over.end);
    if (token.start < skipTo) role.push('taken');
    else if (token.capital && HONORIFICS.has(token.folded) && honorificHere(text, i) && !insideName(text, index, i) && fullNameAt(text, i, index) === 0) role.push('honorific');
    else if (token.capital && rankAt(text, i) && !commandsBody(text, titles, i, gazetteer) && fullNameAt(text, i, index) === 0) role.push('rank');
    else if (token.capital && /\p{L}/u.test(token.text)) role.push('name');
    else if (PARTICLES.has(token.folded) && index.families.follow(text.ids.subarray(0, i + 3), i)) role.push('particle');
    else role.push('other');
  });
  const atomOf: number[] = [];
  titles.atoms.forEach((atom, i) => {
    atomOf[atom.token] ??= i;
  });
  return { text, titles, owners, gazetteer, index, folded: text.tokens.map(t => t.folded), role, atomOf };
}

/** “Dr”, “Mr.” and “Sir” before a capital; “he” only as “H.E.”. */
function honorificHere(text: BlockText, i: number): boolean {
  const token = text.tokens[i]!;
  if (token.folded === 'he') return false;
  // “Ms von der Leyen”: particles may stand between it and the capital
  for (let k = i + 1; k <= i + 4; k++) {
    const next = text.tokens[k];
    if (next === undefined || !adjacent(text.prose, text.tokens[k - 1]!, next)) return false;
    if (next.capital) return true;
    if (!PARTICLES.has(next.folded)) return false;
  }
  return false;
}

/** “Hassan Sheikh Mohamud”: behind a given name an honorific is a name. */
function insideName(text: BlockText, index: NameIndex, i: number): boolean {
  const before = text.tokens[i - 1];
  return before !== undefined && before.capital && index.isGiven(before.folded) && adjacent(text.prose, before, text.tokens[i]!);
}

/** Titles that end in “General” or “Commander” without being ranks (secretary general, attorney general). */
const GENERAL_TITLES = new Set(['secretary', 'attorney', 'director', 'inspector', 'governor', 'consul', 'surgeon', 'solicitor', 'prosecutor', 'auditor', 'comptroller', 'allied']);

const BEGINS_RANK = new Set([...RANKS.keys()].map(rank => rank.split(' ')[0]!));

/** Length in tokens of the rank that starts at token `i`, if a capitalised word follows it; 0 if none. */
function rankAt(text: BlockText, i: number): number {
  if (!BEGINS_RANK.has(text.tokens[i]!.folded)) return 0;
  const before = text.tokens[i - 1];
  if (before && GENERAL_TITLES.has(before.folded) && adjacent(text.prose, before, text.tokens[i]!)) return 0;
  for (let length = 3; length >= 1; length--) {
    const words = text.tokens.slice(i, i + length);
    const after = text.tokens[i + length];
    if (words.length < length || !after?.capital || !words.every(w => w.capital)) continue;
    if (!RANKS.has(words.map(w => w.folded).join(' '))) continue;
    if ([...words.slice(1), after].every((w, k) => adjacent(text.prose, words[k]!, w))) return length;
  }
  return 0;
}

/** “Supreme Commander Micael Bydén”, “IRGC Commander Hossein Salami”: a recorded office, of which “Commander” is no rank. */
function commandsBody(text: BlockText, titles: TitleText, i: number, gazetteer: Gazetteer): boolean {
  if (text.tokens[i]!.folded !== 'commander') return false;
  const after = startingAt(titles.atoms, text.tokens[i + 1]?.start ?? -1);
  const title = after === undefined ? undefined : titleBefore(titles, after, gazetteer);
  return title !== undefined && title.posts.length > 0 && (title.core.start < text.tokens[i]!.start || title.organization !== undefined);
}

export function runsOn(c: Context, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) {
    if (!adjacent(c.text.prose, c.text.tokens[k - 1]!, c.text.tokens[k]!) || c.text.tokens[k - 1]!.possessive) return false;
  }
  return true;
}

/** Honorifics and ranks right before token `i`, and the token where they start. */
export function beforeName(c: Context, i: number): { start: number; honorific?: Honorific; rank?: Honorific } {
  const { tokens, prose } = c.text;
  let start = i;
  let honorific: Honorific | undefined;
  let rankFound: Honorific | undefined;
  for (let step = 0; step < 5 && start > 0; step++) {
    const previous = tokens[start - 1]!;
    if (!adjacent(prose, previous, tokens[start]!)) break;
    const role = c.role[start - 1];
    if (role === 'honorific') honorific ??= { span: { start: previous.start, end: previous.end }, text: previous.text };
    else if (role === 'rank') {
      rankFound = { span: { start: previous.start, end: rankFound?.span.end ?? previous.end }, text: prose.slice(previous.start, rankFound?.span.end ?? previous.end) };
    } else break;
    start--;
  }
  return { start, ...(honorific ? { honorific } : {}), ...(rankFound ? { rank: rankFound } : {}) };
}

/** The title before token `i`, past honorifics and ranks. */
export function titleOf(c: Context, i: number): TitlePhrase | undefined {
  const { start } = beforeName(c, i);
  if (start === 0) return undefined;
  const previous = c.text.tokens[start - 1]!;
  if (!adjacent(c.text.prose, previous, c.text.tokens[start]!)) return undefined;
  if (previous.possessive) return undefined;
  return titleBefore(c.titles, c.atomOf[start]!, c.gazetteer);
}

/** English words have no accents: Pål is no pal. */
export const ASCII = /^[\x20-\x7e’]+$/;

/** An ordinary word, not a name here: in the word list, or a month or weekday. */
export function ordinary(c: Context, i: number): boolean {
  const token = c.text.tokens[i]!;
  if (token.folded.length === 1) return false;
  if (c.role[i] === 'particle') return false;
  if (c.index.known(token.folded) || !ASCII.test(token.text)) return false;
  if (c.gazetteer.isWord(token.folded)) return true;
  return token.folded.includes('-') ? token.folded.split('-').every(part => c.gazetteer.isWord(part)) : /\d/.test(token.folded);
}

/** “Advisor Sullvan”: the word of a title before a name is no given name. */
export function leadsName(c: Context, i: number): boolean {
  const word = c.folded[i]!;
  return TITLE_HEADS.has(TITLE_WORDS.get(word) ?? word) && !c.index.isGiven(word);
}
