import type { Analysis, Placed, ResolvedCount, ResolvedDate, ResolvedFigure, ResolvedName } from '../../analysis/model';
import { countOn } from '../../analysis/records/bodies';
import { certainRange, maySay, possibleRange } from '../../analysis/records/offices';
import { officeWords } from '../../analysis/who/references';
import { judgeTitle } from '../../analysis/who/titles';
import { calendar, type DayRange, dayOf, weekdayName, within } from '../../base/edtf';
import { contentHash } from '../../base/hash';
import { shift, type Span } from '../../base/span';
import { bodyOf } from '../../checks/bodies/member-count';
import { recordedOf } from '../../checks/figures/figure-estimate-mismatch';
import { date, day, recordOf, termRecord } from '../../checks/wording/wording';
import type { Finding } from '../../findings/finding';
import type { OrganizationMention } from '../../recognize/model';
import { compareFigures } from '../../recognize/figures/numbers';
import { contradictions } from './contradictions';
import { sentenceOf } from './timeline';

export type Verdict = 'confirmed' | 'contradicted' | 'open';

/** One thing that a fact-checker would look up, and what the records say of it on the judging date. */
export interface SheetLine {
  readonly kind: 'name' | 'office' | 'body' | 'date' | 'count' | 'figure';
  readonly span: Span;
  readonly text: string;
  readonly verdict: Verdict;
  /** By whom and when it is confirmed, what contradicts it, or why nothing can be said. */
  readonly why: string;
  /** Of its sentence and words: the same wherever the sentence is moved, another when its words change. */
  readonly key: string;
}

type Judged = Pick<SheetLine, 'kind' | 'verdict' | 'why'> & { readonly at: Span; readonly placed: Placed<{ readonly span: Span }> };

/**
 * Every name, office, body, date, count and figure of the note in the order of the text. What a finding speaks against
 * is contradicted. @param findings as shown, at offsets
 */
