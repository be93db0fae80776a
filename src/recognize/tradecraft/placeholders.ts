import type { Span } from '../../base/span';
import { MONTHS } from '../../english/lexicon';
import { HONORIFICS, TITLE_HEADS } from '../../english/lexicon';
import type { BlockText, PlaceholderMention } from '../model';
import { insideQuote } from '../quotations/quoted';

const PREFILTER = /T[KB]|XX|\[|<|\{|…|\.\.\.|_{3}|\?\?\?|[Ll]orem/;
const WORD = /(?<![\p{L}\p{N}.&/-])(TKTK|TK|TBC|TBD|XX+)(?:[,.]000)?(?![\p{L}\p{N}&]|[-/][\p{L}\p{N}]|[’'](?:s\b)?\p{L})/gu;
const BRACKET = /\[([^[\]\n]{1,90})\](?![([])/g;
const ANGLE = /<([a-z][^<>]{0,45})>/gi;
const FIELD = /\$\{\d{1,2}(?::[^{}]*|\|[^{}]*)?\}|\{\{[^{}]{1,40}\}\}/g;
/** “according to …”, “said on …, ” with nothing after: a source or a day that is still to come. */
const DOTS = /\b(?:[Aa]ccording to|[Aa]ttributed to|[Rr]epresented by|[Ll]ed by|[Cc]haired by|[Hh]eaded by|[Ss]igned by|[Ss]igned on|[Dd]ated)\s+(…|\.\.\.)(?=\s*(?:[.,;:)]|$))/g;
const RULE = /(?<![_\w])_{3,}(?![_\w])|(?<![?\w])\?{3,}|\b[Ll]orem ipsum\b/g;

/** Nouns that name what is still to be filled in, as templates have them. */
const FIELD_NOUNS = new Set((
  'name names surname date dates day month year time place venue location city town country capital title titles office rank post position number numbers amount figure total ' +
  'source sources publisher event issue topic topics subject party parties delegation head others owner action option indicator judgement judgment basis reason outcome summary ' +
  'reference rebuttal quotation quote objection argument answer interlocutor drafter addressee addressees force unit units link url text description details organization organisation ' +
  'ministry embassy minister ambassador official person speaker author email phone address deadline classification recommendation background assessment question questions line tags ' +
  'likelihood confidence level grade hedge caveat namesake point message step posts offices years text portion declassification verb term argument mark'
).split(' '));
const FIELD_WORDS = new Set('full first last other next previous main second and or of the by with your our name’s new event’s meeting person’s in script native long short exact key main for against members information action'.split(' '));
const LEADS = /^(?:insert|add|enter|fill in|complete|confirm|check|to come|to be (?:confirmed|added|completed|determined|supplied|decided)|your|tbc|tbd|tk|xx+|placeholder|n\.?n\.?)\b/i;
const QUESTION = /^(?:what|who|whose|whom|where|when|why|how|which)\b(?:\s+\S+){1,}/i;

/** Gaps left to fill (spec `placeholder-left`): words like TK and XX, bracketed field names, snippet fields, “according to …”. */
export function recognizePlaceholders(text: BlockText): PlaceholderMention[] {
  const { prose, block } = text;
  if (!PREFILTER.test(prose)) return [];
  const found: PlaceholderMention[] = [];
  const taken = new Uint8Array(prose.length);
  const add = (span: Span, kind: PlaceholderMention['kind'], word?: string): void => {
    if (taken[span.start] === 1 || taken[span.end - 1] === 1) return;
    taken.fill(1, span.start, span.end);
    found.push({ span, kind, ...(word ? { word } : {}), quoted: block.quoted || (insideQuote(block.quotes, span) && !isWholeQuote(prose, span)) });
  };
  for (const m of prose.matchAll(FIELD)) add({ start: m.index, end: m.index + m[0].length }, 'gap');
  for (const m of prose.matchAll(BRACKET)) {
    const span = { start: m.index, end: m.index + m[0].length };
    // “[name]: https://…” at the start of a line defines a link
    if (prose[span.end] === ':' && prose.slice(0, span.start).trim() === '') continue;
    if (isField(m[1]!) || (block.kind === 'cell' && prose.trim() === m[0] && isLabel(m[1]!))) add(span, 'gap');
  }
  for (const m of prose.matchAll(ANGLE)) if (isField(m[1]!)) add({ start: m.index, end: m.index + m[0].length }, 'gap');
  for (const m of prose.matchAll(DOTS)) {
    const end = m.index + m[0].length;
    add({ start: end - m[1]!.length, end }, 'gap');
  }
  for (const m of prose.matchAll(RULE)) add({ start: m.index, end: m.index + m[0].length }, 'gap');
  for (const m of prose.matchAll(WORD)) {
    const word = m[1]!;
    const span = { start: m.index, end: m.index + m[0].length };
    if (word.startsWith('XX') && !m[0].includes('000') && isNumeral(prose, span)) continue;
    if (word === 'TK' && isCode(prose, span)) continue;
    add(span, 'word', word);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** “[quotation],”: the words of somebody that are still to come, not an editor's insertion into them. */
function isWholeQuote(prose: string, span: Span): boolean {
  return /[“"‘]$/.test(prose.slice(0, span.start)) && /^[,.]?[”"’]/.test(prose.slice(span.end));
}

/** Field names and instructions, not an editor's insertion ([the Russian side]), a citation ([1]) or [sic]. */
function isField(inner: string): boolean {
  const words = inner.trim();
  if (LEADS.test(words) || (QUESTION.test(words) && words.split(/\s+/).length >= 3)) return true;
  const parts = words.toLowerCase().split(/[\s,/]+/).filter(Boolean);
  return parts.length <= 6 && parts.some(p => FIELD_NOUNS.has(p)) && parts.every(p => FIELD_NOUNS.has(p) || FIELD_WORDS.has(p));
}

/** A cell that holds nothing but words in brackets. */
function isLabel(inner: string): boolean {
  return /^[\p{L}][\p{L} ,’'-]{1,60}$/u.test(inner.trim()) && !/^(?:sic|redacted|blank|none|not applicable|empty|see \w+|note|nil|withheld)\b/i.test(inner.trim());
}

/** An airline's code (flight TK 1951, Turkish Airlines (TK)) and firms of that name. */
function isCode(prose: string, span: Span): boolean {
  const before = prose.slice(Math.max(0, span.start - 24), span.start);
  const after = prose.slice(span.end, span.end + 12);
  return /^\s+(?:Maxx|Elevator)\b/.test(after) || (/\b(?:[Ff]lights?|FLIGHTS?)\s+(?:\p{Ll}+\s+)?$/u.test(before) && /^\s?\d/.test(after)) || /\b(?:Airlines?|Airways)\s+\($/.test(before);
}

const NUMERAL = '[IVXLC]+';
const NUMERAL_BEFORE = new RegExp(`\\b(?!X{2,}\\b)${NUMERAL}(?:,?\\s+(?:and|or|to)\\s+|,\\s+|[-–])$`);
const NUMERAL_AFTER = new RegExp(`^(?:,?\\s+(?:and|or|to)\\s+|,\\s+|[-–])(?!X{2,}\\b)${NUMERAL}\\b`);
/** “the Twentieth (XX) Army”. */
const GLOSSED = /\b(?:\p{L}+ieth|\d{1,2}(?:st|nd|rd|th)|[Tt]wenty|[Tt]hirty)\s+(?:\p{L}+\s+)?\($/u;
/** What is numbered so, also where it begins a sentence. */
const NUMBERED = /\b(?:Articles?|Chapters?|Parts?|Titles?|Annex(?:es)?|Sections?|Volumes?|Books?|Protocols?|Schedules?|Appendix|Tables?|Acts?|Clauses?|Cantos?)\s+$/;

/** XX and XXX are twenty and thirty after a name and before a noun with a capital (XX Congress, Super Bowl XXX, Article XX). */
function isNumeral(prose: string, span: Span): boolean {
  const lead = prose.slice(Math.max(0, span.start - 30), span.start);
  if (NUMERAL_BEFORE.test(lead) || NUMERAL_AFTER.test(prose.slice(span.end, span.end + 16)) || GLOSSED.test(lead) || NUMBERED.test(lead) || /\bchromosom/i.test(prose)) return true;
  const before = /([\p{L}’'.-]+),?\s+$/u.exec(prose.slice(Math.max(0, span.start - 30), span.start))?.[1];
  const after = /^\s+(\p{L}[\p{L}’'-]*)/u.exec(prose.slice(span.end, span.end + 30))?.[1];
  if (after && (/^(?:century|centuries|chromosomes?|congress|session|edition|anniversary|corps|army|division)$/i.test(after) || (/^\p{Lu}/u.test(after) && !MONTHS.has(after.toLowerCase()) && before?.toLowerCase() !== 'on'))) {
    return !/^(?:Russian|Ukrainian|American|British|French|German|Chinese|Iranian|Turkish|Polish)$/.test(after);
  }
  if (!before || !/^\p{Lu}/u.test(before)) return false;
  const folded = before.toLowerCase().replace(/\.$/, '');
  if (HONORIFICS.has(folded) || TITLE_HEADS.has(folded)) return false;
  // a capital that only begins the sentence says nothing
  return !/(?:^|[.!?]\s+)$/.test(prose.slice(0, Math.max(0, span.start - before.length - 1)));
}
