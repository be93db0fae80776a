import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Chancery, createChancery, type Finding } from '../../chancery';
import { readNamed } from './files';
import { gazetteer } from './gazetteer';
import { jsonReport } from './json';
import { first, printText, reasonOf, tell, usage } from './output';
import { prettyReport } from './pretty';
import { type Workspace, Workspaces } from './workspace';

declare const CHANCERY_VERSION: string;

/** One file as checked: its text on disk and what was found, or why it could not be read. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly error?: string;
}

const USAGE = `Usage: chancery check [--format pretty|json] [--no-workspace] FILE...
       chancery gazetteer validate|stats|export|import (chancery gazetteer --help)

Checks briefings in Markdown and plain text; - reads standard input.
  --format pretty|json   how to print (pretty)
  --no-workspace         leave out the .chancery/ folder above each file
  --version, --help

Exit status: 0 nothing above information, 1 warnings or errors, 2 usage, a file that cannot be read, or something that failed.`;

function main(argv: string[]): number {
  if (argv[0] === 'gazetteer') return gazetteer(argv.slice(1));
  let options;
  try {
    options = parseArgs({
      args: argv, allowPositionals: true, strict: true,
      options: { format: { type: 'string', default: 'pretty' }, 'no-workspace': { type: 'boolean', default: false }, version: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (problem) {
    return usage(reasonOf(problem), USAGE);
  }
  const { values, positionals } = options;
  if (values.help) return printText(USAGE);
  if (values.version) return printText(CHANCERY_VERSION);
  const [command, ...files] = positionals;
  if (command !== 'check') return usage(command === undefined ? 'A command is missing.' : `There is no command ‘${command}’.`, USAGE);
  if (files.length === 0) return usage('A file to check is missing.', USAGE);
  if (values.format !== 'pretty' && values.format !== 'json') return usage(`There is no format ‘${values.format}’.`, USAGE);

  const run = new Run(!values['no-workspace']);
  const checked = files.map(file => run.check(file));
  if (values.format === 'json') printText(jsonReport(CHANCERY_VERSION, checked));
  else process.stdout.write(prettyReport(checked, coloured()));
  for (const note of first([...run.remarks])) tell(note);
  for (const note of first([...run.failed])) tell(note);
  if (run.failed.size > 0 || checked.some(c => c.error !== undefined)) return 2;
  return checked.some(c => c.findings.some(f => f.severity === 'error' || f.severity === 'warning')) ? 1 : 0;
}

/** As https://no-color.org asks: the variable counts where it is not empty. */
function coloured(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

/** Files checked one after the other; what goes wrong with one is told, and the others are checked all the same. */
class Run {
  /** Problems in files of records that could be read. */
  readonly remarks = new Set<string>();
  /** Files of the workspace that could not be read, and parts of the work that were left out. */
  readonly failed = new Set<string>();
  private readonly workspaces = new Workspaces();
  /** One engine for each `.chancery/` folder: the files of one folder share it. */
  private readonly engines = new Map<string, Chancery>();
  private resources: { readonly gazetteer: string; readonly words: string } | undefined;

  constructor(private readonly useWorkspace: boolean) {}

  check(file: string): Checked {
    const read = readNamed(file);
    if ('error' in read) return { path: file, text: '', findings: [], error: read.error };
    try {
      const engine = this.engineFor(this.useWorkspace && file !== '-' ? this.workspaces.for(path.dirname(path.resolve(file))) : undefined);
      const language = /\.txt$/i.test(file) ? 'plaintext' : 'markdown';
      const reading = engine.open({ language, always: true, ...(file === '-' ? {} : { path: file }) }).update(read.text)!;
      for (const { what, message } of reading.failures) this.failed.add(`${file}: ${what} failed and was left out: ${message}`);
      return { path: file, text: read.text, findings: reading.findings };
    } catch (problem) {
      return { path: file, text: read.text, findings: [], error: `This file could not be checked: ${reasonOf(problem)}` };
    }
  }

  private engineFor(workspace: Workspace | undefined): Chancery {
    const key = workspace?.folder ?? '';
    const open = this.engines.get(key);
    if (open) return open;
    this.resources ??= {
      gazetteer: readFileSync(path.join(__dirname, 'gazetteer.json'), 'utf8'),
      words: readFileSync(path.join(__dirname, 'words.txt'), 'utf8'),
    };
    const engine = createChancery({ ...this.resources, layers: workspace?.layers ?? [] }, { exceptions: workspace?.exceptions ?? [] });
    this.engines.set(key, engine);
    for (const note of workspace?.unread ?? []) this.failed.add(note);
    for (const { file, line, message } of engine.problems) this.remarks.add(`${file}:${line}: ${message}`);
    return engine;
  }
}

// who reads standard output may stop early (| head): that is no failure
process.stdout.on('error', problem => {
  if ('code' in problem && problem.code === 'EPIPE') return;
  tell(`Standard output cannot be written: ${reasonOf(problem)}`);
  process.exitCode = 2;
});
process.stderr.on('error', () => {
  // there is nowhere left to say it
  process.exitCode = 2;
});
// standard output may be a pipe that is still full: set the status and let Node end by itself
try {
  process.exitCode = main(process.argv.slice(2));
} catch (problem) {
  // 1 would say that there are findings
  tell(`Chancery failed: ${reasonOf(problem)}`);
  process.exitCode = 2;
}
