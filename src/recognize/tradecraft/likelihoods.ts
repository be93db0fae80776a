import type { BlockText, ConfidenceMention, LikelihoodMention } from '../model';
import { insideQuote } from '../quotations/quoted';
import { sentenceIndexAt } from '../../english/sentence-index';

const PREFILTER = /likely|certain|chance|odds|probab|remote|realistic/i;
const TERM = /\b(almost no chance|remote (?:chance|possibility)|(?:very|highly|extremely) unlikely|unlikely|roughly even (?:chance|odds)|realistic possibility|(?:very|highly) likely|likely|almost certain(?:ly)?|nearly certain|highly improbable|improbabl[ey]|highly probable|probabl[ey]|remote)\b/gi;
/** The words around that make a term an attribute, a comparison or a denial rather than a judgement. */
const NOT_BEFORE = /\b(?:not|more|most|less|least|as|how|equally|too|so|whether|the|its|their|his|her|any|no|un)\s+$/i;
const ATTRIBUTE_BEFORE = /\b(?:an?|another|one|each|every|several|many)\s+$/i;
const OTHERS = /\b(?:said|says|told|according to|argue[sd]?|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|report(?:s|ed)|noted|added|stated|wrote|called|asked|predict(?:s|ed))\b/i;
const OWN = /\b(?:we|I|this (?:post|desk|office|note|assessment|embassy|mission)|our (?:assessment|judge?ment))\b[^.;]{0,40}?\b(?:assess|judge|estimate|believe|expect|consider|conclude|is|are)\b/i;
const CONFIDENCE = /\b(high|moderate|medium|low|higher|lower|greater|limited|little|(?:low|moderate)[- ]to[- ](?:moderate|high))[- ](?:analytic(?:al)? )?confidence\b(?!-building)|\b(highly|moderately) confident\b/gi;
/** “our confidence in this is high”, “confidence in this judgement is low”. */
const CONFIDENCE_IS = /\b(?:our (?:own |overall |analytic(?:al)? )?confidence|confidence in (?:this|these|that|the|our) (?:judge?ments?|assessments?|estimates?|conclusions?))\b[^.;:]{0,80}?\b(?:is|are|remains?)\s+(high|moderate|medium|low)\b/gi;

export function recognizeLikelihoods(text: BlockText): LikelihoodMention[] {
  const { prose, block } = text;
  if (!PREFILTER.test(prose)) return [];
  const found: LikelihoodMention[] = [];
  for (const m of prose.matchAll(TERM)) {
    const span = { start: m.index, end: m.index + m[0].length };
    const term = m[0].toLowerCase().replace(/\s+/g, ' ');
    const before = prose.slice(Math.max(0, span.start - 60), span.start);
    const after = prose.slice(span.end, span.end + 14);
    if (NOT_BEFORE.test(before)) continue;
    if (term === 'remote' && (!/\b(?:is|are|remains?|seems?|as|was)(?:,[^,.;:]{2,40},|\s+(?:still|now|very|quite))?\s+$/i.test(before) || !/^\s*(?:[.,;:)]|$|that\b|but\b|and\b|or\b)/.test(after))) continue;
    // “a likely venue”, “a probable cause”
    if (/^(?:un)?likely$|^(?:im)?probable$|^almost certain$/.test(term) && ATTRIBUTE_BEFORE.test(before)) continue;
    const sentence = sentenceIndexAt(block.sentences, span.start);
    const around = block.sentences[sentence];
    const words = around ? prose.slice(around.start, around.end) : prose;
    found.push({
      span, term, sentence, judgement: OWN.test(words) || !OTHERS.test(words),
      quoted: block.quoted || insideQuote(block.quotes, span),
    });
  }
  return found;
}

const LEVELS: ReadonlyMap<string, string> = new Map([['highly', 'high'], ['moderately', 'moderate']]);

export function recognizeConfidences(text: BlockText): ConfidenceMention[] {
  const { prose, block } = text;
  if (!/confiden/i.test(prose)) return [];
  const found: ConfidenceMention[] = [];
  for (const m of [...prose.matchAll(CONFIDENCE), ...prose.matchAll(CONFIDENCE_IS)]) {
    const span = { start: m.index, end: m.index + m[0].length };
    found.push({ span, level: (m[1] ?? LEVELS.get(m[2]!.toLowerCase())!).toLowerCase(), sentence: sentenceIndexAt(block.sentences, span.start), quoted: block.quoted || insideQuote(block.quotes, span) });
  }
  return found;
}
