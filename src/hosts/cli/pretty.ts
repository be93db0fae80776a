import { type Finding, LineIndex, type Severity, visible } from '../../chancery';
import type { Checked } from './check';

const CODES: Readonly<Record<Severity | 'dim' | 'bold', string>> = { error: '31', warning: '33', information: '36', hint: '90', dim: '2', bold: '1' };
/** A line longer than this is shown around the place only. */
const WIDEST = 110;

type Paint = (text: string, style: Severity | 'dim' | 'bold') => string;

/** For people: path and line, the line with the place underlined, message, fix; a summary line at the end. */
export function prettyReport(checked: readonly Checked[], colours: boolean): string {
  const paint: Paint = (text, style) => (colours ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
  const parts: string[] = [];
  for (const file of checked) {
    if (file.error !== undefined) {
      parts.push(`${paint(visible(file.path), 'bold')}: ${visible(file.error)}\n`);
      continue;
    }
    const lines = new LineIndex(file.text);
    for (const finding of file.findings) parts.push(shown(file, lines, finding, paint));
  }
  parts.push(`${summary(checked)}\n`);
  return parts.join('\n');
}

function shown(file: Checked, lines: LineIndex, finding: Finding, paint: Paint): string {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  const text = visible(lines.textOf(start.line).replace(/\t/g, ' '));
  const to = end.line === start.line ? end.character : text.length;
  const from = text.length > WIDEST ? Math.max(0, start.character - 40) : 0;
  const part = text.slice(from, from + WIDEST);
  const lead = from > 0 ? '…' : '';
  const tail = from + WIDEST < text.length ? '…' : '';
  const number = String(start.line + 1);
  const under = ' '.repeat(Math.max(0, start.character - from + lead.length)) + '~'.repeat(Math.max(1, Math.min(to, from + WIDEST) - start.character));
  const fix = finding.fixes.find(f => f.edits.length > 0);
  const out = [
    `${paint(`${visible(file.path)}:${number}:${start.character + 1}`, 'bold')} ${paint(finding.severity, finding.severity)} ${paint(finding.check, 'dim')}`,
    `${paint(`${number} |`, 'dim')} ${lead}${part}${tail}`,
    `${' '.repeat(number.length)} ${paint('|', 'dim')} ${paint(under, finding.severity)}`,
    `  ${visible(finding.message)}`,
  ];
  if (fix) out.push(`  ${paint('Fix:', 'dim')} ${visible(fix.title)}`);
  return `${out.join('\n')}\n`;
}

function summary(checked: readonly Checked[]): string {
  const count = (severity: Severity): number => checked.reduce((n, f) => n + f.findings.filter(x => x.severity === severity).length, 0);
  const words: string[] = [];
  const say = (n: number, one: string, many: string): void => {
    if (n > 0) words.push(`${n} ${n === 1 ? one : many}`);
  };
  say(count('error'), 'error', 'errors');
  say(count('warning'), 'warning', 'warnings');
  say(count('information'), 'note', 'notes');
  say(count('hint'), 'hint', 'hints');
  const unread = checked.filter(f => f.error !== undefined).length;
  const files = `${checked.length} ${checked.length === 1 ? 'file' : 'files'}`;
  const found = words.length === 0 ? 'nothing to check' : words.join(', ');
  return `${files}: ${found}${unread > 0 ? `; ${unread} could not be read` : ''}.`;
}
