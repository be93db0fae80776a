/**
 * Writes published figures of a table as estimates: `npm run gazetteer:estimates -- TABLE.csv --as strength|spending`.
 * The table has the columns iso2, text, first_edition, last_edition: what the World Factbook says of a state, by edition.
 * For each state and year the last edition that gives the year counts. Rows without a figure and a year are told.
 *   --gazetteer DIR  another folder of records
 *   --dry            prints what would be written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Repository } from './compare/repository.mjs';
import { edition } from './compare/tables.mjs';
import { loadMatch } from './compare.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const COLUMNS = ['iso2', 'text', 'first_edition', 'last_edition'];
const SINCE = 2018;

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)? million|\d{3,})`;
const COUNTED = String.raw`(?:total )?(?:active|full-time|regular|uniformed|armed|total|military|defen[cs]e|combined|personnel|troops)`;
const RANGE = String.raw`\d{1,3}-\d{1,3},000|${NUMBER}(?:\s?(?:-|to)\s?${NUMBER})?`;
/** “information varies; approximately 185,000 active-duty military personnel”: the first figure of the text, with the word before it. */
const LEAD = String.raw`(?:[^;\d(]|\([^()\d]{0,60}\)){0,160}?`;
const STRENGTH = new RegExp(String.raw`^(?:${LEAD};)?${LEAD}\b(?:(approximately|about|estimated|up to|at least|est\.),? )?(${RANGE}) ${COUNTED}`, 'i');
const YEAR = /\((?:[A-Z][a-z]+ )?(20\d\d)(?: est\.)?\s?\)/;
/** A figure of a time that is over, or of one to come; and one beside which those who serve for a time are counted apart. */
const OTHER_TIME = /\b(?:prior to|not available|planned|before the)\b/i;
const APART = /\d (?:[a-z-]+ ){0,3}(?:conscripts|militia)\b|cadre\/professional/i;
const WORDS = { approximately: 'about ', about: 'about ', estimated: 'about ', 'est.': 'about ', 'up to': 'up to ', 'at least': 'at least ' };

export const READERS = {
  strength(text) {
    const year = YEAR.exec(text)?.[1];
    const found = STRENGTH.exec(text);
    if (!year || !found || OTHER_TIME.test(found[0]) || APART.test(text)) return [];
    const range = found[2].replace(/\s?to\s?/, '-').replace(/^(\d{1,3})-(\d{1,3}),000$/, (all, low, high) => (Number(low) < Number(high) ? `${low},000-${high},000` : all));
    return [{ year: Number(year), value: `${WORDS[found[1]?.toLowerCase()] ?? ''}${range}` }];
  },
  spending(text) {
    return [...text.matchAll(/(?:Military Expenditures (20\d\d): )?(\d+(?:\.\d+)?)% of GDP \((?:approximately [^)]*\) \()?(20\d\d)(?: est\.)?\)/g)]
      .filter(found => found[1] === undefined || found[1] === found[3])
      .map(found => ({ year: Number(found[3]), value: `${found[2]}% of GDP` }));
  },
};

const KINDS = {
  strength: { file: 'armed-forces.yaml', slug: 'forces', unit: 'personnel', note: 'Active personnel', about: 'Strength of armed forces by year: active personnel' },
  spending: { file: 'defence-spending.yaml', slug: 'spending', unit: 'defence-spending', about: 'Defence spending by year' },
};

/** Figures of a table by state and year, and the rows that give none. */
export function figuresOf(rows, as, states) {
  const figures = new Map();
  const without = [];
  for (const { line, row } of rows) {
    const state = row.iso2.toUpperCase();
    if (!states.has(state) || !/^\d{4}-\d{2}-\d{2}$/.test(row.last_edition)) continue;
    const read = READERS[as](row.text).filter(({ year }) => year >= SINCE && year <= Number(row.last_edition.slice(0, 4)));
    if (read.length === 0) without.push({ line, text: row.text.slice(0, 100) });
    for (const { year, value } of read) {
      const key = `${state} ${year}`;
      if ((figures.get(key)?.edition ?? '') <= row.last_edition) figures.set(key, { state, year, value, edition: row.last_edition });
    }
  }
  return { figures: [...figures.values()].sort((a, b) => (a.state < b.state ? -1 : a.state > b.state ? 1 : a.year - b.year)), without };
}

export function yamlOf(figures, as) {
  const kind = KINDS[as];
  const quoted = state => (state === 'NO' ? '"NO"' : state);
  return [
    `# ${kind.about}, as the World Factbook gives it, by the last edition that gives the year. Written by scripts/estimates.mjs.`,
    'schema: chancery-gazetteer/1', `checked: ${figures.map(figure => figure.edition).sort().at(-1)}`, '', 'estimates:',
    ...figures.map(({ state, year, value, edition: day }) => `  - {id: ${state.toLowerCase()}-${kind.slug}-${year}-wfb, force: ${quoted(state)}, unit: ${kind.unit}, date: ${year}, value: "${value}", attribution: CIA World Factbook,${kind.note ? ` note: ${kind.note},` : ''} sources: [${edition(day).id}]}`),
    '',
  ].join('\n');
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { as: { type: 'string' }, gazetteer: { type: 'string' }, dry: { type: 'boolean' } } });
  if (positionals.length !== 1 || !(values.as in KINDS)) {
    console.error('Usage: npm run gazetteer:estimates -- TABLE.csv --as strength|spending [--dry]');
    return 2;
  }
  const folder = path.resolve(values.gazetteer ?? path.join(root, 'gazetteer'));
  const table = (await loadMatch()).readCsv(readFileSync(positionals[0], 'utf8'));
  const missing = 'message' in table ? [] : COLUMNS.filter(column => !table.header.includes(column));
  if ('message' in table || missing.length > 0) {
    console.error('message' in table ? `${positionals[0]}:${table.line}: ${table.message}` : `${positionals[0]}:1: there is no ${missing.join(', no ')}.`);
    return 2;
  }
  const repository = new Repository(folder);
  const rows = table.rows.map(({ line, cells }) => ({ line, row: Object.fromEntries(table.header.map((column, i) => [column, (cells[i] ?? '').trim()])) }));
  const { figures, without } = figuresOf(rows, values.as, repository.states);
  for (const { line, text } of without) console.log(`line ${line}: no figure with its year: ${text}`);
  const text = yamlOf(figures, values.as);
  if (values.dry) console.log(text);
  else {
    for (const { edition: day } of figures) repository.addSource(edition(day).id, edition(day).fields);
    repository.write();
    writeFileSync(path.join(folder, 'estimates', KINDS[values.as].file), text);
  }
  console.log(`${figures.length} figures of ${new Set(figures.map(figure => figure.state)).size} states; ${without.length} rows without one`);
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main();
