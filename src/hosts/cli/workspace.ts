import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { LayerFile } from '../../chancery';
import { LINK } from '../reading';
import { isThere, readFound, yamlBelow } from './files';

/** What a `.chancery/` folder holds. */
export interface Workspace {
  readonly folder: string;
  readonly layers: readonly LayerFile[];
  readonly exceptions: readonly LayerFile[];
  /** What is there and could not be read. */
  readonly unread: readonly string[];
}

/** `.chancery/` folders, each read once in a run. */
export class Workspaces {
  private readonly nearest = new Map<string, string | undefined>();
  private readonly read = new Map<string, Workspace>();

  /** The nearest one at or above a folder. */
  for(from: string): Workspace | undefined {
    const folder = this.nearestTo(from);
    if (folder === undefined) return undefined;
    const known = this.read.get(folder) ?? readFolder(folder);
    this.read.set(folder, known);
    return known;
  }

  private nearestTo(from: string): string | undefined {
    if (this.nearest.has(from)) return this.nearest.get(from);
    const own = path.join(from, '.chancery');
    const above = path.dirname(from);
    const found = isFolderOrLink(own) ? own : above === from ? undefined : this.nearestTo(above);
    this.nearest.set(from, found);
    return found;
  }
}

function isFolderOrLink(file: string): boolean {
  try {
    const stat = lstatSync(file);
    return stat.isDirectory() || stat.isSymbolicLink();
  } catch {
    // what is not there, or may not be looked at, is none
    return false;
  }
}

function readFolder(folder: string): Workspace {
  const unread: string[] = [];
  const note = (file: string, why: string): void => {
    unread.push(`${shownPath(file)}: ${why}`);
  };
  if (lstatSync(folder).isSymbolicLink()) return { folder, layers: [], exceptions: [], unread: [`${shownPath(folder)}: ${LINK}`] };
  const take = (file: string): LayerFile[] => {
    const read = readFound(file);
    if ('text' in read) return [{ path: shownPath(file), text: read.text }];
    note(file, read.error);
    return [];
  };
  const within = (name: string): string[] => [path.join(folder, name)].filter(isThere);
  const records = within('gazetteer').flatMap(gazetteer => {
    if (!lstatSync(gazetteer).isSymbolicLink()) return yamlBelow(gazetteer, note);
    note(gazetteer, LINK);
    return [];
  });
  return { folder, layers: [...records, ...within('style.yaml')].flatMap(take), exceptions: within('exceptions.yaml').flatMap(take), unread };
}

function shownPath(file: string): string {
  return path.relative(process.cwd(), file) || file;
}
