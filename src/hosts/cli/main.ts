import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { answerJob, checkAll } from './jobs';
import { jsonReport } from './json';
import { coloured, first, printText, reasonOf, tell, usage } from './output';
import { prettyReport } from './pretty';
import { SHIPPED } from './source';

declare const CHANCERY_VERSION: string;

const MOST_JOBS = 64;

const USAGE = `Usage: chancery check [--format pretty|json] [--no-workspace] [--gazetteer FILE] [--jobs N] FILE...
       chancery gazetteer validate|stats|export|import|build (chancery gazetteer --help)

Checks briefings in Markdown and plain text; - reads standard input.
  --format pretty|json   how to print (pretty)
  --no-workspace         leave out the .chancery/ folder above each file
  --gazetteer FILE       records compiled by chancery gazetteer build, instead of those that ship
  --jobs N               check with so many threads at once (1); worth it from some hundred files on
  --version, --help

Exit status: 0 nothing above information, 1 warnings or errors, 2 usage, a file that cannot be read, or something that failed.`;

async function main(argv: string[]): Promise<number> {
  // loaded when asked for: checking needs nothing of it
  if (argv[0] === 'gazetteer') return (await import('./gazetteer')).gazetteer(argv.slice(1));
  let options;
  try {
    options = parseArgs({
      args: argv, allowPositionals: true, strict: true,
      options: { format: { type: 'string', default: 'pretty' }, 'no-workspace': { type: 'boolean', default: false }, gazetteer: { type: 'string' }, jobs: { type: 'string', default: '1' }, version: { type: 'boolean' }, help: { type: 'boolean' } },
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

  const jobs = Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) return usage(`--jobs takes a number from 1 to ${MOST_JOBS}, not ‘${values.jobs}’.`, USAGE);

  const { checked, remarks, failed } = await checkAll(files, { useWorkspace: !values['no-workspace'], records: values.gazetteer ?? SHIPPED }, jobs);
  if (values.format === 'json') printText(jsonReport(CHANCERY_VERSION, checked));
  else process.stdout.write(prettyReport(checked, coloured(process.stdout.isTTY, process.env)));
  for (const note of first(remarks)) tell(note);
  for (const note of first(failed)) tell(note);
  if (failed.length > 0 || checked.some(c => c.error !== undefined)) return 2;
  return checked.some(c => c.findings.some(f => f.severity === 'error' || f.severity === 'warning')) ? 1 : 0;
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
async function run(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (problem) {
    // 1 would say that there are findings
    tell(`Chancery failed: ${reasonOf(problem)}`);
    process.exitCode = 2;
  }
}

if (isMainThread) void run();
else answerJob();
