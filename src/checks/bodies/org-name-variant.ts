import type { Analysis, Placed } from '../../analysis/model';
import { fold } from '../../base/fold';
import type { Fix } from '../../findings/finding';
import { edits, replace } from '../../findings/fixes';
import type { Organization } from '../../gazetteer/model';
import type { OrganizationMention } from '../../recognize/model';
import { type CheckView, defineCheck, type Report, sight } from '../run/check';
import { date, likeCase, lineOf, quote } from '../wording/wording';
import { spellingKey } from './spelling-key';
import { bodiesSpeltTwoWays } from './unrecorded-bodies';

type Use = Placed<OrganizationMention>;

/** A name that is near a body’s name but is not it; two spellings in one document of one official name, or of a body that no record has. */
export const orgNameVariant = defineCheck({
  id: 'org-name-variant',
  group: 'organizations',
  title: 'Names of bodies',
  severity: 'information',
  options: {},
  *run(analysis: CheckView): Iterable<Report> {
    const misnamed = new Map<string, Use[]>();
    const spelled = new Map<Organization, Use[]>();
    let introduced: ReadonlyMap<string, string> | undefined;
    for (const use of analysis.organizations) {
      const { form, organization, surface } = use.mention;
      if (form === 'misnomer' || form === 'near-name' || form === 'near-acronym') {
        if (form === 'near-acronym' && ofAnother(analysis, organization, (introduced ??= new Map(analysis.seen(spelledOut))).get(surface))) continue;
        if (!analysis.choices.keep.has(fold(surface)) && !(form === 'near-name' && namedByOffice(analysis, organization, surface))) push(misnamed, `${organization} ${fold(surface)}`, use);
      } else if (form === 'name' || form === 'variant') {
        const body = analysis.gazetteer.organization(organization);
        if (body && !use.quoted && isOfficial(body, surface)) push(spelled, body, use);
      }
    }
    for (const uses of misnamed.values()) yield misname(analysis, uses);
    for (const [body, uses] of spelled) {
      const report = spelling(analysis, body, uses);
      if (report) yield report;
    }
    yield* bodiesSpeltTwoWays(analysis);
  },
});

/** Acronyms with the words that stand beside them. */
const spelledOut = sight(function* (analysis: Analysis, block): Iterable<readonly [acronym: string, words: string]> {
  for (const { acronym, expansion } of analysis.factsOf(block).acronyms) if (expansion) yield [acronym, expansion.text];
});

/** Whether the words beside an acronym are those of something else, so that it is no slip for the body's. */
function ofAnother(analysis: Analysis, organization: string, words: string | undefined): boolean {
  if (words === undefined) return false;
  const body = analysis.gazetteer.organization(organization)!;
  const written = fold(words);
  return ![body.name, ...body.other_names.map(n => n.name)].some(name => fold(name).includes(written) || written.includes(fold(name)));
}

/**
 * Whether the ministry is named as its minister is: India's Minister of External Affairs has a Ministry of External
 * Affairs, whatever the record calls it.
 */
function namedByOffice(analysis: Analysis, organization: string, surface: string): boolean {
  const field = /^(?:\S+ )?(?:Ministry|Department) ((?:of|for) .+?)(?: of (?:the )?\p{Lu}.*)?$/u.exec(surface)?.[1];
  if (field === undefined) return false;
  const title = fold(`Minister ${field}`);
  return analysis.gazetteer.postsOf(organization).some(post => (post.head ?? false)
    && [post.titles.preferred, post.titles.formal ?? '', ...post.titles.permitted].some(t => fold(t) === title));
}

function push<K>(map: Map<K, Use[]>, key: K, use: Use): void {
  const list = map.get(key);
  if (list) list.push(use);
  else map.set(key, [use]);
}

/** The official name or the same name in another spelling of English. */
function isOfficial(body: Organization, surface: string): boolean {
  return spellingKey(surface) === spellingKey(body.name);
}

function officially(body: Organization): string {
  return body.acronym ? `${body.name} (${body.acronym})` : body.name;
}

function misname(analysis: Analysis, uses: readonly Use[]): Report {
  const [first, ...rest] = uses as [Use, ...Use[]];
  const body = analysis.gazetteer.organization(first.mention.organization)!;
  const { form, surface } = first.mention;
  const correct = first.mention.correct ?? body.name;
  const checked = `record checked ${date(analysis, body.checked)}`;
  const own = uses.filter(use => !use.quoted);
  const fixes: Fix[] = [replace(`Change to ${quote(correct)}`, first.span, likeCase(surface, correct))];
  if (form === 'near-acronym') fixes[0] = replace(`Change to ${quote(correct)}`, first.span, correct);
  if (own.length > 1) fixes.push(edits('Change all in document (skips quotations)', own.map(use => ({ span: use.span, text: form === 'near-acronym' ? correct : likeCase(use.mention.surface, correct) }))));
  return {
    span: first.span,
    message: form === 'near-acronym'
      ? `${quote(surface)} is no recorded acronym; ${correct} is the ${body.name} (${checked}).`
      : `Official name: ${officially(body)}, not ${quote(surface)} (${checked}).`,
    related: rest.map(use => ({ span: use.span, message: `${quote(use.mention.surface)} here as well` })),
    fixes,
  };
}

/** -ise and -ize, Cooperation and Co-operation: against a style that wants the official name, or both in one document. */
function spelling(analysis: Analysis, body: Organization, uses: readonly Use[]): Report | undefined {
  const byForm = new Map<string, Use[]>();
  for (const use of uses) push(byForm, plain(use.mention.surface), use);
  const official = plain(body.name);
  if (analysis.profile.orgNames === 'official') {
    const other = uses.find(use => plain(use.mention.surface) !== official);
    if (!other) return undefined;
    const all = uses.filter(use => plain(use.mention.surface) !== official);
    return {
      span: other.span,
      message: `House style ${analysis.profile.title ?? analysis.profile.id} keeps the official name: ${officially(body)}.`,
      related: all.slice(1).map(use => ({ span: use.span, message: 'Here as well' })),
      fixes: [all.length === 1
        ? replace(`Change to ${quote(body.name)}`, other.span, likeCase(other.mention.surface, body.name))
        : edits(`Use ${quote(body.name)} throughout`, all.map(use => ({ span: use.span, text: likeCase(use.mention.surface, body.name) })))],
    };
  }
  if (byForm.size < 2) return undefined;
  const forms = [...byForm].sort((a, b) => b[1].length - a[1].length || Number(b[0] === official) - Number(a[0] === official));
  const [major, minor] = [forms[0]![1], forms.slice(1).flatMap(([, list]) => list).sort((a, b) => a.span.start - b.span.start)];
  const form = major[0]!.mention.surface;
  return {
    span: minor[0]!.span,
    message: `This document writes ${quote(form)} (line ${lineOf(analysis, major[0]!.span.start)}) and ${quote(minor[0]!.mention.surface)} for one body; its own spelling is ${quote(body.name)}.`,
    related: [...minor.slice(1), major[0]!].map(use => ({ span: use.span, message: quote(use.mention.surface) })),
    fixes: [edits(`Use ${quote(form)} throughout`, minor.map(use => ({ span: use.span, text: likeCase(use.mention.surface, form) })))],
  };
}

/** Line breaks and letter case are no variants. */
function plain(name: string): string {
  return fold(name).replace(/\s+/g, ' ');
}
