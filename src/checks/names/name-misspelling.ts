import type { Analysis, ResolvedName } from '../../analysis/model';
import { mainOffice, officeWords } from '../../analysis/who/references';
import { append } from '../../base/append';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Edit, Fix } from '../../findings/finding';
import { action, atOnce, edits, replace } from '../../findings/fixes';
import type { Person } from '../../gazetteer/model';
import { defineCheck, type Report } from '../run/check';
import { byPerson } from '../run/groups';
import { likeCase, listed, quote, recordOf, termRecord, textOf } from '../wording/wording';

/** A listed misspelling, or a near miss that passed the context gate (spec 4.1). */
export const nameMisspelling = defineCheck({
  id: 'name-misspelling',
  group: 'names',
  title: 'Misspelt name of a recorded person',
  severity: 'warning',
  look: byPerson,
  precedence: 0,
  inSources: true,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const slips = analysis.names.filter(name => name.near && !name.mention.label);
    if (slips.length === 0) return;
    const used = spellingsUsed(analysis, new Set(slips.map(slip => slip.person!.id)));
    const keyOf = (slip: ResolvedName): string => `${slip.person!.id} ${slipText(analysis, slip)}`;
    const bySurface = new Map<string, ResolvedName[]>();
    for (const slip of slips) append(bySurface, keyOf(slip), slip);
    for (const slip of slips) {
      const listedOnly = analysis.blockOf(slip).section.kind === 'sources';
      if (listedOnly && !slip.near!.listed) continue;
      if (isWord(analysis, slip)) continue;
      const same = bySurface.get(keyOf(slip))!;
      yield slip.rivals.length > 0 ? whichOne(analysis, slip) : plain(analysis, slip, same, used);
    }
  },
});

/** “Quarry workers saw Ambassador Quarrey”: an ordinary word whose capital is the sentence's, with nothing beside it that makes it a name. */
function isWord(analysis: Analysis, slip: ResolvedName): boolean {
  const { given, title, honorific, rank, span, surface, possessive } = slip.mention;
  if (given || title || honorific || rank || possessive || !analysis.gazetteer.isWord(fold(surface))) return false;
  const { prose, sentences } = analysis.blockOf(slip);
  return surface === surface.toUpperCase() || sentences.some(s => s.start <= span.start && /^[\s"'“‘(]*$/.test(prose.slice(s.start, span.start)));
}

/** How each person's surname is spelt in this document where it is spelt rightly: the form a correction should join. */
function spellingsUsed(analysis: Analysis, people: ReadonlySet<string>): ReadonlyMap<string, string> {
  const count = new Map<string, Map<string, number>>();
  for (const name of analysis.names) {
    if (!name.person || name.near || !people.has(name.person.id)) continue;
    const { family, span, surface } = name.mention;
    const written = surface.slice(family.start - span.start, family.end - span.start);
    const forms = count.get(name.person.id) ?? new Map<string, number>();
    forms.set(written, (forms.get(written) ?? 0) + 1);
    count.set(name.person.id, forms);
  }
  return new Map([...count].map(([id, forms]) => [id, [...forms].sort((a, b) => b[1] - a[1])[0]![0]]));
}

function slipSpan(analysis: Analysis, slip: ResolvedName): Span {
  return shift(slip.near!.span, analysis.blockOf(slip).span.start);
}

function slipText(analysis: Analysis, slip: ResolvedName): string {
  return textOf(analysis, slipSpan(analysis, slip));
}

function correction(slip: ResolvedName, used: ReadonlyMap<string, string>, written: string): string {
  const near = slip.near!;
  const joined = near.part === 'family' ? used.get(slip.person!.id) : undefined;
  const right = joined && !/\s/.test(joined) && joined.toUpperCase() !== joined ? joined : near.correct;
  return likeCase(written, right);
}

function describe(analysis: Analysis, person: Person, slip: ResolvedName): string {
  const office = mainOffice(person, analysis.gazetteer, slip.on) ?? mainOffice(person, analysis.gazetteer, undefined);
  const what = office ? `, ${officeWords(office.post, analysis.gazetteer, analysis.profile)}` : '';
  return `${person.name}${what} (${office ? termRecord(analysis, office.occupancy) : recordOf(analysis, undefined, person)})`;
}

function plain(analysis: Analysis, slip: ResolvedName, same: readonly ResolvedName[], used: ReadonlyMap<string, string>): Report {
  const at = slipSpan(analysis, slip);
  const written = textOf(analysis, at);
  const right = correction(slip, used, written);
  const fixes: Fix[] = [replace(`Change to ${quote(right)}`, at, right, { preferred: !slip.quoted })];
  const others = atOnce(slip, same).filter(s => !s.quoted);
  if (others.length > 1) {
    const all: Edit[] = others.map(s => ({ span: slipSpan(analysis, s), text: right }));
    fixes.push(edits(`Change all ${quote(written)} in document (not in quotations)`, all));
  }
  fixes.push(action(`${quote(written)} is correct: remember it…`, { kind: 'remember', text: slip.mention.surface }));
  return {
    span: at,
    mention: slip.span,
    message: `${quote(written)} is no recorded spelling of ${describe(analysis, slip.person!, slip)}.`,
    fixes,
  };
}

/** Two recorded people are as near: ask, and offer no spelling as the right one. */
function whichOne(analysis: Analysis, slip: ResolvedName): Report {
  const at = slipSpan(analysis, slip);
  const written = textOf(analysis, at);
  const people = [slip.person!, ...slip.rivals];
  return {
    span: at,
    mention: slip.span,
    message: `Which one is ${quote(written)}? It is one slip from ${listed(people.map(p => describe(analysis, p, slip)))}.`,
    fixes: [
      ...people.map(p => replace(`Change to ${quote(p.family_name ?? p.name)}`, at, likeCase(written, p.family_name ?? p.name))),
      action(`${quote(written)} is correct: remember it…`, { kind: 'remember', text: slip.mention.surface }),
    ],
  };
}
