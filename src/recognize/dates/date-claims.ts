import type { Span } from '../../base/span';
import type { BlockText, DateClaim, DateMention } from '../model';
import { insideQuote } from '../quotations/quoted';
import { sentenceIndexAt } from '../../english/sentence-index';

/** Verbs of happening: plain form, past, participle; what stands beside a date when something takes place. */
const VERBS: readonly (readonly [string, string, string, string])[] = [
  ['meet', 'meets', 'met', 'met'], ['hold', 'holds', 'held', 'held'], ['take place', 'takes place', 'took place', 'taken place'], ['open', 'opens', 'opened', 'opened'],
  ['begin', 'begins', 'began', 'begun'], ['start', 'starts', 'started', 'started'], ['end', 'ends', 'ended', 'ended'], ['conclude', 'concludes', 'concluded', 'concluded'],
  ['convene', 'convenes', 'convened', 'convened'], ['gather', 'gathers', 'gathered', 'gathered'], ['host', 'hosts', 'hosted', 'hosted'], ['chair', 'chairs', 'chaired', 'chaired'],
  ['visit', 'visits', 'visited', 'visited'], ['arrive', 'arrives', 'arrived', 'arrived'], ['travel', 'travels', 'travelled', 'travelled'], ['fly', 'flies', 'flew', 'flown'],
  ['leave', 'leaves', 'left', 'left'], ['return', 'returns', 'returned', 'returned'], ['sign', 'signs', 'signed', 'signed'], ['publish', 'publishes', 'published', 'published'],
  ['release', 'releases', 'released', 'released'], ['launch', 'launches', 'launched', 'launched'], ['adopt', 'adopts', 'adopted', 'adopted'], ['vote', 'votes', 'voted', 'voted'],
  ['attend', 'attends', 'attended', 'attended'], ['address', 'addresses', 'addressed', 'addressed'], ['brief', 'briefs', 'briefed', 'briefed'], ['resume', 'resumes', 'resumed', 'resumed'],
  ['reconvene', 'reconvenes', 'reconvened', 'reconvened'], ['testify', 'testifies', 'testified', 'testified'], ['submit', 'submits', 'submitted', 'submitted'], ['present', 'presents', 'presented', 'presented'],
  ['expire', 'expires', 'expired', 'expired'], ['inaugurate', 'inaugurates', 'inaugurated', 'inaugurated'],
  ['elect', 'elects', 'elected', 'elected'], ['rule', 'rules', 'ruled', 'ruled'], ['ratify', 'ratifies', 'ratified', 'ratified'], ['resign', 'resigns', 'resigned', 'resigned'],
  ['speak', 'speaks', 'spoke', 'spoken'], ['discuss', 'discusses', 'discussed', 'discussed'], ['receive', 'receives', 'received', 'received'], ['welcome', 'welcomes', 'welcomed', 'welcomed'],
  ['attack', 'attacks', 'attacked', 'attacked'], ['strike', 'strikes', 'struck', 'struck'], ['fire', 'fires', 'fired', 'fired'], ['seize', 'seizes', 'seized', 'seized'],
  ['capture', 'captures', 'captured', 'captured'], ['kill', 'kills', 'killed', 'killed'], ['die', 'dies', 'died', 'died'], ['impose', 'imposes', 'imposed', 'imposed'],
  ['arrest', 'arrests', 'arrested', 'arrested'], ['expel', 'expels', 'expelled', 'expelled'], ['land', 'lands', 'landed', 'landed'], ['depart', 'departs', 'departed', 'departed'],
  ['enter', 'enters', 'entered', 'entered'], ['cross', 'crosses', 'crossed', 'crossed'], ['withdraw', 'withdraws', 'withdrew', 'withdrawn'], ['appoint', 'appoints', 'appointed', 'appointed'],
  ['hand over', 'hands over', 'handed over', 'handed over'], ['tour', 'tours', 'toured', 'toured'], ['deploy', 'deploys', 'deployed', 'deployed'], ['issue', 'issues', 'issued', 'issued'],
];
const one = (forms: readonly string[]): string => forms.map(f => f.replace(' ', '\\s+')).join('|');
const PLAIN = one(VERBS.map(v => v[0]));
const PRESENT = one(VERBS.map(v => v[1]));
const PAST = one([...VERBS.map(v => v[2]), 'traveled']);
const PARTICIPLE = one([...VERBS.map(v => v[3]), 'traveled']);
/** A verb form with its auxiliary; groups: passive future, active future, passive past, active past, present. */
const VERB = new RegExp(
  `\\b(?:(?:will|shall|(?:is|are)\\s+(?:now\\s+)?(?:(?:going|due|set|scheduled|expected)\\s+)?to)\\s+(?:also\\s+|then\\s+|again\\s+)?(?:be\\s+(${PARTICIPLE}|\\w{3,}ed)|(${PLAIN}|(?<=\\b(?:[wW]ill|[sS]hall|WILL|SHALL)\\s+(?:(?:also|then|again)\\s+)?)(?!be\\b|have\\b|not\\b|need\\b|continue\\b|remain\\b)[a-z]{3,}))` +
  `|(?:was|were)\\s+(?:also\\s+|then\\s+|finally\\s+|jointly\\s+)?(${PARTICIPLE})` +
  `|(${PAST})|(${PRESENT}))\\b`, 'gi');
