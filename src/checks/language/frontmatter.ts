import { daysInMonth, monthName } from '../../base/edtf';
import type { Analysis } from '../../analysis/model';
import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';
import { readings, readTopDate } from '../../english/written-dates';
import type { FrontMatterEntry, FrontMatterValue } from '../../document/model';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { HOUSE_VALUES, TOP_KEYS } from '../../gazetteer/profile';
import { defineCheck, type Report } from '../run/check';
import { date, listed, quote } from '../wording/wording';

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];
const OWN_KEYS = ['disable', 'severity', 'known-names', 'keep', 'distinct', 'no-expand'];

/** The lines at the top of the note: values that cannot be meant. Keys of other tools are left alone (spec 6.1). */
export const frontmatter = defineCheck({
  id: 'frontmatter',
  group: 'language',
  title: 'Details at the top of the note',
  severity: 'information',
  inSources: true,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const top = analysis.document.frontMatter;
    if (!top) return;
    for (const problem of top.problems) yield { span: problem.span, severity: 'error', message: sentence(problem.message) };
    const entry = (key: string): FrontMatterEntry | undefined => top.entries.get(key);
    for (const key of ['date', 'as-of']) yield* dateEntry(entry(key));
    yield* order(analysis, entry('date'), entry('as-of'));
    const style = entry('house-style');
    if (style) yield* oneOf(style, analysis.gazetteer.profiles.map(p => p.id));
    for (const [key, field] of Object.entries(TOP_KEYS)) {
      const given = entry(key);
      // any language may be that of a note; what its name looks like is looked at below
      if (given && field !== 'language') yield* oneOf(given, HOUSE_VALUES[field]);
    }
    yield* languageEntry(entry('language'));
    yield* ids(entry('event'), 'event', id => analysis.gazetteer.event(id) !== undefined, () => analysis.gazetteer.ids('events'));
    yield* ids(entry('participants'), 'person', id => analysis.gazetteer.person(id) !== undefined, () => analysis.gazetteer.ids('people'));
    yield* ownSection(entry('chancery'));
  },
});

