import { contains, overlaps, type Span } from '../../base/span';
import { lex, type Lexeme } from './figure-lex';
import { EQUIPMENT, MEASURE, PERSONNEL } from './figure-words';
import type { FigureMention } from '../model';
import { MAYBE_NUMBER, readAmountAt, type Amount } from './numbers';

/** A number of things counted, as far as adding it up needs. Spans relative to the text. */
export type Counted = Pick<FigureMention, 'number' | 'implied' | 'logical' | 'value' | 'rounding' | 'hedged'>;

/** A total and the list that it is broken down into, whatever the things are called. */
export interface Breakdown {
  readonly total: Counted;
  readonly parts: readonly Counted[];
}

interface Told {
  readonly counted: Counted;
  readonly from: number;
  readonly to: number;
  /** The word before and the word after it. */
  readonly before: string;
  readonly noun: string;
}

const OPENS = /^(?:made up of|comprising|comprises?|comprised|composed of|consisting of|consists? of|consisted of|broken down into|broken down as)$/;
const TOTALLED = /\b(?:total of|in all|in total|altogether|all told|totall?ing|totall?ed|totals?)\b/;
/** Words by which a list is no full one. */
const OPEN_LIST = /\b(?:including|includes?|rest|others?|remainder|remaining|among|mostly|mainly|largely|primarily|such as|as well as|etc|of (?:whom|which|them)|led by|at least|respectively|each|per|more|additional|every)\b/i;
const PREPOSITION = /^(?:in|of|on|for|from|with|by|at|over|under|within|after|before|since|until|between|than|per|every|no|article|resolution|section|day|phase|type|block|to|into|across)$/;
const VOTES = /^(?:votes?|against|for|in|abstentions?|abstained|abstaining|absent|absences|opposed|ayes|noes|nays|yeas|voted|ballots|spoiled|invalid)$/;
const MANY = 30;

/** Totals followed by their parts (“120 vehicles: 40 tanks, …”, “made up of”), and votes with their total, in each sentence. */
export function breakdownsIn(prose: string, sentences: readonly Span[]): Breakdown[] {
  if (!MAYBE_NUMBER.test(prose) || !/\b(?:total|all|altogether|made up|compris|composed|consist|broken|told)|:/i.test(prose)) return [];
  const found: Breakdown[] = [];
  for (const span of sentences.length > 0 ? sentences : [{ start: 0, end: prose.length }]) {
    const text = prose.slice(span.start, span.end);
    if (OPEN_LIST.test(text)) continue;
    const lexemes = lex(prose, span.start, span.end);
    const numbers = numbersIn(lexemes);
    if (numbers.length < 3 || numbers.length > MANY) continue;
    const breakdown = opened(lexemes, numbers) ?? voted(prose, numbers) ?? covered(lexemes, numbers);
    if (breakdown) found.push(breakdown);
  }
  return found;
}

/** Whether a list has numbers of other things than the figures given: what its parts add up to is then open. */
export function hasOtherNumbers(prose: string, span: Span, known: readonly Span[]): boolean {
  return numbersIn(lex(prose, span.start, span.end)).some(n => contains(span, n.counted.number) && !PREPOSITION.test(n.before) && !known.some(k => overlaps(k, n.counted.number)));
}

function numbersIn(lexemes: readonly Lexeme[]): Told[] {
  const found: Told[] = [];
  let floor = 0;
  for (let i = 0; i < lexemes.length && found.length <= MANY; i++) {
    const amount = readAmountAt(lexemes, i, floor);
    if (!amount) continue;
    floor = amount.to;
    i = amount.to - 1;
    if (!counts(lexemes, amount)) continue;
    found.push({
      counted: {
        number: { start: lexemes[amount.numberFrom]!.start, end: lexemes[amount.numberTo - 1]!.end },
        implied: amount.implied, logical: amount.logical, value: amount.value, rounding: amount.rounding, hedged: !/^(?:bare|exactly|range)$/.test(amount.hedge),
      },
      from: amount.from, to: amount.to, before: lexemes[amount.from - 1]?.word ?? '', noun: lexemes[amount.to]?.word ?? '',
    });
  }
  return found;
}

