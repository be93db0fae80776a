import path from 'node:path';
import { type Chancery, createChancery, type Finding, type GazetteerSource } from '../../chancery';
import { readNamed } from './files';
import { reasonOf } from './output';
import { openSource } from './source';
import { type Workspace, Workspaces } from './workspace';

/** One file as checked: its text on disk and what was found, or why it could not be read. */
export interface Checked {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly error?: string;
}

export interface RunOptions {
  /** Read the `.chancery/` folder above each file. */
  readonly useWorkspace: boolean;
  /** The compiled gazetteer. */
  readonly records: string;
}

/** Files checked one after the other; what goes wrong with one is told, and the others are checked all the same. */
export class Run {
  /** Problems in files of records that could be read. */
  readonly remarks = new Set<string>();
  /** Files of the workspace that could not be read, and parts of the work that were left out. */
  readonly failed = new Set<string>();
  private readonly workspaces = new Workspaces();
  /** One engine for each `.chancery/` folder: the files of one folder share it. */
  private readonly engines = new Map<string, Chancery>();
  private records: GazetteerSource | undefined;

  constructor(private readonly options: RunOptions) {}

  check(file: string): Checked {
    const read = readNamed(file);
    if ('error' in read) return { path: file, text: '', findings: [], error: read.error };
    try {
      const engine = this.engineFor(this.options.useWorkspace && file !== '-' ? this.workspaces.for(path.dirname(path.resolve(file))) : undefined);
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
    this.records ??= openSource(this.options.records);
    const engine = createChancery({ gazetteer: this.records, layers: workspace?.layers ?? [] }, { exceptions: workspace?.exceptions ?? [] });
    this.engines.set(key, engine);
    for (const note of workspace?.unread ?? []) this.failed.add(note);
    for (const { file, line, message } of engine.problems) {
      // without records hardly anything is checked: that is no clean note
      if (file === 'gazetteer.bin') this.failed.add(`${this.options.records}: ${message}`);
      else this.remarks.add(`${file}:${line}: ${message}`);
    }
    return engine;
  }
}
