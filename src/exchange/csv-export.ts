import type { Compiled } from '../gazetteer/compile';
import type { Id, Organization, Person } from '../gazetteer/model';
import { csvLine } from './csv';

/** Columns of the export, and what the import reads without a mapping. */
export const COLUMNS = [
  'person_id', 'name', 'family_name', 'given_name', 'gender', 'nationality', 'birth_date', 'death_date', 'wikidata',
  'post_id', 'post', 'title', 'organization_id', 'organization', 'state', 'start_date', 'end_date', 'status', 'portfolio',
  'confidence', 'sources', 'note', 'checked',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * One row for each occupancy, and one for each person who has none. Lost: other names, misspellings, ranks, honours,
 * identifiers but Wikidata’s, the texts of sources, titles but the usual one, and all sections but people; what is
 * there of posts and bodies is their names. A note is the occupancy’s.
 */
export function exportCsv(data: Compiled): string {
  const posts = new Map(data.records.posts.map(post => [post.id, post]));
  const bodies = new Map(data.records.organizations.map(body => [body.id, body]));
  const parts = [csvLine(COLUMNS)];
  for (const person of data.records.people) {
    const own = personCells(person);
    const held = person.occupancies.length > 0 ? person.occupancies : [undefined];
    for (const occupancy of held) {
      const post = occupancy && posts.get(occupancy.post);
      const body = post && bodies.get(post.organization);
      const cells: Partial<Record<Column, string | undefined>> = {
        ...own,
        ...(occupancy ? {
          post_id: occupancy.post, post: post?.label, title: post?.titles.preferred,
          organization_id: body?.id, organization: body?.name, state: body && stateOf(body, bodies),
          start_date: occupancy.start_date?.text, end_date: occupancy.end_date?.text, status: occupancy.status,
          portfolio: occupancy.portfolio, confidence: occupancy.confidence, sources: occupancy.sources?.join(' '), note: occupancy.note,
        } : {}),
      };
      parts.push(csvLine(COLUMNS.map(column => cells[column] ?? '')));
    }
  }
  return parts.join('');
}

function personCells(person: Person): Partial<Record<Column, string | undefined>> {
  return {
    person_id: person.id, name: person.name, family_name: person.family_name, given_name: person.given_name,
    gender: person.gender, nationality: person.nationality, birth_date: person.birth_date?.text, death_date: person.death_date?.text,
    wikidata: person.identifiers.find(id => id.scheme === 'wikidata')?.identifier, checked: person.checked.text,
  };
}

/** The state of a body, through its parents. */
export function stateOf(body: Organization, bodies: ReadonlyMap<Id, Organization>): Id | undefined {
  const seen = new Set<Id>();
  for (let next: Organization | undefined = body; next && !seen.has(next.id); next = next.parent === undefined ? undefined : bodies.get(next.parent)) {
    if (next.state !== undefined) return next.state;
    seen.add(next.id);
  }
  return undefined;
}
