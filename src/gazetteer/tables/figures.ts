import { tokenize } from '../../english/tokens';
import type { Id } from '../model';
import { ALL, tableOf, tableOfMany } from './table';

/** What a name of a party to a figure is: `own`: of a body that fights on its own account, whatever state it comes from. */
export interface PartyEntry {
  readonly form: 'state-adjective' | 'state-name' | 'metonym' | 'body';
  /** The state that a metonym stands for. */
  readonly state?: Id;
  readonly own?: true;
}

/** Classifications of those who fight on their own account. */
const GROUPS: ReadonlySet<string> = new Set(['armed-group', 'private-military-company', 'militia', 'paramilitary']);

const words = (phrase: string): string[] => tokenize(phrase, []).map(token => token.folded);

/** Words with their possessive ending, as phrases of places have them. */
const wholeWords = (phrase: string): string[] => tokenize(phrase, []).map(token => (token.possessive ? `${token.folded}'s` : token.folded));

/** States, seats of power and bodies that may have a force, by all their names. */
export const PARTIES = tableOfMany<PartyEntry>('parties', {
  states: function* (state) {
    yield [words(state.name), { form: 'state-name' }];
    for (const name of state.other_names) yield [words(name.name), { form: 'state-name' }];
    // A capital speaks and acts for its state; as a place it stands after a preposition
    if (state.capital !== undefined && state.capital !== state.name) yield [words(state.capital), { form: 'metonym', state: state.id }];
    for (const adjective of state.adjectives) {
      yield [words(adjective), { form: 'state-adjective' }];
      // The people for the state: “the Russians have massed”
      if (/(?:an|i)$/.test(adjective)) yield [words(`${adjective}s`), { form: 'state-name' }];
    }
  },
  metonyms: function* ({ labels, state }) {
    if (state === undefined) return;
    for (const label of labels) yield [words(label.replace(/^the /i, '')), { form: 'metonym', state }];
  },
  organizations: function* (body) {
    const group = GROUPS.has(body.classification ?? '');
    const names = [body.name, body.acronym ?? '', ...body.other_names.map(n => n.name), ...(group ? body.short_forms : [])];
    for (const name of names) yield [words(name), group ? { form: 'body', own: true } : { form: 'body' }];
  },
});

/** The plain name of a state, by its names and adjectives. */
export const PLAIN_STATES = tableOf<'states', string>('plain states', 'states', function* (state) {
  const name = wholeWords(state.name);
  const plain = name.join(' ');
  yield [name, plain];
  for (const other of state.other_names) yield [wholeWords(other.name).filter(word => word !== 'the'), plain];
  for (const adjective of state.adjectives) yield [wholeWords(adjective), plain];
});

/** How formations are called; they are few, and read together. */
export const FORMATIONS = tableOf<'formations', { readonly names: readonly string[]; readonly plural: readonly string[] }>('formations', 'formations', function* ({ names, plural }) {
  yield [ALL, { names, plural }];
});

/** Phrases of the areas that figures are counted in; they are few, and read together. */
export const SCOPES = tableOf<'figure_scopes', readonly string[]>('scopes', 'figure_scopes', function* ({ phrases }) {
  yield [ALL, phrases];
});

/** Estimates of a force, and those of them that count one thing. */
export const ESTIMATES = tableOf<'estimates', 0>('estimates', 'estimates', function* ({ force, unit }) {
  yield [[force], 0];
  yield [[force, unit], 0];
});

/** Estimates by their scope. */
export const ESTIMATES_IN = tableOf<'estimates', 0>('estimates by scope', 'estimates', function* ({ scope }) {
  if (scope !== undefined) yield [[scope], 0];
});