export function sheetOf(analysis: Analysis, findings: readonly Finding[]): readonly SheetLine[] {
  const { addresses } = analysis.document;
  const counts = new Set(analysis.counts.map(c => c.span.start));
  const judged = [
    ...analysis.names.flatMap(name => ofName(analysis, name)), ...firstOfEach(analysis.organizations).flatMap(body => ofBody(analysis, body)),
    ...analysis.dates.flatMap(one => ofDate(analysis, one)), ...analysis.counts.map(count => ofCount(analysis, count)),
    ...analysis.figures.map(figure => ofFigure(analysis, figure)).filter(({ at }) => !counts.has(at.start)),
  ];
  const against = contradictions(findings);
  const seen = new Map<string, number>();
  return judged.map(one => ({ one, span: addresses.spanOf(one.at) })).sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end).map(({ one, span }) => {
    const text = addresses.slice(one.at.start, one.at.end).replace(/\s+/g, ' ');
    const base = `${sentenceOf(analysis, one.placed)}|${one.kind}|${text}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    const finding = against(span);
    return { kind: one.kind, span, text, verdict: finding ? 'contradicted' : one.verdict, why: finding?.message ?? one.why, key: contentHash(`${base}|${nth}`) };
  });
}

function ofName(analysis: Analysis, name: ResolvedName): Judged[] {
  const { person, mention, near } = name;
  const named = person && !near
    ? { verdict: 'confirmed' as const, why: `${person.name}: ${recordOf(analysis, person.occupancies.flatMap(o => o.sources ?? []), person)}` }
    : { verdict: 'open' as const, why: near ? 'Near a recorded name, but not the same' : 'No record of this name' };
  // a name of no record is listed where something beside it shows that it is a person's
  if (!person && !mention.title && !mention.honorific && !mention.rank && !mention.given) return [];
  const line: Judged = { kind: 'name', at: name.span, placed: name, ...named };
  return mention.title && !mention.title.descriptive && !mention.title.address ? [line, ofTitle(analysis, name)] : [line];
}

function ofTitle(analysis: Analysis, name: ResolvedName): Judged {
  const at = shift(name.mention.title!.span, analysis.blockOf(name).span.start);
  const line = (verdict: Verdict, why: string): Judged => ({ kind: 'office', at, placed: name, verdict, why });
  const { person, office, on } = name;
  if (!person || name.near) return line('open', 'No record of who this is');
  if (!on) return line('open', 'The note has no date');
  const judgement = judgeTitle(analysis, name);
  if (judgement?.kind !== 'fits' || !office) return line('open', 'Not the office on record');
  const { occupancy, post } = office;
  const words = officeWords(post, analysis.gazetteer, analysis.profile);
  const qualifier = name.mention.title!.qualifier?.kind;
  if (qualifier === 'former') {
    return possibleRange(occupancy).last < on.first ? line('confirmed', `${words} until ${date(analysis, occupancy.end_date!)}: ${termRecord(analysis, occupancy, 'end')}`) : line('open', 'Not known to have left');
  }
  const status = qualifier === 'acting' || qualifier === 'interim' ? 'acting' : qualifier === 'designate' || qualifier === 'elect' || qualifier === 'incoming' ? 'designate' : 'held';
  const certain = certainRange(occupancy);
  if (!office.current || occupancy.status !== status || !within(certain, on.first) || !within(certain, on.last) || !maySay(occupancy, on)) {
    return line('open', `${words}: not certain on that day`);
  }
  const since = occupancy.start_date && occupancy.start_date.precision !== 'open' ? ` since ${date(analysis, occupancy.start_date)}` : '';
  return line('confirmed', `${words}${since}: ${termRecord(analysis, occupancy)}`);
}

/** A body is looked up once in each form, not wherever it is named. */
function firstOfEach(bodies: readonly Placed<OrganizationMention>[]): Placed<OrganizationMention>[] {
  const seen = new Set<string>();
  return bodies.filter(({ mention: { organization, surface } }) => !seen.has(`${organization} ${surface}`) && seen.add(`${organization} ${surface}`));
}

function ofBody(analysis: Analysis, placed: Placed<OrganizationMention>): Judged[] {
  const { form, organization } = placed.mention;
  const body = analysis.gazetteer.organization(organization);
  if (!body || form === 'short') return [];
  const recorded = form === 'name' || form === 'acronym' || form === 'variant';
  return [{ kind: 'body', at: placed.span, placed, verdict: recorded ? 'confirmed' : 'open', why: recorded ? `${body.name}: ${recordOf(analysis, undefined, body)}` : 'Not a recorded form of the name' }];
}

/** Days with a year or a weekday, and days of recorded events that the sentence names. */
function ofDate(analysis: Analysis, one: ResolvedDate): Judged[] {
  const { mention, range } = one;
  const line = (verdict: Verdict, why: string): Judged[] => [{ kind: 'date', at: one.span, placed: one, verdict, why }];
  if (mention.impossible) return line('open', 'This day does not exist');
  const event = range && eventOf(analysis, one, range);
  if (event) return line('confirmed', `${event.name}: ${recordOf(analysis, event.sources, event)}`);
  if (mention.weekday !== undefined && mention.year !== undefined && mention.month !== undefined && mention.date !== undefined) {
    const on = dayOf(mention.year, mention.month, mention.date);
    const { weekday } = calendar(on);
    return weekday === mention.weekday ? line('confirmed', `${day(analysis, on)} was a ${weekdayName(weekday)}, by the calendar`) : line('open', `${day(analysis, on)} was a ${weekdayName(weekday)}`);
  }
  return line('open', 'No record of what happened then');
}

function eventOf(analysis: Analysis, one: ResolvedDate, range: DayRange) {
  const ids = analysis.factsOf(one.block).events.flatMap(e => e.events);
  return ids.map(id => analysis.gazetteer.event(id)).find(e => e !== undefined && e.date.precision === 'day' && e.date.earliest <= range.first && range.last <= (e.end_date?.latest ?? e.date.latest));
}

function ofCount(analysis: Analysis, use: ResolvedCount): Judged {
  const line = (verdict: Verdict, why: string): Judged => ({ kind: 'count', at: use.span, placed: use, verdict, why });
  const body = bodyOf(analysis, use);
  const { about } = use;
  if (!body || !about || !Number.isFinite(about.first) || about.known === 'future' || about.known === 'open') return line('open', 'No record of this number');
  const [first, last] = [about.first, about.last].map(on => countOn(analysis, body, { first: on, last: on }));
  const stated = use.mention.other ? use.mention.count + 1 : use.mention.count;
  if (!first || first.count !== last?.count || first.count !== stated || use.mention.ordinal) return line('open', 'Not certain on that day');
  return line('confirmed', `${body.name}: ${first.count}${first.since && first.since.precision !== 'open' ? ` since ${date(analysis, first.since)}` : ''}, ${recordOf(analysis, undefined, first.record)}`);
}

function ofFigure(analysis: Analysis, figure: ResolvedFigure): Judged {
  const at = shift(figure.mention.amount, analysis.blockOf(figure).span.start);
  const own = recordedOf(analysis, figure).find(r => compareFigures(r.amount, figure.mention) === 'compatible' && r.amount.value === figure.mention.value);
  const why = own ? `${own.estimate.value} (${own.estimate.attribution}, ${date(analysis, own.estimate.date)}): ${recordOf(analysis, own.estimate.sources, own.estimate)}`
    : figure.attributed ? 'Nothing recorded of this source for this day' : 'No source is given';
  return { kind: 'figure', at, placed: figure, verdict: own ? 'confirmed' : 'open', why };
}
