import type { Span } from '../../base/span';
import type { Attribution, BlockText, NameMention } from '../model';
import { insideQuote } from './quoted';
import { sentenceIndexAt } from '../../english/sentence-index';

const VERBS = 'said|says|told|added|adds|stressed|noted|insisted|warned|argued|explained|stated|declared|announced|claimed|recalled|concluded|remarked|observed|replied|confirmed|acknowledged|repeated|asked|asks|emphasi[sz]ed|underlined|underscored|reiterated|suggested|asserted|cautioned|commented|wrote|tweeted|testified|argues|insists|notes|stresses|warns';
/** “she said”, “he told reporters”: the subject is a pronoun. */
const PRONOUN = new RegExp(`\\b(she|he|they|She|He|They)\\s+(?:(?:also|then|later|has|had)\\s+)?(?:${VERBS})\\b`, 'g');
/** At the start of a sentence a pronoun can have the shape of a surname (He Lifeng). */
const NO_NAME = /^(?:I|He|She|We|You|They|It)$/;
const ACCORDING = /\b[Aa]ccording to\s+/g;
const VERB_AFTER = new RegExp(`^(?:,[^,.;:]{0,80},)?\\s+(?:(?:also|then|later|has|had)\\s+)?(?:${VERBS})\\b`);
const VERB_BEFORE = new RegExp(`\\b(?:${VERBS})\\s+$`);
const PREFILTER = new RegExp(`\\b(?:${VERBS}|[Aa]ccording to)\\b`);

/** Verbs of saying with who says it: pronouns, names before or after the verb, and “according to” (spec `attribution-doubled`). */
export function recognizeAttributions(text: BlockText, names: readonly NameMention[]): Attribution[] {
  const { prose, block } = text;
  if (!PREFILTER.test(prose)) return [];
  const found: Attribution[] = [];
  const add = (span: Span, subject: Span, pronoun: boolean, after: boolean): void => {
    const sentence = Math.max(0, sentenceIndexAt(block.sentences, span.start));
    found.push({ span, subject, pronoun, after, sentence, quoted: block.quoted || insideQuote(block.quotes, span) });
  };
  for (const match of prose.matchAll(PRONOUN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    add(span, { start: match.index, end: match.index + match[1]!.length }, true, followsClause(prose, span.start));
  }
  const according = [...prose.matchAll(ACCORDING)].map(m => ({ start: m.index, end: m.index + m[0].length }));
  let next = 0;
  for (const name of names) {
    if (name.label || NO_NAME.test(name.surface)) continue;
    const start = Math.min(name.span.start, name.title?.position === 'before' ? name.title.span.start : name.span.start, name.honorific?.span.start ?? name.span.start);
    while (next < according.length && according[next]!.end < start - 1) next++;
    const lead = according[next];
    if (lead && lead.end <= start && start - lead.end < 6) {
      add({ start: lead.start, end: name.span.end }, name.span, false, followsClause(prose, lead.start));
      continue;
    }
    const verb = VERB_AFTER.exec(prose.slice(name.span.end, name.span.end + 140));
    if (verb && !name.possessive) {
      add({ start, end: name.span.end + verb[0].length }, name.span, false, followsClause(prose, start));
      continue;
    }
    const before = VERB_BEFORE.exec(prose.slice(Math.max(0, start - 16), start));
    if (before) add({ start: Math.max(0, start - 16) + before.index, end: name.span.end }, name.span, false, true);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The attribution trails what was said: a comma, perhaps with a closing quotation mark, or the end of a quoted question stands before it. */
function followsClause(prose: string, at: number): boolean {
  return /(?:,["”’]?|[?!]["”’])\s*$/.test(prose.slice(Math.max(0, at - 4), at));
}
