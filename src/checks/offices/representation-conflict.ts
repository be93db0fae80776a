import type { Analysis, ResolvedClaim, ResolvedName } from '../../analysis/model';
import { firstReference } from '../../analysis/who/introductions';
import { houseName } from '../../analysis/who/references';
import { writeDate } from '../../base/edtf';
import { action, replace } from '../../findings/fixes';
import type { Delegation, Event, Person } from '../../gazetteer/model';
import { LEADERS } from '../../gazetteer/tables/meetings';
import { nameSpan } from '../../recognize/offices/claims';
import { shift } from '../../base/span';
import { defineCheck, type Report } from '../run/check';
import { date, lineOf, quote, recordOf } from '../wording/wording';

/** Two people said to lead one party at one meeting, or somebody else than the record of the meeting has (spec 4.3). */
export const representationConflict = defineCheck({
  id: 'representation-conflict',
  group: 'offices',
  title: 'Two people represent one party',
  severity: 'warning',
  options: { useGazetteerEvents: true },
  *run(analysis: Analysis, options): Iterable<Report> {
    const heads = new Map<string, ResolvedClaim>();
    const reported = new Set<ResolvedClaim>();
    const claims = analysis.claims.filter(c => c.mention.role !== 'member');
    for (const claim of claims) {
      if (claim.mention.role === 'head' && claim.meetingKey) heads.set(keyOf(claim), heads.get(keyOf(claim)) ?? claim);
    }
    for (const claim of claims) {
      const delegation = options.useGazetteerEvents && claim.event ? delegationOf(claim.event, claim) : undefined;
      const agrees = delegation ? claim.people.some(p => isHead(delegation, p.person!)) : undefined;
      if (delegation && agrees) continue;
      const other = claim.meetingKey ? [heads.get(keyOf(claim)), placedElsewhere(claims, claim)].find(c => c && c !== claim && !shares(c, claim)) : undefined;
      if (claim.mention.role === 'counterpart' && !other) continue;
      if (delegation?.head && claim.event) {
        reported.add(claim);
        yield report(analysis, claim, other, claim.event, delegation);
      } else if (other && !reported.has(other)) {
        const later = other.span.start < claim.span.start ? claim : other;
        if (reported.has(later)) continue;
        reported.add(later);
        yield report(analysis, later, later === claim ? other : claim, undefined, undefined);
      }
    }
  },
});

/** The same party at the same meeting: by recorded event, else by day and place. */
function keyOf(claim: ResolvedClaim): string {
  return `${claim.mention.party} ${claim.event?.id ?? claim.meetingKey}`;
}

/** Where a claim leaves the place out: the one meeting of its day for which a place is said (“at Friday’s talks in Montreal … of Friday’s talks”). */
function placedElsewhere(claims: readonly ResolvedClaim[], claim: ResolvedClaim): ResolvedClaim | undefined {
  if (claim.event || claim.mention.role !== 'head' || !claim.mention.meeting || claim.meetingKey!.includes('@')) return undefined;
  const day = `${claim.meetingKey!}@`;
  const placed = claims.filter(c => !c.event && c.mention.role === 'head' && c.mention.meeting && c.mention.party === claim.mention.party && c.meetingKey?.startsWith(day));
  return new Set(placed.map(c => c.meetingKey)).size === 1 ? placed[0] : undefined;
}

function delegationOf(event: Event, claim: ResolvedClaim): Delegation | undefined {
  return event.delegations.find(d => d.party === claim.mention.party && d.head !== undefined);
}

function isHead(delegation: Delegation, person: Person): boolean {
  return delegation.head === person.id || delegation.co_heads.includes(person.id);
}

function shares(a: ResolvedClaim, b: ResolvedClaim): boolean {
  return a.people.some(p => b.people.some(q => p.person!.id === q.person!.id));
}

function surname(person: Person): string {
  return person.family_name ?? person.name;
}

function report(analysis: Analysis, claim: ResolvedClaim, other: ResolvedClaim | undefined, event: Event | undefined, delegation: Delegation | undefined): Report {
  const mine = claim.people[0]!;
  const party = analysis.gazetteer.state(claim.mention.party)?.name ?? analysis.gazetteer.organization(claim.mention.party)?.name ?? claim.mention.party;
  const head = delegation?.head ? analysis.gazetteer.person(delegation.head) : undefined;
  const said = other ? `Line ${lineOf(analysis, other.span.start)} says that ${surname(other.people[0]!.person!)} represents ${party} at this meeting` : undefined;
  let message: string;
  if (head && event) {
    const same = other?.people.some(p => p.person!.id === head.id);
    const recorded = `recorded as its head of delegation at the ${eventWords(analysis, event)} (${recordOf(analysis, delegation!.sources, event)})`;
    message = said && same ? `${said}, and ${surname(head)} is ${recorded}${elsewhere(analysis, mine.person!, event)}.`
      : `${head.name} is ${recorded}, not ${surname(mine.person!)}${elsewhere(analysis, mine.person!, event)}.`;
  } else {
    message = `${said ?? ''}; here it is ${surname(mine.person!)}. Who led?`;
  }
  const right = head ?? other?.people[0]?.person;
  return {
    span: spanOf(analysis, claim, mine),
    message,
    related: other ? [{ span: other.span, message: `${surname(other.people[0]!.person!)} represents ${party} here` }] : [],
    fixes: [
      ...(right ? [nameFix(analysis, mine, right)] : []),
      ...(other ? [action('Go to the other statement', { kind: 'go-to', span: other.span })] : []),
    ],
  };
}

function spanOf(analysis: Analysis, claim: ResolvedClaim, mine: ResolvedName): ResolvedClaim['span'] {
  return claim.mention.role === 'head' ? claim.span : shift(nameSpan(mine.mention), analysis.blockOf(mine).span.start);
}

function nameFix(analysis: Analysis, mine: ResolvedName, right: Person): ReturnType<typeof replace> {
  const at = analysis.blockOf(mine).span.start;
  const full = mine.mention.given !== undefined || mine.mention.honorific !== undefined;
  const from = mine.mention.honorific ? shift(mine.mention.honorific.span, at).start : mine.span.start;
  const name = full ? houseName(right, analysis.profile, mine.on) : surname(right);
  const sameTitle = mine.mention.title?.posts.some(p => right.occupancies.some(o => o.post === p));
  if (sameTitle || !mine.mention.title) return replace(`Change to ${quote(name)}`, { start: from, end: mine.span.end }, name);
  const whole = shift(nameSpan(mine.mention), at);
  const reference = firstReference(right, analysis.gazetteer, analysis.profile, mine.on);
  return replace(`Change to ${quote(reference)}`, whole, reference);
}

function eventWords(analysis: Analysis, event: Event): string {
  const name = event.name.replace(/,? \d{1,2} [A-Z]\w+ \d{4}$/, '');
  return `${name} on ${writeDate(event.date, analysis.profile.dates)}`;
}

/** Where the person is recorded as head of a delegation in the same fortnight: “Ryabkov led in Geneva on 10 January 2022”. */
function elsewhere(analysis: Analysis, person: Person, event: Event): string {
  for (const { id } of analysis.gazetteer.table(LEADERS).exact([person.id])) {
    const other = analysis.gazetteer.event(id)!;
    if (other.id === event.id || Math.abs(other.date.earliest - event.date.earliest) > 14) continue;
    const place = other.place ? analysis.gazetteer.place(other.place)?.name : undefined;
    return `; ${surname(person)} led${place ? ` in ${place}` : ''} on ${date(analysis, other.date)}`;
  }
  return '';
}
