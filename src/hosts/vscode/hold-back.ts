import type { Span } from '../../chancery';

export type HoldBack = 'word' | 'line' | 'off';

const IN_WORD = /[\p{L}\p{N}\p{M}'’-]/u;

/** The word around an offset, by letters, digits, apostrophes and hyphens; empty where none touches it. */
export function wordAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && IN_WORD.test(text.charAt(start - 1))) start--;
  while (end < text.length && IN_WORD.test(text.charAt(end))) end++;
  return { start, end };
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const ends = [text.indexOf('\n', offset), text.indexOf('\r', offset)].filter(i => i >= 0);
  return { start, end: ends.length > 0 ? Math.min(...ends) : text.length };
}

/** The place that is being written: nothing is held against it until the cursor leaves it. */
export function placeHeld(text: string, cursor: number, mode: HoldBack): Span | undefined {
  if (mode === 'off') return undefined;
  const place = mode === 'word' ? wordAt(text, cursor) : lineAt(text, cursor);
  return place.start === place.end ? undefined : place;
}

/** Whether a finding touches the place that is being written. */
export function isHeld(span: Span, held: Span | undefined): boolean {
  return held !== undefined && span.start <= held.end && held.start <= span.end;
}

/** A change that comes from a keyboard: a character or two, or a deletion; not a fix, a snippet or something pasted. */
export function isTyping(changes: readonly { readonly text: string; readonly rangeLength: number }[]): boolean {
  return changes.length > 0 && changes.every(c => c.text.length <= 2 && c.rangeLength <= 2);
}

interface Change {
  readonly text: string;
  readonly rangeOffset: number;
  readonly rangeLength: number;
}

const FIELD = /\[[\p{L}][^[\]\n]+\]/u;

/**
 * Where a section with fields stands that is being filled, after the changes: begun when such a text is put in at once,
 * kept while what changes lies inside it or elsewhere, ended by an undo or a change across its edge.
 */
export function beingFilled(filling: Span | undefined, changes: readonly Change[], undone: boolean): Span | undefined {
  if (undone) return undefined;
  const [change] = changes;
  if (changes.length === 1 && change && change.text.length > 2 && FIELD.test(change.text)) return { start: change.rangeOffset, end: change.rangeOffset + change.text.length };
  let place = filling;
  for (const { text, rangeOffset, rangeLength } of [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
    if (!place) return undefined;
    const by = text.length - rangeLength;
    const end = rangeOffset + rangeLength;
    if (rangeOffset >= place.start && end <= place.end) place = { start: place.start, end: place.end + by };
    else if (end <= place.start) place = { start: place.start + by, end: place.end + by };
    else if (rangeOffset < place.end) return undefined;
  }
  return place;
}
