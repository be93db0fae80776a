/**
 * Stands in for `vscode` in tests of what the editor's host does with files: a file system in memory that can be told to
 * fail as a disk does, and answers of the writer. Only what those files use is here; anything else is a function of nothing.
 */

export enum FileType { Unknown = 0, File = 1, Directory = 2, SymbolicLink = 64 }

export class Uri {
  constructor(readonly scheme: string, readonly authority: string, readonly path: string) {}
  static file(path: string): Uri { return new Uri('file', '', path); }
  static from({ scheme, authority = '', path = '' }: { scheme: string; authority?: string; path?: string }): Uri { return new Uri(scheme, authority, path); }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    const path: string[] = [];
    for (const part of `${base.path}/${parts.join('/')}`.split('/')) {
      if (part === '..') path.pop();
      else if (part !== '' && part !== '.') path.push(part);
    }
    return base.with({ path: `/${path.join('/')}` });
  }
  with({ path }: { path: string }): Uri { return new Uri(this.scheme, this.authority, path); }
  toString(): string { return `${this.scheme}://${this.authority}${this.path}`; }
}

export class Position { constructor(readonly line: number, readonly character: number) {} }
export class Range { constructor(readonly start: Position, readonly end: Position) {} }

interface Node { type: FileType; bytes: Uint8Array }

/** What the disk holds, by path. */
export const disk = new Map<string, Node>();
/** What happens before an operation on the disk: a test may throw here, or change a file as another window would. */
export const hooks: { before?: (operation: string, path: string) => void | Promise<void> } = {};
/** What the writer was told, and the answers that wait for a choice. */
export const told: string[] = [];
const choices: ((choice: string | undefined) => void)[] = [];

export function reset(): void {
  disk.clear();
  delete hooks.before;
  told.length = 0;
  choices.length = 0;
}

export function put(path: string, content: string | Uint8Array, type = FileType.File): void {
  disk.set(path, { type, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content });
}

export function get(path: string): string | undefined {
  const node = disk.get(path);
  return node && new TextDecoder('utf-8', { ignoreBOM: true }).decode(node.bytes);
}

/** Chooses in the newest message, and waits until what follows from it is done. */
export async function choose(choice: string): Promise<void> {
  choices.pop()?.(choice);
  // until the disk has been still for a while
  for (let seen = -1; seen !== steps;) {
    seen = steps;
    await new Promise(done => setTimeout(done, 20));
  }
}

function missing(path: string): Error {
  return new Error(`There is no ${path}.`);
}

function isFolder(path: string): boolean {
  return disk.get(path)?.type === FileType.Directory || [...disk.keys()].some(key => key.startsWith(`${path}/`));
}

let steps = 0;

async function step(operation: string, path: string): Promise<void> {
  steps++;
  // as slow as any disk: others come in between
  await new Promise(done => setTimeout(done, 0));
  await hooks.before?.(operation, path);
}

const fs = {
  async stat(uri: Uri) {
    await step('stat', uri.path);
    const node = disk.get(uri.path);
    if (node) return { type: node.type, size: node.type === FileType.Unknown ? 0 : node.bytes.length };
    if (isFolder(uri.path)) return { type: FileType.Directory, size: 0 };
    throw missing(uri.path);
  },
  async readFile(uri: Uri) {
    await step('read', uri.path);
    const node = disk.get(uri.path);
    if (!node) throw missing(uri.path);
    return node.bytes;
  },
  async writeFile(uri: Uri, bytes: Uint8Array) {
    try {
      await step('write', uri.path);
    } catch (problem) {
      // a full disk takes what there is room for
      put(uri.path, bytes.slice(0, bytes.length >> 1));
      throw problem;
    }
    put(uri.path, bytes);
  },
  async copy(from: Uri, to: Uri) {
    await step('copy', to.path);
    const node = disk.get(from.path);
    if (!node) throw missing(from.path);
    put(to.path, node.bytes);
  },
  async rename(from: Uri, to: Uri, options?: { overwrite?: boolean }) {
    await step('rename', to.path);
    if (disk.has(to.path) && !options?.overwrite) throw new Error(`${to.path} is there.`);
    const node = disk.get(from.path);
    if (!node) throw missing(from.path);
    disk.set(to.path, node);
    disk.delete(from.path);
  },
  async delete(uri: Uri) {
    await step('delete', uri.path);
    disk.delete(uri.path);
  },
  async readDirectory(uri: Uri) {
    await step('list', uri.path);
    const names = new Map<string, FileType>();
    for (const [path, node] of disk) {
      if (!path.startsWith(`${uri.path}/`)) continue;
      const [name, more] = path.slice(uri.path.length + 1).split('/');
      names.set(name!, more === undefined ? node.type : FileType.Directory);
    }
    return [...names];
  },
};

export const workspace = {
  fs,
  isTrusted: true,
  workspaceFolders: [{ uri: Uri.file('/folder'), name: 'work', index: 0 }],
  textDocuments: [],
  getWorkspaceFolder: (uri: Uri) => (uri.path.startsWith('/folder/') ? workspace.workspaceFolders[0] : undefined),
  asRelativePath: (uri: Uri) => uri.path.replace(/^\/folder\//, ''),
};

function message(text: string): Promise<string | undefined> {
  told.push(text);
  return new Promise(chosen => {
    choices.push(chosen);
  });
}

export const window = {
  showInformationMessage: message,
  showWarningMessage: message,
  showErrorMessage: message,
  showTextDocument: async () => undefined,
};

export class MarkdownString { constructor(readonly value: string) {} }
export class Hover { constructor(readonly contents: MarkdownString, readonly range?: Range) {} }

const nothing: unknown = new Proxy(function () {}, { get: (_, key) => (key === 'prototype' ? {} : nothing), apply: () => nothing });
export const languages = nothing;
export const commands = nothing;
export const CodeActionKind = nothing;
export const DiagnosticSeverity = nothing;
export const CodeAction = nothing;
export const CompletionItemKind = nothing;
export const Diagnostic = nothing;
export const DiagnosticRelatedInformation = nothing;
export const Location = nothing;
export const WorkspaceEdit = nothing;
export const TextEdit = nothing;
export const Disposable = nothing;
