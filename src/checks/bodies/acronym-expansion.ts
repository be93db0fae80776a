import type { Analysis, Placed } from '../../analysis/model';
import { fold } from '../../base/fold';
import { cover, shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { edits, replace } from '../../findings/fixes';
import type { AcronymMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { byAcronym } from '../run/groups';
import { lineOf, quote } from '../wording/wording';

type Use = Placed<AcronymMention>;

/** An acronym spelt out after it was used, spelt out twice, or with two meanings. */
export const acronymExpansion = defineCheck({
  id: 'acronym-expansion',
  group: 'organizations',
  title: 'Where acronyms are expanded',
  severity: 'hint',
  look: byAcronym,
  /** `true`: every section may expand anew. */
  options: { perSection: false },
  *run(analysis: Analysis, options: { readonly perSection: boolean }): Iterable<Report> {
    const scopes = new Map<string, Use[]>();
    for (const use of analysis.acronyms) {
      const scope = scopeOf(analysis, use, options.perSection);
      if (scope === undefined) continue;
      const key = `${scope} ${use.mention.acronym}`;
      const there = scopes.get(key);
      if (there) there.push(use);
      else scopes.set(key, [use]);
    }
    for (const uses of scopes.values()) yield* reports(analysis, uses);
  },
});

/** Summary, body and annexes are read apart (spec 6.2); headings, tables, lists of abbreviations and quotations are no place to expand. */
function scopeOf(analysis: Analysis, use: Use, perSection: boolean): string | undefined {
  const block = analysis.blockOf(use);
  const { section } = block;
  if (use.quoted || block.kind === 'heading' || block.kind === 'cell' || block.kind === 'alt') return undefined;
  if (section.kind === 'abbreviations' || section.kind === 'sources') return undefined;
  if (perSection || section.kind === 'annex') return String(section.heading?.span.start ?? 0);
  return section.kind === 'summary' ? 'summary' : 'body';
}

function* reports(analysis: Analysis, uses: readonly Use[]): Iterable<Report> {
  const expanded = uses.filter(use => use.mention.expansion);
  const [first, ...again] = expanded;
  if (!first) return;
  const opening = uses[0]!;
  const needsNone = analysis.profile.noExpand.includes(first.mention.acronym) || analysis.choices.noExpand.has(fold(first.mention.acronym));
  if (opening !== first && !needsNone) yield late(analysis, opening, first);
  for (const use of again) {
    const same = meaning(use) === meaning(first);
    const line = lineOf(analysis, first.span.start);
    const { acronym } = use.mention;
    yield {
      span: wholeOf(analysis, use),
      message: same ? `Already expanded on line ${line}; use ${quote(acronym)}.`
        : `${quote(acronym)} is ${quote(first.mention.expansion!.text)} on line ${line} and ${quote(use.mention.expansion!.text)} here: which is meant?`,
      related: [{ span: wholeOf(analysis, first), message: `Expanded here as ${quote(first.mention.expansion!.text)}` }],
      fixes: same ? shorter(analysis, use) : [],
    };
  }
}

function meaning(use: Use): string {
  return fold(use.mention.expansion!.text).replace(/^(?:the|a) /, '').replace(/[-\s]+/g, ' ').replace(/is(?=(?:e|ed|ing|ation)\b)/g, 'iz').replace(/s$/, '').replace(/co operation/g, 'cooperation');
}

function late(analysis: Analysis, opening: Use, use: Use): Report {
  const whole = wholeOf(analysis, use);
  const written = analysis.document.addresses.slice(opening.span.start, opening.span.end);
  // the expansion is moved, not taken away: there may be no other
  const fixes: Fix[] = [];
  const possessive = /^['’]/.test(analysis.document.addresses.slice(opening.span.end, opening.span.end + 1));
  if (shorter(analysis, use).length > 0 && !possessive) {
    fixes.push(edits('Move the expansion to first use', [
      { span: opening.span, text: `${use.mention.expansion!.text} (${written})` }, { span: whole, text: use.mention.acronym },
    ]));
  }
  return {
    span: whole,
    message: `${quote(use.mention.acronym)} is used on line ${lineOf(analysis, opening.span.start)}, before its expansion here.`,
    related: [{ span: opening.span, message: 'First used here' }],
    fixes,
  };
}

function shorter(analysis: Analysis, use: Use): Fix[] {
  const whole = wholeOf(analysis, use);
  const block = analysis.blockOf(use);
  const prose = block.prose.slice(whole.start - block.span.start, whole.end - block.span.start);
  // Markup between the words would be lost.
  if (analysis.document.addresses.slice(whole.start, whole.end) !== prose) return [];
  return [replace(`Use ${quote(use.mention.acronym)} here`, whole, use.mention.acronym)];
}

/** Expansion, acronym and the bracket around one of them. */
function wholeOf(analysis: Analysis, use: Use): Span {
  const block = analysis.blockOf(use);
  const { expansion, span } = use.mention;
  const both = cover(expansion!.span, span);
  const closing = /^["”’']?\)/.exec(block.prose.slice(both.end, both.end + 2));
  return shift({ start: both.start, end: both.end + (closing ? closing[0].length : 0) }, block.span.start);
}
