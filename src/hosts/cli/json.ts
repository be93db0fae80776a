import { LineIndex, type Position, type Span } from '../../chancery';
import type { Checked } from './check';

/** What JSON may hold as it is and a terminal may obey, or a reader not see. */
const HIDDEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/g;

/** The JSON of `--format json`: zero-based lines and UTF-16 characters of the file as it is on disk. */
export function jsonReport(version: string, checked: readonly Checked[]): string {
  const report = JSON.stringify({
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
  return report.replace(HIDDEN, hidden => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
