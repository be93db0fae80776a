import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import { type Entry, Lists } from '../../gazetteer/tables/table';
import { TITLES, TITLES_BACKWARD, titleWords } from '../../gazetteer/tables/titles';
import { ADDRESS, DESCRIPTIVE, QUALIFIERS, TITLE_HEADS, TITLE_MODIFIERS, TITLE_WORDS } from '../../english/lexicon';
import type { BlockText, OrganizationMention, Qualifier, StateMention, TitlePhrase } from '../model';
import { perGazetteer } from '../../english/phrases';
import { PerWord } from '../../english/per-word';
import { type Atom, startingAt } from '../../english/tokens';

/** Posts that have a title, and those whose `avoid` list has it. */
interface Posts {
  readonly posts: readonly Id[];
  readonly avoided: readonly Id[];
}

/** All titles of all posts, forwards and backwards: a title before a name is found from the name on. */
interface TitleIndex {
  readonly backward: Lists<0 | 1, Posts>;
  readonly forward: Lists<0 | 1, Posts>;
  /** Ids of the words that titles are compared by, for the id of a word of the text; an article has none. */
  readonly parts: PerWord<readonly number[]>;
}

const indexOf = perGazetteer((gazetteer: Gazetteer): TitleIndex => {
  const posts = (entries: readonly Entry<0 | 1>[]): Posts => {
    const having = (avoid: 0 | 1): Id[] => [...new Set(entries.filter(({ value }) => value === avoid).map(({ id }) => id))];
    return { posts: having(0), avoided: having(1) };
  };
  const { vocabulary } = gazetteer;
  return {
    backward: new Lists(gazetteer.table(TITLES_BACKWARD), posts),
    forward: new Lists(gazetteer.table(TITLES), posts),
    parts: new PerWord(vocabulary, word => titleWords([word]).map(part => vocabulary.of(part))),
  };
});

/** A state or body named beside a title. */
interface NamedBody {
  readonly id: Id;
  readonly kind: 'state' | 'organization';
  readonly span: Span;
  readonly possessive: boolean;
  readonly adjective: boolean;
}

/** Atoms with the words that titles are compared by. */
export interface TitleText {
  readonly text: BlockText;
  readonly atoms: readonly Atom[];
  readonly words: readonly string[];
  readonly states: readonly StateMention[];
  readonly organizations: readonly OrganizationMention[];
  readonly endsAt: ReadonlyMap<number, NamedBody>;
  readonly startsAt: ReadonlyMap<number, NamedBody>;
}

export function titleText(
  text: BlockText, states: readonly StateMention[], organizations: readonly OrganizationMention[], capitals: readonly { readonly state: Id; readonly span: Span }[],
): TitleText {
  const { atoms } = text;
  const endsAt = new Map<number, NamedBody>();
  const startsAt = new Map<number, NamedBody>();
  const put = (body: NamedBody): void => {
    endsAt.set(body.span.end, body);
    startsAt.set(body.span.start, body);
  };
  for (const o of organizations) {
    if (o.form === 'short' || o.form === 'near-name' || o.form === 'near-acronym') continue;
    put({ id: o.organization, kind: 'organization', span: o.span, possessive: o.possessive, adjective: false });
  }
  for (const s of states) put({ id: s.state, kind: 'state', span: s.span, possessive: s.possessive, adjective: s.form === 'adjective' });
  // “Riyadh’s foreign minister”
  for (const c of capitals) if (!endsAt.has(c.span.end)) put({ id: c.state, kind: 'state', span: c.span, possessive: true, adjective: false });
  return { text, atoms, words: atoms.map(a => TITLE_WORDS.get(a.folded) ?? a.folded), states, organizations, endsAt, startsAt };
}

