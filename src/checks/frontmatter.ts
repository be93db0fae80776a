import { parseDate } from '../base/edtf';
import type { Analysis } from '../analysis/model';
import { alignmentDistance } from '../base/distance';
import type { FrontMatterEntry, FrontMatterValue } from '../document/model';
import type { Fix } from '../findings/finding';
import { replace } from '../findings/fixes';
import { defineCheck, type Report } from './check';
import { date, listed, quote } from './wording';

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'marking-scheme': ['tlp', 'uk', 'nato', 'us', 'none'],
  'probability-scale': ['none', 'icd203', 'phia'],
  'source-grading': ['none', 'admiralty'],
  metonyms: ['allow', 'avoid'],
};
const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];
const OWN_KEYS = ['disable', 'severity', 'known-names', 'keep', 'distinct', 'no-expand'];

/** The lines at the top of the note: values that cannot be meant. Keys of other tools are left alone (spec 6.1). */
export const frontmatter = defineCheck({
  id: 'frontmatter',
  group: 'language',
  title: 'Details at the top of the note',
  severity: 'information',
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
    for (const [key, values] of Object.entries(CHOICES)) {
      const given = entry(key);
      if (given) yield* oneOf(given, values);
    }
    yield* ids(entry('event'), 'event', id => analysis.gazetteer.event(id) !== undefined, analysis.gazetteer.data.records.events.map(e => e.id));
    yield* ids(entry('participants'), 'person', id => analysis.gazetteer.person(id) !== undefined, analysis.gazetteer.data.records.people.map(p => p.id));
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
  const parsed = parseDate(entry.value);
  if (parsed && parsed.precision !== 'open') return;
  const written = shown(entry.value);
  yield {
    span: entry.valueSpan,
    message: `${quote(written)} is no date that can be read here: write year, month and day, as in 2022-01-12.`,
    fixes: readings(written).map(iso => replace(`Change to ${quote(iso)}`, entry.valueSpan, iso)),
  };
}

/** The ISO dates that a date with strokes or points can mean, day first and month first. */
function readings(written: string): string[] {
  const m = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(written.trim());
  if (!m) return [];
  const two = (n: string): string => n.padStart(2, '0');
  const all = [`${m[3]}-${two(m[2]!)}-${two(m[1]!)}`, `${m[3]}-${two(m[1]!)}-${two(m[2]!)}`];
  return [...new Set(all)].filter(iso => parseDate(iso) !== undefined);
}

function shown(value: FrontMatterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function* order(analysis: Analysis, issued: FrontMatterEntry | undefined, asOf: FrontMatterEntry | undefined): Iterable<Report> {
  const a = parseDate(issued?.value);
  const b = parseDate(asOf?.value);
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

function* ids(entry: FrontMatterEntry | undefined, what: string, known: (id: string) => boolean, all: readonly string[]): Iterable<Report> {
  if (!entry || isEmpty(entry.value)) return;
  const values = Array.isArray(entry.value) ? entry.value : [entry.value];
  for (const value of values) {
    if (typeof value === 'string' && known(value)) continue;
    const written = shown(value as FrontMatterValue);
    const single = values.length === 1 && !Array.isArray(entry.value);
    const fixes: Fix[] = single ? nearest(written, all).map(v => replace(`Change to ${quote(v)}`, entry.valueSpan, v)) : [];
    yield { span: entry.valueSpan, message: `No ${what} with the name ${quote(written)} is recorded.`, fixes };
  }
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
      if (!SEVERITIES.includes(String(severity))) yield { span: entry.valueSpan, message: `${quote(String(severity))} is no severity for ${quote(rule)}: use ${listed(SEVERITIES.map(quote))}.` };
    }
  }
}
