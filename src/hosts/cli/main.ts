import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createChancery, type Finding } from '../../chancery';
import { gazetteer } from './gazetteer';
import { jsonReport } from './json';
import { prettyReport } from './pretty';
import { readText } from './text';
import { readWorkspace, type Workspace } from './workspace';

declare const CHANCERY_VERSION: string;

/** One file as checked: its text on disk and what was found, or why it could not be read. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly error?: string;
  /** Checks that failed, and files of the workspace that could not be read. */
  readonly notes: readonly string[];
}

const USAGE = `Usage: chancery check [--format pretty|json] [--no-workspace] FILE...
       chancery gazetteer validate|stats|export|import (chancery gazetteer --help)

Checks briefings in Markdown and plain text; - reads standard input.
  --format pretty|json   how to print (pretty)
  --no-workspace         leave out the .chancery/ folder above each file
  --version, --help

Exit status: 0 nothing above information, 1 warnings or errors, 2 usage or a file that cannot be read.`;

function main(argv: string[]): number {
  if (argv[0] === 'gazetteer') return gazetteer(argv.slice(1));
  let options;
  try {
    options = parseArgs({
      args: argv, allowPositionals: true, strict: true,
      options: { format: { type: 'string', default: 'pretty' }, 'no-workspace': { type: 'boolean', default: false }, version: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (problem) {
    return usage(problem instanceof Error ? problem.message : String(problem));
  }
  const { values, positionals } = options;
  if (values.help) return print(USAGE);
  if (values.version) return print(CHANCERY_VERSION);
  const [command, ...files] = positionals;
  if (command !== 'check') return usage(command === undefined ? 'A command is missing.' : `There is no command ‘${command}’.`);
  if (files.length === 0) return usage('A file to check is missing.');
  if (values.format !== 'pretty' && values.format !== 'json') return usage(`There is no format ‘${values.format}’.`);

  const checked = checkAll(files, !values['no-workspace']);
  if (values.format === 'json') process.stdout.write(`${jsonReport(CHANCERY_VERSION, checked)}\n`);
  else process.stdout.write(prettyReport(checked, process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined));
  for (const note of new Set(checked.flatMap(c => c.notes))) process.stderr.write(`${note}\n`);
  if (checked.some(c => c.error !== undefined)) return 2;
  return checked.some(c => c.findings.some(f => f.severity === 'error' || f.severity === 'warning')) ? 1 : 0;
}

function checkAll(files: readonly string[], useWorkspace: boolean): Checked[] {
  const resources = {
    gazetteer: readFileSync(path.join(__dirname, 'gazetteer.json'), 'utf8'),
    words: readFileSync(path.join(__dirname, 'words.txt'), 'utf8'),
  };
  // one engine for each .chancery/ folder: the files of one folder share it
  const engines = new Map<string, { engine: ReturnType<typeof createChancery>; notes: string[] }>();
  const engineFor = (workspace: Workspace | undefined): { engine: ReturnType<typeof createChancery>; notes: string[] } => {
    const key = workspace?.folder ?? '';
    const open = engines.get(key);
    if (open) return open;
    const engine = createChancery({ ...resources, layers: workspace?.layers ?? [] }, {
      exceptions: workspace?.exceptions ?? [],
      ...(workspace?.houseStyle ? { houseStyle: workspace.houseStyle } : {}),
    });
    const notes = [...(workspace?.notes ?? []), ...engine.problems.map(p => `${p.file}:${p.line}: ${p.message}`)];
    engines.set(key, { engine, notes });
    return { engine, notes };
  };
  return files.map(file => {
    const read = readText(file);
    if ('error' in read) return { path: file, text: '', findings: [], error: read.error, notes: [] };
    const { engine, notes } = engineFor(useWorkspace && file !== '-' ? readWorkspace(path.dirname(path.resolve(file))) : undefined);
    const language = /\.txt$/i.test(file) ? 'plaintext' : 'markdown';
    const reading = engine.open({ language, always: true, ...(file === '-' ? {} : { path: file }) }).update(read.text)!;
    return {
      path: file, text: read.text, findings: reading.findings,
      notes: [...notes, ...reading.failures.map(f => `${f.what} failed and was left out: ${f.message}`)],
    };
  });
}

function usage(problem: string): number {
  process.stderr.write(`${problem}\n\n${USAGE}\n`);
  return 2;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

// who reads standard output may stop early (| head): that is no failure
process.stdout.on('error', problem => {
  if (!('code' in problem) || problem.code !== 'EPIPE') throw problem;
});
// standard output may be a pipe that is still full: set the status and let Node end by itself
process.exitCode = main(process.argv.slice(2));
