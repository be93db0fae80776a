import { houseForm, type HouseForm } from '../../analysis/who/house-names';
import type { Analysis, ResolvedName } from '../../analysis/model';
import { append } from '../../base/append';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Edit, Fix } from '../../findings/finding';
import { action, atOnce, edits, replace } from '../../findings/fixes';
import { HOUSE_VALUES } from '../../gazetteer/profile';
import { inBrackets } from '../wording/brackets';
import { defineCheck, type Report } from '../run/check';
import { byPerson } from '../run/groups';
import { likeCase, quote } from '../wording/wording';

interface Use {
  readonly name: ResolvedName;
  readonly span: Span;
  readonly written: string;
  readonly form: string;
  readonly why: HouseForm['why'];
}

/** A correct spelling that is not the house's own. Silent where the house has no form for the person. */
export const nameHouseVariant = defineCheck({
  id: 'name-house-variant',
  group: 'names',
  title: 'Spelling that is not the house style’s',
  severity: 'information',
  look: byPerson,
  precedence: 8,
  options: { overrides: {} as Readonly<Record<string, string>>, 'system-ru': undefined as string | undefined, 'system-uk': undefined as string | undefined },
  choices: { 'system-ru': HOUSE_VALUES.systemRu, 'system-uk': HOUSE_VALUES.systemUk },
  *run(analysis: Analysis, options): Iterable<Report> {
    const { profile } = analysis;
    const systems = { ru: options['system-ru'] ?? profile.systemRu, uk: options['system-uk'] ?? profile.systemUk };
    const uses: Use[] = [];
    let before: ResolvedName | undefined;
    for (const name of analysis.names) {
      if (name.person && !name.near && !name.mention.label && !name.mention.sic && !inBrackets(analysis, name, before)) {
        const house = houseForm(name.person, profile, name.on, options.overrides, systems);
        if (house) uses.push(...departures(analysis, name, house));
      }
      before = name;
    }
    const keyOf = ({ name, written }: Use): string => `${name.person!.id} ${written}`;
    const alike = new Map<string, Use[]>();
    for (const use of uses) if (!use.name.quoted) append(alike, keyOf(use), use);
    for (const use of uses) yield report(analysis, use, atOnce(use, alike.get(keyOf(use)) ?? []));
  },
});

function* departures(analysis: Analysis, name: ResolvedName, house: HouseForm): Iterable<Use> {
  const { mention, person } = name;
  const at = analysis.blockOf(name).span.start;
  const text = (part: Span): string => mention.surface.slice(part.start - mention.span.start, part.end - mention.span.start);
  const { keep } = analysis.choices;
  const family = text(mention.family);
  if (keep.has(fold(mention.surface)) || keep.has(fold(family))) return;
  if (!mention.given && house.given !== undefined && house.family !== undefined && mention.exact.length > 0 && mention.exact.every(m => m.part === 'full')) {
    // A form that is recorded whole is changed whole: which of its words is the surname is not said.
    const first = person!.family_first ? house.family : house.given;
    const form = `${first} ${first === house.given ? house.family : house.given}`;
    if (!same(family, form)) yield { name, span: shift(mention.family, at), written: family, form: likeCase(family, form), why: house.why };
    return;
  }
  const feminine = person!.feminine_family_name;
  if (house.family !== undefined && !same(family, house.family) && !(feminine !== undefined && same(family, feminine))) {
    yield { name, span: shift(mention.family, at), written: family, form: likeCase(family, house.family), why: house.why };
    return;
  }
  if (!mention.given || house.given === undefined) return;
  const given = text(mention.given);
  if (!same(given, house.given) && recordedGiven(name, given)) yield { name, span: shift(mention.given, at), written: given, form: likeCase(given, house.given), why: house.why };
}

/** Nicknames, initials and names with a patronymic are no spellings of the given name. */
function recordedGiven(name: ResolvedName, given: string): boolean {
  const person = name.person!;
  if (person.given_name !== undefined && same(person.given_name, given)) return true;
  return person.names.some(n => n.given !== undefined && n.kind !== 'familiar' && n.kind !== 'native' && same(n.given, given));
}

function same(a: string, b: string): boolean {
  return flat(a) === flat(b);
}

/** Letter case and the shape of apostrophes make no other spelling, nor does one at the end, which may be a possessive’s. */
function flat(text: string): string {
  return text.replace(/[’ʼ]/g, "'").replace(/'$/, '').replace(/\s+/g, ' ').normalize('NFC').toLowerCase();
}

function report(analysis: Analysis, use: Use, alike: readonly Use[]): Report {
  const { name, written, form } = use;
  const person = name.person!;
  const pronoun = person.gender === 'male' ? 'his' : person.gender === 'female' ? 'her' : 'the person’s';
  const house = analysis.profile.id;
  const why = use.why === 'self' ? `, ${pronoun} own spelling` : '';
  const fixes: Fix[] = [replace(`Change to ${quote(form)}`, use.span, form, { safe: !name.quoted, preferred: !name.quoted })];
  if (alike.length > 1) {
    const changes: Edit[] = alike.map(u => ({ span: u.span, text: u.form }));
    fixes.push(edits('Change all in document (skips quotations)', changes));
  }
  fixes.push(action(`Keep ${quote(written)}`, { kind: 'remember', text: written }));
  return {
    span: use.span,
    mention: name.span,
    message: `House style ${house} spells this name ${quote(form)}${why}; here it is ${quote(written)}.`,
    fixes,
  };
}
