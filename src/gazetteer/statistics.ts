import type { Day, PartialDate } from '../base/edtf';
import type { Compiled } from './compile';
import { SECTION_NAMES } from './fields';
import type { Confidence, Section } from './model';

export interface Statistics {
  /** Records by section. */
  readonly records: Readonly<Record<Section, number>>;
  readonly occupancies: number;
  /** Occupancies with a start date. */
  readonly dated: number;
  readonly confidence: Readonly<Record<Confidence | 'none', number>>;
  readonly sources: number;
  readonly houseStyles: number;
  /** Age of the records in days on the day asked about, and the oldest check as EDTF text. */
  readonly checked?: { readonly medianAge: number; readonly oldest: string };
}

/** Counts of what there is, and how long ago it was checked, seen from a day. */
export function statistics(data: Compiled, today: Day): Statistics {
  const occupancies = data.records.people.flatMap(person => person.occupancies);
  const share = (level: Confidence | undefined): number => occupancies.filter(held => held.confidence === level).length;
  const checks: PartialDate[] = SECTION_NAMES
    .flatMap(section => data.records[section].map(record => record.checked))
    .filter(date => date.precision !== 'open')
    .sort((a, b) => a.earliest - b.earliest);
  return {
    records: Object.fromEntries(SECTION_NAMES.map(section => [section, data.records[section].length])) as Record<Section, number>,
    occupancies: occupancies.length,
    dated: occupancies.filter(held => held.start_date !== undefined).length,
    confidence: { high: share('high'), medium: share('medium'), low: share('low'), none: share(undefined) },
    sources: Object.keys(data.sources).length,
    houseStyles: data.profiles.length,
    ...(checks.length > 0 ? { checked: { medianAge: today - checks[Math.floor(checks.length / 2)]!.earliest, oldest: checks[0]!.text } } : {}),
  };
}

/** The counts for people, a line each. */
export function statisticsText(counts: Statistics): string {
  const row = (count: number, what: string): string => `${String(count).padStart(6)}  ${what}`;
  const { high, medium, low, none } = counts.confidence;
  return [
    ...Object.entries(counts.records).map(([section, count]) => row(count, section.replace('_', ' '))),
    row(counts.occupancies, `occupancies, ${counts.dated} with a start date`),
    `        confidence: ${high} high, ${medium} medium, ${low} low, ${none} not given`,
    row(counts.sources, 'sources'),
    row(counts.houseStyles, 'house styles'),
    ...(counts.checked ? [`        checked ${counts.checked.medianAge} days ago (median), the oldest on ${counts.checked.oldest}`] : []),
  ].join('\n');
}
