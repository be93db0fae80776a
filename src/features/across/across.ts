import { writeDay } from '../../base/edtf';
import type { Span } from '../../base/span';
import { sameSource } from '../../analysis/figures/figures-sources';
import { compareFigures } from '../../recognize/figures/numbers';
import type { FigureEntry, FigureSubject } from '../overview/subjects';

/** What is kept of a note to compare it with others: little, and plain data. */
export interface NoteDigest {
  /** The host's name for the note. */
  readonly note: string;
  /** The day that the note is judged by. */
  readonly day: number | undefined;
  readonly subjects: readonly FigureSubject[];
}

/** A place in one of the notes. */
export interface AcrossPlace {
  readonly note: string;
  readonly span: Span;
  readonly text: string;
}

/** Something that two notes say differently. */
export interface AcrossFinding {
  readonly kind: 'contradiction' | 'drift';
  /** The later place, where it is told. */
  readonly at: AcrossPlace;
  /** The earlier one. */
  readonly from: AcrossPlace;
  /** The day of the figure, or of the later note: findings are listed by it. */
  readonly day: number;
  readonly message: string;
  /** Restores the earlier wording. */
  readonly fix?: { readonly title: string; readonly span: Span; readonly text: string };
}

interface Told {
  readonly note: string;
  readonly noteDay: number;
  readonly entry: FigureEntry;
}

/** Figures of one subject that are looked at together: a folder of thousands of notes stays linear. */
const MANY = 64;

/**
 * Contradictions between notes, and figures that lost their hedge, source or date on the way from one note to the next;
 * by date. Only figures of a force at a place are compared: anything else may be another thing in another note.
 */
export function findAcross(notes: readonly NoteDigest[]): readonly AcrossFinding[] {
  const bySubject = new Map<string, { name: string; told: Told[] }>();
  for (const { note, day, subjects } of notes) {
    if (day === undefined) continue;
    for (const { key, name, placed, entries } of subjects) {
      if (!placed) continue;
      const group = bySubject.get(key) ?? { name, told: [] };
      bySubject.set(key, group);
      for (const entry of entries) if (entry.plain) group.told.push({ note, noteDay: day, entry });
    }
  }
  const found: AcrossFinding[] = [];
  for (const { name, told } of bySubject.values()) {
    told.sort((a, b) => a.noteDay - b.noteDay || (a.note < b.note ? -1 : a.note > b.note ? 1 : a.entry.span.start - b.entry.span.start));
    found.push(...contradictions(name, told), ...drifts(told));
  }
  return found.sort((a, b) => a.day - b.day || (a.at.note < b.at.note ? -1 : 1) || a.at.span.start - b.at.span.start);
}

function placeOf({ note, entry }: Told): AcrossPlace {
  return { note, span: entry.span, text: entry.text };
}

/** Two notes with different numbers for one day, unless two sources are named for them. Each figure is told once. */
function contradictions(name: string, told: readonly Told[]): AcrossFinding[] {
  const found: AcrossFinding[] = [];
  const byDay = new Map<number, Told[]>();
  for (const one of told) {
    const day = one.entry.day ?? one.noteDay;
    const others = byDay.get(day) ?? [];
    byDay.set(day, others);
    const other = others.find(o => o.note !== one.note && compareFigures(o.entry, one.entry) === 'conflict' && sameSource(o.entry.source, one.entry.source));
    if (other) {
      found.push({
        kind: 'contradiction', at: placeOf(one), from: placeOf(other), day,
        message: `${name} on ${writeDay(day)}: ‘${one.entry.text}’ here, ‘${other.entry.text}’ in another note.`,
      });
    }
    if (others.length < MANY) others.push(one);
  }
  return found;
}

/** “about 100,000 (US, 30 January)” → “the 100,000 troops”: what fell off since the figure was first told, and the wording that had it. */
function drifts(told: readonly Told[]): AcrossFinding[] {
  const found: AcrossFinding[] = [];
  const first = new Map<number, Told>();
  for (const one of told) {
    const { entry } = one;
    const origin = first.get(entry.value);
    if (!origin) {
      first.set(entry.value, one);
      continue;
    }
    if (origin.note === one.note || origin.noteDay >= one.noteDay) continue;
    const lost = [
      origin.entry.hedged && !entry.hedged ? 'its hedge' : '', origin.entry.source !== undefined && entry.source === undefined ? 'its source' : '',
      origin.entry.dated && !entry.dated ? 'its date' : '',
    ].filter(what => what !== '');
    if (lost.length === 0) continue;
    const from = origin.entry;
    found.push({
      kind: 'drift', at: placeOf(one), from: placeOf(origin), day: one.noteDay,
      message: `‘${entry.text}’ has lost ${listed(lost)}: it was ‘${from.text}’${citation(from)} in the note of ${writeDay(origin.noteDay)}.`,
      fix: restored(from, entry, lost),
    });
  }
  return found;
}

function citation({ source, dated, date }: FigureEntry): string {
  const parts = [source, dated ? date : undefined].filter(part => part !== undefined);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function restored(from: FigureEntry, entry: FigureEntry, lost: readonly string[]): NonNullable<AcrossFinding['fix']> {
  const cited = lost.some(what => what !== 'its hedge') ? citation(from) : '';
  // “the about 100,000 troops” is no English
  const lead = /^the $/i.test(entry.lead) && from.hedged ? entry.lead : '';
  const amount = /^\p{Lu}/u.test(lead) ? from.amount.slice(0, 1).toUpperCase() + from.amount.slice(1) : lead === '' ? from.amount : from.amount.slice(0, 1).toLowerCase() + from.amount.slice(1);
  const text = `${amount}${entry.after}${cited}`;
  return { title: `Change to ‘${text}’`, span: { start: entry.span.start - lead.length, end: entry.span.end + entry.after.length }, text };
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
