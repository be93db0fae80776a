import type { Span } from '../../base/span';
import type { DateMention } from '../model';

type Sense = 'past' | 'future' | 'present' | 'open';

interface Verb {
  readonly start: number;
  readonly end: number;
  readonly sense: Sense;
}

const ADVERB = '(?:(?:also|then|later|again|now|only|not|never|still|already|first|next|reportedly|jointly|separately|\\w+ly)\\s+){0,2}';
const DUE = '(?:set|due|expected|scheduled|slated|planned|poised|likely|about|bound|supposed|meant|going)';
/** Infinitives of what happens on a day: “agreed to meet on Monday”, but “flew to power talks”. */
const TO = 'to\\s+(?:be|meet|hold|begin|start|resume|take|travel|visit|sign|vote|discuss|attend|convene|return|open|host|speak|address|brief|chair|gather|reconvene|arrive|leave|report|decide|announce|publish|present|deliver|reply|respond|launch|expire|enter|lead|head|represent)\\b';
const IRREGULAR = 'met|held|took|led|made|left|came|went|began|became|spoke|gave|saw|sent|fell|rose|grew|ran|flew|told|said|wrote|won|lost|broke|chose|drew|drove|fought|found|got|heard|knew|paid|sat|shot|sought|stood|thought|withdrew|brought|bought|built|kept|understood';
/** Not every word in -ed is a verb. */
const NO_VERB = /^(?:indeed|need|proceed|exceed|succeed|speed|feed|seed|shed|hundred|kindred|sacred|naked|wicked|embed|red|bred|bleed|breed|greed|creed|agreed-upon|so-called)$/;
const REPORTING = /^(?:said|says|told|added|noted|stressed|stated|wrote|announced|confirmed|reported|explained|warned)$/;

/** Verb forms, the longer ones first; groups: open, future, past with an auxiliary, present, simple past. */
const FORMS = new RegExp(
  `\\b(?:((?:was|were|had been)\\s+${ADVERB}(?:to\\s+\\w+|${DUE}\\s+(?:to(?:\\s+be)?\\s+\\w+|for|on|in|by|during)))` +
  `|((?:will|shall|would|won[’']t|cannot|could|may|might|should|must|can)\\s+${ADVERB}(?:be\\s+|have\\s+)?\\w+|(?<=[a-z])[’']ll\\s+${ADVERB}(?:be\\s+)?\\w+|(?:is|are|being)\\s+${ADVERB}(?:to\\s+(?:be\\s+)?\\w+|${DUE}\\s+(?:to(?:\\s+be)?\\s+\\w+|for|on))|(?:plans?|intends?|hopes?|expects?|wants?)\\s+to\\s+\\w+|${DUE}\\s+(?:for|on|in|by|during)\\b|upcoming|${TO})` +
  `|((?:was|were|has|have|had)\\s+${ADVERB}(?:been\\s+)?\\w+)` +
  `|((?:is|are)\\b(?:\\s+\\w+(?:ing|ed)\\b)?|(?:meets?|holds|begins|starts|resumes|opens|travels|visits|hosts|takes place|convenes|arrives|returns|ends|expires)\\b(?!\\s+of))` +
  `|(${IRREGULAR}|\\w{2,}ed))\\b`, 'g');

/** What opens a clause of its own between a verb and a date. */
const OPENER = /[;:“"—]|\s–\s|,\s+(?:and|but|while|whereas|although|when|where|which|who)\b|\b(?:that|because|whether|if|when|where|while|whereas|although|after which)\b/gi;
/** How far from the date a verb is looked for. */
const REACH = 160;

function verbsIn(prose: string, from: number, to: number): Verb[] {
  const found: Verb[] = [];
  for (const match of prose.slice(from, to).matchAll(FORMS)) {
    const [whole, open, future, auxiliary, present, simple] = match;
    if (simple !== undefined && (NO_VERB.test(simple) || /^\p{Lu}/u.test(simple))) continue;
    const start = from + match.index;
    if (simple !== undefined && REPORTING.test(simple) && isAside(prose, start, start + whole.length)) continue;
    found.push({ start, end: start + whole.length, sense: open ? 'open' : future ? 'future' : auxiliary || simple ? 'past' : present ? 'present' : 'open' });
  }
  return found;
}

/** “On Friday, she said, talks will resume”: the verb of saying stands between commas. */
function isAside(prose: string, start: number, end: number): boolean {
  return /,\s+(?:[\p{L}.’'-]+\s+){0,5}$/u.test(prose.slice(Math.max(0, start - 50), start)) && /^(?:\s+[\p{L}]+){0,3},/u.test(prose.slice(end, end + 30));
}

/**
 * The tense of the verb that a date goes with: the nearest before it in its clause, else the first after it. A present
 * tense speaks of what is planned beside a weekday (“the council meets on Friday”); beside a date it says nothing.
 */
export function tenseAt(prose: string, span: Span, sentence: Span, kind: DateMention['kind']): DateMention['tense'] {
  const first = Math.max(sentence.start, span.start - REACH);
  const end = Math.min(sentence.end, span.end + REACH);
  const from = first + prose.slice(first, span.start).lastIndexOf(';') + 1;
  const semicolon = prose.slice(span.end, end).indexOf(';');
  const to = semicolon < 0 ? end : span.end + semicolon;
  const verbs = verbsIn(prose, from, to);
  const before = verbs.filter(v => v.end <= span.start).pop();
  const after = verbs.find(v => v.start >= span.end);
  const sense = choose(prose, span, before, after);
  if (sense === 'present') return kind === 'weekday' ? 'future' : 'unknown';
  return sense === 'past' || sense === 'future' ? sense : 'unknown';
}

function choose(prose: string, span: Span, before: Verb | undefined, after: Verb | undefined): Sense {
  if (!before) return opens(prose, span.end, after) ? 'open' : after?.sense ?? 'open';
  if (!after || opens(prose, span.end, after)) return before.sense;
  // a clause begins between the verb and the date: the date goes with what follows
  return last(OPENER, prose.slice(before.end, span.start)) >= 0 ? after.sense : before.sense;
}

/** Whether another clause begins between the date and the verb after it: “on Friday, but talks will go on”. */
function opens(prose: string, from: number, verb: Verb | undefined): boolean {
  return verb !== undefined && last(OPENER, prose.slice(from, verb.start)) >= 0;
}

function last(pattern: RegExp, text: string): number {
  let at = -1;
  for (const match of text.matchAll(pattern)) at = match.index;
  return at;
}
