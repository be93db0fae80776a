import type { FigureStatus } from '../model';
import type { Lexeme } from './figure-lex';
import type { Sentence } from './figure-units';
import { PERSONNEL } from './figure-words';
import { EVENT_OF, PEOPLE_EVENTS, PEOPLE_EVENT_OF } from './lexicon/verbs';
import { FUNCTION_WORDS, LIMITS, OPTIONS, PAST, TIMES } from './lexicon/words';
import { singular, type Unit } from './nouns';
import type { Term } from './terms';

/** What is known of a figure beside its number: enough to tell whether another figure is of the same thing. */
export interface QuantityNoun {
  readonly dimension: Unit['dimension'];
  /** What two figures must share before they are compared: dimension, kind, for open kinds the noun. */
  readonly key: string;
  /** Its kind: what happened to people who are counted (killed, displaced), else the noun; currency, dimension. */
  readonly kind: string;
  /** An open kind: a noun of no list. */
  readonly open: boolean;
  /** Counts people. */
  readonly people: boolean;
  /** Singular of the noun; empty for money, shares and measures without one, and for people of whom no group is said. */
  readonly head: string;
  readonly modifiers: readonly string[];
  readonly names: readonly string[];
  /** Class of the verb or participle that governs it (killed, pledge, launch). */
  readonly event?: string;
  /** The event is part of the phrase (“the 35 wounded prisoners”), not what is told of it (“the 35 prisoners were freed”). */
  readonly bound: boolean;
  readonly per?: string;
  readonly definite: boolean;
  /** “of the seventeen launchers”, “among the 87 individuals”. */
  readonly partitive: boolean;
  /** Right after a verb, whose object it is: what follows it says where, not which. */
  readonly object: boolean;
  /** A part or an increment, or one for each of several. */
  readonly part: boolean;
  readonly each: boolean;
  readonly option: boolean;
  readonly limit: boolean;
  /** Said to be over: previously, ago, last year. */
  readonly past: boolean;
  /** Time words of its clause. */
  readonly times: readonly string[];
  /** Names that stand after a preposition in its clause. */
  readonly places: readonly string[];
  /** Words that narrow it right after the noun (“killed in Zamzam on Sunday”, “that have signed the Bern appeal”); names apart. */
  readonly tail: readonly string[];
  readonly tailNames: readonly string[];
  /** Names of who acts in its clause, before the number: no party after a preposition. */
  readonly actors: readonly string[];
  /** All words of its sentence that mean something, for taking up. */
  readonly sentence: ReadonlySet<string>;
}

const PEOPLE_KINDS = new Set(['person', 'displaced', 'listing', 'killed', 'wounded', 'missing', 'captured', 'detained', 'abducted', 'casualty']);
/** Kinds whose nouns say themselves what happened to people. */
const STATES = new Set(['killed', 'wounded', 'missing', 'captured', 'detained', 'abducted', 'casualty', 'displaced']);
const PASSED = new Set('earlier initially originally previously formerly prewar pre-war before peak height last'.split(' '));
const PLACED = /^(?:in|at|near|on|over|to|into|across|around|off|from|outside|inside|against|for|through|along|of|towards?|by|with)$/;
const SMALL = new Set('that which who whom have has had been were was are is be being will would also already so far since there they it he she we its their his her the a an'.split(' '));

/** Whether a noun counts people. */
export function isPeople(head: string, kind: string): boolean {
  return head === '' || PEOPLE_KINDS.has(kind) || PERSONNEL.has(head) || PERSONNEL.has(`${head}s`) || head === 'soldier' || head === 'troop';
}

