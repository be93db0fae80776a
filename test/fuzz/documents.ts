/**
 * Documents and edits made up at random, with all that a reading has to keep apart: tables, lists, headings, quotations,
 * front matter, comments, names, offices, bodies, dates, figures. Used to hold a kept reading equal to a fresh one.
 */
import fc from 'fast-check';

const NAMES = [
  'John Kerry', 'Kerry', 'Sergei Lavrov', 'Lavrov', 'Sergey Lavrov', 'Lavrvo', 'Antony Blinken', 'Blinkin', 'Blinken', 'Jens Stoltenberg', 'Stoltenberg', 'Stoltenburg',
  'Wendy Sherman', 'Sherman', 'Sergei Ryabkov', 'Ryabkov', 'Rybakov', 'Emmanuel Macron', 'Macron', 'Marcon', 'Josep Borrell', 'Borrell', 'Volodymyr Zelensky', 'Zelenskyy', 'Zelensky',
  'Jake Sullivan', 'John Sullivan', 'Sullivan', 'Nikolai Peskov', 'Dmitry Peskov', 'Peskov', 'Olaf Scholz', 'Scholz', 'Annalena Baerbock', 'Xi Jinping', 'Anna Kowalska', 'Kowalski', 'Kovalska',
];
const TITLES = [
  '', '', 'Secretary of State ', 'US Secretary of State ', 'Foreign Minister ', 'Russian Foreign Minister ', 'Deputy Foreign Minister ', 'NATO Secretary General ', 'Secretary-General ', 'President ', 'French President ',
  'Chancellor ', 'German Chancellor ', 'former Secretary of State ', 'Mr ', 'Ms ', 'Ambassador ', 'then Vice President ', 'Defence Minister ', 'General ',
];
const AFTER = ['', '', '', ', foreign minister since 2004,', ', 71,', ', the NATO Secretary General,', ' (Russia)', '’s'];
const BODIES = ['NATO', 'Nato', 'the Alliance', 'the EU', 'European Union', 'OSCE', 'the OSCE', 'Organization for Security and Co-operation in Europe (OSCE)', 'the Kremlin', 'Moscow', 'Washington', 'the White House', 'IAEA', 'the BRICS', 'the UN', 'CSTO', 'NAOT'];
const STATES = ['Russia', 'Ukraine', 'Belarus', 'the United States', 'Germany', 'Finland', 'Turkey', 'Türkiye', 'Kiev', 'Kyiv'];
const DATES = [
  '14 July 2015', '12 January 2022', 'Wednesday, 12 January 2022', 'Tuesday, 12 January 2022', '7 April 2023', '31 February 2022', 'March 2014', '2016', '2021', 'yesterday', 'on Friday', 'last week', 'in January',
  '10 January 2022', '1 October 2014', '2022-01-10', '24 February 2022', 'next month', 'since 2004',
];
const NUMBERS = ['100,000', 'about 100,000', '90,000', 'more than 30,000', '127,000', '30', '50', 'thousands of', 'between 70,000 and 90,000', '5', 'twelve', '1.5 million'];
const UNITS = ['Russian troops near Ukraine', 'troops', 'personnel in Belarus', 'soldiers along the border', 'battalion tactical groups', 'NATO’s 30 allies', 'tanks', 'people were killed', 'percent', 'members of NATO'];
const SAYINGS = ['said', 'told reporters', 'met', 'arrived in Geneva', 'will meet', 'warned', 'led the Russian delegation', 'likely agreed', 'assessed with high confidence', 'visited Kyiv', 'noted that it is highly likely'];
const QUOTES = ['“We have seen enough,”', '“The talks were useful.”', '‘It is almost certain’', '"no one was ready"', '“An open quotation', '“We have seen enough of this and shall not wait any longer,”'];
const WORDS = ['neighbour', 'neighbor', 'organise', 'organize', 'programme', 'TK', 'XX', '[name]', 'TLP:AMBER', '(S)', '[B2]', 'unlikely', 'OFFICIAL-SENSITIVE', 'defense', 'for a total of 120,000 troops', 'the following three points:', 'NATO SECRET'];
const HEADINGS = ['Summary', 'Background', 'Sources', 'Participants', 'Timeline', 'Talks on 12 January 2022', 'Visit of 14 July 2015', 'Abbreviations', 'Annex A', 'Assessment', 'NATO and Russia'];
const COMMENTS = ['<!-- chancery-disable -->', '<!-- chancery-enable -->', '<!-- chancery-ignore-next-line -->', '<!-- chancery-ignore-next-line name-misspelling -->', '<!-- chancery-disable-file acronym-unexpanded -->', '<!-- a note -->'];
const TOP = [
  'date: 2022-01-12', 'date: 2015-07-14', 'as-of: 2021-03-01', 'house-style: neutral', 'house-style: bbc', 'language: en-GB', 'title: Talks of Sergei Lavrov in Geneva', 'participants: [us-kerry-john]',
  'chancery:\n  known-names: [Kowalska]', 'chancery:\n  keep: [Kiev]', 'chancery:\n  disable: [title-style]', 'markings: TLP:GREEN', 'probability-scale: icd203', 'probability-scale: phia', 'marking-scheme: tlp', 'source-grading: admiralty',
];

