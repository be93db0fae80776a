import * as vscode from 'vscode';
import { pageMarkdown } from './page-markdown';
import { readText } from './files';
import type { Reports } from './report';

export const PAGE_SCHEME = 'chancery-page';

/** The address of a check's page: a document, so that it opens where commands are not allowed. */
export function pageUri(check: string): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${check}.md` });
}

/** The pages of the checks, read from the extension, and reports of notes: they open offline. */
export class Pages implements vscode.TextDocumentContentProvider {
  readonly onDidChange: vscode.Event<vscode.Uri>;

  constructor(private readonly extensionUri: vscode.Uri, private readonly reports: Reports) {
    this.onDidChange = reports.onDidChange;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const report = this.reports.textOf(uri.path);
    if (report !== undefined) return report;
    const id = uri.path.replace(/^\/|\.md$/g, '');
    if (!/^[a-z-]+$/.test(id)) return '';
    try {
      return pageMarkdown(await readText(vscode.Uri.joinPath(this.extensionUri, 'dist', 'checks', `${id}.md`)));
    } catch {
      return `# ${id}\n\nThis check has no page.\n`;
    }
  }

  /** Shows the page of a check, as a preview where VS Code has one for Markdown. */
  async open(check: unknown): Promise<void> {
    if (typeof check !== 'string') return;
    const uri = pageUri(check);
    const commands = await vscode.commands.getCommands(true);
    if (commands.includes('markdown.showPreview')) await vscode.commands.executeCommand('markdown.showPreview', uri);
    else await vscode.window.showTextDocument(uri, { preview: true });
  }
}
