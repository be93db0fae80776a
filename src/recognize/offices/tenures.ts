import type { Interval } from '../../base/interval';
import type { Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, NameMention, TenureMention, TitlePhrase } from '../model';
import { readAmount } from '../figures/numbers';
import { insideQuote } from '../quotations/quoted';
import { nameSpan } from './claims';
import { startingAt } from '../../english/tokens';
import { titleAfter, type TitleText } from './titles';

/** Cheap look before anything is read: an office has a beginning or a length only beside one of these. */
const PREFILTER = /\b(?:since|for|appointed|named|elected|became|took|in (?:office|post)|sworn)\b/i;

const MONTH = '(?:(?:\\d{1,2}\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?(?:\\s+\\d{1,2},?)?,?\\s+)?';
const YEAR = '((?:19|20)\\d{2})(?!\\d|[-–,.]\\d)';
/** “since 2005”, “since March 2004”, “since early 2004”. */
const SINCE = new RegExp(`^,?\\s+(since\\s+(?:(?:early|late|mid)[- ]?\\s*)?${MONTH}${YEAR})`, 'i');
/** “in 2005”, “in May 2005”, “on 9 March 2004”. */
const STARTED = new RegExp(`^,?\\s+((?:in|on)\\s+(?:(?:early|late|mid)[- ]?\\s*)?${MONTH}${YEAR})`, 'i');
const LENGTH = /^,?\s+(for\s+(?:(?:the\s+)?(?:past|last)\s+)?([\p{L}\d](?:[\p{L}\d -]{0,28}[\p{L}\d])??)(?:\s+|\s?-\s?)?(years?|decades?)(?:\s+and\s+a\s+(half))?)\b/iu;

