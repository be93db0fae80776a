import type { Analysis } from '../../analysis/model';
import { alignmentDistance } from '../../base/distance';
import { fold } from '../../base/fold';
import { shift, type Span } from '../../base/span';
import { BODY_NOUNS } from '../../english/classes/bodies';
import { replace } from '../../findings/fixes';
import { type CheckView, type Report, sight } from '../run/check';
import { likeCase, lineOf, quote } from '../wording/wording';
import { spellingKey } from './spelling-key';

interface Body {
  readonly span: Span;
  readonly written: string;
  readonly words: readonly string[];
  /** Where it is said to be: bodies of two places are two. */
  readonly place: string | undefined;
}

/** Capitals with the small words that names of bodies have between them. */
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*\p{Ll}(?:\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?\p{Lu}[\p{L}’'-]*\p{Ll})+/gu;
const PLACE = /^\s+(?:in|at)\s+(\p{Lu}[\p{L}-]+)/u;
/** Words that bind a name and may be taken one for another. */
const BINDING = new Set(['of', 'for', 'on']);
/** Letters from which one that differs is a slip and no other word. */
const TELLING = 6;
const LONGEST = 10;

/** Names of bodies in a block that no record has. */
const bodiesIn = sight(function* (analysis: Analysis, block): Iterable<Body> {
  if (block.quoted || block.section.kind === 'sources' || (block.kind !== 'paragraph' && block.kind !== 'item')) return;
  const facts = analysis.factsOf(block);
  const taken = [...facts.organizations, ...facts.names.filter(n => n.exact.length > 0 || n.title !== undefined)].map(m => m.span);
  for (const match of block.prose.matchAll(NAME)) {
    const written = match[0].replace(/^The\s+/, '').replace(/\s+/g, ' ');
    const start = match.index + match[0].length - match[0].replace(/^The\s+/, '').length;
    const words = fold(written).split(' ');
    if (words.length < 3 || words.length > LONGEST || !words.some(word => BODY_NOUNS.has(word))) continue;
    const span = { start, end: match.index + match[0].length };
    if (taken.some(t => t.start < span.end && span.start < t.end)) continue;
    const place = PLACE.exec(block.prose.slice(span.end, span.end + 40))?.[1];
    yield { span: shift(span, block.span.start), written, words, place };
  }
});

/** Bodies that no record has and that the document writes two ways: the form that stands there less often is told. */
export function* bodiesSpeltTwoWays(analysis: CheckView): Iterable<Report> {
  const forms = new Map<string, Body[]>();
  for (const body of analysis.seen(bodiesIn)) {
    const form = body.words.join(' ');
    const there = forms.get(form);
    if (there) there.push(body);
    else forms.set(form, [body]);
  }
  const usual = [...forms.values()].filter(uses => uses.length > 1);
  if (usual.length === 0) return;
  for (const uses of forms.values()) {
    const [first] = uses as [Body, ...Body[]];
    const other = usual.find(more => more.length > uses.length && isSame(more[0]!, first) && !more.some(m => uses.some(u => m.place && u.place && m.place !== u.place)));
    if (!other || analysis.choices.keep.has(fold(first.written))) continue;
    const right = other[0]!;
    yield {
      span: first.span,
      message: `This document writes ${quote(right.written)} (line ${lineOf(analysis, right.span.start)}) and ${quote(first.written)}: one body?`,
      related: [...uses.slice(1), right].map(use => ({ span: use.span, message: quote(use.written) })),
      fixes: [replace(`Change to ${quote(right.written)}`, first.span, likeCase(first.written, right.written))],
    };
  }
}

/** One word in another spelling or a letter off, or one small word for another. */
function isSame(a: Body, b: Body): boolean {
  if (a.words.length !== b.words.length) return false;
  const apart = a.words.flatMap((word, i) => (word === b.words[i] ? [] : [[word, b.words[i]!] as const]));
  if (apart.length !== 1) return false;
  const [one, two] = apart[0]!;
  if (BINDING.has(one) && BINDING.has(two)) return true;
  if (spellingKey(one) === spellingKey(two)) return true;
  return Math.min(one.length, two.length) >= TELLING && alignmentDistance(one, two, 1) === 1;
}
