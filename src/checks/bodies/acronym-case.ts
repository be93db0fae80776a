import { acronymCase as acronymCaseOf } from '../../analysis/who/introductions';
import type { Analysis, Placed } from '../../analysis/model';
import { once } from '../../base/once';
import type { Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { action, edits } from '../../findings/fixes';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Organization } from '../../gazetteer/model';
import { SPOKEN } from '../../gazetteer/tables/bodies';
import type { BlockFacts, OrganizationMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { lineOf, quote } from '../wording/wording';

/** An acronym as written, alone or inside a longer name (the NATO-Russia Council). */
interface Use {
  readonly body: Organization;
  readonly written: string;
  readonly span: Span;
}

/** NATO and Nato: against the house style, or both in one document. */
export const acronymCase = defineCheck({
  id: 'acronym-case',
  group: 'organizations',
  title: 'Letter case of acronyms',
  severity: 'information',
  /** Acronyms that may be written in either way. */
  options: { exceptions: [] as readonly string[] },
  *run(analysis: Analysis, options: { readonly exceptions: readonly string[] }): Iterable<Report> {
    const excepted = new Set(options.exceptions.map(acronym => acronym.toUpperCase()));
    for (const [body, uses] of usesByBody(analysis)) {
      const acronym = body.acronym!;
      if (excepted.has(acronym.toUpperCase())) continue;
      const upper = uses.filter(use => use.written === acronym);
      const title = uses.filter(use => use.written !== acronym);
      const wanted = acronymCaseOf(body, analysis.profile);
      if (wanted !== undefined) {
        const wrong = wanted === 'upper' ? title : upper;
        if (wrong.length > 0) yield against(analysis, wanted === 'upper' ? acronym : titleCase(acronym), wrong);
      } else if (upper.length > 0 && title.length > 0) {
        yield mixed(upper, title, analysis);
      }
    }
  },
});

/** Acronyms in the writer’s own words, by body; words set in capitals altogether say nothing of a choice. */
function usesByBody(analysis: Analysis): Map<Organization, Use[]> {
  const byBody = new Map<Organization, Use[]>();
  for (const mention of analysis.organizations) {
    if (mention.quoted || !counts(analysis, mention)) continue;
    for (const use of usesIn(analysis, mention)) {
      if (analysis.choices.keep.has(use.written.toLowerCase())) continue;
      const there = byBody.get(use.body);
      if (there) there.push(use);
      else byBody.set(use.body, [use]);
    }
  }
  return byBody;
}

/** The body whose acronym this is, where it is spoken as a word. */
function spokenAs(acronym: string, gazetteer: Gazetteer): Organization | undefined {
  const entry = gazetteer.table(SPOKEN).exact([acronym]).at(-1);
  return entry && gazetteer.organization(entry.id);
}

function* usesIn(analysis: Analysis, mention: Placed<OrganizationMention>): Iterable<Use> {
  const { form, surface, organization } = mention.mention;
  if (form === 'acronym') {
    const body = analysis.gazetteer.organization(organization);
    if (body?.acronym && /^[A-Z]{4,}$/.test(body.acronym) && surface.toUpperCase() === body.acronym) yield { body, written: surface, span: mention.span };
  } else if (form !== 'short' && form !== 'near-acronym') {
    for (const word of surface.matchAll(/(?<!\p{L})\p{Lu}\p{L}{3,}(?!\p{L})/gu)) {
      const body = spokenAs(word[0].toUpperCase(), analysis.gazetteer);
      const start = mention.span.start + word.index;
      if (body && (word[0] === body.acronym || word[0] === titleCase(body.acronym!))) yield { body, written: word[0], span: { start, end: start + word[0].length } };
    }
  }
}

function counts(analysis: Analysis, mention: Placed<OrganizationMention>): boolean {
  const block = analysis.blockOf(mention);
  const { span } = mention.mention;
  if (block.kind === 'alt' || block.section.kind === 'sources') return false;
  return !block.works.some(work => work.start <= span.start && span.end <= work.end) && !allCapitals(analysis, mention);
}

function allCapitals(analysis: Analysis, use: Placed<OrganizationMention>): boolean {
  return shoutedIn(analysis.factsOf(use.block)).some(s => s.start <= use.mention.span.start && use.mention.span.start < s.end);
}

/** Asked for at every mention, worked out once for each block. */
const shoutedIn = once(sentencesInCapitals);

function sentencesInCapitals(facts: BlockFacts): Span[] {
  const bySentence = new Map<number, { start: number; end: number; words: number; shouted: boolean }>();
  for (const token of facts.tokens) {
    if (!/\p{L}{2}/u.test(token.text)) continue;
    const there = bySentence.get(token.sentence);
    if (!there) bySentence.set(token.sentence, { start: token.start, end: token.end, words: 1, shouted: token.allCaps });
    else {
      there.end = token.end;
      there.words++;
      there.shouted &&= token.allCaps;
    }
  }
  return [...bySentence.values()].filter(s => s.words >= 3 && s.shouted);
}

function titleCase(acronym: string): string {
  return acronym[0]! + acronym.slice(1).toLowerCase();
}

function against(analysis: Analysis, form: string, uses: readonly Use[]): Report {
  const [first, ...rest] = uses as [Use, ...Use[]];
  const written = first.written;
  return {
    span: first.span,
    message: `House style ${analysis.profile.title ?? analysis.profile.id} writes ${quote(form)}; here it is ${quote(written)}.`,
    related: rest.map(use => ({ span: use.span, message: `${quote(use.written)} here as well` })),
    fixes: [throughout(`Use ${quote(form)} throughout`, form, uses, true), action('Set a house style…', { kind: 'set-house-style' })],
  };
}

function mixed(upper: readonly Use[], title: readonly Use[], analysis: Analysis): Report {
  const firstUse = upper[0]!.span.start < title[0]!.span.start ? upper : title;
  const more = upper.length === title.length ? firstUse : upper.length > title.length ? upper : title;
  const fewer = more === upper ? title : upper;
  const major = more[0]!.written;
  const minor = fewer[0]!.written;
  const clear = more.length >= 2 * fewer.length;
  return {
    span: fewer[0]!.span,
    message: `This document writes ${quote(major)} (${more.length}) and ${quote(minor)} (${fewer.length}).`,
    related: [
      ...fewer.slice(1).map(use => ({ span: use.span, message: `${quote(minor)} here as well` })),
      { span: more[0]!.span, message: `${quote(major)} on line ${lineOf(analysis, more[0]!.span.start)}` },
    ],
    fixes: [
      throughout(`Use ${quote(major)} throughout`, major, fewer, clear),
      throughout(`Use ${quote(minor)} throughout`, minor, more, false),
      action('Set a house style…', { kind: 'set-house-style' }),
    ],
  };
}

function throughout(title: string, form: string, uses: readonly Use[], settled: boolean): Fix {
  return edits(title, uses.map(use => ({ span: use.span, text: form })), { safe: settled, preferred: settled });
}
