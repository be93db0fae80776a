import { LineIndex, type Position, type Span } from '../../chancery';
import type { Checked } from './main';

/** The JSON of `--format json`: zero-based lines and UTF-16 characters of the file as it is on disk. */
export function jsonReport(version: string, checked: readonly Checked[]): string {
  return JSON.stringify({
    version,
    files: checked.map(file => {
      const lines = new LineIndex(file.text);
      const range = (span: Span): { start: Position; end: Position } => ({ start: lines.positionAt(span.start), end: lines.positionAt(span.end) });
      return {
        path: file.path,
        findings: file.findings.map(f => ({
          check: f.check,
          severity: f.severity,
          message: f.message,
          range: range(f.span),
          related: f.related.map(r => ({ range: range(r.span), message: r.message })),
          // a fix that only moves the cursor or opens a menu has nothing to edit, and is left out here
          fixes: f.fixes.filter(fix => fix.edits.length > 0).map(fix => ({
            title: fix.title, safe: fix.safe, edits: fix.edits.map(e => ({ range: range(e.span), newText: e.text })),
          })),
        })),
        ...(file.error === undefined ? {} : { error: file.error }),
      };
    }),
  });
}
