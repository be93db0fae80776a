import type { Analysis, ResolvedName } from '../../analysis/model';
import { officesOf } from '../../analysis/records/offices';
import { firstReference } from '../../analysis/who/introductions';
import { isFull } from '../../analysis/who/census';
import { houseName } from '../../analysis/who/references';
import { nameSpan } from '../../recognize/offices/claims';
import { shift } from '../../base/span';
import type { Section, SectionKind } from '../../document/model';
import { replace } from '../../findings/fixes';
import type { Id } from '../../gazetteer/model';
import { defineCheck, type Report, sight } from '../run/check';
import { day, quote } from '../wording/wording';

/** A surname before the full name has appeared: in the summary and in the body apart, for the summary is read detached. */
export const nameFirstReference = defineCheck({
  id: 'name-first-reference',
  group: 'names',
  title: 'First mention without the full name',
  severity: 'information',
  options: { exemptHeads: true, exempt: [] as readonly string[] },
  *run(analysis, options): Iterable<Report> {
    if (analysis.profile.firstRef === 'off') return;
    const introduced = new Map<string | Section, Set<string>>();
    const everywhere = new Set(analysis.choices.participants);
    const reported = new Set<string>();
    let body = false;
    for (const { name, person, introduces, bare } of analysis.seen(references)) {
      const { kind } = name.block.section;
      const scope = scopeOf(kind, name.block.section);
      const known = introduced.get(scope) ?? new Set<string>();
      introduced.set(scope, known);
      if (scope === 'body') body = true;
      if (introduces) {
        // the opening summary introduces; one that stands further down, or alone, does so for itself only
        (name.mention.label || kind === 'participants' || (kind === 'summary' && !body) ? everywhere : known).add(person);
        continue;
      }
      if (!bare || known.has(person) || everywhere.has(person) || reported.has(person)) continue;
      if (options.exempt.includes(person) || (options.exemptHeads && exempt(analysis, name))) continue;
      reported.add(person);
      yield report(analysis, name);
    }
  },
});

interface Reference {
  readonly name: ResolvedName;
  readonly person: Id;
  /** In full, in the text's own voice. */
  readonly introduces: boolean;
  /** Of one who should have been introduced before. */
  readonly bare: boolean;
}

/** People named, in full or not. */
const references = sight(function* (analysis, block): Iterable<Reference> {
  const { kind, section } = block;
  const outside = kind === 'heading' || kind === 'alt';
  for (const name of analysis.names) {
    const { person, mention, quoted } = name;
    if (!person) continue;
    const full = mention.given !== undefined || mention.exact.some(m => m.person === person.id && isFull(analysis, m));
    const introduces = Boolean(mention.label) || (full && !quoted && !outside);
    const bare = !full && !quoted && !mention.compound && section.kind !== 'sources' && section.kind !== 'abbreviations' && !outside && kind !== 'cell';
    yield { name, person: person.id, introduces, bare };
  }
});

function scopeOf(kind: SectionKind, section: Section): string | Section {
  if (kind === 'summary') return 'summary';
  return kind === 'annex' ? section : 'body';
}

/** Sitting heads of state and of government, and former presidents of the United States, need no introduction. */
function exempt(analysis: Analysis, name: ResolvedName): boolean {
  const { gazetteer } = analysis;
  const heads = officesOf(name.person!, gazetteer, name.on).some(o => o.post.kind === 'head-of-state' || o.post.kind === 'head-of-government');
  return heads || name.person!.occupancies.some(o => {
    const post = gazetteer.post(o.post);
    return post?.kind === 'head-of-state' && gazetteer.stateOfPost(o.post) === 'US';
  });
}

function report(analysis: Analysis, name: ResolvedName): Report {
  const { person, mention } = name;
  const whole = shift(nameSpan(mention), analysis.blockOf(name).span.start);
  const named = houseName(person!, analysis.profile, name.on);
  const reference = firstReference(person!, analysis.gazetteer, analysis.profile, name.on);
  const from = mention.honorific ? shift(mention.honorific.span, analysis.blockOf(name).span.start).start : name.span.start;
  const fixes = [replace(`Insert ${quote(named)}`, { start: from, end: name.span.end }, named)];
  if (reference !== named && name.on) {
    const on = name.on.first === name.on.last ? ` (office on ${day(analysis, name.on.first)})` : '';
    fixes.push(replace(`Insert ${quote(reference)}${on}`, whole, reference));
  }
  return {
    span: { start: from, end: name.span.end },
    message: `First mention of ${person!.name} should give the full name and office.`,
    fixes,
  };
}
