import * as vscode from 'vscode';
import { type Day, isoDay } from '../../chancery';
import { readDay } from './day';
import { isBelow } from './documents';

interface FileChoice {
  /** `all`: checked in full because the writer said so; `none`: not checked. */
  readonly check?: 'all' | 'none';
  /** ISO day that the writer picked. */
  readonly date?: string;
}

interface Stored {
  readonly files: Readonly<Record<string, FileChoice>>;
  /** Folders that are not checked. */
  readonly folders: readonly string[];
}

const KEY = 'choices';
/** Answers kept; the oldest go first. */
const MOST = 2000;

/**
 * What the writer said of a document in the status menu (spec 5.2, 6.1): kept in the extension's storage, never in the
 * document. Answers about unsaved documents last until they are closed.
 */
export class Choices {
  private readonly unsaved = new Map<string, FileChoice>();

  constructor(private readonly memory: vscode.Memento) {}

  checkOf(uri: vscode.Uri): 'all' | 'none' | undefined {
    const own = this.of(uri).check;
    if (own) return own;
    return this.stored().folders.some(folder => isBelow(uri, vscode.Uri.parse(folder))) ? 'none' : undefined;
  }

  dateOf(uri: vscode.Uri): Day | undefined {
    const { date } = this.of(uri);
    return date === undefined ? undefined : readDay(date);
  }

  async setCheck(uri: vscode.Uri, check: 'all' | 'none' | undefined): Promise<void> {
    const { date } = this.of(uri);
    await this.set(uri, { ...(date ? { date } : {}), ...(check ? { check } : {}) });
  }

  async setDate(uri: vscode.Uri, day: Day | undefined): Promise<void> {
    const { check } = this.of(uri);
    await this.set(uri, { ...(check ? { check } : {}), ...(day === undefined ? {} : { date: isoDay(day) }) });
  }

  async leaveFolder(folder: vscode.Uri): Promise<void> {
    const { files, folders } = this.stored();
    await this.memory.update(KEY, { files, folders: [...new Set([...folders, folder.toString()])].slice(-MOST) });
  }

  async enterFolder(folder: vscode.Uri): Promise<void> {
    const { files, folders } = this.stored();
    await this.memory.update(KEY, { files, folders: folders.filter(known => known !== folder.toString()) });
  }

  forget(uri: vscode.Uri): void {
    this.unsaved.delete(uri.toString());
  }

  private of(uri: vscode.Uri): FileChoice {
    return (uri.scheme === 'untitled' ? this.unsaved.get(uri.toString()) : this.stored().files[uri.toString()]) ?? {};
  }

  private async set(uri: vscode.Uri, choice: FileChoice): Promise<void> {
    const key = uri.toString();
    const empty = choice.check === undefined && choice.date === undefined;
    if (uri.scheme === 'untitled') {
      if (empty) this.unsaved.delete(key);
      else this.unsaved.set(key, choice);
      return;
    }
    const { files, folders } = this.stored();
    const others = Object.entries(files).filter(([file]) => file !== key);
    await this.memory.update(KEY, { files: Object.fromEntries([...others, ...(empty ? [] : [[key, choice] as const])].slice(-MOST)), folders });
  }

  private stored(): Stored {
    return this.memory.get<Stored>(KEY) ?? { files: {}, folders: [] };
  }
}