const LEMMA: ReadonlyMap<string, string> = new Map([...VERBS.flatMap(([plain, present, past, participle]) => [plain, present, past, participle].map((f): [string, string] => [f, plain])), ['traveled', 'travel']]);
/** Longest stretch between a verb and its date. */
const REACH = 90;
/** What tells that the date belongs to something else than the verb. */
const BREAKS = /[.;:!?(“”"]|\b(?:to|for|ahead|before|until|till|by|about|after|since|that|which|who|whose|when|where|while|because|as|if|would|will|should|could|may|might|expected|scheduled|planned|due|slated|set|and|but|or|from|said|says|called|agreed|announced|following|preparing|regarding|concerning|including|than|not|upcoming|planned|starting|beginning|ending|effective)\b/i;
const SAYING = /\b(?:said|says|told|announced|announces|reported|wrote|tweeted|stated|confirmed|added|noted|according to|had|has|have|would|if|unless|until|when)\b/i;
const FRONT = /^(?:[Oo]n\s+)?$/;

/** Verbs of happening and the date of each, where nothing stands between that could take the date for itself. */
export function recognizeDateClaims(text: BlockText, dates: readonly DateMention[]): DateClaim[] {
  const { prose, block } = text;
  if (dates.length === 0 || block.kind === 'heading' || block.kind === 'alt') return [];
  const claims: DateClaim[] = [];
  const written = dates.filter(d => (d.kind === 'date' || d.kind === 'month' || d.kind === 'range') && !d.impossible && d.month !== undefined);
  const verbs = written.length === 0 ? [] : [...prose.matchAll(VERB)];
  let next = 0;
  for (const date of written) {
    while (next < verbs.length && verbs[next]!.index + REACH + 40 < date.span.start) next++;
    const index = sentenceIndexAt(block.sentences, date.span.start);
    const sentence = block.sentences[index];
    if (!sentence || date.span.end > sentence.end) continue;
    const claim = before(prose, sentence, verbs, next, date) ?? after(prose, sentence, verbs, next, date);
    if (!claim) continue;
    const others = dates.some(d => d !== date && d.span.start >= sentence.start && d.span.end <= sentence.end);
    // what a relative clause between commas says is not what the sentence reports
    const lead = prose.slice(sentence.start, claim.verb.start).replace(/,\s+(?:who|which|whose)\b[^,]*,/g, ',');
    claims.push({ ...claim, date, mixed: others || SAYING.test(lead), quoted: block.quoted || insideQuote(block.quotes, claim.verb) });
  }
  return claims;
}

type Found = Pick<DateClaim, 'span' | 'verb' | 'tense' | 'lemma' | 'passive'>;

/** “met NATO ambassadors in Brussels on 12 January 2022”. */
function before(prose: string, sentence: Span, verbs: readonly RegExpExecArray[], from: number, date: DateMention): Found | undefined {
  let best: RegExpExecArray | undefined;
  for (let i = from; i < verbs.length && verbs[i]!.index < date.span.start; i++) if (verbs[i]!.index >= sentence.start) best = verbs[i];
  if (!best) return undefined;
  const end = best.index + best[0].length;
  if (end > date.span.start) return undefined;
  const between = prose.slice(end, date.span.start);
  // “welcomed the 17 March dialogue”: the date says which one, not when it was welcomed
  if (/\b(?:the|a|an|this|that|its|their|his|her)\s+$/i.test(between) && /^\s+\p{L}/u.test(prose.slice(date.span.end, date.span.end + 3)) && !/\bon\s+the\s+$/i.test(between)) return undefined;
  if (between.length > REACH || BREAKS.test(between) || !/\b(?:on|in|of|this|early|late)\s+(?:the\s+)?$|^\s*$|\s$/i.test(between)) return undefined;
  // a comma parts the verb from its date, except around a place (Geneva, Switzerland,)
  if (/,(?!\s+\p{Lu}[\p{L} ]{2,30},)/u.test(between.replace(/,\s+\p{Lu}[\p{L} ]{2,30},?/gu, ''))) return undefined;
  if (date.kind === 'month' && !/\bin\s+(?:early |late |mid-)?$/i.test(between)) return undefined;
  return found(best, { start: best.index, end: date.span.end });
}

/** “On 12 January 2022 the council met.” */
function after(prose: string, sentence: Span, verbs: readonly RegExpExecArray[], from: number, date: DateMention): Found | undefined {
  if (date.kind === 'month' || !FRONT.test(prose.slice(sentence.start, date.span.start))) return undefined;
  const verb = verbs.slice(from, from + 12).find(v => v.index >= date.span.end);
  if (!verb || verb.index + verb[0].length > sentence.end) return undefined;
  const between = prose.slice(date.span.end, verb.index);
  if (between.length > REACH || BREAKS.test(between.replace(/\band\b/g, '').replace(/^\s*,/, '')) || /\b\w{3,}(?:ed|ing)\b/.test(between)) return undefined;
  return found(verb, { start: date.span.start, end: verb.index + verb[0].length });
}

function found(m: RegExpExecArray, span: Span): Found {
  const [whole, passiveFuture, future, passivePast, past, present] = m;
  // any verb may be said of the future; of the past only what happens on a day
  const form = (passiveFuture ?? future ?? passivePast ?? past ?? present)!.toLowerCase().replace(/\s+/g, ' ');
  return {
    span, verb: { start: m.index, end: m.index + whole.length }, lemma: LEMMA.get(form) ?? form, passive: passiveFuture !== undefined || passivePast !== undefined,
    tense: passiveFuture ?? future ? 'future' : present ? 'present' : 'past',
  };
}

/** The verb in the other tense: “will meet” → “met”, “was held” → “will be held”; none where the subject's number would have to be known. */
export function retense(claim: DateClaim, written: string): string | undefined {
  const verb = VERBS.find(v => v[0] === claim.lemma);
  if (!verb) return undefined;
  if (claim.tense === 'future') return claim.passive ? undefined : verb[2];
  if (claim.tense === 'past') return claim.passive ? `will be ${verb[3]}` : /\s/.test(written) && claim.lemma !== 'take place' ? undefined : `will ${verb[0]}`;
  return undefined;
}
