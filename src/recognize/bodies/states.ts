import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id } from '../../gazetteer/model';
import type { BlockText, StateMention } from '../model';
import { atomsOf, type Atom } from '../../english/tokens';
import { foldedWords, perGazetteer, PhraseIndex } from '../../english/phrases';

interface StateForm {
  readonly state: Id;
  readonly form: 'name' | 'adjective';
}

const indexOf = perGazetteer((gazetteer: Gazetteer) => {
  const index = new PhraseIndex<StateForm>();
  for (const state of gazetteer.data.records.states) {
    index.addPhrase(state.name, { state: state.id, form: 'name' });
    for (const name of state.other_names) index.addPhrase(name.name, { state: state.id, form: 'name' });
    for (const adjective of state.adjectives) index.addPhrase(adjective, { state: state.id, form: 'adjective' });
  }
  return index;
});

/** Forms that are also ordinary words when not written in capitals. */
const CAPITALS_ONLY = new Set(['us', 'uk', 'eu', 'uae', 'drc', 'car', 'roc', 'prc', 'usa', 'prk', 'rok', 'dprk']);

export function recognizeStates(text: BlockText, gazetteer: Gazetteer, atoms: readonly Atom[] = atomsOf(text.tokens)): StateMention[] {
  const index = indexOf(gazetteer);
  const words = foldedWords(atoms);
  const mentions: StateMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const written = text.prose.slice(atoms[i]!.start, atoms[i]!.end);
    if (!/^\p{Lu}/u.test(written)) continue;
    const found = index.longest(words, i);
    if (!found) continue;
    const last = atoms[found.end - 1]!;
    if (found.end - i === 1 && CAPITALS_ONLY.has(words[i]!) && written !== written.toUpperCase()) continue;
    const forms = found.values;
    const first = forms[0]!;
    mentions.push({
      span: { start: atoms[i]!.start, end: last.end },
      state: first.state,
      form: forms.some(f => f.form === 'adjective') && !forms.some(f => f.form === 'name') ? 'adjective' : first.form,
      possessive: text.tokens[last.token]!.possessive && last.end === text.tokens[last.token]!.end,
    });
    i = found.end - 1;
  }
  return mentions;
}
