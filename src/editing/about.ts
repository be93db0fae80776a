import { type PartialDate, writeDate } from '../base/edtf';
import type { Target } from '../gazetteer/fields';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Id, Occupancy, RecordBase } from '../gazetteer/model';

/** A record that an id leads to, in lines of plain text: what it is called first. */
export interface About {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Offices that a hover lists; the latest ones. */
const MOST_LINES = 8;

export function aboutRecord(gazetteer: Gazetteer, target: Target, id: Id): About | undefined {
  switch (target) {
    case 'people': {
      const person = gazetteer.person(id);
      if (!person) return undefined;
      const held = person.occupancies.map(o => `${gazetteer.post(o.post)?.label ?? o.post}, ${datesOf(o)}`);
      return { title: person.name, lines: [...(person.summary ? [person.summary] : []), ...held.slice(-MOST_LINES)] };
    }
    case 'posts': {
      const post = gazetteer.post(id);
      if (!post) return undefined;
      const holders = gazetteer.holders(id).map(h => `${h.person.name}, ${datesOf(h.occupancy)}`);
      return { title: post.label, lines: [`Title: ${post.titles.preferred}`, ...holders.slice(-MOST_LINES)] };
    }
    case 'organizations': {
      const body = gazetteer.organization(id);
      if (!body) return undefined;
      const parent = body.parent === undefined ? undefined : gazetteer.organization(body.parent)?.name;
      return { title: body.acronym ? `${body.name} (${body.acronym})` : body.name, lines: [body.classification, parent && `Part of ${parent}`].filter(line => line !== undefined && line !== '') as string[] };
    }
    case 'sources': {
      const source = gazetteer.source(id);
      if (!source) return undefined;
      const published = [source.publisher, source.date && writeDate(source.date)].filter(Boolean).join(', ');
      return { title: source.title ?? published, lines: [source.title ? published : undefined, source.url, source.grade && `Grade ${source.grade}`].filter(line => line !== undefined && line !== '') as string[] };
    }
    case 'profiles': {
      const profile = gazetteer.profile(id);
      return profile && { title: profile.title ?? id, lines: [] };
    }
    default: {
      const record = gazetteer.data.records[target].find(r => r.id === id) as (RecordBase & { readonly name?: string; readonly labels?: readonly string[]; readonly phrases?: readonly string[]; readonly names?: readonly string[]; readonly date?: PartialDate }) | undefined;
      if (!record) return undefined;
      const title = record.name ?? record.labels?.[0] ?? record.phrases?.[0] ?? record.names?.[0] ?? id;
      return { title, lines: record.date ? [writeDate(record.date)] : [] };
    }
  }
}

function datesOf(occupancy: Occupancy): string {
  const { start_date: start, end_date: end, status } = occupancy;
  const from = start ? writeDate(start) : 'start not recorded';
  const until = end && end.precision !== 'open' ? ` to ${writeDate(end)}` : start ? ' on' : '';
  return `${status === 'held' ? '' : `${status} `}${from}${until}`;
}
