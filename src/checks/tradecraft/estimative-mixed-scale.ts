import type { Analysis } from '../../analysis/model';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import type { LikelihoodMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf, type Fact, isReference } from '../run/facts';
import { likeCase, quote, textOf } from '../wording/wording';

type Used = Fact<LikelihoodMention>;

/** The seven grades of ICD 203, two rows of terms (spec 1.1). */
const ICD: readonly (readonly [string, string, string])[] = [
  ['almost no chance', 'remote', '1-5%'], ['very unlikely', 'highly improbable', '5-20%'], ['unlikely', 'improbable', '20-45%'],
  ['roughly even chance', 'roughly even odds', '45-55%'], ['likely', 'probable', '55-80%'], ['very likely', 'highly probable', '80-95%'], ['almost certain', 'nearly certain', '95-99%'],
];
/** The UK yardstick; “probable” stands beside “likely” there. */
const PHIA: readonly (readonly [readonly string[], string])[] = [
  [['remote chance'], '0-5%'], [['highly unlikely'], '10-20%'], [['unlikely'], '25-35%'], [['realistic possibility'], '40-50%'],
  [['likely', 'probable'], '55-75%'], [['highly likely'], '80-90%'], [['almost certain'], '95-100%'],
];
const ADVERBS: ReadonlyMap<string, string> = new Map([['probably', 'probable'], ['improbably', 'improbable'], ['almost certainly', 'almost certain'], ['remote possibility', 'remote chance']]);

function plain(term: string): string {
  return ADVERBS.get(term) ?? term;
}

/** Words of two scales, or of two rows of one, in the writer's own judgements. */
export const estimativeMixedScale = defineCheck({
  id: 'estimative-mixed-scale',
  group: 'tradecraft',
  title: 'Words of probability from two scales',
  severity: 'information',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const scale = analysis.profile.probabilityScale;
    if (scale !== 'icd203' && scale !== 'phia') return;
    const used: Used[] = [];
    for (const fact of factsOf(analysis, 'likelihoods')) {
      if (fact.mention.judgement && !fact.mention.quoted && !isReference(analysis, fact.block)) used.push(fact);
    }
    yield* scale === 'icd203' ? icd(analysis, used) : phia(analysis, used);
  },
});

function* icd(analysis: Analysis, used: readonly Used[]): Iterable<Report> {
  const rows: [Used[], Used[]] = [[], []];
  const foreign: Used[] = [];
  for (const one of used) {
    const term = plain(one.mention.term);
    const row = ICD.some(r => r[0] === term) ? 0 : ICD.some(r => r[1] === term) ? 1 : undefined;
    if (row === undefined) foreign.push(one);
    else rows[row].push(one);
  }
  const first = rows[0].length > 0 && (rows[1].length === 0 || rows[0][0]!.span.start < rows[1][0]!.span.start) ? 0 : 1;
  const main = rows[0].length === rows[1].length ? first : rows[0].length > rows[1].length ? 0 : 1;
  const minority = rows[1 - main]!;
  const odd = minority[0];
  if (odd) {
    const at = ICD.find(r => r[1 - main] === plain(odd.mention.term))!;
    const example = rows[main]![0]!;
    yield {
      span: odd.span,
      message: `ICD 203 asks for one row of terms: ${quote(example.mention.term)} and ${quote(odd.mention.term)} are on different rows (use ${quote(at[main]!)}, ${at[2]}).`,
      related: minority.slice(1).map(m => ({ span: m.span, message: 'On the other row as well' })),
      fixes: change(analysis, odd, at[main]!),
    };
  }
  for (const one of distinct(foreign)) {
    const at = PHIA.findIndex(([terms]) => terms.includes(plain(one.mention.term)));
    const right = at < 0 ? undefined : ICD[at]!;
    yield {
      span: one.span,
      message: `${quote(one.mention.term)} is not a term of ICD 203${right ? `: the nearest is ${quote(right[main]!)}, ${right[2]}` : ''}.`,
      fixes: right ? change(analysis, one, right[main]!) : [],
    };
  }
}

function* phia(analysis: Analysis, used: readonly Used[]): Iterable<Report> {
  for (const one of distinct(used)) {
    const term = plain(one.mention.term);
    if (PHIA.some(([terms]) => terms.includes(term))) continue;
    const at = ICD.findIndex(r => r[0] === term || r[1] === term);
    const right = at < 0 ? undefined : PHIA[at]!;
    yield {
      span: one.span,
      message: `${quote(one.mention.term)} is not a term of the UK yardstick${right ? `: the nearest is ${quote(right[0][0]!)}, ${right[1]}` : ''}.`,
      fixes: right ? change(analysis, one, right[0][0]!) : [],
    };
  }
}

/** One finding per term. */
function distinct(used: readonly Used[]): Used[] {
  const seen = new Set<string>();
  return used.filter(u => !seen.has(u.mention.term) && seen.add(u.mention.term));
}

/** Adjective for adjective, “a … chance” for “a … possibility”; nothing where the grammar would have to change. */
function change(analysis: Analysis, one: Used, to: string): Fix[] {
  const { term } = one.mention;
  const noun = (t: string): boolean => /chance|odds|possibility/.test(t);
  const adverb = ADVERBS.has(term) && !noun(term);
  if (noun(term) !== noun(to)) return [];
  const written = textOf(analysis, one.span);
  const text = adverb ? (term === 'probably' && to === 'likely' ? 'likely' : undefined) : to;
  if (!text) return [];
  const article = /\ba\s+$/.exec(analysis.document.addresses.slice(Math.max(0, one.span.start - 3), one.span.start));
  const bare = text.startsWith('almost no ');
  if (noun(to) && bare !== !article) {
    if (!article || !bare) return [];
    return [replace(`Change to ${quote(text)}`, { start: one.span.start - article[0].length, end: one.span.end }, text)];
  }
  const cased = /^\p{Lu}/u.test(written) ? text[0]!.toUpperCase() + text.slice(1) : likeCase(written, text);
  return [replace(`Change to ${quote(cased)}`, one.span, cased)];
}
