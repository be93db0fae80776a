/**
 * Bounds on what anybody can have meant, put before everything that reads a text: patterns and parsers that take more
 * than linear time in a run of one kind of character never see a long one.
 */

/** Longest stretch of characters without a space, or of spaces, that is read. */
export const LONGEST_RUN = 500;
/** The ends of a longer stretch are kept, so that what stands beside it stands beside it still. */
const KEPT = 8;

/** Where stretches without a space, and of spaces, are longer than that: without their ends. */
function* longRuns(text: string, from: number, to: number): Iterable<readonly [number, number]> {
  let start = from;
  let spaces = false;
  for (let i = from; i <= to; i++) {
    const code = i < to ? text.charCodeAt(i) : -1;
    const space = code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
    if (i < to && space === spaces) continue;
    if (i - start > LONGEST_RUN) yield [start + KEPT, i - KEPT];
    start = i;
    spaces = space;
  }
}

/**
 * The prose of a block with the middle of over-long stretches blanked, at the same length. The filler is of neither kind:
 * an object that replaces nothing and a space in turn, which no word, mark or number has in it.
 */
export function withoutLongRuns(prose: string): string {
  if (prose.length <= LONGEST_RUN) return prose;
  return replaceRuns(prose, 0, prose.length, length => '\ufffc '.repeat(length / 2 + 1).slice(0, length));
}

/**
 * The parser's pass over a paragraph takes more than linear time where marks do not pair up. Nobody writes longer
 * paragraphs with marks: theirs are taken for text without (spec 7, bad input).
 */
const LONGEST_MARKED = 20_000;
/** A list or quotation mark at the start of such a line still counts. */
const LINE_LEAD = 16;
/** What begins another block than the paragraph above. */
const BLOCK_LEAD = /^[ \t]*(?:[#|~`=+*-]|\d{1,9}[.)])/;

/**
 * The text to parse, at the same length: in over-long paragraphs and lines marks are letters, and so is what stands in the
 * middle of over-long stretches of spaces.
 */
export function textForParser(body: string): string {
  if (body.length <= LONGEST_RUN) return body;
  const parts: string[] = [];
  let from = 0;
  const paragraphEnds = (to: number): void => {
    parts.push(to - from > LONGEST_MARKED ? withoutMarks(body.slice(from, to)) : replaceRuns(body, from, to, length => 'x'.repeat(length), true));
    from = to;
  };
  let quoted = false;
  for (let start = 0; start < body.length;) {
    const found = body.indexOf('\n', start);
    const end = found < 0 ? body.length : found + 1;
    const lead = body.slice(start, Math.min(end, start + 40));
    const words = lead.replace(/^(?:[ \t]*>)+/, '');
    const blank = words.trim() === '';
    if (blank || (words !== lead) !== quoted || BLOCK_LEAD.test(words)) paragraphEnds(start);
    quoted = words !== lead;
    start = end;
  }
  paragraphEnds(body.length);
  return parts.join('');
}

/** What begins the paragraph stays; in an over-long line a letter follows its lead, so that no list begins after it. */
function withoutMarks(paragraph: string): string {
  const rest = paragraph.slice(LINE_LEAD).replace(/[`*_[\]()!<&\\~]/g, 'x').replace(/ {100,}/g, spaces => 'x'.repeat(spaces.length));
  return (paragraph.indexOf('\n') + 1 || paragraph.length) <= LONGEST_MARKED ? paragraph.slice(0, LINE_LEAD) + rest : `${paragraph.slice(0, LINE_LEAD)}x${rest.slice(1)}`;
}

function replaceRuns(text: string, from: number, to: number, filler: (length: number) => string, onlySpaces = false): string {
  let parts: string[] | undefined;
  let done = from;
  for (const [start, end] of longRuns(text, from, to)) {
    if (onlySpaces && text.slice(start, start + 1).trim() !== '') continue;
    (parts ??= []).push(text.slice(done, start), filler(end - start));
    done = end;
  }
  const rest = text.slice(done, to);
  return parts ? parts.join('') + rest : rest;
}
