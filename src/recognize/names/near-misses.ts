import { alignmentDistance } from '../../base/distance';
import type { NearMatch } from '../model';
import { PARTICLES } from '../../english/lexicon';
import { ASCII, type Context, titleOf } from './name-context';
import { type FamilyForm, genderPair } from './name-index';
import type { Atom } from '../../english/tokens';
import { givenStatus } from './name-matching';

/** Posts of one title whose holders are compared: there are about 200 states. */
const MOST_POSTS = 250;

/** Letters of a surname that has near misses at all, and of one that has them without its given name. */
const SHORTEST = 4;
const SHORTEST_ALONE = 5;

/** Near misses of recorded surnames for the last word of `[start, stop)` (spec 4.1.3), best first. */
export function nearMisses(c: Context, start: number, stop: number): NearMatch[] {
  const i = stop - 1;
  const token = c.text.tokens[i]!;
  const word = token.folded;
  const common = c.gazetteer.isWord(word);
  // an ordinary word is a name only behind its particle: bin Salmon
  if (word.length < 4 || (common && !(i - 1 > start && PARTICLES.has(c.folded[i - 1]!))) || /[^\p{L}'-]/u.test(word)) return [];
  // a name that somebody bears is another's slip only after that other's very given name
  const borne = c.index.known(word);
  if (borne && i === start) return [];
  // a word cut off in speech (“Obam- —”) is no name
  if (/^[-‐‑–—…]/.test(c.text.prose.slice(token.end, token.end + 1))) return [];
  const accented = !ASCII.test(token.text);
  // “the Khatam ol-Anbia Central Headquarters”: a name with an article, and no title after it, is a thing's
  if (i === start && c.folded[i - 1] === 'the' && titleOf(c, start) === undefined) return [];
  const found = new Map<string, NearMatch>();
  const consider = (form: FamilyForm, limit: number, held = false): void => {
    const target = form.words[form.words.length - 1]!;
    if (genderPair(word, target) || target.length < SHORTEST) return;
    const prefix = form.words.slice(0, -1);
    if (prefix.length > 0 && !prefix.every((w, k) => c.folded[i - prefix.length + k] === w)) return;
    // Elsisi and el-Sisi, Ahmadi-Nejad and Ahmadinejad are one spelling, joined or not
    if (c.index.surnames(form.person).some(own => joinedUp(word) === joinedUp(own.words.join('')))) return;
    // Christians, the Trudeaus: several
    if (word === `${target}s` && !token.possessive) return;
    // a slip puts no accents on a name that has none: that is another name
    if (accented && ASCII.test(form.family)) return;
    const most = target.length < SHORTEST_ALONE && !(held && word[0] === target[0]) ? 1 : limit;
    const distance = alignmentDistance(word, target, most);
    if (distance > most || distance === 0) return;
    const given = givenStatus(c, form.person, start, Math.max(start, i - prefix.length));
    if ((borne || common || target.length < SHORTEST_ALONE) && given.status !== 'equal') return;
    if (common && prefix.length === 0) return;
    const before = found.get(form.person.id);
    if (before && before.distance <= distance) return;
    found.set(form.person.id, {
      person: form.person.id, part: 'family', correct: lastWord(form.family), span: { start: token.start, end: token.end },
      distance, listed: false, needsContext: true, given: given.status,
    });
  };
  for (const form of c.index.slips(c.text.ids[i]!)) consider(form, 1);
  const beforeGiven = i > start ? c.index.byGiven(c.folded[start]!) : [];
  for (const person of beforeGiven) for (const form of c.index.surnames(person)) consider(form, 2);
  const title = titleOf(c, start);
  if (title) {
    const { state } = title;
    const posts = state ? title.posts.filter(post => c.gazetteer.stateOfPost(post) === state.id) : title.posts;
    for (const post of posts.slice(0, MOST_POSTS)) {
      for (const holding of c.gazetteer.holders(post)) {
        for (const form of c.index.surnames(holding.person)) {
          if (form.words[form.words.length - 1]!.length >= 8 || i > start) consider(form, 2, true);
        }
      }
    }
  }
  return [...found.values()].sort((a, b) => a.distance - b.distance || rank(a) - rank(b) || (a.person < b.person ? -1 : 1)).slice(0, 4);
}

/** Surnames of five letters or more that a part of a compound is one slip from. */
export function nearSurnames(c: Context, part: Atom): NearMatch[] {
  const word = part.folded;
  const text = c.text.prose.slice(part.start, part.end);
  if (word.length < SHORTEST_ALONE - 1 || !/^\p{Lu}/u.test(text) || c.index.known(word) || c.gazetteer.isWord(word) || !ASCII.test(text)) return [];
  return c.index.near(word)
    .filter(({ family, words }) => words.length === 1 && words[0]!.length >= SHORTEST_ALONE && !genderPair(word, words[0]!) && word !== `${words[0]!}s` && alignmentDistance(word, words[0]!, 1) === 1 && family !== text)
    .map(({ person, family }) => ({ person: person.id, part: 'family', correct: family, span: { start: part.start, end: part.end }, distance: 1, listed: false, needsContext: true, given: 'none' }));
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
