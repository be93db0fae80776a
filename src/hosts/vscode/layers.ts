import * as vscode from 'vscode';
import type { LayerFile } from '../../chancery';
import { isBelow, openDocument } from './documents';
import { LARGEST, LINK } from '../reading';
import { exists, readText, reasonOf, typeOf, yamlBelow } from './files';

/** Files that could not be read are told one by one up to here. */
const MOST_NOTES = 50;

/** Layers over the bundled records, lowest first, with where each stands. */
export interface Layers {
  readonly layers: readonly LayerFile[];
  readonly exceptions: readonly LayerFile[];
  /** By the path that problems name. */
  readonly files: ReadonlyMap<string, vscode.Uri>;
  /** Files that could not be read, in words for the writer. */
  readonly notes: readonly string[];
}

export interface LayerSources {
  /** The extension's storage for this user. */
  readonly user: vscode.Uri;
  /** Paths of `chancery.gazetteer.files`. */
  readonly listed: readonly string[];
  readonly folder: vscode.Uri | undefined;
  /** The `.chancery/` folder, where there is one and the workspace is trusted. */
  readonly workspace: vscode.Uri | undefined;
  /** Take what stands in editors and is not saved. */
  readonly unsaved: boolean;
}

/** The workspace folder that a document belongs to: an unsaved one to the only folder that is open. */
export function folderOf(document: vscode.Uri): vscode.Uri | undefined {
  const own = vscode.workspace.getWorkspaceFolder(document)?.uri;
  if (own || document.scheme !== 'untitled') return own;
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length === 1 ? folders[0]!.uri : undefined;
}

/** The nearest `.chancery/` folder at or above a document, not above its workspace folder. */
export async function nearestFolder(document: vscode.Uri): Promise<vscode.Uri | undefined> {
  const top = folderOf(document);
  if (!top) return undefined;
  let folder = isBelow(document, top) ? vscode.Uri.joinPath(document, '..') : top;
  while (isBelow(folder, top) || folder.path === top.path) {
    const own = vscode.Uri.joinPath(folder, '.chancery');
    // also where it is a link, which is told and not followed
    if (((await typeOf(own) ?? 0) & vscode.FileType.Directory) !== 0) return own;
    const above = vscode.Uri.joinPath(folder, '..');
    if (above.path === folder.path) break;
    folder = above;
  }
  return undefined;
}

export async function readLayers(sources: LayerSources): Promise<Layers> {
  const files = new Map<string, vscode.Uri>();
  const notes: string[] = [];
  const shownPath = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1);
  const note = (uri: vscode.Uri, why: string): void => {
    notes.push(`${shownPath(uri)}: ${why}`);
  };
  const take = async (uri: vscode.Uri, into: LayerFile[], how: 'found' | 'named' = 'found'): Promise<void> => {
    const shown = shownPath(uri);
    try {
      const edited = sources.unsaved ? openDocument(uri) : undefined;
      into.push({ path: shown, text: edited ? edited.getText() : await readText(uri, how, LARGEST.layer) });
      files.set(shown, uri);
    } catch (problem) {
      note(uri, reasonOf(problem));
    }
  };
  const layers: LayerFile[] = [];
  const exceptions: LayerFile[] = [];
  const takeFolder = async (folder: vscode.Uri): Promise<void> => {
    if (((await typeOf(folder) ?? 0) & vscode.FileType.SymbolicLink) !== 0) return note(folder, LINK);
    for (const uri of await yamlBelow(vscode.Uri.joinPath(folder, 'gazetteer'), note)) await take(uri, layers);
    const style = vscode.Uri.joinPath(folder, 'style.yaml');
    if (await exists(style)) await take(style, layers);
    const excepted = vscode.Uri.joinPath(folder, 'exceptions.yaml');
    if (await exists(excepted)) await take(excepted, exceptions);
  };
  await takeFolder(sources.user);
  for (const path of sources.listed) {
    const uri = resolvePath(path, sources.folder);
    if (uri) await take(uri, layers, 'named');
    else notes.push(`${path}: this path needs an open folder.`);
  }
  if (sources.workspace) await takeFolder(sources.workspace);
  const more = notes.length - MOST_NOTES;
  return { layers, exceptions, files, notes: more > 0 ? [...notes.slice(0, MOST_NOTES), `And ${more} more.`] : notes };
}

/** A path of the settings: an address with a scheme, an absolute path, or one inside the workspace folder. */
function resolvePath(path: string, folder: vscode.Uri | undefined): vscode.Uri | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path);
  if (/^(?:\/|[a-z]:[\\/])/i.test(path)) {
    const file = vscode.Uri.file(path);
    // in a remote or virtual workspace an absolute path is one of the workspace's own machine
    return folder && folder.scheme !== 'file' ? folder.with({ path: file.path }) : file;
  }
  return folder ? vscode.Uri.joinPath(folder, path) : undefined;
}
