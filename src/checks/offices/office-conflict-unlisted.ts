import type { Analysis, ResolvedName } from '../../analysis/model';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { action, replace } from '../../findings/fixes';
import { RANKS } from '../../english/lexicon';
import { wordsOf } from '../../english/phrases';
import { titleWords } from '../../gazetteer/tables/titles';
import { defineCheck, grouped, type Report } from '../run/check';
import { lineOf, quote, textOf } from '../wording/wording';

interface Appearance {
  readonly name: ResolvedName;
  /** Title or rank as written, and where. */
  readonly span: Span;
  readonly written: string;
  readonly kind: 'title' | 'rank';
  readonly words: readonly string[];
  readonly body: string | undefined;
}

/** Words that make a lower office of a title. */
const LOWER = new Set(['deputy', 'vice', 'assistant', 'associate', 'junior']);
/** Offices of which nobody has two at a time, by their head word. */
const SOLE = new Set(['minister', 'chancellor', 'mayor', 'premier', 'king', 'queen', 'emir', 'sultan', 'pope']);
/** What in the sentence explains two offices: a time, a change, a second office. */
const EXPLAINED = /\b(?:former(?:ly)?|ex|now|also (?:the|an?|as|acting|serves?|deputy|minister)|acting|interim|promot\w+|appoint\w+|became|becomes?|becoming|named|until|since|previous(?:ly)?|later (?:the|an?|as|made|promoted|deputy|minister)|newly|new (?:\p{L}+ ){0,2}(?:minister|president|chief|head|secretary|commander|mayor|director)|successor|succeed\w*|replac\w+|incoming|outgoing|elect|designate|at the time|both|concurrently|doubles?|retired|once|formerly|swore|sworn|resign\w*|demot\w+|elected|elevated)\b/iu;

/** Somebody whom no record knows, with two offices or ranks that exclude each other. */
export const officeConflictUnlisted = defineCheck({
  id: 'office-conflict-unlisted',
  group: 'offices',
  title: 'Two offices of an unrecorded person',
  severity: 'information',
  look: grouped('names', writtenName),
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const seen = new Map<string, Appearance[]>();
    const reported = new Set<string>();
    for (const name of analysis.names) {
      const appearance = appearanceOf(analysis, name);
      if (!appearance) continue;
      const key = writtenName(name);
      const there = seen.get(key) ?? [];
      const other = reported.has(key) ? undefined : there.find(a => exclude(a, appearance));
      if (other && !explained(analysis, other.name) && !explained(analysis, name)) {
        reported.add(key);
        yield report(analysis, other, appearance);
      }
      // one bearer of each title is enough to compare with
      if (!there.some(a => a.words.join(' ') === appearance.words.join(' '))) seen.set(key, [...there, appearance]);
    }
  },
});

function appearanceOf(analysis: Analysis, name: ResolvedName): Appearance | undefined {
  const { mention } = name;
  if (name.person || name.quoted || mention.exact.length > 0 || mention.near.some(n => n.given !== 'other') || !mention.given || mention.label || mention.sic) return undefined;
  const { title, rank } = mention;
  if (title?.qualifier || (!title && !rank)) return undefined;
  const block = analysis.blockOf(name);
  if (block.section.kind === 'sources' || block.kind === 'alt') return undefined;
  const at = block.span.start;
  if (rank) {
    const full = RANKS.get(fold(rank.text).replace(/\./g, ''));
    return full === undefined ? undefined : { name, span: shift(rank.span, at), written: textOf(analysis, shift(rank.span, at)), kind: 'rank', words: full.split(' '), body: undefined };
  }
  const span = shift(title!.core, at);
  return { name, span, written: textOf(analysis, span), kind: 'title', words: titleWords(wordsOf(title!.text)), body: title!.organization?.id ?? title!.state?.id };
}

