/**
 * Compiles the command line beforehand: runs dist/cli-main.js over a small note, as src/hosts/cli/start.ts would, and
 * keeps the code that V8 has compiled by then in dist/cli-main-VERSION.cache. It serves this version of Node only; any
 * other compiles as it runs. Under other flags than these V8 would refuse it.
 */
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const dist = path.join(path.dirname(__dirname), 'dist');
const filename = path.join(dist, 'cli-main.js');
const cache = path.join(dist, `cli-main-${process.version}.cache`);
for (const file of readdirSync(dist)) if (file.endsWith('.cache')) rmSync(path.join(dist, file));
for (const flag of require('../src/hosts/cli/v8-flags.json')) setFlagsFromString(flag);
const script = new Script(readFileSync(filename, 'utf8'), { filename });
process.stdout.write = () => true;
process.argv = [process.execPath, path.join(dist, 'cli.js'), 'check', path.join(path.dirname(dist), 'media', 'sample', 'briefing.md')];
process.on('exit', () => {
  writeFileSync(cache, script.createCachedData());
  // what the note's findings are is not the question here
  if (process.exitCode === 1) process.exitCode = 0;
});
script.runInThisContext()({ exports: {} }, require, filename, dist);
