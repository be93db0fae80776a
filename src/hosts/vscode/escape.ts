/**
 * Escaping for the Markdown of hovers. Strings of records may come from a workspace's own YAML, so nothing in them may
 * become a link, an image, an icon, HTML or a table. Entities are used instead of backslashes: they mean the same in
 * Markdown and in HTML, they stop bare addresses from becoming links, and the pass that draws `$(icon)` never sees them.
 */

/** Longest piece of text that is shown, in UTF-16 units: what is longer does not fit a hover. */
const LONGEST = 300;
const SPECIAL = /[&<>"\\`*_{}[\]|~#!$@=^+]/g;
/** Controls, and marks that turn the direction of what follows. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029\u2066-\u2069]+/g;

/** A text as one line, without what a reader does not see. */
export function plain(text: string): string {
  return text.slice(0, 4 * LONGEST).replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** One line of plain text as Markdown that shows exactly that text. */
export function escapeMarkdown(text: string, longest = LONGEST): string {
  return clip(plain(text), longest)
    .replace(SPECIAL, entity)
    .replace(/:(?=\/\/)/g, entity)
    .replace(/(?<=www)\./gi, entity)
    .replace(/^[-:]/, entity)
    .replace(/^(\d+)([.)])/, (_, digits: string, mark: string) => digits + entity(mark));
}

/** A label that does not break, for the first column of a card. */
export function escapeLabel(text: string): string {
  return escapeMarkdown(text, 40).replace(/ /g, '&nbsp;');
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)!};`;
}

/** Cuts between characters, never inside one. */
function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let end = longest - 1;
  const code = text.charCodeAt(end - 1);
  if (code >= 0xd800 && code <= 0xdbff) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Base64 of the UTF-8 bytes of a text; neither Node's nor the browser's own is there in both hosts for all text. */
export function base64(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const bytes = new TextEncoder().encode(text);
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += alphabet[bits >> 18]! + alphabet[(bits >> 12) & 63]!
      + (b === undefined ? '=' : alphabet[(bits >> 6) & 63]!) + (c === undefined ? '=' : alphabet[bits & 63]!);
  }
  return out;
}
