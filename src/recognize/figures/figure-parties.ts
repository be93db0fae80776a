import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import { FORMATIONS, PARTIES, type PartyEntry, PLAIN_STATES, SCOPES } from '../../gazetteer/tables/figures';
import { ALL, View } from '../../gazetteer/tables/table';
import { lex, type Lexeme } from './figure-lex';
import { perGazetteer, PhraseIndex } from '../../english/phrases';

/** A state, a body, or a seat of power that stands for a state, where it is named in a sentence. Lexeme indexes, `to` exclusive. */
export interface Party {
  readonly from: number;
  readonly to: number;
  readonly id: Id;
  /** `state-adjective` may describe troops; `state-name` may have them. */
  readonly form: 'state-adjective' | 'state-name' | 'metonym' | 'body';
  readonly possessive: boolean;
}

interface Named {
  readonly id: Id;
  readonly form: Party['form'];
}

export interface PlainStates {
  get(name: string): string | undefined;
}

/** What the phrases of formations and scopes mean, by their folded words. */
export interface FigureIndex {
  readonly parties: View<PartyEntry, Named>;
  readonly formations: PhraseIndex<Id>;
  readonly scopes: PhraseIndex<Id>;
  /** Scope by the plain form of its phrases (`near ukraine`). */
  readonly plainScopes: ReadonlyMap<string, Id>;
  /** State by folded name and adjective, for the plain form of places. */
  readonly states: PlainStates;
  /** Words with which a unit noun may begin, as stems to look for in a text. */
  readonly stems: RegExp;
}

export function wordsIn(phrase: string): string[] {
  return lex(phrase).filter(l => l.kind !== 'mark').map(l => (l.possessive ? `${l.word}'s` : l.word));
}

const plural = (name: string): string => (/s$/i.test(name) ? name : /[^aeiou]y$/i.test(name) ? `${name.slice(0, -1)}ies` : `${name}s`);