/** How the sentence goes on from the name to the office. */
const HOLDS = /^(?:,?\s+who)?\s+(?:has|had)\s+(?:been|served\s+as|worked\s+as)\s+/i;
const BEGAN = /^(?:,?\s+who)?,?\s+(?:(?:was\s+(?:first\s+)?|has\s+been\s+)?(?:appointed|named|elected|sworn\s+in)(?:\s+as)?|became|took\s+office\s+as)\s+/i;
const WAS = /^(?:,?\s+who)?\s+(?:is|was|served\s+as)\s+/i;
const APPOSED = /^, |^ \(/;
/** The office stands before the name; what follows speaks of it. */
const IN_OFFICE = /^(?:,\s+who\s+has\s+(?:been|served|remained)|,|\s+has\s+been|\s+has\s+served)\s+(?:in\s+(?:the\s+|that\s+|this\s+)?(?:office|post|job|role|position))(?=\s)/i;
const HAS_HELD = /^(?:,\s+who)?\s+has\s+held\s+(?:the|that|this)\s+(?:office|post|job|role|position)(?=\s)/i;
const TOOK_OFFICE = /^(?:,\s+who)?,?\s+(?:took\s+office|took\s+up\s+(?:the|that|this)\s+(?:post|office)|(?:was\s+)?appointed(?:\s+to\s+(?:the|that|this)\s+(?:post|office))?)(?=\s)/i;

type Written = { readonly phrase: Span } & ({ readonly year: number } | { readonly years: Interval; readonly rounding: number });

/**
 * What the text says of when somebody's office began, or how long it has lasted (`office-since`): a year after “since”,
 * “appointed in”, or a number of years, tied to a title beside the name.
 */
export function recognizeTenures(text: BlockText, names: readonly NameMention[], titles: TitleText, gazetteer: Gazetteer): TenureMention[] {
  if (names.length === 0 || !PREFILTER.test(text.prose)) return [];
  const mentions: TenureMention[] = [];
  for (const name of names) {
    if (name.label || name.compound || name.exact.length === 0) continue;
    const mention = tenureOf(text, name, titles, gazetteer);
    if (mention) mentions.push(mention);
  }
  return mentions;
}

function tenureOf(text: BlockText, name: NameMention, titles: TitleText, gazetteer: Gazetteer): TenureMention | undefined {
  const { prose, block } = text;
  const make = (title: TitlePhrase | undefined, start: number, written: Written): TenureMention => ({
    span: { start, end: written.phrase.end }, name, ...(title ? { title } : {}), ...written, quoted: block.quoted || insideQuote(block.quotes, written.phrase),
  });
  const end = name.span.end + (name.possessive ? 2 : 0);
  const rest = prose.slice(end, end + 160);
  if (name.possessive) return undefined;
  if (name.title?.position === 'after') {
    const written = lasting(prose, name.title.span.end);
    return written && make(name.title, name.title.span.start, written);
  }
  for (const [lead, began] of [[APPOSED, false], [HOLDS, false], [BEGAN, true], [WAS, false]] as const) {
    const found = lead.exec(rest);
    if (!found) continue;
    // “, appointed foreign minister in 2005”: the comma belongs to the verb
    const atom = startingAt(titles.atoms, wordFrom(text, end + found[0].length));
    const title = atom === undefined ? undefined : titleAfter(titles, atom, gazetteer);
    if (!title || title.posts.length === 0) continue;
    const written = began ? starting(prose, title.span.end) : lasting(prose, title.span.end);
    if (written) return make(title, title.span.start, written);
  }
  // “Park Geun-hye, daughter of former President Park Chung-hee, took office”: hers, not his
  if (/,\s+(?:an?\s+|the\s+)?(?:[\p{L}-]+\s+){1,3}of\s+(?:the\s+)?$/u.test(prose.slice(Math.max(0, nameSpan(name).start - 60), nameSpan(name).start)) && rest.startsWith(',')) return undefined;
  const title = name.title && name.title.posts.length > 0 ? name.title : undefined;
  const inOffice = IN_OFFICE.exec(rest) ?? HAS_HELD.exec(rest);
  if (inOffice) {
    const written = lasting(prose, end + inOffice[0].length);
    return written && make(title, end + inOffice[0].length - inOffice[0].replace(/^[,\s]+/, '').length, written);
  }
  const took = title ? TOOK_OFFICE.exec(rest) : undefined;
  const written = took && starting(prose, end + took[0].length);
  return written ? make(title, end + took![0].length - took![0].replace(/^[,\s]+/, '').length, written) : undefined;
}

/** Start of the first word at or after an offset. */
function wordFrom(text: BlockText, offset: number): number {
  const word = /[\p{L}\p{N}]/u.exec(text.prose.slice(offset, offset + 8));
  return word ? offset + word.index : offset;
}

function lasting(prose: string, at: number): Written | undefined {
  const rest = prose.slice(at, at + 80);
  const since = SINCE.exec(rest);
  if (since) return { phrase: placed(at, since), year: Number(since[2]) };
  const length = LENGTH.exec(rest);
  if (!length) return undefined;
  const years = lengthOf(length[2]!, length[3]!.toLowerCase(), length[4] !== undefined);
  return years && { phrase: placed(at, length), ...years };
}

function starting(prose: string, at: number): Written | undefined {
  const started = STARTED.exec(prose.slice(at, at + 60));
  return started ? { phrase: placed(at, started), year: Number(started[2]) } : undefined;
}

function placed(at: number, match: RegExpExecArray): Span {
  const start = at + match[0].indexOf(match[1]!);
  return { start, end: start + match[1]!.length };
}

/** “four”, “more than seven”, “a” with “years” or “decade”: as an interval of years, and the unit it is rounded to. */
function lengthOf(words: string, unit: string, half: boolean): { years: Interval; rounding: number } | undefined {
  const decade = unit.startsWith('decade');
  const scale = decade ? 10 : 1;
  const written = words.replace(/\b(?:an?|one)$/i, '1');
  const amount = readAmount(decade && /^1$/.test(written.trim()) ? '1' : written);
  if (!amount || amount.value <= 0 || amount.value * scale > 70) return undefined;
  const { low, high, lowClosed, highClosed } = amount.logical;
  const more = half ? scale / 2 : 0;
  return { years: { low: low * scale + more, high: high * scale + more, lowClosed, highClosed }, rounding: scale };
}
