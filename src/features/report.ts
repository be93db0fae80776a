import type { Finding } from '../findings/finding';
import type { CastGroup } from './overview/cast';
import type { SheetLine } from './overview/sheet';
import type { FigureSubject } from './overview/subjects';

/** What a report is made from. */
export interface Reported {
  readonly title: string;
  /** The day of the note in the house's words; absent without one. */
  readonly date?: string;
  readonly cast: readonly CastGroup[];
  readonly subjects: readonly FigureSubject[];
  readonly findings: readonly Finding[];
  readonly sheet: readonly SheetLine[];
  lineOf(offset: number): number;
}

/** What is kept of a report, to say at the next one what has changed. */
export interface ReportLines {
  readonly people: readonly string[];
  readonly figures: readonly string[];
  readonly findings: readonly string[];
}

export interface Report {
  readonly markdown: string;
  readonly lines: ReportLines;
}

/** People with their offices, figures with their sources, what is left to check, and what has changed since the last report. */
export function reportOf(note: Reported, before: ReportLines | undefined): Report {
  const lines: ReportLines = { people: peopleLines(note), figures: figureLines(note), findings: note.findings.map(f => f.message) };
  const confirmed = note.sheet.filter(l => l.verdict === 'confirmed').length;
  const parts = [
    `# Report: ${escape(note.title)}`,
    `As of ${note.date === undefined ? 'no date' : escape(note.date)}. ${confirmed} of ${note.sheet.length} names, offices, dates and figures are confirmed by the records.`,
    ...(before ? ['## Since the last report', changes(before, lines)] : []),
    '## People', castTable(note), '## Figures', figureTable(note), '## To check', findingList(note),
  ];
  return { markdown: `${parts.join('\n\n')}\n`, lines };
}

function peopleLines({ cast }: Reported): string[] {
  return cast.flatMap(g => g.members.map(m => [m.name, m.office, g.name].filter(part => part !== '').join(', ')));
}

function figureLines({ subjects }: Reported): string[] {
  return subjects.flatMap(s => s.entries.map(e => `${e.text} (${[e.source ?? 'no source', e.date].filter(part => part !== '').join(', ')})`));
}

function castTable({ cast }: Reported): string {
  const rows = cast.flatMap(g => g.members.map(m => [g.name, m.name, m.office, m.standing === 'disputed' ? `${m.said}; the text says otherwise than the records` : m.said, String(m.places.length)]));
  return rows.length === 0 ? 'Nobody is named.' : table(['State or body', 'Name', 'Office', 'On the day', 'Mentions'], rows);
}

function figureTable(note: Reported): string {
  const rows = note.subjects.flatMap(s => s.entries.map(e => [s.name, e.text, e.source ?? '–', e.date || '–', String(note.lineOf(e.span.start) + 1)]));
  return rows.length === 0 ? 'There are no figures.' : table(['What', 'Figure', 'Source', 'Date', 'Line'], rows);
}

function findingList(note: Reported): string {
  if (note.findings.length === 0) return 'Nothing.';
  return note.findings.map(f => `- Line ${note.lineOf(f.span.start) + 1}: ${escape(f.message)}`).join('\n');
}

function changes(before: ReportLines, now: ReportLines): string {
  const found = (['people', 'figures', 'findings'] as const).flatMap(kind => [
    ...now[kind].filter(line => !before[kind].includes(line)).map(line => `- New: ${escape(line)}`),
    ...before[kind].filter(line => !now[kind].includes(line)).map(line => `- Gone: ${escape(line)}`),
  ]);
  return found.length === 0 ? 'Nothing has changed.' : [...new Set(found)].join('\n');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows.map(row => row.map(escape))].map(row => `| ${row.join(' | ')} |`).join('\n');
}

/** Words of a note as Markdown that shows exactly them: nothing in them becomes a link, a picture or markup. */
function escape(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>|#~$&!]/g, c => `&#${c.charCodeAt(0)};`).replace(/:(?=\/\/)/g, '&#58;').replace(/(?<=www)\./gi, '&#46;').replace(/@/g, '&#64;');
}

/** Figures of notes as a Markdown table. */
export function ledgerTable(rows: readonly { readonly note?: string; readonly subject: string; readonly text: string; readonly source?: string; readonly date: string }[]): string {
  const named = rows.some(row => row.note !== undefined);
  return `${table([...named ? ['Note'] : [], 'What', 'Figure', 'Source', 'Date'], rows.map(row => [...named ? [row.note ?? ''] : [], row.subject, row.text, row.source ?? '–', row.date || '–']))}\n`;
}
