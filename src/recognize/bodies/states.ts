import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, StateMention } from '../model';
import { STATES } from '../../gazetteer/tables/places';

/** Forms that are also ordinary words when not written in capitals. */
const CAPITALS_ONLY = new Set(['us', 'uk', 'eu', 'uae', 'drc', 'car', 'roc', 'prc', 'usa', 'prk', 'rok', 'dprk']);

export function recognizeStates(text: BlockText, gazetteer: Gazetteer): StateMention[] {
  const index = gazetteer.table(STATES);
  const { atoms, atomIds } = text;
  const mentions: StateMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    if (!index.begins(atomIds[i]!)) continue;
    const written = text.prose.slice(atoms[i]!.start, atoms[i]!.end);
    if (!/^\p{Lu}/u.test(written)) continue;
    const found = index.follow(atomIds, i);
    if (!found) continue;
    const last = atoms[found.end - 1]!;
    if (found.end - i === 1 && CAPITALS_ONLY.has(atoms[i]!.folded) && written !== written.toUpperCase()) continue;
    const forms = found.values;
    const first = forms[0]!;
    mentions.push({
      span: { start: atoms[i]!.start, end: last.end },
      state: first.id,
      form: forms.some(f => f.value === 'adjective') && !forms.some(f => f.value === 'name') ? 'adjective' : first.value,
      possessive: text.tokens[last.token]!.possessive && last.end === text.tokens[last.token]!.end,
    });
    i = found.end - 1;
  }
  return mentions;
}
