/** What the fuzz is made of: notes, files and edits, by fast-check, so that what fails is made small. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openGazetteer } from '../../src/gazetteer/open';
import { corpus } from '../bench/corpus';
import { root, unmark } from '../check';
import { builtRecords } from '../records';
import { examplesOf, pagesOf } from '../unit/examples';

/** Pieces that writers type or paste, some of which open or close structures far away, and some that nobody types. */
export const PIECES: readonly string[] = [
  'e', ' ', '\n', '\n\n', '“', '”', '‘', '’', '"', '\'', '#', '## Sources\n\n', '> ', '- ', '1. ', '| a | b |\n|---|---|\n| 1 | 2 |\n', '|', '`', '```\n', '---\n', '<!-- chancery-disable -->',
  '<!-- chancery-enable -->', '<!-- chancery-ignore-line name-misspelling -->', '<div>', '</div>', '<date>', '[TBC]', 'Ryabov', 'Sergei Ryabkov', 'von der Leyan', 'bin Salmen', 'Ursula ', 'Nato', 'NATO', 'Nato’s 31 members',
  '100,000 troops', 'about 5,000 killed', 'rose by 5% to 10', 'on Tuesday, 12 January 2022', '30 February 2022', 'yesterday', ';', ', ', '.', '…', '\r\n', '\r', '\u00ad', '\u200b', '\u202e', '\u0301', '\ufeff', '😀', '\ud800', 'é', 'İ', 'ß',
  'date: 2024-05-05\n', 'Deputy Foreign Minister ', 'Russia’s ', ' said', ' who led the delegation', '(', ')', '[', '](x)', '*', '**', '_', 'MS. PSAKI: ', '[^1]', '[^1]: TASS\n', '\t', 'the Shanghai Cooperation Organisation (SCO)', 'SCO',
  'highly likely', 'high confidence', '(B2)', 'TLP:AMBER', 'http://a.b/c?d=e', '$x^2$', '&amp;', '\\', '\u0000', 'OF', 'Mr', 'Gen. ', 'Kiev', 'Holy See', 'A', 'II',
];

/** Texts to begin from: the sample, generated briefings, every example on the page of a check. */
function seeds(): readonly string[] {
  const gazetteer = openGazetteer(builtRecords('shipped')).gazetteer;
  const examples = [...pagesOf(root).values()].flatMap(page => ['Reported', 'Not reported'].flatMap(heading => examplesOf(page, heading))).map(example => unmark(example).text);
  return [
    readFileSync(path.join(root, 'media/sample/briefing.md'), 'utf8'),
    ...Array.from({ length: 6 }, (_, i) => corpus(gazetteer, 1200, 100 + i)),
    ...examples.map(example => (example.startsWith('---\n') ? example : `---\ndate: 2022-01-12\n---\n\n${example}\n`)),
  ];
}

let known: readonly string[] | undefined;
export const seedTexts = (): readonly string[] => (known ??= seeds());

export interface EditOf { readonly at: number; readonly remove: number; readonly piece: string }

export const edit: fc.Arbitrary<EditOf> = fc.record({
  at: fc.nat(1_000_000), remove: fc.oneof(fc.constant(0), fc.nat(30)), piece: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 3, unit: 'binary' })),
});

export function edited(text: string, { at, remove, piece }: EditOf): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(Math.min(text.length, start + remove));
}

/** A text with some edits. */
export function mutated(texts: readonly string[], edits = 8): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: edits })).map(([text, changes]) => changes.reduce(edited, text));
}

const fragments = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map(parts => parts.join(' '));
const joined = fc.array(fc.constantFrom(...PIECES), { maxLength: 80 }).map(parts => parts.join(''));
const characters = fc.string({ maxLength: 300, unit: 'binary' });

/** Two texts in one, as a paste makes them. */
const spliced = (): fc.Arbitrary<string> => fc.tuple(fc.constantFrom(...seedTexts()), fc.constantFrom(...seedTexts()), fc.nat(1_000_000), fc.nat(1_000_000))
  .map(([a, b, i, j]) => a.slice(0, i % (a.length + 1)) + b.slice(j % (b.length + 1)));

export const note = (): fc.Arbitrary<string> => fc.oneof({ weight: 5, arbitrary: mutated(seedTexts()) }, { weight: 2, arbitrary: fragments }, joined, characters, spliced());

