import type { Analysis } from '../../analysis/model';
import { shift } from '../../base/span';
import { replace } from '../../findings/fixes';
import { LEVELS } from '../../recognize/tradecraft/marking-words';
import type { MarkingMention, MarkingScheme } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { factsOf } from '../run/facts';
import { type Classification, classificationOf } from './marking-words';
import { listed, quote, textOf } from '../wording/wording';

const SCHEME_NAMES: Readonly<Record<MarkingScheme, string>> = { tlp: 'TLP 2.0', uk: 'the UK scheme', nato: 'NATO', us: 'the US scheme' };
const RETIRED = 'were retired in the United Kingdom in 2014; the levels are OFFICIAL, SECRET and TOP SECRET';

/** Markings that are malformed or that their scheme no longer has. */
export const markingInvalid = defineCheck({
  id: 'marking-invalid',
  group: 'tradecraft',
  title: 'Marking that the scheme does not have',
  severity: 'warning',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    const note = classificationOf(analysis);
    if (note?.declared) yield* declared(note);
    const scheme = note?.scheme ?? profileScheme(analysis);
    for (const { mention, span, block } of factsOf(analysis, 'markings')) {
      if (!mention.problem || mention.problem === 'us-slash' && scheme !== undefined && scheme !== 'us') continue;
      // “OFFICIAL SENSITIVE” and “RESTRICTED” are other people's words unless the note is marked so
      if ((mention.problem === 'uk-form' || (mention.problem === 'uk-retired' && mention.place === 'banner')) && scheme !== 'uk' ) continue;
      const written = textOf(analysis, span);
      const quoted = block.quoted || block.quotes.some(q => q.start <= mention.span.start && mention.span.end <= q.end);
      const safe = !quoted && mention.problem !== 'cosmic';
      yield {
        span: shift(mention.span, block.span.start),
        message: message(mention, written),
        fixes: mention.correct ? [replace(`Change to ${quote(mention.correct)}`, span, mention.correct, { safe })] : [],
      };
    }
  },
});

function profileScheme(analysis: Analysis): MarkingScheme | undefined {
  const scheme = analysis.profile.markingScheme;
  return scheme && scheme !== 'none' ? scheme : undefined;
}

function message(mention: MarkingMention, written: string): string {
  switch (mention.problem!) {
    case 'tlp-form': return `TLP 2.0 labels have capitals and no space: ${mention.correct}.`;
    case 'tlp-white': return `TLP:WHITE became TLP:CLEAR in TLP 2.0 (August 2022).`;
    case 'tlp-unknown': return `${quote(written)} is no TLP label: they are RED, AMBER (and AMBER+STRICT), GREEN and CLEAR.`;
    case 'cosmic': return mention.correct === 'COSMIC TOP SECRET' ? 'NATO’s highest level is COSMIC TOP SECRET.' : `COSMIC stands only before TOP SECRET: this level is ${mention.correct}.`;
    case 'nato-form': return `NATO markings have a space and no hyphen: ${mention.correct}.`;
    case 'uk-retired': return `Markings such as ${quote(written)} ${RETIRED}.`;
    case 'uk-form': return 'The UK marking is written with a hyphen: OFFICIAL-SENSITIVE.';
    case 'us-slash': return `Parts of a US marking are parted by two strokes: ${mention.correct}.`;
  }
}

/** The classification at the top against its scheme. */
function* declared(note: Classification): Iterable<Report> {
  const { scheme, text } = note;
  if (!scheme || note.levels[scheme] !== undefined) return;
  const near = nearest(text, scheme);
  yield {
    span: note.span,
    message: `${quote(text)} is no marking of ${SCHEME_NAMES[scheme]}: its levels are ${listed(LEVELS[scheme])}.`,
    fixes: near ? [replace(`Change to ${quote(near)}`, note.span, near)] : [],
  };
}

/** The level whose letters are the same, or that the old one became. */
function nearest(text: string, scheme: MarkingScheme): string | undefined {
  const letters = (s: string): string => s.toUpperCase().replace(/[^A-Z]/g, '');
  const wanted = letters(text);
  if (scheme === 'tlp' && wanted === 'TLPWHITE') return 'TLP:CLEAR';
  if (scheme === 'nato' && wanted === 'NATOTOPSECRET') return 'COSMIC TOP SECRET';
  return LEVELS[scheme].find(l => letters(l) === wanted || letters(l) === `TLP${wanted}` || letters(l) === `NATO${wanted}`);
}
