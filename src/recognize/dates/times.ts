import { dayOf } from '../../base/edtf';
import type { Span } from '../../base/span';
import type { BlockText, DateMention, TimeMention } from '../model';
import { Has } from '../starts';

/**
 * Times that clauses speak of (spec time.md 1): the dates written in a block, and what is no date for a calendar but a
 * time for a reader: bare years, decades, ranges in brackets, “three years ago”, “now”, “later”.
 */
export function recognizeTimes(text: BlockText, dates: readonly DateMention[]): TimeMention[] {
  const { prose } = text;
  const found: TimeMention[] = dates.filter(d => !d.impossible).map(date => ({ span: date.span, kind: 'date', date, ...placed(prose, date.span) }));
  const free = (span: Span): boolean => !found.some(t => t.span.start < span.end && span.start < t.span.end);
  const add = (time: TimeMention): void => { if (free(time.span)) found.push(time); };
  const years = (text.has & Has.YEAR) === 0 ? [] : YEARS;
  for (const { pattern, read } of years) for (const match of prose.matchAll(pattern)) {
    const range = read(match, prose, text.block.kind === 'cell' || text.block.kind === 'heading');
    if (!range) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    add({ span, kind: 'years', ...range, ...placed(prose, span) });
  }
  const words = (text.has & WORDS_NEED) === 0 ? [] : prose.matchAll(WORDS);
  for (const match of words) {
    const span = { start: match.index, end: match.index + match[0].length };
    const [, ago, now, soft, onward] = match;
    if (ago !== undefined) add({ span, kind: 'ago', ...agoOf(match[0]), relation: 'at', attributive: false });
    else if (now !== undefined && !/\b[Rr]ussia |\bof\s+$|\bThe\s+$/.test(prose.slice(Math.max(0, span.start - 8), span.start))) add({ span, kind: 'now', relation: 'at', attributive: false });
    else if (soft !== undefined) add({ span, kind: 'still', relation: 'at', attributive: false });
    else if (onward !== undefined) add({ span, kind: 'onward', relation: 'at', attributive: false });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

const YEAR = '(?:1[89]|20)\\d{2}';
const PART = '(?:(?:[Tt]he\\s+)?([Ee]arly|[Mm]id|[Ll]ate|[Ll]atter|[Ff]irst half of the|[Ss]econd half of the|[Ee]nd of the|[Bb]eginning of the)[-\\s]+)?';
/** What makes four digits a number and no year. */
const UNIT = /^(?:\s?(?:%|°)|[.,]\d|\s+(?:per\s?cent|percent|troops|soldiers|men|women|people|personnel|fighters|tanks|aircraft|ships|vehicles|kilomet|km|miles?|metres?|meters?|feet|tonnes?|tons?|barrels|dollars|euros|pages|words|houses|homes|jobs|members|hours|megawatts|MW|seats|votes|casualties|deaths|members)\b)/;
/** What makes four digits part of a name: Resolution 1701, Agenda 2030, § 2024, No. 1973. */
const NAMED = /(?:[$€£#§]|\b(?:[Rr]esolutions?|UNSCR|[Nn]o\.|[Nn]umber|[Aa]rticle|[Ss]ection|[Dd]ocument|[Dd]irective|[Rr]oom|[Ff]light|[Aa]genda|[Vv]ision|[Pp]rotocol|[Uu]nit|[Ll]aw|[Ff]orm|[Pp]aragraph|[Pp]age|[Pp]p?\.|about|some|around|roughly|nearly|almost|over|than|up to|at least)\s+|[\w]-|[A-Z]\/?|\d[.,:/])$/;

type Range = { first: number; last: number };
interface YearForm { readonly pattern: RegExp; readonly read: (m: RegExpExecArray | RegExpMatchArray, prose: string, whole: boolean) => Range | undefined }
const from = (m: RegExpMatchArray): number => m.index!;
const named = (m: RegExpMatchArray, prose: string): boolean => NAMED.test(prose.slice(Math.max(0, from(m) - 14), from(m))) || UNIT.test(prose.slice(from(m) + m[0].length, from(m) + m[0].length + 16));

const YEARS: readonly YearForm[] = [
  // the late 1970s, early-1980s
  { pattern: new RegExp(`\\b${PART}(${YEAR.replace('\\d{2}', '\\d0')})['’]?s\\b`, 'g'), read: m => decade(m[1], Number(m[2])) },
  // from 2010 to 2014, between 2010 and 2014, 2010-14, 2006–2010
  { pattern: new RegExp(`\\b(?:[Ff]rom|[Bb]etween)\\s+(?:\\p{Lu}\\p{L}+\\s+)?(${YEAR})\\s+(?:to|until|till|through|and)\\s+(?:\\p{Lu}\\p{L}+\\s+)?(${YEAR})\\b`, 'gu'), read: m => yearsFrom(Number(m[1]), Number(m[2])) },
  {
    pattern: new RegExp(`(?<![\\d.,/-])(${YEAR})\\s?[-–—/]\\s?(${YEAR}|\\d{2})(?![\\d-]|[.,]\\d)`, 'g'),
    read: (m, prose) => (named(m, prose) ? undefined : yearsFrom(Number(m[1]), m[2]!.length === 2 ? Math.floor(Number(m[1]) / 100) * 100 + Number(m[2]) : Number(m[2]))),
  },
  // (2018-), (since 2016)
  { pattern: new RegExp(`(?<=\\()(${YEAR})\\s?[-–—]\\s?(?=\\))`, 'g'), read: m => ({ first: dayOf(Number(m[1]), 1, 1), last: Infinity }) },
  // a year by itself
  { pattern: new RegExp(`(?<![\\d.,:/-])\\b(${YEAR})\\b(?![-–]?\\d|['’]?s\\b|:\\d)`, 'g'), read: (m, prose, whole) => (!whole && named(m, prose) ? undefined : yearsFrom(Number(m[1]), Number(m[1]))) },
];

function yearsFrom(first: number, last: number): Range | undefined {
  return first > last || last - first > 80 ? undefined : { first: dayOf(first, 1, 1), last: dayOf(last, 12, 31) };
}

/** The parts of a decade: early its first four years, mid the fourth to the sixth, late the last four. */
function decade(part: string | undefined, year: number): Range | undefined {
  const word = part?.toLowerCase() ?? '';
  if (word.startsWith('early') || word.startsWith('beginning')) return yearsFrom(year, year + 3);
  if (word.startsWith('first')) return yearsFrom(year, year + 4);
  if (word.startsWith('mid')) return yearsFrom(year + 4, year + 6);
  if (word.startsWith('second')) return yearsFrom(year + 5, year + 9);
  if (word === '') return yearsFrom(year, year + 9);
  return yearsFrom(year + 6, year + 9);
}

const COUNT = '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|\\d{1,3}|several|some|many|a few)';
/** Groups: so long ago, now, still, onward. */
const WORDS = new RegExp(
  `\\b(?:((?:(?:[Mm]ore than|[Ll]ess than|[Aa]lmost|[Nn]early|[Oo]ver|[Aa]bout|[Ss]ome|[Bb]arely)\\s+)?${COUNT}\\s+(?:years?|decades?|months?|generations?)\\s+(?:ago|earlier|before)|(?:[Yy]ears|[Dd]ecades)\\s+(?:ago|earlier|before)|[Ll]ong\\s+ago)` +
  `|([Tt]oday|[Cc]urrently|[Aa]t\\s+present|[Nn]owadays|[Tt]hese\\s+days|[Tt]his\\s+(?:week|month|year|morning|spring|summer|autumn|winter)|[Yy]esterday|[Tt]omorrow|[Tt]onight|(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Aa] few|[Ss]everal)\\s+(?:minutes?|hours?|days?|weeks?)\\s+ago)` +
  `|([Nn]ow|[Ss]till|[Ss]o\\s+far|[Tt]o\\s+date|[Rr]ecently)` +
  `|([Ll]ater|[Aa]fterwards?|[Ss]ubsequent(?:ly)?|[Ee]ventually|[Ss]ince\\s+then|[Tt]hereafter|[Uu]ltimately|[Ss]uccessors?|[Ss]ucceed(?:ed|ing|s)|[Ff]ollowing|[Tt]he\\s+next|[Aa]fter|[Rr]eplaced|[Bb]y\\s+the\\s+time))\\b`, 'g');
/** One of these stands in whatever `WORDS` matches. */
const WORDS_NEED = Has.SPAN_OF_TIME | Has.DAY_AROUND | Has.PERIOD | Has.SINCE_THEN;
const NUMBERS: ReadonlyMap<string, number> = new Map(
  ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'].map((word, i): [string, number] => [word, Math.max(1, i)]));

/** Years before, at the least and at the most; none where the words do not say. */
function agoOf(words: string): { back?: readonly [number, number] } {
  const found = new RegExp(`(${COUNT})\\s+(year|decade|month|generation)s?`, 'i').exec(words);
  const count = found ? NUMBERS.get(found[1]!.toLowerCase()) ?? (Number(found[1]) || undefined) : undefined;
  if (!found || count === undefined || /earlier|before/.test(words)) return {};
  const unit = found[2]!.toLowerCase();
  const years = count * (unit === 'decade' ? 10 : unit === 'generation' ? 25 : unit === 'month' ? 1 / 12 : 1);
  const slack = unit === 'decade' ? 3 : unit === 'generation' ? 12 : Math.max(0.3, years * 0.15);
  return { back: [Math.max(0, years - slack), years + slack] };
}

/** How a time stands to what is said: at it, from it on, up to it; and whether it belongs to a noun (“the 2013 cabinet”). */
function placed(prose: string, span: Span): Pick<TimeMention, 'relation' | 'attributive' | 'scene'> {
  const before = prose.slice(Math.max(0, span.start - 34), span.start);
  const relation = /\b(?:since|after|from|following|beginning|starting)\s+(?:(?:the\s+)?(?:(?:early|late|mid|end of|beginning of|fall of|collapse of|\p{L}+\s+of\s+(?:the\s+\p{L}+\s+)?)[-\s]?)|in\s+|[^.;,()]{0,24}\s(?:in|of)\s+)?(?:the\s+)?$/iu.test(before) ? 'from'
    : /\b(?:until|till|before|up to|prior to|ahead of|by)\s+(?:the\s+)?(?:(?:early|late|mid|end of|beginning of|start of)[-\s]?)?(?:the\s+)?$/i.test(before) ? 'until' : 'at';
  const after = prose.slice(span.end, span.end + 12);
  // “at the 2014 summit”, “after his 2016 visit” say when; “the 2014 accord” says which
  const when = /\b(?:at|in|during|since|after|before|following|until|throughout)\s+(?:the|an?|his|her|its|their|\p{Lu}[\p{L}-]+['’]s?)\s+$/u.test(before);
  const scene = /(?:^|[.!?]\s+)It\s+is\s+(?:(?:now|the|an?|early|mid|late|\p{Ll}+)[-\s]+){0,5}(?:of\s+|in\s+)?$/u.test(prose.slice(Math.max(0, span.start - 50), span.start));
  const attributive = !when && /(?:['’]s?|\b(?:the|a|an|his|her|its|their|of))\s+$/i.test(before) && /^[-\s]+\p{L}/u.test(after) && !/^\s+(?:and|to|or|when|after|before|the|in|at|on|by|as|but|with|for|from|until|he|she|it|they|that|which|who)\b/.test(after);
  return { relation, attributive, ...(scene ? { scene } : {}) };
}
