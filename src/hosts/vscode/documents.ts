import * as vscode from 'vscode';

export const LANGUAGES = ['markdown', 'plaintext'] as const;

/** Documents that VS Code or other extensions make for themselves: nobody writes a briefing there. */
const OTHERS = /^(?:output|extension-output|git|gitfs|gitlens|comment|debug|search-editor|interactive|walkthrough|walkThroughSnippet|telemetry|merge-conflict|pr|review|release-notes|chancery-page|vscode(?!-vfs|-remote|-test-web|-local).*|chat.*)$/i;

/** Whether Chancery reads a document: Markdown or plain text, on disk, unsaved or in a virtual file system. */
export function isRead(document: vscode.TextDocument, extensionUri: vscode.Uri): boolean {
  if (!(LANGUAGES as readonly string[]).includes(document.languageId) || OTHERS.test(document.uri.scheme)) return false;
  // the extension's own pages, but not a workspace opened on its source
  return !isBelow(document.uri, vscode.Uri.joinPath(extensionUri, 'dist'));
}

export function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
  const base = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.scheme === folder.scheme && uri.authority === folder.authority && uri.path.startsWith(base);
}

/** The document of the active editor, if Chancery reads it. */
export function activeDocument(extensionUri: vscode.Uri): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isRead(document, extensionUri) ? document : undefined;
}

export function rangeOf(document: vscode.TextDocument, span: { readonly start: number; readonly end: number }): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** The document of an address, where an editor or an extension has it open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(d => d.uri.toString() === uri.toString() && !d.isClosed);
}
