import type { Edit } from '../../chancery';

const FRONT = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * A comment at the end of the line that holds an offset, before the spaces that break a line in Markdown;
 * `undefined` inside the front matter and in fenced code, where a comment would be text.
 */
export function directiveInLine(text: string, offset: number, check: string): Edit | undefined {
  if (offset < frontLength(text) || inFence(text, offset)) return undefined;
  let end = text.indexOf('\n', offset);
  if (end < 0) end = text.length;
  while (end > 0 && /[\s]/.test(text.charAt(end - 1)) && end > offset) end--;
  const at = endOfNamed(text.slice(0, end), text.lastIndexOf('\n', offset - 1) + 1);
  if (at !== undefined) return { span: { start: at, end: at }, text: `, ${check}` };
  return { span: { start: end, end }, text: ` <!-- chancery-ignore-line ${check} -->` };
}

const OPENS = '<!-- chancery-ignore-line ';

/** Where the checks end that a comment at the end of the line names: before its reason, or before it is closed. */
function endOfNamed(text: string, lineStart: number): number | undefined {
  const from = text.lastIndexOf(OPENS);
  if (from < lineStart || !text.endsWith(' -->')) return undefined;
  const end = text.indexOf(' --', from + OPENS.length);
  return /^[\w, -]*$/.test(text.slice(from + OPENS.length, end)) ? end : undefined;
}

/** A comment for the whole document, below the front matter. */
export function directiveAtTop(text: string, check: string): Edit {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const at = frontLength(text) || (text.startsWith('\uFEFF') ? 1 : 0);
  const lead = at > 1 && !text.slice(0, at).endsWith('\n') ? eol : '';
  return { span: { start: at, end: at }, text: `${lead}<!-- chancery-disable-file ${check} -->${eol}${/^\r?\n/.test(text.slice(at)) ? '' : eol}` };
}

function frontLength(text: string): number {
  return FRONT.exec(text)?.[0].length ?? 0;
}

function inFence(text: string, offset: number): boolean {
  let fence = '';
  for (const line of text.slice(frontLength(text), offset).split('\n').slice(0, -1)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (!mark) continue;
    if (fence === '') fence = mark;
    else if (mark[0] === fence[0] && mark.length >= fence.length) fence = '';
  }
  return fence !== '';
}
