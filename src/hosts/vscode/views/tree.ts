import * as vscode from 'vscode';
import type { HoverCard, Reading } from '../../../chancery';
import { cardMarkdown } from '../card-markdown';
import { themeOf } from '../hover';
import type { Session } from '../session';
import type { Row } from './rows';

/** Carries a person of the Cast list into a text. */
export const PERSON_MIME = 'application/vnd.chancery.person';

export interface Shape {
  /** Id of the view, without the extension's name. */
  readonly view: string;
  readonly rows: (reading: Reading, session: Session) => Row[];
  /** Said instead of an empty list. */
  readonly empty: string;
  /** Beside the title of the list; the name of the note where there is none. */
  readonly summary?: (reading: Reading) => string;
}

/** One list of the side bar: rows made from the reading that is shown of the note in the editor. */
export class NoteTree implements vscode.TreeDataProvider<Row>, vscode.TreeDragAndDropController<Row>, vscode.Disposable {
  readonly dragMimeTypes = ['text/plain', PERSON_MIME];
  readonly dropMimeTypes: readonly string[] = [];
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changes.event;
  private readonly view: vscode.TreeView<Row>;
  private session: Session | undefined;
  private rows: readonly Row[] = [];
  private stale = false;

  constructor(private readonly shape: Shape) {
    this.view = vscode.window.createTreeView(`chancery.${shape.view}`, { treeDataProvider: this, dragAndDropController: this, showCollapseAll: true });
    this.view.onDidChangeVisibility(({ visible }) => visible && this.stale && this.refresh());
  }

  /** What is shown of the note has changed, or another note is in the editor; `undefined`: none is. */
  show(session: Session | undefined): void {
    this.session = session;
    this.stale = true;
    if (this.view.visible) this.refresh();
  }

  /** The rows as they would be shown now, for tests. */
  get shown(): readonly Row[] {
    if (this.stale) this.refresh();
    return this.rows;
  }

  getTreeItem(row: Row): vscode.TreeItem {
    const { TreeItemCollapsibleState: State } = vscode;
    const item = new vscode.TreeItem(row.label, row.rows.length === 0 ? State.None : row.open ? State.Expanded : State.Collapsed);
    item.id = row.id;
    if (row.description) item.description = row.description;
    item.contextValue = row.kind === 'person' && row.record === undefined ? 'unrecorded' : row.kind;
    item.accessibilityInformation = { label: row.said };
    if (row.icon) item.iconPath = new vscode.ThemeIcon(row.icon, row.colour === undefined ? undefined : new vscode.ThemeColor(row.colour));
    if (row.record === undefined) item.tooltip = row.said;
    if (row.places.length > 0 && this.session) item.command = { command: 'chancery.goToNext', title: 'Show in the Text', arguments: [this.session.document.uri.toString(), row.places] };
    return item;
  }

  getChildren(row?: Row): Row[] {
    return [...row ? row.rows : this.shown];
  }

  /** The card is made when the pointer rests on the row. */
  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    const card = row.record === undefined ? undefined : this.session?.shown?.cardOf(row.record);
    item.tooltip = card ? tooltipOf(card) : row.said;
    return item;
  }

  handleDrag(rows: readonly Row[], data: vscode.DataTransfer): void {
    const row = rows.find(r => r.kind === 'person');
    if (!row) return;
    const references = row.record === undefined ? undefined : this.session?.shown?.referencesTo(row.record);
    data.set('text/plain', new vscode.DataTransferItem(references?.first ?? row.label));
    if (row.record !== undefined) data.set(PERSON_MIME, new vscode.DataTransferItem(row.record));
  }

  dispose(): void {
    vscode.Disposable.from(this.view, this.changes).dispose();
  }

  private refresh(): void {
    this.stale = false;
    const reading = this.session?.shown;
    const briefing = reading !== undefined && reading.standing !== 'other';
    this.rows = briefing ? this.shape.rows(reading, this.session!) : [];
    // without a briefing the view's own words of welcome stand there
    this.view.message = briefing && this.rows.length === 0 ? this.shape.empty : '';
    this.view.description = !briefing ? '' : this.shape.summary?.(reading) ?? nameOf(this.session!.document);
    this.changes.fire();
  }
}

/** A tooltip runs no commands: the card goes without its link to the record. */
function tooltipOf({ record: _record, ...card }: HoverCard): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(cardMarkdown(card, { detail: 'full', theme: themeOf(), covered: false }), true);
  markdown.supportHtml = true;
  return markdown;
}

function nameOf({ uri, isUntitled }: vscode.TextDocument): string {
  return isUntitled ? uri.path : uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
