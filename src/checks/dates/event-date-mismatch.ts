import type { Analysis } from '../../analysis/model';
import { calendar, type Day, dayOf, daysInMonth, writeDay } from '../../base/edtf';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { Event, Id } from '../../gazetteer/model';
import { replace } from '../../findings/fixes';
import type { DateClaim, EventMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf, isReference } from '../run/facts';
import { date as inWords, day, quote, recordOf, textOf } from '../wording/wording';

/** Farther than this from its recorded day, a mention is of another meeting (spec 4.3). */
const REACH_DAYS = 7;
/** A name that so many recorded meetings of one season share says nothing of which is meant. */
const SEASON_DAYS = 60;
/** Between the name of an event and its verb: nothing, or a word that belongs to the name. */
const FILLER = /^\s*(?:(?:meeting|session|summit|talks|conference|itself|again|also|finally|formally|first|members|ambassadors)\s+){0,2}$/;
/** “the G20 summit in Osaka was held”: the place belongs to the name. */
const NAMED_AT = /^\s+(?:(?:meeting|summit|talks|conference|session)\s+)?(?:in|at)\s+$/;
const OBJECT = /\b(?:of|to|for|from|on|at|by|with|in|about|after|before|during|until|since|following|than|against|into|regarding|and|or|like|as)\s+(?:(?:the|this|that|its|their|a|an|last|next|annual|first|recent|extraordinary)\s+){0,2}$/i;

/** A recorded event that is said to have happened on another day or in another place. */
export const eventDateMismatch = defineCheck({
  id: 'event-date-mismatch',
  group: 'dates',
  title: 'Recorded event on another day or in another place',
  severity: 'warning',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const { mention, block } of factsOf(analysis, 'events')) {
      if (isReference(analysis, block) || block.kind === 'alt') continue;
      const { dateClaims, places } = analysis.factsOf(block);
      const at = places.find(p => p.span.start >= mention.span.end && NAMED_AT.test(block.prose.slice(mention.span.end, p.span.start)));
      const end = at?.span.end ?? mention.span.end;
      const claim = dateClaims.find(c => subjectOf(block.prose, mention, end, c));
      if (!claim || claim.date.date === undefined) continue;
      const on = dayOfClaim(claim, mention, analysis);
      if (on === undefined) continue;
      const until = lastDayOfClaim(claim, on);
      const event = boundEvent(analysis, mention.events, on);
      if (!event || (at && at.place !== event.place)) continue;
      const first = event.date.earliest;
      const last = event.end_date?.latest ?? event.date.latest;
      const from = block.span.start;
      if (until < first || on > last) {
        const span = shift(claim.date.span, from);
        yield { span, message: message(analysis, event), fixes: fixes(analysis, claim, span, event) };
        continue;
      }
      const elsewhere = otherPlace(analysis, block, claim, event);
      if (elsewhere) yield { span: shift(elsewhere, from), message: message(analysis, event) };
    }
  },
});

/** The event (with the place it is named by, up to `end`) stands right before the verb, or after the date that opens the sentence. */
function subjectOf(prose: string, event: EventMention, end: number, claim: DateClaim): boolean {
  // “the agenda of the council was published”: something of the event, not the event
  if (OBJECT.test(prose.slice(Math.max(0, event.span.start - 30), event.span.start))) return false;
  return !claim.mixed && claim.verb.start >= end && FILLER.test(prose.slice(end, claim.verb.start));
}

/** The day said; without a year, the one nearest to the recorded events of that name. */
function dayOfClaim(claim: DateClaim, mention: EventMention, analysis: Analysis): Day | undefined {
  const { year, month, date } = claim.date;
  if (month === undefined || date === undefined) return undefined;
  if (year !== undefined) return dayOf(year, month, date);
  if (!analysis.judging) return undefined;
  const note = analysis.judging.day;
  const now = calendar(note).year;
  const days = [now - 1, now, now + 1].filter(y => date <= daysInMonth(y, month)).map(y => dayOf(y, month, date));
  // a year is not guessed where the note is half a year away
  return days.find(d => Math.abs(d - note) <= 180 && mention.events.length > 0);
}

