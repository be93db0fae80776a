import type { Quote } from './model';

const OPENERS_BEFORE = /[\s([{—–\-“"]/;
/** A single quotation that is not closed within this many characters was an apostrophe. */
const SINGLE_REACH = 600;
/** Quotations within a quotation are paired within this many characters: a page with a mark too many stays linear. */
const NESTING_REACH = 4_000;

/** What an apostrophe stands before, not an opening mark: the ’90s, ’tis. */
const ELISION = /^(?:\d\ds\b|(?:tis|twas|em|til|cause|cos|n)\b)/i;

/**
 * Quotations of one block (spec 6.2): “…”, "…" and ‘…’; the outermost only. A double one that is not closed runs to
 * the end of the block; a single one that is not closed is an apostrophe.
 */
export function findQuotes(prose: string): Quote[] {
  const quotes: Quote[] = [];
  let nextClose = -2;
  // asked from left to right: each mark is looked for once
  const closeFrom = (at: number): number => (nextClose === -1 || nextClose > at ? nextClose : (nextClose = prose.indexOf('”', at + 1)));
  let i = 0;
  while (i < prose.length) {
    const mark = prose[i]!;
    if (mark === '“' || mark === '„' || (mark === '"' && opens(prose, i))) {
      const close = mark === '“' ? closeCurly(prose, i, closeFrom(i)) : mark === '„' ? closeLow(prose, i) : prose.indexOf('"', i + 1);
      const end = close < 0 ? prose.trimEnd().length : close + 1;
      quotes.push({ start: i, end: Math.max(end, i + 1), open: close < 0 });
      i = Math.max(end, i + 1);
    } else if ((mark === '‘' || mark === "'") && opens(prose, i) && /[\p{L}\p{N}“"]/u.test(prose[i + 1] ?? '') && !ELISION.test(prose.slice(i + 1, i + 6))) {
      const close = closeSingle(prose, i, mark === '‘' ? '’' : "'");
      if (close < 0) i++;
      else {
        quotes.push({ start: i, end: close + 1, open: false });
        i = close + 1;
      }
    } else i++;
  }
  return quotes;
}

function opens(prose: string, at: number): boolean {
  return at === 0 || OPENERS_BEFORE.test(prose[at - 1]!);
}

/** „…“ and „…”, as German and Polish have them. */
function closeLow(prose: string, at: number): number {
  for (let i = at + 1; i < prose.length; i++) if (prose[i] === '“' || prose[i] === '”') return i;
  return -1;
}

/**
 * The mark that closes the curly quotation at `at`; another opening mark before it means one was left open. Where no
 * curly one closes it, a straight one does (“text"). `first` is the first curly closing mark after it, -1 for none.
 */
function closeCurly(prose: string, at: number, first: number): number {
  let depth = 1;
  let straight = -1;
  const limit = Math.min(prose.length, at + NESTING_REACH);
  for (let i = at + 1; i < limit; i++) {
    if (prose[i] === '“') depth++;
    else if (prose[i] === '”' && --depth === 0) return i;
    else if (prose[i] === '"' && straight < 0 && /\S/.test(prose[i - 1]!) && /^(?:[\s.,;:!?)—–]|$)/.test(prose.slice(i + 1, i + 2))) {
      straight = i;
      // nothing but a straight one can close it
      if (first < 0) break;
    }
  }
  return straight >= 0 && (first < 0 || straight < first) ? straight : first;
}

/** A closing single mark stands before a space or punctuation; inside a word, or after a plural s in the middle, it is an apostrophe. */
function closeSingle(prose: string, at: number, mark: string): number {
  const limit = Math.min(prose.length, at + SINGLE_REACH);
  let plural = -1;
  for (let i = at + 1; i < limit; i++) {
    if (prose[i] !== mark) continue;
    const next = prose[i + 1] ?? ' ';
    if (/[\p{L}\p{N}]/u.test(next)) continue;
    if (prose[i - 1] === 's' && /^ \p{Ll}/u.test(prose.slice(i + 1, i + 3)) && plural < 0) {
      plural = i;
      continue;
    }
    return i;
  }
  return plural;
}
