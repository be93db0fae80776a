import type { DateMention } from '../model';
import type { Sentence } from './figure-units';
import { SIGNS } from './lexicon/money';
import { MEASURES } from './lexicon/measures';
import { singular } from './nouns';
import type { Amount } from './numbers';

/** Words before a number that make it a name: Article 5, Resolution 2254, Room 101, aged 71. */
const LABELS = new Set((
  'section sections chapter chapters article articles page pages pp resolution resolutions unscr no nos no. number figure table paragraph paragraphs para paras item items annex part phase day aged age ages version protocol ' +
  'point appendix clause vol volume issue room rooms line lines step stage tier level grade group track route highway gate block box channel chapter verse unit battalion regiment brigade division flight world type mark class ' +
  'corps squadron task basket pillar option level model project decree order law decision regulation directive iban account phone tel fax extension zip code').split(' '));
/** Prepositions, months and times before which a number of four digits is a year. */
const BEFORE_YEAR = new Set((
  'in by since until till from of january february march april may june july august september october november december spring summer autumn winter fall early late mid before after during for between to and through').split(' '));
const DAYS_NAMED = new Set('first second third last same one that this next final'.split(' '));
const GLUE = /^[-–—/:.‐‑+#_@\\]$/;
const COMPASS = /^[nsew]$/;

/** Whether a number is a name, a date, a time, a score, a coordinate or a piece of one: nothing that counts or measures. */
export function noQuantity(sentence: Sentence, amount: Amount, dates: readonly DateMention[]): boolean {
  return labelled(sentence, amount) || glued(sentence, amount) || dated(sentence, amount, dates) || row(sentence, amount);
}

function labelled({ words, lexemes }: Sentence, amount: Amount): boolean {
  const previous = words[amount.numberFrom - 1] ?? '';
  const before = words[amount.from - 1] ?? '';
  if (before === 'number' && amount.value >= 100) return false;
  // “On Earth Day 175 states signed”, “on the first day 15 convoys rolled”
  const before2 = lexemes[amount.numberFrom - 2];
  if (previous === 'day' && before2 && (before2.capital || DAYS_NAMED.has(before2.word)) && singular(words[amount.to] ?? '') !== undefined) return false;
  // “to block $8.1 billion”
  if (SIGNS.has(previous)) return false;
  if (LABELS.has(previous) || (LABELS.has(before) && before !== 'figure')) return true;
  if (previous === '.' && /^(?:no|nos|art|arts|fig|p|pp|para|sec|ch|vol)$/.test(words[amount.numberFrom - 2] ?? '')) return true;
  if (/^[#№§+@]$/.test(previous)) return true;
  // “14 Leopard 2 tanks”, “Articles 41 and 42”
  if (/^(?:and|to|,|or)$/.test(previous) && lexemes[amount.numberFrom - 2]?.kind === 'number' && LABELS.has(words[amount.numberFrom - 3] ?? '')) return true;
  const next = lexemes[amount.to];
  return next?.capital === true && COMPASS.test(next.word);
}

function glued({ words, lexemes }: Sentence, amount: Amount): boolean {
  const first = lexemes[amount.numberFrom]!;
  const last = lexemes[amount.numberTo - 1]!;
  const before = lexemes[amount.numberFrom - 1];
  const measured = MEASURES.has(words[amount.to] ?? '');
  if (before && before.end === first.start && before.kind === 'mark' && GLUE.test(before.word) && lexemes[amount.numberFrom - 2]?.end === before.start && !(before.word === '/' && measured)) return true;
  if (before && before.end === first.start && before.kind !== 'mark') return true;
  const after = lexemes[amount.numberTo];
  if (!after || after.start !== last.end || amount.numberTo !== amount.to) return false;
  if (after.kind !== 'mark') return !measured;
  const beyond = lexemes[amount.numberTo + 1];
  return /^[/:.–—-]$/.test(after.word) && beyond?.kind === 'number' && beyond.start === after.end || /^[°]$/.test(after.word) && !MEASURES.has(`° ${beyond?.word ?? ''}`) || /^['’′″]$/.test(after.word) && beyond?.kind === 'number';
}

function dated({ words, lexemes }: Sentence, amount: Amount, dates: readonly DateMention[]): boolean {
  const previous = words[amount.numberFrom - 1] ?? '';
  const next = words[amount.to] ?? '';
  for (const cardinal of amount.cardinals) {
    if (!cardinal.digits || cardinal.grouped || cardinal.fraction || cardinal.value < 1900 || cardinal.value > 2100) continue;
    const told = amount.hedge !== 'bare' && amount.hedge !== 'range' && cardinal.value % 50 === 0;
    if (!told && (cardinal.value % 100 !== 0 || BEFORE_YEAR.has(previous))) return true;
  }
  if (/^(?:am|pm|a\.m\.|p\.m\.|o'clock|o’clock|hrs|gmt|utc)$/.test(next) || /^(?:year-old|years-old)$/.test(next)) return true;
  if ((next === 'years' || next === 'year' || next === 'months') && /^(?:old|of)$/.test(words[amount.to + 1] ?? '') && /^(?:old|age)$/.test(words[amount.to + 1] === 'old' ? 'old' : words[amount.to + 2] ?? '')) return true;
  const start = lexemes[amount.numberFrom]!.start;
  const end = lexemes[amount.numberTo - 1]!.end;
  if (!amount.cardinals[0]!.grouped) for (const d of dates) if (d.kind !== 'relative' && d.span.start < end && start < d.span.end) return true;
  return false;
}

/** One of a row of numbers with nothing between them: a telephone, an account, a coordinate. */
function row({ lexemes }: Sentence, amount: Amount): boolean {
  const before = lexemes[amount.numberFrom - 1];
  const after = lexemes[amount.numberTo];
  return amount.cardinals.length === 1 && amount.cardinals[0]!.digits && (before?.kind === 'number' || after?.kind === 'number' && amount.numberTo === amount.to);
}