/** “on 15-16 September 2022”: the last of the days said. */
function lastDayOfClaim(claim: DateClaim, on: Day): Day {
  const { end } = claim.date;
  if (end?.month === undefined || end.date === undefined) return on;
  const { year } = calendar(on);
  const last = dayOf(end.year ?? year, end.month, end.date);
  return last < on ? on : last;
}

/** The one event of that name within a week; none where one of them is on that very day, or where the name recurs. */
function boundEvent(analysis: Analysis, ids: readonly Id[], on: Day): Event | undefined {
  const events = ids.map(id => analysis.gazetteer.event(id)).filter(e => e !== undefined);
  const near = events.filter(e => distance(e, on) <= REACH_DAYS || analysis.choices.events.includes(e.id));
  if (near.length !== 1) return undefined;
  const event = near[0]!;
  const season = events.filter(e => e !== event && Math.abs(e.date.earliest - event.date.earliest) <= SEASON_DAYS);
  return season.length === 0 || analysis.choices.events.includes(event.id) ? event : undefined;
}

function distance(event: Event, on: Day): number {
  const last = event.end_date?.latest ?? event.date.latest;
  return on < event.date.earliest ? event.date.earliest - on : on > last ? on - last : 0;
}

/** A place after “in” or “at” in the clause that is not the recorded one, nor in the same state. */
function otherPlace(analysis: Analysis, block: Block, claim: DateClaim, event: Event): Span | undefined {
  const facts = analysis.factsOf(block);
  const { prose } = block;
  const recorded = event.place ? analysis.gazetteer.place(event.place) : undefined;
  if (!recorded) return undefined;
  const end = /[.;:,]/.exec(prose.slice(claim.span.end))?.index;
  const until = end === undefined ? prose.length : claim.span.end + end;
  const places = facts.places.filter(p => p.span.start >= claim.verb.end && p.span.end <= until && /\b(?:in|at)\s+$/.test(prose.slice(Math.max(0, p.span.start - 5), p.span.start)));
  if (places.length !== 1 || places[0]!.place === recorded.id) return undefined;
  const there = analysis.gazetteer.place(places[0]!.place);
  return there && !(there.state !== undefined && there.name === analysis.gazetteer.state(there.state)?.id) ? places[0]!.span : undefined;
}

function message(analysis: Analysis, event: Event): string {
  const place = event.place ? analysis.gazetteer.place(event.place)?.name : undefined;
  const name = event.name.replace(/, \d{1,2} \p{L}+ \d{4}$/u, '');
  const when = event.end_date && event.end_date.latest !== event.date.latest ? `${inWords(analysis, event.date)} to ${inWords(analysis, event.end_date)}` : inWords(analysis, event.date);
  return `${quote(name)} is recorded for ${when}${place ? ` in ${place}` : ''} (${recordOf(analysis, event.sources, event)}).`;
}

function fixes(analysis: Analysis, claim: DateClaim, span: Span, event: Event): ReturnType<typeof replace>[] {
  if (event.date.precision !== 'day' || event.date.uncertain) return [];
  const weekday = claim.date.weekdaySpan !== undefined;
  const iso = /^\d{4}-/.test(textOf(analysis, span));
  if (weekday || iso || claim.date.kind === 'range') return [];
  const written = textOf(analysis, span);
  const style = /^\p{L}/u.test(written) ? 'mdy' : 'dmy';
  const full = writeDay(event.date.earliest, style);
  const text = claim.date.year === undefined ? full.replace(/,? \d{4}$/, '') : full;
  return [replace(`Change to ${quote(text === full ? day(analysis, event.date.earliest) : text)}`, span, text)];
}
