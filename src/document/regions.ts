/**
 * Parts Markdown at its empty lines into regions that can be read alone, so that the parser sees only those that have
 * marks, and an edit costs what its region costs. A fuzz test holds the result equal to a parse of the whole text.
 *
 * Why a region can be read alone: a paragraph ends at an empty line whatever follows, and after an empty line a line
 * that begins with a letter at the margin closes every list and quotation. Only fences and some HTML go on over empty
 * lines: they take the rest of the text with them.
 */

/** Half-open; regions follow each other without gaps. Empty lines belong to the region before them. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** One paragraph without any mark: `text` to `textEnd` is its words. */
  readonly plain: boolean;
  readonly text: number;
  readonly textEnd: number;
}

const MARK = 1;
const LEAD = 2;
const SPACE = 4;
const DIGIT = 8;

/** What a character may mean, for ASCII; all others mean nothing to Markdown. */
const MEANING = new Uint8Array(128);
const mean = (characters: string, bits: number): void => {
  for (let i = 0; i < characters.length; i++) MEANING[characters.charCodeAt(i)]! |= bits;
};
mean('*_`[<&\\|', MARK);
mean('#>-+*=~`|<[!&\\:', LEAD);
mean(' \t\r\f\v', SPACE | LEAD);
mean('0123456789', DIGIT);

const NEWLINE = 10;
/** The number of an item in an ordered list. */
const NUMBERED = /\d{1,9}[.)](?=[\s]|$)/y;
/** A fence, at the margin or inside lists and quotations. */
const FENCE = /^[ \t>*+\-\d.)]*(?:`{3}|~{3})/m;
/** HTML that an empty line does not end, unless it is a comment closed on the spot. */
const LASTING_HTML = /<(?:(?:script|pre|style|textarea)(?![\w-])|\?|!(?!--(?:(?!--)[^\n])*-->))/i;

interface Line {
  /** The line break, or the end of the text. */
  readonly end: number;
  readonly marked: boolean;
  readonly blank: boolean;
  /** Begins as a mark of a block or an indented line does. */
  readonly lead: boolean;
}

function lineAt(text: string, start: number): Line {
  let marks = 0;
  let blank = true;
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === NEWLINE) break;
    const own = code < 128 ? MEANING[code]! : 0;
    marks |= own;
    if ((own & SPACE) === 0) blank = false;
  }
  const first = start < end ? text.charCodeAt(start) : 0;
  const own = first < 128 ? MEANING[first]! : 0;
  let lead = (own & LEAD) !== 0;
  if (own & DIGIT) {
    NUMBERED.lastIndex = start;
    lead = NUMBERED.test(text);
  }
  return { end, marked: (marks & MARK) !== 0, blank, lead };
}

/** Lines up to an empty one, with the empty lines after them. */
interface Group {
  readonly text: number;
  readonly textEnd: number;
  readonly end: number;
  readonly marked: boolean;
  readonly lead: boolean;
}

function groupAt(text: string, start: number): Group {
  let at = start;
  let first = -1;
  let textEnd = start;
  let marked = false;
  let lead = false;
  while (at < text.length) {
    const line = lineAt(text, at);
    const next = Math.min(text.length, line.end + 1);
    if (!line.blank) {
      // an empty line was passed: the next group begins here
      if (first >= 0 && at > textEnd + 1) break;
      if (first < 0) first = at;
      textEnd = line.end;
      marked ||= line.marked;
      lead ||= line.lead;
    }
    at = next;
  }
  return { text: first < 0 ? start : first, textEnd, end: at, marked, lead };
}

/** The region that begins at `start`: the start of the text, or the end of another region. */
export function regionAt(text: string, start: number): Region {
  let group = groupAt(text, start);
  const { text: from } = group;
  const plain = !group.lead && !group.marked && group.textEnd > from;
  while (group.lead && group.end < text.length) {
    const words = text.slice(group.text, group.textEnd);
    if (FENCE.test(words) || LASTING_HTML.test(words)) return { start, end: text.length, plain: false, text: from, textEnd: text.length };
    // the items of a list may stand apart, and so may the paragraphs of one item
    const next = groupAt(text, group.end);
    if (!next.lead) break;
    group = next;
  }
  return { start, end: group.end, plain, text: from, textEnd: group.textEnd };
}
