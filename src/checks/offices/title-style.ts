import type { Analysis, ResolvedName } from '../../analysis/model';
import { append } from '../../base/append';
import type { Block } from '../../document/model';
import { lowerCaseTitle, ofSomething } from '../../analysis/who/introductions';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { atOnce, edits, replace } from '../../findings/fixes';
import { HOUSE_VALUES, type Profile } from '../../gazetteer/profile';
import { SECRETARIES_GENERAL } from '../../gazetteer/tables/titles';
import { type CheckView, defineCheck, type Report, sight } from '../run/check';
import { inProse } from '../names/later-names';
import { lineOf, quote, textOf } from '../wording/wording';

/** A title beside a name, as written. */
interface Use {
  readonly name?: ResolvedName;
  readonly span: Span;
  readonly written: string;
  /** Compared with other uses of the same key only. */
  readonly key: string;
  /** Whether its words have capitals, where that can be said. */
  readonly capital?: boolean;
}

type CasedUse = Use & { readonly capital: boolean };

/** Occupations rather than titles: houses that write titles in capitals leave these small. */
const OCCUPATION = new Set(['spokesperson', 'spokesman', 'spokeswoman', 'adviser', 'advisor', 'aide', 'envoy', 'negotiator', 'leader', 'head', 'chief']);
/** Secretaries that are no ministers and no heads of bodies. */
const CLERK = /\b(?:press|private|personal|general|executive|party|council) secretary$/;
const SMALL = new Set(['of', 'for', 'to', 'the', 'and', 'in', 'on', 'at', 'de', 'du', 'der', 'des']);

/** The form of a title against the house style, or two forms of one title in one document. */
export const titleStyle = defineCheck({
  id: 'title-style',
  group: 'offices',
  title: 'Form of a title',
  severity: 'hint',
  precedence: 7,
  options: {
    titleCase: undefined as Profile['titleCase'],
    secretaryGeneral: undefined as Profile['secretaryGeneral'],
    spokes: undefined as Profile['spokes'],
  },
  choices: { titleCase: HOUSE_VALUES.titleCase, secretaryGeneral: HOUSE_VALUES.secretaryGeneral, spokes: HOUSE_VALUES.spokes },
  *run(analysis, options): Iterable<Report> {
    const { profile } = analysis;
    yield* hyphenation(analysis, options.secretaryGeneral ?? profile.secretaryGeneral);
    const uses = analysis.seen(titleUses);
    yield* letterCase(analysis, uses, options.titleCase ?? profile.titleCase);
    yield* spokespeople(analysis, uses, options.spokes ?? profile.spokes);
  },
});

const titleUses = sight(function* (analysis, block): Iterable<Use> {
  for (const name of analysis.names) {
    const { title } = name.mention;
    if (!title || !inProse(analysis, name) || name.mention.sic) continue;
    const span = shift(title.core, block.span.start);
    const written = textOf(analysis, span);
    // a rank or a form in capitals throughout (a cable) has no case of its own
    if (written === written.toUpperCase()) continue;
    const capital = capitals(analysis, name, span, written);
    yield { name, span, written, key: `${title.position} ${fold(written)}`, ...(capital === undefined ? {} : { capital }) };
  }
});

// --- Secretary-General ------------------------------------------------------

interface General extends Use {
  readonly hyphen: boolean;
  /** As the body itself writes it, where a record says. */
  readonly own: boolean | undefined;
  readonly body: string;
}

const generals = sight(function* (analysis, block): Iterable<General> {
  for (const form of analysis.factsOf(block).titleForms) {
    if (form.quoted || block.kind === 'alt') continue;
    const span = shift(form.span, block.span.start);
    const body = form.organization === undefined ? bodyOfHolder(analysis, block, form.span) : bodyNamed(analysis, form.organization);
    yield { span, written: textOf(analysis, span), key: body ?? '', hyphen: form.hyphen, own: body === undefined ? undefined : ownHyphen(analysis, body), body: body ?? '' };
  }
});

function* hyphenation(analysis: CheckView, style: Profile['secretaryGeneral']): Iterable<Report> {
  const uses = analysis.seen(generals);
  if (uses.length === 0) return;
  if (style !== undefined) {
    const keyOf = (use: General): string => `${use.hyphen} ${style === 'own' ? use.body : ''}`;
    const groups = new Map<string, General[]>();
    for (const use of uses) append(groups, keyOf(use), use);
    for (const use of uses) {
      const wanted = style === 'hyphen-always' ? true : style === 'hyphen-never' ? false : use.own;
      if (wanted === undefined || wanted === use.hyphen) continue;
      const form = joint(use.written, wanted);
      const body = style === 'own' ? analysis.gazetteer.organization(use.body) : undefined;
      const whose = body ? `${body.acronym ?? body.name}’s own form is` : `house style ${analysis.profile.id} writes`;
      yield {
        span: use.span,
        message: `${whose[0]!.toUpperCase()}${whose.slice(1)} ${quote(form)}, ${wanted ? 'with' : 'without'} a hyphen${body ? ` (house style ${analysis.profile.id})` : ''}.`,
        fixes: changes(use, groups.get(keyOf(use))!, form, u => joint(u.written, wanted)),
      };
    }
    return;
  }
  // of one body only: the UN writes it with a hyphen, NATO without
  const byBody = new Map<string, General[]>();
  for (const use of uses) if (use.body !== '') append(byBody, use.body, use);
  for (const own of byBody.values()) {
    const minority = minorityOf(own, u => u.hyphen);
    if (!minority) continue;
    const wanted = !minority[0]!.hyphen;
    const form = joint(minority[0]!.written, wanted);
    yield mixture(analysis, minority[0]!, own.find(u => u.hyphen === wanted)!, changes(minority[0]!, minority, form, u => joint(u.written, wanted)));
  }
}

