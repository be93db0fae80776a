/** Runs the grammar tests of test/syntaxes against VS Code's own Markdown and YAML grammars. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './setup.mjs';

const grammars = ['markdown', 'yaml', 'html-derivative', 'html'].flatMap(name => ['-g', path.join('node_modules', 'tm-grammars', 'grammars', `${name}.json`)]);
const tool = path.join(root, 'node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');
const run = spawnSync(process.execPath, [tool, '--config', 'package.json', ...grammars, 'test/syntaxes/*.test.md'], { cwd: root, encoding: 'utf8' });
// the tool mentions every grammar that Markdown could embed and that is not given: these are not tested here
const lines = `${run.stdout}${run.stderr}`.split('\n').filter(line => !/grammar not found/i.test(line));
process.stdout.write(lines.join('\n'));
process.exitCode = run.status ?? 1;
