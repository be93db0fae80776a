import { fold } from '../../base/fold';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import { PARTICLES, SAYING, TITLE_HEADS } from '../../english/lexicon';
import type { BlockText, NameMention, TitlePhrase } from '../model';
import { beforeName, type Context, contextOf, type Found, leadsName, ordinary, type Owners, type Taken } from './name-context';
import { compounds } from './compounds';
import { fullNameAt } from './full-names';
import { longerName } from './longer-names';
import { known } from './name-matching';
import { nearMisses } from './near-misses';
import { insideQuote } from '../quotations/quoted';
import { LASTING, titleAfter, titleBefore, type TitleText } from '../offices/titles';
import { adjacent, startingAt } from '../../english/tokens';

/** Words of one run of names that are looked at together: more is a list or a heading, and is parted. */
const LONGEST_RUN = 40;

/** People named in one block (spec 4.1): known forms, near misses with the evidence beside them, and unknown names. */
export function recognizeNames(text: BlockText, titles: TitleText, taken: Taken, owners: Owners, gazetteer: Gazetteer): NameMention[] {
  const context = contextOf(text, titles, taken, owners, gazetteer);
  const mentions: NameMention[] = [];
  let done = 0;
  for (let i = 0; i < text.tokens.length; i++) {
    if (i < done || (context.role[i] !== 'name' && context.role[i] !== 'particle')) continue;
    const run = runFrom(context, i);
    if (run.end <= i) continue;
    for (const found of namesIn(context, i, run.end)) mentions.push(mentionOf(context, found));
    done = run.end;
  }
  for (const compound of compounds(context)) mentions.push(compound);
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

/** The run of words that may make up a name from token `i` on: capitals, particles between them, initials. */
function runFrom(c: Context, i: number): { end: number } {
  const { tokens, prose } = c.text;
  let end = i;
  while (end < Math.min(tokens.length, i + LONGEST_RUN)) {
    const role = c.role[end]!;
    const token = tokens[end]!;
    if (end > i && !adjacent(prose, tokens[end - 1]!, token)) break;
    if (end > i && tokens[end - 1]!.possessive) break;
    if (end > i && startsAnew(c, end)) break;
    if (role === 'name' || role === 'particle') end++;
    else if (end > i && role === 'other' && PARTICLES.has(token.folded) && nameFollows(c, end)) end++;
    else break;
  }
  return { end };
}

/** A speaker's label, or an acronym before a name (HRVP Borrell), is no part of the name. */
function startsAnew(c: Context, i: number): boolean {
  const { tokens, block } = c.text;
  const before = tokens[i - 1]!;
  const label = block.speaker?.span.end;
  if (label !== undefined && before.start < label && tokens[i]!.start >= label) return true;
  // “Samuel W.T. Seaton”, “JD Vance”
  const initials = /^\p{Lu}\.(?:\p{Lu}\.?)*$/u.test(before.text) || fullNameAt(c.text, i - 1, c.index) > 0;
  return before.allCaps && before.text.length > 1 && !initials && !tokens[i]!.allCaps && tokens[i]!.text.length > 1 && c.role[i] === 'name';
}

/** Up to three particles and then a capital: “van der Bellen”. */
function nameFollows(c: Context, i: number): boolean {
  for (let k = i; k < i + 3 && k + 1 < c.text.tokens.length; k++) {
    if (!PARTICLES.has(c.folded[k]!) || !adjacent(c.text.prose, c.text.tokens[k]!, c.text.tokens[k + 1]!)) return false;
    if (c.role[k + 1] === 'name') return true;
  }
  return false;
}

/** Names inside one run, left to right: known surnames and forms first, then the rest of the run as unknown. */
function* namesIn(c: Context, start: number, end: number): Iterable<Found> {
  let from = start;
  for (let i = start; i < end; i++) {
    const shorter = known(c, from, i, end);
    if (!shorter) continue;
    const found = longerName(c, shorter, end) ?? shorter;
    if (found.start > from) yield* unknown(c, from, found.start);
    yield withSlips(c, found);
    from = found.end;
    i = found.end - 1;
  }
  if (from < end) yield* unknown(c, from, end);
}

/** A surname of another given name may be a slip in a surname that goes with it: Javier Miley. */
function withSlips(c: Context, found: Found): Found {
  if (found.exact.length > 0 || !found.given || found.given[1] > found.family[0] || found.near.some(near => near.part !== 'given' || near.given !== 'other')) return found;
  return { ...found, near: [...nearMisses(c, found.start, found.end), ...found.near] };
}

/** “bin Salmon”: behind a particle an ordinary word is a name. */
function endsParticle(c: Context, start: number, stop: number): boolean {
  return stop - 2 > start && PARTICLES.has(c.folded[stop - 2]!) && !c.text.tokens[stop - 2]!.capital && c.text.tokens[stop - 1]!.capital;
}

/** A stretch of a run that no record knows: perhaps a near miss, else an unknown name. Ordinary words are cut off its ends. */
function* unknown(c: Context, from: number, end: number): Iterable<Found> {
  let start = from;
  let stop = end;
  while (start < stop && (ordinary(c, start) || (stop - start > 1 && leadsName(c, start)))) start++;
  while (stop > start && ((ordinary(c, stop - 1) && !endsParticle(c, start, stop)) || !c.text.tokens[stop - 1]!.capital)) stop--;
  if (start >= stop) return;
  // an ordinary word inside parts the run: “Lavrov Says Talks With Blinken” in a headline
  for (let k = start + 1; k < stop - 1; k++) {
    if (c.text.tokens[k]!.capital && ordinary(c, k) && c.folded[k]!.length > 2) {
      yield* unknown(c, start, k);
      yield* unknown(c, k + 1, stop);
      return;
    }
  }
  const words = stop - start;
  if (words > 5) return;
  let at = stop - 1;
  while (at > start && c.role[at - 1] !== 'name' && PARTICLES.has(c.folded[at - 1]!)) at--;
  const near = nearMisses(c, start, stop);
  const given: readonly [number, number] | undefined = at > start ? [start, at] : undefined;
  const best = near[0];
  // initials alone belong to the name that they stand before (S. Jaishankar), and so does what stands before them
  const initials = at > start && c.folded.slice(start, at).every(word => /^(?:\p{L}\.?)+$/u.test(word) && word.replace(/\./g, '').length <= 2);
  const head = best?.given === 'none' && !initials ? stop - 1 : start;
  yield { start: head, end: stop, family: best ? [stop - 1, stop] : [at, stop], ...(given && best?.given !== 'none' ? { given } : {}), exact: [], near };
}

/** “Sultan Qaboos”, recorded so: the first word is the title all the same. */
function withoutTitle(c: Context, found: Found): Found {
  if (found.end - found.start < 2 || found.family[0] > found.start || !TITLE_HEADS.has(c.folded[found.start]!)) return found;
  return { ...found, start: found.start + 1, family: [found.start + 1, found.family[1]] };
}

function mentionOf(c: Context, whole: Found): NameMention {
  const { tokens, prose, block } = c.text;
  const found = withoutTitle(c, whole);
  const first = tokens[found.start]!;
  const last = tokens[found.end - 1]!;
  const span = { start: first.start, end: last.end };
  const before = beforeName(c, found.start);
  const title = attachedTitle(c, found, before.start);
  const owner = ownerBefore(c, title ? startingAt(c.titles.atoms, title.span.start) ?? 0 : c.atomOf[before.start]!, title);
  const given = found.given;
  return {
    span,
    surface: prose.slice(span.start, span.end),
    family: { start: tokens[found.family[0]]!.start, end: tokens[found.family[1] - 1]!.end },
    familyFolded: fold(prose.slice(tokens[found.family[0]]!.start, tokens[found.family[1] - 1]!.end)),
    exact: found.exact,
    near: found.near,
    quoted: block.quoted || insideQuote(block.quotes, span),
    sic: /^['’]?s?[”"’]?\s*[[(]sic[\])]/i.test(prose.slice(span.end, span.end + 12)),
    compound: false,
    possessive: last.possessive,
    label: block.speaker !== undefined && span.start < block.speaker.span.end,
    ...(given ? { given: { start: tokens[given[0]]!.start, end: tokens[given[1] - 1]!.end } } : {}),
    ...(title ? { title } : {}),
    ...(before.honorific ? { honorific: before.honorific } : {}),
    ...(before.rank ? { rank: before.rank } : {}),
    ...(owner ? { owner } : {}),
  };
}

function attachedTitle(c: Context, found: Found, start: number): TitlePhrase | undefined {
  const { tokens, prose } = c.text;
  const atom = c.atomOf[start]!;
  if (start > 0) {
    const previous = tokens[start - 1]!;
    if (adjacent(prose, previous, tokens[start]!) && !previous.possessive) {
      const title = titleBefore(c.titles, atom, c.gazetteer);
      if (title) return title;
    } else if (found.end - found.start > 1 && /^, $/.test(prose.slice(previous.end, tokens[start]!.start)) && !previous.possessive) {
      const title = titleBefore(c.titles, atom, c.gazetteer);
      if (title && appositionHolds(c, found, title)) return title;
    }
  }
  const last = tokens[found.end - 1]!;
  if (last.possessive || found.end >= tokens.length) return undefined;
  const between = prose.slice(last.end, tokens[found.end]!.start);
  if (!/^(?:, | \(|, the | – | — )$/.test(between)) return undefined;
  const title = titleAfter(c.titles, c.atomOf[found.end]!, c.gazetteer);
  if (!title) return undefined;
  // the apposition ends with punctuation, the sentence, or a time of its own
  const rest = prose.slice(title.span.end);
  return /^(?:\s*$|[,.;:)]| – | — | until | since | from | in | at | and | who )/.test(rest) || LASTING.test(rest.slice(1)) || title.qualifier?.kind === 'then' ? title : undefined;
}

/** “Russia’s ambassador to NATO, Alexander Grushko, …”: the body is named and the name is set off by commas. */
function appositionHolds(c: Context, found: Found, title: TitlePhrase): boolean {
  const { prose } = c.text;
  const after = prose.slice(c.text.tokens[found.end - 1]!.end);
  // a title that one post alone has says itself whose it is: “the president of France”; else the article says that one is meant: “the president, Sebastián Piñera, left”
  const definite = /\b[Tt]he $/.test(prose.slice(Math.max(0, title.span.start - 4), title.span.start)) && /^(?:, (?!and\b|or\b)|[.;:)]|$)/.test(after) && found.given !== undefined;
  if (!title.state && !title.organization && title.posts.length !== 1 && !definite) return false;
  if (!/^(?:[,.;:)]|$)/.test(after)) return false;
  const next = c.text.tokens[found.end];
  return !(next && SAYING.has(next.folded) && after.startsWith(' '));
}

/** A possessive state or body before title or name: Norway’s Jens Stoltenberg. */
function ownerBefore(c: Context, atom: number, title: TitlePhrase | undefined): NameMention['owner'] {
  if (title?.state || title?.organization || atom === 0) return undefined;
  return c.owners.get(c.titles.atoms[atom - 1]!.end);
}
