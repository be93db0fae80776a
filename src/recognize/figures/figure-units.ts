import type { Id } from '../../gazetteer/model';
import { partyOver } from './figure-parties';
import {
  AIRCRAFT_CUES, CIVIL, CIVIL_BODIES, COMPONENTS, EQUIPMENT, FORCES_ADJECTIVES, FORMATIONS, INCREMENT, KINDS, MILITARY_BODIES, MILITARY_CUES,
  NEUTRAL, NO_SIDE, PEOPLE_CUES, PERSONNEL, STOP,
} from './figure-words';
import type { FigureComponent } from '../model';
import type { Amount } from './numbers';
import type { Sentence } from './sentence';

export type { Sentence } from './sentence';

/** The noun phrase after a number. */
export interface UnitPhrase {
  /** Lexeme after its last word. */
  readonly to: number;
  readonly unit: string;
  readonly component: FigureComponent;
  readonly kind?: string;
  /** The side named inside it (Russian, Russia’s, Hamas). */
  readonly force?: Id;
  /** “of the troops”, “more”, “additional”. */
  readonly part: boolean;
}

const REACH = 8;
const DETERMINER = /^(?:the|its|his|her|their|our|your|my|these|those|own|such|all)$/;
const DASH = /^[-–—‐‑]$/;

/** Reads the noun phrase after an amount; `undefined` where it counts no force, formation or equipment. */
export function unitAfter(sentence: Sentence, amount: Amount): UnitPhrase | undefined {
  const { lexemes, words } = sentence;
  let at = amount.to;
  let part = false;
  if (words[at] !== undefined && DASH.test(words[at]!)) return strong(sentence, amount, at + 1);
  if (words[at] === 'strong') return strong(sentence, amount, at);
  if (words[at] === 'of') {
    at++;
    if (words[at] !== undefined && DETERMINER.test(words[at]!)) {
      part = amount.hedge !== 'vague' || words[at] === 'the' || words[at] === 'those';
      while (words[at] !== undefined && DETERMINER.test(words[at]!)) at++;
    } else if (lexemes[at]?.possessive === true) {
      part = false;
    } else if (amount.hedge !== 'vague' || (amount.value < 10 && words[amount.numberTo - 1] !== 'handful')) {
      return undefined;
    }
  }
  return phraseFrom(sentence, amount, at, part);
}

