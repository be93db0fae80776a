import type { Analysis, Placed } from '../../analysis/model';
import { fold } from '../../base/fold';
import { once } from '../../base/once';
import { firstFrom } from '../../base/span';
import type { Block } from '../../document/model';
import type { Fix } from '../../findings/finding';
import { action, replace } from '../../findings/fixes';
import { expansionsOf, type Expansion } from '../../recognize/bodies/expansions';
import type { AcronymMention, OrganizationMention } from '../../recognize/model';
import { type CheckView, defineCheck, type Report, type Sight, sight, sightOfText } from '../run/check';
import { byAcronym } from '../run/groups';
import { quote } from '../wording/wording';

type Use = Placed<AcronymMention>;

/** An acronym of three letters or more that the text uses and never spells out. */
export const acronymUnexpanded = defineCheck({
  id: 'acronym-unexpanded',
  group: 'organizations',
  title: 'Acronyms without expansion',
  severity: 'information',
  look: byAcronym,
  /** Acronyms that need no expansion, beside those of the house style. */
  options: { noExpand: [] as readonly string[] },
  *run(analysis: CheckView, options: { readonly noExpand: readonly string[] }): Iterable<Report> {
    const known = new Set([...analysis.profile.noExpand, ...options.noExpand].map(fold));
    const needsNone = (acronym: string): boolean => known.has(fold(acronym)) || analysis.choices.noExpand.has(fold(acronym));
    const expanded = expandedIn(analysis);
    const firsts = new Map<string, Use>();
    for (const use of analysis.acronyms) {
      const { acronym } = use.mention;
      if (acronym.replace(/[^A-Z]/g, '').length < 3 && acronym.length < 3) continue;
      if (!inProse(analysis, use) || inSymbol(analysis, use) || isSlip(analysis, use) || expanded.has(acronym) || needsNone(acronym)) continue;
      const first = firsts.get(acronym);
      // The writer’s own words come before those that are quoted.
      if (!first || (first.quoted && !use.quoted)) firsts.set(acronym, use);
    }
    for (const [acronym, use] of firsts) {
      const expansions = expansionsOf(analysis.gazetteer, acronym);
      const meant = named(analysis, use) ?? (expansions.length === 1 ? expansions[0] : undefined);
      if (meant && speltOut(analysis, meant)) continue;
      yield report(analysis, use, meant, expansions);
    }
  },
});

/** Acronyms that stand beside their words anywhere, or are listed as abbreviations, or whose body is named in full. */
function expandedIn(analysis: CheckView): ReadonlySet<string> {
  const expanded = new Set<string>();
  for (const use of analysis.acronyms) {
    const section = analysis.blockOf(use).section.kind;
    if (use.mention.expansion || section === 'abbreviations') expanded.add(use.mention.acronym);
  }
  const acronyms = new Map<string, string>();
  for (const use of analysis.acronyms) {
    const body = bodyAt(analysis, use);
    if (body !== undefined) acronyms.set(body, use.mention.acronym);
  }
  const inFull = acronyms.size > 0 ? analysis.seen(writtenOut) : [];
  for (const [body, acronym] of acronyms) if (inFull.includes(body)) expanded.add(acronym);
  return expanded;
}

/** Bodies that stand there by their name in words. */
const writtenOut = sight(function* (analysis: Analysis, block) {
  for (const { form, organization, surface } of analysis.factsOf(block).organizations) {
    if ((form === 'name' || form === 'variant' || form === 'near-name') && /\s/.test(surface)) yield organization;
  }
});

