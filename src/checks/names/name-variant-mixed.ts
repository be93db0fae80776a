import type { Analysis, ResolvedName } from '../../analysis/model';
import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import { action, edits } from '../../findings/fixes';
import { PARTICLES, withoutArticle } from '../../english/lexicon';
import { perGazetteer } from '../../english/phrases';
import type { Person } from '../../gazetteer/model';
import { nameIndexOf, nameWords } from '../../recognize/names/name-index';
import { inBrackets } from '../wording/brackets';
import { defineCheck, type Report } from '../run/check';
import { byPerson } from '../run/groups';
import { likeCase, lineOf, quote, textOf } from '../wording/wording';

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
  look: byPerson,
  precedence: 9,
  options: { tieBreak: 'majority' as 'first' | 'majority' },
  *run(analysis: Analysis, options): Iterable<Report> {
    const groups = new Map<string, ResolvedName[]>();
    let before: ResolvedName | undefined;
    for (const name of analysis.names) {
      const beside = inBrackets(analysis, name, before);
      before = name;
      if (!name.person || name.near || name.mention.label || name.quoted || beside) continue;
      const block = analysis.blockOf(name);
      if (block.kind === 'alt' || block.section.kind === 'sources') continue;
      if (block.works.some(w => w.start <= name.mention.span.start && name.mention.span.end <= w.end)) continue;
      const group = groups.get(name.person.id);
      if (group) group.push(name);
      else groups.set(name.person.id, [name]);
    }
    for (const names of groups.values()) {
      if (names.length < 2) continue;
      // one spelling throughout is the rule: seen before any place is worked out
      const surface = names[0]!.mention.surface;
      if (names.every(name => name.mention.surface === surface)) continue;
      const person = names[0]!.person!;
      yield* mixed(analysis, uses(names, 'family'), options.tieBreak);
      yield* mixed(analysis, uses(names, 'given').filter(u => comparable(analysis, person, u.form)), options.tieBreak);
    }
  },
});

function uses(names: readonly ResolvedName[], part: 'family' | 'given'): Use[] {
  const result: Use[] = [];
  for (const name of names) {
    // Lula for Lula da Silva is a shorter name, not another spelling
    if (name.mention.exact.every(m => m.part === 'single') && name.mention.exact.length > 0) continue;
    const relative = partOf(name, part);
    if (!relative) continue;
    const at = name.mention.span.start;
    const written = name.mention.surface.slice(relative.start - at, relative.end - at);
    const form = withSmallParticle(written.replace(/\s+/g, ' '));
    if (form.length < 2) continue;
    result.push({ form, span: shift(relative, name.span.start - at), name });
  }
  return result;
}

/** Given name or surname; of a whole name known as one form the words that are written much as the record's are, if any. */
function partOf({ mention, person }: ResolvedName, part: 'family' | 'given'): Span | undefined {
  const whole = mention.given === undefined && mention.exact.some(m => m.part === 'full') && person!.family_name !== undefined;
  if (!whole) return part === 'family' ? mention.family : mention.given;
  const cuts = [...mention.surface.matchAll(/\s+/g)].map(space => ({ end: space.index, start: space.index + space[0].length }));
  for (const cut of person!.family_first ? cuts : cuts.toReversed()) {
    const halves = [{ start: 0, end: cut.end }, { start: cut.start, end: mention.surface.length }] as const;
    const [given, family] = person!.family_first ? [halves[1], halves[0]] : halves;
    if (alike(mention.surface.slice(family.start, family.end), person!.family_name!)) return shift(part === 'family' ? family : given, mention.span.start);
  }
  return undefined;
}

/** Whether two words or groups of words may be spellings of one name: a third of the letters may differ, spaces and hyphens do not count. */
function alike(a: string, b: string): boolean {
  const [x, y] = [letters(a), letters(b)];
  const most = Math.floor(Math.max(x.length, y.length) / 3);
  return alignmentDistance(x, y, most) <= most;
}

function letters(text: string): string {
  return fold(text).replace(/[^\p{L}]/gu, '');
}

