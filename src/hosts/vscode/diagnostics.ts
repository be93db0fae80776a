import * as vscode from 'vscode';
import type { Finding, Severity } from '../../chancery';
import { rangeOf } from './documents';
import { pageUri } from './pages';
import type { Session } from './session';
import type { Sessions } from './sessions';

export const SOURCE = 'Chancery';

export const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows the findings of each session as diagnostics. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('chancery');
  private readonly disposables: vscode.Disposable[];

  constructor(sessions: Sessions) {
    this.disposables = [
      this.collection,
      sessions.onDidChange(session => this.show(session)),
      sessions.onDidClose(document => this.collection.delete(document.uri)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(session: Session): void {
    const { document } = session;
    const move = session.moveShown();
    const diagnostics: vscode.Diagnostic[] = [];
    for (const finding of session.findings) {
      const span = move(finding.span);
      if (span) diagnostics.push(diagnosticOf(document, finding, rangeOf(document, span), move));
    }
    if (diagnostics.length === 0) this.collection.delete(document.uri);
    else this.collection.set(document.uri, diagnostics);
  }
}

function diagnosticOf(document: vscode.TextDocument, finding: Finding, range: vscode.Range, move: ReturnType<Session['moveShown']>): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITY[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.check, target: pageUri(finding.check) };
  const related = finding.related.flatMap(r => {
    const span = move(r.span);
    return span ? [new vscode.DiagnosticRelatedInformation(new vscode.Location(document.uri, rangeOf(document, span)), r.message)] : [];
  });
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

/** The id of the check that a diagnostic of ours comes from. */
export function checkOf(diagnostic: vscode.Diagnostic): string | undefined {
  if (diagnostic.source !== SOURCE || typeof diagnostic.code !== 'object') return undefined;
  return String(diagnostic.code.value);
}
