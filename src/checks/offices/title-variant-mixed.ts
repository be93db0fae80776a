import type { Analysis, ResolvedName } from '../../analysis/model';
import { belonging, houseName } from '../../analysis/who/references';
import { shift, type Span } from '../../base/span';
import type { Fix } from '../../findings/finding';
import { edits, replace } from '../../findings/fixes';
import type { Post } from '../../gazetteer/model';
import type { TitlePhrase } from '../../recognize/model';
import { wordsOf } from '../../english/phrases';
import { titleWords } from '../../gazetteer/tables/titles';
import { defineCheck, type Report } from '../run/check';
import { byPerson } from '../run/groups';
import { lineOf, quote, textOf } from '../wording/wording';

interface Introduction {
  readonly name: ResolvedName;
  readonly span: Span;
  readonly words: readonly string[];
  readonly posts: readonly string[];
}

/** One person introduced in full with two titles for one office. */
export const titleVariantMixed = defineCheck({
  id: 'title-variant-mixed',
  group: 'offices',
  title: 'Two titles for one office',
  severity: 'information',
  look: byPerson,
  precedence: 6,
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const groups = new Map<string, Introduction[]>();
    for (const name of analysis.names) {
      const introduction = introductionOf(analysis, name);
      if (!introduction) continue;
      const id = name.person!.id;
      const there = groups.get(id);
      if (there) there.push(introduction);
      else groups.set(id, [introduction]);
    }
    for (const introductions of groups.values()) {
      const first = introductions[0]!;
      const other = introductions.find(i => differs(analysis, first, i));
      if (other) yield report(analysis, first, other, introductions);
    }
  },
});

function introductionOf(analysis: Analysis, name: ResolvedName): Introduction | undefined {
  const { title } = name.mention;
  if (!name.person || !title || title.qualifier || title.address || name.quoted || !name.mention.given || title.posts.length === 0 || title.position !== 'before') return undefined;
  const block = analysis.blockOf(name);
  const section = block.section.kind;
  if (block.kind === 'cell' || block.kind === 'heading' || block.kind === 'alt' || section === 'participants' || section === 'sources') return undefined;
  const mine = name.person.occupancies.filter(o => title.posts.includes(o.post)).map(o => o.post);
  if (mine.length === 0) return undefined;
  return { name, span: shift(title.span, block.span.start), words: bareWords(analysis, title, mine[0]!), posts: mine };
}

function bareWords(analysis: Analysis, title: TitlePhrase, post: string): readonly string[] {
  return analysis.derivations.keep('bare title', title, post, () => bare(analysis, titleWords(wordsOf(title.text)), post));
}

/** Title words without the state or body: nationality does not count. */
function bare(analysis: Analysis, words: readonly string[], postId: string): string[] {
  const post = analysis.gazetteer.post(postId);
  const state = analysis.gazetteer.state(analysis.gazetteer.stateOfPost(postId) ?? '');
  const bodies = post ? analysis.gazetteer.lineage(post.organization).flatMap(o => [o.name, o.acronym ?? '']) : [];
  const names = [...(state ? [state.name, ...state.adjectives, ...state.other_names.map(n => n.name)] : []), ...bodies].map(n => titleWords(wordsOf(n)));
  const prefix = names.find(n => n.length > 0 && n.length < words.length && n.every((w, i) => words[i] === w));
  return prefix ? words.slice(prefix.length) : [...words];
}

function differs(analysis: Analysis, a: Introduction, b: Introduction): boolean {
  if (!a.posts.some(p => b.posts.includes(p))) return false;
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  // “Secretary” is short for “Secretary of State”, not another title
  if (isPart(short, long)) return false;
  return !(analysis.profile.press && pressEqual(a.words) === pressEqual(b.words));
}

function isPart(short: readonly string[], long: readonly string[]): boolean {
  for (let at = 0; at + short.length <= long.length; at++) if (short.every((w, i) => long[at + i] === w)) return true;
  return false;
}

/** Press houses use envoy for ambassador, and spokesman for press secretary. */
function pressEqual(words: readonly string[]): string {
  return words.join(' ').replace(/\bambassador\b|\bpermanent representative\b/, 'envoy').replace(/^(?:kremlin )?spokesperson$|^presidential press secretary$/, 'spokesperson');
}

function formalTitle(analysis: Analysis, post: Post): string {
  const title = post.titles.formal ?? post.titles.preferred;
  return `${belonging(post, title, analysis.gazetteer, analysis.profile)} ${title}`.trim();
}

function report(analysis: Analysis, first: Introduction, other: Introduction, all: readonly Introduction[]): Report {
  const person = other.name.person!;
  const here = textOf(analysis, other.span);
  const there = textOf(analysis, first.span);
  const post = analysis.gazetteer.post(other.posts[0]!)!;
  const formal = formalTitle(analysis, post);
  const throughout = (title: string): Fix =>
    edits(`Use ${quote(title)} throughout`, all.filter(i => textOf(analysis, i.span) !== title).map(i => ({ span: i.span, text: title })));
  const surname = textOf(analysis, shift(other.name.mention.family, analysis.blockOf(other.name).span.start));
  const fixes = [throughout(here)];
  if (formal !== here && formal !== there) fixes.push(throughout(formal));
  fixes.push(replace(`Shorten this mention to ${quote(surname)}`, { start: other.span.start, end: other.name.span.end }, surname));
  return {
    span: other.span,
    mention: other.name.span,
    message: `${houseName(person, analysis.profile, other.name.on)} is ${quote(there)} on line ${lineOf(analysis, first.span.start)} and ${quote(here)} here.` +
      (formal === here || formal === there ? '' : ` Formal title: ${formal}.`),
    related: [{ span: first.span, message: `${quote(there)} here` }],
    fixes,
  };
}