const oneOf = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

const person = fc.tuple(oneOf(TITLES), oneOf(NAMES), oneOf(AFTER)).map(parts => parts.join(''));
const figure = fc.tuple(oneOf(NUMBERS), oneOf(UNITS)).map(parts => parts.join(' '));
/** What a word of a sentence, a cell or an edit may be. */
const piece = fc.oneof(
  { weight: 4, arbitrary: person }, { weight: 3, arbitrary: oneOf(DATES) }, { weight: 2, arbitrary: figure }, { weight: 2, arbitrary: oneOf(BODIES) }, { weight: 1, arbitrary: oneOf(STATES) },
  { weight: 1, arbitrary: oneOf(QUOTES) }, { weight: 1, arbitrary: oneOf(WORDS) },
);
const sentence = fc.oneof(
  fc.tuple(person, oneOf(SAYINGS), piece, oneOf(DATES)).map(([who, says, what, when]) => `${who} ${says} ${what} ${when}.`),
  fc.tuple(oneOf(DATES), person, person, oneOf(BODIES)).map(([when, a, b, body]) => `On ${when} ${a} met ${b} at ${body}.`),
  fc.tuple(oneOf(QUOTES), person, oneOf(SAYINGS)).map(([quote, who, says]) => `${quote} ${who} ${says}.`),
  fc.tuple(figure, oneOf(DATES), figure).map(([a, when, b]) => `There were ${a} on ${when}, and ${b}; ${a} according to officials.`),
  fc.tuple(piece, piece, piece).map(parts => `${parts.join(' ')}.`),
);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map(sentences => sentences.join(' '));
const row = fc.array(fc.oneof(piece, oneOf(['', '30,000', '20,000', '50,000', 'Total', 'Russia'])), { minLength: 2, maxLength: 3 }).map(cells => `| ${cells.join(' | ')} |`);
const table = fc.tuple(fc.constantFrom('| Date | Who |\n|---|---|', '| Force | Personnel |\n|---|---|', '| Place | Personnel | Who |\n|:--|--:|---|'), fc.array(row, { minLength: 1, maxLength: 4 }))
  .map(([head, rows]) => [head, ...rows].join('\n'));
const list = fc.tuple(fc.constantFrom('- ', '1. ', '* '), fc.array(fc.oneof(sentence, piece), { minLength: 1, maxLength: 4 })).map(([mark, items]) => items.map(item => mark + item).join('\n'));
const block = fc.oneof(
  { weight: 6, arbitrary: paragraph }, { weight: 3, arbitrary: table }, { weight: 2, arbitrary: list },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('# ', '## ', '### '), oneOf(HEADINGS)).map(parts => parts.join('')) },
  { weight: 1, arbitrary: paragraph.map(text => `> ${text}`) }, { weight: 1, arbitrary: oneOf(COMMENTS) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('MS. PSAKI: ', 'Q ', 'QUESTION: '), paragraph).map(parts => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('Source: the Pentagon, 12 January 2022.', 'Table 1: Forces in January 2022', '[^1]: Said on 14 July 2015.', '```\nNATO Nato\n```', '![Sergei Lavrov in Geneva](a.png)', 'Geneva, 12 January 2022', 'Date: 14 July 2015') },
);
const frontMatter = fc.option(fc.uniqueArray(oneOf(TOP), { maxLength: 4, selector: line => line.split(':')[0] }).map(lines => ['---', ...lines, '---'].join('\n')), { freq: 6 });

