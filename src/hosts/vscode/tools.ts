import * as vscode from 'vscode';
import { type HoverCard, isoDay, type Reading } from '../../chancery';
import { localDay, readDay } from './day';
import type { Engines } from './engines';

/** Longest text that is checked for a tool, in characters. */
const LONGEST = 200_000;

interface LookUp {
  readonly query: string;
  readonly date?: string;
}

interface Check {
  readonly text: string;
  readonly date?: string;
}

/** Two tools for language models: they read records and text, write nothing, and ask no network. */
export function registerTools(engines: Engines): vscode.Disposable[] {
  return [
    vscode.lm.registerTool<LookUp>('chancery_lookup', { invoke: async ({ input }) => answer(await lookUp(engines, input)) }),
    vscode.lm.registerTool<Check>('chancery_check', { invoke: async ({ input }) => answer(await check(engines, input)) }),
  ];
}

function answer(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}

async function lookUp(engines: Engines, { query, date }: LookUp): Promise<string> {
  const day = date === undefined ? isoDay(localDay(new Date())) : date;
  if (readDay(day) === undefined) return 'The date must be a day written like 2022-01-12.';
  if (typeof query !== 'string' || query.trim() === '') return 'Say whom or which office to look up.';
  const reading = await read(engines, '', day);
  const cards = reading.lookUp(query).flatMap(id => reading.cardOf(id) ?? []);
  return cards.length === 0 ? `No record of ‘${query}’ on ${day}.` : `As of ${day}:\n\n${cards.map(cardText).join('\n\n')}`;
}

async function check(engines: Engines, { text, date }: Check): Promise<string> {
  if (typeof text !== 'string') return 'Give the text to check.';
  if (text.length > LONGEST) return `The text is longer than ${LONGEST} characters.`;
  if (date !== undefined && readDay(date) === undefined) return 'The date must be a day written like 2022-01-12.';
  const reading = await read(engines, text, date);
  if (reading.findings.length === 0) return 'Nothing to check.';
  return reading.findings.map(f => `Line ${reading.lines.lineAt(f.span.start) + 1}, ${f.severity}, ‘${reading.text.slice(f.span.start, f.span.end)}’: ${f.message}${f.fixes[0] ? ` (${f.fixes[0].title})` : ''}`).join('\n');
}

/** A text as of a day: the day in the text itself goes first. */
async function read(engines: Engines, text: string, date: string | undefined): Promise<Reading> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.from({ scheme: 'untitled', path: '/' });
  const { chancery } = await engines.for(vscode.Uri.joinPath(folder, 'tool.md'));
  const chosenDate = date === undefined ? undefined : readDay(date);
  return chancery.open({ language: 'markdown', always: true, ...(chosenDate === undefined ? {} : { chosenDate }) }).update(text)!;
}

function cardText({ heading, chip, subheading, rows, footer }: HoverCard): string {
  return [`${heading}${chip ? ` (${chip.text})` : ''}`, subheading, ...rows.map(row => `${row.label}: ${row.value}`), footer].filter(line => line !== undefined && line !== '').join('\n');
}
