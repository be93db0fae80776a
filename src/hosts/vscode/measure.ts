/**
 * Widths of text in a hover, in CSS pixels at VS Code's default of 14 px. A hover grows with its longest line, so that
 * its lines have to be broken here. The figures are those of a wide sans serif (DejaVu Sans): other fonts need less.
 */
const NARROW = /[iIljtfr.,;:'’‘|!()[\] \u00a0-]/;
const WIDE = /[mwMWЖШЩЮЫФ@%—→]/u;
const FULL = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const UPPER = /\p{Lu}/u;

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width += NARROW.test(character) ? 4.9 : FULL.test(character) ? 15 : WIDE.test(character) ? 12 : UPPER.test(character) ? 9.6 : 8.4;
  }
  return width;
}

/** A day and its month stay in one line. */
const DATE = /(?<=\b\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g;

/** Breaks a text at its spaces into lines no wider than so many pixels; what has no space is cut. */
export function wrap(text: string, pixels: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.replace(DATE, '\u00a0').split(' ');
  for (let i = 0; i < words.length; i++) {
    const longer = line === '' ? words[i]! : `${line} ${words[i]}`;
    if (widthOf(longer) <= pixels) {
      line = longer;
      continue;
    }
    if (lines.length === mostLines - 1) return [...lines, cut(`${longer} ${words.slice(i + 1).join(' ')}`, pixels)];
    if (line !== '') {
      lines.push(line);
      line = '';
      i--;
    } else lines.push(cut(words[i]!, pixels));
  }
  if (line !== '') lines.push(line);
  return lines;
}

function cut(text: string, pixels: number): string {
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) > pixels) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}
