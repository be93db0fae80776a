import type { Analysis, Placed } from '../../analysis/model';
import type { Metonym, Organization } from '../../gazetteer/model';
import type { MetonymMention } from '../../recognize/model';
import { replace } from '../../findings/fixes';
import { endsNounPhrase } from '../../recognize/language/noun-end';
import { defineCheck, type Report } from '../run/check';
import { listed, quote, textOf } from '../wording/wording';

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
/** Verbs of what governments do, by their plain form; those whose form in -s is read as a noun (talks, plans) are left out. */
const REGULAR = new Set((
  'accuse admit affirm agree allow announce appear argue ask assert assume believe blame boast call claim compromise concede condemn '
  + 'confirm consider continue decide declare decline defend demand deny deploy depend describe dismiss encourage expect exploit favour favor fear '
  + 'hope ignore impose insist intend intervene invite maintain oppose persist prefer prepare propose provide pursue recognise recognize refuse '
  + 'regard reject remain respond retaliate say stay suggest suspect tolerate try urge want warn worry wonder yield'
).split(' '));
const IRREGULAR = new Set((
  'begin become bring buy choose find forbid forget freeze get give go hold keep know leave lose make mean meet pay see seek sell send speak spend stand '
  + 'take tell think throw understand undertake win withdraw'
).split(' '));
const PAST = new Set((
  'said told had did made took gave sent held sought kept knew thought saw froze forbade forgot chose withdrew brought bought fought began became broke drew felt '
  + 'got led left meant met paid quit sold spent spoke struck swore threw understood undertook went won wrote'
).split(' '));
/** What a city does. */
const CITY = new Set('hosted staged housed flooded emptied celebrated awakened'.split(' '));
const AUXILIARY = new Set('will would has is was may might must should could can does also now still never again'.split(' '));

/** Whether a word after the name of a state or a capital is a verb of its doings (“freezes”, “froze”), and no noun that the name describes. */
function tellsDeed(word: string): boolean {
  if (AUXILIARY.has(word) || PAST.has(word)) return true;
  const stems = word.endsWith('ies') ? [word.replace(/ies$/, 'y')] : word.endsWith('s') ? [word.slice(0, -1), word.replace(/es$/, '')] : [];
  return stems.some(stem => REGULAR.has(stem) || IRREGULAR.has(stem));
}

/** Verbs that take a government as their object; “of”, “to”, a stop follows. */
const ADDRESSING = /(?<!\p{L})(?:accus|blam|urg|persuad|convinc|reassur|assur|criticis|criticiz|pressur|notif|oblig)(?:e|es|ed|ing|ies|ied|y)\s+$|(?<!\p{L})(?:warn|ask|tell|told|press|thank|condemn|rebuff|lobb)(?:s|es|ed|ing|y|ied)?\s+$/iu;
/** What a government has or does, after its possessive. */
const DEED = /^['’]s?\s+(?:\p{Ll}+\s+)?(?:decisions?|demands?|stance|policy|policies|refusal|offers?|threats?|response|reply|answer|proposals?|insistence|claims?|ambitions?|intentions?|strategy|denials?|objections?|veto|support|backing|concerns?|warnings?|aims?|goals?|approval|promises?|pledges?|commitments?|pressure|consent|readiness|willingness|reluctance)(?![\p{L}-])/u;
/** Bonds that states have with one another. */
const BOND = /(?<!\p{L})(?:[Rr]elations|[Rr]elationship|[Tt]ies|[Tt]ensions?|[Rr]ivalry|[Ff]riendship|[Aa]lliance|[Uu]nderstanding|[Dd]isputes?|[Rr]ift|[Rr]ow|[Tt]rust|[Mm]istrust|[Cc]onfrontation|[Rr]approchement|[Dd]étente)\s+between\s+(?:(?:\p{Lu}\p{L}+\s+){1,2}and\s+)?$/u;

/** Other capitalised names joined to what follows, and the word before them: “in Berlin, New Delhi and ”. */
const JOINED = /(?:(?<![\p{L}-])(\p{Ll}+)\s+)?(?<![\p{L}-])(?:\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?, )*\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?,? and $/u;

/** The subject of a verb, the object of one that takes somebody, or the doer of a deed; not a place that somebody is in or goes to. */
function acts(analysis: Analysis, use: Placed<MetonymMention>): boolean {
  const tokens = analysis.factsOf(use.block).tokens;
  const { prose } = analysis.blockOf(use);
  const { start, end } = use.mention.span;
  const before = prose.slice(Math.max(0, start - 60), start);
  if (use.mention.possessive) return DEED.test(prose.slice(end, end + 50));
  if (BOND.test(before)) return true;
  if (ADDRESSING.test(before) && endsNounPhrase(prose, end)) return true;
  const at = tokens.findIndex(token => token.start < end && end <= token.end);
  const first = tokens.findIndex(token => token.start >= start);
  const previous = tokens[first - 1];
  const next = tokens[at + 1];
  if (!next || next.sentence !== tokens[at]!.sentence || !/^\s+$/.test(prose.slice(tokens[at]!.end, next.start))) return false;
  if (previous && previous.sentence === next.sentence && PLACE_BEFORE.has(previous.folded)) return false;
  // “Kyiv and Moscow compromise”: the verb of two; “officials in Kyiv and Moscow agreed” is of the officials
  const joined = JOINED.exec(before);
  if (joined && PLACE_BEFORE.has(joined[1]?.toLowerCase() ?? '')) return false;
  if (tellsDeed(next.folded) || (!CITY.has(next.folded) && /^\p{Ll}+ed$/u.test(next.text) && analysis.gazetteer.isWord(next.folded))) return true;
  if (joined) return plainDeed(next.folded);
  const verb = /^ and \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (\p{Ll}+)(?![\p{L}-])/u.exec(prose.slice(end, end + 60))?.[1];
  return verb !== undefined && plainDeed(verb);
}

/** A verb in the plural, as one of two subjects has it. */
function plainDeed(word: string): boolean {
  return REGULAR.has(word) || IRREGULAR.has(word);
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
