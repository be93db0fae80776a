import * as vscode from 'vscode';
import type { Finding, LineIndex, NoteDigest, Reading, Thing } from '../../../chancery';
import type { Choices } from '../choices';
import { openDocument } from '../documents';
import { type Engines, isDeclaredBy } from '../engines';
import { readText, reasonOf } from '../files';
import type { Session } from '../session';
import type { Sessions } from '../sessions';
import { settingsFor } from '../settings';
import { findNotes } from './notes';

/** What is kept of one note: enough to list and compare, not its text. */
export interface Note {
  readonly uri: vscode.Uri;
  readonly standing: Reading['standing'];
  readonly findings: readonly Finding[];
  readonly lines: Pick<LineIndex, 'positionAt'>;
  readonly digest: NoteDigest;
  readonly things: readonly Thing[];
  readonly title: string;
}

interface Kept {
  readonly note: Note;
  /** Of the file that was read; absent for text of an editor. */
  readonly stamp: string | undefined;
}

export interface Walk {
  readonly notes: readonly Note[];
  readonly unread: readonly { readonly uri: vscode.Uri; readonly reason: string }[];
  readonly cut: boolean;
}

type Told = (done: number, all: number) => void;

/**
 * The briefings of the open folders, read when first asked for and again only where a file or an editor changed. One note
 * is read at a time, with a pause after each: typing goes first.
 */
export class NoteIndex implements vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  private readonly changes = new vscode.EventEmitter<Note>();
  /** A note that was read before is another now. */
  readonly onDidChange = this.changes.event;
  private readonly disposables: vscode.Disposable[];

  constructor(private readonly engines: Engines, private readonly sessions: Sessions, private readonly choices: Choices) {
    this.disposables = [
      this.changes,
      engines.onDidReload(() => this.kept.clear()),
      sessions.onDidChange(session => this.follow(session)),
    ];
  }

  /** All notes of the folders. What cannot be read is told, not thrown. */
  async all(token: vscode.CancellationToken, told: Told = () => {}): Promise<Walk> {
    const { uris, cut } = await findNotes(token);
    const notes: Note[] = [];
    const unread: { uri: vscode.Uri; reason: string }[] = [];
    const there = new Set(uris.map(uri => uri.toString()));
    for (const key of this.kept.keys()) if (!there.has(key)) this.kept.delete(key);
    for (const [i, uri] of uris.entries()) {
      if (token.isCancellationRequested) break;
      told(i, uris.length);
      try {
        const { note, fresh } = await this.read(uri);
        if (note) notes.push(note);
        if (fresh) await pause();
      } catch (problem) {
        unread.push({ uri, reason: reasonOf(problem) });
      }
    }
    return { notes, unread, cut };
  }

  /** Notes read before, without reading any. */
  get known(): readonly Note[] {
    return [...this.kept.values()].map(kept => kept.note);
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private follow(session: Session): void {
    const key = session.document.uri.toString();
    if (!this.kept.has(key) || !session.shown) return;
    const note = noteOf(session.document.uri, session.shown);
    this.kept.set(key, { note, stamp: undefined });
    this.changes.fire(note);
  }

  private async read(uri: vscode.Uri): Promise<{ note: Note | undefined; fresh: boolean }> {
    const key = uri.toString();
    const open = openDocument(uri);
    const session = open && this.sessions.of(open);
    if (session) {
      const reading = await session.current();
      const note = reading && noteOf(uri, reading);
      if (note) this.kept.set(key, { note, stamp: undefined });
      return { note, fresh: false };
    }
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const stamp = `${mtime} ${size}`;
    const before = this.kept.get(key);
    if (before?.stamp === stamp) return { note: before.note, fresh: false };
    const { maxFileSizeKB, check } = settingsFor(uri);
    const text = await readText(uri, 'found', maxFileSizeKB * 1024);
    const opened = await this.engines.for(uri);
    const chosen = this.choices.checkOf(uri);
    const chosenDate = this.choices.dateOf(uri);
    const reading = opened.chancery.open({
      path: uri.path, language: uri.path.endsWith('.txt') ? 'plaintext' : 'markdown', mode: chosen === 'none' ? 'off' : chosen === 'all' ? 'auto' : check,
      ...(chosen === 'all' ? { declared: 'writer' as const } : isDeclaredBy(opened, uri) ? { declared: 'folder' as const } : {}),
      ...(chosenDate === undefined ? {} : { chosenDate }),
    }).update(text);
    const note = reading && noteOf(uri, reading);
    if (note) this.kept.set(key, { note, stamp });
    return { note, fresh: true };
  }
}

function noteOf(uri: vscode.Uri, reading: Reading): Note {
  const briefing = reading.standing !== 'other';
  const places = new Map<number, ReturnType<LineIndex['positionAt']>>();
  const findings = reading.findings;
  const subjects = briefing ? reading.subjects : [];
  const things = briefing ? reading.things : [];
  // positions are worked out now, so that the text need not be kept
  const keep = ({ start, end }: { start: number; end: number }): void => {
    places.set(start, reading.lines.positionAt(start));
    places.set(end, reading.lines.positionAt(end));
  };
  for (const { span } of findings) keep(span);
  for (const { entries } of subjects) {
    for (const { span, lead, after } of entries) {
      keep(span);
      keep({ start: span.start - lead.length, end: span.end + after.length });
    }
  }
  for (const thing of things) thing.places.forEach(keep);
  return {
    uri, standing: reading.standing, findings, things, lines: { positionAt: offset => places.get(offset) ?? { line: 0, character: 0 } },
    digest: { note: uri.toString(), day: reading.judgedBy?.day, subjects }, title: uri.path.slice(uri.path.lastIndexOf('/') + 1),
  };
}

function pause(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}
