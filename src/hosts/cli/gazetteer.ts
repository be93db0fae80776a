import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  EXPORT_FORMATS, exportGazetteer, gazetteerStatistics, IMPORT_FORMATS, isoDay, planImport, reportText, statisticsText, validateGazetteer,
  buildGazetteer, type ExportFormat, type GazetteerSource, type ImportFormat, type LayerFile, type Problem,
} from '../../chancery';
import { LARGEST } from '../reading';
import { isThere, type Read, readNamed, writeWhole, yamlBelow } from './files';
import { first, print, printText, reasonOf, tell, usage as usageWith } from './output';
import { openSource, SHIPPED } from './source';
import { Workspaces } from './workspace';

export const GAZETTEER_USAGE = `Usage: chancery gazetteer validate [FILE or FOLDER...]
       chancery gazetteer stats [--format pretty|json]
       chancery gazetteer export --format popolo|ftm|csv [--out FILE]
       chancery gazetteer import FILE --format popolo|ftm|csv|wikidata [--to FILE] [--map ours=theirs,...]
                          [--checked DATE] [--dry-run] [--overwrite]
       chancery gazetteer build FOLDER --out FILE

Works on the records that checks are made against.
  validate      finds what is wrong in files of records; without a path, in the nearest .chancery/gazetteer/
  stats         counts the records that ship
  export        prints the records that ship, as Popolo JSON, FollowTheMoney JSON lines, or CSV
  import        adds people, posts and bodies to a file of your own; - reads standard input
  build         compiles a folder of YAML files, a register of your own, for chancery check --gazetteer FILE
  -o, --out FILE  write there instead of to standard output
  --to FILE     the file that is added to (.chancery/gazetteer/imported.yaml)
  --map a=b,…   CSV: our column to theirs (name=Full name). Wikidata: a position to one of our posts (Q123=ru-president)
  --checked DATE  the day up to which the input is known to hold (today), for records that do not say it
  --dry-run     report only, write nothing
  --overwrite   let values that differ take the place of those recorded

Exit status: 0 done (remarks may stand), 1 errors or warnings in files of records, 2 usage, a file that cannot be read, or an import refused.`;

export function gazetteer(argv: readonly string[]): number {
  let options;
  try {
    options = parseArgs({
      args: [...argv], allowPositionals: true, strict: true,
      options: {
        format: { type: 'string' }, out: { type: 'string', short: 'o' }, to: { type: 'string' }, map: { type: 'string', multiple: true },
        checked: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, overwrite: { type: 'boolean', default: false }, help: { type: 'boolean' },
      },
    });
  } catch (problem) {
    return usage(reasonOf(problem));
  }
  const { values, positionals } = options;
  if (values.help) return printText(GAZETTEER_USAGE);
  const [command, ...paths] = positionals;
  switch (command) {
    case 'validate':
      return validate(paths);
    case 'stats':
      if (paths.length > 0) return usage('‘stats’ takes no file.');
      return stats(values.format ?? 'pretty');
    case 'export':
      if (paths.length > 0) return usage('‘export’ takes no file: name where to write with --out.');
      if (!isOneOf(EXPORT_FORMATS, values.format)) return usage(formatMissing(EXPORT_FORMATS, values.format));
      return exportTo(values.format, values.out);
    case 'import': {
      const [file, ...more] = paths;
      if (file === undefined || more.length > 0) return usage('‘import’ takes one file, or - for standard input.');
      if (!isOneOf(IMPORT_FORMATS, values.format)) return usage(formatMissing(IMPORT_FORMATS, values.format));
      const map = mapOf(values.map ?? []);
      if (typeof map === 'string') return usage(map);
      return importFile(file, {
        format: values.format, map, to: values.to ?? path.join('.chancery', 'gazetteer', 'imported.yaml'),
        checked: values.checked ?? isoDay(today()), dryRun: values['dry-run'], overwrite: values.overwrite,
      });
    }
    case 'build': {
      const [folder, ...more] = paths;
      if (folder === undefined || more.length > 0) return usage('‘build’ takes one folder.');
      if (values.out === undefined) return usage('Where to write is missing: --out FILE.');
      return build(folder, values.out);
    }
    default:
      return usage(command === undefined ? 'A command is missing.' : `There is no command ‘gazetteer ${command}’.`);
  }
}

function shipped(): GazetteerSource {
  return openSource(SHIPPED);
}

function today(): number {
  return Math.floor(Date.now() / 86_400_000);
}

