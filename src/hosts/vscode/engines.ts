import * as vscode from 'vscode';
import { type Chancery, createChancery, type Problem } from '../../chancery';
import { isBelow } from './documents';
import { exists, reasonOf } from './files';
import { folderOf, type Layers, nearestFolder, readLayers } from './layers';
import { settingsFor } from './settings';

/** An engine opened on the records and layers that hold for a document. */
export interface Opened {
  readonly chancery: Chancery;
  /** The `.chancery/` folder that holds for the document. */
  readonly own: vscode.Uri | undefined;
  /** There is a `style.yaml` in it. */
  readonly hasStyle: boolean;
  /** There are workspace files that wait for trust. */
  readonly waitsForTrust: boolean;
  /** Layer files by the path that problems and cards name. */
  readonly files: ReadonlyMap<string, vscode.Uri>;
  /** What could not be read, in words for the writer. */
  readonly notes: readonly string[];
}

/** Whether a document lies below a folder with a house style of its own, which makes it a briefing: records and exceptions do not. */
export function isDeclaredBy(opened: Opened, document: vscode.Uri): boolean {
  return opened.own !== undefined && opened.hasStyle && isBelow(document, vscode.Uri.joinPath(opened.own, '..'));
}

const RELOAD_AFTER_MS = 200;
const CHECK_AFTER_MS = 500;

/**
 * Engines by the folder whose layers they hold, opened when the first document needs one. A change of a layer, of
 * settings or of trust lets them all go, and says so.
 */