function joint(written: string, hyphen: boolean): string {
  return written.replace(/[- ](?=general$)/i, hyphen ? '-' : ' ');
}

/** The body whose secretary general the name beside the words is, where no body is named. */
function bodyOfHolder(analysis: Analysis, block: Block, span: Span): string | undefined {
  for (const mention of analysis.factsOf(block).names) {
    const { title } = mention;
    if (!title || title.core.start > span.start || title.core.end < span.end) continue;
    for (const match of mention.exact) {
      const office = analysis.gazetteer.person(match.person)?.occupancies.find(o => title.posts.includes(o.post));
      const post = office && analysis.gazetteer.post(office.post);
      if (post) return bodyNamed(analysis, post.organization);
    }
  }
  return undefined;
}

/** The nearest body of the lineage that has a secretary general: the UN's Secretariat is the UN, ICAO is itself. */
function bodyNamed(analysis: Analysis, organization: string): string {
  const table = analysis.gazetteer.table(SECRETARIES_GENERAL);
  const lineage = analysis.gazetteer.lineage(organization);
  return (lineage.find(body => table.has([body.id])) ?? lineage[lineage.length - 1])?.id ?? organization;
}

/** Whether the body's own title of its secretary general has a hyphen; `undefined` where no record says. */
function ownHyphen(analysis: Analysis, body: string): boolean | undefined {
  const entry = analysis.gazetteer.table(SECRETARIES_GENERAL).exact([body])[0];
  return entry && entry.value === '-';
}

// --- Capitals ---------------------------------------------------------------

function* letterCase(analysis: Analysis, uses: readonly Use[], style: Profile['titleCase']): Iterable<Report> {
  const cased = uses.filter((use): use is CasedUse => use.capital !== undefined);
  if (style === undefined) {
    const byKey = new Map<string, CasedUse[]>();
    // of offices on record only: every society has its president
    for (const use of cased) if (use.name!.person && use.name!.mention.title!.posts.length > 0) append(byKey, use.key, use);
    for (const own of byKey.values()) {
      const minority = minorityOf(own, u => u.capital);
      if (!minority) continue;
      const first = minority[0]!;
      const form = recased(first, !first.capital);
      yield mixture(analysis, first, own.find(u => u.capital !== first.capital)!, changes(first, minority, form, u => recased(u, !first.capital)));
    }
    return;
  }
  const keyOf = (use: CasedUse): string => `${use.capital} ${use.key}`;
  const groups = new Map<string, CasedUse[]>();
  for (const use of cased) append(groups, keyOf(use), use);
  for (const use of cased) {
    const title = use.name!.mention.title!;
    if (title.posts.length === 0) continue;
    const words = fold(use.written).split(/[\s-]+/);
    const adjoining = title.position === 'before' && /^\s+$/.test(analysis.document.addresses.slice(use.span.end, nameStart(use)));
    const wanted = style === 'all' ? true : style === 'before-name' && adjoining;
    if (wanted === use.capital) continue;
    // “President Macron”, “spokesman Peskov”: as houses differ within themselves, nothing is said
    if (wanted && (OCCUPATION.has(words[words.length - 1]!) || words.length === 1 && words[0] === 'secretary' || CLERK.test(words.join(' ')))) continue;
    if (!wanted && adjoining && words.length === 1) continue;
    if (style === 'before-name' && adjoining && ofSomething(use.written, analysis.gazetteer)) continue;
    const form = wanted ? recased(use, true) : lowerCaseTitle(use.written, analysis.gazetteer);
    if (form === use.written) continue;
    const where = style === 'all' ? 'with capitals' : style === 'lower' ? 'in lower case' : wanted ? 'with capitals before a name' : 'in lower case unless it stands before a name';
    yield {
      span: use.span,
      mention: use.name!.span,
      message: `House style ${analysis.profile.id} writes this title ${where}: ${quote(form)}.`,
      fixes: changes(use, groups.get(keyOf(use))!, form, u => (wanted ? recased(u, true) : lowerCaseTitle(u.written, analysis.gazetteer))),
    };
  }
}

function nameStart(use: Use): number {
  const { mention, span } = use.name!;
  const at = span.start - mention.span.start;
  return Math.min(span.start, ...[mention.honorific, mention.rank].flatMap(h => (h ? [h.span.start + at] : [])));
}