function validate(paths: readonly string[]): number {
  const layers: LayerFile[] = [];
  const unread: string[] = [];
  const note = (file: string, why: string): void => {
    unread.push(`${file}: ${why}`);
  };
  if (paths.length === 0) {
    const workspace = new Workspaces().for(process.cwd());
    if (!workspace) return usage('There is no .chancery/ folder here or above: name a file or a folder.');
    layers.push(...workspace.layers);
    unread.push(...workspace.unread);
  }
  for (const given of paths) {
    for (const file of yamlFiles(given, note)) {
      const read = readNamed(file, LARGEST.layer);
      if ('error' in read) note(file, read.error);
      else layers.push({ path: file, text: read.text });
    }
  }
  for (const line of first(unread)) tell(line);
  const problems = validateGazetteer({ gazetteer: shipped(), layers }, today());
  for (const { file, line, column, severity, message } of problems) print(`${file}:${line}:${column}: ${severity === 'information' ? 'remark' : severity}: ${message}`);
  const count = (severity: Problem['severity']): number => problems.reduce((n, problem) => (problem.severity === severity ? n + (problem.more ?? 1) : n), 0);
  print(`${counted(layers.length, 'file')}: ${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('information'), 'remark')}.`);
  if (unread.length > 0) return 2;
  return count('error') + count('warning') > 0 ? 1 : 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Compiles the YAML files of a folder into one file with its indexes; nothing is written where one cannot be read or has errors. */
function build(folder: string, out: string): number {
  const files: LayerFile[] = [];
  const unread: string[] = [];
  for (const file of yamlFiles(folder, (name, why) => unread.push(`${name}: ${why}`))) {
    const read = readNamed(file, LARGEST.register);
    if ('error' in read) unread.push(`${file}: ${read.error}`);
    else files.push({ path: path.relative(folder, file).split(path.sep).join('/'), text: read.text });
  }
  for (const line of first(unread)) tell(line);
  if (unread.length > 0) return 2;
  const { bytes, problems } = buildGazetteer(files, shipped());
  for (const { file, line, column, severity, message } of problems) tell(`${path.join(folder, file)}:${line}:${column}: ${severity}: ${message}`);
  if (!bytes) return 1;
  if (!write(out, bytes)) return 2;
  tell(`${out}: ${counted(files.length, 'file')}, ${Math.ceil(bytes.length / 1024)} KB written.`);
  return 0;
}

/** A file, or the YAML files of a folder. */
function yamlFiles(given: string, note: (file: string, why: string) => void): string[] {
  let folder = false;
  try {
    folder = statSync(given).isDirectory();
  } catch {
    // what is not there is told when it is read
  }
  return folder ? yamlBelow(given, note).filter(file => path.basename(file) !== 'exceptions.yaml') : [given];
}

function stats(format: string): number {
  if (format !== 'pretty' && format !== 'json') return usage(`There is no format ‘${format}’.`);
  const counts = gazetteerStatistics({ gazetteer: shipped() }, today());
  return printText(format === 'json' ? JSON.stringify(counts) : statisticsText(counts));
}

function exportTo(format: ExportFormat, out: string | undefined): number {
  const text = exportGazetteer({ gazetteer: shipped() }, format);
  if (out === undefined) {
    process.stdout.write(text);
    return 0;
  }
  if (!write(out, text)) return 2;
  tell(`${out}: ${Math.ceil(Buffer.byteLength(text) / 1024)} KB written.`);
  return 0;
}

interface Import {
  readonly format: ImportFormat;
  readonly map: Readonly<Record<string, string>>;
  readonly to: string;
  readonly checked: string;
  readonly dryRun: boolean;
  readonly overwrite: boolean;
}

function importFile(file: string, { format, map, to, checked, dryRun, overwrite }: Import): number {
  tell(`Reading ${file}`);
  const read = readNamed(file, LARGEST.input);
  if ('error' in read) return refuse(file, [read.error]);
  const target = readTarget(to);
  if (target && 'error' in target) return refuse(to, [target.error]);
  const workspaces = new Workspaces();
  const workspace = workspaces.for(path.dirname(path.resolve(to))) ?? workspaces.for(process.cwd());
  for (const note of first(workspace?.unread ?? [])) tell(note);
  // the target may be one of the layers: it is known by one path
  const layers = (workspace?.layers ?? []).map(layer => (path.resolve(layer.path) === path.resolve(to) ? { ...layer, path: to } : layer));
  if (target && !layers.some(layer => layer.path === to)) layers.push({ path: to, text: target.text });
  tell(`Comparing with the records${layers.length > 0 ? ` and ${layers.length} of your own files` : ''}`);
  const result = planImport({ gazetteer: shipped(), layers }, {
    format, text: read.text, map, checked, overwrite, target: { path: to, ...(target ? { text: target.text } : {}) },
  });
  if (!result.accepted) return refuse(file, result.reasons);
  process.stdout.write(`${reportText(result.report)}\n`);
  if (result.records.length === 0) tell('Nothing to write.');
  else if (dryRun) tell(`${to} would be written (--dry-run).`);
  else {
    const now = readTarget(to);
    const same = now === undefined || 'error' in now ? now === target : now.text === target?.text;
    if (!same) return refuse(to, ['It has changed since it was read: import again.']);
    if (!write(to, result.text)) return 2;
    tell(`${to} written.`);
  }
  return 0;
}

/** The file that is added to, where there is one. */
function readTarget(to: string): Read | undefined {
  return isThere(to) ? readNamed(to, LARGEST.layer) : undefined;
}

function refuse(file: string, reasons: readonly string[]): number {
  tell(`${file} was refused, and nothing was written:`);
  for (const reason of reasons) tell(`  ${reason}`);
  return 2;
}

function write(file: string, content: string | Uint8Array): boolean {
  try {
    writeWhole(file, content);
    return true;
  } catch (problem) {
    tell(`${file} cannot be written: ${reasonOf(problem)}`);
    return false;
  }
}

/** `a=b,c=d`, given once or more often. */
function mapOf(given: readonly string[]): Record<string, string> | string {
  const map: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of given.flatMap(text => text.split(','))) {
    const at = pair.indexOf('=');
    if (at <= 0 || at === pair.length - 1) return `--map takes pairs: name=Full name. ‘${pair}’ is none.`;
    map[pair.slice(0, at).trim()] = pair.slice(at + 1).trim();
  }
  return map;
}

function isOneOf<T extends string>(all: readonly T[], given: string | undefined): given is T {
  return (all as readonly (string | undefined)[]).includes(given);
}

function formatMissing(all: readonly string[], given: string | undefined): string {
  return given === undefined ? `Name a format: --format ${all.join('|')}.` : `There is no format ‘${given}’: ${all.join(', ')}.`;
}

function usage(problem: string): number {
  return usageWith(problem, GAZETTEER_USAGE);
}
