import { daysInMonth } from '../../base/edtf';
import type { Span } from '../../base/span';
import { tenseAt } from './dates-tense';
import { MONTHS, WEEKDAYS } from '../../english/lexicon';
import { MONTH_BESIDE_DAY, MONTH_PATTERN, SHORT_WEEKDAY_PATTERN, WEEKDAY_PATTERN } from './date-words';
import type { BlockText, DateMention } from '../model';
import { insideQuote } from '../quotations/quoted';
import { Has } from '../starts';

const M = MONTH_PATTERN;
const MD = MONTH_BESIDE_DAY;
const W = WEEKDAY_PATTERN;
const D = '(\\d{1,2})(?:st|nd|rd|th)?';
const Y = '(\\d{4})';
const ANY_DAY = `${W}|${SHORT_WEEKDAY_PATTERN}`;
const DAY_BEFORE = `(?:(${ANY_DAY}),?\\s+(?:the\\s+)?)?`;
/** “12 January 2022 (Wednesday)”, “12 January 2022, a Wednesday”. */
const DAY_AFTER = `(?:\\s*\\((${W})\\)|,\\s+an?\\s+(${W})\\b)?`;
const BEYOND = '(?![\\d,.]*\\d|[-–]\\d|\\s*(?:per cent|percent|%))';

interface Form {
  /** Words without which the pattern matches nothing: bits of `Has`. */
  readonly needs: number;
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => Omit<DateMention, 'span' | 'quoted' | 'tense' | 'impossible'> | undefined;
}

const month = (name: string | undefined): number | undefined => (name === undefined ? undefined : MONTHS.get(name.replace('.', '').toLowerCase()));
const weekday = (name: string | undefined): number | undefined => (name === undefined ? undefined : WEEKDAYS.get(name.replace('.', '').toLowerCase()));
const optional = <K extends string>(key: K, value: number | undefined): { readonly [k in K]?: number } => (value === undefined ? {} : { [key]: value } as { [k in K]: number });

