import { alignmentDistance } from '../../base/distance';
import type { NearMatch } from '../model';
import { ASCII, type Context, titleOf } from './name-context';
import { type FamilyForm, genderPair } from './name-index';
import { givenStatus } from './name-matching';

/** Posts of one title whose holders are compared: there are about 200 states. */
const MOST_POSTS = 250;

/** Near misses of recorded surnames for the last word of `[start, stop)` (spec 4.1.3), best first. */
export function nearMisses(c: Context, start: number, stop: number): NearMatch[] {
  const i = stop - 1;
  const token = c.text.tokens[i]!;
  const word = token.folded;
  if (word.length < 4 || c.index.known(word) || c.gazetteer.isWord(word) || /[^\p{L}'-]/u.test(word)) return [];
  // a word cut off in speech (“Obam- —”) is no name
  if (/^[-‐‑–—…]/.test(c.text.prose.slice(token.end, token.end + 1))) return [];
  const accented = !ASCII.test(token.text);
  // “the Khatam ol-Anbia Central Headquarters”: a name with an article, and no title after it, is a thing's
  if (i === start && c.folded[i - 1] === 'the' && titleOf(c, start) === undefined) return [];
  const found = new Map<string, NearMatch>();
  const consider = (form: FamilyForm, limit: number): void => {
    const target = form.words[form.words.length - 1]!;
    if (genderPair(word, target) || target.length < 5) return;
    const prefix = form.words.slice(0, -1);
    if (prefix.length > 0 && !prefix.every((w, k) => c.folded[i - prefix.length + k] === w)) return;
    // Elsisi and el-Sisi, Ahmadi-Nejad and Ahmadinejad are one spelling, joined or not
    if (c.index.surnames(form.person).some(own => joinedUp(word) === joinedUp(own.words.join('')))) return;
    // Christians, the Trudeaus: several
    if (word === `${target}s` && !token.possessive) return;
    // a slip puts no accents on a name that has none: that is another name
    if (accented && ASCII.test(form.family)) return;
    const distance = alignmentDistance(word, target, limit);
    if (distance > limit || distance === 0) return;
    const given = givenStatus(c, form.person, start, Math.max(start, i - prefix.length));
    const before = found.get(form.person.id);
    if (before && before.distance <= distance) return;
    found.set(form.person.id, {
      person: form.person.id, part: 'family', correct: lastWord(form.family), span: { start: token.start, end: token.end },
      distance, listed: false, needsContext: true, given: given.status,
    });
  };
  for (const form of c.index.near(word)) consider(form, 1);
  const beforeGiven = i > start ? c.index.byGiven(c.folded[start]!) : [];
  for (const person of beforeGiven) for (const form of c.index.surnames(person)) consider(form, 2);
  const title = titleOf(c, start);
  if (title) {
    const { state } = title;
    const posts = state ? title.posts.filter(post => c.gazetteer.stateOfPost(post) === state.id) : title.posts;
    for (const post of posts.slice(0, MOST_POSTS)) {
      for (const holding of c.gazetteer.holders(post)) {
        for (const form of c.index.surnames(holding.person)) {
          if (form.words[form.words.length - 1]!.length >= 8 || i > start) consider(form, 2);
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.distance - b.distance || rank(a) - rank(b) || (a.person < b.person ? -1 : 1)).slice(0, 4);
}

function rank(m: NearMatch): number {
  return m.given === 'equal' ? 0 : m.given === 'near' ? 1 : m.given === 'none' ? 2 : 3;
}

function joinedUp(word: string): string {
  return word.replace(/[-'\s]/g, '');
}

function lastWord(family: string): string {
  return family.slice(family.lastIndexOf(' ') + 1);
}
