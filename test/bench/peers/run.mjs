/**
 * Measures one other tool in a process of its own: `node run.mjs NAME FILE RULES`. Prints one line of JSON: the CPU time
 * of its first reading of the text and the median of the readings after it, in milliseconds, and what it found.
 * RULES is a file in prh's form, made from the gazetteer's recorded misspellings, for those that take terms.
 */
import { readFileSync } from 'node:fs';

const [name, file, rules] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

/** Each gives a function that reads the text and says how much it found. */
const tools = {
  async prh() {
    const { fromYAMLFilePath } = await import('prh');
    const engine = fromYAMLFilePath(rules);
    return () => engine.makeChangeSet('note.md', text).diffs.length;
  },
  async 'write-good'() {
    const { default: writeGood } = await import('write-good');
    return () => writeGood(text).length;
  },
  async 'cspell-lib'() {
    const { spellCheckDocument } = await import('cspell-lib');
    const document = { uri: 'file:///note.md', text, languageId: 'markdown', locale: 'en' };
    return async () => (await spellCheckDocument(document, { generateSuggestions: false, noConfigSearch: true }, { maxNumberOfProblems: 1e6 })).issues.length;
  },
  async 'textlint + prh'() {
    const { TextlintKernel } = await import('@textlint/kernel');
    const rule = (await import('textlint-rule-prh')).default;
    const plugin = (await import('@textlint/textlint-plugin-markdown')).default;
    const unwrapped = module => module.default ?? module;
    const kernel = new TextlintKernel();
    const options = {
      filePath: 'note.md', ext: '.md',
      plugins: [{ pluginId: 'markdown', plugin: unwrapped(plugin) }],
      rules: [{ ruleId: 'prh', rule: unwrapped(rule), options: { rulePaths: [rules] } }],
    };
    return async () => (await kernel.lintText(text, options)).messages.length;
  },
  async 'harper.js'() {
    const { LocalLinter } = await import('harper.js');
    const { binaryInlined } = await import('harper.js/binaryInlined');
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return async () => (await linter.lint(text)).length;
  },
};

/** CPU time of this process and its threads, in milliseconds. */
async function cost(run) {
  const from = process.cpuUsage();
  const found = await run();
  const { user, system } = process.cpuUsage(from);
  return { ms: (user + system) / 1000, found };
}

const LONGEST = 60_000;
const read = await tools[name]();
const first = await cost(read);
const times = [];
for (let spent = first.ms; times.length < 9 && (times.length === 0 || spent < LONGEST); spent += times.at(-1)) times.push((await cost(read)).ms);
times.sort((a, b) => a - b);
console.log(JSON.stringify({ first: first.ms, warm: times[Math.floor(times.length / 2)], runs: times.length, found: first.found }));
process.exit(0);
