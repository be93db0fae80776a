import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, MetonymMention } from '../model';
import { insideQuote } from '../quotations/quoted';
import { METONYMS } from '../../gazetteer/tables/places';

/** Seats and capitals that may stand for an institution; the article belongs to the mention where the label has one. */
export function recognizeMetonyms(text: BlockText, gazetteer: Gazetteer): MetonymMention[] {
  const index = gazetteer.table(METONYMS);
  const { atoms, atomIds } = text;
  const mentions: MetonymMention[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    if (!text.tokens[atom.token]!.capital) continue;
    const found = index.follow(atomIds, i);
    if (!found) continue;
    const label = found.values[0]!;
    const last = atoms[found.end - 1]!;
    const before = i > 0 && atoms[i - 1]!.folded === 'the' ? atoms[i - 1] : undefined;
    const next = atoms[found.end];
    const span = { start: label.value === 1 && before ? before.start : atom.start, end: last.end };
    const token = text.tokens[last.token]!;
    mentions.push({
      span,
      metonym: label.id,
      quoted: text.block.quoted || insideQuote(text.block.quotes, span),
      possessive: token.possessive && token.end === last.end,
      literal: next !== undefined && gazetteer.metonym(label.id)!.literal_cues.includes(next.folded),
    });
    i = found.end - 1;
  }
  return mentions;
}
