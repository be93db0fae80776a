import type { Analysis } from '../../analysis/model';
import type { Span } from '../../base/span';
import { edits } from '../../findings/fixes';
import { insideQuote } from '../../recognize/quotations/quoted';
import { endsNounPhrase } from '../../recognize/language/noun-end';
import { defineCheck, type Report } from '../run/check';
import { lineOf, quote } from '../wording/wording';

interface Noun {
  readonly span: Span;
  readonly short: boolean;
  readonly written: string;
}

/** “the United States” and “the US” both used as nouns. */
export const shortFormMixed = defineCheck({
  id: 'short-form-mixed',
  group: 'organizations',
  title: 'Full and short form of one noun',
  severity: 'off',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    for (const [acronym, full] of PAIRS) {
      const always = analysis.profile.neverShort?.includes(acronym) ?? false;
      const nouns = nounsOf(analysis, acronym, full, always);
      const short = nouns.filter(noun => noun.short);
      const long = nouns.filter(noun => !noun.short);
      if (short.length === 0) continue;
      if (always) yield spelt(analysis, full, short);
      else if (long.length > 0) yield mixed(analysis, acronym, full, short, long);
    }
  },
});

const PAIRS: readonly (readonly [string, string])[] = [
  ['US', 'United States'], ['UK', 'United Kingdom'], ['UN', 'United Nations'], ['EU', 'European Union'],
];

/** Verbs whose form in the present or the past is that of no noun: “the UK froze”, “the US pays”. */
const VERB = new RegExp(`^\\s+(?:${(
  'agrees asks becomes begins believes brings chooses declines denies expects gets gives goes insists keeps knows leaves loses makes meets opposes pays refuses rejects '
  + 'remains seeks sells sends speaks stays takes tells thinks tries urges warns wins withdraws became began bought brought built chose drew fell felt forbade fought found froze gave got grew '
  + 'held kept knew lay led left lost made meant met overtook paid quit ran rose sank sat saw sent sold sought spent spoke stood swore thought threw told took undertook went withdrew won wrote'
).replace(/ /g, '|')})(?![\\p{L}-])`, 'u');

const INTRODUCED = /^\s+\((?:the\s+)?["'“‘]?(?:\p{Lu}\.?){2,4}["'”’]?\)/u;

/**
 * Nouns in the writer’s own words: “the US” before an adjective’s noun (“US officials”) is none. A heading has no room for
 * the long form, and counts only where the house never writes the short one.
 */
function nounsOf(analysis: Analysis, acronym: string, full: string, headings: boolean): readonly Noun[] {
  const dotted = [...acronym].map(letter => `${letter}\\.`).join('');
  const pattern = new RegExp(`\\bthe\\s+(${full.replace(' ', '\\s+')}|${acronym}|${dotted})(?![\\w-]|['’]s)`, 'gi');
  const nouns: Noun[] = [];
  for (const block of analysis.document.blocks) {
    if (block.quoted || block.kind === 'alt' || (block.kind === 'heading' && !headings) || block.section.kind === 'sources') continue;
    for (const match of block.prose.matchAll(pattern)) {
      const written = match[1]!;
      const short = !/\s/.test(written);
      if (short && written !== written.toUpperCase()) continue;
      const start = match.index + match[0].length - written.length;
      const end = start + written.length;
      if (insideQuote(block.quotes, { start, end })) continue;
      // The United Nations Security Council is another body.
      if (!short && /^\s+\p{Lu}/u.test(block.prose.slice(end, end + 40))) continue;
      // “the European Union (EU)” brings the short form in: what the text then does is what it said it would
      if (!short && INTRODUCED.test(block.prose.slice(end, end + 12))) continue;
      if (short && !endsNounPhrase(block.prose, end) && !VERB.test(block.prose.slice(end, end + 24))) continue;
      nouns.push({ span: { start: block.span.start + start, end: block.span.start + end }, short, written });
    }
  }
  return nouns;
}

function spelt(analysis: Analysis, full: string, short: readonly Noun[]): Report {
  const first = short[0]!;
  return {
    span: first.span,
    message: `House style ${analysis.profile.title ?? analysis.profile.id} writes ${quote(`the ${full}`)}, not ${quote(`the ${first.written}`)}.`,
    related: short.slice(1).map(noun => ({ span: noun.span, message: 'Here as well' })),
    fixes: [edits(`Use ${quote(`the ${full}`)} for the noun`, short.map(noun => ({ span: noun.span, text: full })))],
  };
}

function mixed(analysis: Analysis, acronym: string, full: string, short: readonly Noun[], long: readonly Noun[]): Report {
  const written = short[0]!.written;
  const equal = short.length === long.length;
  const minor = equal ? (short[0]!.span.start > long[0]!.span.start ? short : long) : short.length < long.length ? short : long;
  const major = minor === short ? long : short;
  return {
    span: minor[0]!.span,
    message: `Noun form: this document uses ${quote(`the ${full}`)} (${long.length}) and ${quote(`the ${written}`)} (${short.length}).`,
    related: [...minor.slice(1).map(noun => ({ span: noun.span, message: 'Here as well' })), { span: major[0]!.span, message: `The other form, on line ${lineOf(analysis, major[0]!.span.start)}` }],
    fixes: [
      edits(`Use ${quote(`the ${full}`)} for the noun`, short.map(noun => ({ span: noun.span, text: full }))),
      edits(`Use ${quote(`the ${acronym}`)} throughout`, long.map(noun => ({ span: noun.span, text: acronym }))),
    ],
  };
}