/** Whether the words of the title have capitals; `undefined` where the place (a sentence's first word) or names in it leave it open. */
function capitals(analysis: Analysis, name: ResolvedName, span: Span, written: string): boolean | undefined {
  const text = analysis.document.addresses;
  const starts = /(?:^|[.!?:]["”’)]*\s+|\n\s*(?:[-*+>]\s+|\d+[.)]\s+)?|[“"‘(]\s*)$/.test(text.slice(Math.max(0, span.start - 8), span.start)) || blockStart(analysis, name, span);
  const words = written.split(/[\s-]+/).filter((word, i) => word.length > 1 && !SMALL.has(word.toLowerCase()) && !(starts && i === 0));
  const plain = words.filter(word => word !== word.toUpperCase());
  if (plain.length === 0) return undefined;
  const upper = plain.filter(word => /^\p{Lu}/u.test(word)).length;
  return upper === plain.length ? true : upper === 0 ? false : undefined;
}

function blockStart(analysis: Analysis, name: ResolvedName, span: Span): boolean {
  const block = analysis.blockOf(name);
  const lead = block.prose.slice(0, span.start - block.span.start);
  const sentence = block.sentences.find(s => s.start <= lead.length && lead.length < s.end);
  return !/[\p{L}\p{N}]/u.test(sentence ? lead.slice(sentence.start) : lead);
}

function recased(use: Use, capital: boolean): string {
  return use.written.replace(/[\p{L}’']+/gu, word => {
    if (SMALL.has(word.toLowerCase()) || (word.length > 1 && word === word.toUpperCase())) return word;
    return capital ? word[0]!.toUpperCase() + word.slice(1) : word[0]!.toLowerCase() + word.slice(1);
  });
}

// --- Spokespeople -----------------------------------------------------------

function* spokespeople(analysis: Analysis, uses: readonly Use[], style: Profile['spokes']): Iterable<Report> {
  if (style === 'any') return;
  const spoken = uses.flatMap(use => {
    const found = /spokes(person|man|woman)\b/i.exec(use.written);
    if (!found) return [];
    const span = { start: use.span.start + found.index, end: use.span.start + found.index + found[0].length };
    return [{ ...use, span, written: textOf(analysis, span), neutral: found[1]!.toLowerCase() === 'person' }];
  });
  if (style === undefined) {
    const byPerson = new Map<string, typeof spoken>();
    for (const use of spoken) {
      const key = use.name!.person?.id ?? use.name!.mention.familyFolded;
      append(byPerson, key, use);
    }
    for (const own of byPerson.values()) {
      const minority = minorityOf(own, u => u.neutral);
      if (!minority) continue;
      const other = own.find(u => u.neutral !== minority[0]!.neutral)!;
      yield mixture(analysis, minority[0]!, other, changes(minority[0]!, minority, spokes(minority[0]!, other.written), u => spokes(u, other.written)));
    }
    return;
  }
  for (const use of spoken) {
    if (use.neutral === (style === 'neutral')) continue;
    const gender = use.name!.person?.gender;
    const wanted = style === 'neutral' ? 'spokesperson' : gender === 'male' ? 'spokesman' : gender === 'female' ? 'spokeswoman' : undefined;
    if (wanted === undefined) continue;
    const form = spokes(use, wanted);
    yield {
      span: use.span,
      mention: use.name!.span,
      message: `House style ${analysis.profile.id} writes ${quote(form)}.`,
      fixes: [replace(`Change to ${quote(form)}`, use.span, form)],
    };
  }
}

function spokes(use: Use, form: string): string {
  return use.written.startsWith('S') ? form[0]!.toUpperCase() + form.slice(1) : form.toLowerCase();
}

// --- Reports ----------------------------------------------------------------

/** The uses of the rarer of two forms, in order; of two as frequent the later one. `undefined` where there is one form only. */
function minorityOf<U extends Use>(uses: readonly U[], which: (use: U) => boolean): readonly U[] | undefined {
  const yes = uses.filter(which);
  const no = uses.filter(use => !which(use));
  if (yes.length === 0 || no.length === 0) return undefined;
  if (yes.length === no.length) return yes[0]!.span.start > no[0]!.span.start ? yes : no;
  return yes.length < no.length ? yes : no;
}

function changes<U extends Use>(use: U, alike: readonly U[], form: string, of: (use: U) => string): Fix[] {
  const fixes = [replace(`Change to ${quote(form)}`, use.span, form)];
  const places = atOnce(use, alike);
  if (places.length > 1) fixes.push(edits('Change all', places.map(u => ({ span: u.span, text: of(u) }))));
  return fixes;
}

function mixture(analysis: Analysis, use: Use, other: Use, fixes: readonly Fix[]): Report {
  return {
    span: use.span,
    ...(use.name ? { mention: use.name.span } : {}),
    message: `${quote(use.written)} here, ${quote(other.written)} on line ${lineOf(analysis, other.span.start)}: one form throughout reads better.`,
    related: [{ span: other.span, message: `${quote(other.written)} here` }],
    fixes,
  };
}
