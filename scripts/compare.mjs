/**
 * Compares a table with the gazetteer: `npm run gazetteer:compare -- TABLE.csv --as factbook|state|wikidata`. Prints what
 * agrees, would become sourced, differs, is missing, cannot be matched, and each row that is refused, with its line.
 *   --list WHAT     lists the rows of one of these: agrees, sourced, differs, missing, cannot, refused
 *   --kind KIND     only offices of this kind (head-of-state, ambassador …), several with commas
 *   --apply         writes sources onto what agrees, and what is missing as new records, into gazetteer/
 *   --no-stage      with --apply: no new records
 *   --keep          with --apply: where the table differs, keeps the record and says so in a comment beside the date
 *   --take N,N      with --apply: takes the table’s start for the rows of these lines
 *   --gazetteer DIR another folder of records
 */
import { build } from 'esbuild';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Comparison, finderOfStates } from './compare/compare.mjs';
import { Repository } from './compare/repository.mjs';
import { readTable } from './compare/tables.mjs';
import { loadTooling } from './gazetteer.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WHATS = ['agrees', 'would become sourced', 'differs', 'missing', 'cannot match'];

/** The engine’s own matching of names and offices. */
export async function loadMatch() {
  const outfile = path.join(root, 'dist', 'match.mjs');
  mkdirSync(path.dirname(outfile), { recursive: true });
  await build({ entryPoints: [path.join(root, 'src/exchange/match/match.ts')], outfile, absWorkingDir: root, bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', logLevel: 'error' });
  return import(`${pathToFileURL(outfile).href}?${process.pid}`);
}

/** Reads and compares; changes nothing. */
export async function compareTable({ text, as, folder, kinds }) {
  const match = await loadMatch();
  const repository = new Repository(folder);
  const table = readTable(text, as, { match, states: finderOfStates(repository.states, match), today: Math.floor(Date.now() / 86_400_000) });
  if ('message' in table) return table;
  const comparison = new Comparison(repository, match);
  const results = comparison.compare(kinds ? table.rows.filter(row => kinds.includes(row.kind)) : table.rows);
  return { comparison, repository, results, refused: table.refused };
}

export function rowText({ row, person, term, why, decided, staged }) {
  const place = term?.at?.line ? `gazetteer/${term.at.file}:${term.at.line} ` : '';
  const post = row.post?.one?.id ?? row.post?.ids?.[0] ?? row.kind ?? row.position;
  return `${place}line ${row.line}: ${row.owner} ${post}: ${row.holder.name} from ${row.start.text}${person ? ` (${person.id})` : ''}${why ? `: ${why}` : ''}${decided ? ' [decided]' : ''}${staged ? ` → ${staged}` : ''}`;
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, list: { type: 'string' }, kind: { type: 'string' }, apply: { type: 'boolean' }, 'no-stage': { type: 'boolean' }, keep: { type: 'boolean' }, take: { type: 'string' }, gazetteer: { type: 'string' } },
  });
  if (positionals.length !== 1 || !['factbook', 'state', 'wikidata'].includes(values.as)) {
    console.error('Usage: npm run gazetteer:compare -- TABLE.csv --as factbook|state|wikidata [--list WHAT] [--kind KIND] [--apply [--keep] [--take N,N] [--no-stage]]');
    return 2;
  }
  const folder = path.resolve(values.gazetteer ?? path.join(root, 'gazetteer'));
  const compared = await compareTable({ text: readFileSync(positionals[0], 'utf8'), as: values.as, folder, kinds: values.kind?.split(',') });
  if ('message' in compared) {
    console.error(`${positionals[0]}:${compared.line}: ${compared.message}`);
    return 2;
  }
  const { comparison, repository, results, refused } = compared;
  const count = what => results.filter(result => result.what === what).length;
  for (const what of WHATS) console.log(`${String(count(what)).padStart(6)}  ${what}`);
  const said = refused.filter(row => row.late);
  console.log(`${String(said.length).padStart(6)}  refused, ${refused.length - said.length} of states that are not recorded or from before 2014`);
  if (values.apply) {
    comparison.apply({ keep: values.keep === true, take: new Set((values.take ?? '').split(',').filter(Boolean).map(Number)), stage: values['no-stage'] !== true });
    const { compileFiles } = await loadTooling({ root, outDir: path.join(root, 'dist') });
    const errors = compileFiles(repository.whole()).problems.filter(problem => problem.severity === 'error');
    for (const { file, line, message } of errors.slice(0, 50)) console.log(`gazetteer/${file}:${line}: ${message}`);
    if (errors.length > 0) {
      console.error(`${errors.length} errors would follow: nothing was written.`);
      return 1;
    }
    console.log(`${repository.write()} files written, ${results.filter(result => result.staged).length} terms staged`);
  }
  if (values.list === 'refused') for (const { line, reason, text } of said) console.log(`line ${line}: ${reason}: ${text}`);
  else if (values.list) for (const result of results.filter(one => one.what.includes(values.list))) console.log(rowText(result));
  return 0;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main();
