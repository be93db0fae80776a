import type { Analysis, ResolvedName } from '../../analysis/model';
import { officesOf } from '../../analysis/records/offices';
import { firstReference } from '../../analysis/who/introductions';
import { houseName } from '../../analysis/who/references';
import { nameSpan } from '../../recognize/offices/claims';
import { shift } from '../../base/span';
import type { Section, SectionKind } from '../../document/model';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { day, quote } from '../wording/wording';

/** A surname before the full name has appeared: in the summary and in the body apart, for the summary is read detached. */
export const nameFirstReference = defineCheck({
  id: 'name-first-reference',
  group: 'names',
  title: 'First mention without the full name',
  severity: 'information',
  options: { exemptHeads: true, exempt: [] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    if (analysis.profile.firstRef === 'off') return;
    const introduced = new Map<string | Section, Set<string>>();
    const everywhere = new Set(analysis.choices.participants);
    const reported = new Set<string>();
    let body = false;
    for (const name of analysis.names) {
      const { person, mention } = name;
      if (!person) continue;
      const block = analysis.blockOf(name);
      const kind = block.section.kind;
      const scope = scopeOf(kind, block.section);
      const known = introduced.get(scope) ?? new Set<string>();
      introduced.set(scope, known);
      const full = mention.given !== undefined || mention.exact.some(m => m.part === 'full' || (m.part === 'single' && person.family_name === undefined));
      if (scope === 'body') body = true;
      if (mention.label || (full && !name.quoted && block.kind !== 'heading' && block.kind !== 'alt')) {
        // the opening summary introduces; one that stands further down, or alone, does so for itself only
        (mention.label || kind === 'participants' || (kind === 'summary' && !body) ? everywhere : known).add(person.id);
        continue;
      }
      if (full || name.quoted || mention.compound || kind === 'sources' || kind === 'abbreviations') continue;
      if (block.kind === 'heading' || block.kind === 'alt' || block.kind === 'cell') continue;
      if (known.has(person.id) || everywhere.has(person.id) || reported.has(person.id)) continue;
      if (options.exempt.includes(person.id) || (options.exemptHeads && exempt(analysis, name))) continue;
      reported.add(person.id);
      yield report(analysis, name);
    }
  },
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