function counts(lexemes: readonly Lexeme[], amount: Amount): boolean {
  const cardinal = amount.cardinals[0]!;
  const next = lexemes[amount.to];
  const before = lexemes[amount.numberFrom - 1];
  if (amount.hedge === 'vague' || amount.cardinals.length > 1 || cardinal.fraction || (cardinal.value === 1 && !cardinal.digits)) return false;
  if (cardinal.digits && !cardinal.grouped && cardinal.value >= 1900 && cardinal.value <= 2100) return false;
  if (next && (MEASURE.has(next.word) && !/^(?:votes|seats)$/.test(next.word) || /^[%/°]$/.test(next.word) || (/^[-–‐‑]$/.test(next.word) && next.start === lexemes[amount.to - 1]!.end))) return false;
  if (before && (/^[$€£¥#]$/.test(before.word) || (/^[-–/‐‑]$/.test(before.word) && before.end === lexemes[amount.numberFrom]!.start))) return false;
  return !/^(?:january|february|march|april|may|june|july|august|september|october|november|december|s)$/.test(before?.word ?? '');
}

function opened(lexemes: readonly Lexeme[], numbers: readonly Told[]): Breakdown | undefined {
  for (let k = 0; k + 2 < numbers.length; k++) {
    const total = numbers[k]!;
    const parts = numbers.slice(k + 1).filter(n => !PREPOSITION.test(n.before) || n === numbers[k + 1]);
    const first = parts[0]!;
    const words = lexemes.slice(total.to, first.from).map(l => l.word);
    if (words.length > 14 || words.includes(';')) continue;
    const tail = words.slice(-3);
    const said = [tail.join(' '), tail.slice(1).join(' '), tail.slice(2).join(' ')].some(t => OPENS.test(t));
    const around = `${lexemes.slice(Math.max(0, total.from - 4), total.from).map(l => l.word).join(' ')} # ${words.join(' ')}`;
    const colon = words.at(-1) === ':' && (TOTALLED.test(around) || parts.length >= 3);
    if (!(said || colon) || lexemes[total.to]?.kind !== 'word') continue;
    if (parts.length < 2 || parts.some(p => p.counted.value >= total.counted.value) || !closed(lexemes, parts)) continue;
    return { total: total.counted, parts: parts.map(p => p.counted) };
  }
  return undefined;
}

/** A list that its last “and” closes, with no verb of its own or other clause between its members. */
function closed(lexemes: readonly Lexeme[], parts: readonly Told[]): boolean {
  for (let k = 1; k < parts.length; k++) {
    const between = lexemes.slice(parts[k - 1]!.to, parts[k]!.from).map(l => l.word);
    if (between.length > 14 || between.some(w => /^(?:[;:.(]|while|but|which|who|that|when|where|are|is|were|was)$/.test(w))) return false;
    const joint = between.at(-1);
    if (k === parts.length - 1 ? !/^(?:and|plus)$/.test(joint ?? '') : !/^(?:,|and|plus)$/.test(joint ?? '')) return false;
  }
  const rest = lexemes.slice(parts.at(-1)!.to).map(l => l.word);
  return !rest.some((w, i) => w === ';' || (w === ',' && i < rest.length - 1 && rest[i + 1] !== '”') || w === 'plus' || (w === 'and' && !lexemes[parts.at(-1)!.to + i + 1]?.capital && lexemes[parts.at(-1)!.to + i - 1]?.capital !== true));
}

/** “141 votes in favour, 5 against and 35 abstentions, a total of 193 votes”. */
function voted(prose: string, numbers: readonly Told[]): Breakdown | undefined {
  const total = numbers.at(-1)!;
  const parts = numbers.slice(0, -1);
  const before = prose.slice(parts.at(-1)!.counted.number.end, total.counted.number.start);
  if (!/^(?:votes|ballots)$/.test(total.noun) || !TOTALLED.test(before.toLowerCase()) || !parts.every(p => VOTES.test(p.noun))) return undefined;
  return parts.length >= 2 ? { total: total.counted, parts: parts.map(p => p.counted) } : undefined;
}

/** Kinds of things by the noun that covers them all. Folded forms. */
const KINDS: readonly (readonly [cover: RegExp, kinds: RegExp])[] = [
  [/^(?:people|personnel|staff|persons|dead|wounded|casualties|victims|detainees|prisoners|members|participants|delegates)$/,
    /^(?:police|officers|policemen|gendarmes|men|women|children|civilians|people|staff|personnel|experts|advisers|advisors|trainers|instructors|engineers|medics|doctors|nurses|observers|monitors|guards|contractors|officials|diplomats|journalists|volunteers|workers|militants|prisoners|detainees|nationals|citizens)$/],
  [/^(?:aircraft|planes|warplanes)$/, /^(?:fighters|jets|bombers|helicopters|drones|tankers|transports|gunships|interceptors|warplanes|planes|uavs|trainers)$/],
  [/^vehicles$/, /^(?:tanks|trucks|lorries|carriers|buses|ambulances|cars|jeeps|transporters|apcs|ifvs|howitzers|bulldozers)$/],
  [/^(?:ships|vessels|warships|boats)$/, /^(?:frigates|destroyers|submarines|corvettes|cruisers|carriers|boats|tankers|minesweepers|minehunters|cutters|freighters|warships|trawlers)$/],
];

/** “450 police, 300 soldiers and 50 experts: in all 800 people”, where the total's noun covers the things of each part. */
function covered(lexemes: readonly Lexeme[], numbers: readonly Told[]): Breakdown | undefined {
  const total = numbers.at(-1)!;
  const parts = numbers.slice(0, -1);
  if (numbers.some(n => PREPOSITION.test(n.before) && n !== total)) return undefined;
  const end = (from: number, to: number): number => {
    const at = lexemes.slice(from, to).findIndex(l => /^(?:[,;:.(—–]|and|plus)$/.test(l.word));
    return at < 0 ? to : from + at;
  };
  const noun = lexemes.slice(total.to, total.to + 2).map(l => l.word);
  const cover = KINDS.find(([words]) => noun.some(w => words.test(w)));
  const same = noun.find(w => PERSONNEL.has(w) || EQUIPMENT.has(w));
  if (!cover && !same) return undefined;
  const people = cover === KINDS[0];
  const last = parts.at(-1)!;
  const between = lexemes.slice(last.to, total.from).map(l => l.word);
  const cue = between.findIndex((w, i) => /^(?:altogether|totalling|totaling)$/.test(w) || /^(?:in (?:all|total)|all told|total of)$/.test(`${w} ${between[i + 1] ?? ''}`));
  const after = cue < 0 && /^(?:\S+ ){1,2},? ?(?:in all|in total|altogether|all told)\b/.test(`${lexemes.slice(total.to, total.to + 5).map(l => l.word).join(' ')} `);
  if (!after && (cue < 1 || between.length - cue > 3)) return undefined;
  const stop = after ? total.from : last.to + cue - (between[cue] === 'total' && between[cue - 1] === 'a' ? 1 : 0);
  const words = (i: number): readonly string[] => lexemes.slice(parts[i]!.to, end(parts[i]!.to, parts[i + 1]?.from ?? stop)).map(l => l.word);
  // “Kenya sent 800 troops, Benin 300 and Chad 200”: the noun is said once
  const gapped = same !== undefined && words(0).includes(same) && parts.every((_, i) => i === 0 || words(i).length === 0 || words(i).includes(same));
  if (gapped && parts.length >= 2 && listed(lexemes, parts, stop)) return { total: total.counted, parts: parts.map(p => p.counted) };
  const all = cover !== undefined && parts.every((_, i) => words(i).some(w => cover[1].test(w) || (people && PERSONNEL.has(w))));
  return all && parts.length >= 2 && closed(lexemes.slice(0, stop), parts) ? { total: total.counted, parts: parts.map(p => p.counted) } : undefined;
}

/** Parts with their givers between them: a comma or “and”, and a name. */
function listed(lexemes: readonly Lexeme[], parts: readonly Told[], stop: number): boolean {
  for (let k = 1; k < parts.length; k++) {
    const between = lexemes.slice(parts[k - 1]!.to, parts[k]!.from);
    const joint = between.findIndex(l => l.word === ',' || l.word === 'and');
    if (joint < 0 || between.length - joint > 5 || between.slice(joint + 1).some(l => l.word !== 'and' && !l.capital)) return false;
  }
  return lexemes.slice(parts.at(-1)!.to, stop).every(l => /^(?:,|:|for|and|making|giving|bringing)$/.test(l.word));
}
