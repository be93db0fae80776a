import { analyze } from '../analysis/analyze';
import { choicesOf, documentRules, type Exceptions, frontMatterValue } from '../analysis/who/choices';
import { datesFound, judgingDate } from '../analysis/when/dates';
import type { Analysis } from '../analysis/model';
import { isDeclared, isRecognised, neverABriefing } from './standing';
import { Lru } from '../base/lru';
import type { Brief, BriefContext, CancellationToken, JudgedBy, Reading, Standing } from './api';
import { CHECKS } from '../checks/run/list';
import { type RuleSettings, runChecks } from '../checks/run/run';
import type { Block, Document } from '../document/model';
import { DocumentReader } from '../document/read';
import { completeAt } from '../features/complete';
import { draftAt } from '../features/draft';
import { cardAt } from '../features/hover';
import { shownCard, shownFinding } from './shown';
import { recordCard } from '../features/record-card';
import { namedIn, officialsOn } from '../features/officials';
import { type Edit, type Failure, failureOf, type Finding } from '../findings/finding';
import type { Gazetteer } from '../gazetteer/gazetteer';
import { HOUSE_VALUES, type Profile, TOP_KEYS } from '../gazetteer/profile';
import { NO_FACTS, recognizeBlock } from '../recognize/block';
import type { BlockFacts } from '../recognize/model';

/** Blocks whose facts are kept after they have left the text: an undo, a paragraph moved. */
const KEPT_BLOCKS = 4096;

/** What all open documents share. */
export interface Shared {
  readonly gazetteer: Gazetteer;
  readonly houseStyle: string | undefined;
  readonly rules: RuleSettings;
  readonly exceptions: readonly Exceptions[];
  readonly aboutPercent: number;
  readonly staleAfterDays: number | undefined;
}

export class OpenBrief implements Brief {
  private reader: DocumentReader;
  private facts = new WeakMap<object, BlockFacts>();
  private readonly kept = new Lru<string, BlockFacts>(KEPT_BLOCKS);
  /** Once recognised, a document stays so until it is closed (spec 5.2). */
  private recognised = false;

  constructor(private readonly shared: Shared, private context: BriefContext) {
    this.reader = new DocumentReader(context.language === 'markdown');
  }

  setContext(context: BriefContext): void {
    if (context.language !== this.context.language) {
      this.reader = new DocumentReader(context.language === 'markdown');
      this.facts = new WeakMap();
    }
    this.context = context;
  }

  update(text: string, token?: CancellationToken): Reading | undefined {
    const document = this.reader.read(text);
    const facts = new Map<Block, BlockFacts>();
    const failures: Failure[] = [];
    for (const block of document.blocks) {
      if (token?.isCancellationRequested) return undefined;
      facts.set(block, this.factsOf(block, failures, document));
    }
    return this.read(document, facts, failures);
  }

  /** Facts of a block: kept by its content while it stays in the text, and by its words after it has left (undo, moved). */
  private factsOf(block: Block, failures: Failure[], document: Document): BlockFacts {
    const known = this.facts.get(block.content);
    if (known) return known;
    const key = keyOf(block);
    const before = this.kept.get(key);
    if (before) {
      this.facts.set(block.content, before);
      return before;
    }
    let facts: BlockFacts;
    try {
      facts = recognizeBlock(block, this.shared.gazetteer, { aboutPercent: this.shared.aboutPercent });
    } catch (failure) {
      // a block that cannot be read is left out and named; not kept, so that every reading names it
      failures.push(failureOf(`The text at line ${document.addresses.lineAt(block.span.start) + 1}`, failure));
      return NO_FACTS;
    }
    this.kept.set(key, facts);
    this.facts.set(block.content, facts);
    return facts;
  }

