import type { Id } from '../../gazetteer/model';
import { lastPartyBefore, type Party } from './figure-parties';
import type { Sentence } from './figure-units';
import { COUNTING, HAVING, OFFICIAL } from './figure-words';

export interface Side {
  readonly id: Id;
  readonly explicit: boolean;
}

const PREPOSITION = /^(?:to|near|against|in|with|for|on|from|at|into|toward|towards|around|inside|between|across|over|about|beyond|within|through|of|outside|behind|along|neighboring|neighbouring|than|like|via|bordering|help|defend|invade|protect|supporting|threaten|threatening|invading|attacking|attack)$/;
const MILITARY = /^(?:forces?|troops|soldiers|army|military|build-up|buildup|presence|deployment|deployments|personnel|strength|contingent|garrison|grouping|servicemen|fighters|units|buildups|side|armed|ground|naval|air|troop|aggression|threat|mobilisation|mobilization)$/;
const MINDING = /^(?:fears?|feared|faces|faced|warns?|warned|accuses?|accused|wants?|wanted|demands?|demanded|calls?|called|urges?|urged|hopes?|hoped|condemns?|condemned|authori[sz]es?|authori[sz]ed|approves?|approved|mandates?|mandated|watches|sees|saw|asks?|asked|denounces?|denounced|joins?|borders|calling|fearing|warning|accusing|facing)$/;
const ADVERB = /^(?:each|both|now|currently|already|still|also|has|have|had|is|was|will|would|could|reportedly|recently|may|might)$|ly$/;

/** Verbs by which one side harms another: the troops counted are not those of the one who acts. */
const HARMING = /^(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es?|ed|ing)|captur(?:es?|ed|ing)|ambush(?:es|ed)?|attack(?:s|ed)?|destroy(?:s|ed|ing)?|shot|down(?:ed)?|struck|hit|detain(?:s|ed)?|arrest(?:s|ed)?|expel(?:s|led)?|freed|executed|massacred|eliminated|neutrali[sz]ed)$/;

const official = (sentence: Sentence, at: number): boolean => {
  for (let i = at; i < at + 4; i++) {
    const word = sentence.words[i];
    if (word === undefined || sentence.lexemes[i]!.kind !== 'word') return false;
    // “The Kyrgyz side lost 63 soldiers”
    if (word === 'side' && HAVING.has(sentence.words[i + 1] ?? '')) return false;
    if (OFFICIAL.has(word)) return true;
    if (MILITARY.test(word)) return OFFICIAL.has(sentence.words[i + 1] ?? '');
  }
  return false;
};

