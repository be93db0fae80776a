import type { Analysis } from '../../analysis/model';
import { fold } from '../../base/fold';
import { houseName } from '../../analysis/who/references';
import { shift, type Span } from '../../base/span';
import { replace } from '../../findings/fixes';
import { TITLE_COMPATIBLE } from '../../english/lexicon';
import type { NameMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { quote, textOf } from '../wording/wording';

/** A title of no recorded post that ends in its field: “Minister of Trade”, “Director for the Horn of Africa”. */
const WITH_FIELD = new RegExp(
  '(?<![\\p{L}’\'-])(?:(?:Deputy|Vice|First|Second|Acting|Permanent|Assistant|Under|Prime|Foreign|Chief)[ -]){0,3}'
  + '(?:Minister|Secretary|Ambassador|Commissioner|Director|President|Chair|Chairman|Chairwoman|Chairperson|Speaker|Governor|Head|Representative|Envoy)'
  + '(?:[ -]General)?(?: of State)? (?:of|for|to) (?:(?:\\p{Lu}[\\p{L}’\'-]*|of|and|the|for) ){0,6}\\p{Lu}[\\p{L}’\'-]*\\s+$', 'u');
/** “As prime minister Mr Abe had …”: the office is what somebody held, and the name begins the clause. */
const PREDICATE = /(?<!\p{L})(?:as|become|becomes|became|becoming|being|remained|remaining|made|appointed|named|elected)\s+(?:(?:the|a|an)\s+)?$/iu;

/** An office title followed directly by an honorific (“Deputy Foreign Minister Mr Ryabkov”). */
export const titleStacked = defineCheck({
  id: 'title-stacked',
  group: 'offices',
  title: 'Title and honorific together',
  severity: 'information',
  look: 'block',
  options: { allow: ['Dr', 'Prof', 'Sir', 'Dame', 'HE'] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    const allowed = new Set([...options.allow, ...analysis.profile.honorifics].map(h => fold(h).replace(/\./g, '')));
    for (const name of analysis.names) {
      const { honorific, label } = name.mention;
      const { prose, span: { start: at } } = analysis.blockOf(name);
      const title = honorific && !label ? titleBefore(name.mention, honorific.span, prose) : undefined;
      if (!title || !honorific || PREDICATE.test(prose.slice(Math.max(0, title.whole.start - 24), title.whole.start))) continue;
      const plain = fold(honorific.text).replace(/\./g, '');
      if (allowed.has(plain) || TITLE_COMPATIBLE.has(plain)) continue;
      const marks = shift(honorific.span, at);
      const span = { start: shift(title.core, at).start, end: marks.end };
      const written = textOf(analysis, marks);
      const fixes = [replace(`Remove ${quote(written)}`, { start: marks.start, end: name.span.start }, '')];
      if (name.person) {
        const full = `${textOf(analysis, shift(title.core, at))} ${houseName(name.person, analysis.profile, name.on)}`;
        fixes.push(replace(`Change to ${quote(full)}`, { start: span.start, end: name.span.end }, full));
      }
      yield { span, message: `${quote(textOf(analysis, span))}: use a title or an honorific, not both.`, fixes };
    }
  },
});

/** The title that ends right before the honorific: the title alone, and with its state or body. */
function titleBefore(mention: NameMention, honorific: Span, prose: string): { readonly core: Span; readonly whole: Span } | undefined {
  const { title } = mention;
  if (title) return title.position === 'before' && title.core.end <= honorific.start ? { core: title.core, whole: title.span } : undefined;
  const from = Math.max(0, honorific.start - 120);
  const found = WITH_FIELD.exec(prose.slice(from, honorific.start));
  const core = found && { start: from + found.index, end: from + found.index + found[0].trimEnd().length };
  return core ? { core, whole: core } : undefined;
}
