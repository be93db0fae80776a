import { insideQuote } from '../quotations/quoted';
import type { NameMention, NearMatch } from '../model';
import type { Atom } from '../../english/tokens';
import type { Context } from './name-context';
import type { FamilyForm } from './name-index';
import { nearSurnames } from './near-misses';

/** Surnames inside hyphenated words: the Blinken-Lavrov channel, pro-Trump; beside a known one perhaps a slip: Biden-Pautin. */
export function* compounds(c: Context): Iterable<NameMention> {
  for (let i = 0; i < c.text.tokens.length; i++) {
    const token = c.text.tokens[i]!;
    if (!token.folded.includes('-') || c.index.known(token.folded) || c.role[i] === 'taken') continue;
    const parts: Atom[] = [];
    for (let atom = c.atomOf[i]!; atom < c.titles.atoms.length && c.titles.atoms[atom]!.token === i; atom++) parts.push(c.titles.atoms[atom]!);
    const surnames = parts.filter(part => isSurname(c, part));
    for (const part of surnames) yield mentionOf(c, part, token.possessive, []);
    if (surnames.length === 0) continue;
    const partners = surnames.flatMap(part => bearers(c, part).map(form => form.person.id));
    for (const part of parts) {
      const near = surnames.includes(part) ? [] : nearSurnames(c, part);
      if (near.length > 0) yield { ...mentionOf(c, part, token.possessive, near), partners };
    }
  }
}

function isSurname(c: Context, part: Atom): boolean {
  return bearers(c, part).length > 0 && isCapital(c, part);
}

function bearers(c: Context, part: Atom): readonly FamilyForm[] {
  return c.index.families.longest([part.folded], 0)?.values ?? [];
}

function isCapital(c: Context, part: Atom): boolean {
  return /^\p{Lu}/u.test(c.text.prose.slice(part.start, part.end));
}

function mentionOf(c: Context, part: Atom, possessive: boolean, near: readonly NearMatch[]): NameMention {
  const span = { start: part.start, end: part.end };
  const forms = near.length > 0 ? [] : bearers(c, part);
  return {
    span, surface: c.text.prose.slice(span.start, span.end), family: span, familyFolded: part.folded, near,
    exact: forms.map(f => ({ person: f.person.id, part: 'family', form: f.family })),
    quoted: c.text.block.quoted || insideQuote(c.text.block.quotes, span), sic: false, compound: true, possessive, label: false,
  };
}
