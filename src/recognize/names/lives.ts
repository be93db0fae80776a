import type { Gazetteer } from '../../gazetteer/gazetteer';
import { sentenceAt } from '../dates/dates';
import { ACTING, SAYING } from '../../english/lexicon';
import type { ActMention, AgeMention, BlockText, NameMention } from '../model';

const AGE_AFTER = /^, (?:aged |age )?(\d{2,3})(?=[,.;)]|\s+and\b|\s*$)|^ \((?:aged |age )(\d{2,3})\)/;
const AGE_BEFORE = /\b(\d{2,3})[- ]year[- ]old\s+(?:[\p{L}’'-]+\s+){0,4}(?:\p{L}+, )?$/u;
/** A number after a name is no age in a list of results or votes. */
const COUNTED = /\b(?:poll|votes?|per cent|percent|seats?|points?|goals?|against)\b|%/i;

/** Ages written beside a known name: “Lavrov, 71,”, “aged 71”, “the 71-year-old foreign minister Sergei Lavrov”. */
export function recognizeAges(text: BlockText, names: readonly NameMention[]): AgeMention[] {
  if (names.length === 0 || !/\d{2}/.test(text.prose)) return [];
  const ages: AgeMention[] = [];
  for (const name of names) {
    if (name.exact.length === 0 || name.label || name.compound || name.possessive) continue;
    const after = AGE_AFTER.exec(text.prose.slice(name.span.end, name.span.end + 16));
    const title = name.title?.position === 'before' ? name.title.span.start : name.span.start;
    const lead = Math.max(0, title - 60);
    const before = after ? null : AGE_BEFORE.exec(text.prose.slice(lead, title));
    const digits = after ? after[1] ?? after[2]! : before?.[1];
    if (digits === undefined) continue;
    const years = Number(digits);
    const start = after ? name.span.end + after[0].indexOf(digits) : lead + before!.index;
    const sentence = sentenceAt(text.block.sentences, name.span.start);
    if (years < 15 || years > 115) continue;
    const said = sentence ? text.prose.slice(sentence.start, sentence.end) : '';
    if (COUNTED.test(said) && !(after && apposition(text.prose.slice(name.span.end + after[0].length), said))) continue;
    ages.push({ span: { start, end: start + digits.length }, name, years, quoted: name.quoted });
  }
  return ages;
}

/** “Frederiksen, 45, won the vote”: between commas, the only such number of the sentence, and the verb goes on behind it. */
function apposition(rest: string, said: string): boolean {
  return /^,\s+(?!and\b|to\b|with\b|while\b|against\b)\p{Ll}/u.test(rest) && said.match(/\d+/g)!.length === 1;
}

const BARE = new Set(
  ('meet visit arrive travel fly sign chair lead attend open host receive present discuss inspect propose brief speak address return represent head hold join take say tell be remain').split(' '),
);
/** After the name: “, who …,” or “, the minister,”, then perhaps an auxiliary, then the verb. */
const VERB = /^(?:,[^,.;]{2,60},)?\s+(?:(will|is to|is due to|is expected to|is set to|plans to|is|has)\s+)?(?:also\s+|again\s+|then\s+)?(\p{L}+)/iu;
const NEAR = /\b(?:today|tonight|tomorrow|yesterday|this (?:week|morning|afternoon|evening|month)|last (?:night|week)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b/i;
const BYGONE = /\b(?:late|once|had|used to|death|dead|died|memoirs?|autobiograph\w*|diar(?:y|ies)|killed|assassinat\w*|murder\w*|funeral|memor\w+|tribute|legacy|posthumous\w*|buried|burial|grave|obituary|mourn\w*|until|before his|before her|years? (?:ago|earlier)|at the time|then|wrote|book|speech|interview|published|archive\w*|famously|historic\w*|biograph\w*|in (?:19|20)\d\d|since)\b/i;

/** What the sentence has a person do who is recorded as dead: only the record of the day decides whether that can be (`life-dates`). */
export function recognizeActs(text: BlockText, names: readonly NameMention[], gazetteer: Gazetteer): ActMention[] {
  const acts: ActMention[] = [];
  for (const name of names) {
    if (name.label || name.compound || name.possessive || !name.exact.some(m => gazetteer.person(m.person)?.death_date)) continue;
    const verb = VERB.exec(text.prose.slice(name.span.end, name.span.end + 100));
    if (!verb) continue;
    const auxiliary = verb[1]?.toLowerCase();
    const word = verb[2]!.toLowerCase();
    // capitals throughout are a cable's; a capitalised verb elsewhere is a headline's or no verb
    if (verb[2] !== word && name.surface !== name.surface.toUpperCase()) continue;
    const ahead = auxiliary !== undefined && auxiliary !== 'is' && auxiliary !== 'has';
    if (!(ahead ? BARE.has(word) || ACTING.has(word) : auxiliary === 'is' ? /(?:ing|ed|due|expected|set)$/.test(word) : SAYING.has(word) || ACTING.has(word))) continue;
    const sentence = sentenceAt(text.block.sentences, name.span.start) ?? { start: 0, end: text.prose.length };
    const said = text.prose.slice(sentence.start, sentence.end);
    if (BYGONE.test(said)) continue;
    const present = auxiliary === 'is' || (auxiliary === undefined && word.endsWith('s'));
    const now = ahead || present || NEAR.test(said);
    // words of the dead are recalled as they were spoken
    const recalled = /^[^.;]{0,24}[:,]?\s*["“]/.test(text.prose.slice(name.span.end + verb[0].length, name.span.end + verb[0].length + 40));
    if (now || !recalled) acts.push({ span: name.span, name, present: now, quoted: name.quoted });
  }
  return acts;
}
