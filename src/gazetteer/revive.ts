import { parseDate } from '../base/edtf';
import type { PartialDate } from '../base/edtf';
import type { Compiled } from './compile';
import { SECTION_NAMES } from './fields';

type Loose = Record<string, unknown>;

/**
 * Turns the dates of compiled records from text into `PartialDate`, in place: the data comes fresh from `JSON.parse`.
 * Every date is read once, since a few thousand days serve all records.
 */
export function revive(data: unknown): Compiled {
  const known = new Map<string, PartialDate | undefined>();
  const dates = (record: Loose, keys: readonly string[]): void => {
    for (const key of keys) {
      const text = record[key];
      if (typeof text !== 'string') continue;
      let date = known.get(text);
      if (date === undefined) {
        date = parseDate(text);
        known.set(text, date);
      }
      record[key] = date;
    }
  };
  const each = (list: unknown, keys: readonly string[]): void => {
    for (const item of list as Loose[]) dates(item, keys);
  };
  const compiled = data as { checked: unknown; sources: Record<string, Loose>; profiles: Loose[]; records: Record<string, Loose[]> };
  dates(compiled, ['checked']);
  each(Object.values(compiled.sources), ['date']);
  for (const section of SECTION_NAMES) each(compiled.records[section], ['checked']);
  for (const person of compiled.records['people']!) {
    dates(person, ['birth_date', 'death_date']);
    each(person['occupancies'], [...SPAN, 'checked', 'due']);
    for (const list of ['ranks', 'honours']) each(person[list], SPAN);
  }
  for (const post of compiled.records['posts']!) {
    each(post['gaps'], SPAN);
    post['elections'] = (post['elections'] as unknown[]).map(date => (typeof date === 'string' ? parseDate(date) : date));
  }
  for (const body of compiled.records['organizations']!) {
    dates(body, ['founding_date', 'dissolution_date']);
    each(body['member_count'], ['from']);
    each(body['chairs'], SPAN);
  }
  for (const place of compiled.records['places']!) each(place['variants'], ['since']);
  each(compiled.records['events'], ['date', 'end_date']);
  each(compiled.records['instruments'], ['signed', 'adopted', 'in_force', 'ended']);
  each(compiled.records['estimates'], ['date']);
  for (const profile of compiled.profiles) {
    for (const map of ['names', 'places']) {
      for (const forms of Object.values((profile[map] as Loose | undefined) ?? {})) each(forms, ['from', 'to']);
    }
  }
  return data as Compiled;
}

const SPAN = ['start_date', 'end_date'] as const;
