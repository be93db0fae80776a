import type { Analysis, ResolvedName } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Edit, Fix } from '../../findings/finding';
import { edits, replace } from '../../findings/fixes';
import { HOUSE_VALUES, type HouseValue } from '../../gazetteer/profile';
import { type CheckView, defineCheck, type Report, sight } from '../run/check';
import { speakers } from '../run/facts';
import { inProse, plainHonorific } from '../names/later-names';
import { lineOf, listed, quote, textOf } from '../wording/wording';

interface Later {
  readonly name: ResolvedName;
  readonly bare: boolean;
  /** With its honorific. */
  readonly span: Span;
}

/** Fewer later references than this make no usage. */
const LEAST = 3;

/** “the Biden administration”, “Biden aides”: the name describes a noun, where no honorific stands. */
const DESCRIBES = /(?<!\p{L})(?:an?|the|this|that|these|those|any|every|each)\s+$/iu;
const DESCRIBED = /^\s+(?:administration|government|cabinet|coalition|team|camp|campaign|aides?|allies|officials?|doctrine|era|years|presidency|premiership|plan|ministry|report|formula|family|loyalists?|supporters?|White House)(?![\p{L}’'])/u;

/** “Mr Ryabkov” and bare “Grushko” in one note, or the one that the house does not use. */
export const honorificInconsistent = defineCheck({
  id: 'honorific-inconsistent',
  group: 'offices',
  title: 'Honorifics used unevenly',
  severity: 'hint',
  options: { laterRef: undefined as HouseValue<'laterRef'> | undefined },
  choices: { laterRef: HOUSE_VALUES.laterRef },
  *run(analysis, options): Iterable<Report> {
    const later = laterReferences(analysis);
    const house = options.laterRef ?? (analysis.profile.id === 'neutral' ? undefined : analysis.profile.laterRef);
    if (house !== undefined) {
      const against = later.find(l => l.bare === (house === 'honorific'));
      if (against && !isTranscript(analysis)) yield report(analysis, against, later, house);
      return;
    }
    const bare = later.filter(l => l.bare);
    const polite = later.filter(l => !l.bare);
    if (later.length < LEAST || bare.length === 0 || polite.length === 0 || isTranscript(analysis)) return;
    const minority = bare.length <= polite.length ? bare : polite;
    yield report(analysis, minority[0]!, later, minority === bare ? 'honorific' : 'surname');
  },
});

/** Surnames alone, or with a plain honorific, of living recorded people who were named before in the text. */
function laterReferences(analysis: CheckView): Later[] {
  const named = new Set<string>();
  const found: Later[] = [];
  for (const { person, quoted, later } of analysis.seen(peopleNamed)) {
    if (later && named.has(person)) found.push(later);
    if (!quoted) named.add(person);
  }
  return found;
}

/** Who is named, and what it would be as a later reference. */
const peopleNamed = sight(function* (analysis, _block) {
  for (const name of analysis.names) {
    if (!name.person || name.near || name.mention.label) continue;
    const later = laterOf(analysis, name);
    yield { person: name.person.id, quoted: name.quoted, ...(later ? { later } : {}) };
  }
});

function laterOf(analysis: Analysis, name: ResolvedName): Later | undefined {
  const { mention } = name;
  const person = name.person!;
  if (mention.given || mention.title || mention.rank || person.family_name === undefined || !inProse(analysis, name)) return undefined;
  if (person.death_date && (!analysis.judging || analysis.judging.first > person.death_date.latest)) return undefined;
  const { honorific } = mention;
  if (honorific && plainHonorific(name) === undefined) return undefined;
  const { prose, span: { start: at } } = analysis.blockOf(name);
  const describes = DESCRIBES.test(prose.slice(Math.max(0, mention.span.start - 8), mention.span.start)) || DESCRIBED.test(prose.slice(mention.span.end, mention.span.end + 24));
  if (!honorific && !mention.possessive && describes) return undefined;
  return { name, bare: !honorific, span: { start: honorific ? shift(honorific.span, at).start : name.span.start, end: name.span.end } };
}

/** Whether men have the honorific and women not, or the other way round. */
function byGender(later: readonly Later[]): boolean {
  const known = later.filter(l => l.name.person!.gender !== undefined);
  if (known.length < later.length) return false;
  const bare = new Set(known.filter(l => l.bare).map(l => l.name.person!.gender));
  const polite = new Set(known.filter(l => !l.bare).map(l => l.name.person!.gender));
  return bare.size === 1 && polite.size === 1 && [...bare][0] !== [...polite][0];
}

function report(analysis: Analysis, one: Later, later: readonly Later[], usage: 'surname' | 'honorific'): Report {
  const { profile } = analysis;
  const written = textOf(analysis, one.span);
  const others = later.filter(l => l.bare !== one.bare);
  const split = byGender(later);
  const examples = [...new Set(others.map(l => textOf(analysis, l.span)))].slice(0, 2).map(quote);
  const rule = usage === 'honorific' ? 'an honorific after the first mention' : 'the surname alone after the first mention';
  const who = profile.id === 'neutral' ? 'this note uses' : `house style ${profile.id} uses`;
  const fixes: Fix[] = [];
  const gender = one.name.person!.gender;
  if (one.bare) {
    const honorific = gender === 'male' ? 'Mr' : gender === 'female' ? 'Ms' : undefined;
    if (honorific) {
      const form = `${honorific}${pointed(analysis, others) ? '.' : ''} ${textOf(analysis, one.name.span)}`;
      fixes.push(replace(`Change to ${quote(form)}`, one.span, form));
    }
  } else {
    fixes.push(replace(`Change to ${quote(textOf(analysis, one.name.span))}`, { start: one.span.start, end: one.name.span.start }, ''));
  }
  const polite = later.filter(l => !l.bare);
  if (polite.length > 0 && usage === 'honorific' && profile.laterRef !== 'honorific') {
    const changes: Edit[] = polite.map(l => ({ span: { start: l.span.start, end: l.name.span.start }, text: '' }));
    fixes.push(edits('Remove honorifics throughout', changes));
  }
  return {
    span: one.span,
    ...(split && profile.id === 'neutral' ? { severity: 'information' as const } : {}),
    message: `${quote(written)} here${examples.length > 0 ? `, ${listed(examples)} elsewhere` : ''}: ${who} ${rule}.` +
      (split ? ' Here the difference follows gender.' : ''),
    related: others.slice(0, 3).map(l => ({ span: l.span, message: `${quote(textOf(analysis, l.span))} on line ${lineOf(analysis, l.span.start)}` })),
    fixes,
  };
}

/** Whether the note writes “Mr.” with a point. */
function pointed(analysis: Analysis, polite: readonly Later[]): boolean {
  const first = polite[0];
  if (!first) return analysis.profile.language === 'en-US';
  return textOf(analysis, first.span).includes('.');
}

/** Speakers of a transcript have each their own manner. */
function isTranscript(analysis: CheckView): boolean {
  return analysis.seen(speakers).length > 1;
}
