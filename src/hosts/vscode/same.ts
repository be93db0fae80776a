import * as vscode from 'vscode';
import { LineIndex, type Reading, type Span, type Thing } from '../../chancery';
import { openDocument, rangeOf } from './documents';
import { readText } from './files';
import type { Note, NoteIndex } from './folder/note-index';
import type { Sessions } from './sessions';

interface Here {
  readonly reading: Reading;
  readonly thing: Thing;
  readonly span: Span;
}

/**
 * Every form of the person, body or figure under the cursor: lit up, listed for the note and its folder by *Find All
 * References*, written otherwise by *Rename Symbol*, and found by *Go to Symbol in Workspace*.
 */
export class SameProvider implements vscode.DocumentHighlightProvider, vscode.ReferenceProvider, vscode.RenameProvider, vscode.WorkspaceSymbolProvider, vscode.DocumentLinkProvider {
  constructor(private readonly sessions: Sessions, private readonly index: NoteIndex) {}

  async provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[] | undefined> {
    const here = await this.at(document, position);
    // nothing of ours: VS Code lights up the word itself
    return here?.thing.places.map(place => new vscode.DocumentHighlight(rangeOf(document, place), vscode.DocumentHighlightKind.Text));
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position, _context: vscode.ReferenceContext, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const here = await this.at(document, position);
    if (!here) return [];
    const own = here.thing.places.map(place => new vscode.Location(document.uri, rangeOf(document, place)));
    const others = await this.elsewhere(document, here.thing, token);
    return [...own, ...others.flatMap(({ note, thing }) => thing.places.map(place => new vscode.Location(note.uri, rangeIn(note, place))))];
  }

  async prepareRename(document: vscode.TextDocument, position: vscode.Position): Promise<{ range: vscode.Range; placeholder: string }> {
    const here = await this.at(document, position);
    if (!here || here.thing.kind === 'figure') throw new Error('Put the cursor on the name of a person or a body.');
    const range = rangeOf(document, here.span);
    return { range, placeholder: document.getText(range) };
  }

  /** The same words for the same person or body, here and in the other notes of the folder; each change waits in the preview. */
  async provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string, token: vscode.CancellationToken): Promise<vscode.WorkspaceEdit | undefined> {
    const here = await this.at(document, position);
    if (!here || here.thing.kind === 'figure' || /[\r\n]/.test(newName) || newName.trim() === '') return undefined;
    const { reading, thing, span } = here;
    const words = plain(reading.text.slice(span.start, span.end));
    const edit = new vscode.WorkspaceEdit();
    const put = (uri: vscode.Uri, range: vscode.Range, label: string): void => edit.replace(uri, range, newName, { needsConfirmation: true, label, description: thing.name });
    for (const place of thing.places) if (plain(reading.text.slice(place.start, place.end)) === words) put(document.uri, rangeOf(document, place), 'This note');
    for (const { note, thing: other } of await this.elsewhere(document, thing, token)) {
      const text = openDocument(note.uri)?.getText() ?? await readText(note.uri, 'found');
      const lines = new LineIndex(text);
      // a file that changed meanwhile no longer has the words there
      for (const place of other.places) if (plain(text.slice(place.start, place.end)) === words) put(note.uri, rangeBy(lines, place), 'Other notes');
    }
    return edit;
  }

  async provideWorkspaceSymbols(query: string, token: vscode.CancellationToken): Promise<vscode.SymbolInformation[]> {
    const { notes } = await this.index.all(token);
    const wanted = query.toLowerCase();
    return notes.flatMap(note => note.things.filter(thing => thing.kind !== 'figure' && isSubsequence(wanted, thing.name.toLowerCase())).map(thing =>
      new vscode.SymbolInformation(thing.name, thing.kind === 'person' ? vscode.SymbolKind.Variable : vscode.SymbolKind.Namespace, note.title, new vscode.Location(note.uri, rangeIn(note, thing.places[0]!)))));
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const reading = await this.reading(document);
    return (reading?.sourceLinks ?? []).map(({ span, url, title }) => {
      const link = new vscode.DocumentLink(rangeOf(document, span), vscode.Uri.parse(url, true));
      link.tooltip = `Open ${title}`;
      return link;
    });
  }

  private async reading(document: vscode.TextDocument): Promise<Reading | undefined> {
    const reading = await this.sessions.of(document)?.current();
    return reading && reading.standing !== 'other' && reading.text === document.getText() ? reading : undefined;
  }

  private async at(document: vscode.TextDocument, position: vscode.Position): Promise<Here | undefined> {
    const reading = await this.reading(document);
    const found = reading?.thingAt(document.offsetAt(position));
    return reading && found && { reading, ...found };
  }

  private async elsewhere(document: vscode.TextDocument, thing: Thing, token: vscode.CancellationToken): Promise<{ note: Note; thing: Thing }[]> {
    // a note without a folder stands alone
    if (!vscode.workspace.getWorkspaceFolder(document.uri)) return [];
    const { notes } = await this.index.all(token);
    return notes.filter(note => note.uri.toString() !== document.uri.toString()).flatMap(note => {
      const other = note.things.find(t => t.kind === thing.kind && t.id === thing.id);
      return other ? [{ note, thing: other }] : [];
    });
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function rangeIn(note: Note, span: Span): vscode.Range {
  return rangeBy(note.lines, span);
}

function rangeBy(lines: Pick<LineIndex, 'positionAt'>, { start, end }: Span): vscode.Range {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return new vscode.Range(from.line, from.character, to.line, to.character);
}

function isSubsequence(wanted: string, name: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
