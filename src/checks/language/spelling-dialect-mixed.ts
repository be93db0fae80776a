import type { Analysis } from '../../analysis/model';
import { replace } from '../../findings/fixes';
import type { DialectMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf, type Fact, isReference } from '../run/facts';
import { quote, textOf } from '../wording/wording';

type Word = Fact<DialectMention>;
const NAMES = { british: 'British', american: 'American' } as const;

/** British and American spelling in one note, or another than the language that is set. */
export const spellingDialectMixed = defineCheck({
  id: 'spelling-dialect-mixed',
  group: 'language',
  title: 'British and American spelling mixed',
  severity: 'off',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const words: Word[] = [];
    for (const word of factsOf(analysis, 'dialects')) {
      if (!word.mention.quoted && word.block.kind !== 'alt' && !isReference(analysis, word.block) && !isWork(word)) words.push(word);
    }
    const { language } = analysis.profile;
    const wanted = language === undefined ? majority(words) : language === 'en-US' ? 'american' : 'british';
    if (!wanted) return;
    const odd = words.filter(w => w.mention.dialect !== wanted && !isOxford(w, words, wanted, language));
    const first = odd[0];
    if (!first) return;
    const written = textOf(analysis, first.span);
    const against = language === undefined ? `in a document that otherwise uses ${NAMES[wanted]} spelling` : `where ${NAMES[wanted]} spelling is set`;
    yield {
      span: first.span,
      message: `${NAMES[first.mention.dialect]} ${quote(written)} ${against}.`,
      related: odd.slice(1).map(w => ({ span: w.span, message: `${NAMES[w.mention.dialect]} as well` })),
      fixes: [replace(`Change to ${quote(first.mention.other)}`, first.span, first.mention.other)],
    };
  },
});

function isWork({ mention, block }: Word): boolean {
  return block.works.some(w => w.start <= mention.span.start && mention.span.end <= w.end);
}

/** What most words have; where both are as many, what comes first. -ize alone says nothing: Oxford has it too. */
function majority(words: readonly Word[]): DialectMention['dialect'] | undefined {
  const plain = words.filter(w => !w.mention.ize || w.mention.dialect === 'british');
  const british = plain.filter(w => w.mention.dialect === 'british').length;
  const american = plain.length - british;
  if (british === american) return plain[0]?.mention.dialect;
  return british > american ? 'british' : 'american';
}

/** -ize in a British text that has no -ise: Oxford spelling. */
function isOxford(word: Word, words: readonly Word[], wanted: DialectMention['dialect'], language: string | undefined): boolean {
  if (!word.mention.ize || wanted !== 'british') return false;
  if (language === 'en-GB-oxendict') return true;
  return language === undefined && !words.some(w => w.mention.ize && w.mention.dialect === 'british');
}
