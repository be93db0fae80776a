import type { Analysis, Placed } from '../analysis/model';
import type { Metonym, Organization } from '../gazetteer/model';
import type { MetonymMention } from '../recognize/model';
import { replace } from '../findings/fixes';
import { defineCheck, type Report } from './check';
import { listed, quote, textOf } from './wording';

/** “Brussels” as an actor where NATO and the EU are both in the text; a capital for a government where the style avoids it. */
export const metonymAmbiguous = defineCheck({
  id: 'metonym-ambiguous',
  group: 'organizations',
  title: 'Capitals that stand for more than one body',
  severity: 'hint',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const avoids = analysis.profile.metonyms === 'avoid';
    if (analysis.profile.id === 'neutral' && !avoids) return;
    const named = new Set(analysis.organizations.map(use => use.mention.organization));
    for (const use of analysis.metonyms) {
      const metonym = analysis.gazetteer.metonym(use.mention.metonym);
      if (!metonym || use.mention.literal || use.quoted || !acts(analysis, use)) continue;
      const bodies = metonym.refers_to.map(id => analysis.gazetteer.organization(id)).filter(body => body !== undefined);
      const present = bodies.filter(body => named.has(body.id));
      if (metonym.ambiguous && present.length > 1) yield ambiguous(analysis, use, present);
      else if (avoids && metonym.kind === 'capital') yield personified(analysis, use, metonym, bodies);
    }
  },
});

const PLACE_BEFORE = new Set('in to from at near for of via around outside into toward towards between through across over'.split(' '));
const VERBS = new Set((
  'said says say will would has had is was wants may might must should could can did does insists told demands expects sees saw fears hopes '
  + 'believes accuses made took gave sent holds held seeks sought keeps kept knows knew thinks thought calls again also now still never'
).split(' '));

/** The subject of a verb, not a place that somebody is in or goes to. */
function acts(analysis: Analysis, use: Placed<MetonymMention>): boolean {
  const tokens = analysis.facts[use.block]!.tokens;
  const at = tokens.findIndex(token => token.start < use.mention.span.end && use.mention.span.end <= token.end);
  const first = tokens.findIndex(token => token.start >= use.mention.span.start);
  const before = tokens[first - 1];
  const next = tokens[at + 1];
  if (!next || use.mention.possessive || next.sentence !== tokens[at]!.sentence) return false;
  const { prose } = analysis.blockOf(use);
  if (!/^\s+$/.test(prose.slice(tokens[at]!.end, next.start))) return false;
  if (before && before.sentence === next.sentence && PLACE_BEFORE.has(before.folded)) return false;
  return VERBS.has(next.folded) || (/^\p{Ll}+ed$/u.test(next.text) && analysis.gazetteer.isWord(next.folded));
}

function short(body: Organization): string {
  if (body.acronym === undefined) return `the ${body.name}`;
  return body.pronounced_as_word ? body.acronym : `the ${body.acronym}`;
}

function ambiguous(analysis: Analysis, use: Placed<MetonymMention>, bodies: readonly Organization[]): Report {
  const names = bodies.map(short);
  return {
    span: use.span,
    message: `${quote(textOf(analysis, use.span))} could mean ${names.join(' or ')} here.`,
    fixes: names.map(name => replace(`Change to ${quote(name)}`, use.span, atStart(analysis, use, name))),
  };
}

function personified(analysis: Analysis, use: Placed<MetonymMention>, metonym: Metonym, bodies: readonly Organization[]): Report {
  const state = analysis.gazetteer.state(metonym.state ?? '');
  const names = [state && `${state.article ? 'the ' : ''}${state.name}`, ...bodies.slice(0, 1).map(body => `the ${body.name}`)].filter(name => name !== undefined);
  return {
    span: use.span,
    message: `This style does not let a capital stand for a government: ${quote(textOf(analysis, use.span))}${names.length > 0 ? ` is ${listed(names).replace(' and ', ' or ')} here` : ''}.`,
    fixes: names.map(name => replace(`Change to ${quote(name)}`, use.span, atStart(analysis, use, name))),
  };
}

/** A capital where the words begin a sentence. */
function atStart(analysis: Analysis, use: Placed<MetonymMention>, words: string): string {
  const starts = analysis.blockOf(use).sentences.some(sentence => sentence.start === use.mention.span.start);
  return starts ? words[0]!.toUpperCase() + words.slice(1) : words;
}
