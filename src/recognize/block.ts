import { fold } from '../base/fold';
import type { Span } from '../base/span';
import type { Block } from '../document/model';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { recognizeAcronyms } from './acronyms';
import { recognizeAttributions } from './attributions';
import { recognizeClaims } from './claims';
import { recognizeCounts } from './counts';
import { recognizeDateClaims } from './date-claims';
import { recognizeDates } from './dates';
import { recognizeDialects } from './dialects';
import { recognizeEvents } from './events';
import { recognizeFigures } from './figures';
import { recognizeGrades } from './grades';
import { recognizeConfidences, recognizeLikelihoods } from './likelihoods';
import { recognizeListCounts } from './list-counts';
import { recognizeActs, recognizeAges } from './lives';
import { recognizeMarkings } from './markings';
import { recognizeMetonyms } from './metonyms';
import type { BlockFacts, BlockText, NameMention } from './model';
import { nameIndexOf } from './name-index';
import { recognizeNames } from './names';
import { recognizeOrganizations } from './organizations';
import { recognizePlaceholders } from './placeholders';
import { recognizePlaces } from './places';
import { recognizeQuotations } from './quotations';
import { recognizeStates } from './states';
import { recognizeSums } from './sums';
import { recognizeTenures } from './tenures';
import { recognizeTitleForms } from './title-forms';
import { titleText } from './titles';
import { adjacent, atomsOf, tokenize } from './tokens';

/** What alters recognition besides the gazetteer: part of the key under which facts are kept. */
export interface RecognitionOptions {
  readonly aboutPercent: number;
}

/** A place's name that is the given name of a recorded person, with the surname after it: Aden Duale. */
function givenNameAt({ tokens, prose }: BlockText, span: Span, gazetteer: Gazetteer): boolean {
  const at = tokens.findIndex(token => token.start >= span.end);
  if (at < 1 || !adjacent(prose, tokens[at - 1]!, tokens[at]!)) return false;
  const surname = nameIndexOf(gazetteer).families.longest(tokens.slice(at, at + 3).map(token => token.folded), 0);
  const given = fold(prose.slice(span.start, span.end));
  return surname?.values.some(form => form.person.given_name !== undefined && fold(form.person.given_name) === given) ?? false;
}

/** Reads one block. Nothing of any other block is seen, so the result holds as long as the block's own text does. */
export function recognizeBlock(block: Block, gazetteer: Gazetteer, options: RecognitionOptions): BlockFacts {
  const text: BlockText = { block, prose: block.prose, tokens: tokenize(block.prose, block.sentences) };
  const atoms = atomsOf(text.tokens);
  const dates = recognizeDates(text);
  const organizations = recognizeOrganizations(text, gazetteer);
  const states = recognizeStates(text, gazetteer, atoms);
  const metonyms = recognizeMetonyms(text, gazetteer, atoms);
  const places = recognizePlaces(text, gazetteer).filter(place => !givenNameAt(text, place.span, gazetteer));
  const titles = titleText(text, states, organizations);

  const taken = new Map<number, Span>();
  const take = (span: Span): void => {
    const there = taken.get(span.start);
    if (!there || there.end < span.end) taken.set(span.start, span);
  };
  for (const m of [...dates, ...organizations, ...states, ...metonyms, ...places]) take(m.span);
  const owners = new Map<number, NonNullable<NameMention['owner']>>();
  for (const o of organizations) if (o.possessive) owners.set(o.span.end, { id: o.organization, kind: 'organization', span: o.span });
  for (const s of states) if (s.possessive) owners.set(s.span.end, { id: s.state, kind: 'state', span: s.span });
  for (const m of metonyms) if (m.possessive) owners.set(m.span.end, { id: m.metonym, kind: 'metonym', span: m.span });

  const names = recognizeNames(text, titles, taken, owners, gazetteer);
  const figures = recognizeFigures(text, gazetteer, dates, options.aboutPercent);
  return {
    tokens: text.tokens,
    names,
    organizations,
    metonyms: metonyms.filter(m => !names.some(n => n.title && n.title.span.start <= m.span.start && m.span.end <= n.title.span.end)),
    states,
    places,
    acronyms: recognizeAcronyms(text, gazetteer, organizations),
    dates,
    figures,
    attributions: recognizeAttributions(text, names),
    counts: recognizeCounts(text, gazetteer, organizations),
    sums: recognizeSums(text, figures),
    claims: recognizeClaims(text, names, states, organizations, metonyms, gazetteer),
    markings: recognizeMarkings(text),
    grades: recognizeGrades(text),
    likelihoods: recognizeLikelihoods(text),
    confidences: recognizeConfidences(text),
    placeholders: recognizePlaceholders(text),
    dateClaims: recognizeDateClaims(text, dates),
    events: recognizeEvents(text, gazetteer, atoms),
    quotations: recognizeQuotations(text),
    listCounts: recognizeListCounts(text),
    dialects: recognizeDialects(text, organizations),
    tenures: recognizeTenures(text, names, titles, gazetteer),
    ages: recognizeAges(text, names),
    acts: recognizeActs(text, names, gazetteer),
    titleForms: recognizeTitleForms(text, organizations),
  };
}
