import type { Edit, Span } from '../../chancery';

/** Where a place of the text that was read stands in the text as it is now; `undefined` if its words have changed. */
export type Mover = (span: Span) => Span | undefined;

const WORD = /[\p{L}\p{N}\p{M}]/u;

/**
 * Compares the text that a reading saw with the text now. What lies before or after all that was changed has moved at
 * most; what lies between the first and the last change counts as changed. A place whose word has grown at either end
 * counts as changed too: ‘Nato’ in a word that now reads ‘Natos’ is not what was seen.
 */
export function mover(seen: string, now: string): Mover {
  if (seen === now) return span => span;
  const most = Math.min(seen.length, now.length);
  let before = 0;
  while (before < most && seen.charCodeAt(before) === now.charCodeAt(before)) before++;
  let after = 0;
  while (after < most - before && seen.charCodeAt(seen.length - 1 - after) === now.charCodeAt(now.length - 1 - after)) after++;
  const shift = now.length - seen.length;
  return span => {
    const by = span.end <= before ? 0 : span.start >= seen.length - after ? shift : undefined;
    if (by === undefined) return undefined;
    const moved = { start: span.start + by, end: span.end + by };
    if (edge(seen, span.start - 1) !== edge(now, moved.start - 1) || edge(seen, span.end) !== edge(now, moved.end)) return undefined;
    return moved;
  };
}

/** The character if it belongs to a word, else nothing: only what joins a word to the place matters. */
function edge(text: string, at: number): string {
  const character = text.charAt(at);
  return WORD.test(character) ? character : '';
}

/** All edits of one fix at their places now; `undefined` if any of the places has changed, so that no fix is half done. */
export function movedEdits(edits: readonly Edit[], move: Mover): readonly Edit[] | undefined {
  const result: Edit[] = [];
  for (const edit of edits) {
    const span = move(edit.span);
    if (!span) return undefined;
    result.push({ span, text: edit.text });
  }
  return result;
}

/** The edits whose places are unchanged, for fix-all, whose edits do not depend on each other. */
export function survivingEdits(edits: readonly Edit[], move: Mover): readonly Edit[] {
  return edits.flatMap(edit => {
    const span = move(edit.span);
    return span ? [{ span, text: edit.text }] : [];
  });
}
