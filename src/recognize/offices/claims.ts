import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import type { BlockText, ClaimMention, MetonymMention, NameMention, OrganizationMention, StateMention } from '../model';
import { Has } from '../starts';

/** A state, body or metonym named in the block, as a party to talks. */
interface Party {
  readonly span: Span;
  readonly id: Id;
  readonly kind: 'state' | 'organization';
}

const REPRESENTED_BY = /\b(?:represented (?:[^.;:,]{0,60}? )?by|(?:led|headed) by)\b/gi;
const ATTENDED_BY = /\b(?:attended|joined) (?:[^.;:,]{0,40}? )?by\b/gi;
const LEADS = /^(?:'s|’s)?(?:,[^.;:]{0,120}?,| \([^)]*\))?\s+(?:(?:will|would|is|was|has|had|to|set|due|also|again|been|be|who|which|is to|expected|duly|then|once)\s+){0,4}(lead|leads|led|leading|head|heads|headed|heading|represent|represents|represented|representing)\b(?! by)/i;
const ATTENDS = /^(?:,[^.;:]{0,80}?,)?\s+(?:(?:will|would|is|was|has|had|to|also|be|both)\s+){0,3}(?:attend|attends|attended|attending|join|joins|joined|accompan\w+|(?:take|takes|took) part in|participat(?:e|es|ed) in|present (?:at|for|in|during))\b/i;
const NEGATED = /\b(?:not|never|no longer|nor|without)\b|n[’']t\b/i;
const REPLACED = /\b(?:instead of|rather than|replac\w+|stood in for|standing in|in place of|deputis\w+|deputiz\w+)\b/i;
const MEETING = /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day[’']s|[Tt]oday[’']s|[Tt]omorrow[’']s|[Yy]esterday[’']s|[Tt]he|[Tt]his|[Tt]hose|[Tt]hese)\s+(?:[\w’'-]+\s+){0,3}?(?:talks|meeting|session|summit|negotiations|consultations|council|conference|dialogue|round)\b/i;
const TALKS_WITH = /\b(?:talks|meeting|negotiations|session|consultations|discussions)\s+(?:[^.;:]{0,40}\s)?with\b/gi;
const JOINED = /^(?:,|\s|\band\b|\balongside\b|\btogether with\b|\bas well as\b|\bplus\b|&)+$/;

/** Who is said to lead, to be met by, or to attend for a party, in one block (spec 4.3). */
export function recognizeClaims(
  text: BlockText, names: readonly NameMention[], states: readonly StateMention[], organizations: readonly OrganizationMention[],
  metonyms: readonly MetonymMention[], gazetteer: Gazetteer,
): ClaimMention[] {
  if (names.length === 0 || (text.has & Has.TAKING_PART) === 0) return [];
  const parties = partiesIn(states, organizations, metonyms, gazetteer);
  const claims: ClaimMention[] = [];
  let first = 0;
  for (const clause of clausesOf(text)) {
    while (first < names.length && names[first]!.span.end <= clause.start) first++;
    const here: number[] = [];
    for (let i = first; i < names.length && names[i]!.span.start < clause.end; i++) if (!names[i]!.label) here.push(i);
    if (here.length > 0) claims.push(...claimsIn(text, clause, here, names, parties.filter(p => p.span.start >= clause.start && p.span.end <= clause.end)));
  }
  return claims;
}

function partiesIn(states: readonly StateMention[], organizations: readonly OrganizationMention[], metonyms: readonly MetonymMention[], gazetteer: Gazetteer): Party[] {
  const parties: Party[] = states.map(s => ({ span: s.span, id: s.state, kind: 'state' }));
  for (const o of organizations) {
    const state = gazetteer.stateOf(o.organization);
    parties.push(state ? { span: o.span, id: state, kind: 'state' } : { span: o.span, id: o.organization, kind: 'organization' });
  }
  for (const m of metonyms) {
    const state = gazetteer.metonym(m.metonym)?.state;
    if (state && !m.literal) parties.push({ span: m.span, id: state, kind: 'state' });
  }
  return parties.sort((a, b) => a.span.start - b.span.start);
}

/** Sentences, parted at semicolons. */
function* clausesOf(text: BlockText): Iterable<Span> {
  for (const sentence of text.block.sentences) {
    let start = sentence.start;
    for (let i = sentence.start; i < sentence.end; i++) {
      if (text.prose[i] !== ';') continue;
      yield { start, end: i };
      start = i + 1;
    }
    yield { start, end: sentence.end };
  }
}

function* claimsIn(text: BlockText, clause: Span, here: readonly number[], names: readonly NameMention[], parties: readonly Party[]): Iterable<ClaimMention> {
  const prose = text.prose;
  const said = prose.slice(clause.start, clause.end);
  const replaced = REPLACED.test(said);
  if (replaced) return;
  const meetingAt = MEETING.exec(said);
  const meeting = meetingAt ? { start: clause.start + meetingAt.index, end: clause.start + meetingAt.index + meetingAt[0].length } : undefined;
  const claim = (role: ClaimMention['role'], span: Span, party: Id, people: readonly number[]): ClaimMention => ({
    span, role, party, people, tense: tenseOf(said), quoted: names[people[0]!]!.quoted, ...(meeting ? { meeting } : {}),
  });

  for (const match of said.matchAll(REPRESENTED_BY)) {
    const verb = clause.start + match.index;
    if (NEGATED.test(said.slice(Math.max(0, match.index - 24), match.index))) continue;
    const party = parties.toReversed().find(p => p.span.end <= verb);
    const people = groupAfter(prose, here, names, verb + match[0].length);
    if (party && people.length > 0) yield claim('head', nameSpan(names[people[0]!]!), party.id, people);
  }

  for (const match of said.matchAll(ATTENDED_BY)) {
    if (NEGATED.test(said.slice(Math.max(0, match.index - 24), match.index))) continue;
    const people = groupAfter(prose, here, names, clause.start + match.index + match[0].length);
    for (const index of people) yield claim('member', nameSpan(names[index]!), names[index]!.title?.state?.id ?? '', [index]);
  }

  for (let k = 0; k < here.length; k++) {
    const name = names[here[k]!]!;
    const after = prose.slice(name.span.end, clause.end);
    const leads = LEADS.exec(after);
    if (leads && !NEGATED.test(leads[0])) {
      const verb = leads[1]!.toLowerCase();
      const end = name.span.end + leads[0].length;
      const object = objectOf(prose.slice(end, clause.end), end, parties, verb);
      if (object) {
        const people = groupBefore(prose, here, names, k);
        yield claim('head', { start: nameSpan(names[people[0]!]!).start, end: object.end }, object.party ?? '', people);
      }
    } else if (ATTENDS.test(after) && !NEGATED.test(after.slice(0, 40))) {
      yield claim('member', nameSpan(name), name.title?.state?.id ?? '', groupBefore(prose, here, names, k));
    }
  }

  for (const match of said.matchAll(TALKS_WITH)) {
    if (!meeting || meeting.start > clause.start + match.index + match[0].length || meeting.end < clause.start + match.index) continue;
    const from = clause.start + match.index + match[0].length;
    for (const index of here) {
      const name = names[index]!;
      const party = name.title?.state?.id ?? (name.owner?.kind === 'state' ? name.owner.id : undefined);
      if (name.span.start < from || !party) continue;
      yield claim('counterpart', nameSpan(name), party, [index]);
    }
  }
}

/** “the Russian delegation”, “Russia’s team”, “for Russia”, “Russia”; no party where the verb stands alone or before “the team”. */
function objectOf(rest: string, at: number, parties: readonly Party[], verb: string): { party?: Id; end: number } | undefined {
  const represent = verb.startsWith('represent');
  const group = /^\s+(?:(?:the|a|an|its|his|her|their)\s+)?((?:[\w.’'-]+\s+){0,3}?)(delegation|team|side|negotiating team|negotiators|mission)\b/i.exec(rest);
  const party = parties.find(p => p.span.start >= at && p.span.start - at < 24);
  if (group && !represent) {
    const inside = party && party.span.start - at < group[0].length ? party : undefined;
    if (!inside && group[1]!.trim() !== '' && !/^(?:negotiating|official|own)\s*$/.test(group[1]!)) return undefined;
    return { ...(inside ? { party: inside.id } : {}), end: at + group[0].length };
  }
  const direct = represent ? /^\s+(?:the\s+)?$/ : /^\s+for\s+(?:the\s+)?$/;
  if (party && direct.test(rest.slice(0, party.span.start - at))) return { party: party.id, end: party.span.end };
  if (!represent && /^(?:\s*$|\s*[,.]|\s+(?:in|at|on)\s)/.test(rest)) return { end: at };
  return undefined;
}

/** Names joined by “and”, commas or “alongside” from the first one after an offset on. */
function groupAfter(prose: string, here: readonly number[], names: readonly NameMention[], from: number): number[] {
  const at = here.findIndex(i => names[i]!.span.start >= from);
  if (at < 0 || nameSpan(names[here[at]!]!).start - from > 40) return [];
  const group = [here[at]!];
  for (let k = at + 1; k < here.length; k++) {
    if (!JOINED.test(prose.slice(fullEnd(names[here[k - 1]!]!), nameSpan(names[here[k]!]!).start))) break;
    group.push(here[k]!);
  }
  return group;
}

function groupBefore(prose: string, here: readonly number[], names: readonly NameMention[], k: number): number[] {
  const group = [here[k]!];
  for (let i = k - 1; i >= 0; i--) {
    if (!JOINED.test(prose.slice(fullEnd(names[here[i]!]!), nameSpan(names[here[i + 1]!]!).start))) break;
    group.unshift(here[i]!);
  }
  return group;
}

/** Title, honorific and name together. */
export function nameSpan(name: NameMention): Span {
  let start = name.span.start;
  if (name.honorific) start = Math.min(start, name.honorific.span.start);
  if (name.rank) start = Math.min(start, name.rank.span.start);
  if (name.title?.position === 'before') start = Math.min(start, name.title.span.start);
  return { start, end: name.span.end };
}

function fullEnd(name: NameMention): number {
  return name.title?.position === 'after' ? name.title.span.end : name.span.end;
}

function tenseOf(said: string): ClaimMention['tense'] {
  if (/\b(?:will|is to|are to|is set to|is due to|is expected to|tomorrow)\b/i.test(said)) return 'future';
  if (/\b(?:led|headed|represented|attended|was|were|had|met|joined)\b/i.test(said)) return 'past';
  return 'unknown';
}
