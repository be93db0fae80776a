import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LayerFile } from '../../chancery';

/** What a `.chancery/` folder holds. */
export interface Workspace {
  readonly folder: string;
  readonly layers: readonly LayerFile[];
  readonly exceptions: readonly LayerFile[];
  readonly houseStyle?: string;
  readonly notes: readonly string[];
}

const MOST_FILES = 500;

/** The nearest `.chancery/` folder at or above a folder. */
export function readWorkspace(from: string): Workspace | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const own = path.join(folder, '.chancery');
    if (existsSync(own) && statSync(own).isDirectory()) return read(own);
    if (path.dirname(folder) === folder) return undefined;
  }
}

function read(folder: string): Workspace {
  const notes: string[] = [];
  const take = (file: string): LayerFile[] => {
    try {
      return [{ path: path.relative(process.cwd(), file) || file, text: readFileSync(file, 'utf8') }];
    } catch (problem) {
      notes.push(`${file}: ${problem instanceof Error ? problem.message : String(problem)}`);
      return [];
    }
  };
  const gazetteer = path.join(folder, 'gazetteer');
  const names = existsSync(gazetteer)
    ? readdirSync(gazetteer, { recursive: true, encoding: 'utf8' }).filter(n => /\.ya?ml$/i.test(n)).sort().slice(0, MOST_FILES)
    : [];
  const style = path.join(folder, 'style.yaml');
  const exceptions = path.join(folder, 'exceptions.yaml');
  return {
    folder,
    layers: [...names.flatMap(n => take(path.join(gazetteer, n))), ...(existsSync(style) ? take(style) : [])],
    exceptions: existsSync(exceptions) ? take(exceptions) : [],
    notes,
  };
}
