import type { Analysis, EffectiveDate, ResolvedName } from '../../analysis/model';
import { possibleRange } from '../../analysis/records/offices';
import { calendar, type Day, type DayRange, type PartialDate } from '../../base/edtf';
import { cover, shift, type Span } from '../../base/span';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { nameFacts } from '../names/mentions';
import { titledSpan } from './office-words';
import { date, day, quote, recordOf } from '../wording/wording';

/** An age written on a weekday or for “this week” may be that of some days earlier or later. */
const LEEWAY_DAYS = 7;
/** Longer than this after the death a past tense is a narrator's. */
const NARRATED_DAYS = 2 * 365;

/** Somebody said to act after the recorded death, or an age that the recorded birth contradicts. */
export const lifeDates = defineCheck({
  id: 'life-dates',
  group: 'offices',
  title: 'Dates of birth and death',
  severity: 'warning',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const { mention, name, block } of nameFacts(analysis, 'acts')) {
      const death = name.person!.death_date;
      if (!death || !name.on || name.on.first <= death.latest || (name.mention.title?.qualifier && name.mention.title.qualifier.kind !== 'former')) continue;
      if (!name.on.explicit && !mention.present && name.on.first - death.latest > NARRATED_DAYS) continue;
      if (name.about?.known === 'open' || (name.about?.known === 'past' && (!name.about.fresh || ofAnotherTime(name, death)))) continue;
      yield afterDeath(analysis, name, death, block.span.start);
    }
    for (const { mention, name, block } of nameFacts(analysis, 'ages')) {
      const birth = name.person!.birth_date;
      if (!birth || birth.precision === 'open' || !name.on) continue;
      const written = agesOn(birth, name.person!.death_date, name.on);
      // a date in the sentence may be that of something else than the age
      const today = name.on.explicit && analysis.judging ? { ...analysis.judging, explicit: false } : name.on;
      const known = agesOn(birth, name.person!.death_date, today);
      if ([written, known].some(a => a.first <= mention.years && mention.years <= a.last)) continue;
      const single = name.on.first === name.on.last;
      yield otherAge(analysis, name, birth, single ? name.on : today, single ? written : known, shift(mention.span, block.span.start));
    }
  },
});

/** “Prime Minister Abe said”, of one who left that office before the death: the title says when it was said. */
function ofAnotherTime({ office }: ResolvedName, death: PartialDate): boolean {
  return office !== undefined && possibleRange(office.occupancy).last < death.earliest - 1;
}

/** Full years between two days. */
function yearsBetween(birth: Day, on: Day): number {
  const from = calendar(birth);
  const to = calendar(on);
  return to.year - from.year - (to.month < from.month || (to.month === from.month && to.date < from.date) ? 1 : 0);
}

/** All ages that the person can have had around the days, and at death. */
function agesOn(birth: PartialDate, death: PartialDate | undefined, on: EffectiveDate): DayRange {
  const leeway = on.explicit ? 0 : LEEWAY_DAYS;
  const first = death ? Math.min(on.first, death.earliest) : on.first;
  return { first: yearsBetween(birth.latest, first - leeway), last: yearsBetween(birth.earliest, on.last + leeway) };
}

function afterDeath(analysis: Analysis, name: ResolvedName, death: PartialDate, at: number): Report {
  const person = name.person!;
  const occupancy = person.occupancies[person.occupancies.length - 1];
  const span = titledSpan(name, at);
  const starts = /(?:^|[.!?]["”’)]?\s|\n)\s*$/.test(analysis.document.addresses.slice(Math.max(0, span.start - 4), span.start));
  return {
    span,
    message: `${person.name} died ${death.precision === 'day' ? 'on' : 'in'} ${date(analysis, death)}, before ${name.on!.explicit ? 'this date' : `this note’s date, ${day(analysis, name.on!.first)}`} (${recordOf(analysis, occupancy?.sources, person)}).`,
    fixes: [replace('Insert ‘the late’', { start: span.start, end: span.start }, starts ? 'The late ' : 'the late ')],
  };
}

function otherAge(analysis: Analysis, name: ResolvedName, birth: PartialDate, on: EffectiveDate, ages: DayRange, number: Span): Report {
  const person = name.person!;
  const exact = yearsBetween(birth.latest, on.first);
  const sure = exact === yearsBetween(birth.earliest, on.last);
  const born = birth.precision === 'day' ? `was born on ${date(analysis, birth)}` : `was born in ${date(analysis, birth)}`;
  const was = sure ? `${exact}` : `${ages.first} or ${ages.last}`;
  return {
    span: cover(name.span, number),
    message: `${quote(analysis.document.addresses.slice(number.start, number.end))}: ${person.name} ${born} (record checked ${date(analysis, person.checked)}) and is ${was} on ${day(analysis, on.first)}.`,
    fixes: sure ? [replace(`Change to ${quote(String(exact))}`, number, String(exact))] : [],
  };
}