/** A short briefing of any build. */
export const documents: fc.Arbitrary<string> = fc.tuple(frontMatter, fc.array(block, { minLength: 2, maxLength: 9 }))
  .map(([top, blocks]) => [...(top === null ? [] : [top]), ...blocks].join('\n\n') + '\n');

/** Marks that open or close structures far away. */
const MARKS = ['\n', '\n\n', '“', '”', '"', '‘', '#', '## Sources\n\n', '> ', '- ', '| ', '|---|---|\n', '`', '```\n', '---\n', ';', '\r\n', '\u00ad', '\u200b', '😀', '(', '[', '](x)', '*', '**', '_', '<!--', '-->', '[^1]', '\t', '.', ',', ' ', 'e', 'é'];

/**
 * One thing that a writer does. Places are fractions of the text, so that an edit keeps its meaning while a failing
 * sequence is made smaller.
 */
export type Edit =
  /** Types over some characters. */
  | { readonly kind: 'type'; readonly at: number; readonly remove: number; readonly text: string }
  /** Writes another name, date, number or body for one that stands there. */
  | { readonly kind: 'swap'; readonly nth: number; readonly text: string }
  /** Cuts the nth paragraph and pastes it elsewhere, or deletes or doubles it. */
  | { readonly kind: 'move' | 'delete' | 'double'; readonly nth: number; readonly to: number }
  | { readonly kind: 'insert'; readonly nth: number; readonly text: string }
  | { readonly kind: 'undo' };

const place = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, remove: fc.nat(9), text: fc.oneof(oneOf(MARKS), piece) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('swap' as const), nth: place, text: piece }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('move' as const, 'delete' as const, 'double' as const), nth: place, to: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), nth: place, text: fc.oneof(block, frontMatter.map(top => top ?? '')) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
);
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 1, maxLength: 6 });

const SWAPPED = new RegExp([...NAMES, ...DATES, ...NUMBERS, ...BODIES, ...STATES].sort((a, b) => b.length - a.length).map(w => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');

const nth = <T>(from: readonly T[], at: number): number => Math.min(from.length - 1, Math.floor(at * from.length));

/** The texts that a sequence of edits leads through, the first being the document itself. */
export function textsOf(document: string, changes: readonly Edit[]): string[] {
  const texts = [document];
  for (const change of changes) texts.push(apply(texts, change));
  return texts;
}

function apply(texts: readonly string[], change: Edit): string {
  const text = texts[texts.length - 1]!;
  switch (change.kind) {
    case 'type': {
      const start = Math.floor(change.at * text.length);
      return text.slice(0, start) + change.text + text.slice(Math.min(text.length, start + change.remove));
    }
    case 'swap': {
      const found = [...text.matchAll(SWAPPED)];
      const hit = found[nth(found, change.nth)];
      return hit ? text.slice(0, hit.index) + change.text + text.slice(hit.index + hit[0].length) : text + change.text;
    }
    case 'undo': return texts[Math.max(0, texts.length - 2)]!;
    default: return moved(text.split('\n\n'), change).join('\n\n');
  }
}

function moved(blocks: readonly string[], change: Extract<Edit, { readonly nth: number }>): string[] {
  const at = nth(blocks, change.nth);
  const result = [...blocks];
  if (change.kind === 'insert') result.splice(at, 0, change.text);
  else if (change.kind !== 'swap') {
    const [taken] = change.kind === 'double' ? [blocks[at]!] : result.splice(at, 1);
    if (change.kind !== 'delete') result.splice(Math.floor(change.to * (result.length + 1)), 0, taken!);
  }
  return result;
}
