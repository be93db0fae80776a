import type { Analysis } from '../analysis/model';
import { mainOffice, officeWords } from '../analysis/who/references';
import { writeDate } from '../base/edtf';
import type { Span } from '../base/span';
import { HOUSE_VALUES, TOP_KEYS } from '../gazetteer/profile';
import type { Event } from '../gazetteer/model';
import type { Completion } from './complete-text';

/** Days around the note's within which events are offered. */
const NEAR = 30;

const KEYS: readonly (readonly [string, string])[] = [
  ['title', 'checked as a heading'], ['date', 'the day of issue'], ['as-of', 'the day up to which things are known'],
  ['classification', 'the level, with which markings are compared'], ['house-style', 'whose spelling and forms are kept'],
  ['event', 'the meeting that the note is about'], ['participants', 'people who need no introduction'], ['region', 'the part of the world'],
  ['language', 'en-GB, en-US'], ['marking-scheme', 'tlp, uk, nato, us, none'], ['probability-scale', 'none, icd203, phia'],
  ['source-grading', 'none, admiralty'], ['metonyms', 'allow, avoid'], ['chancery', 'what is right in this note'],
];

/**
 * Keys and values for the lines at the top: house styles, recorded events near the note's day by their names, people for
 * `participants`. `before` holds the lines from the opening mark to the cursor at `offset`.
 */
export function completeTop(analysis: Analysis, before: string, offset: number): readonly Completion[] {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const key = /^([\w-]*)$/.exec(line);
  if (key) return keys(analysis, { start: offset - key[1]!.length, end: offset });
  const value = /^([\w-]+):(?:[ \t]*\[(?:[^\]]*,)?)?([^,[\]]*)$/.exec(line);
  const item = /^[ \t]*-[ \t](.*)$/.exec(line);
  const of = value ? value[1] : item ? /(?:^|\n)([\w-]+):[ \t]*(?:\n[ \t]*-[^\n]*)*$/.exec(before)?.[1] : undefined;
  const typed = (value ? value[2] : item?.[1])?.trimStart() ?? '';
  return of === undefined ? [] : values(analysis, of, { start: offset - typed.length, end: offset });
}

function keys(analysis: Analysis, span: Span): Completion[] {
  const there = analysis.document.frontMatter?.keys ?? new Set();
  return KEYS.filter(([key]) => !there.has(key)).map(([key, about]) => ({ kind: 'key', label: key, description: about, text: `${key}: `, filter: key, span }));
}

function values(analysis: Analysis, key: string, span: Span): Completion[] {
  const { gazetteer, judging } = analysis;
  const one = (text: string, label: string, description: string, record?: string): Completion => (
    { kind: 'value', label, description, text, filter: `${label} ${text}`, span, ...(record ? { record } : {}) });
  switch (key) {
    case 'house-style': return gazetteer.profiles.map(p => one(p.id, p.id, p.title ?? ''));
    case 'event': return eventsNear(analysis).map(e => one(e.id, e.name, writeDate(e.date, analysis.profile.dates)));
    case 'participants': return gazetteer.data.records.people.flatMap(person => {
      const office = mainOffice(person, gazetteer, judging);
      return office ? [one(person.id, person.name, officeWords(office.post, gazetteer, analysis.profile), person.id)] : [];
    });
    default: return key in TOP_KEYS ? HOUSE_VALUES[TOP_KEYS[key as keyof typeof TOP_KEYS]].map(v => one(v, v, '')) : [];
  }
}

/** Recorded events within 30 days of the note's day, nearest first; all of them, newest first, where it has none. */
export function eventsNear({ gazetteer, judging }: Analysis): readonly Event[] {
  const distance = (e: Event): number => (judging ? Math.abs(e.date.earliest - judging.day) : -e.date.earliest);
  return gazetteer.data.records.events
    .filter(e => !judging || (e.date.earliest <= judging.last + NEAR && (e.end_date ?? e.date).latest >= judging.first - NEAR))
    .sort((a, b) => distance(a) - distance(b));
}
