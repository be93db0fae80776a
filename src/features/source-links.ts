import type { Analysis } from '../analysis/model';
import { fold } from '../base/fold';
import type { Span } from '../base/span';
import { perGazetteer } from '../english/phrases';
import type { Gazetteer } from '../gazetteer/gazetteer';
import type { Source } from '../gazetteer/model';

/** A line of the note's list of sources, and where the records say that the source stands. */
export interface SourceLink {
  readonly span: Span;
  readonly url: string;
  readonly title: string;
}

const ADDRESS = /^https?:\/\/[^\s<>"']+$/;

/** Sources with an address, by the day of their publication. */
const byDay = perGazetteer((gazetteer: Gazetteer) => {
  const found = new Map<number, Source[]>();
  for (const source of Object.values(gazetteer.data.sources)) {
    if (source.date?.precision !== 'day' || !source.url || !ADDRESS.test(source.url) || source.class === 'weak') continue;
    found.set(source.date.earliest, [...found.get(source.date.earliest) ?? [], source]);
  }
  return found;
});

/** A source is the one meant where publisher and day agree, and the title too where several of that day do. */
export function sourceLinks(analysis: Analysis): readonly SourceLink[] {
  const { addresses } = analysis.document;
  return analysis.dates.flatMap(({ block, range, quoted }): SourceLink[] => {
    if (block.section.kind !== 'sources' || quoted || !range || range.first !== range.last) return [];
    const words = fold(block.prose);
    const published = (byDay(analysis.gazetteer).get(range.first) ?? []).filter(source => words.includes(fold(source.publisher)));
    const titled = published.filter(source => source.title !== undefined && words.includes(fold(source.title)));
    const addressesOf = new Set((titled.length > 0 ? titled : published).map(source => source.url!));
    const [url] = addressesOf;
    if (url === undefined || addressesOf.size > 1) return [];
    const source = published.find(s => s.url === url)!;
    return [{ span: addresses.spanOf({ start: block.span.start, end: block.span.end }), url, title: source.title ?? source.publisher }];
  });
}