export const figureIndex = perGazetteer((gazetteer: Gazetteer): FigureIndex => {
  // A government, ministry or army of a state counts as the state; an armed group beside it as itself
  const parties = new View(gazetteer.table(PARTIES), ({ section, id, value }): Named => ({
    id: value.state ?? (section !== 'organizations' || value.own ? id : gazetteer.stateOf(id) ?? id), form: value.form,
  }));
  const plainNames = gazetteer.table(PLAIN_STATES);
  const states: FigureIndex['states'] = { get: name => plainNames.exact(name.split(' ')).at(-1)?.value };
  const units = new PhraseIndex<Id>();
  const stems = new Set<string>();
  for (const { id, value } of gazetteer.table(FORMATIONS).exact(ALL)) {
    for (const name of [...value.names.map(plural), ...value.plural, ...value.names]) {
      const words = wordsIn(name);
      units.add(words, id);
      const last = words[words.length - 1];
      if (last !== undefined) stems.add(last.replace(/s$/, ''));
    }
  }
  const scopes = new PhraseIndex<Id>();
  const plainScopes = new Map<string, Id>();
  for (const { id, value: phrases } of gazetteer.table(SCOPES).exact(ALL)) {
    for (const phrase of phrases) {
      const words = wordsIn(phrase);
      scopes.add(words, id);
      const plain = plainPlace(words, states);
      if (plain !== undefined && !plainScopes.has(plain)) plainScopes.set(plain, id);
    }
  }
  const escaped = [...stems].map(s => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const fixed = 'troop|soldier|personnel|servic|\\bmen\\b|fighters|forces|force\\b|-strong|strong|conscript|recruit|paratroop|combatant|commando|legionnaire|reservist|sailor|marines|airmen|mercenar|' +
    'contractor|militant|militia|insurgent|guardsmen|gendarme|separatist|rebels|guerrilla|peacekeeper|reinforcement|tanks|aircraft|planes|jets|bombers|helicopters|ships|frigates|destroyers|submarines|' +
    'missiles|rockets|launchers|drones|howitzers|guns|mortars|vehicles|warheads|carriers|icbms|uavs|apcs|ifvs|vessels|trucks|battalion|brigade|division|regiment|squadron|platoon|battlegroup|garrison|' +
    'contingent|build-?up|presence|grouping|deployment|military|strength|-man\\b|-person\\b|-member\\b|army|draftee|trooper|infantrymen';
  return { parties, formations: units, scopes, plainScopes, states, stems: new RegExp(escaped === '' ? fixed : `${fixed}|\\b(?:${escaped})`, 'i') };
});

const PLACE_SIDE: ReadonlyMap<string, string> = new Map([
  ['in', 'in'], ['inside', 'in'], ['within', 'in'], ['across', 'in'], ['throughout', 'in'], ['to', 'in'], ['into', 'in'],
]);

/**
 * One form for phrases that mean the same place: preposition reduced to in or near, articles and border words left out,
 * adjectives of states as their names (“close to the Ukrainian frontier”: `near ukraine`). `undefined` without a place.
 */
export function plainPlace(words: readonly string[], states: PlainStates): string | undefined {
  if (words.length === 0) return undefined;
  const first = words[0]!;
  const both = words.length > 2 && words[1] === 'and' && (words[2] === 'near' || words[2] === 'around');
  const side = both ? 'in and near' : PLACE_SIDE.get(first) ?? 'near';
  const rest = words.slice(both ? 3 : 1).map(w => w.replace(/'s$/, '')).filter(w => w !== 'the' && w !== 'its' && w !== 'with' && w !== 'of' && w !== 'to' && w !== 'that' && w !== 'this' && w !== 'their' && w !== 'our');
  const borders = rest.some(w => /^(?:borders?|frontiers?)$/.test(w));
  const named = rest.filter(w => !/^(?:borders?|frontiers?)$/.test(w));
  if (named.length === 0) return borders ? 'near border' : undefined;
  const place: string[] = [];
  for (let i = 0; i < named.length; i++) {
    let used = 0;
    for (let length = Math.min(4, named.length - i); length > 0 && used === 0; length--) {
      const state = states.get(named.slice(i, i + length).join(' '));
      if (state !== undefined) {
        place.push(state);
        used = length;
      }
    }
    if (used === 0) place.push(named[i]!);
    else i += used - 1;
  }
  const distinct = place.filter((p, i) => place.indexOf(p) === i);
  return `${borders && side === 'in' ? 'near' : side} ${distinct.join(' ')}`;
}

const CAPITALS_ONLY = /^(?:us|uk|eu|uae|drc|car|roc|prc|usa|rok|dprk|un|who|au|g7)$/;

/** Index of the last party that starts before a lexeme; -1 where none does. */
export function lastPartyBefore(parties: readonly Party[], lexeme: number): number {
  let low = 0;
  let high = parties.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parties[middle]!.from < lexeme) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The party that a lexeme is part of. */
export function partyOver(parties: readonly Party[], lexeme: number): Party | undefined {
  const party = parties[lastPartyBefore(parties, lexeme + 1)];
  return party && lexeme < party.to ? party : undefined;
}

/** All parties named in a sentence, in order. */
export function partiesIn(lexemes: readonly Lexeme[], words: readonly string[], prose: string, index: FigureIndex): Party[] {
  const found: Party[] = [];
  for (let i = 0; i < lexemes.length; i++) {
    if (!lexemes[i]!.capital) continue;
    const match = index.parties.longest(words, i);
    if (!match) {
      const hyphen = words[i]!.indexOf('-');
      const head = hyphen > 0 ? index.parties.longest([words[i]!.slice(0, hyphen)], 0) : undefined;
      const tail = words[i]!.slice(hyphen + 1);
      if (head && (tail === 'led' || tail === 'deployed')) found.push({ from: i, to: i + 1, id: head.values[0]!.id, form: 'state-adjective', possessive: false });
      continue;
    }
    const last = lexemes[match.end - 1]!;
    if (match.end === i + 1 && CAPITALS_ONLY.test(words[i]!) && prose.slice(lexemes[i]!.start, lexemes[i]!.end).slice(0, 2) !== words[i]!.toUpperCase().slice(0, 2)) continue;
    const forms = match.values;
    const next = lexemes[match.end];
    const best = forms.find(f => f.form === 'state-adjective') ?? forms.find(f => f.form === 'state-name') ?? forms.find(f => f.form === 'metonym') ?? forms[0]!;
    const named = forms.find(f => f.form === 'state-name');
    // US, UK, UAE are name and adjective at once: what follows decides
    const asName = named && best.form === 'state-adjective' && (last.possessive || !next || next.kind === 'mark');
    const chosen = asName ? named : best;
    found.push({ from: i, to: match.end, id: chosen.id, form: chosen.form, possessive: last.possessive });
    i = match.end - 1;
  }
  return found;
}