function phraseFrom(sentence: Sentence, amount: Amount, start: number, of: boolean): UnitPhrase | undefined {
  const { lexemes, words, partyAt, index } = sentence;
  let part = of;
  let component: FigureComponent = 'total';
  const forces: Id[] = [];
  const group: string[] = [];
  const ofParty = new Set<number>();
  let joined = false;
  const adjectives: string[] = [];
  const limit = Math.min(lexemes.length, start + REACH);
  for (let i = start; i < limit; i++) {
    const lexeme = lexemes[i]!;
    const word = words[i]!;
    const formation = index.formations.longest(words, i);
    const named = formation && plausible(sentence, amount, i, formation.end) ? formation : undefined;
    if (named?.values[0] === 'company' && !adjectives.some(a => MILITARY_CUES.has(a) || /^(?:tank|rifle|mechani[sz]ed|armou?red|artillery|engineer|reconnaissance)$/.test(a))) return undefined;
    if (named) return done(named.end, named.values[0]!, component);
    if (lexeme.kind !== 'word') {
      // “14 Leopard 2 tanks”, “100 Type 99 tanks”: the number of a model
      if (lexeme.kind === 'number' && i > start && lexemes[i - 1]!.capital && /^\d{1,3}$/.test(word)) {
        adjectives.push(word);
        continue;
      }
      if (word === '/' || (DASH.test(word) && i > start)) continue;
      return undefined;
    }
    const next = words[i + 1] ?? '';
    if (word === 'service' && /^(?:members?|personnel|men|women|people)$/.test(next)) return people(i + 2, 'total');
    if (word === 'boots' && next === 'on' && words[i + 3] === 'ground') return done(i + 4, 'personnel', 'ground');
    const kind = PERSONNEL.get(word);
    if (kind !== undefined) {
      if (word === 'personnel' && /^(?:carriers?|mines?|carrying|costs?)$/.test(next)) {
        adjectives.push(word);
        continue;
      }
      if (word === 'men' && next === 'and' && words[i + 2] === 'women') return accept(word, i) ? people(i + 3, kind) : undefined;
      if (lexeme.possessive && /^(?:famil|wives|relatives)/.test(next)) return undefined;
      if (word === 'men' && next === ',' && words[i + 2] === 'women') return undefined;
      return accept(word, i) ? people(i + 1, kind, word) : undefined;
    }
    const unit = FORMATIONS.get(word) ?? EQUIPMENT.get(word);
    if (unit !== undefined) {
      if (unit === 'vehicle' && word.endsWith('vehicles') && !adjectives.some(a => /^(?:armou?red|fighting|combat|military|infantry|tactical|amphibious)$/.test(a))) return undefined;
      if (unit === 'carrier') return words[i - 1] === 'personnel' ? done(i + 1, 'vehicle', component) : words[i - 1] === 'aircraft' ? done(i + 1, 'carrier', component) : undefined;
      if (/^(?:fighter|attack|transport|combat)$/.test(words[i - 1] ?? '') && unit === 'aircraft') return done(i + 1, 'aircraft', component);
      return done(i + 1, unit, component);
    }
    const party = partyAt.get(i);
    if (party) {
      // A bare name of a state begins another clause: “24 Russia releases … fighters”
      if (party.form === 'state-name' && !party.possessive) return undefined;
      if (party.form === 'metonym' && !party.possessive) return undefined;
      if (!(party.form === 'body' && /^(?:response|command)$/.test(words[party.to] ?? '') && forces.length > 0)) forces.push(party.id);
      i = party.to - 1;
      for (let k = party.from; k < party.to; k++) ofParty.add(adjectives.push(words[k]!) - 1);
      continue;
    }
    if (STOP.has(word)) {
      if (word === 'and' && joinable(i)) {
        joined = true;
        continue;
      }
      if ((word === 'its' || word === 'their' || word === 'his') && i === start) continue;
      if (word === 'more' || word === 'other') part = true;
      return undefined;
    }
    if (INCREMENT.has(word) || word === 'other') part = true;
    if (word === 'strike' || word === 'nuclear') adjectives.push(word);
    component = COMPONENTS.get(word) ?? component;
    if (lexeme.capital && !NO_SIDE.has(word) && !/\d/.test(word) && !(i === start && amount.numberFrom === amount.numberTo)) group.push(word);
    adjectives.push(word);
  }
  return undefined;

  function joinable(i: number): boolean {
    if (joined) return false;
    const before = lexemes[i - 1];
    if (!before || i === start) return false;
    return partyAt.has(i + 1) ? forces.length > 0 : COMPONENTS.has(words[i - 1]!) && COMPONENTS.has(words[i + 1] ?? '');
  }

  function force(personnel: boolean): { force?: Id } {
    if (forces.length > 0) {
      const distinct = [...new Set(forces)].sort();
      return { force: distinct.join('+') };
    }
    const names = personnel ? group : group.filter(g => PEOPLE_CUES.has(g));
    return names.length > 0 ? { force: `group:${names.join(' ')}` } : {};
  }

  function done(to: number, unit: string, what: FigureComponent, noun = ''): UnitPhrase {
    const described = [...adjectives.filter((a, i) => !NEUTRAL.has(a) && !COMPONENTS.has(a) && !INCREMENT.has(a) && !ofParty.has(i) && !group.includes(a)), ...(KINDS.has(noun) ? [KINDS.get(noun)!] : [])];
    const kind = (unit === 'personnel' ? described : [...described, ...adjectives.filter(a => COMPONENTS.has(a))]).join(' ');
    const shown = unit === 'personnel' ? what : 'total';
    return { to, unit, component: joined && component !== 'total' ? 'total' : shown, part, ...(kind !== '' ? { kind } : {}), ...force(unit === 'personnel') };
  }

  function people(to: number, kind: FigureComponent, noun = ''): UnitPhrase {
    return done(to, 'personnel', component !== 'total' ? component : kind, noun);
  }

  function near(cues: ReadonlySet<string>): boolean {
    const from = Math.max(0, amount.from - 25);
    const to = Math.min(words.length, amount.to + 25);
    for (let i = from; i < to; i++) if (cues.has(words[i]!) && !(i >= amount.from && i < amount.to)) return true;
    return false;
  }

  function calledUp(): boolean {
    for (let i = Math.max(0, amount.from - 8); i < amount.from; i++) if (/^(?:called|calls|calling|call)$/.test(words[i]!) && words[i + 1] === 'up') return true;
    return false;
  }

  function accept(word: string, i: number): boolean {
    const large = amount.hedge === 'vague' ? amount.value >= 100 : amount.value >= 1000;
    if (word === 'forces') {
      if (adjectives.some(a => a === 'special' || a === 'nuclear' || a === 'strike' || a === 'task')) return false;
      if (i === start) return amount.hedge === 'vague' || amount.value >= 10;
      return amount.value >= 100 && adjectives.every((a, k) => FORCES_ADJECTIVES.has(a) || sentence.partyAt.has(start + k) || inParty(start + k));
    }
    if (word === 'fighters') {
      const aircraft = adjectives.some(a => AIRCRAFT_CUES.has(a) || /^(?:\w+-)?[a-z]{1,3}-\d+\w*$/.test(a) || /^[a-z]\d/.test(a) || /generation/.test(a));
      if (aircraft) return false;
      if (group.length > 0 || adjectives.some(a => PEOPLE_CUES.has(a))) return true;
      if (large) return true;
      return near(PEOPLE_CUES) && !near(AIRCRAFT_CUES) ? true : amount.value >= 100 && !near(AIRCRAFT_CUES);
    }
    if (word === 'men') return !adjectives.some(a => CIVIL.has(a)) && (near(MILITARY_CUES) || calledUp() || adjectives.some(a => a === 'armed' || a === 'enlisted'));
    if (word === 'personnel') return !adjectives.some(a => CIVIL.has(a));
    if (word === 'contractors') return adjectives.some(a => a === 'military' || a === 'security' || a === 'private' || a === 'wagner') || group.length > 0;
    if (word === 'combatants') return !adjectives.includes('surface');
    return true;
  }

  function inParty(i: number): boolean {
    return partyOver(sentence.parties, i) !== undefined;
  }
}

