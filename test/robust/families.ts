/** Texts that grow: each family gives a text of about so many characters, for the measuring of what growth costs. */

export interface Family {
  readonly name: string;
  readonly language: 'markdown' | 'plaintext';
  text(length: number): string;
}

/** What is repeated. Each is something that a reader of the engine looks for, begun and not ended, or ended and not begun. */
const UNITS: readonly (readonly [string, string])[] = [
  ['spaces', ' '], ['tabs', '\t'], ['points', '.'], ['marks of exclamation', '!'], ['question marks', '?'], ['hyphens', '-'], ['dashes', '–'],
  ['capitals', 'I'], ['small letters', 'a'], ['digits', '1'], ['letters and digits', 'a1'], ['underscores', '_'], ['stars', '*'], ['backticks', '`'],
  ['brackets', '['], ['closed brackets', ']'], ['round brackets', '('], ['closed round brackets', ')'], ['braces', '{'], ['angles', '<'], ['bangs and brackets', '!['],
  ['links', '[a](b) '], ['half links', '[a]('], ['comments', '<!-- '], ['tags', '<a '], ['entities', '&amp;'], ['half entities', '&'], ['backslashes', '\\'],
  ['hashes', '#'], ['pipes', '|'], ['cells', 'a | '], ['dollars', '$x^'], ['at signs', 'a@'], ['hosts', 'a.'], ['addresses', 'http://a.b/'], ['slashes', 'a/'],
  ['opening quotations', '“'], ['closing quotations', '”'], ['straight quotations', '"'], ['opening single', '‘'], ['apostrophes', '\''], ['curly apostrophes', '’'],
  ['nested quotations', '“a ‘b" '], ['quoted words', '“so” '], ['low quotations', '„a '], ['half quotations', 'he said “so '],
  ['ordered marks', '1. '], ['bullets', '- '], ['quotation marks of lines', '> '], ['tasks', '- [ ] '], ['footnotes', '[^1] '], ['wiki links', '[[a|'],
  ['ranges', '1-'], ['days', '2022-01-12'], ['days with spaces', '2022-01-12 '], ['written days', '5 May 2022, '], ['weekdays', 'Tuesday, 12 January 2022 '],
  ['relative days', 'yesterday and last week '], ['tense', 'will meet on 5 May 2022 and met '], ['thousands', '100,000 '], ['thousands unspaced', '1,'], ['thousands in a row', '140 543 '], ['decimals', '1.1.'],
  ['figures', '100,000 troops and '], ['attributed figures', 'According to officials, 5,000 were killed; '], ['shares', '50% of '], ['changes', 'rose from 5 to 10 by 5 and '],
  ['names', 'Antony Blinken '], ['names unspaced', 'Lav\u200brov'], ['names with soft hyphens', 'Lav\u00adrov '], ['decomposed accents', 'Ma\u0301cron '], ['near misses', 'Sergei Ryabov '],
  ['near misses joined', 'Ryabov-'], ['particles', 'van der '], ['initials', 'A. '], ['initials unspaced', 'A.'], ['offices', 'Foreign Minister of '], ['offices and names', 'Foreign Minister Sergei Lavrov '],
  ['titles', 'deputy '], ['bodies', 'NATO and '], ['long names of bodies', 'the United Nations High Commissioner for '], ['acronyms', '(ABC) '], ['states', 'Russia’s '],
  ['members', '32 members of NATO, '], ['lists', 'Russia, China, '], ['speakers', 'MS. PSAKI: '], ['said', 'said that '], ['colons', 'a: '], ['semicolons', 'a; '],
  ['combining marks', 'e\u0301\u0302'], ['marks alone', '\u0301'], ['zero width', '\u200b'], ['joiners', '\u2060'], ['right to left', '\u202eאב'], ['emoji', '😀'], ['lone surrogates', '\ud800'],
  ['placeholders', '[TBC] '], ['question gaps', '[?]'], ['grades', '(B2) '], ['likelihoods', 'highly likely '], ['markings', '(S//NF) '], ['sums', '1 + 2 = '],
  ['hyphenated capitals', 'A-'], ['possessives', 'A’s'], ['abbreviations', 'Mr. '], ['ellipses', '… '], ['carriage returns', '\r'], ['tails', '0 '],
];

const LAYOUTS: readonly (readonly [string, (unit: string, length: number) => string])[] = [
  ['on a line', (unit, n) => `a ${unit.repeat(n / unit.length)} b.`],
  ['after a quotation mark', (unit, n) => `“${unit.repeat(n / unit.length)} 0`],
  ['on lines', (unit, n) => `${unit.repeat(Math.ceil(60 / unit.length))}\n`.repeat(n / (60 + 1))],
  ['in sentences', (unit, n) => `The envoys met ${unit} in Geneva. `.repeat(n / (unit.length + 33))],
];

/** Families that are no repetition of one thing. */
const OTHERS: readonly Family[] = [
  { name: 'a quotation and apostrophes', language: 'markdown', text: n => `“${'\''.repeat(n)} 0` },
  { name: 'a quotation, marks and a letter', language: 'markdown', text: n => `"${'!'.repeat(n)}a` },
  { name: 'spaces before a line break', language: 'markdown', text: n => `a${' '.repeat(n)}\n` },
  { name: 'paragraphs of one word', language: 'markdown', text: n => 'a\n\n'.repeat(n / 3) },
  { name: 'headings', language: 'markdown', text: n => '# A\n'.repeat(n / 4) },
  { name: 'a deep list', language: 'markdown', text: n => Array.from({ length: Math.floor(Math.sqrt(n)) }, (_, i) => `${'  '.repeat(i)}- a\n`).join('') },
  { name: 'a wide table', language: 'markdown', text: n => { const k = n / 12; return `|${' a |'.repeat(k)}\n|${'---|'.repeat(k)}\n|${' 1 |'.repeat(k)}\n`; } },
  { name: 'a long table', language: 'markdown', text: n => `| a | b |\n|---|---|\n${'| 1 | 2 |\n'.repeat(n / 10)}` },
  { name: 'keys of front matter', language: 'markdown', text: n => `---\n${Array.from({ length: Math.min(n, 95_000) / 12 }, (_, i) => `key${i}: 1\n`).join('')}---\n\nA note.\n` },
  { name: 'unclosed comments', language: 'markdown', text: n => '<!-- chancery-disable -->\na\n\n'.repeat(n / 28) },
  { name: 'different words', language: 'markdown', text: n => Array.from({ length: n / 8 }, (_, i) => `W${i.toString(36)}xyz`).join(' ') },
  { name: 'different near misses', language: 'markdown', text: n => Array.from({ length: n / 16 }, (_, i) => `Sergei Ryab${'aeiou'[i % 5]}${'klmn'[i % 4]}v said. `).join('') },
  { name: 'references to footnotes', language: 'markdown', text: n => Array.from({ length: n / 14 }, (_, i) => `[^${i}]: Source\n\n`).join('') },
  { name: 'definitions of links', language: 'markdown', text: n => Array.from({ length: n / 18 }, (_, i) => `[l${i}]: http://a\n\n`).join('') },
];

export const FAMILIES: readonly Family[] = [
  ...UNITS.flatMap(([name, unit]) => LAYOUTS.map(([layout, make]): Family => ({ name: `${name} ${layout}`, language: 'markdown', text: n => make(unit, n) }))),
  ...UNITS.filter((_, i) => i % 4 === 0).map(([name, unit]): Family => ({ name: `${name} in plain text`, language: 'plaintext', text: n => LAYOUTS[0]![1](unit, n) })),
  ...OTHERS,
];
