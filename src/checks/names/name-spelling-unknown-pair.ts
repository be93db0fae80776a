import { pairKey } from '../../analysis/who/choices';
import type { Analysis, ResolvedName } from '../../analysis/model';
import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import { action, replace } from '../../findings/fixes';
import { RANKS } from '../../english/lexicon';
import { genderPair, nameIndexOf } from '../../recognize/names/name-index';
import { titleWords } from '../../gazetteer/tables/titles';
import { wordsOf } from '../../english/phrases';
import { defineCheck, type Report, sight } from '../run/check';
import { likeCase, lineOf, quote } from '../wording/wording';

interface Stranger {
  readonly name: ResolvedName;
  readonly family: string;
  readonly folded: string;
  readonly given: string | undefined;
  readonly span: Span;
  /** Title or rank, in compared form. */
  readonly standing: string | undefined;
  /** The surname is somebody's whom a record knows. */
  readonly recorded: boolean;
}

/** Two near-identical spellings of somebody whom no record knows. A lone unknown name is never flagged. */
export const nameSpellingUnknownPair = defineCheck({
  id: 'name-spelling-unknown-pair',
  group: 'names',
  title: 'Two spellings of an unrecorded person',
  severity: 'information',
  options: { minLength: 6, withGivenName: 4 },
  *run(analysis, options): Iterable<Report> {
    const strangers = analysis.seen(strangersIn);
    const byKey = new Map<string, Stranger[]>();
    const reported = new Set<string>();
    const count = new Map<string, number>();
    for (const s of strangers) count.set(s.folded, (count.get(s.folded) ?? 0) + 1);
    for (const later of strangers) {
      const keys = keysOf(later.folded);
      const partner = keys.flatMap(key => byKey.get(key) ?? []).find(earlier => isPair(analysis, earlier, later, options));
      if (partner) {
        const [right, wrong] = (count.get(later.folded)! > count.get(partner.folded)!) ? [later, partner] : [partner, later];
        const pair = [right.folded, wrong.folded].join('|');
        if (!reported.has(pair)) {
          reported.add(pair);
          yield report(analysis, right, wrong);
        }
      }
      for (const key of keys) {
        const there = byKey.get(key);
        // the first few bearers of a spelling suffice: a pair is reported once
        if (!there) byKey.set(key, [later]);
        else if (there.length < 4 || later.given !== undefined && there.length < 12) there.push(later);
      }
    }
  },
});

const strangersIn = sight(function* (analysis, _block) {
  for (const name of analysis.names) {
    const stranger = strangerOf(analysis, name);
    if (stranger) yield stranger;
  }
});

function strangerOf(analysis: Analysis, name: ResolvedName): Stranger | undefined {
  const { mention } = name;
  if (name.person || mention.exact.length > 0 || mention.compound || mention.sic) return undefined;
  const block = analysis.blockOf(name);
  if (block.kind === 'alt' || block.section.kind === 'sources') return undefined;
  const span = shift(mention.family, block.span.start);
  const family = mention.surface.slice(mention.family.start - mention.span.start, mention.family.end - mention.span.start);
  const folded = fold(family);
  if (/[^\p{L}'’ -]/u.test(folded)) return undefined;
  const recorded = nameIndexOf(analysis.gazetteer).known(folded);
  // a recorded surname by itself is its bearer's; after a given name that no bearer has it is a stranger's
  if (recorded && !mention.given) return undefined;
  const given = mention.given ? fold(mention.surface.slice(mention.given.start - mention.span.start, mention.given.end - mention.span.start)) : undefined;
  const rank = mention.rank ? RANKS.get(fold(mention.rank.text).replace(/\./g, '')) : undefined;
  const title = mention.title ? titleWords(wordsOf(mention.title.text)).join(' ') : undefined;
  const standing = rank ?? title ?? (mention.honorific ? fold(mention.honorific.text) : undefined);
  if (given === undefined && standing === undefined && isElse(block.prose, mention.span)) return undefined;
  return { name, family, folded, given, span, standing, recorded };
}

/** “in Kingston”, “from Kingston, Jamaica”, “Hamiltone, a firm in Kent”: a bare word where a place stands, or one that the text explains anew. */
function isElse(prose: string, { start, end }: Span): boolean {
  return /^, an? /.test(prose.slice(end, end + 5)) || /\b(?:in|at|near|into|inside|outside|around|across|throughout|via)\s+$/i.test(prose.slice(Math.max(0, start - 12), start))
    || /^, \p{Lu}[\p{L}-]+(?:[.;]|,| (?:and|on|was|is|has|were)\b)/u.test(prose.slice(end, end + 40)) && /\b(?:from|to|for|of)\s+$/i.test(prose.slice(Math.max(0, start - 12), start));
}

function keysOf(word: string): string[] {
  const keys = [word];
  for (let i = 0; i < word.length && i < 24; i++) keys.push(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

function isPair(analysis: Analysis, a: Stranger, b: Stranger, options: { minLength: number; withGivenName: number }): boolean {
  if (a.folded === b.folded || genderPair(a.folded, b.folded)) return false;
  // both are surnames in use: Salem and Saleh are two men
  if (a.recorded && b.recorded) return false;
  if (analysis.choices.distinctPairs.has(pairKey(a.family, b.family))) return false;
  const known = analysis.choices.knownNames;
  if (known.has(a.folded) || known.has(b.folded) || known.has(fold(a.name.mention.surface)) || known.has(fold(b.name.mention.surface))) return false;
  const sameGiven = a.given !== undefined && a.given === b.given;
  if (a.given !== undefined && b.given !== undefined && !sameGiven) return false;
  // somebody must be seen to be a person: a given name, a title or a rank on one side at least
  if (a.given === undefined && b.given === undefined && (a.standing === undefined || a.standing !== b.standing)) return false;
  if (a.standing !== undefined && b.standing !== undefined && a.standing !== b.standing && !sameGiven) return false;
  const shortest = Math.min(a.folded.length, b.folded.length);
  if (shortest < (sameGiven ? options.withGivenName : options.minLength - 1)) return false;
  if (!sameGiven && Math.max(a.folded.length, b.folded.length) < options.minLength) return false;
  if (a.folded + 's' === b.folded || b.folded + 's' === a.folded) return false;
  return alignmentDistance(a.folded, b.folded, 1) === 1;
}

/** A spelling taken from a line in capitals is written as names are. */
function asName(right: string, wrong: string): string {
  const shouted = right === right.toUpperCase() && wrong !== wrong.toUpperCase();
  return shouted ? right.toLowerCase().replace(/(^|[-' ’])\p{L}/gu, c => c.toUpperCase()) : likeCase(wrong, right);
}

function report(analysis: Analysis, right: Stranger, wrong: Stranger): Report {
  return {
    span: wrong.span,
    mention: wrong.name.span,
    message: `${quote(wrong.family)} here, ${quote(right.family)} on line ${lineOf(analysis, right.span.start)}: same person?`,
    related: [{ span: right.span, message: `${quote(right.family)} here` }],
    fixes: [
      replace(`Change to ${quote(asName(right.family, wrong.family))}`, wrong.span, asName(right.family, wrong.family)),
      replace(`Change the other to ${quote(wrong.family)}`, right.span, likeCase(right.family, wrong.family)),
      action('They are different people: remember both…', { kind: 'remember', text: wrong.family, with: right.family }),
    ],
  };
}