/** “Bin Salman smiled.”: the capital is the sentence's. */
function withSmallParticle(form: string): string {
  return form.replace(/^\p{L}+(?= )/u, word => (PARTICLES.has(fold(word)) ? word.toLowerCase() : word));
}

/**
 * Nicknames, initials and middle names are no spellings of the given name; recorded forms of it are. One that the record
 * has only inside a whole name (“Kasym-Zhomart Tokayev”) counts where it is written much as the given name is.
 */
function comparable(analysis: Analysis, person: Person, form: string): boolean {
  const known = comparedOf(analysis.gazetteer);
  const key = `${person.id} ${form}`;
  let answer = known.get(key);
  if (answer === undefined) {
    answer = compares(analysis, person, form);
    known.set(key, answer);
  }
  return answer;
}

/** Answers by person and form: they depend on the records alone. */
const comparedOf = perGazetteer(() => new Map<string, boolean>());

function compares(analysis: Analysis, person: Person, form: string): boolean {
  const folded = fold(form);
  const recorded = [...(person.given_name ? [{ given: person.given_name, kind: 'variant' }] : []), ...person.names]
    .find(n => n.given !== undefined && fold(n.given) === folded);
  if (recorded) return recorded.kind !== 'familiar' && recorded.kind !== 'native';
  const words = nameWords(form);
  const inWhole = nameIndexOf(analysis.gazetteer).givens(person).some(g => g.words.join(' ') === words.join(' '));
  if (!inWhole || person.given_name === undefined || person.names.some(n => n.kind === 'familiar' && nameWords(n.name).join(' ').includes(words.join(' ')))) return false;
  const [a, b] = [letters(form), letters(person.given_name)];
  // Alex is short for Alexei, and Seyed Abbas longer than Abbas: neither is another spelling
  if (a !== b && (a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a))) return false;
  return alike(a, b);
}

/** Rasmussen for Fogh Rasmussen, Assad for al-Assad: words of the longer form, spelt alike. */
function shortens(form: string, other: string): boolean {
  if (form === withoutArticle(other) && form !== other) return true;
  const words = other.split(' ');
  return form !== other && form.split(' ').every(word => words.includes(word));
}

/** Letter case makes no spelling: El-Sisi at the head of a sentence, and LUKASHENKO in a heading, which has no accents either. */
function inSmallLetters(all: readonly Use[]): readonly Use[] {
  const small = all.filter(u => !isShouted(u.form));
  const usual = new Map<string, string>();
  for (const { form } of small) if (!usual.has(form.toLowerCase())) usual.set(form.toLowerCase(), form);
  const folded = new Map([...usual.values()].toReversed().map(form => [fold(form), form]));
  return all.map(u => ({ ...u, form: (isShouted(u.form) ? folded.get(fold(u.form)) : usual.get(u.form.toLowerCase())) ?? u.form }));
}

function isShouted(form: string): boolean {
  return form === form.toUpperCase() && form !== form.toLowerCase();
}

function* mixed(analysis: Analysis, found: readonly Use[], tieBreak: 'first' | 'majority'): Iterable<Report> {
  const first = found[0]?.form;
  if (found.every(use => use.form === first)) return;
  const all = inSmallLetters(found);
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
  const odd = minority[0]!;
  const throughout = (form: string): ReturnType<typeof edits> =>
    edits(`Use ${quote(form)} throughout (skips quotations)`, all.filter(u => u.form !== form && forms.has(u.form)).map(u => ({ span: u.span, text: likeCase(textOf(analysis, u.span), form) })));
  yield {
    span: odd.span,
    mention: odd.name.span,
    message: `This document spells the same person ${ordered.map(([form, there]) => `${quote(form)} (${there.length})`).join(' and ')}.`,
    related: [...minority.slice(1), forms.get(usual)![0]!].map(u => ({ span: u.span, message: `${quote(u.form)} on line ${lineOf(analysis, u.span.start)}` })),
    fixes: [...ordered.slice(0, 3).map(([form]) => throughout(form)), action('Set a house style…', { kind: 'set-house-style' })],
  };
}
