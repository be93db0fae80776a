import { carries } from '../gazetteer/evidence';
import type { Analysis, Placed, ResolvedDate, ResolvedFigure } from '../analysis/model';
import { calendar, writeDate, writeDay, weekdayName } from '../base/edtf';
import { shift } from '../base/span';
import type { MetonymMention } from '../recognize/model';
import type { HoverCard } from './card';
import { recordOf } from './person-card';

/** The card of a unit noun: the typical strength of the formation, when the pointer is on the noun. */
export function formationCard(analysis: Analysis, figure: ResolvedFigure): HoverCard | undefined {
  const formation = analysis.gazetteer.formation(figure.mention.unit);
  if (!formation) return undefined;
  const number = (n: number): string => n.toLocaleString('en-GB');
  const [low, high] = formation.typical;
  const doctrine = formation.doctrine ? analysis.gazetteer.state(formation.doctrine.toUpperCase())?.adjectives[0] : undefined;
  const at = analysis.blockOf(figure).span.start;
  const start = shift(figure.mention.amount, at).end;
  const rows = [{ label: 'Typical strength', value: `${number(low)} to ${number(high)} personnel each` }];
  if (!figure.mention.vague && figure.mention.value > 1) {
    rows.push({ label: `${number(figure.mention.value)} of them`, value: `${number(low * figure.mention.value)} to ${number(high * figure.mention.value)} personnel, before support troops` });
  }
  if (formation.note) rows.push({ label: 'Note', value: formation.note });
  const source = (formation.sources ?? []).map(id => analysis.gazetteer.source(id)).find(s => s !== undefined && carries(s));
  return {
    kind: 'formation',
    span: { start, end: figure.span.end },
    heading: formation.names[0] ?? formation.id,
    ...(doctrine ? { subheading: `${doctrine} pattern` } : {}),
    rows,
    footer: `${source ? `${source.publisher} · ` : ''}checked ${writeDate(formation.checked, analysis.profile.dates)}`,
    record: recordOf(analysis, formation),
  };
}

/** What a seat or a capital stands for. */
export function metonymCard(analysis: Analysis, placed: Placed<MetonymMention>): HoverCard | undefined {
  const metonym = analysis.gazetteer.metonym(placed.mention.metonym);
  if (!metonym) return undefined;
  const bodies = metonym.refers_to.map(id => analysis.gazetteer.organization(id)?.name).filter((n): n is string => n !== undefined);
  const loosely = metonym.loosely ? analysis.gazetteer.organization(metonym.loosely)?.name : undefined;
  const rows = [{ label: 'Stands for', value: bodies.join(metonym.ambiguous ? ' or ' : ', ') }];
  if (loosely) rows.push({ label: 'Loosely', value: loosely });
  const state = metonym.state ? analysis.gazetteer.state(metonym.state)?.name : undefined;
  return {
    kind: 'metonym',
    span: placed.span,
    heading: metonym.labels[0] ?? metonym.id,
    subheading: [metonym.kind === 'seat' ? 'Seat used for the institution' : 'Capital used for the government', state].filter(t => t !== undefined).join(' · '),
    rows,
    footer: `checked ${writeDate(metonym.checked, analysis.profile.dates)}`,
    record: recordOf(analysis, metonym),
  };
}

/** The day that a date word means, by the document's date. */
export function dateCard(analysis: Analysis, date: ResolvedDate): HoverCard | undefined {
  if (!date.range || !Number.isFinite(date.range.first) || !Number.isFinite(date.range.last)) return undefined;
  const style = analysis.profile.dates;
  const { first, last } = date.range;
  const heading = first === last ? `${weekdayName(calendar(first).weekday)}, ${writeDay(first, style)}` : `${writeDay(first, style)} to ${writeDay(last, style)}`;
  return {
    kind: 'date',
    span: date.span,
    heading,
    rows: [],
    ...(analysis.judging ? { footer: `by the date of this note, ${writeDay(analysis.judging.day, style)}` } : {}),
  };
}
