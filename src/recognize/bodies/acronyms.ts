import { contains, firstFrom, type Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { AcronymMention, BlockText, OrganizationMention } from '../model';
import type { Token } from '../../english/tokens';
import { nameIndexOf } from '../names/name-index';
import { beginsFirm } from './firms';
import { bodyIndexOf } from './organization-index';
import { insideQuote } from '../quotations/quoted';

/** BTG, MoD, PhD: capitals, with one small letter after the first at most. */
const FORM = /^[A-Z][a-z]?[A-Z]+$/;
const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** Longer words in capitals are words or names in capitals, unless a record knows them. */
const LONGEST_UNKNOWN = 6;

/**
 * Acronyms of one block, each with its expansion where that stands beside it: “Collective Security Treaty
 * Organization (CSTO)”, “CSTO (…)”, “CSTO: …” and “CSTO – …” at the start of an entry.
 */
export function recognizeAcronyms(text: BlockText, gazetteer: Gazetteer, organizations: readonly OrganizationMention[]): AcronymMention[] {
  const { tokens, block } = text;
  const bodies = bodyIndexOf(gazetteer);
  const names = nameIndexOf(gazetteer);
  let shouted: boolean | undefined;
  const mentions: AcronymMention[] = [];
  for (const atom of text.atoms) {
    const token = tokens[atom.token]!;
    if (token.text === token.folded || (!token.capital && !/[A-Z]/.test(token.text))) continue;
    const written = text.prose.slice(atom.start, atom.end);
    const plain = written.includes('.') ? written.replace(/\./g, '') : written;
    const acronym = /^[A-Z]{2,}s$/.test(plain) ? plain.slice(0, -1) : plain;
    if (!FORM.test(acronym) || /\d/.test(token.text) || ROMAN.test(acronym)) continue;
    if (block.speaker && contains(block.speaker.span, atom)) continue;
    if (glued(text.prose, atom) || beginsFirm(text.prose, atom.end)) continue;
    const folded = acronym.toLowerCase();
    if (!bodies.knownCapital(folded)) {
      if (acronym.length > LONGEST_UNKNOWN || gazetteer.isWord(folded) || names.known(folded)) continue;
      shouted ??= isShouted(tokens);
      if (shouted) continue;
    }
    const expansion = expansionOf(text, atom, acronym, organizations, bodies.knownCapital(folded));
    mentions.push({
      span: { start: atom.start, end: atom.end },
      acronym,
      ...(expansion ? { expansion } : {}),
      quoted: block.quoted || insideQuote(block.quotes, atom),
    });
  }
  return mentions;
}

/** Whether the block is written in capitals: a heading, a cable. */
function isShouted(tokens: readonly Token[]): boolean {
  const words = tokens.filter(token => /\p{L}{2}/u.test(token.text));
  return words.length >= 3 && words.filter(token => token.allCaps).length * 2 > words.length;
}

/** Part of a marking or a reference rather than a word of its own (TLP:AMBER). */
function glued(prose: string, at: Span): boolean {
  return /^[:_@#]\w/.test(prose.slice(at.end, at.end + 2)) || /\w[:_@#]$/.test(prose.slice(Math.max(0, at.start - 2), at.start));
}

const startOf = (mention: OrganizationMention): number => mention.span.start;

interface Expansion {
  readonly text: string;
  readonly span: Span;
}

function expansionOf(text: BlockText, at: Span, acronym: string, organizations: readonly OrganizationMention[], recorded: boolean): Expansion | undefined {
  const { prose } = text;
  const before = prose.slice(Math.max(0, at.start - 240), at.start);
  const opening = /\((?:(?:the|or|hereafter|hereinafter|also known as|abbreviated(?: as| to)?|in short) )?["“‘']?(?:the )?$/i.exec(before);
  if (opening && /^["”’']?s?[^()]{0,40}\)/.test(prose.slice(at.end, at.end + 48))) {
    const end = at.start - opening[0].length;
    return namedBefore(text, end, organizations) ?? lettersBefore(text, end, acronym) ?? (recorded ? undefined : phraseBefore(prose, end));
  }
  const after = prose.slice(at.end, at.end + 240);
  const bracket = /^ ?\(([^()]{4,200})\)/.exec(after);
  if (bracket) {
    const start = at.end + bracket[0].indexOf('(') + 1;
    const words = bracket[1]!;
    if (spells(acronym, words)) return { text: words, span: { start, end: start + words.length } };
    const named = organizations.slice(firstFrom(organizations, start, startOf), firstFrom(organizations, start + words.length, startOf)).find(mention => mention.form !== 'acronym');
    if (named) return { text: named.surface, span: named.span };
  }
  // An entry of a list of abbreviations begins with it.
  if (prose.slice(0, at.start).trim() === '') {
    const entry = /^ ?(?:[:=]| [–—-]|\t| {2,}) +([^.;:\n]{4,200})/.exec(after);
    const words = entry?.[1]!.trimEnd();
    if (entry && words) {
      const start = at.end + entry[0].length - entry[1]!.length;
      const named = organizations.slice(firstFrom(organizations, start, startOf), firstFrom(organizations, start + 5, startOf)).some(mention => mention.form !== 'acronym');
      if (named || spells(acronym, words)) return { text: words, span: { start, end: start + words.length } };
    }
  }
  return undefined;
}

function namedBefore(text: BlockText, end: number, organizations: readonly OrganizationMention[]): Expansion | undefined {
  const named = organizations[firstFrom(organizations, end, startOf) - 1];
  const stands = named && named.form !== 'acronym' && named.form !== 'short' && /^(?:['’]s)?\s*$/.test(text.prose.slice(named.span.end, end)) && named.span.end <= end;
  return stands ? { text: named.surface, span: named.span } : undefined;
}

/** “the Liberian rebels (LURD)”: what no record has may be the letters of another language, and the words before it say what it is. */
function phraseBefore(prose: string, end: number): Expansion | undefined {
  const run = /(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+)((?:\p{Lu}[\p{L}’'-]*\s+)(?:[\p{L}’'-]+\s+){0,4}[\p{L}’'-]*\p{L})\s*$/u.exec(prose.slice(Math.max(0, end - 120), end));
  if (!run) return undefined;
  const start = Math.max(0, end - 120) + run.index + run[0].indexOf(run[1]!);
  return { text: run[1]!, span: { start, end: start + run[1]!.length } };
}

/** The words before an offset whose letters spell the acronym: the shortest run, as Schwartz and Hearst (2003) find it. */
function lettersBefore(text: BlockText, end: number, acronym: string): Expansion | undefined {
  const words: Token[] = [];
  const most = Math.min(acronym.length + 5, acronym.length * 2);
  for (let i = firstFrom(text.tokens, end, token => token.start) - 1; i >= 0 && words.length < most; i--) {
    const token = text.tokens[i]!;
    if (token.end > end) continue;
    if (/[.;:!?()]/.test(text.prose.slice(token.end, words[0]?.start ?? end))) break;
    words.unshift(token);
  }
  for (let from = words.length - 2; from >= 0; from--) {
    const start = words[from]!.start;
    const run = text.prose.slice(start, end).trimEnd();
    if (spells(acronym, run)) return { text: run, span: { start, end: start + run.length } };
  }
  return undefined;
}

/** Whether words spell an acronym: its letters in order, the first beginning the first word, most of them beginning words. */
function spells(acronym: string, words: string): boolean {
  const letters = [...acronym.toLowerCase()];
  if (words.includes(acronym)) return false;
  const lower = words.toLowerCase().replace(/[^\p{L}\p{N}\s-]/gu, ' ');
  if (lower[0] !== letters[0] || words.trim().split(/[\s-]+/).length < 2) return false;
  let at = lower.length - 1;
  let initials = 0;
  for (let i = letters.length - 1; i >= 0; i--) {
    const begins = (k: number): boolean => k === 0 || /[\s-]/.test(lower[k - 1]!);
    let found = -1;
    for (let k = at; k >= 0; k--) {
      if (lower[k] !== letters[i]) continue;
      if (begins(k)) {
        found = k;
        break;
      }
      if (found < 0 && i > 0) found = k;
    }
    if (i === 0) found = at >= 0 && lower[0] === letters[0] ? 0 : -1;
    if (found < 0) return false;
    if (begins(found)) initials++;
    at = found - 1;
  }
  return initials * 3 >= letters.length * 2;
}