/** Written dates, most telling form first: a later form never takes what an earlier one has. */
const FORMS: readonly Form[] = [
  // 10-12 January 2022, 13 to 10 January 2022
  form(Has.DAY_OF_MONTH, `\\b${DAY_BEFORE}(?:from\\s+)?${D}\\s*(?:-|–|—|\\bto\\b|\\band\\b|\\buntil\\b)\\s*${D}\\s+(${MD})(?!\\w)(?:,?\\s+${Y})?(?!\\w)`, m => range(m[2], month(m[4]), m[5], m[3], month(m[4]), m[5], m[1])),
  // January 10-12, 2022
  form(Has.DAY_OF_MONTH, `\\b(${M})\\s+${D}\\s*(?:-|–|—|\\bto\\b)\\s*${D}(?!\\d)(?:,?\\s+${Y})?\\b`, m => range(m[2], month(m[1]), m[4], m[3], month(m[1]), m[4], undefined)),
  // 30 December (2021) to 2 January (2022)
  form(Has.DAY_OF_MONTH, `\\b${D}\\s+(${MD})(?:,?\\s+${Y})?\\s*(?:-|–|—|\\bto\\b|\\buntil\\b|\\bthrough\\b)\\s*${D}\\s+(${MD})(?!\\w)(?:,?\\s+${Y})?(?!\\w)`, m => range(m[1], month(m[2]), m[3], m[4], month(m[5]), m[6], undefined)),
  // January 31(, 2021) to February 2(, 2022)
  form(Has.DAY_OF_MONTH, `\\b(${M})\\s+${D}(?!\\d)(?:,?\\s+${Y})?\\s*(?:-|–|\\bto\\b|\\buntil\\b|\\bthrough\\b)\\s*(${M})\\s+${D}(?!\\d)(?:,?\\s+${Y})?\\b`, m => range(m[2], month(m[1]), m[3], m[5], month(m[4]), m[6], undefined)),
  // Wednesday (12 January 2022), Wednesday (January 12)
  form(Has.WEEKDAY | Has.DAY_OF_MONTH, `\\b(${W})\\s*\\(${D}\\s+(${M})(?:,?\\s+${Y})?\\)`, m => full(m[1], m[2], m[3], m[4])),
  form(Has.WEEKDAY | Has.DAY_OF_MONTH, `\\b(${W})\\s*\\((${M})\\s+${D}(?:,?\\s+${Y})?\\)`, m => full(m[1], m[3], m[2], m[4])),
  // (Wednesday,) 12 (of) January (2022), 12 January 2022 (Wednesday)
  form(Has.DAY_OF_MONTH, `\\b${DAY_BEFORE}${D}\\s+(?:of\\s+)?(${MD})(?!\\w)(?:,?\\s+${Y}${BEYOND})?${DAY_AFTER}`, m => full(m[1] ?? m[5] ?? m[6], m[2], m[3], m[4])),
  // (Wednesday,) January 12(, 2022)
  form(Has.DAY_OF_MONTH, `\\b${DAY_BEFORE}(${M})\\s+${D}(?!\\d)${BEYOND}(?:,?\\s+${Y}${BEYOND})?${DAY_AFTER}`, m => full(m[1] ?? m[5] ?? m[6], m[3], m[2], m[4])),
  // 2022-01-12
  form(Has.YEAR, `\\b${DAY_BEFORE}(\\d{4})-(\\d{2})-(\\d{2})\\b${DAY_AFTER}`, m => {
    const day = weekday(m[1] ?? m[5] ?? m[6]);
    return { kind: 'date', year: Number(m[2]), month: Number(m[3]), date: Number(m[4]), ...optional('weekday', day) };
  }),
  // January 2022
  form(Has.MONTH | Has.YEAR, `\\b(${M}),?\\s+(?:of\\s+)?${Y}${BEYOND}`, m => ({ kind: 'month', ...optional('month', month(m[1])), year: Number(m[2]) })),
  form(Has.MONTH, `\\b((?:[Tt]his|[Ll]ast|[Nn]ext)\\s+)(${M})\\b`, m => ({ kind: 'month', ...optional('month', month(m[2])), word: m[0].toLowerCase().replace(/\s+/g, ' ') })),
  form(Has.MONTH, `\\b(?:[Ee]arly|[Mm]id|[Ll]ate)[- ](${M})\\b`, m => ({ kind: 'month', ...optional('month', month(m[1])) })),
  form(Has.DAY_AROUND, '\\b([Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday|TODAY|TOMORROW|YESTERDAY)\\b', m => {
    const word = m[1]!.toLowerCase();
    return { kind: 'relative', word, offset: word === 'tomorrow' ? 1 : word === 'yesterday' ? -1 : 0 };
  }),
  form(Has.PERIOD, '\\b([Tt]his\\s+(?:morning|afternoon|evening)|[Ll]ast\\s+night)\\b', m => ({ kind: 'relative', word: m[1]!.toLowerCase().replace(/\s+/g, ' '), offset: m[1]!.endsWith('night') ? -1 : 0 })),
  form(Has.PERIOD, '\\b((?:[Tt]his|[Ll]ast|[Nn]ext)\\s+(?:week|month|year|weekend|spring|summer|autumn|winter))\\b', m => ({ kind: 'relative', word: m[1]!.toLowerCase().replace(/\s+/g, ' ') })),
  form(Has.WEEKDAY, `\\b((?:[Tt]his|[Ll]ast|[Nn]ext)\\s+)?(${W})\\b`, m => ({ kind: 'weekday', ...optional('weekday', weekday(m[2])), ...(m[1] ? { word: m[0].toLowerCase().replace(/\s+/g, ' ') } : {}) })),
  form(Has.MONTH, `\\b(${M})\\b`, m => ({ kind: 'month', ...optional('month', month(m[1])) })),
  // “2015: the accord is signed” in a list of events
  form(Has.YEAR, '^[\\s\u2060*_]*((?:19|20)\\d{2})(?=[\\s\u2060*_]*[:–—]\\s)', m => ({ kind: 'year', year: Number(m[1]) })),
  form(Has.YEAR, '\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Oo]f|[Ff]rom|[Bb]y|[Bb]efore|[Aa]fter)\\s+((?:19|20)\\d{2})\\b(?![-–/]\\d|,\\d|\\.\\d|%| (?:troops|soldiers|personnel|people|men|fighters|tanks))', m => ({ kind: 'year', year: Number(m[1]) })),
];

