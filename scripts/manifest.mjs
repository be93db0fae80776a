/**
 * Writes the parts of package.json, package.nls.json and README.md that follow from the list of checks: the schema of the setting
 * `chancery.rules`, its texts, and the table of checks in README.md. `--check` changes nothing and exits with 1 where they disagree.
 */
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

/** The checks, from the one place where they are listed. */
async function readChecks() {
  const bundled = await build({
    absWorkingDir: root, entryPoints: ['src/checks/run/list.ts'], bundle: true, write: false, format: 'esm', platform: 'neutral',
    mainFields: ['module', 'main'], target: 'es2022', logLevel: 'silent',
  });
  const { CHECKS } = await import(`data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].contents).toString('base64')}`);
  return CHECKS;
}

/** The schema of one check: a severity, or, where it has options, a severity with these. */
function ruleSchema(check) {
  const texts = { markdownDescription: `%rule.${check.id}%`, default: check.severity };
  const options = Object.entries(check.options);
  if (options.length === 0) return { type: 'string', enum: SEVERITIES, ...texts };
  const properties = { severity: { type: 'string', enum: SEVERITIES } };
  for (const [name, value] of options) properties[name] = optionSchema(value, check.choices?.[name]);
  return {
    anyOf: [
      { type: 'string', enum: SEVERITIES },
      { type: 'object', properties, additionalProperties: false },
    ],
    ...texts,
  };
}

/** The schema of one option. One without a default follows the house style, and says what it may be. */
function optionSchema(value, choices) {
  if (choices) return { type: 'string', enum: [...choices] };
  if (value === undefined) throw new Error('An option without a default needs its values in `choices`.');
  return { ...typeOf(value), default: value };
}

function typeOf(value) {
  if (Array.isArray(value)) return { type: 'array', items: { type: 'string' } };
  if (value !== null && typeof value === 'object') return { type: 'object' };
  return { type: typeof value };
}

function withRules(manifest, checks) {
  for (const group of manifest.contributes.configuration) {
    const rules = group.properties['chancery.rules'];
    if (rules) rules.properties = Object.fromEntries(checks.map(check => [check.id, ruleSchema(check)]));
  }
  return manifest;
}

function withTexts(texts, checks) {
  const kept = Object.entries(texts).filter(([key]) => !key.startsWith('rule.'));
  return Object.fromEntries([...kept, ...checks.map(check => [`rule.${check.id}`, check.title])]);
}

const GROUPS = {
  names: 'Names', offices: 'Offices and representation', organizations: 'Organizations', figures: 'Figures', dates: 'Dates, events and lists',
  quotations: 'Quotations', tradecraft: 'Tradecraft and markings', language: 'Language and housekeeping',
};

/** Where the page of a check stands: beside it, in the room of its subject. */
function pageOf(id) {
  const page = readdirSync(path.join(root, 'src', 'checks'), { recursive: true }).find(file => path.basename(file) === `${id}.md`);
  if (page === undefined) throw new Error(`The check ${id} has no page ${id}.md beside it.`);
  return `src/checks/${page.split(path.sep).join('/')}`;
}

/** The README's table of checks, between its two marks. */
function withTable(readme, checks) {
  const rows = Object.entries(GROUPS).flatMap(([group, title]) => {
    const own = checks.filter(check => check.group === group);
    return own.length === 0 ? [] : [`| **${title}** | |`, ...own.map(check => `| [${check.title}](${pageOf(check.id)}) | ${check.severity} |`)];
  });
  const table = ['| Check | Severity |', '|---|---|', ...rows].join('\n');
  return readme.replace(/(<!-- checks:start -->\n)[\s\S]*(<!-- checks:end -->)/, (_, start, end) => `${start}${table}\n\n${end}`);
}

const json = change => before => `${JSON.stringify(change(JSON.parse(before)), null, 2)}\n`;
const checks = await readChecks();
const wanted = [
  ['package.json', json(manifest => withRules(manifest, checks))],
  ['package.nls.json', json(texts => withTexts(texts, checks))],
  ['README.md', readme => withTable(readme, checks)],
];
const checkOnly = process.argv.includes('--check');
for (const [name, change] of wanted) {
  const file = path.join(root, name);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (before === after) continue;
  if (checkOnly) {
    console.error(`${name} disagrees with the list of checks: run node scripts/manifest.mjs.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, after);
    console.log(`${name} written: ${checks.length} checks.`);
  }
}