export class Engines implements vscode.Disposable {
  private readonly open = new Map<string, Promise<Opened>>();
  /** The last engine for each key, with all that it was made from: what changes nothing of that keeps it. */
  private readonly made = new Map<string, { readonly from: string; readonly chancery: Chancery }>();
  private readonly nearest = new Map<string, Promise<vscode.Uri | undefined>>();
  private resources: Promise<{ gazetteer: Uint8Array }> | undefined;
  private readonly problems = vscode.languages.createDiagnosticCollection('chancery-files');
  private readonly reported = new Map<string, readonly (readonly [vscode.Uri, vscode.Diagnostic[]])[]>();
  private readonly reloaded = new vscode.EventEmitter<void>();
  readonly onDidReload = this.reloaded.event;
  private readonly disposables: vscode.Disposable[] = [this.problems, this.reloaded];
  /** Watchers of the files that the settings list, by address. */
  private readonly listed = new Map<string, vscode.Disposable>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private checking: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.disposables.push(
      this.watch('**/.chancery/**'),
      this.watch(new vscode.RelativePattern(context.globalStorageUri, '**/*.yaml')),
      vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('chancery') && this.reload()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.reload()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.reload()),
      vscode.workspace.onDidSaveTextDocument(document => this.isLayer(document.uri) && this.reloadSoon()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.isLayer(document.uri) && this.checkSoon(document)),
    );
  }

  /** The engine for a document. @throws if the extension's own files cannot be read. */
  async for(document: vscode.Uri): Promise<Opened> {
    const parent = vscode.Uri.joinPath(document, '..').toString();
    const found = this.nearest.get(parent) ?? nearestFolder(document);
    this.nearest.set(parent, found);
    return this.openFor(folderOf(document), await found);
  }

  /** Opens the engines of workspace folders that have layers, so that problems in these are shown. */
  async openWorkspace(): Promise<void> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const own = await nearestFolder(vscode.Uri.joinPath(uri, 'any'));
      if (own) await this.openFor(uri, own);
    }
  }

  /** The bundled records and the layers over them, for a document or the first folder that is open. */
  async records(document: vscode.Uri | undefined): Promise<Layers & { readonly gazetteer: Uint8Array }> {
    const folder = document ? folderOf(document) : vscode.workspace.workspaceFolders?.[0]?.uri;
    const own = document ? await nearestFolder(document) : folder && await nearestFolder(vscode.Uri.joinPath(folder, 'any'));
    const { resources, layers } = await this.gather(folder, own, false);
    return { ...layers, ...resources };
  }

  /** Where a file of records stands that a card, a problem or a record names: one of the layers, or one that ships with the extension. */
  async fileOf(path: string): Promise<vscode.Uri | undefined> {
    for (const opened of this.open.values()) {
      const uri = (await opened).files.get(path);
      if (uri) return uri;
    }
    const inside = path.split('/').every(part => part !== '' && part !== '.' && part !== '..');
    return inside ? vscode.Uri.joinPath(this.shipped, ...path.split('/')) : undefined;
  }

  /** The folder of the records that ship with the extension. */
  get shipped(): vscode.Uri {
    return vscode.Uri.joinPath(this.context.extensionUri, 'gazetteer');
  }

  /** Whether a document holds records or a house style: help with writing them is given there. */
  isRecordFile(uri: vscode.Uri): boolean {
    if (/\/exceptions\.ya?ml$/.test(uri.path)) return false;
    return this.isLayer(uri) || this.listed.has(uri.toString()) || isBelow(uri, this.shipped);
  }

  reload(): void {
    this.open.clear();
    this.nearest.clear();
    this.reported.clear();
    this.reloaded.fire();
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.checking);
    vscode.Disposable.from(...this.disposables, ...this.listed.values()).dispose();
  }

  private watch(pattern: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(() => this.reloadSoon());
    return watcher;
  }

  /** Files that stand elsewhere than in `.chancery/` are watched one by one. */
  private watchFiles(files: Iterable<vscode.Uri>): void {
    for (const uri of files) {
      const key = uri.toString();
      if (this.isLayer(uri) || this.listed.has(key)) continue;
      const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
      this.listed.set(key, this.watch(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name.replace(/[[\]{}*?]/g, '[$&]'))));
    }
  }

  private reloadSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.reload();
      void this.openWorkspace().catch(problem => console.error(reasonOf(problem)));
    }, RELOAD_AFTER_MS);
  }

  /** Problems of what is being written show after a pause; the records in use change when it is saved. */
  private checkSoon(document: vscode.TextDocument): void {
    clearTimeout(this.checking);
    this.checking = setTimeout(() => {
      this.checkUnsaved(document.uri).catch(problem => console.error(`Chancery: ${reasonOf(problem)}`));
    }, CHECK_AFTER_MS);
  }

  private async checkUnsaved(document: vscode.Uri): Promise<void> {
    const folder = folderOf(document);
    const own = await nearestFolder(document);
    const { resources, layers, settings } = await this.gather(folder, own, true);
    const { problems } = createChancery({ ...resources, layers: layers.layers }, { ...settings, exceptions: layers.exceptions });
    this.report(keyOf(folder, own), problems, layers);
  }

  private isLayer(uri: vscode.Uri): boolean {
    return /\/\.chancery\//.test(uri.path) || uri.path.startsWith(`${this.context.globalStorageUri.path}/`);
  }

  private openFor(folder: vscode.Uri | undefined, own: vscode.Uri | undefined): Promise<Opened> {
    const key = keyOf(folder, own);
    let opened = this.open.get(key);
    if (!opened) {
      opened = this.read(key, folder, own);
      this.open.set(key, opened);
      // a failure is not kept: the next document tries again
      opened.catch(() => {
        this.open.delete(key);
        this.resources = undefined;
      });
    }
    return opened;
  }

  private async read(key: string, folder: vscode.Uri | undefined, own: vscode.Uri | undefined): Promise<Opened> {
    const { resources, layers, settings } = await this.gather(folder, own, false);
    this.watchFiles(layers.files.values());
    const from = JSON.stringify([settings, layers.layers, layers.exceptions]);
    const before = this.made.get(key);
    const chancery = before?.from === from ? before.chancery : createChancery({ ...resources, layers: layers.layers }, { ...settings, exceptions: layers.exceptions });
    this.made.set(key, { from, chancery });
    this.report(key, chancery.problems, layers);
    const elsewhere = chancery.problems.filter(p => !layers.files.has(p.file)).map(p => `${p.file}:${p.line}: ${p.message}`);
    return {
      chancery, own, hasStyle: own !== undefined && await exists(vscode.Uri.joinPath(own, 'style.yaml')), waitsForTrust: own !== undefined && !vscode.workspace.isTrusted,
      files: layers.files, notes: [...layers.notes, ...elsewhere],
    };
  }

  /** All that an engine is made from. @param unsaved take what stands in editors, not what is saved */
  private async gather(folder: vscode.Uri | undefined, own: vscode.Uri | undefined, unsaved: boolean) {
    const { gazetteerFiles, houseStyle, rules, aboutPercent, staleAfterDays } = settingsFor(folder);
    const dist = vscode.Uri.joinPath(this.context.extensionUri, 'dist');
    this.resources ??= Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(dist, 'gazetteer.bin'))).then(gazetteer => ({ gazetteer }));
    const [resources, layers] = await Promise.all([this.resources, readLayers({
      user: this.context.globalStorageUri, listed: gazetteerFiles, folder, workspace: vscode.workspace.isTrusted ? own : undefined, unsaved,
    })]);
    return { resources, layers, settings: { houseStyle, rules, aboutPercent, staleAfterDays } };
  }

  /** Problems of layers stand in their own files, at line and column. */
  private report(key: string, problems: readonly Problem[], { files, layers, exceptions }: Layers): void {
    const texts = new Map([...layers, ...exceptions].map(file => [file.path, file.text]));
    const byFile = new Map<string, vscode.Diagnostic[]>();
    for (const problem of problems) {
      if (!files.has(problem.file)) continue;
      const line = Math.max(0, problem.line - 1);
      const column = Math.max(0, problem.column - 1);
      const width = texts.get(problem.file)?.split(/\r?\n/)[line]?.length ?? column;
      const range = new vscode.Range(line, column, line, Math.max(column + 1, width));
      const diagnostic = new vscode.Diagnostic(range, problem.message, SEVERITY[problem.severity]);
      diagnostic.source = 'Chancery';
      byFile.set(problem.file, [...byFile.get(problem.file) ?? [], diagnostic]);
    }
    this.reported.set(key, [...byFile].map(([file, list]) => [files.get(file)!, list] as const));
    this.problems.clear();
    const all = new Map<string, readonly [vscode.Uri, vscode.Diagnostic[]]>();
    // a file of the user is read for every folder: it is reported once
    for (const list of this.reported.values()) for (const entry of list) all.set(entry[0].toString(), entry);
    for (const [uri, list] of all.values()) this.problems.set(uri, list);
  }
}

const SEVERITY: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error, warning: vscode.DiagnosticSeverity.Warning, information: vscode.DiagnosticSeverity.Information,
};

function keyOf(folder: vscode.Uri | undefined, own: vscode.Uri | undefined): string {
  return `${folder?.toString() ?? ''} ${own?.toString() ?? ''}`;
}
