/**
 * Checks the YAML of gazetteer/ and compiles it: `npm run gazetteer`. Prints problems as `file:line: message`, then
 * the numbers of records and how long ago they were checked.
 *   --schema   writes gazetteer/schema.json from the tables of src/gazetteer/fields.ts
 *   --check    checks only, writes nothing
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

async function main(args) {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const outDir = path.join(root, 'dist');
  if (args.includes('--schema')) {
    writeFileSync(path.join(root, 'gazetteer', 'schema.json'), await schemaText({ root, outDir }));
    console.log('gazetteer/schema.json written');
    return 0;
  }
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
