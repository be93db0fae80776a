import type { Analysis, Placed, ResolvedName } from '../../analysis/model';
import { shift } from '../../base/span';
import { replace } from '../../findings/fixes';
import type { Attribution } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { quote, textOf } from '../wording/wording';

/** One sentence attributed twice to one speaker: “X said … ‘…,’ she said.” */
export const attributionDoubled = defineCheck({
  id: 'attribution-doubled',
  group: 'quotations',
  title: 'One sentence attributed twice',
  severity: 'information',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    let group: Placed<Attribution>[] = [];
    for (const attribution of analysis.attributions) {
      if (attribution.quoted) continue;
      const last = group[group.length - 1];
      if (last && (last.block !== attribution.block || last.mention.sentence !== attribution.mention.sentence)) group = [];
      const first = group[0];
      if (first && sameSpeaker(analysis, first, attribution) && trails(attribution) && !severed(analysis, first, attribution)) yield report(analysis, attribution);
      group.push(attribution);
    }
  },
});

/** The second one must close what the first one opened: “…, she said.” at the end of the sentence. */
function trails(attribution: Placed<Attribution>): boolean {
  return attribution.mention.after;
}

/** A new clause with a subject of its own between the two: someone else's words came in. */
function severed(analysis: Analysis, first: Placed<Attribution>, second: Placed<Attribution>): boolean {
  const { prose } = analysis.blockOf(second);
  const rest = prose.slice(second.mention.span.end, second.mention.span.end + 12);
  if (!/^\s*(?:[.,;!?]|$|on\b|in\b|at\b|to\b|reporters\b)/.test(rest)) return true;
  // “…,” he said, “…”: one quotation in two parts; after “he … he said,” the sentence goes on as somebody's story
  if (/^\s*,\s*["“‘]/.test(rest) || (first.mention.pronoun && /^\s*,/.test(rest))) return true;
  const between = prose.slice(first.mention.span.end, second.mention.span.start);
  // “…,” X said, and the officials, he said, agreed: a quotation that is closed, and a sentence of its own after it
  return between.includes(';') || (first.mention.after && /^,\s+(?:and|but|while|though|although|whereas)\b/.test(between));
}

function sameSpeaker(analysis: Analysis, first: Placed<Attribution>, second: Placed<Attribution>): boolean {
  if (first.mention.pronoun) return second.mention.pronoun && textOf(analysis, subject(analysis, first)).toLowerCase() === textOf(analysis, subject(analysis, second)).toLowerCase();
  const speaker = nameOf(analysis, first);
  if (!second.mention.pronoun) {
    const other = nameOf(analysis, second);
    if (speaker?.person && other?.person) return speaker.person.id === other.person.id;
    return familyOf(speaker) !== undefined && familyOf(speaker) === familyOf(other);
  }
  const gender = speaker?.person?.gender;
  const pronoun = textOf(analysis, subject(analysis, second)).toLowerCase();
  if (gender && pronoun !== 'they') return (gender === 'female') === (pronoun === 'she');
  // nobody else in the sentence whom the pronoun could mean
  return !analysis.names.some(n => n.block === second.block && n !== speaker && n.mention.span.start > first.mention.span.end && n.mention.span.end < second.mention.span.start);
}

function subject(analysis: Analysis, placed: Placed<Attribution>): { start: number; end: number } {
  return shift(placed.mention.subject, analysis.blockOf(placed).span.start);
}

function nameOf(analysis: Analysis, placed: Placed<Attribution>): ResolvedName | undefined {
  const at = subject(analysis, placed);
  return analysis.names.find(n => n.span.start === at.start);
}

function familyOf(name: ResolvedName | undefined): string | undefined {
  const m = name?.mention;
  return m?.surface.slice(m.family.start - m.span.start, m.family.end - m.span.start);
}

function report(analysis: Analysis, second: Placed<Attribution>): Report {
  const text = analysis.document.addresses;
  const words = textOf(analysis, second.span);
  const before = /,?(["”’]?)\s*$/.exec(text.slice(Math.max(0, second.span.start - 4), second.span.start))!;
  const from = second.span.start - before[0].length;
  const next = text.slice(second.span.end, second.span.end + 1);
  // “as well,” she said.  →  as well.”
  const whole = /[.!?]/.test(next);
  const end = whole ? second.span.end + 1 : second.span.end;
  const kept = whole ? `${next}${before[1] ?? ''}` : before[1] ?? '';
  return {
    span: second.span,
    message: `${quote(words)}: this sentence is attributed twice to the same speaker.`,
    fixes: whole ? [replace(`Remove ${quote(`, ${words}`)}`, { start: from, end }, kept)] : [],
  };
}
