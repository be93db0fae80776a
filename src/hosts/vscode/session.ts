import * as vscode from 'vscode';
import type { Brief, BriefContext, Finding, Reading, Span } from '../../chancery';
import type { Choices } from './choices';
import { type Engines, isDeclaredBy, type Opened } from './engines';
import { reasonOf } from './files';
import { beingFilled, isHeld, isTyping, placeHeld } from './hold-back';
import { mover, type Mover } from './moved';
import { type HostSettings, settingsFor } from './settings';

const DEBOUNCE_MS = 400;
/** UTF-16 units of a kilobyte, as the size setting counts. */
const KILOBYTE = 1024;

export type SessionState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read' }
  | { readonly kind: 'too-large' }
  /** Something of the extension's own could not be read or failed. */
  | { readonly kind: 'failed'; readonly reason: string };

/** One open document: its brief, the newest reading, and the reading whose findings are shown. */
export class Session implements vscode.Disposable {
  state: SessionState = { kind: 'waiting' };
  opened: Opened | undefined;
  /** The reading whose findings are shown; it may be older than the text. */
  shown: Reading | undefined;
  private reading: Reading | undefined;
  private brief: Brief | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private held: Span | undefined;
  /** A section that has been put in and is being filled: nothing is said of it until the cursor leaves it. */
  private filling: Span | undefined;
  private closed = false;

  constructor(
    readonly document: vscode.TextDocument,
    private readonly engines: Engines,
    private readonly choices: Choices,
    private readonly changed: (session: Session) => void,
  ) {}

  get settings(): HostSettings {
    return settingsFor(this.document.uri);
  }

  /** Findings shown now: none is held against the word that is being typed. */
  get findings(): readonly Finding[] {
    const { held, filling } = this;
    return this.shown?.findings.filter(f => !isHeld(f.span, held) && !isHeld(f.span, filling)) ?? [];
  }

  /** Where places of the shown reading stand in the text now. */
  moveShown(): Mover {
    return this.shown ? this.moverFrom(this.shown) : () => undefined;
  }

  moverFrom(reading: Reading): Mover {
    return mover(reading.text, this.document.getText());
  }

  opening(): void {
    if (this.settings.checkWhen !== 'manual') this.soon(0);
  }

  /** After an edit: the check follows when the writer pauses. */
  edited(event: vscode.TextDocumentChangeEvent): void {
    const { checkWhen, holdBack } = this.settings;
    const cursor = this.cursor();
    this.filling = beingFilled(this.filling, event.contentChanges, event.reason !== undefined);
    this.held = event.reason === undefined && cursor !== undefined && isTyping(event.contentChanges)
      ? placeHeld(this.document.getText(), this.cursorAfter(event, cursor), holdBack)
      : undefined;
    if (checkWhen === 'typing') this.soon(DEBOUNCE_MS);
  }

  saved(): void {
    if (this.settings.checkWhen === 'save') this.soon(0);
  }

  /** When the cursor leaves the word that was typed, what was held back is shown. */
  cursorMoved(): void {
    const cursor = this.cursor();
    if (cursor === undefined) return;
    const left = (place: Span | undefined): boolean => place !== undefined && (cursor < place.start || cursor > place.end);
    if (!left(this.held) && !left(this.filling)) return;
    if (left(this.held)) this.held = undefined;
    if (left(this.filling)) this.filling = undefined;
    if (this.shown && this.shown.text === this.document.getText()) this.changed(this);
  }

  /** Settings, layers or the writer's answers have changed. */
  reopen(): void {
    this.brief = undefined;
    this.reading = undefined;
    if (this.shown || this.settings.checkWhen !== 'manual') this.soon(0);
  }

  /** A reading of the text as it is now, without showing its findings; `undefined` if it cannot be read. */
  async current(): Promise<Reading | undefined> {
    if (this.reading && this.reading.text === this.document.getText()) return this.reading;
    await this.read();
    return this.reading;
  }

  /** How another text would be read in the place of this one: of another date, say. Nothing of it is kept. */
  readingOf(text: string): Reading | undefined {
    return this.opened?.chancery.open(this.context(this.opened)).update(text);
  }

  /** Reads the text as it is now and shows what is found. */
  async check(): Promise<Reading | undefined> {
    clearTimeout(this.timer);
    await this.read();
    if (this.closed) return undefined;
    this.shown = this.reading;
    this.changed(this);
    return this.shown;
  }

  dispose(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.check();
    }, delay);
  }

  /** The text is taken after the engine is there, in one step with its reading: a reading is never of an older text. */
  private async read(): Promise<void> {
    try {
      const opened = await this.engines.for(this.document.uri);
      if (this.closed) return;
      const text = this.document.getText();
      if (text.length > this.settings.maxFileSizeKB * KILOBYTE) {
        this.opened = opened;
        this.reading = undefined;
        this.state = { kind: 'too-large' };
        return;
      }
      const context = this.context(opened);
      if (!this.brief || this.opened !== opened) this.brief = opened.chancery.open(context);
      else this.brief.setContext(context);
      this.opened = opened;
      this.reading = this.brief.update(text) ?? this.reading;
      this.state = { kind: 'read' };
    } catch (problem) {
      this.reading = undefined;
      this.state = { kind: 'failed', reason: reasonOf(problem) };
    }
  }

  private context(opened: Opened): BriefContext {
    const { uri } = this.document;
    const chosen = this.choices.checkOf(uri);
    const chosenDate = this.choices.dateOf(uri);
    return {
      path: uri.path,
      language: this.document.languageId === 'plaintext' ? 'plaintext' : 'markdown',
      recognised: this.shown?.standing === 'recognised',
      mode: chosen === 'none' ? 'off' : chosen === 'all' ? 'auto' : this.settings.check,
      ...(chosen === 'all' ? { declared: 'writer' as const } : isDeclaredBy(opened, uri) ? { declared: 'folder' as const } : {}),
      ...(chosenDate === undefined ? {} : { chosenDate }),
    };
  }

  private cursor(): number | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === this.document ? this.document.offsetAt(editor.selection.active) : undefined;
  }

  /** Where the cursor will be: the change is told before the cursor moves. */
  private cursorAfter(event: vscode.TextDocumentChangeEvent, cursor: number): number {
    const change = event.contentChanges[0];
    return event.contentChanges.length === 1 && change ? change.rangeOffset + change.text.length : cursor;
  }
}
