import type { Analysis } from '../analysis/model';
import { fold } from '../base/fold';
import { houseName } from '../analysis/references';
import { shift } from '../base/span';
import { replace } from '../findings/fixes';
import { TITLE_COMPATIBLE } from '../recognize/lexicon';
import { defineCheck, type Report } from './check';
import { quote, textOf } from './wording';

/** An office title followed directly by an honorific (“Deputy Foreign Minister Mr Ryabkov”). */
export const titleStacked = defineCheck({
  id: 'title-stacked',
  group: 'offices',
  title: 'Title and honorific together',
  severity: 'information',
  options: { allow: ['Dr', 'Prof', 'Sir', 'Dame', 'HE'] as readonly string[] },
  *run(analysis: Analysis, options): Iterable<Report> {
    const allowed = new Set([...options.allow, ...analysis.profile.honorifics].map(h => fold(h).replace(/\./g, '')));
    for (const name of analysis.names) {
      const { title, honorific } = name.mention;
      if (!title || !honorific || title.position !== 'before' || title.core.end > honorific.span.start || name.mention.label) continue;
      const plain = fold(honorific.text).replace(/\./g, '');
      if (allowed.has(plain) || TITLE_COMPATIBLE.has(plain)) continue;
      const at = analysis.blockOf(name).span.start;
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