function exclude(a: Appearance, b: Appearance): boolean {
  if (a.kind !== b.kind || a.words.join(' ') === b.words.join(' ')) return false;
  if (a.kind === 'rank') return !sameAddress(a.words, b.words);
  if (a.body !== undefined && b.body !== undefined && a.body !== b.body) return false;
  const [plainA, plainB] = [without(a.words), without(b.words)];
  const [depthA, depthB] = [depth(a.words), depth(b.words)];
  // a grade apart: “deputy minister” and “minister”, “deputy assistant secretary” and “assistant secretary”
  if (depthA !== depthB) return headOf(plainA) === headOf(plainB) && suits(plainA, plainB);
  // two ministers' portfolios: “foreign minister”, “defence minister”
  return depthA === 0 && SOLE.has(headOf(a.words)) && SOLE.has(headOf(b.words)) && a.words.length > 1 && b.words.length > 1 && !suits(a.words, b.words);
}

function without(words: readonly string[]): string[] {
  return words.filter(w => !LOWER.has(w) && w !== 'first' && w !== 'principal');
}

/** How many grades below the office itself: 1 for “deputy minister”, 2 for “deputy assistant secretary”. */
function depth(words: readonly string[]): number {
  return words.filter(w => LOWER.has(w)).length;
}

/** The noun that the title is of: before “of”, else the last word. */
function headOf(words: readonly string[]): string {
  const of = words.indexOf('of');
  return words[(of > 0 ? of : words.length) - 1] ?? '';
}

/** Whether one title can be the short form of the other: “minister” of “minister of defence”. */
function suits(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const rest = new Set(long);
  return short.every(w => rest.has(w));
}

/** The short form of address of a grade is no other grade: “General” of a lieutenant general, “Brigadier” of a brigadier general. */
function sameAddress(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length !== 1) return short.join(' ') === long.join(' ');
  return short[0] === headOf(long) || (short[0] === 'brigadier' && long[0] === 'brigadier');
}

/** The sentence says how the two go together, or a second office follows the title. */
function explained(analysis: Analysis, name: ResolvedName): boolean {
  if (name.on?.explicit) return true;
  const block = analysis.blockOf(name);
  const { span, title } = name.mention;
  const sentence = block.sentences.find(s => s.start <= span.start && span.start < s.end);
  const said = sentence ? block.prose.slice(sentence.start, sentence.end) : block.prose;
  if (EXPLAINED.test(said)) return true;
  if (!title) return false;
  return /^,? and\b/.test(block.prose.slice(title.span.end, title.span.end + 8)) || /\band (?:the |a )?$/.test(block.prose.slice(Math.max(0, title.span.start - 10), title.span.start));
}

function report(analysis: Analysis, first: Appearance, other: Appearance): Report {
  const at = analysis.blockOf(other.name).span.start;
  const title = other.name.mention.title;
  const start = title?.position === 'before' ? shift(title.span, at).start : other.span.start;
  const line = lineOf(analysis, first.span.start);
  const here = quote(other.written);
  const there = quote(first.written);
  const fixes: Fix[] = [
    replace(`Use ${there}`, other.span, cased(first.written, other.written)),
    replace(`Use ${here} on line ${line}`, first.span, cased(other.written, first.written)),
    action('Go to the other mention', { kind: 'go-to', span: first.name.span }),
  ];
  const surface = other.name.mention.surface.replace(/\s+/g, ' ');
  return {
    span: { start: Math.min(start, other.name.span.start), end: Math.max(other.name.span.end, other.span.end) },
    message: `${surface} is ${there} on line ${line} and ${here} here: which is right?`,
    related: [{ span: first.span, message: `${there} here` }],
    fixes,
  };
}

/** A title takes the first letter's case of the one that it replaces. */
function cased(text: string, like: string): string {
  const first = like[0] ?? '';
  const lower = first === first.toLowerCase();
  return (lower ? text[0]!.toLowerCase() : text[0]!.toUpperCase()) + text.slice(1);
}

function writtenName(name: ResolvedName): string {
  return fold(name.mention.surface).replace(/\s+/g, ' ');
}
