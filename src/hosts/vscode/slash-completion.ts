import * as vscode from 'vscode';
import type { Sections } from './sections';
import type { Sessions } from './sessions';

/** `/` and letters after it, at the start of a line with nothing else on it. */
const SLASH = /^\s*(\/[\p{L}\p{N}-]*)$/u;

/** `/` on an empty line lists the sections by title, in declared, recognised and unsaved documents (spec 1.2). */
export class SlashProvider implements vscode.CompletionItemProvider {
  constructor(private readonly sessions: Sessions, private readonly sections: Sections) {}

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[] | undefined> {
    const line = document.lineAt(position.line);
    const typed = SLASH.exec(line.text.slice(0, position.character));
    if (!typed || line.text.slice(position.character).trim() !== '') return undefined;
    const session = this.sessions.of(document);
    if (!session || !session.settings.completionEnabled) return undefined;
    const reading = await session.current();
    if (document.uri.scheme !== 'untitled' && (!reading || reading.standing === 'other')) return undefined;
    const range = new vscode.Range(position.translate(0, -typed[1]!.length), position);
    return (await this.sections.filled(reading)).map((section, order) => {
      const item = new vscode.CompletionItem({ label: section.title, description: section.prefix }, vscode.CompletionItemKind.Snippet);
      item.insertText = new vscode.SnippetString(section.body);
      item.filterText = `/${section.prefix} ${section.title}`;
      item.sortText = String(order).padStart(3, '0');
      item.documentation = section.description;
      item.range = range;
      return item;
    });
  }
}
