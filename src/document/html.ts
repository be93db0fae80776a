import type { Span } from '../base/span';

/** HTML whose content is no text for readers. */
const NOT_TEXT = /^\s*<(?:script|style|pre|textarea|!|\?)/i;
const TAG = /<!--[\s\S]*?(?:-->|$)|<\/?([a-z][a-z\d-]*)(?![\w-])[^<>]*>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/gi;
/** Elements that end a paragraph; the others stand inside running text. */
const BLOCK = /^(?:address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/i;

export interface HtmlText extends Span {
  readonly quoted: boolean;
}

/**
 * The running text in a block of HTML (spec 6.2: tags and attributes are skipped, what stands between them is read):
 * the block with its tags blanked, at the same length, and the stretches of text between block-level tags.
 */
export function htmlText(source: string): { readonly blanked: string; readonly texts: readonly HtmlText[] } {
  if (NOT_TEXT.test(source)) return { blanked: '', texts: [] };
  const texts: HtmlText[] = [];
  let start = 0;
  let depth = 0;
  const end = (at: number): void => {
    if (at > start) texts.push({ start, end: at, quoted: depth > 0 });
  };
  const blanked = source.replace(TAG, (tag: string, name: string | undefined, at: number) => {
    if (name !== undefined && BLOCK.test(name)) {
      end(at);
      start = at + tag.length;
      if (name.toLowerCase() === 'blockquote') depth = Math.max(0, depth + (tag.startsWith('</') ? -1 : 1));
    }
    return ' '.repeat(tag.length);
  });
  end(source.length);
  return { blanked, texts };
}
