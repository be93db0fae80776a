import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import { lex } from './figure-lex';
import { figureIndex } from './figure-parties';
import { placeAt } from './figure-places';
import { sentenceOf } from './sentence';
import { COMPONENTS, EQUIPMENT, FORMATIONS, PERSONNEL } from './figure-words';
import type { FigureComponent } from '../model';

/** What a row label, a column header or a caption says of the numbers beside it. */
export interface Label {
  readonly unit?: string;
  readonly component?: FigureComponent;
  readonly force?: Id;
  readonly scope?: string;
  /** A state named alone: the side, or the place, as the table’s other labels decide. */
  readonly state?: Id;
  readonly stateName?: string;
  /** A column of places, not of sides. */
  readonly places: boolean;
  readonly total: boolean;
  readonly part: boolean;
  /** Numbers are written in thousands or millions. */
  readonly scale: number;
}

const TOTAL = /^\W*(?:grand\s+|sub-?)?(?:total|sum|all|overall|in all|altogether)\b/i;
const PART = /^\W*(?:of (?:which|whom|them)|including|incl\.?|thereof)\b/i;
const PLACES = /\b(?:place|places|location|locations|area|areas|region|regions|sector|sectors|where|district|theatre|theater|deployed to|host)\b/i;
const NOUNS: ReadonlySet<string> = new Set(['strength', 'headcount', 'manpower', 'troop', 'end-strength']);

/** Reads a label. Empty for a text that says nothing of figures. */
export function readLabel(text: string, gazetteer: Gazetteer): Label {
  const index = figureIndex(gazetteer);
  const sentence = sentenceOf(text, lex(text), index);
  const { lexemes, words, parties } = sentence;
  let unit: string | undefined;
  let component: FigureComponent | undefined;
  let scope: string | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const formation = index.formations.longest(words, i);
    if (formation && unit === undefined && formation.values[0] !== 'company') {
      unit = formation.values[0]!;
      i = formation.end - 1;
      continue;
    }
    const kind = PERSONNEL.get(word) ?? (word === 'service' && /^members?|^personnel/.test(words[i + 1] ?? '') ? 'total' : undefined);
    if (kind !== undefined && word !== 'men') {
      unit ??= word === 'forces' || word === 'contractors' ? undefined : 'personnel';
      component ??= kind === 'total' ? undefined : kind;
    }
    if (NOUNS.has(word)) unit ??= 'personnel';
    unit ??= FORMATIONS.get(word) ?? EQUIPMENT.get(word);
    component ??= COMPONENTS.get(word);
    scope ??= placeAt(sentence, i)?.scope;
  }
  const adjective = parties.find(p => p.form === 'state-adjective' || p.possessive);
  const name = parties.find(p => p.form === 'state-name' && !p.possessive && !/^(?:in|near|around|inside|at|on|along|with|outside|to)$/.test(words[p.from - 1] ?? ''));
  const alone = name && words.filter((w, i) => (i < name.from || i >= name.to) && /\w/.test(w) && w !== 'the').length === 0;
  // “US”, “UK” are name and adjective at once
  const both = adjective && !adjective.possessive && lexemes.slice(adjective.to).every(l => l.kind === 'mark');
  const state = alone ? name : both ? adjective : undefined;
  const stateName = state && (index.states.get(words.slice(state.from, state.to).join(' ')) ?? words.slice(state.from, state.to).join(' '));
  const force = adjective && !both ? adjective.id : undefined;
  return {
    ...(unit !== undefined ? { unit } : {}),
    ...(component !== undefined ? { component } : {}),
    ...(force !== undefined ? { force } : {}),
    ...(scope !== undefined ? { scope } : {}),
    ...(state ? { state: state.id } : {}),
    ...(stateName !== undefined ? { stateName } : {}),
    places: PLACES.test(text),
    total: TOTAL.test(text),
    part: PART.test(text),
    scale: /\bthousands?\b|'000|’000|\b000s\b/i.test(text) && !/thousands? of/i.test(text) ? 1000 : /\bmillions?\b/i.test(text) ? 1e6 : 1,
  };
}

/** The scope of a place given by its name alone in a column of places. */
export function scopeOfPlace(name: string, gazetteer: Gazetteer): string {
  const index = figureIndex(gazetteer);
  const plain = `in ${name.toLowerCase()}`;
  return index.plainScopes.get(plain) ?? `place:${plain}`;
}
