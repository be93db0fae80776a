import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id, Organization } from '../../gazetteer/model';
import type { OrganizationMention } from '../model';
import type { Token } from '../../english/tokens';
import { nameIndexOf } from '../names/name-index';
import { perGazetteer, PhraseIndex, wordsOf } from '../../english/phrases';
import { atomsOf, tokenize } from '../../english/tokens';

/** A word of running text, or what stands between two words where it is more than a space or a hyphen. */
export interface Unit extends Span {
  readonly folded: string;
  /** Index of its token; -1 for what stands between words. */
  readonly token: number;
  readonly capital: boolean;
}

/** Spaces, or one dash without spaces. */
const SOFT_GAP = /^(?:[\s\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*|[‐‑–-])$/;
const CAPITAL = /^\p{Lu}/u;

/** Units of a block are asked for by several recognizers: kept as long as its tokens are. */
const kept = new WeakMap<readonly Token[], readonly Unit[]>();

/** Words with hyphens taken apart; a comma or any other stop between two words is a unit of its own. */
export function unitsOf(prose: string, tokens: readonly Token[]): readonly Unit[] {
  let units = kept.get(tokens);
  if (!units) kept.set(tokens, (units = split(prose, tokens)));
  return units;
}

function split(prose: string, tokens: readonly Token[]): readonly Unit[] {
  const units: Unit[] = [];
  let end = -1;
  for (const atom of atomsOf(tokens)) {
    const { start, folded, token } = atom;
    if (end >= 0 && !(start === end + 1 && prose.charCodeAt(end) === SPACE)) {
      const gap = prose.slice(end, start).replace(/^['’]s/, '');
      if (!SOFT_GAP.test(gap)) {
        units.push({ start: end, end: start, folded: gap.trim() === ',' ? ',' : '\n', token: -1, capital: false });
      }
    }
    const code = prose.charCodeAt(start);
    const capital = code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(prose.slice(start, start + 2));
    units.push({ start, end: atom.end, folded, token, capital });
    end = atom.end;
  }
  return units;
}

const SPACE = 32;

/** One recorded way to write a body. */
export interface BodyForm {
  readonly body: Organization;
  readonly form: OrganizationMention['form'];
  readonly text: string;
  /** Which words are capitalised as recorded. */
  readonly capitals: readonly boolean[];
  /** The case as recorded is part of the form (NATO and Nato are two; WHO is no who). */
  readonly exactCase: boolean;
  /** Foreign Ministry, foreign ministry. */
  readonly looseCase: boolean;
}

export interface BodyIndex {
  readonly forms: PhraseIndex<BodyForm>;
  /** Names of three words or more, by two of their first three words. */
  readonly byPair: ReadonlyMap<string, readonly NearCandidate[]>;
  /** Acronyms of four letters or more with two neighbouring letters exchanged. */
  readonly swapped: ReadonlyMap<string, Organization>;
  /** Acronyms and other words in capitals that are known, folded. */
  readonly knownCapitals: ReadonlySet<string>;
  /** Words that name a state, a region or a direction: they tell bodies apart. */
  readonly geographic: ReadonlySet<string>;
  /** Words that begin a known name of a state, body, place or person. */
  readonly beginnings: ReadonlySet<string>;
  readonly nameOf: ReadonlyMap<string, Id>;
}

export interface NearCandidate {
  readonly body: Organization;
  readonly words: readonly string[];
  readonly capitals: readonly boolean[];
  /** The body belongs to no state. */
  readonly international: boolean;
  /** Part of a state that every state has: only a word of the very sense can be a slip for one of its name. */
  readonly ordinary: boolean;
}

const LATIN = /^[\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\s]+$/u;

const REGIONS = (
  'africa african america american arab arctic asia asian atlantic balkan baltic caribbean caucasus central east eastern eurasia eurasian '
  + 'europe european gulf indo latin mediterranean middle nordic north northern pacific sahel south southern southeast northeast '
  + 'southwest northwest turkic west western'
).split(' ');

/** Parts of a state that every state has, under names of its own: a name one word off is seldom a slip. */
const ORDINARY = new Set(['ministry', 'government', 'presidency', 'monarchy', 'parliament', 'armed-forces', 'permanent-mission', 'intelligence-service']);

export const bodyIndexOf = perGazetteer((gazetteer: Gazetteer): BodyIndex => {
  const forms = new PhraseIndex<BodyForm>();
  const byPair = new Map<string, NearCandidate[]>();
  const swapped = new Map<string, Organization>();
  const known = new Set<string>();
  const nameOf = new Map<string, Id>();
  const { organizations, states, formations, posts, metonyms, places } = gazetteer.data.records;

  const add = (body: Organization, text: string, form: BodyForm['form'], how: 'exact' | 'loose' | 'name'): void => {
    if (!LATIN.test(text)) return;
    const units = unitsOf(text, tokenize(text, []));
    const value = { body, form, text, capitals: units.map(u => u.capital), exactCase: how === 'exact', looseCase: how === 'loose' };
    forms.add(units.map(u => u.folded), value);
    if (how === 'exact') for (const unit of units) known.add(unit.folded);
  };
  for (const body of organizations) {
    add(body, body.name, 'name', 'name');
    near(body, body.name);
    if (body.acronym !== undefined) acronym(body, body.acronym);
    for (const name of body.other_names) {
      if (name.kind === 'acronym' || name.kind === 'acronym-case' || isAcronym(name.name)) add(body, name.name, 'acronym', 'exact');
      else add(body, name.name, 'variant', name.kind === 'common' ? 'loose' : 'name');
      if (name.kind === 'spelling-variant' || name.kind === 'formal') near(body, name.name);
      if (name.kind === 'acronym') swaps(body, name.name);
    }
    for (const short of body.short_forms) add(body, short, 'short', 'loose');
    for (const misnomer of body.misnomers) add(body, misnomer, 'misnomer', 'name');
  }

  function acronym(body: Organization, text: string): void {
    add(body, text, 'acronym', 'exact');
    if (body.pronounced_as_word && /^[A-Z]{4,}$/.test(text)) add(body, text[0]! + text.slice(1).toLowerCase(), 'acronym', 'exact');
    if (/^[A-Z]{2,3}$/.test(text)) add(body, [...text].map(letter => `${letter}.`).join(''), 'acronym', 'exact');
    swaps(body, text);
  }

  function swaps(body: Organization, text: string): void {
    if (!/^[A-Z]{4,}$/.test(text)) return;
    for (let i = 0; i + 1 < text.length; i++) {
      const other = text.slice(0, i) + text[i + 1]! + text[i]! + text.slice(i + 2);
      if (other !== text && !swapped.has(other)) swapped.set(other, body);
    }
  }

  function near(body: Organization, text: string): void {
    const units = unitsOf(text, tokenize(text, []));
    const words = units.map(u => u.folded);
    nameOf.set(words.join(' '), body.id);
    const ordinary = ORDINARY.has(body.classification ?? '');
    // a ministry is told by the state in its name: “Ministry of Foreign Affairs” alone is any state's
    if (words.length < 3 || (ordinary && (body.classification !== 'ministry' || words.length < 6))) return;
    const candidate = { body, words, capitals: units.map(u => u.capital), international: gazetteer.stateOf(body.id) === undefined, ordinary };
    for (const key of pairKeys(words, 0)) {
      const list = byPair.get(key);
      if (list) list.push(candidate);
      else byPair.set(key, [candidate]);
    }
  }

  const geographic = new Set(REGIONS);
  const beginnings = new Set(nameIndexOf(gazetteer).known);
  for (const state of states) {
    for (const name of [state.name, ...state.adjectives, ...state.other_names.map(n => n.name)]) {
      const words = wordsOf(name);
      if (words.length === 1) geographic.add(words[0]!);
      if (words[0] !== undefined) beginnings.add(words[0]);
      if (isAcronym(name)) known.add(words[0]!);
    }
  }
  for (const place of places) {
    const words = wordsOf(place.name);
    if (words.length === 1) geographic.add(words[0]!);
    if (words[0] !== undefined) beginnings.add(words[0]);
  }
  for (const metonym of metonyms) for (const label of metonym.labels) for (const word of wordsOf(label)) if (word !== 'the') beginnings.add(word);
  for (const body of organizations) for (const text of [body.name, body.acronym ?? '']) beginnings.add(wordsOf(text)[0] ?? '');
  for (const formation of formations) for (const name of formation.names) if (isAcronym(name)) known.add(wordsOf(name)[0]!);
  for (const post of posts) for (const title of [post.titles.preferred, ...post.titles.permitted]) if (isAcronym(title)) known.add(wordsOf(title)[0]!);
  return { forms, byPair, swapped, knownCapitals: known, geographic, beginnings, nameOf };
});

export function isAcronym(text: string): boolean {
  return text.length <= 8 && /^(?:[A-Z][A-Za-z]?){2,}$/.test(text) && /[A-Z].*[A-Z]/.test(text) && text.replace(/[^A-Z]/g, '').length * 2 > text.length;
}

/** Keys by which a name and one that differs from it in one word share at least one. */
export function pairKeys(words: readonly string[], from: number): string[] {
  const [a, b, c] = [words[from], words[from + 1], words[from + 2]];
  return c === undefined ? [] : [`${a} ${b} _`, `${a} _ ${c}`, `_ ${b} ${c}`];
}
