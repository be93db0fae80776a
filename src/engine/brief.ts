import { Ledger } from '../analysis/ledger';
import { choicesOf, documentRules, type Exceptions, frontMatterValue } from '../analysis/who/choices';
import { judgingDate } from '../analysis/when/dates';
import type { Analysis } from '../analysis/model';
import { isDeclared, isRecognised, neverABriefing } from './standing';
import { Lru } from '../base/lru';
import type { Brief, BriefContext, CancellationToken, Reading, Standing } from './api';
import { CHECKS } from '../checks/run/list';
import { type RuleSettings, Runner } from '../checks/run/run';
import type { Block, Document } from '../document/model';
import { DocumentReader } from '../document/read';
import { readingOf } from './reading';
import { type Failure, failureOf } from '../findings/finding';
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
  /** By a block and by its content, which goes on in a block that only stands elsewhere. */
  private facts = new WeakMap<object, BlockFacts>();
  private readonly kept = new Lru<string, BlockFacts>(KEPT_BLOCKS);
  private readonly ledger = new Ledger();
  private readonly runner: Runner;
  /** The last reading was checked: what has changed since then is all that is new to the checks. */
  private checked = false;
  /** Once recognised, a document stays so until it is closed (spec 5.2). */
  private recognised = false;

  constructor(private readonly shared: Shared, private context: BriefContext) {
    this.reader = new DocumentReader(context.language === 'markdown');
    this.runner = new Runner(CHECKS, shared.rules, shared.exceptions.flatMap(e => e.ignore));
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
    const failures: Failure[] = [];
    for (const block of document.blocks) {
      if (token?.isCancellationRequested) return undefined;
      if (!this.facts.has(block)) this.read(block, failures, document);
    }
    return this.understand(document, failures);
  }

  /** Finds the facts of a block: kept by its content while it stays in the text, and by its words after it has left (undo, moved). */
  private read(block: Block, failures: Failure[], document: Document): void {
    const key = keyOf(block);
    let facts = this.facts.get(block.content) ?? this.kept.get(key);
    if (!facts) {
      try {
        facts = recognizeBlock(block, this.shared.gazetteer, { aboutPercent: this.shared.aboutPercent });
      } catch (failure) {
        // a block that cannot be read is left out and named; not kept, so that every reading names it
        failures.push(failureOf(`The text at line ${document.addresses.lineAt(block.span.start) + 1}`, failure));
        return;
      }
    }
    this.kept.set(key, facts);
    this.facts.set(block.content, facts);
    this.facts.set(block, facts);
  }

  private understand(document: Document, unread: readonly Failure[]): Reading {
    const { shared, context } = this;
    const judging = judgingDate(document, context.chosenDate);
    const profile = profileOf(document, shared);
    const { analysis, changes } = this.ledger.update({
      document, factsOf: block => this.facts.get(block) ?? NO_FACTS, gazetteer: shared.gazetteer, profile,
      choices: choicesOf(document, shared.exceptions, shared.aboutPercent),
      ...(judging ? { judging } : {}),
    }, [document.frontMatter, document.dateLine, context.chosenDate, document.markdown]);
    const standing = this.standingOf(document, analysis);
    const full = standing !== 'other' || context.always === true;
    const { findings, failures } = full ? this.runner.run(analysis, this.checked ? changes : { ...changes, all: true }, documentRules(document)) : { findings: [], failures: [] };
    this.checked = full;
    return readingOf(analysis, {
      standing, full,
      findings: standing === 'recognised' && !context.always ? findings.filter(f => f.severity === 'error' || f.severity === 'warning') : findings,
      failures: [...unread, ...failures], staleAfterDays: shared.staleAfterDays,
    });
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