function sentence(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

function isEmpty(value: FrontMatterValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function* dateEntry(entry: FrontMatterEntry | undefined): Iterable<Report> {
  if (!entry || isEmpty(entry.value)) return;
  const parsed = readTopDate(entry.value);
  if (parsed && parsed.precision !== 'open') return;
  const written = shown(entry.value);
  yield {
    span: entry.valueSpan,
    message: noSuchDay(written) ?? `${quote(written)} is no date that can be read here: write year, month and day, as in 2022-01-12.`,
    fixes: readings(written).map(iso => replace(`Change to ${quote(iso)}`, entry.valueSpan, iso)),
  };
}

/** A date of the right form that the calendar has not. */
function noSuchDay(written: string): string | undefined {
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?[?~%]?$/.exec(written);
  if (!m) return undefined;
  const [year, month] = [Number(m[1]), Number(m[2])];
  if (month < 1 || month > 12) return `${quote(written)} has no month: they run from 01 to 12.`;
  return `${quote(written)} is no day: ${monthName(month)} ${year} has ${daysInMonth(year, month)} days.`;
}

function shown(value: FrontMatterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function* order(analysis: Analysis, issued: FrontMatterEntry | undefined, asOf: FrontMatterEntry | undefined): Iterable<Report> {
  const a = readTopDate(issued?.value);
  const b = readTopDate(asOf?.value);
  if (!issued || !asOf || !a || !b || b.earliest <= a.latest) return;
  yield {
    span: asOf.valueSpan,
    message: `This note is as of ${date(analysis, b)}, after its own date, ${date(analysis, a)}.`,
    fixes: [replace(`Change to ${quote(a.text)}`, asOf.valueSpan, a.text)],
  };
}

function* oneOf(entry: FrontMatterEntry, values: readonly string[]): Iterable<Report> {
  if (isEmpty(entry.value) || (typeof entry.value === 'string' && values.includes(entry.value))) return;
  const written = shown(entry.value);
  yield {
    span: entry.valueSpan,
    message: `${quote(written)} is not a value of ${quote(entry.key)}: it is one of ${listed(values)}.`,
    fixes: nearest(written, values).map(v => replace(`Change to ${quote(v)}`, entry.valueSpan, v)),
  };
}

function nearest(written: string, values: readonly string[]): string[] {
  const limit = Math.max(2, Math.floor(written.length / 3));
  return values
    .map(v => ({ v, d: alignmentDistance(written.toLowerCase(), v, limit) }))
    .filter(x => x.d <= limit)
    .sort((a, b) => a.d - b.d)
    .slice(0, 1)
    .map(x => x.v);
}

function* ids(entry: FrontMatterEntry | undefined, what: string, known: (id: string) => boolean, all: () => readonly string[]): Iterable<Report> {
  if (!entry || isEmpty(entry.value)) return;
  const values: readonly FrontMatterValue[] = Array.isArray(entry.value) ? entry.value : [entry.value as FrontMatterValue];
  for (const [i, value] of values.entries()) {
    if (typeof value === 'string' && known(value)) continue;
    const span = entry.items?.[i] ?? entry.valueSpan;
    const written = shown(value);
    const fixes: Fix[] = like(written, all()).map(v => replace(`Change to ${quote(v)}`, span, v));
    yield { span, message: `No ${what} with the name ${quote(written)} is recorded.`, fixes };
  }
}

/** Recorded ids that have all the words written (“Sergei Ryabkov”), are near them, or go on from them: at most three. */
function like(written: string, all: readonly string[]): string[] {
  const start = fold(written).replace(/[\s_.,]+/g, '-');
  const words = start.split('-').filter(word => word.length > 2);
  const same = words.length === 0 ? [] : all.filter(id => words.every(word => id.split('-').includes(word)));
  if (same.length > 0) return same.slice(0, 3);
  const near = nearest(start, all);
  return near.length > 0 || start.length < 6 ? near : all.filter(id => id.startsWith(start)).slice(0, 3);
}

/** A language tag (BCP 47): `en-GB`. */
function* languageEntry(entry: FrontMatterEntry | undefined): Iterable<Report> {
  if (!entry || isEmpty(entry.value)) return;
  const written = shown(entry.value);
  if (typeof entry.value === 'string' && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(written)) return;
  const tag = written.replace(/_/g, '-');
  yield {
    span: entry.valueSpan,
    message: `${quote(written)} is no language tag: write it as in en-GB.`,
    fixes: tag !== written && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) ? [replace(`Change to ${quote(tag)}`, entry.valueSpan, tag)] : [],
  };
}

function* ownSection(entry: FrontMatterEntry | undefined): Iterable<Report> {
  if (!entry || isEmpty(entry.value)) return;
  if (typeof entry.value !== 'object' || Array.isArray(entry.value)) {
    yield { span: entry.valueSpan, message: `Under ${quote('chancery')} a list of ${listed(OWN_KEYS)} is expected.` };
    return;
  }
  for (const [key, value] of Object.entries(entry.value as object) as [string, FrontMatterValue][]) {
    if (!OWN_KEYS.includes(key)) yield { span: entry.valueSpan, message: `${quote(key)} means nothing under ${quote('chancery')}: use ${listed(OWN_KEYS.map(quote))}.` };
    if (key !== 'severity' || value === null || typeof value !== 'object') continue;
    for (const [rule, severity] of Object.entries(value)) {
      if (!SEVERITIES.includes(shown(severity as FrontMatterValue))) yield { span: entry.valueSpan, message: `${quote(shown(severity as FrontMatterValue))} is no severity for ${quote(rule)}: use ${listed(SEVERITIES.map(quote))}.` };
    }
  }
}