/** The bounds of the clause around a term: other numbers that count, and marks that part clauses. */
function clauseOf(sentence: Sentence, term: Term, left: number, right: number): { from: number; to: number } {
  const { words } = sentence;
  let { from } = term.lead;
  // “the Facility (€5 billion)”, “the Facility: €50 billion”: what stands before belongs to it
  if (from > left && /^(?:\(|:|—|–)$/.test(words[from - 1]!)) from--;
  while (from > left && !CLAUSE.test(words[from - 1]!)) from--;
  let { to } = term;
  while (to < right && !CLAUSE.test(words[to]!)) to++;
  return { from, to };
}

const CLAUSE = /^(?:;|:|—|–|while|whereas|although|though|but|\(|\))$/;

/** The class of what is said to happen to those or to that which is counted. */
export function eventOf(sentence: Sentence, term: Term, left: number, right: number): { readonly event: string; readonly bound: boolean } | undefined {
  const { words } = sentence;
  const unit = term.unit!;
  const people = unit.dimension === 'count' && isPeople(unit.head, unit.kind);
  const classOf = (word: string): string | undefined => (people ? PEOPLE_EVENT_OF.get(word) ?? EVENT_OF.get(word) : EVENT_OF.get(word));
  for (const modifier of unit.modifiers) {
    const event = classOf(modifier);
    if (event !== undefined) return { event, bound: true };
  }
  let seen = 0;
  for (let i = term.to; i < Math.min(right, term.to + 9) && seen < 6; i++) {
    const word = words[i]!;
    if (/^[.;:()—–]$/.test(word) || /^(?:and|but|while|or)$/.test(word)) break;
    if (word === ',') break;
    if (SMALL.has(word)) continue;
    seen++;
    const event = classOf(word);
    // “the 13 people killed in Zamzam”, “31 people were killed”; but not “100 soldiers killed three rebels”
    if (event !== undefined) return acts(sentence, i, right) ? undefined : { event, bound: i === term.to || /^(?:who|that|which)$/.test(words[term.to]!) };
  }
  for (let i = term.lead.from - 1; i >= Math.max(left, term.lead.from - 8); i--) {
    const word = words[i]!;
    if (/^[.;:—–]$/.test(word)) break;
    const event = classOf(word);
    if (event !== undefined) return /^(?:by)$/.test(words[i + 1] ?? '') ? undefined : { event, bound: false };
  }
  return undefined;
}

/** A verb that has an object after it: those counted do it, it is not done to them. */
function acts({ words, lexemes }: Sentence, verb: number, right: number): boolean {
  if (/^(?:were|was|been|being|be|are|is)$/.test(words[verb - 1] ?? '')) return false;
  const next = lexemes[verb + 1];
  if (!next || verb + 1 >= right && next.kind === 'number') return next?.kind === 'number' && /^(?:killed|wounded|injured|captured|detained|arrested|abducted|freed)$/.test(words[verb]!);
  return /^(?:at|some|about|nearly|more)$/.test(next.word) && lexemes[verb + 3]?.kind === 'number' && /^(?:killed|wounded|captured|detained)$/.test(words[verb]!);
}

const meaningful = (lexeme: Lexeme): boolean => lexeme.kind === 'word' && !FUNCTION_WORDS.has(lexeme.word) && !SMALL.has(lexeme.word) && lexeme.word.length > 2;

/** What is the same for all figures of a sentence. */
export interface Whole {
  /** Words by which another sentence may take this one up; nouns in the singular too. */
  readonly words: ReadonlySet<string>;
  /** One of several that may come. */
  readonly option: boolean;
}

export function wholeOf(sentence: Sentence): Whole {
  const words = new Set<string>();
  for (const lexeme of sentence.lexemes) {
    if (!meaningful(lexeme)) continue;
    words.add(lexeme.word);
    const one = singular(lexeme.word);
    if (one !== undefined) words.add(one);
    const event = PEOPLE_EVENT_OF.get(lexeme.word) ?? EVENT_OF.get(lexeme.word);
    if (event !== undefined) words.add(`=${event}`);
  }
  return { words, option: optional(sentence) };
}

/** The noun of a term with what its clause says; `left` and `right` are the bounds set by the numbers beside it. */
export function quantityNoun(sentence: Sentence, whole: Whole, term: Term, left: number, right: number, status: FigureStatus): QuantityNoun {
  const { words, lexemes } = sentence;
  const unit = term.unit!;
  const governed = eventOf(sentence, term, left, right);
  const event = governed?.event;
  const clause = clauseOf(sentence, term, left, right);
  const people = unit.dimension === 'count' && isPeople(unit.head, unit.kind);
  const peopleEvent = people && event !== undefined && event in PEOPLE_EVENTS ? event : undefined;
  // “cost 290 lives”, but “saved 290 lives”
  const lost = unit.head !== 'life' || words.slice(Math.max(0, term.lead.from - 3), term.lead.from).some(w => /^(?:cost|costs|costing|claim|claims|claimed|took|takes|taken|lost)$/.test(w)) || words[term.to] === 'lost';
  const state = STATES.has(unit.kind) && lost ? unit.kind : peopleEvent;
  // “129 dead”, “84 people”: people, whatever group they are of
  const head = unit.kind !== 'displaced' && STATES.has(unit.kind) && lost ? 'person' : unit.head;
  const times = new Set<string>();
  const places = new Set<string>();
  let limit = false;
  for (let i = clause.from; i < clause.to; i++) {
    if (i >= term.amount.from && i < term.to) continue;
    const word = words[i]!;
    const lexeme = lexemes[i]!;
    if (TIMES.has(word) && !(word === 'may' && !lexeme.capital) && !(word === 'march' && !lexeme.capital)) times.add(word);
    else if (lexeme.kind === 'number' && /^(?:19|20)\d\d$/.test(word)) times.add(word);
    if (LIMITS.has(word) && i < term.to + 3) limit = true;
    if (lexeme.capital && i > 0 && PLACED.test(words[i - 1]!) || lexeme.capital && /^(?:the|a)$/.test(words[i - 1] ?? '') && PLACED.test(words[i - 2] ?? '')) {
      for (let k = i; k < clause.to && lexemes[k]!.capital && !TIMES.has(words[k]!); k++) places.add(words[k]!);
    }
  }
  const tail = tailOf(sentence, term, clause.to);
  return {
    dimension: unit.dimension,
    key: unit.dimension === 'count' ? `count:${head}` : `${unit.dimension}:${unit.kind}`,
    kind: unit.dimension === 'count' ? `count:${state ?? head}` : `${unit.dimension}:${unit.kind}`,
    open: unit.kind === 'open', people, head, modifiers: unit.modifiers, names: unit.names,
    ...(event !== undefined ? { event } : STATES.has(unit.kind) && unit.kind !== 'displaced' ? { event: unit.kind } : {}), ...(unit.per !== undefined ? { per: unit.per } : {}),
    bound: governed?.bound === true || governed === undefined && STATES.has(unit.kind),
    definite: term.lead.definite, partitive: term.lead.definite && (term.lead.of || words[term.lead.from - 1] === 'among'), object: objectOf(sentence, term),
    part: term.lead.increment || term.lead.part || unit.increment || partOf(sentence, term),
    each: term.lead.each || unit.per === 'each' || unit.per === 'apiece' || /^(?:each|apiece|respectively)$/.test(words[term.to] ?? ''),
    option: whole.option,
    limit: limit && status !== 'denied',
    past: status === 'past' && !(event !== undefined && times.has('last')) && (times.size === 0 || [...times].some(time => PASSED.has(time)) || words.includes('ago')),
    times: [...times], places: [...places], ...tail, actors: actorsOf(sentence, clause.from, term.lead.from), sentence: whole.words,
  };
}

/** Whether a verb stands right before the phrase: “has parked the 64 aircraft”, “to free the 35 men”. */
function objectOf({ words }: Sentence, term: Term): boolean {
  const before = words[term.lead.from - 1] ?? '';
  return before.length > 3 && before.endsWith('ed') || PAST.has(before) || words[term.lead.from - 2] === 'to' && /^\p{Ll}+$/u.test(before) && !FUNCTION_WORDS.has(before);
}

function optional({ words }: Sentence): boolean {
  return words.some((word, i) => OPTIONS.has(word) && !(word.startsWith('option') && words[i + 1] === 'on')
    || /^(?:low|high)$/.test(word) && /^(?:estimate|estimates|end|case|scenario|option)$/.test(words[i + 1] ?? ''));
}

const OPENER = /^(?:in|at|near|on|over|to|into|across|off|from|outside|inside|against|for|through|along|of|with|without|under|between|who|that|which|whose|there)$/;
const TAIL_LIMIT = 9;

/** What narrows a noun directly after it: a phrase, a clause or a participle, up to the verb of the sentence. */
function tailOf({ words, lexemes }: Sentence, term: Term, end: number): { tail: string[]; tailNames: string[] } {
  const tail: string[] = [];
  const tailNames: string[] = [];
  const first = words[term.to] ?? '';
  const participle = /(?:[^e]ed|wn|[kl]en|unk|slain|lost|held|sent|shot|hit)$/.test(first) || first === 'freed';
  if (!OPENER.test(first) && !participle) return { tail, tailNames };
  let relative = false;
  for (let i = term.to; i < Math.min(end, term.to + TAIL_LIMIT); i++) {
    const word = words[i]!;
    const lexeme = lexemes[i]!;
    if (lexeme.kind !== 'word') break;
    const before = words[i - 1] ?? '';
    if (/^(?:who|that|which)$/.test(word)) relative = true;
    else if (OPENER.test(word)) continue;
    else if (/^(?:is|are|was|were|will|would|has|have|had|may|can|could|must|do|does|did)$/.test(word)) {
      if (!relative || tail.length > 0) break;
    } else if (lexeme.capital) {
      // “include Ireland”: the object of a verb, not what narrows the noun
      if (!OPENER.test(before) && !/^(?:the|a|an)$/.test(before) && !lexemes[i - 1]!.capital && !(relative && tail.length === 1)) break;
      tailNames.push(word);
    } else if (/^(?:the|a|an)$/.test(word) && lexemes[i - 1]!.capital) break;
    else if (meaningful(lexeme)) {
      // after a name the next plain word is the verb of the sentence, or one more phrase
      if (tailNames.length > 0 && lexemes[i - 1]!.capital) break;
      tail.push(word);
    }
  }
  return { tail, tailNames };
}

/** Capitalised names before a number that stand after no preposition: who has, gives, does. */
function actorsOf({ words, lexemes, partyAt }: Sentence, from: number, to: number): string[] {
  const found: string[] = [];
  for (let i = from; i < to; i++) {
    const lexeme = lexemes[i]!;
    if (!lexeme.capital || TIMES.has(words[i]!)) continue;
    const before = words[i - 1] ?? '';
    const placed = PLACED.test(before) && before !== 'by' || /^(?:the|a)$/.test(before) && PLACED.test(words[i - 2] ?? '');
    const start = i;
    while (i + 1 < to && lexemes[i + 1]!.capital) i++;
    if (placed) continue;
    // A sentence's first word is a name where it is a party or goes on with a second capital
    if (start === 0 && i === 0 && !partyAt.has(0)) continue;
    for (let k = start; k <= i; k++) if (!FUNCTION_WORDS.has(words[k]!)) found.push(words[k]!);
  }
  return found;
}

/** “including 12 with flour”, “fell by 40”, “40 more”, “six of them”: no number of the whole. */
function partOf({ words }: Sentence, term: Term): boolean {
  const before = words[term.lead.from - 1] ?? '';
  if (/^(?:including|includes|included|plus|by|whom|which|than|excluding|minus|besides)$/.test(before)) return true;
  for (let i = Math.max(0, term.lead.from - 5); i < term.lead.from; i++) if (words[i] === 'including' || (words[i] === 'of' && /^(?:whom|which|them)$/.test(words[i + 1] ?? ''))) return true;
  return words[term.to] === 'of' && /^(?:them|whom|which|these|those)$/.test(words[term.to + 1] ?? '') || words[term.to] === 'more';
}