/** A formation's name counts where it is plural, or one is meant; not where it goes on to another noun. */
function plausible(sentence: Sentence, amount: Amount, from: number, to: number): boolean {
  const last = sentence.words[to - 1]!;
  const plural = last.endsWith('s');
  if (plural) return !(last === 'corps' && amount.value >= 1000);
  return amount.value === 1 && from > amount.numberTo - 1 && sentence.lexemes[to]?.kind !== 'word';
}

/** “100,000-strong”, “a 7,000-person force”, “40,000-troop”. */
function strong(sentence: Sentence, amount: Amount, at: number): UnitPhrase | undefined {
  const { words, lexemes, partyAt } = sentence;
  const word = words[at] ?? '';
  if (!/^(?:strong|troop|person|man|soldier|member)$/.test(word)) return undefined;
  let force: Id | undefined;
  let body = '';
  let end = at + 1;
  for (let i = at + 1; i < Math.min(words.length, at + 6); i++) {
    if (lexemes[i]!.kind !== 'word' || (STOP.has(words[i]!) && i > at + 1)) break;
    if (CIVIL_BODIES.has(words[i]!)) return undefined;
    const party = partyAt.get(i);
    if (party) force ??= party.id;
    else if (lexemes[i]!.capital && !NO_SIDE.has(words[i]!) && !MILITARY_BODIES.has(words[i]!) && !partyOver(sentence.parties, i)) force ??= `group:${words[i]!}`;
    if (MILITARY_BODIES.has(words[i]!)) {
      body = words[i]!;
      end = i + 1;
    } else if (body !== '') {
      break;
    }
  }
  if (body === '') {
    // “The garrison is 10,000 strong”: the body stands before
    if (word !== 'strong' && word !== 'troop') return undefined;
    const before = words.slice(Math.max(0, amount.from - 10), amount.from);
    if (word === 'strong' && !before.some(w => MILITARY_BODIES.has(w) || PERSONNEL.has(w))) return undefined;
  }
  // “12-man strike teams”: the size of each
  if (body.endsWith('s') && word !== 'strong' && body !== 'troops' && body !== 'headquarters' && body !== 'corps') return undefined;
  return { to: end, unit: 'personnel', component: COMPONENTS.get(words[at + 1] ?? '') ?? 'total', part: false, ...(force !== undefined ? { force } : {}) };
}