/** Only spaces, hyphens or an abbreviation's point between two atoms: no clause ends there. */
function joined(prose: string, left: Span, right: Span): boolean {
  const between = prose.slice(left.end, right.start);
  return /^(?:['’]s?)? *[-‐‑–]? *$/.test(between) || (/^\. ?$/.test(between) && TITLE_WORDS.has(prose.slice(left.start, left.end).toLowerCase()));
}

/** Words of a title that are compared, at most. */
const LONGEST_TITLE = 14;

interface Core {
  readonly from: number;
  readonly to: number;
  readonly posts: readonly Id[];
  readonly avoided: readonly Id[];
  readonly known: boolean;
}

/** The longest known title that ends right before atom `end`, else a generic one. */
function coreBefore(t: TitleText, end: number, index: TitleIndex): Core | undefined {
  const ids: number[] = [];
  const at: number[] = [];
  for (let i = end - 1; i >= 0 && ids.length < LONGEST_TITLE; i--) {
    if (i < end - 1 && !joined(t.text.prose, t.atoms[i]!, t.atoms[i + 1]!)) break;
    for (const id of index.parts.of(t.text.atomIds[i]!).toReversed()) {
      ids.push(id);
      at.push(i);
    }
    if (ids.length > 0 && !index.backward.begins(ids[0]!)) break;
  }
  if (ids.length === 0) return undefined;
  const found = index.backward.follow(ids, 0);
  if (found) return core(at[found.end - 1]!, end, found.values);
  return genericBefore(t, end);
}

/** “spokesperson of the Office of the High Commissioner”: a title in the name of an office is its name; the one before it is the person's. */
function outsideOffice(t: TitleText, found: Core, index: TitleIndex): Core | undefined {
  const back = (at: number, word: string): number => (t.words[at] === 'the' ? back(at - 1, word) : t.words[at] === word ? at - 1 : -1);
  const office = back(back(found.from - 1, 'of'), 'office');
  if (office < 0) return found;
  const end = back(office, 'of');
  return end < 0 ? undefined : coreBefore(t, end + 1, index);
}

/** “AU Secretary-General” that only an `avoid` list has: the body is read apart, as the title may be that of another body. */
function withoutLeadingBody(t: TitleText, found: Core, index: TitleIndex): Core {
  const body = found.known && found.posts.length === 0 ? t.startsAt.get(t.atoms[found.from]!.start) : undefined;
  if (!body || body.kind !== 'organization') return found;
  let from = found.from;
  while (from < found.to && t.atoms[from]!.end <= body.span.end) from++;
  const ids = partsOf(t, from, found.to, index);
  const rest = index.forward.follow(ids, 0);
  return rest && rest.end === ids.length ? core(from, found.to, rest.values) : found;
}

/** “Acting President”, a title of its own in one state, is president with a qualifier in all others. */
function withoutQualifier(t: TitleText, found: Core, index: TitleIndex): Core {
  if (!found.known || found.to - found.from < 2 || !QUALIFIERS.has(t.words[found.from]!)) return found;
  const ids = partsOf(t, found.from + 1, found.to, index);
  const rest = index.forward.follow(ids, 0);
  if (!rest || rest.end !== ids.length) return found;
  const plain = core(found.from + 1, found.to, rest.values);
  return { ...plain, posts: [...new Set([...plain.posts, ...found.posts])] };
}

function partsOf(t: TitleText, from: number, to: number, index: TitleIndex): number[] {
  return [...t.text.atomIds.subarray(from, to)].flatMap(id => index.parts.of(id));
}

function core(from: number, to: number, { posts, avoided }: Posts): Core {
  return { from, to, posts, avoided, known: true };
}

/** A title of no known post: a head noun and the modifiers before it. */
function genericBefore(t: TitleText, end: number): Core | undefined {
  const head = t.words[end - 1]!;
  if (!TITLE_HEADS.has(head) && !DESCRIPTIVE.has(head)) return undefined;
  let from = end - 1;
  while (from > 0 && TITLE_MODIFIERS.has(t.words[from - 1]!) && modifies(t, from - 1) && joined(t.text.prose, t.atoms[from - 1]!, t.atoms[from]!)) from--;
  return { from, to: end, posts: [], avoided: [], known: false };
}

/** A word that belongs to the title after it; “under” does in Under Secretary only, else it is a preposition. */
function modifies(t: TitleText, i: number): boolean {
  const word = t.words[i]!;
  return word === 'under' ? (t.words[i + 1] ?? '').startsWith('secretar') : LENGTHENING.has(word);
}

/** The longest known title that starts at atom `from`, else a generic one. */
function coreAfter(t: TitleText, from: number, index: TitleIndex): Core | undefined {
  const ids: number[] = [];
  const at: number[] = [];
  for (let i = from; i < t.atoms.length && ids.length < LONGEST_TITLE; i++) {
    if (i > from && !joined(t.text.prose, t.atoms[i - 1]!, t.atoms[i]!)) break;
    for (const id of index.parts.of(t.text.atomIds[i]!)) {
      ids.push(id);
      at.push(i);
    }
    // no title begins with an article
    if (ids.length === 0 || !index.forward.begins(ids[0]!)) break;
  }
  const found = index.forward.follow(ids, 0);
  if (found) return core(from, at[found.end - 1]! + 1, found.values);
  for (let i = from, last = -1; i < t.atoms.length && i < from + 5; i++) {
    if (i > from && !joined(t.text.prose, t.atoms[i - 1]!, t.atoms[i]!)) return undefined;
    const word = t.words[i]!;
    if (TITLE_HEADS.has(word) || DESCRIPTIVE.has(word)) last = i;
    else if (!TITLE_MODIFIERS.has(word)) return last < 0 ? undefined : { from, to: last + 1, posts: [], avoided: [], known: false };
    if (last === i && (i + 1 >= t.atoms.length || !TITLE_MODIFIERS.has(t.words[i + 1]!) && !TITLE_HEADS.has(t.words[i + 1]!))) {
      return { from, to: last + 1, posts: [], avoided: [], known: false };
    }
  }
  return undefined;
}

/** Words that make another, unrecorded title of a recorded one: shadow foreign secretary, assistant secretary of state. */
const LENGTHENING = new Set([...TITLE_MODIFIERS, 'shadow', 'honorary', 'co', 'sub', 'emeritus', 'mayor', 'chair', 'executive', 'wartime', 'associate', 'pro']);

/** A recorded title with a modifier before it that no record has is another title, of no known post. */
function lengthened(t: TitleText, found: Core): Core {
  let from = found.from;
  while (from > 0 && modifies(t, from - 1) && joined(t.text.prose, t.atoms[from - 1]!, t.atoms[from]!) && !t.endsAt.has(t.atoms[from - 1]!.end)) from--;
  return from === found.from ? found : { from, to: found.to, posts: [], avoided: [], known: false };
}

/** “spokesman for four years”: how long, not of what. */
export const LASTING = /^for (?:[\p{L}\d-]+ ){0,4}(?:years?|decades?|months?|terms?)\b/u;

/** “Secretary of State for Health”: the recorded title goes on into another. */
function leadsOn(t: TitleText, end: number): boolean {
  if (end >= t.atoms.length || !joined(t.text.prose, t.atoms[end - 1]!, t.atoms[end]!)) return false;
  if (LASTING.test(t.text.prose.slice(t.atoms[end]!.start, t.atoms[end]!.start + 40))) return false;
  return t.words[end] === 'of' || t.words[end] === 'to' || TITLE_HEADS.has(t.words[end]!);
}

/** “Special Representative for the DPRK Ambassador Sung Kim”: the state belongs to the words before it. */
function isObject(t: TitleText, body: NamedBody): boolean {
  if (body.possessive || body.adjective) return false;
  let at = (startingAt(t.atoms, body.span.start) ?? 0) - 1;
  const article = at >= 0 && t.words[at] === 'the';
  if (article) at--;
  const word = at >= 0 ? t.atoms[at]!.folded : '';
  return word === 'for' && article;
}

/** “special envoy of the UN Secretary General Staffan de Mistura”: the name is the envoy's. */
function belongsToAnother(t: TitleText, left: number): boolean {
  let at = left - 1;
  if (at < 2 || t.words[at] !== 'the') return false;
  at--;
  if (t.words[at] !== 'of' && t.words[at] !== 'to') return false;
  const head = t.words[at - 1]!;
  return TITLE_HEADS.has(head) || DESCRIPTIVE.has(head);
}

/** A possessive that is no state or body before the title, or a word for who came before or after. */
function isPossessed(t: TitleText, left: number): boolean {
  if (left === 0) return false;
  const previous = t.atoms[left - 1]!;
  const token = t.text.tokens[previous.token]!;
  if (token.possessive) return !t.endsAt.has(previous.end);
  return /^(?:predecessor|successor)s?$/.test(previous.folded) && /^,? $/.test(t.text.prose.slice(previous.end, t.atoms[left]!.start));
}

type Body = { readonly id: Id; readonly span: Span };

function withBody(phrase: Omit<TitlePhrase, 'state' | 'organization' | 'qualifier'>, state: Body | undefined, organization: Body | undefined,
  qualifier: TitlePhrase['qualifier']): TitlePhrase {
  return { ...phrase, ...(state ? { state } : {}), ...(organization ? { organization } : {}), ...(qualifier ? { qualifier } : {}) };
}

/**
 * The title that stands right before the atom at index `end` (spec 4.1.5): nationality or body, title, then the name;
 * the body may also follow the title (“Secretary General of NATO Jens Stoltenberg”). `end` counts atoms, exclusive.
 */
export function titleBefore(t: TitleText, end: number, gazetteer: Gazetteer): TitlePhrase | undefined {
  const index = indexOf(gazetteer);
  const prose = t.text.prose;
  let stop = end;
  let state: Body | undefined;
  let organization: Body | undefined;
  let qualifier: TitlePhrase['qualifier'];
  const take = (body: { id: Id; kind: 'state' | 'organization'; span: Span }): void => {
    if (body.kind === 'state') state ??= { id: body.id, span: body.span };
    else organization ??= { id: body.id, span: body.span };
  };
  // “general-designate”: the qualifier hangs on the title
  const trailing = QUALIFIERS.get(t.words[stop - 1] ?? '');
  if (trailing === 'designate' || trailing === 'elect') {
    qualifier = { kind: trailing, span: { start: t.atoms[stop - 1]!.start, end: t.atoms[stop - 1]!.end } };
    stop--;
  }
  let found = coreBefore(t, stop, index);
  const following = stop > 0 ? t.endsAt.get(t.atoms[stop - 1]!.end) : undefined;
  if ((!found || !found.known) && following && !following.possessive) {
    // the body follows: “president of Ukraine Volodymyr Zelenskyy”
    const first = startingAt(t.atoms, following.span.start) ?? 0;
    let before = first - 1;
    if (before >= 0 && t.words[before] === 'the') before--;
    if (before >= 1 && (t.words[before] === 'of' || t.words[before] === 'to')) {
      const inner = coreBefore(t, before, index);
      if (inner) {
        found = inner;
        take(following);
      }
    }
  }
  if (found) found = outsideOffice(t, found, index);
  if (!found) return undefined;
  found = lengthened(t, withoutQualifier(t, withoutLeadingBody(t, found, index), index));
  const lastAtom = t.atoms[end - 1]!;
  let left = found.from;
  for (let step = 0; step < 4 && left > 0; step++) {
    const previous = t.atoms[left - 1]!;
    if (!joined(prose, previous, t.atoms[left]!)) break;
    const body = t.endsAt.get(previous.end);
    if (body && !isObject(t, body)) {
      take(body);
      left = startingAt(t.atoms, body.span.start) ?? left - 1;
      continue;
    }
    const kind = QUALIFIERS.get(t.words[left - 1]!);
    if (!kind) break;
    qualifier ??= { kind, span: { start: previous.start, end: previous.end } };
    left--;
  }
  if (belongsToAnother(t, left)) found = { ...found, posts: [], avoided: [], known: false };
  const start = t.atoms[left]!.start;
  const coreSpan = { start: t.atoms[found.from]!.start, end: t.atoms[found.to - 1]!.end };
  return withBody({
    span: { start, end: lastAtom.end },
    core: coreSpan,
    text: prose.slice(coreSpan.start, coreSpan.end),
    position: 'before',
    posts: found.posts,
    avoided: found.avoided,
    descriptive: !found.known,
    address: found.to - found.from === 1 && ADDRESS.has(t.words[found.from]!),
    possessed: isPossessed(t, left),
  }, state, organization, qualifier);
}

/**
 * The title in apposition after a name: “Name, the Russian foreign minister,” or “Name (foreign minister)”.
 * `from` is the first atom after the name; the text between has been seen to be a comma or an opening bracket.
 */
export function titleAfter(t: TitleText, from: number, gazetteer: Gazetteer): TitlePhrase | undefined {
  const index = indexOf(gazetteer);
  const prose = t.text.prose;
  let i = from;
  let state: Body | undefined;
  let organization: Body | undefined;
  let qualifier: TitlePhrase['qualifier'];
  if (i < t.atoms.length && ['the', 'a', 'an', 'who'].includes(t.words[i]!)) i++;
  for (let step = 0; step < 4 && i < t.atoms.length; step++) {
    if (i > from && !joined(prose, t.atoms[i - 1]!, t.atoms[i]!)) return undefined;
    const body = t.startsAt.get(t.atoms[i]!.start);
    if (body && coreAfter(t, i, index)?.known !== true) {
      if (body.kind === 'state') state ??= { id: body.id, span: body.span };
      else organization ??= { id: body.id, span: body.span };
      while (i < t.atoms.length && t.atoms[i]!.end <= body.span.end) i++;
      continue;
    }
    const kind = QUALIFIERS.get(t.words[i]!);
    if (!kind) break;
    qualifier ??= { kind, span: { start: t.atoms[i]!.start, end: t.atoms[i]!.end } };
    i++;
  }
  if (i >= t.atoms.length || (i > from && !joined(prose, t.atoms[i - 1]!, t.atoms[i]!))) return undefined;
  const whole = coreAfter(t, i, index);
  if (!whole) return undefined;
  let found: Core = whole;
  let end = found.to;
  const next = t.words[end];
  const tail = QUALIFIERS.get(next ?? '');
  if ((tail === 'designate' || tail === 'elect') && joined(prose, t.atoms[end - 1]!, t.atoms[end]!)) {
    qualifier ??= { kind: tail, span: { start: t.atoms[end]!.start, end: t.atoms[end]!.end } };
    end++;
  }
  // “secretary general of NATO”, “president of the Russian Federation”
  let at = end;
  if (at + 1 < t.atoms.length && (t.words[at] === 'of' || t.words[at] === 'at') && joined(prose, t.atoms[at - 1]!, t.atoms[at]!)) {
    at++;
    if (t.words[at] === 'the') at++;
    const body = at < t.atoms.length ? t.startsAt.get(t.atoms[at]!.start) : undefined;
    if (body) {
      if (body.kind === 'state') state ??= { id: body.id, span: body.span };
      else organization ??= { id: body.id, span: body.span };
      while (at < t.atoms.length && t.atoms[at]!.end <= body.span.end) at++;
      end = at;
    }
  }
  if (end === found.to && leadsOn(t, end)) found = { ...found, posts: [], avoided: [], known: false };
  const last = t.atoms[end - 1]!;
  if (qualifier === undefined) qualifier = datedAfter(t, end);
  const coreSpan = { start: t.atoms[found.from]!.start, end: t.atoms[found.to - 1]!.end };
  return withBody({
    span: { start: t.atoms[from]!.start, end: last.end },
    core: coreSpan,
    text: prose.slice(coreSpan.start, coreSpan.end),
    position: 'after',
    posts: found.posts,
    avoided: found.avoided,
    descriptive: !found.known,
    address: found.to - found.from === 1 && ADDRESS.has(t.words[found.from]!),
    possessed: false,
  }, state, organization, qualifier);
}

const DATED = new Set(['until', 'till', 'from', 'since', 'between', 'in', 'at', 'during', 'before', 'under']);

/** “permanent representative to NATO until 2018”: the apposition has its own time. */
function datedAfter(t: TitleText, end: number): { kind: Qualifier; span: Span } | undefined {
  if (end >= t.atoms.length || !joined(t.text.prose, t.atoms[end - 1]!, t.atoms[end]!)) return undefined;
  const word = t.words[end]!;
  if (!DATED.has(word)) return undefined;
  const rest = t.text.prose.slice(t.atoms[end]!.start, t.atoms[end]!.start + 40);
  if (!/^\S+ (?:the )?(?:time|\w+ )?(?:\d{4}|time|January|February|March|April|May|June|July|August|September|October|November|December)/.test(rest)) return undefined;
  if (word === 'since') return undefined;
  return { kind: 'then', span: { start: t.atoms[end]!.start, end: t.atoms[end]!.end } };
}
