import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../base/span';
import { withoutLongRuns } from './bounds';

/** Stands for a mark inside a word: invisible to words, and no space. */
const JOINER = '\u2060';
const WORDISH = /[\p{L}\p{N}]/u;

/** Inline nodes whose whole text is no prose. */
const BLANK = new Set(['InlineCode', 'URL', 'HTMLTag', 'Comment', 'ProcessingInstruction', 'LinkLabel', 'LinkTitle', 'Autolink', 'Image', 'HTMLBlock', 'CommentBlock', 'TaskMarker', 'QuoteMark', 'ListMark', 'HeaderMark']);
/** Marks that hug words: emphasis, and the brackets of a link. */
const MARKS = new Set(['EmphasisMark', 'StrikethroughMark', 'LinkMark']);

const WEB = /\b(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"”’)\]]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\b|\b(?:[\w-]{1,63}\.){1,3}[a-z]{2,6}\/[^\s<>"”’)\]]+/g;
const FOOTNOTE = /\[\^[^\]\s]{1,60}\]/g;
const WIKI_TARGET = /\[\[[^\]|\n]{1,200}\|/g;
/** Between dollar signs that hug what they enclose, with a sign that only mathematics has: no two sums of money. */
const MATH = /\$\$[^$]*\$\$|\$(?![\s{])(?=[^$]*[\\^_{}])[^$]*[^\s$]\$(?!\d)/g;
/** `<date>`, `<insert place>`: no tag of HTML but a gap left to fill, which is prose. */
const GAP = /^<(?:(?:insert|add|enter|your|full)\b[^<>]{0,40}|(?:date|name|place|city|country|office|rank|number|amount|source|event|day|month|year|who|tbc|tbd|tk)s?)>$/i;
const SPACES = /[\t\n\r\f\v\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029]/g;

export interface Prose {
  readonly prose: string;
  /** Images with text, to be read as blocks of their own. Absolute in the parsed text. */
  readonly alts: readonly Span[];
  /** Emphasised titles of works, relative to `from`. */
  readonly works: readonly Span[];
}

/**
 * The prose of `[from, to)` of the parsed text: same length, with all that is not prose blanked (spec 6.2).
 * `node` is the block whose inline nodes are looked at; none for plain text.
 */
export function proseOf(text: string, from: number, to: number, node: SyntaxNode | undefined): Prose {
  const alts: Span[] = [];
  const works: Span[] = [];
  const parts: string[] = [];
  let done = from;
  // nodes come in order, so that the prose is put together from left to right
  const put = (start: number, end: number, filler: string): void => {
    const a = Math.max(start, done);
    const b = Math.min(end, to);
    if (b <= a) return;
    parts.push(text.slice(done, a), filler.repeat(b - a));
    done = b;
  };
  node?.cursor().iterate(ref => {
    if (ref.to <= from || ref.from >= to) return ref.to > from;
    if (ref.name === 'Image') altOf(text, ref.node, alts);
    if (ref.name === 'HTMLTag' && GAP.test(text.slice(ref.from, ref.to))) return false;
    if (ref.name === 'LinkMark' && isBracketed(ref.node.parent)) return false;
    if (ref.name === 'InlineCode' && isProse(text.slice(ref.from, ref.to))) return true;
    if (BLANK.has(ref.name) || ref.name === 'Entity' || ref.name === 'CodeMark') {
      put(ref.from, ref.to, ' ');
      return false;
    }
    if (MARKS.has(ref.name)) {
      put(ref.from, ref.to, hugs(text, ref.from, ref.to) ? JOINER : ' ');
      return false;
    }
    if (ref.name === 'Escape') {
      put(ref.from, ref.from + 1, JOINER);
      return false;
    }
    if (ref.name === 'Emphasis' && isWork(text.slice(ref.from + 1, ref.to - 1))) works.push({ start: ref.from - from, end: ref.to - from });
    return true;
  });
  parts.push(text.slice(done, to));
  let prose = withoutLongRuns(parts.join('').replace(SPACES, ' ').replace(/\u2011/g, '-'));
  for (const pattern of [WEB, FOOTNOTE, WIKI_TARGET, MATH]) {
    if (!mayMatch(prose, pattern)) continue;
    prose = prose.replace(pattern, found => ' '.repeat(found.length));
  }
  return { prose, alts, works };
}

/** A cheap look, so that the patterns run only where they can match. */
function mayMatch(prose: string, pattern: RegExp): boolean {
  if (pattern === WEB) return prose.includes('://') || prose.includes('www.') || prose.includes('@') || /[a-z]\.[a-z]{2,6}\//.test(prose);
  if (pattern === MATH) return prose.includes('$');
  return prose.includes('[');
}

/** Four words or more in backticks without a sign of code: a quotation, set as cables are. */
function isProse(code: string): boolean {
  const words = code.replace(/^`+|(?<!`)`+$/g, '').trim();
  return /^(?:[\p{L}\d’'“”".,;:%€$£()–—-]+\s+){3,}\S+$/u.test(words) && !/[{}<>=|\\/_#*[\]@]|\w\(|\.\w|::|--|;$/.test(words) && /\p{Lu}\p{Ll}/u.test(words);
}

/** `[sic]`, `[B2]`: brackets without a destination are the writer's own. */
function isBracketed(link: SyntaxNode | null): boolean {
  return link?.name === 'Link' && !link.getChild('URL') && !link.getChild('LinkLabel');
}

/** Whether a mark stands inside a word, or between a word and its possessive ending. */
function hugs(text: string, from: number, to: number): boolean {
  const before = text[from - 1] ?? ' ';
  const after = text[to] ?? ' ';
  return WORDISH.test(before) && (WORDISH.test(after) || after === '’' || after === "'");
}

const SMALL_WORD = /\s(?:of|the|and|in|on|for|to|from|a|an|with)\s/;

/** *The Zelensky Effect*, *NATO Review*: capitals throughout, with an article first or a word of periodicals last. */
const TITLED = /^(?:(?:The|A|An)(?: [\p{Lu}\d][\p{L}\d’'-]*){2,} ?|(?:[\p{Lu}\d][\p{L}\d’'-]* ){1,4}(?:Review|Journal|Times|Post|Gazette|Tribune|Herald|Quarterly|Weekly|Bulletin))$/u;

/**
 * Several words that begin with a capital, the long ones all in capitals, with a small word among them: a title of a
 * work, not stress and no sentence.
 */
export function isWork(words: string): boolean {
  return words.length < 120 && /^[\p{Lu}\d]/u.test(words) && (SMALL_WORD.test(words) || TITLED.test(words)) && !/[.,;!]\s*$/.test(words) && !/(?:^|[\s(])\p{Ll}[\p{L}’']{4,}/u.test(words);
}

function altOf(text: string, image: SyntaxNode, alts: Span[]): void {
  const close = image.getChildren('LinkMark')[1];
  if (!close) return;
  const start = image.from + 2;
  if (close.from > start && text.slice(start, close.from).trim() !== '') alts.push({ start, end: close.from });
}
