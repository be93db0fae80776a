import type { Analysis, ResolvedName } from '../../analysis/model';
import { fold } from '../../base/fold';
import type { Block, Section } from '../../document/model';
import { replace } from '../../findings/fixes';
import { withoutArticle } from '../../english/lexicon';
import { nameIndexOf } from '../../recognize/names/name-index';
import { defineCheck, grouped, type Report } from '../run/check';
import { lineOf, listed, quote } from '../wording/wording';

/** Somebody written in full in a section. */
interface Bearer {
  /** Given names, folded. */
  readonly given: string;
  readonly person: string | undefined;
  readonly name: ResolvedName;
  /** The last block in which the full name stands. */
  readonly last: Block;
}

/** A bare surname after two people of that name were introduced in the same section. */
export const nameAmbiguousSurname = defineCheck({
  id: 'name-ambiguous-surname',
  group: 'names',
  title: 'Surname of two people',
  severity: 'information',
  look: grouped('names', name => withoutArticle(name.mention.familyFolded)),
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const bearers = new Map<string, Bearer[]>();
    const reported = new Set<string>();
    let section: Section | undefined;
    for (const name of analysis.names) {
      const block = analysis.blockOf(name);
      const kind = block.section.kind;
      if (block.kind === 'alt' || kind === 'sources' || name.mention.compound || name.mention.label) continue;
      if (block.section !== section) {
        section = block.section;
        bearers.clear();
      }
      const key = withoutArticle(name.mention.familyFolded);
      const there = bearers.get(key) ?? [];
      if (name.mention.given) {
        const bearer = bearerOf(name);
        if (!isGiven(analysis, bearer)) continue;
        const again = there.some(b => isOne(b, bearer));
        bearers.set(key, again ? there.map(b => (isOne(b, bearer) ? { ...b, last: name.block } : b)) : [...there, bearer]);
        continue;
      }
      if (there.length < 2 || reported.has(key) || told(analysis, name, there) || STYLE.test(block.prose.slice(Math.max(0, name.mention.span.start - 24), name.mention.span.start)) || block.kind === 'heading' || block.kind === 'cell') continue;
      const open = stillOpen(there, name);
      if (open.length < 2 || !open.some(b => seenPerson(analysis, b)) || named(block.prose, name)) continue;
      reported.add(key);
      yield report(analysis, name, open);
    }
  },
});

function bearerOf(name: ResolvedName): Bearer {
  const { mention } = name;
  const given = mention.surface.slice(mention.given!.start - mention.span.start, mention.given!.end - mention.span.start);
  return { given: fold(given).replace(/\./g, ''), person: name.person?.id, name, last: name.block };
}

/** A patronymic, a firm's words or an abbreviation before a surname is no given name. */
function isGiven(analysis: Analysis, bearer: Bearer): boolean {
  if (bearer.person !== undefined) return true;
  const { surface, family, span, familyFolded } = bearer.name.mention;
  const written = surface.slice(family.start - span.start, family.end - span.start);
  if (familyFolded.length < 3 || (written === written.toUpperCase() && written.length <= 5)) return false;
  const words = bearer.given.split(' ');
  if (words.length === 1 && /(?:[oe]vich|[oe]vna|[oe]vych)$/.test(words[0]!)) return false;
  return nameIndexOf(analysis.gazetteer).isGiven(words[0]!) || words.every(w => w.length === 1 || !analysis.gazetteer.isWord(w));
}

/** Recorded, or behind a title, a rank or an honorific, or with a given name that the records know: a person for certain. */
function seenPerson(analysis: Analysis, bearer: Bearer): boolean {
  const { title, rank, honorific } = bearer.name.mention;
  return bearer.person !== undefined || title !== undefined || rank !== undefined || honorific !== undefined || nameIndexOf(analysis.gazetteer).isGiven(bearer.given.split(' ')[0]!);
}

/** “the younger Barzani”: the word between article and surname tells which one is meant. */
const TELLING = /\b(?:the|an?)\s+(?:(?:\p{L}+er|late|other|former|first|second|new|old|young|senior|junior|whole|entire|same|\p{L}+-\p{L}+)\s+)?$/iu;
const OF_NAME = /^(?:\s+(?:family|families|brothers|sisters|administration|government|campaign|case|clan|era|presidency|years)\b|-)/iu;

/** “the Kennedy Forum”, “the Whelan family”: the surname names something else. In a line of capitals the next capital says nothing. */
function named(prose: string, name: ResolvedName): boolean {
  const { start, end } = name.mention.span;
  const rest = prose.slice(end, end + 18);
  const shouted = name.mention.surface === name.mention.surface.toUpperCase() && /^\s+\p{Lu}{2}/u.test(rest);
  return TELLING.test(prose.slice(Math.max(0, start - 24), start)) || OF_NAME.test(rest) || (!shouted && /^\s+\p{Lu}/u.test(rest));
}

/** One person written in two ways: with initials, with a middle name, with a variant that the record has. */
function isOne(a: Bearer, b: Bearer): boolean {
  if (a.person !== undefined && a.person === b.person) return true;
  const [x, y] = [a.given.split(' ')[0]!, b.given.split(' ')[0]!];
  if (a.person !== undefined && b.person !== undefined) return false;
  return x.startsWith(y) || y.startsWith(x);
}

/** Styles of clergy and of royal houses, which are no honorifics of everybody: “Ayatollah Khamenei”, “Prince Faisal”. */
const STYLE = /(?<![\p{L}-])(?:Ayatollah|Imam|Mullah|Mufti|Hojatoleslam|Patriarch|Metropolitan|Archbishop|Bishop|Cardinal|Rabbi|Pope|King|Queen|Prince|Princess|Emir|Sultan)\s+$/u;

/** A rank, a title or a possessive country tells which of them is meant, and so does an honorific that fits one alone. */
function told(analysis: Analysis, name: ResolvedName, bearers: readonly Bearer[]): boolean {
  const { title, honorific, rank, owner, exact } = name.mention;
  if (title !== undefined || rank !== undefined || owner !== undefined || exact.some(m => m.part !== 'family')) return true;
  if (honorific === undefined) return false;
  const gender = genderOf(fold(honorific.text));
  return gender === undefined || !bearers.every(b => b.person !== undefined && analysis.gazetteer.person(b.person)?.gender === gender);
}

/** Of Mr, Mrs and Ms; every other honorific belongs to somebody in particular. */
function genderOf(honorific: string): 'male' | 'female' | undefined {
  if (/^mr\.?$/.test(honorific)) return 'male';
  return /^(?:ms|mrs|miss)\.?$/.test(honorific) ? 'female' : undefined;
}

/** In the paragraph of the surname one bearer alone may have been named: that one is meant. */
function stillOpen(bearers: readonly Bearer[], name: ResolvedName): readonly Bearer[] {
  const here = bearers.filter(b => b.last === name.block);
  return here.length === 1 ? here : bearers;
}

function report(analysis: Analysis, name: ResolvedName, bearers: readonly Bearer[]): Report {
  const surfaces = bearers.map(b => b.name.mention.surface.replace(/\s+/g, ' '));
  return {
    span: name.span,
    message: `Which ${name.mention.surface}? ${listed(surfaces)} are ${bearers.length === 2 ? 'both' : 'all'} introduced in this section.`,
    related: bearers.map((b, i) => ({ span: b.name.span, message: `${quote(surfaces[i]!)} on line ${lineOf(analysis, b.name.span.start)}` })),
    fixes: surfaces.map(surface => replace(`Change to ${quote(surface)}`, name.span, surface)),
  };
}
