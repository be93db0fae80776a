import type { Span } from '../base/span';
import type { Block } from '../document/model';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { recognizeAcronyms } from './bodies/acronyms';
import { recognizeAttributions } from './quotations/attributions';
import { recognizeClaims } from './offices/claims';
import { recognizeCounts } from './bodies/counts';
import { recognizeDateClaims } from './dates/date-claims';
import { recognizeDates } from './dates/dates';
import { recognizeTimes } from './dates/times';
import { recognizeDialects } from './language/dialects';
import { recognizeEvents } from './dates/events';
import { readNumbers } from './figures/figures';
import { recognizeGrades } from './tradecraft/grades';
import { recognizeConfidences, recognizeLikelihoods } from './tradecraft/likelihoods';
import { recognizeListCounts } from './figures/list-counts';
import { recognizeActs, recognizeAges } from './names/lives';
import { recognizeMarkings } from './tradecraft/markings';
import { recognizeMetonyms } from './bodies/metonyms';
import type { BlockFacts, BlockText, NameMention } from './model';
import { inFullName, isGivenSlip } from './names/full-names';
import { recognizeNames } from './names/names';
import { recognizeOrganizations } from './bodies/organizations';
import { recognizePlaceholders } from './tradecraft/placeholders';
import { recognizePlaces } from './places/places';
import { recognizeQuotations } from './quotations/quotations';
import { recognizeStates } from './bodies/states';
import { recognizeTenures } from './offices/tenures';
import { recognizeTitleForms } from './offices/title-forms';
import { titleText } from './offices/titles';
import { clauseBits } from '../english/clause-words';
import { readClauses } from '../english/clauses';
import { WordBits } from '../english/per-word';
import { perGazetteer } from '../english/phrases';
import { textOf } from './text';

/** What alters recognition besides the gazetteer: part of the key under which facts are kept. */
export interface RecognitionOptions {
  readonly aboutPercent: number;
}

const clauseBitsOf = perGazetteer((gazetteer: Gazetteer) => new WordBits(gazetteer.vocabulary, word => clauseBits(word, each => gazetteer.isWord(each))));

function clauseKinds({ ids }: BlockText, gazetteer: Gazetteer): Int32Array {
  const bits = clauseBitsOf(gazetteer);
  return ids.map(id => bits.of(id));
}

/** What stands for a block that could not be read. */
export const NO_FACTS: BlockFacts = {
  tokens: [], names: [], organizations: [], metonyms: [], states: [], places: [], acronyms: [], dates: [], times: [], clauses: [], figures: [],
  arithmetic: { shares: [], conversions: [], totals: [], dealt: [], ballots: [] }, attributions: [],
  counts: [], claims: [], markings: [], grades: [], likelihoods: [], confidences: [], placeholders: [], dateClaims: [], events: [],
  quotations: [], listCounts: [], dialects: [], tenures: [], ages: [], acts: [], titleForms: [],
};

/** Reads one block. Nothing of any other block is seen, so the result holds as long as the block's own text does. */
export function recognizeBlock(block: Block, gazetteer: Gazetteer, options: RecognitionOptions): BlockFacts {
  gazetteer.vocabulary.trim();
  return recognizeText(textOf(block, gazetteer), gazetteer, options);
}

export function recognizeText(text: BlockText, gazetteer: Gazetteer, options: RecognitionOptions): BlockFacts {
  const { block } = text;
  const dates = recognizeDates(text);
  const named = ({ span }: { readonly span: Span }): boolean => inFullName(text, span, gazetteer);
  const states = recognizeStates(text, gazetteer).filter(state => !named(state) && !isGivenSlip(text, state.span, gazetteer));
  const organizations = recognizeOrganizations(text, states, gazetteer).filter(body => body.form !== 'acronym' || !named(body));
  const metonyms = recognizeMetonyms(text, gazetteer).filter(metonym => !named(metonym));
  const places = recognizePlaces(text, gazetteer).filter(place => !named(place));
  const capitals = metonyms.filter(m => m.possessive && !m.literal).flatMap(m => {
    const state = gazetteer.metonym(m.metonym)?.state;
    return state === undefined ? [] : [{ state, span: m.span }];
  });
  const titles = titleText(text, states, organizations, capitals);

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
  const { figures, arithmetic } = readNumbers(text, gazetteer, dates, options.aboutPercent);
  return {
    tokens: text.tokens,
    names,
    organizations,
    metonyms: metonyms.filter(m => !names.some(n => n.title && n.title.span.start <= m.span.start && m.span.end <= n.title.span.end)),
    states,
    places,
    acronyms: recognizeAcronyms(text, gazetteer, organizations),
    dates,
    times: recognizeTimes(text, dates),
    clauses: readClauses({ prose: text.prose, tokens: text.tokens, kinds: clauseKinds(text, gazetteer), quotes: block.quotes, sentences: block.sentences }),
    figures,
    arithmetic,
    attributions: recognizeAttributions(text, names),
    counts: recognizeCounts(text, gazetteer, organizations),
    claims: recognizeClaims(text, names, states, organizations, metonyms, gazetteer),
    markings: recognizeMarkings(text),
    grades: recognizeGrades(text),
    likelihoods: recognizeLikelihoods(text),
    confidences: recognizeConfidences(text),
    placeholders: recognizePlaceholders(text),
    dateClaims: recognizeDateClaims(text, dates),
    events: recognizeEvents(text, gazetteer),
    quotations: recognizeQuotations(text),
    listCounts: recognizeListCounts(text),
    dialects: recognizeDialects(text, organizations, gazetteer),
    tenures: recognizeTenures(text, names, titles, gazetteer),
    ages: recognizeAges(text, names),
    acts: recognizeActs(text, names, gazetteer),
    titleForms: recognizeTitleForms(text, organizations),
  };
}
