import type { BlockText, ListCountMention } from '../model';
import { insideQuote } from '../quotations/quoted';

const UNITS = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const NOUN = '(?:options?|points?|reasons?|demands?|conditions?|steps?|issues?|questions?|elements?|priorities|priority|objectives?|aims?|goals?|recommendations?|scenarios?|proposals?|measures?|tasks?|risks?|factors?|topics?|areas?|phases?|stages?|pillars?|principles?|lines?|messages?|indicators?|courses of action|arguments?|concerns?|requests?|requirements?|findings?|judge?ments?|themes?|items?|things?|ways?|possibilities|possibility|choices?|obstacles?|challenges?|components?|parts?|outcomes?|results?|commitments?|guarantees?|criteria|criterion|assumptions?|consequences?|problems?|categories|category|groups?|parties|delegations?|meetings?|sites?|countries|states?|members?|candidates?|documents?|drafts?|treaties|agreements?|annexes|actions?|lessons?|gaps?|unknowns?|red lines?|asks?|deliverables?|formats?|channels?|rounds?|trends?|drivers?|features?|reservations?|objections?|amendments?|sanctions packages|packages?|tracks?|baskets?|ideas?|suggestions?|observations?|remarks?|changes?|reforms?|pledges?|promises?|threats?|dangers?|implications?|takeaways?|caveats?|provisions?|decisions?|signs?|advantages|disadvantages|drawbacks|targets?|projects?)';
/** number, at most three words, a noun that lists have, at most six words without a number or comma, and the colon that ends the block. */
const BEFORE_LIST = new RegExp(`(?<![\\p{L}\\p{N}.,-])(${UNITS.join('|')}|\\d{1,2})\\s+(?:[\\p{L}’'-]+\\s+){0,3}?${NOUN}(?:\\s+[\\p{L}’'-]+){0,6}\\s*:\\s*$`, 'iu');
const IN_PROSE = new RegExp(`(?<![\\p{L}\\p{N}.,-])(${UNITS.join('|')}|\\d{1,2})\\s+(?:[\\p{L}’'-]+\\s+){0,3}?${NOUN}:\\s+([^:]{6,400}?)[.!?]?$`, 'iu');
const HEDGED = /\b(?:at least|at most|more than|fewer than|less than|over|under|up to|about|around|some|nearly|almost|roughly|approximately|first|last|next|top|other|of (?:the|its|their|his|her|our)|or|to|and|no fewer than|no more than|all but|another|these|those|both|every|each|between|than|(?<!\bthe )following|paragraph|chapter|section|article|annex|page|option|point|phase|round|stage|track)\s+$/i;
const FEWER = /\b(?:including|among them|such as|for example|for instance|e\.g\.|notably|chiefly|in particular|of (?:which|whom)|one of|two of|some of|subject|before|remain\w* open)\b/i;

/** A definite number of things, and the colon after which they are listed (spec `count-list-mismatch`). */
export function recognizeListCounts(text: BlockText): ListCountMention[] {
  const { prose, block } = text;
  if (!prose.includes(':') || block.kind === 'cell' || block.kind === 'alt') return [];
  const found: ListCountMention[] = [];
  for (const sentence of block.sentences) {
    const words = prose.slice(sentence.start, sentence.end);
    if (!words.includes(':')) continue;
    const last = sentence.end >= prose.trimEnd().length;
    const m = last && words.endsWith(':') ? beforeList(words) : IN_PROSE.exec(words);
    if (!m || SUBSET.test(m[0])) continue;
    const count = countOf(m[1]!);
    const start = sentence.start + m.index;
    if (m[2] === undefined && speaksOfOthers(m[0])) continue;
    // Resolution 2, Basket 3: a number that names
    if (/^\d/.test(m[1]!) && /(?<!\p{L})(?!(?:The|Our|Its|Their|His|Her|All|We|See|Here|There|Another|With|For|In|On|Of)\s)\p{Lu}\p{Ll}+\s+$/u.test(words.slice(Math.max(0, m.index - 24), m.index))) continue;
    if (count < 1 || HEDGED.test(words.slice(Math.max(0, m.index - 20), m.index)) || FEWER.test(m[0].split(':')[0]!)) continue;
    const span = { start, end: start + m[1]!.length };
    const listed = m[2] === undefined ? undefined : partsOf(m[2]);
    found.push({ span, count, ...(listed === undefined ? {} : { listed }), quoted: block.quoted || insideQuote(block.quotes, span) });
  }
  return found;
}

/** “five of nine members”, “four to six options”: no number of what is listed. */
const SUBSET = /^\S+\s+(?:of|to|or|and)\s/i;

/**
 * The number before the colon. Of two (“the 15 members received two drafts:”) the second, where the first counts those
 * who act; else none, since either may be what is listed.
 */
function beforeList(words: string): RegExpExecArray | null {
  const first = BEFORE_LIST.exec(words);
  if (!first) return null;
  const from = first.index + first[1]!.length;
  const second = BEFORE_LIST.exec(words.slice(from));
  if (!second) return first;
  if (!ACTORS_ONLY.test(first[0])) return null;
  second.index += from;
  return second;
}

const ACTORS_ONLY = /^\S+\s+(?:[\p{L}’'-]+\s+){0,3}?(?:parties|delegations|countries|states|members|candidates|groups)\b/iu;

/** Those who act or are told something: what follows is what they say, not they. */
const ACTORS = /^\S+\s+(?:[\p{L}’'-]+\s+){0,3}?(?:parties|delegations|countries|states|members|candidates|groups)\s+(?:(?:have|has|had|will|would|also|then|jointly|all|since)\s+)*(?:agreed?|said|say|told|tell|asked?|decided?|called?|announced?|proposed?|demand(?:ed)?|raised?|signed|made|make|set|put|want(?:ed)?|sought|seek|committed|pledged?|undertook|confirm(?:ed)?|stress(?:ed)?|received|heard|\p{L}{2,}ed(?=\s+(?!in\b|by\b|are\b|here\b|below\b|above\b|so far\b)\p{L})|(?:were|was|are|is|been|be)\s+(?:told|asked|given|offered|informed|shown|reminded|warned|urged|to|divided|split)|disagreed?|differ(?:ed)?|diverged?)\b/iu;
/** “told this:”, “yielded the following:”, but “are the following:”. */
const OBJECT = /(?<!\b(?:is|are|was|were|as|for|of|to|on|in|by|with|from|about|behind|against))\s+(?:this|the following)\s*:\s*$/i;

function speaksOfOthers(words: string): boolean {
  return ACTORS.test(words) || OBJECT.test(words);
}

function countOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : UNITS.indexOf(word.toLowerCase()) + 1;
}

/** Number words up to twenty, as a count is written. */
export function writeCount(count: number, like: string): string {
  if (/^\d/.test(like) || count < 1 || count > UNITS.length) return String(count);
  const word = UNITS[count - 1]!;
  return /^\p{Lu}/u.test(like) ? word[0]!.toUpperCase() + word.slice(1) : word;
}

/** “talk, wait and deter”: three; parted by semicolons where there are some. */
function partsOf(words: string): number {
  if (words.includes(';')) return words.split(';').filter(p => p.trim() !== '').length;
  return words.split(/,\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+/).filter(p => p.trim() !== '').length;
}