function form(needs: number, source: string, read: Form['read']): Form {
  return { needs, pattern: new RegExp(source, 'g'), read };
}

function full(day: string | undefined, date: string | undefined, of: string | undefined, year: string | undefined): ReturnType<Form['read']> {
  return { kind: 'date', ...optional('weekday', weekday(day)), date: Number(date), ...optional('month', month(of)), ...optional('year', year === undefined ? undefined : Number(year)) };
}

function range(d1: string | undefined, m1: number | undefined, y1: string | undefined, d2: string | undefined, m2: number | undefined, y2: string | undefined, day: string | undefined): ReturnType<Form['read']> {
  // “30 December to 2 January 2022” begins the year before
  const first = y1 !== undefined ? Number(y1) : y2 === undefined ? undefined : Number(y2) - (m1 !== undefined && m2 !== undefined && m1 - m2 >= 6 ? 1 : 0);
  return {
    kind: 'range', date: Number(d1), ...optional('month', m1), ...optional('year', first), ...optional('weekday', weekday(day)),
    end: { date: Number(d2), ...optional('month', m2), ...optional('year', y2 === undefined ? undefined : Number(y2)) },
  };
}

/** Dates written in one block: full, partial, weekdays and relative words. What only looks like one is left out. */
export function recognizeDates(text: BlockText): DateMention[] {
  const { prose, block } = text;
  const forms = FORMS.filter(({ needs }) => (text.has & needs) === needs);
  if (forms.length === 0) return [];
  const taken = new Uint8Array(prose.length);
  const mentions: DateMention[] = [];
  for (const { pattern, read } of forms) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(prose); match; match = pattern.exec(prose)) {
      const parts = read(match);
      if (!parts) continue;
      const lead = parts.kind === 'year' ? match[0].length - 4 : 0;
      const span = { start: match.index + lead, end: match.index + match[0].length };
      // the point of a short month that ends its sentence is the sentence's
      if (prose[span.end - 1] === '.' && parts.date !== undefined && sentenceAt(block.sentences, span.start)?.end === span.end) span.end--;
      if (isTaken(taken, span) || (parts.date !== undefined && (parts.date < 1 || parts.date > 39)) || !isDate(prose, span, parts)) continue;
      taken.fill(1, span.start, span.end);
      // “Tuesday and Wednesday, 11 and 12 January”: the weekday beside the range is that of its last day
      const { weekday: ofRange, ...bare } = parts;
      const last = parts.kind === 'range' && /day\s*(?:,\s*)?(?:to|[-–—]|and|until|through)\s*$/i.test(prose.slice(Math.max(0, span.start - 12), span.start));
      const day = ofRange === undefined || last ? undefined : weekdaySpan(prose, span);
      mentions.push({
        span, ...(last ? bare : parts), ...(day ? { weekdaySpan: day } : {}), quoted: block.quoted || insideQuote(block.quotes, span),
        tense: tenseAt(prose, span, sentenceAt(block.sentences, span.start) ?? { start: 0, end: prose.length }, parts.kind), impossible: isImpossible(parts),
      });
    }
  }
  return mentions.sort((a, b) => a.span.start - b.span.start);
}

function isTaken(taken: Uint8Array, span: Span): boolean {
  for (let i = span.start; i < span.end; i++) if (taken[i] === 1) return true;
  return false;
}

