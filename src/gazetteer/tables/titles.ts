import { DESCRIPTIVE, TITLE_WORDS } from '../../english/lexicon';
import { wordsOf } from '../../english/phrases';
import type { Id, Post } from '../model';
import { type Ground, tableOf } from './table';

/** One spelling per title word, and no articles: “Minister for Foreign Affairs” is “minister of foreign affairs”. */
export function titleWords(words: readonly string[]): string[] {
  const result: string[] = [];
  for (const word of words) {
    if (word === 'the') continue;
    const usual = TITLE_WORDS.get(word);
    if (usual === undefined) result.push(word);
    else result.push(...usual.split(' '));
  }
  return result;
}

/** Titles of posts, by their words; the value is 1 where the record says to avoid the title. */
export const TITLES = tableOf<'posts', 0 | 1>('titles', 'posts', entries, { byBody: true });

/** The same, read backwards: a title before a name is found from the name on. */
export const TITLES_BACKWARD = tableOf<'posts', 0 | 1>('titles backward', 'posts', function* (post, ground) {
  for (const [words, avoided] of entries(post, ground)) yield [words.toReversed(), avoided];
}, { byBody: true });

function* entries(post: Post, ground: Ground): Iterable<readonly [readonly string[], 0 | 1]> {
  for (const [title, avoided] of titlesOf(post)) {
    const words = titleWords(wordsOf(title));
    const bare = withoutBody(words, post, ground);
    // “Security Council Secretary” must not make every secretary one
    const generic = bare.length === 1 && DESCRIPTIVE.has(bare[0]!);
    // “German Foreign Minister”: the state is read apart in the text, or “French Foreign Minister” would be another title
    if (generic || bare.length === 0 || !stateLeads(words, post, ground)) yield [words, avoided];
    if (bare.length > 0 && bare.length < words.length && !generic) yield [bare, avoided];
  }
}

function* titlesOf(post: Post): Iterable<[string, 0 | 1]> {
  const { preferred, formal, permitted, informal, avoid, styled } = post.titles;
  const said = new Set([preferred, ...(formal ? [formal] : []), post.label, ...permitted, ...informal, ...Object.values(styled)]);
  for (const title of said) yield [title, 0];
  for (const title of avoid) if (!said.has(title)) yield [title, 1];
}

/** A title without the state or body that it begins or ends with: these are read apart in the text. */
function withoutBody(words: readonly string[], post: Post, ground: Ground): string[] {
  let rest = [...words];
  const names = namesOf(post, ground).all;
  for (const name of names) {
    if (rest.length > name.length && name.every((word, i) => rest[i] === word)) {
      rest = rest.slice(name.length);
      break;
    }
  }
  for (const name of names) {
    const at = rest.length - name.length;
    if (at > 1 && rest[at - 1] === 'of' && name.every((word, i) => rest[at + i] === word)) {
      rest = rest.slice(0, at - 1);
      break;
    }
  }
  return rest;
}

/** Whether a title begins with a name or adjective of its state. */
function stateLeads(words: readonly string[], post: Post, ground: Ground): boolean {
  return namesOf(post, ground).state.some(own => own.length < words.length && own.every((word, i) => words[i] === word));
}

interface Names {
  /** Words of the names and adjectives of the state. */
  readonly state: readonly (readonly string[])[];
  /** These and those of the body and what it is part of, longest first. */
  readonly all: readonly (readonly string[])[];
}

/** By body: most posts share theirs. */
const known = new WeakMap<Ground, Map<Id, Names>>();

function namesOf(post: Post, ground: Ground): Names {
  let cache = known.get(ground);
  if (!cache) known.set(ground, (cache = new Map()));
  let names = cache.get(post.organization);
  if (!names) cache.set(post.organization, (names = readNames(post, ground)));
  return names;
}

function readNames(post: Post, ground: Ground): Names {
  const state = ground.state(ground.stateOfPost(post.id) ?? '');
  const words = (names: readonly string[]): string[][] => names.map(name => titleWords(wordsOf(name))).filter(w => w.length > 0);
  const own = state ? words([state.name, ...state.adjectives, ...state.other_names.map(n => n.name)]) : [];
  const bodies = words(ground.lineage(post.organization).flatMap(body => (body.acronym ? [body.name, body.acronym] : [body.name])));
  return { state: own, all: [...own, ...bodies].sort((a, b) => b.length - a.length) };
}

/** Posts of a body, by its id. */
export const POSTS_OF = tableOf<'posts', 0>('posts of bodies', 'posts', function* (post) {
  yield [[post.organization], 0];
});

/** Posts of a kind in a state. */
export const POSTS_OF_KIND = tableOf<'posts', 0>('posts of kinds', 'posts', function* (post, ground) {
  const state = ground.stateOfPost(post.id);
  if (state !== undefined && post.kind !== undefined) yield [[state, post.kind], 0];
}, { byBody: true });

/** Posts of a body and of what is part of it; the value is the title. */
export const POSTS_WITHIN = tableOf<'posts', string>('posts within bodies', 'posts', function* (post, ground) {
  for (const { id } of ground.lineage(post.organization)) yield [[id], post.titles.preferred];
}, { byBody: true });

/** Posts by their title as it is written. */
export const TITLED = tableOf<'posts', 0>('posts by title', 'posts', function* (post) {
  yield [[post.titles.preferred], 0];
});

/** Bodies of no state that have a secretary general; the value is what stands between the two words of the title. */
export const SECRETARIES_GENERAL = tableOf<'posts', string>('secretaries general', 'posts', function* (post, ground) {
  const { preferred } = post.titles;
  const between = /\bSecretary([- ])General\b/.exec(preferred)?.[1];
  if (between === undefined || /\b(?:Deputy|Assistant|Under)\b/.test(preferred) || ground.stateOfPost(post.id) !== undefined) return;
  yield [[post.organization], between];
}, { byBody: true });
