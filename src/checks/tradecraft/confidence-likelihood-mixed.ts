import type { Analysis } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import type { Fix } from '../../findings/finding';
import { replace } from '../../findings/fixes';
import { defineCheck, type Report } from '../run/check';
import { factsOf, isReference } from '../run/facts';

/** A level of confidence and a likelihood in one sentence, which ICD 203 keeps apart. */
export const confidenceLikelihoodMixed = defineCheck({
  id: 'confidence-likelihood-mixed',
  group: 'tradecraft',
  title: 'Confidence and likelihood in one sentence',
  severity: 'information',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    if (analysis.profile.probabilityScale !== 'icd203') return;
    let told: { readonly block: Block; readonly sentence: number } | undefined;
    for (const { mention, block } of factsOf(analysis, 'confidences')) {
      if (mention.quoted || (told?.block === block && told.sentence === mention.sentence) || isReference(analysis, block)) continue;
      const likelihood = analysis.factsOf(block).likelihoods.find(l => l.sentence === mention.sentence && l.judgement && !l.quoted);
      const sentence = block.sentences[mention.sentence];
      if (!likelihood || !sentence) continue;
      told = { block, sentence: mention.sentence };
      const span = shift(sentence, block.span.start);
      yield {
        span,
        message: 'State likelihood and confidence in separate sentences (ICD 203).',
        fixes: split(analysis, span, mention.level),
      };
    }
  },
});

/** “We assess with high confidence that X.” → “We assess that X. We have high confidence in this judgement.” */
function split(analysis: Analysis, span: Span, level: string): Fix[] {
  const text = analysis.document.addresses.slice(span.start, span.end);
  const judgement = analysis.profile.language === 'en-US' ? 'judgment' : 'judgement';
  const rest = text
    .replace(/\s+with\s+(?:a\s+)?[\w-]+\s+(?:degree of\s+)?confidence\b(?=\s+that\b|\s*[.,])/i, '')
    .replace(/^(?:We|I) have\s+(?:a\s+)?[\w-]+\s+confidence\s+that\s+(\w)/i, (_, first: string) => first.toUpperCase())
    .replace(/^With\s+[\w-]+\s+confidence,?\s+(\w)/i, (_, first: string) => first.toUpperCase());
  if (rest === text || /confidence/i.test(rest) || !rest.endsWith('.')) return [];
  return [replace('Split the sentence', span, `${rest} We have ${level} confidence in this ${judgement}.`)];
}
