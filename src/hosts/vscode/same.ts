import * as vscode from 'vscode';
import { rangeOf } from './documents';
import type { Sessions } from './sessions';

/** Every form of the person, body or figure under the cursor: lit up, and listed by *Find All References* (Shift+F12). */
export class SameProvider implements vscode.DocumentHighlightProvider, vscode.ReferenceProvider {
  constructor(private readonly sessions: Sessions) {}

  async provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.DocumentHighlight[] | undefined> {
    const ranges = await this.ranges(document, position);
    // nothing of ours: VS Code lights up the word itself
    return ranges.length > 0 ? ranges.map(range => new vscode.DocumentHighlight(range, vscode.DocumentHighlightKind.Text)) : undefined;
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Location[]> {
    return (await this.ranges(document, position)).map(range => new vscode.Location(document.uri, range));
  }

  private async ranges(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Range[]> {
    const reading = await this.sessions.of(document)?.current();
    if (!reading || reading.standing === 'other' || reading.text !== document.getText()) return [];
    return reading.sameAt(document.offsetAt(position)).map(span => rangeOf(document, span));
  }
}
