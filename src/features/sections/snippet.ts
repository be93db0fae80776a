/** What a field of a section is filled with: words, or words to choose from. */
export type Fill = string | readonly string[];

/** Most words that a choice may have (spec 1.2). */
const MOST = 20;

/** Plain text of a record on one line, fit for a cell of a table. */
export function cell(text: string): string {
  return text.replace(/[\u0000-\u001f\u2028\u2029]+/g, ' ').replace(/\|/g, '/').trim();
}

/** Text that a snippet puts in as it is. */
export function literal(text: string): string {
  return cell(text).replace(/[\\$}]/g, '\\$&');
}

function choice(text: string): string {
  return cell(text).replace(/[\\$},|]/g, '\\$&');
}

/** A tab stop: `[label]` where nothing is known; the label stands first in a choice, so that nothing looks chosen. */
export function field(index: number, label: string, fill?: Fill): string {
  if (typeof fill === 'string') return fill === '' ? `\${${index}:${label}}` : `\${${index}:${literal(fill)}}`;
  const words = [...new Set(fill ?? [])].filter(word => word !== '').slice(0, MOST - 1);
  if (words.length === 0) return `\${${index}:${label}}`;
  return `\${${index}|${[label, ...words].map(choice).join(',')}|}`;
}

const FIELD = /\$\{(\d+)(?::( ?\[[^\]]*\])|\|((?:[^|\\]|\\.)*)\|)\}/g;

/** A section's body with fields filled by their labels; `nth` counts the fields of one label from 0. */
export function fillFields(body: string, fill: (label: string, nth: number) => Fill | undefined): string {
  const seen = new Map<string, number>();
  return body.replace(FIELD, (whole, index: string, own: string | undefined, choices: string | undefined) => {
    const label = (own ?? choices!.split(',')[0]!).trim();
    const nth = seen.get(label) ?? 0;
    seen.set(label, nth + 1);
    const filled = fill(label, nth);
    return filled === undefined ? whole : field(Number(index), label, filled);
  });
}

/** Tab stops numbered in the order in which they stand, those of one number together; 0 stays the last place. */
export function renumbered(body: string): string {
  const numbers = new Map<string, number>();
  return body.replace(/(?<!\\)\$(\{?)(\d+)/g, (_, brace: string, index: string) => {
    if (index === '0') return `$${brace}0`;
    if (!numbers.has(index)) numbers.set(index, numbers.size + 1);
    return `$${brace}${numbers.get(index)}`;
  });
}

/** A body whose tab stops do not meet those of others: for putting sections together. */
export function apart(body: string, by: number): string {
  return body.replace(/(?<!\\)\$0|(?<!\\)\$\{0\}/g, '').replace(/(?<!\\)\$(\{?)(\d+)/g, (_, brace: string, index: string) => `$${brace}${Number(index) + by}`);
}
