/**
 * Checks the YAML of gazetteer/ and compiles it: `npm run gazetteer`. Prints problems as `file:line: message`, then
 * the numbers of records and how long ago they were checked.
 *   --schema   writes gazetteer/schema.json from the tables of src/gazetteer/fields.ts
 *   --check    checks only, writes nothing
 *   --coverage prints which post of which state is known in which year, and on what; also as dist/coverage.html
 *   --due DATE lists open terms that have probably ended by that day
 */
import { build } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWords } from './words.mjs';

const loaded = new Map();

/** The engine's own reader, bundled into `outDir` for this process. */
export function loadTooling({ root, outDir }) {
  const key = `${root}\0${outDir}`;
  if (!loaded.has(key)) loaded.set(key, bundleTooling(root, outDir));
  return loaded.get(key);
}

async function bundleTooling(root, outDir) {
  mkdirSync(outDir, { recursive: true });
  const outfile = path.join(outDir, 'gazetteer-tooling.mjs');
  await build({
    entryPoints: [path.join(root, 'src', 'gazetteer', 'tooling.ts')], outfile, absWorkingDir: root,
    bundle: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'es2022', logLevel: 'error',
  });
  return import(`${pathToFileURL(outfile).href}?${process.pid}`);
}

/** YAML files of a folder with their paths relative to it, written with `/`. */
export function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ path: path.relative(folder, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Compiles `root/gazetteer` into `outDir/gazetteer.bin`, with the words of `outDir/words.txt`. Nothing is written where there
 * are errors. With `look`, remarks on valid records are among the problems.
 * @returns {Promise<{ errors: number, problems: object[], compiled: object, bytes: number }>}
 */
export async function compileGazetteer({ root, outDir, write = true, look }) {
  const tooling = await loadTooling({ root, outDir });
  const { compiled, problems } = tooling.compileFiles(yamlFiles(path.join(root, 'gazetteer')), look?.(tooling));
  const errors = problems.filter(problem => problem.severity === 'error').length;
  if (!write || errors > 0) return { errors, problems, compiled, bytes: 0 };
  const file = tooling.writeGazetteer(compiled, tooling.decodeWords(readFileSync(path.join(outDir, 'words.txt'), 'utf8')));
  writeFileSync(path.join(outDir, 'gazetteer.bin'), file);
  return { errors, problems, compiled, bytes: file.length };
}

export async function schemaText({ root, outDir }) {
  const { gazetteerSchema } = await loadTooling({ root, outDir });
  return `${JSON.stringify(gazetteerSchema(), null, 2)}\n`;
}

/** What the records cover, or which of their terms have probably run out. */
async function report({ root, outDir, args }) {
  const tooling = await loadTooling({ root, outDir });
  const { compiled } = tooling.compileFiles(yamlFiles(path.join(root, 'gazetteer')));
  if (args.includes('--coverage')) {
    const covered = tooling.coverage(compiled, 2014, new Date().getUTCFullYear());
    console.log(tooling.coverageText(covered));
    writeFileSync(path.join(outDir, 'coverage.html'), tooling.coverageHtml(covered));
    console.log('dist/coverage.html written');
    return 0;
  }
  const day = args[args.indexOf('--due') + 1] ?? '';
  const on = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) / 86_400_000 : Number.NaN;
  if (!Number.isFinite(on)) {
    console.error('Usage: npm run gazetteer -- --due 2026-11-20');
    return 2;
  }
  const due = tooling.dueTerms(compiled, on);
  for (const { person, term, why } of due) console.log(`${term.post}: ${person.name} since ${term.start_date?.text ?? 'a day not known'}, known until ${(term.checked ?? term.start_date)?.text ?? 'no day'}: ${why}`);
  console.log(`${due.length} open terms have probably ended by ${day}`);
  return 0;
}

async function main(args) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const outDir = path.join(root, 'dist');
  if (args.includes('--schema')) {
    writeFileSync(path.join(root, 'gazetteer', 'schema.json'), await schemaText({ root, outDir }));
    console.log('gazetteer/schema.json written');
    return 0;
  }
  if (args.includes('--coverage') || args.includes('--due')) return report({ root, outDir, args });
  const today = Math.floor(Date.now() / 86_400_000);
  await buildWords({ root, outDir });
  const words = readFileSync(path.join(outDir, 'words.txt'), 'utf8');
  const look = ({ decodeWords }) => {
    const known = decodeWords(words);
    return { isWord: word => known.has(word), today };
  };
  const { errors, problems, compiled, bytes } = await compileGazetteer({ root, outDir, write: !args.includes('--check'), look });
  const prefix = { error: '', warning: 'warning: ', information: 'remark: ' };
  for (const { file, line, severity, message } of problems) console.log(`gazetteer/${file}:${line}: ${prefix[severity]}${message}`);
  const { statistics, statisticsText } = await loadTooling({ root, outDir });
  console.log(statisticsText(statistics(compiled, today)));
  const count = severity => problems.filter(problem => problem.severity === severity).length;
  console.log(`${errors} errors, ${count('warning')} warnings, ${count('information')} remarks, ${Math.round(bytes / 1024)} KB compiled`);
  return errors === 0 ? 0 : 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
