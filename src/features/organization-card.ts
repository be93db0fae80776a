import { countOn, headsOn } from '../analysis/records/bodies';
import type { Analysis, Placed } from '../analysis/model';
import { writeDate, writeDay } from '../base/edtf';
import type { Organization } from '../gazetteer/model';
import type { OrganizationMention } from '../recognize/model';
import type { CardRow, HoverCard } from './card';
import type { CardOptions } from './hover';
import { recordOf } from './person-card';

/** An organization's card: what it is, members, head and chair on the date, what it is not (spec 3.4). */
export function organizationCard(analysis: Analysis, placed: { readonly mention: Pick<OrganizationMention, 'organization'>; readonly span: Placed<OrganizationMention>['span'] }, options: CardOptions): HoverCard | undefined {
  const body = analysis.gazetteer.organization(placed.mention.organization);
  if (!body) return undefined;
  const on = analysis.judging;
  const style = analysis.profile.dates;
  const rows: CardRow[] = [];
  const row = (label: string, value: string | undefined): void => {
    if (value) rows.push({ label, value });
  };
  row('First mention', body.acronym ? `${body.name} (${body.acronym})` : undefined);
  const count = on && countOn(analysis, body, on);
  if (count) {
    const since = count.since && count.since.precision !== 'open' ? `, since ${writeDate(count.since, style)}` : '';
    row('Members', `${count.count} on ${writeDay(on.day, style)}${since}`);
  }
  for (const head of headsOn(analysis, body, on)) row(head.title, `${head.person.name}${head.since ? `, since ${writeDate(head.since, style)}` : ''}`);
  row('Chair', chairOn(analysis, body));
  row('Not the same as', body.distinct_from.map(d => analysis.gazetteer.organization(d.id)?.name ?? '').filter(n => n !== '').join('; '));
  row('Native name', body.other_names.filter(n => n.kind === 'native').map(n => n.name).slice(0, 3).join(', '));
  const parent = body.parent ? analysis.gazetteer.organization(body.parent)?.name : undefined;
  const state = analysis.gazetteer.state(analysis.gazetteer.stateOf(body.id) ?? '')?.name;
  const about = [body.classification?.replace(/-/g, ' '), parent ? `part of ${parent}` : undefined, state].filter(t => t !== undefined).join(' · ');
  const stale = on && options.staleAfterDays !== undefined && on.day - body.checked.latest > options.staleAfterDays;
  return {
    kind: 'organization',
    span: placed.span,
    heading: body.name,
    ...(body.acronym ? { chip: { text: body.acronym, tone: 'neutral' as const } } : {}),
    ...(about ? { subheading: about } : {}),
    rows: rows.slice(0, 6),
    footer: `checked ${writeDate(body.checked, style)}${stale ? ' · the record is older than this note' : ''}`,
    record: recordOf(analysis, body),
  };
}

function chairOn(analysis: Analysis, body: Organization): string | undefined {
  const on = analysis.judging;
  if (!on) return undefined;
  for (const chair of body.chairs) {
    if ((chair.start_date?.earliest ?? -Infinity) > on.day || (chair.end_date?.latest ?? Infinity) < on.day) continue;
    const person = chair.person ? analysis.gazetteer.person(chair.person)?.name : undefined;
    const state = chair.state ? analysis.gazetteer.state(chair.state)?.name : undefined;
    const post = chair.ex_officio ? analysis.gazetteer.holders(chair.ex_officio).find(h => (h.occupancy.start_date?.earliest ?? -Infinity) <= on.day && on.day <= (h.occupancy.end_date?.latest ?? Infinity))?.person.name : undefined;
    const words = [person ?? post, state].filter(t => t !== undefined).join(', ');
    if (words) return words;
  }
  return undefined;
}