/** What the invented country of test/world/ is spoken of with, rightly and wrongly. */
const WORLD: readonly string[] = [
  'Viktor Orlend', 'Orlend', 'Orland', 'President Orlend', 'Sergan Ravkov', 'Sergane Ravkov', 'Ravov', 'Andrei Velikov', 'Velikof', 'Dmitri Pestrov', 'Dmitry Pestrov', 'Malkova', 'Теодор Малков', 'Alexander Grubin', 'Anatol Shovgin',
  'Korvian Deputy Foreign Minister ', 'Foreign Minister ', 'the Korvian Foreign Office', 'Defence Minister ', 'the Minister of Defense', 'the spokesman, ', 'press secretary ', 'then-', 'former ', 'Mr ',
  'Northern Compact Organisation', 'Northern Compact Organization (NORCO)', 'NORCO', 'Norco', 'NROCO', 'NORCO’s 14 members', '15-member NORCO', 'OSL', 'the Organization', 'MFA', 'Secretary-General ', 'Secretary General',
  'Korvia', 'Korvian', 'Daneland', 'Varnia’s ', 'UI', 'Brask', 'Brasc', 'Dalen', 'Skarholm', 'the NORCO-Korvia Forum on 13 January 2022', 'the Forum',
];
const WORDS: readonly string[] = ['the', 'of', 'and', 'met', 'said', 'told reporters', 'who', 'led', 'was appointed in 2019', 'since 2017', 'for four years', 'will meet', 'in', 'on', 'by', 'more than', 'fewer than', 'one of the two', 'a third of', 'up from 4,000', '(see Table 2)'];
const SHAPES: readonly ((text: string) => string)[] = [
  text => text, text => `# ${text}`, text => `- ${text}`, text => `> ${text}`, text => `| ${text} | 2 |\n|---|---|\n| 1 | ${text} |\n`, text => `“${text},” he said.`, text => `---\ndate: 2022-01-12\n---\n\n${text}\n`,
  text => `---\ndate: 2019-01-12\nhouse-style: harbour\n---\n\n${text}\n\n## Sources\n\n- ${text}\n`, text => `${text}\n\n${text}`, text => `1. ${text}\n   - ${text}`, text => `*${text}*`, text => `Participants: ${text}`, text => `MS. PESTROV: ${text}`,
];

/** A few words of many kinds in a shape: cheap enough for a million of them. */
export const shortNote: fc.Arbitrary<string> = fc.tuple(
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORLD) }, { weight: 3, arbitrary: fc.constantFrom(...PIECES) }, { weight: 2, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ maxLength: 3, unit: 'binary' })), { minLength: 1, maxLength: 10 }),
  fc.constantFrom('', ' ', ' '), fc.constantFrom(...SHAPES),
).map(([parts, between, shape]) => shape(parts.join(between)));

/** Pieces of YAML, well and ill formed. */
const YAML: readonly string[] = [
  ': ', '\n', '\n  ', '\n- ', '- ', '{', '}', '[', ']', ', ', '"', '\'', '#', '&a ', '*a', '!!js/function ', '<<: *a', '---\n', '...\n', '? ', '| ', '>-\n', '~', 'null', 'true', '7', '1e999', '.nan', '2022-01-12', '2022-13-45', '..', '\t',
  'schema: chancery-gazetteer/1\n', 'schema: {a: b}\n', 'people:\n', 'posts:\n', 'organizations:\n', 'states:\n', 'id: zz-x', 'name: ', 'remove: true', 'extends: ', '__proto__: {polluted: yes}', 'constructor: {prototype: {polluted: yes}}', 'toString: 1',
  'occupancies: ', 'start_date: ', 'end_date: ', 'post: ', 'known-names: ', 'keep: ', 'distinct: ', 'no-expand: ', 'ignore: ', 'house-style: ', 'date: ', 'title: ', 'chancery: ', 'participants: ', '\u001b', '\u0000', '\r', '\ufeff', 'é', 'zz-y', 'Ada Moss',
];
const yamlEdit: fc.Arbitrary<EditOf> = fc.record({ at: fc.nat(1_000_000), remove: fc.oneof(fc.constant(0), fc.nat(40)), piece: fc.constantFrom(...YAML) });

export function mutatedYaml(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...texts), fc.array(yamlEdit, { minLength: 1, maxLength: 6 })).map(([text, changes]) => changes.reduce(edited, text)) },
    fc.array(fc.constantFrom(...YAML), { maxLength: 40 }).map(parts => parts.join('')),
  );
}

export const mutatedInput = (texts: readonly string[]): fc.Arbitrary<string> => fc.tuple(
  fc.constantFrom(...texts),
  fc.array(fc.record({ at: fc.nat(1_000_000), remove: fc.oneof(fc.constant(0), fc.nat(60)), piece: fc.constantFrom('"', ',', ';', '{', '}', '[', ']', ':', '\n', 'null', '{}', '[]', '7', '"id"', '"toString": 1,', '"__proto__": {"a": 1},', '\\u0000', '\u001b', 'Q1', 'é', '') }), { maxLength: 6 }),
).map(([text, changes]) => changes.reduce(edited, text));