/** How a party stands in its sentence toward troops: it has them, it acts, or it is only spoken to or of. */
function roleOf(sentence: Sentence, party: Party): 'has' | 'owns' | 'acts' | undefined {
  const { words, lexemes } = sentence;
  const before = words[party.from - 1] === 'the' || words[party.from - 1] === 'neighbouring' || words[party.from - 1] === 'neighboring' ? words[party.from - 2] ?? '' : words[party.from - 1] ?? '';
  const next = words[party.to] ?? '';
  if (before === 'by') return official(sentence, party.to) || party.possessive ? undefined : 'acts';
  if (official(sentence, party.to)) return undefined;
  if (party.possessive || party.form === 'state-adjective') {
    for (let i = party.to; i < party.to + 4; i++) {
      // “Mali’s junta keeps”, “Syria’s new army has”
      if (i > party.to && HAVING.has(words[i] ?? '') && !/^(?:put|puts)$/.test(words[i]!) && !PREPOSITION.test(before)) return 'has';
    }
    for (let i = party.to; i < party.to + 3; i++) if (MILITARY.test(words[i] ?? '')) return 'owns';
  }
  if (PREPOSITION.test(before) || party.possessive || party.form === 'state-adjective' && lexemes[party.to]?.kind === 'word' && !HAVING.has(next)) return undefined;
  if (before === 'and' && !HAVING.has(next) && !ADVERB.test(next)) return undefined;
  let at = party.to;
  // “Egypt, which has 438,000 soldiers, …”
  if (words[at] === ',' && /^(?:which|who)$/.test(words[at + 1] ?? '') && HAVING.has(words[at + 2] ?? '')) at += 2;
  if (/^(?:states|members|allies|countries|forces)$/.test(words[at] ?? '') && HAVING.has(words[at + 1] ?? '')) at++;
  for (let n = 0; n < 3 && ADVERB.test(words[at] ?? '') && HAVING.has(words[at + 1] ?? ''); n++) at++;
  const verb = words[at] ?? '';
  if (HAVING.has(verb) && !(verb === 'put' || verb === 'puts')) {
    return /^(?:is|was|would|could|will|may|might|can|still|now|already|also)$/.test(verb) && !HAVING.has(words[at + 1] ?? '') ? 'acts' : 'has';
  }
  if (/^(?:called|calls)$/.test(verb) && words[at + 1] === 'up') return 'has';
  // “The Pentagon says it does not have 3,000 troops in Niger”: who speaks has them
  if (COUNTING.has(verb) && /^(?:that )?(?:it|they) (?:(?:does|do|did|will|would) )?(?:not )?(?:still |now |only )?(?:has|have|had|keeps?|kept|deployed|sent|stationed)\b/.test(words.slice(at + 1, at + 8).join(' '))) return 'has';
  if (COUNTING.has(verb) || MINDING.test(verb) || lexemes[at]?.kind !== 'word') return undefined;
  return 'acts';
}

/**
 * The side that a figure without one of its own speaks of: the subject that has the troops, “by X”, X’s forces, or the
 * one actor of the sentence (spec 4.2, Key). Never from “to, near, against, in X”.
 */
export function sideOf(sentence: Sentence, from: number, to: number, scope: string | undefined): Side | undefined {
  const { words, parties } = sentence;
  const place = scope?.replace(/^place:/, '');
  if (harmed(words, from)) return undefined;
  let acting: Side | undefined;
  let owning: Side | undefined;
  for (let i = lastPartyBefore(parties, from); i >= 0; i--) {
    const party = parties[i]!;
    if (from - party.to > 60) break;
    if (place !== undefined && !place.startsWith('in ') && sameState(sentence, party, place)) continue;
    const role = roleOf(sentence, party);
    if (role === 'has') return { id: joint(sentence, i) ?? party.id, explicit: true };
    if (role === 'owns') owning ??= { id: joint(sentence, i) ?? party.id, explicit: party.to >= from - 14 };
    if (role === 'acts') acting ??= { id: party.id, explicit: false };
  }
  for (let i = to; i < Math.min(words.length - 1, to + 14); i++) {
    if (HARMING.test(words[i]!)) break;
    if (words[i] !== 'by') continue;
    const party = sentence.partyAt.get(i + 1) ?? sentence.partyAt.get(i + 2);
    if (party && !party.possessive && party.form !== 'state-adjective' && !official(sentence, party.to)) return { id: party.id, explicit: true };
  }
  return owning ?? acting;
}

/** “al-Qaeda fighters killed at least 64 soldiers”: the verb stands right before what is counted, and is not passive. */
function harmed(words: readonly string[], from: number): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    if (HARMING.test(words[i]!)) return !/^(?:was|were|been|being|are|is)$/.test(words[i - 1] ?? '');
  }
  return false;
}

/** “Russia and Belarus have …”: one force of two. */
function joint(sentence: Sentence, i: number): Id | undefined {
  const party = sentence.parties[i]!;
  const other = sentence.parties[i - 1];
  if (!other || sentence.words[party.from - 1] !== 'and' || other.to !== party.from - 1) return undefined;
  return [other.id, party.id].sort().join('+');
}

function sameState(sentence: Sentence, party: Party, place: string): boolean {
  const name = sentence.index.states.get(sentence.words.slice(party.from, party.to).join(' '));
  if (name === undefined) return false;
  return place.includes(name) || sentence.index.plainScopes.get(`near ${name}`) === place;
}
