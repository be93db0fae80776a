/**
 * What a reader does not see and a terminal may obey: controls (C0, C1), marks that turn the direction of what follows,
 * separators of lines, and the letters of tags. Tabs and line breaks are among them.
 */
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;
const PICTURES = 0x2400;
const DELETE = 0x7f;

/** A text of unknown origin as one line in which all that would be hidden is drawn (␛, ␊, �): of the same length in UTF-16 units. */
export function visible(text: string): string {
  return text.replace(HIDDEN, hidden => {
    const code = hidden.charCodeAt(0);
    if (code === DELETE) return '\u2421';
    return code < 0x20 ? String.fromCharCode(PICTURES + code) : '\ufffd'.repeat(hidden.length);
  });
}
