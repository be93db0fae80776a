import { lastPartyBefore, partyOver, plainPlace, type Party } from './figure-parties';
import type { Sentence } from './figure-units';
import { BORDER, DIRECTIONS, LINKS, PLACE_ADJECTIVES, PLACE_PREPOSITIONS } from './figure-words';

/** A figure as far as placing it needs: lexeme indexes of its amount and of the end of its noun phrase. */
export interface Positioned {
  readonly from: number;
  readonly numberFrom: number;
  readonly to: number;
  readonly force?: string | undefined;
}

interface PlacePhrase {
  readonly from: number;
  readonly to: number;
  readonly scope: string;
  /** Named by a border or a neighbourhood: holds at a greater distance from the figure. */
  readonly near: boolean;
}

const DETERMINERS = new Set(['the', 'its', 'their', 'his', 'a', 'that', 'this', 'our']);
const CALENDAR = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter)$/;
const OFFICES = /^(?:department|ministry|council|congress|senate|government|secretary|list|army|navy|president|minister|parliament|house|pentagon|force|forces|command|general|operation|exercise)$/;
/** Nouns and verbs of saying before a place: the place is theirs, not the figure’s. */
const ELSEWHERE = /^(?:talks|talk|war|conflict|tensions?|crisis|summit|meeting|officials?|diplomats?|spokesm[ae]n|spokesperson|reporters|ambassador|embassy|said|say|says|told|interests?|peace|invasion|invade|attack|situation|government|parliament|speaking|minister|envoy|fears?|democracy|elections?)$/;
const FAR = 14;
const MANY_LINKS = 8;

/** The place phrase that starts at lexeme `i`; `undefined` where none does. */
export function placeAt(sentence: Sentence, i: number, force?: string): PlacePhrase | undefined {
  const { words, lexemes, index } = sentence;
  const listed = index.scopes.longest(sentence.full, i);
  if (listed && !(listed.end - i < 4 && BORDER.has(words[listed.end - 1]!) && !named(i, listed.end)) && !own(i, listed.end)) {
    return { from: i, to: listed.end, scope: listed.values[0]!, near: !/^(?:in|inside|into|within|throughout|across)$/.test(words[i]!) };
  }
  const preposition = PLACE_PREPOSITIONS.get(words[i]!) ?? (words[i] === 'close' && words[i + 1] === 'to' ? 'near' : undefined);
  if (preposition === undefined) return undefined;
  const phrase: string[] = [words[i]!];
  let at = i + 1;
  if (words[i] === 'close') at++;
  if (words[at] === 'and' && PLACE_PREPOSITIONS.has(words[at + 1] ?? '')) {
    phrase.push('and', words[at + 1]!);
    at += 2;
  }
  let proper = false;
  let border = false;
  let direction = false;
  let theirs = false;
  let length = 0;
  for (; at < words.length && length < 8; at++, length++) {
    const lexeme = lexemes[at]!;
    const word = words[at]!;
    if (lexeme.kind !== 'word') {
      if (lexeme.word === '-' && proper) continue;
      break;
    }
    if (lexeme.capital && (CALENDAR.test(word) || OFFICES.test(word))) return undefined;
    if (BORDER.has(word)) border = true;
    else if (lexeme.capital && (!proper || !border || words[at - 1] === 'with' || words[at - 1] === 'and' || lexemes[at - 1]!.capital)) {
      const party = sentence.partyAt.get(at);
      if (party?.form === 'body') return undefined;
      proper = true;
    } else if (DIRECTIONS.has(word)) direction = true;
    else if (PLACE_ADJECTIVES.has(word)) { /* kept */ } else if (DETERMINERS.has(word) && !proper && !border) {
      if (word === 'its' || word === 'their') theirs = true;
    } else if ((word === 'with' || word === 'of') && (border || direction) && (lexemes[at + 1]?.capital === true || words[at + 1] === 'the')) { /* the border with X */ } else if (
      word === 'and' && proper && lexemes[at + 1]?.capital === true && !sentence.partyAt.has(at + 1) && lexemes[at + 2]?.kind !== 'word') { /* X and Y */ } else break;
    phrase.push(sentence.full[at]!);
  }
  if (!proper && !border && !direction) return undefined;
  // “in the Indian army”: an adjective alone names no place
  const last = partyOver(sentence.parties, at - 1);
  if (last?.form === 'state-adjective' && !last.possessive && !border && !direction && lexemes[at]?.kind === 'word') return undefined;
  if ((words[i] === 'on' || words[i] === 'at') && !border && !direction && !(words[i] === 'at' && !sentence.partyAt.has(i + 1))) return undefined;
  if (words[i] === 'on' && !border && !direction) return undefined;
  let plain = plainPlace(phrase, index.states);
  if (plain === undefined) return undefined;
  if (border && (theirs || plain === 'near border')) {
    const neighbour = neighbourOf(sentence, i, force);
    if (neighbour !== undefined) plain = `near ${neighbour}`;
  }
  const scope = plain === 'near border' ? undefined : index.plainScopes.get(plain);
  return { from: i, to: at, scope: scope ?? `place:${plain}`, near: border || plain.startsWith('near') };

  function named(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (lexemes[k]!.capital && k > from) return true;
    return false;
  }
  function own(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (words[k] === 'its' || words[k] === 'their') return !named(from, to);
    return false;
  }
}

