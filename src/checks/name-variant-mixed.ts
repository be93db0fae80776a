import type { Analysis, ResolvedName } from '../analysis/model';
import { fold } from '../base/fold';
import { shift, type Span } from '../base/span';
import { action, edits } from '../findings/fixes';
import { PARTICLES } from '../recognize/lexicon';
import type { Person } from '../gazetteer/model';
import { defineCheck, type Report } from './check';
import { lineOf, quote } from './wording';

interface Use {
  readonly form: string;
  readonly span: Span;
  readonly name: ResolvedName;
}

/** Two accepted spellings of one recorded person in one document. */
export const nameVariantMixed = defineCheck({
  id: 'name-variant-mixed',
  group: 'names',
  title: 'Two spellings of one person',
  severity: 'information',
  options: { tieBreak: 'majority' as 'first' | 'majority' },
  *run(analysis: Analysis, options): Iterable<Report> {
    const byPerson = new Map<string, ResolvedName[]>();
    for (const name of analysis.names) {
      if (!name.person || name.near || name.mention.label || name.quoted) continue;
      const block = analysis.blockOf(name);
      if (block.kind === 'alt' || analysis.document.sections[block.section]?.kind === 'sources') continue;
      if (block.works.some(w => w.start <= name.mention.span.start && name.mention.span.end <= w.end)) continue;
      const group = byPerson.get(name.person.id);
      if (group) group.push(name);
      else byPerson.set(name.person.id, [name]);
    }
    for (const names of byPerson.values()) {
      if (names.length < 2) continue;
      // one spelling throughout is the rule: seen before any place is worked out
      const surface = names[0]!.mention.surface;
      if (names.every(name => name.mention.surface === surface)) continue;
      const person = names[0]!.person!;
      yield* mixed(analysis, uses(names, 'family'), options.tieBreak);
      yield* mixed(analysis, uses(names, 'given').filter(u => comparable(person, u.form)), options.tieBreak);
    }
  },
});

function uses(names: readonly ResolvedName[], part: 'family' | 'given'): Use[] {
  const result: Use[] = [];
  for (const name of names) {
    // Lula for Lula da Silva is a shorter name, not another spelling
    if (name.mention.exact.every(m => m.part === 'single') && name.mention.exact.length > 0) continue;
    const relative = part === 'family' ? name.mention.family : name.mention.given;
    if (!relative) continue;
    const at = name.mention.span.start;
    const written = name.mention.surface.slice(relative.start - at, relative.end - at);
    const form = withSmallParticle(written.replace(/\s+/g, ' '));
    if (form.length < 2 || (form === form.toUpperCase() && form !== form.toLowerCase())) continue;
    result.push({ form, span: shift(relative, name.span.start - at), name });
  }
  return result;
}

/** “Bin Salman smiled.”: the capital is the sentence's. */
function withSmallParticle(form: string): string {
  return form.replace(/^\p{L}+(?= )/u, word => (PARTICLES.has(fold(word)) ? word.toLowerCase() : word));
}

/** Nicknames, initials and middle names are no spellings of the given name; recorded forms of it are. */
function comparable(person: Person, form: string): boolean {
  const folded = fold(form);
  const recorded = [...(person.given_name ? [{ given: person.given_name, kind: 'variant' }] : []), ...person.names]
    .find(n => n.given !== undefined && fold(n.given) === folded);
  return recorded !== undefined && recorded.kind !== 'familiar' && recorded.kind !== 'native';
}

/** Rasmussen for Fogh Rasmussen: words of the longer form, spelt alike. */
function shortens(form: string, other: string): boolean {
  const words = other.split(' ');
  return form !== other && form.split(' ').every(word => words.includes(word));
}

function* mixed(analysis: Analysis, all: readonly Use[], tieBreak: 'first' | 'majority'): Iterable<Report> {
  const forms = new Map<string, Use[]>();
  for (const use of all) {
    const group = forms.get(use.form);
    if (group) group.push(use);
    else forms.set(use.form, [use]);
  }
  const written = [...forms.keys()];
  for (const form of written) if (written.some(other => shortens(form, other))) forms.delete(form);
  if (forms.size < 2) return;
  const ordered = [...forms.entries()];
  if (tieBreak === 'majority') ordered.sort((a, b) => b[1].length - a[1].length);
  const usual = ordered[0]![0];
  const minority = all.filter(u => u.form !== usual && forms.has(u.form));
  const first = minority[0]!;
  const throughout = (form: string): ReturnType<typeof edits> =>
    edits(`Use ${quote(form)} throughout (skips quotations)`, all.filter(u => u.form !== form && forms.has(u.form)).map(u => ({ span: u.span, text: form })));
  yield {
    span: first.span,
    mention: first.name.span,
    message: `This document spells the same person ${ordered.map(([form, found]) => `${quote(form)} (${found.length})`).join(' and ')}.`,
    related: [...minority.slice(1), forms.get(usual)![0]!].map(u => ({ span: u.span, message: `${quote(u.form)} on line ${lineOf(analysis, u.span.start)}` })),
    fixes: [...ordered.slice(0, 3).map(([form]) => throughout(form)), action('Set a house style…', { kind: 'set-house-style' })],
  };
}