const FIXED_DAYS = /\b(?:Black|Good|Bloody|Ash|Palm|Easter|Holy|Shrove|Super|Cyber|Maundy|Boxing|Giving)\s+$/;
/** “the army of today”: our time, not a day; “the events of today” are those of the day. */
const OF_OUR_TIME = /\b[Tt]he\s+(?:\p{L}+\s+)?(?!(?:end|start|beginning|close|morning|afternoon|evening|night|date|day|events?|news|meetings?|talks|sessions?|statements?|letter|note|cable|vote|attacks?|agenda|decisions?|call)\b)\p{L}+\s+of\s+$/u;
const EPOCH = /^[’']s\s+(?:\p{Lu}\p{L}+|world|society|youth|generation|children|students|technology|economy|war)\b/u;

/** Whether a match is a date here, and no name, verb or fixed phrase (Today’s Russia, Black Friday, may, march). */
function isDate(prose: string, span: Span, parts: { kind: string; month?: number; date?: number; word?: string; year?: number }): boolean {
  const before = prose.slice(Math.max(0, span.start - 16), span.start);
  const after = prose.slice(span.end, span.end + 24);
  if (parts.kind === 'weekday') return !FIXED_DAYS.test(before) && !/^\s+(?:Times|Telegraph|Post|Mail|Express|Mirror|Herald|Tribune|Independent|World|Star|Club|Night Live|Agreement)\b/.test(after) && !/\bMail on $/.test(before);
  if (parts.kind === 'relative') {
    if (/^(?:this|last|next) /.test(parts.word ?? '')) return !/\b[Tt]he $/.test(before);
    // Russia Today, Arms Control Today: a name, where a capital stands inside a sentence
    if (/^(?:Tod|Tom|Yes)/.test(prose.slice(span.start, span.start + 3)) && /[\p{L},]\s+$/u.test(before)) return false;
    if (parts.word !== 'yesterday' && OF_OUR_TIME.test(prose.slice(Math.max(0, span.start - 50), span.start))) return false;
    return !(parts.word === 'today' && EPOCH.test(after)) && !/^\s+(?:Show|[Pp]rogramme|[Pp]rogram)\b/.test(after) && !/\b[Ee]ven $/.test(before);
  }
  if (parts.kind === 'month' && parts.year === undefined) {
    const word = prose.slice(span.start, span.end);
    // “in March of that year”: another date says which
    if (/^\s+of\s+(?:that|the\s+(?:same|previous|preceding|following|next))\s+year\b/.test(prose.slice(span.end, span.end + 32))) return false;
    if (/^\s+(?:\p{Lu}\p{L}+\s+)?(?:Revolution|Theses|Uprising|War|Crisis|Coup|Massacre|Movement)\b/u.test(after)) return false;
    const name = /[^\s-]+$/.exec(word)![0];
    if (/^(?:May|March|MAY|MARCH|August|April|June|AUGUST|APRIL|JUNE|Mar|Jan)\.?$/.test(name)) {
      // verbs, given names and marches: a month here only after a preposition, or before a noun that takes one
      if (/^\s+(?:be|have|not|well|on|for|against)\b/.test(after)) return false;
      if (parts.word !== undefined || name !== word || /\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id) $/.test(before)) return true;
      return /\b(?:[Oo]f|[Ff]rom|[Bb]y|[Ee]very|[Tt]he|[Tt]hrough|[Tt]o|[Aa]nd) $/.test(before) && !/^\s+(?:\p{Lu}|of\b)/u.test(after);
    }
    return /^[A-Z]/.test(name) && (name.length > 4 || /^july$/i.test(name) || /\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Nn]ext) $/.test(before));
  }
  if (parts.kind === 'date' && parts.year === undefined && parts.month === 5 && /^[Mm]ay/.test(prose.slice(span.start, span.end))) return prose.startsWith('May ', span.start);
  return true;
}

function weekdaySpan(prose: string, span: Span): Span | undefined {
  const found = new RegExp(`\\b(?:${W}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)(?=\\.|\\b))`).exec(prose.slice(span.start, span.end));
  return found ? { start: span.start + found.index, end: span.start + found.index + found[0].length } : undefined;
}

function isImpossible(parts: { month?: number; date?: number; year?: number; kind: string; end?: { date?: number; month?: number; year?: number } }): boolean {
  const bad = (date: number | undefined, of: number | undefined, year: number | undefined): boolean =>
    date !== undefined && of !== undefined && (of < 1 || of > 12 || date < 1 || date > (year === undefined ? (of === 2 ? 29 : daysInMonth(2023, of)) : daysInMonth(year, of)));
  return bad(parts.date, parts.month, parts.year) || (parts.end !== undefined && bad(parts.end.date, parts.end.month, parts.end.year ?? parts.year));
}

/** The sentence that holds an offset, by binary search. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const s = sentences[middle]!;
    if (s.end <= offset) low = middle + 1;
    else if (s.start > offset) high = middle - 1;
    else return s;
  }
  return undefined;
}