/** “Source: RBC, 16 October 2025”: publishers are called by their letters. */
const SOURCE_LINE = /^[\s*_\u2060]*Sources?[\s*_\u2060]*:/;
/** “BRUSSELS, 12 January 2022 —”: a place, in capitals as the form has it. */
const DATELINE = /^\s*\p{Lu}[\p{Lu} .'’-]*(?:, [^—–]{3,40})? ?[—–]\s/u;

/** Headings, captions and tables leave no room for the words (spec 6.2). */
function inProse(analysis: Analysis, use: Use): boolean {
  const block = analysis.blockOf(use);
  const section = block.section.kind;
  if (section === 'abbreviations' || section === 'sources' || SOURCE_LINE.test(block.prose)) return false;
  const dateline = DATELINE.exec(block.prose);
  if (dateline && use.span.start - block.span.start < dateline[0].length) return false;
  return block.kind === 'paragraph' || block.kind === 'item' || block.kind === 'footnote';
}

/** Part of a document's symbol (S/RES/2231, A/HRC/49/L.1): letters and digits with strokes between. */
function inSymbol(analysis: Analysis, use: Use): boolean {
  const { prose, span } = analysis.blockOf(use);
  const { start, end } = { start: use.span.start - span.start, end: use.span.end - span.start };
  const before = /[^\s(),;]*$/.exec(prose.slice(Math.max(0, start - 40), start))![0];
  const after = /^[^\s(),;]*/.exec(prose.slice(end, end + 40))![0];
  return (before.endsWith('/') || after.startsWith('/')) && /\d/.test(before + after);
}

/** The body that is read where the acronym stands. */
function mentionAt(analysis: Analysis, { block, mention: { span } }: Use): OrganizationMention | undefined {
  const { organizations } = analysis.factsOf(block);
  const mention = organizations[firstFrom(organizations, span.start, one => one.span.start)];
  return mention?.span.start === span.start ? mention : undefined;
}

/** `org-name-variant` speaks of acronyms with exchanged letters. */
function isSlip(analysis: Analysis, use: Use): boolean {
  return mentionAt(analysis, use)?.form === 'near-acronym';
}

function bodyAt(analysis: Analysis, use: Use): string | undefined {
  const mention = mentionAt(analysis, use);
  return mention?.form === 'acronym' ? mention.organization : undefined;
}

function named(analysis: Analysis, use: Use): Expansion | undefined {
  const body = analysis.gazetteer.organization(bodyAt(analysis, use) ?? '');
  return body && { singular: body.name };
}

const lowerCase = once((block: Block) => block.prose.toLowerCase());

/** Blocks in which certain words stand, by the words: each is looked for by itself. */
const byWords = new Map<string, Sight<Block>>();

function blocksWith(words: string): Sight<Block> {
  const known = byWords.get(words);
  if (known) return known;
  const found = sightOfText(function* (block): Iterable<Block> {
    if (lowerCase(block).includes(words)) yield block;
  });
  byWords.set(words, found);
  return found;
}

/** Whether the words stand in the text without the acronym beside them. */
function speltOut(analysis: CheckView, meant: Expansion): boolean {
  return analysis.seen(blocksWith(meant.singular.toLowerCase())).length > 0;
}

function report(analysis: Analysis, use: Use, meant: Expansion | undefined, expansions: readonly Expansion[]): Report {
  const { acronym } = use.mention;
  const text = analysis.document.addresses;
  const written = text.slice(use.span.start, use.span.end);
  const fixes: Fix[] = [];
  const form = analysis.profile.expandForm;
  if (meant && form !== 'lower-in-story' && !use.quoted && !/^['’]/.test(text.slice(use.span.end, use.span.end + 1))) {
    const words = written !== acronym && meant.plural ? meant.plural : meant.singular;
    const expansion = form === 'acronym-full' ? `${written} (${words})` : `${words} (${written})`;
    fixes.push(replace(`Expand on first use: ${quote(expansion)}`, use.span, expansion));
  }
  fixes.push(action(`${acronym} needs no expansion: remember…`, { kind: 'no-expand', acronym }));
  const several = !meant && expansions.length > 1;
  return {
    span: use.span,
    severity: meant || several ? 'information' : 'hint',
    message: meant ? `${quote(acronym)} is not expanded anywhere: ${meant.singular}.`
      : several ? `${quote(acronym)} is not expanded anywhere: ${expansions.slice(0, 3).map(e => e.singular).join(', or ')}?`
        : `${quote(acronym)} is not expanded anywhere; no record has its words.`,
    fixes,
  };
}