  private read(document: Document, facts: ReadonlyMap<Block, BlockFacts>, unread: readonly Failure[]): Reading {
    const { shared, context } = this;
    const judging = judgingDate(document, context.chosenDate);
    const profile = profileOf(document, shared);
    const analysis = analyze({
      document, factsOf: block => facts.get(block)!, gazetteer: shared.gazetteer, profile,
      choices: choicesOf(document, shared.exceptions, shared.aboutPercent),
      ...(judging ? { judging } : {}),
    });
    const standing = this.standingOf(document, analysis);
    const { findings, failures } = standing === 'other' && !context.always
      ? { findings: [], failures: [] }
      : runChecks(CHECKS, analysis, shared.rules, documentRules(document), shared.exceptions.flatMap(e => e.ignore));
    const { addresses } = document;
    const shown = (standing === 'recognised' && !context.always ? findings.filter(f => f.severity === 'error' || f.severity === 'warning') : findings).map(f => shownFinding(f, addresses));
    const judgedBy: JudgedBy | undefined = judging && {
      day: judging.day, source: judging.source,
      ...(judging.span ? { line: document.addresses.lineAt(judging.span.start) } : {}),
    };
    return {
      text: document.source,
      lines: document.lines,
      standing,
      findings: shown,
      failures: [...unread, ...failures],
      houseStyle: profile.id,
      datesFound: datesFound(analysis.dates, judging),
      hoverAt: offset => shownCard(cardAt(analysis, addresses.addressOf(offset), { full: standing !== 'other' || context.always === true, staleAfterDays: shared.staleAfterDays }), addresses),
      officials: otherwise => officialsOn(shared.gazetteer, profile, judging ?? { first: otherwise, last: otherwise }, namedIn(analysis)),
      completeAt: offset => completeAt(analysis, offset),
      cardOf: id => recordCard(analysis, id, { full: true, staleAfterDays: shared.staleAfterDays }),
      draftAt: span => draftAt(analysis, addresses.addressesOf(span)),
      fixAll: () => safeEdits(shown),
      ...(judgedBy ? { judgedBy } : {}),
    };
  }

  private standingOf(document: Document, analysis: Analysis): Standing {
    const { mode = 'auto', path, declared, always } = this.context;
    if (always || mode === 'all') return 'declared';
    if (mode === 'off') return 'other';
    if (declared === 'writer') return 'declared';
    if (neverABriefing(path)) return 'other';
    if (declared === 'folder' || isDeclared(document, path)) return 'declared';
    if (mode === 'briefings') return 'other';
    this.recognised ||= this.context.recognised === true || isRecognised(analysis);
    return this.recognised ? 'recognised' : 'other';
  }
}

/** What a block's facts depend on: its words, and how they stand. */
function keyOf(block: Block): string {
  return `${block.kind}${block.quoted ? '>' : ''}${block.speaker ? block.speaker.span.end : ''}\n${block.prose}`;
}

function profileOf(document: Document, shared: Shared): Profile {
  const asked = frontMatterValue(document, 'house-style');
  const byDocument = typeof asked === 'string' ? shared.gazetteer.profile(asked) : undefined;
  const bySetting = shared.houseStyle ? shared.gazetteer.profile(shared.houseStyle) : undefined;
  const profile = byDocument ?? bySetting ?? shared.gazetteer.profile('neutral') ?? NEUTRAL;
  return withDocument(profile, document);
}

/** Front-matter keys that override the profile . */
function withDocument(profile: Profile, document: Document): Profile {
  const said = Object.entries(TOP_KEYS).flatMap(([key, field]) => {
    const given = frontMatterValue(document, key);
    return HOUSE_VALUES[field].some(value => value === given) ? [[field, given]] : [];
  });
  return { ...profile, ...Object.fromEntries(said) as Partial<Profile> };
}

/** Used only where even the bundled records cannot be read. */
const NEUTRAL: Profile = { id: 'neutral', press: false, noExpand: [], firstRef: 'full', names: {}, places: {}, honorifics: [] };

/** All safe fixes that do not overlap, in order. */
function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const edits = findings.flatMap(f => f.fixes.filter(fix => fix.safe).flatMap(fix => fix.edits)).sort((a, b) => a.span.start - b.span.start);
  const kept: Edit[] = [];
  for (const edit of edits) {
    const last = kept[kept.length - 1];
    if (!last || last.span.end <= edit.span.start) kept.push(edit);
  }
  return kept;
}