/** The state that a bare border belongs to: the nearest named before it that is not the side counted. */
function neighbourOf(sentence: Sentence, at: number, force: string | undefined): string | undefined {
  const { parties } = sentence;
  const last = lastPartyBefore(parties, at + 1);
  const nameOf = (party: Party): string | undefined => {
    if (party.id === force || (force !== undefined && force.split('+').includes(party.id)) || party.form === 'body' || party.form === 'metonym') return undefined;
    return sentence.index.states.get(sentence.words.slice(party.from, party.to).join(' '));
  };
  for (let k = last; k >= 0 && k > last - 8; k--) {
    const name = nameOf(parties[k]!);
    if (name !== undefined) return name;
  }
  for (let k = last + 1; k < parties.length && k < last + 4; k++) {
    const name = nameOf(parties[k]!);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The place of each figure of a sentence, read after or before it; a place belongs to one figure. */
export function scopesOf(sentence: Sentence, figures: readonly Positioned[]): (string | undefined)[] {
  const { words, lexemes } = sentence;
  const scopes: (string | undefined)[] = figures.map(() => undefined);
  let taken = 0;
  let placedBefore = false;
  figures.forEach((figure, k) => {
    const next = figures[k + 1]?.from ?? lexemes.length;
    const earliest = Math.max(taken, k > 0 ? figures[k - 1]!.to : 0);
    const ahead = after(figure, next);
    const found = ahead ?? before(figure, earliest);
    if (!found) {
      // “Forces around Taiwan included 17 ships and 130 aircraft”: what stands before both holds for both
      const previous = figures[k - 1];
      if (previous && placedBefore && scopes[k - 1] !== undefined && words.slice(previous.to, figure.from).every(w => w === 'and' || w === ',')) scopes[k] = scopes[k - 1];
      return;
    }
    placedBefore = ahead === undefined;
    scopes[k] = found.scope;
    taken = Math.max(taken, found.to);
  });
  return scopes;

  function after(figure: Positioned, next: number): PlacePhrase | undefined {
    let at = figure.to;
    for (let n = 0; n < MANY_LINKS && at < next; n++, at++) {
      const place = placeAt(sentence, at, figure.force);
      if (place && place.to <= next) {
        // “in Crimea 20,000”: directly before a number, the place is that number’s
        if (place.to === next && at > figure.to + 1 && /^(?:and|,)$/.test(words[at - 1]!)) return undefined;
        return place;
      }
      const word = words[at]!;
      if ((word === 'by' || word === 'from') && lexemes[at + 1]?.capital === true) {
        while (at + 1 < next && lexemes[at + 1]!.capital) at++;
        continue;
      }
      if (word === ',' && /^(?:is|are|was|were|remain|remains|have|has|stationed|deployed|based)$/.test(words[at + 1] ?? '')) continue;
      if (!(LINKS.has(word) || word.endsWith('ly'))) break;
    }
    for (let i = at; i < Math.min(next, figure.to + FAR); i++) {
      if (/^[;:(—“”"]$/.test(words[i]!)) break;
      if (ELSEWHERE.test(words[i - 1] ?? '')) continue;
      const place = placeAt(sentence, i, figure.force);
      if (place?.near === true && place.to <= next && !/^(?:at|to|into)$/.test(words[i]!)) return place;
    }
    return undefined;
  }

  function before(figure: Positioned, earliest: number): PlacePhrase | undefined {
    let best: PlacePhrase | undefined;
    for (let i = Math.max(earliest, figure.from - 24); i < figure.from; i++) {
      if (!PLACE_PREPOSITIONS.has(words[i]!) && words[i] !== 'close') continue;
      const place = placeAt(sentence, i, figure.force);
      if (!place || place.to > figure.from) continue;
      const opener = words[i - 1] ?? '';
      const military = /^(?:forces?|troops|soldiers|peacekeepers|fighters|sailors|marines|reservists|mercenaries|personnel|army|military|presence|strength|contingent|garrison|deployment|build-up|buildup|grouping|numbers|levels?)$/.test(opener);
      const initial = i === 0 || /^[,;:“"]$/.test(opener) || opener === 'and';
      const direct = place.to === figure.from && (words[i] === 'in' || words[i] === 'near');
      if (!ELSEWHERE.test(opener) && (military || initial || direct || LINKS.has(opener))) {
        if (words[i] === 'to' && !military && !LINKS.has(opener)) continue;
        best = place;
      }
      i = Math.max(i, place.to - 1);
    }
    return best;
  }
}
